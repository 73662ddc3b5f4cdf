"""What a person marks an entry as: a threat, contact with others, their secrets told, an answer that contradicts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.workspace import AGAINST, CONTRADICTS, NO_ACKNOWLEDGEMENT, NO_ANSWER, EventMark
from ui.controls import PlainLabel, part
from ui.i18n import language
from ui.keeping import discard
from ui.timeline.flow import Flow
from ui.tokens import SPACE_1, SPACE_2

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.desk import Desk


def tag_words(tag: str) -> str:
    """Return what an entry is marked as."""
    translate = QCoreApplication.translate
    return {
        "threat": translate("EventMarks", "Threat"),
        "third_party": translate("EventMarks", "Contacted somebody else"),
        "disclosed": translate("EventMarks", "Told others of the debt"),
        "contradicts": translate("EventMarks", "Contradicts another answer"),
        NO_ACKNOWLEDGEMENT: translate("EventMarks", "Does not acknowledge the complaint"),
        NO_ANSWER: translate("EventMarks", "Is no answer to the complaint"),
    }.get(tag, tag)


def turn(desk: "Desk", event_id: str, tag: str, *, on: bool) -> None:
    """Mark an entry of the chosen dispute, or take a mark away; what it is marked as beside that stays."""
    dispute_id = desk.dispute_id

    def work(session: "Session") -> int | None:
        from evidence_app.actions.workspace import say, tags_of

        tags = [each for each in tags_of(session, dispute_id, event_id) if each != tag] + ([tag] if on else [])
        if tag == CONTRADICTS and not on:
            tags = [each for each in tags if not each.startswith(AGAINST)]
        return say(session, EventMark(id="", dispute_id=dispute_id, event_id=event_id, tags=tuple(tags)), "event_id")

    desk.edits.work_out("mark", work)


def set_against(desk: "Desk", event_id: str, other_id: str) -> None:
    """Say of two answers of the chosen dispute that they contradict each other."""
    dispute_id = desk.dispute_id

    def work(session: "Session") -> int | None:
        from evidence_app.actions.workspace import set_against as both

        return both(session, dispute_id, event_id, other_id)

    desk.edits.work_out("mark", work)


class MarkChips(QWidget):
    """What an entry is marked as, as chips; hidden for none."""

    def __init__(self) -> None:
        super().__init__()
        self._row = Flow(spacing=SPACE_1)
        self._chips: list[QWidget] = []
        self._tags: tuple[str, ...] = ()
        self.setLayout(self._row)
        self.setContentsMargins(7, 0, 0, 0)  # where the fields' texts begin
        self.hide()
        language.changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Set all texts."""
        self.show_tags(self._tags)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show these."""
        self._tags = tags
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            discard(chip)
        self._chips = [_chip(tag_words(tag)) for tag in tags if not tag.startswith(AGAINST)]
        for chip in self._chips:
            self._row.addWidget(chip)
        self.setVisible(bool(self._chips))

    def texts(self) -> list[str]:
        """Return what is shown."""
        return [label.text() for chip in self._chips for label in chip.findChildren(PlainLabel)]


def _chip(words: str) -> QWidget:
    chip = part(QWidget(), "card")
    column = QVBoxLayout(chip)
    column.setContentsMargins(SPACE_2, SPACE_1, SPACE_2, SPACE_1)
    column.addWidget(PlainLabel(words, "caption", "attention"), 0, Qt.AlignmentFlag.AlignVCenter)
    return chip
