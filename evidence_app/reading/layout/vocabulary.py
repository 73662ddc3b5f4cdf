"""The words of records: labels, headings, outcomes; data in ``resources/reading/records.toml``. Pure after loading."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache

from evidence_app.characters import aligned, folded
from evidence_app.resources import resource

LABEL_TAIL = re.compile(
    r"^[\s:?!>○◯ⓘ①⊙·.。-]*(?:\((?:元|¥|rmb|hk\$|nt\$|cny|hkd|twd|秒|s|港元|台币|人民币|万元|%|年|年化|单利)\))?[\s:?!>○◯ⓘ①⊙·.。-]*$"
)
"""What may follow a label without being its value: a colon, a unit, a mark that asks or leads on."""

LONGEST_LABEL = 9
"""Characters of a label that nobody listed."""


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, tuple[str, ...]]]:
    text = resource("reading", "records.toml").read_text("utf-8")
    return {
        table: {key: tuple(folded(word) for word in words) for key, words in lists.items()}
        for table, lists in tomllib.loads(text).items()
    }


def words(table: str, key: str) -> tuple[str, ...]:
    """Return a list of the vocabulary, folded as texts are before they are compared."""
    return _tables()[table][key]


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    return {word: key for key, listed in _tables()["labels"].items() for word in listed}


@lru_cache(maxsize=1)
def _longest_first() -> dict[str, list[tuple[str, str]]]:
    """Return the labels by their first character, the longest of each first."""
    made: dict[str, list[tuple[str, str]]] = {}
    for word, key in sorted(_labels().items(), key=lambda pair: -len(pair[0])):
        made.setdefault(word[0], []).append((word, key))
    return made


@lru_cache(maxsize=4096)
def label_at_start(text: str) -> tuple[str, int] | None:
    """Return the key of the longest label that a text begins with, and where it ends in the text; None without one."""
    plain = aligned(text)
    begins = len(plain) - len(plain.lstrip(" ·•・*●○"))
    for word, key in _longest_first().get(plain[begins : begins + 1], ()):
        end = _end_of(plain, begins, word)
        if end is not None:
            return key, end
    return None


@lru_cache(maxsize=4096)
def whole_label(text: str) -> str:
    """Return the key of the label that a text is and nothing else; empty for other texts."""
    found = label_at_start(text)
    if found and LABEL_TAIL.match(aligned(text)[found[1] :]):
        return found[0]
    return _by_ending(text)


def _by_ending(text: str) -> str:
    """Return what a label that nobody listed means, by its last characters."""
    bare = folded(text).rstrip(":?")
    if not 3 <= len(bare) <= LONGEST_LABEL or not all("\u4e00" <= char <= "\u9fff" for char in bare):
        return ""
    endings = _tables()["endings"]
    return next((key for key, listed in endings.items() if bare.endswith(listed)), "")


def _end_of(plain: str, start: int, word: str) -> int | None:
    """Return where ``word`` ends if it stands at ``start``, whatever spaces stand within it."""
    at = start
    for char in word:
        while at > start and at < len(plain) and plain[at] == " ":
            at += 1
        if at >= len(plain) or plain[at] != char:
            return None
        at += 1
    goes_on = at < len(plain) and plain[at].isascii() and plain[at].isalpha()
    return None if goes_on and len(word) <= SHORT_LATIN and word.isascii() else at


SHORT_LATIN = 4
"""Letters of a Latin label that many words begin with: ref, refund. Behind longer ones a space may be lost."""


def has_any(text: str, listed: Iterable[str]) -> bool:
    """Tell whether a text holds any of the words."""
    plain = folded(text)
    return any(word in plain for word in listed)


def first_list(table: str, keys: Iterable[str], text: str) -> str:
    """Return the first of the keys that has a word of the text; empty if none has."""
    plain = folded(text)
    return next((key for key in keys if any(word in plain for word in words(table, key))), "")
