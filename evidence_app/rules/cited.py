"""Which exhibits a letter cites, in its own words, and the letter without what erased ones said."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from evidence_app.phrases import Language, phrase

_NUMBERS = r"(\d{1,6}(?:[,、，]? ?\d{1,6})*)"
_NUMBER = r"(\d{1,6})"
_BEGINNING = r"(?:^|(?<=[.、．] )|(?<=\d\.))"


@lru_cache(maxsize=1)
def _citations() -> re.Pattern[str]:
    """Return what finds citations in the letters of all languages: behind a fact, and in the list of evidence."""
    forms = ("exhibits", "exhibits_several", "exhibits_call", "exhibits_answer", "exhibits_principal")
    behind = [
        _with(phrase("letters", each, spoken, numbers="\0"), _NUMBERS + _bare(spoken))
        for spoken in Language
        for each in forms
    ]
    listed = [phrase("letters", "line.evidence", spoken, number="\0", label="") for spoken in Language]
    return re.compile("|".join([*behind, *(f"{_BEGINNING}{_with(each.rstrip(), _NUMBER)}" for each in listed)]))


def _bare(language: Language) -> str:
    """Return what may follow the numbers: that a person states something more, which no exhibit shows."""
    before, _, after = phrase("letters", "exhibits_none", language, count="\0").partition("\0")
    return rf"(?:{re.escape(before)}\d+{re.escape(after)})?"


def _with(words: str, numbers: str) -> str:
    before, _, after = words.partition("\0")
    return f"{re.escape(before)}{numbers}{re.escape(after)}"


def cited_in(text: str) -> frozenset[int]:
    """Return the numbers of the exhibits that a letter cites."""
    return frozenset(number for line in text.split("\n") for number in _cited(line))


def _cited(line: str) -> Iterator[int]:
    for found in _citations().finditer(line):
        numbers = next(group for group in found.groups() if group)
        yield from map(int, re.findall(r"\d+", numbers))


def without_erased(text: str, erased: Collection[int], language: Language) -> str:
    """Return a letter with a marked gap in the place of each line that only erased exhibits show."""
    return "\n".join(_kept(line, erased, language) for line in text.split("\n"))


def _kept(line: str, erased: Collection[int], language: Language) -> str:
    numbers = sorted(set(_cited(line)))
    if not numbers or not set(numbers) <= set(erased):
        return line
    told = phrase("letters", "between.numbers", language).join(map(str, numbers))
    return phrase("letters", "erased", language, numbers=told)
