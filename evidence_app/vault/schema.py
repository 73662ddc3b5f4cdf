"""The catalog's tables as typed mappings; what only SQLite has lies in the engine and the migrations."""

from sqlalchemy import ForeignKey, Index, LargeBinary, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""Every schema revision this program knows, oldest first; a vault at any other one is newer than the program."""

CURRENT_REVISION = REVISIONS[-1]


class Base(DeclarativeBase):
    """Parent of all tables."""

    type_annotation_map = {str: Text, bytes: LargeBinary}


class DisputeRow(Base):
    """A dispute; a removed one keeps its id, times and reason only. Lists are JSON arrays."""

    __tablename__ = "dispute"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    type: Mapped[str]
    institution: Mapped[str]
    created_at: Mapped[str]
    aliases: Mapped[str]
    summary: Mapped[str]
    complainant: Mapped[str]
    complainant_contact: Mapped[str]
    representative: Mapped[str]
    representative_contact: Mapped[str]
    zone_name: Mapped[str]
    amount: Mapped[str]
    currency: Mapped[str]
    status: Mapped[str]
    demands: Mapped[str]
    removed_at: Mapped[str | None]
    removed_reason: Mapped[str] = mapped_column(default="")
    set_aside: Mapped[str] = mapped_column(server_default="")
    disputed_since: Mapped[str] = mapped_column(server_default="")


class OriginalRow(Base):
    """Bytes kept once, whatever the number of disputes that use them. ``erased_at`` marks bytes to be gone.

    ``export`` is the importer that reads its records, empty for none, NULL where nobody asked yet.
    """

    __tablename__ = "original"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    size_bytes: Mapped[int]
    kind: Mapped[str]
    mime: Mapped[str]
    extension: Mapped[str]
    width_px: Mapped[int]
    height_px: Mapped[int]
    page_count: Mapped[int]
    duration_ms: Mapped[int | None]
    problem: Mapped[str]
    export: Mapped[str | None]
    erased_at: Mapped[str | None]


class ExhibitRow(Base):
    """An original placed in a dispute; a tombstone keeps id, number, hash, time and reason of removal."""

    __tablename__ = "exhibit"
    __table_args__ = (
        Index("exhibit_number", "dispute_id", "number", unique=True),
        Index(
            "exhibit_once",
            "dispute_id",
            "sha256",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"))
    number: Mapped[int]
    sha256: Mapped[str] = mapped_column(ForeignKey("original.sha256"), index=True)
    name: Mapped[str]
    added_at: Mapped[str]
    also_named: Mapped[str]
    came_from: Mapped[str]
    title: Mapped[str]
    device: Mapped[str]
    app: Mapped[str]
    account: Mapped[str]
    captured_by: Mapped[str]
    proves: Mapped[str]
    element: Mapped[str]
    transcript: Mapped[str]
    translation: Mapped[str]
    translator: Mapped[str]
    translated_on: Mapped[str]
    private_note: Mapped[str]
    removed_at: Mapped[str | None]
    removed_reason: Mapped[str] = mapped_column(default="")
    set_aside: Mapped[str] = mapped_column(server_default="")
    marks: Mapped[str] = mapped_column(server_default="[]")


class EventRow(Base):
    """An event. ``time`` is the JSON of all readings; the columns after it repeat what the timeline sorts and shows.

    So does ``first_exhibit_id``: the exhibit that the event of a file stands for, else the first one in use; of an
    event that a machine read, ``read_from`` an exhibit, the first one where none is in use: then it is not shown.

    ``place`` and ``fingerprint`` are those of an imported event: where its record stands, and a hash of what the
    record said, by which another export's record of the same is known. NULL and empty for all other events.
    """

    __tablename__ = "event"
    __table_args__ = (
        Index("event_order", "dispute_id", "at_ms", "ordinal"),
        Index("event_read_from", "read_from"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"))
    kind: Mapped[str]
    ordinal: Mapped[int]
    time: Mapped[str]
    at_ms: Mapped[int | None]
    precision: Mapped[str]
    time_source: Mapped[str]
    offset_stated: Mapped[bool]
    open_conflict: Mapped[bool]
    direction: Mapped[str]
    party: Mapped[str]
    number: Mapped[str]
    agent_id: Mapped[str]
    agent_name: Mapped[str]
    text: Mapped[str]
    amount: Mapped[str]
    currency: Mapped[str]
    reference: Mapped[str]
    duration_s: Mapped[int | None]
    outcome: Mapped[str]
    promise: Mapped[str]
    promise_due: Mapped[str]
    body: Mapped[str]
    status: Mapped[str]
    first_exhibit_id: Mapped[str | None] = mapped_column(ForeignKey("exhibit.id"), index=True)
    set_aside: Mapped[str] = mapped_column(server_default="")
    read_from: Mapped[str | None]
    account: Mapped[str] = mapped_column(server_default="")
    place: Mapped[str] = mapped_column(server_default="")
    fingerprint: Mapped[int | None]


class EventExhibitRow(Base):
    """Which exhibits show an event, in order. Without SQLite's own row numbers: a million cost one tree less."""

    __tablename__ = "event_exhibit"
    __table_args__ = {"sqlite_with_rowid": False}

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id"), primary_key=True)
    exhibit_id: Mapped[str] = mapped_column(ForeignKey("exhibit.id"), primary_key=True, index=True)
    position: Mapped[int]


class CustodyRow(Base):
    """The append-only log: exact bytes of every entry. Triggers abort UPDATE and DELETE."""

    __tablename__ = "custody"

    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    at: Mapped[str]
    entry: Mapped[bytes]
    leaf: Mapped[bytes]


class PayloadRow(Base):
    """What an entry commits to; erasable, unlike the entry. ``exhibit_id``/``event_id`` say what it speaks of."""

    __tablename__ = "custody_payload"
    __table_args__ = (Index("payload_exhibit", "exhibit_id"), Index("payload_event", "event_id"))

    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    payload: Mapped[bytes]
    salt: Mapped[bytes]
    exhibit_id: Mapped[str | None]
    event_id: Mapped[str | None]
    private: Mapped[bool]


class ImportRow(Base):
    """An import that has begun and not ended: offered for resuming after a crash. ``paths`` is a JSON array."""

    __tablename__ = "unfinished_import"

    id: Mapped[str] = mapped_column(primary_key=True)
    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"))
    started_at: Mapped[str]
    paths: Mapped[str]


class ViewRow(Base):
    """A choice of what the timeline shows, under a name. No evidence, so the custody log says nothing of it."""

    __tablename__ = "saved_view"
    __table_args__ = (Index("view_name", "dispute_id", "name", unique=True),)

    id: Mapped[str] = mapped_column(primary_key=True)
    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"))
    name: Mapped[str]
    criteria: Mapped[str]
    saved_at: Mapped[str]


class AnchorRow(Base):
    """A timestamp over a checkpoint of one dispute's log. Triggers abort UPDATE and DELETE, as for the log."""

    __tablename__ = "anchor"

    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"), primary_key=True)
    size: Mapped[int] = mapped_column(primary_key=True)
    authority: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    checkpoint: Mapped[bytes]
    response: Mapped[bytes]
    witnessed_at: Mapped[str]
    seq: Mapped[int]


class ExhibitTokenRow(Base):
    """A timestamp made elsewhere over an exhibit's original; erased with it. A trigger aborts UPDATE."""

    __tablename__ = "exhibit_token"

    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    exhibit_id: Mapped[str] = mapped_column(ForeignKey("exhibit.id"), index=True)
    file: Mapped[bytes]
    file_name: Mapped[str]
    authority: Mapped[str]
    name: Mapped[str]
    witnessed_at: Mapped[str]


class MachineTextRow(Base):
    """What a machine read off an exhibit; ``lines`` and ``findings`` are RFC 8785 JSON, hashed in the entry ``seq``.

    ``findings`` is what was made of the lines, NULL for a reading that was not interpreted. ``likeness`` is a hash of
    how the first page looks, empty where nobody looked. Erased with its exhibit. A trigger aborts UPDATE.
    """

    __tablename__ = "machine_text"

    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    exhibit_id: Mapped[str] = mapped_column(ForeignKey("exhibit.id"), index=True)
    engine: Mapped[str]
    page_count: Mapped[int]
    read_at: Mapped[str]
    lines: Mapped[bytes]
    findings: Mapped[bytes | None]
    likeness: Mapped[str] = mapped_column(server_default="")


class EventPlaceRow(Base):
    """Where on an exhibit an event was read: ``region`` is the JSON of left, top, width, height.

    Apart from `EventExhibitRow`, which people change: an exhibit that they take off and give back has its place still.
    """

    __tablename__ = "event_place"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id"), primary_key=True)
    exhibit_id: Mapped[str] = mapped_column(ForeignKey("exhibit.id"), primary_key=True, index=True)
    page_index: Mapped[int]
    region: Mapped[str]
    confidence: Mapped[int]


class SuggestionRow(Base):
    """A suggestion as the reading ``seq`` made it, and what a person said of it. Erased with its exhibit.

    ``position`` is its place among the reading's suggestions. ``event_id`` is empty for none; the event may be gone.
    """

    __tablename__ = "suggestion"
    __table_args__ = (Index("suggestion_state", "dispute_id", "state"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"))
    seq: Mapped[int]
    position: Mapped[int]
    exhibit_id: Mapped[str] = mapped_column(ForeignKey("exhibit.id"), index=True)
    event_id: Mapped[str]
    kind: Mapped[str]
    value: Mapped[str]
    quote: Mapped[str]
    page_index: Mapped[int]
    region: Mapped[str]
    confidence: Mapped[int]
    due: Mapped[str]
    state: Mapped[str]
    decided_value: Mapped[str]
    decided_due: Mapped[str]


class LineCorrectionRow(Base):
    """A person's text for one line of the reading ``seq``, beside the machine's. Erased with its exhibit."""

    __tablename__ = "line_correction"

    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    line_index: Mapped[int] = mapped_column(primary_key=True)
    exhibit_id: Mapped[str] = mapped_column(ForeignKey("exhibit.id"), index=True)
    text: Mapped[str]


class ItemRow(Base):
    """Something that a person worked out about a dispute: ``fields`` is the RFC 8785 JSON of its plain fields.

    ``seq`` is the entry that made it. ``set_aside`` repeats what the fields say, for queries.
    """

    __tablename__ = "item"
    __table_args__ = (Index("item_kind", "dispute_id", "kind"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"))
    kind: Mapped[str]
    seq: Mapped[int]
    fields: Mapped[str]
    set_aside: Mapped[str] = mapped_column(server_default="")
