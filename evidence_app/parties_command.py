"""The commands about who is in a dispute and how they are reached: the dispute's own facts, institution, channels."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from evidence_app.arguments import Choices, Parser, amount_or_empty, currency, day, day_or_none, texts, whole_number
from evidence_app.commands import OK, Call, changed, printable, write_out
from evidence_app.domain.workspace import (
    AccountFact,
    Channel,
    ChannelKind,
    Institution,
    InstitutionType,
    KnownFrom,
    NotTheirs,
)
from evidence_app.fee_command import shown_by

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

CIRCUMSTANCES = Choices(*AccountFact, *InstitutionType)

PEOPLE = ("complainant", "complainant_contact", "representative", "representative_contact")
"""Whose dispute it is, and who acts for them: an empty text takes what was stated off again."""


def add_verbs(verb: Callable[..., Parser]) -> None:
    """Add all of these commands; ``verb`` makes one of its name and function."""
    _add_dispute_arguments(verb("dispute", dispute))
    _add_institution_arguments(verb("institution", institution))
    _add_channel_arguments(verb("channel", channel, json=False))


def _add_dispute_arguments(dispute: Parser) -> None:
    """Name what is stated about the dispute itself, and about whose it is."""
    dispute.add_argument("dispute")
    for name in PEOPLE:
        dispute.add_argument(f"--{name.replace('_', '-')}", metavar="CONTACT" if "contact" in name else "NAME")
    dispute.add_argument("--demands", nargs="*", metavar="SENTENCE")
    dispute.add_argument("--summary", metavar="WORDS")
    dispute.add_argument("--since", type=day_or_none, metavar="DATE")
    dispute.add_argument("--knew", type=day_or_none, metavar="DATE")
    dispute.add_argument("--statement", type=day_or_none, metavar="DATE")
    dispute.add_argument("--amount", type=amount_or_empty)
    dispute.add_argument("--aliases", nargs="*", metavar="NAME")
    dispute.add_argument("--currency", type=currency)


def _add_institution_arguments(institution: Parser) -> None:
    """Name what is stated about the other side."""
    institution.add_argument("dispute")
    for name in ("licence", "app", "publisher", "shown-publisher"):
        institution.add_argument(f"--{name}")
    for name in ("domains", "numbers"):
        institution.add_argument(f"--{name}", nargs="*", metavar=name.upper().removesuffix("S"))
    institution.add_argument("--circumstances", nargs="*", choices=CIRCUMSTANCES, metavar="CIRCUMSTANCE")
    institution.add_argument("--type", choices=Choices(*InstitutionType, empty="none"))
    institution.add_argument("--not-theirs", nargs="*", metavar="NUMBER")


def _add_channel_arguments(channel: Parser) -> None:
    """Name what is stated about a channel."""
    channel.add_argument("dispute")
    channel.add_argument("kind", choices=Choices(*ChannelKind))
    channel.add_argument("value")
    channel.add_argument("--known-from", choices=Choices(*KnownFrom))
    channel.add_argument("--verified-by")
    channel.add_argument("--verified-on", type=day, metavar="DATE")
    channel.add_argument("--doubt")
    channel.add_argument("--exhibit", type=whole_number, nargs=1, default=[], metavar="NUMBER")


def dispute(call: Call, given: argparse.Namespace) -> int:
    """State whose dispute it is, what is asked, since when it is one, and what amount it is about."""
    from evidence_app.actions.disputes import usual_currency
    from evidence_app.actions.edit import edit_dispute
    from evidence_app.actions.workspace import state

    stated: dict[str, Any] = {"disputed_since": given.since, "amount": given.amount, "currency": given.currency}
    stated |= {name: getattr(given, name) for name in (*PEOPLE, "summary")}
    stated |= {name: texts(getattr(given, name)) for name in ("aliases", "demands")}
    changes = {name: value for name, value in stated.items() if value is not None}
    days = {f"{name}_on": getattr(given, name) for name in ("knew", "statement") if getattr(given, name) is not None}

    def keep(session: "Session") -> int | None:
        none = Institution(id="", dispute_id=given.dispute)
        entries = [state(session, none, days)] if days else []
        if "amount" in changes and "currency" not in changes:
            changes["currency"] = usual_currency(session, given.dispute)
        entries += [edit_dispute(session, given.dispute, changes)] if changes else []
        return next((each for each in reversed(entries) if each is not None), None)

    return changed(call, keep)


def institution(call: Call, given: argparse.Namespace) -> int:
    """State what is known of the other side, and warn of numbers of which nothing is."""
    from evidence_app.actions.workspace import circumstances_as, split_numbers, state, workspace
    from evidence_app.workspace_documents import unmatched_words

    names = ("licence", "app", "publisher", "shown_publisher")
    stated: dict[str, Any] = {name: getattr(given, name) for name in names}
    stated |= {name: texts(getattr(given, name)) for name in ("domains", "numbers", "circumstances")}
    if given.numbers is not None:
        stated["numbers"] = split_numbers(given.numbers)
    changes = {name: value for name, value in stated.items() if value is not None}
    with call.session(write=True) as session:
        if given.type is not None:
            said = InstitutionType("" if given.type == "none" else given.type)
            changes |= {"circumstances": circumstances_as(session, given.dispute, said)}
        entries = [state(session, Institution(id="", dispute_id=given.dispute), changes)] if changes else []
        if given.not_theirs is not None:
            others = {"numbers": split_numbers(given.not_theirs)}
            entries.append(state(session, NotTheirs(id="", dispute_id=given.dispute), others))
        seq = next((each for each in reversed(entries) if each is not None), None)
        found = workspace(session, given.dispute)
    call.answer({"entry": seq, "numbers_unmatched": list(found.unmatched)})
    call.say(call.words("workspace.changed" if seq is not None else "workspace.unchanged"))
    if found.unmatched:
        call.complain(printable(unmatched_words(found, call.language)))
    return OK


def channel(call: Call, given: argparse.Namespace) -> int:
    """Keep a channel of the institution and print its id; of one that is kept already, what is said of it now."""
    from evidence_app.actions.workspace import add, change, stated_in

    with call.session(write=True) as session:
        facts = _channel_facts(session, given)
        with session.vault.read() as catalog:
            kept = stated_in(catalog, given.dispute).channels
        kind = ChannelKind(given.kind)
        there = next((each.id for each in kept if (each.kind, each.value) == (kind, given.value)), "")
        if there:
            change(session, there, facts)
        else:
            wanted = Channel(id="", dispute_id=given.dispute, kind=kind, value=given.value, **facts)
            there = add(session, wanted).item.id
    write_out(there)
    return OK


def _channel_facts(session: "Session", given: argparse.Namespace) -> dict[str, Any]:
    """Return what was said of a channel. Raises InputProblem("exhibit-unknown")."""
    said = {name: getattr(given, name) for name in ("verified_by", "verified_on", "doubt")}
    facts = {name: value for name, value in said.items() if value is not None}
    if given.known_from is not None:
        facts["known_from"] = KnownFrom(given.known_from)
    if given.exhibit:
        [facts["exhibit_id"]] = shown_by(session, given)
    return facts
