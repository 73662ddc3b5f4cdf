"""Writes the conformance report: each requirement with its assertions, the tests behind them, and how they ended.

In the form of NIST's Computer Forensics Tool Testing: requirement, assertion, test, result. The three parts of
`make test` run beside each other and each adds its results; those of tests that are gone are dropped.
"""

import json
import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = Path(__file__).with_name("conformance.toml")
RESULTS = ROOT / "build" / "conformance-results.json"
REPORT = ROOT / "build" / "conformance-report.md"

FIGURES_SHOWN = 12
"""Lines that a test printed: what it counted."""


@dataclass
class Requirement:
    """What is promised, and what has to be true for it: assertions with the tests that show them."""

    id: str
    text: str
    assertions: list[tuple[str, str]] = field(default_factory=list)


def requirements() -> dict[str, Requirement]:
    """Return all requirements by id, with the assertions that are named beside them."""
    listed = tomllib.loads(REQUIREMENTS.read_text(encoding="utf-8"))["requirement"]
    return {
        each["id"]: Requirement(each["id"], each["text"], [(says, test) for says, test in each.get("assertions", [])])
        for each in listed
    }


def pytest_configure(config: pytest.Config) -> None:
    """Know the marker."""
    config.addinivalue_line("markers", "conformance(requirement, assertion): shows that a promise is kept")
    config.pluginmanager.register(Recorder(), "conformance-recorder")


class Recorder:
    """Collects the results of one run."""

    def __init__(self) -> None:
        self.requirements = requirements()
        self.wanted = {test for each in self.requirements.values() for _, test in each.assertions}
        self.marked: dict[str, list[tuple[str, str]]] = {}
        self.results: dict[str, dict[str, Any]] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note which tests show what; a requirement that nobody wrote down is an error."""
        for item in items:
            for mark in item.iter_markers("conformance"):
                requirement, assertion = mark.args
                if requirement not in self.requirements:
                    raise pytest.UsageError(f"{item.nodeid}: no requirement {requirement} in {REQUIREMENTS.name}")
                shown = self.marked.setdefault(bare(item.nodeid), [])
                if (requirement, assertion) not in shown:
                    shown.append((requirement, assertion))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count how a test ended, all its parameters together, and keep what it printed."""
        test = bare(report.nodeid)
        if test not in self.wanted and test not in self.marked:
            return
        if report.when != "call" and report.passed:
            return
        result = self.results.setdefault(test, {"passed": 0, "failed": 0, "skipped": 0, "figures": []})
        result[report.outcome] += 1
        result["marks"] = self.marked.get(test, [])
        result["soak"] = bool(os.environ.get("JUZHENG_SOAK"))
        result["at"] = datetime.now(UTC).isoformat(timespec="minutes")
        result["figures"] += report.capstdout.splitlines() if report.when == "call" else []
        if report.skipped and isinstance(report.longrepr, tuple):
            result["figures"].append(report.longrepr[2])

    def pytest_sessionfinish(self) -> None:
        """Add this run's results to those of the others and write the report anew."""
        if self.results:
            REPORT.parent.mkdir(exist_ok=True)
            with _alone():
                results = known_results() | self.results
                RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
                REPORT.write_text(report_of(self.requirements, results), encoding="utf-8")


def bare(nodeid: str) -> str:
    """Return a test's name without its parameters."""
    return nodeid.split("[", 1)[0]


def known_results() -> dict[str, dict[str, Any]]:
    """Return earlier results of tests that still exist."""
    try:
        earlier: dict[str, dict[str, Any]] = json.loads(RESULTS.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {test: result for test, result in earlier.items() if exists(test)}


def exists(test: str) -> bool:
    """Tell whether a test of that name is in that file."""
    name, _, function = test.partition("::")
    path = ROOT / name
    return path.is_file() and f"def {function}(" in path.read_text(encoding="utf-8")


@contextmanager
def _alone() -> Iterator[None]:
    """Let one run at a time write."""
    try:
        import fcntl
    except ImportError:  # Windows: the parts of a run do not run beside each other there
        yield
        return
    with RESULTS.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def report_of(known: dict[str, Requirement], results: dict[str, dict[str, Any]]) -> str:
    """Return the report as Markdown."""
    for test, result in sorted(results.items()):
        for requirement, assertion in result["marks"]:
            if requirement in known and (assertion, test) not in known[requirement].assertions:
                known[requirement].assertions.append((assertion, test))
    lines = ["# Conformance report", "", "Written by the test run. Requirement → assertion → test → result.", ""]
    lines += ["| requirement | assertions | held |", "|---|---|---|"]
    for each in known.values():
        held = sum(_verdict(results.get(test)).startswith("holds") for _, test in each.assertions)
        lines.append(f"| {each.id} | {len(each.assertions)} | {held} |")
    for each in known.values():
        lines += ["", f"## {each.id}: {each.text}", "", "| assertion | test | result |", "|---|---|---|"]
        figures: list[str] = []
        for assertion, test in each.assertions or [("nothing asserted yet", "")]:
            result = results.get(test)
            lines.append(f"| {assertion} | `{test}` | {_verdict(result)} |")
            figures += result["figures"][:FIGURES_SHOWN] if result else []
        lines += ["", *(f"    {figure}" for figure in figures)] if figures else []
    return "\n".join(lines) + "\n"


def _verdict(result: dict[str, Any] | None) -> str:
    if result is None:
        return "not run"
    counts = ", ".join(f"{result[outcome]} {outcome}" for outcome in ("passed", "failed", "skipped") if result[outcome])
    word = "DOES NOT HOLD" if result["failed"] else "holds" if result["passed"] else "NOT CHECKED"
    return f"{word} ({counts}; {'full' if result['soak'] else 'quick'} counts; {result['at']})"
