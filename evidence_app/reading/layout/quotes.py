"""Messages that are quoted by what answers them, which nobody says once more. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.layout.areas import SMALL
from evidence_app.reading.layout.boxes import apart, bottom, contrast, median, right
from evidence_app.reading.layout.bubble import ALIGNED, Bubble
from evidence_app.reading.layout.bubbles import Spoken, reading_order

FAINT = 0.65
"""Part of the usual difference between words and their ground below which words are faint."""

COLOURED = 60
"""Of 255: how far from grey a name inside a bubble is, and from the colour of what is said."""

SET_IN = 0.2
"""Lines' heights by which a quoted message begins further right than what answers it, at least."""

FAINTER, CLEARLY_FAINTER = 0.9, 0.8
"""Part of the difference between what is said and its ground below which quoted words are fainter, and clearly so."""

LATIN = 0.82
"""Of a line's height: how high it seems where it holds only Latin letters and figures."""

BARELY_LARGER = 1.15
"""Of what is said: how high short quoted words may seem that are clearly fainter."""


def without_quotes(said: Spoken) -> list[Bubble]:
    """Return the bubbles that are no quotes: faint or small words in an area right below the message that answers."""
    kept: list[Bubble] = []
    clear = median(contrast_of(bubble) for bubble in said.bubbles)
    waiting: Bubble | None = None
    for bubble in said.bubbles:
        if _is_answered(bubble, said, clear):
            waiting = bubble
        elif waiting is not None:
            kept.append(replace(bubble, quoted=(*bubble.quoted, *waiting.lines)))
            waiting = None
        elif kept and _is_quote(bubble, kept[-1], said.tall, clear):
            kept[-1] = replace(kept[-1], quoted=(*kept[-1].quoted, *bubble.lines))
        else:
            kept.append(bubble)
    return [*kept, waiting] if waiting is not None else kept


_ANSWERS = re.compile(r"\W*.{0,20}(?:回[覆复應应]了.{1,24}|replied to .{1,24})\W*", re.IGNORECASE)
"""``你回覆了好付錢包``: what stands above the message that is answered."""


def _is_answered(bubble: Bubble, said: Spoken, clear: float) -> bool:
    """Tell whether a bubble is the message that the next one answers: faint, right below words that say so."""
    return contrast_of(bubble) < clear * FAINT and any(
        _ANSWERS.fullmatch(line.text) and 0 <= bubble.region[1] - bottom(line.region) < said.tall * 1.5
        for line in said.loose
    )


def _is_quote(bubble: Bubble, above: Bubble, tall: float, clear: float) -> bool:
    text = reading_order(bubble.lines)[0].text
    small = max(line.region[3] for line in bubble.lines) < tall * SMALL
    named = re.match(r"^[^:\uff1a]{1,20}[:\uff1a]", text) is not None
    near = bubble.region[1] - bottom(above.region) < tall
    edges = abs(bubble.region[0] - above.region[0]), abs(right(bubble.region) - right(above.region))
    return named and near and (small or contrast_of(bubble) < clear * FAINT) and min(edges) < tall * ALIGNED


def contrast_of(bubble: Bubble) -> float:
    """Return how much the words of a bubble differ from it, of 255."""
    return median(contrast(line) for line in bubble.lines)


def without_answered(lines: list[MachineLine]) -> list[MachineLine]:
    """Return lines without a quoted message above them that is told by a bar: set in, and written otherwise."""
    for count in range(len(lines) - 1, 0, -1):
        quote, own = lines[:count], lines[count:]
        edge, tall = min(line.region[0] for line in own), median(line.region[3] for line in own)
        whole = count > 1 or _QUOTED.match(quote[0].text) or _is_clearly_fainter(quote, own)
        if whole and all(line.region[0] > edge + tall * SET_IN for line in quote) and _is_otherwise(quote, own):
            return own
    return lines


def _is_clearly_fainter(quote: Sequence[MachineLine], own: Sequence[MachineLine]) -> bool:
    return max(map(contrast, quote)) < min(map(contrast, own)) * CLEARLY_FAINTER


_QUOTED = re.compile(r"[^：:，。]{1,12}[：:]\s?\S")
"""客服：请您耐心等待: a quoted message of one line, with who said it."""


def _is_otherwise(quote: Sequence[MachineLine], own: Sequence[MachineLine]) -> bool:
    """Tell whether a quoted message has another colour than what answers it, or is fainter and no larger."""
    if apart(quote[0].ink, own[-1].ink) > COLOURED:
        return True
    clear, tall = (
        min(map(contrast, own)),
        median(line.region[3] / (LATIN if line.text.isascii() else 1) for line in own),
    )
    longest = max(quote, key=lambda line: len(line.text))  # short lines are measured too high
    palest = max(map(contrast, quote))
    return (longest.region[3] < tall and palest < clear * FAINTER) or (
        longest.region[3] < tall * BARELY_LARGER and palest < clear * CLEARLY_FAINTER
    )
