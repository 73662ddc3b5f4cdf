"""What a person works out about a dispute beside its evidence: channels, complaints, promises kept, marks, letters.

Each kind is a small dataclass whose fields are edited like those of events, with an entry of the custody log each.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from evidence_app.domain.money import DEFAULT_CURRENCY


class ChannelKind(StrEnum):
    """How an institution is reached."""

    HOTLINE = "hotline"
    APP_CHAT = "app_chat"
    EMAIL = "email"
    WEBSITE = "website"
    SOCIAL = "social"
    ADDRESS = "address"


class KnownFrom(StrEnum):
    """Where a person has a channel from. Impostors have hotlines, too: an advert or a message proves nothing."""

    CONTRACT = "contract"
    REGISTER = "register"  # the licence register of a regulator
    CARD = "card"  # printed on the bank card
    OFFICIAL_SITE = "official_site"
    OFFICIAL_APP = "official_app"
    SMS = "sms"
    ADVERT = "advert"
    CALL = "call"  # they called, or somebody said so on the telephone
    NOT_SAID = ""


class PromiseState(StrEnum):
    """What became of a promise, as a person says; OPEN while nobody said."""

    OPEN = ""
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


class ComplaintOutcome(StrEnum):
    """How a complaint ended."""

    OPEN = ""
    UPHELD = "upheld"
    PARTLY = "partly"
    REFUSED = "refused"
    NOT_TAKEN = "not_taken"
    WITHDRAWN = "withdrawn"


class ChecklistState(StrEnum):
    """What a person says of a piece of evidence on the checklist."""

    OPEN = ""
    THERE = "there"
    MISSING = "missing"  # whatever a machine takes for it
    NOT_NEEDED = "not_needed"


class Lender(StrEnum):
    """What a lender is: decides which reference rate its loan is compared with. Never guessed."""

    NOT_SAID = ""
    LICENSED = "licensed"
    MICRO_LENDER = "micro_lender"
    UNLICENSED = "unlicensed"
    MONEY_LENDER = "money_lender"
    CARD = "card"


class InstitutionType(StrEnum):
    """What the other side is, where rules ask: somebody who collects for others. Never guessed."""

    NOT_SAID = ""
    DEBT_COLLECTOR = "debt_collector"
    OUTSOURCED_COLLECTOR = "outsourced_collector"  # commissioned by a financial institution
    OWN_DEBTS = "own_debts"  # whatever its words suggest, it collects for itself

    @property
    def circumstances(self) -> tuple[str, ...]:
        """What rules ask about: whoever is commissioned to collect is a debt collector, too."""
        if self in (InstitutionType.NOT_SAID, InstitutionType.OWN_DEBTS):
            return (self.value,) if self else ()
        return tuple(dict.fromkeys((InstitutionType.DEBT_COLLECTOR.value, self.value)))


class AccountFact(StrEnum):
    """What makes a period of a bank longer, where the data about bodies asks for it."""

    NEW_ACCOUNT = "new_account"
    POINT_OF_SALE = "point_of_sale"
    FOREIGN_INITIATED = "foreign_initiated"


class YesNo(StrEnum):
    """An answer that may not have been given."""

    NOT_SAID = ""
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something worked out about a dispute. ``set_aside`` is the reason for which it was removed, else empty."""

    id: str
    dispute_id: str
    set_aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Item):
    """What is known of the other side besides its name; one for each dispute.

    ``numbers`` are the numbers and names under which it wrote and called, ``circumstances`` what rules ask about it
    (``debt_collector``, ``outsourced_collector``, ``new_account``). ``domains`` are those that its licence register
    names. ``knew_on`` is when the complainant knew of the harm and who is liable, ``statement_on`` the day of the first
    statement of account that shows the error: from these, too, periods are counted.
    """

    licence: str = ""
    app: str = ""
    publisher: str = ""
    shown_publisher: str = ""
    domains: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    circumstances: tuple[str, ...] = ()
    knew_on: date | None = None
    statement_on: date | None = None

    @property
    def institution_type(self) -> InstitutionType:
        """What it is, by its circumstances: the most particular type."""
        types = (InstitutionType.OUTSOURCED_COLLECTOR, InstitutionType.DEBT_COLLECTOR, InstitutionType.OWN_DEBTS)
        return next((each for each in types if each.value in self.circumstances), InstitutionType.NOT_SAID)

    def circumstances_as(self, of: InstitutionType) -> tuple[str, ...]:
        """Return its circumstances once it is said to be of a type; those that say nothing of a type stay."""
        others = [each for each in self.circumstances if each not in tuple(InstitutionType)]
        return (*of.circumstances, *others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Item):
    """One way to reach an institution. ``verified_by`` and ``verified_on`` say who found it genuine, and when.

    ``exhibit_id`` is a picture of where it was found, ``doubt`` a person's reason for not believing it.
    """

    kind: ChannelKind
    value: str
    known_from: KnownFrom = KnownFrom.NOT_SAID
    verified_by: str = ""
    verified_on: date | None = None
    exhibit_id: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint(Item):
    """One filing. ``body`` is a body's id, or the name of one that is not known. Days are None until they are known.

    ``dossier_sha256`` is what was filed; ``event_id`` the complaint step on the timeline, ``reply_ids`` the entries
    that are answers, those on the way too. ``extended_on`` is when the complainant was told that it takes longer;
    ``replied_on`` and ``reply`` are of the answer with which it ended.
    """

    body: str
    route: str = ""
    reference: str = ""
    demand: str = ""
    filed_on: date | None = None
    received_on: date | None = None
    transferred_on: date | None = None
    accepted_on: date | None = None
    extended_on: date | None = None
    replied_on: date | None = None
    reply: str = ""
    outcome: ComplaintOutcome = ComplaintOutcome.OPEN
    dossier_sha256: str = ""
    event_id: str = ""
    reply_ids: tuple[str, ...] = ()

    @property
    def is_only_shown(self) -> bool:
        """Whether nobody recorded it: an entry of the timeline shows that it was filed, and no more than that."""
        return bool(self.event_id) and self.id == self.event_id


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRecord(Item):
    """What became of the promise in an event; ``evidence_ids`` are the events that show it."""

    event_id: str
    state: PromiseState = PromiseState.OPEN
    evidence_ids: tuple[str, ...] = ()
    note: str = ""


CONTRADICTS = "contradicts"
"""The mark of answers that contradict each other."""

AGAINST = "against:"
"""How a mark begins that names the answer against which one stands."""


NO_ACKNOWLEDGEMENT = "no_acknowledgement"
"""The mark of what seems to say that a complaint was received, and does not."""

NO_ANSWER = "no_answer"
"""The mark of what seems to be the answer to a complaint, and is not."""

TAGS = ("threat", "third_party", "disclosed", CONTRADICTS, NO_ACKNOWLEDGEMENT, NO_ANSWER)
"""What a person may mark an event as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark(Item):
    """What a person marked an event as, of ``TAGS``.

    Beside ``contradicts``, ``against:`` with an event's id says which answer it contradicts.
    """

    event_id: str
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentCard(Item):
    """A person of the institution: all the IDs and names under which they appeared, as somebody joined them."""

    agent_ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanTerms(Item):
    """What a person states of the loan in dispute; events are those that paid it out and pay it back.

    ``fees`` are those by which charges beside principal and interest are paid, or to be paid; ``fees_stated`` answers
    whether all of them were in the statement of the overall cost.
    """

    lender: Lender = Lender.NOT_SAID
    principal: Decimal | None = None
    currency: str = DEFAULT_CURRENCY
    contract_day: date | None = None
    paid_out: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()
    cost_stated: YesNo = YesNo.NOT_SAID
    fees: tuple[str, ...] = ()
    fees_stated: YesNo = YesNo.NOT_SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion(Item):
    """A finding that a person leaves out of the dossier, and why."""

    finding: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistMark(Item):
    """What a person says of a piece of evidence on the checklist."""

    entry: str
    state: ChecklistState = ChecklistState.OPEN
    exhibit_ids: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Item):
    """A letter as somebody wrote it on from its template."""

    template: str
    body: str = ""
    language: str = ""
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTheirs(Item):
    """Numbers and names of which a person said that they are somebody else's; one for each dispute.

    Never disclosed: they are those of family, doctors and banks.
    """

    numbers: tuple[str, ...] = ()


ITEM_KINDS: dict[str, type[Item]] = {
    "institution": Institution,
    "channel": Channel,
    "complaint": Complaint,
    "promise": PromiseRecord,
    "mark": EventMark,
    "agent": AgentCard,
    "loan": LoanTerms,
    "exclusion": Exclusion,
    "checklist": ChecklistMark,
    "letter": Letter,
    "not_theirs": NotTheirs,
}
"""All kinds by the names that the catalog and the custody log use; a name stays for ever."""

LEAVABLE_SECTIONS = frozenset({"promises", "agents", "complaints", "money", "findings", "charts"})
"""Sections of a dossier that a person may leave out; all others are what makes it one."""
