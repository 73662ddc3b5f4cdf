"""Every figure of law in the window has its source, the day of checking and how it was read, in the same card."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions.reminders import Reminder
from evidence_app.actions.session import open_session
from evidence_app.actions.workspace import Workspace, workspace
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.workspace import Complaint
from evidence_app.phrases import Language
from evidence_app.rules.territories import home_of, territory_of
from evidence_app.rules.ways import ladder
from evidence_app.rules.workspace import Stated, work_out
from tests.figures import of_law, uncited
from tests.ui.acting import PATIENCE_MS
from tools.worked_samples import NOW, make
from ui.casework.page import CasePage, CasePart
from ui.casework.section import CaseSection, Told
from ui.controls import PlainLabel
from ui.i18n import language
from ui.keeping import pieces_of
from ui.overview.case import stands
from ui.overview.page import OverviewPage
from ui.reminding import Reminding
from ui.tabs import PageKey
from ui.workbench import Workbench


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Workspace]:
    """The ten worked samples: each has a complaint, most have a period that ran out and findings."""
    vault = tmp_path_factory.mktemp("shown") / "vault"
    ids = make(vault)
    session = open_session(vault, clock=lambda: NOW)
    try:
        return [workspace(session, dispute_id, NOW.date()) for dispute_id in ids.values()]
    finally:
        session.close()


@pytest.fixture(scope="module", params=list(Language))
def spoken(request: pytest.FixtureRequest, english_words: None) -> Iterator[Language]:
    language.choose(request.param)
    yield request.param
    language.choose(Language.EN)


def labels_of(widget: QWidget) -> list[PlainLabel]:
    return widget.findChildren(PlainLabel)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in labels_of(widget)]


@pytest.fixture
def page(patient: QtBot, seen_bench: Workbench) -> CasePage:
    """The window's own page of the case; it shows what a test gives its parts."""
    seen_bench.show_page(PageKey.CASE)
    shown = seen_bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    patient.waitUntil(lambda: shown.found is not None, timeout=PATIENCE_MS)
    return shown


def blocks(section: CaseSection) -> Iterator[Sequence[str]]:
    """Yield the cards that are shown, and what stands outside of them as one."""
    shown = [each for each in pieces_of(section.column) if isinstance(each, QWidget)]
    cards = [card for each in shown for card in ([each] if isinstance(each, Told) else each.findChildren(Told))]
    yield from map(texts, cards)
    labels = [label for each in shown for label in ([each] if isinstance(each, PlainLabel) else labels_of(each))]
    yield [label.text() for label in labels if not any(card.isAncestorOf(label) for card in cards)]


PARTS = (CasePart.COMPLAINTS, CasePart.FINDINGS, CasePart.MONEY, CasePart.PICTURES)


@pytest.mark.parametrize("part", PARTS)
def test_a_card_of_the_case_says_where_its_figures_of_law_are_from(
    page: CasePage, samples: list[Workspace], spoken: Language, part: CasePart
) -> None:
    seen = 0
    page.show_part(part)
    for found in samples:
        page.parts[part].show_found(found)
        count, bare = uncited(blocks(page.parts[part]), of_law(found, spoken))
        assert not bare, (found.dispute.type, bare)
        seen += count
    assert seen


@pytest.mark.parametrize(
    "zone", ["Asia/Taipei", "Asia/Hong_Kong", "America/New_York", "Europe/London", "Europe/Berlin"]
)
def test_elsewhere_every_body_says_where_its_periods_are_from(page: CasePage, spoken: Language, zone: str) -> None:
    dispute = Dispute(
        id="d", title="t", type=DisputeType.TOPUP_FAILED, institution="示例钱包", created_at=NOW, zone_name=zone
    )
    bodies = ladder(territory_of(home_of(dispute)), dispute.type)
    days = {"filed_on": date(2026, 9, 1), "accepted_on": date(2026, 9, 8), "replied_on": date(2026, 11, 20)}
    filed = [Complaint(id=each.id, dispute_id="d", body=each.id, **days) for each in bodies]
    found = work_out(dispute, [], Stated(complaints=filed), NOW.date())
    assert found.ladder.clocks
    page.parts[CasePart.COMPLAINTS].show_found(found)
    seen, bare = uncited(blocks(page.parts[CasePart.COMPLAINTS]), of_law(found, spoken))
    assert seen
    assert not bare


def test_the_overview_says_where_its_figures_of_law_are_from(
    qtbot: QtBot, seen_bench: Workbench, samples: list[Workspace], spoken: Language
) -> None:
    seen_bench.show_page(PageKey.OVERVIEW)
    overview = seen_bench.dispute_page(PageKey.OVERVIEW)
    assert isinstance(overview, OverviewPage)
    qtbot.waitUntil(lambda: overview.case_standing is not None, timeout=PATIENCE_MS)
    seen, dated, card = 0, 0, overview.case
    for found in samples:
        now = stands(found)
        card.show_standing(now)
        lines, there = [texts(line) for line in card.lines], card.lines
        card.show_standing(stands(found))  # read again, and nothing is new
        assert card.lines == there, "a link that the keyboard is on was lost"
        count, bare = uncited(lines, of_law(found, spoken))
        assert not bare, (found.dispute.type, bare)
        cited = [now.deadline_by, now.overdue_by, *(each.deadline.clock.citation for each in now.lapsed)]
        periods = [each[spoken] for each in cited if each is not None]
        shown = "\n".join(text for line in lines for text in line)
        assert all(each in shown for each in periods)
        seen, dated = seen + count, dated + bool(periods)
    assert min(seen, dated) > len(samples) / 2  # of most a figure and a period is told: none would prove nothing


def test_a_reminder_of_a_period_says_where_it_is_from(
    seen_bench: Workbench, samples: list[Workspace], spoken: Language
) -> None:
    reminding = seen_bench.window().findChild(Reminding)
    assert reminding is not None
    for found in samples:
        running = found.ladder.periods.next_deadline(found.today)
        if running is None:
            continue
        reminder = Reminder(found.dispute, 0, running.deadline.day, running.deadline.clock.citation)
        seen, bare = uncited([[reminding.words([reminder]), reminding.note(reminder)]], of_law(found, spoken))
        assert (seen, bare) == (1, [])
        past = replace(reminder, perhaps_to=running.deadline.day + timedelta(days=1))
        assert reminding.words([past]) != reminding.words([reminder])
