"""Exports in encodings that nothing states, and those that were saved in a wrong one."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.exports import EVERYTHING, Record
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.streams import Stream
from evidence_app.intake.inspection import inspect_file
from tests.fakes.workbooks import write_xlsx
from tests.unit.intake.exports.test_qq_text import FRIEND
from tests.unit.intake.exports.written import records_of, source_of

CHAT = "".join(
    f"{name} 2025-03-04 10:0{minute}:11\n{words}\n"
    for minute, (name, words) in enumerate(
        (
            ("易借通客服", "您好，您的借款已经逾期"),
            ("小明", "为什么利息这么高？"),
            ("易借通客服", "请今天还款"),
            ("小明", "好的"),
        )
    )
)
SAID = ["您好，您的借款已经逾期", "为什么利息这么高？", "请今天还款", "好的"]


def stream_of(source: Source) -> Stream:
    return Stream(source, EVERYTHING, ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [CHAT, FRIEND, CHAT.replace("\n", "\r\n")], ids=["named", "qq", "crlf"])
def test_two_bytes_to_a_character_need_no_mark(tmp_path: Path, encoding: str, text: str) -> None:
    plain = [each.text for each in records_of(source_of(tmp_path, text))]
    assert [each.text for each in records_of(source_of(tmp_path, text, encoding=encoding))] == plain
    assert inspect_file(tmp_path / "export", "chat.txt").media.mime == "text/plain"


def test_a_table_needs_no_mark_either(tmp_path: Path) -> None:
    table = "序号,起始时间,对方号码,通话时长,呼叫类型\n1,2025-03-01 09:08:07,95555,1分2秒,主叫\n"
    (call,) = records_of(source_of(tmp_path, table, "x.csv", encoding="utf-16-le"), "carrier-calls")
    assert call.time is not None
    assert call.time.wall == datetime(2025, 3, 1, 9, 8, 7)


@pytest.mark.parametrize("data", [b"a\0b\0c\0d\0" * 40 + b"\0\0", bytes(range(256)) * 8, CHAT.encode() + b"\0" * 900])
def test_other_bytes_with_noughts_are_not_taken_for_it(tmp_path: Path, data: bytes) -> None:
    assert not source_of(tmp_path, data).encoding.startswith("utf-16")


@pytest.mark.parametrize(
    ("meant", "taken"), [("gb18030", "latin-1"), ("utf-8", "latin-1"), ("gb18030", "cp1252"), ("utf-8", "gb18030")]
)
def test_a_chat_saved_in_a_wrong_encoding_is_read_as_it_was_meant_and_says_so(
    tmp_path: Path, meant: str, taken: str
) -> None:
    times = 2 if taken == "gb18030" else 1  # an odd number of bytes at a line's end is lost there
    chat = CHAT.replace("易借通客服", "易借通官方客服")
    for words in SAID:
        chat = chat.replace(words, words * times)
    saved = "\n".join(garbled(line, meant, taken) for line in chat.split("\n"))
    lines = (garbled(words * times, meant, taken) for words in SAID)
    expected = [words * times if "\ufffd" not in line else line for words, line in zip(SAID, lines, strict=True)]
    assert expected[2:] == [words * times for words in SAID[2:]]
    source = source_of(tmp_path, saved)
    found = stream_of(source).records().rows
    assert [each.text for each in found if isinstance(each, Record)] == expected
    assert {each.warning for each in found if isinstance(each, Record)} == {"text-repaired"}
    survey, _ = stream_of(source).survey()
    assert survey is not None
    assert survey.note == "text-repaired"
    assert source.path.read_text("utf-8") == saved


def garbled(line: str, meant: str, taken: str) -> str:
    """Return what a program shows that takes a line for another encoding, each byte it cannot take as Windows does."""
    raw = line.encode(meant)
    if taken == "cp1252":
        return "".join(
            bytes([each]).decode("cp1252" if each not in b"\x81\x8d\x8f\x90\x9d" else "latin-1") for each in raw
        )
    return raw.decode(taken, "replace")


@pytest.mark.parametrize(
    "words",
    [
        "Forêt, déjà, été, où ça coûte 3 €",
        "Größe, Äpfel, Straße, müssen",
        "您好，您的借款已经逾期",
        "안녕하세요 대출",
        "ありがとう。お金を",
    ],
)
def test_words_that_are_as_they_were_meant_stay(tmp_path: Path, words: str) -> None:
    source = source_of(tmp_path, CHAT.replace("好的", words) if "借款" in words else f"{words}\n" * 40)
    assert source.garble is None
    assert not source.is_lost


def test_the_bytes_of_a_workbook_are_no_text_in_which_something_was_lost(tmp_path: Path) -> None:
    head = ["交易时间", "交易类型", "交易对方", "收/支", "金额(元)", "支付方式", "当前状态", "交易单号"]
    row = ["2026-11-20 10:30:12", "商户消费", "某公司", "支出", 572.4, "零钱", "支付成功", "1"]
    path = write_xlsx(tmp_path / "bill.xlsx", [head, *[row] * 40])
    source = Source(path, "bill.xlsx")
    assert format_of(source) is not None
    assert not source.is_lost


def test_what_was_lost_is_told(tmp_path: Path) -> None:
    lost = CHAT.encode("gb18030").decode("utf-8", "replace")
    source = source_of(tmp_path, lost)
    survey, _ = stream_of(source).survey()
    assert survey is not None
    assert survey.note == "text-lost"
    source_of(tmp_path, "".join(lost.split("2025")))
    assert inspect_file(tmp_path / "export", "chat.txt").media.problem == "text-lost"


def test_days_of_a_chat_do_not_suffer(tmp_path: Path) -> None:
    saved = "\n".join(garbled(line, "gb18030", "latin-1") for line in CHAT.split("\n"))
    found = records_of(source_of(tmp_path, saved))
    assert {each.time.wall.date() for each in found if each.time and each.time.wall} == {date(2025, 3, 4)}


def test_a_few_wrong_bytes_turn_no_other_line_into_another_encoding(tmp_path: Path) -> None:
    damaged = (CHAT * 3).encode().replace("利息".encode(), b"\x9c\xa8\x88", 1)
    found = [each.text for each in records_of(source_of(tmp_path, damaged))]
    assert found[:2] == [SAID[0], "为什么\ufffd\ufffd\ufffd这么高？"]
    assert found[2:] == (SAID * 3)[2:]


def test_lines_of_another_encoding_amid_utf8_and_lines_behind_them_are_read(tmp_path: Path) -> None:
    halves = CHAT.encode() * 2 + CHAT.encode("gb18030") + CHAT.encode() + CHAT.encode("gb18030")
    assert [each.text for each in records_of(source_of(tmp_path, halves))] == SAID * 5


def test_two_characters_of_gb18030_that_may_be_letters_of_utf8_stay_chinese(tmp_path: Path) -> None:
    chat = CHAT.replace("好的", "联通").encode("gb18030")
    assert [each.text for each in records_of(source_of(tmp_path, chat))] == [*SAID[:-1], "联通"]


def test_a_chat_cut_within_a_character_has_no_other_character_there(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, CHAT.replace("好的", "还\n否").encode()[:-3]))
    assert found[-1].text == "还\n\ufffd"
