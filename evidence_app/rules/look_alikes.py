"""Whether a name is taken for another: letters that look alike, words added, one or two letters changed. Pure."""

import unicodedata
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

_LOOKS_LIKE = str.maketrans(
    {
        **dict(zip("аеорсухіјѕһԁԛԝӏ", "aeopcyxijshdqwl", strict=True)),  # Cyrillic
        **dict(zip("αοινρτυκ", "aoivptuk", strict=True)),  # Greek
        **dict(zip("0135", "olEs", strict=True)),
        "|": "l",
        "ı": "i",
        "ɡ": "g",
        "ɑ": "a",
    }
)
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))

BAIT = frozenset(
    (
        "account",
        "app",
        "apps",
        "bank",
        "card",
        "cards",
        "care",
        "cash",
        "center",
        "centre",
        "credit",
        "cs",
        "customer",
        "dai",
        "daikuan",
        "finance",
        "h5",
        "help",
        "helper",
        "huan",
        "huankuan",
        "hui",
        "jie",
        "jieqian",
        "jinrong",
        "jr",
        "kefu",
        "kf",
        "loan",
        "loans",
        "login",
        "mobile",
        "my",
        "official",
        "online",
        "pay",
        "payment",
        "plus",
        "refund",
        "repay",
        "safe",
        "secure",
        "security",
        "service",
        "services",
        "support",
        "user",
        "verify",
        "vip",
        "wallet",
        "wap",
        "web",
        "zhifu",
    )
)
"""What impostors write before or behind a name."""

ONE_LETTER, TWO_LETTERS, WITHIN = 5, 8, 6
"""How long a name has to be for that many changed letters, and for standing anywhere in another: words are alike."""


class Likeness(Enum):
    """How a name is like another one that it is not."""

    WRITTEN_ALIKE = "written alike"
    SOMETHING_ADDED = "something added"


class Name(NamedTuple):
    """A genuine name, and how it looks (`skeleton`)."""

    text: str
    looks: str


class Shown(NamedTuple):
    """A name as it is shown: its words and how each looks, and how the label looks that somebody registered."""

    words: tuple[str, ...]
    looks: tuple[str, ...]
    registered: str


def shown_as(labels: Sequence[str]) -> Shown:
    """Return what is compared of a name, by its labels from the left; the last one is what somebody registered."""
    words = tuple(part for label in labels for part in _parts(label))
    return Shown(words, tuple(map(skeleton, words)), skeleton(labels[-1]) if labels else "")


def likeness(shown: Shown, genuine: Name, *, other: bool) -> Likeness | None:
    """Return how a name is like a genuine one; None if nobody takes it for that.

    ``other`` tells that what was registered may be the genuine name itself, by somebody else.
    """
    if other and shown.registered and _is_written_alike(shown.registered, genuine.looks):
        return Likeness.WRITTEN_ALIKE
    if genuine.text in BAIT:  # a word of the trade stands in many names
        return None
    if any(has_added(word, genuine.text) for word in shown.words):
        return Likeness.SOMETHING_ADDED
    if any(has_added(look, genuine.looks) or _is_near(look, genuine.looks) for look in shown.looks):
        return Likeness.WRITTEN_ALIKE
    return None


def _parts(label: str) -> list[str]:
    """Return a label, and the words that it is made of."""
    words = label.replace("_", "-").split("-")
    return words if len(words) == 1 else ["".join(words), *words]


def has_added(part: str, name: str, *, anywhere: bool = True) -> bool:
    """Tell whether a word is a name with something before or behind it: with bait, of a longer name with anything.

    ``anywhere`` tells that a longer name says enough for that.
    """
    if name not in part or len(name) < 2:
        return False
    if anywhere and len(name) >= WITHIN:
        return True
    before, _, behind = part.partition(name)
    return all(not each or each in _BAITS or each.isdigit() for each in (before, behind))


def _is_near(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= WITHIN and _is_one_letter_apart(one, other)


def _is_written_alike(one: str, other: str) -> bool:
    """Tell whether two names look the same, or differ in as little as nobody sees in names of their length."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < ONE_LETTER:
        return False
    return (
        _is_one_letter_apart(one, other)
        or (one[0] == other[0] and _without_doubles(one) == _without_doubles(other))
        or (shorter >= TWO_LETTERS and _are_two_letters_changed(one, other))
    )


def _without_doubles(text: str) -> str:
    return "".join(letter for letter, before in zip(text, " " + text, strict=False) if letter != before)


def _are_two_letters_changed(one: str, other: str) -> bool:
    """Tell whether at most two letters differ, the first not among them: it is what people look at."""
    return len(one) == len(other) and one[0] == other[0] and sum(a != b for a, b in zip(one, other, strict=True)) <= 2


def _is_one_letter_apart(one: str, other: str) -> bool:
    """Tell whether one letter was changed, added, left out or two neighbours changed places."""
    if abs(len(one) - len(other)) > 1 or (one[0] != other[0] and one[-1] != other[-1]):
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:] or swapped


@lru_cache(maxsize=4096)
def skeleton(text: str) -> str:
    """Return how a name looks: letters of other alphabets, digits and pairs of letters as what they are taken for."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    plain = plain.lower().translate(_LOOKS_LIKE).lower()
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))
    for pair, single in _PAIRS:
        plain = plain.replace(pair, single)
    return plain.replace("-", "").replace("i", "l")


_BAITS = BAIT | {skeleton(each) for each in BAIT}
"""Bait as it stands in names, and as it looks."""
