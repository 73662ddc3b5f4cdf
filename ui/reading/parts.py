"""Joins reading in the background, and looking over what it brought, to the rest of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.events import EventKind
from ui.desk import Desk
from ui.edits import MACHINE_TEXT
from ui.leading import Leading
from ui.panes import Panes
from ui.reading.background import BackgroundReading, State, failure_words
from ui.reading.messages import MessageReading
from ui.reading.on_screen import on_screen
from ui.settings import Settings
from ui.steps import Step
from ui.subjects import Subject
from ui.tabs import PageKey
from ui.tasks import Lane
from ui.timeline.outline import Outline
from ui.timeline.words import safe, shortened

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from evidence_app.actions.read_exhibits import ReadResult
    from evidence_app.actions.session import Session
    from evidence_app.domain.disputes import Dispute
    from evidence_app.domain.review import Related
    from ui.review.empty import Reads
    from ui.review.page import ReviewPage

COUNT_MS = 400
"""How long after a change it is counted how much waits to be reviewed."""


HOME = frozenset({"zone_name", "currency", "amount"})
"""Fields of a dispute that say whose currency a bare 元 is, and in which zone a time is read."""

TALK = frozenset({EventKind.CALL, EventKind.MESSAGE})
"""What several records may tell of."""

LONGEST_NAME = 16  # characters of a name on a button


class ReadingParts(QObject):
    """``counted`` carries on how many exhibits everything is decided, and on how many something was found."""

    counted = Signal(int, int)

    def __init__(self, panes: Panes, desk: Desk, settings: Settings, leading: Leading) -> None:
        super().__init__(panes)
        self._panes, self._desk, self._leading = panes, desk, leading
        self.page: ReviewPage | None = None
        self.counts = (0, 0)
        self._threads_of = ("", 0)
        self._same_of: tuple[object, ...] = ()
        self._follows: dict[str, tuple[Related, ...]] = {}
        self._same: dict[str, Related] = {}
        self.background = BackgroundReading(desk, settings, panes.bar.activities, self)
        self.background.on_screen = lambda: on_screen(panes, desk)
        self.background.exhibit_wanted.connect(leading.go_to_exhibit)
        self.background.review_wanted.connect(self.review)
        self.background.failed_some.connect(self._tell_failures)
        self.background.found_some.connect(self._tell_found)
        self.messages = MessageReading(desk, settings, panes.bar.activities, self)
        self.messages.review_wanted.connect(self.review)
        self.messages.found_some.connect(self._tell_found_in_messages)
        self._naming: set[str] = set()
        """Exhibits of which somebody has just corrected a line: it may be whom the page names as the other side."""
        desk.edits.made_step.connect(lambda step: self._line_changed(step, naming=True))
        desk.edits.taken_back.connect(lambda step, _: self._line_changed(step))
        desk.edits.made_step.connect(self._dispute_changed)
        desk.edits.taken_back.connect(lambda step, _: self._dispute_changed(step))
        self.background.read_anew.connect(self._follow_name)
        self._soon = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._soon.timeout.connect(self._count)
        desk.timeline_changed.connect(lambda _: self._soon.start())
        desk.closed.connect(lambda: self._take_counts(("", (0, 0))))

    def review(self, exhibit_id: str = "", key: str = "") -> None:
        """Look over what was read: on an exhibit, or where something waits."""
        if self._panes.header.isHidden():
            return
        self._panes.show_page(PageKey.REVIEW)
        if self.page is not None:
            self.page.review(exhibit_id, key)

    def make_page(self) -> QWidget:
        """Return the page, made now."""
        from ui.review.page import ReviewPage
        from ui.review.reviewing import Reviewing

        self.page = ReviewPage(self._desk, Reviewing(self._desk, self), self._reads)
        self.page.reading_wanted.connect(self._read_from_now_on)
        self.background.changed.connect(self.page.refresh)
        self.page.exhibits_wanted.connect(self._leave_review)
        return self.page

    def _reads(self) -> "Reads":
        from ui.review.empty import Reads

        if self._desk.read_only:
            return Reads.NEVER
        if not self.background.settings.reads_pictures:
            return Reads.SWITCHED_OFF
        return Reads.PAUSED if self.background.state is State.PAUSED else Reads.BY_ITSELF

    def _read_from_now_on(self) -> None:
        if self.background.settings.reads_pictures:
            self.background.go_on()
        else:
            self.background.choose(automatic=True)

    def go_to_undone(self, event_id: str) -> None:
        """Show where something was taken back: on the page of the review for somebody who is reviewing."""
        if self._panes.page_key is not PageKey.REVIEW:
            self._leading.go_to_event(event_id)

    def _leave_review(self) -> None:
        self._panes.show_page(PageKey.EVIDENCE)
        self._leading.evidence_list_wanted.emit()

    def _tell_failures(self, failed: "list[ReadResult]") -> None:
        """Say at the bottom what could not be read and what to do, unless something else is said there."""
        if not self._panes.bar.busy:
            first = failed[0].exhibit.id
            self._panes.bar.conclude(
                lambda: failure_words(failed),
                lambda: self.tr("Show"),
                lambda: self._leading.go_to_exhibit(first),
            )

    def _tell_found(self, count: int) -> None:
        """Lead to the review once pictures are read."""
        self._lead_to_review(lambda: self.tr("%n exhibit(s) read. What was read counts once you accept it.", "", count))

    def _tell_found_in_messages(self, count: int) -> None:
        """Lead to the review of what imported messages name."""
        self._lead_to_review(
            lambda: self.tr("%n thing(s) found in imported messages. They count once you accept them.", "", count)
        )

    def _lead_to_review(self, words: Callable[[], str]) -> None:
        """Offer the review, unless somebody is there or something else is said."""
        if self._panes.bar.free and self._panes.page_key is not PageKey.REVIEW:
            self._panes.bar.conclude(words, lambda: self.tr("Review"), self._review_what_was_read, passing=True)

    def _review_what_was_read(self) -> None:
        self._panes.bar.put_away()
        self.review()

    def _line_changed(self, step: Step, *, naming: bool = False) -> None:
        """Make events and suggestions anew of text that was corrected, or of which that was taken back."""
        if step.fields == (MACHINE_TEXT,):
            if naming:
                self._naming.add(step.ids[0])
            self.background.read_again(step.ids[0], fresh=False)

    # A dispute whose zone or currency changed

    def _dispute_changed(self, step: Step) -> None:
        """Look whether something read in the old currency, or at the old place, still waits for somebody."""
        if step.subject is not Subject.DISPUTE or not HOME & set(step.fields):
            return
        dispute_id, before = step.dispute_id, self._desk.dispute
        if before is None or dispute_id != self._desk.dispute_id:
            return
        place = _place_of(before)
        self._desk.read(
            lambda session: _counts_if_moved(session, dispute_id, place),
            lambda counts: self._offer_again(dispute_id, counts),
            self,
        )

    def _offer_again(self, dispute_id: str, counts: tuple[int, int]) -> None:
        reviewed, found = counts
        if reviewed >= found or dispute_id != self._desk.dispute_id:
            return

        def again() -> None:
            self._panes.bar.put_away()
            self.background.read_all_again(dispute_id)
            self.messages.look_again(dispute_id)

        self._panes.bar.conclude(
            lambda: self.tr("%n exhibit(s) were read with the earlier currency or time zone.", "", found - reviewed),
            lambda: self.tr("Read again what nobody reviewed"),
            again,
        )

    # A title that somebody corrected

    def _follow_name(self, result: "ReadResult") -> None:
        """Look, where a title was corrected, which other entries of its thread still have the name as it was read."""
        exhibit, before, now = result.exhibit, result.party_before, result.party
        corrected = exhibit.id in self._naming
        self._naming.discard(exhibit.id)
        if corrected and now and before and now != before and exhibit.dispute_id == self._desk.dispute_id:
            self._desk.read(
                lambda session: _still_called(session, exhibit.id, before),
                lambda ids: self._offer_name(exhibit.dispute_id, ids, before, now),
                self,
            )

    def _offer_name(self, dispute_id: str, event_ids: list[str], before: str, now: str) -> None:
        if not event_ids or dispute_id != self._desk.dispute_id:
            return

        def rename() -> None:
            self._panes.bar.put_away()
            if dispute_id == self._desk.dispute_id:
                self._desk.edits.edit_many(Subject.EVENT, event_ids, {"party": now})

        self._panes.bar.conclude(
            lambda: self.tr("%n entry(ies) of the same conversation still say “%1”.", "", len(event_ids)).replace(
                "%1", safe(before)
            ),
            lambda: self.tr("Change to “%1”").replace("%1", shortened(safe(now), LONGEST_NAME).replace("&", "&&")),
            rename,
        )

    # How much there is

    def _count(self) -> None:
        dispute_id = self._desk.dispute_id
        if dispute_id:
            self._desk.read(lambda session: (dispute_id, _counts(session, dispute_id)), self._take_counts, self)

    def _take_counts(self, found: tuple[str, tuple[int, int]]) -> None:
        dispute_id, counts = found
        if dispute_id != self._desk.dispute_id:
            return
        if counts != self.counts:
            self.counts = counts
            self.counted.emit(*counts)
        if (dispute_id, counts[1]) != self._threads_of:  # as often as pictures were read, not with every decision
            self._threads_of = dispute_id, counts[1]
            self._read_threads(dispute_id, any_read=counts[1] > 0)
        self._read_same(dispute_id)

    def _read_threads(self, dispute_id: str, *, any_read: bool) -> None:
        if not any_read:
            self._take_threads((dispute_id, {}))
            return
        # of thousands of pictures it takes many seconds, for which no other reading should wait
        read, take = (lambda session: (dispute_id, _threads(session, dispute_id))), self._take_threads
        self._desk.read(read, take, self, lane=Lane.JOINING)

    def _take_threads(self, found: "tuple[str, dict[str, tuple[Related, ...]]]") -> None:
        """Say in the timeline which pictures follow each other, and where a gap is."""
        dispute_id, related = found
        timeline = self._panes.timeline
        if timeline is not None and dispute_id == self._desk.dispute_id:
            own = _standing_for(self._desk.outline)
            self._follows = {own[each]: threads for each, threads in related.items() if own.get(each)}
            self._show_related()

    def _read_same(self, dispute_id: str) -> None:
        """Look which entries tell what others tell: whenever something was decided, or came or went."""
        outline = self._desk.outline
        now = (dispute_id, self.counts, len(outline.entries))
        if now != self._same_of and any(each.kind in TALK for each in outline.samples):
            self._same_of = now
            read, take = (lambda session: (dispute_id, _same(session, dispute_id))), self._take_same
            self._desk.read(read, take, self, lane=Lane.JOINING)

    def _take_same(self, found: "tuple[str, dict[str, Related]]") -> None:
        """Say in the timeline which calls and messages other entries tell already."""
        if found[0] == self._desk.dispute_id:
            self._same = found[1]
            self._show_related()

    def _show_related(self) -> None:
        timeline = self._panes.timeline
        if timeline is not None:
            same = {each: (*self._follows.get(each, ()), related) for each, related in self._same.items()}
            timeline.show_threads(self._follows | same)


def _standing_for(outline: Outline) -> dict[str, str]:
    """Return by exhibit the entry that stands for it: its own, or the first that tells what the picture shows."""
    first = outline.first_telling
    documents = {entry.exhibit_id: entry for entry in outline.document_entries}
    return {
        exhibit_id: first.get(exhibit_id, "") if entry.told else entry.event_id
        for exhibit_id, entry in documents.items()
    }


def _counts(session: "Session", dispute_id: str) -> tuple[int, int]:
    from evidence_app.actions.review import review_counts

    return review_counts(session, dispute_id)


def _counts_if_moved(session: "Session", dispute_id: str, place: "tuple[ZoneInfo, ZoneInfo]") -> tuple[int, int]:
    """Return the counts if a dispute has another home or zone now, else none."""
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
    return _counts(session, dispute_id) if _place_of(dispute) != place else (0, 0)


def _place_of(dispute: "Dispute") -> "tuple[ZoneInfo, ZoneInfo]":
    from evidence_app.actions.disputes import place_of

    return place_of(dispute)


def _still_called(session: "Session", exhibit_id: str, name: str) -> list[str]:
    from evidence_app.actions.continuity import entries_called

    return entries_called(session, exhibit_id, name)


def _same(session: "Session", dispute_id: str) -> "dict[str, Related]":
    from evidence_app.actions.same_talk import related_entries

    return related_entries(session, dispute_id)


def _threads(session: "Session", dispute_id: str) -> "dict[str, tuple[Related, ...]]":
    from evidence_app.actions.review import related_exhibits

    return related_exhibits(session, dispute_id)
