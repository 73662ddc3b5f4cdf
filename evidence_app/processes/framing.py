"""Messages over a pipe: a JSON object and raw bytes, each with its length in front. Never pickles.

Both sides bound what they accept: a worker that has been taken over by a file can write anything.
"""

import json
import struct
from collections.abc import Mapping
from typing import BinaryIO

_LENGTHS = struct.Struct(">4sII")  # mark, length of the JSON, length of the bytes
_MARK = b"JZW1"

MAX_FIELDS_BYTES = 2**20
"""The longest JSON is the page sizes of a PDF of 10,000 pages."""

MAX_DATA_BYTES = 768 * 2**20
"""The longest data is 200 megapixels of RGB."""

READ_BYTES = 2**20
"""Data is taken in steps, so that a claimed length reserves no memory."""

Fields = Mapping[str, object]


class Garbled(Exception):  # what arrived, not what failed
    """What arrived is no message."""


def write_message(stream: BinaryIO, fields: Fields, data: bytes = b"") -> None:
    """Send one message. Raises OSError if nobody listens any more."""
    text = json.dumps(fields).encode("ascii")
    stream.write(_LENGTHS.pack(_MARK, len(text), len(data)))
    stream.write(text)
    stream.write(data)
    stream.flush()


def read_message(stream: BinaryIO, max_data_bytes: int = MAX_DATA_BYTES) -> tuple[dict[str, object], bytes] | None:
    """Wait for one message; None at the end of the stream. Raises Garbled, OSError."""
    head = stream.read(_LENGTHS.size)
    if not head:
        return None
    if len(head) < _LENGTHS.size:
        raise Garbled
    mark, text_size, data_size = _LENGTHS.unpack(head)
    if mark != _MARK or text_size > MAX_FIELDS_BYTES or data_size > max_data_bytes:
        raise Garbled
    try:
        fields = json.loads(_exactly(stream, text_size))
    except (ValueError, RecursionError) as error:
        raise Garbled from error
    if not isinstance(fields, dict):
        raise Garbled
    return fields, _exactly(stream, data_size)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        part = stream.read(min(size, READ_BYTES))
        if not part:
            raise Garbled
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
