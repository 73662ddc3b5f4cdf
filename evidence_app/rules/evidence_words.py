"""By which words a piece of evidence may be known, as ``resources/law/evidence_words.toml`` says. Pure.

Words are a guess: whoever finds some this way has to say so, and let a person look.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from evidence_app.characters import folded, simplified
from evidence_app.rules.law_files import read_law
from evidence_app.rules.needed_words import needed_words

BEFORE, BEHIND = 20, 8
"""Characters around words in which others take back what they say: “if …”, “… was lifted”."""

MOST_CHARACTERS = 20_000
"""Of one text: a contract of a hundred pages says what it is before."""

_SENTENCE = re.compile(r"[。!?;]")
_CLAUSE = re.compile(r"[。!?;,，、]")


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Words of one piece of evidence. ``besides`` have to stand in the same text, ``unless`` take back what is said.

    ``needed`` finds words of which every text that says it has one, and nothing in others; None where none are known.
    ``hints`` are such words in texts as they are written, not folded: quickly asked of very many; empty for none known.
    """

    says: re.Pattern[str]
    needed: re.Pattern[str] | None
    besides: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    hints: tuple[str, ...] = ()

    def finds(self, text: str) -> bool:
        """Tell whether a text, folded already, says it."""
        if self.needed is not None and not self.needed.search(text):
            return False
        if self.besides is not None and not self.besides.search(text):
            return False
        return any(self.unless is None or not self.unless.search(around) for around in self._said(text))

    def _said(self, text: str) -> Iterator[str]:
        """Yield what stands there with as much around it as belongs to it."""
        for found in self.says.finditer(text):
            before = _SENTENCE.split(text[max(0, found.start() - BEFORE) : found.start()])[-1]
            behind = _CLAUSE.split(text[found.end() : found.end() + BEHIND])[0]
            yield before + found[0] + behind


@lru_cache(maxsize=1)
def recognisers() -> Mapping[str, Recogniser]:
    """Return all recognisers by name."""
    return read_law("evidence_words.toml", lambda table: {name: _recogniser(facts) for name, facts in table.items()})


def saying(texts: Iterable[tuple[str, str]], names: Collection[str]) -> Mapping[str, AbstractSet[str]]:
    """Return, by recogniser, which of many texts have its words; each text stands behind the id of what has it."""
    asked = {name: recognisers()[name] for name in names}
    found: dict[str, set[str]] = {name: set() for name in names}
    for text_id, text in texts:
        plain = folded(text[:MOST_CHARACTERS])
        for name, each in asked.items():
            if plain and each.finds(plain):
                found[name].add(text_id)
    return found


@lru_cache(maxsize=32_768)
def is_said(name: str, text: str) -> bool:
    """Tell whether a text has a recogniser's words; what was asked last is remembered, for texts seldom change."""
    plain = _plain(text)
    return bool(plain) and recognisers()[name].finds(plain)


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return folded(text[:MOST_CHARACTERS])


def _recogniser(facts: Mapping[str, Sequence[str]]) -> Recogniser:
    says = _pattern(facts["says"])
    needed = needed_words(says.pattern)
    quick = re.compile("|".join(map(re.escape, needed))) if needed else None
    besides, unless = (_pattern(facts[name]) if name in facts else None for name in ("besides", "unless"))
    return Recogniser(says, quick, besides, unless, tuple(facts.get("hints", ())))


def _pattern(lines: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of several, written with spaces and in whatever characters: texts are compared folded.

    So they are in small letters only; to ignore case would take twice the time.
    """
    return re.compile("|".join(f"(?:{simplified(line)})" for line in lines), re.VERBOSE)
