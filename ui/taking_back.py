"""Undo and redo as a person meets them: offered in words, carried out, and told."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from evidence_app.errors import InputProblem
from ui.desk import Desk
from ui.messages import message
from ui.panes import Panes
from ui.steps import Deed, Step


class TakingBack(QObject):
    """Joins the desk's undo stack to the vault menu and the quiet bar.

    ``before`` saves what is being typed: it may be what is taken back. ``event_wanted`` leads to what was changed.
    """

    event_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, panes: Panes, desk: Desk, before: Callable[[], None]) -> None:
        super().__init__(panes)
        self._panes, self._edits, self._before = panes, desk.edits, before
        self._said: Callable[[], str] | None = None
        self._announced = 0  # removals that were told of before they are made
        self._edits.undo_changed.connect(self._offer)
        self._edits.made_step.connect(self._confirm)
        desk.failed.connect(self._not_made)
        desk.closed.connect(self._not_made)
        self._edits.taken_back.connect(self._tell)
        self._edits.not_taken_back.connect(self._tell_why_not)
        self._edits.nothing_to_undo.connect(self._tell_nothing)

    def undo(self, *, steps: int = 1) -> None:
        """Take back the last change, or several."""
        self._before()
        for _ in range(steps):
            self._edits.undo(self.tr("taken back"))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._before()
        self._edits.redo()

    def announce(self, words: Callable[[], str], steps: int) -> None:
        """Say what the next removals do, and offer to take back all of them for as long as they are the last ones."""
        self._announced = steps
        self._said = words
        self._panes.bar.conclude(words, lambda: self.tr("Undo"), lambda: self.undo(steps=steps))

    def _not_made(self) -> None:
        """Take back the announcement of what could not be done."""
        if self._announced:
            self._announced = 0
            self._panes.bar.put_away()

    def _offer(self) -> None:
        done, undone = self._edits.stack.done[-1:], self._edits.stack.undone[-1:]
        self._panes.sidebar.vault_menu.offer_undo(
            lambda: "".join(step.words() for step in done), lambda: "".join(step.words() for step in undone)
        )

    def _confirm(self, step: Step) -> None:
        """Tell of a change that moves things about, with its way back; after any other, what was said before is old."""
        if self._announced:
            self._announced -= step.deed is Deed.REMOVE  # what was typed before comes first
            return
        bar = self._panes.bar
        if bar.busy or not (bar.free or bar.saying is self._said):
            return
        if step.deed is Deed.EDIT and len(step.ids) < 2 and "time" not in step.fields:
            bar.put_away()
        else:
            self._say(lambda: self._told(step), step)

    def _told(self, step: Step) -> str:
        """Return what was done with what a step names."""
        if step.deed is Deed.WORK_OUT:
            return self.tr("Saved: %1").replace("%1", step.words())
        return self.tr("Changed: %1").replace("%1", step.words()) if step.plain else step.words()

    def _say(self, words: Callable[[], str], undoable: Step | None = None) -> None:
        self._said = words
        if undoable is None:
            self._panes.bar.conclude(words)
        else:
            self._panes.bar.conclude(words, lambda: self.tr("Undo"), self.undo)

    def _tell(self, step: Step, again: bool) -> None:
        if not step.gone(again=again):
            self.event_wanted.emit(step.event_id)
        self._say(
            lambda: (self.tr("Done again: %1") if again else self.tr("Taken back: %1")).replace("%1", step.words())
        )

    def _tell_nothing(self) -> None:
        self._say(lambda: self.tr("There is nothing to undo."))

    def _tell_why_not(self, step: Step, error: BaseException) -> None:
        if not isinstance(error, InputProblem):
            self.failed.emit(error)
            return
        self._say(
            lambda: (
                self.tr("This cannot be taken back any more: %1. %2")
                .replace("%2", message(error).what)
                .replace("%1", step.words())
            )
        )
