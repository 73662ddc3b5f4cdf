"""The custody log as people read it: each entry as a sentence, with what proves it, and who witnessed it."""

import json
from dataclasses import dataclass
from datetime import datetime

from evidence_app.actions.anchor import anchors
from evidence_app.actions.session import Session
from evidence_app.domain.anchors import Anchor
from evidence_app.domain.custody import CustodyEntry, CustodyKind, leaf_hash
from evidence_app.narration import narrate
from evidence_app.phrases import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One entry. ``sentence`` is empty where its content was erased; hashes are lower-case hex.

    ``about`` are the ids of the exhibits it speaks of.
    """

    seq: int
    at: datetime
    kind: CustodyKind
    sentence: str
    about: tuple[str, ...]
    leaf: str
    previous: str
    commitment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyLog:
    """A dispute's log in a language, oldest first, and its anchors."""

    dispute_id: str
    language: Language
    lines: tuple[LogLine, ...]
    anchors: tuple[Anchor, ...]


def custody_log(session: Session, dispute_id: str, language: Language, known: CustodyLog | None = None) -> CustodyLog:
    """Return a dispute's whole log in a language. Raises InputProblem("dispute-unknown").

    ``known`` is what was returned before: lines are only ever added, so that only new ones, and those whose content was
    erased since, are told anew.
    """
    with session.vault.read() as catalog:
        entries = catalog.custody(catalog.dispute(dispute_id).id)
    told = known.lines if known is not None and (known.dispute_id, known.language) == (dispute_id, language) else ()
    lines = tuple(
        told[place]
        if place < len(told) and bool(told[place].sentence) == (entry.payload is not None)
        else _line(entry, language)
        for place, entry in enumerate(entries)
    )
    found = tuple(anchors(session, dispute_id))
    return CustodyLog(dispute_id=dispute_id, language=language, lines=lines, anchors=found)


def _line(entry: CustodyEntry, language: Language) -> LogLine:
    stored = json.loads(entry.entry)
    return LogLine(
        seq=entry.seq,
        at=entry.at,
        kind=entry.kind,
        sentence=narrate(entry.kind, entry.payload, language) if entry.payload is not None else "",
        about=entry.about,
        leaf=leaf_hash(entry.entry).hex(),
        previous=str(stored["prev"]),
        commitment=str(stored["payload"]),
    )
