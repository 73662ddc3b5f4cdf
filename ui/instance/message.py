"""What one start tells another: paths and a token to come to the front with. Read as if a stranger had sent it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HEAD_BYTES = 4
LARGEST_BYTES = 1 << 20
"""Some ten thousand long paths; a person drops fewer."""
MOST_PATHS = 10_000
LONGEST_PATH = 4_096
LONGEST_TOKEN = 256
RECEIVED = b"ok"


@dataclass(frozen=True)
class Call:
    """A second start: the files that came with it, and the desktop's leave to come to the front, if it gave one."""

    files: tuple[Path, ...] = ()
    token: str = ""


def pack(call: Call) -> bytes:
    """Return a call as bytes, its length first; empty if it is too large to be taken."""
    import json

    content = {"files": [str(path) for path in call.files], "token": call.token}
    payload = json.dumps(content).encode("ascii")  # names that are no text are kept as lone surrogates
    if len(payload) > LARGEST_BYTES or len(call.files) > MOST_PATHS:
        return b""
    return len(payload).to_bytes(HEAD_BYTES, "big") + payload


def length_of(head: bytes) -> int | None:
    """Return how many bytes follow, None for more than anybody would send."""
    length = int.from_bytes(head[:HEAD_BYTES], "big")
    return length if length <= LARGEST_BYTES else None


def unpack(payload: bytes) -> Call | None:
    """Return a call, None for anything that is not exactly one."""
    import json

    try:
        content = json.loads(payload.decode("ascii"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or set(content) != {"files", "token"}:
        return None
    files, token = content["files"], content["token"]
    if not isinstance(files, list) or len(files) > MOST_PATHS or not all(_is_path(path) for path in files):
        return None
    if not isinstance(token, str) or len(token) > LONGEST_TOKEN or not token.isprintable():
        return None
    return Call(tuple(Path(path) for path in files), token)


def own_call(files: Sequence[str]) -> Call:
    """Return what this start has to tell: its files, as absolute paths, and the token that the desktop gave it."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    usable = token if len(token) <= LONGEST_TOKEN and token.isprintable() else ""
    return Call(tuple(Path(file).absolute() for file in files), usable)


def _is_path(path: object) -> bool:
    return isinstance(path, str) and 0 < len(path) <= LONGEST_PATH and "\0" not in path and Path(path).is_absolute()
