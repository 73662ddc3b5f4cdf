"""What pictures of conversations show, as the catalog answers it with columns: asked with each change of a dispute."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from zoneinfo import ZoneInfo

from sqlalchemy import select

from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.threads import Showing
from evidence_app.domain.times import Precision, zone
from evidence_app.vault.found import FoundThings
from evidence_app.vault.lookups import EVENT_IN_USE
from evidence_app.vault.members import moment
from evidence_app.vault.schema import DisputeRow, EventPlaceRow, EventRow, MachineTextRow
from evidence_app.vault.statements import in_parts

TO_THE_MINUTE = frozenset({Precision.SECOND.value, Precision.MINUTE.value})

_Shown = tuple[str, int | None, str, str]
"""An event's id, moment, precision and other side."""


class TalkPictures(FoundThings):
    """The part of one transaction that answers what pictures of conversations show."""

    def talk_showings(self, dispute_id: str, numbers: Mapping[str, int]) -> list[Showing]:
        """Return which events some exhibits show, by their ``numbers``; those that show none are left out.

        Says what `actions.continuity.showings` says of them, without reading events and findings whole.
        """
        home = zone(self._session.get_one(DisputeRow, dispute_id).zone_name)
        shown = self._shown(numbers)
        last = {each: seq for each, seq in self.last_readings(dispute_id).items() if each in shown}
        pages = self._pages(dispute_id, last)
        in_order = sorted(pages, key=lambda each: numbers[each])
        return [_showing(each, numbers[each], pages[each], shown[each], home) for each in in_order]

    def _shown(self, numbers: Mapping[str, int]) -> dict[str, list[_Shown]]:
        """Return what stands on each exhibit, from the top."""
        place = EventPlaceRow
        query = (
            select(place.exhibit_id, place.page_index, place.region, EventRow.id, EventRow.at_ms)
            .add_columns(EventRow.precision, EventRow.party)
            .join(EventRow, EventRow.id == place.event_id)
            .where(EVENT_IN_USE)
            .order_by(EventRow.ordinal)
        )
        standing: defaultdict[str, list[tuple[tuple[int, int, int], _Shown]]] = defaultdict(list)
        for part in in_parts(list(numbers)):  # from the pictures on: a dispute may have a million other events
            rows = self._session.connection().execute(query.where(place.exhibit_id.in_(part)))
            for exhibit_id, page_index, region, *event in rows:
                left, top, *_ = json.loads(region)
                event_id, at_ms, precision, party = event
                standing[exhibit_id].append(((page_index, top, left), (event_id, at_ms, precision, party)))
        return {
            exhibit_id: [event for _, event in sorted(found, key=itemgetter(0))]
            for exhibit_id, found in standing.items()
        }

    def _pages(self, dispute_id: str, last: Mapping[str, int]) -> dict[str, "_Page"]:
        """Return what the last reading of each exhibit took it for."""
        found: dict[str, _Page] = {}
        row = MachineTextRow
        for part in in_parts(list(last.values())):
            query = select(row.exhibit_id, row.findings).where(row.dispute_id == dispute_id, row.seq.in_(part))
            rows = self._session.connection().execute(query)
            found |= {exhibit_id: _page(bytes(findings)) for exhibit_id, findings in rows}
        return found


_Page = tuple[PageKind, str, frozenset[str]]
"""What kind of page it was taken for, whom it names as the other side, and which events it took for theirs."""


@lru_cache(maxsize=512)
def _page(findings: bytes) -> _Page:
    """Return what findings say of a page; remembered, for they never change and are asked for with each change."""
    shape = json.loads(findings)
    party = shape.get("party", "")
    named = (each["id"] for each in shape["events"] if each["fields"].get("party", "") == party)
    return PageKind(shape["kind"]), party, frozenset(named)


def _showing(exhibit_id: str, number: int, page: _Page, shown: Sequence[_Shown], home: ZoneInfo) -> Showing:
    kind, party, named = page
    called = Counter(now for event_id, _, _, now in shown if event_id in named).most_common(1)
    known = [at_ms for _, at_ms, _, _ in shown if at_ms is not None]
    exact = [at_ms for _, at_ms, precision, _ in shown if at_ms is not None and precision in TO_THE_MINUTE]
    return Showing(
        exhibit_id,
        number,
        kind,
        called[0][0] if called else party,
        tuple(event_id for event_id, *_ in shown),
        begins=moment(min(known), home) if known else None,
        first=moment(min(exact), home) if exact else None,
        last=moment(max(exact), home) if exact else None,
    )
