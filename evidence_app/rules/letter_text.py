"""What letters are made of, and what they become: sections of statements, each with the events that it rests on."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from evidence_app.domain.disputes import Beginning, Dispute
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import Complaint
from evidence_app.rules.claim import Claim
from evidence_app.rules.findings import RuleFinding
from evidence_app.rules.promises import Promise
from evidence_app.rules.refunds import Refund
from evidence_app.rules.situation import RunningClock
from evidence_app.rules.sources import Citation
from evidence_app.rules.territories import Territory


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence. ``event_ids`` are what it rests on; ``is_fact`` says whether it should rest on something.

    ``cited`` are the rules that it names: how far each was read is for the writer alone.
    """

    text: str
    event_ids: tuple[str, ...] = ()
    is_fact: bool = False
    cited: tuple[Citation, ...] = ()

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
class Addition:
    """A statement that whoever writes may add. ``section`` is the place of its section among the letter's.

    ``after`` is how many of that section's statements come before it; ``evidence`` are the lines of the letter's list
    of evidence that belong to it.
    """

    statement: Statement
    section: int
    after: int
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterText:
    """A whole letter. ``addressee`` is to whom it goes, ``opening`` the line that says so.

    ``facts`` is the place among the sections of what happened; ``additions`` may be added to it, or to what is asked.
    ``goes_to`` is the reader's place, None where it is not known.
    """

    kind: LetterKind
    title: str
    addressee: str
    opening: str
    sections: tuple[Section, ...]
    signature: str
    facts: int = 0
    additions: tuple[Addition, ...] = ()
    goes_to: Territory | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in order."""
        return tuple(each for section in self.sections for each in section.statements)

    @property
    def cited(self) -> tuple[Citation, ...]:
        """All rules that it names, each once, with its least sure figure: who signs has to know how far to trust it."""
        found: dict[str, Citation] = {}
        for cited in (cited for each in self.statements for cited in each.cited):
            known = found.setdefault(cited.source.id, cited)
            if known.is_surer_than(cited):
                found[cited.source.id] = cited
        return tuple(found.values())

    def plain_text(self, mark: str) -> str:
        """Return the letter as lines of text."""
        lines = [self.title, "", self.opening, ""]
        for section in self.sections:
            lines += [section.heading, *section.lines(mark), ""]
        return "\n".join([*lines, self.signature])


@dataclass(frozen=True, slots=True)
class BodyNumber:
    """A number under which a body, by its id, knows the matter, and the events that show it."""

    value: str
    body: str
    event_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LookAlike:
    """An address that is taken for another one: ``why``, by the name of the reason, and what it resembles.

    ``messages`` are those that name it, ``page_ids`` the files that show it. ``words`` are what the first of them says,
    empty where only people whom the person knows wrote of it.
    """

    why: str
    shown: str
    other: str
    messages: tuple[Happening, ...] = ()
    page_ids: tuple[str, ...] = ()
    words: str = ""

    @property
    def event_ids(self) -> tuple[str, ...]:
        """All that shows it."""
        return (*(each.event_id for each in self.messages), *self.page_ids)


@dataclass(frozen=True, slots=True)
class LoanTold:
    """A loan that nothing shows as paid out: its principal, the day of its contract, and what shows the principal."""

    principal: Decimal
    currency: str
    contract_day: date | None
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """All that letters are made of: ``happenings`` are those that may be told.

    ``exhibit_numbers`` are those of each event's exhibits, ``labels`` their names, ``tags`` the marks of each event.
    Numbers are compared as in ``region``. ``money_with_them`` is the money that is known to be the institution's: of
    other money that names nobody, nothing is said of whose it is; ``theirs`` are all events that are known to be with
    it, ``recorded`` those that a sound or video recording shows. ``introductions`` are as in `introductions`.
    ``references`` are the numbers of contracts, orders and cases, each with the events that show it; ``body_numbers``
    are those that a body gave. ``refunds`` is what of the money in dispute is asked back, ``app`` what
    the institution's app is called, ``look_alikes`` the addresses that are taken for the institution's,
    ``deciding`` the events that show what the checklist calls decisive, ``loan`` a loan that no payment tells,
    ``clocks`` the periods that run or ran out, ``perhaps_answered`` by complaint the entry that may be its answer,
    ``with_news`` those of which an entry tells that they were received, or are looked into.
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
    claim: Claim | None = None
    introductions: Mapping[str, Happening] = field(default_factory=dict)
    began: Beginning | None = None
    references: Mapping[str, Sequence[str]] = field(default_factory=dict)
    body_numbers: Sequence[BodyNumber] = ()
    refunds: Sequence[Refund] = ()
    app: str = ""
    look_alikes: Sequence[LookAlike] = ()
    deciding: AbstractSet[str] = frozenset()
    loan: LoanTold | None = None
    clocks: Sequence[RunningClock] = ()
    theirs: AbstractSet[str] = frozenset()
    recorded: AbstractSet[str] = frozenset()
    perhaps_answered: Mapping[str, Happening] = field(default_factory=dict)
    with_news: AbstractSet[str] = frozenset()
