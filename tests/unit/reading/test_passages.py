from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.passages import joined


def test_a_piece_stands_where_its_characters_do_which_are_not_all_as_wide() -> None:
    passage = joined([MachineLine("欠款3000元", (100, 50, 200, 40), 0.99)])
    assert passage.place_of(2, 6).region == (180, 50, 80, 40)


def test_a_piece_over_two_lines_stands_on_both() -> None:
    passage = joined([MachineLine("编号12", (0, 0, 60, 20), 0.99), MachineLine("34好", (0, 30, 40, 20), 0.99)])
    assert passage.text[2:6] == "1234"
    assert passage.place_of(2, 6).region == (0, 0, 60, 50)
