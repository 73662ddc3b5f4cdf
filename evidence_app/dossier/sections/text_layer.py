"""What a person, or else a machine, read off a picture, laid unseen over it: so that it can be searched and copied."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import Region
from evidence_app.domain.review import ExhibitReview
from evidence_app.dossier.gathering import StoredPicture
from evidence_app.dossier.page import Unseen
from evidence_app.dossier.parts import Band

SAME_SHAPE = 0.01
"""By how much the proportions of a page may differ from those of the first, whose size alone is known."""

GLYPHS, BASE_LINE = 0.85, 0.8
"""Size of the letters, and where they stand, in parts of a line's height."""


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The lines read on one exhibit; none if nobody read it."""

    exhibit: Exhibit
    reading: ExhibitReview | None

    def over(
        self, page_index: int, picture: StoredPicture, band: Band, place: tuple[float, float, float]
    ) -> Iterator[Unseen]:
        """Yield the lines that stand in a band of a page, whole, over its picture.

        ``place`` is the picture's left edge, width and height in points, from the strip's top.
        """
        size = self._page_px(picture)
        if self.reading is None or size is None:
            return
        left, width, height = place
        scale = width / size[0]
        top = band.first * size[1] * scale
        for line in self.reading.lines:
            x, y, across, down = _scaled(line.region, scale)
            if line.page_index == page_index and top <= y and y + down <= top + height and line.words:
                yield Unseen(left + x, y - top + BASE_LINE * down, line.words, GLYPHS * down, across)

    def _page_px(self, picture: StoredPicture) -> tuple[int, int] | None:
        """Return the size in which lines have their places; None for a page of which it is not known."""
        media = self.exhibit.original.media
        if not media.width_px or not media.height_px:
            return None
        expected, found = media.height_px / media.width_px, picture.height_px / picture.width_px
        return (media.width_px, media.height_px) if abs(found - expected) <= SAME_SHAPE * expected else None


def _scaled(region: Region, scale: float) -> tuple[float, float, float, float]:
    x, y, across, down = region
    return x * scale, y * scale, across * scale, down * scale
