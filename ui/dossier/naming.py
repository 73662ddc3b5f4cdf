"""Names and sizes of dossiers, as people read them."""

from PySide6.QtCore import QLocale, QObject

from evidence_app.domain.disputes import Dispute
from ui.timeline.words import safe

FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))
LONGEST_NAME_BYTES = 160
"""Of the suggested name: file systems allow 255, some cloud folders less, and people add to names."""


def suggested_name(dispute: Dispute) -> str:
    """Return a file name for the dossier that every system accepts."""
    title = safe(dispute.title).translate(FORBIDDEN_IN_NAMES).strip(" .")
    title = title.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore").strip(" .")
    return f"{title or 'dossier'}.pdf"


def size_words(size_bytes: int) -> str:
    """Return ``5.3 MB``, in the megabytes of mail programs and web forms."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


class Measures(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def pages(self, count: int) -> str:
        """Return ``42 pages``."""
        return self.tr("%n page(s)", "", count)

    def exhibits(self, count: int) -> str:
        """Return ``18 exhibits``."""
        return self.tr("%n exhibit(s)", "", count)


def measures(pages: int, exhibits: int, size_bytes: int) -> str:
    """Return ``42 pages · 18 exhibits · 5.3 MB``."""
    words = Measures()
    return " · ".join((words.pages(pages), words.exhibits(exhibits), size_words(size_bytes)))
