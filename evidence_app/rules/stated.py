"""What a person stated beside the evidence of one dispute, and how it stands to the events of its timeline. Pure."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain

from evidence_app.domain.workspace import (
    AGAINST,
    NO_ACKNOWLEDGEMENT,
    NO_ANSWER,
    AgentCard,
    Channel,
    ChecklistMark,
    Complaint,
    EventMark,
    Exclusion,
    Institution,
    Letter,
    LoanTerms,
    PromiseRecord,
)
from evidence_app.rules.references import Accepted

THREAT, THIRD_PARTY, DISCLOSED = "threat", "third_party", "disclosed"
"""The marks that rules know threats by, contact with others, and that others were told of the debt."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person stated beside the evidence of one dispute."""

    institution: Institution | None = None
    channels: Sequence[Channel] = ()
    complaints: Sequence[Complaint] = ()
    """Of a `Workspace`, with those that only the timeline shows."""

    promises: Sequence[PromiseRecord] = ()
    marks: Sequence[EventMark] = ()
    agents: Sequence[AgentCard] = ()
    loan: LoanTerms | None = None
    exclusions: Sequence[Exclusion] = ()
    checklist: Sequence[ChecklistMark] = ()
    letters: Sequence[Letter] = ()
    """Drafts: for the window only, no dossier tells of them."""

    not_theirs: Sequence[str] = ()
    """Numbers and names of which a person said that they are somebody else's."""

    threats: frozenset[str] = frozenset()
    """Events in which a person accepted words that a machine took for a threat, notices of legal action left out."""

    third_parties: frozenset[str] = frozenset()
    """Events in which a person accepted that the other side tells of contact with others."""

    disclosed: frozenset[str] = frozenset()
    """Those of them whose words say that the others were told of the debt."""

    named: frozenset[str] = frozenset()
    """Events in which a person accepted by which name an agent calls himself or herself."""

    references: Sequence[Accepted] = ()
    """Numbers of contracts, orders and tickets that a machine read and a person accepted."""

    @property
    def tags(self) -> dict[str, frozenset[str]]:
        """What events are marked as, by a mark or by accepting what was suggested; not that they are something else."""
        accepted = ((THREAT, self.threats), (THIRD_PARTY, self.third_parties), (DISCLOSED, self.disclosed))
        found: dict[str, frozenset[str]] = {}
        for tag, event_ids in accepted:
            for event_id in event_ids:
                found[event_id] = found.get(event_id, frozenset()) | {tag}
        for mark in self.marks:
            found[mark.event_id] = found.get(mark.event_id, frozenset()) | _telling(mark)
        return found

    @property
    def no_acknowledgements(self) -> frozenset[str]:
        """The events of which a person says that they acknowledge no complaint."""
        return frozenset(mark.event_id for mark in self.marks if NO_ACKNOWLEDGEMENT in mark.tags)

    @property
    def no_answers(self) -> frozenset[str]:
        """The events of which a person says that they are no answer to a complaint."""
        return frozenset(mark.event_id for mark in self.marks if NO_ANSWER in mark.tags)

    @property
    def accepted(self) -> frozenset[str]:
        """The events that a person took for evidence: by a mark, a promise's record, a complaint, the loan."""
        ids = {mark.event_id for mark in self.marks if _telling(mark) or mark.note}
        ids |= set(chain.from_iterable((each.event_id, *each.evidence_ids) for each in self.promises))
        ids |= set(chain.from_iterable((each.event_id, *each.reply_ids) for each in self.complaints))
        ids |= {*self.loan.paid_out, *self.loan.payments, *self.loan.fees} if self.loan else set()
        return frozenset(ids - {""})

    def shown_by(self, event_ids: AbstractSet[str]) -> "Stated":
        """Return what was said with only those events of filings that are there: what was removed shows nothing."""
        shown = [(each.event_id, *each.reply_ids) for each in self.complaints]
        if all(not each or each in event_ids for each in chain.from_iterable(shown)):
            return self
        return replace(self, complaints=[_shown_by(each, event_ids) for each in self.complaints])

    def of_the_same(self, same: Mapping[str, str]) -> "Stated":
        """Return what was said of events of pictures as said of those as which they count."""
        if not same:
            return self
        own = {each.event_id for each in self.promises}
        return replace(
            self,
            threats=frozenset(same.get(each, each) for each in self.threats),
            third_parties=frozenset(same.get(each, each) for each in self.third_parties),
            disclosed=frozenset(same.get(each, each) for each in self.disclosed),
            named=frozenset(same.get(each, each) for each in self.named),
            references=[replace(each, event_id=same.get(each.event_id, each.event_id)) for each in self.references],
            marks=[_mark_of_the_same(each, same) for each in self.marks],
            complaints=[_of_the_same(each, same) for each in self.complaints],
            promises=[
                replace(each, event_id=same.get(each.event_id, each.event_id))
                for each in self.promises
                if same.get(each.event_id) not in own
            ],
        )


NOTHING_STATED = Stated()


def _telling(mark: EventMark) -> frozenset[str]:
    return frozenset(mark.tags) - {NO_ACKNOWLEDGEMENT, NO_ANSWER}


def _of_the_same(filed: Complaint, same: Mapping[str, str]) -> Complaint:
    replies = dict.fromkeys(same.get(each, each) for each in filed.reply_ids)
    return replace(filed, reply_ids=tuple(replies)) if filed.reply_ids else filed


def _shown_by(filed: Complaint, event_ids: AbstractSet[str]) -> Complaint:
    shown_by = filed.event_id if filed.event_id in event_ids else ""
    return replace(filed, event_id=shown_by, reply_ids=tuple(each for each in filed.reply_ids if each in event_ids))


def _mark_of_the_same(mark: EventMark, same: Mapping[str, str]) -> EventMark:
    """Return a mark as one of the event as which its event counts; so of what it stands against."""
    tags = [
        f"{AGAINST}{same.get(each.removeprefix(AGAINST), each.removeprefix(AGAINST))}"
        if each.startswith(AGAINST)
        else each
        for each in mark.tags
    ]
    return replace(mark, event_id=same.get(mark.event_id, mark.event_id), tags=tuple(tags))
