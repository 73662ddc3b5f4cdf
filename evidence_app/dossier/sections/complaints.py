"""Where the dispute was taken: each filing with its number, its answer and the periods that run or ran out."""

from collections.abc import Iterator, Sequence

from evidence_app.day_words import days_words
from evidence_app.domain.workspace import Complaint
from evidence_app.dossier.blocks import FAINT, SMALL, STRONG, SUBHEADING, Cell, Piece, Words
from evidence_app.dossier.book import Book
from evidence_app.dossier.page import Strip
from evidence_app.rules.ladder import Step
from evidence_app.rules.law import Whose, body
from evidence_app.rules.situation import RunningClock

GAP = 14.0
"""Points between two filings with one body."""


def draw_complaints(book: Book) -> None:
    """Place each filing, body by body."""
    found = book.content.workspace
    if found is None or not found.stated.complaints:
        return
    book.begin_section("complaints")
    for step in found.ladder.steps:
        clocks = _told(book, step)
        if step.complaints or clocks:
            above = _heading(book, book.named(step.body))
            for complaint in step.complaints:
                own = [each for each in clocks if each.complaint_id == complaint.id]
                gap = 0.0 if above else GAP
                book.facts([*_filing(book, complaint), *_clocks(book, own)], above=above, space_before=gap)
                above = []
            if step.unbound is not None:
                said: Cell = [Words(step.unbound[book.words.language], SMALL)]
                book.facts([(book.words("complaints.clock"), said)], above=above)
                above = []
            filed = {each.id for each in step.complaints}
            book.facts(_clocks(book, [each for each in clocks if each.complaint_id not in filed]), above=above)
    for complaint in found.stated.complaints:
        if body(complaint.body) is None:
            book.facts(_filing(book, complaint), above=_heading(book, complaint.body))


def _heading(book: Book, name: str) -> list[Strip]:
    strips = book.setter.paragraph(name, SUBHEADING, space_before=14)
    strips[-1].keep = True
    return strips


def _filing(book: Book, complaint: Complaint) -> Iterator[tuple[str, Cell]]:
    words = book.words
    days = (
        ("filed", complaint.filed_on),
        ("received", complaint.received_on),
        ("transferred", complaint.transferred_on),
        ("accepted", complaint.accepted_on),
        ("extended", complaint.extended_on),
        ("replied", complaint.replied_on),
    )
    texts = (
        ("reference", complaint.reference),
        ("route", complaint.route),
        ("demand", complaint.demand),
        ("reply", complaint.reply),
        ("dossier", complaint.dossier_sha256),
    )
    if complaint.filed_on is None:
        yield words("complaints.filed"), [Words(words("summary.not_stated"), FAINT)]
    for key, day in days:
        if day is not None:
            yield words(f"complaints.{key}"), [Words(day.isoformat())]
    for key, text in texts:
        if text:
            yield words(f"complaints.{key}"), [Words(text, SMALL if key == "dossier" else STRONG)]
    if complaint.is_only_shown:
        yield words("complaints.outcome"), [Words(words("complaints.only_shown"), FAINT)]
    else:
        yield words("complaints.outcome"), [Words(words.name(complaint.outcome))]
    if complaint.event_id:
        yield words("complaints.shown"), book.links_of_events([complaint.event_id])
    if complaint.reply_ids:
        yield words("complaints.replies"), book.links_of_events(complaint.reply_ids)


def _told(book: Book, step: Step) -> list[RunningClock]:
    """Return the clocks that are told: of a body where nothing was filed none that ended, which concerns the writer."""
    return [each for each in step.clocks if step.complaints or not each.days_overdue(book.content.today)]


def _clocks(book: Book, clocks: Sequence[RunningClock]) -> Iterator[tuple[str, Cell]]:
    for running in clocks:
        yield book.words("complaints.clock"), clock_cell(book, running)


def clock_cell(book: Book, running: RunningClock) -> Cell:
    """Return until when a period runs or ran, from when it is counted, and by which source."""
    words, deadline = book.words, running.deadline
    clock, today = deadline.clock, book.content.today
    overdue = running.days_overdue(today) or running.days_late
    facts = {"what": clock.what[words.language], "start": deadline.start.isoformat(), "day": deadline.day.isoformat()}
    facts["days"] = days_words(overdue, words.language)
    key = "possible" if running.is_possible else "met" if running.stopped else "overdue" if overdue else "runs"
    if running.is_possible and deadline.days_overdue(today):
        key = "possible_over"
    if running.perhaps_met_on is not None:
        key, facts = "perhaps", facts | {"met": running.perhaps_met_on.isoformat()}
    if running.stopped and clock.met_by is not None and running.met_on is not None:
        key, facts = "met_before", facts | {"met": running.met_on.isoformat()}
    if running.stopped and clock.whose is Whose.COMPLAINANT and running.met_on is not None:
        key, facts = "met_by_filing", facts | {"met": running.met_on.isoformat()}
    if running.days_met_after and running.met_on is not None:
        key, facts = "met_late", facts | {"met": running.met_on.isoformat()}
    if running.longest_to is not None and (running.days_passed(today) or running.days_met_after):
        key = "passed_met" if running.days_met_after else "passed"
        facts |= {"last": running.longest_to.isoformat()}
    pieces: list[Piece] = [Words(words(f"complaints.{key}", **facts), STRONG if overdue else SMALL)]
    if key == "perhaps":
        pieces += book.links_of_events([running.perhaps_met_by])
    used = words.joined(f"{each.day.isoformat()} {each.named(words.language)}" for each in deadline.holidays_used)
    if used:
        pieces.append(Words(words("complaints.holidays", days=used), FAINT))
    if deadline.moved_by is not None:
        by = deadline.moved_by[words.language]
        pieces.append(Words(words("complaints.moved", counted=deadline.counted_to.isoformat(), source=by), FAINT))
    if deadline.perhaps_to is not None:
        pieces.append(Words(words("complaints.day_off", next=deadline.perhaps_to.isoformat()), FAINT))
    if not deadline.calendar_known:
        pieces.append(Words(words("complaints.calendar_unknown"), FAINT))
    if not clock.statutory:
        pieces.append(Words(words("complaints.customary"), FAINT))
    return [*pieces, Words(clock.citation[words.language], FAINT)]
