"""Text messages on iPhones, Pixels, Samsungs and Huaweis."""

from datetime import datetime, timedelta

from benchmarks.truth.heldout_6.page import WEEK, Skin, avatar
from benchmarks.truth.heldout_6.talk import Line
from benchmarks.truth.sheet import hour_words, words


class IMessage(Skin):
    """Grey and green, the day in bold between."""

    style = "imessage"
    hour_forms = ("24", "cn", "cn")
    back = ("#ffffff", "#000000")
    head = ("#f8f8f8", "#121212")
    ink = ("#000000", "#ffffff")
    gap = timedelta(minutes=20)

    def css(self) -> str:
        """See `Skin`."""
        return (
            ".talk{padding:8px 14px 12px}.sep{text-align:center;color:#8e8e93;font-size:11.5px;margin:14px 0 8px}.row{margin:3px 0}.out{justify-content:flex-end}"
            f".b{{max-width:275px;padding:8px 13px;border-radius:18px;font-size:16.5px;line-height:1.34;background:{self.of(('#e9e9eb', '#262629'))}}}.out .b{{background:#34c759;color:#fff}}.st{{text-align:right;color:#8e8e93;font-size:11px;margin:2px 4px}}"
            f".inp{{flex:none;display:flex;align-items:center;gap:10px;padding:6px 12px;background:{self.of(self.back)}}}.note{{text-align:center;color:#8e8e93;font-size:11.5px}}"
        )

    def bar(self) -> str:
        """See `Skin`."""
        return (
            f'<div style="flex:none;position:relative;height:86px;background:{self.of(self.head)};border-bottom:1px solid #8883;display:flex;flex-direction:column;align-items:center;padding-top:4px"><svg width="14" height="22" fill="none" stroke="#0a84ff" stroke-width="2.500" style="position:absolute;left:14px;top:20px"><path d="M12 2 3 11l9 9"/></svg>'
            f'{avatar(self.scene.party, 48, "50%")}<div style="font-size:12px;margin-top:5px">{words(self.scene.party)} <span style="color:#8e8e93">›</span></div></div>'
        )

    def foot(self) -> str:
        """See `Skin`."""
        return f'<div class="inp"><div style="width:32px;height:32px;border-radius:50%;background:#8883;text-align:center;font-size:22px;line-height:29px;color:#8e8e93">+</div><div style="flex:1;border:1px solid #8885;border-radius:18px;padding:5px 13px;color:#8e8e93;font-size:15.5px">{self.scene.cjk("短信", "簡訊")}</div></div>'

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        days = (self.scene.captured.date() - at.date()).days
        hour = hour_words(at, self.hours)
        if days < 2:
            day = ("今天", "昨天")[days]
        elif days < 7:
            day = "星期" + WEEK[at.weekday()]
        else:
            week = {"cn": "周", "tw": "週", "hk": "週"}[self.scene.region]
            day = f"{at.month}月{at.day}日 {week}{WEEK[at.weekday()]}"
            if at.year != self.scene.captured.year:
                day = f"{at.year}年{at.month}月{at.day}日"
        return f"<b>{day}</b> {hour}"

    def separator(self, at: datetime, name: str) -> str:
        """See `Skin`."""
        kind = f"{self.scene.cjk('短信', '簡訊')}<br>" if self.scene.seed % 3 == 0 else ""
        return (
            f'<div class="sep"><div data-id="{name}" style="display:inline-block">{kind}{self.moment(at)}</div></div>'
        )

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        state = ""
        if line.side == "out" and self.source.random() < 0.3:
            state = f'<div class="st">{self.scene.cjk("已送达", "已送達")}</div>'
        return (
            f'<div class="row {line.side}"><div class="b" data-id="{name}">{words(line.said.text)}</div></div>{state}'
        )


class GoogleMessages(IMessage):
    """Android's own app: the day and hour in grey, a face beside what came in."""

    style = "sms-google"
    hour_forms = ("24", "cn", "24")
    back = ("#f3f6fc", "#131314")
    head = ("#f3f6fc", "#131314")
    ink = ("#1f1f1f", "#e3e3e3")

    def css(self) -> str:
        """See `Skin`."""
        grey = self.of(("#5f6368", "#9aa0a6"))
        return (
            f".talk{{padding:8px 12px}}.sep{{text-align:center;color:{grey};font-size:12px;margin:16px 0 8px}}.row{{margin:4px 0;gap:8px;align-items:flex-end}}.out{{justify-content:flex-end}}"
            f".b{{max-width:285px;padding:10px 15px;border-radius:20px;font-size:15.5px;background:{self.of(('#e3e9f6', '#2a2b2e'))}}}.out .b{{background:{self.of(('#0b57d0', '#a8c7fa'))};color:{self.of(('#fff', '#062e6f'))}}}.note{{text-align:center;font-size:12px;color:{grey}}}"
            f".inp{{flex:none;padding:8px 12px}}.st{{text-align:right;font-size:11px;color:{grey};margin:2px 6px}}"
        )

    def bar(self) -> str:
        """See `Skin`."""
        ink = self.of(self.ink)
        return (
            f'<div style="flex:none;display:flex;align-items:center;height:58px;padding:0 14px;gap:14px;background:{self.of(self.head)}"><svg width="20" height="18" fill="none" stroke="{ink}" stroke-width="2"><path d="M9 2 2 9l7 7M2 9h17"/></svg>'
            f'{avatar(self.scene.party, 34, "50%")}<div style="flex:1;font-size:18px">{words(self.scene.party)}</div><svg width="5" height="20" fill="{ink}"><circle cx="2.500" cy="3" r="2"/><circle cx="2.500" cy="10" r="2"/><circle cx="2.500" cy="17" r="2"/></svg></div>'
        )

    def foot(self) -> str:
        """See `Skin`."""
        return f'<div class="inp"><div style="border-radius:24px;background:{self.of(("#e1e7f3", "#2a2b2e"))};padding:11px 18px;color:#80868b;font-size:15px">{self.scene.cjk("短信", "簡訊")}</div></div>'

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        days = (self.scene.captured.date() - at.date()).days
        hour = hour_words(at, self.hours)
        week = {"cn": "周", "tw": "週", "hk": "週"}[self.scene.region] + WEEK[at.weekday()]
        if days == 0:
            return hour
        if days < 7:
            return f"{week} {hour}"
        day = f"{at.month}月{at.day}日" if at.year == self.scene.captured.year else f"{at.year}年{at.month}月{at.day}日"
        return f"{day}{week} • {hour}" if self.scene.region != "cn" else f"{day} {week} {hour}"

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        face = avatar(self.scene.party, 28, "50%") if line.side == "in" else ""
        return f'<div class="row {line.side}">{face}<div class="b" data-id="{name}">{words(line.said.text)}</div></div>'


class Samsung(GoogleMessages):
    """A pill for the day, the hour beside each bubble."""

    style = "sms-samsung"
    timing = "each"
    back = ("#ffffff", "#010101")
    head = ("#ffffff", "#010101")

    def css(self) -> str:
        """See `Skin`."""
        return super().css() + (
            f".sep span{{background:{self.of(('#f2f2f2', '#1f1f1f'))};border-radius:14px;padding:4px 14px}}.b{{max-width:262px;background:{self.of(('#f2f2f4', '#26262a'))}}}.out .b{{background:{self.of(('#d8ecfb', '#15435f'))};color:inherit}}"
            ".h{font-size:11px;color:#8a8a8a;white-space:nowrap}.out{flex-direction:row-reverse;justify-content:flex-start}"
        )

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        return f"{at.year}年{at.month}月{at.day}日 星期{WEEK[at.weekday()]}"

    def separator(self, at: datetime, name: str) -> str:
        """See `Skin`."""
        return f'<div class="sep"><span data-id="{name}">{self.moment(at)}</span></div>'

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        return f'<div class="row {line.side}"><div class="b" data-id="{name}">{words(line.said.text)}</div><div class="h">{hour_words(line.at, self.hours)}</div></div>'


class HuaweiSms(GoogleMessages):
    """HarmonyOS: the moment above each exchange, wide bubbles without faces."""

    style = "sms-huawei"
    back = ("#f1f3f5", "#000000")
    head = ("#f1f3f5", "#000000")
    gap = timedelta(minutes=10)

    def css(self) -> str:
        """See `Skin`."""
        return (
            super().css()
            + f".b{{border-radius:18px;max-width:300px;background:{self.of(('#fff', '#202224'))}}}.out .b{{background:{self.of(('#0a59f7', '#317af7'))};color:#fff}}"
        )

    def moment(self, at: datetime) -> str:
        """See `Skin`."""
        days = (self.scene.captured.date() - at.date()).days
        hour = hour_words(at, "24" if self.hours == "24" else "cn")
        if days < 2:
            return ("", "昨天 ")[days] + hour
        day = f"{at.month}月{at.day}日" if at.year == self.scene.captured.year else f"{at.year}年{at.month}月{at.day}日"
        return f"{day} 周{WEEK[at.weekday()]} {hour}"

    def bubble(self, line: Line, name: str) -> str:
        """See `Skin`."""
        return f'<div class="row {line.side}"><div class="b" data-id="{name}">{words(line.said.text)}</div></div>'

    def bar(self) -> str:
        """See `Skin`."""
        ink = self.of(self.ink)
        return (
            f'<div style="flex:none;display:flex;align-items:center;height:56px;padding:0 18px;gap:16px;background:{self.of(self.head)}"><svg width="20" height="18" fill="none" stroke="{ink}" stroke-width="2"><path d="M9 2 2 9l7 7M2 9h17"/></svg>'
            f'<div style="flex:1;font-size:19px;font-weight:500">{words(self.scene.party)}</div></div>'
        )
