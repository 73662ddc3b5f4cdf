"""Five hundred texts that somebody's markup takes for more than text, and a vault that holds them in every field."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime, timedelta
from pathlib import Path

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_dispute, edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import open_session
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import editable_fields
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.progress import Silent
from tests.hostile.named.case import CANARY

TARGETS = (
    f"file:///{CANARY}/a.png",
    f"file://{CANARY}/share/a.png",
    f"/{CANARY}/a.png",
    f"{CANARY}.png",
    f"../{CANARY}.png",
    f"\\\\{CANARY}\\share\\a.png",
    f"//{CANARY}/share/a.png",
    f"http://127.0.0.1:9/{CANARY}.png",
    f"https://127.0.0.1:9/{CANARY}.png",
    f"ftp://127.0.0.1:9/{CANARY}",
    f"smb://{CANARY}/a",
    f"qrc:/{CANARY}.png",
    f":/{CANARY}.png",
    f"javascript:fetch('http://127.0.0.1:9/{CANARY}')",
    f"data:text/html,<img src=file:///{CANARY}>",
    f"jar:file:///{CANARY}!/a",
)
MARKUP = (
    '<img src="{}">',
    "<img src='{}' width=9999 height=9999/>",
    '<a href="{}">x</a>',
    '<body background="{}">',
    '<table background="{}"><tr><td background="{}">x</td></tr></table>',
    '<link rel="stylesheet" href="{}">',
    "<style>@import url({});*{{background:url({})}}</style>",
    '<p style="background-image:url({})">x</p>',
    '<ul style="list-style-image:url({})"><li>x</ul>',
    '<span style="border-image:url({});cursor:url({})">x</span>',
    "<style>@font-face{{font-family:a;src:url({})}}</style>",
    '<script src="{}"></script>',
    '<iframe src="{}"></iframe>',
    '<object data="{}"></object><embed src="{}">',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="{}"/></svg>',
    '<base href="{}/"><img src="a.png">',
    '<meta http-equiv="refresh" content="0;url={}">',
    "![x]({})",
    "[x]({})",
    '<qt><img src="{}"></qt>',
    '<!DOCTYPE html><html><head></head><body><img src="{}">',
    'QLabel {{ image: url({}); }}',
    # what ReportLab's paragraphs know
    '<para><img src="{}" width="9" height="9"/></para>',
    '<link href="{}" color="red">x</link>',
    '<onDraw name="{}" label="x"/>',
    '<font name="{}">x</font>',
    '<index item="{}"/>',
    '<evalString imports="os" default="">{}</evalString>',
    # XML
    '<!DOCTYPE x [<!ENTITY e SYSTEM "{}">]><x>&e;</x>',
    '<?xml-stylesheet href="{}"?>',
    '<xi:include href="{}"/>',
)  # fmt: skip
ALONE = (
    "<b>",
    "</b></para></font>",
    "<",
    "&",
    "&amp;lt;b&amp;gt;",
    "&nbsp;&#60;b&#62;&#x202e;",
    "&bogus;&#0;&#xFFFFFFFF;",
    "<![CDATA[<b>]]>",
    "<!-- x -->",
    "<?php system('id') ?>",
    "<super><sub><greek>a</greek></sub></super>",
    "<seq/><seqreset/><unichar code='0'/><bullet>x</bullet>",
    "<font size='9999' color='#zzz'>x</font>",
    "<br/>" * 500,
    "<b>" * 2000,
    "{0}{title}{{}}%s%n%(x)s${x}",
    "{__class__.__mro__}",
    "'; DROP TABLE dispute;--",
    '=HYPERLINK("http://127.0.0.1:9")',
    "@SUM(1)|cmd",
    "\u202eelbisrever\u202c",
    "\u2066\u2067\u2068\u2069\u200f\u061c",
    "\u200b\u200c\u200d\u2060\ufeff",
    "Z\u0301\u0302\u0303\u0304" * 60,
    "\ufffd\uffff\ufdd0",
    "😀👩‍👩‍👧‍👦🇨🇳" * 20,
    "𠮷𪚥" * 50,
    "ﷺ" * 50,
    "\U000e0001\U000e0020" * 20,
    "a" * 5000,
    "字" * 5000,
    "a b\u2028c\u2029d",
    "&File &&x",
    "\t\t\x1b[2J",
    "(a) Tj ET endstream endobj %%EOF",
    "<</S/URI/URI(http://127.0.0.1:9)>>",
)
STRINGS = tuple(
    form.replace("{}", target).replace("{{", "{").replace("}}", "}") for form in MARKUP for target in TARGETS
)
STRINGS += ALONE
"""At least five hundred."""

NOT_FREE = frozenset({"zone_name", "currency", "set_aside"})
START = datetime(2025, 2, 22, 8, 15)


def free_texts(kind: type[Dispute] | type[Exhibit]) -> list[str]:
    """Return the names of the editable fields that hold whatever somebody writes."""
    known = editable_fields(kind)
    return [
        each.name
        for each in fields(kind)
        if each.name in known and each.type in {str, "str"} and each.name not in NOT_FREE
    ]


def turning(strings: tuple[str, ...], at: int) -> Iterator[str]:
    """Yield strings, beginning at another one for each thing, so that each field meets each of them."""
    while True:
        yield strings[at % len(strings)]
        at += 7


def filled(folder: Path, strings: tuple[str, ...]) -> str:
    """Make a vault whose disputes, exhibits and events hold each string in each field; return the main dispute."""
    session = open_session(folder, create=True)
    try:
        main = ""
        for at in range(0, len(strings), 8):
            texts = turning(strings, at)
            given = NewDispute(title=next(texts), type=DisputeType.OTHER, institution=next(texts))
            dispute = new_dispute(session, given)
            facts = {name: next(texts) for name in free_texts(Dispute)}
            edit_dispute(
                session, dispute.id, facts | {"aliases": (next(texts),), "demands": (next(texts), next(texts))}
            )
            main = main or dispute.id
        sources = [DataSource(f"{text[:60]}-{n}.txt", f"{n} {text}".encode()) for n, text in enumerate(strings)]
        add_evidence(session, main, sources, Silent(), lambda item: None)
        for at, exhibit in enumerate(list_exhibits(session, main)):
            edit_exhibit(session, exhibit.id, dict(zip(free_texts(Exhibit), turning(strings, at), strict=False)))
        for at in range(len(strings)):
            record_event(session, main, an_event(strings, at))
    finally:
        session.close()
    return main


def an_event(strings: tuple[str, ...], at: int) -> NewEvent:
    texts = turning(strings, at)
    kind = (EventKind.CALL, EventKind.MESSAGE, EventKind.COMPLAINT, EventKind.PAYMENT, EventKind.NOTE)[at % 5]
    reading = ClockReading(START + timedelta(minutes=at), Precision.MINUTE, TimeSource.TYPED, 90, words=next(texts))
    named = {
        each.name: next(texts) for each in fields(NewEvent) if each.type in {str, "str"} and each.name not in NOT_FREE
    }
    return NewEvent(**named | {"kind": kind, "time": choose([reading])})  # type: ignore[arg-type]
