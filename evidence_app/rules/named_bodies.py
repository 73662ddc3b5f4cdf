"""Which body somebody means who names one: by its number, by its name, or by a part of it. Pure."""

import re
from functools import lru_cache

from evidence_app.characters import folded
from evidence_app.phrases import Language
from evidence_app.rules.law import Body, BodyKind, bodies, body
from evidence_app.rules.territories import Territory

_NUMBER = re.compile(r"(?<![\d-])\d{3,}(?:-\d+)*(?![\d-])")
_ASIDE = re.compile(r"[(（〔\[].*")


def named_body(said: str, territory: Territory | None) -> Body | None:
    """Return the body that is meant, None where nobody knows one of the name; those of a territory come first.

    An institution's own office is meant only where the words name no other body.
    """
    known = body(said.strip())
    if known is not None or not said.strip():
        return known
    named = [each for each in bodies() if _is_named(each, said)]
    return min(
        named,
        key=lambda each: (each.territory != territory, each.kind is BodyKind.INSTITUTION, each.step),
        default=None,
    )


def _is_named(each: Body, said: str) -> bool:
    numbers, names = _known_by(each.id)
    words = folded(said)
    return not numbers.isdisjoint(_NUMBER.findall(said)) or any(name in words for name in names)


@lru_cache(maxsize=256)
def _known_by(body_id: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the telephone numbers of a body, and the names by which people call it."""
    known = body(body_id)
    if known is None:
        return frozenset(), frozenset()
    told = [*(known.name[each] for each in Language), *(known.route[each] for each in Language)]
    numbers = {number for words in told for number in _NUMBER.findall(words)}
    names = {*known.known_by}
    if known.kind is not BodyKind.INSTITUTION:
        names |= {_ASIDE.sub("", known.name[each]) for each in Language}
    return frozenset(numbers), frozenset(folded(name) for name in names if name.strip())
