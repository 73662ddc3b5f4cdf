"""Lists of payments of looks made by chance."""

import random
from datetime import datetime, timedelta

from benchmarks.truth.chance.look import Look
from benchmarks.truth.format import Entity, Row
from benchmarks.truth.fresh.phone import icon
from benchmarks.truth.sheet import Sheet, tag, words

PARTIES = {
    "CNY": (
        "美团外卖",
        "中国移动",
        "拼多多平台商户",
        "罗森便利店",
        "张*华",
        "国网上海电力",
        "喜茶",
        "李女士",
        "哈啰单车",
        "云南过桥米线（人民路店）",
        "KFC肯德基",
        "铁路12306",
    ),
    "TWD": ("全聯福利中心", "蝦皮購物", "中華電信", "林小姐", "台北捷運", "麥當勞"),
    "HKD": ("惠康超級市場", "八達通", "譚仔三哥", "CLP Power", "HKTVmall", "陳大文"),
}
WAYS = {"CNY": "余额宝|招商银行(3321)|零钱|花呗|储蓄卡", "TWD": "信用卡|帳戶轉帳|行動支付", "HKD": "轉數快|信用卡|戶口"}
KINDS = {
    "CNY": "餐饮美食|交通出行|日用百货|转账|其他|信用借还",
    "TWD": "餐飲|交通|購物|轉帳",
    "HKD": "飲食|交通|購物|轉賬",
}


class Ledger:
    """A list of payments being drawn in one look."""

    def __init__(self, page: Look) -> None:
        self.page = page
        pick = page.pick
        self.group = pick("group", "day", "day", "month", "none", "daymonth")
        self.icons = pick("icons", "dot", "dot", "none", "glyph")
        self.sign = pick("sign", "sign", "sign", "spaced", "mark", "minus", "words", "plusless", "unit")
        self.under = pick("under", "none", "none", "balance", "state", "way")
        self.where = pick("where", "sub", "sub", "right", "with kind", "two", "before")
        self.left = page.source.choice((108231.5, 95020.0, 70642.17))
        self.sums = pick("sums", "none", "in row", "stack", "in row")

    def day(self, at: datetime) -> str:
        """Return a group's name."""
        page, days = self.page, (self.page.now.date() - at.date()).days
        week = (
            page.weekday(at, page.pick("week", "周", "星期"))
            if page.hans
            else page.weekday(at, page.pick("week", "週", "星期"))
        )
        near = {0: "今天", 1: "昨天"}.get(days, "")
        forms = {
            "cn": f"{at.month}月{at.day}日 {near or week}",
            "dot": f"{at:%Y.%m.%d}",
            "iso": f"{at:%Y-%m-%d} {week}",
            "near": near or f"{at.month}月{at.day}日",
            "year": f"{at.year}年{at.month}月{at.day}日",
            "short": f"{at:%m-%d} {week}",
            "slash": f"{at:%m/%d} ({week[-1]})",
        }
        return forms[page.pick("dayform", *forms)]

    def time(self, at: datetime) -> str:
        """Return what a row says of its time, as exact as its group leaves it open."""
        page = self.page
        clock = f"{at:%H:%M:%S}" if page.pick("exact", "minute", "minute", "second") == "second" else f"{at:%H:%M}"
        if self.group in ("day", "daymonth"):
            return clock
        forms = {
            "short": f"{at:%m-%d} {clock}",
            "cn": f"{at.month}月{at.day}日 {clock}",
            "iso": f"{at:%Y-%m-%d} {clock}",
            "slash": f"{at:%Y/%m/%d} {clock}",
            "dot": f"{at:%Y.%m.%d} {clock}",
            "cnyear": f"{at.year}年{at.month}月{at.day}日 {clock}",
        }
        if page.currency == "TWD":
            forms["roc"] = f"{at.year - 1911}/{at:%m/%d} {clock}"
        return forms[page.pick("timeform", *forms)]

    def stated(self, at: datetime) -> str:
        """Return how exactly the truth knows the time."""
        second = self.page.marks.get("exact") == "second"
        return at.strftime("%Y-%m-%dT%H:%M:%S" if second else "%Y-%m-%dT%H:%M")

    def amount(self, much: float, out: bool) -> str:
        """Return the amount as this look shows which way money went."""
        page = self.page
        mark = {"CNY": "¥", "TWD": "NT$", "HKD": "HK$"}[page.currency]
        plain = f"{much:,.2f}" if page.pick("grouped", "yes", "no") == "yes" else f"{much:.2f}"
        if page.currency == "TWD":
            plain = f"{much:,.0f}"
        return {
            "sign": f"{'-' if out else '+'}{plain}",
            "spaced": f"{'-' if out else '+'} {plain}",
            "mark": f"{'-' if out else '+'}{mark}{plain}",
            "minus": f"{'−' if out else '+'}{plain}",
            "words": plain,
            "plusless": f"{'-' if out else ''}{plain}",
            "unit": f"{'-' if out else '+'}{plain}{page.says('元', '元')}",
        }[self.sign]

    def row(self, at: datetime) -> tuple[str, float, bool]:
        """Return one row, what it was about and whether it went out."""
        page, source = self.page, self.page.source
        who = source.choice((page.house, *PARTIES[page.currency], *PARTIES[page.currency]))
        out = source.random() < 0.7
        much = round(source.choice((5.5, 18, 36.8, 129, 1500, 2899.99, 460.2, 10000)), 2)
        if page.currency == "TWD":
            much = float(round(much))
        outcome, state = self._state(out)
        time = self.time(at)
        row = Row(
            "payment", self.stated(at), "out" if out else "in", who, f"{much:.2f}", page.currency, outcome=outcome
        )
        row.entities.append(Entity("institution", who, optional=page.house not in who))
        row.entities.append(Entity("phone", "12306", optional=True))
        shown = who
        if source.random() < 0.25 and page.hans and page.pick("long titles", "yes", "no") == "yes":
            shown = (
                f"{'转账-转给' if out else '转账-来自'}{who}"
                if source.random() < 0.5
                else f"{'扫二维码付款-给' if out else '二维码收款-来自'}{who}"
            )
            row.party = f"{who}|{shown}"
        name = page.row(row)
        self.left += much if out else -much
        kind = source.choice(KINDS[page.currency].split("|"))
        way = source.choice(WAYS[page.currency].split("|"))
        big = f'<div class="s {"" if out else "plus"}">{self.amount(much, out)}</div>'
        small, sub = "", []
        if self.sign == "words":
            sub.append(page.says("支出" if out else "收入", "支出" if out else "收入"))
        if self.where == "sub":
            sub.append(time)
        elif self.where == "with kind":
            sub.append(f"{kind} · {time}" if page.pick("dotted", "dot", "bar") == "dot" else f"{kind} | {time}")
        elif self.where == "before":
            sub.append(f"{time} {way}")
        elif self.where == "two":
            sub += [kind, time]
        else:
            small += f'<div class="f">{time}</div>'
            sub.append(kind)
        if self.under == "balance":
            page.entity("amount", f"{self.left:.2f} {page.currency}", optional=True)
            small += (
                f'<div class="f">{page.says("余额", "餘額")}{page.pick("colon", "：", " ", ":")}{self.left:,.2f}</div>'
            )
        elif self.under == "way" and self.where != "before":
            small += f'<div class="f">{way}</div>'
        elif state:
            small += f'<div class="{state[0]}" style="font-size:12px">{state[1]}</div>'
        left = {
            "dot": tag("dot", who[0]),
            "none": "",
            "glyph": tag("dot", icon(source.choice(("phone", "smile", "camera", "plus")))),
        }[self.icons]
        lines = "".join(
            f'<div class="f">{words(part)}</div>' for part in (sub if self.where == "two" else [" ".join(sub)]) if part
        )
        return tag("it", left + tag("m", f"<div>{words(shown)}</div>{lines}") + tag("e", big + small), name), much, out

    def _state(self, out: bool) -> tuple[str | None, tuple[str, str] | None]:
        page = self.page
        if self.under != "state":
            return None, None
        outcome = page.source.choices(("done", "refunded", "pending", "closed"), (6, 1, 1, 1))[0]
        said = {
            "done": page.says("交易成功", "交易成功"),
            "refunded": page.says("已全额退款", "已全額退款"),
            "pending": page.says("处理中", "處理中"),
            "closed": page.says("交易关闭", "交易關閉"),
        }[outcome]
        return outcome, ("f" if outcome == "done" else "warm", said)

    def heading(self, at: datetime, spent: float, got: float) -> str:
        """Return what heads a group."""
        page = self.page
        months = f"{at.year}年{at.month}月", f"{at.year}年{at:%m}月 ▾", f"{at:%Y.%m}", f"{at:%Y-%m}"
        shown = page.pick("monthform", *"0123") if self.group == "month" else self.day(at)
        shown = months[int(shown)] if self.group == "month" else shown
        mark = {"CNY": "¥", "TWD": "NT$", "HKD": "HK$"}[page.currency]
        if self.sums == "none":
            return tag(f"hd {page.pick('headcss', '', 'grey')}", f"<span>{shown}</span>")
        for value in (spent, got):
            page.entity("amount", f"{value:.2f} {page.currency}", optional=True)
        ways = page.pick("outword", "支出", "支", "出"), page.pick("inword", "收入", "收", "入")
        sums = f"{ways[0]} {mark}{spent:,.2f}  {ways[1]} {mark}{got:,.2f}"
        if self.sums == "stack":
            return tag("hd stack", f'<b>{shown}</b><div class="f">{sums}</div>')
        return tag(f"hd {page.pick('headcss', '', 'grey')}", f'<span>{shown}</span><span class="f">{sums}</span>')

    def body(self) -> str:
        """Return all groups."""
        page, source = self.page, self.page.source
        at, found = page.now - timedelta(minutes=source.randrange(3, 90)), ""
        groups = {"day": 4, "daymonth": 4, "month": 2, "none": 1}[self.group]
        month = None
        for _ in range(groups):
            rows, spent, got, first = "", 0.0, 0.0, at
            for _ in range(source.randrange(1, 4) if groups == 4 else 9 // groups):
                row, much, out = self.row(at)
                rows, spent, got = rows + row, spent + much * out, got + much * (not out)
                step = timedelta(
                    minutes=source.randrange(7, 200) if groups == 4 else source.randrange(200, 3000),
                    seconds=source.randrange(60),
                )
                if groups == 4 and (at - step).date() != at.date():
                    break
                if groups == 2 and (at - step).month != at.month:
                    break
                at -= step
            if self.group == "daymonth" and month != first.month:
                month = first.month
                found += tag("hd", f"<b>{first.year}年{first.month}月</b>")
            head = self.heading(first, spent, got) if self.group != "none" else ""
            box = page.pick("boxed", "box", "")
            found += head + (tag("box", rows) if box else rows)
            at = (first.replace(day=1) if groups == 2 else first) - timedelta(days=source.randrange(1, 3))
            at = at.replace(hour=source.randrange(8, 23), minute=source.randrange(60), second=source.randrange(60))
        return found


def ledger(source: random.Random, currency: str = "CNY", dark: bool = False) -> Sheet:
    """Return one list of payments in a look of its own."""
    page = Look(source, "chance-ledger", "bill", "clean", currency, dark)
    made = Ledger(page)
    title = source.choice(
        page.says("账单|交易明细|收支明细|资金流水|交易记录", "交易明細|帳戶明細|收支紀錄").split("|")
    )
    top = source.choice(
        (
            "",
            "",
            tag("tabs", "<span>全部</span><span>支出</span><span>收入</span>"),
            tag(
                "filters", page.says("<span>全部账单 ▾</span><span>筛选</span>", "<span>全部 ▾</span><span>篩選</span>")
            ),
        )
    )
    end = tag("end", source.choice(("", page.says("筛选", "篩選"), icon("search"), icon("more"))))
    nav = tag(f"nav {source.choice(('mid', ''))}", icon("back") + tag("title", title) + end)
    page.truth.style = f"chance-ledger-{made.group}-{made.sign}-{made.where}-{made.under}"
    css = f"rec {source.choice(('', 'roomy'))} {source.choice(('', 'upper'))}"
    return page.sheet(css, nav + tag("view", top + made.body(), "view"))


def table(source: random.Random, currency: str = "CNY", dark: bool = False) -> Sheet:
    """Return a bank's statement as a table: day, what it was, how much, what is left."""
    page = Look(source, "chance-table", "bill", "clean", currency, dark)
    left, at, rows = 12345.6, page.now, ""
    form = source.choice(("%Y-%m-%d", "%Y/%m/%d", "%m-%d", "%Y%m%d"))
    for _ in range(10):
        at -= timedelta(minutes=source.randrange(600, 4000))
        who, out, much = (
            source.choice((page.house, *PARTIES[page.currency])),
            source.random() < 0.6,
            source.choice((35.0, 1200.0, 88.8, 460.2)),
        )
        row = Row("payment", f"{at:%Y-%m-%d}", "out" if out else "in", who, f"{much:.2f}", page.currency)
        row.entities.append(Entity("institution", who, optional=page.house not in who))
        name = page.row(row)
        left += much if out else -much
        page.entity("amount", f"{left:.2f} {page.currency}", optional=True)
        cells = (at.strftime(form), words(who), f"{'-' if out else '+'}{much:,.2f}", f"{left:,.2f}")
        rows += f'<tr data-id="{name}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    names = page.says("日期|摘要|金额|余额", "日期|摘要|金額|餘額").split("|")
    head = "<tr>" + "".join(f"<th>{name}</th>" for name in names) + "</tr>"
    nav = tag("nav mid", icon("back") + tag("title", page.says("账户明细", "帳戶明細")))
    page.truth.style = f"chance-table-{form}"
    return page.sheet("rec", nav + tag("view", f"<table>{head}{rows}</table>", "view"))
