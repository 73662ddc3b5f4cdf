"""Letters made of what is confirmed: each statement names the events that it rests on, or says that it rests on none.

Polite, precise, no threats. What only the writer knows is left as a marked blank, never invented.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from evidence_app.amount_words import amount_words
from evidence_app.day_words import day_words
from evidence_app.domain.disputes import Basis, Beginning, DisputeType
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import Complaint, ComplaintOutcome, PromiseState
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.rules.data_requests import is_of_data, law_of_data
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.findings import RuleFinding, departed_before
from evidence_app.rules.law import About, Body, BodyKind, Whose, body
from evidence_app.rules.letter_facts import FROM_THEM, SPOKEN, Told, Weighing, told
from evidence_app.rules.letter_roles import Role, is_request_to, place_of, role_of, wants_identity
from evidence_app.rules.letter_sentences import Sentences, shortened
from evidence_app.rules.letter_text import Addition, LetterKind, LetterText, Matter, Section, Statement
from evidence_app.rules.matter_shown import matter_shown, said_of_matters
from evidence_app.rules.parties import TALK
from evidence_app.rules.promises import first_said
from evidence_app.rules.sources import Source
from evidence_app.rules.territories import territory_of

OF_CONTACTS = frozenset(
    {"contact_in_hours", "answered_calls_per_day", "unanswered_attempts_per_day", "tagged", "third_parties"}
)
"""Measures of how the other side makes contact."""

OF_DATA = frozenset({LetterKind.DATA_ACCESS, LetterKind.DATA_CORRECTION, LetterKind.DATA_DELETION})
"""Letters about one's own data."""

NO_CONTRACT = frozenset({DisputeType.MISDIRECTED_SMS, DisputeType.OTHER})
"""Disputes in which there need be no contract, order or case."""

_OF_EVENTS = (Basis.SHOWN, Basis.FILED)
"""How a beginning is known by what happened, not by what a person states or a program supposes."""

MOST_EXHIBITS = 8
"""Exhibits that are named behind a finding: the dossier has all."""


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
        self._territory = territory_of(matter.dispute.home)
        self._goes_to = place_of(body_id, self._territory)
        self._role = role_of(body_id, self._territory, complains=kind is LetterKind.COMPLAINT)
        self._cited: dict[int, None] = {}
        self._sentences = Sentences(matter, language)

    def letter(self) -> LetterText:
        sections = [each for each in self._sections() if each.statements]
        facts = next(place for place, each in enumerate(sections) if each.heading == self._say("heading.facts"))
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
            facts,
            tuple(self._additions()),
            self._goes_to,
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
        each_message = self._kind is LetterKind.STOP_CONTACT
        weighing = Weighing(
            self._matter.tags,
            self._about_them(),
            {one: first.event_id for one, first in first_said(self._matter.promises).items()},
            self._matter.region,
            each_call,
            adverts,
            each_message,
            self._known_since() if each_message else None,
        )
        return told(self._matter.happenings, self._belongs, weighing)

    def _belongs(self, each: Happening) -> bool:
        """Tell whether an event belongs into a letter of this kind."""
        if self._kind in OF_DATA and not is_of_data(
            each, self._matter.dispute.type, self._matter.tags.get(each.event_id, frozenset())
        ):
            return False
        return _matters(self._kind, each) or each.event_id in self._of_contacts

    @cached_property
    def _of_contacts(self) -> frozenset[str]:
        """What a request to stop contact rests on, dated or not: its findings, and that the person asked before."""
        if self._kind is not LetterKind.STOP_CONTACT:
            return frozenset()
        found = (each for each in self._about_them() if each.rule.measure in OF_CONTACTS and _departs(each))
        asked = (each for each in self._matter.happenings if each.direction is Direction.OUT)
        said = {each.event_id for each in asked if each.kind in TALK and is_said("stop_request", each.words)}
        return frozenset(said.union(*(each.event_ids for each in found)))

    def _about_them(self) -> tuple[RuleFinding, ...]:
        """Return the findings about the other side: what the person could do better is nobody else's matter."""
        return tuple(each for each in self._matter.findings if each.rule.about is About.THEM)

    def _sections(self) -> Iterator[Section]:
        yield Section(self._say(f"heading.who_{self._role.value}"), tuple(self._who()))
        yield Section(self._say(f"heading.whom_{self._role.value}"), (Statement(self._whom()), *self._numbered()))
        yield Section(self._say("heading.matter"), tuple(self._about()))
        yield Section(self._say("heading.facts"), tuple(self._facts()), numbered=True, closing=self._more())
        if self._kind is not LetterKind.COMPLAINT:
            yield Section(self._say("heading.standards"), tuple(self._standards()), numbered=True)
            yield Section(self._say("heading.demands"), (self._request(),))
        else:
            demands = "heading.demands" if self._body is None else "heading.demands_of"
            yield Section(self._say("heading.money"), tuple(self._money()))
            yield Section(self._say("heading.standards"), tuple(self._standards()), numbered=True)
            yield Section(self._say(demands), tuple(self._demands()), numbered=True)
            yield Section(self._say("heading.earlier"), tuple(self._earlier()))
        yield Section(self._say("heading.reply"), tuple(self._reply()))

    def _whom(self) -> str:
        """Return against whom it is: some bodies take complaints about somebody else only."""
        if self._body is not None and self._body.respondent is not None:
            return self._body.respondent[self._language]
        dispute = self._matter.dispute
        names = self._say("between.numbers").join(dispute.aliases)
        return self._say("line.whom_also" if names else "line.whom", institution=dispute.institution, names=names)

    def _numbered(self) -> Iterator[Statement]:
        """Yield under which numbers the other side knows the matter; a complaint without one leaves room for it."""
        if self._body is not None and self._body.respondent is not None:
            return
        known = self._matter.references
        if known:
            shown = tuple(dict.fromkeys(event_id for ids in known.values() for event_id in ids))
            said = self._say("line.numbers", numbers=self._say("between.numbers").join(known))
            bare = not all(known.values())  # one that nothing shows leaves the line without evidence
            # with the question what was said in a call go only that call's exhibits
            cited = "" if self._kind is LetterKind.WRITTEN_CONFIRMATION else self._exhibits(shown)
            yield Statement(said + cited, () if bare else shown, is_fact=True)
        elif self._kind is LetterKind.COMPLAINT and self._matter.dispute.type not in NO_CONTRACT:
            yield Statement(self._say("line.numbers", numbers=self._blank("numbers")))
        yield from self._numbers_of_bodies()

    def _numbers_of_bodies(self) -> Iterator[Statement]:
        """Yield what the reader calls the matter; in a complaint also another body, of whose filing nothing is told."""
        told = {each.reference for each in self._filed_before()}
        for each in self._matter.body_numbers:
            of_reader = each.body == self._body_id
            if of_reader or (self._kind is LetterKind.COMPLAINT and each.value not in told):
                key = "line.your_number" if of_reader else "line.number_of_body"
                said = self._say(key, body=self._complained_to(each.body), number=each.value)
                yield Statement(said + self._exhibits(each.event_ids), each.event_ids, is_fact=True)

    def _filed_before(self) -> Iterator[Complaint]:
        """Yield the filings before this letter, which goes to somebody else."""
        today = self._matter.today
        for each in self._matter.complaints:
            is_to_come = each.filed_on is None or (today is not None and each.filed_on > today)
            if not is_to_come and each.body != self._body_id:
                yield each

    def _who(self) -> Iterator[Statement]:
        dispute = self._matter.dispute
        name = dispute.complainant or self._blank("complainant")
        contact = dispute.complainant_contact or self._blank("contact")
        yield Statement(self._say("line.who", name=name, contact=contact))
        if self._kind is LetterKind.COMPLAINT and wants_identity(self._body_id, self._territory):
            yield Statement(self._say("line.identity", number=self._blank("identity")))
        if dispute.representative:
            contact = dispute.representative_contact or self._blank("contact")
            facts = {"name": dispute.representative, "contact": contact, "mandate": self._mandate()}
            yield Statement(self._say("line.representative", **facts))

    def _about(self) -> Iterator[Statement]:
        """Yield what the person said it is about, else what such disputes are about, which the events have to show.

        What states nothing, as that a complaint follows, needs no event.
        """
        dispute = self._matter.dispute
        them = self._say("them.institution" if self._body is None else "them.body")
        text = dispute.summary or self._say(f"matter.{dispute.type.value}", them=them)
        is_fact = bool(dispute.summary) or dispute.type in said_of_matters()
        yield Statement(text, self._shown_matter, is_fact=is_fact)
        if self._kind is LetterKind.COMPLAINT:
            yield from self._since()

    @cached_property
    def _shown_matter(self) -> tuple[str, ...]:
        """The events that show what it is about; of a kind of which only the person says it, those that are told."""
        dispute = self._matter.dispute
        if dispute.type in said_of_matters() or not dispute.summary:
            left = {event_id for fact in self._told.others for event_id in fact.event_ids}
            return matter_shown(dispute.type, (each for each in self._matter.happenings if each.event_id not in left))
        return tuple(event_id for fact in self._told.facts for event_id in fact.event_ids)

    def _known_since(self) -> date | None:
        """Return since when it is in dispute, if the person says so, or an event shows it; nothing is guessed here."""
        began = self._matter.began
        return began.day if began is not None and began.basis in (Basis.STATED, *_OF_EVENTS) else None

    def _is_shown_since(self, began: Beginning) -> bool:
        """Tell whether an event shows the beginning, and nothing that departs from a standard was before it.

        A mere filing is no beginning: the trouble comes first.
        """
        filings = {each.event_id for each in self._matter.complaints}
        if began.basis not in _OF_EVENTS or not began.event_id or began.event_id in filings:
            return False
        return not departed_before(self._matter.findings, self._matter.happenings, began.day)

    def _since(self) -> Iterator[Statement]:
        """Yield since when it is in dispute, where that is known."""
        began = self._matter.began
        if began is not None and (began.basis is Basis.STATED or self._is_shown_since(began)):
            shown = (began.event_id,) if began.event_id else self._shown_on(began.day)
            said = self._say("line.since", day=self._day(began.day))
            yield Statement(self._with_exhibits(said, shown), shown, is_fact=True)

    def _shown_on(self, day: date) -> tuple[str, ...]:
        """Return what shows of a day that somebody states that the matter was there by then."""
        of_day = {each.event_id for each in self._matter.happenings if each.day == day}
        return tuple(each for each in self._shown_matter if each in of_day)

    def _facts(self) -> Iterator[Statement]:
        for fact in self._told.facts:
            shown = self._sentences.shown_by(fact)
            yield Statement(self._sentences.line(fact) + self._shown(shown), shown, is_fact=True)
        if not self._told.facts:
            yield Statement(self._say("line.nothing_yet"), is_fact=True)

    def _additions(self) -> Iterator[Addition]:
        """Yield what the letter does not tell by itself, each with its place among what it tells."""
        order = {each.event_id: place for place, each in enumerate(self._matter.happenings)}
        told = [min(order[event_id] for event_id in fact.event_ids) for fact in self._told.facts]
        for fact in self._told.others:
            shown = self._sentences.shown_by(fact)
            place = min(order[event_id] for event_id in fact.event_ids)
            text = self._sentences.line(fact) + self._shown(shown, cites=False)
            evidence = tuple(map(self._evidence_line, self._numbers(shown)))
            yield Addition(Statement(text, shown, is_fact=True), bisect_left(told, place), evidence)

    def _more(self) -> str:
        left = self._told.left
        return self._say("line.more", count=left) if left else ""

    def _request(self) -> Statement:
        """Return what a letter asks for that is no complaint; of a body, that it has the institution do so."""
        table = "body" if self._body is None else "body_of"
        if self._kind in OF_DATA:
            law = law_of_data(self._goes_to)
            key = self._kind.value if law or self._kind is not LetterKind.DATA_ACCESS else f"{self._kind.value}_plain"
            asked = self._say(f"{table}.{key}", wrong=self._blank("wrong"))
            return Statement(asked + self._sources(law), sources=law)
        says_what = any(each.promise or _noted(each) for fact in self._told.facts for each in fact.happenings)
        is_of_calls = self._kind is LetterKind.WRITTEN_CONFIRMATION
        asked = self._say(f"{table}.{self._kind.value}{'_open' * (is_of_calls and not says_what)}")
        calls = tuple(event_id for fact in self._told.facts for event_id in fact.event_ids) if is_of_calls else ()
        return Statement(asked, calls, is_fact=is_of_calls)

    def _money(self) -> Iterator[Statement]:
        dispute, claim = self._matter.dispute, self._matter.claim
        if dispute.amount is not None:
            amount = amount_words(dispute.currency, dispute.amount, self._language)
            shown_by = claim.shown_by if claim is not None else ()
            yield Statement(self._say("line.amount", amount=amount) + self._exhibits(shown_by), shown_by, is_fact=True)
        if claim is not None and claim.recovered:
            came, left = (amount_words(claim.currency, each, self._language) for each in (claim.recovered, claim.open))
            said = self._say("line.recovered", amount=came, open=left)
            yield Statement(self._with_exhibits(said, claim.event_ids), claim.event_ids, is_fact=True)

    def _standards(self) -> Iterator[Statement]:
        """Yield what departs from something: all of it in a complaint, and of contacts where these are to stop."""
        wanted = {LetterKind.COMPLAINT: None, LetterKind.STOP_CONTACT: OF_CONTACTS}.get(self._kind, frozenset())
        for each in self._about_them():
            if (wanted is None or each.rule.measure in wanted) and _departs(each):
                said = f"{each.says(self._language)}{self._sources(each.sources())}"
                yield Statement(
                    said + self._exhibits(each.event_ids, MOST_EXHIBITS), each.event_ids, True, each.sources()
                )

    def _sources(self, sources: Iterable[Source]) -> str:
        named = [each.named(self._language) for each in sources]
        return self._say("between.cited", words=self._say("between.sources").join(named)) if named else ""

    def _demands(self) -> Iterator[Statement]:
        dispute = self._matter.dispute
        if not self._role.wants_demands:
            return
        filed = [Statement(self._say("line.own_demand", demand=each)) for each in self._demanded_before()]
        if self._body is not None and self._body.respondent is not None:  # what was asked was asked of somebody else
            yield from filed or [Statement(self._blank("demand"))]
        elif filed and not dispute.demands:
            yield from filed
        else:
            yield from (Statement(each) for each in dispute.demands or self._usual_demands(dispute.type))

    def _demanded_before(self) -> list[str]:
        """Return what the person asked in filings to whoever reads this, in their own words."""
        to_reader = (each for each in self._matter.complaints if self._is_to_reader(each.body))
        return list(dict.fromkeys(demand for each in to_reader if (demand := each.demand.strip())))

    def _is_to_reader(self, body_id: str) -> bool:
        known = body(body_id)
        is_institution = known is not None and known.kind is BodyKind.INSTITUTION
        return is_institution if self._body is None else body_id == self._body_id

    def _usual_demands(self, kind: DisputeType) -> list[str]:
        """Return what is usually asked; nobody asks for promises to be kept where there is none to keep."""
        pending = any(each.state in (PromiseState.OPEN, PromiseState.BROKEN) for each in self._matter.promises)
        promised = "_promised" if pending and kind is DisputeType.POOR_SERVICE else ""
        return self._say(f"demand.{kind.value}{promised}").split("|")

    def _earlier(self) -> Iterator[Statement]:
        for each in self._filed_before():
            if each.filed_on is None:
                continue
            facts = {"day": self._day(each.filed_on), "body": self._complained_to(each.body)}
            known = body(each.body)
            key = f"line.{_filed_as(known)}{'' if each.reference else '_unnumbered'}"
            shown = (*filter(None, (each.event_id,)), *(reply.event_id for reply in self._replies(each)))
            said = self._say(key, **facts, reference=each.reference)
            yield Statement(self._with_exhibits(said, shown) + self._answer(each), shown, is_fact=True)

    def _replies(self, filed: Complaint) -> list[Happening]:
        """Return the entries that a person named as answers to a complaint, up to the day of the letter."""
        today = self._matter.today
        named = [each for each in self._matter.happenings if each.event_id in filed.reply_ids and each.day is not None]
        return [each for each in named if today is None or each.day is None or each.day <= today]

    def _answer(self, filed: Complaint) -> str:
        """Return what was answered to an earlier complaint and when: who reads this would ask it first."""
        today = self._matter.today
        is_answered = filed.replied_on is not None and (today is None or filed.replied_on <= today)
        days = dict.fromkeys(each.day for each in self._replies(filed) if each.day is not None)
        others = [self._day(day) for day in days if not is_answered or day != filed.replied_on]
        told = self._say("line.answers", days=self._say("between.numbers").join(others)) if others else ""
        is_open = filed.outcome is ComplaintOutcome.OPEN and not is_answered
        return told + ("" if others and is_open else self._ended(filed))

    def _ended(self, filed: Complaint) -> str:
        """Return how a complaint ended, or that no answer is recorded."""
        today = self._matter.today
        if filed.replied_on is not None and (today is None or filed.replied_on <= today):
            ended = filed.outcome is not ComplaintOutcome.OPEN
            outcome = self._say("between.aside", words=name_of(filed.outcome, self._language)) if ended else ""
            key = "line.answered_with" if filed.reply else "line.answered"
            return self._say(key, day=self._day(filed.replied_on), outcome=outcome, reply=shortened(filed.reply))
        if filed.is_only_shown:
            return ""  # nobody said what became of it
        if filed.outcome is ComplaintOutcome.OPEN:
            return self._say("line.unanswered", day=self._day(today)) if today is not None else ""
        return self._say("line.ended", outcome=name_of(filed.outcome, self._language))

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
            yield Statement(self._say("line.reply_by", day=self._day(by)) if by else self._say("line.reply"))

    def _evidence(self) -> tuple[Statement, ...]:
        """Return what goes with the letter: the exhibits that it names, and who speaks for somebody else a mandate."""
        exhibits = [self._evidence_line(number) for number in sorted(self._cited)]
        mandate = [self._mandate()] if self._matter.dispute.representative else []
        return tuple(map(Statement, [*exhibits, *mandate]))

    def _mandate(self) -> str:
        """Return what the paper is called, where the letter goes, by which somebody may speak for another."""
        own = self._goes_to.mandate if self._goes_to is not None else None
        return own[self._language] if own is not None else self._say("mandate")

    def _evidence_line(self, number: int) -> str:
        return self._say("line.evidence", number=number, label=(self._matter.labels or {}).get(number, ""))

    def _numbers(self, event_ids: Iterable[str]) -> list[int]:
        """Return the numbers of the exhibits that show some events."""
        shown = self._matter.exhibit_numbers or {}
        return sorted({number for event_id in event_ids for number in shown.get(event_id, ())})

    def _exhibits(self, event_ids: Iterable[str], most: int | None = None, *, cites: bool = True) -> str:
        """Return which exhibits show what a line counts, and how much of it none shows."""
        event_ids = tuple(event_ids)
        shown = [(self._matter.exhibit_numbers or {}).get(event_id, ()) for event_id in event_ids]
        every = self._numbers(event_ids)
        numbers = every[:most]
        self._cited |= dict.fromkeys(numbers if cites else ())
        told = self._say("between.numbers").join(map(str, numbers))
        more = self._say("exhibits_more", count=len(every) - len(numbers)) if numbers != every else ""
        bare = self._say("exhibits_none", count=sum(not each for each in shown)) if not all(shown) else ""
        return self._say("exhibits", numbers=told + more + bare) if numbers else ""

    def _with_exhibits(self, sentence: str, event_ids: Iterable[str]) -> str:
        """Return a sentence with its exhibits: before an English full stop, behind a Chinese one."""
        shown = self._exhibits(event_ids)
        return f"{sentence[:-1]}{shown}." if sentence.endswith(".") else sentence + shown

    def _shown(self, event_ids: Iterable[str], *, cites: bool = True) -> str:
        """Return which exhibits show a fact, or that none does, where some show others: or it seems forgotten."""
        has_any = any((self._matter.exhibit_numbers or {}).values())
        return self._exhibits(event_ids, cites=cites) or (self._say("exhibits_stated") if has_any else "")

    def _blank(self, what: str) -> str:
        return self._say("blank", what=self._say(f"what.{what}"))

    def _day(self, day: date) -> str:
        return day_words(day, self._language)

    def _say(self, key: str, **facts: object) -> str:
        return phrase("letters", key, self._language, **facts)


def _other_than_the_institution(body_id: str) -> Body | None:
    """Return the body to which a letter goes, None where it goes to the institution itself."""
    found = body(body_id)
    return None if found is None or found.kind is BodyKind.INSTITUTION else found


def _filed_as(to: Body | None) -> str:
    """Return as what an earlier filing is told: what was asked of a keeper of data was no complaint."""
    if to is None:
        return "earlier"
    return "reported" if to.kind is BodyKind.POLICE else "asked" if is_request_to(to) else "earlier"


def _departs(found: RuleFinding) -> bool:
    """Tell whether a finding is said of the respondent: that a body is late is nothing that the institution does.

    A filing that no event shows is told, too, for the writer to add what shows it.
    """
    if found.is_mere_fact or not (found.rule.source or found.rule.in_letters):
        return False
    if found.clocks:
        return all(each.deadline.clock.whose is Whose.INSTITUTION for each in found.clocks)
    return bool(found.event_ids)


def _noted(call: Happening) -> str:
    """Return what a person noted of a call: the words of a list or a bubble are no words that somebody said."""
    return call.text if call.origin is Origin.PERSON else ""


def _matters(kind: LetterKind, each: Happening) -> bool:
    """Tell whether a letter of a kind tells of an event. Files stand for themselves and are no event to tell of."""
    if kind is LetterKind.WRITTEN_CONFIRMATION:
        has_talk = each.direction in SPOKEN and bool(each.duration_s) and each.at is not None
        return each.kind is EventKind.CALL and bool(each.promise or _noted(each) or each.agent_id or has_talk)
    if kind is LetterKind.STOP_CONTACT:
        is_contact = each.kind in (EventKind.CALL, EventKind.MESSAGE) and each.direction in FROM_THEM
        return is_contact and each.at is not None and not each.promise  # who wants quiet complains of no promise
    return each.kind is not EventKind.DOCUMENT


__all__ = ["Addition", "LetterKind", "LetterText", "Matter", "Section", "Statement", "letter"]
