"""What a machine read off exhibits: kept with the entry of the log that holds its hash, and held against it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, select

from evidence_app.domain.custody import CustodyEntry, CustodyKind, Plain, canonical
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import Colour, MachineLine, MachineText, Region
from evidence_app.vault.records import entry_from, exhibit_from, instant, stored_time
from evidence_app.vault.schema import CustodyRow, ExhibitRow, LineCorrectionRow, MachineTextRow, OriginalRow, PayloadRow
from evidence_app.vault.statements import ENTRIES, EXHIBITS, SAME_ENTRY
from evidence_app.vault.transaction import Transaction

PER_MILLE = 1000
"""Confidences are kept as whole thousandths: payloads and what they commit to know no fractions."""

CARRIED = "carried"
"""Marks an entry that is no reading: it keeps the events that more than an erased exhibit shows."""

WHOLE = "whole"
"""Marks an entry that is no reading: an exhibit shows the whole of messages that others cut off."""

TOLD_ON = "told_on"
"""Marks an entry that is no reading: overlapping pictures say the time and the order of messages."""

LEFT = "left"
"""Marks an entry that is no reading: it keeps what was suggested, and said of it, on an erased exhibit, too."""

NO_READINGS = frozenset({CARRIED, WHOLE, TOLD_ON, LEFT})

NOTHING_CORRECTED: Mapping[int, str] = {}

READABLE = ("image", "pdf")
"""Kinds of media that text can be read off."""


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A reading with the exact bytes that are kept and hashed; no ``findings`` if nothing was made of the lines."""

    text: MachineText
    lines: bytes
    findings: bytes | None = None
    likeness: str = ""


class MachineTexts(Transaction):
    """The part of one transaction that answers what was read by machine."""

    def machine_text(self, exhibit_id: str) -> MachineText | None:
        """Return the last reading of an exhibit, None if it was never read."""
        found = self._machine_texts(MachineTextRow.exhibit_id == exhibit_id)
        return found[-1] if found else None

    def machine_texts(self, dispute_id: str) -> dict[str, MachineText]:
        """Return the last reading of each of a dispute's exhibits in use, by exhibit."""
        in_use = (MachineTextRow.dispute_id == dispute_id, ExhibitRow.set_aside == "")
        return {text.exhibit_id: text for text in self._machine_texts(*in_use)}

    def kept_machine_texts(self, dispute_id: str) -> list[KeptReading]:
        """Return all readings of a dispute, also of exhibits set aside, each with the exact bytes that were kept."""
        query = select(MachineTextRow).where(MachineTextRow.dispute_id == dispute_id).order_by(MachineTextRow.seq)
        return [
            KeptReading(_text_from(row), row.lines, row.findings, row.likeness) for row in self._session.scalars(query)
        ]

    def exhibits_to_read(self, dispute_id: str) -> list[Exhibit]:
        """Return a dispute's exhibits in use that text can be read off and of which nothing was made yet, by number."""
        interpreted = exists().where(MachineTextRow.exhibit_id == ExhibitRow.id, MachineTextRow.findings.is_not(None))
        return self._readable(ExhibitRow.dispute_id == dispute_id, ~interpreted)

    def readable_exhibits(self, dispute_id: str) -> list[Exhibit]:
        """Return all of a dispute's exhibits in use that text can be read off, by number."""
        return self._readable(ExhibitRow.dispute_id == dispute_id)

    def _readable(self, *conditions: ColumnElement[bool]) -> list[Exhibit]:
        query = (
            EXHIBITS.where(ExhibitRow.removed_at.is_(None), ExhibitRow.set_aside == "", *conditions)
            .where(OriginalRow.kind.in_(READABLE), OriginalRow.problem == "")
            .order_by(ExhibitRow.number)
        )
        return [exhibit_from(row, original) for row, original in self._session.execute(query).tuples()]

    def text_of_original(self, sha256: str, engine: str, *, coloured: bool = True) -> tuple[MachineText, str] | None:
        """Return what this engine read off the same bytes, in whatever dispute, the last time, and how they look.

        None if it never did, or did so before colours were kept with the lines, where it is one that sees colours.
        """
        query = (
            select(MachineTextRow)
            .join(ExhibitRow, ExhibitRow.id == MachineTextRow.exhibit_id)
            .where(ExhibitRow.sha256 == sha256, MachineTextRow.engine == engine, MachineTextRow.findings.is_not(None))
            .order_by(MachineTextRow.read_at.desc(), MachineTextRow.seq.desc())
            .limit(1)
        )
        row = self._session.scalar(query)
        text = None if row is None else _text_from(row)
        if row is None or text is None or (coloured and any(line.ground is None for line in text.lines)):
            return None
        return text, row.likeness

    def derived_from(self, dispute_id: str) -> set[str]:
        """Return the exhibits of a dispute from which something was made, as its log says."""
        query = (
            select(PayloadRow.exhibit_id)
            .join(CustodyRow, SAME_ENTRY)
            .where(CustodyRow.dispute_id == dispute_id, CustodyRow.kind == CustodyKind.DERIVE.value)
        )
        return {each for each in self._session.scalars(query) if each}

    def reading_entries(self, dispute_id: str) -> dict[int, CustodyEntry]:
        """Return the entries of a dispute's log about readings that are kept, by number."""
        query = ENTRIES.where(CustodyRow.dispute_id == dispute_id, CustodyRow.kind == CustodyKind.READ.value)
        rows = self._session.execute(query.order_by(CustodyRow.seq)).tuples()
        entries = (entry_from(row, payload) for row, payload in rows)
        return {entry.seq: entry for entry in entries if NO_READINGS.isdisjoint(json.loads(entry.payload or b"{}"))}

    def _machine_texts(self, *conditions: ColumnElement[bool]) -> list[MachineText]:
        query = select(MachineTextRow).join(ExhibitRow, ExhibitRow.id == MachineTextRow.exhibit_id)
        rows = self._session.scalars(query.where(*conditions).order_by(MachineTextRow.seq)).all()
        corrections = self._corrections({row.dispute_id for row in rows})
        return [_text_from(row, corrections[row.dispute_id, row.seq]) for row in rows]

    def kept_corrections(self, dispute_id: str) -> dict[tuple[int, int], str]:
        """Return what people corrected in readings of a dispute, by the reading's entry and the line's index."""
        return {
            (seq, index): words
            for (_, seq), lines in self._corrections({dispute_id}).items()
            for index, words in lines.items()
        }

    def _corrections(self, dispute_ids: Collection[str]) -> "defaultdict[tuple[str, int], dict[int, str]]":
        """Return the corrections of all readings of some disputes, by reading, then line."""
        found: defaultdict[tuple[str, int], dict[int, str]] = defaultdict(dict)
        if dispute_ids:
            query = select(LineCorrectionRow).where(LineCorrectionRow.dispute_id.in_(dispute_ids))
            for row in self._session.scalars(query):
                found[row.dispute_id, row.seq][row.line_index] = row.text
        return found


def lines_bytes(lines: Sequence[MachineLine]) -> bytes:
    """Return lines as they are kept and hashed: RFC 8785. What nobody looked for is left out."""
    return canonical([_line_shape(line) for line in lines])


def _line_shape(line: MachineLine) -> dict[str, Plain]:
    looks = {"ground": line.ground, "ink": line.ink, "panel": line.panel}
    return {
        "page": line.page_index,
        "region": list(line.region),
        "text": line.text,
        "confidence": round(line.confidence * PER_MILLE),
        **{key: list(value) for key, value in looks.items() if value is not None},
        **({"slope": line.slope} if line.slope else {}),
    }


def _lines_from(data: bytes) -> tuple[MachineLine, ...]:
    return tuple(_line_from(each) for each in json.loads(data))


def _line_from(shape: Mapping[str, Any]) -> MachineLine:
    return MachineLine(
        shape["text"],
        region_from(shape["region"]),
        shape["confidence"] / PER_MILLE,
        shape["page"],
        ground=_colour(shape["ground"]) if "ground" in shape else None,
        ink=_colour(shape["ink"]) if "ink" in shape else None,
        panel=region_from(shape["panel"]) if "panel" in shape else None,
        slope=shape.get("slope", 0),
    )


def region_from(plain: Sequence[int]) -> Region:
    """Return the region that four numbers are. Raises ValueError for more or fewer."""
    left, top, width, height = plain
    return left, top, width, height


def _colour(plain: Sequence[int]) -> Colour:
    red, green, blue = plain
    return red, green, blue


def _text_from(row: MachineTextRow, corrections: Mapping[int, str] = NOTHING_CORRECTED) -> MachineText:
    lines = _lines_from(row.lines)
    if corrections:
        lines = tuple(replace(line, corrected=corrections.get(index, "")) for index, line in enumerate(lines))
    return MachineText(
        exhibit_id=row.exhibit_id,
        engine=row.engine,
        lines=lines,
        page_count=row.page_count,
        read_at=instant(row.read_at),
        seq=row.seq,
    )


def reading_facts(reading: KeptReading) -> dict[str, Plain]:
    """Return what the log says of a reading, apart from what it changed."""
    text, findings = reading.text, reading.findings
    facts: dict[str, Plain] = {
        "exhibit": text.exhibit_id,
        "engine": text.engine,
        "pages": text.page_count,
        "lines": len(text.lines),
        "result": hashlib.sha256(reading.lines).hexdigest(),
    }
    if findings is not None:
        shape = json.loads(findings)
        facts |= {
            "findings": hashlib.sha256(findings).hexdigest(),
            "page_kind": shape["kind"],
            "events": len(shape["events"]),
            "suggestions": len(shape["suggestions"]),
        }
    return facts | ({"likeness": reading.likeness} if reading.likeness else {})


def machine_text_columns(reading: KeptReading, dispute_id: str, seq: int, at: datetime) -> dict[str, Any]:
    """Return the columns of a reading's row."""
    text = reading.text
    return {
        "dispute_id": dispute_id,
        "seq": seq,
        "exhibit_id": text.exhibit_id,
        "engine": text.engine,
        "page_count": text.page_count,
        "read_at": stored_time(at),
        "lines": reading.lines,
        "findings": reading.findings,
        "likeness": reading.likeness,
    }


def readings_astray(logged: Mapping[int, CustodyEntry], readings: Iterable[KeptReading]) -> list[MachineText]:
    """Return the readings of which the log says something else."""
    return [each.text for each in readings if not _is_as_logged(logged.get(each.text.seq), each)]


def _is_as_logged(entry: CustodyEntry | None, reading: KeptReading) -> bool:
    """Tell whether an entry records this reading; where its payload was erased, the reading should have gone too."""
    if entry is None or entry.payload is None:
        return False
    same_moment = stored_time(entry.at)[:MILLISECONDS] == stored_time(reading.text.read_at)[:MILLISECONDS]
    said = json.loads(entry.payload)
    return same_moment and {name: said[name] for name in said.keys() - CHANGED_BY_READING} == reading_facts(reading)


LOOKED_THROUGH = frozenset({"messages", "senders", "looked_into", "passed_over", "anew"})
"""What the entry of a reading of imported messages says besides: see `evidence_app.vault.imported_messages`."""

CHANGED_BY_READING = LOOKED_THROUGH | {"withdrawn_events", "withdrawn", "document", "time", "corrections"}
"""What the entry of a reading says besides, most of which is replayed: see `evidence_app.domain.history`."""

MILLISECONDS = len("2025-02-22T00:15:03.000")
"""Of a stored time: entries of the log are no finer."""
