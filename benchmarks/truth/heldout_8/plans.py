"""Repayment plans, login records, contracts and tickets."""

import random
from datetime import date, datetime, timedelta

from benchmarks.truth.format import Promise, Row
from benchmarks.truth.grammar import Said
from benchmarks.truth.sheet import rows_entities, tag, words

from .markup import Marks, due_of
from .pages import (
    SIGNS,
    back_from,
    body,
    card,
    colours,
    digits,
    entities,
    fields,
    iso,
    line,
    money,
    optional_amounts,
    page,
)
from .phone import Page, Phone


def _months(phone: Phone, source: random.Random, count: int) -> list[date]:
    day, first = source.randrange(3, 28), phone.now.month - source.randrange(2, 4)
    return [date(phone.now.year + (first + n - 1) // 12, (first + n - 1) % 12 + 1, day) for n in range(count)]


def _due(phone: Phone, day: date, amount: float, code: str, late: bool) -> Row:
    outcome = "due" if day > phone.now.date() else "overdue" if late else "paid"
    return rows_entities(Row("repayment", day.isoformat(), amount=f"{amount:.2f}", currency=code, outcome=outcome))


WORDS = {"cn": {"paid": "已还", "due": "待还", "overdue": "已逾期"}, "tw": {"paid": "已繳清", "due": "未到期", "overdue": "逾期"},
         "hk": {"paid": "已還款", "due": "待還款", "overdue": "逾期"}}  # fmt: skip


def cards(phone: Phone, source: random.Random, long: bool = False) -> Page:
    """Return a plan as cards."""
    tc, code = phone.place != "cn", {"cn": "CNY", "tw": "TWD", "hk": "HKD"}[phone.place]
    made = page(
        phone,
        "plan-cards",
        "plan",
        "還款計劃" if tc else "还款计划",
        "#f5f5f7/#101012",
        "#ff6a3c/#47200f",
        "#fff/#ffd8c8",
        long=long,
    )
    count = 24 if long else 6
    inner = []
    for n, day in enumerate(_months(phone, source, count), 1):
        amount = money(source, 300, 2600) if code != "TWD" else float(source.randrange(900, 9000))
        row = _due(phone, day, amount, code, n == 2 or n == 3)
        shown = {
            "cn": f"{day:%Y-%m-%d}",
            "tw": f"{day.year - 1911}年{day.month:02}月{day.day:02}日",
            "hk": f"{day.day}/{day.month}/{day.year}",
        }[phone.place]
        figure = f"{SIGNS[code]}{amount:,.0f}" if code == "TWD" else f"{SIGNS[code]}{amount:,.2f}"
        pairs = [
            ("应还日期" if not tc else "繳款日" if code == "TWD" else "到期日", shown),
            ("應還金額" if tc else "应还金额", figure),
        ]
        title = f'<div style="display:flex;justify-content:space-between;font-size:15.500px"><b>第{n}/{count}期</b><span style="color:{"#e33" if row.outcome == "overdue" else "#999"}">{WORDS[phone.place][row.outcome or ""]}</span></div>'
        inner.append(card(made, title + fields(made, pairs, pad=4), made.row(row)))
    return body(made, inner)


def table(phone: Phone, source: random.Random) -> Page:
    """Return a plan as a table with principal and interest."""
    made = page(phone, "plan-table", "plan", "还款计划表", "#fff/#101010", "#fff/#1a1a1a")
    _, rule, grey = colours(phone)
    style = f"display:flex;padding:11px 10px;font-size:13px;border-bottom:1px solid {rule};white-space:nowrap"
    widths = (11, 25, 19, 15, 18, 12)
    inner = [
        f'<div style="{style};color:{grey}">'
        + "".join(
            f'<span style="width:{w}%">{h}</span>'
            for w, h in zip(widths, ("期数", "还款日", "本金", "利息", "合计(元)", "状态"), strict=True)
        )
        + "</div>"
    ]
    for n, day in enumerate(_months(phone, source, 10), 1):
        main, interest = round(money(source, 400, 900), 2), round(money(source, 10, 90), 2)
        row = _due(phone, day, round(main + interest, 2), "CNY", n == 3)
        optional_amounts(made, f"{main:.2f} CNY", f"{interest:.2f} CNY")
        cells = (
            str(n),
            day.isoformat(),
            f"{main:.2f}",
            f"{interest:.2f}",
            f"{main + interest:.2f}",
            {"paid": "已还", "due": "未还", "overdue": "逾期"}[row.outcome or ""],
        )
        inner.append(
            tag(
                "row",
                "".join(f'<span style="width:{w}%">{c}</span>' for w, c in zip(widths, cells, strict=True)),
                made.row(row),
                style,
            )
        )
    return body(made, inner)


def listed(phone: Phone, source: random.Random) -> Page:
    """Return a plan as a plain list with what is due now on top."""
    made = page(phone, "plan-list", "plan", "我的借款", "#f2f5f4/#101312", "#07a96b/#0b3b29", "#fff/#cbeedd")
    total, contract = money(source, 3000, 20000), "HT" + digits(source, 14)
    top = (
        f'<div style="font-size:13px;color:#888">剩余应还总额(元)</div><div style="font-size:30px;font-weight:600">{total:,.2f}</div>'
        + fields(made, [("合同编号", contract)])
    )
    optional_amounts(made, f"{total:.2f} CNY")
    entities(made, ("reference", contract))
    inner = [card(made, top), '<div style="height:11px"></div>']
    for n, day in enumerate(_months(phone, source, 7), 1):
        amount = money(source, 200, 1500)
        row = _due(phone, day, amount, "CNY", n == 2)
        inner.append(
            line(
                made,
                row,
                f"第{n}期",
                f"{day.year}年{day.month}月{day.day}日应还",
                f"¥{amount:.2f}",
                WORDS["cn"][row.outcome or ""],
            )
        )
    return body(made, inner)


DEVICES = ("iPhone 14 Pro", "HUAWEI Mate 60", "Xiaomi 13", "Windows 电脑", "vivo X90", "OPPO Reno9", "iPad Air")
CITIES = {
    "cn": ("浙江省杭州市", "上海市", "广东省深圳市", "北京市", "福建省厦门市"),
    "tw": ("台北市", "新北市", "高雄市"),
    "hk": ("香港", "九龍", "深圳"),
}


def logins(phone: Phone, source: random.Random, form: int) -> Page:
    """Return what devices logged in."""
    tc = phone.place != "cn"
    made = page(
        phone, "logins", "logins", ("登入紀錄" if tc else "登录记录" if form else "登录设备管理"), "#f5f6f8/#0f1012"
    )
    inner = []
    for at in sorted((back_from(phone.now, source, 300) for _ in range(7)), reverse=True):
        device, city = (
            source.choice(DEVICES).replace("Windows 电脑", "Windows 電腦" if tc else "Windows 电脑"),
            source.choice(CITIES[phone.place]),
        )
        shown = {
            "cn": (f"{at:%Y-%m-%d %H:%M:%S}", f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}")[form % 2],
            "tw": f"{at.year - 1911}/{at:%m/%d %H:%M}",
            "hk": f"{at.day}/{at.month}/{at.year} {at:%H:%M}",
        }[phone.place]
        row = Row("login", iso(at), text=device)
        address = f"IP {source.randrange(30, 220)}.{source.randrange(255)}.*.*"
        inner.append(card(made, fields(made, [("裝置" if tc else "设备", device), ("地點" if tc else "登录地点", f"{city}  {address}"), ("時間" if tc else "登录时间", shown)], pad=3), made.row(row)) if form % 2 else
                     line(made, row, device, f"{city}  {shown}", "", source.choice(("", "异常登录" if not tc else "異常登入"))))  # fmt: skip
    return body(made, inner)


def contract(phone: Phone, source: random.Random, which: int) -> Page:
    """Return the page of a loan contract."""
    made = page(
        phone,
        "contract",
        "contract",
        ("借款合同", "个人消费贷款合同", "借款凭证")[which % 3] if phone.place == "cn" else "貸款合約",
        "#fff/#141414",
        "#fff/#1a1a1a",
    )
    marks = Marks(source, phone.place)
    at = back_from(phone.now, source, 900)
    if phone.place == "cn":
        lines = ("合同编号：{r:ht}", "出借人（甲方）：{i=" + ("恒丰达消费金融有限公司", "重庆云帆小额贷款有限公司", "安易借网络小额贷款有限公司")[which % 3] + "}", "借款人（乙方）：王*明", "身份证号：3301**********221X", "联系电话：{p:m}",
                 "第一条 借款金额为人民币{m=" + f"{source.randrange(20, 300) * 100:,}" + "元}，借款期限12个月。", "第二条 乙方应按月还款，每期应还{m=" + f"{money(source, 300, 3000):,.2f}" + "元}，具体以还款计划为准。",
                 f"第三条 乙方授权甲方从尾号{digits(source, 4)}的储蓄卡扣款。", "第四条 逾期的，甲方有权按日收取罚息，并向征信机构报送。", "甲方客服热线：{p}", f"签订日期：{at.year}年{at.month}月{at.day}日")  # fmt: skip
    else:
        lines = ("合約編號：{r:ht}", "貸款人：{i=" + ("港盈財務有限公司" if phone.place == "hk" else "悠旅付電子支付股份有限公司") + "}", "借款人：陳○明", "貸款本金：{m}", "每期還款額：{m}", "第三條 借款人如逾期還款，貸款人得收取違約金。", "查詢電話：{p}",
                 f"簽署日期：{f'民國{at.year - 1911}年' if phone.place == 'tw' else f'{at.year}年'}{at.month}月{at.day}日")  # fmt: skip
    texts = "".join(f'<p style="margin:9px 0;font-size:15px">{made.beside(marks.said(each, at))}</p>' for each in lines)
    return body(
        made,
        [
            f'<div style="padding:10px 18px"><h3 style="text-align:center;font-size:18px">{("借款合同", "个人消费贷款合同", "借款凭证")[which % 3] if phone.place == "cn" else "貸款合約"}</h3>{texts}</div>'
        ],
    )


TOPICS = {
    "cn": ("催收骚扰第三方", "非本人借款", "提现失败未退款", "重复扣款", "征信异议", "会员费退款"),
    "tw": ("未授權扣款", "儲值未入帳", "催收不當"),
    "hk": ("錯誤轉賬", "收費爭議", "追數滋擾"),
}


def tickets(phone: Phone, source: random.Random, form: int) -> Page:
    """Return a list of complaints."""
    tc = phone.place != "cn"
    made = page(
        phone,
        "ticket-list",
        "ticket",
        "我的申訴" if tc else ("我的投诉", "工单列表", "投诉建议")[form % 3],
        "#f4f5f7/#0f1012",
        ("#fff/#1a1a1a", "#3366ff/#162a66")[form % 2],
        ("#111/#ddd", "#fff/#d6e0ff")[form % 2],
    )
    inner = []
    ats = sorted((back_from(phone.now, source, 1500) for _ in range(5)), reverse=True)
    for at in ats:
        topic, number = (
            source.choice(TOPICS[phone.place]),
            source.choice(("TS", "GD", "CP-")) + f"{at:%Y%m%d}" + digits(source, 5),
        )
        row = rows_entities(Row("complaint", iso(at), reference=number, text=topic))
        shown = {
            "cn": f"{at:%Y-%m-%d %H:%M}",
            "tw": f"{at.year - 1911}/{at:%m/%d %H:%M}",
            "hk": f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}",
        }[phone.place]
        state = source.choice(("處理中", "已結案") if tc else ("处理中", "已受理", "已办结"))
        title = f'<div style="display:flex;justify-content:space-between;font-size:16px"><b>{topic}</b><span style="color:#3a7bff;font-size:13.500px">{state}</span></div>'
        pairs = [
            ("申訴編號" if tc else ("投诉编号", "工单号", "受理编号")[form % 3], number),
            ("提交時間" if tc else "提交时间", shown),
        ]
        inner.append(card(made, title + fields(made, pairs, pad=4), made.row(row)))
    return body(made, inner)


ANSWERS = {"cn": ("您的投诉我司已收悉。[[+5w|我司将在5个工作日内核实并答复您。]]经办人工号{a}。", "经核实，涉及金额{m}。[[+3w|多收部分将于3个工作日内退回您的还款账户。]]咨询电话{p}。", "已联系您未接通。[[+1d|专员明天会再次致电您。]]回拨号码{p}。", "感谢反馈，工号{a}为您处理。请您补充{m}的扣款凭证。"),
           "tw": ("您的申訴已受理。[[+7d|我們將於7日內以書面回覆您。]]承辦人員工編號{a}。", "爭議金額{m}已暫停計息。[[+3d|三天內會有專人與您聯絡。]]客服專線{p}。"),
           "hk": ("已收到閣下的投訴。[[+7d|本公司將於7日內書面答覆。]]查詢電話{p}。", "個案由職員{a}跟進，涉及金額{m}。")}  # fmt: skip


def ticket(phone: Phone, source: random.Random, which: int) -> Page:
    """Return one complaint with what the institution answered."""
    tc = phone.place != "cn"
    made = page(
        phone, "ticket-detail", "ticket", "申訴詳情" if tc else ("投诉详情", "工单详情")[which % 2], "#f4f5f7/#0f1012"
    )
    marks, at = Marks(source, phone.place), (phone.now - timedelta(days=source.randrange(1, 10))).replace(hour=9)
    number, topic = (
        ("TS", "GD", "CN-")[which % 3] + f"{at:%Y%m%d}" + digits(source, 6),
        source.choice(TOPICS[phone.place]),
    )
    row = rows_entities(Row("complaint", iso(at), reference=number))
    roc = phone.place == "tw"

    def shown(time: datetime) -> str:
        return f"{time.year - 1911}年{time.month}月{time.day}日 {time:%H:%M}" if roc else f"{time:%Y-%m-%d %H:%M}"

    pairs = [
        ("申訴編號" if tc else ("投诉编号", "工单号")[which % 2], number),
        ("問題類型" if tc else "问题类型", topic),
        ("提交時間" if tc else "提交时间", shown(at)),
    ]
    inner = [card(made, fields(made, pairs, right=which % 2 == 0, pad=5), made.row(row))]
    answer_at = at + timedelta(hours=3, minutes=source.randrange(59))
    said = marks.said(ANSWERS[phone.place][which % len(ANSWERS[phone.place])], answer_at)
    extra = Row("*", optional=True)
    answer = f'<div style="font-size:15px;font-weight:600">{"處理回覆" if tc else "处理回复"}</div><div style="font-size:12.500px;color:#999;margin:4px 0">{shown(answer_at)}</div><div style="font-size:15px">{made.beside(said)}</div>'
    inner.append(card(made, answer, made.row(extra)))
    return body(made, inner)


def promised(text: str, spec: str, at: date) -> Said:
    """Return a promise of a page."""
    due = due_of(spec, at)
    return Said(text, [], [Promise(text, due.isoformat() if due else None)])


def receipt(phone: Phone, source: random.Random, which: int) -> Page:
    """Return what is said after a complaint or an application was handed in."""
    made = page(phone, "ticket-receipt", "ticket", "提交成功", "#fff/#101010")
    at = phone.now - timedelta(minutes=2)
    number = ("SQ", "TS", "YY")[which % 3] + f"{at:%Y%m%d}" + digits(source, 8)
    spec, text = (
        ("+15d", "我们将在15日内答复您。"),
        ("+3w", "工作人员将在3个工作日内与您联系。"),
        ("-", "我们会尽快处理并短信通知您。"),
    )[which % 3]
    row = rows_entities(Row("complaint", iso(at), reference=number))
    tick = '<div style="text-align:center;padding:26px 0 8px"><svg width="60" height="60"><circle cx="30" cy="30" r="28" fill="#22b573"/><path d="M17 31L27 40L44 21" stroke="#fff" stroke-width="4" fill="none"/></svg></div>'
    note = f'<div style="text-align:center;font-size:15px;padding:4px 26px 12px">{made.beside(promised(text, spec, at.date()))}</div>'
    inner = tick + '<div style="text-align:center;font-size:19px;font-weight:600">您的投诉已提交</div>' + note
    pairs = [("受理编号", number), ("提交时间", f"{at:%Y-%m-%d %H:%M:%S}")]
    return body(made, [inner, card(made, fields(made, pairs), made.row(row)), words("")])
