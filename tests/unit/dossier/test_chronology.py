"""The chronology: which entries have a row of their own, and what it says of those that have none."""

from dataclasses import replace
from datetime import datetime

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.happenings import Origin
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, choose
from evidence_app.phrases import Language
from evidence_app.rules.workspace import Stated
from tests.fakes.dossier_case import Case
from tests.unit.dossier.told import content, happening, squeezed, words_of


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


def test_the_index_tells_of_an_export_when_its_records_are_and_of_a_file_with_a_time_of_its_own_that(
    case: Case, shot: Exhibit
) -> None:
    case.exhibits = [replace(shot, id="chat", number=1), replace(shot, id="mail", number=2)]
    for exhibit_id, source in (("chat", TimeSource.FILENAME), ("mail", TimeSource.PLATFORM)):
        own = choose([ClockReading(datetime(2025, 3, 9), Precision.DAY, source, 90)])
        case.happen(EventKind.DOCUMENT, own, exhibit_ids=(exhibit_id,))
        for hour in (9, 17):
            case.happen(EventKind.MESSAGE, _at(hour, 5), exhibit_ids=(exhibit_id,))
            case.events[-1] = replace(case.events[-1], read_from=exhibit_id, imported=True)
    told = squeezed(words_of(content(case.source(), Language.EN), Language.EN)["index"])
    assert told.count(squeezed("2025-02-26 09:05 to 2025-02-26 17:05 of its records shown here")) == 1
    assert told.count("2025-03-09") == 1


def _at(hour: int, minute: int, source: TimeSource = TimeSource.PLATFORM) -> EventTime:
    return choose([ClockReading(datetime(2025, 2, 26, hour, minute), Precision.MINUTE, source, 100)])


def _said_in(case: Case, *origins: Origin) -> str:
    told = tuple(
        happening(each, case)._replace(origin=by)
        for each, by in zip(case.events[-len(origins) :], origins, strict=True)
    )
    source = replace(case.source(), happenings=told, stated=Stated())
    return squeezed(words_of(content(source, Language.EN), Language.EN)["chronology"])


def test_a_message_of_a_backup_and_a_picture_is_one_row_with_both_exhibits_unless_words_differ(
    case: Case, shot: Exhibit
) -> None:
    case.exhibits = [shot, replace(shot, id="backup", number=2, name="sms.xml")]
    case.events.clear()
    text = {"direction": Direction.IN, "party": "速融宝"}
    case.happen(EventKind.MESSAGE, _at(9, 5), text="您的借款已逾期，请尽快还款", exhibit_ids=("backup",), **text)
    case.happen(EventKind.MESSAGE, _at(9, 5), text="您的借款已逾期, 请尽快 还款", exhibit_ids=(shot.id,), **text)
    told = _said_in(case, Origin.EXPORT, Origin.PICTURE)
    assert told.count("Message;incoming") == 1
    assert "Alsoinexhibit1,there:2025-02-2609:05" in told
    assert "recordsofthesame,orlikeonesofonedaythatarelistedbytheirtimes):1." in told
    case.events[-1] = replace(case.events[-1], text="您的借款已逾期，请尽快还款 3000")
    case.events[0] = replace(case.events[0], text="您的借款已逾期，请尽快还款 8000")
    assert _said_in(case, Origin.EXPORT, Origin.PICTURE).count("Message;incoming") == 2


def test_what_a_person_wrote_of_a_logged_call_stands_in_its_row_as_their_word(case: Case, shot: Exhibit) -> None:
    case.events.clear()
    call = {"direction": Direction.OUT, "number": "4008887766"}
    case.happen(EventKind.CALL, _at(9, 5), exhibit_ids=(shot.id,), duration_s=60, **call)
    case.happen(EventKind.CALL, _at(9, 5, TimeSource.TYPED), text="三日内退款", agent_id="3107", **call)
    told = _said_in(case, Origin.EXPORT, Origin.PERSON)
    stated = told.index("Alsostatedwithoutanexhibit,there:2025-02-2609:05")
    assert told.count("Call;outgoing") == 1
    assert stated < told.index("agentID3107") < told.index("三日内退款")


def test_a_row_tells_what_only_another_record_of_it_says_though_it_begins_the_same(case: Case, shot: Exhibit) -> None:
    case.events.clear()
    call = {"number": "4008887766", "party": "速融宝"}
    case.happen(
        EventKind.CALL, _at(9, 5), exhibit_ids=(shot.id,), direction=Direction.MISSED, reference="77123", **call
    )
    typed = {"direction": Direction.REJECTED, "text": "未接", "reference": "7712"}
    case.happen(EventKind.CALL, _at(9, 5, TimeSource.TYPED), **typed, **call)
    told = _said_in(case, Origin.EXPORT, Origin.PERSON)
    also = told.split("Alsostatedwithoutanexhibit")[1]
    assert "Call;missed" in told
    assert "Call;rejected" in also
    assert "7712" in also.split("77123")[0]


def _ring(case: Case, hour: int, text: str = "", **more: object) -> None:
    known = {"direction": Direction.MISSED, "number": "02861234567", "place": f"row:{hour}", **more}
    case.happen(EventKind.CALL, _at(hour, 7), text=text, **known)


def test_like_calls_of_a_day_are_one_row_that_counts_and_lists_them_and_others_keep_theirs(case: Case) -> None:
    case.events.clear()
    for hour in range(9, 18):
        _ring(case, hour)
    _ring(case, 18, text="威胁上门")
    _ring(case, 19)
    _ring(case, 20)
    told = _said_in(case, *[Origin.EXPORT] * 12)
    assert told.count("Call;missed") == 4
    assert "9likethis,oneaftertheother:" in told
    assert [hour for hour in range(9, 18) if f"{hour:02}:07;row{hour}oftheexport" not in told] == []
