"""What a dossier would disclose, and what it still lacks: counted from what would really be in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence_app.actions.export_dossier import ExportOptions, dossier_options, dossier_source
from evidence_app.actions.other_people import OtherPeople, other_people_in
from evidence_app.actions.session import Session
from evidence_app.actions.unlock_archive import unopened_archives
from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.readiness import Contained, Missing, entries_of_exhibits, missing, told_entries
from evidence_app.dossier.source import DossierOptions, DossierSource
from evidence_app.rules.last_demand import demands_of, last_demanding

if TYPE_CHECKING:
    from evidence_app.dossier.content import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What leaves the vault with a dossier, and what stays.

    ``entries_shown`` are the custody entries whose contents are printed, ``entries_withheld`` those of which only the
    fact is. ``unseen`` are the recordings and other files of which no picture is on paper; ``removed`` the exhibits of
    which only the removal is stated. ``originals`` files of ``original_bytes`` together go along as they are, in the
    PDF or beside it in the bag, with whatever place and device they tell. ``contacts`` tells whether anybody's contact
    details are printed. ``others`` is what of imported exports is with other people.
    """

    exhibits: int
    exhibit_total: int
    events: int
    event_total: int
    entries_shown: int
    entries_withheld: int
    private_notes: int
    pictures: int
    unseen: int
    removed: int
    originals: int
    original_bytes: int
    contacts: bool
    contacts_known: bool
    others: OtherPeople


@dataclass(frozen=True, slots=True)
class Readiness:
    """The two together, for the choices they were asked for."""

    disclosure: Disclosure
    missing: tuple[Missing, ...]


def dossier_readiness(session: Session, dispute_id: str, options: ExportOptions) -> Readiness:
    """Return what a dossier with these choices discloses and lacks. Reads the catalog only, no originals.

    Raises InputProblem (``dispute-unknown``, ``profile-unknown``, ``exhibit-unknown``).
    """
    source, chosen = dossier_source(session, dispute_id), dossier_options(session, options)
    return readiness_of(source, chosen, attach=options.attach)


def readiness_of(source: DossierSource, chosen: DossierOptions, *, attach: bool) -> Readiness:
    """Return what the dossier of what was read discloses and lacks. Raises as `dossier_readiness`."""
    from evidence_app.dossier.choosing import LeftOut, left_out_events
    from evidence_app.dossier.profiles import load_profile
    from evidence_app.dossier.selecting import select

    profile = load_profile(chosen.profile)
    content = select(source, chosen, profile)
    contained = Contained(
        exhibits=content.exhibits,
        events=content.events,
        entries=entries_of_exhibits(source.events),
        unconfirmed=left_out_events(source, chosen, profile, LeftOut.UNCONFIRMED),
        imported={each.entry.exhibit_id for each in source.selections},
        unopened={exhibit.id for exhibit in unopened_archives(source.exhibits)},
        told=told_entries(source.events, source.exhibits, content.dispute.zone),
        overdue=_overdue(content),
        demands=_asked_in_filing(content),
    )
    disclosure = _disclosure(source, content, other_people_in(source, chosen, content.exhibits), attach=attach)
    return Readiness(disclosure, missing(content.dispute, contained))


def _disclosure(source: DossierSource, content: "Content", others: OtherPeople, *, attach: bool) -> Disclosure:
    """Return what a dossier discloses."""
    from evidence_app.dossier.enclosing import inside
    from evidence_app.dossier.gathering import pages_shown
    from evidence_app.proof.enclosures import original_enclosures

    dispute, sections = content.dispute, content.profile.sections
    shown = sum(line.disclosed for line in content.log)
    seen = sum(pages_shown(exhibit, content.most_pages(exhibit)) > 0 for exhibit in content.exhibits)
    in_bag = content.seal.in_bag
    logged = attach or in_bag or "custody" in sections
    files = original_enclosures(content.handed_over, source.original)
    originals = files if in_bag else inside(files) if attach else []
    known = bool(dispute.complainant_contact or dispute.representative_contact)
    return Disclosure(
        exhibits=len(content.exhibits),
        exhibit_total=content.exhibit_total,
        events=len(content.events),
        event_total=content.event_total,
        entries_shown=shown if logged else 0,
        entries_withheld=len(content.log) - shown if logged else len(content.log),
        private_notes=sum(bool(exhibit.private_note) for exhibit in source.exhibits),
        pictures=sum(exhibit.original.media.kind is MediaKind.IMAGE for exhibit in content.exhibits),
        unseen=len(content.exhibits) - seen,
        removed=len(content.tombstones),
        originals=len(originals),
        original_bytes=sum(original.size for original in originals),
        contacts=known and "parties" in sections,
        contacts_known=known,
        others=others,
    )


def _overdue(content: "Content") -> list[str]:
    """Return in which entries something was promised whose day has passed, each once, as the case page counts them."""
    promises = content.workspace.promises if content.workspace else ()
    return [each.happening.event_id for each in promises if each.overdue]


def _asked_in_filing(content: "Content") -> tuple[str, ...]:
    """Return what the newest filing asked, which the first page says where nobody stated demands."""
    filing = last_demanding(content.workspace.stated.complaints) if content.workspace else None
    return demands_of(filing) if filing is not None else ()
