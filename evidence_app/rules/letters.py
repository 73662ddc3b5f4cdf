"""Letters made of what is confirmed: each statement names the events that it rests on, or says that it rests on none.

Polite, precise, no threats. What only the writer knows is left as a marked blank, never invented.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evidence_app.amount_words import amount_words
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import Complaint
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.rules.findings import RuleFinding
from evidence_app.rules.law import BodyKind, Source, body

LONGEST_QUOTE = 200
"""Characters of one message in a letter: the exhibit has the rest."""

MOST_FACTS = 40
"""Facts in one letter: a reader has ten minutes. The chronology of the dossier holds all of them."""


class LetterKind(StrEnum):
    """What a letter is for."""

    COMPLAINT = "complaint"
    DATA_ACCESS = "data_access"
    DATA_CORRECTION = "data_correction"
    DATA_DELETION = "data_deletion"
    STOP_CONTACT = "stop_contact"
    WRITTEN_CONFIRMATION = "written_confirmation"


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence. ``event_ids`` are what it rests on; ``is_fact`` says whether it should rest on something."""

    text: str
    event_ids: tuple[str, ...] = ()
    is_fact: bool = False
    sources: tuple[Source, ...] = ()

    @property
    def is_unsupported(self) -> bool:
        """Whether it states a fact for which there is no event."""
        return self.is_fact and not self.event_ids


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its statements, numbered where their order matters."""

    heading: str
    statements: tuple[Statement, ...]
    numbered: bool = False

    def lines(self, mark: str) -> list[str]:
        """Return the statements as lines, numbered if they are to be; ``mark`` follows a fact that nothing shows."""
        return [
            (f"{number}. " if self.numbered else "") + each.text + (mark if each.is_unsupported else "")
            for number, each in enumerate(self.statements, 1)
        ]


@dataclass(frozen=True, slots=True)
class LetterText:
    """A whole letter. ``addressee`` is to whom it goes."""

    kind: LetterKind
    title: str
    addressee: str
    sections: tuple[Section, ...]
    signature: str

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in order."""
        return tuple(each for section in self.sections for each in section.statements)

    def plain_text(self, mark: str) -> str:
        """Return the letter as lines of text."""
        lines = [self.title, "", self.addressee, ""]
        for section in self.sections:
            lines += [section.heading, *section.lines(mark), ""]
        return "\n".join([*lines, self.signature])


@dataclass(frozen=True, slots=True)
class Matter:
    """All that letters are made of. ``exhibit_numbers`` are those of each event's exhibits, ``labels`` their names."""

    dispute: Dispute
    happenings: Sequence[Happening]
    findings: Sequence[RuleFinding] = ()
    complaints: Sequence[Complaint] = ()
    exhibit_numbers: Mapping[str, Sequence[int]] | None = None
    labels: Mapping[int, str] | None = None
    reply_by: date | None = None


def letter(kind: LetterKind, matter: Matter, language: Language, body_id: str = "") -> LetterText:
    """Return a letter to the institution, or to a body."""
    return _Writer(kind, matter, language, body_id).letter()


class _Writer:
    """One letter being written."""

    def __init__(self, kind: LetterKind, matter: Matter, language: Language, body_id: str) -> None:
        self._kind = kind
        self._matter = matter
        self._language = language
        self._body_id = body_id
        self._cited: dict[int, None] = {}

    def letter(self) -> LetterText:
        sections = [each for each in self._sections() if each.statements]
        evidence = self._evidence()
        if evidence:
            sections.append(Section(self._say("heading.evidence"), evidence))
        return LetterText(
            self._kind,
            self._say(f"title.{self._kind.value}"),
            self._addressee(),
            tuple(sections),
            self._say("heading.signature"),
        )

    def _addressee(self) -> str:
        found = body(self._body_id)
        if found is None or found.kind is BodyKind.INSTITUTION:
            return self._matter.dispute.institution
        return found.name[self._language]

    def _sections(self) -> Iterator[Section]:
        dispute = self._matter.dispute
        yield Section(self._say("heading.who"), tuple(self._who()))
        yield Section(self._say("heading.whom"), (Statement(self._say("line.whom", institution=dispute.institution)),))
        yield Section(self._say("heading.matter"), tuple(self._about()))
        yield Section(self._say("heading.facts"), tuple(self._facts()), numbered=True)
        if self._kind is not LetterKind.COMPLAINT:
            yield Section(self._say("heading.demands"), (Statement(self._say(f"body.{self._kind.value}")),))
        else:
            yield Section(self._say("heading.money"), tuple(self._money()))
            yield Section(self._say("heading.standards"), tuple(self._standards()))
            yield Section(self._say("heading.demands"), tuple(self._demands()), numbered=True)
            yield Section(self._say("heading.earlier"), tuple(self._earlier()))
        yield Section(self._say("heading.reply"), (Statement(self._reply()),))

    def _who(self) -> Iterator[Statement]:
        dispute = self._matter.dispute
        name = dispute.complainant or self._blank("complainant")
        contact = dispute.complainant_contact or self._blank("contact")
        yield Statement(self._say("line.who", name=name, contact=contact))
        if dispute.representative:
            contact = dispute.representative_contact or self._blank("contact")
            yield Statement(self._say("line.representative", name=dispute.representative, contact=contact))

    def _about(self) -> Iterator[Statement]:
        """Yield what the person said it is about, else what such disputes are about, which the events have to show."""
        dispute = self._matter.dispute
        shown = tuple(each.event_id for each in self._told())
        text = dispute.summary or self._say(f"matter.{dispute.type.value}")
        yield Statement(text, shown, is_fact=True)

    def _facts(self) -> Iterator[Statement]:
        told = self._told()
        for each in told:
            yield Statement(self._sentence(each) + self._exhibits([each.event_id]), (each.event_id,), is_fact=True)
        if not told:
            yield Statement(self._say("line.nothing_yet"), is_fact=True)

    def _told(self) -> list[Happening]:
        """Return the events that the letter tells of: those that matter for its kind, the most telling of many."""
        wanted = [each for each in self._matter.happenings if _matters(self._kind, each)]
        if len(wanted) <= MOST_FACTS:
            return wanted
        cited = {event_id for finding in self._matter.findings for event_id in finding.event_ids}
        ranked = sorted(wanted, key=lambda each: (not each.promise, each.event_id not in cited, not each.exhibit_ids))
        chosen = {each.event_id for each in ranked[:MOST_FACTS]}
        return [each for each in wanted if each.event_id in chosen]

    def _money(self) -> Iterator[Statement]:
        dispute = self._matter.dispute
        if dispute.amount is not None:
            amount = amount_words(dispute.currency, dispute.amount, self._language)
            yield Statement(self._say("line.amount", amount=amount))

    def _standards(self) -> Iterator[Statement]:
        for each in self._matter.findings:
            if each.event_ids and each.rule.source:
                sources = self._sources(each.sources())
                said = f"{each.says(self._language)}{sources}"
                yield Statement(said + self._exhibits(each.event_ids[:8]), each.event_ids, True, each.sources())

    def _sources(self, sources: Iterable[Source]) -> str:
        named = (
            self._say("between.source", title=each.title[self._language], checked=each.checked.isoformat())
            for each in sources
        )
        return self._say("between.aside", words=self._say("between.sources").join(named))

    def _demands(self) -> Iterator[Statement]:
        dispute = self._matter.dispute
        yield from (Statement(each) for each in dispute.demands or self._usual_demands(dispute.type))

    def _usual_demands(self, kind: DisputeType) -> list[str]:
        return self._say(f"demand.{kind.value}").split("|")

    def _earlier(self) -> Iterator[Statement]:
        for each in self._matter.complaints:
            if each.filed_on is None or each.body == self._body_id:
                continue
            known = body(each.body)
            facts = {"day": each.filed_on.isoformat(), "body": known.name[self._language] if known else each.body}
            key = "line.earlier" if each.reference else "line.earlier_unnumbered"
            yield Statement(
                self._say(key, **facts, reference=each.reference), (each.event_id,) if each.event_id else ()
            )

    def _reply(self) -> str:
        by = self._matter.reply_by
        return self._say("line.reply_by", day=by.isoformat()) if by else self._say("line.reply")

    def _evidence(self) -> tuple[Statement, ...]:
        labels = self._matter.labels or {}
        return tuple(
            Statement(self._say("line.evidence", number=number, label=labels.get(number, "")))
            for number in sorted(self._cited)
        )

    # -- sentences ------------------------------------------------------------------------------------------------

    def _sentence(self, each: Happening) -> str:
        facts = {
            "when": _when(each),
            "party": each.party or each.number or self._say("event.them"),
            "text": _shortened(each.text),
            "amount": amount_words(each.currency, each.amount, self._language) if each.amount is not None else "",
            "outcome": self._outcome(each),
            "promise": _shortened(each.promise),
            "due": self._say("event.due", day=each.promise_due.isoformat()) if each.promise_due else "",
            "talk": self._talk(each),
            "agent": self._say("event.of_agent", agent=each.agent_id) if each.agent_id else "",
        }
        if each.kind is EventKind.CALL and facts["text"]:
            facts["text"] = self._say("between.said", text=facts["text"])
        return self._say(f"event.{_sentence_kind(each)}", **facts)

    def _talk(self, each: Happening) -> str:
        if not each.duration_s:
            return ""
        minutes, seconds = divmod(each.duration_s, 60)
        form = "short" if not minutes else "length" if seconds else "whole_minutes"
        length = self._say(f"event.{form}", minutes=minutes, seconds=seconds)
        agent = self._say("event.agent", agent=each.agent_id) if each.agent_id else ""
        return self._say("event.talk", length=length, agent=agent)

    def _outcome(self, each: Happening) -> str:
        if each.outcome in (Outcome.NONE, Outcome.DONE, Outcome.PAID):
            return ""
        return self._say("between.aside", words=name_of(each.outcome, self._language))

    def _exhibits(self, event_ids: Iterable[str]) -> str:
        numbers = sorted(
            {number for event_id in event_ids for number in (self._matter.exhibit_numbers or {}).get(event_id, ())}
        )
        self._cited |= dict.fromkeys(numbers)
        told = self._say("between.numbers").join(map(str, numbers))
        return self._say("exhibits", numbers=told) if numbers else ""

    def _blank(self, what: str) -> str:
        return self._say("blank", what=self._say(f"what.{what}"))

    def _say(self, key: str, **facts: object) -> str:
        return phrase("letters", key, self._language, **facts)


def _matters(kind: LetterKind, each: Happening) -> bool:
    """Tell whether a letter of a kind tells of an event. Files stand for themselves and are no event to tell of."""
    if kind is LetterKind.WRITTEN_CONFIRMATION:
        return each.kind is EventKind.CALL and bool(each.promise or each.text or each.agent_id)
    if kind is LetterKind.STOP_CONTACT:
        return each.kind in (EventKind.CALL, EventKind.MESSAGE) and each.direction is not Direction.OUT
    return each.kind is not EventKind.DOCUMENT


def _sentence_kind(each: Happening) -> str:
    if each.promise:
        return "promise"
    match each.kind:
        case EventKind.MESSAGE:
            return "message_out" if each.direction is Direction.OUT else "message_in"
        case EventKind.CALL if each.direction in (Direction.MISSED, Direction.REJECTED):
            return "call_missed"
        case EventKind.CALL:
            return "call_out" if each.direction is Direction.OUT else "call_in"
        case EventKind.PAYMENT if each.direction in (Direction.IN, Direction.OUT):
            return f"payment_{each.direction.value}"
        case EventKind.DOCUMENT:
            return EventKind.NOTE.value
        case _:
            return each.kind.value


def _when(each: Happening) -> str:
    if each.at is None:
        return "—"
    forms = {Precision.MONTH: "%Y-%m", Precision.DAY: "%Y-%m-%d", Precision.MINUTE: "%Y-%m-%d %H:%M"}
    return each.at.strftime(forms.get(each.precision, "%Y-%m-%d %H:%M:%S"))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"
