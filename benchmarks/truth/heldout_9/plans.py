"""Repayment plans as cards, tables and lists; logins; contracts; tickets of complaints."""

from collections.abc import Iterator

from benchmarks.truth.format import Row, minute
from benchmarks.truth.heldout_9 import plan_data as data
from benchmarks.truth.heldout_9.pages import Frame, bare_amount, frame_sheet, item, pairs, row_text, tabs
from benchmarks.truth.heldout_9.phone import day_words, moment, when
from benchmarks.truth.sheet import Sheet, words

STATES = {
    "已还清": "paid", "已还": "paid", "已结清": "paid", "已繳": "paid", "已繳清": "paid", "已還": "paid",
    "待还": "due", "待还款": "due", "未到期": "due", "未繳": "due", "待繳": "due", "待還": "due", "未还": "due",
    "已逾期": "overdue", "逾期": "overdue", "逾期未繳": "overdue", "已過期": "overdue",
}  # fmt: skip
SIGNS = {"CNY": "￥", "TWD": "NT$", "HKD": "HK$"}

BOX = '<i style="width:13px;height:21px;border:2px solid #fff;border-radius:3px"></i>'


def _grouped(number: str, money: str) -> str:
    return f"{float(number):,.0f}" if money == "TWD" else f"{float(number):,.2f}"


def plan(
    frame: Frame, written: str, how: str, *, sign: bool = True, day: str = "iso", head: str = ""
) -> tuple[str, Sheet]:
    """Return a plan: ``term;day;amount;state;principal;interest`` as ``cards``, ``table`` or ``list``."""
    body, script = "", frame.look.script
    hant = script != "hans"
    for line in written.strip().splitlines():
        term, due, amount, state, principal, interest = (part.strip() for part in line.split(";"))
        at = moment(f"{due} 00:00")
        row = Row("repayment", due, None, None, f"{float(amount):.2f}", frame.money, outcome=STATES[state])
        bare_amount(row, sign)
        mark = SIGNS[frame.money] if sign else ""
        number = mark + (f"{float(amount):,.0f}" if frame.money == "TWD" else f"{float(amount):,.2f}")
        shown = (
            day_words(at, frame.now, day, script)
            if day in ("iso", "slash", "roc")
            else f"{at.year}年{at.month}月{at.day}日"
        )
        colour = "#e5483e" if STATES[state] == "overdue" else "#8d8d92" if STATES[state] == "paid" else "#2f6bff"
        soft = "" if sign else "?"
        parts = [
            row_text(frame, row, f"[m{soft}:{mark}{_grouped(each, frame.money)}]")
            for each in (principal, interest)
            if each
        ]
        name = frame.row(row)
        badge = f'<span style="color:{colour};font-size:13px">{state}</span>'
        if how == "table":
            body += (
                f'<tr data-id="{name}"><td>{term}</td><td>{shown}</td><td>{number}</td>'
                + "".join(f"<td>{each}</td>" for each in parts)
                + f"<td>{badge}</td></tr>"
            )
        elif how == "cards":
            top = f'<div style="display:flex;justify-content:space-between;font-size:16px;margin-bottom:4px"><span>第{term}期</span>{badge}</div>'
            labels = ("本金", "利息")
            lines = [
                ("繳款日" if hant else "还款日", shown),
                ("應繳金額" if hant else "应还金额", number),
                *zip(labels, parts, strict=False),
            ]
            body += f'<div class="cd" data-id="{name}">{top}{pairs(lines)}</div>'
        else:
            sub = shown + (f"　本金{parts[0]} 利息{parts[1]}" if len(parts) == 2 else "")
            body += item(f"第{term}期", sub, f'<span style="font-size:16px">{number}</span>', badge, name)
    if how == "table":
        heads = (
            ("期数", "还款日", "应还(元)", "本金", "利息", "状态")
            if not hant
            else ("期數", "繳款日", "應繳", "本金", "利息", "狀態")
        )
        used = heads if parts else (*heads[:3], heads[5])
        body = "<table><tr>" + "".join(f"<th>{each}</th>" for each in used) + f"</tr>{body}</table>"
    top = f'<div class="cd" style="margin-bottom:4px">{frame.text(head)}</div>' if head else ""
    return frame_sheet(frame, top + body)


def logins(
    frame: Frame, written: str, *, day: str = "iso", hour: str = "24", blocks: bool = False
) -> tuple[str, Sheet]:
    """Return a list of logins: ``time;device;place;address``."""
    from benchmarks.truth.sheet import hour_words

    body, hant = "", frame.look.script != "hans"
    for line in written.strip().splitlines():
        at_words, device, place, address = (part.strip() for part in line.split(";"))
        at = moment(at_words)
        row = Row("login", minute(at), text=device)
        shown = (
            when(at, frame.now, "chat", hour, frame.look.script)
            if day == "chat"
            else f"{day_words(at, frame.now, day)} {hour_words(at, hour)}"
        )
        name = frame.row(row)
        if blocks:
            labels = ("登入時間", "裝置", "地點", "IP") if hant else ("登录时间", "登录设备", "登录地点", "IP地址")
            body += f'<div class="cd" data-id="{name}">{pairs(list(zip(labels, (shown, words(device), place, address), strict=True)))}</div>'
        else:
            body += item(words(device), f"{place}　{address}", f'<span class="sb">{shown}</span>', "", name, BOX)
    return frame_sheet(frame, body)


def contract(frame: Frame, heading: str, written: str, serif: bool = False) -> tuple[str, Sheet]:
    """Return a page of a contract: paragraphs of marked text, which hold no records."""
    paragraphs = "".join(
        f'<p style="margin:0 0 12px;text-align:justify">{frame.text(line.strip())}</p>'
        for line in written.strip().splitlines()
    )
    family = "font-family:'Noto Serif CJK SC','Noto Serif CJK TC',serif;" if serif else ""
    body = f'<div style="padding:18px 20px;{family}font-size:15px;line-height:1.75"><h3 style="text-align:center;margin-bottom:16px;font-weight:600">{words(heading)}</h3>{paragraphs}</div>'
    return frame_sheet(frame, body)


def tickets(frame: Frame, written: str, *, card: bool = True) -> tuple[str, Sheet]:
    """Return a list of complaints: ``time;reference;what;state``."""
    body, hant = "", frame.look.script != "hans"
    for line in written.strip().splitlines():
        at_words, reference, what, state = (part.strip() for part in line.split(";"))
        at = moment(at_words)
        row = Row("complaint", minute(at), reference=reference, text=None)
        bare_amount(row, True)
        name, title = frame.row(row), row_text(frame, row, what)
        shown = f"{at:%Y-%m-%d %H:%M}"
        number = ("案件編號：" if hant else "投诉编号：") + reference
        if card:
            lines = pairs([("受理時間" if hant else "提交时间", shown), ("處理狀態" if hant else "处理状态", state)])
            body += f'<div class="cd" data-id="{name}"><div style="font-size:16px;margin-bottom:3px">{title}</div><div class="sb">{words(number)}</div>{lines}</div>'
        else:
            body += item(
                title,
                f"{words(number)}<br>{shown}",
                f'<span style="font-size:13px;color:#2f6bff">{state}</span>',
                "",
                name,
            )
    return frame_sheet(frame, body)


def ticket(frame: Frame, at: str, reference: str, lines: str, steps: str) -> tuple[str, Sheet]:
    """Return one complaint: labels and values, then what was done, which may be read as records or not."""
    row = Row("complaint", minute(moment(at)), reference=reference)
    bare_amount(row, True)
    name = frame.row(row)
    shown = []
    for line in lines.strip().splitlines():
        label, _, value = line.strip().partition("：")
        shown.append((words(label), row_text(frame, row, value)))
    body = f'<div class="cd" data-id="{name}">{pairs(shown)}</div>'
    done = ""
    for step in steps.strip().splitlines():
        when_words, _, what = step.strip().partition("；")
        other = frame.row(Row("*", optional=True))
        done += f'<div data-id="{other}" style="border-left:2px solid #2f6bff;padding:0 0 12px 12px"><div class="sb">{when_words}</div><div>{frame.text(what)}</div></div>'
    return frame_sheet(
        frame,
        body
        + f'<div class="cd"><div style="margin-bottom:10px;font-weight:500">{"處理進度" if frame.look.script != "hans" else "处理进度"}</div>{done}</div>',
    )


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Return all these pages."""
    f = Frame
    yield plan(
        f("plan_cards", "plan", "还款计划", "2026-03-25 09:41", "1080x2400@3 noto png", "#2f6bff"),
        data.CARDS,
        "cards",
        head="剩余应还 [m:￥5,175.00]　共12期\n借款编号：[r:JJ-2509-118-0072]",
    )
    yield plan(
        f("plan_cards", "plan", "繳款明細", "2025-11-25 20:22", "1170x2532@3 dark inter jpg tw", apple=True),
        data.CARDS_TW,
        "cards",
        day="roc",
        head="契約編號：[r:XJ-11404-20851]",
    )
    yield plan(
        f("plan_table", "plan", "还款计划表", "2026-07-13 11:17", "1080x2340@3 cjk png"),
        data.TABLE,
        "table",
        sign=False,
        head="借据编号：[r:XQJJ-2026-0210-318]　期数：8",
    )
    yield plan(
        f("plan_table", "plan", "还款计划", "2025-08-26 16:02", "1220x2712@3.25 dark noto jpg", "#7b4de0"),
        data.TABLE_2,
        "table",
        sign=False,
        head="借据编号 [r:LH25052000914477]",
    )
    yield plan(
        f(
            "plan_list",
            "plan",
            "全部账单",
            "2026-11-05 22:08",
            "1080x2400@3 micro png",
            "#ff6a3d",
            top=tabs(("全部待还", "已还账单"), 0, "#ff6a3d"),
        ),
        data.LIST,
        "list",
        day="cn",
        head="合同号：[r:HT-2026-0808-00931]",
    )
    yield plan(
        f("plan_list", "plan", "供款時間表", "2026-03-04 13:37", "1080x2340@3 noto photo hk", "#d7282f"),
        data.LIST_HK,
        "list",
        head="貸款編號：[r:HB-PL-2025-30917]\n貸款金額 [m:HK$30,000.00]",
    )
    yield plan(
        f("plan_list", "plan", "分期详情", "2025-12-20 07:29", "720x1600@2 droid photo"),
        data.LIST_2,
        "list",
        head="借据号 [r:XQJJ20250914007]",
    )
    yield plan(
        f("plan_long", "plan", "还款计划", "2026-08-12 14:50", "1080x2400@3 noto jpg long"),
        data.long_plan(),
        "cards",
        head="合同编号 [r:AX-2025-1102-0378]\n借款金额 [m:￥60,000.00]",
    )
    yield logins(f("logins", "logins", "登录记录", "2026-03-26 08:13", "1080x2400@3 noto png"), data.LOGINS)
    yield logins(
        f("logins", "logins", "最近登录设备", "2025-07-31 23:20", "1170x2532@3 dark inter png", apple=True),
        data.LOGINS_2,
        day="chat",
        blocks=True,
    )
    yield logins(
        f("logins", "logins", "登入紀錄", "2026-11-13 19:18", "1080x2340@3 cjk jpg tw"),
        data.LOGINS_TW,
        day="slash",
        hour="cn",
        blocks=True,
    )
    yield contract(
        f("contract", "contract", "借款合同", "2025-11-12 12:31", "1080x2400@3 noto png"),
        "个人消费借款合同",
        data.CONTRACT,
        serif=True,
    )
    yield contract(
        f("contract", "contract", "合同详情", "2026-07-08 10:05", "1080x2160@3 dark noto jpg"),
        "委托担保合同（摘要）",
        data.CONTRACT_2,
    )
    yield contract(
        f("contract", "contract", "分期付款約定書", "2026-08-17 10:41", "1080x2340@3 cjk png tw"),
        "分期付款約定書",
        data.CONTRACT_TW,
    )
    yield tickets(f("tickets", "complaints", "我的投诉", "2026-03-31 15:15", "1080x2400@3 noto jpg"), data.TICKETS)
    yield tickets(
        f("tickets", "complaints", "投诉记录", "2025-12-24 11:01", "1080x2340@3 dark wenkai png", "#0f4c81"),
        data.TICKETS_2,
        card=False,
    )
    yield tickets(
        f("tickets", "complaints", "申訴案件查詢", "2026-08-20 16:48", "1080x2400@2.75 noto png tw", "#4a57c9"),
        data.TICKETS_TW,
    )
    yield ticket(
        f("ticket", "complaints", "投诉详情", "2026-03-23 20:33", "1080x2400@3 cjk png"),
        "2026-03-11 14:36",
        "TS2603110488",
        *data.TICKET,
    )
    yield ticket(
        f("ticket", "complaints", "工单详情", "2025-11-24 09:06", "1170x2532@3 dark inter jpg", apple=True),
        "2025-11-12 12:38",
        "GD1112-60042",
        *data.TICKET_2,
    )
    yield ticket(
        f("ticket", "complaints", "投訴個案", "2026-07-24 17:55", "1080x2340@3 noto photo hk"),
        "2026-07-14 16:41",
        "ED-CMP-26-0714",
        *data.TICKET_HK,
    )
