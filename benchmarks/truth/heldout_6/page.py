"""From a conversation and a look to a sheet: order, times and boxes."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Message, Promise, Truth, minute
from benchmarks.truth.heldout_6.devices import LONG_WIDTH, Device, fonts, home_bar, status_bar
from benchmarks.truth.heldout_6.talk import Line
from benchmarks.truth.sheet import Sheet, words

ZONES = {"cn": "Asia/Shanghai", "tw": "Asia/Taipei", "hk": "Asia/Hong_Kong"}
WEEK = "一二三四五六日"


@dataclass
class Scene:
    """What a page is drawn on: the phone, the language, the hour; ``part`` is which end of the talk is seen."""

    device: Device
    region: str
    dark: bool
    captured: datetime
    party: str
    form: str
    seed: int
    part: str = "bottom"
    title_entities: list[Entity] = field(default_factory=list)
    group: bool = False

    def __post_init__(self) -> None:
        self.source = random.Random(self.seed)
        self.font = fonts(self.region, self.source)

    def truth(self, style: str, kind: str) -> Truth:
        """Return what is true of the page so far."""
        script = "zh-Hans" if self.region == "cn" else "zh-Hant"
        width = LONG_WIDTH if self.form == "long" else self.device.width
        return Truth(
            name="",
            style=style,
            kind=kind,
            form=self.form,
            script=script,
            zone=ZONES[self.region],
            width=width,
            dark=self.dark,
            captured=self.captured.isoformat(),
            party=self.party,
            entities=list(self.title_entities),
        )

    def cjk(self, hans: str, hant: str) -> str:
        """Return the word of the page's script."""
        return hans if self.region == "cn" else hant


class Skin:
    """How an app draws a talk. ``timing``: sep (a line now and then), each (a date, hours at the bubbles), stamp."""

    style = ""
    timing = "sep"
    gap = timedelta(minutes=5)
    hour_forms: tuple[str, ...] = ("24",)
    back = ("#ededed", "#111111")
    ink = ("#000000", "#e5e5e5")
    head = ("#ededed", "#111111")

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.source = scene.source
        self.dark = scene.dark
        self.hours = scene.source.choice(self.hour_forms)

    def of(self, pair: tuple[str, str]) -> str:
        """Return the colour for light or dark."""
        return pair[1] if self.dark else pair[0]

    def css(self) -> str:
        """Return the rules of the look."""
        raise NotImplementedError

    def bar(self) -> str:
        """Return the title bar."""
        raise NotImplementedError

    def foot(self) -> str:
        """Return what stands below the talk."""
        raise NotImplementedError

    def moment(self, at: datetime) -> str:
        """Return a separator's words."""
        raise NotImplementedError

    def separator(self, at: datetime, name: str) -> str:
        """Return a line that says when."""
        return f'<div class="sep"><span data-id="{name}">{self.moment(at)}</span></div>'

    def bubble(self, line: Line, name: str) -> str:
        """Return one message."""
        raise NotImplementedError

    def note(self, line: Line) -> str:
        """Return what the app says."""
        return f'<div class="note"><span>{words(line.said.text)}</span></div>'

    def recall(self, line: Line) -> str:
        """Return the words for a message taken back."""
        who = self.scene.cjk("对方", "對方") if line.side == "in" else self.scene.cjk("你", "您")
        return f'<div class="note"><span>{who}{self.scene.cjk("撤回了一条消息", "已收回訊息")}</span></div>'

    def opening(self) -> str:
        """Return what stands before the talk."""
        return ""


def chat_sheet(scene: Scene, skin: Skin, lines: list[Line], kind: str = "chat") -> Sheet:
    """Return a sheet of a conversation."""
    truth = scene.truth(skin.style, kind)
    order: list[tuple[str, Message | None]] = []
    parts = [skin.opening()]
    last: datetime | None = None
    stood = lines[0].at
    for index, line in enumerate(lines):
        beside = line.kind in ("note", "recall")
        if _apart(skin, last, line.at) and not (beside and skin.timing == "stamp"):
            order.append((f"s{index}", None))
            parts.append(skin.separator(line.at, f"s{index}"))
            stood = line.at
        if beside:
            parts.append(skin.recall(line) if line.kind == "recall" else skin.note(line))
            sure = scene.form == "long"
            truth.entities += [Entity(one.kind, one.value, not sure) for one in line.said.entities]
            last = line.at
            continue
        last = line.at
        message = _message(line, stood if skin.timing == "sep" else line.at, f"m{index}")
        order.append((message.id, message))
        parts.append(skin.bubble(line, message.id))
    truth.messages = [message for _, message in order if message is not None]
    return _sheet(scene, truth, order, _page(scene, skin, "".join(parts)))


def _apart(skin: Skin, last: datetime | None, at: datetime) -> bool:
    if skin.timing == "stamp" or last is None or last.date() != at.date():
        return True
    return skin.timing == "sep" and at - last >= skin.gap


def _message(line: Line, at: datetime, name: str) -> Message:
    text = line.said.text
    wordless = not any(char.isalnum() or char in "？?！!。，" for char in text)
    entities = [Entity(one.kind, one.value, one.optional) for one in line.said.entities]
    entities += [Entity(one.kind, one.value, True) for one in line.quoted]
    promises = [Promise(one.text, one.due, one.optional) for one in line.said.promises if line.side == "in"]
    empty = wordless or line.kind in ("picture", "sticker", "spoken", "transfer")
    return Message(line.side, text, minute(at), name, empty, entities=entities, promises=promises)


def _sheet(scene: Scene, truth: Truth, order: list[tuple[str, Message | None]], html: str) -> Sheet:
    device = scene.device
    if scene.form == "long":
        return Sheet(html, LONG_WIDTH, 3.0, 4000, 20000, truth, order)
    return Sheet(html, device.width, device.density, device.height, device.height, truth, order)


def _page(scene: Scene, skin: Skin, inner: str) -> str:
    ink, back, head = skin.of(skin.ink), skin.of(skin.back), skin.of(skin.head)
    top = status_bar(scene.device, scene.captured, scene.source, ink, head) + skin.bar()
    bottom = skin.foot() + f'<div style="background:{head};flex:none">{home_bar(scene.device, ink)}</div>'
    if scene.form == "long":
        body = f'{top}<div class="talk">{inner}</div>{bottom}'
        shape = "body{min-height:100vh}"
    else:
        sides = {"bottom": "bottom:0", "top": "top:0", "both": "bottom:-46px"}[scene.part]
        talk = f'<div class="talk" style="position:absolute;left:0;right:0;min-height:100%;{sides}">{inner}</div>'
        body = f'{top}<div data-id="view" style="flex:1;position:relative;overflow:hidden;min-height:0">{talk}</div>{bottom}'
        shape = "body{height:100vh;display:flex;flex-direction:column;overflow:hidden}"
    return document(scene.font, ink, back, shape + skin.css(), body)


def document(font: str, ink: str, back: str, css: str, body: str) -> str:
    """Return a whole page."""
    base = (
        f"*{{box-sizing:border-box}}html,body{{margin:0;padding:0}}body{{font-family:{font};color:{ink};background:{back};"
        "line-height:1.4;font-size:16px;overflow-wrap:anywhere}.row{display:flex}svg{flex:none}"
    )
    return f"<!doctype html><html><head><meta charset=utf-8><style>{base}{css}</style></head><body>{body}</body></html>"


def avatar(seed: str, size: int, radius: str, letter: str = "") -> str:
    """Return a picture of somebody: a colour, with a letter or a figure."""
    tint = random.Random(seed).randint(0, 359)
    fill = f"hsl({tint},42%,58%)"
    inner = (
        f'<span style="color:#fff;font-size:{size * 0.42:.0f}px">{letter}</span>'
        if letter
        else f'<svg width="{size}" height="{size}" viewBox="0 0 40 40"><circle cx="20" cy="15" r="7" fill="#fff9"/>'
        f'<path d="M6 40c0-11 6-17 14-17s14 6 14 17" fill="#fff9"/></svg>'
    )
    return (
        f'<div style="width:{size}px;height:{size}px;border-radius:{radius};background:{fill};flex:none;overflow:hidden;'
        f'display:flex;align-items:center;justify-content:center">{inner}</div>'
    )


def image(source: random.Random, name: str, wide: int = 120) -> str:
    """Return a picture somebody sent: colours, no words."""
    tint, high = source.randint(0, 359), source.choice((90, 150, 190))
    return (
        f'<div data-id="{name}" style="width:{wide}px;height:{high}px;border-radius:6px;'
        f'background:linear-gradient(160deg,hsl({tint},40%,72%),hsl({(tint + 60) % 360},38%,45%))"></div>'
    )
