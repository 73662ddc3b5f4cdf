"""What was made of imported messages: which were looked through, and keeping the suggestions that they gave.

Each part of an export is a reading of its own, with an entry of the log that names the ids of the messages it covers:
so nothing is looked through twice, and what was stopped goes on where it was.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.imports import Run
from evidence_app.domain.machine_text import MachineText
from evidence_app.domain.suggestions import Findings, PageKind, Suggested, Suggestion, SuggestionState
from evidence_app.errors import InputProblem
from evidence_app.vault.found import findings_bytes, suggestion_from
from evidence_app.vault.keeping import Keeping
from evidence_app.vault.ledger import Subject
from evidence_app.vault.lookups import EVENT_IN_USE
from evidence_app.vault.machine_texts import KeptReading, lines_bytes, machine_text_columns, reading_facts
from evidence_app.vault.message_lines import MESSAGES_ENGINE
from evidence_app.vault.read_rows import suggestion_row, suggestion_shapes
from evidence_app.vault.schema import EventRow, MachineTextRow, SuggestionRow
from evidence_app.vault.statements import in_parts


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of an export gave: suggestions, each with its event, out of so many messages.

    ``runs`` are all ids that it covers, ``passed_over`` is how many messages were too many to be looked into.
    """

    exhibit_id: str
    runs: Sequence[Run]
    senders: Collection[str]
    found: Sequence[tuple[str, Suggested]]
    looked_into: int
    kind: PageKind = PageKind.CHAT
    party: str = ""
    passed_over: int = 0


class MessageKeeping(Keeping):
    """The part of a write transaction that keeps what imported messages gave."""

    def keep_messages(self, part: Part, *, anew: bool = False) -> int | None:
        """Keep what a part of an export gave; return how many suggestions that is, None if the export is gone.

        With ``anew`` what nobody decided on is withdrawn first. What stands there, or was decided, comes no second
        time; nor does what stands in events that were removed meanwhile.
        """
        try:
            exhibit = self.exhibit(part.exhibit_id)
        except InputProblem:
            return None
        if exhibit.removed_at is not None or exhibit.set_aside:
            return None
        withdrawn = self._withdraw(exhibit) if anew else {}
        said: dict[str, Plain] = withdrawn | ({"anew": 1} if anew else {})
        self._keep_part(exhibit, part, said, given := self._not_there(exhibit, part))
        return len(given)

    def _keep_part(
        self, exhibit: Exhibit, part: Part, said: dict[str, Plain], given: Sequence[tuple[str, Suggested]]
    ) -> None:
        indexed = [
            (replace(each, event_index=None if each.event_index is None else index), "")
            for index, (_, each) in enumerate(given)
        ]
        shapes = suggestion_shapes(indexed, [event_id for event_id, _ in given])
        found = findings_bytes(Findings(part.kind, part.party), [], shapes)
        text = MachineText(exhibit.id, MESSAGES_ENGINE, (), 0, self.now)
        kept = KeptReading(text, lines_bytes(()), found)
        facts = reading_facts(kept) | said | _part_facts(part)
        seq = self._log(exhibit.dispute_id, CustodyKind.READ, facts, Subject(exhibit.id))
        self._insert(MachineTextRow, machine_text_columns(kept, exhibit.dispute_id, seq, self.now))
        self._insert_all(
            SuggestionRow,
            [
                suggestion_row(each, shape, exhibit, seq, position)
                for position, ((each, _), shape) in enumerate(zip(indexed, shapes, strict=True))
            ],
        )

    def _not_there(self, exhibit: Exhibit, part: Part) -> list[tuple[str, Suggested]]:
        ids = list({event_id for event_id, _ in part.found})
        known = {_same(each.event_id, each) for each in self._standing_in(exhibit, ids)}
        in_use = self._in_use(ids)
        given = []
        for event_id, each in part.found:
            key = _same(event_id if each.event_index is not None else "", each)
            if event_id in in_use and key not in known:
                known.add(key)
                given.append((event_id, each))
        return given

    def _standing_in(self, exhibit: Exhibit, event_ids: Sequence[str]) -> Iterator[Suggestion]:
        """Yield what was suggested of an export as a whole, and of some events of it."""
        of_export = SuggestionRow.exhibit_id == exhibit.id
        stands = SuggestionRow.state != SuggestionState.WITHDRAWN.value
        for part in in_parts(event_ids):
            wanted = SuggestionRow.event_id.in_(["", *part])
            for row in self._session.scalars(select(SuggestionRow).where(of_export, stands, wanted)):
                yield suggestion_from(row)

    def _in_use(self, event_ids: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for part in in_parts(event_ids):
            wanted = EventRow.id.in_(part)
            found |= set(self._session.scalars(select(EventRow.id).where(wanted, EVENT_IN_USE)))
        return found


def _part_facts(part: Part) -> dict[str, Plain]:
    """Return what the log says of a part besides what a reading's entry says."""
    facts: dict[str, Plain] = {
        "messages": [list(run) for run in part.runs],
        "senders": sorted(part.senders),
        "looked_into": part.looked_into,
    }
    return facts | ({"passed_over": part.passed_over} if part.passed_over else {})


def _same(event_id: str, each: Suggested | Suggestion) -> tuple[str, str, str]:
    """Return by what two suggestions are the same; of titles one is enough."""
    return event_id, each.kind.value, each.value if event_id else ""
