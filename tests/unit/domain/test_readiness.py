"""What a dossier still lacks, and where it can be filled in."""

from dataclasses import replace
from datetime import UTC, datetime

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit, Media, MediaKind, Original
from evidence_app.domain.readiness import Contained, Gap, Missing, entries_of_exhibits, missing, told_entries
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, choose

NOW = datetime(2025, 3, 1, tzinfo=UTC)
READING = ClockReading(datetime(2025, 2, 22, 8, 15), Precision.MINUTE, TimeSource.TYPED, 100)
DISPUTE = Dispute(
    id="d",
    created_at=NOW,
    title="T",
    type=DisputeType.OTHER,
    institution="I",
    complainant="李小明",
    demands=("退款",),
    summary="经过",
)
EXHIBIT = Exhibit(
    id="x",
    dispute_id="d",
    number=1,
    original=Original("a" * 64, 1, Media(MediaKind.IMAGE, "image/png")),
    name="a.png",
    added_at=NOW,
    title="截图",
    proves="放款",
)


def event(kind: EventKind = EventKind.DOCUMENT, event_id: str = "e", **fields: object) -> Event:
    facts: dict[str, object] = {"time": choose([READING]), "exhibit_ids": ("x",)} | fields
    return Event(id=event_id, dispute_id="d", ordinal=1, kind=kind, **facts)  # type: ignore[arg-type]


def gaps(
    dispute: Dispute = DISPUTE,
    exhibits: tuple[Exhibit, ...] = (EXHIBIT,),
    events: tuple[Event, ...] = (event(),),
    unconfirmed: tuple[Event, ...] = (),
) -> dict[Gap, tuple[str, ...]]:
    contained = Contained(
        exhibits=exhibits, events=events, entries=entries_of_exhibits(events), unconfirmed=unconfirmed
    )
    return {found.gap: found.event_ids for found in missing(dispute, contained)}


def test_an_archive_that_was_never_opened_is_told_of_as_long_as_nothing_came_out_of_it() -> None:
    closed = Contained(exhibits=(EXHIBIT,), events=(event(),), entries={"x": "e"}, unopened={"x"})
    assert Missing(Gap.UNOPENED, ("e",)) in missing(DISPUTE, closed)
    assert missing(DISPUTE, replace(closed, unopened=())) == ()


def test_a_complete_dossier_lacks_nothing() -> None:
    assert gaps() == {}


def test_what_the_dispute_does_not_say_is_missing() -> None:
    bare = replace(DISPUTE, complainant=" ", demands=(), summary="")
    assert list(gaps(bare)) == [Gap.COMPLAINANT, Gap.DEMANDS, Gap.SUMMARY]


def test_a_dossier_without_exhibits_says_so_first() -> None:
    assert next(iter(gaps(replace(DISPUTE, summary=""), exhibits=(), events=()))) is Gap.EXHIBITS


def test_an_exhibit_without_title_or_purpose_leads_to_its_own_entry() -> None:
    call = event(EventKind.CALL, "call")
    found = gaps(exhibits=(replace(EXHIBIT, title="", proves=""),), events=(call, event()))
    assert found == {Gap.PROVES: ("e",), Gap.TITLE: ("e",)}


def test_an_exhibit_whose_entry_was_removed_leads_to_what_it_shows() -> None:
    assert gaps(exhibits=(replace(EXHIBIT, title=""),), events=(event(EventKind.CALL, "call"),)) == {
        Gap.TITLE: ("call",)
    }


def test_times_that_disagree_or_are_unknown_are_missing() -> None:
    later = READING._replace(wall=datetime(2025, 2, 25), source=TimeSource.EXIF)
    events = (event(time=choose([READING, later])), event(EventKind.NOTE, "n", time=EventTime(), exhibit_ids=()))
    assert gaps(events=events) == {Gap.TIMES_DISAGREE: ("e",), Gap.TIME_UNKNOWN: ("n",)}


def test_a_file_that_could_not_be_read_is_missing() -> None:
    media = Media(MediaKind.PDF, "application/pdf", problem="encrypted")
    assert gaps(exhibits=(replace(EXHIBIT, original=Original("a" * 64, 1, media)),)) == {Gap.UNREAD: ("e",)}


def test_promises_are_overdue_where_the_case_page_says_so() -> None:
    contained = Contained(exhibits=(EXHIBIT,), events=(event(),), entries={}, overdue=("c",))
    assert Missing(Gap.PROMISE_OVERDUE, ("c",)) in missing(DISPUTE, contained)


def test_no_time_is_asked_of_an_export_whose_records_have_theirs() -> None:
    log = replace(EXHIBIT, original=Original("b" * 64, 1, Media(MediaKind.OTHER, "text/csv", export="android-calls")))
    file = event(time=EventTime())
    call = replace(event(EventKind.CALL, "c"), read_from="x")
    told = told_entries((file, call), (log,), DISPUTE.zone)
    assert told == {"e"}
    contained = Contained(exhibits=(log,), events=(file, call), entries={}, told=told)
    assert Gap.TIME_UNKNOWN not in {each.gap for each in missing(DISPUTE, contained)}


def test_an_export_of_which_nothing_is_on_the_timeline_is_missing() -> None:
    bill = replace(EXHIBIT, original=Original("b" * 64, 1, Media(MediaKind.OTHER, "text/csv", export="alipay-bill")))
    damaged = replace(bill, id="y", original=Original("c" * 64, 1, replace(bill.original.media, problem="damaged")))
    entries = {"x": "e", "y": "f"}
    waiting = Contained(exhibits=(bill, damaged), events=(event(),), entries=entries)
    assert Missing(Gap.UNIMPORTED, ("e",)) in missing(DISPUTE, waiting)
    assert Gap.UNIMPORTED not in {each.gap for each in missing(DISPUTE, replace(waiting, imported={"x"}))}


def test_what_nobody_confirmed_and_is_left_out_is_missing() -> None:
    assert gaps(unconfirmed=(event(EventKind.MESSAGE, "m"),)) == {Gap.UNCONFIRMED: ("m",)}
