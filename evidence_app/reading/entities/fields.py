"""What the fields of machine-read events carry, as suggestions; and fields filled from the words of a message. Pure."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal

from evidence_app.domain.deciding import names_successor
from evidence_app.domain.events import Direction, EventFacts, EventKind
from evidence_app.domain.machine_text import Place
from evidence_app.domain.money import plain_amount
from evidence_app.domain.suggestions import ReadEvent, Suggested, SuggestionKind
from evidence_app.reading.entities.agent_names import agent_name, name_beside_number
from evidence_app.reading.entities.agents import find_agents
from evidence_app.reading.entities.flat import Flat, flat_text
from evidence_app.reading.entities.found import Known
from evidence_app.reading.passages import Passage

_NUMBER = re.compile(r"\+?[\d\s()-]{3,}(?:转\d+)?")
_COMPANY = re.compile(
    r"(?:公司|金融|[银銀]行|小[贷貸]|信[贷貸]|[贷貸]款|[财財][务務]|保[险險]|金服|[数數]科|消金|融[资資]|分期)$"
)
_WAGES = re.compile(r"\s*(?:薪[资資水]|工[资資]|[奖獎]金|代[发發]工[资資]|salary|payroll|wages)", re.IGNORECASE)
"""Of whom one has these, is one's employer."""
_NO_SIGN = re.compile(r"[^A-Za-z0-9]")
_NO_DIGIT = re.compile(r"[^\d+转]")

NOTHING_KNOWN = Known(territory=None)

STRUCTURED = 0.95
"""How sure a field of a row is that a recogniser understood, at most: as sure as the row."""


Named = Set[tuple[SuggestionKind, str]]
"""Kinds and values of suggestions."""


def carried(event: ReadEvent, index: int, passage: Passage, own: Named, anywhere: Named) -> list[Suggested]:
    """Return what an event's fields carry and is not named yet, in its ``own`` words, which ``passage`` has.

    What its words do not show (the number of a complaint, which each of its steps has) is named where it is shown.
    """
    digits = _digits(passage.text)
    return [
        Suggested(
            kind, value, quote, _place(event, passage, quote), min(STRUCTURED, event.confidence), event_index=index
        )
        for kind, value, quote in _fields(event.facts)
        if (kind, value) not in (own if _digits(quote).removesuffix("00") in digits else anywhere)
    ]


def _place(event: ReadEvent, passage: Passage, quote: str) -> Place:
    """Return where the words stand, that of the whole event where its own words have them otherwise."""
    at = passage.text.find(quote)
    return passage.place_of(at, at + len(quote)) if at >= 0 else event.place


def _digits(text: str) -> str:
    return _NO_SIGN.sub("", text)


def is_piece(named: Suggested, event: ReadEvent) -> bool:
    """Tell whether what was found is only a part of the event's reference, which the page shows over several lines."""
    whole = event.facts.reference
    return named.kind in _NUMBERS and named.value != whole and named.value in whole


_NUMBERS = (SuggestionKind.REFERENCE, SuggestionKind.PHONE, SuggestionKind.REDACTION)


def _fields(facts: EventFacts) -> list[tuple[SuggestionKind, str, str]]:
    fields = []
    if facts.amount is not None:
        amount = plain_amount(facts.amount)
        fields.append((SuggestionKind.AMOUNT, f"{amount} {facts.currency}", amount))
    if facts.reference:
        fields.append((SuggestionKind.REFERENCE, facts.reference, facts.reference))
    if facts.agent_id:
        fields.append((SuggestionKind.AGENT_ID, facts.agent_id, facts.agent_id))
    if facts.kind is EventKind.PAYMENT and _COMPANY.search(facts.party) and not _WAGES.match(facts.text):
        fields.append((SuggestionKind.INSTITUTION, facts.party, facts.party))
    number = next((each for each in (facts.number, facts.party) if _NUMBER.fullmatch(each)), "")
    if number:
        fields.append((SuggestionKind.PHONE, _NO_DIGIT.sub("", number), number))
    return fields


def with_speaker(event: ReadEvent) -> ReadEvent:
    """Return a message of the other side with the agent's number and name that the sender's name holds.

    客服小王-工号80231 has both.
    """
    facts = event.facts
    if facts.kind is not EventKind.MESSAGE or facts.direction is not Direction.IN or facts.agent_id:
        return event
    name = flat_text(facts.party)
    numbers = {each.value for each in find_agents(Flat(name, name), NOTHING_KNOWN)}
    if len(numbers) != 1:
        return event
    called = facts.agent_name or name_beside_number(facts.party)
    return replace(event, facts=replace(facts, agent_id=numbers.pop(), agent_name=called))


def filled(event: ReadEvent, named: Sequence[Suggested], passage: Passage) -> ReadEvent:
    """Return a message with what its own words name exactly once, in fields that the page left empty.

    Who the agent is only the other side's own messages say: the complainant's speak of others. A telephone number that
    somebody names is not the one that they write from.
    """
    facts = event.facts
    if facts.kind is not EventKind.MESSAGE:
        return event
    amount, reference = _only(named, SuggestionKind.AMOUNT), _only(named, SuggestionKind.REFERENCE)
    if amount and facts.amount is None:
        value, currency = amount.split()
        facts = replace(facts, amount=Decimal(value), currency=currency)
    if reference and not facts.reference:
        facts = replace(facts, reference=reference)
    if facts.direction is Direction.IN:
        facts = replace(
            facts,
            agent_name=facts.agent_name or agent_name(passage),
            agent_id=facts.agent_id or _own_agent(named, passage),
        )
    return replace(event, facts=facts)


def _own_agent(named: Sequence[Suggested], passage: Passage) -> str:
    """Return the agent's number of a message, unless that agent is said to take over: somebody else wrote it."""
    agent = _only(named, SuggestionKind.AGENT_ID)
    return "" if names_successor(passage.text, agent) else agent


def _only(named: Sequence[Suggested], kind: SuggestionKind) -> str:
    values = {each.value for each in named if each.kind is kind}
    return values.pop() if len(values) == 1 else ""
