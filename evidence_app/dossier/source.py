"""What a dossier is made of and what comes back: the dossier's whole border with the rest of the program."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from evidence_app.domain.anchors import Anchor, ExhibitToken
from evidence_app.domain.contacts import AddressBook
from evidence_app.domain.custody import CustodyEntry
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.happenings import Happening
from evidence_app.domain.imports import Selection
from evidence_app.domain.review import ExhibitReview
from evidence_app.domain.threads import Showing
from evidence_app.domain.timeline import ALL_TIME, Period
from evidence_app.phrases import Language
from evidence_app.proof.keys import KeyKind
from evidence_app.rules.documents import NO_DOCUMENTS, Documents
from evidence_app.rules.others import NO_OTHERS, Others, others_of
from evidence_app.rules.stated import Stated


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One page made by a decoder worker: a JPEG, or a PNG without transparency and interlacing, upright."""

    data: bytes


@dataclass(frozen=True)
class DossierSource:
    """One dispute with all that may go into a dossier about it, read at one moment.

    ``exhibits`` are those in use, tombstones included, and ``events`` those that are shown; ``set_aside_count``
    exhibits lie among the removed items and stay unmentioned. ``custody`` is the log in order, from its beginning;
    ``anchors`` are the tokens over it, ``tokens`` those made elsewhere over single originals. ``showings`` are what a
    machine read off pictures of threads, from which follows what joins them; ``readings`` are all that it read, with
    what people said of it. ``happenings`` are the confirmed events as rules look at them, ``stated`` what a person
    stated beside the evidence, ``documents`` the events that stand for files, ``touched`` those that somebody changed.
    ``selections`` are how much of each imported export is among the events, ``contacts`` say whose number is whose.
    ``original`` gives the path of an original by its SHA-256. ``rendered(exhibit, page_index)`` gives a page that
    a PDF can't carry as it is (HEIC, CMYK, a page of a PDF, a video's first frame); it may raise InputProblem or
    EnvironmentProblem, which costs that picture only. It is called from up to two threads at once.
    """

    dispute: Dispute
    exhibits: tuple[Exhibit, ...]
    events: tuple[Event, ...]
    custody: tuple[CustodyEntry, ...]
    original: Callable[[str], Path]
    rendered: Callable[[Exhibit, int], RenderedPage]
    set_aside_count: int = 0
    anchors: tuple[Anchor, ...] = ()
    tokens: tuple[ExhibitToken, ...] = ()
    showings: tuple[Showing, ...] = ()
    readings: tuple[ExhibitReview, ...] = ()
    selections: tuple[Selection, ...] = ()
    happenings: tuple[Happening, ...] = ()
    stated: Stated | None = None
    documents: Documents = NO_DOCUMENTS
    contacts: AddressBook = field(default_factory=AddressBook)
    touched: frozenset[str] = frozenset()

    @cached_property
    def others(self) -> Others:
        """What of its imported events is with other people."""
        if self.stated is None:
            return NO_OTHERS
        return others_of(self.dispute, self.happenings, self.stated, self.touched)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What is going to be done to the finished file, so that the file itself can tell of it.

    ``key`` is None where it stays without a signature. ``signer`` is whom the certificate names, ``fingerprint`` its
    SHA-256, empty for a key that signs this dossier only. ``asked`` are the names of the authorities that will be asked
    to witness signature and file: whether they did is not known yet; ``silent`` are those of whom it is known already
    that they did not answer. ``in_bag`` tells that it leaves in a bag, with all originals. ``beside`` are names and
    SHA-256 of the bag's files that are neither attached nor originals, which the log names: the file names them, so
    that nobody puts those of another dossier beside it.
    """

    key: KeyKind | None = None
    signer: str = ""
    fingerprint: str = ""
    asked: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    in_bag: bool = False
    beside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class DossierOptions:
    """What the person chose.

    ``generated_at`` is aware; ``exhibit_ids`` None means every exhibit of the period; ``without`` are sections that are
    left out. ``only_theirs`` leaves out what of imported exports is with other people, and the originals of those
    exports, unless ``whole_exports``.
    """

    profile: str
    language: Language
    generated_at: datetime
    period: Period = ALL_TIME
    exhibit_ids: tuple[str, ...] | None = None
    prepared_by: str = ""
    without: frozenset[str] = frozenset()
    only_theirs: bool = False
    whole_exports: bool = False
    seal: Seal = Seal()


@dataclass(frozen=True, slots=True)
class SectionStart:
    """Where a section of the dossier begins; ``code`` is as in the profile."""

    code: str
    page_index: int


@dataclass(frozen=True, slots=True)
class Undrawn:
    """An exhibit of which pages could not be drawn: ``pages`` of them, the first one because of ``code``."""

    number: int
    pages: int
    code: str


@dataclass(frozen=True, slots=True)
class DossierResult:
    """The finished file, as it lies at ``path``. All pages are equally large; points are 1/72 inch.

    ``undrawn`` are the exhibits whose pictures the dossier lacks, wholly or in part; it says so in their place.
    """

    path: Path
    page_count: int
    size_bytes: int
    sha256: str
    exhibit_count: int
    event_count: int
    dossier_id: str
    sections: tuple[SectionStart, ...]
    page_width_pt: float
    page_height_pt: float
    undrawn: tuple[Undrawn, ...] = ()
