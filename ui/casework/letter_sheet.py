"""A letter being written: its words, what each statement rests on, and ways to keep it or to save it as a file."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from evidence_app.actions.letters import Addition, Drafted, blanks, with_added
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import Letter
from evidence_app.phrases import Language
from ui.casework.statements import Statements
from ui.casework.stating import add_item, change_item
from ui.choosing import ask_place
from ui.controls import Button, PlainLabel
from ui.dossier.choices import StillComboBox
from ui.i18n import NATIVE_NAMES, listed
from ui.messages import message, sentences
from ui.sheets.sheet import MOST_OF_SCREEN, Sheet
from ui.timeline.words import safe
from ui.tokens import SPACE_2, SPACE_3, current, scaled, theme

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Workspace
    from ui.desk import Desk

WIDTH = 1120
BESIDE_FROM = 720
"""Room, at 100 % text, from which the statements stand beside the letter instead of below it."""
CHROME = 250
"""What title, choices and verbs take of the sheet's height."""
LEAST_LINES, MOST_LINES = 10, 34
SETTLE_MS = 250


@dataclass(frozen=True)
class Wanted:
    """Which letter: its kind, language and addressee, and the draft that is gone on with."""

    kind: LetterKind
    language: Language
    body_id: str = ""
    draft: Letter | None = None


class LetterCounts(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def blanks(self, count: int) -> str:
        """Return how many places wait to be filled in."""
        return self.tr("%n blank(s) to fill in", "", count)

    def unsupported(self, count: int) -> str:
        """Return how many facts nothing shows."""
        return self.tr("%n statement(s) that no entry shows yet", "", count)


def erased_words(numbers: Collection[int]) -> str:
    """Return that a letter quotes exhibits that are gone for good, and what becomes of it."""
    words = QCoreApplication.translate(
        "Letters", "Exhibit %1 was erased for good: what it showed is left out, with a mark, when the letter is saved."
    )
    return words.replace("%1", listed(map(str, sorted(numbers))))


class LetterSheet(Sheet):
    """The words of a letter beside what they rest on. ``event_wanted`` leads to an entry; a changed draft is kept."""

    event_wanted = Signal(str)

    def __init__(self, parent: QWidget | None, desk: "Desk", found: "Workspace", wanted: Wanted) -> None:
        super().__init__(parent, width=WIDTH)
        self._desk, self._found, self._wanted = desk, found, wanted
        self._draft, self._item_id = wanted.draft, wanted.draft.id if wanted.draft else ""
        self._drafted: Drafted | None = None
        self._as_drafted = wanted.draft.text if wanted.draft else ""
        self.editor = QPlainTextEdit()
        self.spoken = StillComboBox()
        self.spoken.addItems(list(NATIVE_NAMES.values()))
        self.spoken.setCurrentIndex(list(NATIVE_NAMES).index(wanted.language))
        self.left_open = PlainLabel(role="caption", tone="muted", wrap=True)
        self.next_blank = Button(look="outline", icon_name="arrow-right")
        self.anew = Button(look="link")
        self.word_file = Button(look="outline", icon_name="file")
        self.pdf_file = Button(look="outline", icon_name="file-pdf")
        self.statements = Statements()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._arrange()
        self._connect()
        self._say()
        self.editor.setPlainText(self._as_drafted)
        self._read()

    # Its look

    def _arrange(self) -> None:
        for button in (self.next_blank, self.anew, self.word_file, self.pdf_file):
            button.setAutoDefault(False)
        top = QHBoxLayout()
        top.setSpacing(SPACE_2)
        self._language_caption = PlainLabel(role="caption", tone="muted")
        top.addWidget(self._language_caption)
        top.addWidget(self.spoken)
        top.addWidget(self.anew)
        top.addWidget(self.left_open, 1)
        top.addWidget(self.next_blank)
        self.left_open.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editor.setTabChangesFocus(True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(SPACE_3)
        self._columns.addWidget(self.editor, 3)
        self._columns.addWidget(self.statements, 2)
        self.body.addLayout(top)
        self.body.addLayout(self._columns, 1000)
        for place, button in enumerate((self.word_file, self.pdf_file)):
            self.verbs.insertWidget(place, button)
        self.primary.setVisible(not self._desk.read_only)
        self._dress()

    def _dress(self) -> None:
        """Give the words as much height as the screen has, in lines of the present size."""
        line = self.editor.fontMetrics().lineSpacing()
        room = self.screen().availableGeometry().height() * MOST_OF_SCREEN - scaled(CHROME)
        height = round(min(max(room, line * LEAST_LINES), line * MOST_LINES))
        self.editor.setMinimumHeight(height)
        self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the statements beside the words where both have room."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() is not way:
            self._columns.setDirection(way)

    def _say(self) -> None:
        from ui.casework.letters import letter_words

        self.entitle(letter_words(self._wanted.kind)[0], self.tr("Keep draft"))
        self._language_caption.setText(self.tr("Language of the letter"))
        self.spoken.setAccessibleName(self._language_caption.text())
        self.editor.setAccessibleName(self.tr("Text of the letter"))
        self.next_blank.setText(self.tr("Next blank"))
        self.anew.setText(self.tr("Draft anew"))
        self.anew.setToolTip(self.tr("Throws away what you changed and writes the letter from the entries again"))
        self.word_file.setText(self.tr("Save for Word…"))
        self.pdf_file.setText(self.tr("Save as PDF…"))
        self._mark()

    # What is read

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._settle.start)
        self._settle.timeout.connect(self._mark)
        self.next_blank.clicked.connect(self._go_to_next_blank)
        self.spoken.activated.connect(self._speak)
        self.anew.clicked.connect(lambda: self._read(anew=True))
        self.statements.event_wanted.connect(self._leave_for)
        self.statements.place_wanted.connect(self._go_to)
        self.statements.addition_wanted.connect(self._add)
        self.word_file.clicked.connect(lambda: self._ask_place(".docx", self.tr("Word document (%1)")))
        self.pdf_file.clicked.connect(lambda: self._ask_place(".pdf", self.tr("PDF (%1)")))
        theme.changed.connect(self._dress)

    @property
    def language(self) -> Language:
        """The language that the letter is written in."""
        return list(NATIVE_NAMES)[self.spoken.currentIndex()]

    def _read(self, *, anew: bool = False) -> None:
        wanted, spoken, dispute_id = self._wanted, self.language, self._desk.dispute_id
        keeps = self._draft is not None and not anew

        def work(session: "Session") -> Drafted:
            from evidence_app.actions.letters import drafted

            return drafted(session, dispute_id, wanted.kind, spoken, wanted.body_id)

        def take(found: Drafted) -> None:
            self._drafted = found
            if not keeps:
                self._as_drafted = found.text
                self.editor.setPlainText(found.text)
                if not anew:
                    self.settle()
            self.statements.show_letter(found.letter, self._found, can_add=not self._desk.read_only)
            self.order_tabs()
            self._mark()

        self._desk.read(work, take, self)

    def _speak(self) -> None:
        """Write in another language, unless something was written already: that is never thrown away by a choice."""
        if self.editor.toPlainText() == self._as_drafted and self._draft is None:
            self._read()
            return
        self.complain(self.tr("Your words stay as they are. “Draft anew” writes the letter in the chosen language."))

    # Blanks and what rests on nothing

    def _mark(self) -> None:
        """Show blanks in the words, and say how many there are."""
        places = [(match.start(), match.end()) for match in blanks().finditer(self.editor.toPlainText())]
        ground, edge = current().attention_surface, current().attention
        self.editor.setExtraSelections([self._selection(begin, end, ground, edge) for begin, end in places])
        open_facts = self._drafted.letter.statements if self._drafted else ()
        text = self.editor.toPlainText()
        lacking = sum(each.is_unsupported and each.text in text for each in open_facts)
        counts = LetterCounts()
        told = [counts.blanks(len(places))] if places else []
        told += [counts.unsupported(lacking)] if lacking else []
        self.left_open.setText(" · ".join(told) or self.tr("Nothing is left open."))
        self.left_open.set_tone("attention" if told else "muted")
        self.next_blank.setEnabled(bool(places))
        self.statements.compare(text)
        for button in (self.word_file, self.pdf_file):
            button.setEnabled(bool(text.strip()))

    def _selection(self, begin: int, end: int, ground: QColor, edge: QColor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(_units(self.editor.toPlainText(), begin))
        cursor.setPosition(_units(self.editor.toPlainText(), end), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(ground)
        look.setForeground(edge)
        selection.cursor, selection.format = cursor, look
        return selection

    def _go_to_next_blank(self) -> None:
        text = self.editor.toPlainText()
        places = [(_units(text, each.start()), _units(text, each.end())) for each in blanks().finditer(text)]
        if places:
            at = self.editor.textCursor().selectionEnd()
            begin, end = next((place for place in places if place[0] >= at), places[0])
            self._select(begin, end)

    def _add(self, addition: Addition) -> None:
        """Tell what the letter left out: among its facts, or where the cursor is if none of them is left."""
        cursor = self.editor.textCursor()
        told = with_added(self.editor.toPlainText(), self._drafted.letter, addition) if self._drafted else None
        if told is None:
            cursor.insertText(f"{addition.statement.text}\n")
        else:
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(told)  # one step, which the editor can take back
        self._mark()
        self._go_to(addition.statement.text)

    def _go_to(self, words: str) -> None:
        text = self.editor.toPlainText()
        begin = text.find(words)
        if begin >= 0:
            self._select(_units(text, begin), _units(text, begin + len(words)))

    def _select(self, begin: int, end: int) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keeping and saving

    def submit(self) -> None:
        """Keep what is written as a draft."""
        self._keep()
        self.settle()
        self.accept()

    def _keep(self) -> None:
        text = self.editor.toPlainText()
        title = next((line.strip() for line in text.split("\n") if line.strip()), "")
        values = {"title": title, "text": text, "language": self.language.value, "body": self._wanted.body_id}
        if self._item_id:
            change_item(self._desk, Letter, self._item_id, values)
        else:
            template = self._wanted.kind.value
            add_item(self._desk, Letter(id="", dispute_id=self._desk.dispute_id, template=template, **values))

    def typed_texts(self) -> list[str]:
        """Return the letter's words: a search is no work to lose."""
        return [self.editor.toPlainText()]

    def _leave_for(self, event_id: str) -> None:
        """Show an entry; what was written is kept as a draft first."""
        if self.typed_texts() != self._typed_before:
            if self._desk.read_only:
                self.complain(self.tr("Save the letter first: this vault is open for reading only."))
                return
            self._keep()
        self.settle()
        self.accept()
        self.event_wanted.emit(event_id)

    def _ask_place(self, ending: str, kind: str) -> None:
        title = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", self.title.text()).strip()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())
        ask_place(
            self,
            self.windowTitle(),
            self.save,
            name=title + ending,
            kind=kind.replace("%1", f"*{ending}"),
            folder=folder,
        )

    def save(self, out: Path) -> None:
        """Write the words as they are now as a file, off the UI thread."""
        session, text, spoken = self._desk.session, self.editor.toPlainText(), self.language
        dispute_id, body_id = self._desk.dispute_id, self._wanted.body_id
        if session is None:
            return
        if self._settle.isActive():  # or what is left open would be said over "Saved"
            self._settle.stop()
            self._mark()

        def work(_: object) -> frozenset[int]:
            from evidence_app.actions.letters import WrittenOn, save_draft

            return save_draft(session, WrittenOn(dispute_id, text, spoken, body_id), out)

        def saved(erased: frozenset[int]) -> None:
            self.complain(erased_words(erased) if erased else "")
            self.left_open.setText(self.tr("Saved: %1").replace("%1", safe(out.name)))
            self.left_open.set_tone("verified")

        self._desk.tasks.start(
            work, then=saved, failed=lambda error: self.complain(sentences(message(error))), owner=self
        )


def _units(text: str, at: int) -> int:
    """Return a place in a text as Qt counts it: what is beyond the first 65,536 characters of Unicode counts twice."""
    return at + sum(ord(char) > 0xFFFF for char in text[:at])
