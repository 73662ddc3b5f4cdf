"""Exports of phones made to harm: lists without end, nests, names that lead elsewhere, declared text."""

import os

from tests.hostile.named.case import CANARY_FILE, CANARY_URL, Case, case

MANY = 2_000_000 if os.environ.get("JUZHENG_SOAK") else 200_000

LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
SMS = '<sms address="1" date="1740182103123" type="1" body="x" />'


def smses(inside: str, before: str = "") -> str:
    return f"<?xml version='1.0' encoding='UTF-8' ?>\n{before}<smses count=\"1\">{inside}</smses>"


def mms(inside: str, fields: str = "") -> str:
    return f'<mms date="1740182103000" msg_box="1" address="1" {fields}>{inside}</mms>'


LISTS = {
    "billion laughs": smses(SMS.replace('"x"', '"&l9;"'), f"<!DOCTYPE smses [{LAUGHS}]>"),
    "entity of a file": smses(SMS.replace('"x"', '"&e;"'), f'<!DOCTYPE smses [<!ENTITY e SYSTEM "{CANARY_FILE}">]>'),
    "DTD elsewhere": smses(SMS, f'<!DOCTYPE smses SYSTEM "{CANARY_URL}">'),
    "comments without end": smses("<!--" * MANY),
    "CDATA without end": smses("<![CDATA[" * MANY),
    "tags without end": smses("<sms " * MANY),
    "quotes without end": smses('<sms body="' * MANY),
    "both quotes": smses("<sms body=\"' body='\" " * MANY),
    "attributes without end": smses("<sms " + " ".join(f'a{n}="1"' for n in range(MANY)) + "/>"),
    "shapes without end": smses("".join(f'<sms a{n}="1" date="1740182103123" type="1"/>' for n in range(MANY // 20))),
    "messages in messages": smses('<mms date="1740182103000" msg_box="1">' * (MANY // 20)),
    "parts without end": smses(mms('<part ct="image/png" name="a" data="AA==" />' * (MANY // 20))),
    "addresses without end": smses(mms("", f'contact_name="a" address="{"1~" * MANY}"')),
    "number without end": smses(SMS.replace("1740182103123", "9" * MANY)),
    "reference without end": smses(SMS.replace('"x"', f'"&#{"1" * MANY};&{"a" * MANY};"')),
    "halves without end": smses(SMS.replace('"x"', f'"{"&#55357;" * MANY}"')),
    "names that lead elsewhere": smses(
        mms(f'<part ct="image/png" name="../../{CANARY_FILE}" data="AA==" /><part ct="a" name="\0" data="AA==" />')
    ),
    "base64 that is none": smses(mms(f'<part ct="image/png" name="a" data="{"=!" * MANY}" />')),
    "duration beyond all lives": '<calls count="1"><call number="1" duration="99999999999999" date="1740182103123" '
    'type="1" /></calls>',
}
CARDS = {
    "numbers without end": ("vcf", "BEGIN:VCARD\nFN:a\n" + "".join(f"TEL:{n}\n" for n in range(MANY)) + "END:VCARD\n"),
    "folds without end": ("vcf", "BEGIN:VCARD\nFN:a\n" + " a\n" * MANY + "END:VCARD\n"),
    "soft breaks without end": (
        "vcf",
        "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:" + "=61=\n" * MANY + "\nEND:VCARD\n",
    ),
    "parameters without end": ("vcf", "BEGIN:VCARD\nFN" + ";a" * MANY + "\nTEL" + ';"' * MANY + "\nEND:VCARD\n"),
    "envelopes without end": ("vmsg", "BEGIN:VMSG\n" + "BEGIN:VENV\nBEGIN:VCARD\nTEL:1\n" * MANY + "END:VMSG\n"),
    "message of blanks": ("vmsg", "BEGIN:VMSG\nBEGIN:VBODY\nDate:2025/01/01" + " " * MANY + "x\nEND:VBODY\nEND:VMSG\n"),
    "reminders without end": ("ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + "BEGIN:VALARM\n" * MANY + "END:VEVENT\n"),
    "properties without end": (
        "ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + "".join(f"X-{n}:1\n" for n in range(MANY)) + "END:VEVENT\n",
    ),
}
TEXTS = {
    "path of strokes": ("txt", "May 17, 2022  5:29:42 PM\nMe\n" + "/" * MANY + "\n\n"),
    "replies without end": (
        "txt",
        "May 17, 2022  5:29:42 PM\nMe\nx\n" + "    May 17, 2022  5:29:42 PM\n" * (MANY // 10),
    ),
    "name of signs": (
        "csv",
        f"Chat Session,Message Date,Type,Text\n{'@' * MANY} x,2025-01-01 00:00:00,Incoming,x\n",
    ),
    "length of blanks": (
        "csv",
        f"起始时间,对方号码,通信时长\n2025-01-01 0:00,95188,1时{' ' * MANY}x\n2025-01-01 1:1{' ' * MANY}x,95188,1\n",
    ),
}


def cases() -> dict[str, Case]:
    """Return them by name."""
    return {
        **{f"phone: {name}": case(f"{name}.xml", text) for name, text in LISTS.items()},
        **{f"phone: {name}": case(f"{name}.{kind}", text) for name, (kind, text) in (CARDS | TEXTS).items()},
    }
