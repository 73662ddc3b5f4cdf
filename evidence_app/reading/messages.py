"""Lines of text as they travel from the worker to the app, with every field checked on arrival."""

import json
from collections.abc import Sequence

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.processes.framing import Fields

MOST_LINES = 5000
"""Of one strip; the engine finds a thousand at the most."""
LONGEST_LINE = 2000
LONGEST_ENGINE = 100
PER_MILLE = 1000
BRIGHTEST = 255
STEEPEST = 1000


def lines_data(lines: Sequence[MachineLine]) -> bytes:
    """Return lines for the pipe: text, place, confidence in thousandths, and, if known, how it looks."""
    plain = [[line.text, *line.region, round(line.confidence * PER_MILLE), *_looks(line)] for line in lines]
    return json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _looks(line: MachineLine) -> list[object]:
    return [] if line.ground is None else [line.ground, line.ink, line.panel, line.slope]


def parse_lines(data: bytes, width_px: int, height_px: int) -> tuple[MachineLine, ...]:
    """Return the lines a worker sent, without empty ones. Raises ValueError, TypeError, LookupError for nonsense."""
    plain = json.loads(data)
    if not isinstance(plain, list) or len(plain) > MOST_LINES:
        raise ValueError("lines")
    found = [_line(each, width_px, height_px) for each in plain]
    return tuple(line for line in found if line.text)


def _line(plain: object, width_px: int, height_px: int) -> MachineLine:
    if not isinstance(plain, list) or len(plain) not in (6, 10):
        raise TypeError("line")
    text, *place = plain[:5]
    if not isinstance(text, str) or len(text) > LONGEST_LINE:
        raise TypeError("text")
    region = _region(place, width_px, height_px)
    per_mille = _whole(plain[5], PER_MILLE)
    ground, ink, panel, slope = plain[6:] or (None, None, None, 0)
    text.encode()  # no halves of surrogate pairs: UnicodeEncodeError is a ValueError
    return MachineLine(
        _printable(text),
        region,
        per_mille / PER_MILLE,
        ground=None if ground is None else _colour(ground),
        ink=None if ink is None else _colour(ink),
        panel=None if panel is None else _region(panel, width_px, height_px),
        slope=_slope(slope),
    )


def _region(plain: object, width_px: int, height_px: int) -> Region:
    """Return a place as it was sent, at the most up to the picture's edges."""
    if not isinstance(plain, list) or len(plain) != 4:
        raise TypeError("region")
    left, top = _whole(plain[0], width_px - 1), _whole(plain[1], height_px - 1)
    width, height = _whole(plain[2]), _whole(plain[3])
    if min(width, height) < 1:
        raise ValueError("place")
    return left, top, min(width, width_px - left), min(height, height_px - top)


def _colour(plain: object) -> Colour:
    if not isinstance(plain, list) or len(plain) != 3:
        raise TypeError("colour")
    red, green, blue = (_whole(each, BRIGHTEST) for each in plain)
    return red, green, blue


def _slope(plain: object) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise TypeError("slope")
    if abs(plain) > STEEPEST:
        raise ValueError("slope")
    return plain


def _whole(plain: object, most: int | None = None) -> int:
    """Return a whole number from 0 to ``most``."""
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise TypeError("number")
    if plain < 0 or (most is not None and plain > most):
        raise ValueError("number")
    return plain


def _printable(text: str) -> str:
    """Return a line without anything that could steer what shows it."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def parse_engine(fields: Fields) -> str:
    """Return the name of the engine a worker sent. Raises KeyError, TypeError."""
    engine = fields["engine"]
    if not isinstance(engine, str) or not 0 < len(engine) <= LONGEST_ENGINE or not engine.isprintable():
        raise TypeError("engine")
    return engine
