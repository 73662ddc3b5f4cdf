"""Customer service inside an app: a wallet's, a shop's, a Taiwanese or Hong Kong firm's."""

from datetime import datetime

from benchmarks.truth.heldout_6.page import Skin, avatar, image
from benchmarks.truth.heldout_6.skins_wechat import waves
from benchmarks.truth.heldout_6.talk import Line
from benchmarks.truth.sheet import words

COLOURS = ("#1677ff", "#e1251b", "#ff6a00", "#00b578", "#5b5fc7", "#0a8f8f")
CHIPS = {
    "cn": ("查询进度", "退款问题", "修改手机号", "转人工"),
    "tw": ("查詢進度", "帳單問題", "真人客服"),
    "hk": ("查詢進度", "帳單問題", "真人客服"),
}


class Service(Skin):
    """A wallet's: the moment in grey between exchanges, chips above the input."""

    style = "service-wallet"
    back = ("#f5f5f5", "#121212")
    head = ("#ffffff", "#1c1c1e")

    def colour(self) -> str:
        """Return the brand's colour."""
        return COLOURS[self.scene.seed % len(COLOURS)]

    def css(self) -> str:
        """See `Skin`."""
        grey = self.of(("#999", "#777"))
        return (
            f".talk{{padding:8px 12px 12px}}.sep,.note{{text-align:center;color:{grey};font-size:12px;margin:11px 0}}.note{{color:{grey}}}.row{{margin:10px 0;gap:9px;align-items:flex-start}}.out{{flex-direction:row-reverse}}"
            f".b{{max-width:262px;padding:10px 13px;border-radius:4px 14px 14px 14px;font-size:15px;background:{self.of(('#fff', '#26262a'))}}}.out .b{{border-radius:14px 4px 14px 14px;background:{self.colour()};color:#fff}}"
            f".n{{font-size:12px;color:{grey};margin-bottom:4px}}.out .n{{text-align:right}}.chips{{flex:none;display:flex;gap:8px;padding:8px 12px;overflow:hidden;white-space:nowrap}}.chips span{{border:1px solid #8886;border-radius:14px;padding:3px 12px;font-size:13px}}"
            f".inp{{flex:none;display:flex;gap:10px;padding:8px 12px;align-items:center;background:{self.of(self.head)}}}.q{{font-size:12.5px;color:{grey};border-left:2px solid #8888;padding-left:6px;margin-top:5px;max-width:230px}}"
        )

    def bar(self) -> str:
        """See `Skin`."""
        ink = self.of(self.ink)
        return (
            f'<div style="flex:none;display:flex;align-items:center;height:48px;padding:0 14px;background:{self.of(self.head)};border-bottom:1px solid #8882"><svg width="40" height="20" fill="none" stroke="{ink}" stroke-width="2"><path d="M10 2 2 10l8 8"/></svg>'
            f'<div style="flex:1;text-align:center;font-size:17px;font-weight:600">{words(self.scene.party)}</div><div style="width:40px;text-align:right;font-size:14px">{self.scene.cjk("评价", "評價")}</div></div>'
        )

    def foot(self) -> str:
        """See `Skin`."""
        chips = "".join(f"<span>{one}</span>" for one in CHIPS[self.scene.region])
        hint = self.scene.cjk("请输入您的问题", "請輸入訊息")
        return f'<div class="chips">{chips}</div><div class="inp"><div style="flex:1;background:#8882;border-radius:18px;padding:8px 15px;color:#999;font-size:14.5px">{hint}</div><div style="width:26px;height:26px;border:2px solid #888;border-radius:50%;text-align:center;line-height:20px;color:#888;font-size:20px">+</div></div>'

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        if at.date() == self.scene.captured.date():
            return f"{at:%H:%M}" if self.scene.seed % 2 else f"今天 {at:%H:%M}"
        if self.scene.seed % 2:
            return f"{at:%Y-%m-%d %H:%M}"
        return f"{at:%m-%d %H:%M}"

    def inner(self, line: Line, name: str) -> str:
        """Return the bubble."""
        if line.kind == "picture":
            return image(self.source, name, 130)
        if line.kind == "sticker":
            return f'<div data-id="{name}" style="font-size:60px;line-height:1.1">{self.source.choice("😡😭🙏")}</div>'
        if line.kind == "spoken":
            return f'<div class="b" data-id="{name}" style="width:90px">{waves("#fff")} {self.source.randint(2, 30)}″</div>'
        quote = f'<div class="q">{words(line.quote)}</div>' if line.quote else ""
        if not quote:
            return f'<div class="b" data-id="{name}">{words(line.said.text)}</div>'
        return f'<div data-id="{name}"><div class="b">{words(line.said.text)}</div>{quote}</div>'

    def labelled(self, label: str, line: Line, name: str) -> str:
        """Return a bubble below its label; who sees the bubble alone does not see whose number the label says."""
        inner = self.inner(line, name)
        if any(char.isdigit() for char in line.who) and line.side == "in":
            bare = inner.replace(f' data-id="{name}"', "", 1)
            return f'<div data-id="{name}">{label}{bare}</div>'
        return label + inner

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        who = line.who or self.scene.party
        face = avatar("me" if line.side == "out" else who, 36, "50%", "" if line.side == "out" else who[:1])
        named = f'<div class="n">{words(line.who)}</div>' if line.who and line.side == "in" else ""
        return f'<div class="row {line.side}">{face}<div>{self.labelled(named, line, name)}</div></div>'


class Stamped(Service):
    """A shop's: name and full moment above each bubble."""

    style = "service-shop"
    timing = "stamp"

    def separator(self, at: datetime, name: str) -> str:
        """See `Skin`: it stands in the bubble's head."""
        self._stamp = name
        return ""

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        who = (line.who or self.scene.party) if line.side == "in" else ""
        form = ("%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M", "%m-%d %H:%M:%S")[self.scene.seed % 3]
        stamp = f'<span data-id="{self._stamp}">{line.at.strftime(form)}</span>'
        head = f'<div class="n">{words(who)} {stamp}</div>'
        face = avatar("me" if line.side == "out" else who, 36, "8px", "" if line.side == "out" else who[:1])
        return f'<div class="row {line.side}">{face}<div>{self.labelled(head, line, name)}</div></div>'


class Plain(Service):
    """A web chat: no faces, the hour below each bubble, a day between."""

    style = "service-web"
    timing = "each"
    back = ("#ffffff", "#18191b")

    def css(self) -> str:
        """See `Skin`."""
        return (
            super().css()
            + f".b{{background:{self.of(('#eef1f4', '#2b2d31'))};border-radius:12px}}.h{{font-size:11px;color:#8a8a8a;margin:3px 3px 0}}.out .h{{text-align:right}}.out .q{{margin-left:auto}}"
        )

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        return f"{at.year}年{at.month}月{at.day}日" if self.scene.seed % 2 else f"{at:%Y/%m/%d}"

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        who = f'<div class="n">{words(line.who)}</div>' if line.who and line.side == "in" else ""
        return f'<div class="row {line.side}"><div>{self.labelled(who, line, name)}<div class="h">{line.at:%H:%M}</div></div></div>'
