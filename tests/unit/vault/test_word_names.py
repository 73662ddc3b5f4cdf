import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from evidence_app.vault.word_names import AT_ONCE, TABLES, Names


def names() -> Names:
    return made(sqlite3.connect(":memory:", isolation_level=None))


def made(connection: sqlite3.Connection) -> Names:
    for table in TABLES:
        connection.execute(table)
    return Names(connection)


def ids(start: int, count: int) -> list[str]:
    return [f"id{number}" for number in range(start, start + count)]


@given(st.lists(st.integers(1, 3 * AT_ONCE), min_size=1, max_size=4), st.data())
def test_ids_kept_part_by_part_are_those_of_their_numbers(parts: list[int], data: st.DataObject) -> None:
    kept, first, end = names(), 5 << 40, 0
    for count in parts:
        kept.keep(first + end, ids(end, count))
        end += count
    asked = data.draw(st.sets(st.integers(0, end - 1), max_size=20))
    assert kept.of(first, list(asked)) == {f"id{number}" for number in asked}


def test_a_number_that_is_given_anew_has_its_new_id() -> None:
    kept = names()
    kept.keep(0, ids(0, 10))
    kept.keep(7, ["new"])
    assert kept.of(0, [6, 7]) == {"id6", "new"}


def test_what_is_dropped_is_gone_and_others_stay() -> None:
    kept = names()
    kept.keep(0, ids(0, AT_ONCE))
    kept.keep(AT_ONCE, ids(AT_ONCE, 3))
    kept.drop(0, AT_ONCE - 1)
    assert kept.of(AT_ONCE, [1]) == {f"id{AT_ONCE + 1}"}


def test_the_stamp_says_of_each_change_that_there_was_one() -> None:
    kept = names()
    stamps = [kept.stamp()]
    kept.keep(0, ids(0, AT_ONCE + 3))
    stamps.append(kept.stamp())
    kept.keep(5, ["new"])
    stamps.append(kept.stamp())
    kept.drop(0, AT_ONCE - 1)
    stamps.append(kept.stamp())
    kept.of(AT_ONCE, [1])
    assert len(set(stamps)) == len(stamps)
    assert kept.stamp() == stamps[-1]


def test_two_indexes_with_as_many_changes_have_stamps_of_their_own() -> None:
    one, other = names(), names()
    one.keep(0, ids(0, 3))
    other.keep(0, ids(3, 3))
    assert one.stamp() != other.stamp()


def test_a_change_by_another_connection_is_seen_once_it_is_there_and_not_if_it_is_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "names.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as writing:
        writing.execute("PRAGMA journal_mode=WAL")
        written = made(writing)
        written.keep(0, ids(0, 3))
        with closing(sqlite3.connect(file, isolation_level=None)) as reading:
            read, before = Names(reading), written.stamp()
            assert read.stamp() == before
            writing.execute("BEGIN IMMEDIATE")
            written.keep(3, ids(3, 2))
            assert read.stamp() == before
            writing.execute("ROLLBACK")
            assert read.stamp() == before
            written.keep(1, ["new"])
            assert read.stamp() != before
