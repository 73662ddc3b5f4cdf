"""Short random names for disputes, exhibits and events."""

import secrets

# Crockford's base 32 without letters that are mistaken for digits when an id is read out on the phone.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12  # 60 random bits: no collision to be expected below a billion ids in one vault


PREFIX_LENGTH = 7  # 35 random bits for what is made together, the rest counts

MOST_IN_SERIES = len(ALPHABET) ** (LENGTH - PREFIX_LENGTH)
"""Ids of one series: more than thirty million."""

_PAIRS = tuple(first + second for first in ALPHABET for second in ALPHABET)
_PLACES = {pair: place for place, pair in enumerate(_PAIRS)}


def new_id() -> str:
    """Return a fresh id of 12 characters, safe in file names, URLs and on the command line."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def new_series() -> str:
    """Return the first id of a fresh series: ids that follow each other, for a million things made together."""
    return new_id()[:PREFIX_LENGTH] + ALPHABET[0] * (LENGTH - PREFIX_LENGTH)


def id_after(first: str, count: int) -> str:
    """Return the id that comes ``count`` after ``first`` in its series; ids of a series sort as they count.

    Raises ValueError behind the end of the series.
    """
    number = id_number(first) + count
    if not 0 <= number < MOST_IN_SERIES:
        raise ValueError(number)
    high, low = divmod(number, len(_PAIRS))
    top, middle = divmod(high, len(_PAIRS))
    return first[:PREFIX_LENGTH] + ALPHABET[top] + _PAIRS[middle] + _PAIRS[low]


def ids_after(first: str, begin: int, count: int) -> list[str]:
    """Return the ids that come ``begin`` after ``first`` and on; as `id_after`, quickly.

    Raises ValueError behind the end of the series.
    """
    start = id_number(first) + begin
    if not 0 <= start <= start + count <= MOST_IN_SERIES:
        raise ValueError(start)
    found: list[str] = []
    for high in range(start // len(_PAIRS), (start + count) // len(_PAIRS) + 1):
        before = first[:PREFIX_LENGTH] + _top(high)
        low, end = max(start - high * len(_PAIRS), 0), min(start + count - high * len(_PAIRS), len(_PAIRS))
        found += [before + pair for pair in _PAIRS[low:end]]
    return found


def _top(high: int) -> str:
    top, middle = divmod(high, len(_PAIRS))
    return ALPHABET[top % len(ALPHABET)] + _PAIRS[middle]


def id_number(id_of_series: str) -> int:
    """Return how far from the beginning of its series an id is. Raises ValueError for what is no id."""
    try:
        top, middle, low = id_of_series[-5], id_of_series[-4:-2], id_of_series[-2:]
        number = (ALPHABET.index(top) * len(_PAIRS) + _PLACES[middle]) * len(_PAIRS) + _PLACES[low]
    except (IndexError, KeyError) as error:
        raise ValueError(id_of_series) from error
    if len(id_of_series) != LENGTH:
        raise ValueError(id_of_series)
    return number
