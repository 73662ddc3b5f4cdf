"""Records: calls, bills, plans, refused payments, logins, contracts, tickets."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.grammar import say
from benchmarks.truth.heldout_4.paper import Paper, mark, pair
from benchmarks.truth.heldout_4.slots import Agent, digits, hotline, mobile, money, phone, slots
from benchmarks.truth.heldout_4.talk import BRANDS
from benchmarks.truth.sheet import Sheet, tag, words

WEEK = "一二三四五六日"
CITIES = (("北京", "台北"), ("上海", "新北"), ("广东深圳", "台中"), ("重庆", "高雄"), ("湖南长沙", "桃園"))
SHOPS = (
    ("美宜佳便利店", "全家便利商店"),
    ("滴滴出行", "台灣大車隊"),
    ("京东商城", "蝦皮購物"),
    ("瑞幸咖啡", "路易莎咖啡"),
    ("中国移动", "中華電信"),
    ("盒马鲜生", "家樂福"),
)
DEVICES = (
    "HUAWEI Mate 60",
    "iPhone 15 Pro",
    "Xiaomi 14",
    "OPPO Reno11",
    "vivo X100",
    "iPhone 13",
    "Redmi Note 12",
    "HONOR 90",
)


def _amount(paper: Paper) -> str:
    value = money(paper.source)
    return f"{int(float(value))}.00" if paper.hant else value


def _number(paper: Paper) -> str:
    make = hotline if paper.source.random() < 0.6 else mobile
    return make(paper.source, paper.place)


def _back(paper: Paper, at: datetime) -> datetime:
    """Return an earlier time of a waking hour."""
    at -= timedelta(minutes=paper.source.choice((7, 43, 95, 190, 560, 1300, 2200)))
    return at if at.hour >= 7 else at - timedelta(hours=8)


def _day_words(paper: Paper, at: datetime) -> str:
    ago = (paper.captured.date() - at.date()).days
    return ("今天", "昨天")[ago] if ago < 2 else f"{at.month}月{at.day}日"


def calls_android(source: random.Random, hant: bool, dark: bool, form: str) -> Sheet:
    """Draw the list of calls as Android phones show it, each with its time and length."""
    paper = Paper(source, hant, dark, form, "calls_android", apple=False)
    at, body = paper.captured, ""
    for _ in range(source.randrange(7, 10)):
        at = _back(paper, at)
        shown = _number(paper)
        row = Row("call", minute(at), party=shown)
        words_ = _call_words(paper, row)
        city = paper.either(*source.choice(CITIES))
        ago = (paper.captured.date() - at.date()).days
        when = f"{at:%H:%M}" if ago == 0 else f"{_day_words(paper, at)} {at:%H:%M}"
        red = " red" if row.direction == "missed" else ""
        left = f'<div><div class="{red.strip()}">{shown}</div><div class="small">{city}  {words_}</div></div>'
        body += tag("row", left + f'<div class="small">{when}</div>', paper.keep(row, phone(shown)))
    title = paper.either("通话记录", "通話紀錄")
    return paper.sheet(title, tag("card", body), grey=False)


def _call_words(paper: Paper, row: Row) -> str:
    lot = paper.source.randrange(6)
    if lot == 0:
        row.direction = "missed"
        return paper.either("未接来电", "未接來電")
    if lot == 1:
        row.direction = "rejected"
        return paper.either("已拒接", "已拒接")
    row.direction = "out" if lot == 2 else "in"
    length = paper.source.choice((paper.source.randrange(8, 60), paper.source.randrange(61, 900)))
    row.duration_s = length
    spoken = f"{length}秒" if length < 60 else f"{length // 60}分{length % 60}秒"
    return (paper.either("呼出 ", "撥出 ") if lot == 2 else paper.either("呼入 ", "來電 ")) + spoken


def calls_apple(source: random.Random, hant: bool, dark: bool, form: str) -> Sheet:
    """Draw the recent calls of an iPhone: the missed ones red, the day or, of today, the time."""
    paper = Paper(source, hant, dark, form, "calls_apple", apple=True)
    at, body = paper.captured, ""
    for _ in range(source.randrange(7, 10)):
        at = _back(paper, at)
        shown = _number(paper)
        missed = source.random() < 0.35
        ago = (paper.captured.date() - at.date()).days
        when = (
            f"{at:%H:%M}"
            if ago == 0
            else "昨天"
            if ago == 1
            else f"星期{WEEK[at.weekday()]}"
            if ago < 7
            else f"{at:%Y/%-m/%-d}"
        )
        row = Row(
            "call",
            minute(at) if ago == 0 else at.date().isoformat(),
            direction="missed" if missed else None,
            party=shown,
        )
        place = paper.either(*source.choice(CITIES)) if source.random() < 0.7 else paper.either("未知", "不明")
        left = f'<div><div class="{"red" if missed else ""}" style="font-weight:600">{shown}</div><div class="small">{place}</div></div>'
        body += tag(
            "row", left + f'<div class="small">{when} <span class="blue">ⓘ</span></div>', paper.keep(row, phone(shown))
        )
    tabs = tag(
        "tabs", f"<b>{paper.either('所有通话', '所有通話')}</b><span>{paper.either('未接来电', '未接來電')}</span>"
    )
    head = f'<div style="font-size:30px;font-weight:700;padding:4px 20px">{paper.either("最近通话", "通話紀錄")}</div>'
    return paper.sheet("", tabs + head + tag("card", body), grey=False)


OUTCOMES = (
    ("交易成功", "交易成功", "done"), ("支付成功", "付款成功", "done"), ("交易关闭", "交易已關閉", "closed"),
    ("已全额退款", "已全額退款", "refunded"), ("支付失败", "付款失敗", "failed"), ("处理中", "處理中", "pending"),
)  # fmt: skip


def bill(source: random.Random, hant: bool, dark: bool, form: str) -> Sheet:
    """Draw the details of one payment."""
    paper = Paper(source, hant, dark, form, "bill")
    brand, amount = source.choice(BRANDS[paper.place]), _amount(paper)
    at = _back(paper, paper.captured) + timedelta(seconds=source.randrange(60))
    came = source.random() < 0.3
    simplified, traditional, outcome = OUTCOMES[0] if came else source.choice(OUTCOMES)
    order, shop = f"{at:%Y%m%d}{digits(source, 20)}", digits(source, 12)
    row = Row(
        "payment",
        minute(at),
        "in" if came else "out",
        brand,
        amount,
        paper.currency,
        f"{order}|{shop}",
        outcome=outcome,
    )
    figure = f"{'+' if came else '-'}{'NT$' if hant else ''}{float(amount):,.{0 if hant else 2}f}"
    head = tag("middle", words(brand), style="padding-top:22px") + tag("big", figure)
    head += tag("middle small", paper.either(simplified, traditional), style="padding-bottom:14px")
    clock = f"{at:%Y-%m-%d %H:%M:%S}" if source.random() < 0.6 else f"{at.year}年{at.month}月{at.day}日 {at:%H:%M:%S}"
    lines = [
        (paper.either("支付时间", "付款時間"), clock),
        (paper.either("付款方式", "付款方式"), paper.either("招商银行储蓄卡(3310)", "國泰世華信用卡 尾號 3310")),
        (
            paper.either("商品说明", "商品說明"),
            paper.either("借款放款" if came else "会员服务费", "貸款撥款" if came else "會員服務費"),
        ),
        (paper.either("交易单号", "交易序號"), order),
        (paper.either("商户单号", "商店訂單編號"), shop),
    ]
    if came:
        lines[0] = (paper.either("到账时间", "入帳時間"), clock)
        lines[1] = (
            paper.either("收款方式", "收款方式"),
            paper.either("招商银行储蓄卡(3310)", "國泰世華銀行 尾號 3310"),
        )
    inner = head + "".join(pair(*each) for each in lines)
    named = paper.keep(
        row, Entity("reference", order), Entity("reference", shop), Entity("institution", brand, optional=True)
    )
    rest = tag(
        "card",
        pair(paper.either("对此订单有疑问", "對此交易有疑問"), "›")
        + pair(paper.either("申请电子回单", "申請交易證明"), "›"),
    )
    return paper.sheet(paper.either("账单详情", "交易明細"), tag("card", inner, named) + rest)


def bills(source: random.Random, hant: bool, dark: bool, form: str) -> Sheet:
    """Draw a list of payments under the name of their month."""
    paper = Paper(source, hant, dark, form, "bills")
    at, body, month = paper.captured, "", 0
    for index in range(source.randrange(7, 9)):
        at = _back(paper, at)
        if at.month != month:
            month = at.month
            body += tag("head", f"{at.year}年{at.month}月")
        lender = index % 3 == 0
        amount = (
            _amount(paper)
            if lender
            else f"{source.randrange(5, 260)}.{'00' if hant else source.choice(('00', '50', '80', '16'))}"
        )
        came = lender and source.random() < 0.5
        shop = source.choice(BRANDS[paper.place]) if lender else paper.either(*source.choice(SHOPS))
        row = Row("payment", minute(at), "in" if came else "out", shop, amount, paper.currency)
        note = ""
        if not came and source.random() < 0.25:
            simplified, traditional, row.outcome = source.choice(OUTCOMES[2:4])
            note = f'<div class="small">{paper.either(simplified, traditional)}</div>'
        figure = f"{'+' if came else '-'}{'NT$' if hant else ''}{float(amount):,.{0 if hant else 2}f}"
        left = f'<div>{words(shop)}<div class="small">{_day_words(paper, at)} {at:%H:%M}</div></div>'
        body += tag(
            "row",
            left + f"<div>{figure}{note}</div>",
            paper.keep(row, Entity("institution", shop, optional=True)),
            "margin:0 20px",
        )
    return paper.sheet(paper.either("账单", "交易紀錄"), body, grey=False)


STATES = {"paid": ("已结清", "已繳清"), "due": ("待还款", "待繳款"), "overdue": ("已逾期", "已逾期")}


def plan(source: random.Random, hant: bool, dark: bool, form: str) -> Sheet:
    """Draw a plan of repayments."""
    paper = Paper(source, hant, dark, form, "plan")
    terms = source.choice((6, 9))
    first = paper.captured.date().replace(day=source.randrange(3, 27)) - timedelta(days=62)
    principal = source.randrange(4, 30) * 100
    body, left = "", 0.0
    late = source.choice((0, 1, 2, terms))
    for index in range(terms):
        months = first.month - 1 + index
        due = first.replace(year=first.year + months // 12, month=months % 12 + 1, day=min(first.day, 28))
        fee = round(principal * 0.015 * (terms - index), 0 if hant else 2)
        amount = f"{principal + fee:.2f}"
        past = due < paper.captured.date()
        state = "due" if not past else "overdue" if index == late else "paid"
        left += 0 if state == "paid" else principal + fee
        row = Row("repayment", due.isoformat(), amount=amount, currency=paper.currency, outcome=state)
        parts = [paper.money(f"{each:.2f}", optional=True) for each in (principal, fee)]
        split = paper.either(f"本金{principal:.2f} 利息{fee:.2f}", f"本金{principal} 利息{fee:.0f}")
        label = paper.either(f"第{index + 1}期", f"第{index + 1}期")
        colour = {"paid": "small", "due": "small", "overdue": "small red"}[state]
        lead = f'<div>{label}  {due:%Y-%m-%d}<div class="small">{split}</div></div>'
        tail = f'<div>{paper.shown(amount)}<div class="{colour}">{paper.either(*STATES[state])}</div></div>'
        body += tag("row", lead + tail, paper.keep(row, *parts))
    paper.entities.append(paper.money(f"{left:.2f}"))
    total = tag("card", pair(paper.either("剩余待还", "剩餘未繳"), paper.shown(f"{left:.2f}")))
    return paper.sheet(paper.either("还款计划", "還款計畫"), total + tag("card", body))


REFUSALS = (
    ("提现失败", "提領失敗", "您的账户存在异常，暂时无法提现", "您的帳戶異常，暫時無法提領", "提现金额", "提領金額"),
    ("提现失败", "提領失敗", "银行卡信息有误，请核对后重试", "銀行帳號有誤，請確認後再試", "提现金额", "提領金額"),
    ("充值失败", "儲值失敗", "支付通道繁忙，请稍后再试", "付款通道忙碌，請稍後再試", "充值金额", "儲值金額"),
    (
        "提现失败",
        "提領失敗",
        "账户已被风控冻结，如有疑问请联系客服",
        "帳戶已被凍結，如有疑問請聯絡客服",
        "提现金额",
        "提領金額",
    ),
)


def refused(source: random.Random, hant: bool, dark: bool, form: str) -> Sheet:
    """Draw the page that says that money could not be withdrawn or topped up."""
    paper = Paper(source, hant, dark, form, "refused")
    reason = source.choice(REFUSALS)
    amount, number = _amount(paper), digits(source, 16)
    at = paper.captured - timedelta(minutes=source.randrange(1, 60), seconds=source.randrange(60))
    row = Row("payment", minute(at), amount=amount, currency=paper.currency, reference=number, outcome="failed")
    called = hotline(source, paper.place)
    head = mark(False) + tag("middle", paper.either(*reason[:2]), style="font-size:20px;font-weight:600")
    head += tag("middle small", paper.either(*reason[2:4]), style="padding:6px 30px 18px")
    lines = [
        (paper.either(*reason[4:6]), paper.shown(amount)), (paper.either("申请时间", "申請時間"), f"{at:%Y-%m-%d %H:%M:%S}"),
        (paper.either("到账账户", "入帳帳戶"), paper.either("工商银行(6612)", "玉山銀行(6612)")) if "提" in reason[0] else (paper.either("付款账户", "付款帳戶"), paper.either("工商银行(6612)", "玉山銀行(6612)")),
        (paper.either("流水号", "交易序號"), number),
    ]  # fmt: skip
    inner = head + tag("card", "".join(pair(*each) for each in lines))
    body = tag("whole", inner, paper.keep(row, Entity("reference", number)))
    paper.entities.append(phone(called))
    body += tag("middle small", paper.either(f"客服热线 {called}", f"客服專線 {called}"), style="padding-top:20px")
    return paper.sheet(
        paper.either(reason[0][:2] + "结果", reason[1][:2] + "結果"),
        body + tag("button", paper.either("返回首页", "返回首頁")),
    )


def logins(source: random.Random, hant: bool, dark: bool, form: str) -> Sheet:
    """Draw where and with what an account was entered."""
    paper = Paper(source, hant, dark, form, "logins")
    at, body = paper.captured, ""
    for index in range(source.randrange(5, 8)):
        at = at - timedelta(minutes=3) if index == 0 else _back(paper, at)
        used = source.choice(DEVICES)
        row = Row("login", minute(at), text=used)
        place = paper.either(*source.choice(CITIES))
        note = f'<span class="red"> {paper.either("异地登录", "異地登入")}</span>' if source.random() < 0.25 else ""
        address = f"{source.randrange(36, 223)}.{source.randrange(10, 250)}.{source.randrange(10, 250)}.{source.randrange(2, 250)}"
        left = f'<div>{used}{note}<div class="small">{place}  IP {address}</div></div>'
        body += tag("row", left + f'<div class="small">{at:%Y-%m-%d}<br>{at:%H:%M}</div>', paper.keep(row))
    note = tag("head", paper.either("如非本人操作，请立即修改密码", "若非本人操作，請立即變更密碼"))
    return paper.sheet(paper.either("登录记录", "登入紀錄"), note + tag("card", body))


CLAUSES = (
    (
        "第{}条 乙方应按照还款计划按时足额还款，逾期的，甲方有权按日收取违约金。",
        "第{}條 乙方應依還款計畫按期繳款，逾期者，甲方得按日計收違約金。",
    ),
    ("第{}条 乙方保证所提供的资料真实、完整、有效。", "第{}條 乙方保證所提供之資料真實、完整。"),
    ("第{}条 乙方提前还款的，应当提前3个工作日通知甲方。", "第{}條 乙方提前清償者，應於3個工作天前通知甲方。"),
    (
        "第{}条 因本合同发生争议的，双方应协商解决；协商不成的，向合同签订地人民法院起诉。",
        "第{}條 因本契約涉訟者，雙方合意以臺灣臺北地方法院為第一審管轄法院。",
    ),
)


def contract(source: random.Random, hant: bool, dark: bool, form: str) -> Sheet:
    """Draw the first page of a loan contract: nothing happens in it but that it was made."""
    paper = Paper(source, hant, dark, form, "contract")
    brand = source.choice(BRANDS[paper.place])
    amount = f"{source.randrange(3, 60) * 1000}.00"
    number = f"{source.choice(('HT', 'JK', 'DK'))}{paper.captured:%Y}{digits(source, 10)}"
    signed = paper.captured - timedelta(days=source.randrange(5, 60))
    company = brand + paper.either("有限公司", "股份有限公司")
    figure = f"新臺幣{float(amount):,.0f}元" if hant else f"人民币{float(amount):,.2f}元"
    lines = [
        (paper.either("合同编号", "契約編號"), number), (paper.either("甲方（出借人）", "甲方（貸與人）"), company),
        (paper.either("乙方（借款人）", "乙方（借用人）"), paper.either("李*", "陳*")), (paper.either("借款金额", "借款金額"), figure),
        (paper.either("年化利率", "年利率"), f"{source.choice((12, 14.4, 15.6, 18, 23.9))}%"), (paper.either("借款期限", "借款期限"), paper.either("12个月", "12個月")),
        (paper.either("签订日期", "簽約日期"), f"{signed.year}年{signed.month}月{signed.day}日"),
    ]  # fmt: skip
    inner = tag("clause title", paper.either("个人消费借款合同", "消費借貸契約書")) + "".join(
        pair(*each) for each in lines
    )
    numerals = "一二三四"
    order = source.sample(range(len(CLAUSES)), len(CLAUSES))
    inner += "".join(
        tag("clause", paper.either(*CLAUSES[each]).format(numerals[place])) for place, each in enumerate(order)
    )
    body = tag("card", inner, paper.keep(Row("*", optional=True)))
    paper.entities += [
        Entity("reference", number),
        paper.money(amount),
        Entity("institution", f"{company}|{brand}", optional=True),
    ]
    return paper.sheet(paper.either("合同详情", "契約內容"), body, most=1.5)


STEPS = (
    (("投诉已提交", "申訴已送出"), ("请保持电话畅通。", "請保持電話暢通。")),
    (("投诉已受理", "申訴已受理"), ("{我们将在<wd>给您答复。}", "{我們將於<wd>回覆您。}")),
    (("处理中", "處理中"), ("处理人：客服工号<id>", "承辦人：客服工號<id>")),
    (("待补充材料", "待補資料"), ("请您在5个工作日内上传扣款凭证。", "請您於5個工作天內上傳扣款證明。")),
)


def ticket(source: random.Random, hant: bool, dark: bool, form: str) -> Sheet:
    """Draw how far a complaint has come, the last step on top."""
    paper = Paper(source, hant, dark, form, "ticket")
    number = f"TS{paper.captured:%Y%m}{digits(source, 8)}"
    paper.entities.append(Entity("reference", number))
    known = slots(paper.place, "", Agent.new(source))
    at = paper.captured - timedelta(days=source.randrange(4, 8), minutes=source.randrange(300))
    at = at.replace(hour=source.randrange(9, 18))
    steps = []
    for title, note in STEPS[: source.randrange(2, 5)]:
        at = (at + timedelta(days=source.choice((0, 1)), minutes=source.randrange(20, 90))).replace(second=0)
        said = say(paper.either(*note), known, source, at)
        paper.promises += said.promises
        row = Row("complaint", minute(at), text=paper.either(*title))
        inner = f'{row.text}<div class="small">{words(said.text)}</div><div class="small">{at:%Y-%m-%d %H:%M}</div>'
        steps.append(tag("step", inner, paper.keep(row, *said.entities)))
    kind = paper.either(
        *source.choice((("非本人借款", "非本人借款"), ("退款纠纷", "退款爭議"), ("暴力催收", "不當催收")))
    )
    head = tag(
        "card", pair(paper.either("投诉单号", "申訴編號"), number) + pair(paper.either("投诉类型", "申訴類型"), kind)
    )
    return paper.sheet(paper.either("投诉详情", "申訴進度"), head + tag("card", "".join(reversed(steps))))


PAGES: dict[str, Callable[[random.Random, bool, bool, str], Sheet]] = {
    "calls_android": calls_android, "calls_apple": calls_apple, "bill": bill, "bills": bills, "plan": plan, "refused": refused,
    "logins": logins, "contract": contract, "ticket": ticket,
}  # fmt: skip
