"""The same promise in other words, as ``resources/law/promise_words.toml`` tells promises apart. Pure.

Nothing is taken for the same but what is promised for the same day: the same acts, under the same conditions, with the
same figures, about the same matter. Where words leave that open, there are two promises.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from evidence_app.characters import folded, simplified
from evidence_app.domain.happenings import Happening
from evidence_app.rules.law_files import read_law

MOST_CHARACTERS = 1000
"""Of one promise: it is a sentence."""

_NUMERALS = "零〇一二两三四五六七八九十"
_NUMBERS_IN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TERM = re.compile(
    rf"(?P<number>\d{{1,4}}|[{_NUMERALS}]{{1,4}}|{'|'.join(_NUMBERS_IN_WORDS)})个?"
    r"(?P<unit>工作日|自然日|日历日|工作天|天|日(?!前)|个?小时|星期|周|个?月(?!\d)|分钟|"
    r"(?:working|business|calendar)days?|days?|hours?|weeks?|months?|minutes?)"
)
"""How long something takes: what a promise is due by, said in its own way."""

_MOMENT = re.compile(
    r"(?:20\d\d年|20\d\d[-/.])?(?:\d{1,2}月\d{1,2}[日号]?|\d{1,2}[-/.]\d{1,2}(?!\d))|\d{1,2}[日号]|"
    r"\d{1,2}[:点时](?:\d{2}分?|半)?|\d{1,2}(?:am|pm)"
)
"""A day or a time of day: by which day it is due is compared, however it is said."""

_FIGURE = re.compile(rf"[a-z]{{0,6}}\d[\d,.]*|[{_NUMERALS}百千万]+(?:元|块|期|笔|次|折|倍)")


@dataclass(frozen=True, slots=True)
class Promised:
    """What words promise: two that are alike in ``what`` may be one; ``matter`` is empty where none is named."""

    what: Hashable
    acts: frozenset[str]
    matter: str
    terms: frozenset[tuple[str, int]]


def said_otherwise(sayings: Iterable[Happening]) -> Iterator[Sequence[Happening]]:
    """Yield what one party promises for the same day in whichever words, where these are several."""
    alike: defaultdict[Hashable, list[Happening]] = defaultdict(list)
    for each in sayings:
        promised = promised_in(each.promise) if each.promise_due is not None else None
        if promised is not None:
            alike[each.promise_due, promised.what].append(each)
    for bucket in alike.values():
        yield from (group for group in _about_one_matter(bucket) if len(group) > 1)


def _about_one_matter(bucket: Sequence[Happening]) -> list[list[Happening]]:
    """Return sayings by what they are about. Of two matters, who names none is about neither for certain."""
    groups = [list(bucket)]
    aspects: tuple[Callable[[Happening], Hashable], ...] = (_matter, lambda each: each.reference)
    for aspect in aspects:
        groups = [part for group in groups for part in _parted(group, aspect)]
    return [part for group in groups for part in _by_terms(group)]


def _parted(group: Sequence[Happening], aspect: Callable[[Happening], Hashable]) -> list[list[Happening]]:
    by_value: defaultdict[Hashable, list[Happening]] = defaultdict(list)
    for each in group:
        by_value[aspect(each)].append(each)
    return [list(group)] if sum(map(bool, by_value)) <= 1 else list(by_value.values())


def _by_terms(group: Sequence[Happening]) -> list[list[Happening]]:
    """Return them as one, unless two terms of one unit from one day end on the same one: then a person made them so."""
    stated: defaultdict[Hashable, set[int]] = defaultdict(set)
    for each in group:
        for unit, number in _terms(each):
            stated[each.day, unit].add(number)
    if all(len(numbers) == 1 for numbers in stated.values()):
        return [list(group)]
    by_terms: defaultdict[Hashable, list[Happening]] = defaultdict(list)
    for each in group:
        by_terms[_terms(each)].append(each)
    return list(by_terms.values())


def _matter(each: Happening) -> str:
    promised = promised_in(each.promise)
    return promised.matter if promised else ""


def _terms(each: Happening) -> frozenset[tuple[str, int]]:
    promised = promised_in(each.promise)
    return promised.terms if promised else frozenset()


@lru_cache(maxsize=4096)
def promised_in(promise: str) -> Promised | None:
    """Return what words promise, None where they name no act that is known."""
    known = _vocabulary()
    said = folded(promise[:MOST_CHARACTERS])
    matter, said = _without_matter(said, known)
    terms = frozenset((each["unit"].rstrip("s"), _number(each["number"])) for each in _TERM.finditer(said))
    said = _MOMENT.sub(" ", _TERM.sub(" ", said))
    acts = _found(known.acts, said)
    beside = _found(known.beside, said)
    what = acts or (beside - {VERIFY} or beside)
    if not what:
        return None
    figures = frozenset(each.strip(",.") for each in _FIGURE.findall(said))
    modes = (bool(known.conditions.search(said)), bool(known.denials.search(said)))
    return Promised((what, figures, modes), what, matter, terms)


def acts_in(promise: str) -> frozenset[str]:
    """Return what words promise to do, by the names of the acts; empty where they name none that is known."""
    promised = promised_in(promise)
    return promised.acts if promised is not None else frozenset()


VERIFY = "verify"
"""What comes before everything else that is done."""


def _without_matter(said: str, known: "_Vocabulary") -> tuple[str, str]:
    """Return what words are about, and the words without it: a refund that is spoken of is not one that is promised."""
    found = known.matters.search(said)
    if found is None:
        return "", said
    matter = next((each for each in found.groupdict().values() if each), "")
    rest = f"{said[: found.start()]} {said[found.end() :]}"
    return ("" if matter in known.any_matter else matter), rest


def _number(said: str) -> int:
    if said.isdecimal():
        return int(said)
    if said in _NUMBERS_IN_WORDS:
        return _NUMBERS_IN_WORDS.index(said)
    tens, ten, ones = said.rpartition("十")
    return (_digit(tens, 1) * 10 if ten else 0) + _digit(ones, 0)


def _digit(said: str, without: int) -> int:
    return "零一二三四五六七八九".index(said[-1].replace("两", "二").replace("〇", "零")) if said else without


def _found(kinds: Mapping[str, re.Pattern[str]], said: str) -> frozenset[str]:
    return frozenset(name for name, words in kinds.items() if words.search(said))


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    acts: Mapping[str, re.Pattern[str]]
    beside: Mapping[str, re.Pattern[str]]
    conditions: re.Pattern[str]
    denials: re.Pattern[str]
    matters: re.Pattern[str]
    any_matter: frozenset[str]


@lru_cache(maxsize=1)
def _vocabulary() -> _Vocabulary:
    return read_law("promise_words.toml", _vocabulary_of)


def _vocabulary_of(table: Mapping[str, Any]) -> _Vocabulary:
    words = table["words"]
    return _Vocabulary(
        {name: _pattern(lines) for name, lines in table["acts"].items()},
        {name: _pattern(lines) for name, lines in table["beside"].items()},
        _pattern(words["conditions"]),
        _pattern(words["denials"]),
        _pattern(_numbered(words["matters"])),
        frozenset(map(folded, words["any_matter"])),
    )


def _numbered(lines: Sequence[str]) -> list[str]:
    """Return expressions whose groups of one name have different ones, as one expression needs them."""
    return [line.replace("?P<matter>", f"?P<matter{number}>") for number, line in enumerate(lines)]


def _pattern(lines: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{simplified(line)})" for line in lines), re.VERBOSE)
