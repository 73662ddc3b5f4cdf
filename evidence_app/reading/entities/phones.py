"""Telephone numbers and short codes. Pure."""

import re
from functools import lru_cache

from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import Flat
from evidence_app.reading.entities.found import Expression, Found, Known, found_in_turn
from evidence_app.reading.entities.words import either
from evidence_app.rules.territories import Territory

_EXTENSION = r"(?:\s?[,(]?\s?(?:转接?|分机号?码?|内线|ext(?:ension)?\.?|#)\s?:?\s?(?P<extension>\d{2,6})(?!\d)\)?)?"
"""One figure (95511转3) is a key that is pressed in a menu, not somebody's line."""
_BEFORE = r"(?<![\dA-Za-z\-_/+@*$¥=&])(?<!\d[.,])"
_AFTER = r"(?![\dA-Za-z_%*]|-\d|\.\d|,\d{3}(?![\d-])|\s?[元块万千%]|港[元币]|美[元金]|台币)"
_AFTER_SHORT = _AFTER.replace(r"|-\d", r"|-\d\d")
"""95118-3-1 is what one presses."""
_COUNTED = r"(?!\s?(?:个|人(?!工)|次|期|年|月|日|天|时|分|秒|笔|条|位|岁|页|家|名|米|蚊|倍|号(?!码|电话|热线)|/|:))"

_SURE = (
    r"(?P<abroad>(?:\+|00)\s?(?:86|852|853|886|1|44|6[0-6]|8[124]|95|85[56])"
    r"[\s\-)]{0,2}\(?\d{1,4}\)?(?:[\s-]?\d{2,5}){1,4})",
    r"(?P<service>[48]00(?:[\s-]?\d){7})",
    r"(?P<free>0[89]0[0-9]?[\s-]?\d{3}[\s-]?\d{3})",
    r"(?P<mobile>(?:86[\s-])?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})",
    r"(?P<taiwan>09\d\d[\s-]?\d{3}[\s-]?\d{3})",
    r"(?P<area>\(0\d{1,3}\)\s?-?\s?\d{3,4}[\s-]?\d{4}|0\d{1,3}[\s-]\d{3,4}[\s-]?\d{4}|0\d{2,3}-(?:95\d{3}|123\d\d|96\d{3})|0\d{8,11})",
    r"(?P<sender>10[6-9][\s-]?\d(?:[\s-]?\d){4,20})",
    r"(?P<america>(?:1[\s-])?\(?[2-9]\d\d\)?[\s-]\d{3}-\d{4})",
)
_HONG_KONG = r"[2-9]\d{3}[\s-]?\d{4}"
_LENGTHS = {
    "service": (10, 10),
    "free": (10, 10),
    "mobile": (11, 13),
    "taiwan": (10, 10),
    "area": (8, 12),
    "sender": (8, 24),
    "america": (10, 11),
}
_SHORT = (
    r"(?P<short>95\d{3}(?:\d{1,3})?|96\d{3}(?:\d{1,2})?|(?<!铁路)123\d\d|100(?:00|01|10|15|16|86|99)(?:\d{1,4})?"
    r"|1183\d{2,3}|11185|1010\d{4})"
)
_THREE = r"(?P<three>110|119|120|122|114|116|165|113|999|112|911|1950|1999|1996|16[58])"


def find_phones(flat: Flat, known: Known) -> list[Found]:
    """Return telephone numbers without spaces and dashes, extensions after 转."""
    return found_in_turn(flat, _expressions(known.territory), _found)


def _found(match: re.Match[str], confidence: float) -> Found | None:
    kind = match.lastgroup if match.lastgroup != "extension" else _group(match)
    start, end = match.span(kind or 0)
    value = re.sub(r"[^\d+]", "", match[kind or 0])
    if kind == "abroad" and not _possible(value):
        return None
    least, most = _LENGTHS.get(kind or "", (0, 99))
    if not least <= len(value) <= most:
        return None
    if extension := match.groupdict().get("extension"):
        return Found(SuggestionKind.PHONE, f"{value}转{extension}", start, match.end(), confidence)
    return Found(SuggestionKind.PHONE, value, start, end, confidence)


def _group(match: re.Match[str]) -> str:
    return next(name for name, words in match.groupdict().items() if words and name != "extension")


def _possible(number: str) -> bool:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(re.sub(r"^00", "+", number), None)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(parsed)


@lru_cache(maxsize=8)
def _expressions(territory: Territory | None) -> tuple[Expression, ...]:
    label = rf"{either('phones', 'labels')}(?:是|为|至|到|给|咗|了|号码|俾)?[\s:\"“「(【]{{0,3}}"
    own = territory.own_numbers if territory is not None else ""
    return (
        (re.compile(rf"{_BEFORE}(?:{'|'.join(_SURE)}){_EXTENSION}{_AFTER}", re.IGNORECASE), 0.95),
        (re.compile(rf"{_BEFORE}{_SHORT}{_EXTENSION}{_AFTER_SHORT}{_COUNTED}", re.IGNORECASE), 0.9),
        (re.compile(rf"{label}{_without_area(_HONG_KONG)}", re.IGNORECASE), 0.85),
        (re.compile(rf"{label}{_THREE}{_AFTER}{_COUNTED}", re.IGNORECASE), 0.8),
        (re.compile(rf"{_BEFORE}{_without_area(own)}" if own else r"(?!)"), 0.6),
    )


def _without_area(numbers: str) -> str:
    """Return an expression for numbers without an area code, in what looks like any number."""
    return rf"(?P<own>{numbers}){_AFTER}(?!\s?(?:个|人|次|年|月|日|天|笔|条|蚊))"
