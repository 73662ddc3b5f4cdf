"""Which body somebody means who names one: by its number, by its name, or by a part of it. Pure."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from evidence_app.characters import folded
from evidence_app.domain.workspace import Complaint
from evidence_app.phrases import Language
from evidence_app.rules.law import Body, BodyKind, bodies, body
from evidence_app.rules.own_office import NOBODYS, OwnOffice
from evidence_app.rules.territories import Territory

_NUMBER = re.compile(r"(?<![\d-])\d{3,}(?:-\d+)*(?![\d-])")
_ABOUT = re.compile(
    r"^(?:拨打|致电)?(?:投诉)?(?:电话|热线|telephone|tel\.?|hotline)?:?|(?:投诉)?(?:电话|热线|hotline)?$"
)
"""What people write around a number that they call; in folded text."""
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


def placed(
    recorded: Iterable[Complaint], territory: Territory | None, own: OwnOffice = NOBODYS
) -> tuple[Complaint, ...]:
    """Return recorded complaints at the bodies that are meant, as `body_meant` tells."""
    return tuple(replace(each, body=body_meant(each.body, territory, own)) for each in recorded)


def body_meant(said: str, territory: Territory | None, own: OwnOffice = NOBODYS) -> str:
    """Return the id of a territory's body whose telephone number or whole name is typed, else what was typed.

    What people call it is a name, too, where nothing else is typed. Whoever names the institution of the dispute means
    its ``own`` office. A part of a name is no name here: a body of a province, or a firm's own hotline, is another.
    """
    known = body(said.strip().casefold())
    if known is not None:
        return known.id
    words = _ABOUT.sub("", folded(said))
    others = (each for each in bodies() if each.territory == territory and each.kind is not BodyKind.INSTITUTION)
    found = next((each.id for each in others if words and words in names_of(each.id)), None)
    if found is None and own.body_id and (own.is_meant(said) or is_own_office(said)):
        return own.body_id
    return said if found is None else found


def body_name(said: str, language: Language, territory: Territory | None) -> str:
    """Return the name of a body in a language where that is what is said, in whichever; what else is said stays.

    Of several bodies of one name, that of the territory is meant.
    """
    named = _by_name().get(folded(said), ()) if said else ()
    known = min(named, key=lambda each: each.territory != territory, default=None)
    return known.name[language] if known is not None else said


def is_own_office(said: str) -> bool:
    """Tell whether words are the name of an institution's own office for complaints, and nothing more."""
    own = (each for each in bodies() if each.kind is BodyKind.INSTITUTION)
    return bool(said) and any(folded(said) in names_of(each.id) for each in own)


def is_called_as_one(name: str) -> bool:
    """Tell whether a name is wholly that of a body that is not an institution's own office, or what people call it."""
    return folded(name) in _called()


@lru_cache(maxsize=1)
def _called() -> frozenset[str]:
    others = (each.id for each in bodies() if each.kind is not BodyKind.INSTITUTION)
    return frozenset().union(*map(names_of, others)) - {""}


def is_other_body(said: str) -> bool:
    """Tell whether words are the whole name of a body that is not an institution's own office."""
    known = _by_name().get(folded(said), []) if said.strip() else []
    return any(each.kind is not BodyKind.INSTITUTION for each in known)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[Body]]:
    """Return all bodies of each name, folded, in their order."""
    found: dict[str, list[Body]] = {}
    for each in bodies():
        for name in {folded(each.name[language]) for language in Language}:
            found.setdefault(name, []).append(each)
    return found


def names_of(body_id: str) -> frozenset[str]:
    """Return the numbers and names by which a body is known, as `folded` writes them."""
    return _whole_names(body_id) | _known_by(body_id)[1]


def _is_named(each: Body, said: str) -> bool:
    numbers, names = _known_by(each.id)
    words = folded(said)
    return not numbers.isdisjoint(_NUMBER.findall(said)) or any(name in words for name in names)


@lru_cache(maxsize=256)
def _whole_names(body_id: str) -> frozenset[str]:
    """Return the numbers of a body, and its names with and without what stands in brackets, folded."""
    numbers, _ = _known_by(body_id)
    known = body(body_id)
    names = [known.name[each] for each in Language] if known is not None else []
    return numbers | {folded(each) for name in names for each in (name, _ASIDE.sub("", name))}


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
