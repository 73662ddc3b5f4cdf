"""Keeps what is noted during a call with the vault, as it is typed."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.tasks import Lane

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.domain.calls_under_way import CallUnderWay
    from ui.desk import Desk

KEEP_MS = 1500
"""How often it is looked whether something was typed: so much of it a crash may cost."""
LASTING_S = 5
"""While nothing but time passes, what is kept is renewed this often."""


class KeepingCall(QObject):
    """Keeps one call. ``noted`` returns what there is to keep, None for nothing; ``unable`` tells that it cannot be."""

    def __init__(
        self,
        desk: "Desk",
        dispute_id: str,
        noted: "Callable[[], CallUnderWay | None]",
        unable: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._dispute_id, self._noted, self._unable = desk, dispute_id, noted, unable
        self._kept: CallUnderWay | None = None
        self._ended = False
        self._timer = QTimer(self, interval=KEEP_MS)
        self._timer.timeout.connect(self.keep)

    def begin(self) -> None:
        """Keep from now on what changes."""
        self._timer.start()

    def end(self) -> None:
        """Keep nothing more, whoever asks; what is kept stays."""
        self._ended = True
        self._timer.stop()

    def keep(self) -> None:
        """Keep what is noted, if it is something else than before and keeping has not ended; off the UI thread."""
        if self._ended:  # kept behind its own forgetting, a call would come back at the next start
            return
        call, session = self._noted(), self._desk.session
        if call is None and self._kept is not None:
            self._kept = None
            forget(self._desk, self._dispute_id)
        if call is None or session is None or session.read_only or _same(call, self._kept):
            return
        self._kept = call

        def work(_: object) -> None:
            from evidence_app.actions.calls_under_way import keep_call

            keep_call(session, call)

        def failed(error: BaseException) -> None:
            self._kept = None
            self._unable()

        still = self._desk.while_open(session, failed)
        self._desk.tasks.start(work, lane=Lane.CHANGE, failed=still, owner=self)


def forget(desk: "Desk", dispute_id: str) -> None:
    """Keep nothing of a dispute's call any longer, after all that was asked for before."""

    def work(session: "Session") -> None:
        from evidence_app.actions.calls_under_way import forget_call

        forget_call(session, dispute_id)

    desk.edits.change(work, lambda _: None, desk)


def read_kept(desk: "Desk", then: "Callable[[list[CallUnderWay]], object]", owner: QObject) -> None:
    """Read the calls that were neither saved nor discarded."""

    def work(session: "Session") -> "list[CallUnderWay]":
        from evidence_app.actions.calls_under_way import kept_calls

        return kept_calls(session)

    desk.read(work, then, owner)


def _same(call: "CallUnderWay", kept: "CallUnderWay | None") -> bool:
    """Tell whether nothing was noted since, and not much time passed."""
    if kept is None or call.lasted_s - kept.lasted_s >= LASTING_S:
        return False
    return replace(call, kept_at=kept.kept_at, lasted_s=kept.lasted_s, held_s=kept.held_s) == kept
