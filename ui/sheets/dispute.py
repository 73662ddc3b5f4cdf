"""Opening a dispute by three questions; editing everything about one."""

from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, NoReturn, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.fields import FieldValue
from evidence_app.domain.times import zone
from evidence_app.errors import InputProblem
from ui.controls import Button
from ui.field import FieldGrid
from ui.fields import DISPUTE_FIRST, DISPUTE_MORE, DISPUTE_STATUS
from ui.i18n import language, word
from ui.sheets.sheet import Sheet

if TYPE_CHECKING:
    from evidence_app.actions.disputes import NewDispute

LANGUAGE_ZONES = {"zh-Hans": "Asia/Shanghai", "zh-Hant": "Asia/Taipei", "en": "Asia/Shanghai"}
LANGUAGE_CURRENCIES = {"zh-Hans": "CNY", "zh-Hant": "TWD", "en": "CNY"}


class DisputeSheet(Sheet):
    """The fields of a dispute; the less urgent ones behind "More"."""

    def __init__(self, parent: QWidget | None, *, with_status: bool) -> None:
        super().__init__(parent)
        self.first = FieldGrid((*DISPUTE_FIRST, DISPUTE_STATUS) if with_status else DISPUTE_FIRST)
        self.more_button = Button(look="link", icon_name="caret-right")
        self.more_button.setText(self.tr("More: other names, demands, people, time zone"))
        self.more_button.setAutoDefault(False)
        self.more_button.clicked.connect(self.show_more)
        self.more = FieldGrid(DISPUTE_MORE)
        self.more.hide()
        self.add(self.first)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.more)

    def show_more(self) -> None:
        """Show all fields."""
        self.more.show()
        self.more_button.hide()
        self.fit()
        self.order_tabs()
        next(iter(self.more.fields.values())).widget.setFocus()

    def typed_values(self) -> dict[str, FieldValue]:
        """Return everything that is typed. Raises InputProblem for what cannot be kept."""
        values = self.first.values() | self.more.values()
        zone(str(values["zone_name"]))
        if not values["institution"]:
            self._refuse_empty("institution")
        return values

    def _refuse_empty(self, name: str) -> NoReturn:
        problem = InputProblem("field-empty", field=name)
        self.first.fields[name].complain(problem)
        raise problem


class NewDisputeSheet(DisputeSheet):
    """Asks what happened, with whom, how much. ``wanted`` carries a NewDispute."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, with_status=False)
        self.entitle(self.tr("New dispute"), self.tr("Create the dispute"))
        self.first.fields["title"].set_hint(self.tr("Left empty, it is made from the answers above"))
        code = language.chosen.value
        self.first.fields["currency"].show_value(LANGUAGE_CURRENCIES[code])
        self.more.fields["zone_name"].show_value(LANGUAGE_ZONES[code])

    def submit(self) -> None:
        """Hand over the new dispute; a missing title is made from what happened and with whom."""
        from evidence_app.actions.disputes import NewDispute

        values = self.typed_values()
        if not values["title"]:
            kind = word(DisputeType(str(values["type"])))
            values["title"] = f"{values['institution']} · {kind}"
        self.wanted.emit(_new(NewDispute, values))
        self.accept()


def _new(made: "type[NewDispute]", values: dict[str, FieldValue]) -> "NewDispute":
    known = {field.name for field in dataclass_fields(made)}
    return made(**cast("dict[str, str]", {name: value for name, value in values.items() if name in known}))  # type: ignore[arg-type]


class EditDisputeSheet(DisputeSheet):
    """Shows everything about a dispute for changing. ``wanted`` carries the fields that differ."""

    wanted = Signal(dict)

    def __init__(self, parent: QWidget | None, dispute: Dispute) -> None:
        super().__init__(parent, with_status=True)
        self.entitle(self.tr("Edit the dispute"), self.tr("Save the changes"))
        self._dispute = dispute
        self.first.show_values(dispute)
        self.more.show_values(dispute)
        self.more.show()
        self.more_button.hide()

    def begin_at(self, name: str) -> None:
        """Put the cursor into one of the fields; an unknown name changes nothing."""
        field = self.first.fields.get(name) or self.more.fields.get(name)
        self.show_field(field.widget if field is not None else None)

    def submit(self) -> None:
        """Hand over what differs."""
        values = self.typed_values()
        if not values["title"]:
            self._refuse_empty("title")
        changes = {name: value for name, value in values.items() if value != getattr(self._dispute, name)}
        if changes:
            self.wanted.emit(changes)
        self.accept()
