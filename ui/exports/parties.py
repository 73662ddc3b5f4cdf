"""Which other sides of an export are wanted: a list to tick, with a search, and beginnings of numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from evidence_app.domain.exports import EVERYTHING, Choice, PartyCount
from ui.controls import Button
from ui.editors import LineEditor
from ui.timeline.words import safe
from ui.tokens import SPACE_2, scaled

LIST_HEIGHT = 170
PARTY = Qt.ItemDataRole.UserRole


class Parties(QWidget):
    """The other sides, those with most records first; all of them are ticked, or those that were chosen before."""

    changed = Signal()

    def __init__(self, parties: Sequence[PartyCount], before: Choice = EVERYTHING) -> None:
        super().__init__()
        self.search = LineEditor()
        self.search.textChanged.connect(self._narrow)
        self.everybody, self.nobody = Button(look="outline"), Button(look="outline")
        self.everybody.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.nobody.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.list = QListWidget()
        self.list.setFixedHeight(scaled(LIST_HEIGHT))
        self.list.setUniformItemSizes(True)
        for party in parties:
            self.list.addItem(_item(party, ticked=before.names(party.number, party.party)))
        self.beginnings = LineEditor()
        self.beginnings.setText(", ".join(each.rstrip("*") for each in before.numbers if each.endswith("*")))
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        self.beginnings.textChanged.connect(lambda _: self.changed.emit())
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.search.setPlaceholderText(self.tr("Search names and numbers"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.everybody.setText(self.tr("All"))
        self.nobody.setText(self.tr("None"))
        self.list.setAccessibleName(self.tr("With whom"))
        self.beginnings.setPlaceholderText(self.tr("Or all numbers that begin so: 1069, 95"))
        self.beginnings.setAccessibleName(self.tr("Beginnings of numbers, separated by commas"))

    def wanted(self) -> tuple[str, ...]:
        """Return the numbers and names that are wanted, as `Choice` takes them; empty for all."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        beginnings = self.beginnings.text().replace("，", ",").replace("、", ",").split(",")
        begun = tuple(f"{each.strip().rstrip('*')}*" for each in beginnings if each.strip().rstrip("*"))
        if len(ticked) == len(items) and not begun:
            return ()
        chosen = ticked if len(ticked) < len(items) else []
        return (*(str(item.data(PARTY)) for item in chosen), *begun)

    @property
    def names_nobody(self) -> bool:
        """Whether nothing is ticked and no beginning is typed."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return not self.beginnings.text().strip() and all(
            item.checkState() is Qt.CheckState.Unchecked for item in items
        )

    def _narrow(self, words: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(words.lower() not in item.text().lower())

    def _tick(self, state: Qt.CheckState) -> None:
        """Tick what the search shows, or take the ticks off."""
        with QSignalBlocker(self.list):  # thousands of changes are one
            for row in range(self.list.count()):
                if not self.list.item(row).isHidden():
                    self.list.item(row).setCheckState(state)
        self.list.viewport().update()
        self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.search, 1)
        row.addWidget(self.everybody)
        row.addWidget(self.nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(row)
        column.addWidget(self.list)
        column.addWidget(self.beginnings)


def _item(party: PartyCount, *, ticked: bool) -> QListWidgetItem:
    names = " ".join(each for each in (party.party, party.number) if each) or "–"
    period = f"{party.first[:10]} – {party.last[:10]}" if party.first else ""
    signed = f"【{safe(party.signed)}】" if party.signed else ""
    item = QListWidgetItem("   ".join(part for part in (safe(names), f"{party.count:,}", period, signed) if part))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    item.setData(PARTY, party.number or party.party)
    return item
