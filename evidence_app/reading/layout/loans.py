"""Pages about a loan that was paid out: what came of it is the payment, what was contracted is not. Pure."""

import re

from evidence_app.characters import folded
from evidence_app.domain.events import Outcome
from evidence_app.reading.layout.figures import amounts
from evidence_app.reading.layout.movements import outcome_of
from evidence_app.reading.layout.pairs import TIMES, Pair
from evidence_app.reading.layout.records import Record
from evidence_app.reading.layout.vocabulary import has_any, words
from evidence_app.reading.when import parse_when

_TAIL = re.compile(r"\W.*$")


def is_paid_out(record: Record) -> bool:
    """Tell whether a page about a loan says that, and when, it was paid out."""
    labelled = [(pair.key, folded(pair.label), pair.text) for pair in record.pairs if pair.text]
    timed = any(key in TIMES and label.startswith("放款") for key, label, _ in labelled)
    done = (outcome_of(text) is Outcome.DONE for key, label, text in labelled if key == "status")
    return timed and any(done)


def lent(pair: Pair) -> bool:
    """Tell whether a label names what the contract says was lent: 借款合同金额."""
    return _bare(pair) in words("loans", "contracted")


def arrived_of_loan(record: Record) -> Pair | None:
    """Return what a page about a loan says came of it, the plainest label first; None where none says so.

    Of 8,000 that were contracted 6,800 came: fees held back are known by that.
    """
    if not any(has_any(pair.label, words("loans", "about")) for pair in record.pairs if pair.text):
        return None
    labelled = [pair for pair in record.pairs if pair.lines and amounts(pair.text)]
    found = (pair for word in words("loans", "arrived") for pair in labelled if _bare(pair) == word)
    return next(found, None)


def contracted(record: Record) -> list[str]:
    """Return what was contracted, with its label, where something else is what came."""
    if (arrived := arrived_of_loan(record)) is None:
        return []
    named = [pair for pair in record.pairs if lent(pair) and pair is not arrived and amounts(pair.text)]
    return [f"{pair.label} {pair.text}" for pair in named[:1]]


def paid_out_on(record: Record) -> list[str]:
    """Return when the loan came, where labels of contracts say so (放款日期) and the page says what came."""
    if arrived_of_loan(record) is None:
        return []
    timed = [pair for pair in record.pairs if pair.key == "contract_term" and pair.text]
    return [pair.text for pair in timed if _bare(pair).startswith(words("loans", "paid_out")) and _is_day(pair.text)]


def _is_day(text: str) -> bool:
    return parse_when(text, None) is not None


def _bare(pair: Pair) -> str:
    return _TAIL.sub("", folded(pair.label))
