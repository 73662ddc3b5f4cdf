"""The index of words makes searching fast and is never believed: the answer is that of the catalog at this moment."""

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.__main__ import main
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_dispute, edit_event, edit_exhibit
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import empty_tray, remove_dispute, remove_event, remove_exhibit, set_aside, tray
from evidence_app.actions.search import FoundIn, Hit, lines_found, matches, refresh_index, search, words_found
from evidence_app.actions.session import Session, open_session
from evidence_app.domain.deciding import Corrected
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText
from evidence_app.domain.suggestions import Findings, PageKind
from evidence_app.progress import Cancelled, Silent
from evidence_app.vault.words import WORDS_NAME, WORDS_NAMES, Words
from tests.fakes.impatience import CancelledAtCheck
from tests.fakes.machine_read import add_pictures, message


def note(
    session: Session, dispute: Dispute, text: str, *, agent_id: str = "", exhibit_ids: tuple[str, ...] = ()
) -> Event:
    wanted = NewEvent(kind=EventKind.NOTE, text=text, agent_id=agent_id, exhibit_ids=exhibit_ids)
    return record_event(session, dispute.id, wanted)


def read_off(session: Session, exhibit: Exhibit, *lines: str) -> None:
    found = tuple(MachineLine(line, (0, 40 * row, 300, 30), 0.9) for row, line in enumerate(lines))
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, "RapidOCR 3.10.0", found, 1, session.now()), Findings())


def texts(hits: list[Hit]) -> list[str]:
    return [hit.text for hit in hits]


def indexed(session: Session) -> set[str]:
    """Return what the index alone says that it knows."""
    with contextlib.closing(sqlite3.connect(session.folder / WORDS_NAME)) as index:
        return {shape for (shape,) in index.execute("SELECT shape FROM thing")}


BOTH = [("自动下款", "自動下款"), ("提现", "提現"), ("工号", "工號"), ("款", "自動下款"), ("现", "提現")]


def test_simplified_and_traditional_are_the_same_to_the_index(session: Session, dispute: Dispute) -> None:
    for simplified, traditional in BOTH:
        note(session, dispute, f"系统{simplified}")
        note(session, dispute, f"系統{traditional}")
    refresh_index(session)
    for simplified, traditional in BOTH[:3]:
        found = texts(search(session, None, simplified))
        assert found == texts(search(session, None, traditional))
        assert {f"系统{simplified}", f"系統{traditional}"} <= set(found)
    for simplified, traditional in BOTH[3:]:
        assert f"系統{traditional}" in texts(search(session, None, simplified))


def test_any_part_of_what_was_written_is_found(session: Session, dispute: Dispute) -> None:
    note(session, dispute, "合同 JX2025 1234 工号80231，￥3,000.00 转7-8 😀 H₀")
    refresh_index(session)
    for asked in ("1234", "80231", "0231", "x2025", "JX20251234", "7-8", "3,000.00", "￥", "😀", "₀", "号"):
        assert len(search(session, dispute.id, asked)) == 1, asked


def test_fields_do_not_run_into_each_other_but_lines_of_a_screen_do(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    note(session, dispute, "问工号", agent_id="80231")
    read_off(session, exhibit, "合同 12345", "67890 生效")
    refresh_index(session)
    assert search(session, dispute.id, "工号80231") == []
    (hit,) = search(session, dispute.id, "34567")
    assert (hit.found_in, hit.text) == (FoundIn.MACHINE, "合同 12345")


QUOTES = ['"', "'", "''", '"a', "`", "\\"]
OPERATORS = ["*", "a*", 'characters:"a" OR b', "NEAR(a b)", "AND", "(", "^a", "-", "+", "%_"]
ODD = ["\0", "a\0b", "\ud800", "😀😀", "\u200b", "客" * 10_000, "客 " * 5_000, " ", ""]


def test_no_query_is_anything_but_words(session: Session, dispute: Dispute) -> None:
    note(session, dispute, "好")
    refresh_index(session)
    for query in (*QUOTES, *OPERATORS, *ODD):
        assert search(session, None, query) == [], query


def test_a_query_longer_than_the_index_is_asked_is_held_to_all_its_words(session: Session, dispute: Dispute) -> None:
    note(session, dispute, "客" * 80 + "末")
    refresh_index(session)
    assert len(search(session, None, "客" * 80 + "末")) == 1
    assert search(session, None, "客" * 80 + "本") == []
    assert search(session, None, "客 " * 20 + "本") == []
    assert matches(session, dispute.id, "客" * 80 + "本").events == (set(),)


def test_what_changed_since_it_was_indexed_is_found_as_it_is(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    before, gone = note(session, dispute, "还没有改"), note(session, dispute, "要删的")
    edit_exhibit(session, exhibit.id, {"title": "旧标题"})
    refresh_index(session)
    edit_event(session, before.id, {"text": "改过了"})
    remove_event(session, gone.id, "重复")
    edit_exhibit(session, exhibit.id, {"title": "新标题"})
    read_off(session, exhibit, "您好")
    note(session, dispute, "后来的")
    for query, count in (("没有", 0), ("改过", 1), ("要删", 0), ("旧标", 0), ("新标", 1), ("您好", 1), ("后来", 1)):
        assert len(search(session, None, query)) == count, query
        assert len(search(session, dispute.id, query)) == count, query


def test_the_index_follows_by_what_changed(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    first, _ = note(session, dispute, "第一"), note(session, dispute, "第二")
    refresh_index(session)
    edit_event(session, first.id, {"text": "改了"})
    edit_dispute(session, dispute.id, {"zone_name": "Asia/Tokyo"})
    refresh_index(session)
    edit_event(session, first.id, {"text": "又改"})
    set_aside(session, "event", [first.id], "无关")
    refresh_index(session)
    assert {"又改\n", "第二\n"} < indexed(session)
    assert not {"第一\n", "改了\n"} & indexed(session)
    assert search(session, dispute.id, "又改") == []


def test_the_answer_is_the_same_with_and_without_an_index(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    note(session, dispute, "提现失败", agent_id="80231")
    note(session, dispute, "请问提現")
    edit_exhibit(session, exhibit.id, {"title": "提现记录"})
    read_off(session, exhibit, "提现中", "客服")
    plainly = search(session, None, "提现")
    refresh_index(session)
    assert search(session, None, "提现") == plainly
    assert texts(plainly) == ["提现记录", "提现失败", "请问提現", "提现中"]


@pytest.mark.parametrize("word", ["提", "提现", "现失败", "没有", "80231", "提现失败" * 20, "提现失败" * 30])
def test_of_each_kind_the_index_finds_the_same_as_the_catalog(
    session: Session, dispute: Dispute, exhibit: Exhibit, word: str
) -> None:
    other = new_dispute(session, NewDispute(title="B", type=DisputeType.OTHER, institution="B"))
    for each in (dispute, other):
        note(session, each, "提现失败" * 20, agent_id="80231")
        note(session, each, "请问提現")
    edit_exhibit(session, exhibit.id, {"title": "提现" * 40 + "80231"})
    read_off(session, exhibit, "提現失败" * 10, "提现失敗" * 10, "客服")
    plainly = matches(session, dispute.id, word)
    refresh_index(session)
    found = matches(session, dispute.id, word)
    for kind in ("events", "exhibits", "machine"):
        assert [set(ids) for ids in getattr(found, kind)] == [set(ids) for ids in getattr(plainly, kind)]


def test_what_is_a_word_on_its_own_comes_first(session: Session, dispute: Dispute) -> None:
    note(session, dispute, "客服说8023的事")
    agent = note(session, dispute, "来电", agent_id="8023")
    refresh_index(session)
    assert [hit.event_id for hit in search(session, dispute.id, "8023")][0] == agent.id


def test_a_part_can_be_asked_for(session: Session, dispute: Dispute) -> None:
    for number in range(7):
        note(session, dispute, f"第{number}条")
    refresh_index(session)
    whole = search(session, dispute.id, "条")
    assert search(session, dispute.id, "条", most=3) == whole[:3]
    assert search(session, dispute.id, "条", most=3, skip=5) == whole[5:]


def test_a_list_learns_which_events_have_the_words_and_by_what(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    event = note(session, dispute, "提现失败", exhibit_ids=(exhibit.id,))
    edit_exhibit(session, exhibit.id, {"title": "聊天"})
    read_off(session, exhibit, "工号80231")
    refresh_index(session)
    found = matches(session, dispute.id, "聊天 提现")
    assert found.has_all(event.id, exhibit.id, stands_for_exhibit=False)
    assert not found.has_all("other", exhibit.id, stands_for_exhibit=True)
    found = matches(session, dispute.id, "80231")
    assert found.has_all("other", exhibit.id, stands_for_exhibit=True)
    assert not found.has_all(event.id, exhibit.id, stands_for_exhibit=False)
    assert [line.text for line in lines_found(session, [exhibit.id], "0231")[exhibit.id]] == ["工号80231"]


def test_a_word_that_a_screen_broke_is_shown_with_the_line_in_which_it_goes_on(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    read_off(session, exhibit, "合同编号SRB2025", "0221234807")
    assert words_found(session, [exhibit.id], "编号") == {exhibit.id: "合同编号SRB2025"}
    assert words_found(session, [exhibit.id], "20250221") == {exhibit.id: "合同编号SRB20250221234807"}


def found_in_folder(folder: Path, *, text: str) -> bool:
    """Tell whether a text, or the last of its characters as the index names it, is in any file of the vault."""
    marks = [text.encode(), text.encode("utf-16-le"), f"{ord(text[-1]):x}".encode()]
    return any(mark in path.read_bytes() for path in folder.rglob("*") if path.is_file() for mark in marks)


def test_what_is_erased_for_good_leaves_no_byte_in_the_folder(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    secret = "秘密的话\U0001f9ff"
    edit_exhibit(session, exhibit.id, {"title": secret})
    read_off(session, exhibit, secret)
    event = note(session, dispute, secret)
    for number in range(50):
        note(session, dispute, f"留下的{number}")
    refresh_index(session)
    assert found_in_folder(session.folder, text=secret)
    set_aside(session, "event", [event.id], "重复")
    empty_tray(session, tray(session))
    remove_exhibit(session, exhibit.id, "无关")
    assert (session.folder / WORDS_NAME).exists()
    assert not found_in_folder(session.folder, text=secret)
    assert len(search(session, dispute.id, "留下")) == 50


def test_what_is_read_again_and_decided_is_found_as_it_is(session: Session, dispute: Dispute) -> None:
    (exhibit,) = add_pictures(session, dispute, 1)
    facts = Findings(kind=PageKind.CHAT, events=(message("提现失败", 100), message("请稍后", 300)))
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, "RapidOCR 3.10.0", (), 1, session.now()), facts)
    refresh_index(session)
    (hit,) = search(session, None, "提現")
    with session.vault.change() as tx:
        tx.accept([hit.event_id], {hit.event_id: Corrected("充值失败")})
    assert (search(session, None, "提现"), len(search(session, None, "充值"))) == ([], 1)
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, "RapidOCR 3.10.1", (), 1, session.now()), Findings())
    assert search(session, None, "稍后") == []
    refresh_index(session)
    assert "充值失败\n" in indexed(session)
    assert "请稍后\n" not in indexed(session)


def test_an_erased_dispute_leaves_the_index(session: Session, dispute: Dispute) -> None:
    wanted = NewDispute(title="另一", type=DisputeType.OTHER, institution="速融宝")
    other = new_dispute(session, wanted)
    note(session, other, "别的\U0001f9ff")
    note(session, dispute, "这个")
    refresh_index(session)
    remove_dispute(session, other.id, "不办了")
    assert indexed(session) == {"这个\n"}
    assert not found_in_folder(session.folder, text="别的\U0001f9ff")


def test_what_was_erased_while_the_program_was_killed_leaves_the_index_at_the_next_opening(
    session: Session, dispute: Dispute
) -> None:
    event = note(session, dispute, "秘密\U0001f9ff")
    refresh_index(session)
    with session.vault.change() as tx:
        tx.remove_event(tx.kept_event(event.id), "killed before the index was told")
    session.close()
    with contextlib.closing(open_session(session.folder)):
        assert not any("\U0001f9ff" in each for each in indexed(session))


def damaged(path: Path) -> None:
    path.write_bytes(b"no database" * 100)


def broken_inside(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(b ^ 0xFF for b in data[4096:])
    path.write_bytes(data)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def older(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as index:
        index.execute("PRAGMA user_version=99")


def lost(path: Path) -> None:
    path.unlink()


def test_a_harmed_index_costs_nothing_and_is_made_anew(session: Session, dispute: Dispute) -> None:
    note(session, dispute, "提现失败")
    for harm in (damaged, broken_inside, truncated, older, lost):
        refresh_index(session)
        session.vault.words = Words(session.folder)  # as when the program starts anew
        harm(session.folder / WORDS_NAME)
        assert texts(search(session, None, "提现")) == ["提现失败"], harm
        refresh_index(session)
        assert indexed(session) == {"提现失败\n"}, harm
        assert texts(search(session, None, "提现")) == ["提现失败"], harm


def test_bits_that_a_disk_lost_are_noticed_when_the_program_starts(session: Session, dispute: Dispute) -> None:
    note(session, dispute, "提现失败")
    refresh_index(session)
    with contextlib.closing(sqlite3.connect(session.folder / WORDS_NAME)) as index, index:
        index.execute("UPDATE word_data SET block = zeroblob(length(block)) WHERE id > 10")
    session.vault.words = Words(session.folder)
    refresh_index(session)
    assert texts(search(session, None, "提现")) == ["提现失败"]


def test_an_index_of_another_history_is_not_believed(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    note(session, dispute, "提现失败")
    refresh_index(session)
    with contextlib.closing(sqlite3.connect(session.folder / WORDS_NAME)) as index, index:
        index.execute("UPDATE dispute SET leaf = x'00'")
        index.execute("UPDATE thing SET id = 'nobody'")
    assert texts(search(session, None, "提现")) == ["提现失败"]


@pytest.fixture
def many(session: Session, dispute: Dispute) -> Iterator[Dispute]:
    from evidence_app.vault import indexing

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(indexing, "PART", 10)
        for number in range(45):
            note(session, dispute, f"第{number}条")
        yield dispute


def test_indexing_can_be_cancelled_anywhere(session: Session, many: Dispute) -> None:
    for steps in (0, 1, 3, 5):
        with pytest.raises(Cancelled):
            refresh_index(session, CancelledAtCheck(steps))
        assert len(search(session, many.id, "条")) == 45
    refresh_index(session)
    assert len(indexed(session)) == 45
    assert len(search(session, many.id, "条")) == 45


KILLED = """
import os, sys
from pathlib import Path
from evidence_app.actions.search import refresh_index
from evidence_app.actions.session import open_session
from evidence_app.vault import indexing
indexing.PART = 10
class Kills:
    left = 3
    def start(self, total, unit): pass
    def advance(self, count=1): pass
    def check(self):
        self.left -= 1
        if not self.left:
            os.kill(os.getpid(), 9)
refresh_index(open_session(Path(sys.argv[1])), Kills())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_kill_in_the_middle_of_indexing_costs_nothing(session: Session, many: Dispute) -> None:
    session.close()
    ended = subprocess.run([sys.executable, "-c", KILLED, str(session.folder)], check=False, timeout=60)
    assert ended.returncode == -9
    assert (session.folder / WORDS_NAME).exists()
    with contextlib.closing(open_session(session.folder)) as again:
        assert len(search(again, many.id, "条")) == 45
        refresh_index(again)
        assert len(indexed(again)) == 45


def test_a_reader_uses_the_index_and_never_writes_it(session: Session, dispute: Dispute) -> None:
    note(session, dispute, "提现失败")
    refresh_index(session)
    before = (session.folder / WORDS_NAME).read_bytes()
    note(session, dispute, "还是提现")
    with contextlib.closing(open_session(session.folder, read_only=True)) as reader:
        refresh_index(reader)
        assert len(search(reader, None, "提现")) == 2
    assert (session.folder / WORDS_NAME).read_bytes() == before


def test_the_command_finds_while_the_vault_is_held(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    note(session, dispute, "自动下款三千")
    refresh_index(session)
    assert main(["--vault", str(session.folder), "--lang", "en", "search", "all", "自動下款"]) == 0
    assert "自动下款三千" in capsys.readouterr().out


def test_the_index_is_in_no_backup(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    from evidence_app.actions.backup import back_up

    note(session, dispute, "提现失败")
    refresh_index(session)
    back_up(session, tmp_path / "copy", Silent())
    assert not [name for name in WORDS_NAMES if (tmp_path / "copy" / name).exists()]
