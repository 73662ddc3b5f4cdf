"""How an export is sealed, in words: signed how, witnessed by whom, checked again; after it and among earlier ones."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_app.domain.verification import Verdict
from ui.i18n import word
from ui.timeline.words import safe

if TYPE_CHECKING:
    from evidence_app.actions.export_dossier import Exported


class SealWords(QObject):
    """The sentences."""

    def signature(self, level: str) -> str:
        """Return how it is signed; ``level`` is that of PAdES, empty for none."""
        if not level or level == "none":
            return self.tr("Not signed")
        known = {
            "B-B": self.tr("Signed; when it was signed is only claimed (%1)"),
            "B-T": self.tr("Signed, and the time of signing witnessed (%1)"),
        }
        return known.get(level, self.tr("Signed for the long term, time witnessed (%1)")).replace("%1", safe(level))

    def witnesses(self, names: Sequence[str]) -> str:
        """Return who witnessed the time."""
        if not names:
            return self.tr("Time not witnessed, only claimed by this computer's clock")
        return self.tr("Time witnessed by %1").replace("%1", safe(", ".join(names)))

    def silent(self, names: Sequence[str]) -> str:
        """Return who was asked and did not witness."""
        return self.tr("Could not be reached: %1").replace("%1", safe(", ".join(dict.fromkeys(names))))

    def checked(self, verdict: Verdict) -> str:
        """Return what our own verifier said of the finished file."""
        return self.tr("Checked again: %1").replace("%1", word(verdict))


def seal_words(exported: "Exported") -> Iterator[str]:
    """Yield what a finished export says about its seal, a line each."""
    words = SealWords()
    yield words.signature(exported.signature)
    yield words.witnesses(exported.witnessed_by)
    if exported.failures:
        yield words.silent([failure.authority.name for failure in exported.failures])
    yield words.checked(exported.verdict)
