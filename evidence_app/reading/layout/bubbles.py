"""Lines to bubbles: what stands on one area at one side of the page is one message. Pure.

No colour and no length is known beforehand: all is relative to the page and to the height of its lines.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.layout.boxes import (
    apart,
    below,
    beside,
    bottom,
    centre,
    contrast,
    median,
    region_of,
    right,
    rows,
    within,
)
from evidence_app.reading.layout.bubble import ALIGNED, EVEN, Bubble, off_centre
from evidence_app.reading.layout.ladder import Ladder
from evidence_app.reading.layout.sides import beside_portrait, sided, sides_of_names
from evidence_app.reading.layout.unseen import (
    BARE_SIDE,
    CENTRED,
    LEAST_OF_CARD,
    WIDEST,
    are_of_complainant,
    as_paper,
    in_one_column,
    is_aside,
    is_rank,
    on_colour,
)
from evidence_app.reading.passages import around, joined

SMALL = 0.86
"""Of the height of what is said: lines below it are notices, names and times."""

SMALLEST = 0.7
"""Of the height of what is said: lines below it do not even go on with it; heights of short lines are seen badly."""

ALIKE = 0.6
"""Part of one line's difference from its ground that another line's of the same message is at least."""

CLEAR = 0.8
"""Part of the difference between what is said and its ground below which words are something else."""

WIDEST_PADDING = 2.4
"""Lines' heights between the edge of a bubble and its words."""

LOOSEST = 4.0
"""Lines' heights by which the area of a short line is wider than it at the most."""

SLACK = 2.6
"""Lines' heights that a bubble of several lines may be wider than its words need: the word that did not fit."""

BUTTON_GAP = 1.2
"""Lines' heights between two buttons, or a label and its value, at least."""

ENOUGH_ASIDE = 12
"""Characters at the page's sides that tell how high all that is said is."""

SHORT = 3
"""Characters that have no area larger than they need: a time, a portrait's letter."""

NEAR_LINE = 0.75
"""Lines' heights between two lines of one message at the most."""

NEAR_QUOTE = 0.35
"""Lines' heights between a quoted message, set in, and the part of the bubble below it at the most."""


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


IsNotice = Callable[[MachineLine], bool]
"""Tells whether a line is a time, a receipt or something else that nobody says."""


def spoken(lines: Sequence[MachineLine], paper: Region, is_notice: IsNotice) -> Spoken:
    """Return what is said on a page, of which ``lines`` are those between the bars."""
    lines = with_whole_areas(lines)
    areas = _told_apart(lines, paper, is_notice)
    bubbles = [Bubble(panel, tuple(group), quoted=areas.quoted(panel)) for panel, group in areas.said.items()]
    loose = _others([line for line in lines if line.panel not in areas.aside], bubbles)
    lit = _evenly_lit(lines)
    if len(bubbles) < 2 or not lit:  # photographs, and bubbles of the page's own colour
        bubbles, loose = _completed(bubbles, loose, areas.tall, is_notice)
        bubbles += _unseen(loose, bubbles, paper, areas.tall, is_notice)
        loose = _others(loose, bubbles)
    elif coloured := on_colour(loose, bubbles, paper):
        bubbles += _unseen(coloured, bubbles, paper, areas.tall, is_notice)
        loose = _others(loose, bubbles)
    theirs = as_paper(bubbles, loose, paper)
    if lit and (theirs or are_of_complainant(bubbles, paper, areas.tall)):
        aside = [line for line in loose if line.region[0] - paper[0] < paper[2] * BARE_SIDE]
        bubbles += in_one_column(_unseen(aside, bubbles, paper, areas.tall, is_notice), theirs, areas.tall)
        loose = _others(loose, bubbles)
    ladder = Ladder(loose)
    bubbles = [bubble for bubble in bubbles if not _is_button_of(bubble, ladder, paper, is_notice)]
    loose = _others([line for line in lines if line.panel not in areas.aside], bubbles)
    bubbles = [beside_portrait(bubble, areas.portraits) for bubble in bubbles]
    named = sides_of_names(bubbles, loose, areas.tall)
    ordered = sorted(sided(bubbles, paper, lit, named), key=lambda bubble: centre(bubble.region)[1])
    return Spoken(tuple(ordered), tuple(loose), paper, areas.tall, areas.crowded)


Groups = dict[Region, list[MachineLine]]
"""Lines by the area that they stand on."""


@dataclass(frozen=True, slots=True)
class _Areas:
    """``said`` are areas of bubbles, ``nested`` those in another one, ``beside_others`` those in a row."""

    groups: Groups
    said: Groups
    nested: dict[Region, Region]
    portraits: set[Region]
    beside_others: set[Region]
    crowded: tuple[MachineLine, ...]
    tall: float

    @property
    def aside(self) -> set[Region]:
        """The areas in which nothing is said."""
        return self.portraits | self.beside_others

    def quoted(self, panel: Region) -> tuple[MachineLine, ...]:
        """Return the lines of the areas in a bubble's."""
        return tuple(line for inner, outer in self.nested.items() if outer == panel for line in self.groups[inner])


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


def _told_apart(lines: Sequence[MachineLine], paper: Region, is_notice: IsNotice) -> _Areas:
    """Return the areas that may be bubbles, without those that are something else."""
    groups = _by_panel(lines)
    seen = {
        panel: group
        for panel, group in groups.items()
        if _may_be_bubble(panel, group, paper) and not _is_lost_in(panel, group, is_notice)
    }
    worded = [panel for panel, group in groups.items() if not all(is_notice(line) for line in group)]
    nested = {panel: outer for panel in worded if (outer := _outer(panel, seen))}
    outermost = {panel: group for panel, group in seen.items() if panel not in nested}
    words = [line for line in lines if not is_notice(line)]
    portraits = {panel for panel, group in outermost.items() if is_portrait(panel, joined(group).text, words, paper)}
    portraits |= {panel for panel, group in outermost.items() if _is_again(panel, group, portraits, groups)}
    crowded = {panel for panel in outermost if panel not in portraits and _is_crowded(panel, outermost, portraits)}
    kept = {panel: group for panel, group in outermost.items() if panel not in portraits | crowded}
    columns = _columns(kept, paper)
    tall = _height(kept, lines, paper)
    said = {
        p: group
        for p, group in kept.items()
        if p[3] >= tall
        and not _is_pill(p, group, paper, columns, tall, is_notice)  # a badge is lower than what is said
    }
    crowd = tuple(line for panel in crowded for line in groups[panel])
    return _Areas(groups, said, nested, portraits, crowded, crowd, tall)


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


def _by_panel(lines: Sequence[MachineLine]) -> Groups:
    groups: Groups = {}
    for line in lines:
        if line.panel is not None:
            groups.setdefault(line.panel, []).append(line)
    return groups


def with_whole_areas(lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return lines whose areas are whole: parts side by side, of the same rows, are one that fades from end to end."""
    panels = sorted({line.panel for line in lines if line.panel})
    whole: dict[Region, Region] = {}
    for panel in panels:
        parts = [other for other in panels if other != panel and _touch(panel, other)]
        whole[panel] = around([panel, *parts]) if len(parts) == 1 else panel
    return [_on(line, whole) for line in lines]


def _on(line: MachineLine, whole: Mapping[Region, Region]) -> MachineLine:
    return replace(line, panel=whole[line.panel]) if line.panel and whole[line.panel] != line.panel else line


def _touch(one: Region, other: Region) -> bool:
    """Tell whether two areas have the same rows and nothing lies between them."""
    reach = 0.04 * min(one[3], other[3])
    rows_alike = abs(one[1] - other[1]) <= reach and abs(bottom(one) - bottom(other)) <= reach
    return rows_alike and max(one[0], other[0]) - min(right(one), right(other)) <= reach


def _may_be_bubble(panel: Region, group: Sequence[MachineLine], paper: Region) -> bool:
    """Tell whether an area holds its lines as a bubble does: narrower than the page, not much larger than its words."""
    if panel[2] > paper[2] * WIDEST or any(within(line.region, panel) < 0.6 for line in group):
        return False
    words, tall = region_of(group), median(line.region[3] for line in group)
    if words[1] - panel[1] > tall * WIDEST_PADDING * 2 or bottom(panel) - bottom(words) > tall * WIDEST_PADDING * 2:
        return False
    return abs(words[0] - panel[0]) <= tall * WIDEST_PADDING * 2


def _is_lost_in(panel: Region, group: Sequence[MachineLine], is_notice: IsNotice) -> bool:
    """Tell whether a time or a portrait's letter stands alone in an area too large for it: part of a wallpaper."""
    line = group[0]
    if len(group) > 1 or not (is_notice(line) or len(line.text) < SHORT):
        return False
    return panel[3] > line.region[3] * WIDEST_PADDING * 1.5 or panel[2] > line.region[2] + line.region[3] * LOOSEST


def hugs(bubble: Bubble) -> bool:
    """Tell whether a bubble is no larger than its words need."""
    words = region_of((*bubble.lines, *bubble.quoted))
    tall = median(line.region[3] for line in bubble.lines)
    before, after = words[0] - bubble.region[0], right(bubble.region) - right(words)
    return before <= tall * WIDEST_PADDING and after - before <= tall * SLACK


def _outer(panel: Region, seen: Groups) -> Region | None:
    """Return the bubble that an area lies in, or whose upper part it is, set in on both sides, if there is one."""
    holding = [other for other in seen if other != panel and _holds(other, panel, seen[other][0].region[3])]
    return min(holding, key=lambda other: other[2] * other[3], default=None)


def _holds(outer: Region, panel: Region, tall: float) -> bool:
    if within(panel, outer) > 0.9:
        return outer[2] * outer[3] > panel[2] * panel[3]
    set_in = panel[0] - outer[0] > tall * 0.15 and right(outer) - right(panel) > tall * 0.15
    return set_in and panel[1] < outer[1] and -panel[3] < outer[1] - bottom(panel) < tall * NEAR_QUOTE


def is_portrait(region: Region, text: str, inner: Sequence[MachineLine], paper: Region) -> bool:
    """Tell whether an area is the picture of somebody: small, nearly square, outside of what is said beside it."""
    if not 0.5 <= region[2] / region[3] <= 2 or region[2] > paper[2] * 0.2 or len(text) > 4:
        return False
    near_left = centre(region)[0] < centre(paper)[0]
    return any(
        beside(region, line.region) > 0.4
        and (line.region[0] >= right(region) if near_left else right(line.region) <= region[0])
        for line in inner
    )


def _is_again(panel: Region, group: Sequence[MachineLine], portraits: Collection[Region], groups: Groups) -> bool:
    """Tell whether an area is a portrait that stands in its column once more, beside a picture or a voice message."""
    if len(group) > 1 or len(group[0].text) >= SHORT:
        return False
    reach = group[0].region[3] * ALIGNED
    return any(
        abs(panel[0] - other[0]) <= reach
        and groups[other][0].text == group[0].text
        and apart(groups[other][0].ground, group[0].ground) <= EVEN * 2
        for other in portraits
    )


def _is_crowded(panel: Region, others: Groups, portraits: set[Region]) -> bool:
    """Tell whether another area of words stands in the same rows: buttons and cards do, what is said never."""
    return any(
        other != panel and other not in portraits and beside(panel, other) > 0.5 and within(panel, other) == 0
        for other in others
    )


def _height(kept: Groups, lines: Sequence[MachineLine], paper: Region) -> float:
    """Return how high lines are in which something is said: at a side, where enough is, else in several rows."""
    aside = [line for panel, group in kept.items() if is_aside(panel, paper) for line in group]
    if sum(len(line.text) for line in aside) < ENOUGH_ASIDE:
        aside += [
            line
            for panel, group in kept.items()
            if not is_aside(panel, paper) and len(rows(group)) > 1
            for line in group
        ]
    heights = [line.region[3] for line in aside or lines for _ in line.text]  # long lines are measured best
    return median(heights, 1.0)


def _columns(kept: Groups, paper: Region) -> list[Region]:
    """Return areas that are no notices, which begin and end in columns: at one side, or of several rows."""
    return [panel for panel, group in kept.items() if is_aside(panel, paper) or len(rows(group)) > 1]


def _is_pill(
    panel: Region,
    group: Sequence[MachineLine],
    paper: Region,
    columns: Sequence[Region],
    tall: float,
    is_notice: IsNotice,
) -> bool:
    """Tell whether an area is a notice in the middle: its words are, and what is said begins and ends elsewhere.

    Notices stand closer to their edge than what is said, or are written smaller.
    """
    if any(is_aside(region, paper) for region in (panel, *(line.region for line in group))):
        return False
    reach = group[0].region[3] * ALIGNED
    in_line = any(
        abs(panel[0] - other[0]) <= reach or abs(right(panel) - right(other)) <= reach
        for other in columns
        if other != panel
    )
    if panel[3] > (len(rows(group)) + 1) * group[0].region[3]:
        return not in_line and fmean(line.region[3] for line in group) < tall * SMALL
    return all(is_notice(line) for line in group) or not in_line


def _evenly_lit(lines: Sequence[MachineLine]) -> bool:
    """Tell whether the picture is a screenshot: what lies far apart on one area has the very same colour."""
    groups = [group for group in _by_panel(lines).values() if len(group) > 1]
    if not groups:
        return True
    largest = max(groups, key=lambda group: region_of(group)[3])
    colours = {line.ground for line in largest if line.ground}
    return max((apart(one, other) for one in colours for other in colours), default=0) <= EVEN


def _completed(
    bubbles: Sequence[Bubble], loose: Sequence[MachineLine], tall: float, is_notice: IsNotice
) -> tuple[list[Bubble], list[MachineLine]]:
    """Return bubbles with the lines that go on with them and whose area was not seen, and the other loose lines."""
    whole, rest = list(bubbles), []
    for line in loose:
        fits = (index for index, bubble in enumerate(whole) if _touches(bubble, line, tall))
        index = None if is_notice(line) or line.region[3] < tall * SMALLEST else next(fits, None)
        if index is None:
            rest.append(line)
        else:
            lines = tuple(reading_order((*whole[index].lines, line)))
            region = around([whole[index].region, line.region])
            whole[index] = replace(whole[index], lines=lines, region=region, panelled=False)
    return whole, rest


def _touches(bubble: Bubble, line: MachineLine, tall: float) -> bool:
    """Tell whether a line is the next one of a bubble, or the one before and not a name, which is small and faint."""
    lines = reading_order(bubble.lines)
    if line.region[1] > lines[-1].region[1]:
        return _goes_on(lines, line)
    is_name = line.region[3] < tall * SMALL or contrast(line) < contrast(lines[0]) * CLEAR
    return line.region[1] < lines[0].region[1] and not is_name and _goes_on([line], lines[0])


def _unseen(
    loose: Sequence[MachineLine], bubbles: Sequence[Bubble], paper: Region, tall: float, is_notice: IsNotice
) -> list[Bubble]:
    """Return what is said in areas that were not seen, from how lines stand."""
    clear = _clear(loose, bubbles)
    said = [
        line
        for line in loose
        if not is_notice(line)
        and line.region[3] >= tall * SMALLEST
        and contrast(line) >= clear * ALIKE
        and not any(beside(line.region, bubble.region) > 0.5 for bubble in bubbles)
        and not is_portrait(line.region, line.text, loose, paper)
        and not is_rank(line, loose, tall)
        and not (len(line.text) < 3 and line.region[3] > tall * 1.5)  # a portrait seen as a letter
        and (len(line.text) > 1 or line.text.isalnum() or line.text in "?!\uff1f\uff01")  # an icon seen as a sign
    ]
    ladder = Ladder(said)
    said = [line for line in said if not _is_button(line, ladder)]
    groups = _grouped(said, tall)
    placed = {region_of(group): group for group in groups}
    columns = _columns(placed, paper)
    return [
        Bubble(region, tuple(group), panelled=False)
        for region, group in placed.items()
        if not _is_pill(region, group, paper, columns, tall, is_notice)
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
    if line.region[1] - bottom(last) > tall * NEAR_LINE or not 0.7 < line.region[3] / last[3] < 1.4:
        return False
    if min(contrast(line), contrast(group[-1])) < max(contrast(line), contrast(group[-1])) * ALIKE:
        return False
    return abs(line.region[0] - min(each.region[0] for each in group[-2:])) <= tall * ALIGNED * 1.6


def reading_order(lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return a message's lines as they are read: what was seen in two boxes of one row from left to right."""
    return [line for row in rows(lines) for line in row]
