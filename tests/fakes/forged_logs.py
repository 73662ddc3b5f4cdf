"""A custody log as a forger sees it: any text can be changed, and everything after it made to fit again."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import rfc8785

from evidence_app.domain.custody import CustodyEntry, commitment, leaf_hash, merkle_root

Fields = dict[str, Any]


def loose(value: object) -> str:
    """Return the canonical text of what rfc8785 refuses to write: floats that are none, numbers too large."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True)
class ForgedLine:
    """One line: the entry's fields, what it says, and texts that take the place of what would be made of them."""

    entry: Fields
    payload: str | None
    salt: str | None
    entry_text: str | None = None
    line_text: bytes | None = None
    more: Fields = field(default_factory=dict)

    def texts(self) -> tuple[str, bytes]:
        """Return the entry's text and the line's bytes."""
        entry = loose(self.entry) if self.entry_text is None else self.entry_text
        line: Fields = {"e": entry, **self.more}
        if self.payload is not None:
            line |= {"p": self.payload, "s": self.salt}
        line = {name: value for name, value in line.items() if value is not ...}
        return entry, loose(line).encode() if self.line_text is None else self.line_text


def opened(log: Iterable[CustodyEntry]) -> list[ForgedLine]:
    """Return a log as its parts."""
    return [
        ForgedLine(
            json.loads(entry.entry),
            None if entry.payload is None else entry.payload.decode(),
            None if entry.salt is None else entry.salt.hex(),
        )
        for entry in log
    ]


def rechained(lines: Sequence[ForgedLine]) -> list[ForgedLine]:
    """Return the lines numbered, committed and chained anew, as somebody does who covers all traces."""
    made: list[ForgedLine] = []
    prev = "0" * 64
    for seq, line in enumerate(lines):
        entry = line.entry | {"seq": seq, "prev": prev}
        if line.payload is not None and line.salt is not None:
            entry["payload"] = commitment(line.payload.encode(), bytes.fromhex(line.salt))
        made.append(replace(line, entry=entry))
        prev = leaf_hash(made[-1].texts()[0].encode()).hex()
    return made


def file_of(lines: Iterable[ForgedLine]) -> bytes:
    """Return custody.jsonl."""
    return b"".join(line.texts()[1] + b"\n" for line in lines)


def checkpoint_of(lines: Sequence[ForgedLine], dispute: str) -> bytes:
    """Return the checkpoint over all lines."""
    import base64

    root = base64.b64encode(merkle_root(leaf_hash(line.texts()[0].encode()) for line in lines)).decode()
    return f"juzheng.local/dispute/{dispute}\n{len(lines)}\n{root}\n".encode()


def changed(lines: Sequence[ForgedLine], index: int, change: Callable[[ForgedLine], ForgedLine]) -> list[ForgedLine]:
    """Return the lines with one of them changed."""
    return [change(line) if position == index else line for position, line in enumerate(lines)]


def fresh_salt(seed: int) -> str:
    """Return a salt."""
    return hashlib.sha256(b"%d" % seed).hexdigest()[:32]


def canonical_text(value: Any) -> str:  # noqa: ANN401 - JSON
    """Return the RFC 8785 text."""
    return rfc8785.dumps(value).decode()
