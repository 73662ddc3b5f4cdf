"""Beside the large picture: its title, what is typed from it, and where it came from."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.fields import FieldValue
from ui.controls import PlainLabel, ScrollColumn, part
from ui.editors import LinesEditor
from ui.field import FieldGrid
from ui.fields import EXHIBIT_CLAIM, EXHIBIT_WORDS, FieldSpec
from ui.i18n import language, word
from ui.inspector.original import OriginalPanel
from ui.inspector.section import Section
from ui.timeline.words import safe
from ui.tokens import SPACE_3, SPACE_4, SPACE_5

RECORDED = frozenset({MediaKind.AUDIO, MediaKind.VIDEO})
LINES_TO_TYPE = 6  # of the transcript and the translation while they are empty
MOST_LINES_TO_TYPE = 30


class LargeSide(QWidget):
    """Follows the exhibit that is shown large. ``edited`` carries its id and what was typed."""

    edited = Signal(str, dict)
    open_wanted = Signal(bool)
    removal_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        part(self, "surface")
        self._exhibit: Exhibit | None = None
        self._home, self._read_only = ZoneInfo("UTC"), True
        self._furnished = False

    def furnish(self) -> None:
        """Make what is inside: later than the picture, which shall not wait for a dozen fields."""
        if self._furnished:
            return
        self._furnished = True
        self.kind = PlainLabel(role="caption", tone="muted", wrap=True)
        self.kind.setContentsMargins(7, 0, 0, 0)
        self.title = FieldGrid((FieldSpec("title"),), in_place=True, captioned=False)
        self._words = FieldGrid(EXHIBIT_WORDS, in_place=True)
        self.claim = FieldGrid(EXHIBIT_CLAIM, in_place=True)
        self.original = OriginalPanel()
        self._grids = (self.title, self._words, self.claim)
        for name in ("transcript", "translation"):
            editor = self._words.fields[name].widget
            editor.setProperty("look", "")
            if isinstance(editor, LinesEditor):
                editor.take_lines(LINES_TO_TYPE, MOST_LINES_TO_TYPE)
        self._lay_out()
        for grid in self._grids:
            grid.committed.connect(self._edit)
        self.original.open_wanted.connect(lambda: self.open_wanted.emit(False))
        self.original.folder_wanted.connect(lambda: self.open_wanted.emit(True))
        self.original.removal_wanted.connect(self._remove)
        language.changed.connect(self.retranslate)
        if self._exhibit is not None:
            self._show(self._exhibit)

    @property
    def furnished(self) -> bool:
        """Whether what is inside has been made."""
        return self._furnished

    @property
    def words(self) -> FieldGrid:
        """The fields of transcript and translation."""
        self.furnish()
        return self._words

    def retranslate(self) -> None:
        """Set all texts."""
        recorded = self._exhibit is not None and self._exhibit.original.media.kind in RECORDED
        hint = self.tr("Type word for word what is written or said")
        if recorded:
            hint = self.tr("Type word for word what is said. F8 plays and pauses, F7 goes back three seconds")
        self._words.fields["transcript"].set_hint(hint)
        self._words.fields["translation"].set_hint(self.tr("The same in another language"))
        self._say_kind()

    def _say_kind(self) -> None:
        if self._exhibit is not None:
            number = self.tr("Exhibit %1").replace("%1", str(self._exhibit.number))
            self.kind.setText(f"{number} · {word(self._exhibit.original.media.kind)}")

    def show_exhibit(self, exhibit: Exhibit, home: ZoneInfo, *, read_only: bool) -> None:
        """Show an exhibit; what is being typed into the same one is left alone."""
        another = self._exhibit is not None and self._exhibit.id != exhibit.id
        if self._furnished and another:
            self.finish()  # somebody may type until the other one has been read
            self.area.verticalScrollBar().setValue(0)
        self._exhibit, self._home, self._read_only = exhibit, home, read_only
        if self._furnished:
            self._show(exhibit, of_another=another)

    def _show(self, exhibit: Exhibit, *, of_another: bool = False) -> None:
        self.retranslate()
        self.title.fields["title"].set_hint(safe(exhibit.name))
        for grid in self._grids:
            grid.show_values(exhibit, of_another=of_another)
            grid.setEnabled(not self._read_only and exhibit.removed_at is None)
        self.original.show_exhibit(exhibit, self._home, read_only=self._read_only)

    def finish(self) -> None:
        """Commit what is being typed."""
        if self._furnished and self._exhibit is not None:
            for grid in self._grids:
                grid.finish()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_3, SPACE_3, SPACE_4, SPACE_5)
        column.setSpacing(SPACE_4)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.kind)
        head.addWidget(self.title)
        column.addLayout(head)
        for section, content in (
            (Section(lambda: self.tr("Transcript and translation")), self._words),
            (Section(lambda: self.tr("Meaning")), self.claim),
            (Section(lambda: self.tr("Original"), term="original"), self.original),
        ):
            section.add(content)
            column.addWidget(section)
        column.addStretch(1)
        self.area = ScrollColumn()
        self.area.hold(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _edit(self, name: str, value: FieldValue) -> None:
        if self._exhibit is not None and getattr(self._exhibit, name) != value:
            self.edited.emit(self._exhibit.id, {name: value})

    def _remove(self) -> None:
        if self._exhibit is not None:
            self.removal_wanted.emit(self._exhibit.id, self._exhibit.label)
