"""What the catalog answers beside the evidence in use: removed items, values for completion, saved views."""

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import InstrumentedAttribute

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.events import EventKind
from evidence_app.domain.known import KnownAgent, KnownValues
from evidence_app.domain.removed import TrayItem
from evidence_app.domain.times import TimeSource
from evidence_app.domain.views import SavedView
from evidence_app.vault.glance import DECIDED
from evidence_app.vault.records import entry_from
from evidence_app.vault.schema import CustodyRow, DisputeRow, EventRow, ExhibitRow, PayloadRow, ViewRow
from evidence_app.vault.statements import SAME_ENTRY
from evidence_app.vault.transaction import Transaction

LABEL_CHARACTERS = 200
"""What a list shows of an event's words."""

MOST_KNOWN = 500
"""Values of one field that are offered: nobody looks further down a list."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When something was set aside of which the log says nothing: the catalog was tampered with, verifying finds it."""

Text = InstrumentedAttribute[str]

_EXHIBITS_ASIDE = select(ExhibitRow.id).where(ExhibitRow.set_aside != "")

EVENT_IN_USE = (EventRow.set_aside == "") & (
    EventRow.first_exhibit_id.is_(None) | EventRow.first_exhibit_id.not_in(_EXHIBITS_ASIDE)
)
"""Events that are shown: not set aside, nor standing for a file that is."""

UNDATED = EventRow.at_ms.is_(None) | (
    (EventRow.time_source == TimeSource.MODIFIED.value) & EventRow.time.not_like(f"%{DECIDED}%")
)
"""Events without a time, or with nothing but the date of the file (`EventTime.only_file_date`)."""

TIMELINE_ORDER = (UNDATED, case((UNDATED, None), else_=EventRow.at_ms), EventRow.ordinal)
"""The order in which events are shown: by time, those without one last."""


class Lookups(Transaction):
    """The part of one transaction that answers for the window's lists and fields."""

    # -- removed items ------------------------------------------------------------------------------------------

    def tray(self, dispute_id: str | None) -> list[TrayItem]:
        """Return what was set aside in one dispute, or in the vault: disputes, and what was in those in use.

        The last one first.
        """
        found = [*self._exhibits_aside(dispute_id), *self._events_aside(dispute_id)]
        if dispute_id is None:
            found += self._disputes_aside()
        if not found:  # an empty tray is looked into after every change, and the log is long
            return []
        since = self._set_aside_times()
        return sorted((replace(item, at=since.get(item.id, NEVER)) for item in found), key=_at, reverse=True)

    def _disputes_aside(self) -> list[TrayItem]:
        rows = self._session.scalars(select(DisputeRow).where(DisputeRow.removed_at.is_(None), _aside(DisputeRow)))
        return [TrayItem("dispute", row.id, row.id, row.title, 0, row.set_aside, NEVER) for row in rows]

    def _exhibits_aside(self, dispute_id: str | None) -> list[TrayItem]:
        mine = _of_dispute(ExhibitRow.dispute_id, dispute_id)
        rows = self._session.scalars(
            select(ExhibitRow).where(ExhibitRow.removed_at.is_(None), _aside(ExhibitRow), mine)
        )
        return [
            TrayItem(
                "exhibit",
                row.id,
                row.dispute_id,
                row.title or row.name,
                row.number,
                row.set_aside,
                NEVER,
                sha256=row.sha256,
            )
            for row in rows
        ]

    def _events_aside(self, dispute_id: str | None) -> list[TrayItem]:
        mine = _of_dispute(EventRow.dispute_id, dispute_id)
        rows = self._session.scalars(select(EventRow).where(_aside(EventRow), mine))
        return [
            TrayItem(
                "event",
                row.id,
                row.dispute_id,
                _label(row),
                0,
                row.set_aside,
                NEVER,
                event_kind=EventKind(row.kind),
            )
            for row in rows
        ]

    def _set_aside_times(self) -> dict[str, datetime]:
        """Return when everything that is set aside was, by id: the log knows."""
        whole = PayloadRow.exhibit_id.is_(None) & PayloadRow.event_id.is_(None)
        subjects = (
            PayloadRow.exhibit_id.in_(select(ExhibitRow.id).where(_aside(ExhibitRow))),
            PayloadRow.event_id.in_(select(EventRow.id).where(_aside(EventRow))),
            PayloadRow.dispute_id.in_(select(DisputeRow.id).where(_aside(DisputeRow))) & whole,
        )
        read_from = select(EventRow.read_from).where(_aside(EventRow))
        dismissed = self._times_about(CustodyKind.DISMISS, PayloadRow.exhibit_id.in_(read_from))
        edited = [each for about in subjects for each in self._times_about(CustodyKind.EDIT, about)]
        times: dict[str, datetime] = {}
        for subject, at in [*dismissed, *edited]:
            times[subject] = max(at, times.get(subject, at))
        return times

    def _times_about(self, kind: CustodyKind, about: ColumnElement[bool]) -> list[tuple[str, datetime]]:
        query = (
            select(CustodyRow, PayloadRow)
            .join(PayloadRow, SAME_ENTRY)
            .where(CustodyRow.kind == kind.value, about)
            .order_by(CustodyRow.seq)
        )
        entries = (entry_from(row, payload) for row, payload in self._session.execute(query).tuples())
        said = ((entry.at, json.loads(entry.payload or b"{}")) for entry in entries)
        return [
            (
                change.get("id") or each["id"],
                at,
            )  # a decision is about many things, an edit about one
            for at, each in said
            for change in each["changes"]
            if change["field"] == "set_aside"
        ]

    # -- values for completion ----------------------------------------------------------------------------------

    def known_values(self, dispute_id: str) -> KnownValues:
        """Return what fields of a dispute hold already, counted by the database."""
        dispute = self._session.get_one(DisputeRow, dispute_id)
        named = [dispute.institution, *json.loads(dispute.aliases)]
        own = [dispute.complainant, dispute.representative]
        return KnownValues(
            agents=self._agents(dispute_id),
            numbers=self._used(dispute_id, EventRow.number),
            parties=self._used(dispute_id, EventRow.party, also=named),
            bodies=self._used(dispute_id, EventRow.body),
            devices=self._used(dispute_id, ExhibitRow.device),
            accounts=self._used(dispute_id, ExhibitRow.account),
            people=self._used(dispute_id, ExhibitRow.captured_by, ExhibitRow.translator, also=own),
        )

    def mail_account(self, dispute_id: str) -> tuple[str, ...]:
        """Return the address whose mails most of a dispute's are; empty if none has one."""
        address = func.lower(EventRow.account)
        query = (
            select(address)
            .where(EventRow.dispute_id == dispute_id, EVENT_IN_USE, EventRow.account.like("%_@_%"))
            .group_by(address)
            .order_by(func.count().desc(), address)
            .limit(1)
        )
        return tuple(self._session.scalars(query))

    def _used(self, dispute_id: str, *columns: Text, also: list[str] | None = None) -> tuple[str, ...]:
        """Return the values of columns, the most used first, equals by name; ``also`` are known without being used."""
        counts: Counter[str] = Counter()
        for column in columns:
            table = column.class_
            in_use = EVENT_IN_USE if table is EventRow else table.set_aside == ""
            query = (
                select(column, func.count())
                .where(table.dispute_id == dispute_id, in_use, column != "")
                .group_by(column)
            )
            counts.update(dict(self._session.execute(query).tuples().all()))
        ranked = sorted(counts, key=lambda value: (-counts[value], value))[:MOST_KNOWN]
        return tuple(dict.fromkeys([*ranked, *filter(None, also or [])]))

    def _agents(self, dispute_id: str) -> tuple[KnownAgent, ...]:
        """Return agents; an ID that is known with a name is not offered without it."""
        query = (
            select(EventRow.agent_id, EventRow.agent_name, func.count())
            .where(EventRow.dispute_id == dispute_id, EVENT_IN_USE)
            .where((EventRow.agent_id != "") | (EventRow.agent_name != ""))
            .group_by(EventRow.agent_id, EventRow.agent_name)
        )
        counts = {KnownAgent(agent, name): count for agent, name, count in self._session.execute(query).tuples()}
        of_id: Counter[str] = Counter()
        for agent, count in counts.items():
            of_id[agent.agent_id] += count
        named = {agent.agent_id for agent in counts if agent.agent_id and agent.name}
        offered = [agent for agent in counts if agent.name or agent.agent_id not in named]

        def rank(agent: KnownAgent) -> tuple[int, int, str, str]:
            together = of_id[agent.agent_id] if agent.agent_id else counts[agent]
            return (-together, -counts[agent], agent.agent_id, agent.name)

        return tuple(sorted(offered, key=rank)[:MOST_KNOWN])

    # -- saved views --------------------------------------------------------------------------------------------

    def views(self, dispute_id: str) -> list[SavedView]:
        """Return a dispute's saved views, the first saved first."""
        query = select(ViewRow).where(ViewRow.dispute_id == dispute_id).order_by(ViewRow.saved_at, ViewRow.id)
        return [SavedView(row.id, row.dispute_id, row.name, row.criteria) for row in self._session.scalars(query)]


def _aside(table: type[DisputeRow] | type[ExhibitRow] | type[EventRow]) -> ColumnElement[bool]:
    return table.set_aside != ""


def _of_dispute(column: Text, dispute_id: str | None) -> ColumnElement[bool]:
    """Return the condition for one dispute, or for all that are in use."""
    if dispute_id is not None:
        return column == dispute_id
    return column.in_(select(DisputeRow.id).where(DisputeRow.removed_at.is_(None), DisputeRow.set_aside == ""))


def _label(row: EventRow) -> str:
    words = (row.text, row.promise, row.party, row.number, row.agent_id, row.body, row.reference)
    return next(filter(None, words), "")[:LABEL_CHARACTERS]


def _at(item: TrayItem) -> datetime:
    return item.at
