"""Goes through the states in one language and size: enters each, judges it, takes its pictures."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QSettings, QSize

from tools.studio.judges import beyond_screen, judge
from tools.studio.stage import Look, Stage
from tools.studio.states import STATES, State
from tools.studio.vaults import Stock, Stores

PNG_QUALITY = 80
"""Of Qt's PNG writer: packs less, but in a quarter of the time."""


class Drawing:
    """Draws states in the given looks, which share language and size."""

    def __init__(self, stores: Stores, looks: Sequence[Look], folder: Path, scratch: Path) -> None:
        from ui.app import make_application
        from ui.settings import Settings

        self._stores, self._looks, self._folder, self._scratch = stores, looks, folder, scratch
        settings = Settings(QSettings(str(scratch / "start.ini"), QSettings.Format.IniFormat))
        settings.language = looks[0].language
        self._app = make_application(["pictures"], settings)
        self._stage: Stage | None = None
        self._count = 0

    def draw(self, only: Sequence[str], *, exactly: bool = False) -> Iterator[str]:
        """Draw the states whose names contain one of the words; yield what is wrong."""
        chosen = [state for state in STATES if _wanted(state, only, exactly=exactly)]
        for _, looks in groupby(self._looks, key=lambda look: look.scale):
            in_colours = list(looks)
            for stock in Stock:
                for state in (state for state in chosen if state.stock is stock):
                    yield from self._draw_state(state, in_colours)
                self._strike()
        self._strike()

    def _draw_state(self, state: State, looks: Sequence[Look]) -> Iterator[str]:
        try:
            stage = self._stage = self._stage or self._build(state.stock, looks[0])
            stage.wear(looks[0].scale, looks[0].appearance)
            state.enter(stage)
            for look in looks:
                yield from self._picture(stage, state, look)
            stage.reset()
        except Exception as error:  # one state that cannot be reached costs no other
            yield f"{state.name}: {looks[0].name}: not reached: {type(error).__name__}: {error}"
            self._strike()
        if state.spoils:
            self._strike()

    def _picture(self, stage: Stage, state: State, look: Look) -> Iterator[str]:
        stage.wear(look.scale, look.appearance)
        stage.quiet()
        windows = stage.windows()
        for stray in dict.fromkeys(stage.strays()):
            yield f"{state.name}: {look.name}: stray: {stray} was shown as a window of its own"
        for remark in judge(windows):
            yield f"{state.name}: {look.name}: {remark}"
        for window in windows:
            for remark in beyond_screen(window, QSize(*look.size)):
                yield f"{state.name}: {look.name}: {remark}"
        (self._folder / state.name).mkdir(parents=True, exist_ok=True)
        stage.photograph().save(str(self._folder / state.name / f"{look.name}.png"), "PNG", PNG_QUALITY)

    def _build(self, stock: Stock, look: Look) -> Stage:
        self._count += 1
        return Stage(self._stores, stock, look, self._scratch / f"stage-{self._count}")

    def _strike(self) -> None:
        stage, self._stage = self._stage, None
        if stage is not None:
            stage.close()


def _wanted(state: State, only: Sequence[str], *, exactly: bool) -> bool:
    if exactly:
        return state.name in only
    return not only or any(word in state.name for word in only)
