"""What a screen reader hears, where the Tab key leads, and that nothing is cut: in every state of the window."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from evidence_app.phrases import Language
from tests.ui.studio import LOOKED_AT, visited
from tools.studio.judges import judge, name_of
from tools.studio.spoken import focusable, mouse_only, spoken_tree, steps_back, tab_round
from tools.studio.stage import Look, Stage, until
from tools.studio.states import STATES
from tools.studio.vaults import Stock, Stores
from ui.evidence.grid import EvidenceGrid

Role = QAccessible.Role
MEANINGLESS = frozenset({Role.NoRole, Role.StaticText, Role.Graphic})
"""Roles that say nothing about what takes keys. Drawn widgets are clients: what they are, their name has to say."""


@dataclass
class Survey:
    """What was found in all states of one language."""

    states: int = 0
    controls: int = 0
    nameless: list[str] = field(default_factory=list)
    meaningless: list[str] = field(default_factory=list)
    stops: int = 0
    not_reached: list[str] = field(default_factory=list)
    steps_back: list[str] = field(default_factory=list)
    mouse_only: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)

    def wrong(self) -> list[str]:
        """Return all that should not be, each with what it is."""
        return [
            f"{what}: {where}"
            for what in ("nameless", "meaningless", "mouse_only", "not_reached", "steps_back", "strays", "cut")
            for where in getattr(self, what)
        ]

    def hear(self, state: str, window: QWidget) -> None:
        """Walk the tree of names and roles."""
        for node in spoken_tree(window):
            if node.is_control:
                self.controls += 1
                if not node.name:
                    self.nameless.append(f"{state}: {node.role.name}{node.where}")
        for widget in focusable(window):
            spoken = QAccessible.queryAccessibleInterface(widget)
            if spoken is None or spoken.role() in MEANINGLESS or not spoken.text(QAccessible.Text.Name):
                self.meaningless.append(f"{state}: {name_of(widget)}")
        self.mouse_only += [f"{state}: {name_of(widget)}" for widget in mouse_only(window)]

    def go_round(self, state: str, window: QWidget) -> None:
        """Press Tab through a window."""
        try:
            order = tab_round(window)
        except LookupError as error:
            self.not_reached.append(f"{state}: {error}")
            return
        self.stops += len(order)
        self.not_reached += [f"{state}: {name_of(widget)}" for widget in focusable(window) if widget not in order]
        self.steps_back += [f"{state}: {name_of(one)} → {name_of(other)}" for one, other in steps_back(order)]


def on_top(stage: Stage) -> QWidget | None:
    """Return the window that takes the keys; None while a list or a menu is open, which have keys of their own."""
    if QApplication.activePopupWidget() is not None:
        return None
    return QApplication.activeModalWidget() or stage.frame


def fill_the_inspector(stage: Stage, top: QWidget) -> None:
    """Enter the list, so that what is known about its first entry does not appear in the middle of a round."""
    desk = stage.bench.desk
    top.activateWindow()  # in the shadow of another window a list is not entered
    until(top.isActiveWindow)
    lists = (stage.bench.timeline, *stage.bench.findChildren(EvidenceGrid))
    for listed in lists:
        if listed is not None and listed.isVisible() and QApplication.activeModalWidget() is None:
            listed.setFocus()
            stage.quiet()
            until(lambda: not desk.event_id or desk.detail is not None)
            stage.quiet()


SOAK = bool(os.environ.get("JUZHENG_SOAK"))
PARTS = 3  # of what is seen in English: each has a test's whole time to itself, also on a busy machine

Share = tuple[Language, Sequence[str]]


def shares() -> dict[str, Share]:
    """Return the states to be visited in each language: each in one, in Chinese those that say most.

    What is named in one language is named in all: the translations have no gaps. `test_nothing_is_cut` sees half of
    what says most in English. The long campaign sees all in all.
    """
    names = [state.name for state in STATES if state.stock is not Stock.LARGE]
    if SOAK:
        return {spoken.value: (spoken, names) for spoken in Language}
    kinds = (Language.ZH_HANS, Language.ZH_HANT)
    chinese = {spoken.value: (spoken, LOOKED_AT[turn :: len(kinds)]) for turn, spoken in enumerate(kinds)}
    others = [name for name in names if name not in LOOKED_AT]
    return chinese | {f"en-{part}": (Language.EN, others[part::PARTS]) for part in range(PARTS)}


@pytest.mark.usefixtures("dressed", "inspector_soon")
@pytest.mark.parametrize("share", shares().values(), ids=shares())
def test_every_control_has_a_name_and_a_role_is_reached_by_keys_and_not_cut(
    stores: Stores, share: Share, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoken, names = share
    survey = Survey()
    for state, stage in visited(stores, Look(spoken, (1280, 720)), tmp_path, names):
        survey.states += 1
        for window in stage.windows():
            survey.hear(state.name, window)
        survey.strays += [f"{state.name}: {stray}" for stray in stage.strays()]
        survey.cut += [f"{state.name}: {remark}" for remark in judge(stage.windows())]
        top = on_top(stage)
        if top is not None:
            fill_the_inspector(stage, top)
            survey.go_round(state.name, top)
    with capsys.disabled():
        print(
            f"\naccessibility, {spoken.value}: {survey.states} states, {survey.controls} controls, "
            f"{len(survey.nameless)} without a name, {len(survey.meaningless)} without a meaningful role, "
            f"{len(survey.mouse_only)} for the mouse only; {survey.stops} Tab stops, "
            f"{len(survey.not_reached)} not reached, {len(survey.steps_back)} steps back, {len(survey.cut)} cut"
        )
    if wrong := survey.wrong():
        pytest.fail("\n".join(wrong), pytrace=False)
