"""Says of the exhibit that the inspector shows that another one may be the same picture, and which is better."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from evidence_app.domain.exhibits import Exhibit
from ui.controls import Button
from ui.desk import Desk
from ui.inspector.strip import Strip
from ui.tokens import current

if TYPE_CHECKING:
    from evidence_app.actions.alike import Copy
    from evidence_app.actions.session import Session


class CopyStrip(Strip):
    """``compare_wanted`` asks to see both beside each other, ``removal_wanted`` to set the lesser one aside."""

    compare_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown: tuple[Exhibit, Copy] | None = None
        self.compare = Button(look="outline", icon_name="columns")
        self.remove = Button(look="outline", icon_name="trash")
        super().__init__("files", self.compare, self.remove, parent=parent)
        self.compare.clicked.connect(self.compare_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        self.show_copy(None, None, read_only=False)

    def retranslate(self) -> None:
        """Set all texts."""
        lesser = str(self.lesser.number) if self.lesser is not None else ""
        self.compare.setText(self.tr("Compare"))
        self.remove.setText(self.tr("Remove exhibit %1…").replace("%1", lesser))
        if self._shown is not None:
            exhibit, copy = self._shown
            self.words.setText(self._sentence(exhibit, copy).replace("%1", str(copy.other.number)))

    def show_copy(self, exhibit: "Exhibit | None", copy: "Copy | None", *, read_only: bool) -> None:
        """Speak of an exhibit and another one that looks the same; of nothing where there is none."""
        self._shown = (exhibit, copy) if exhibit is not None and copy is not None else None
        self.remove.setVisible(not read_only)
        self.setVisible(self._shown is not None)
        self.retranslate()

    @property
    def lesser(self) -> Exhibit | None:
        """The one of the two that may be set aside."""
        if self._shown is None:
            return None
        exhibit, copy = self._shown
        return exhibit if copy.is_better else copy.other

    @property
    def other(self) -> Exhibit | None:
        """The one that is not shown."""
        return self._shown[1].other if self._shown is not None else None

    def _sentence(self, exhibit: Exhibit, copy: "Copy") -> str:
        ours, theirs = exhibit.original, copy.other.original
        same_size = (ours.media.width_px, ours.media.height_px) == (theirs.media.width_px, theirs.media.height_px)
        if same_size and ours.size_bytes == theirs.size_bytes:
            return self.tr("Maybe the same picture as exhibit %1; neither is larger.")
        if same_size and copy.is_better:
            return self.tr("Maybe the same picture as exhibit %1, which is the larger file: less of it was lost.")
        if same_size:
            return self.tr("Maybe the same picture as exhibit %1; this one is the larger file: less of it was lost.")
        if copy.is_better:
            return self.tr("Maybe the same picture as exhibit %1, which is larger and shows more.")
        return self.tr("Maybe the same picture as exhibit %1; this one is larger and shows more.")

    def sign_colour(self) -> QColor:
        """Return the colour of what is only worth knowing."""
        return current().text_muted


class InspectorCopies(QObject):
    """Follows the exhibit that the inspector shows; which look the same is asked for when the dispute's log grew."""

    def __init__(self, desk: Desk, strip: CopyStrip) -> None:
        super().__init__(strip)
        self._desk, self._strip = desk, strip
        self._exhibit: Exhibit | None = None
        self._known: tuple[str, int] | None = None  # of which dispute, and how long its log was
        self._copies: Mapping[str, Copy] = {}

    def show(self, exhibit: Exhibit | None) -> None:
        """Speak of this exhibit."""
        self._exhibit = exhibit
        if exhibit is not None and self._known is not None and self._known[0] != exhibit.dispute_id:
            self._known, self._copies = None, {}
        self._say()
        if exhibit is not None:
            dispute_id, length = exhibit.dispute_id, self._known[1] if self._known is not None else None
            self._desk.read(lambda session: (dispute_id, *_copies(session, dispute_id, length)), self._take, self)

    def _take(self, found: "tuple[str, int, Mapping[str, Copy] | None]") -> None:
        dispute_id, length, copies = found
        if self._exhibit is None or self._exhibit.dispute_id != dispute_id:
            return
        self._known = dispute_id, length
        if copies is not None:
            self._copies = copies
        self._say()

    def _say(self) -> None:
        copy = self._copies.get(self._exhibit.id) if self._exhibit is not None else None
        self._strip.show_copy(self._exhibit, copy, read_only=self._desk.read_only)


def _copies(session: "Session", dispute_id: str, known_length: int | None) -> "tuple[int, Mapping[str, Copy] | None]":
    from evidence_app.actions.alike import copies_since

    return copies_since(session, dispute_id, known_length)
