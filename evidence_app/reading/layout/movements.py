"""What the words of a payment say: which way the money went, what became of it, with whom it was. Pure."""

import re

from evidence_app.characters import folded
from evidence_app.domain.events import Direction, Outcome
from evidence_app.reading.layout.vocabulary import first_list, words

OUTCOMES = ("failed", "refunded", "closed", "pending", "done")

LONGEST_OUTCOME = 14
"""Characters of a line that says what became of a payment; longer ones tell a story."""


def outcome_of(text: str) -> Outcome:
    """Return what became of a payment, as its words say; NONE if they do not."""
    plain = folded(text)
    if "退款" in plain and "失败" not in plain and any(word in plain for word in ("退款中", "处理中", "申请", "审核")):
        return Outcome.PENDING
    return Outcome(first_list("outcomes", OUTCOMES, text))


def outcome_line(text: str) -> Outcome:
    """Return what a short line says became of a payment; NONE for lines that say more than that."""
    bare = re.sub(r"\W", "", folded(text))
    if not bare or len(bare) > LONGEST_OUTCOME or any(char in text for char in "，。？"):
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


def signed(sign: str) -> Direction:
    """Return the direction that a sign before an amount says."""
    return {"+": Direction.IN, "-": Direction.OUT}.get(sign, Direction.NONE)


def name_shown(title: str) -> str:
    """Return a title as the name that a row shows, without the mark that leads on."""
    return title.strip(" >›く")


def is_type(title: str) -> bool:
    """Tell whether a title says what kind of movement it is instead of with whom."""
    return re.sub(r"\W", "", folded(title)) in words("directions", "type")
