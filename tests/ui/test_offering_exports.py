"""Exported files dropped on the window: what was recognised is shown, what is wanted goes onto the timeline."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_app.actions.import_exports import selections
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.exports import Choice as WhatIsWanted
from evidence_app.domain.exports import PartyCount, Survey
from evidence_app.domain.readiness import Gap, Missing
from tests.ui.acting import PATIENCE_MS
from ui.dossier.lacking import Lacking
from ui.dossier.lines import Offered
from ui.dropping import Arrival
from ui.exports.columns import Meaning
from ui.exports.parties import Parties
from ui.exports.preview import PreviewSheet
from ui.exports.wanted import Offered as Waiting
from ui.overview.page import OverviewPage
from ui.overview.standing import Wait
from ui.tabs import PageKey
from ui.workbench import Workbench

CALLS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="4">
  <call number="95555" duration="61" date="1738483200000" type="1" contact_name="(Unknown)" />
  <call number="10690001" duration="0" date="1738569600000" type="3" contact_name="(Unknown)" />
  <call number="10690002" duration="12" date="1738656000000" type="1" contact_name="(Unknown)" />
  <call number="13800138000" duration="5" date="1738742400000" type="2" contact_name="妈妈" />
</calls>
"""

NEWER = """  <call number="95555" duration="9" date="1738828800000" type="1" contact_name="(Unknown)" />
  <call number="13900139000" duration="9" date="1738828900000" type="1" contact_name="(Unknown)" />
</calls>
"""

TABLE = "日子,去向,多少,何事\n2025-02-01,示例公司,-100.00,手续费\n2025-02-02,示例公司,25.50,退回\n"


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    path = tmp_path / "calls.xml"
    path.write_text(CALLS, "utf-8")
    return path


@pytest.fixture
def offered(qtbot: QtBot, bench: Workbench) -> Callable[[Path], PreviewSheet]:
    def offer(path: Path) -> PreviewSheet:
        bench.arrivals.receive(Arrival(paths=(path,)))
        qtbot.waitUntil(lambda: bench.offering.sheet is not None, timeout=PATIENCE_MS)
        assert bench.offering.sheet is not None
        return bench.offering.sheet

    return offer


def said(bench: Workbench, kind: EventKind) -> list[str]:
    return [entry.party for entry in bench.desk.entries if entry.kind is kind]


def imported(qtbot: QtBot, bench: Workbench, sheet: PreviewSheet) -> None:
    with qtbot.waitSignal(bench.offering.imported, timeout=PATIENCE_MS):
        sheet.primary.click()


def test_everything_goes_onto_the_timeline_unless_somebody_chooses(
    qtbot: QtBot, bench: Workbench, offered: Callable[[Path], PreviewSheet], calls: Path
) -> None:
    sheet = offered(calls)
    [card] = sheet.cards
    assert card.offered.survey is not None
    assert card.offered.survey.count == 4
    imported(qtbot, bench, sheet)
    qtbot.waitUntil(lambda: len(said(bench, EventKind.CALL)) == 4, timeout=PATIENCE_MS)


def test_only_chosen_numbers_of_a_period_are_imported_and_the_choice_is_recorded(
    qtbot: QtBot, bench: Workbench, offered: Callable[[Path], PreviewSheet], calls: Path
) -> None:
    sheet = offered(calls)
    [card] = sheet.cards
    assert card.parties is not None
    card.parties.nobody.click()
    card.parties.beginnings.setText("1069, 955")
    sheet.period.fields["since"].show_value(date(2025, 2, 3))
    imported(qtbot, bench, sheet)
    qtbot.waitUntil(lambda: sorted(said(bench, EventKind.CALL)) == ["10690001", "10690002"], timeout=PATIENCE_MS)
    session = bench.desk.session
    assert session is not None
    [chosen] = selections(session, bench.desk.dispute_id)
    assert (chosen.shown, chosen.read, chosen.entry.choice.numbers) == (2, 4, ("1069*", "955*"))


def test_a_newer_export_is_offered_as_the_last_one_was_chosen(
    qtbot: QtBot, bench: Workbench, offered: Callable[[Path], PreviewSheet], calls: Path
) -> None:
    sheet = offered(calls)
    parties = sheet.cards[0].parties
    assert parties is not None
    next(iter(parties.list.findItems("妈妈", Qt.MatchFlag.MatchContains))).setCheckState(Qt.CheckState.Unchecked)
    sheet.period.fields["since"].show_value(date(2025, 2, 3))
    imported(qtbot, bench, sheet)
    calls.write_text(CALLS.replace("</calls>", NEWER), "utf-8")
    sheet = offered(calls)
    parties = sheet.cards[0].parties
    assert parties is not None
    assert not parties.isHidden()
    assert sorted(parties.wanted()) == ["10690001", "10690002", "95555"]
    assert sheet.period.values()["since"] == date(2025, 2, 3)
    imported(qtbot, bench, sheet)
    qtbot.waitUntil(
        lambda: sorted(said(bench, EventKind.CALL)) == ["10690001", "10690002", "95555"], timeout=PATIENCE_MS
    )


def test_of_another_phone_everybody_is_ticked_and_no_day_is_proposed_for_what_is_new(qtbot: QtBot) -> None:
    before = WhatIsWanted(("95555",), since=date(2025, 2, 3))
    theirs = PartyCount("", "10690001", 3)
    exhibit = cast("Exhibit", SimpleNamespace(label="calls.xml", id="x"))  # a card asks it for no more
    survey = Survey("calls-backup", 4, parties=(theirs, PartyCount("妈妈", "139", 1)))
    other = Waiting(exhibit, survey, before=before)
    sheet = PreviewSheet(None, [other, Waiting(exhibit, Survey("alipay", 2))])
    qtbot.addWidget(sheet)
    parties = sheet.cards[0].parties
    assert parties is not None
    assert parties.wanted() == ()
    assert sheet.period.values()["since"] is None


def test_ticking_leaves_out_those_who_have_nothing_to_do_with_it(
    qtbot: QtBot, bench: Workbench, offered: Callable[[Path], PreviewSheet], calls: Path
) -> None:
    sheet = offered(calls)
    parties = sheet.cards[0].parties
    assert parties is not None
    mother = next(parties.list.item(row) for row in range(4) if "妈妈" in parties.list.item(row).text())
    mother.setCheckState(Qt.CheckState.Unchecked)
    imported(qtbot, bench, sheet)
    qtbot.waitUntil(lambda: len(said(bench, EventKind.CALL)) == 3, timeout=PATIENCE_MS)
    assert "妈妈" not in said(bench, EventKind.CALL)


def test_where_nobody_is_ticked_nothing_can_be_imported_and_the_file_is_named(
    bench: Workbench, offered: Callable[[Path], PreviewSheet], calls: Path
) -> None:
    sheet = offered(calls)
    parties = sheet.cards[0].parties
    assert parties is not None
    parties.nobody.click()
    assert not sheet.primary.isEnabled()
    assert "calls.xml" in sheet.left_out.text()
    parties.beginnings.setText("1069")
    assert sheet.primary.isEnabled()
    sheet.reject()


def test_how_a_number_signs_stands_beside_it(qtbot: QtBot) -> None:
    parties = Parties([PartyCount("", "10690001", 3, signed="速融宝"), PartyCount("妈妈", "13800138000", 1)])
    qtbot.addWidget(parties)
    assert [parties.list.item(row).text() for row in range(2)] == ["10690001   3   【速融宝】", "妈妈 13800138000   1"]


def test_what_is_put_off_is_only_mentioned_when_the_vault_is_opened_again(
    qtbot: QtBot, bench: Workbench, offered: Callable[[Path], PreviewSheet], calls: Path
) -> None:
    sheet = offered(calls)
    sheet.cancel.click()
    qtbot.waitUntil(lambda: bench.offering.sheet is None, timeout=PATIENCE_MS)
    assert said(bench, EventKind.CALL) == []
    bench.offering.remind(bench.desk.dispute_id)
    qtbot.waitUntil(lambda: "1" in bench.bar.words.text(), timeout=PATIENCE_MS)
    assert bench.offering.sheet is None


def test_overview_and_dossier_tell_of_what_is_put_off_and_offer_it_again(
    qtbot: QtBot, bench: Workbench, offered: Callable[[Path], PreviewSheet], calls: Path
) -> None:
    offered(calls).cancel.click()
    bench.show_page(PageKey.OVERVIEW)
    page = bench.dispute_page(PageKey.OVERVIEW)
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: Wait.UNIMPORTED in {line.task.wait for line in page.tasks.lines()}, timeout=PATIENCE_MS)
    page.tasks.lines()[0].button.click()
    qtbot.waitUntil(lambda: bench.offering.sheet is not None, timeout=PATIENCE_MS)
    sheet = bench.offering.sheet
    assert sheet is not None
    imported(qtbot, bench, sheet)
    qtbot.waitUntil(lambda: Wait.UNIMPORTED not in {line.task.wait for line in page.tasks.lines()}, timeout=PATIENCE_MS)
    lacking = Lacking()
    qtbot.addWidget(lacking)
    lacking.show_gaps((Missing(Gap.UNIMPORTED, ("e",)),))
    [line] = lacking.lines.lines
    assert isinstance(line, Offered)
    with qtbot.waitSignal(lacking.exports_wanted):
        line.button.click()


def test_a_table_that_nobody_knows_is_imported_by_the_columns_that_a_person_names(
    qtbot: QtBot, bench: Workbench, offered: Callable[[Path], PreviewSheet], tmp_path: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(TABLE, "utf-8")
    sheet = offered(path)
    [card] = sheet.cards
    assert card.columns is not None
    assert card.chosen.isChecked()
    for choice, meaning in zip(
        card.columns.choices, (Meaning.DATE, Meaning.PARTY, Meaning.AMOUNT, Meaning.TEXT), strict=True
    ):
        choice.set_member(meaning)
    imported(qtbot, bench, sheet)
    qtbot.waitUntil(lambda: len(said(bench, EventKind.PAYMENT)) == 2, timeout=PATIENCE_MS)
    assert card.offered.proposal is not None
    assert card.offered.proposal.fingerprint in bench.settings.columns()


def test_what_is_not_ticked_is_named_beside_the_button_and_offered_again_when_it_is_added_again(
    qtbot: QtBot, bench: Workbench, offered: Callable[[Path], PreviewSheet], tmp_path: Path
) -> None:
    path = tmp_path / "unclear.csv"
    path.write_text("日子,多少,还剩\n2025-02-01,-100.00,300.00\n", "utf-8")
    sheet = offered(path)
    [card] = sheet.cards
    assert not card.chosen.isChecked()
    assert "unclear.csv" in sheet.left_out.text()
    assert (sheet.left_out.isVisibleTo(sheet), sheet.primary.isEnabled()) == (True, False)
    sheet.cancel.click()
    qtbot.waitUntil(lambda: bench.offering.sheet is None, timeout=PATIENCE_MS)
    sheet = offered(path)
    sheet.cards[0].chosen.setChecked(True)
    assert (sheet.left_out.isVisibleTo(sheet), sheet.primary.isEnabled()) == (False, True)


@pytest.mark.usefixtures("inspector_soon")
def test_the_columns_of_an_imported_table_are_named_again_from_its_details_and_undo_takes_that_back(
    qtbot: QtBot, bench: Workbench, offered: Callable[[Path], PreviewSheet], tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, "utf-8")
    sheet = offered(path)
    columns = sheet.cards[0].columns
    assert columns is not None
    meant = [Meaning.TIME, Meaning.NONE, Meaning.AMOUNT, Meaning.TEXT]
    for choice, meaning in zip(columns.choices, meant, strict=True):
        choice.set_member(meaning)
    sheet.cards[0].chosen.setChecked(True)
    imported(qtbot, bench, sheet)
    qtbot.waitUntil(lambda: said(bench, EventKind.PAYMENT) == ["", ""], timeout=PATIENCE_MS)
    bench.desk.select_event(next(each.event_id for each in bench.desk.entries if each.kind is EventKind.PAYMENT))
    qtbot.waitUntil(lambda: bench.inspector is not None and bench.inspector.facts.exhibit is not None)
    assert bench.inspector is not None
    original = bench.inspector.facts.original
    assert original.columns.isVisibleTo(original)
    original.columns.click()
    qtbot.waitUntil(lambda: bench.renaming.sheet is not None, timeout=PATIENCE_MS)
    assert bench.renaming.sheet is not None
    choices = bench.renaming.sheet.columns.choices
    assert [each.member() for each in choices] == meant
    choices[1].set_member(Meaning.PARTY)
    bench.renaming.sheet.primary.click()
    qtbot.waitUntil(lambda: said(bench, EventKind.PAYMENT) == ["示例公司", "示例公司"], timeout=PATIENCE_MS)
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: said(bench, EventKind.PAYMENT) == ["", ""], timeout=PATIENCE_MS)
