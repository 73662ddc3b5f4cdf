"""Letters made of what is confirmed: each statement names the events that it rests on, or says that it rests on none.

Polite, precise, no threats. What only the writer knows is left as a marked blank, never invented.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from evidence_app.amount_words import amount_words
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import Complaint, PromiseState
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.rules.agents import Promise
from evidence_app.rules.findings import RuleFinding
from evidence_app.rules.law import About, Body, BodyKind, Source, body
from evidence_app.rules.letter_facts import FROM_THEM, SPOKEN, Fact, Shape, Told, Weighing, paid_on_its_day, told
from evidence_app.rules.letter_roles import Role, role_of, wants_identity

LONGEST_QUOTE = 200
"""Characters of one message in a letter: the exhibit has the rest."""


NOT_MOVED = frozenset({Outcome.FAILED, Outcome.PENDING, Outcome.CLOSED})
"""Outcomes of payments that moved no money, or not yet."""


DONE_AS_SAID = frozenset({Outcome.NONE, Outcome.DONE, Outcome.PAID})
"""Outcomes that the sentence about a payment says already."""

OF_CONTACTS = frozenset({"contact_in_hours", "answered_calls_per_day", "unanswered_attempts_per_day", "tagged"})
"""Measures of how the other side makes contact."""


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
    """A heading and its statements, numbered where their order matters; ``closing`` stands below them."""

    heading: str
    statements: tuple[Statement, ...]
    numbered: bool = False
    closing: str = ""

    def lines(self, mark: str) -> list[str]:
        """Return the statements as lines, numbered if they are to be; ``mark`` follows a fact that nothing shows."""
        return [
            (f"{number}. " if self.numbered else "") + each.text + (mark if each.is_unsupported else "")
            for number, each in enumerate(self.statements, 1)
        ] + [self.closing] * bool(self.closing)


@dataclass(frozen=True, slots=True)
class LetterText:
    """A whole letter. ``addressee`` is to whom it goes, ``opening`` the line that says so."""

    kind: LetterKind
    title: str
    addressee: str
    opening: str
    sections: tuple[Section, ...]
    signature: str

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in order."""
        return tuple(each for section in self.sections for each in section.statements)

    def plain_text(self, mark: str) -> str:
        """Return the letter as lines of text."""
        lines = [self.title, "", self.opening, ""]
        for section in self.sections:
            lines += [section.heading, *section.lines(mark), ""]
        return "\n".join([*lines, self.signature])


@dataclass(frozen=True, slots=True)
class Matter:
    """All that letters are made of: ``happenings`` are those that may be told.

    ``exhibit_numbers`` are those of each event's exhibits, ``labels`` their names, ``tags`` the marks of each event.
    Numbers are compared as in ``region``. ``money_with_them`` is the money that is known to be the institution's: of
    other money that names nobody, nothing is said of whose it is.
    """

    dispute: Dispute
    happenings: Sequence[Happening]
    findings: Sequence[RuleFinding] = ()
    complaints: Sequence[Complaint] = ()
    exhibit_numbers: Mapping[str, Sequence[int]] | None = None
    labels: Mapping[int, str] | None = None
    reply_by: date | None = None
    promises: Sequence[Promise] = ()
    tags: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    region: str = "CN"
    today: date | None = None
    money_with_them: AbstractSet[str] = frozenset()


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
        self._body = _other_than_the_institution(body_id)
        self._role = role_of(self._body, complains=kind is LetterKind.COMPLAINT)
        self._cited: dict[int, None] = {}
        self._fates = {each.happening.event_id: each for each in matter.promises}

    def letter(self) -> LetterText:
        sections = [each for each in self._sections() if each.statements]
        evidence = self._evidence()
        if evidence:
            sections.append(Section(self._say("heading.evidence"), evidence))
        return LetterText(
            self._kind,
            self._say(f"title.{self._kind.value if self._role is Role.REQUEST else self._role.value}"),
            self._addressee(),
            self._say("line.to", addressee=self._addressee()),
            tuple(sections),
            self._say("heading.signature"),
        )

    def _addressee(self) -> str:
        if self._body is None:
            return self._matter.dispute.institution
        return (self._body.addressee or self._body.name)[self._language]

    @cached_property
    def _told(self) -> Told:
        """The events that the letter tells of."""
        each_call = self._kind is LetterKind.WRITTEN_CONFIRMATION
        adverts = self._matter.dispute.type is DisputeType.LOAN_PORTAL
        weighing = Weighing(self._matter.tags, self._about_them(), self._matter.region, each_call, adverts)
        return told(self._matter.happenings, lambda each: _matters(self._kind, each), weighing)

    def _about_them(self) -> tuple[RuleFinding, ...]:
        """Return the findings about the other side: what the person could do better is nobody else's matter."""
        return tuple(each for each in self._matter.findings if each.rule.about is About.THEM)

    def _sections(self) -> Iterator[Section]:
        yield Section(self._say(f"heading.who_{self._role.value}"), tuple(self._who()))
        yield Section(self._say(f"heading.whom_{self._role.value}"), (Statement(self._whom()),))
        yield Section(self._say("heading.matter"), tuple(self._about()))
        yield Section(self._say("heading.facts"), tuple(self._facts()), numbered=True, closing=self._more())
        if self._kind is not LetterKind.COMPLAINT:
            yield Section(self._say("heading.standards"), tuple(self._standards()))
            yield Section(self._say("heading.demands"), (Statement(self._request()),))
        else:
            demands = "heading.demands" if self._body is None else "heading.demands_of"
            yield Section(self._say("heading.money"), tuple(self._money()))
            yield Section(self._say("heading.standards"), tuple(self._standards()))
            yield Section(self._say(demands), tuple(self._demands()), numbered=True)
            yield Section(self._say("heading.earlier"), tuple(self._earlier()))
        yield Section(self._say("heading.reply"), tuple(self._reply()))

    def _whom(self) -> str:
        """Return against whom it is: some bodies take complaints about somebody else only."""
        if self._body is not None and self._body.respondent is not None:
            return self._body.respondent[self._language]
        return self._say("line.whom", institution=self._matter.dispute.institution)

    def _who(self) -> Iterator[Statement]:
        dispute = self._matter.dispute
        name = dispute.complainant or self._blank("complainant")
        contact = dispute.complainant_contact or self._blank("contact")
        yield Statement(self._say("line.who", name=name, contact=contact))
        if self._kind is LetterKind.COMPLAINT and wants_identity(self._body_id, self._matter.region):
            yield Statement(self._say("line.identity", number=self._blank("identity")))
        if dispute.representative:
            contact = dispute.representative_contact or self._blank("contact")
            yield Statement(self._say("line.representative", name=dispute.representative, contact=contact))

    def _about(self) -> Iterator[Statement]:
        """Yield what the person said it is about, else what such disputes are about, which the events have to show."""
        dispute = self._matter.dispute
        shown = tuple(event_id for fact in self._told.facts for event_id in fact.event_ids)
        them = self._say("them.institution" if self._body is None else "them.body")
        text = dispute.summary or self._say(f"matter.{dispute.type.value}", them=them)
        yield Statement(text, shown, is_fact=True)

    def _facts(self) -> Iterator[Statement]:
        for fact in self._told.facts:
            yield Statement(self._line(fact) + self._exhibits(fact.event_ids), fact.event_ids, is_fact=True)
        if not self._told.facts:
            yield Statement(self._say("line.nothing_yet"), is_fact=True)

    def _more(self) -> str:
        left = self._told.left
        return self._say("line.more", count=left) if left else ""

    def _request(self) -> str:
        """Return what a letter asks for that is no complaint; of a body, that it has the institution do so."""
        table = "body" if self._body is None else "body_of"
        says_what = any(each.promise or each.text for fact in self._told.facts for each in fact.happenings)
        is_open = self._kind is LetterKind.WRITTEN_CONFIRMATION and not says_what
        return self._say(f"{table}.{self._kind.value}{'_open' * is_open}", wrong=self._blank("wrong"))

    def _money(self) -> Iterator[Statement]:
        dispute = self._matter.dispute
        if dispute.amount is not None:
            amount = amount_words(dispute.currency, dispute.amount, self._language)
            yield Statement(self._say("line.amount", amount=amount))

    def _standards(self) -> Iterator[Statement]:
        """Yield what departs from a standard: all of it in a complaint, and of contacts where these are to stop."""
        wanted = {LetterKind.COMPLAINT: None, LetterKind.STOP_CONTACT: OF_CONTACTS}.get(self._kind, frozenset())
        for each in self._about_them():
            is_wanted = wanted is None or each.rule.measure in wanted
            if is_wanted and each.event_ids and each.rule.source and not each.was_before:
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
        if not self._role.wants_demands:
            return
        yield from (Statement(each) for each in dispute.demands or self._usual_demands(dispute.type))

    def _usual_demands(self, kind: DisputeType) -> list[str]:
        return self._say(f"demand.{kind.value}").split("|")

    def _earlier(self) -> Iterator[Statement]:
        today = self._matter.today
        for each in self._matter.complaints:
            if each.filed_on is None or each.body == self._body_id or (today is not None and each.filed_on > today):
                continue
            facts = {"day": each.filed_on.isoformat(), "body": self._complained_to(each.body)}
            known = body(each.body)
            key = "line.reported" if known is not None and known.kind is BodyKind.POLICE else "line.earlier"
            key += "" if each.reference else "_unnumbered"
            yield Statement(
                self._say(key, **facts, reference=each.reference), (each.event_id,) if each.event_id else ()
            )

    def _complained_to(self, body_id: str) -> str:
        """Return to whom a complaint went: of the institution its name, never its office, or that it reads this."""
        known = body(body_id)
        if known is None:
            return body_id
        if known.kind is not BodyKind.INSTITUTION:
            return known.name[self._language]
        return self._matter.dispute.institution if self._body is not None else self._say("them.institution")

    def _reply(self) -> Iterator[Statement]:
        by = self._matter.reply_by
        if self._role is Role.STATEMENT:
            return
        if self._body is not None:
            yield Statement(self._say("line.reply_of_police" if self._role is Role.REPORT else "line.reply_of_body"))
        else:
            yield Statement(self._say("line.reply_by", day=by.isoformat()) if by else self._say("line.reply"))

    def _evidence(self) -> tuple[Statement, ...]:
        labels = self._matter.labels or {}
        return tuple(
            Statement(self._say("line.evidence", number=number, label=labels.get(number, "")))
            for number in sorted(self._cited)
        )

    # -- sentences ------------------------------------------------------------------------------------------------

    def _line(self, fact: Fact) -> str:
        match fact.shape:
            case Shape.PLAN:
                return self._plan(fact.happenings)
            case Shape.CALLS:
                return self._calls(fact)
            case Shape.ONE:
                return self._sentence(fact.first) + self._fate(fact)

    def _plan(self, rows: Sequence[Happening]) -> str:
        """Return one line for all rows of a plan; two pictures of it show most of them twice."""
        once = {(each.day, each.amount): each for each in rows if each.day is not None and each.amount is not None}
        days = sorted(day for day, _ in once if day is not None)
        amounts = [amount for _, amount in once if amount is not None]
        even = len(set(amounts)) == 1
        shown = amounts[0] if even else sum(amounts, Decimal())
        form = "one" if len(once) == 1 else "" if even else "uneven"
        return self._say(
            f"event.plan_{form}".rstrip("_"),
            since=days[0].isoformat(),
            until=days[-1].isoformat(),
            count=len(once),
            amount=amount_words(rows[0].currency, shown, self._language),
            states=self._states(list(once.values())),
        )

    def _states(self, rows: Sequence[Happening]) -> str:
        """Return what a plan says of its rows, as far as nothing else contradicts it: a picture shows one moment."""
        paid = [each for each in rows if each.outcome is Outcome.PAID]
        late = [each for each in rows if each.outcome is Outcome.OVERDUE]
        late = [each for each in late if not paid_on_its_day(each, self._matter.happenings)]
        form = "plan_one" if len(rows) == 1 else "plan"
        said = [
            self._say(f"event.{form}_{state}", count=len(those))
            for state, those in (("paid", paid), ("overdue", late))
            if those
        ]
        return self._say("between.aside", words=self._say("between.sources").join(said)) if said else ""

    def _calls(self, fact: Fact) -> str:
        times = [each.at for each in fact.happenings if each.at is not None]
        return self._say(
            f"event.{_calls_form(fact.first.direction)}",
            day=f"{times[0]:%Y-%m-%d}",
            party=self._party(fact.first),
            count=len(fact.happenings),
            since=f"{min(times):%H:%M}",
            until=f"{max(times):%H:%M}",
        )

    def _party(self, each: Happening) -> str:
        return each.party or each.number or self._say("event.them")

    def _fate(self, fact: Fact) -> str:
        """Return what became of a promise, empty where nobody knows, or something may have kept it unmarked."""
        found = [self._fates[event_id] for event_id in fact.event_ids if event_id in self._fates]
        state = next((each.state for each in found if each.state is not PromiseState.OPEN), PromiseState.OPEN)
        if state is not PromiseState.OPEN:
            return self._say(f"fate.{state.value}")
        if self._matter.today is not None and any(each.overdue for each in found):
            if any(each.may_be_kept for each in found):
                return ""
            return self._say("fate.overdue", today=self._matter.today.isoformat())
        return ""

    def _sentence(self, each: Happening) -> str:
        facts = {
            "when": self._when(each),
            "party": self._party(each),
            "text": _shortened(each.text),
            "amount": amount_words(each.currency, each.amount, self._language) if each.amount is not None else "",
            "outcome": self._outcome(each),
            "reference": self._reference(each),
            "promise": _shortened(each.promise),
            "due": self._say("event.due", day=each.promise_due.isoformat()) if each.promise_due else "",
            "talk": self._talk(each),
            "agent": self._say("event.of_agent", agent=each.agent_id) if each.agent_id else "",
        }
        if (each.kind is EventKind.CALL or each.outcome in NOT_MOVED) and facts["text"]:
            facts["text"] = self._say("between.said", text=facts["text"])
        return self._say(f"event.{_sentence_kind(each)}{self._of_nobody(each)}", **facts)

    def _of_nobody(self, each: Happening) -> str:
        """Return the form for money of which nobody knows whose it is: "the other side" would mean the institution."""
        is_told_so = each.kind is EventKind.PAYMENT and not each.promise
        return (
            "_of_nobody" if is_told_so and not each.other and each.event_id not in self._matter.money_with_them else ""
        )

    def _when(self, each: Happening) -> str:
        return self._say("event.undated") if each.at is None else _time(each.at, each.precision)

    def _talk(self, each: Happening) -> str:
        if not each.duration_s:
            return ""
        minutes, seconds = divmod(each.duration_s, 60)
        form = "short" if not minutes else "length" if seconds else "whole_minutes"
        length = self._say(f"event.{form}", minutes=minutes, seconds=seconds)
        agent = self._say("event.agent", agent=each.agent_id) if each.agent_id else ""
        return self._say("event.talk", length=length, agent=agent)

    def _outcome(self, each: Happening) -> str:
        """Return what became of a payment, and under which number the bank or the wallet has it."""
        told = [] if each.outcome in DONE_AS_SAID else [name_of(each.outcome, self._language)]
        told += [self._say("event.reference", reference=each.reference)] if each.reference else []
        return self._say("between.aside", words=self._say("between.sources").join(told)) if told else ""

    def _reference(self, each: Happening) -> str:
        words = self._say("event.reference", reference=each.reference)
        return self._say("between.aside", words=words) if each.reference else ""

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


def _other_than_the_institution(body_id: str) -> Body | None:
    """Return the body to which a letter goes, None where it goes to the institution itself."""
    found = body(body_id)
    return None if found is None or found.kind is BodyKind.INSTITUTION else found


def _matters(kind: LetterKind, each: Happening) -> bool:
    """Tell whether a letter of a kind tells of an event. Files stand for themselves and are no event to tell of."""
    if kind is LetterKind.WRITTEN_CONFIRMATION:
        has_talk = each.direction in SPOKEN and bool(each.duration_s) and each.at is not None
        return each.kind is EventKind.CALL and bool(each.promise or each.text or each.agent_id or has_talk)
    if kind is LetterKind.STOP_CONTACT:
        is_contact = each.kind in (EventKind.CALL, EventKind.MESSAGE) and each.direction in FROM_THEM
        return is_contact and each.at is not None and not each.promise  # who wants quiet complains of no promise
    return each.kind is not EventKind.DOCUMENT


def _sentence_kind(each: Happening) -> str:
    """Return how an event is told; nothing is said of a direction that nobody knows."""
    if each.promise:
        return "promise"
    match each.kind:
        case EventKind.MESSAGE if each.direction in SPOKEN:
            return f"message_{each.direction.value}"
        case EventKind.CALL if each.direction is not Direction.NONE:
            return f"call_{each.direction.value}"
        case EventKind.PAYMENT if each.direction in SPOKEN:
            return f"payment_{each.direction.value}{_attempt(each)}"
        case EventKind.REPAYMENT if each.outcome in (Outcome.DUE, Outcome.OVERDUE):
            return "repayment_due"
        case EventKind.DOCUMENT:
            return EventKind.NOTE.value
        case _:
            return each.kind.value


def _attempt(each: Happening) -> str:
    """Return how a payment is told that moved nothing, or moved money back: no letter says that it was received."""
    if each.outcome in NOT_MOVED:
        return "_tried"
    return "_back" if each.outcome is Outcome.REFUNDED and each.direction is Direction.IN else ""


def _calls_form(direction: Direction) -> str:
    return f"calls_{direction.value}"


def _time(at: datetime, precision: Precision) -> str:
    forms = {Precision.MONTH: "%Y-%m", Precision.DAY: "%Y-%m-%d", Precision.MINUTE: "%Y-%m-%d %H:%M"}
    return at.strftime(forms.get(precision, "%Y-%m-%d %H:%M:%S"))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"
