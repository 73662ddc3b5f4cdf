"""Numbers of contracts, orders, tickets, loans and transactions: labelled ones, and what can be nothing else. Pure."""

import re
from functools import lru_cache

from evidence_app.characters import HAN
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import SEAM, Flat
from evidence_app.reading.entities.found import Found, Known
from evidence_app.reading.entities.words import either
from evidence_app.reading.passages import BEGINS_WITH_DAY

_GROUPS = r"\d{4}(?: \d{2,4}){2,7}"
_TOKEN = rf"(?P<number>{_GROUPS}|[A-Za-z0-9](?:[A-Za-z0-9{SEAM}]|[-_/.]{SEAM}?(?=[A-Za-z0-9])){{3,63}})"
_LINK = r"[\s:#()\[\]【】「」《》<>\"“”'|,—-]{0,4}(?:(?:是|为|係|系|is|No\.?|号)[\s:#()\[\]【】「」\"“”']{0,3})?"
_DATE = re.compile(r"(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])")
_COMPACT_TIME = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?")
"""``20250222``, ``20250222081533``."""

_MOBILE = re.compile(r"1[3-9]\d{9}")

_SPACE = re.compile(r"\s")
_OF_COURTS = re.compile(
    rf"(?P<number>(?:[{HAN}]{{1,5}}(?:\([{HAN}]{{1,4}}\))?[{HAN}]{{0,4}}字第?)?[〔\[(【]20\d\d[〕\])】]"
    rf"[{HAN}A-Z\d]{{0,12}}?第?\d{{2,8}}(?:-\d+)?号)"
)
"""（2025）沪0115民初12345号, 沪公（浦）受案字〔2025〕00231号"""

LEAST_DIGITS = 4
"""Of a labelled number. Shorter ones are pages, floors and positions."""


def find_labelled(flat: Flat, _known: Known) -> list[Found]:
    """Return numbers that are called a contract's, an order's, a ticket's."""
    found = _good(flat, _OF_COURTS, 0.96)
    for expression, confidence in ((_labelled(), 0.97), (_named(), 0.85)):
        found += _good(flat.without((each.start, each.end) for each in found), expression, confidence)
    return found


def find_unlabelled(flat: Flat, _known: Known) -> list[Found]:
    """Return long numbers with letters, and longer ones without, that no other finder has taken."""
    return _good(flat, _UNLABELLED, 0.7)


def _good(flat: Flat, expression: re.Pattern[str], confidence: float) -> list[Found]:
    found = (_found(flat, each, confidence) for each in expression.finditer(flat.text))
    return [each for each in found if each is not None]


def _found(flat: Flat, match: re.Match[str], confidence: float) -> Found | None:
    words = _trimmed(match["number"], flat.text[match.end("number") :])
    value = _SPACE.sub("", words)
    if not _is_reference(value, labelled=confidence > 0.95, named=confidence > 0.8):
        return None
    start = match.start("number")
    if confidence < 0.95 and _called_otherwise().search(flat.words[max(0, start - 24) : start]):
        return None
    return Found(SuggestionKind.REFERENCE, value, start, start + len(words), confidence)


def _trimmed(words: str, after: str) -> str:
    """Return a number without the next line's English words or day, and without a full stop that was read as o."""
    head, *rest = words.split(SEAM)
    for index, each in enumerate(rest):
        if not any(char.isdigit() for char in each) or BEGINS_WITH_DAY.match(SEAM.join(rest[index:]) + after):
            break
        head += SEAM + each
    return head[:-1] if re.search(r"\d[oO]$", head) and not re.match(r"[A-Za-z\d]", after) and head[-1] == "o" else head


_NUMBERED = re.compile(r"[A-Z]{1,6}-\d{4,}|[A-Z]{2,6}\d{5,}")
"""``CMP-88123``: too short for a number of which nothing says what it is, long enough behind ``complaint``."""


def _is_reference(value: str, *, labelled: bool, named: bool) -> bool:
    digits = sum(char.isdigit() for char in value)
    if digits < LEAST_DIGITS or _DATE.fullmatch(value):
        return False
    if labelled or (named and _NUMBERED.fullmatch(value)):
        return True
    return digits >= 6 and not (_COMPACT_TIME.fullmatch(value) or _MOBILE.fullmatch(value))


_AFTER = r"(?![A-Za-z\d*])"


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"{either('references', 'labels')}{_LINK}{_TOKEN}{_AFTER}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """Return what follows 合同, 订单: with letters and digits, or ten digits and more."""
    lettered = rf"[A-Za-z]{{1,6}}[-_]?(?=[A-Za-z0-9-]*\d{{4}})[A-Za-z0-9{SEAM}-]{{4,40}}"
    token = rf"(?P<number>(?:{lettered}|\d{{8,40}}(?:-\d+)*|\d{{6,7}}(?:-\d{{3,}})+))"
    return re.compile(
        rf"{either('references', 'nouns')}[\s:#(\[【「\"“]{{0,3}}(?:是|为)?\s?{token}{_AFTER}", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _called_otherwise() -> re.Pattern[str]:
    return re.compile(rf"{either('references', 'others')}[\s:#(\[【「\"“]{{0,4}}(?:是|为|尾号)?[\s:]?$", re.IGNORECASE)


_UNLABELLED = re.compile(
    rf"(?<![A-Za-z\d.\-_/@*+])(?<!\d,)(?P<number>[A-Z]{{1,8}}[-_]?\d{{2}}[A-Z0-9{SEAM}]{{5,40}}(?:-[A-Z0-9]{{1,16}})*"
    rf"|[A-Z]{{1,3}}\d{{4}}-\d{{4,12}}|[A-Z]{{1,8}}-\d[A-Z0-9]*(?:-[A-Z0-9]{{3,16}})+|\d{{6,12}}[A-Z]{{1,6}}\d{{3,30}}|\d{{8}}-\d{{4,16}}|\d{{12,40}}){_AFTER}"
)
"""``JF20250222000123``, ``C-20931-88X21``, ``20250222-00123``, ``202502220815331234``: what looks like nothing else."""
