"""What stands within bubbles and is not said: the time at their end, the name at their top. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.times import HALF_OF_DAY
from evidence_app.reading.layout.areas import SMALL
from evidence_app.reading.layout.boxes import apart, chroma, contrast, median, right
from evidence_app.reading.layout.bubbles import CLEAR, Spoken, reading_order
from evidence_app.reading.layout.clocks import HALF_DAY
from evidence_app.reading.layout.notices import day_half, is_bare_clock, tail_clock, time_words
from evidence_app.reading.layout.quotes import COLOURED
from evidence_app.reading.layout.unseen import is_centred

CLOCKS_INSIDE = 0.6
"""Part of the bubbles that end with a time from which such times are no part of what is said."""


def end_with_clocks(said: Spoken) -> bool:
    """Tell whether the bubbles of this page end with the time at which each was sent."""
    lasts = [tail_clock(reading_order(bubble.lines)[-1].text) for bubble in said.bubbles]
    alone = [
        not text and bool(words) and len(bubble.lines) > 1
        for (text, words), bubble in zip(lasts, said.bubbles, strict=True)
    ]
    if sum(alone) > max(1, len(alone) * CLOCKS_INSIDE):  # nobody writes times in lines of their own all day long
        return True
    ends = [bool(words) for _, words in lasts]
    return (
        bool(ends)
        and sum(ends) >= len(ends) * CLOCKS_INSIDE
        and not any(is_bare_clock(time_words(line.text)) for line in said.loose if is_centred(line.region, said.paper))
    )


def clocks_name_halves(said: Spoken) -> bool:
    """Tell whether the times at the ends of this page's bubbles say which half of the day they are of: 下午2:07.

    One whose half may have been wrapped to the line above tells nothing.
    """
    halves = 0
    for *above, last in (reading_order(bubble.lines) for bubble in said.bubbles):
        text, words = tail_clock(last.text)
        if _has_half(words):
            halves += 1
        elif words and (text or not above or not _HALF_AT_END.search(above[-1].text)):
            halves -= 1
    return halves > 0


def _has_half(words: str) -> bool:
    """Tell whether a time of day has a half of the day of its own: 下午15:20 is a word of the message and a time."""
    half, clock = day_half(words) if words else ("", "")
    return bool(half) and int(re.split(r"\D", clock.strip(), maxsplit=1)[0]) <= HALF_DAY


def has_small_clock(lines: Sequence[MachineLine]) -> bool:
    """Tell whether the last line of a bubble is a time in smaller or fainter letters at its right."""
    if len(lines) < 2:
        return False
    text, words = tail_clock(lines[-1].text)
    others = lines[:-1]
    small = lines[-1].region[3] < median(line.region[3] for line in others) * SMALL
    return (
        not text
        and bool(words)
        and (small or contrast(lines[-1]) < median(contrast(line) for line in others) * CLEAR)
        and right(lines[-1].region) >= max(right(line.region) for line in others) - lines[-1].region[3]
    )


def without_clock(lines: list[MachineLine], name_halves: bool) -> tuple[list[MachineLine], str]:
    """Return lines without the time that they end with; ``name_halves`` is what the times of the page do.

    It tells whose a word before it is: 我今天下午 15:20 ends with it, 已入帳 下午 | 2:07 was wrapped behind it.
    """
    text, words = tail_clock(lines[-1].text)
    if not words:
        return lines, ""
    half, clock = day_half(words)
    if half and not (name_halves and _has_half(words)):
        return [*lines[:-1], replace(lines[-1], text=text + half)], clock
    if text:
        return [*lines[:-1], replace(lines[-1], text=text)], words
    ended = _HALF_AT_END.search(lines[-2].text) if name_halves and not half and len(lines) > 1 else None
    if ended is None or not _has_half(ended[1] + words):
        return lines[:-1], words
    rest = lines[-2].text[: ended.start()].rstrip()
    return [*lines[:-2], *([replace(lines[-2], text=rest)] if rest else [])], ended[1] + words


def without_name(lines: list[MachineLine], outgoing: bool) -> tuple[list[MachineLine], str]:
    """Return lines without the name in a colour of its own that groups show at the top of a bubble."""
    if outgoing or len(lines) < 2 or len(lines[0].text) > 20:
        return lines, ""
    ink, others = lines[0].ink, [line.ink for line in lines[1:]]
    if chroma(ink) < COLOURED or any(chroma(other) > COLOURED / 2 or apart(ink, other) < COLOURED for other in others):
        return lines, ""
    if lines[0].region[3] > median(line.region[3] for line in lines[1:]) * 1.35 or _ADDRESS.search(lines[0].text):
        return lines, ""
    return lines[1:], lines[0].text.strip()


_HALF_AT_END = re.compile(rf"({HALF_OF_DAY})\s*$")

_ADDRESS = re.compile(r"://|www\.")

FULL_STOPS = frozenset("oO0°◦。．.")
_STOP_AS_LETTER = re.compile(r"[\u4e00-\u9fff）)」”]o$")
"""``请尽快还款o``."""


def mended(lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return lines with the full stop that was read as a letter: alone on a line, or after the last character."""
    made = list(lines)
    if len(made) > 1 and made[-1].text in FULL_STOPS:
        made[-1] = replace(made[-1], text="。")
    elif made and _STOP_AS_LETTER.search(made[-1].text):
        made[-1] = replace(made[-1], text=made[-1].text[:-1] + "。")
    return made
