"""What the words of a payment say: which way the money went, what became of it, with whom it was. Pure."""

import re
from dataclasses import replace
from functools import lru_cache

from evidence_app.characters import aligned, folded
from evidence_app.domain.events import Direction, Outcome
from evidence_app.reading.layout.figures import Amount, amounts, whole_amount
from evidence_app.reading.layout.rows import ems
from evidence_app.reading.layout.vocabulary import first_list, words

OUTCOMES = ("failed", "refunded", "closed", "pending", "done")

LONGEST_OUTCOME = 14
"""Chinese characters of a line that says what became of a payment; longer ones tell a story."""


_AWAITED = re.compile(r"^[待等].{1,10}(?:收款|收钱|付款|确认|支付|领取|接收|入账|到账)$")
"""``待王芳收款``."""


def outcome_of(text: str) -> Outcome:
    """Return what became of a payment, as its words say; NONE if they do not."""
    plain = folded(text)
    if _AWAITED.match(plain):
        return Outcome.PENDING
    if "退款" in plain and "失败" not in plain and any(word in plain for word in ("退款中", "处理中", "申请", "审核")):
        return Outcome.PENDING
    return Outcome(first_list("outcomes", OUTCOMES, text))


def is_awaited(text: str) -> bool:
    """Tell whether a text says that the other side has yet to take the money: 待王芳收款."""
    return bool(_AWAITED.match(folded(text)))


def outcome_line(text: str) -> Outcome:
    """Return what a short line says became of a payment; NONE for lines that say more than that."""
    bare = _bare(text)
    if not bare or ems(bare) > LONGEST_OUTCOME or any(char in text for char in "，。？"):
        return Outcome.NONE
    return outcome_of(text)


def direction_of(text: str) -> Direction:
    """Return which way the money went, as words say: the first that is known decides."""
    plain = folded(text)
    found = [
        (plain.find(word), -len(word), direction)
        for key, direction in (("in", Direction.IN), ("out", Direction.OUT))
        for word in words("directions", key)
        if word in plain
    ]
    return min(found)[2] if found else Direction.NONE


def said_alone(text: str) -> Direction:
    """Return the direction that a word says which stands alone, as a sign before the amount would: 支出, 存入."""
    bare = re.sub(r"[^\w/]", "", folded(text))
    if bare in words("directions", "alone_in"):
        return Direction.IN
    return Direction.OUT if bare in words("directions", "alone_out") else Direction.NONE


def signed(sign: str) -> Direction:
    """Return the direction that a sign before an amount says."""
    return {"+": Direction.IN, "-": Direction.OUT}.get(sign, Direction.NONE)


_SAID = re.compile(r"^\s*(?P<word>[\u4e00-\u9fff]{1,3})(?=\s*:?\s*(?:[¥$+\-\d]|nt\$|hk\$|us\$|rmb|cny|hkd|twd))")


@lru_cache(maxsize=4096)
def row_amount(text: str) -> Amount | None:
    """Return the amount that the cell of a row is, with the sign that a word before it says (支出 35.50)."""
    said = _SAID.match(aligned(text))
    direction = said_alone(said["word"]) if said else Direction.NONE
    if said is None or not direction:
        return whole_amount(text) or _before_word(text)
    found = whole_amount(text[said.end() :].lstrip(" :："))
    if found is None or not found.sure:
        return None
    return found if found.sign else replace(found, sign="+" if direction is Direction.IN else "-")


def _before_word(text: str) -> Amount | None:
    """Return an amount with the sign that a word after it says: 128.90 DR, 300.00 支出."""
    found = amounts(text)
    if len(found) != 1 or text[: found[0].start].strip() or found[0].sign or not found[0].sure:
        return None
    direction = said_alone(text[found[0].end :])
    return replace(found[0], sign="+" if direction is Direction.IN else "-") if direction else None


def name_shown(title: str) -> str:
    """Return a title as the name that a row shows, without the mark that leads on."""
    return title.strip(" >›く")


_CARD = re.compile(r"[(\[]?\*{0,4}\d{4}[)\]]$|尾号|\*{2,}|•{2,}")


def is_means(text: str) -> bool:
    """Tell whether a text says with what was paid, a card or a balance, instead of with whom."""
    return bool(_CARD.search(aligned(text).strip())) or _bare(text) in words("directions", "means")


def is_type(title: str) -> bool:
    """Tell whether a title says what kind of movement it is instead of with whom."""
    return _bare(title) in words("directions", "type")


def _bare(text: str) -> str:
    return _NO_WORD.sub("", folded(text))


_NO_WORD = re.compile(r"\W")
