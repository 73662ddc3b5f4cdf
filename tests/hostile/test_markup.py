"""Markup in every text of the evidence, shown by the real window and printed in the dossier: it stays text.

strace watches that nothing is opened and nobody is called that such a text names.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.markup import STRINGS, filled
from tests.hostile.named.case import CANARY
from tests.hostile.watched import watched

ROOT = Path(__file__).parents[2]
SOAK = bool(os.environ.get("JUZHENG_SOAK"))
CHOSEN = STRINGS if SOAK else STRINGS[::50]
STATES = [
    *("event-call", "event-payment", "event-complaint", "timeline-menu", "timeline-filter"),
    *("exhibit-large-other", "exhibit-remove", "dispute-edit", "dispute-remove", "type-call", "type-exhibits"),
    *("dossier", "dossier-selected", "custody", "custody-entry", "exhibit-facts", "removed-items", "timeline-several"),
]
QUICK_STATES = STATES[:1]


@pytest.mark.timeout(7200)
def test_markup_in_every_field_stays_text_in_the_window_and_in_the_dossier(tmp_path: Path) -> None:
    assert len(STRINGS) >= 500
    vault = tmp_path / "vault"
    dispute = filled(vault, CHOSEN)
    for profile in ("plain", "lawyer") if SOAK else ("lawyer",):
        out = tmp_path / f"{profile}.pdf"
        words = ["--vault", str(vault), "--lang", "en", "export", dispute, str(out), "--profile", profile]
        command = [sys.executable, "-m", "evidence_app", *words]
        exported = watched(command, tmp_path / "log", timeout_s=1800)
        assert exported.code == 0, exported.err
        assert exported.naming(CANARY) == []
        assert exported.connections() == []
        assert subprocess.run(["qpdf", "--check", out], capture_output=True, check=False).returncode == 0
    step = 2 if SOAK else 4
    script = [sys.executable, "-m", "tests.hostile.markup_window", str(vault), str(tmp_path / "scratch"), str(step)]
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "QT_FATAL_CRITICALS": "1"}
    shown = watched([*script, *(STATES if SOAK else QUICK_STATES)], tmp_path / "log", timeout_s=3600, **environment)
    assert shown.code == 0, shown.err
    assert shown.naming(CANARY) == []
    assert shown.connections() == []
    told = json.loads(shown.out.splitlines()[-1])
    print(f"markup strings in every field: {len(CHOSEN)} of {len(STRINGS)}; shown: {told}; 0 foreign opens or connects")
    assert told["selected"] >= len(CHOSEN) // step
    assert len(told["states"]) > len(told["missed"])


@pytest.mark.parametrize("kind", ["label", "document"])
def test_the_watch_would_see_a_picture_that_markup_names(tmp_path: Path, kind: str) -> None:
    rich = {
        "label": "w = QLabel(text)",
        "document": "w = QTextBrowser(); w.setHtml(text)",
    }[kind]
    code = (
        "from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser\n"
        f"app = QApplication([]); text = '<img src=\"file:///{CANARY}/a.png\">x'\n{rich}\nw.show(); w.grab()\n"
    )
    seen = watched([sys.executable, "-c", code], tmp_path / "log", timeout_s=60, QT_QPA_PLATFORM="offscreen")
    assert seen.naming(CANARY)
