"""Letters of what is confirmed: drafted, and written as a file that a person can go on with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from evidence_app.actions.bodies import meant_in
from evidence_app.actions.session import Session
from evidence_app.actions.workspace import Workspace, worked_out
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.pairs_of_payments import Pairs, pairs_confirmed
from evidence_app.domain.workspace import ChannelKind
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language
from evidence_app.rules.cited import cited_in, without_erased
from evidence_app.rules.law import About, body
from evidence_app.rules.letter_adding import with_added
from evidence_app.rules.letter_blanks import blanks
from evidence_app.rules.letter_look_alikes import look_alikes_shown
from evidence_app.rules.letter_numbers import numbers_known
from evidence_app.rules.letter_roles import place_of
from evidence_app.rules.letter_text import LoanTold
from evidence_app.rules.letters import Addition, LetterText, Matter, Statement, letter
from evidence_app.rules.money_ledger import with_partners
from evidence_app.rules.others import accepted
from evidence_app.rules.parties import known_as
from evidence_app.rules.telling import Known, of_the_dispute, tells_of_refund
from evidence_app.rules.territories import Territory, home_of, territory_of
from evidence_app.rules.working_days import add_working_days, is_working_day

DEFAULT_REPLY = timedelta(days=15)
"""Until when an answer is asked for where no body's period is known; a request, no rule."""


def draft(session: Session, dispute_id: str, kind: LetterKind, language: Language, body_id: str = "") -> LetterText:
    """Return a letter to the institution, or to a body by its id, its number or its name.

    Raises InputProblem: ``dispute-unknown``, ``body-unknown``.
    """
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        to = meant_in(dispute, body_id) if body_id else ""
        if to and body(to) is None:
            raise InputProblem("body-unknown", id=body_id)
        found = worked_out(catalog, dispute, session.now().astimezone(dispute.zone).date())
        exhibits = {exhibit.id: exhibit for exhibit in catalog.exhibits(dispute_id)}
        pairs = pairs_confirmed(found.happenings, catalog.payment_records(dispute_id))
    return letter(kind, matter_of(found, exhibits, pairs), language, to)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A letter in its parts and as text that can be written on."""

    letter: LetterText
    text: str


def drafted(session: Session, dispute_id: str, kind: LetterKind, language: Language, body_id: str = "") -> Drafted:
    """Return a letter as it is drafted, with its words ready to be written on. Raises as `draft`."""
    from evidence_app.dossier.letter_files import mark

    made = draft(session, dispute_id, kind, language, body_id)
    return Drafted(made, made.plain_text(mark(language)))


def matter_of(found: Workspace, exhibits: Mapping[str, Exhibit], pairs: Pairs) -> Matter:
    """Return what letters are made of; ``exhibits`` are those of the dispute by their ids."""
    money = _money(found, pairs)
    shown_on = {each.event_id: [each.number] for each in found.pages.values() if each.exhibit_id in exhibits} | {
        each.event_id: [exhibits[exhibit_id].number for exhibit_id in each.exhibit_ids if exhibit_id in exhibits]
        for each in found.happenings
    }
    numbers = numbers_known(found)
    known = _known(found, money, numbers.of_the_institution)
    return Matter(
        dispute=found.dispute,
        happenings=of_the_dispute(found.happenings, known),
        findings=found.told_findings,
        complaints=found.stated.complaints,
        exhibit_numbers=shown_on,
        labels={exhibit.number: exhibit.label for exhibit in exhibits.values()},
        reply_by=_working_day(found.today + DEFAULT_REPLY, territory_of(home_of(found.dispute))),
        promises=found.promises,
        tags=found.stated.tags,
        region=found.other_side.region,
        today=found.today,
        money_with_them=money,
        claim=found.claim,
        introductions=found.introductions,
        began=found.began,
        references=numbers.of_the_institution,
        body_numbers=numbers.of_bodies,
        refunds=found.refunds,
        look_alikes=look_alikes_shown(found),
        deciding=_deciding(found, known),
        loan=_loan(found),
        clocks=found.ladder.clocks,
        perhaps_answered=found.ladder.perhaps_answered,
        with_news=found.ladder.with_news,
        theirs=found.theirs,
        recorded=_recorded(found, exhibits),
        app=found.stated.institution.app if found.stated.institution is not None else "",
    )


def _recorded(found: Workspace, exhibits: Mapping[str, Exhibit]) -> frozenset[str]:
    """Return the events that a sound or video recording shows."""
    sounds = {each.id for each in exhibits.values() if each.original.media.kind in (MediaKind.AUDIO, MediaKind.VIDEO)}
    return frozenset(each.event_id for each in found.happenings if not sounds.isdisjoint(each.exhibit_ids))


def _deciding(found: Workspace, known: Known) -> frozenset[str]:
    """Return the events that show what the checklist calls decisive, unless a person says that they do not.

    That a shop refunded what is still collected decides, too, though only its words say so.
    """
    there = (each for each in found.completeness.standings if each.entry.decisive and each.is_there and each.is_needed)
    refunds = (each.event_id for each in found.happenings if tells_of_refund(each, known))
    return frozenset(event_id for each in there for event_id in each.event_ids).union(refunds)


def _loan(found: Workspace) -> LoanTold | None:
    """Return the loan that a person states, where nothing shows that it was paid out, but something its principal."""
    terms = found.stated.loan
    if terms is None or terms.principal is None or terms.paid_out:
        return None
    shown = found.principal_shown
    return LoanTold(terms.principal, terms.currency, terms.contract_day, shown) if shown else None


def _working_day(day: date, territory: Territory | None) -> date:
    """Return a day, or the first one after it on which offices of a territory work."""
    return day if is_working_day(day, territory) else add_working_days(day, 1, territory).day


def _known(found: Workspace, money: frozenset[str], references: Collection[str]) -> Known:
    return Known(
        other_side=found.other_side,
        accepted=_accepted(found) | money | _calls_to_their_hotlines(found),
        kind=found.dispute.type,
        amount=found.dispute.amount,
        references=references,
    )


def _accepted(found: Workspace) -> frozenset[str]:
    """Return the events that somebody took for evidence of this dispute."""
    told = (each for each in found.told_findings if each.rule.about is About.THEM)
    return accepted(found.stated).union(*(each.event_ids for each in told))


def _money(found: Workspace, pairs: Pairs) -> frozenset[str]:
    """Return the money that is known to be the institution's, also by what other records say of it."""
    rows = found.money.rows
    named = {row.happening.event_id for row in rows if row.happening.other}
    theirs = {row.happening.event_id for row in rows if row.is_theirs}
    return with_partners(theirs, pairs.partner, named, pairs.twins)


def _calls_to_their_hotlines(found: Workspace) -> frozenset[str]:
    """Return the calls to hotlines that the person recorded and does not doubt."""
    region = found.other_side.region
    hotlines = {
        known_as(each.value, region)
        for each in found.stated.channels
        if each.kind is ChannelKind.HOTLINE and not each.doubt
    }
    return frozenset(
        each.event_id
        for each in found.happenings
        if each.kind is EventKind.CALL and each.direction is Direction.OUT and known_as(each.number, region) in hotlines
    )


def save_letter(session: Session, written: LetterText, out: Path, language: Language) -> None:
    """Write a letter as drafted; as `save_letter_text`."""
    from evidence_app.dossier.letter_files import mark

    save_letter_text(session, written.plain_text(mark(language)), out, language, written.goes_to)


def erased_numbers(session: Session, dispute_id: str) -> frozenset[int]:
    """Return the numbers of a dispute's exhibits that were erased for good."""
    with session.vault.read() as catalog:
        return frozenset(each.number for each in catalog.kept_exhibits(dispute_id) if each.removed_at is not None)


@dataclass(frozen=True, slots=True)
class WrittenOn:
    """A letter as somebody wrote it on: to the institution, or to a body by its id."""

    dispute_id: str
    text: str
    language: Language
    body_id: str = ""


def save_draft(session: Session, written: WrittenOn, out: Path) -> frozenset[int]:
    """Write a letter that somebody wrote on, without what erased exhibits showed; return their numbers.

    Otherwise as `save_letter_text`.
    """
    with session.vault.read() as catalog:
        goes_to = place_of(written.body_id, territory_of(home_of(catalog.dispute(written.dispute_id))))
    erased = erased_numbers(session, written.dispute_id) & cited_in(written.text)
    text = without_erased(written.text, erased, written.language)
    save_letter_text(session, text, out, written.language, goes_to)
    return erased


def save_letter_text(
    session: Session, text: str, out: Path, language: Language, goes_to: Territory | None = None
) -> None:
    """Write a letter, as somebody wrote it on, as DOCX, PDF or text, by the ending of its name.

    It is on the paper of the place that it goes to. A file that is there is replaced whole.
    Raises InputProblem: ``letter-form-unknown``, ``field-empty``, ``out-is-folder``, ``out-folder-missing``;
    EnvironmentProblem (disk).
    """
    from evidence_app.dossier import letter_files

    writers = {".docx": letter_files.write_docx, ".pdf": letter_files.write_pdf, ".txt": letter_files.write_text}
    if out.suffix.lower() not in writers:
        raise InputProblem("letter-form-unknown", name=out.name)
    lines = letter_files.lines_in(text, language)
    if not lines:
        raise InputProblem("field-empty", field="text")
    setting = letter_files.Setting(language, session.now(), letter_files.paper_in(goes_to))
    writers[out.suffix.lower()](lines, out, setting)


__all__ = [
    "Addition",
    "Drafted",
    "LetterKind",
    "LetterText",
    "Statement",
    "WrittenOn",
    "blanks",
    "cited_in",
    "draft",
    "drafted",
    "erased_numbers",
    "save_draft",
    "save_letter",
    "save_letter_text",
    "with_added",
]
