"""The item models of the sidebar and the result list keep Qt's rules."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from evidence_app.actions.add_evidence import AddReport, ItemResult, ItemStatus
from evidence_app.domain.disputes import Dispute, DisputeSummary, DisputeType
from evidence_app.errors import InputProblem
from ui.sheets.results import ResultsModel, summary
from ui.sidebar.model import DisputesModel, Role

pytestmark = pytest.mark.usefixtures("english")


def line(number: int, conflicts: int = 0) -> DisputeSummary:
    dispute = Dispute(
        id=f"d{number}",
        title=f"Dispute {number}",
        type=DisputeType.OTHER,
        institution="Bank",
        created_at=datetime(2025, 1, 1, tzinfo=UTC),
    )
    return DisputeSummary(dispute, exhibit_count=number, event_count=number, open_conflict_count=conflicts)


def test_the_list_of_disputes_keeps_the_rules_of_models() -> None:
    model = DisputesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace([line(1), line(2)])
    model.replace([line(1), replace(line(2), exhibit_count=9)])
    model.replace([])
    assert tester.model() is model


def test_a_dispute_whose_counts_change_keeps_its_row() -> None:
    model = DisputesModel()
    model.replace([line(1), line(2)])
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.replace([line(1), line(2, conflicts=3)])
    assert resets == []
    assert model.index(1).data(Role.SUMMARY).open_conflict_count == 3


def test_a_dispute_is_spoken_with_its_counts() -> None:
    model = DisputesModel()
    model.replace([line(2, conflicts=1)])
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Dispute 2. Bank · 2 exhibits. 1 time to decide"


ITEMS = (
    ItemResult("a.png", ItemStatus.ADDED, event_id="e1"),
    ItemResult("b.png", ItemStatus.DUPLICATE),
    ItemResult("c.png", ItemStatus.REFUSED, InputProblem("file-empty", name="c.png")),
)


def test_the_result_list_keeps_the_rules_of_models_and_filters() -> None:
    model = ResultsModel(ITEMS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_only("refused")
    assert tester.model() is model
    assert model.rowCount() == 1
    assert "c.png" in str(model.index(0, 2).data())


def test_the_summary_names_only_what_happened() -> None:
    assert summary(AddReport(ITEMS)) == "1 added, 1 already there, 1 not added"
    assert summary(AddReport((), cancelled=True)) == "stopped before the end"
    assert summary(AddReport(())) == "There was nothing to add."
