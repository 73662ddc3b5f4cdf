"""The ladder as the command line prints it."""

from datetime import date

from evidence_app.commands import Call
from evidence_app.overview_ladder import ladder_lines
from evidence_app.phrases import Language
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.disputes import DISPUTE, TODAY, complaint


def test_a_body_that_is_not_known_is_named_once_with_all_that_was_filed_there() -> None:
    filed = [complaint(body, date(2025, 3, day)) for body, day in (("区里", 1), ("街道", 2), ("区里", 3))]
    found = work_out(DISPUTE, (), Stated(complaints=filed), TODAY)
    lines = list(ladder_lines(Call(None, Language.EN, as_json=False), found))
    named = lines[lines.index("Ladder: 区里") :]
    days = [next((day for day in ("2025-03-01", "2025-03-02", "2025-03-03") if day in each), each) for each in named]
    assert days == ["Ladder: 区里", "2025-03-01", "2025-03-03", "Ladder: 街道", "2025-03-02"]
