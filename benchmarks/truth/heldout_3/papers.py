"""Pages of text: a loan's contract, and a complaint with what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Promise, Row, minute
from benchmarks.truth.heldout_3.cast import institution
from benchmarks.truth.heldout_3.numbers import amount_entity, reference, staff, telephone
from benchmarks.truth.heldout_3.records import Record, pairs
from benchmarks.truth.sheet import Sheet, tag, words

CLAUSES = (
    (
        "甲方应按还款计划足额还款，还款日24时前未足额到账的，视为逾期。",
        "甲方應按期繳款，繳款日二十四時前未足額入帳者，視為遲延。",
    ),
    ("逾期期间按日万分之五计收罚息，直至清偿完毕。", "遲延期間依年利率16%計收遲延利息，至清償日止。"),
    ("甲方变更联系方式的，应当及时通知乙方。", "甲方變更聯絡方式者，應即通知乙方。"),
    ("提前还款的，利息按照实际占用天数计算。", "提前清償者，利息按實際使用日數計算。"),
    ("甲方不得将借款用于购房、投资及其他禁止性领域。", "甲方不得將借款用於投機或其他違法用途。"),
    ("争议由乙方住所地人民法院管辖。", "因本契約涉訟時，以乙方所在地之法院為第一審管轄法院。"),
    ("本合同自甲方点击确认之时成立。", "本契約自甲方點選同意時成立。"),
)


def contract(record: Record) -> Sheet:
    """Draw the first page of a loan's contract as an app shows it."""
    source = record.source
    at = record.now - timedelta(days=source.randrange(40, 400))
    number, amount = reference(source, "con", f"{at:%Y%m%d}"), float(source.randrange(3, 60) * 1000)
    hot = telephone(source, "hot", record.place)
    record.says(number.entity, amount_entity(amount, record.place), hot.entity)
    company = record.brand + record.word("有限公司", "股份有限公司" if record.place == "tw" else "有限公司")
    who = record.word("陈*明", "林*華")
    lines = pairs(
        (record.word("合同编号", "契約編號"), number.words),
        (record.word("甲方（借款人）", "甲方（借款人）"), who),
        (record.word("乙方（贷款人）", "乙方（貸款人）"), company),
        (record.word("借款本金", "借款本金"), record.money(amount)),
        (record.word("借款期限", "借款期間"), record.word("12个月", "12個月")),
        (record.word("年化利率", "年利率"), f"{source.choice(('15.4', '18.25', '23.9'))}%"),
        (record.word("签署日期", "簽署日期"), f"{at.year}年{at.month}月{at.day}日"),
        (record.word("乙方服务热线", "乙方服務專線"), hot.words),
    )
    chosen = source.sample(CLAUSES, 5)
    text = "".join(
        tag(
            "clause",
            words(
                f"第{'一二三四五'[index]}条　{hans}" if record.place == "cn" else f"第{'一二三四五'[index]}條　{hant}"
            ),
        )
        for index, (hans, hant) in enumerate(chosen)
    )
    record.truth.entities += institution(company)
    record.add(Row("*", optional=True))
    head = tag("huge", record.word("个人消费借款合同", "個人消費借款契約"))
    body = tag("sheetlike paper", tag("billhead", head) + lines + text, "r0")
    return record.sheet(record.word("合同详情", "契約內容"), body, fixed=False)


@dataclass(frozen=True)
class Reply:
    """What the institution answered: before the promise, the promise, the days it names and whether they are worked."""

    before: str
    promise: str
    days: int | None
    worked: bool


REPLIES = {
    "cn": (
        Reply("您好，投诉已分派至我部门。", "我司将在{n}个工作日内完成调查并电话回复您。", 5, True),
        Reply("已与您电话沟通两次，未能接通。", "经办人将于{n}日内再次致电您说明处理意见。", 3, False),
        Reply("核查发现系统重复扣款属实。", "多扣款项预计{n}个工作日内原路退回您的付款账户。", 3, True),
        Reply("您要求的书面材料正在盖章。", "书面答复函我们会尽快寄送至您的联系地址。", None, False),
    ),
    "tw": (
        Reply("本案已由專人受理。", "承辦人員將於{n}個工作天內以電話回覆您。", 5, True),
        Reply("您反映的扣款爭議查證屬實。", "溢收款項將於{n}日內退還至原扣款帳戶。", 7, False),
    ),
    "hk": (
        Reply("閣下的投訴已交由專責小組處理。", "本公司將於{n}個工作天內以書面答覆閣下。", 7, True),
        Reply("閣下提供的文件已收妥。", "個案主任將於{n}日內致電閣下。", 3, False),
    ),
}


def complaint(record: Record) -> Sheet:
    """Draw a complaint filed with the institution, its number, and how it went on."""
    source, place = record.source, record.place
    filed = (record.now - timedelta(days=source.randrange(2, 9))).replace(
        hour=source.randrange(9, 17), minute=source.randrange(60)
    )
    answered = filed + timedelta(hours=source.randrange(2, 5))
    number, agent, amount = reference(source, "tk", f"{filed:%Y%m%d}"), staff(source, place), record.some(200, 6000)
    reply = REPLIES[place][record.number % len(REPLIES[place])]
    row = Row("complaint", minute(filed), reference=number.words)
    record.truth.entities += [number.entity, agent.entity, amount_entity(amount, place)]
    promise = reply.promise.format(n=reply.days)
    record.truth.promises.append(Promise(promise, _due(answered.date(), reply)))
    lines = pairs(
        (record.word("投诉编号", "申訴編號"), number.words),
        (record.word("提交时间", "提交時間"), f"{filed:%Y-%m-%d %H:%M}"),
        (record.word("投诉对象", "申訴對象"), record.brand),
        (record.word("涉及金额", "涉及金額"), record.money(amount)),
        (record.word("投诉内容", "申訴內容"), record.word("未经本人同意放款，要求撤销", "未經本人同意撥款，要求撤銷")),
        (record.word("当前状态", "目前狀態"), record.word("处理中", "處理中")),
    )
    row.id = "r0"
    record.truth.rows.append(row)
    steps = [
        (f"{answered:%Y-%m-%d %H:%M}", record.word("经办人工号", "承辦員編") + agent.words, reply.before + promise),
        (f"{filed:%Y-%m-%d %H:%M}", record.word("系统", "系統"), record.word("投诉提交成功", "申訴提交成功")),
    ]
    progress = ""
    for index, (when, who, text) in enumerate(steps):
        name = f"r{index + 1}"
        record.truth.rows.append(Row("*", id=name, optional=True))
        progress += tag("step", tag("sub", f"{when}　{words(who)}") + tag("clause", words(text)), name)
    head = tag("day", record.word("处理进度", "處理進度"))
    middle = tag("sheetlike", lines, "r0") + head + tag("sheetlike", progress)
    return record.sheet(record.word("投诉详情", "申訴案件"), middle, fixed=False)


def _due(day: date, reply: Reply) -> str | None:
    if reply.days is None:
        return None
    due = after_working_days(day, reply.days) if reply.worked else day + timedelta(days=reply.days)
    return due.isoformat()


PAGES: dict[str, Callable[[Record], Sheet]] = {"contract": contract, "complaint": complaint}
