"""Opening a dispute by three questions; editing everything about one."""

from collections.abc import Iterable, Sequence
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from typing import TYPE_CHECKING, NoReturn, cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.fields import FieldValue
from evidence_app.domain.times import zone
from evidence_app.errors import InputProblem
from ui.completion import Completion, Suggestion
from ui.controls import Button, PlainLabel
from ui.field import FieldGrid
from ui.fields import DISPUTE_FIRST, DISPUTE_MORE, DISPUTE_STATUS, FieldSpec, label_of
from ui.i18n import language, word
from ui.sheets.kinds import KindList
from ui.sheets.sheet import WIDTH, Sheet
from ui.tokens import SPACE_1, SPACE_3, SPACE_5, theme

if TYPE_CHECKING:
    from evidence_app.actions.disputes import NewDispute

NEW_WIDTH = 860
LARGEST_BESIDE = 1.25
"""With larger text than this, two columns of a sheet have no room for a line each."""

LANGUAGE_ZONES = {"zh-Hans": "Asia/Shanghai", "zh-Hant": "Asia/Taipei", "en": "Asia/Shanghai"}
LANGUAGE_CURRENCIES = {"zh-Hans": "CNY", "zh-Hant": "TWD", "en": "CNY"}


class DisputeSheet(Sheet):
    """The fields of a dispute; the less urgent ones behind "More"."""

    def __init__(self, parent: QWidget | None, first: Iterable[FieldSpec], *, width: int = WIDTH) -> None:
        super().__init__(parent, width=width)
        self.first = FieldGrid(first)
        self.more_button = Button(look="link", icon_name="caret-right")
        self.more_button.setText(self.tr("More: other names, demands, people, time zone"))
        self.more_button.setAutoDefault(False)
        self.more_button.clicked.connect(self.show_more)
        self.more = FieldGrid(DISPUTE_MORE)
        self.more.hide()
        self.put_fields(self.body)

    def put_fields(self, column: QVBoxLayout) -> None:
        """Put the fields one below the other."""
        column.addWidget(self.first)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more)

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
        self._check_since(values["disputed_since"], zone(str(values["zone_name"])))
        if not values["institution"]:
            self._refuse_empty("institution")
        return values

    def _check_since(self, day: FieldValue, home: ZoneInfo) -> None:
        today = datetime.now(home).date()
        if isinstance(day, date) and day > today:
            problem = InputProblem("day-to-come", day=day.isoformat(), today=today.isoformat())
            self.first.fields["disputed_since"].complain(problem)
            raise problem

    def _refuse_empty(self, name: str) -> NoReturn:
        problem = InputProblem("field-empty", field=name)
        self.first.fields[name].complain(problem)
        raise problem


class NewDisputeSheet(DisputeSheet):
    """Asks what happened, with whom, how much. ``wanted`` carries a NewDispute.

    ``institutions`` are those of earlier disputes, to complete what is typed.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None, institutions: Sequence[str] = ()) -> None:
        self.kinds = KindList()
        super().__init__(parent, [spec for spec in DISPUTE_FIRST if spec.name != "type"], width=NEW_WIDTH)
        line = self.first.fields["institution"].editor
        if institutions and isinstance(line, QLineEdit):
            Completion(line, [Suggestion(name) for name in dict.fromkeys(institutions)], lambda _: None)
        self.entitle(self.tr("New dispute"), self.tr("Create the dispute"))
        self.first.fields["title"].set_hint(self.tr("Left empty, it is made from the answers above"))
        code = language.chosen.value
        self.first.fields["currency"].show_value(LANGUAGE_CURRENCIES[code])
        self.more.fields["zone_name"].show_value(LANGUAGE_ZONES[code])
        self._currency_chosen = False
        self.first.fields["currency"].committed.connect(self._choose_currency)
        self.more.fields["zone_name"].committed.connect(self._follow_zone)

    def _choose_currency(self, _name: str, _value: object) -> None:
        self._currency_chosen = True

    def _follow_zone(self, _name: str, zone_name: object) -> None:
        """Show what the place pays in, unless somebody chose a currency: that of the language was nobody's choice."""
        from evidence_app.actions.disputes import currency_of

        if not self._currency_chosen and (usual := currency_of(zone(str(zone_name)))):
            self.first.fields["currency"].show_value(usual)

    def put_fields(self, column: QVBoxLayout) -> None:
        """Put what happened beside the other questions; above them where the text is large."""
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(SPACE_5)
        question = PlainLabel(role="caption", tone="muted")
        question.setText(label_of("type"))
        question.setBuddy(self.kinds)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(SPACE_1)
        left.addWidget(question)
        left.addWidget(self.kinds, 100)  # all of them, and only then space below: it stays at its question
        left.addStretch(1)
        right.setSpacing(SPACE_3)
        super().put_fields(right)
        right.addStretch(1)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(right, 1)
        column.addLayout(self._sides)

    def fit(self) -> None:
        """Choose between beside and above before the height is measured."""
        above = theme.text_scale > LARGEST_BESIDE
        direction = QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)
        self.kinds.show_few(above)
        super().fit()

    def typed_values(self) -> dict[str, FieldValue]:
        """Return everything that is typed, and what happened. Raises InputProblem("kind-missing"), and as before."""
        kind = self.kinds.kind()
        if kind is None:
            raise InputProblem("kind-missing")
        return super().typed_values() | {"type": kind.value}

    def culprit(self, problem: InputProblem) -> QWidget | None:
        """Return the list of kinds while none is chosen, else the field that says what is wrong."""
        return self.kinds if problem.code == "kind-missing" else super().culprit(problem)

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
        super().__init__(parent, (*DISPUTE_FIRST, DISPUTE_STATUS))
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
