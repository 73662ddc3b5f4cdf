"""Numbers of identity and bank cards, to be masked before anything is shown to others. Pure."""

import re
from collections.abc import Callable
from functools import lru_cache

from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import Flat
from evidence_app.reading.entities.found import Found, Known
from evidence_app.reading.entities.words import either

_RESIDENT = re.compile(r"(?<![A-Za-z\d])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![A-Za-z\d])")
_TAIWAN = re.compile(r"(?<![A-Za-z\d])[A-Z][12]\d{8}(?![A-Za-z\d])")
_HONG_KONG = re.compile(r"(?<![A-Za-z\d])[A-Z]{1,2}\d{6}\s?\([\dA]\)")
_BANK_CARD = re.compile(r"(?<![A-Za-z\d])\d{4}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,3})?(?![A-Za-z\d])")
_BETWEEN_DIGITS = re.compile(r"[ -]")
_CARD_WORDS = re.compile(r"卡|账[户号]|帐[户号]|户口|收款|account|card", re.IGNORECASE)
_CALLED_CARD = re.compile(r"\s?(?:这|那|的)?[张個个]?(?:银行|储蓄|信用)?(?:卡|账[户号]|帐[户号]|户口)(?!片|券|号单)")
"""What its number is called right behind it: 打到…这张卡."""
_CARD_WORDS_WITHIN = 20
"""How far before its number a card is named: one number in ten passes Luhn by chance."""
_LABEL_WITHIN = 30
"""How far before its number a reference is called one."""


def find_cards(flat: Flat, _known: Known) -> list[Found]:
    """Return identity cards of the mainland, Taiwan and Hong Kong, and bank cards; the value is without spaces."""
    found: list[Found] = []
    for expression, holds, confidence in _KINDS:
        for each in expression.finditer(flat.text):
            if not _called_reference(flat.text[: each.start()]) and holds(flat.text, each):
                value = re.sub(r"[\s-]", "", each[0]).upper()
                found.append(Found(SuggestionKind.REDACTION, value, each.start(), each.end(), confidence))
        flat = flat.without((each.start, each.end) for each in found)
    return found


def _called_reference(before: str) -> bool:
    return _reference_words().search(before[-_LABEL_WITHIN:]) is not None


@lru_cache(maxsize=1)
def _reference_words() -> re.Pattern[str]:
    return re.compile(either("references", "labels") + r"\W{0,4}$", re.IGNORECASE)


def _is_resident(_text: str, match: re.Match[str]) -> bool:
    from stdnum.cn import ric
    from stdnum.exceptions import ValidationError

    number = _BETWEEN_DIGITS.sub("", match[0]).upper()
    try:
        ric.get_birth_date(number)
    except ValidationError:
        return False
    return ric.calc_check_digit(number) == number[-1]


def _is_taiwanese(_text: str, match: re.Match[str]) -> bool:
    """Hold a 國民身分證統一編號 against its check digit."""
    letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".index(match[0][0]) + 10
    digits = [letter // 10, letter % 10, *map(int, match[0][1:])]
    weights = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 10 == 0


def _is_hong_kong(_text: str, match: re.Match[str]) -> bool:
    """Hold a Hong Kong identity card's number against its check digit, which stands in brackets."""
    body, check = re.sub(r"[\s)]", "", match[0]).split("(")
    values = [36] * (8 - len(body)) + [int(char, 36) for char in body]
    total = sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True))
    return (total + int(check, 16)) % 11 == 0


def _is_bank_card(text: str, match: re.Match[str]) -> bool:
    from stdnum import luhn

    number = _BETWEEN_DIGITS.sub("", match[0])
    before = text[max(0, match.start() - _CARD_WORDS_WITHIN) : match.start()]
    called = _CARD_WORDS.search(before) or _CALLED_CARD.match(text, match.end())
    return called is not None and number[0] != "0" and luhn.is_valid(number)


_KINDS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], bool], float], ...] = (
    (_RESIDENT, _is_resident, 0.98),
    (_TAIWAN, _is_taiwanese, 0.9),
    (_HONG_KONG, _is_hong_kong, 0.95),
    (_BANK_CARD, _is_bank_card, 0.95),
)
