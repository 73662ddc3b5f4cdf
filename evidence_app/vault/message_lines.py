"""Imported messages as the catalog answers them, and which of them were looked through: a million, in little memory."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, func, select

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.identifiers import id_after
from evidence_app.domain.imports import Run
from evidence_app.vault.lookups import EVENT_IN_USE
from evidence_app.vault.members import DIRECTIONS
from evidence_app.vault.schema import EventRow, MachineTextRow, PayloadRow
from evidence_app.vault.statements import in_parts
from evidence_app.vault.transaction import Transaction

MESSAGES_ENGINE = "messages 1"
"""Stands in the log for what looks through imported messages, with the version of its rules."""

AT_ONCE = 2000
"""Rows that are fetched together."""

_MESSAGE = EventRow.kind == EventKind.MESSAGE.value


class MessageLine(NamedTuple):
    """What is asked of an imported message, as it is stored; ``at_ms`` is None where nobody knows when."""

    event_id: str
    direction: Direction
    party: str
    number: str
    text: str
    at_ms: int | None


@dataclass(frozen=True, slots=True)
class Sender:
    """Who is on the other side of messages, and of how many."""

    party: str
    number: str
    count: int


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """One part of an export that was looked through.

    ``senders`` are digests of who was taken for the institution; only the last part of a whole export has them.
    """

    runs: tuple[Run, ...]
    senders: frozenset[str]


class ImportedMessages(Transaction):
    """The part of one transaction that answers about imported messages."""

    def message_senders(self, runs: Iterable[Run]) -> list[Sender]:
        """Return who is on the other side of imported messages in use, the most frequent first."""
        counts: defaultdict[tuple[str, str], int] = defaultdict(int)
        for first, last in _ends(runs):
            query = select(EventRow.party, EventRow.number, func.count()).where(
                EventRow.id >= first, EventRow.id <= last, _MESSAGE, EVENT_IN_USE
            )
            for party, number, count in self._rows(query.group_by(EventRow.party, EventRow.number)):
                counts[party, number] += count
        found = [Sender(party, number, count) for (party, number), count in counts.items()]
        return sorted(found, key=lambda each: (-each.count, each.party, each.number))

    def messages_of(self, runs: Iterable[Run]) -> Iterator[MessageLine]:
        """Yield the imported messages in use of some runs of ids, in their order, in little memory."""
        row = EventRow
        for first, last in _ends(runs):
            query = select(row.id, row.direction, row.party, row.number, row.text, row.at_ms).where(
                row.id >= first, row.id <= last, _MESSAGE, row.text != "", EVENT_IN_USE
            )
            for event_id, direction, *rest in self._rows(query.order_by(row.id)):
                yield MessageLine(event_id, DIRECTIONS[direction], *rest)

    def looked_through(self, dispute_id: str) -> dict[str, list[LookedThrough]]:
        """Return which parts of a dispute's exports were looked through, by exhibit."""
        query = (
            select(MachineTextRow.exhibit_id, PayloadRow.payload)
            .join(
                PayloadRow,
                (PayloadRow.dispute_id == MachineTextRow.dispute_id) & (PayloadRow.seq == MachineTextRow.seq),
            )
            .where(MachineTextRow.dispute_id == dispute_id, MachineTextRow.engine == MESSAGES_ENGINE)
            .order_by(MachineTextRow.seq)
        )
        found: defaultdict[str, list[LookedThrough]] = defaultdict(list)
        for exhibit_id, payload in self._rows(query):
            said = json.loads(payload)
            if "anew" in said:
                found[exhibit_id].clear()
            runs = tuple((str(first), int(count)) for first, count in said["messages"])
            found[exhibit_id].append(LookedThrough(runs, frozenset(said["senders"])))
        return found

    def record_places(self, event_ids: Sequence[str]) -> dict[str, str]:
        """Return where in their exports imported events stand."""
        found: dict[str, str] = {}
        for part in in_parts(event_ids):
            wanted = EventRow.id.in_(part)
            found |= {
                event_id: place for event_id, place in self._rows(select(EventRow.id, EventRow.place).where(wanted))
            }
        return found

    def has_messages(self, runs: Iterable[Run]) -> bool:
        """Tell whether there is an imported message in use among some ids."""
        return next(self.messages_of(runs), None) is not None

    def _rows(self, query: Select[Any]) -> Iterator[Row[Any]]:
        yield from self._session.connection().execute(query.execution_options(yield_per=AT_ONCE))


def _ends(runs: Iterable[Run]) -> Iterator[tuple[str, str]]:
    for first, count in runs:
        yield first, id_after(first, count - 1)
