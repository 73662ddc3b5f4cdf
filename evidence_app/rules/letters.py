"""Letters made of what is confirmed: each statement names the events that it rests on, or says that it rests on none.

Polite, precise, no threats. What only the writer knows is left as a marked blank, never invented.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property

from evidence_app.amount_words import amount_words
from evidence_app.domain.disputes import Basis, Beginning, DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.phrases import Language, name_of
from evidence_app.rules.beginning_of_contacts import ABOUT_CONTACTS
from evidence_app.rules.data_requests import answer_of_data_by, data_asked, law_of_data, longest_answer_of_data
from evidence_app.rules.findings import OF_CONTACTS, RuleFinding, departed_before
from evidence_app.rules.letter_demands import are_usual, demands, demands_offered
from evidence_app.rules.letter_facts import Fact, Shape, Told
from evidence_app.rules.letter_filings import earlier, filed_before, naming, told_of_filings
from evidence_app.rules.letter_look_alikes import told_of_look_alikes
from evidence_app.rules.letter_roles import Role, wants_identity
from evidence_app.rules.letter_scope import (
    OF_DATA,
    OF_EVENTS,
    about_them,
    departs,
    noted,
    told_in,
)
from evidence_app.rules.letter_sentences import Sentences
from evidence_app.rules.letter_text import Addition, LetterText, Matter, Section, Statement
from evidence_app.rules.letter_writing import Writing
from evidence_app.rules.matter_shown import matter_shown, said_here, said_of_matters
from evidence_app.rules.payees import names_a_seller
from evidence_app.rules.sources import Citation, Source

NO_CONTRACT = frozenset({DisputeType.MISDIRECTED_SMS, DisputeType.OTHER})
"""Disputes in which there need be no contract, order or case."""

OF_MESSAGES = "messages_per_day"
"""The measure that counts all messages of the other side."""

FEW_FACTS = 8
"""Facts up to which a reader sees all at a glance, and none is put first."""

MOST_EXHIBITS = 8
"""Exhibits that are named behind a finding: the dossier has all."""


def letter(kind: LetterKind, matter: Matter, language: Language, body_id: str = "") -> LetterText:
    """Return a letter to the institution, or to a body."""
    return _Writer(kind, matter, language, body_id).letter()


class _Writer(Writing):
    """Puts the parts of one letter together."""

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.matter, self.language, appeals=self.appeals)

    @cached_property
    def _told(self) -> Told:
        """The events that the letter tells of as facts."""
        return told_in(self.kind, self.matter, told_of_filings(self))

    def letter(self) -> LetterText:
        sections = [each for each in self._sections() if each.statements]
        places = {each.heading: place for place, each in enumerate(sections)}
        facts = places.get(self._heading_of_facts, places[self.say("heading.matter")])
        before = 0 if self._heading_of_facts in places else len(sections[facts].statements)
        evidence = self._evidence()
        if evidence:
            sections.append(Section(self.say("heading.evidence"), evidence))
        return LetterText(
            self.kind,
            name_of(self.kind, self.language) if self.role is Role.REQUEST else self.say(f"title.{self.role.value}"),
            self.addressee,
            self.say("line.to", addressee=self.addressee),
            tuple(sections),
            self.say("heading.signature"),
            facts,
            (*self._additions(facts, before), *self._demands_offered(sections, places.get(self._heading_of_demands))),
            self.goes_to,
        )

    def _sections(self) -> Iterator[Section]:
        yield Section(self.say(f"heading.who_{self.role.value}"), tuple(self._who()))
        yield Section(self.say(f"heading.whom_{self.role.value}"), (Statement(self._whom()), *self._numbered()))
        yield Section(self.say("heading.matter"), tuple(self._about()))
        if self._deciding:
            yield Section(self.say("heading.facts_deciding"), tuple(self._facts_deciding()), numbered=True)
        yield Section(self._heading_of_facts, tuple(self._facts()), numbered=True, closing=self._more())
        if self.kind is not LetterKind.COMPLAINT:
            yield Section(self.say("heading.standards"), tuple(self._standards()), numbered=True)
            yield Section(self.say("heading.demands"), (self._request(),))
        else:
            yield Section(self.say("heading.money"), tuple(self._money()))
            yield Section(self.say("heading.standards"), tuple(self._standards()), numbered=True)
            to_choose = self.say("line.usual") if are_usual(self) else ""
            yield Section(self._heading_of_demands, tuple(demands(self)), numbered=True, closing=to_choose)
            yield Section(self.say(f"heading.earlier{'_appeals' * self.appeals}"), tuple(earlier(self)))
        yield Section(self.say("heading.reply"), tuple(self._reply()))

    def _whom(self) -> str:
        """Return against whom it is, with its app: some bodies take complaints about somebody else only."""
        if self.body is not None and self.body.respondent is not None:
            return self.body.respondent[self.language]
        dispute = self.matter.dispute
        names = self.say("between.numbers").join(dispute.aliases)
        app = self.matter.app
        with_app = self.say("line.app", app=app) if app and app not in (dispute.institution, *dispute.aliases) else ""
        key = "line.whom_also" if names else "line.whom"
        return self.say(key, institution=dispute.institution, names=names) + with_app

    def _numbered(self) -> Iterator[Statement]:
        """Yield under which numbers the other side knows the matter; a complaint without one leaves room for it."""
        if self.body is not None and self.body.respondent is not None:
            return
        known = self.matter.references
        if known:
            shown = tuple(dict.fromkeys(event_id for ids in known.values() for event_id in ids))
            said = self.say("line.numbers", numbers=self.say("between.numbers").join(known))
            bare = not all(known.values())  # one that nothing shows leaves the line without evidence
            # with the question what was said in a call go only that call's exhibits
            in_exhibits = [each for each in shown if self.numbers([each])]  # no reader asks who else names a number
            cited = "" if self.kind is LetterKind.WRITTEN_CONFIRMATION else self.exhibits(in_exhibits)
            yield Statement(said + cited, () if bare else shown, is_fact=True)
        elif self.kind is LetterKind.COMPLAINT and self.matter.dispute.type not in NO_CONTRACT:
            yield Statement(self.say("line.numbers", numbers=self.blank("numbers")))
        yield from self._numbers_of_bodies()
        if self.kind is LetterKind.COMPLAINT and self.matter.dispute.type is DisputeType.REFUND_REFUSED:
            yield from self._merchants()

    def _merchants(self) -> Iterator[Statement]:
        """Yield to whom the purchase was paid, or who paid it back, as the payments that are told name them."""
        told = {each.event_id for fact in self._told.facts for each in fact.happenings}
        paid: dict[str, list[str]] = {}
        for each in self.matter.happenings:
            if each.event_id in told - self.matter.money_with_them and names_a_seller(each):
                paid.setdefault(each.party, []).append(each.event_id)
        for name, ids in paid.items():
            yield Statement(self.say("line.merchant", name=name) + self.exhibits(ids), tuple(ids), is_fact=True)

    def _numbers_of_bodies(self) -> Iterator[Statement]:
        """Yield what the reader calls the matter; in a complaint also another body, of whose filing nothing is told."""
        told = {each.reference for each in filed_before(self)}
        for each in self.matter.body_numbers:
            of_reader = each.body == self.body_id
            if of_reader or (self.kind is LetterKind.COMPLAINT and each.value not in told):
                key = "line.your_number" if of_reader else "line.number_of_body"
                said = self.say(key, body=self.complained_to(each.body), number=each.value)
                yield Statement(said + self.exhibits(each.event_ids), each.event_ids, is_fact=True)

    def _who(self) -> Iterator[Statement]:
        dispute = self.matter.dispute
        name = dispute.complainant or self.blank("complainant")
        contact = dispute.complainant_contact or self.blank("contact")
        yield Statement(self.say("line.who", name=name, contact=contact))
        if self.kind is LetterKind.COMPLAINT and wants_identity(self.body_id, self.territory):
            yield Statement(self.say("line.identity", number=self.blank("identity")))
        if dispute.representative:
            contact = dispute.representative_contact or self.blank("contact")
            facts = {"name": dispute.representative, "contact": contact, "mandate": self._mandate()}
            yield Statement(self.say("line.representative", **facts))

    def _about(self) -> Iterator[Statement]:
        """Yield what the person said it is about, else what such disputes are about, which the events have to show.

        What states nothing, as that a complaint follows, needs no event.
        """
        dispute = self.matter.dispute
        them = self.say("them.institution" if self.body is None else "them.body")
        usual = self.say(f"matter.{dispute.type.value}{self.variant}", them=them)
        text = self.say("line.own_summary", summary=dispute.summary) if dispute.summary else usual
        is_fact = bool(dispute.summary) or dispute.type in said_of_matters()
        yield Statement(text, self._shown_matter, is_fact=is_fact)
        if self.kind is LetterKind.COMPLAINT:
            yield from self._since()
            yield from self._loan()

    def _loan(self) -> Iterator[Statement]:
        """Yield the loan as it is stated, where no payment tells that it came: it is what the complaint is about."""
        loan = self.matter.loan
        if loan is None:
            return
        amount = amount_words(loan.currency, loan.principal, self.language)
        day = self.say("line.loan_day", day=self.day(loan.contract_day)) if loan.contract_day else ""
        said = self.say("line.loan", amount=amount, contract=day)
        yield Statement(self.with_exhibits(said, loan.event_ids), loan.event_ids, is_fact=True)

    @cached_property
    def _shown_matter(self) -> tuple[str, ...]:
        """The events that show what it is about; of a kind of which only the person says it, all that bear on it."""
        dispute = self.matter.dispute
        if dispute.type in said_of_matters() or not dispute.summary:
            left = {event_id for fact in self._told.others for event_id in fact.event_ids} - {*self._told.bearing}
            return matter_shown(dispute.type, self._telling(left), self._may_be_theirs)
        return self._told.bearing

    def _telling(self, left: AbstractSet[str]) -> Iterator[Happening]:
        """Yield the events without those that are ``left`` untold, but for what says otherwise than the letter."""
        said = said_here(self.matter.dispute.type, self.matter.happenings)
        for each in self.matter.happenings:
            if each.event_id not in left or (said is not None and said.denied_by(each)):
                yield each

    def _may_be_theirs(self, each: Happening) -> bool:
        """Tell whether an event is with the other side, names nobody, or moves the amount in dispute."""
        matter, dispute = self.matter, self.matter.dispute
        is_theirs = each.event_id in matter.theirs or each.event_id in matter.money_with_them
        is_amount = dispute.amount is not None and (each.amount, each.currency) == (dispute.amount, dispute.currency)
        return is_theirs or is_amount or not each.party

    @cached_property
    def _told_ids(self) -> tuple[str, ...]:
        return tuple(event_id for fact in self._told.facts for event_id in fact.event_ids)

    def _is_shown_since(self, began: Beginning) -> bool:
        """Tell whether an event shows the beginning, and nothing that departs from a standard was before it.

        A mere filing is no beginning: the trouble comes first.
        """
        filings = {each.event_id for each in self.matter.complaints}
        if began.basis not in OF_EVENTS or not began.event_id or began.event_id in filings:
            return False
        if began.basis is Basis.DEPARTED:
            return True
        if self.matter.dispute.type in ABOUT_CONTACTS and self._is_shown_before(began.day):
            return False
        return not departed_before(self.matter.findings, self.matter.happenings, began.day)

    def _is_shown_before(self, day: date) -> bool:
        """Tell whether what it is about is shown of an earlier day, too."""
        shown = frozenset(self._shown_matter)
        return any(each.day is not None and each.day < day for each in self.matter.happenings if each.event_id in shown)

    def _since(self) -> Iterator[Statement]:
        """Yield since when it is in dispute, where that is known."""
        began = self.matter.began
        if began is not None and (began.basis is Basis.STATED or self._is_shown_since(began)):
            shown = began.event_ids or self._shown_on(began.day)
            said = self.say("line.since", day=self.day(began.day))
            yield Statement(self.with_exhibits(said, shown), shown, is_fact=True)

    def _shown_on(self, day: date) -> tuple[str, ...]:
        """Return what shows of a day that somebody states that the matter was there by then."""
        of_day = {each.event_id for each in self.matter.happenings if each.day == day}
        states_nothing = not self.matter.dispute.summary and self.matter.dispute.type not in said_of_matters()
        shown = self._told_ids if states_nothing else self._shown_matter
        return tuple(each for each in shown if each in of_day)

    @cached_property
    def _deciding(self) -> tuple[Fact, ...]:
        """The facts on which the claim rests, by what the checklist calls decisive and what money is asked back.

        Empty where a reader finds them without: of few facts, and where most decide.
        """
        facts, refunds, claim = self._told.facts, self.matter.refunds, self.matter.claim
        asked = {event_id for each in refunds if not each.is_offered for event_id in each.event_ids}
        decide = asked.union(self.matter.deciding, claim.shown_by if claim is not None else ())
        found = tuple(each for each in facts if not decide.isdisjoint(each.event_ids))
        tells_apart = len(facts) > FEW_FACTS and 2 * len(found) <= len(facts)
        return found if tells_apart and self.kind is LetterKind.COMPLAINT else ()

    @cached_property
    def _rest(self) -> tuple[Fact, ...]:
        return tuple(each for each in self._told.facts if each not in self._deciding)

    @property
    def _heading_of_facts(self) -> str:
        return self.say("heading.facts_else" if self._deciding else "heading.facts")

    def _facts_deciding(self) -> Iterator[Statement]:
        yield from (statement for _, statement in self._by_day(self._deciding, told_of_look_alikes(self)))

    def _by_day(
        self, facts: Sequence[Fact], warnings: Iterable[tuple[date | None, Statement]]
    ) -> list[tuple[int, Statement]]:
        """Return facts and warnings of addresses by their days, each behind the place of its event among all events.

        A warning of no day comes last.
        """
        rows = [(self._place(fact), fact.first.day, self._fact(fact)) for fact in facts]
        for day, statement in warnings:
            later = (at for at, row in enumerate(rows) if day is not None and row[1] is not None and row[1] > day)
            at = next(later, len(rows))
            rows.insert(at, (rows[at - 1][0] if at else -1, day, statement))
        return [(place, statement) for place, _, statement in rows]

    def _place(self, fact: Fact) -> int:
        return min(self._order[event_id] for event_id in fact.event_ids)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {each.event_id: place for place, each in enumerate(self.matter.happenings)}

    def _fact(self, fact: Fact) -> Statement:
        shown = self._sentences.shown_by(fact)
        return Statement(self._sentences.line(fact) + self._shown(fact, shown), shown, is_fact=True)

    def _facts(self) -> Iterator[Statement]:
        yield from (statement for _, statement in self._told_rest)
        if not self._told.facts and self.kind not in OF_DATA:  # who asks what is held need not tell what happened
            yield Statement(self.say("line.nothing_yet"), is_fact=True)
        yield from self._counted()

    @cached_property
    def _told_rest(self) -> list[tuple[int, Statement]]:
        """What is told behind what decides: of few facts, all, with the warnings of addresses."""
        return self._by_day(self._rest, () if self._deciding else told_of_look_alikes(self))

    def _counted(self) -> Iterator[Statement]:
        """Yield how many messages came in all, where a line stands for many of them."""
        many = [set(fact.event_ids) for fact in self._told.facts if fact.shape is Shape.MESSAGES]
        for each in about_them(self.matter) if self.kind is LetterKind.COMPLAINT else ():
            if each.rule.measure == OF_MESSAGES and any(one <= {*each.event_ids} for one in many):
                said = each.says(self.language)
                yield Statement(self.with_exhibits(said, each.event_ids), each.event_ids, is_fact=True)

    def _shown(self, fact: Fact, event_ids: Iterable[str], *, cites: bool = True) -> str:
        """Return what shows a fact: of calls of one day, their list; of others, what was said has to be shown, too."""
        tells_words = fact.shape in (Shape.ONE, Shape.PROMISE, Shape.SAME_CALLS)
        if tells_words:
            return self.shown_words(event_ids, self.typed, cites=cites)
        return self.shown(event_ids, cites=cites)

    @property
    def _heading_of_demands(self) -> str:
        return self.say("heading.demands" if self.body is None else "heading.demands_of")

    def _demands_offered(self, sections: Sequence[Section], place: int | None) -> Iterator[Addition]:
        """Yield what could be asked, too, behind what the person asks; nothing where a letter asks for nothing."""
        if place is None:
            return
        for each in demands_offered(self):
            evidence = tuple(map(self.evidence_line, self.numbers(each.event_ids)))
            yield Addition(each, place, len(sections[place].statements), evidence)

    def _additions(self, section: int, before: int) -> Iterator[Addition]:
        """Yield what the letter does not tell by itself, each with its place among what it tells.

        ``before`` is how many statements of a section come first that tells no events.
        """
        told = [place for place, _ in self._told_rest]
        for fact in self._told.others:
            shown = self._sentences.shown_by(fact)
            place = self._place(fact)
            text = self._sentences.line(fact) + self._shown(fact, shown, cites=False)
            evidence = tuple(map(self.evidence_line, self.numbers(shown)))
            yield Addition(Statement(text, shown, is_fact=True), section, before + bisect_left(told, place), evidence)

    def _more(self) -> str:
        left = self._told.left
        return self.say("line.more", count=left) if left else ""

    def _request(self) -> Statement:
        """Return what a letter asks for that is no complaint; of a body, that it has the institution do so."""
        table = "body" if self.body is None else "body_of"
        if self.kind in OF_DATA:
            law, form = law_of_data(self.goes_to, self.kind), data_asked(self.kind, self.matter.dispute.type)
            asked = self.say(f"{table}.{form}", wrong=self.blank("wrong"), which=self.blank("which"))
            return Statement(asked + self._sources(law), cited=tuple(map(Citation, law)))
        says_what = any(each.promise or noted(each) for fact in self._told.facts for each in fact.happenings)
        is_of_calls = self.kind is LetterKind.WRITTEN_CONFIRMATION
        asked = self.say(f"{table}.{self.kind.value}{'_open' * (is_of_calls and not says_what)}")
        calls = self._told_ids if is_of_calls else ()
        return Statement(asked, calls, is_fact=is_of_calls)

    def _money(self) -> Iterator[Statement]:
        dispute, claim = self.matter.dispute, self.matter.claim
        if dispute.amount is not None:
            amount = amount_words(dispute.currency, dispute.amount, self.language)
            shown_by = claim.shown_by if claim is not None else ()
            said = self.say("line.amount", amount=amount)
            yield Statement(self.with_exhibits(said, shown_by), shown_by, is_fact=True)
        if claim is not None and claim.recovered:
            came, left = (amount_words(claim.currency, each, self.language) for each in (claim.recovered, claim.open))
            said = self.say("line.recovered", amount=came, open=left)
            yield Statement(self.with_exhibits(said, claim.event_ids), claim.event_ids, is_fact=True)
        if claim is not None and claim.unclear:
            came = amount_words(claim.currency, claim.perhaps, self.language)
            yield Statement(self.say("line.unclear", amount=came, count=len(claim.unclear)))

    def _standards(self) -> Iterator[Statement]:
        """Yield what departs from something: all of it in a complaint, and of contacts where these are to stop."""
        wanted = {LetterKind.COMPLAINT: None, LetterKind.STOP_CONTACT: OF_CONTACTS}.get(self.kind, frozenset())
        for each in about_them(self.matter):
            if (wanted is None or each.rule.measure in wanted) and departs(each):
                said = f"{each.says(self.language)}{self._sources(each.sources())}"
                shown = each.event_ids or self._naming(each)
                yield Statement(said + self._behind(each, shown), shown, True, each.citations())

    def _behind(self, found: RuleFinding, shown: Sequence[str]) -> str:
        """Return what shows a finding, and what of it is the person's own word."""
        if found.own_word and self.numbers(shown):
            return self.shown_in_part(shown, f"exhibits_{found.own_word}")
        if found.tells_words:
            return self.shown_words(shown, self.unheard, MOST_EXHIBITS)
        return self.shown(shown, MOST_EXHIBITS)

    def _naming(self, found: RuleFinding) -> tuple[str, ...]:
        """Return what shows a filing that was recorded without its entry, of a finding about its periods."""
        filed = next((each for each in self.matter.complaints if found.clocks and each.id == found.found.about), None)
        return naming(self, filed) if filed is not None else ()

    def _sources(self, sources: Iterable[Source]) -> str:
        named = [each.named(self.language) for each in sources]
        return self.say("between.cited", words=self.say("between.sources").join(named)) if named else ""

    def _reply(self) -> Iterator[Statement]:
        by, today = self.matter.reply_by, self.matter.today
        if by is not None and today is not None:
            by = answer_of_data_by(self.goes_to, self.kind, today) or by
        if self.role is Role.STATEMENT:
            return
        if self.body is not None:
            yield Statement(self.say("line.reply_of_police" if self.role is Role.REPORT else "line.reply_of_body"))
        else:
            yield Statement(self.say("line.reply_by", day=self.day(by)) if by else self.say("line.reply"))
            yield from self._put_off()

    def _put_off(self) -> Iterator[Statement]:
        """Yield until when the answer may be put off, where the law of a request for data lets it be."""
        today = self.matter.today
        longest = longest_answer_of_data(self.goes_to, today) if today is not None and self.kind in OF_DATA else None
        if longest is not None:
            day, clock = longest
            said = self.say("line.put_off", day=self.day(day)) + self._sources([clock.source])
            yield Statement(said, cited=(clock.citation,))

    def _evidence(self) -> tuple[Statement, ...]:
        """Return what goes with the letter: the exhibits that it names, and who speaks for somebody else a mandate."""
        exhibits = [self.evidence_line(number) for number in sorted(self.cited)]
        mandate = [self._mandate()] if self.matter.dispute.representative else []
        return tuple(map(Statement, [*exhibits, *mandate]))

    def _mandate(self) -> str:
        """Return what the paper is called, where the letter goes, by which somebody may speak for another."""
        own = self.goes_to.mandate if self.goes_to is not None else None
        return own[self.language] if own is not None else self.say("mandate")


__all__ = ["Addition", "LetterKind", "LetterText", "Matter", "Section", "Statement", "letter"]
