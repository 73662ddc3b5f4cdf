"""An exported custody log, checked from its bytes alone: format, chain, commitments and checkpoints.

Deliberately a code path of its own: nothing here calls what wrote the log, and the script in the bag is a third one.
An entry is taken apart by one exact pattern instead of a JSON parser, so that there is exactly one way to write it.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import rfc8785

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.verification import Finding, StepOutcome
from evidence_app.progress import Progress

LONGEST_LINE_BYTES = 4 << 20
"""Payloads hold texts that people typed or that stood in a message; the longest seen has some tens of kilobytes."""

LONGEST_LOG_BYTES = 256 << 20
"""A log of 100,000 entries has about 80 MB; what is longer was made to fill the memory."""

ENTRIES_PER_CHECK = 256
"""How often a person who cancels is heard."""

DEEPEST_PAYLOAD = 16

ENTRY = re.compile(
    rb'\{"at":"(?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"'
    rb',"dispute":"(?P<dispute>[0-9a-z_-]{1,64})"'
    rb',"kind":"(?P<kind>[a-z]{1,32})"'
    rb',"payload":"(?P<payload>[0-9a-f]{64})"'
    rb',"prev":"(?P<prev>[0-9a-f]{64})"'
    rb',"seq":(?P<seq>0|[1-9]\d{0,11}),"v":1\}'
)
"""The only form of an entry: RFC 8785 sorts the keys, and no value in it has two spellings."""

SALT = re.compile(r"[0-9a-f]{32}")
SHA256 = re.compile(r"[0-9a-f]{64}")

CHECKPOINT = re.compile(
    rb"juzheng\.local/dispute/(?P<dispute>[0-9a-z_-]{1,64})\n"
    rb"(?P<size>[1-9]\d{0,11})\n(?P<root>[A-Za-z0-9+/]{43}=)\n"
)

KINDS = frozenset(kind.value for kind in CustodyKind)


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What one entry says was done, for those that the dossier discloses. ``at`` is the local clock's claim."""

    seq: int
    kind: str
    at: str
    payload: dict[str, Any]


@dataclass(slots=True)
class CheckedLog:
    """A log as far as it holds. ``findings`` name the first entry that does not, and remarks; ``leaves`` end there."""

    dispute_id: str = ""
    leaves: list[bytes] = field(default_factory=list)
    disclosed: list[Disclosed] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    latest: str = ""

    @property
    def holds(self) -> bool:
        """Whether every entry is as it was written."""
        return not any(finding.outcome is StepOutcome.FAILS for finding in self.findings)


@dataclass(frozen=True, slots=True)
class _Entry:
    at: str
    dispute: str
    kind: str
    payload: str
    prev: str
    seq: int


class _Refused(Exception):  # a finding about the log
    """A line is not as it was written; ``code`` says in what."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check_log(data: bytes, progress: Progress) -> CheckedLog:
    """Return the log with what does not hold of it. Never raises for its content."""
    log = CheckedLog()
    if not data or len(data) > LONGEST_LOG_BYTES:
        log.findings.append(Finding("log-empty" if not data else "log-too-long"))
        return log
    for position, line in enumerate(_lines(data)):
        if position % ENTRIES_PER_CHECK == 0:
            progress.check()
        try:
            _take(log, position, line)
        except _Refused as refused:
            log.findings.append(Finding(refused.code, f"#{position}", facts={"seq": position}))
            return log
    return log


def _lines(data: bytes) -> Iterator[bytes]:
    """Yield the lines; what follows the last line feed is a line as well, which no writer left there."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        if end < 0:
            yield data[start:] + b"?"  # unfinished: no pattern accepts it
            return
        yield data[start:end]
        start = end + 1


def _take(log: CheckedLog, position: int, line: bytes) -> None:
    """Check one line against all before it and add it. Raises _Refused."""
    enclosed = _envelope(line)
    raw = enclosed["e"].encode(errors="replace")
    entry = _entry(raw)
    if entry.seq != position:
        raise _Refused("log-out-of-sequence")
    if entry.prev != (log.leaves[-1].hex() if log.leaves else "0" * 64):
        raise _Refused("log-chain-broken")
    if log.dispute_id not in ("", entry.dispute):
        raise _Refused("log-other-dispute")
    payload = _payload(enclosed, entry) if "p" in enclosed else None
    log.dispute_id = entry.dispute
    log.leaves.append(hashlib.sha256(b"\x00" + raw).digest())
    if payload is not None:
        log.disclosed.append(Disclosed(entry.seq, entry.kind, entry.at, payload))
    if entry.at < log.latest:  # the clock's claim, so no contradiction; a reader should know
        log.findings.append(Finding("log-clock-back", f"#{position}", StepOutcome.HOLDS, {"at": entry.at}))
    log.latest = max(log.latest, entry.at)


def _envelope(line: bytes) -> dict[str, str]:
    """Return a line's texts: the entry, and payload and salt if they are disclosed."""
    envelope = _object(line)
    if envelope.keys() not in ({"e"}, {"e", "p", "s"}) or not all(type(text) is str for text in envelope.values()):
        raise _Refused("log-unknown-fields")
    if json.dumps(envelope, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode(errors="replace") != line:
        raise _Refused("log-not-canonical")  # of texts only, which Python writes as RFC 8785 does, and much faster
    return envelope


def _entry(raw: bytes) -> _Entry:
    match = ENTRY.fullmatch(raw)
    if not match:
        raise _Refused("log-not-canonical")
    text = {name: value.decode("ascii") for name, value in match.groupdict().items()}
    if text["kind"] not in KINDS or not _is_time(text["at"]):
        raise _Refused("log-unknown-fields")
    return _Entry(**{**text, "seq": int(text["seq"])})  # type: ignore[arg-type]  # all but seq are texts


def _is_time(at: str) -> bool:
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return False
    return True


def _payload(enclosed: dict[str, str], entry: _Entry) -> dict[str, Any]:
    if not SALT.fullmatch(enclosed["s"]):
        raise _Refused("log-not-canonical")
    exact = enclosed["p"].encode(errors="replace")
    commit = hashlib.sha256(b"juzheng-payload-v1\0" + bytes.fromhex(enclosed["s"]) + exact).hexdigest()
    if commit != entry.payload:
        raise _Refused("log-payload-differs")
    payload = _canonical_object(exact)
    if entry.kind == CustodyKind.ADD and "duplicate_of" not in payload and not _is_exhibit(payload):
        raise _Refused("log-unknown-fields")
    if entry.kind == CustodyKind.ANCHOR and "exhibit" in payload and not _is_sum(payload.get("token")):
        raise _Refused("log-unknown-fields")
    return payload


def _is_sum(value: object) -> bool:
    return isinstance(value, str) and bool(SHA256.fullmatch(value))


def _is_exhibit(payload: dict[str, Any]) -> bool:
    """Tell whether an addition says what is needed of an exhibit, in the form in which it is written."""
    number, name, sha256 = (payload.get(key) for key in ("number", "name", "sha256"))
    return type(number) is int and isinstance(name, str) and _is_sum(sha256)


def _canonical_object(exact: bytes) -> dict[str, Any]:
    """Return a payload, which is written in the one canonical way. Raises _Refused."""
    value = _object(exact)
    try:
        if _is_plain(value, DEEPEST_PAYLOAD) and rfc8785.dumps(value) == exact:
            return value
    except (ValueError, rfc8785.CanonicalizationError) as error:
        raise _Refused("log-not-canonical") from error
    raise _Refused("log-not-canonical")


def _object(exact: bytes) -> dict[str, Any]:
    """Return a JSON object without repeated names, floats, or anything that is no JSON. Raises _Refused."""
    if len(exact) > LONGEST_LINE_BYTES:
        raise _Refused("log-too-long")
    try:
        value = json.loads(exact.decode(), object_pairs_hook=_unique, parse_float=_no, parse_constant=_no)
    except (ValueError, RecursionError) as error:
        raise _Refused("log-not-canonical") from error
    if not isinstance(value, dict):
        raise _Refused("log-not-canonical")
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate key")
    return found


def _no(text: str) -> None:
    raise ValueError(text)


def _is_plain(value: object, depth: int) -> bool:
    """Tell whether a value is made of texts, integers, lists and objects only: what has one spelling."""
    if type(value) in (str, int):
        return True
    if depth == 0 or not isinstance(value, list | dict):
        return False
    parts: Iterable[object] = value.values() if isinstance(value, dict) else value
    return all(_is_plain(part, depth - 1) for part in parts)


# -- checkpoints ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParsedCheckpoint:
    """What a checkpoint file claims; nothing of it is checked yet."""

    dispute_id: str
    size: int
    root: bytes


def parse_checkpoint(data: bytes) -> ParsedCheckpoint | None:
    """Return a checkpoint's claims; None unless it is written in the one canonical way."""
    match = CHECKPOINT.fullmatch(data)
    if not match:
        return None
    root = base64.b64decode(match["root"])
    if base64.b64encode(root) != match["root"]:  # the last character has bits to spare
        return None
    return ParsedCheckpoint(match["dispute"].decode(), int(match["size"]), root)


def check_checkpoint(log: CheckedLog, data: bytes, *, is_last: bool, heads: "TreeHeads | None" = None) -> str:
    """Return the code of what does not hold of a checkpoint of this log, empty if it holds.

    The last one has to end where the log ends: what comes after it is fixed by nothing. ``heads`` are this log's, for
    whoever checks many checkpoints.
    """
    claimed = parse_checkpoint(data)
    if claimed is None:
        return "checkpoint-unreadable"
    if claimed.dispute_id != log.dispute_id:
        return "checkpoint-other-dispute"
    if claimed.size > len(log.leaves):
        return "checkpoint-log-too-short"
    if (heads or TreeHeads(log.leaves)).over(claimed.size) != claimed.root:
        return "checkpoint-other-log"
    return "checkpoint-entries-after" if is_last and claimed.size < len(log.leaves) else ""


class TreeHeads:
    """The tree heads over a log's beginnings (RFC 6962 section 2.1), each in a few steps.

    A log that was witnessed a thousand times is hashed once: whole subtrees are kept, level by level.
    """

    def __init__(self, leaves: list[bytes]) -> None:
        self._levels = [leaves]
        while len(level := self._levels[-1]) > 1:
            self._levels.append([_node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)])

    def over(self, size: int) -> bytes:
        """Return the head over the first ``size`` leaves, of which there are so many.

        They fall into whole subtrees, the largest first, one for each bit of ``size``; folded from the last.
        """
        head = b""
        for height, level in enumerate(self._levels):
            if size >> height & 1:
                subtree = level[(size >> height) - 1]
                head = _node(subtree, head) if head else subtree
        return head or hashlib.sha256(b"").digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
