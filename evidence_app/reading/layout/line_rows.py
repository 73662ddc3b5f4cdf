"""Lists of payments each of whose rows is one line: 2026/08/20 14:32 提領 NT$52,000 失敗. Pure."""

from collections.abc import Sequence
from datetime import datetime

from evidence_app.domain.events import EventFacts, EventKind, EventStatus
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.times import Precision
from evidence_app.reading.layout.bill_rows import Payment
from evidence_app.reading.layout.figures import Amount, amounts
from evidence_app.reading.layout.moments import best_time, event_time
from evidence_app.reading.layout.movements import direction_of, outcome_of, signed
from evidence_app.reading.layout.rows import Lines, ems

LONGEST_REST = 14
"""Ems of what stands in a row beside its time and amount: more is a sentence, of which each could tell the same."""

FEWEST = 2
"""Rows of a list."""


def rows_in_lines(lines: Lines, near: datetime, currency: str) -> list[Payment]:
    """Return the payments of lines that each say when, how much and what became of it; empty for less than a list.

    A page that tells of the same attempt three times over would else be one attempt.
    """
    found = [row for line in lines if (row := _row(line, near, currency)) is not None]
    return found if len(found) >= FEWEST and _are_below_each_other(found) else []


def _row(line: MachineLine, near: datetime, currency: str) -> Payment | None:
    when = best_time([line.text], near)
    if when is None or when.precision not in (Precision.MINUTE, Precision.SECOND):
        return None
    # the time's digits are no amount
    before, said, after = line.text.partition(when.words)
    amount = _only(amounts(after)) or _only(amounts(before))
    if not said or amount is None:
        return None
    rest = " ".join(_without(text, amount) for text in (before, after)).split()
    outcome = outcome_of("".join(rest))
    if not outcome or ems("".join(rest)) > LONGEST_REST or any(char in line.text for char in "，。；！"):
        return None
    text = " ".join(rest)
    facts = EventFacts(
        kind=EventKind.PAYMENT,
        time=event_time(when),
        direction=signed(amount.sign) or direction_of(text),
        amount=amount.value,
        currency=amount.currency or currency,
        outcome=outcome,
        text=text,
        status=EventStatus.SUGGESTED,
    )
    return Payment(facts, (line,), bool(amount.sign), timed=True)


def _only(found: Sequence[Amount]) -> Amount | None:
    return found[0] if len(found) == 1 and found[0].sure else None


def _without(text: str, amount: Amount) -> str:
    """Return a part of a row without its amount, where that stands in it."""
    mine = _only(amounts(text))
    return text[: amount.start] + " " + text[amount.end :] if mine == amount else text


def _are_below_each_other(found: Sequence[Payment]) -> bool:
    """Tell whether rows begin at one edge, within a character."""
    starts = [each.lines[0].region[0] for each in found]
    return max(starts) - min(starts) <= max(each.lines[0].region[3] for each in found)
