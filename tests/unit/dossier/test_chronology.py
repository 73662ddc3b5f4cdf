"""The chronology: which entries have a row of their own, and what it says of those that have none."""

from dataclasses import replace
from datetime import datetime

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.phrases import Language
from tests.fakes.dossier_case import Case
from tests.unit.dossier.told import content, squeezed, words_of


def _chronology(case: Case) -> str:
    told = squeezed(words_of(content(case.source(), Language.EN), Language.EN)["chronology"])
    return told.split("Chronology")[1].split("Indexofexhibits")[0]


def test_a_file_has_no_row_where_other_rows_tell_its_content_and_how_many_have_none_is_said(
    case: Case, shot: Exhibit
) -> None:
    plain = replace(shot, name="shown.png", title="", proves="")
    case.exhibits = [plain, replace(plain, id="alone", number=2, name="alone.png")]
    case.happen(EventKind.DOCUMENT, exhibit_ids=("alone",))
    case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速融宝", text="请还款", exhibit_ids=(shot.id,))
    told = _chronology(case)
    assert squeezed("Files whose content other rows tell have no row of their own: 1.") in told
    assert "alone.png" in told
    assert "shown.png" not in told


def test_a_file_whose_times_disagree_or_that_proves_something_keeps_its_row(case: Case, shot: Exhibit) -> None:
    case.events.clear()
    proving = replace(shot, id="proving", number=2, name="proving.png", title="", proves="who asked")
    case.exhibits = [replace(shot, name="torn.png", title="", proves=""), proving]
    days = (datetime(2025, 2, 1, 9), datetime(2025, 2, 22, 9))
    readings = [
        ClockReading(day, Precision.SECOND, source, 90)
        for day, source in zip(days, (TimeSource.EXIF, TimeSource.FILENAME), strict=True)
    ]
    case.happen(EventKind.DOCUMENT, choose(readings), exhibit_ids=(shot.id,))
    case.happen(EventKind.DOCUMENT, exhibit_ids=("proving",))
    for each in (shot.id, "proving"):
        case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速融宝", text="请还款", exhibit_ids=(each,))
    told = _chronology(case)
    assert "norowoftheirown" not in told
    assert ("torn.png" in told, "proving.png" in told) == (True, True)
