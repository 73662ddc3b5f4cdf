import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from evidence_app.vault.word_names import AT_ONCE, TABLE, Names


def names() -> Names:
    connection = sqlite3.connect(":memory:")
    connection.execute(TABLE)
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
