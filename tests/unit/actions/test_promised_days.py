"""A promise that waits is due by the day on which it was said, as pictures tell it now."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from evidence_app.actions.edit import take_back
from evidence_app.actions.review import list_reviews
from evidence_app.actions.session import Session
from evidence_app.actions.suggestions import Corrected, accept, suggestions
from evidence_app.actions.timeline import event_detail
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.machine_text import MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, Suggested, Suggestion, SuggestionKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.progress import Silent
from tests.fakes.machine_read import add_pictures, message

WORDS = "我们会在三天内给您退款"


def said_on(day: int, confidence: int) -> ClockReading:
    return ClockReading(datetime(2026, 11, day, 9, 31), Precision.MINUTE, TimeSource.SCREEN, confidence)


def promised(
    session: Session, dispute: Dispute, due: date, *readings: ClockReading, in_field: bool = False
) -> Suggestion:
    """Return the promise of a picture that took the message for one of some days."""
    (made,) = add_pictures(session, dispute, 1)
    said = message(WORDS, 100)
    said = replace(said, facts=replace(said.facts, time=choose(list(readings))))
    if in_field:
        said = replace(said, facts=replace(said.facts, promise=WORDS, promise_due=due))
    place = Place((40, 100, 600, 90))
    found = [
        Suggested(kind, WORDS, WORDS, place, 0.9, due, 0) for kind in (SuggestionKind.PROMISE, SuggestionKind.TITLE)
    ]
    with session.vault.change() as tx:
        text = MachineText(made.id, "RapidOCR 3.10.0", (), 1, session.now())
        tx.keep_reading(text, Findings(PageKind.CHAT, events=(said,), suggestions=tuple(found)))
    [waiting] = [each for each in suggestions(session, dispute.id) if each.kind is SuggestionKind.PROMISE]
    return waiting


def test_a_day_that_another_picture_corrects_counts_and_is_kept_and_logged_on_accepting(
    session: Session, dispute: Dispute
) -> None:
    waiting = promised(session, dispute, date(2026, 11, 9), said_on(6, 40), said_on(3, 90))
    assert waiting.due == date(2026, 11, 6)
    [review] = list_reviews(session, dispute.id)
    assert "2026, 11, 9" not in repr(review)
    seqs = accept(session, [waiting.id])
    assert event_detail(session, waiting.event_id).promise_due == date(2026, 11, 6)
    assert verify_vault(session.folder, Silent()).holds
    take_back(session, dispute.id, seqs)
    accept(session, [waiting.id], {waiting.id: Corrected(WORDS, date(2026, 11, 20))})
    assert event_detail(session, waiting.event_id).promise_due == date(2026, 11, 20)  # as a person typed it


def test_accepting_the_event_that_carries_it_takes_the_corrected_day_too(session: Session, dispute: Dispute) -> None:
    waiting = promised(session, dispute, date(2026, 11, 9), said_on(6, 40), said_on(3, 90), in_field=True)
    seqs = accept(session, [waiting.event_id])
    assert event_detail(session, waiting.event_id).promise_due == date(2026, 11, 6)
    assert verify_vault(session.folder, Silent()).holds
    take_back(session, dispute.id, seqs)
    accept(session, [waiting.event_id, waiting.id], {waiting.id: Corrected(WORDS, date(2026, 11, 20))})
    assert event_detail(session, waiting.event_id).promise_due == date(2026, 11, 20)


def test_the_log_says_of_an_accepted_title_the_corrected_day(session: Session, dispute: Dispute) -> None:
    promised(session, dispute, date(2026, 11, 9), said_on(6, 40), said_on(3, 90))
    [title] = [each for each in suggestions(session, dispute.id) if each.kind is SuggestionKind.TITLE]
    [seq] = accept(session, [title.id])
    with session.vault.read() as catalog:
        logged = catalog.custody(dispute.id)[seq].payload
    assert "2026-11-06" in str(logged)
    assert "2026-11-09" not in str(logged)


@pytest.mark.parametrize(
    ("due", "readings"),
    [
        (date(2026, 11, 9), (said_on(6, 90),)),  # nobody corrected the day
        (date(2026, 11, 12), (said_on(6, 40), said_on(3, 90))),  # counted from no day that it was ever taken for
    ],
)
def test_a_day_that_nothing_corrected_stays(
    session: Session, dispute: Dispute, due: date, readings: tuple[ClockReading, ...]
) -> None:
    assert promised(session, dispute, due, *readings).due == due
