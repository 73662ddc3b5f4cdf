"""The review page: a picture with boxes at the left, what was read on it at the right, one exhibit after the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.domain.deciding import Corrected
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import FieldValue
from evidence_app.domain.review import ExhibitReview
from ui.controls import Hairline, part
from ui.desk import Desk
from ui.i18n import language
from ui.review import words
from ui.review.bar import ReviewBar, offered
from ui.review.empty import NothingToReview, Reads
from ui.review.foot import Doable, ReviewFoot
from ui.review.listing import ReviewList
from ui.review.picture import ReviewPicture
from ui.review.reviewing import Reviewing, ids_by_kind
from ui.review.rows import ConflictRow, EventRow, LineRow, Row, SuggestionRow, Verdict, rows_of, with_verdicts
from ui.steps import Step
from ui.subjects import Subject
from ui.tokens import scaled
from ui.viewer.marked import Mark, Tone

PICTURE_SHARE = 0.48
LEAST_LIST = 320
LOW = 360  # of the page, at 100 % text: below that every line belongs to the list


class ReviewPage(QWidget):
    """Everything that was read in the chosen dispute, to be accepted, corrected or dismissed."""

    exhibits_wanted = Signal()
    """Back to all exhibits."""
    large_wanted = Signal(str)
    reading_wanted = Signal()
    """Pictures shall be read by themselves from now on."""

    def __init__(self, desk: Desk, reviewing: Reviewing, reads: Callable[[], Reads] = lambda: Reads.BY_ITSELF) -> None:
        """Show what is reviewed; ``reads`` says whether pictures are read by themselves."""
        super().__init__()
        part(self, "background")
        self._desk, self.reviewing, self._reads = desk, reviewing, reads
        self._shown: ExhibitReview | None = None
        self._wanted = self._wanted_key = ""
        self._split = self._by_lines = False
        self.bar, self.foot = ReviewBar(), ReviewFoot()
        self.picture, self.list = ReviewPicture(), ReviewList()
        self.empty = NothingToReview()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    # What the window calls

    def review(self, exhibit_id: str = "", key: str = "") -> None:
        """Look at an exhibit, the first one with something to decide if none is named; and there at a row."""
        self._wanted, self._wanted_key = exhibit_id or self._wanted, key
        self.reviewing.want()
        self._follow()
        self._go_to_wanted()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> ExhibitReview | None:
        """The exhibit that is looked at."""
        return self._shown

    def refresh(self) -> None:
        """Show anew whether pictures are read, while there is nothing else to show."""
        if self._shown is None:
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what was missed while another page was shown."""
        super().showEvent(event)
        self.reviewing.want()
        self._follow()

    # Joining

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        right = part(QWidget(), "background")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(Hairline())
        column.addWidget(self.foot)
        self.splitter.addWidget(self.picture)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.bar, Hairline(), self.stack):
            whole.addWidget(widget, 1 if widget is self.stack else 0)

    def _connect(self) -> None:
        listed, foot = self.list, self.foot
        self.reviewing.changed.connect(self._follow)
        self._desk.closed.connect(self.picture.clear)
        self.bar.back_wanted.connect(self.exhibits_wanted)
        self.empty.exhibits_wanted.connect(self.exhibits_wanted)
        self.empty.reading_wanted.connect(self.reading_wanted)
        self.bar.next_wanted.connect(self.step)
        self.bar.lines.toggled.connect(self._show_lines)
        self.bar.menu.aboutToShow.connect(self._offer_kinds)
        listed.lit.connect(lambda key: self._light(key, follow=True))
        self.picture.entered.connect(self._enter_mark)
        self.picture.clicked.connect(self._click_mark)
        for source in (listed, foot):
            source.accept_wanted.connect(self.accept)
            source.edit_wanted.connect(self.correct)
            source.dismiss_wanted.connect(self.dismiss)
        foot.all_wanted.connect(self.accept_all)
        listed.verdict_clicked.connect(self._click_verdict)
        listed.menu_wanted.connect(self._offer_verbs)
        self._desk.edits.taken_back.connect(lambda step, _: self._go_to_undone(step))
        listed.selectionModel().currentChanged.connect(lambda *_: self._say())
        language.changed.connect(self._show_rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width until somebody moves the divider."""
        super().resizeEvent(event)
        self.foot.make_low(self.height() < scaled(LOW))
        if not self._split and self.width() > LEAST_LIST:
            self._split = True
            picture = min(round(self.width() * PICTURE_SHARE), self.width() - scaled(LEAST_LIST))
            self.splitter.setSizes([picture, self.width() - picture])

    # What is shown

    def _follow(self) -> None:
        """Show the exhibit that is wanted, or how it is now."""
        if not self.isVisible():
            return
        reviews = self.reviewing.reviews
        wanted = self._wanted or (self._shown.exhibit.id if self._shown is not None else "")
        found = next((review for review in reviews if review.exhibit.id == wanted), None)
        if found is not None:
            self._wanted = ""
        elif not self._wanted or self.reviewing.known_of == self._desk.dispute_id:
            found = self._first_waiting(reviews) or next(iter(reviews), None)
        self.bar.show_counts(*self.reviewing.counts())
        self.bar.setVisible(found is not None)
        known = self.reviewing.known_of == self._desk.dispute_id and bool(self._desk.dispute_id)
        self.empty.show_state(known=known, reads=self._reads())
        self.stack.setCurrentWidget(self.splitter if found is not None else self.empty)
        another = found is not None and (self._shown is None or self._shown.exhibit.id != found.exhibit.id)
        self._shown = found
        self._show_rows(another=another)

    def _first_waiting(self, reviews: Sequence[ExhibitReview]) -> ExhibitReview | None:
        return next((review for review in reviews if self.reviewing.waiting_on(review)), None)

    def _home(self) -> ZoneInfo:
        dispute = self._desk.dispute
        return dispute.zone if dispute is not None else ZoneInfo("UTC")

    def _show_rows(self, *, another: bool = False) -> None:
        review, session = self._shown, self._desk.session
        if review is None or session is None:
            self.list.rows.replace([])
            return
        related = self.reviewing.related.get(review.exhibit.id, ())
        rows = rows_of(review, self._home(), related, by_lines=self._by_lines and not review.was_imported)
        rows = with_verdicts(rows, self.reviewing.verdicts)
        current = self.list.current()
        anew = self.list.rows.replace(rows)
        self.bar.show_review(review)
        self.bar.kinds.setEnabled(not self._desk.read_only)
        self.picture.show_exhibit(session, review.exhibit, [mark for row in rows for mark in _marks(row)])
        if another:
            self.list.go_to_first()
            QTimer.singleShot(0, self, self._get_next_ready)
        elif anew and (current is None or not self.list.go_to(current.key)):
            self.list.go_to_first()
        place = self._place()
        self.bar.offer_ways(back=place > 0, on=0 <= place < len(self.reviewing.reviews) - 1)
        self._go_to_wanted()
        self._say()

    def _go_to_wanted(self) -> None:
        """Go to the row that was asked for, once it is there: what was read may still be on its way."""
        if self._wanted_key and self.list.go_to(self._wanted_key):
            self._wanted_key = ""

    def _show_lines(self, by_lines: bool) -> None:
        """Show the text line by line, or what was found in it."""
        self._by_lines = by_lines
        self._show_rows()
        self.list.go_to_first()

    def _say(self) -> None:
        """Offer what can be done with the current row."""
        review, row = self._shown, self.list.current()
        if review is None:
            return
        left = sum(
            self.reviewing.waiting_on(each) > 0
            for each in self.reviewing.reviews
            if each.exhibit.id != review.exhibit.id
        )
        self.foot.show_state(
            Doable(
                waiting=self.reviewing.waiting_on(review) if self._by_lines else len(self.list.rows.waiting()),
                left=left,
                current_waits=row is not None and row.verdict is Verdict.WAITING,
                is_line=isinstance(row, LineRow),
                decides_time=isinstance(row, ConflictRow),
                read_only=self._desk.read_only,
            )
        )

    def _place(self) -> int:
        shown = self._shown.exhibit.id if self._shown is not None else ""
        ids = [review.exhibit.id for review in self.reviewing.reviews]
        return ids.index(shown) if shown in ids else -1

    def _get_next_ready(self) -> None:
        session, following = self._desk.session, self._next_exhibit()
        if session is not None:
            self.picture.get_ready(session, following)

    def _next_exhibit(self) -> Exhibit | None:
        behind = self.reviewing.reviews[self._place() + 1 :]
        return behind[0].exhibit if behind else None

    # The picture and the list light each other

    def _light(self, key: str, *, follow: bool) -> None:
        row = self.list.rows.row_at(self.list.rows.number_of(key))
        self.picture.light(key, row.place if row is not None else None, follow=follow)

    def _enter_mark(self, key: str) -> None:
        self.list.light(key)
        current = self.list.current()
        self.picture.canvas.light(key or (current.key if current is not None else ""))

    def _click_mark(self, key: str) -> None:
        self.list.go_to(key)
        self.list.setFocus(Qt.FocusReason.MouseFocusReason)

    # What the person does

    def step(self, by: int) -> None:
        """Go on or back by exhibits."""
        place = self._place() + by
        if 0 <= place < len(self.reviewing.reviews):
            self._go_to(self.reviewing.reviews[place])

    def _go_to(self, review: ExhibitReview) -> None:
        self._wanted, self._wanted_key = review.exhibit.id, ""
        self._follow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Go to the next exhibit on which something waits, behind this one or from the first."""
        reviews, place = self.reviewing.reviews, self._place()
        following = self._first_waiting([*reviews[place + 1 :], *reviews[:place]])
        if following is not None:
            self._go_to(following)

    def _go_to_undone(self, step: Step) -> None:
        """Go back to what was taken back, if it stands here: it waits to be decided anew.

        A row that was dismissed had left the list and comes back once it was read again: what is inside leads there.
        """
        if not self.isVisible() or not step.ids:
            return
        there = {row.key for row in self.list.rows.rows()}
        if key := next((each for each in step.ids if each in there), ""):
            self.list.go_to(key)
        if step.ids[0] != key:
            self._wanted_key = step.ids[0]

    def accept(self) -> None:
        """Accept the current row with what stands in it, and go on to the next; where nothing waits, to another one."""
        row = self.list.current()
        if self._desk.read_only:
            return
        if isinstance(row, ConflictRow):
            self._offer_times(row)
        elif row is not None and row.verdict is Verdict.WAITING:
            self.reviewing.accept(self._with_inside(row))
            self.list.go_on()
        elif not self.list.go_on() and not self._waits_unseen():
            self._go_on()

    def _waits_unseen(self) -> bool:
        """Tell whether something waits on this exhibit that its lines of text do not show."""
        return self._by_lines and self._shown is not None and self.reviewing.waiting_on(self._shown) > 0

    def dismiss(self) -> None:
        """Dismiss the current row with what stands in it, and go on to the next."""
        row = self.list.current()
        if row is not None and row.verdict is Verdict.WAITING and not self._desk.read_only:
            self.reviewing.dismiss(self._with_inside(row))
            self.list.go_on()

    def accept_all(self) -> None:
        """Accept everything that waits on this exhibit."""
        waiting = [row.key for row in self.list.rows.waiting()]
        if waiting and not self._desk.read_only:
            self.reviewing.accept(waiting, together=True)

    def correct(self) -> None:
        """Ask how the current row is right."""
        row = self.list.current()
        if self._desk.read_only:
            return
        match row:
            case LineRow():
                self._correct_line(row)
            case SuggestionRow(verdict=Verdict.WAITING):
                self._correct_suggestion(row)
            case EventRow(verdict=Verdict.WAITING):
                self._correct_event(row)

    def _correct_line(self, row: LineRow) -> None:
        from ui.review.correcting import LineSheet

        sheet = LineSheet(self.list, row.text, row.line.text)
        sheet.corrected.connect(lambda said: self._line_corrected(row, said))
        sheet.present()

    def _correct_suggestion(self, row: SuggestionRow) -> None:
        from ui.review.correcting import SuggestionSheet

        sheet = SuggestionSheet(self.list, row.suggestion)
        sheet.corrected.connect(lambda corrected: self._corrected(row, corrected))
        sheet.present()

    def _correct_event(self, row: EventRow) -> None:
        from ui.review.correcting import EventCorrectionSheet

        sheet = EventCorrectionSheet(self.list, row.event)
        sheet.corrected.connect(lambda changes: self._event_corrected(row, changes))
        sheet.present()

    def _line_corrected(self, row: LineRow, said: str) -> None:
        if self._shown is not None and said != row.text:
            correction = "" if said == row.line.text else said
            self._desk.edits.correct_line(self._shown.exhibit.id, row.index, correction)

    def _corrected(self, row: SuggestionRow, corrected: Corrected) -> None:
        self.reviewing.accept([row.key], corrected)
        self.list.go_on()

    def _event_corrected(self, row: EventRow, changes: dict[str, FieldValue]) -> None:
        self.reviewing.accept_event(row.key, self._with_inside(row)[1:], changes)
        self.list.go_on()

    def _with_inside(self, row: Row) -> list[str]:
        """Return a row's id, and for an event those of what stands in it and waits too."""
        waiting = self.list.rows.waiting()
        inside = [
            each.key for each in waiting if isinstance(each, SuggestionRow) and each.suggestion.event_id == row.key
        ]
        return [row.key, *inside]

    def _click_verdict(self, key: str) -> None:
        if self.list.go_to(key):
            self.accept()

    def _offer_times(self, row: ConflictRow) -> None:
        """Offer the times that disagree; the one that is chosen is decided."""
        menu = self._menu()
        for index, reading in row.readings:
            menu.addAction(words.reading_line(reading).replace("&", "&&"), partial(self._decide, row, index))
        at = self.list.visualRect(self.list.currentIndex()).bottomLeft()
        menu.popup(self.list.viewport().mapToGlobal(at + QPoint(scaled(40), 0)))

    def _decide(self, row: ConflictRow, index: int) -> None:
        decided = replace(row.time, chosen=index, decided=True)
        self._desk.edits.edit(Subject.EVENT, row.event_id, {"time": decided})

    def _offer_verbs(self, place: QPoint) -> None:
        row = self.list.current()
        if row is None or row.verdict is not Verdict.WAITING or self._desk.read_only:
            return
        menu = self._menu()
        for verb, do in (
            (self.foot.accept, self.accept),
            (self.foot.edit, self.correct),
            (self.foot.dismiss, self.dismiss),
        ):
            menu.addAction(verb.text(), do)
        menu.popup(place)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _offer_kinds(self) -> None:
        """Offer to accept everything of one kind, here and on all exhibits."""
        here = ids_by_kind([self._shown] if self._shown is not None else [], self.reviewing.verdicts)
        everywhere = ids_by_kind(self.reviewing.reviews, self.reviewing.verdicts)
        more = {kind: ids for kind, ids in everywhere.items() if len(ids) > len(here.get(kind, []))}
        menu, accept = self.bar.menu, self.reviewing.accept
        offered(menu, _counted(self.tr("%1 in this exhibit (%2)"), here), accept)
        if more:
            menu.addMenu(self.bar.everywhere)
            offered(self.bar.everywhere, _counted(self.tr("%1 (%2)"), more), accept)
        if not here and not more:
            menu.addAction(self.tr("Nothing waits for you here.")).setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with N, back with P, accept all with A, show lines with T, leave with Escape."""
        if event.modifiers() not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}:
            event.ignore()
            return
        match event.key():
            case Qt.Key.Key_N:
                self.step(1)
            case Qt.Key.Key_P:
                self.step(-1)
            case Qt.Key.Key_A:
                self.accept_all()
            case Qt.Key.Key_T:
                self.bar.lines.toggle()
            case Qt.Key.Key_K:
                self.bar.kinds.showMenu()
            case Qt.Key.Key_Escape:
                self.exhibits_wanted.emit()
            case _:
                event.ignore()


def _counted(pattern: str, ids: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return what waits by the words for its kind and number."""
    return {pattern.replace("%2", f"{len(each):,}").replace("%1", kind): each for kind, each in ids.items()}


def _marks(row: Row) -> list[Mark]:
    if row.place is None or not row.place.is_seen:
        return []
    tone = {Verdict.WAITING: Tone.WAITING, Verdict.ACCEPTED: Tone.ACCEPTED}.get(row.verdict, Tone.UNSEEN)
    if isinstance(row, SuggestionRow) and row.suggestion.event_id:
        tone = Tone.UNSEEN  # the frame around its event is enough
    return [Mark(row.key, row.place, tone)]
