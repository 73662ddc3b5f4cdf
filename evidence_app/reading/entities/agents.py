"""By which number an institution's agent is known. Pure."""

import re
from functools import lru_cache

from evidence_app.characters import HAN
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.agent_codes import code_expressions
from evidence_app.reading.entities.flat import Flat
from evidence_app.reading.entities.found import Expression, Found, Known
from evidence_app.reading.entities.words import either

_NUMBER = r"(?P<id>(?<![A-Za-z\d])[A-Za-z]{1,4}-?\d{2,8}|(?<!\d)\d{3,8})"
_LABELLED = r"(?:\d{2}-\d{3,4}(?![\d-])|[A-Za-z]{0,4}-?\d{3,8}|[A-Za-z]{1,4}-?\d\d)"
_AFTER_ROLE = r"[\s,.:()【】\[]{0,3}"
_SHORT_CODE = re.compile(r"95\d{3,6}|123\d\d|100(?:00|01|10|86)|96\d{3,4}|[48]00\d*|1[3-9]\d{9}")
_END = r"(?![A-NP-Za-np-z\d]|[oO][A-Za-z\d]|/\d)"
"""Where a number ends; an o that follows it is a full stop."""

_CLOCK = re.compile(r"(?<=[\d\s])(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)")
"""A time that no space parts from the number before it."""

_SPOKEN = "零〇一二三四五六七八九幺"
_DIGITS = str.maketrans(_SPOKEN, "00123456789" + "1")

_UNSURE = (
    r"(?:(?:好像|似乎|貌似|大概|应该|可能|记得|听着像?)[是系係]?"
    r"|[,:\s]?(?:[他她佢]|对方|客服|那边)(?:就|只)?(?:说|讲|报|答|话)(?:的?[是系係])?)"
)
"""What the complainant puts between the word and the number: 工号好像是76173, 问他工号,他说11613."""

_GAP = r"[\s:.#()\[\]【】「」《》<>*—·|_\"“”'-]{0,4}"


def find_agents(text: Flat, known: Known) -> list[Found]:
    """Return agents' numbers, where they are called so or the words beside them speak of a person."""
    text = text.without(each.span() for each in _CLOCK.finditer(text.text))
    found: dict[int, Found] = {}
    for expression, confidence in (*_expressions(), *code_expressions(known)):
        for each in expression.finditer(text.text):
            found.setdefault(each.start("id"), _found(each, confidence))
    for first in list(found.values()):
        found.update(_others_beside(text.text, first))
    return [each for each in found.values() if each.confidence > 0]


def _found(match: re.Match[str], confidence: float) -> Found:
    number = match["id"].translate(_DIGITS).replace(" ", "")
    if confidence < 0.9 and _SHORT_CODE.fullmatch(number) and not match.groupdict().get("serving"):
        confidence = 0.0  # 客服95118 is a telephone number
    return Found(SuggestionKind.AGENT_ID, number, match.start("id"), match.end("id"), confidence)


def _others_beside(text: str, first: Found) -> dict[int, Found]:
    """Return the further numbers of a list that begins with an agent's: 工号80231和80567."""
    found: dict[int, Found] = {}
    at = first.end
    while each := _beside().match(text, at):
        found[each.start("id")] = Found(
            SuggestionKind.AGENT_ID, each["id"], each.start("id"), each.end("id"), first.confidence
        )
        at = each.end()
    return found


@lru_cache(maxsize=1)
def _expressions() -> tuple[Expression, ...]:
    return (*_behind_labels(), *_beside_people())


def _behind_labels() -> tuple[Expression, ...]:
    """Return what finds an ID that a word calls so: 工号, 编号, 工牌."""
    labels, after, roles = either("agents", "labels"), either("agents", "after_number"), either("agents", "roles")
    titles = rf"(?:{roles}|主任|组长|经理|主管)"
    number_is = rf"(?:编号|代号)\s?(?:[是为係系]|:)?{_GAP}"
    between = rf"{_GAP}(?:{either('agents', 'between')}{_GAP})?"
    once = _once()
    return (
        (re.compile(rf"{labels}{between}(?P<id>{_LABELLED}(?:-\d{{1,3}}(?!\d))?){_END}(?!-\d)", re.IGNORECASE), 0.98),
        (re.compile(rf"{labels}{between}(?P<id>[{_SPOKEN}]{{3,8}})(?![{_SPOKEN}十百千万])"), 0.9),
        (re.compile(rf"{labels}{between}(?P<id>\d(?: \d){{2,7}}){_END}", re.IGNORECASE), 0.9),
        (re.compile(rf"编号[是为]?\s?{_NUMBER}{_END}\s?号?的?{after}", re.IGNORECASE), 0.95),
        (
            re.compile(rf"(?:{roles}|员|主任|组长|同事|工牌){_AFTER_ROLE}{number_is}{_NUMBER}{_END}", re.IGNORECASE),
            0.95,
        ),
        (
            re.compile(
                rf"{titles}\s?(?:[A-Za-z]{{2,12}}|[{HAN}]{{1,3}})\s?\(\s?{number_is}{_NUMBER}{_END}", re.IGNORECASE
            ),
            0.95,
        ),
        (re.compile(rf"工牌[^。!?;]{{0,12}}{number_is}{_NUMBER}{_END}", re.IGNORECASE), 0.9),
        (re.compile(rf"{labels}{_GAP}{_UNSURE}{_GAP}{_NUMBER}{once}", re.IGNORECASE), 0.9),
        (re.compile(rf"[我他她佢其](?:本人)?[的嘅]?{number_is}{_NUMBER}{_END}", re.IGNORECASE), 0.9),
    )


def _beside_people() -> tuple[Expression, ...]:
    """Return what finds an ID by whom it stands beside, or what is done: 上一位客服80231说, 80231号为您服务."""
    titles, after, once = either("agents", "titles"), either("agents", "after_number"), _once()
    serving = r"(?P<serving>\s*号?\s*[,，]?\s*(?:为您|为你|很高兴|竭诚|已?接入|在线|将为))?"
    named = rf"(?:[\s:#(\[【]{{0,2}}|{_GAP}(?:No\.?|ID)[\s:]{{0,2}})"
    return (
        (
            re.compile(
                rf"(?:同事|上一?位|前一?位|[上前]次(?:那?个|那位|嗰个|嗰位)?)(?:客服|同事)?\s?{_NUMBER}{_END}(?=[也说话讲叫让跟答]|号?客服)"
            ),
            0.85,
        ),
        (
            re.compile(
                rf"(?:[上前]一?位|刚才|刚刚|头先)(?:那位|嗰位|的)?(?:客服|同事|专员)?[是为係系]\s?{_NUMBER}{_END}(?=\W|$)"
            ),
            0.85,
        ),
        (
            re.compile(rf"{titles}{named}{_NUMBER}{once}{serving}", re.IGNORECASE),
            0.85,
        ),
        (re.compile(r"我[是係系]\s?(?P<id>[A-Za-z]{0,3}\d{3,6})号(?=[,.!。:\s]|$)"), 0.9),
        (re.compile(r"(?:[他她佢]|对方)?[说讲话](?:[是係系])?\s?(?P<id>[A-Za-z]{1,3}\d{3,6})(?=[,.!。\s]|$)"), 0.85),
        (re.compile(rf"(?<![A-Za-z\d第]){_NUMBER}{_END}(?:\s?号\s?|(?<=\d{{4}})){after}"), 0.92),
        (
            re.compile(rf"(?<![A-Za-z\d第]){_NUMBER}{_END}\s?号(?=说|讲|会|寄|打|回[您你电]|应承|承诺|答应|告诉|跟我)"),
            0.85,
        ),
        (re.compile(rf"(?:^|[,.!:\s]){_NUMBER}{_END}\s?号?(?=[将会]?[为為][您你]服务)"), 0.9),
    )


def _once() -> str:
    """Return what ends a number that is no amount, no part of a longer one and counts nothing."""
    return rf"{_END}(?!\.\d|(?<!\d{{4}}),\d{{3}}(?!\d)|[\s-]\d|\s*{either('agents', 'counted')})"


@lru_cache(maxsize=1)
def _beside() -> re.Pattern[str]:
    label = f"(?:{either('agents', 'labels')}{_GAP})?"
    counted = either("agents", "counted")
    return re.compile(
        rf"号?\s?(?:[,、/和跟与及&]|还有个?|以及|或者?)\s?{label}{_NUMBER}{_END}(?!\.\d|-\d|\s*{counted})",
        re.IGNORECASE,
    )
