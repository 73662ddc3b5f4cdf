"""Which of the sections that were worked out go into a dossier: all of them unless somebody leaves one out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from evidence_app.domain.workspace import LEAVABLE_SECTIONS
from evidence_app.phrases import phrase
from ui.controls import PlainLabel
from ui.i18n import language
from ui.timeline.flow import Flow
from ui.tokens import SPACE_1, SPACE_3

IN_ORDER = ("promises", "agents", "complaints", "money", "findings", "charts")
"""As they stand in the dossier; a test holds this to what can be left out."""


class SectionChoice(QWidget):
    """A tick for each section. ``changed`` says that another choice was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.caption = PlainLabel(role="caption", tone="muted")
        self.ticks = {code: QCheckBox() for code in IN_ORDER if code in LEAVABLE_SECTIONS}
        row = Flow(spacing=SPACE_3)
        for tick in self.ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(lambda _: self.changed.emit())
            row.addWidget(tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.caption)
        column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.caption.setText(self.tr("Also in the dossier, where there is something to tell"))
        for code, tick in self.ticks.items():
            tick.setText(phrase("dossier", f"section.{code}", language.chosen))

    def without(self) -> frozenset[str]:
        """Return the sections that are left out."""
        return frozenset(code for code, tick in self.ticks.items() if not tick.isChecked())
