"""What a page about a payment says in sentences, whole where they were wrapped. Pure."""

from collections.abc import Sequence

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.layout.figures import whole_amount
from evidence_app.reading.layout.headings import is_furniture
from evidence_app.reading.layout.moments import SOME_DAY
from evidence_app.reading.layout.movements import outcome_line
from evidence_app.reading.layout.rows import bottom, top
from evidence_app.reading.paragraphs import paragraphs
from evidence_app.reading.passages import joined
from evidence_app.reading.when import parse_when

MANY_WORDS = 5
"""Words of a text without commas that is a sentence."""


def sentences(free: Sequence[MachineLine], upper: float, lower: float) -> list[str]:
    """Return the sentences among lines that are no labels or values, and all that is told between two rows.

    Those rows are the end of the headline and the first label below it: what stands there explains the headline.
    """
    found = []
    for block in paragraphs([joined([line]) for line in free]):
        for passage in block:
            between = upper <= top(passage.lines[0]) and bottom(passage.lines[-1]) <= lower
            if _is_sentence(passage.text) or (between and _tells(passage.text)):
                found.append(passage.text)
    return found


def _is_sentence(text: str) -> bool:
    return any(char in text for char in "，。") or len(text.split()) >= MANY_WORDS


def _tells(text: str) -> bool:
    """Tell whether a text is neither a button nor a sum, a time or a step of its own."""
    step = outcome_line(text) and not any(map(str.isdigit, text))
    return not (step or is_furniture(text) or whole_amount(text) or parse_when(text, SOME_DAY))
