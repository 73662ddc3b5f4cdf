"""What the custody page shows, row by row: days, entries, witnessed states; the newest first. Knows nothing of Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from evidence_app.domain.anchors import Anchor
from evidence_app.domain.custody import CustodyKind

if TYPE_CHECKING:
    from evidence_app.actions.custody_log import LogLine


class Kinds(StrEnum):
    """Which entries are shown."""

    ALL = "all"
    ADDED = "added"
    CHANGED = "changed"
    LEFT = "left"
    WITNESSED = "witnessed"


_KINDS: Mapping[Kinds, frozenset[CustodyKind]] = {
    Kinds.ADDED: frozenset(
        {CustodyKind.ADD, CustodyKind.IMPORT, CustodyKind.NOTE, CustodyKind.COMPLAINT, CustodyKind.DERIVE}
    ),
    Kinds.CHANGED: frozenset(
        {CustodyKind.EDIT, CustodyKind.ACCEPT, CustodyKind.DISMISS, CustodyKind.REDACT, CustodyKind.REMOVE}
        | {CustodyKind.READ}
    ),
    Kinds.LEFT: frozenset({CustodyKind.EXPORT, CustodyKind.RESTORE, CustodyKind.MIGRATE}),
    Kinds.WITNESSED: frozenset({CustodyKind.ANCHOR}),
}


@dataclass(frozen=True)
class Row:
    """A day's heading with the number of its entries, or one entry, which may be a witnessed state."""

    day: date
    count: int = 0
    line: "LogLine | None" = None
    anchor: Anchor | None = None


def rows_of(
    lines: Sequence["LogLine"], anchors: Iterable[Anchor], home: ZoneInfo, kinds: Kinds = Kinds.ALL, text: str = ""
) -> list[Row]:
    """Return the rows for what a filter and a search leave; days are those of the dispute's zone."""
    witnessed = {anchor.seq: anchor for anchor in anchors}
    wanted = text.casefold()
    rows: list[Row] = []
    day: date | None = None
    of_day: list[Row] = []

    def close_day() -> None:
        if day is not None:
            rows.append(Row(day, len(of_day)))
            rows.extend(of_day)

    for line in reversed(lines):
        if not _shown(line, kinds, wanted):
            continue
        own_day = line.at.astimezone(home).date()
        if own_day != day:
            close_day()
            day, of_day = own_day, []
        of_day.append(Row(own_day, line=line, anchor=witnessed.get(line.seq)))
    close_day()
    return rows


def _shown(line: "LogLine", kinds: Kinds, wanted: str) -> bool:
    if kinds is not Kinds.ALL and line.kind not in _KINDS[kinds]:
        return False
    return not wanted or wanted in line.sentence.casefold() or wanted == str(line.seq) or line.leaf.startswith(wanted)
