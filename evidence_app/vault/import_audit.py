"""Holding imported events against the log: streamed, because an import may have brought a million of them."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from evidence_app.domain.custody import Plain
from evidence_app.domain.fields import EVENT_FIELDS, ORDINAL, parse_time
from evidence_app.domain.history import LoggedState, Touched
from evidence_app.domain.imports import NOT_IN_LEAF, ImportEntry, fingerprint, ids_of, leaf
from evidence_app.domain.timeline import moment_ms
from evidence_app.domain.times import has_open_conflict
from evidence_app.vault.reading import Catalog
from evidence_app.vault.records import DAY_MS

Row = Mapping[str, Any]

_FIELDS = tuple(name for name in EVENT_FIELDS if name not in ("time", NOT_IN_LEAF))


def imports_astray(catalog: Catalog, dispute_id: str, state: LoggedState) -> Iterator[str]:
    """Yield the ids of exhibits of whose events the log says something else, or the dispute's for stray events."""
    home, aside = catalog.kept_dispute(dispute_id).zone, catalog.exhibits_set_aside(dispute_id)
    exports = catalog.export_ids(dispute_id)
    found = 0
    for seq, entry in state.imports.items():
        audit = _ImportAudit(state, seq, entry, home, aside, exports)
        try:
            holds = audit.holds(catalog)
        except (ValueError, KeyError, TypeError, AttributeError):
            holds = False
        if not holds:
            yield entry.exhibit_id
        found += audit.found
    if found != catalog.imported_count(dispute_id):
        yield dispute_id


class _ImportAudit:
    """One import's events, as they pass by."""

    def __init__(
        self,
        state: LoggedState,
        seq: int,
        entry: ImportEntry,
        home: ZoneInfo,
        aside: frozenset[str],
        exports: frozenset[str],
    ) -> None:
        self.found = 0
        self._state = state
        self._seq = seq
        self._entry = entry
        self._home = home
        self._aside = aside
        self._exports = exports
        self._digest = hashlib.sha256()
        self._may_move = any(each.carried for each in state.imports.values())
        self._is_shown_elsewhere = any(each.known_events for each in state.imports.values())

    def holds(self, catalog: Catalog) -> bool:
        """Tell whether all events are as they were imported, but for what the log says was changed since."""
        rows = catalog.imported_rows(self._entry.events)
        for event_id in ids_of(self._entry.events):
            if self._may_move and self._state.imported.standing_for(event_id)[-1] != self._seq:
                return False
            if event_id in self._state.removed:
                self._digest.update(self._state.leaves[event_id])
                continue
            following = next(rows, None)
            if following is None or following[0]["id"] != event_id or not self._is_as_logged(*following):
                return False
            self.found += 1
        return next(rows, None) is None and self._digest.hexdigest() == self._entry.events_sha256

    def _is_as_logged(self, row: Row, exhibit_ids: tuple[str, ...]) -> bool:
        event_id, time = row["id"], json.loads(row["time"])
        touched = self._state.touched.get(event_id)
        fields: dict[str, Plain] = {name: row[name] for name in _FIELDS if row[name] not in ("", None)}
        fields["time"] = time
        ordinal = row["ordinal"]
        if touched is not None:
            if not _is_as_changed(fields, ordinal, touched):
                return False
            fields, ordinal = _as_imported(fields, ordinal, touched)
        self._digest.update(leaf(event_id, ordinal, row["place"], fields))
        return (
            row["read_from"] == self._entry.exhibit_id
            and (self._entry.carried or row["fingerprint"] == fingerprint(fields))
            and exhibit_ids == self._shown_by(event_id, touched)
            and self._is_shown_as_said(row, time, exhibit_ids)
        )

    def _shown_by(self, event_id: str, touched: Touched | None) -> tuple[str, ...]:
        """Return the exhibits that should show an event: as imported or as chosen since, and those that came later."""
        since = touched.shown_since if touched is not None else 0
        chosen = touched.after.get(NOT_IN_LEAF, []) if touched is not None and since else None
        own, more = self._entry.exhibit_id, self._entry.shown_by.get(event_id, ())
        begun = [*more] if self._entry.carried and more else [own, *more]
        shown = begun if chosen is None else list(map(str, chosen))  # type: ignore[arg-type]
        for seq in self._state.also_shown.standing_for(event_id) if self._is_shown_elsewhere else ():
            later = self._state.imports[seq].exhibit_id
            if seq > max(since, self._seq) and later not in shown:
                shown.append(later)
        return tuple(each for each in shown if each not in self._state.removed)

    def _is_shown_as_said(self, row: Row, time: Plain, exhibit_ids: tuple[str, ...]) -> bool:
        """Tell whether the columns that the timeline reads repeat what the event says, as `records.shows` does."""
        parsed = parse_time(time)
        reading = parsed.reading
        held = [each for each in exhibit_ids if each == row["read_from"] or each in self._exports] or exhibit_ids
        first = next((each for each in held if each not in self._aside), (*held, None)[0])
        at_ms = None if reading is None else moment_ms(reading, self._home)
        stated = reading is not None and reading.offset_min is not None
        if (row["at_ms"] is None) is not (at_ms is None):
            return False
        if at_ms is not None and abs(row["at_ms"] - at_ms) > (0 if stated else DAY_MS):
            return False
        shown = (row["precision"], row["time_source"], row["offset_stated"], row["open_conflict"])
        source = reading.source.value if reading else ""
        said = (parsed.precision.value, source, stated, has_open_conflict(parsed, self._home))
        return shown == said and row["first_exhibit_id"] == first


def _is_as_changed(fields: Mapping[str, Plain], ordinal: int, touched: Touched) -> bool:
    """Tell whether the fields that people changed are as they left them."""
    for name, after in touched.after.items():
        if name == ORDINAL:
            if ordinal != after:
                return False
        elif name != NOT_IN_LEAF and fields.get(name, "") != after:
            return False
    return True


def _as_imported(fields: Mapping[str, Plain], ordinal: int, touched: Touched) -> tuple[dict[str, Plain], int]:
    """Return the fields and the ordinal as they were before anybody changed them."""
    first = dict(fields)
    for name, before in touched.before.items():
        if name == ORDINAL:
            ordinal = int(str(before))
        elif before in ("", []):
            first.pop(name, None)
        else:
            first[name] = before
    return first, ordinal
