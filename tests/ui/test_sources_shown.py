"""Every figure of law in the window has its source, the day of checking and how it was read, in the same card."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions.reminders import Reminder
from evidence_app.actions.session import open_session
from evidence_app.actions.workspace import Workspace, workspace
from evidence_app.phrases import Language
from tests.figures import of_law, uncited
from tools.worked_samples import NOW, make
from ui.activity import ActivityBar
from ui.casework.complaints import Complaints
from ui.casework.findings import Findings
from ui.casework.pictures import PicturesPart
from ui.casework.section import CaseSection, Told
from ui.controls import PlainLabel
from ui.i18n import language
from ui.overview.case import CaseCard, stands
from ui.reminding import Reminding
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


@pytest.fixture(params=list(Language))
def spoken(request: pytest.FixtureRequest, english: None) -> Iterator[Language]:
    language.choose(request.param)
    yield request.param
    language.choose(Language.EN)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(PlainLabel)]


def blocks(section: CaseSection) -> Iterator[Sequence[str]]:
    """Yield the cards, and what stands above them as one."""
    cards = section.findChildren(Told)
    yield from map(texts, cards)
    yield [
        label.text()
        for label in section.findChildren(PlainLabel)
        if not any(map(lambda c: c.isAncestorOf(label), cards))
    ]


@pytest.mark.parametrize("part", [Complaints, Findings, PicturesPart])
def test_a_card_of_the_case_says_where_its_figures_of_law_are_from(
    qtbot: QtBot, bench: Workbench, samples: list[Workspace], spoken: Language, part: type[CaseSection]
) -> None:
    seen = 0
    for found in samples:
        section = part(bench.desk)
        qtbot.addWidget(section)
        section.show_found(found)
        count, bare = uncited(blocks(section), of_law(found, spoken))
        assert not bare, (found.dispute.type, bare)
        seen += count
    assert seen


def test_the_overview_says_where_its_figures_of_law_are_from(
    qtbot: QtBot, bench: Workbench, samples: list[Workspace], spoken: Language
) -> None:
    seen = 0
    for found in samples:
        card = CaseCard()
        qtbot.addWidget(card)
        card.show_standing(stands(found))
        lines = [texts(line) for line in card.lines]
        count, bare = uncited(lines, of_law(found, spoken))
        assert not bare, (found.dispute.type, bare)
        seen += count
    assert seen >= len(samples)


def test_a_reminder_of_a_period_says_where_it_is_from(
    qtbot: QtBot, bench: Workbench, samples: list[Workspace], spoken: Language
) -> None:
    bar = ActivityBar()
    qtbot.addWidget(bar)
    reminding = Reminding(bench.desk, bar, lambda *_: None, bar)
    for found in samples:
        running = found.ladder.next_deadline(found.today)
        if running is None:
            continue
        reminder = Reminder(found.dispute, 0, running.deadline.day, running.deadline.clock.citation)
        seen, bare = uncited([[reminding.words([reminder])]], of_law(found, spoken))
        assert (seen, bare) == (1, [])
