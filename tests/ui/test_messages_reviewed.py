"""What imported messages name waits in the window like what was read off pictures."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.edit import edit_dispute
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.suggestions import suggestions
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.progress import Silent
from tests.ui.acting import PATIENCE_MS
from tests.unit.actions.test_read_messages import AGENT, PHONE, PROMISE, phone
from ui.review.rows import EventRow, Row, SuggestionRow, Verdict
from ui.subjects import Subject
from ui.workbench import Workbench

CONTACTS = f"BEGIN:VCARD\nVERSION:3.0\nFN:王专员\nTEL:+86 {AGENT}\nEND:VCARD\n".encode()


@pytest.fixture
def looked_through(qtbot: QtBot, bench: Workbench) -> Workbench:
    """A window whose imported messages were looked through in the background."""
    session = bench.desk.session
    assert session is not None
    edit_dispute(session, bench.desk.dispute_id, {"institution": "速贷宝"})
    sources = [DataSource("sms.xml", phone(*PHONE)), DataSource("contacts.vcf", CONTACTS)]
    report = add_evidence(session, bench.desk.dispute_id, sources, Silent(), lambda item: None)
    import_export(session, report.items[0].exhibit_id)
    bench.reading.background.settings.reads_pictures = True
    with qtbot.waitSignal(bench.reading.messages.found_some, timeout=PATIENCE_MS):
        bench.offering.imported.emit()
    qtbot.waitUntil(lambda: any(each.text == PROMISE for each in bench.desk.entries), timeout=PATIENCE_MS)
    return bench


def test_the_review_shows_each_message_with_what_was_found_in_it_and_keeps_what_is_accepted(
    qtbot: QtBot, looked_through: Workbench
) -> None:
    bench = looked_through
    bench.reading.review()
    qtbot.waitUntil(lambda: bench.reading.page is not None and bench.reading.page.shown is not None)
    page = bench.reading.page
    assert page is not None
    rows = page.list.rows.rows()
    message = next(row for row in rows if isinstance(row, EventRow) and row.text == PROMISE)
    assert message.verdict is Verdict.NONE
    promise = next(row for row in rows if _is(row, SuggestionKind.PROMISE))
    assert promise.suggestion.event_id == message.key
    assert page.picture.refusal.isVisible()
    assert page.list.go_to(promise.key)
    page.accept()
    qtbot.waitUntil(
        lambda: any(each.promise == PROMISE for each in bench.desk.entries if each.event_id == message.key),
        timeout=PATIENCE_MS,
    )


def test_the_inspector_says_what_waits_in_a_message_and_whose_number_it_is(
    qtbot: QtBot, looked_through: Workbench
) -> None:
    bench = looked_through
    event_id = next(each.event_id for each in bench.desk.entries if each.text == PROMISE)
    bench.leading.go_to_event(event_id)
    facts = bench.inspector.facts
    qtbot.waitUntil(facts.in_message.isVisible, timeout=PATIENCE_MS)
    assert "80231" in facts.in_message.words.text()
    assert "王专员" in facts.contact.text()
    assert AGENT in facts.contact.text()
    facts.in_message.review.click()
    page = bench.reading.page
    assert page is not None
    qtbot.waitUntil(lambda: (row := page.list.current()) is not None and row.key == event_id, timeout=PATIENCE_MS)


def _is(row: Row, kind: SuggestionKind) -> bool:
    return isinstance(row, SuggestionRow) and row.suggestion.kind is kind


def test_in_another_currency_messages_are_looked_through_again_with_the_pictures(
    qtbot: QtBot, looked_through: Workbench
) -> None:
    bench = looked_through
    session, dispute_id = bench.desk.session, bench.desk.dispute_id
    assert session is not None

    def currencies() -> set[str]:
        found = suggestions(session, dispute_id)
        return {each.value.split()[-1] for each in found if each.kind is SuggestionKind.AMOUNT}

    assert currencies() == {"CNY"}
    bench.desk.edits.edit(Subject.DISPUTE, dispute_id, {"amount": Decimal(200), "currency": "TWD"})
    qtbot.waitUntil(lambda: "earlier currency" in bench.bar.words.text(), timeout=PATIENCE_MS)
    bench.bar.link.click()
    qtbot.waitUntil(lambda: currencies() == {"TWD"}, timeout=PATIENCE_MS)
