"""Whether a domain carries an institution's name, in characters or as it is read (pinyin). Pure, but for a table."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from evidence_app.resources import resource
from evidence_app.rules.look_alikes import BAIT, Shown, has_added
from evidence_app.rules.parties import brands_of, called, says_only_its_trade

LEAST_LETTERS, LEAST_CHARACTERS = 4, 2
"""Of a name that is looked for: shorter ones stand in too many others."""

ANYWHERE = 3
"""Characters from which a name, or its reading, is looked for anywhere; a shorter one has to be a word of its own."""

MOST_CHARACTERS, MOST_READINGS = 12, 64
"""Of one name: characters have several readings."""


def carried_name(shown: Shown, names: Iterable[str]) -> str:
    """Return which of an institution's names a domain carries, empty for none; names are as a person states them."""
    return next((name for name in names if any(_is_carried(shown, each) for each in _spelled(name))), "")


class _Spelled(NamedTuple):
    """One way to write a name, and whether it says enough to be looked for anywhere in a word."""

    text: str
    anywhere: bool


def _is_carried(shown: Shown, name: _Spelled) -> bool:
    if name.text.isascii():
        return any(has_added(word, name.text, anywhere=name.anywhere) for word in shown.words)
    said = (called(word) for word in shown.words if not word.isascii())
    return any(name.text in word if name.anywhere else word == name.text for word in said)


@lru_cache(maxsize=256)
def _spelled(name: str) -> tuple[_Spelled, ...]:
    """Return how a domain may write a name and the brands of a company's name."""
    found: dict[_Spelled, None] = {}
    for brand in brands_of(called(name), LEAST_CHARACTERS):
        if not says_only_its_trade(brand):
            found |= dict.fromkeys(_written(brand))
    enough = [each.text for each in found if each.anywhere]
    return tuple(each for each in found if not any(text != each.text and text in each.text for text in enough))


def _written(brand: str) -> list[_Spelled]:
    if brand.isascii():
        return [_Spelled(brand, True)] if _is_told_apart(brand) else []
    anywhere = len(brand) >= ANYWHERE
    readings = ("".join(each) for each in islice(product(*map(_readings, brand[:MOST_CHARACTERS])), MOST_READINGS))
    return [_Spelled(brand, anywhere), *(_Spelled(each, anywhere) for each in readings if _is_told_apart(each))]


def _is_told_apart(text: str) -> bool:
    return len(text) >= LEAST_LETTERS and text not in BAIT and not text.isdigit()


def _readings(character: str) -> tuple[str, ...]:
    """Return how a character is read; a letter or digit is itself, and of what nobody can read there is nothing."""
    if character.isascii():
        return (character,) if character.isalnum() else ("",)
    return _table().get(character, ())


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in resource("characters", "Pinyin.txt").read_text("utf-8").splitlines():
        reading, tab, characters = line.partition("\t")
        if tab:
            found |= {each: (*found.get(each, ()), reading) for each in characters}
    return found
