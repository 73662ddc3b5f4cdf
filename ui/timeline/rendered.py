"""Cards as they were drawn last, so that scrolling copies pixels instead of setting text."""

from collections import OrderedDict

from PySide6.QtGui import QPixmap

from evidence_app.domain.events import TimelineEntry

MOST_BYTES = 96 * 1024 * 1024  # some screens full of cards, one and a half at twice the pixels


class RenderedCards:
    """Pictures of cards in their plain state, without the thumbnail; the ones seen longest ago are dropped."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[str, tuple[TimelineEntry, int, float, QPixmap]] = OrderedDict()
        self.kept_bytes = 0

    def find(self, entry: TimelineEntry, width: int, ratio: float) -> QPixmap | None:
        """Return the card as it looks at this width on a screen of this pixel ratio, if it was kept."""
        kept = self._kept.get(entry.event_id)
        if kept is None or kept[1] != width or kept[2] != ratio or (kept[0] is not entry and kept[0] != entry):
            return None
        self._kept.move_to_end(entry.event_id)
        return kept[3]

    def keep(self, entry: TimelineEntry, width: int, ratio: float, picture: QPixmap) -> None:
        """Keep a card's picture in place of an earlier one."""
        self.drop(entry.event_id)
        self._kept[entry.event_id] = (entry, width, ratio, picture)
        self.kept_bytes += _bytes(picture)
        while self.kept_bytes > self._most_bytes and len(self._kept) > 1:
            self.drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Forget all, because colours, fonts, language or density changed."""
        self._kept.clear()
        self.kept_bytes = 0

    def drop(self, event_id: str) -> None:
        """Forget one card, if it was kept."""
        dropped = self._kept.pop(event_id, None)
        if dropped is not None:
            self.kept_bytes -= _bytes(dropped[3])


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
