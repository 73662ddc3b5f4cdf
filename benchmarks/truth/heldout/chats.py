"""Chats of the held-out half, each app with its own page, metrics and colours."""

import random
import tomllib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.truth.format import Entity, Message, minute
from benchmarks.truth.grammar import say
from benchmarks.truth.heldout.device import ARROW, CHEVRON, Device, device, picture, top
from benchmarks.truth.heldout.fills import fills, number
from benchmarks.truth.sheet import Sheet, hour_words, words

HERE = Path(__file__).parent
CSS = (HERE / "style.css").read_text(encoding="utf-8")
WEEK = "一二三四五六日"

NAMES = "wall text dim top top-text line other other-text self self-text veil veil-text hour self-hour box accent"


@dataclass(frozen=True)
class App:
    """How an app lays out its chats. ``clock``: where a message's time stands, "" for only in separators."""

    name: str
    light: str
    dark: str
    clock: str = ""
    pictures: str = "both"
    pill: bool = False
    bend: str = "8px"
    pad: str = "10px 13px"
    pic: str = "38px"
    pic_round: str = "50%"
    hours: tuple[str, ...] = ("24",)
    nick: bool = False
    seen: bool = False
    cite: str = "below"
    middle: bool = True


APPS = {
    "wechat": App("wechat", "#f1f1f1 #161616 #a3a3a3 #f1f1f1 #161616 #dcdcdc #ffffff #161616 #a0e975 #12230a #e4e4e4 #888 #aaa #aaa #ffffff #576b95",
                  "#191919 #cfcfcf #767676 #1e1e1e #cfcfcf #2b2b2b #2e2e2e #cfcfcf #2fa567 #04140b #2a2a2a #888 #888 #888 #2b2b2b #7d90a9",
                  bend="6px", pad="9px 11px", pic="42px", pic_round="8px", hours=("24", "parts")),
    "qq": App("qq", "#f5f6fa #1c1d21 #9a9ca5 #fdfdfe #1c1d21 #e7e8ee #ffffff #1c1d21 #0099ff #ffffff #e9ebf2 #777 #999 #cde #f0f1f5 #0099ff",
              "#121316 #dddee2 #7a7c85 #191a1e #dddee2 #26272c #25272d #dddee2 #0066cc #ffffff #222429 #999 #999 #cde #222 #3399ff",
              bend="16px", pic="40px", hours=("24", "cn"), nick=True),
    "ding": App("ding", "#ebeff5 #171a1d #8b9099 #f7f9fc #171a1d #dfe3ea #ffffff #171a1d #cfe4ff #10233d #dce2ea #777 #999 #999 #ffffff #1677ff",
                "#101214 #e2e4e7 #7d828a #17191c #e2e4e7 #24272b #1f2226 #e2e4e7 #15417a #e9f2ff #202327 #999 #999 #999 #24272b #3c8cff",
                bend="10px", pad="10px 14px", pic="36px", pic_round="10px", nick=True, seen=True, middle=False),
    "line": App("line", "#ffffff #141414 #8f959c #ffffff #141414 #ececec #eff1f3 #141414 #79d98a #0b210f #e6e8ea #70757a #8b9096 #8b9096 #f3f4f5 #06c755",
                "#0f1114 #eeeeee #84888d #15181b #eeeeee #26292d #2b2f33 #eeeeee #227a3b #eafff0 #24282c #a0a4a8 #84888d #84888d #23272b #06c755",
                clock="aside", pictures="other", pill=True, bend="19px", pad="8px 14px", pic="34px", hours=("cn", "24"), middle=False),
    "telegram": App("telegram", "#a9c6dd #101820 #5d7486 #f4f8fb #101820 #d6dfe6 #ffffff #101820 #e2f5d0 #101820 rgba(40,66,86,.5) #fff #94a3ae #66a45c #ffffff #3390ec",
                    "#0b0d10 #f3f3f3 #8a8f96 #1b1d21 #f3f3f3 #2a2d32 #212429 #f3f3f3 #6a5acd #ffffff rgba(90,95,105,.5) #fff #858b93 #d6d0ff #25282d #8774e1",
                    clock="tail", pictures="", pill=True, bend="16px", pad="7px 12px", hours=("24",), cite="inner"),
    "whatsapp": App("whatsapp", "#f3ede4 #0c1317 #6d7a82 #f6f6f6 #0c1317 #dcdcdc #ffffff #0c1317 #dbf7c6 #0c1317 #ffffff #56646c #75838b #6c8a6a #ffffff #007aff",
                    "#0a1014 #e7edf0 #8899a3 #161d21 #e7edf0 #263036 #1f2a30 #e7edf0 #0b5a48 #e7f5ef #1a2429 #9fb0b9 #8899a3 #9cc6b8 #263238 #21c063",
                    clock="tail", pictures="", pill=True, bend="12px", pad="7px 11px", hours=("24", "cn"), cite="inner"),
    "imessage": App("imessage", "#ffffff #050505 #8b8b90 #fafafa #050505 #e0e0e2 #e5e5ea #050505 #1982fc #ffffff #eee #888 #999 #cde #ffffff #1982fc",
                    "#000000 #fafafa #8e8e94 #101011 #fafafa #2c2c2e #2b2b2e #fafafa #1a7ff0 #ffffff #222 #999 #999 #cde #1d1d20 #1a7ff0",
                    pictures="", bend="20px", pad="8px 14px", hours=("cn", "24"), seen=True),
    "bank": App("bank", "#f6f4ef #2b2622 #a0978c #8c1d2f #ffffff #e6e0d6 #ffffff #2b2622 #f3dfc0 #3a2a12 #e9e4da #8b8378 #999 #999 #f4f1ea #8c1d2f",
                "#17141a #e5e0ea #837c8a #2a1f3a #efe9f7 #322c3a #272130 #e5e0ea #5b3fa0 #f3eeff #2c2635 #999 #999 #999 #2c2635 #9b7bea",
                pad="12px 14px", pic="34px", nick=True, hours=("24",), pill=True),
    "sms-ios": App("sms-ios", "#ffffff #0a0a0a #8a8a8f #f8f8f8 #0a0a0a #dedee0 #e8e8ec #0a0a0a #34c759 #ffffff #eee #888 #999 #999 #ffffff #007aff",
                   "#000000 #f6f6f6 #8c8c92 #121213 #f6f6f6 #2a2a2c #272729 #f6f6f6 #2fb550 #ffffff #222 #999 #999 #999 #1c1c1e #0a84ff",
                   pictures="", bend="18px", pad="9px 14px", hours=("cn", "24")),
    "sms-samsung": App("sms-samsung", "#f7f7f9 #1d1d1f #88888d #f7f7f9 #1d1d1f #e4e4e8 #ffffff #1d1d1f #dbe7fb #14233d #e7e7eb #77777c #88888d #88888d #ffffff #3e6fd9",
                       "#010101 #ededf0 #85858b #010101 #ededf0 #222225 #26262a #ededf0 #24406e #eaf1ff #202023 #99999e #85858b #85858b #26262a #6d9bff",
                       clock="aside", pictures="", pill=True, bend="22px", pad="11px 16px", hours=("cn", "24"), middle=False),
}  # fmt: skip


@dataclass
class Page:
    """A chat being written."""

    app: App
    phone: Device
    source: random.Random
    title: str
    order: list[tuple[str, Message | None]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def chat(source: random.Random, name: str, hant: bool, dark: bool, count: int, form: str) -> Sheet:
    """Return one chat's page."""
    app = APPS[name]
    phone = device(source, hant, dark, app.hours)
    page = Page(app, phone, source, _title(source, phone, name))
    kind = "sms" if name.startswith("sms") else "chat"
    body = _text_messages(page, count) if kind == "sms" else _talk(page, count)
    held = form != "long" and source.random() < 0.65
    truth = phone.truth(name, kind, form)
    truth.party = page.title
    if kind == "sms" and page.title[0].isdigit():
        truth.entities.append(Entity("phone", page.title.replace(" ", ""), optional=True))
    if phone.region.brand in page.title:
        truth.entities.append(Entity("institution", phone.region.brand))
    most = 20000 if form == "long" else phone.high if held else 2 * phone.high
    return Sheet(_html(page, body, held), phone.width, phone.density, phone.high, most, truth, page.order)


def _title(source: random.Random, phone: Device, name: str) -> str:
    brand = phone.region.brand
    if name.startswith("sms"):
        return source.choice(("1069 ", "1068", "955")) + number(source, source.choice((2, 7, 9)))
    if name == "bank":
        return phone.says(source.choice(("智能客服", "贷款客服", "在线咨询")), source.choice(("智能客服", "線上諮詢")))
    return brand + phone.says(
        source.choice(("小助手", "贷后管理", "VIP客服", "")), source.choice(("客戶服務", "", "小幫手"))
    )


def _book(phone: Device) -> dict[str, Any]:
    name = "phrases_hans.toml" if phone.hans else "phrases_hant.toml"
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _times(source: random.Random, count: int, end: datetime) -> list[datetime]:
    """Return rising times that end a little before the screen was taken."""
    steps = [
        source.choice((0, 0, 1, 1, 2, 3, 4, source.randrange(8, 60), source.randrange(60, 900))) for _ in range(count)
    ]
    at, found = end - timedelta(minutes=source.randrange(1, 9)), []
    for step in steps:
        found.append(at.replace(second=0))
        at -= timedelta(minutes=step)
    return found[::-1]


def _talk(page: Page, count: int) -> str:
    book, source, phone = _book(page.phone), page.source, page.phone
    filling, steps = fills(phone.region), []  # type: ignore[var-annotated]
    while len(steps) < count:
        steps += source.choice(book["path"])["steps"]
    body, last, shown, used = "", None, phone.now, set()
    for index, (step, at) in enumerate(zip(steps, _times(source, count, phone.now), strict=False)):
        role, kind = step.split(".")
        if last is None or (at.date() != last.date() if page.app.clock else at - last > timedelta(minutes=5)):
            body += _separator(page, at, index)
            shown = at
        last = at
        if source.random() < 0.06:
            body += f'<div class="note">{words(source.choice(book["notice"]["chat"]))}</div>'
        choice = source.choice([each for each in book[role][kind] if each not in used] or book[role][kind])
        used.add(choice)
        moment = at if page.app.clock else shown
        said = say(choice, filling, source, moment)
        message = Message(
            "in" if role == "agent" else "out",
            said.text,
            minute(moment),
            f"m{index}",
            entities=said.entities,
            promises=said.promises,
        )
        body += _message(page, message, at, steps[index + 1 : index + 2] == [])
    return body


def _text_messages(page: Page, count: int) -> str:
    book, source, phone = _book(page.phone), page.source, page.phone
    chosen = source.sample(book["text"]["lines"], min(count, len(book["text"]["lines"])))
    at, times = phone.now - timedelta(minutes=source.randrange(3, 200)), []
    for _ in chosen:
        times.append(at.replace(second=0))
        at -= timedelta(minutes=source.choice((50, 400, 1500, 4000)))
    body, last = "", None
    for index, (template, moment) in enumerate(zip(chosen, times[::-1], strict=True)):
        if not page.app.clock or last is None or moment.date() != last.date():
            body += _separator(page, moment, index)
        last = moment
        said = say(template, fills(phone.region), source, moment)
        body += _message(
            page,
            Message("in", said.text, minute(moment), f"m{index}", entities=said.entities, promises=said.promises),
            moment,
            False,
        )
    return body


def _separator(page: Page, at: datetime, index: int) -> str:
    page.order.append((f"w{index}", None))
    css = "when pill" if page.app.pill else "when"
    return f'<div class="{css}" data-id="w{index}">{_day_words(page, at)}</div>'


def _day_words(page: Page, at: datetime) -> str:
    phone, name = page.phone, page.app.name
    days = (phone.now.date() - at.date()).days
    clock = hour_words(at, phone.hours)
    week, far = WEEK[at.weekday()], f"{at.month}月{at.day}日"
    if at.year != phone.now.year:
        far = f"{at.year}年{far}"
    if name == "line":
        return phone.says(f"{at:%Y.%m.%d} 周{week}", f"{at:%Y.%m.%d} 星期{week}") if days else "今天"
    if name == "sms-samsung":
        return f"{at.year}年{at.month}月{at.day}日 星期{week}"
    if name == "telegram":
        return far
    if name == "whatsapp":
        near = ("今天", "昨天", *[f"{phone.says('周', '週')}{week}"] * 4)
        return near[days] if days < len(near) else f"{at.year}/{at.month}/{at.day}"
    if name in ("imessage", "sms-ios"):
        near_day = (
            "今天"
            if not days
            else "昨天"
            if days == 1
            else f"星期{week}"
            if days < 7
            else f"{far} {phone.says('周', '週')}{week}"
        )
        return f"{near_day} {clock}"
    if name == "qq":
        return (
            clock
            if not days
            else f"昨天 {clock}"
            if days == 1
            else f"{at:%m-%d} {clock}"
            if at.year == phone.now.year
            else f"{at:%Y-%m-%d} {clock}"
        )
    if name == "ding":
        return f"今天 {clock}" if not days else f"昨天 {clock}" if days == 1 else f"{far} {clock}"
    if name == "bank":
        return f"{at:%Y/%m/%d %H:%M}"
    return (
        clock
        if not days
        else f"昨天{clock}"
        if days == 1
        else f"{phone.says('星期', '週')}{week} {clock}"
        if days < 7
        else f"{far} {clock}"
    )


def _message(page: Page, message: Message, at: datetime, last: bool) -> str:
    app, source, phone = page.app, page.source, page.phone
    page.order.append((message.id, message))
    clock, inner = hour_words(at, phone.hours), words(message.text)
    mine = message.side == "out"
    quoted = words(source.choice(page.said)[:14]) if page.said and source.random() < 0.09 else ""
    page.said.append(message.text.split("\n")[0])
    if quoted and app.cite == "inner":
        inner = f'<div class="cite">{words(page.title)}<br>{quoted}</div>{inner}'
    if app.clock == "tail":
        inner += f'<span class="tail">{clock}{" ✓✓" if mine else ""}</span>'
    bubble = f'<div class="b" data-id="{message.id}">{inner}</div>'
    if app.clock == "aside":
        read = phone.says("已读", "已讀") + "<br>" if mine and app.name == "line" and source.random() < 0.7 else ""
        bubble = f'<div class="lineup">{bubble}<div class="aside">{read}{clock}</div></div>'
    nick = f'<div class="nick">{words(page.title)}</div>' if app.nick and not mine else ""
    under = (
        f'<div class="below-cite">{words(page.title)}: {quoted}</div>'
        if quoted and app.cite == "below" and app.name in ("wechat", "qq")
        else ""
    )
    if app.seen and mine and (app.name == "ding" or last):
        under += f'<div class="seen">{phone.says(source.choice(("已读", "未读")), "已讀") if app.name == "ding" else phone.says("已送达", "已送達")}</div>'
    stack = f'<div class="stack">{nick}{bubble}{under}</div>'
    if app.pictures == "both" or (app.pictures == "other" and not mine):
        face = picture(random.Random(f"{page.title}{mine}"), page.title[0] if not mine else "我")
        return f'<div class="msg {"user" if mine else ""}">{stack + face if mine else face + stack}</div>'
    return f'<div class="msg nopic {"user" if mine else ""}">{stack}</div>'


def _html(page: Page, body: str, held: bool) -> str:
    app, phone, source = page.app, page.phone, page.source
    values = zip(NAMES.split(), (app.dark if phone.dark else app.light).split(), strict=True)
    root = "".join(f"--{name}:{value};" for name, value in values)
    root += f"--face:{phone.face},Roboto,Noto Color Emoji;--body:{phone.body};--leading:{source.choice((1.35, 1.45))};"
    root += f"--pic:{app.pic};--pic-round:{app.pic_round};--bend:{app.bend};--pad:{app.pad};"
    latin = "latin" if app.name in ("imessage", "whatsapp", "telegram", "sms-ios") else ""
    css = f'<body class="{"held" if held else ""} {latin}">'
    quick = ""
    if app.name == "bank":
        chips = phone.says("还款方式|提现进度|人工服务", "繳款方式|撥款進度|真人服務").split("|")
        quick = '<div class="quick">' + "".join(f"<b>{chip}</b>" for chip in chips) + "</div>"
    hint = {
        "imessage": "iMessage",
        "sms-ios": phone.says("短信", "簡訊"),
        "sms-samsung": phone.says("输入信息", "輸入訊息"),
        "bank": phone.says("请输入问题…", "請輸入問題…"),
        "whatsapp": "",
    }.get(app.name, phone.says("发消息", "輸入訊息"))
    plus = '<svg width="26" height="26" fill="none" stroke="currentColor" stroke-width="1.8"><circle cx="13" cy="13" r="11"/><path d="M13 7 V19 M7 13 H19"/></svg>'
    foot = f'<footer>{plus}<div class="box">{hint}</div>{plus}</footer>'
    return f"<!doctype html><meta charset=utf-8><style>:root{{{root}}}{CSS}</style>{css}{top(phone, source)}{_nav(page)}<main data-id=view>{body}</main>{quick}{foot}"


def _nav(page: Page) -> str:
    app, source, phone = page.app, page.source, page.phone
    small = ""
    if app.name in ("telegram", "whatsapp"):
        small = (
            "<small>"
            + phone.says(source.choice(("在线", "刚刚在线")), source.choice(("線上", "上線時間 今天")))
            + "</small>"
        )
    if app.name == "qq":
        small = "<small>" + phone.says("手机在线 - 5G", "手機在線") + "</small>"
    face = (
        picture(source, page.title[0])
        if app.name in ("whatsapp", "telegram", "sms-samsung") and source.random() < 0.7
        else ""
    )
    count = (
        f'<span class="act">{source.randrange(2, 120)}</span>'
        if app.name in ("wechat", "line", "imessage") and source.random() < 0.6
        else ""
    )
    back = source.choice((ARROW, CHEVRON))
    return f'<nav class="{"mid" if app.middle else ""}">{back}{count}{face}<h1>{words(page.title)}{small}</h1><span class="act">{source.choice(("☰", "⋯", ""))}</span></nav>'
