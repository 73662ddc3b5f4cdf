"""Institutions: the dispute's own by name and alias, signatures of SMS, and who introduces itself. Pure."""

import re
from functools import lru_cache

from evidence_app.characters import HAN, simplified
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import Flat
from evidence_app.reading.entities.found import Expression, Found, Known
from evidence_app.reading.entities.words import either
from evidence_app.reading.passages import Speaker

SHORTEST_NAME = 2
"""Characters of a name: a single one stands in too many words."""

_NAME = rf"[{HAN}A-Za-z0-9]"
_ENGLISH_NAME = r"(?P<name>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,3})"
_SIGNATURE = re.compile(rf"^\s*[【\[](?P<name>{_NAME}{{2,16}})[】\]]|[【\[](?P<last>{_NAME}{{2,16}})[】\]]\s*$")
"""``【速融宝】您的借款``, ``退订回T【速融宝】``."""


def find_institutions(flat: Flat, known: Known) -> list[Found]:
    """Return institutions; one of the dispute's is given by the name the dispute has for it."""
    found = _of_dispute(flat, known)
    taken = flat.without((each.start, each.end) for each in found)
    for expression, confidence in _expressions():
        for each in expression.finditer(taken.text):
            made = _found(each, confidence)
            if made and known.speaker is not Speaker.COMPLAINANT or confidence > 0.9 and made:
                found.append(made)
                taken = taken.without([(made.start, made.end)])
    return found


def _of_dispute(flat: Flat, known: Known) -> list[Found]:
    found: list[Found] = []
    for name in sorted(known.institutions, key=len, reverse=True):
        words = simplified(name).strip()
        if len(words) < SHORTEST_NAME:
            continue
        for each in re.finditer(re.escape(words), flat.text, re.IGNORECASE):
            found.append(Found(SuggestionKind.INSTITUTION, name, each.start(), each.end(), 0.95))
        flat = flat.without((each.start, each.end) for each in found)
    return found


def _found(match: re.Match[str], confidence: float) -> Found | None:
    group = next(name for name, words in match.groupdict().items() if words)
    name = match[group]
    part = _department().search(name) if group in _SIGNED else None
    name = name[: part.start()] if part and part.start() >= SHORTEST_NAME else name
    if _nobody().fullmatch(name) or name.isdigit() or (group == "lender" and house(name) != name):
        return None
    start = match.start(group)
    return Found(SuggestionKind.INSTITUTION, name, start, start + len(name), confidence)


_SIGNED = ("name", "last")


@lru_cache(maxsize=1)
def _department() -> re.Pattern[str]:
    return re.compile(f"{either('institutions', 'departments')}$")


@lru_cache(maxsize=1)
def _nobody() -> re.Pattern[str]:
    return re.compile(either("institutions", "nobody"), re.IGNORECASE)


_LISTS = ("staff", "kinds", "before", "function")
_I_AM = r"(?:我是|我係|我系|这里是|这边是|这儿是|这里系|致电|来自|欢迎使用|欢迎来到)"
_HERE_IS = r"(?:这里是|这里系|欢迎咨询|欢迎致电|欢迎光临|感谢致电)"
_END = r"(?=[,.!?:。\s]|$)"


@lru_cache(maxsize=1)
def _expressions() -> tuple[Expression, ...]:
    staff, kinds, before, function = (either("institutions", name) for name in _LISTS)
    name = rf"(?P<name>{_NAME}{{2,14}}?)"
    place = rf"(?:\([{HAN}]{{2,6}}\)[{HAN}]{{0,14}}?)?"  # 速融宝(上海)小额贷款有限公司
    company = rf"(?P<name>(?:(?!{function})[{HAN}]){{2,20}}?{place}{kinds})"
    return (
        (_SIGNATURE, 0.9),
        (re.compile(rf"(?:{before})[\s:]{{0,2}}(?P<name>{_NAME}{{2,24}}?{place}{kinds})"), 0.92),
        (re.compile(rf"(?:{before})[\s:]{{1,2}}(?P<lender>{_NAME}{{2,12}})\s*$"), 0.8),
        (re.compile(rf"欠(?:了|着)?(?P<lender>{_NAME}{{2,12}}?)的"), 0.75),
        (re.compile(rf"{_I_AM}\s?{name}的?{staff}"), 0.85),
        (re.compile(rf"^\s*[<‹く]?\s*{name}的?{staff}\s*(?:\(\d+\))?\s*$"), 0.75),
        (re.compile(rf"{_HERE_IS}\s?{name}{_END}"), 0.8),
        (re.compile(rf"(?:this is|from)\s{_ENGLISH_NAME}(?:'s)?\s(?:customer|support|service)"), 0.8),
        (re.compile(rf"(?:^|[,!。]){name}(?:客户服务|顾客服务|客服)(?:部|中心){_END}"), 0.75),
        (re.compile(rf"(?<![{HAN}\x00)]){company}"), 0.8),
    )


def house(title: str) -> str:
    """Return the institution that a chat's title or the other side of a payment names, verbatim; empty for others.

    Nothing in a bare name shows that it is one but the trade in it: people and shops are named the same way.
    """
    shown = _COUNT.sub("", title).strip()
    ahead = _ahead().match(simplified(shown))
    shown = shown[ahead.end() :] if ahead else shown
    end = _after().search(simplified(shown))
    name = shown[: end.start()].strip(" -—·|_") if end else shown
    plain = simplified(name)
    if not SHORTEST_NAME <= len(name) <= LONGEST_HOUSE or not _IN_NAMES.fullmatch(plain) or _nobody().fullmatch(plain):
        return ""
    return name if _trade().search(plain) and not _things().fullmatch(plain) else ""


LONGEST_HOUSE = 16
"""Characters of a name in a title: what is longer is a sentence or a company, which its last words show."""

_COUNT = re.compile(r"\s*[(\uff08]\d+[)\uff09]?[\s.…·]*$")
_IN_NAMES = re.compile(rf"[{HAN}A-Za-z][{HAN}A-Za-z0-9 ]*")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return re.compile(f"{either('institutions', 'after')}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _ahead() -> re.Pattern[str]:
    return re.compile(either("institutions", "ahead"))


@lru_cache(maxsize=1)
def _trade() -> re.Pattern[str]:
    return re.compile(either("institutions", "trades"), re.IGNORECASE)


@lru_cache(maxsize=1)
def _things() -> re.Pattern[str]:
    return re.compile(either("institutions", "things"), re.IGNORECASE)


_COMPANY = re.compile(r"(?:股份)?有限(?:責任|责任)?公司$")
SHORTEST = 4
"""Characters of a company's name that is known without the words for its kind."""


def with_short_form(name: str) -> list[str]:
    """Return a company's name, and what it is called without the words for its kind."""
    short = _COMPANY.sub("", name)
    return [name, short] if short != name and len(short) >= SHORTEST else [name]
