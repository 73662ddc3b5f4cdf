"""Lines as recognition gives them, laid out from words: for holding the reading of records to what stands on pages."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.layout.page import Around, Page

TAKEN = datetime(2025, 2, 24, 19, 42)
"""When all these pages were taken: a Monday."""


@dataclass
class Sheet:
    """A page that is filled from top to bottom; all lengths in pixels, text as high as ``size``."""

    width: int = 1080
    size: int = 40
    zone: str = "Asia/Shanghai"

    def __post_init__(self) -> None:
        self.lines: list[MachineLine] = []
        self.top = 120

    def at(self, text: str, x: int, y: int, size: int = 0) -> "Sheet":
        """Put a text where it is wanted."""
        size = size or self.size
        wide = sum(size if ord(char) > 0x2E80 else size * 0.55 for char in text)
        self.lines.append(MachineLine(text, (x, y, max(1, round(wide)), size), 0.99))
        return self

    def row(self, *cells: str, size: int = 0, gap: float = 0.8) -> "Sheet":
        """Put cells into a row: the first on the left, the last on the right, others evenly between."""
        size = size or self.size
        for index, cell in enumerate(cells):
            wide = sum(size if ord(char) > 0x2E80 else size * 0.55 for char in cell)
            free = self.width - 80 - wide
            share = index / (len(cells) - 1) if len(cells) > 1 else 0
            if cell:
                self.at(cell, round(40 + free * share), self.top, size)
        self.top += round(size * (1 + gap))
        return self

    def centred(self, text: str, size: int = 0, gap: float = 0.8) -> "Sheet":
        """Put a text into the middle."""
        size = size or self.size
        wide = sum(size if ord(char) > 0x2E80 else size * 0.55 for char in text)
        self.at(text, round((self.width - wide) / 2), self.top, size)
        self.top += round(size * (1 + gap))
        return self

    def space(self, share: float = 1.0) -> "Sheet":
        """Leave some lines free."""
        self.top += round(self.size * share)
        return self

    def page(self, taken: datetime | None = TAKEN) -> Page:
        """Return it as recognisers are given it."""
        ordered = tuple(sorted(self.lines, key=lambda line: line.region[1]))
        return Page(ordered, self.width, self.top + 200, Around(ZoneInfo(self.zone), taken))
