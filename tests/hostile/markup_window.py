"""Shows a vault full of markup in the real window: every page scrolled to its end, every event selected, every sheet.

Run as a process of its own, so that whatever it opens is seen: markup_window.py VAULT SCRATCH STATE...
"""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from evidence_app.phrases import Language
from tools.studio.stage import Look, Stage, until
from tools.studio.states import STATES
from tools.studio.vaults import Stock, Stores
from ui.style import apply_style
from ui.tabs import PageKey


class Given(Stores):
    """The one vault that is there."""

    def copy(self, stock: Stock, chosen: Language, scratch: Path) -> Path | None:
        return self.folder


def scroll_through(stage: Stage) -> None:
    """Paint everything that can be scrolled to."""
    for area in stage.frame.findChildren(QAbstractScrollArea):
        bar = area.verticalScrollBar()
        if not area.isVisible():
            continue
        for value in range(bar.minimum(), bar.maximum() + 1, max(1, bar.pageStep())):
            bar.setValue(value)
            stage.frame.grab()
        bar.setValue(bar.minimum())


def select_each(stage: Stage, step: int) -> int:
    """Show one event after the other in the inspector."""
    ids = stage.bench.shown_event_ids()[::step]
    timeline = stage.bench.timeline
    assert timeline is not None
    for event_id in ids:
        timeline.select_event(event_id)
        until(
            lambda wanted=event_id: stage.bench.desk.detail is not None and stage.bench.desk.detail.event.id == wanted
        )
        stage.frame.grab()
    return len(ids)


def main() -> None:
    vault, scratch, step, names = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
    app = QApplication([])
    apply_style(app)
    stage = Stage(Given(vault), Stock.SAMPLE, Look(Language.EN, (1600, 1000)), scratch)
    pages = 0
    for page in PageKey:
        stage.bench.show_page(page)
        stage.quiet()
        scroll_through(stage)
        pages += 1
    stage.bench.show_page(PageKey.TIMELINE)
    selected = select_each(stage, step)
    shown, missed = [], {}
    for state in STATES:
        if state.name in names:
            try:
                state.enter(stage)
                stage.quiet()
                for widget in stage.windows():
                    widget.grab()
                shown.append(state.name)
            except (StopIteration, IndexError, AssertionError, TimeoutError, RuntimeError) as error:
                missed[state.name] = repr(error)
            stage.reset()
    disputes = 0
    for summary in stage.bench.desk.disputes[1::step]:
        stage.bench.desk.choose_dispute(summary.dispute.id)
        stage.bench.show_page(PageKey.OVERVIEW)
        stage.quiet()
        stage.frame.grab()
        disputes += 1
    print(
        json.dumps({"pages": pages, "selected": selected, "states": shown, "missed": missed, "disputes": disputes}),
        flush=True,
    )
    stage.close()


if __name__ == "__main__":
    main()
