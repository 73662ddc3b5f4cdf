"""The sheet for one way to reach an institution: its facts, and the picture of where it was found."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from evidence_app.domain.fields import FieldValue
from ui.casework.item_sheet import CHANNEL, ItemSheet
from ui.exhibit_field import ExhibitsField
from ui.exhibit_lines import ExhibitLine, lines_of

if TYPE_CHECKING:
    from ui.desk import Desk


class ChannelSheet(ItemSheet):
    """``wanted`` carries the fields of a channel, ``exhibit_id`` among them."""

    def __init__(self, parent: QWidget, desk: "Desk", values: Mapping[str, FieldValue], exhibit_id: str) -> None:
        super().__init__(parent, "", "", CHANNEL, values)
        self.entitle(self.tr("Channel"), self.tr("Save"))
        self._desk = desk
        self.shown = ExhibitsField(leads=False, in_place=False)
        self.shown.picking_wanted.connect(self._pick)
        self.shown.show_lines(
            [line for line in lines_of(desk.outline.document_entries) if line.exhibit_id == exhibit_id]
        )
        self.add(self.shown)

    def values(self) -> dict[str, FieldValue]:
        """Return all fields."""
        return {**super().values(), "exhibit_id": next(iter(self.shown.value()), "")}

    def _pick(self) -> None:
        from ui.sheets.exhibits import ExhibitPicker
        from ui.timeline.thumbnails import session_thumbnails

        if self._desk.session is None:
            return
        lines, pictures = lines_of(self._desk.outline.document_entries), session_thumbnails(self._desk.session)
        picker = ExhibitPicker(self, lines, chosen=self.shown.value(), near=None, pictures=pictures)
        picker.wanted.connect(partial(_take_last, self.shown))
        picker.present()


def _take_last(field: ExhibitsField, lines: Sequence[ExhibitLine]) -> None:
    """Keep the exhibit chosen last: one picture shows where a channel was found."""
    field.choose(lines[-1:])
