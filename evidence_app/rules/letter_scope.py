"""Which events and findings belong into a letter of each kind. Pure."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from evidence_app.domain.disputes import Basis, DisputeType
from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.letters import LetterKind
from evidence_app.rules.beginning_of_contacts import ABOUT_CONTACTS
from evidence_app.rules.data_requests import is_of_data
from evidence_app.rules.early_settlement import is_planned
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.findings import OF_CONTACTS, RuleFinding
from evidence_app.rules.law import About, Whose
from evidence_app.rules.letter_answers import answers
from evidence_app.rules.letter_facts import FROM_THEM, MOST_FACTS, SPOKEN, Told, Weighing, told
from evidence_app.rules.letter_text import Matter
from evidence_app.rules.named_bodies import is_other_body
from evidence_app.rules.others import hotlines
from evidence_app.rules.parties import TALK
from evidence_app.rules.promises import first_said

OF_MARKS = frozenset({"threat", "third_party", "disclosed"})
"""Marks of the same."""

OF_DATA = frozenset({LetterKind.DATA_ACCESS, LetterKind.DATA_CORRECTION, LetterKind.DATA_DELETION})
"""Letters about one's own data."""

EXAMPLES = 6
"""Contacts of a harassment dispute in a letter about one's data: they only show that it is used."""

OF_EVENTS = (Basis.SHOWN, Basis.FILED, Basis.DEPARTED)
"""How a beginning is known by what happened, not by what a person states or a program supposes."""

_DIALLED = re.compile(r"(?<![\d.])\d{5,}(?![\d.])")
"""A number as it is dialled, also in a name: 12378热线."""


def told_in(kind: LetterKind, matter: Matter, elsewhere: AbstractSet[str] = frozenset()) -> Told:
    """Return the events that a letter tells of as facts; those ``elsewhere`` another part of it tells."""
    each_message, of_calls = kind is LetterKind.STOP_CONTACT, kind is LetterKind.WRITTEN_CONFIRMATION
    of_contacts = _of_contacts(matter) if each_message else frozenset()
    is_example = kind in OF_DATA and matter.dispute.type is DisputeType.HARASSMENT
    first = of_contacts | _marked_contacts(matter) if each_message else frozenset()
    weighing = Weighing(
        matter.tags,
        about_them(matter),
        {} if of_calls else {one: first.event_id for one, first in first_said(matter.promises).items()},
        matter.region,
        each_call=of_calls,
        adverts_matter=matter.dispute.type is DisputeType.LOAN_PORTAL,
        codes_matter=matter.dispute.type is DisputeType.ACCOUNT_STOLEN,
        each_message=each_message,
        since=_known_since(matter) if each_message else None,
        first=_of_data(matter) if is_example else first,
        most=EXAMPLES if is_example else MOST_FACTS,
    )
    happenings = [each for each in matter.happenings if each.event_id not in elsewhere]
    unasked = _unasked(kind, happenings, matter) - of_contacts - _marked_contacts(matter)
    found = told(
        [each for each in happenings if each.event_id not in unasked],
        lambda each: _belongs(each, kind, matter) or each.event_id in of_contacts,
        weighing,
    )
    return replace(found, left=0) if is_example else found  # examples leave out what they stand for


def _unasked(kind: LetterKind, happenings: Sequence[Happening], matter: Matter) -> frozenset[str]:
    """Return what a request leaves out: answers that the person had asked for, and calls in which nothing was noted.

    Where of no call anything is known, what was said in them is what is asked.
    """
    if kind is LetterKind.STOP_CONTACT:
        return answers(happenings, matter.region)
    if kind is not LetterKind.WRITTEN_CONFIRMATION:
        return frozenset()
    calls = [each for each in happenings if each.kind is EventKind.CALL]
    told = {each.event_id for each in calls if _tells(each) and not _is_with_a_body(each)}
    return frozenset(each.event_id for each in calls if told and each.event_id not in told)


def _tells(call: Happening) -> bool:
    return bool(call.promise or noted(call) or call.agent_id)


def about_them(matter: Matter) -> tuple[RuleFinding, ...]:
    """Return the findings about the other side: what the person could do better is nobody else's matter."""
    return tuple(each for each in matter.findings if each.rule.about is About.THEM)


def departs(found: RuleFinding) -> bool:
    """Tell whether a finding is said of the respondent: that a body is late is nothing that the institution does.

    A filing that no event shows is told, too, for the writer to add what shows it.
    """
    if found.is_mere_fact or not (found.rule.source or found.rule.in_letters):
        return False
    if found.clocks:
        return all(each.deadline.clock.whose is Whose.INSTITUTION for each in found.clocks)
    return bool(found.event_ids)


def noted(call: Happening) -> str:
    """Return what a person noted of a call: the words of a list or a bubble are no words that somebody said."""
    return call.text if call.origin is Origin.PERSON or "text" in call.typed else ""


def _known_since(matter: Matter) -> date | None:
    """Return since when it is in dispute, if the person says so, or an event shows it; nothing is guessed here.

    Where any contact is a part of it, what shows the trouble first is not the first of them. A filing tells no
    beginning: what it complains of came before.
    """
    began, shown = matter.began, () if matter.dispute.type in ABOUT_CONTACTS else (Basis.SHOWN,)
    return began.day if began is not None and began.basis in (Basis.STATED, *shown) else None


def _of_contacts(matter: Matter) -> frozenset[str]:
    """Return what a request to stop contact rests on, dated or not: its findings, and that the person asked before."""
    found = (each for each in about_them(matter) if each.rule.measure in OF_CONTACTS and departs(each))
    asked = (each for each in matter.happenings if each.direction is Direction.OUT)
    said = {each.event_id for each in asked if each.kind in TALK and is_said("stop_request", each.words)}
    return frozenset(said.union(*(each.event_ids for each in found)))


def _marked_contacts(matter: Matter) -> frozenset[str]:
    """Return what a person marked as a threat or as told to others, whether a finding came of it or not."""
    return frozenset(event_id for event_id, tags in matter.tags.items() if not OF_MARKS.isdisjoint(tags))


def _of_data(matter: Matter) -> frozenset[str]:
    """Return what tells of data by itself, and not only as a contact."""
    return frozenset(
        each.event_id
        for each in matter.happenings
        if is_of_data(each, None, matter.tags.get(each.event_id, frozenset()))
    )


def _belongs(each: Happening, kind: LetterKind, matter: Matter) -> bool:
    """Tell whether an event belongs into a letter of a kind. Files stand for themselves and are no event to tell of."""
    tags = matter.tags.get(each.event_id, frozenset())
    is_to_come = matter.today is not None and each.day is not None and each.day > matter.today
    if each.kind in MOVES_MONEY and is_to_come and not is_planned(each):
        return False  # a row of a plan that looks like a payment: nothing was tried that is still to come
    if kind in OF_DATA and not is_of_data(each, matter.dispute.type, tags):
        return False
    if kind in OF_DATA and each.promise and matter.dispute.type is DisputeType.HARASSMENT:
        return each.event_id in _of_data(matter)
    if kind is LetterKind.WRITTEN_CONFIRMATION:
        has_talk = each.direction in SPOKEN and bool(each.duration_s) and each.at is not None
        return each.kind is EventKind.CALL and (_tells(each) or has_talk) and not _is_with_a_body(each)
    if kind is LetterKind.STOP_CONTACT:
        is_contact = each.kind in TALK and each.direction in FROM_THEM and not _is_with_a_body(each)
        return is_contact and each.at is not None and not each.promise  # who wants quiet complains of no promise
    return each.kind is not EventKind.DOCUMENT


def _is_with_a_body(each: Happening) -> bool:
    """Tell whether a call or message was with an authority: the institution can neither confirm nor stop it."""
    return is_other_body(each.party) or not hotlines().isdisjoint(_DIALLED.findall(f"{each.number} {each.party}"))
