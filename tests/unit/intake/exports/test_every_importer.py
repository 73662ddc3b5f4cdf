"""Every importer, the way a dropped file goes: known by its content, read part by part, counted, sent on.

Each format has an example here, so that one without any test of this kind is noticed.
"""

import json
import mailbox
import random
from collections import Counter
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.exports import EVERYTHING, Hints, Record, Unread, place_number
from evidence_app.intake.exports.formats import FORMATS, format_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.streams import Stream
from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.record_messages import parse_survey, rows_bytes, survey_bytes
from tests.fakes.outlook_files import compound_file
from tests.unit.intake.exports import test_calendars as calendars
from tests.unit.intake.exports import test_calls_backup as calls_backup
from tests.unit.intake.exports import test_carrier_calls as carrier
from tests.unit.intake.exports import test_chatlab as chatlab
from tests.unit.intake.exports import test_generic_table as generic
from tests.unit.intake.exports import test_imazing as imazing
from tests.unit.intake.exports import test_imessage_text as imessage
from tests.unit.intake.exports import test_line_text as line
from tests.unit.intake.exports import test_mail as mail
from tests.unit.intake.exports import test_memotrace as memotrace
from tests.unit.intake.exports import test_named_text as named
from tests.unit.intake.exports import test_outlook as outlook
from tests.unit.intake.exports import test_qq_json as qq_json
from tests.unit.intake.exports import test_qq_listed as qq_listed
from tests.unit.intake.exports import test_qq_text as qq
from tests.unit.intake.exports import test_saved_page as saved_page
from tests.unit.intake.exports import test_sms_backup as sms
from tests.unit.intake.exports import test_telegram as telegram
from tests.unit.intake.exports import test_telegram_page as telegram_page
from tests.unit.intake.exports import test_vcards as vcards
from tests.unit.intake.exports import test_vmsg as vmsg
from tests.unit.intake.exports import test_wechat_json as wechat_json
from tests.unit.intake.exports import test_wechat_mail as wechat_mail
from tests.unit.intake.exports import test_wechat_page as wechat_page
from tests.unit.intake.exports import test_wechat_share as wechat_share
from tests.unit.intake.exports import test_wechat_table as wechat_table
from tests.unit.intake.exports import test_wechat_text as wechat_text
from tests.unit.intake.exports import test_whatsapp as whatsapp
from tests.unit.intake.exports.bills_written import WRITERS, Payment, as_text, table_of
from tests.unit.intake.exports.written import SAMPLES, SOAK, mutated, overwritten, source_of

HOME = ZoneInfo("Asia/Shanghai")
CALL = dict(
    zip(imazing.CALLS.split(","), ("Missed", "2024-01-01 12:00:00", "0", "95188", "", "", "Phone"), strict=True)
)
STATEMENT = "交易日期,摘要,收入,支出,余额,对方户名\n" + "".join(
    f"2024-03-{day:02},转账,,{day}.50,{9000 - day},某平台\n" for day in range(1, 25)
)
LEDGER = generic.LEDGER + "".join(f"2024-05-{day:02},10:00:00,某平台,-{day}.10,还\n" for day in range(1, 25))
PAYMENTS = [
    Payment(
        datetime(2024, 2, 3, 4, 5, 6), Decimal(number) * 7, (Direction.IN, Direction.OUT)[number % 2], Outcome.DONE,
        f"某{number}", "物", f"{number:028}",
    )
    for number in range(1, 30)
]  # fmt: skip


def folder_of_mails(folder: Path) -> bytes:
    box = mailbox.mbox(folder / "box")
    for number in range(3):
        box.add(mailbox.mboxMessage(mail.mail(Subject=f"第{number}封", Delivered_To="li@mail.example")))
    box.close()
    return (folder / "box").read_bytes()


TEXTS = {
    "sms-backup": sms.backup(*(sms.sms(body=f"第{number}条") for number in range(20))),
    "calls-backup": calls_backup.log(*(calls_backup.call(number=f"9518{number}") for number in range(20))),
    "vcards": "".join(vcards.card(f"FN:第{number}人", f"TEL:1069{number}") for number in range(9)),
    "calendar": calendars.calendar(
        *(calendars.entry(f"SUMMARY:第{n}次", f"DTSTART:2025030{n}T090000Z") for n in range(1, 9))
    ),
    "vmsg": "".join(vmsg.android(f"第{number}条") for number in range(9)),
    "imazing": imazing.table(imazing.NEW, *[imazing.incoming(Text=f"第{n}条") for n in range(9)]),
    "imazing-calls": imazing.table(imazing.CALLS, *[CALL] * 9),
    "carrier-calls": carrier.MOBILE + carrier.UNICOM,
    "imessage-text": imessage.CHAT * 3,
    "memotrace": memotrace.MODERN,
    "wechat-table": wechat_table.TABBED + "3\t2025-04-06 16:05:00\tx\ty\tz\n" * 20,
    "table": LEDGER,
    "statement": STATEMENT,
    "wechat-json": wechat_json.written(
        {**wechat_json.CHAT, "messages": [wechat_json.message(n, "还钱", n % 2) for n in range(1, 30)]}, indent=2
    ),
    "telegram": telegram.written(telegram.ACCOUNT),
    "qq-text": qq.GROUP + qq.FRIEND,
    "qq-json": qq_json.written(qq_json.chat(*(qq_json.message(n, "还钱", n % 2) for n in range(1, 30)))),
    "qq-listed": qq_listed.CHAT.replace(qq_listed.END, "") + qq_listed.said("小鹿", "在吗") * 20,
    "whatsapp": whatsapp.ANDROID,
    "line-text": line.TAIWAN,
    "chatlab": chatlab.in_lines(chatlab.META),
    "wechat-share": wechat_share.ANDROID,
    "wechat-text": wechat_text.MEMOTRACE * 3,
    "named-text": named.SUPPORT * 3,
    "wechat-page": wechat_page.WEFLOW,
    "telegram-page": telegram_page.PAGE,
    "saved-page": saved_page.CHAT,
} | {code: as_text(table_of(code, PAYMENTS)).decode() for code in WRITERS}
HINTS = {"table": Hints(columns=generic.NAMED)}
OTHERS = ("wechat-mail", "mailbox", "mail", "outlook-mail")
WIDE = frozenset(TEXTS) - {"vcards", "vmsg", "calendar", "saved-page", "telegram-page", "wechat-page"}
"""Also tried in UTF-16: nobody saves the others like that."""


def example(code: str, folder: Path) -> bytes:
    """Return a whole file of a format."""
    if code in TEXTS:
        return TEXTS[code].encode()
    if code == "wechat-mail":
        return wechat_mail.shared()
    if code == "mailbox":
        return folder_of_mails(folder)
    if code == "mail":
        return mail.with_files().as_bytes()
    return compound_file(outlook.message(**outlook.text(0x007D, outlook.HEADERS)))


def went(source: Source) -> Counter[str]:
    """Have a file read as the worker does it, assert that everything adds up, and count."""
    try:
        return read_through(source)
    except Unreadable as unreadable:
        return Counter({unreadable.code: 1})


def read_through(source: Source) -> Counter[str]:
    stream = Stream(source, EVERYTHING, HOME)
    records = unread = 0
    last = 0
    while True:
        part = stream.records()
        numbers = [place_number(each.place) for each in part.rows]
        assert numbers == sorted(numbers)
        assert not numbers or numbers[0] >= last
        last = numbers[-1] if numbers else last
        records += sum(isinstance(each, Record) for each in part.rows)
        unread += sum(isinstance(each, Unread) for each in part.rows)
        assert rows_bytes(part.rows)
        if part.ended:
            break
    counted = Stream(Source(source.path, source.name, source.hints), EVERYTHING, HOME)
    while (found := counted.survey())[0] is None:
        pass
    survey = found[0]
    assert survey is not None
    assert (survey.count, survey.unread_count) == (records, unread)
    assert parse_survey(survey_bytes(survey)).count == records
    people = stream.format.contacts is not None and any(stream.format.contacts(source))
    return Counter(records=records, unread=unread, gave=bool(records or people))


def test_every_format_has_an_example_that_is_taken_for_it(tmp_path: Path) -> None:
    codes = [each.code for each in FORMATS]
    assert sorted({*TEXTS, *OTHERS}) == sorted(codes)
    for code in codes:
        found = format_of(source_of(tmp_path, example(code, tmp_path), "file", hints=HINTS.get(code)))
        assert found is not None, code
        assert found.code == code


@pytest.mark.parametrize("code", [each.code for each in FORMATS])
def test_no_damage_makes_an_importer_fail_or_lose_count(tmp_path: Path, code: str) -> None:
    tried(tmp_path, code, example(code, tmp_path), HINTS.get(code))


@pytest.mark.skipif(not (SOAK and SAMPLES.exists()), reason="the real samples are not part of the project")
@pytest.mark.parametrize(
    "path", sorted([*SAMPLES.glob("payments/*.csv"), *SAMPLES.glob("sms/*.xml")]), ids=lambda path: path.name
)
def test_no_damage_makes_a_real_file_fail_or_lose_count(tmp_path: Path, path: Path) -> None:
    tried(tmp_path, path.name, path.read_bytes())


def tried(folder: Path, code: str, content: bytes, hints: Hints | None = None) -> None:
    counts: Counter[str] = Counter()
    damage = overwritten if code == "outlook-mail" else mutated

    @settings(
        max_examples=2000 if SOAK else 4,
        derandomize=not SOAK,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, 2**32))
    def damaged(seed: int) -> None:
        data = damage(content, seed)
        if code in WIDE and random.Random(seed).random() < 0.2:
            data = data.decode("utf-8", "replace").encode("utf-16-le")
        counts["inputs"] += 1
        counts.update(went(source_of(folder, data, "file", hints=hints)))

    damaged()
    print(json.dumps({"importer": code, **counts}))
    assert counts["gave"] * 2 >= counts["inputs"]
