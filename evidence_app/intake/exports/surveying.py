"""What an export holds, counted as its records pass by. Runs in a worker process."""

from collections import Counter
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from evidence_app.domain.contacts import signature
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import MOST_PARTIES, MOST_UNREAD, PartyCount, Read, Record, Survey, Unread, home_wall

FIRST_MESSAGES = 5
"""Of one other side, in which its signature is looked for: who signs, signs nearly always."""

MOST_TRACKED = 50_000
"""Other sides that are told apart; more than that are nobody's contacts, but a file made to fill the memory."""


@dataclass(slots=True)
class _Party:
    count: int
    first: str
    last: str
    signed: str = ""


class Surveyor:
    """Takes every record of an export. ``home`` is the dispute's zone."""

    def __init__(self, format: str, home: ZoneInfo) -> None:
        self.count = 0
        self._format = format
        self._home = home
        self._unread: list[Unread] = []
        self._unread_count = 0
        self._attachment_count = 0
        self._beside_count = 0
        self._kinds: Counter[EventKind] = Counter()
        self._parties: dict[tuple[str, str], _Party] = {}
        self._first = self._last = ""

    def take(self, each: Read) -> None:
        """Count one record."""
        if isinstance(each, Unread):
            self._unread_count += 1
            if len(self._unread) < MOST_UNREAD:
                self._unread.append(each)
            return
        self.count += 1
        self._kinds[each.kind] += 1
        self._attachment_count += len(each.attachments)
        self._beside_count += sum(not attachment.part for attachment in each.attachments)
        at = ""
        if each.time is not None and each.time.wall is not None:
            at = home_wall(each.time.wall, each.time.offset_min, self._home).isoformat()
            self._first = min(self._first or at, at)
            self._last = max(self._last, at)
        self._count_party(each, at)

    def _count_party(self, each: Record, at: str) -> None:
        known = self._parties.get((each.party, each.number))
        if known is None:
            if len(self._parties) >= MOST_TRACKED:
                return
            known = self._parties[each.party, each.number] = _Party(0, at, at)
        known.count += 1
        if at:
            known.first = min(known.first or at, at)
            known.last = max(known.last, at)
        if known.count <= FIRST_MESSAGES and not known.signed and each.direction is Direction.IN:
            known.signed = signature(each.text)

    def survey(self, asks: tuple[str, ...], stated_count: int | None, note: str = "") -> Survey:
        """Return what was counted; ``asks`` are the questions that are left open."""
        parties = [
            PartyCount(party, number, each.count, each.first, each.last, each.signed)
            for (party, number), each in self._parties.items()
        ]
        parties.sort(key=lambda each: (-each.count, each.party, each.number))
        return Survey(
            format=self._format,
            count=self.count,
            unread_count=self._unread_count,
            unread=tuple(self._unread),
            first=self._first,
            last=self._last,
            parties=tuple(parties[:MOST_PARTIES]),
            kinds=tuple(self._kinds.most_common()),
            attachment_count=self._attachment_count,
            beside_count=self._beside_count,
            asks=asks,
            stated_count=stated_count,
            note=note,
        )
