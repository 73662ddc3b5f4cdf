"""The conformance report names tests that exist, and tells the truth about them."""

import pytest

from tests.conformance import Requirement, exists, report_of, requirements

PASSED = {"passed": 3, "failed": 0, "skipped": 0, "figures": ["3 tried"], "marks": [], "soak": False, "at": "today"}


@pytest.mark.parametrize("requirement", requirements().values(), ids=lambda each: each.id)
def test_every_test_that_is_named_exists(requirement: Requirement) -> None:
    assert [test for _, test in requirement.assertions if not exists(test)] == []


def told(**outcomes: int) -> str:
    known = {"A": Requirement("A", "text", [("it is so", "t.py::test_a")])}
    return report_of(known, {"t.py::test_a": PASSED | outcomes} if outcomes else {})


def test_what_passed_holds_and_its_figures_are_told() -> None:
    report = told(passed=3)
    assert "holds (3 passed" in report
    assert "3 tried" in report
    assert "| A | 1 | 1 |" in report


def test_one_failure_among_many_is_not_hidden() -> None:
    assert "DOES NOT HOLD (3 passed, 1 failed" in told(failed=1)


def test_what_was_skipped_or_not_run_is_not_said_to_hold() -> None:
    assert "NOT CHECKED (2 skipped" in told(passed=0, skipped=2)
    assert "| not run |" in told()
    assert "| A | 1 | 0 |" in told()


def test_a_test_may_name_its_requirement_itself() -> None:
    known = {"A": Requirement("A", "text")}
    report = report_of(known, {"t.py::test_b": PASSED | {"marks": [["A", "so it is"]]}})
    assert "| so it is | `t.py::test_b` | holds" in report
