"""Lines of text as they travel from the worker to the app, with every field checked on arrival."""

import json
from collections.abc import Sequence

from evidence_app.domain.machine_text import MachineLine
from evidence_app.processes.framing import Fields

MOST_LINES = 5000
"""Of one strip; the engine finds a thousand at the most."""
LONGEST_LINE = 2000
LONGEST_ENGINE = 100
PER_MILLE = 1000


def lines_data(lines: Sequence[MachineLine]) -> bytes:
    """Return lines for the pipe: text, place, confidence in thousandths."""
    plain = [[line.text, *line.region, round(line.confidence * PER_MILLE)] for line in lines]
    return json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass")


def parse_lines(data: bytes, width_px: int, height_px: int) -> tuple[MachineLine, ...]:
    """Return the lines a worker sent, without empty ones. Raises ValueError, TypeError, LookupError for nonsense."""
    plain = json.loads(data)
    if not isinstance(plain, list) or len(plain) > MOST_LINES:
        raise ValueError("lines")
    found = [_line(each, width_px, height_px) for each in plain]
    return tuple(line for line in found if line.text)


def _line(plain: object, width_px: int, height_px: int) -> MachineLine:
    if not isinstance(plain, list) or len(plain) != 6:
        raise TypeError("line")
    text, left, top, width, height, per_mille = plain
    if not isinstance(text, str) or len(text) > LONGEST_LINE:
        raise TypeError("text")
    if not all(isinstance(each, int) and not isinstance(each, bool) and each >= 0 for each in plain[1:]):
        raise ValueError("number")
    if left >= width_px or top >= height_px or min(width, height) < 1 or per_mille > PER_MILLE:
        raise ValueError("place")
    text.encode()  # no halves of surrogate pairs: UnicodeEncodeError is a ValueError
    region = (left, top, min(width, width_px - left), min(height, height_px - top))
    return MachineLine(_printable(text), region, per_mille / PER_MILLE)


def _printable(text: str) -> str:
    """Return a line without anything that could steer what shows it."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def parse_engine(fields: Fields) -> str:
    """Return the name of the engine a worker sent. Raises KeyError, TypeError."""
    engine = fields["engine"]
    if not isinstance(engine, str) or not 0 < len(engine) <= LONGEST_ENGINE or not engine.isprintable():
        raise TypeError("engine")
    return engine
