"""LINE, Telegram and WhatsApp: a line for each day, hours at the bubbles."""

from datetime import datetime

from benchmarks.truth.heldout_6.page import WEEK, Skin, avatar, image
from benchmarks.truth.heldout_6.skins_wechat import waves
from benchmarks.truth.heldout_6.talk import Line
from benchmarks.truth.sheet import hour_words, words


class LineApp(Skin):
    """LINE: the hour beside the bubble, 已讀 above it."""

    style = "line"
    timing = "each"
    back = ("#8cabd8", "#17191c")
    head = ("#8cabd8", "#17191c")
    ink = ("#111111", "#f0f0f0")
    hour_forms = ("cn", "cn", "24", "en")

    def css(self) -> str:
        """See `Skin`."""
        pill = self.of(("#6d89b3", "#2c2f33"))
        return (
            f".talk{{padding:4px 10px 10px}}.sep,.note{{text-align:center;margin:12px 0;font-size:12px;color:#fff}}.sep span,.note span{{background:{pill};border-radius:11px;padding:3px 11px;display:inline-block}}"
            ".row{margin:7px 0;gap:7px;align-items:flex-start}.out{flex-direction:row-reverse}.line{display:flex;align-items:flex-end;gap:5px}.out .line{flex-direction:row-reverse}"
            f".b{{max-width:228px;padding:8px 12px;border-radius:17px;font-size:15.5px;background:{self.of(('#fff', '#303338'))};color:{self.of(('#111', '#eee'))}}}.out .b{{background:{self.of(('#8de055', '#6cc655'))};color:#111}}"
            f".t{{font-size:10.5px;color:{self.of(('#43587c', '#9a9a9a'))};line-height:1.25;white-space:nowrap}}.out .t{{text-align:right}}.n{{font-size:12px;margin-bottom:3px}}"
            f".q{{font-size:12.5px;border-bottom:1px solid #0002;padding-bottom:5px;margin-bottom:5px;opacity:.7}}"
            f".inp{{flex:none;display:flex;align-items:center;gap:11px;padding:8px 12px;background:{self.of(('#fff', '#111'))}}}"
        )

    def bar(self) -> str:
        """See `Skin`."""
        ink = self.of(self.ink)
        return (
            f'<div style="flex:none;display:flex;align-items:center;height:48px;padding:0 14px;gap:12px;background:{self.of(self.head)}"><svg width="12" height="20" fill="none" stroke="{ink}" stroke-width="2"><path d="M10 2 2 10l8 8"/></svg>'
            f'<div style="flex:1;font-size:17px;font-weight:600">{words(self.scene.party)}</div>'
            f'<svg width="76" height="22" fill="none" stroke="{ink}" stroke-width="2"><circle cx="9" cy="10" r="6"/><path d="m13 15 5 5M32 5q2 12 13 14l2-4-4-3-3 2q-3-2-4-5l2-3-2-3zM60 5h15M60 11h15M60 17h15"/></svg></div>'
        )

    def foot(self) -> str:
        """See `Skin`."""
        ink = self.of(("#333", "#ddd"))
        return (
            f'<div class="inp"><svg width="60" height="22" fill="none" stroke="{ink}" stroke-width="2"><path d="M11 3v16M3 11h16M34 6h18v13H34z"/><circle cx="43" cy="12" r="3"/></svg>'
            f'<div style="flex:1;background:{self.of(("#f1f2f4", "#2a2a2a"))};border-radius:18px;padding:7px 14px;color:#9a9a9a">Aa</div><svg width="20" height="22" fill="none" stroke="{ink}" stroke-width="2"><rect x="6" y="2" width="8" height="12" rx="4"/><path d="M2 10q0 8 8 8t8-8"/></svg></div>'
        )

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        days = (self.scene.captured.date() - at.date()).days
        if days < 2:
            return ("今天", "昨天")[days]
        short = f"{at.month}/{at.day}（{WEEK[at.weekday()]}）"
        return short if at.year == self.scene.captured.year else f"{at.year}/{short}"

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        when = hour_words(line.at, self.hours)
        if self.hours == "cn":
            when = when.replace("午", "午 ")
        mark = "已讀" if self.scene.region != "cn" else "已读"
        read = (
            f"{mark}{' ' + str(self.source.randint(2, 9)) if self.scene.group else ''}<br>"
            if line.side == "out"
            else ""
        )
        who = line.who or self.scene.party
        face = avatar(who, 36, "50%", who[:1]) if line.side == "in" else ""
        named = f'<div class="n">{words(who)}</div>' if line.side == "in" else ""
        return f'<div class="row {line.side}">{face}<div>{named}<div class="line">{self.inner(line, name)}<div class="t">{read}{when}</div></div></div></div>'

    def inner(self, line: Line, name: str) -> str:
        """Return the bubble alone."""
        if line.kind == "picture":
            return image(self.source, name, 140)
        if line.kind == "sticker":
            return (
                f'<div data-id="{name}" style="font-size:92px;line-height:1.1">{self.source.choice("🐻🐰😾🐣")}</div>'
            )
        if line.kind == "spoken":
            return f'<div class="b" data-id="{name}">▶ {waves("#111")} 0:{self.source.randint(3, 40):02d}</div>'
        who = "您" if line.side == "in" else self.scene.party
        quote = f'<div class="q"><b>{words(who)}</b><br>{words(line.quote)}</div>' if line.quote else ""
        if quote and self.scene.group:
            quote = f'<div class="q">{words(line.quote)}</div>'
        return f'<div class="b" data-id="{name}">{quote}{words(line.said.text)}</div>'

    def recall(self, line: Line) -> str:
        """See `Skin`."""
        return f'<div class="note"><span>{words(line.who or self.scene.party) if line.side == "in" else "您"}已收回訊息</span></div>'


class Telegram(Skin):
    """Hours and ticks inside the bubble, in its last line where there is room."""

    style = "telegram"
    timing = "each"
    back = ("#c3d6b4", "#0e1621")
    head = ("#ffffff", "#17212b")
    ink = ("#111111", "#f2f2f2")
    mine = ("#effdde", "#2b5278")
    theirs = ("#ffffff", "#182533")
    mark = ("#4fae4e", "#7bb8e8")
    accent = ("#3390ec", "#6ab3f3")
    radius = "14px"
    size = 16.0

    def css(self) -> str:
        """See `Skin`."""
        pill = self.of(("#0003", "#0008"))
        return (
            f".talk{{padding:6px 9px 8px}}.sep,.note{{text-align:center;margin:9px 0;font-size:13px;color:{self.of(('#fff', '#ddd'))}}}.sep span,.note span{{background:{pill};border-radius:12px;padding:3px 10px;display:inline-block}}"
            f".row{{margin:4px 0;gap:7px;align-items:flex-end}}.out{{flex-direction:row-reverse}}.b{{max-width:292px;min-width:84px;padding:6px 10px 6px 11px;border-radius:{self.radius};font-size:{self.size}px;background:{self.of(self.theirs)}}}"
            f".out .b{{background:{self.of(self.mine)}}}.t{{float:right;font-size:11.5px;opacity:.62;margin:7px 0 -3px 10px;white-space:nowrap}}.n{{font-size:13.5px;font-weight:600;color:{self.of(self.accent)}}}"
            f".q{{border-left:3px solid {self.of(self.accent)};padding:1px 7px;font-size:13.5px;margin:2px 0 4px;background:#7f7f7f22;border-radius:4px}}"
            f".inp{{flex:none;display:flex;align-items:center;gap:10px;padding:9px 12px;background:{self.of(self.head)}}}"
        )

    def bar(self) -> str:
        """See `Skin`."""
        ink = self.of(self.ink)
        last = self.under()
        return (
            f'<div style="flex:none;display:flex;align-items:center;height:54px;padding:0 14px;gap:12px;background:{self.of(self.head)}"><svg width="20" height="18" fill="none" stroke="{ink}" stroke-width="2"><path d="M9 2 2 9l7 7M2 9h17"/></svg>'
            f'{avatar(self.scene.party, 38, "50%", self.scene.party[:1])}<div style="flex:1;line-height:1.25"><div style="font-size:16.5px;font-weight:600">{words(self.scene.party)}</div><div style="font-size:12.5px;opacity:.6">{last}</div></div>'
            f'<svg width="5" height="20" fill="{ink}"><circle cx="2.500" cy="3" r="2"/><circle cx="2.500" cy="10" r="2"/><circle cx="2.500" cy="17" r="2"/></svg></div>'
        )

    def under(self) -> str:
        """Return what stands below the name."""
        if self.scene.group:
            return f"{self.source.randint(12, 300)} " + self.scene.cjk("位成员", "位成員")
        return self.scene.cjk("最近上线", "最近曾上線")

    def foot(self) -> str:
        """See `Skin`."""
        return f'<div class="inp"><div style="flex:1;color:#9a9a9a">{self.scene.cjk("消息", "訊息")}</div><svg width="22" height="22" fill="none" stroke="#8a8a8a" stroke-width="2"><rect x="7" y="2" width="8" height="12" rx="4"/><path d="M3 10q0 8 8 8t8-8M11 18v3"/></svg></div>'

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        days = (self.scene.captured.date() - at.date()).days
        if days < 1:
            return "今天"
        if days == 1:
            return "昨天"
        return (
            f"{at.month}月{at.day}日" if at.year == self.scene.captured.year else f"{at.year}年{at.month}月{at.day}日"
        )

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        return f'<div class="row {line.side}">{self.face(line)}{self.inner(line, name)}</div>'

    def face(self, line: Line) -> str:
        """Return the avatar beside a bubble, in groups only."""
        return avatar(line.who, 34, "50%", line.who[:1]) if line.who and line.side == "in" else ""

    def inner(self, line: Line, name: str) -> str:
        """Return the bubble."""
        ticks = f' <span style="color:{self.of(self.mark)}">✓✓</span>' if line.side == "out" else ""
        when = f'<span class="t">{hour_words(line.at, self.hours)}{ticks}</span>'
        if line.kind == "picture":
            return image(self.source, name, 190)
        if line.kind == "sticker":
            return (
                f'<div data-id="{name}" style="font-size:92px;line-height:1.1">{self.source.choice("🦆🐸😿🙃")}</div>'
            )
        if line.kind == "spoken":
            return f'<div class="b" data-id="{name}">▶ ▁▂▅▃▂▆▃▁▂▃ 0:{self.source.randint(3, 50):02d}{when}</div>'
        named = f'<div class="n">{words(line.who)}</div>' if line.who and line.side == "in" else ""
        who = self.scene.cjk("我", "您") if line.side == "in" else self.scene.party
        head = "" if self.scene.group else f'<b style="color:{self.of(self.accent)}">{words(who)}</b><br>'
        quote = f'<div class="q">{head}{words(line.quote)}</div>' if line.quote else ""
        return f'<div class="b" data-id="{name}">{named}{quote}{words(line.said.text)}{when}</div>'


class WhatsApp(Telegram):
    """The same arrangement in WhatsApp's colours."""

    style = "whatsapp"
    hour_forms = ("cn", "24", "cn", "en")
    back = ("#efeae2", "#0b141a")
    head = ("#ffffff", "#0b141a")
    mine = ("#d9fdd3", "#144d37")
    theirs = ("#ffffff", "#1f2c34")
    mark = ("#53bdeb", "#53bdeb")
    accent = ("#1fa855", "#25d366")
    radius = "9px"
    size = 15.5

    def css(self) -> str:
        """See `Skin`."""
        pill = self.of(("#ffffff", "#1a262e"))
        more = f".sep,.note{{color:{self.of(('#54656f', '#9aa6ad'))}}}.sep span,.note span{{background:{pill};border-radius:8px;font-size:12.5px;padding:5px 11px}}.b{{max-width:305px;box-shadow:0 1px 1px #0001}}"
        return super().css() + more

    def under(self) -> str:
        """See `Telegram`."""
        if self.scene.group:
            return self.scene.cjk("你、阿珍、小李、老周", "你、阿珍、Wing、陳生")
        return self.source.choice((self.scene.cjk("在线", "線上"), self.scene.cjk("商业账号", "商業帳號")))

    def opening(self) -> str:
        """See `Skin`."""
        text = self.scene.cjk(
            "消息和通话均经过端到端加密，对话之外的任何人都无法读取或收听。",
            "訊息和通話均受端對端加密保護，對話以外的任何人均無法讀取或收聽。",
        )
        colours = f"background:{self.of(('#ffeecd', '#182229'))};color:{self.of(('#5f5544', '#d8b65c'))}"
        return f'<div style="text-align:center;margin:8px 26px"><span style="display:inline-block;{colours};border-radius:8px;font-size:12px;padding:6px 10px">🔒 {text}</span></div>'

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        days = (self.scene.captured.date() - at.date()).days
        if days < 2:
            return ("今天", "昨天")[days]
        if days < 7:
            return ("星期" if self.scene.region != "tw" else "週") + WEEK[at.weekday()]
        return f"{at.year}年{at.month}月{at.day}日"
