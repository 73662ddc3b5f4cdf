"""Mails that Outlook saved; `tests.fakes.outlook_files` writes them by what Microsoft documents."""

from datetime import datetime
from pathlib import Path

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import Record
from evidence_app.intake.exports.formats import format_of
from tests.fakes.outlook_files import Tree, binary, compound_file, narrow, properties, text
from tests.unit.intake.exports.written import overwritten, read_any, reads_of, records_of, source_of, survives_damage

SENT_AT = datetime(2025, 2, 24, 2, 30, 5)
HEADERS = """Received: from mx.surong.example by mail.example; Mon, 24 Feb 2025 10:30:09 +0800
Date: Mon, 24 Feb 2025 10:30:05 +0800
From: =?gb2312?B?y9nI2rGm?= <cs@surong.example>
To: li@mail.example
Delivered-To: li@mail.example
Message-ID: <1@surong.example>
"""


def attached(number: int, name: str, data: bytes) -> Tree:
    inner = properties(8) | text(0x3707, name) | binary(0x3701, data)
    return {f"__attach_version1.0_#{number:08X}": inner}


def message(**more: bytes | Tree) -> dict[str, bytes | Tree]:
    return {
        **properties(32, t0039=SENT_AT, t0E07=1),
        **text(0x0037, "逾期通知"),
        **text(0x1000, "您好，\r\n您的借款已逾期。\r\n" + "长" * 3000),
        **text(0x0C1A, "速融宝"),
        **text(0x5D01, "cs@surong.example"),
        **text(0x1035, "<1@surong.example>"),
        **more,
    }


def test_a_mail_is_a_message_with_its_author_time_and_words(tmp_path: Path) -> None:
    content = compound_file(message(**text(0x007D, HEADERS)))
    (record,) = records_of(source_of(tmp_path, content, "逾期通知.msg"), "outlook-mail")
    assert (record.party, record.number, record.direction) == ("速融宝", "cs@surong.example", Direction.IN)
    assert record.time is not None
    assert (record.time.wall, record.time.offset_min) == (datetime(2025, 2, 24, 10, 30, 5), 480)
    assert record.text.startswith("逾期通知\n\n您好，\n您的借款已逾期。\n长长")
    assert record.text.endswith("Received: from mx.surong.example by mail.example; Mon, 24 Feb 2025 10:30:09 +0800")
    assert record.reference == "1@surong.example"


def test_without_a_servers_header_the_properties_say_who_and_when(tmp_path: Path) -> None:
    recipient = properties(8) | text(0x3001, "客服") | text(0x39FE, "cs@surong.example")
    content = compound_file(message(**{"__recip_version1.0_#00000000": recipient}))
    (record,) = records_of(source_of(tmp_path, content))
    assert (record.direction, record.party, record.number) == (Direction.OUT, "客服", "cs@surong.example")
    assert record.time is not None
    assert (record.time.wall, record.time.offset_min) == (SENT_AT, 0)


def test_words_in_a_code_page_and_html_alone_are_read(tmp_path: Path) -> None:
    content = compound_file(
        {
            **properties(32, t0039=SENT_AT, t3FDE=936),
            **narrow(0x0037, "催收".encode("gbk")),
            **binary(0x1013, "<p>请还款<br>300 元</p>".encode("gbk")),
        }
    )
    (record,) = records_of(source_of(tmp_path, content))
    assert record.text.startswith("催收\n\n请还款\n300 元")


def test_attachments_are_its_files_and_an_attached_mail_is_a_record(tmp_path: Path) -> None:
    inner = {
        "__substg1.0_3701000D": {**properties(24, t0039=SENT_AT), **text(0x0037, "原邮件"), **attached(0, "a", b"1")}
    }
    forwarded: Tree = {"__attach_version1.0_#00000001": properties(8) | inner}
    content = compound_file(message(**attached(0, "合同.pdf", b"%PDF" * 3000), **forwarded))
    source = source_of(tmp_path, content)
    records = records_of(source)
    known = format_of(source)
    assert known is not None
    assert known.parts is not None
    parts = list(known.parts(source))
    assert [record.text.split("\n")[0] for record in records] == ["逾期通知", "原邮件"]
    assert [part.attachment for part in parts] == [each for record in records for each in record.attachments]
    assert [(part.attachment.name, len(part.data)) for part in parts] == [("合同.pdf", 12000), ("a", 1)]


def test_other_files_of_office_are_no_mails(tmp_path: Path) -> None:
    assert format_of(source_of(tmp_path, compound_file({"Workbook": b"x" * 5000}), "a.msg")) is None
    assert format_of(source_of(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.msg")) is None


def test_no_damaged_mail_makes_the_importer_fail(tmp_path: Path) -> None:
    content = compound_file(message(**text(0x007D, HEADERS), **attached(0, "合同.pdf", b"%PDF" * 3000)))
    assert isinstance(next(iter(reads_of(source_of(tmp_path, content)))), Record)
    survives_damage(tmp_path, content, read_any, "a.msg", overwritten)
