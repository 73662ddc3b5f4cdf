"""Bills in lists, and pages of a single movement of money."""

from collections.abc import Iterator

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_9 import money_data as data
from benchmarks.truth.heldout_9.pages import Frame, bare_amount, frame_sheet, item, pairs, row_text, tabs
from benchmarks.truth.heldout_9.phone import day_words, moment, when
from benchmarks.truth.sheet import Sheet, hour_words, words

OUTCOMES = {
    "交易成功": "done", "支付成功": "done", "已支付": "done", "付款成功": "done", "交易完成": "done", "扣款成功": "done", "还款成功": "done",
    "支付失败": "failed", "交易失败": "failed", "扣款失败": "failed", "付款失敗": "failed", "交易失敗": "failed", "提现失败": "failed", "還款失敗": "failed",
    "处理中": "pending", "處理中": "pending", "银行处理中": "pending", "等待付款": "pending", "充值处理中": "pending", "待入帳": "pending",
    "交易关闭": "closed", "已關閉": "closed", "已取消": "closed",
    "已全额退款": "refunded", "已退款": "refunded", "已全額退款": "refunded",
}  # fmt: skip
SIGNS = {"CNY": "¥", "TWD": "NT$", "HKD": "HK$"}


def _number(amount: str, currency: str) -> str:
    return f"{float(amount):,.0f}" if currency == "TWD" else f"{float(amount):,.2f}"


def _party(name: str) -> str | None:
    """Return who it was; what only says what it was for is nobody."""
    return (
        None
        if name.endswith(
            (
                "还款",
                "充值",
                "服务费",
                "入账",
                "工资",
                "消费",
                "退款",
                "費",
                "訂閱",
                "轉入",
                "乘车",
                "停车",
                "七月",
                "保障",
                "会员",
                "儲值",
            )
        )
        else name
    )


def _outcome(way: str, state: str) -> str | None:
    """Return what became of it; of money that came back as a refund, opinions differ."""
    return None if way == "+" and "退款" in state else OUTCOMES.get(state)


def _sums(frame: Frame, lines: list[str], month: str) -> str:
    """Return what a month's heading says of all of it, which is no movement."""
    out = sum(float(line.split(";")[2 + 1]) for line in lines if line[0] == "-" and month in line)
    back = sum(float(line.split(";")[3]) for line in lines if line[0] == "+" and month in line)
    return frame.text(f"支出 [m?:¥{out:,.2f}]　收入 [m?:¥{back:,.2f}]")


def bill_list(
    frame: Frame,
    written: str,
    *,
    day: str = "chat",
    hour: str = "24",
    sign: bool = False,
    months: bool = True,
    icon: bool = True,
    subs: bool = False,
    sums: bool = False,
) -> tuple[str, Sheet]:
    """Return a list of movements: ``+/-;time;party;amount;status;sub``."""
    body, last, script = "", "", frame.look.script
    for line in written.strip().splitlines():
        way, at_words, party, amount, state, sub = (part.strip() for part in line.split(";"))
        at = moment(at_words)
        month = f"{at.year}年{at.month}月"
        if months and month != last:
            body += f'<div class="hd" style="font-size:16px">{month} ▾</div>'
            if sums:
                body += f'<div class="hd" style="padding-top:0">{_sums(frame, written.strip().splitlines(), f"{at:%Y-%m}")}</div>'
            last = month
        direction = {"-": "out", "+": "in"}.get(way)
        row = Row(
            "payment",
            minute(at),
            direction,
            _party(party),
            f"{float(amount):.2f}",
            frame.money,
            outcome=_outcome(way, state),
        )
        bare_amount(row, sign)
        shown_day = {
            "md": f"{at.month}月{at.day}日",
            "mmdd": f"{at:%m-%d}",
            "slash": f"{at:%Y/%m/%d}",
            "iso": f"{at:%Y-%m-%d}",
        }.get(day)
        shown = f"{shown_day} {hour_words(at, hour)}" if shown_day else when(at, frame.now, day, hour, script)
        number = f"{way}{SIGNS[frame.money] if sign else ''}{_number(amount, frame.money)}"
        colour = "#e0962c" if way == "+" else ""
        under = words(state)
        text = f"{words(sub)}<br>{shown}" if subs and sub else shown
        body += item(
            words(party),
            text,
            f'<span style="font-size:17px{";color:" + colour if colour else ""}">{number}</span>',
            under,
            frame.row(row),
            party[0] if icon else "",
        )
    return frame_sheet(frame, body)


def single(
    frame: Frame,
    amount: str,
    way: str,
    state: str,
    party: str,
    at: str,
    lines: str,
    *,
    sign: bool = True,
    small: str = "",
    minus: bool = True,
    reference: str = "",
) -> tuple[str, Sheet]:
    """Return the page of one movement: lines are ``label=marked value``."""
    row = Row(
        "payment",
        minute(moment(at)),
        way or None,
        _party(party) or None,
        f"{float(amount):.2f}",
        frame.money,
        reference or None,
        outcome=_outcome("+" if way == "in" else "", state),
    )
    money = Row("payment", amount=row.amount, currency=row.currency)
    bare_amount(money, sign)
    row.entities, row.currency = money.entities, money.currency
    mark = ("-" if way == "out" else "+" if way == "in" else "") if minus else ""
    number = f"{mark}{SIGNS[frame.money] if sign else ''}{_number(amount, frame.money)}"
    name = frame.row(row)
    shown = []
    for line in lines.strip().splitlines():
        label, _, value = line.strip().partition("：")
        shown.append((words(label), row_text(frame, row, value)))
    known = {each.value for each in row.entities}
    row.entities += [Entity("reference", each) for each in reference.split("|") if reference and each not in known]
    row.reference = "|".join(each.value for each in row.entities if each.kind == "reference") or None
    title = small or party
    icon = f'<span class="ic" style="margin:0 auto 8px;width:46px;height:46px">{title[0]}</span>'
    body = f'<div class="cd" data-id="{name}"><div class="big">{icon}<div style="margin-bottom:6px">{words(title)}</div><b>{number}</b><div class="sb" style="font-size:14px">{words(state)}</div></div>{pairs(shown)}</div>'
    return frame_sheet(frame, body)


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Return all pages of money."""
    yield bill_list(
        Frame("bills_wechat", "bills", "账单", "2026-03-17 13:12", "1170x2532@3 inter png", "#ededed", apple=True),
        data.WECHAT,
        sums=True,
        day="md",
    )
    yield bill_list(
        Frame("bills_wechat", "bills", "账单", "2025-11-30 08:43", "1080x2400@3 dark noto jpg"),
        data.WECHAT_DARK,
        sums=True,
        day="md",
    )
    yield bill_list(
        Frame(
            "bills_alipay",
            "bills",
            "账单",
            "2026-07-31 19:50",
            "1080x2340@2.75 noto jpg",
            top=tabs(("全部", "支出", "转账", "退款"), 0),
        ),
        data.ALIPAY,
        day="mmdd",
        subs=True,
    )
    yield bill_list(
        Frame("bills_bank", "bills", "交易明细", "2026-08-26 10:20", "1440x3200@4 cjk png", "#b5222a"),
        data.BANK,
        day="iso",
        sign=True,
        icon=False,
        subs=True,
    )
    yield bill_list(
        Frame("bills_bank", "bills", "收支明细", "2025-07-28 15:48", "720x1600@2 micro jpg", "#1b5fb4"),
        data.BANK_2,
        day="chat",
        icon=False,
        subs=True,
    )
    yield bill_list(
        Frame("bills_tw", "bills", "交易紀錄", "2025-11-22 21:05", "1080x2340@3 noto png tw", "#00b3a4"),
        data.TAIWAN,
        day="slash",
        sign=True,
    )
    yield bill_list(
        Frame("bills_tw", "bills", "電子錢包明細", "2026-08-18 09:36", "1170x2532@3 dark inter photo tw", apple=True),
        data.TAIWAN_2,
        day="slash",
        sign=True,
        hour="cn",
        icon=False,
    )
    yield bill_list(
        Frame("bills_hk", "bills", "交易記錄", "2026-03-13 18:09", "1080x2400@3 noto jpg hk", "#d7282f"),
        data.HONGKONG,
        day="iso",
        sign=True,
    )
    yield bill_list(
        Frame("bills_loan", "bills", "还款记录", "2026-11-23 12:27", "1080x2400@3 droid photo", "#2f6bff"),
        data.LOAN,
        day="iso",
        sign=True,
        icon=False,
        months=False,
    )
    yield bill_list(
        Frame("bills_long", "bills", "账单", "2026-08-30 22:15", "1080x2400@3 noto jpg long", "#ededed"),
        data.long_bill(),
        sums=True,
        day="md",
    )
    for frame, given, extra in data.singles():
        yield single(frame, *given, **extra)


def day_of(at: str, frame: Frame) -> str:
    """Return a day as the place writes it."""
    return day_words(moment(at), frame.now, "roc" if frame.look.script == "tw" else "iso")
