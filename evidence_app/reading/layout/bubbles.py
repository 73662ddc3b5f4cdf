"""Lines to bubbles: what stands on one area at one side of the page is one message. Pure.

No colour and no length is known beforehand: all is relative to the page and to the height of its lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.layout.areas import (
    SMALL,
    WIDEST_PADDING,
    IsNotice,
    Look,
    by_panel,
    columns_of,
    is_pill,
    is_portrait,
    told_apart,
    with_whole_areas,
)
from evidence_app.reading.layout.boxes import (
    apart,
    below,
    beside,
    bottom,
    centre,
    chroma,
    contrast,
    median,
    region_of,
    right,
    rows,
)
from evidence_app.reading.layout.bubble import ALIGNED, EVEN, Bubble, off_centre
from evidence_app.reading.layout.ladder import Ladder
from evidence_app.reading.layout.sides import beside_portrait, sided, sides_of_names
from evidence_app.reading.layout.unseen import (
    BARE_SIDE,
    CENTRED,
    LEAST_OF_CARD,
    as_paper,
    ends_as_mine,
    in_one_column,
    is_rank,
    of_complainant,
    on_colour,
)
from evidence_app.reading.passages import around

SMALLEST = 0.7
"""Of the height of what is said: lines below it do not even go on with it; heights of short lines are seen badly."""

ALIKE = 0.6
"""Part of one line's difference from its ground that another line's of the same message is at least."""

CLEAR = 0.8
"""Part of the difference between what is said and its ground below which words are something else."""


SLACK = 2.6
"""Lines' heights that a bubble of several lines may be wider than its words need: the word that did not fit."""

BUTTON_GAP = 1.2
"""Lines' heights between two buttons, or a label and its value, at least."""


SHORT_LINE, HIGHEST_SHORT = 2, 1.6
"""Characters of a line whose box is seen badly; how much higher than its neighbour that may be."""

NEAR_LINE = 0.75
"""Lines' heights between two lines of one message at the most."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said on a page, from top to bottom, and the other lines.

    ``paper`` is the page in the picture: all of it but on photographs. ``tall`` is the height of what is said.
    ``crowded`` are lines of areas that stand side by side, as bubbles never do.
    """

    bubbles: tuple[Bubble, ...]
    loose: tuple[MachineLine, ...]
    paper: Region
    tall: float
    crowded: tuple[MachineLine, ...] = ()


def spoken(lines: Sequence[MachineLine], paper: Region, is_notice: IsNotice) -> Spoken:
    """Return what is said on a page, of which ``lines`` are those between the bars."""
    lines = with_whole_areas(lines)
    areas = told_apart(lines, paper, is_notice)
    look = Look(paper, areas.tall, is_notice)
    bubbles = [Bubble(panel, tuple(group), quoted=areas.quoted(panel)) for panel, group in areas.said.items()]
    loose = _others([line for line in lines if line.panel not in areas.aside], bubbles)
    lit = _evenly_lit(lines)
    if len(bubbles) < 2 or not lit:  # photographs, and bubbles of the page's own colour
        bubbles, loose = _completed(bubbles, loose, look)
        bubbles += _unseen(loose, bubbles, look)
        loose = _others(loose, bubbles)
    elif coloured := on_colour(loose, bubbles, paper):
        bubbles += _unseen(coloured, bubbles, look)
        loose = _others(loose, bubbles)
    if lit and (fading := ends_as_mine(loose, bubbles, areas.tall, paper)):
        bubbles += [replace(each, outgoing=True, sure=True) for each in _unseen(fading, bubbles, look)]
        loose = _others(loose, bubbles)
    theirs, mine = as_paper(bubbles, loose, paper), of_complainant(bubbles, paper, areas.tall)
    if lit and (theirs or mine):
        bubbles = [replace(each, outgoing=True, sure=True) if each in mine else each for each in bubbles]
        aside = [line for line in loose if line.region[0] - paper[0] < paper[2] * BARE_SIDE]
        bubbles += in_one_column(_unseen(aside, bubbles, look), theirs, areas.tall)
        loose = _others(loose, bubbles)
    ladder = Ladder(loose)
    bubbles = [bubble for bubble in bubbles if not _is_button_of(bubble, ladder, paper, is_notice)]
    loose = _others([line for line in lines if line.panel not in areas.aside], bubbles)
    bubbles = [beside_portrait(bubble, areas.portraits) for bubble in bubbles]
    named = sides_of_names(bubbles, loose, areas.tall)
    ordered = sorted(sided(bubbles, paper, lit, named), key=lambda bubble: centre(bubble.region)[1])
    return Spoken(tuple(ordered), tuple(loose), paper, areas.tall, areas.crowded)


def _names_one(line: MachineLine, bubbles: Sequence[Bubble], tall: float) -> bool:
    """Tell whether a line is the name right above a bubble: fainter than its words, and beginning where it does."""
    return any(
        bubble.panelled
        and -tall / 4 < bubble.region[1] - bottom(line.region) < tall
        and abs(line.region[0] - bubble.region[0]) < tall
        and contrast(line) < contrast(bubble.lines[0])
        for bubble in bubbles
    )


def _is_button_of(bubble: Bubble, loose: Ladder, paper: Region, is_notice: IsNotice) -> bool:
    """Tell whether an area is the button of a card, or of two one of which is chosen: words stand beside it.

    Those of a card in several rows, those of two buttons so that both are in the page's middle.
    """
    tall = bubble.lines[0].region[3]
    if not bubble.panelled or len(rows(bubble.lines)) > 1:
        return False
    others = [line for line in loose.between(bubble.region[1], bottom(bubble.region)) if not is_notice(line)]
    row = [line.region for line in others if beside(line.region, bubble.region) > 0.5]
    if len(row) == 1 and abs(off_centre(around([bubble.region, *row]), paper)) < CENTRED / 2:
        return row[0][3] > tall * SMALL and below(row[0], bubble.region) == 0
    region = bubble.region[0], bubble.region[1] - round(tall), bubble.region[2], bubble.region[3] + round(tall) * 2
    aside = [
        line
        for line in loose.between(region[1], bottom(region))
        if beside(line.region, region) > 0.5 and below(line.region, region) == 0 and len(line.text) >= LEAST_OF_CARD
    ]
    return len(rows([line for line in aside if not is_notice(line)])) > 1


def _others(lines: Sequence[MachineLine], bubbles: Sequence[Bubble]) -> list[MachineLine]:
    """Return the lines that are in none of the bubbles."""
    taken = {id(line) for bubble in bubbles for line in (*bubble.lines, *bubble.quoted)}
    return [line for line in lines if id(line) not in taken]


def paper_of(lines: Sequence[MachineLine], size: tuple[int, int]) -> Region:
    """Return where a page lies in a picture of this width and height: on photographs as far as its widest area."""
    regions = [region for line in lines for region in (line.region, line.panel) if region]
    if not regions:
        return 0, 0, *size
    left, end = min(region[0] for region in regions), max(right(region) for region in regions)
    widest = max(regions, key=lambda region: region[2])
    if widest[2] < (end - left) * 0.9 or widest[2] < size[0] * 0.5:
        return 0, 0, *size
    return widest[0], 0, widest[2], size[1]


def hugs(bubble: Bubble) -> bool:
    """Tell whether a bubble is no larger than its words need."""
    words = region_of((*bubble.lines, *bubble.quoted))
    tall = median(line.region[3] for line in bubble.lines)
    before, after = words[0] - bubble.region[0], right(bubble.region) - right(words)
    return before <= tall * WIDEST_PADDING and after - before <= tall * SLACK


def _evenly_lit(lines: Sequence[MachineLine]) -> bool:
    """Tell whether the picture is a screenshot: what lies far apart on one area has the very same colour."""
    groups = [group for group in by_panel(lines).values() if len(group) > 1]
    if not groups:
        return True
    largest = max(groups, key=lambda group: region_of(group)[3])
    colours = {line.ground for line in largest if line.ground}
    return max((apart(one, other) for one in colours for other in colours), default=0) <= EVEN


def _completed(
    bubbles: Sequence[Bubble], loose: Sequence[MachineLine], look: Look
) -> tuple[list[Bubble], list[MachineLine]]:
    """Return bubbles with the lines that go on with them and whose area was not seen, and the other loose lines."""
    whole, rest = list(bubbles), []
    for line in loose:
        fits = (index for index, bubble in enumerate(whole) if _touches(bubble, line, look.tall))
        beneath = look.is_notice(line) or line.region[3] < look.tall * SMALLEST or _has_badge(line, loose)
        index = None if beneath else next(fits, None)
        if index is None:
            rest.append(line)
        else:
            lines = tuple(reading_order((*whole[index].lines, line)))
            region = around([whole[index].region, line.region])
            whole[index] = replace(whole[index], lines=lines, region=region, panelled=False)
    return whole, rest


def _has_badge(line: MachineLine, loose: Sequence[MachineLine]) -> bool:
    """Tell whether a coloured word stands close before a line: 客服 in front of a name."""
    return any(
        -0.5 < (line.region[0] - right(other.region)) / line.region[3] < BADGE_GAP
        and beside(line.region, other.region) > 0.5
        and len(other.text) < LEAST_OF_CARD
        and chroma(other.ink) > BADGE_CHROMA
        for other in loose
        if other is not line
    )


BADGE_GAP, BADGE_CHROMA = 1.5, 60
"""Lines' heights between a badge and the name behind it at the most; of 255: how far from grey a badge is at least."""


def _touches(bubble: Bubble, line: MachineLine, tall: float) -> bool:
    """Tell whether a line is the next one of a bubble, or the one before and not a name, which is small and faint."""
    lines = reading_order(bubble.lines)
    if line.region[1] > lines[-1].region[1]:
        return _goes_on(lines, line)
    is_name = line.region[3] < tall * SMALL or contrast(line) < contrast(lines[0]) * CLEAR
    return line.region[1] < lines[0].region[1] and not is_name and _goes_on([line], lines[0])


def _unseen(loose: Sequence[MachineLine], bubbles: Sequence[Bubble], look: Look) -> list[Bubble]:
    """Return what is said in areas that were not seen, from how lines stand."""
    clear, tall = _clear(loose, bubbles), look.tall
    said = [
        line
        for line in loose
        if not look.is_notice(line)
        and line.region[3] >= tall * SMALLEST
        and contrast(line) >= clear * ALIKE
        and not any(beside(line.region, bubble.region) > 0.5 for bubble in bubbles)
        and not _names_one(line, bubbles, tall)
        and not _has_badge(line, loose)
        and not is_portrait(line.region, line.text, loose, look.paper)
        and not is_rank(line, loose, tall)
        and not (len(line.text) < 3 and line.region[3] > tall * 1.5)  # a portrait seen as a letter
        and (len(line.text) > 1 or line.text.isalnum() or line.text in "?!\uff1f\uff01")  # an icon seen as a sign
    ]
    ladder = Ladder(said)
    said = [line for line in said if not _is_button(line, ladder)]
    groups = _grouped(said, tall)
    placed = {region_of(group): group for group in groups}
    columns = columns_of(placed, look.paper)
    return [
        Bubble(region, tuple(group), panelled=False)
        for region, group in placed.items()
        if not is_pill(region, group, columns, look)
    ]


def _grouped(said: Sequence[MachineLine], tall: float) -> list[list[MachineLine]]:
    """Return lines in groups that go on with each other, those too small to begin one left out."""
    groups: list[list[MachineLine]] = []
    growing: list[list[MachineLine]] = []
    furthest = max((line.region[3] for line in said), default=0) * (NEAR_LINE + 1)
    for line in sorted(said, key=lambda line: centre(line.region)[1]):
        growing = [group for group in growing if bottom(group[-1].region) >= line.region[1] - furthest]
        home = next((group for group in reversed(growing) if _goes_on(group, line)), None)
        if home is not None:
            home.append(line)
        elif line.region[3] >= tall * (SMALL_LATIN if _is_latin(line.text) else SMALL):
            groups.append([line])
            growing.append(groups[-1])
    return groups


SMALL_LATIN = 0.8
"""Of the height of what is said: a line of Latin letters none of which goes below the others is lower than it."""


def _is_latin(text: str) -> bool:
    return len(text) > LONG_LATIN and text.isascii()


LONG_LATIN = 12
"""Characters from which words are no name."""


def _clear(loose: Sequence[MachineLine], bubbles: Sequence[Bubble]) -> float:
    """Return how much words that are said differ from their ground, of 255: names may be many, bubbles hold none."""
    among = sorted(contrast(line) for line in loose)[len(loose) * 3 // 4] if loose else 0
    return max(among, median(contrast(line) for bubble in bubbles for line in bubble.lines))


def _is_button(line: MachineLine, others: Ladder) -> bool:
    """Tell whether something else stands far beside a line: buttons, labels and values do, what is said never."""
    gaps = (
        max(other.region[0] - right(line.region), line.region[0] - right(other.region))
        for other in others.between(line.region[1], bottom(line.region))
        if other is not line and beside(other.region, line.region) > 0.5
    )
    return any(gap > line.region[3] * BUTTON_GAP for gap in gaps)


def _goes_on(group: Sequence[MachineLine], line: MachineLine) -> bool:
    """Tell whether a line is the next one of a message."""
    last = group[-1].region
    tall = min(last[3], line.region[3])
    highest = HIGHEST_SHORT if min(len(line.text), len(group[-1].text)) <= SHORT_LINE else 1.4
    if line.region[1] - bottom(last) > tall * NEAR_LINE or not 1 / highest < line.region[3] / last[3] < highest:
        return False
    if min(contrast(line), contrast(group[-1])) < max(contrast(line), contrast(group[-1])) * ALIKE:
        return False
    return abs(line.region[0] - min(each.region[0] for each in group[-2:])) <= tall * ALIGNED * 1.6


def reading_order(lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return a message's lines as they are read: what was seen in two boxes of one row from left to right."""
    return [line for row in rows(lines) for line in row]
