"""WeChat, an official account in it, WeCom and QQ."""

from datetime import datetime, timedelta

from benchmarks.truth.heldout_6.page import WEEK, Skin, avatar, image
from benchmarks.truth.heldout_6.talk import Line
from benchmarks.truth.sheet import hour_words, words


def day_words(at: datetime, now: datetime) -> str:
    """Return the day as WeChat says it: nothing for today."""
    days = (now.date() - at.date()).days
    if days == 0:
        return ""
    if days == 1:
        return "昨天 "
    if days < 7:
        return f"星期{WEEK[at.weekday()]} "
    return f"{at.month}月{at.day}日 " if at.year == now.year else f"{at.year}年{at.month}月{at.day}日 "


class WeChat(Skin):
    """Square faces, green bubbles, times in grey between them."""

    style = "wechat"
    mine = ("#95ec69", "#3eb575")
    theirs = ("#ffffff", "#2c2c2c")
    grey = ("#b2b2b2", "#6a6a6a")
    mine_ink = ("#000", "#0a0a0a")
    radius = "5px"
    hour_forms = ("24", "24", "24", "cn", "parts")

    def css(self) -> str:
        """See `Skin`."""
        grey, size = self.of(self.grey), self.source.choice((16, 16.5, 17, 15.5))
        return (
            f".talk{{padding:6px 12px 12px}}.sep,.note{{text-align:center;color:{grey};font-size:12.5px;margin:12px 0}}"
            f".row{{margin:10px 0;align-items:flex-start;gap:10px}}.out{{flex-direction:row-reverse}}"
            f".b{{max-width:255px;padding:9px 12px;border-radius:{self.radius};font-size:{size}px;background:{self.of(self.theirs)}}}"
            f".out .b{{background:{self.of(self.mine)};color:{self.of(self.mine_ink)}}}.col{{display:flex;flex-direction:column;gap:4px;align-items:flex-start}}"
            f".out .col{{align-items:flex-end}}.q{{background:{self.of(('#e1e1e1', '#1e1e1e'))};color:{self.of(('#777', '#8a8a8a'))};font-size:13px;padding:6px 9px;border-radius:4px;max-width:240px}}"
            f".n{{font-size:12px;color:{self.of(('#888', '#7a7a7a'))};line-height:1}}"
            f".inp{{flex:none;display:flex;align-items:center;gap:10px;padding:8px 12px;background:{self.of(('#f7f7f7', '#1e1e1e'))}}}"
            f".box{{flex:1;height:38px;border-radius:5px;background:{self.of(('#fff', '#2c2c2c'))}}}"
        )

    def bar(self) -> str:
        """See `Skin`."""
        ink, count = self.of(self.ink), ""
        if self.source.random() < 0.4:
            count = f'<span style="font-size:14px;background:{self.of(("#dcdcdc", "#333"))};border-radius:10px;padding:1px 7px">{self.source.randint(2, 60)}</span>'
        return (
            f'<div style="flex:none;display:flex;align-items:center;height:46px;padding:0 14px;background:{self.of(self.head)};color:{ink}">'
            f'<div style="width:70px;display:flex;align-items:center;gap:5px"><svg width="12" height="20" fill="none" stroke="{ink}" stroke-width="2"><path d="M10 2 2 10l8 8"/></svg>{count}</div>'
            f'<div style="flex:1;text-align:center;font-size:17px;font-weight:500">{words(self.scene.party)}</div>'
            f'<div style="width:70px;text-align:right;letter-spacing:1px;font-weight:700">•••</div></div>'
        )

    def foot(self) -> str:
        """See `Skin`."""
        ring = f'<svg width="27" height="27" fill="none" stroke="{self.of(self.ink)}" stroke-width="1.6"><circle cx="13.5" cy="13.5" r="12"/>'
        return (
            f'<div class="inp">{ring}<path d="M11 9q4 4.5 0 9M15 7q6 6.5 0 13"/></svg><div class="box"></div>'
            f'{ring}<circle cx="9" cy="11" r=".8"/><circle cx="18" cy="11" r=".8"/><path d="M8 16q5.500 5 11 0"/></svg>{ring}<path d="M13.500 7v13M7 13.500h13"/></svg></div>'
        )

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        return day_words(at, self.scene.captured) + hour_words(at, self.hours)

    def note(self, line: Line) -> str:
        """See `Skin`."""
        return f'<div class="note">{words(line.said.text)}</div>'

    def inner(self, line: Line, name: str) -> str:
        """Return the bubble alone."""
        text = words(line.said.text)
        if line.kind == "picture":
            return image(self.source, name)
        if line.kind == "sticker":
            return (
                f'<div data-id="{name}" style="font-size:84px;line-height:1.1">{self.source.choice("😡😭🙄🤦😤")}</div>'
            )
        if line.kind == "spoken":
            return self.spoken(line, name)
        if line.kind == "transfer":
            return transfer(name, line.said.text)
        quote = f'<div class="q">{words(self.quoter(line))}{words(line.quote)}</div>' if line.quote else ""
        if not quote:
            return f'<div class="b" data-id="{name}">{text}</div>'
        return f'<div class="col" data-id="{name}"><div class="b">{text}</div>{quote}</div>'

    def spoken(self, line: Line, name: str) -> str:
        """Return a spoken message: its seconds and waves."""
        seconds = self.source.randint(4, 24)
        sign = waves(self.of(self.mine_ink if line.side == "out" else self.ink))
        inner = f"{seconds}″ {sign}" if line.side == "out" else f"{sign} {seconds}″"
        place = "right" if line.side == "out" else "left"
        return f'<div class="b" data-id="{name}" style="width:{80 + seconds * 3}px;text-align:{place}">{inner}</div>'

    def quoter(self, line: Line) -> str:
        """Return the name before a quotation."""
        return f"{self.scene.party if line.side == 'out' else '我'}：" if not self.scene.group else ""

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        who = line.who or self.scene.party
        named = f'<div class="n">{words(line.who)}</div>' if line.who and line.side == "in" else ""
        face = avatar("me" if line.side == "out" else who, 40, self.radius, "" if line.side == "out" else who[:1])
        if line.kind == "voice":  # what was spoken stands below it, without a face
            face = '<div style="width:40px;flex:none;margin-top:-6px"></div>'
        return f'<div class="row {line.side}">{face}<div class="col">{named}{self.inner(line, name)}</div></div>'


def waves(colour: str) -> str:
    """Return the sign of a spoken message."""
    return f'<svg width="15" height="16" fill="none" stroke="{colour}" stroke-width="1.6" style="vertical-align:-3px"><path d="M3 6q2 2 0 4M6.500 4q4 4 0 8M10 2q6 6 0 12"/></svg>'


def transfer(name: str, amount: str) -> str:
    """Return the card of money sent from one to the other."""
    return (
        f'<div data-id="{name}" style="width:235px;border-radius:5px;overflow:hidden;background:#fa9d3b;color:#fff"><div style="padding:13px 14px;font-size:17px">'
        f'{words(amount)}<div style="font-size:12px">你发起了一笔转账</div></div><div style="font-size:11px;padding:3px 14px;border-top:1px solid #fff4">转账</div></div>'
    )


class Official(WeChat):
    """A service account: the same bubbles, a menu below."""

    style = "official-account"

    def foot(self) -> str:
        """See `Skin`."""
        names = self.source.choice(
            (("我的借款", "还款", "帮助"), ("查账单", "服务大厅", "联系我们"), ("还款", "活动", "人工客服"))
        )
        cells = "".join(
            f'<div style="flex:1;text-align:center;border-left:1px solid {self.of(("#ddd", "#333"))};font-size:15px">≡ {one}</div>'
            for one in names
        )
        return f'<div class="inp" style="gap:0;padding:12px 0">{cells}</div>'


class WeCom(WeChat):
    """The chat of firms: blue, names and their firm above."""

    style = "wecom"
    mine = ("#cfe6ff", "#264a75")
    mine_ink = ("#111", "#eee")
    radius = "7px"
    back = ("#f3f4f6", "#151515")
    head = ("#ffffff", "#1c1c1c")
    gap = timedelta(minutes=6)

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        who = line.who or self.scene.party
        named = (
            f'<div class="n">{words(who)} <span style="color:#f29b38">@{self.firm()}</span></div>'
            if line.side == "in"
            else ""
        )
        face = avatar("me" if line.side == "out" else who, 38, self.radius, "" if line.side == "out" else who[:1])
        return f'<div class="row {line.side}">{face}<div class="col">{named}{self.inner(line, name)}</div></div>'

    def firm(self) -> str:
        """Return the firm whose agent it is."""
        return ("青藤分期", "云禾消金", "好周到")[self.scene.seed % 3]


class QQ(WeChat):
    """Round faces, a blue of one's own."""

    style = "qq"
    mine = ("#12b7f5", "#0d87b8")
    mine_ink = ("#ffffff", "#ffffff")
    radius = "14px"
    back = ("#f2f3f7", "#141414")
    head = ("#f2f3f7", "#141414")

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        who = line.who or self.scene.party
        named = f'<div class="n">{words(line.who)}</div>' if line.who and line.side == "in" else ""
        face = avatar("me" if line.side == "out" else who, 38, "50%", "")
        return f'<div class="row {line.side}">{face}<div class="col">{named}{self.inner(line, name)}</div></div>'
