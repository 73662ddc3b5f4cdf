"""Chats of the tuning half that keep to no well-known app: heads over bubbles, times below them, wallpapers, media."""

import random
from collections.abc import Callable
from pathlib import Path

from benchmarks.truth.format import Entity, Message, Truth, minute
from benchmarks.truth.sheet import Sheet, tag, words
from benchmarks.truth.tuning.parts import BACK, Look, portrait, status_bar
from benchmarks.truth.tuning.slots import HANS, HANT, digits, slots
from benchmarks.truth.tuning.talk import Turn, conversation

CSS = (Path(__file__).parent / "wild.css").read_text(encoding="utf-8")
NAMES = "page ink faint bar bar-ink bar2 field theirs mine mine-ink"
STRIPES = "repeating-linear-gradient(35deg,rgba(255,255,255,.18) 0 6px,transparent 6px 26px)"
GLOW = "radial-gradient(circle at 30% 20%,rgba(255,255,255,.5),transparent 60%)"
LOOKS = {
    "web": (
        "#f7f8fa #24262b #9096a1 #0f6fde #fff #fff #f1f3f6 #fff #d6e8ff #123",
        "#14161a #dfe1e5 #7d828c #14161a #dfe1e5 #1b1e23 #262a31 #24282f #173a66 #e8f1ff",
    ),
    "under": (
        "#fff #202124 #80868b #fff #202124 #fff #f1f3f4 #f1f3f4 #1a73e8 #fff",
        "#1f1f1f #e3e3e3 #9aa0a6 #1f1f1f #e3e3e3 #1f1f1f #2d2e30 #303134 #8ab4f8 #10203a",
    ),
    "wall": (
        "#b9c8b0 #1c1c1c #59634f #f3f3f3 #1c1c1c #f3f3f3 #fff #fff #a9e88a #11240a",
        "#243028 #e4e4e4 #93a098 #161a17 #e4e4e4 #161a17 #262c28 #2b322d #2f8f57 #f0fff6",
    ),
    "rim": (
        "#fff #333 #999 #fff #333 #fafafa #fff #fff #fff4e8 #5a3413",
        "#101010 #ddd #888 #101010 #ddd #181818 #222 #101010 #3a2a18 #ffe9d0",
    ),
}


def wild(source: random.Random, look: Look, kind: str, count: int, form: str) -> Sheet:
    """Return a chat of one of the looks."""
    institution = source.choice(HANS if look.script == "hans" else HANT[look.currency])
    zone = {"CNY": "Asia/Shanghai", "TWD": "Asia/Taipei", "HKD": "Asia/Hong_Kong"}[look.currency]
    at = look.captured.strftime("%Y-%m-%dT%H:%M:%S")
    title = institution + ("客服" if source.random() < 0.7 else "")
    truth = Truth("", f"wild-{kind}", "chat", form, look.script, zone, look.width, look.dark, at, title)
    truth.entities.append(Entity("institution", institution))
    turns = conversation(source, look, slots(institution, look.currency), count, kind in ("wall", "rim"))
    order: list[tuple[str, Message | None]] = []
    agent = digits(source, 5)
    write: dict[str, Callable[..., str]] = {"web": _headed, "under": _under, "wall": _plain, "rim": _plain}
    body = "".join(write[kind](source, look, turn, index, order, agent) for index, turn in enumerate(turns))
    if kind == "web" and any(turn.kind == "in" for turn in turns):
        truth.entities.append(Entity("agent_id", agent, optional=True))
    return Sheet(_page(source, look, kind, title, body), look.width, look.density, look.high, look.high, truth, order)


def _row(
    source: random.Random, look: Look, turn: Turn, index: int, order: list, above: str = "", below: str = ""
) -> str:  # type: ignore[type-arg]
    message = Message(
        turn.kind,
        turn.said.text,
        minute(turn.at),
        f"m{index}",
        entities=turn.said.entities,
        promises=turn.said.promises,
    )
    order.append((message.id, message))
    face = portrait(random.Random(f"{look.captured}{turn.kind}"), "我" if turn.kind == "out" else "客")
    return tag(f"row {turn.kind}", face + tag("col", above + tag("bubble", words(message.text), message.id) + below))


def _headed(source: random.Random, look: Look, turn: Turn, index: int, order: list, agent: str) -> str:  # type: ignore[type-arg]
    """Return a message below a line with its sender and its whole time."""
    if turn.kind == "sep":
        return ""
    if turn.kind == "system":
        return tag("sys", words(turn.said.text))
    order.append((f"t{index}", None))
    clock = turn.at.replace(second=source.randrange(60))
    name = "我" if turn.kind == "out" else f"客服{agent}"
    return _row(
        source, look, turn, index, order, tag("head", f"{name}&nbsp;&nbsp;{clock:%Y-%m-%d %H:%M:%S}", f"t{index}")
    )


def _under(source: random.Random, look: Look, turn: Turn, index: int, order: list, agent: str) -> str:  # type: ignore[type-arg]
    """Return a message above its time; days stand between messages."""
    if turn.kind == "sep":
        order.append((f"s{index}", None))
        days = (look.captured.date() - turn.at.date()).days
        return tag(
            "sep", "今天" if not days else "昨天" if days == 1 else f"{turn.at.month}月{turn.at.day}日", f"s{index}"
        )
    if turn.kind == "system":
        return tag("sys", words(turn.said.text))
    return _row(source, look, turn, index, order, "", tag("foot", f"{turn.at:%H:%M}"))


def _plain(source: random.Random, look: Look, turn: Turn, index: int, order: list, agent: str) -> str:  # type: ignore[type-arg]
    """Return a message below separators, now and then something that is no text."""
    if turn.kind == "sep":
        order.append((f"s{index}", None))
        days = (look.captured.date() - turn.at.date()).days
        day = "" if not days else "昨天 " if days == 1 else f"{turn.at.month}月{turn.at.day}日 "
        return tag("sep", f"{day}{turn.at:%H:%M}", f"s{index}")
    if turn.kind == "system":
        return tag("sys", words(turn.said.text))
    shown = _row(source, look, turn, index, order)
    return shown + _media(source, look, index, order) if source.random() < 0.25 else shown


def _media(source: random.Random, look: Look, index: int, order: list) -> str:  # type: ignore[type-arg]
    """Return a picture, a voice message, a transfer or a file, which no reader has to make anything of."""
    side = source.choice(("in", "out"))
    message = Message(side, "", None, f"x{index}", optional=True)
    order.append((message.id, message))
    hant = look.script == "hant"
    inner = source.choice((
        tag("photo", ""),
        tag("bubble voice", f"<span>{source.randrange(2, 59)}''</span><span>)))</span>"),
        tag("transfer", f"{'NT$' if hant else '￥'}{source.randrange(50, 900)}.00<small>{'轉帳' if hant else '微信转账'}</small>"),
        tag("file", f"{'還款證明' if hant else '还款凭证'}.pdf<small>{source.randrange(20, 900)}.3K</small>"),
    ))  # fmt: skip
    face = portrait(random.Random(f"{look.captured}{side}"), "我" if side == "out" else "客")
    return tag(f"row {side}", face + tag("col", tag("media", inner, message.id)))


def _page(source: random.Random, look: Look, kind: str, title: str, body: str) -> str:
    values = "".join(f"--{n}:{v};" for n, v in zip(NAMES.split(), LOOKS[kind][look.dark].split(), strict=True))
    wall = source.choice((STRIPES, GLOW)) if kind == "wall" else "none"
    rim = "1px solid rgba(128,128,128,.45)" if kind == "rim" else "none"
    root = f":root{{{values}--font:{look.font},Inter,Noto Color Emoji;--scale:{look.scale};--wall:{wall};--rim:{rim};--corner:{source.choice((4, 8, 14))}px}}"
    head = tag(
        "header",
        f'{BACK}<span>{words(title)}</span><span class="end">{source.choice(("···", "评价" if look.script == "hans" else "評價"))}</span>',
    )
    hint = source.choice(("请输入", "说点什么…") if look.script == "hans" else ("請輸入", "輸入訊息"))
    foot = tag("input", f"<div>{hint}</div>")
    return f'<!doctype html><meta charset=utf-8><style>{root}{CSS}</style><body class="fixed">{status_bar(look, source)}{head}{tag("view", body, "view")}{foot}'
