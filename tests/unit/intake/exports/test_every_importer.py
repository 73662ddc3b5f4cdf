"""Every importer, the way a dropped file goes: known by its content, read part by part, counted, sent on.

Each format has an example here, so that one without any test of this kind is noticed.
"""

import json
import mailbox
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.exports import EVERYTHING, Hints, Read, Record, Unread
from evidence_app.intake.exports.formats import FORMATS, format_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.streams import Stream
from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.record_messages import rows_bytes
from evidence_app.intake.survey_messages import parse_survey, survey_bytes
from tests.fakes.outlook_files import compound_file
from tests.samples import SAMPLES
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
from tests.unit.intake.exports import test_plan_tables as plan_tables
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
from tests.unit.intake.exports import test_whatsapp_page as whatsapp_page
from tests.unit.intake.exports.bills_written import WRITERS, Payment, as_text, table_of
from tests.unit.intake.exports.physical import Physical
from tests.unit.intake.exports.test_bill_samples import FILES
from tests.unit.intake.exports.written import SOAK, mutated, overwritten, place_number, reads_of, source_of

HOME = ZoneInfo("Asia/Shanghai")
CALL = dict(
    zip(imazing.CALLS.split(","), ("Missed", "2024-01-01 12:00:00", "0", "95188", "", "", "Phone"), strict=True)
)
ALL_THAT_FOLLOWS = "damaged-from-here"
"""The reason of the one unread record that stands for all behind it."""

Facts = tuple[datetime | None, Decimal | None, Direction | None]
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
    "repayment-plan": plan_tables.CHINESE,
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
    "whatsapp-page": whatsapp_page.PAGE,
    "saved-page": saved_page.CHAT,
} | {code: as_text(table_of(code, PAYMENTS)).decode() for code in WRITERS}
HINTS = {"table": Hints(columns=generic.NAMED)}
OTHERS = ("wechat-mail", "mailbox", "mail", "outlook-mail")
WIDE = frozenset(TEXTS) - {"vcards", "vmsg", "calendar", "saved-page", "telegram-page", "wechat-page", "whatsapp-page"}
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


@dataclass
class Told:
    """What reading a file came to: its format (or the code of the problem), and what was counted.

    ``facts`` are when, how much and which way of each record, to compare.
    """

    code: str
    records: int = 0
    unread: int = 0
    people: int = 0
    reasons: set[str] = field(default_factory=set)
    facts: Counter[Facts] = field(default_factory=Counter)

    def take(self, rows: Sequence[Read]) -> None:
        """Count some rows."""
        found = [each for each in rows if isinstance(each, Record)]
        self.records += len(found)
        self.unread += len(rows) - len(found)
        self.reasons |= {each.reason for each in rows if isinstance(each, Unread)}
        self.facts.update(map(facts_of, found))


def facts_of(record: Record) -> Facts:
    return record.time and record.time.wall, record.amount, record.direction if record.amount is not None else None


def went(source: Source) -> Told:
    """Have a file read as the worker does it, and assert that everything adds up."""
    try:
        return read_through(source)
    except Unreadable as unreadable:
        return Told(unreadable.code)


def read_through(source: Source) -> Told:
    stream = Stream(source, EVERYTHING, HOME)
    told = Told(stream.format.code)
    last = 0
    while True:
        part = stream.records()
        numbers = [place_number(each.place) for each in part.rows]
        assert numbers == sorted(numbers)
        assert not numbers or numbers[0] >= last
        last = numbers[-1] if numbers else last
        told.take(part.rows)
        assert rows_bytes(part.rows)
        if part.ended:
            break
    counted = Stream(Source(source.path, source.name, source.hints), EVERYTHING, HOME)
    while (found := counted.survey())[0] is None:
        pass
    survey = found[0]
    assert survey is not None
    assert (survey.count, survey.unread_count) == (told.records, told.unread)
    assert parse_survey(survey_bytes(survey)).count == told.records
    told.people = sum(1 for _ in stream.format.contacts(source)) if stream.format.contacts is not None else 0
    return told


def assert_nothing_is_lost(physical: Physical, whole: Counter[bytes], told: Told, facts: Sequence[Facts]) -> None:
    """Assert that all records that damage left whole are read or told of, and that those that are read say the same.

    ``facts`` are those of the undamaged file's records.
    """
    if ALL_THAT_FOLLOWS in told.reasons:
        return
    assert told.records + told.people + told.unread >= whole.total()
    if physical.is_table and len(facts) == len(physical.pieces):
        said = Counter[Facts]()
        left = Counter(whole)
        for piece, fact in zip(physical.pieces, facts, strict=True):
            said[fact] += left[piece] > 0
            left[piece] -= 1
        assert (said - told.facts).total() <= told.unread


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
    content = path.read_bytes()
    if path.suffix == ".csv":
        at = FILES[path.name]
        rows = [each for each in content.splitlines() if each.strip()]
        physical = Physical(content, rows[at.before : len(rows) - at.after], in_lines=True, in_table=True)
        tried(tmp_path, at.code, content, physical=physical)
    else:
        code = "calls-backup" if b"<calls" in content else "sms-backup"
        tried(tmp_path, code, content)


def tried(
    folder: Path, code: str, content: bytes, hints: Hints | None = None, physical: Physical | None = None
) -> None:
    counts: Counter[str] = Counter()
    damage = overwritten if code == "outlook-mail" else mutated
    physical = physical or Physical.of(code, content, is_bill=code in WRITERS)
    facts = [
        facts_of(each) for each in reads_of(source_of(folder, content, "file", hints=hints)) if isinstance(each, Record)
    ]

    @settings(
        max_examples=2000 if SOAK else 4,
        derandomize=not SOAK,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, 2**32))
    def damaged(seed: int) -> None:
        data = damage(content, seed)
        if is_wide := code in WIDE and random.Random(seed).random() < 0.2:
            data = data.decode("utf-8", "replace").encode()  # where NULs cut a character in two, it is gone
        whole = physical.left_whole(data)
        data = data.decode().encode("utf-16-le") if is_wide else data
        told = went(source_of(folder, data, "file", hints=hints))
        if told.code == code:
            assert_nothing_is_lost(physical, whole, told, facts)
            counts["left whole"] += whole.total()
        counts.update(inputs=1, records=told.records, unread=told.unread, gave=bool(told.records or told.people))
        counts[f"as {told.code}"] += 1

    damaged()
    print(json.dumps({"importer": code, **counts}))
    assert counts["gave"] * 2 >= counts["inputs"]
