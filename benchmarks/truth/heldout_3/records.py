"""Pages of rows: calls, bills, repayment plans, logins, and movements of money that failed."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, Truth, minute
from benchmarks.truth.heldout_3.cast import institution
from benchmarks.truth.heldout_3.chats import BRANDS, LANGUAGES, ZONES
from benchmarks.truth.heldout_3.numbers import amount_entity, digits, reference, telephone
from benchmarks.truth.heldout_3.phone import GENEROUS_PX, Page, Phone, phone, status_bar, type_of, wrapped
from benchmarks.truth.sheet import Sheet, rows_entities, tag, words

CURRENCY = {"cn": "CNY", "tw": "TWD", "hk": "HKD"}
SIGN = {"cn": "¥", "tw": "NT$", "hk": "HK$"}


@dataclass
class Record:
    """What is settled of a page before it is drawn. ``now`` is when it was captured, ``number`` counts its kind."""

    kind: str
    place: str
    now: datetime
    dark: bool
    form: str
    source: random.Random
    number: int

    def __post_init__(self) -> None:
        """Settle phone and brand, and begin the truth."""
        self.device: Phone = phone(self.source)
        self.brand = self.source.choice(BRANDS[self.place])
        self.truth = Truth(
            "", f"{self.kind}", self.kind, self.form, "hans" if self.place == "cn" else "hant",
            ZONES[self.place], self.device.width, self.dark, minute(self.now),
        )  # fmt: skip
        self.truth.entities += institution(self.brand)

    def word(self, hans: str, hant: str) -> str:
        """Return the word in the script of the place."""
        return hans if self.place == "cn" else hant

    def money(self, amount: float) -> str:
        """Return a sum as programs there write it."""
        return SIGN[self.place] + (f"{amount:,.0f}" if self.place == "tw" else f"{amount:,.2f}")

    def some(self, low: float, high: float) -> float:
        """Return a sum, whole where there are no cents in use."""
        factor = {"cn": 1, "tw": 4, "hk": 1}[self.place]
        amount = self.source.uniform(low, high) * factor
        return float(round(amount)) if self.place == "tw" else round(amount, 2)

    def add(self, row: Row) -> str:
        """Keep a row in the truth and return its name; it is in the currency of the place."""
        row.id = f"r{len(self.truth.rows)}"
        row.currency = CURRENCY[self.place] if row.amount else None
        self.truth.rows.append(rows_entities(row))
        return row.id

    def says(self, *entities: Entity) -> None:
        """Keep what stands on the page outside its rows."""
        self.truth.entities += entities

    def sheet(self, title: str, middle: str, *, fixed: bool, bottom: str = "") -> Sheet:
        """Return the page with its title, cut at the phone's height where ``fixed``."""
        fonts = type_of(self.source, self.place)
        page = Page(self.device, f"record {self.kind}", self.dark, fonts, fixed, LANGUAGES[self.place])
        top = status_bar(self.device, self.now, self.source)
        top += tag("bar", '<span class="back"></span>' + tag("names", tag("title", words(title))))
        most = self.device.high if fixed else GENEROUS_PX
        html = wrapped(page, top, middle, bottom)
        return Sheet(html, self.device.width, self.device.density, self.device.high, most, self.truth)


def pairs(*given: tuple[str, str]) -> str:
    """Return lines of a label and a value."""
    return "".join(
        tag("pairline", f'<span class="key">{words(key)}</span><span class="value">{words(value)}</span>')
        for key, value in given
    )


def _day(record: Record, at: datetime) -> str:
    ago = (record.now.date() - at.date()).days
    return ("今天", "昨天")[ago] if ago < 2 else f"{at.month}月{at.day}日"


def _spoken(record: Record, seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    second = record.word("秒", "秒")
    return (f"{minutes}{record.word('分', '分')}" if minutes else "") + f"{rest}{second}"


CALL_WORDS = {
    "in": ("呼入", "來電"), "out": ("呼出", "撥出"), "missed": ("未接来电", "未接來電"), "rejected": ("已拒接", "已拒接"),
}  # fmt: skip


def dialer(record: Record) -> Sheet:
    """Draw calls under the day on which they were, with words for what they were."""
    source, at, shown, parts = record.source, record.now, "", []
    for _ in range(source.randrange(8, 14)):
        at -= timedelta(minutes=source.choice((7, 43, 190, 800, 1500)))
        if _day(record, at) != shown:
            shown = _day(record, at)
            parts.append(tag("day", shown))
        direction = source.choices(list(CALL_WORDS), (4, 2, 3, 1))[0]
        seconds = source.randrange(8, 900) if direction in ("in", "out") else None
        party, entity = _caller(record)
        row = Row("call", minute(at), direction, party, duration_s=seconds, entities=[entity] if entity else [])
        about = record.word(*CALL_WORDS[direction]) + (f" {_spoken(record, seconds)}" if seconds else "")
        left = tag("main", words(party)) + tag("sub", about)
        inner = tag("left", left) + tag("hour", f"{at:%H:%M}")
        parts.append(tag(f"item {direction}", inner, record.add(row)))
    tabs = tag(
        "tabs",
        "".join(f"<span>{each}</span>" for each in record.word("通话 联系人 收藏", "通話 聯絡人 我的最愛").split()),
    )
    return record.sheet(record.word("通话记录", "通話記錄"), "".join(parts), fixed=True, bottom=tabs)


def _caller(record: Record) -> tuple[str, Entity | None]:
    if record.source.random() < 0.25:
        return record.brand + record.word("客服", "客服"), None
    kind = record.source.choices(("mob", "land", "hot"), (3, 3, 2))[0]
    shown = telephone(record.source, kind, record.place)
    return shown.words, shown.entity


def recents(record: Record) -> Sheet:
    """Draw calls as iPhones list them: the missed in red, and of older ones the day only."""
    source, at, parts = record.source, record.now, []
    for _ in range(source.randrange(8, 12)):
        at -= timedelta(minutes=source.choice((9, 71, 400, 1400, 2600)))
        ago = (record.now.date() - at.date()).days
        hour = f"{at:%H:%M}" if ago == 0 else "昨天" if ago == 1 else f"{at.year}/{at.month}/{at.day}"
        party, entity = _caller(record)
        missed = source.random() < 0.4
        row = Row("call", minute(at)[: 16 if ago == 0 else 10], "missed" if missed else None, party)
        row.entities += [entity] if entity else []
        left = tag("main", words(party)) + tag("sub", record.word("手机", "手機"))
        inner = tag("left", left) + tag("hour", hour)
        parts.append(tag("item" + (" missed" if missed else ""), inner, record.add(row)))
    return record.sheet(record.word("最近通话", "最近通話"), "".join(parts), fixed=True)


BILLS = (
    ("out", "done", "支付成功", "付款成功"), ("out", "failed", "支付失败", "付款失敗"), ("out", "closed", "交易关闭", "交易關閉"),
    ("in", "done", "已到账", "已入帳"), ("out", "done", "扣款成功", "扣款成功"),
)  # fmt: skip


def bill(record: Record) -> Sheet:
    """One movement of money with all that a wallet says of it."""
    source = record.source
    direction, outcome, hans, hant = BILLS[record.number % len(BILLS)]
    at = record.now - timedelta(minutes=source.randrange(20, 9000))
    day = f"{at:%Y%m%d}"
    amount, number, other = record.some(50, 6000), reference(source, "txn", day), reference(source, "ord", day)
    company = record.brand + record.word("信息科技有限公司", "股份有限公司" if record.place == "tw" else "有限公司")
    names = [record.brand, company]
    row = Row("payment", minute(at), direction, "|".join(names), f"{amount:.2f}", outcome=outcome)
    row.reference = f"{number.words}|{other.words}"
    name = record.add(row)
    row.entities = [amount_entity(amount, record.place), number.entity, other.entity]
    record.truth.entities += institution(company)
    sign = "-" if direction == "out" else "+"
    number_words = f"{amount:,.0f}" if record.place == "tw" else f"{amount:,.2f}"
    shown = sign + (number_words if record.place == "cn" else SIGN[record.place] + number_words)
    head = tag("face bill", "") + tag("main", words(record.brand)) + tag("huge", shown)
    card = record.word("储蓄卡", "金融卡") + f"({digits(source, 4)})"
    when = f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}:{source.randrange(60):02}"
    lines = pairs(
        (record.word("当前状态", "目前狀態"), record.word(hans, hant)),
        (record.word("支付时间", "交易時間"), when if source.random() < 0.5 else f"{at:%Y-%m-%d %H:%M}:09"),
        (
            record.word("商品", "商品"),
            record.word("分期还款", "分期繳款") if direction == "out" else record.word("借款放款", "貸款撥款"),
        ),
        (record.word("商户全称", "商家名稱"), company),
        (record.word("支付方式", "付款方式"), card),
        (record.word("交易单号", "交易序號"), number.words),
        (record.word("商户单号", "商家訂單編號"), other.words),
    )
    return record.sheet(
        record.word("账单详情", "帳單明細"), tag("sheetlike", tag("billhead", head) + lines, name), fixed=False
    )


LEDGER = (
    ("out", "done", "{brand}", ""), ("out", "done", "美团外卖|全聯福利中心", ""), ("in", "done", "微信红包-来自小陈|轉帳-王小姐", ""),
    ("out", "refunded", "{brand}", "已全额退款|已全額退款"), ("out", "closed", "京东商城|蝦皮購物", "交易关闭|交易關閉"),
    ("in", "done", "工资-明远物流|薪資轉入", ""), ("out", "failed", "{brand}", "支付失败|付款失敗"), ("out", "done", "滴滴出行|台灣高鐵", ""),
)  # fmt: skip


def ledger(record: Record) -> Sheet:
    """Draw a month of a wallet's movements, newest first."""
    source, at, parts = record.source, record.now, []
    spent, gained = record.some(900, 9000), record.some(500, 8000)
    record.says(amount_entity(spent, record.place), amount_entity(gained, record.place))
    month = f"{record.now.year}年{record.now.month}月"
    totals = (
        f"{record.word('支出', '支出')} {record.money(spent)}　{record.word('收入', '收入')} {record.money(gained)}"
    )
    parts.append(tag("day", tag("main", month) + tag("sub", totals)))
    for _ in range(source.randrange(8, 13)):
        at -= timedelta(minutes=source.choice((35, 260, 900, 1300)))
        if at.month != record.now.month:
            break
        direction, outcome, party, tagged = source.choice(LEDGER)
        name = party.split("|")[-1 if record.place != "cn" else 0].format(brand=record.brand)
        amount = record.some(8, 2600)
        row = Row("payment", minute(at), direction, name, f"{amount:.2f}", outcome=outcome)
        number = f"{amount:,.0f}" if record.place == "tw" else f"{amount:,.2f}"
        shown = ("-" if direction == "out" else "+") + number
        extra = tag("sub mark", tagged.split("|")[-1 if record.place != "cn" else 0]) if tagged else ""
        left = tag("left", tag("main", words(name)) + tag("sub", f"{at.month}月{at.day}日 {at:%H:%M}"))
        inner = tag("face small", "") + left + tag("sum", tag("main", shown) + extra)
        parts.append(tag(f"item {direction}", inner, record.add(row)))
    return record.sheet(record.word("账单", "交易明細"), "".join(parts), fixed=True)


def plan(record: Record) -> Sheet:
    """Draw the instalments of a loan: what each is made of, and whether it is paid."""
    source = record.source
    count, capital = source.choice((6, 9, 12)), record.some(200, 900)
    first = record.now.replace(day=source.randrange(3, 27)) - timedelta(days=31 * source.randrange(2, 5))
    left_over, parts, late = 0.0, [], False
    for index in range(count):
        month = first.month - 1 + index
        due = first.replace(year=first.year + month // 12, month=month % 12 + 1)
        interest = record.some(5, 60)
        total = round(capital + interest, 2)
        outcome = "paid" if due.date() < record.now.date() else "due"
        if outcome == "paid" and not late and due + timedelta(days=31) > record.now and source.random() < 0.7:
            outcome, late = "overdue", True
        left_over += 0 if outcome == "paid" else total
        days = (record.now.date() - due.date()).days
        state = {
            "paid": record.word("已还清", "已繳清"), "due": record.word("待还款", "未到期"),
            "overdue": record.word(f"逾期{days}天", f"逾期{days}天"),
        }[outcome]  # fmt: skip
        row = Row("repayment", f"{due:%Y-%m-%d}", amount=f"{total:.2f}", outcome=outcome)
        row.entities += [amount_entity(capital, record.place), amount_entity(interest, record.place)]
        when = f"{due:%Y-%m-%d}" if count != 9 else f"{due.year}年{due.month:02}月{due.day:02}日"
        sub = (
            record.word("本金", "本金") + record.money(capital) + record.word(" 利息", " 利息") + record.money(interest)
        )
        head = tag("main", f"{index + 1}/{count}{record.word('期', '期')}　{when}")
        inner = tag("left", head + tag("sub", sub)) + tag(
            "sum", tag("main", record.money(total)) + tag(f"sub {outcome}", state)
        )
        parts.append(tag("item", inner, record.add(row)))
    record.says(amount_entity(left_over, record.place))
    number = reference(source, "iou", f"{first:%Y%m%d}")
    record.says(number.entity)
    top = tag("sub", record.word("剩余应还总额", "剩餘應繳總額")) + tag("huge", record.money(left_over))
    top += tag("sub", record.word("借据号 ", "貸款編號 ") + number.words)
    return record.sheet(record.word("还款计划", "繳款計畫"), tag("billhead", top) + "".join(parts), fixed=True)


FAILED = (
    ("提现失败", "提領失敗", "failed", "收款银行账户状态异常，资金未转出", "收款帳戶狀態異常，款項未轉出"),
    ("充值失败", "儲值失敗", "failed", "银行返回超时，请稍后查看余额", "銀行回應逾時，請稍後查看餘額"),
    ("提现处理中", "提領處理中", "pending", "当前交易正在人工审核", "目前交易正在人工審核"),
    ("还款失败", "繳款失敗", "failed", "银行卡余额不足（错误码 B0311）", "帳戶餘額不足（錯誤碼 B0311）"),
)


def refused(record: Record) -> Sheet:
    """Draw a top-up or a withdrawal that did not come off, with the reason that is given."""
    source = record.source
    hans, hant, outcome, why, why_hant = FAILED[record.number % len(FAILED)]
    at = record.now - timedelta(minutes=source.randrange(1, 30))
    amount, number = record.some(100, 6000), reference(source, "wd_no", f"{at:%Y%m%d}")
    row = Row("payment", minute(at), amount=f"{amount:.2f}", reference=number.words, outcome=outcome)
    name = record.add(row)
    head = tag(f"sign {outcome}", "") + tag("main", record.word(hans, hant)) + tag("sub", record.word(why, why_hant))
    hot = telephone(source, "hot", record.place)
    record.says(hot.entity)
    lines = pairs(
        (record.word("金额", "金額"), record.money(amount)),
        (record.word("申请时间", "申請時間"), f"{at:%Y-%m-%d %H:%M}:{source.randrange(60):02}"),
        (record.word("单号", "單號"), number.words),
        (record.word("银行卡", "銀行帳戶"), record.word("储蓄卡 尾号", "末四碼 ") + digits(source, 4)),
        (record.word("客服电话", "客服電話"), hot.words),
    )
    buttons = tag("button", record.word("重新提交", "重新送出")) + tag(
        "button pale", record.word("联系客服", "聯絡客服")
    )
    return record.sheet(
        record.word("交易结果", "交易結果"),
        tag("sheetlike", tag("billhead", head) + lines, name) + buttons,
        fixed=False,
    )


DEVICES = (
    "HUAWEI Mate 60 Pro",
    "iPhone 15",
    "Redmi K70",
    "vivo X100s",
    "OPPO Reno12",
    "Windows 11 Chrome",
    "HONOR 200",
)
TOWNS = {
    "cn": ("广东深圳", "上海", "河南郑州", "福建厦门", "四川成都"), "tw": ("台北市", "高雄市", "新北市", "台中市"),
    "hk": ("香港", "九龍", "新界"),
}  # fmt: skip


def logins(record: Record) -> Sheet:
    """Which devices signed in, from where and when."""
    source, at, parts = record.source, record.now - timedelta(minutes=4), []
    for index in range(source.randrange(6, 10)):
        name, town = source.choice(DEVICES), source.choice(TOWNS[record.place])
        row = Row("login", minute(at), text=name)
        ip = f"{source.randrange(27, 223)}.{source.randrange(1, 250)}.*.*"
        main = words(name) + (f"<em>{record.word('本机', '本機')}</em>" if index == 0 else "")
        left = tag("main", main) + tag("sub", f"{town} · IP {ip}")
        when = tag("sub", f"{at:%Y-%m-%d %H:%M}:{source.randrange(60):02}")
        parts.append(tag("item", tag("left", left + when), record.add(row)))
        at -= timedelta(minutes=source.choice((55, 700, 2900, 8000)))
    note = tag("note", record.word("如非本人操作，请立即修改密码", "如非本人操作，請立即變更密碼"))
    return record.sheet(record.word("登录记录", "登入紀錄"), note + "".join(parts), fixed=True)


PAGES: dict[str, Callable[[Record], Sheet]] = {
    "dialer": dialer, "recents": recents, "bill": bill, "ledger": ledger, "plan": plan, "refused": refused, "logins": logins,
}  # fmt: skip
