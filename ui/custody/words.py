"""What the custody page says about an entry, in the window's language."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject

from evidence_app.domain.anchors import Anchor
from ui.custody.rows import Kinds, Row
from ui.i18n import word
from ui.timeline.words import day_title, safe
from ui.witnessing.standing import moment

if TYPE_CHECKING:
    from evidence_app.actions.custody_log import LogLine


class LogCounts(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def entries(self, count: int) -> str:
        """Return ``3 entries``."""
        return self.tr("%n entry(ies)", "", count)


def kinds_word(kinds: Kinds) -> str:
    """Return what a choice of entries is called."""
    translate = QCoreApplication.translate
    return {
        Kinds.ALL: translate("CustodyLog", "Everything"),
        Kinds.ADDED: translate("CustodyLog", "Added and written down"),
        Kinds.CHANGED: translate("CustodyLog", "Changed and removed"),
        Kinds.LEFT: translate("CustodyLog", "Exported and restored"),
        Kinds.WITNESSED: translate("CustodyLog", "Witnessed by others"),
    }[kinds]


def witnessed_words(anchor: Anchor, home: ZoneInfo) -> str:
    """Return what a mark says: ``Everything up to entry 41 was witnessed by … at …``."""
    words = QCoreApplication.translate("CustodyLog", "Everything up to entry %1 was witnessed by %2 at %3")
    last = f"{anchor.size - 1:,}"
    return words.replace("%1", last).replace("%2", safe(anchor.name)).replace("%3", moment(anchor.witnessed_at, home))


def entry_words(line: "LogLine", anchor: Anchor | None, home: ZoneInfo) -> str:
    """Return what an entry says."""
    if anchor is not None:
        return witnessed_words(anchor, home)
    if not line.sentence:
        return QCoreApplication.translate("CustodyLog", "%1 (content erased)").replace("%1", word(line.kind))
    return safe(line.sentence)


def row_words(row: Row, home: ZoneInfo) -> str:
    """Return all that a row says, for being heard or copied."""
    if row.line is None:
        return f"{day_title(row.day)} · {LogCounts().entries(row.count)}"
    at = f"{row.line.at.astimezone(home):%H:%M:%S}"
    return f"{at}  {row.line.seq}  {entry_words(row.line, row.anchor, home)}"


def as_text(rows: list[Row], home: ZoneInfo) -> str:
    """Return what is shown as plain text."""
    return "\n".join(f"{'' if row.line else chr(10)}{row_words(row, home)}" for row in rows).strip() + "\n"


def details(line: "LogLine", anchor: Anchor | None, home: ZoneInfo) -> list[tuple[str, str]]:
    """Return what proves an entry: captions and values."""
    translate = QCoreApplication.translate
    facts = [
        (translate("CustodyLog", "Entry"), f"{line.seq} · {word(line.kind)}"),
        (translate("CustodyLog", "Time (this computer's clock)"), _times(line, home)),
        (translate("CustodyLog", "Hash of the entry"), line.leaf),
        (translate("CustodyLog", "Hash of the entry before"), line.previous),
        (translate("CustodyLog", "Commitment to its content"), line.commitment),
    ]
    if anchor is not None:
        facts += [
            (translate("CustodyLog", "Witness"), safe(anchor.name)),
            (translate("CustodyLog", "Time witnessed"), f"{anchor.witnessed_at.astimezone(home):%Y-%m-%d %H:%M:%S %z}"),
            (translate("CustodyLog", "Checkpoint"), " · ".join(anchor.checkpoint.decode("utf-8", "replace").split())),
        ]
    return facts


def _times(line: "LogLine", home: ZoneInfo) -> str:
    return f"{line.at.astimezone(home):%Y-%m-%d %H:%M:%S %z}"
