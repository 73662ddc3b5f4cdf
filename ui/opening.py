"""Opening a vault in a task's thread, and what is known of it once it is open."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.collecting import collector_resting
from evidence_app.domain.disputes import DisputeSummary
from ui.timeline.outline import Outline, outlined

if TYPE_CHECKING:
    from evidence_app.actions.interrupted import InterruptedImport
    from evidence_app.actions.session import Session


@dataclass(frozen=True)
class Opened:
    """What opening a vault brings."""

    session: "Session"
    disputes: list[DisputeSummary]
    dispute_id: str
    outline: Outline
    interrupted: "list[InterruptedImport]"
    serial: int
    log_length: int


class NoVaultYet(Exception):  # nothing went wrong: it is the first run
    """There is no vault in the usual place, and nobody asked to make one."""


@contextmanager
def resting_while_opened() -> Iterator[None]:
    """Let the garbage collector rest: opening makes a hundred thousand objects that stay, none that is garbage.

    Afterwards they are left out of later collections, which would stop the window for as long as they take, until
    `ui.collecting.collect_what_was_left`.
    """
    with collector_resting():
        try:
            yield
        finally:
            gc.freeze()


def open_session(folder: Path | None, *, create: bool, read_only: bool) -> "Session":
    """Open a vault, the default one if no folder is named.

    Raises NoVaultYet, and as `evidence_app.actions.session.open_session` does.
    """
    from evidence_app.actions import session as sessions

    where = folder or sessions.default_vault_folder()
    if folder is None and not create and not sessions.is_vault(where):
        raise NoVaultYet
    return sessions.open_session(where, create=create, read_only=read_only)


def first_look(session: "Session", dispute_id: str, seen: Outline, serial: int) -> Opened:
    """Return what is in a vault that was just opened, closed again where that cannot be read.

    The dispute of that id is chosen, else the first one; ``seen`` is what a glance showed before.
    """
    from evidence_app.actions.disputes import list_disputes
    from evidence_app.actions.interrupted import interrupted_imports
    from evidence_app.actions.timeline import timeline_since

    try:
        disputes = list_disputes(session)
        ids = [line.dispute.id for line in disputes]
        chosen = dispute_id if dispute_id in ids else (ids[0] if ids else "")
        if seen.is_part and seen.dispute_id == chosen:  # all of it is read once the vault is open
            return Opened(session, disputes, chosen, seen, interrupted_imports(session), serial, 0)
        length, entries = timeline_since(session, chosen, None) if chosen else (0, [])
        as_seen = seen.dispute_id == chosen and seen.entries == entries  # then nothing has to be drawn anew
        outline = seen if as_seen else outlined(entries or [], chosen)
        return Opened(session, disputes, chosen, outline, interrupted_imports(session), serial, length)
    except BaseException:
        session.close()
        raise
