"""What was read in the chosen dispute, and the decisions about it: they show at once, kept or not yet."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.domain.deciding import Corrected
from evidence_app.domain.fields import FieldValue
from evidence_app.domain.review import ExhibitReview, Related, waiting_ids, waiting_kinds
from ui.desk import Desk
from ui.i18n import word
from ui.review.rows import Verdict
from ui.review.words import read_wrongly
from ui.steps import Step

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

Load = Callable[["Session", str], Sequence[ExhibitReview]]

SETTLE_MS = 1_000
"""Decisions in a row are read once; what was decided shows before that."""


class Reviewing(QObject):
    """``changed`` tells that there are other reviews, or that something was decided about them."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None, load: Load | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.load: Load = load or _reviews
        self.reviews: list[ExhibitReview] = []
        self.known_of = ""
        """The dispute of which it is known what was read."""
        self.verdicts: dict[str, tuple[Verdict, str]] = {}
        self.related: dict[str, tuple[Related, ...]] = {}
        """How exhibits belong together, by their ids."""
        self._related_of: tuple[str, ...] = ()
        self._waiting: dict[str, set[str]] = {}
        self._kept: set[str] = set()  # decisions that are in the catalog, but not in what was read of it yet
        self._wanted = self._reading = self._stale = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._read)
        desk.timeline_changed.connect(lambda _: self._changed())
        desk.closed.connect(self._forget)
        desk.failed.connect(lambda _: self._failed())
        desk.edits.made_step.connect(self._made)
        desk.edits.taken_back.connect(lambda step, _: self._taken_back(step))

    # What there is

    def want(self) -> None:
        """Know from now on what was read: somebody looks at it."""
        if not self._wanted or self.known_of != self._desk.dispute_id:
            self._wanted = True
            self._read()

    def refresh(self) -> None:
        """Read it again."""
        self._read()

    def counts(self) -> tuple[int, int]:
        """Return on how many exhibits everything is decided, and on how many something was found."""
        found = [review for review in self.reviews if review.has_findings]
        return sum(not self._waiting.get(review.exhibit.id) for review in found), len(found)

    def waiting_on(self, review: ExhibitReview) -> int:
        """Return how many things wait on an exhibit, decisions under way left out."""
        return len(self._waiting.get(review.exhibit.id, ()))

    def _count(self) -> None:
        """Note what waits on which exhibit."""
        self._waiting = {review.exhibit.id: waiting_ids(review) - self.verdicts.keys() for review in self.reviews}

    # Deciding

    def accept(self, ids: Sequence[str], corrected: Corrected | None = None, *, together: bool = False) -> None:
        """Let things stand, the only one as a person corrected it; ``together`` if they are all that waited."""
        self._note(ids, Verdict.ACCEPTED, corrected.value if corrected is not None else "")
        self._desk.edits.accept(ids, corrected, together=together)

    def accept_event(self, event_id: str, more: Sequence[str], changes: Mapping[str, FieldValue]) -> None:
        """Let an event stand as a person corrected it, and with it what was found in it."""
        self._note([event_id, *more], Verdict.ACCEPTED)
        self._desk.edits.accept_event(event_id, more, changes)

    def dismiss(self, ids: Sequence[str]) -> None:
        """Say that things are not so."""
        self._note(ids, Verdict.DISMISSED)
        self._desk.edits.dismiss(ids, read_wrongly())

    def _note(self, ids: Sequence[str], verdict: Verdict, value: str = "") -> None:
        for each in ids:
            self.verdicts[each] = (verdict, value)
        self._kept.difference_update(ids)
        for waiting in self._waiting.values():
            waiting.difference_update(ids)
        self.changed.emit()

    def _made(self, step: Step) -> None:
        self._kept.update(each for each in step.ids if each in self.verdicts)

    def _taken_back(self, step: Step) -> None:
        for each in step.ids:
            self.verdicts.pop(each, None)
            self._kept.discard(each)
        self._count()
        self.changed.emit()

    # Reading it

    def _changed(self) -> None:
        if self._desk.dispute_id != self.known_of:
            self._forget()
        if self._wanted:
            self._settle.start()

    def _read(self) -> None:
        """Read what was found; calls while reading are gathered into one."""
        dispute_id = self._desk.dispute_id
        if not dispute_id or self._desk.session is None:
            return
        if self._reading:
            self._stale = True
            return
        self._reading = True
        kept = set(self._kept)
        load = self.load
        self._desk.read(
            lambda session: (dispute_id, list(load(session, dispute_id))), lambda found: self._take(*found, kept), self
        )

    def _take(self, dispute_id: str, reviews: list[ExhibitReview], kept: set[str]) -> None:
        self._reading = False
        if dispute_id == self._desk.dispute_id:
            self.reviews, self.known_of = reviews, dispute_id
            for each in kept & self._kept:
                self.verdicts.pop(each, None)
            self._kept -= kept
            self._count()
            self.changed.emit()
            self._read_related()
        if self._stale or dispute_id != self._desk.dispute_id:
            self._stale = False
            self._read()

    def _read_related(self) -> None:
        """Read how the exhibits belong together, once for as many as there are: it takes longer than the rest."""
        ids = tuple(review.exhibit.id for review in self.reviews)
        if ids != self._related_of:
            self._related_of = ids
            dispute_id = self.known_of
            self._desk.read(
                lambda session: (dispute_id, _related(session, dispute_id)),
                lambda found: self._take_related(*found),
                self,
            )

    def _take_related(self, dispute_id: str, related: dict[str, tuple[Related, ...]]) -> None:
        if dispute_id == self.known_of:
            self.related = related
            self.changed.emit()

    def _failed(self) -> None:
        """Show again what is so: a decision may not have been kept, or the reading have failed."""
        self._reading = self._stale = False
        self.verdicts.clear()
        self._kept.clear()
        self._count()
        self.changed.emit()

    def _forget(self) -> None:
        self._reading = self._stale = False
        self.reviews, self.known_of, self.related = [], "", {}
        self._waiting, self._related_of = {}, ()
        self.verdicts.clear()
        self._kept.clear()
        self.changed.emit()


def ids_by_kind(reviews: Iterable[ExhibitReview], decided: Container[str]) -> dict[str, list[str]]:
    """Return what waits by the word for its kind, the most frequent first, without what is being ``decided``."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for review in reviews:
        for kind, each_id in waiting_kinds(review):
            if each_id not in decided:
                found[word(kind)].append(each_id)
    return dict(sorted(found.items(), key=lambda each: -len(each[1])))


def _reviews(session: "Session", dispute_id: str) -> Sequence[ExhibitReview]:
    from evidence_app.actions.review import list_reviews

    return list_reviews(session, dispute_id)


def _related(session: "Session", dispute_id: str) -> dict[str, tuple[Related, ...]]:
    from evidence_app.actions.review import related_exhibits

    return related_exhibits(session, dispute_id)
