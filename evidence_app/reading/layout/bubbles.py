"""Lines to bubbles: what stands on one area at one side of the page is one message. Pure.

No colour and no length is known beforehand: all is relative to the page and to the height of its lines.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.reading.layout.boxes import (
    apart,
    beside,
    bottom,
    centre,
    chroma,
    contrast,
    median,
    region_of,
    right,
    rows,
    within,
)
from evidence_app.reading.layout.ladder import Ladder
from evidence_app.reading.passages import around, joined

WIDEST = 0.88
"""Of the page's width: what is wider is a card or the page itself."""

CENTRED = 0.045
"""Of the page's width: how far a notice's middle may lie from the page's."""

CLEARLY = 0.07
"""Of the page's width: how far from its middle what is said stands at least, if that alone tells its side."""

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

SLACK = 2.6
"""Lines' heights that a bubble of several lines may be wider than its words need: the word that did not fit."""

SAME_COLOUR = 14
"""Of 255: how far the colours of one side's bubbles lie apart at the most."""

COLOURFUL = 20
"""Of 255: how much further from grey one side's colour is than the other's if that tells whose it is."""

EVEN = 3
"""Of 255: how far colours that are meant to be the same lie apart on a screenshot; on a photograph further."""

PORTRAIT_BESIDE = 0.6
"""Part of a portrait's height, or of a flat bubble's, that stands in the rows of what its person says."""

BUTTON_GAP = 1.2
"""Lines' heights between two buttons, or a label and its value, at least."""

NEAR_LINE = 0.75
"""Lines' heights between two lines of one message at the most."""

NEAR_QUOTE = 0.35
"""Lines' heights between a quoted message, set in, and the part of the bubble below it at the most."""

FLUSH = 0.1
"""Lines' heights by which edges that are the same differ at the most."""

ALIGNED = 0.45
"""Lines' heights by which the edges of what is aligned differ at the most."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """What one side said at once. ``panelled`` tells whether its area was seen, or guessed from how its lines stand.

    ``outgoing`` tells the side; ``sure`` whether place or colour say so clearly. ``quoted`` are lines of another
    message that it answers.
    """

    region: Region
    lines: tuple[MachineLine, ...]
    outgoing: bool = False
    sure: bool = False
    panelled: bool = True
    quoted: tuple[MachineLine, ...] = ()

    @property
    def ground(self) -> Colour | None:
        """The colour of its area."""
        return self.lines[0].ground


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
    areas = _told_apart(lines, paper, is_notice)
    bubbles = [Bubble(panel, tuple(group), quoted=areas.quoted(panel)) for panel, group in areas.said.items()]
    loose = _others([line for line in lines if line.panel not in areas.aside], bubbles)
    lit = _evenly_lit(lines)
    if len(bubbles) < 2 or not lit:  # photographs, and bubbles of the page's own colour
        bubbles, loose = _completed(bubbles, loose, areas.tall, is_notice)
        bubbles += _unseen(loose, bubbles, paper, areas.tall, is_notice)
        loose = _others(loose, bubbles)
    bubbles = [_beside_portrait(bubble, areas.portraits) for bubble in bubbles]
    ordered = sorted(_sided(bubbles, paper, lit), key=lambda bubble: centre(bubble.region)[1])
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


def _told_apart(lines: Sequence[MachineLine], paper: Region, is_notice: IsNotice) -> _Areas:
    """Return the areas that may be bubbles, without those that are something else."""
    groups = _by_panel(lines)
    seen = {panel: group for panel, group in groups.items() if _may_be_bubble(panel, group, paper)}
    worded = [panel for panel, group in groups.items() if not all(is_notice(line) for line in group)]
    nested = {panel: outer for panel in worded if (outer := _outer(panel, seen))}
    outermost = {panel: group for panel, group in seen.items() if panel not in nested}
    words = [line for line in lines if not is_notice(line)]
    portraits = {panel for panel, group in outermost.items() if is_portrait(panel, joined(group).text, words, paper)}
    crowded = {panel for panel in outermost if panel not in portraits and _is_crowded(panel, outermost, portraits)}
    kept = {panel: group for panel, group in outermost.items() if panel not in portraits | crowded}
    columns = _columns(kept, paper)
    said = {panel: group for panel, group in kept.items() if not _is_pill(panel, group, paper, columns, is_notice)}
    crowd = tuple(line for panel in crowded for line in groups[panel])
    return _Areas(groups, said, nested, portraits, crowded, crowd, _height(kept, lines, paper))


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


def _may_be_bubble(panel: Region, group: Sequence[MachineLine], paper: Region) -> bool:
    """Tell whether an area holds its lines as a bubble does: narrower than the page, not much larger than its words."""
    if panel[2] > paper[2] * WIDEST or any(within(line.region, panel) < 0.6 for line in group):
        return False
    words, tall = region_of(group), median(line.region[3] for line in group)
    if words[1] - panel[1] > tall * WIDEST_PADDING * 2 or bottom(panel) - bottom(words) > tall * WIDEST_PADDING * 2:
        return False
    return abs(words[0] - panel[0]) <= tall * WIDEST_PADDING * 2


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


def _is_crowded(panel: Region, others: Groups, portraits: set[Region]) -> bool:
    """Tell whether another area of words stands in the same rows: buttons and cards do, what is said never."""
    return any(
        other != panel and other not in portraits and beside(panel, other) > 0.5 and within(panel, other) == 0
        for other in others
    )


def _height(kept: Groups, lines: Sequence[MachineLine], paper: Region) -> float:
    """Return how high lines are in which something is said."""
    aside = [
        line
        for panel, group in kept.items()
        if abs(_off_centre(panel, paper)) > CENTRED or len(rows(group)) > 1
        for line in group
    ]
    heights = [line.region[3] for line in aside or lines for _ in line.text]  # long lines are measured best
    return median(heights, 1.0)


def _off_centre(region: Region, paper: Region) -> float:
    """Return how far right of the page's middle a region's middle is, in parts of the page's width."""
    return (centre(region)[0] - centre(paper)[0]) / paper[2]


Edges = tuple[list[int], list[int]]


def _columns(kept: Groups, paper: Region) -> Edges:
    """Return where areas begin and end that are no notices: at one side, or of several rows."""
    said = [panel for panel, group in kept.items() if abs(_off_centre(panel, paper)) > CENTRED or len(rows(group)) > 1]
    return [panel[0] for panel in said], [right(panel) for panel in said]


def _is_pill(panel: Region, group: Sequence[MachineLine], paper: Region, columns: Edges, is_notice: IsNotice) -> bool:
    """Tell whether an area is a notice in the middle: its words are, and what is said begins and ends elsewhere."""
    if any(abs(_off_centre(region, paper)) > CENTRED for region in (panel, *(line.region for line in group))):
        return False
    if panel[3] > (len(rows(group)) + 1) * group[0].region[3]:  # notices stand closer to their edge than what is said
        return False
    reach = group[0].region[3] * ALIGNED
    in_line = any(abs(panel[0] - left) <= reach for left in columns[0])
    in_line |= any(abs(right(panel) - end) <= reach for end in columns[1])
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
        and not (len(line.text) < 3 and line.region[3] > tall * 1.5)  # a portrait seen as a letter
    ]
    ladder = Ladder(said)
    said = [line for line in said if not _is_button(line, ladder)]
    groups = _grouped(said, tall)
    placed = {region_of(group): group for group in groups}
    columns = _columns(placed, paper)
    return [
        Bubble(region, tuple(group), panelled=False)
        for region, group in placed.items()
        if not _is_pill(region, group, paper, columns, is_notice)
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
        elif line.region[3] >= tall * SMALL:
            groups.append([line])
            growing.append(groups[-1])
    return groups


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


def _beside_portrait(bubble: Bubble, portraits: Collection[Region]) -> Bubble:
    """Return a bubble with its side if portraits stand at one end of it only."""
    beside_it = [each for each in portraits if beside(each, bubble.region) > PORTRAIT_BESIDE]
    before = any(right(each) <= bubble.region[0] for each in beside_it)
    after = any(each[0] >= right(bubble.region) for each in beside_it)
    return replace(bubble, outgoing=after, sure=True) if before != after else bubble


def _sided(bubbles: Sequence[Bubble], paper: Region, lit: bool) -> list[Bubble]:
    """Return bubbles with their sides: by place where that is clear, else by the colour of those where it is."""
    clear = [_placed(bubble, paper, CLEARLY) for bubble in bubbles]
    if not any(bubble.sure for bubble in clear):
        clear = [_placed(bubble, paper, CLEARLY / 2) for bubble in bubbles]
    if not any(bubble.sure for bubble in clear):
        clear = _by_two_colours(clear, lit)
    return [bubble if bubble.sure else _by_others(bubble, clear, lit) for bubble in clear]


def _by_two_colours(bubbles: list[Bubble], lit: bool) -> list[Bubble]:
    """Return bubbles all as wide as the page lets them be: those of one colour stand a little further right.

    Where they do not, the more colourful ones are the complainant's: apps give their own user the colour.
    """
    mine = [bubble for bubble in bubbles if _unlike(bubble, bubbles[0], lit) > SAME_COLOUR]
    theirs = [bubble for bubble in bubbles if bubble not in mine]
    if not mine or not theirs:
        return bubbles
    shift = median(centre(bubble.region)[0] for bubble in mine) - median(centre(bubble.region)[0] for bubble in theirs)
    if abs(shift) < median(bubble.lines[0].region[3] for bubble in bubbles) * ALIGNED / 2:
        shift = median(chroma(each.ground) for each in mine) - median(chroma(each.ground) for each in theirs)
        if abs(shift) < COLOURFUL:
            return bubbles
    return [replace(bubble, outgoing=(bubble in mine) is (shift > 0), sure=True) for bubble in bubbles]


def _placed(bubble: Bubble, paper: Region, clearly: float) -> Bubble:
    if bubble.sure:
        return bubble
    off = _off_centre(bubble.region, paper)
    return replace(bubble, outgoing=off > 0, sure=abs(off) > clearly)


def _by_others(bubble: Bubble, clear: Sequence[Bubble], lit: bool) -> Bubble:
    """Return a bubble as wide as the page lets it be, with the side of those nearby that have its colour."""
    near = sorted((each for each in clear if each.sure), key=lambda each: abs(each.region[1] - bubble.region[1]))
    own = [[each for each in near if each.outgoing is outgoing][:3] for outgoing in (False, True)]
    theirs, mine = (median(_unlike(bubble, each, lit) for each in side) for side in own)
    if own[0] and own[1] and abs(theirs - mine) > EVEN * 2:
        return replace(bubble, outgoing=mine < theirs, sure=True)
    if bool(own[0]) != bool(own[1]):
        most = max(_unlike(near[0], each, lit) for each in clear)
        if most > EVEN * (2 if lit else 5):
            alike = min(_unlike(bubble, each, lit) for each in near) <= most / 2
            return replace(bubble, outgoing=near[0].outgoing is alike, sure=True)
    edge = _edge(bubble, own) if lit else None
    return bubble if edge is None else replace(bubble, outgoing=edge)


def _unlike(one: Bubble, other: Bubble, lit: bool) -> float:
    """Return how much two bubbles' colours differ, of 255; in uneven light only their tones are compared."""
    tones = _tone(one.ground), _tone(other.ground)
    by_tone = max(abs(a - b) for a, b in zip(*tones, strict=True)) * 255
    return max(by_tone, apart(one.ground, other.ground)) if lit and one.panelled and other.panelled else by_tone


def _tone(colour: Colour | None) -> tuple[float, float, float]:
    """Return a colour as it is in full light."""
    red, green, blue = colour or (1, 1, 1)
    most = max(red, green, blue, 1)
    return red / most, green / most, blue / most


def _edge(bubble: Bubble, own: Sequence[Sequence[Bubble]]) -> bool | None:
    """Return whether a bubble ends where those of the complainant end, None where that says nothing."""
    tall = median(line.region[3] for line in bubble.lines)
    left = min((abs(bubble.region[0] - each.region[0]) for each in own[0]), default=1e9)
    ends = min((abs(right(bubble.region) - right(each.region)) for each in own[1]), default=1e9)
    if own[0] and own[1]:
        return None if abs(left - ends) < tall * FLUSH / 2 else ends < left
    return (ends <= tall * FLUSH) if own[1] else (left > tall * FLUSH) if own[0] else None


def reading_order(lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return a message's lines as they are read: what was seen in two boxes of one row from left to right."""
    return [line for row in rows(lines) for line in row]
