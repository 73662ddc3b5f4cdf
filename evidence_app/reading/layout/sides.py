"""Whose a bubble is: by where it stands, by what stands beside and above it, by its colour. Pure."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.reading.layout.boxes import apart, beside, bottom, centre, chroma, median, right, rows
from evidence_app.reading.layout.bubble import ALIGNED, EVEN, Bubble, off_centre
from evidence_app.reading.layout.ladder import Ladder

CLEARLY = 0.07
"""Of the page's width: how far from its middle what is said stands at least, if that alone tells its side."""

SAME_COLOUR = 14
"""Of 255: how far the colours of one side's bubbles lie apart at the most."""

COLOURFUL = 20
"""Of 255: how much further from grey one side's colour is than the other's if that tells whose it is."""

VERY_COLOURFUL = 60
"""Of 255: the same where place seems to tell otherwise: a wide bubble leaves most room at its portrait's end."""

WIDE, FURTHEST_WIDE = 0.65, 0.1
"""Of the page's width: bubbles all wider than this leave little more room than a portrait takes; how far from the
page's middle their own is then at the most."""

FURTHEST_START = 0.3
"""Of the page's width: where what is received begins at the latest, beside the largest portraits."""

PORTRAIT_BESIDE = 0.6
"""Part of a portrait's height, or of a flat bubble's, that stands in the rows of what its person says."""

FLUSH = 0.1
"""Lines' heights by which edges that are the same differ at the most."""

NEAR_NAME, NAME_HEIGHT, NAME_WIDTH = 1.3, 0.95, 0.9
"""Lines' heights from a bubble up to the line that says whose it is at the most; how high and wide that is."""

IN_COLUMN, OUT_OF_COLUMN = 0.3, 0.5
"""Lines' heights by which words without an area begin, or end, in a column at the most; by which clearly not."""

INKED = 40
"""Of 255: how far the colours of words lie apart at least if they tell whose they are."""


def beside_portrait(bubble: Bubble, portraits: Collection[Region]) -> Bubble:
    """Return a bubble with its side if portraits stand at one end of it only."""
    beside_it = [each for each in portraits if beside(each, bubble.region) > PORTRAIT_BESIDE]
    before = any(right(each) <= bubble.region[0] for each in beside_it)
    after = any(each[0] >= right(bubble.region) for each in beside_it)
    return replace(bubble, outgoing=after, sure=True) if before != after else bubble


def sides_of_names(bubbles: Sequence[Bubble], loose: Sequence[MachineLine], tall: float) -> list[bool | None]:
    """Return of each bubble whether who says it, or when, stands above its end, its begin, or neither of the two.

    Such a line stands at its speaker's side, and further from the bubble above than from its own.
    """
    ladder, floors = Ladder(loose), sorted(bottom(bubble.region) for bubble in bubbles)
    named = [_side_of_name(bubble, floors, ladder, tall) for bubble in bubbles]
    return [
        side if side is not None and _is_usual(index, bubbles, named, tall) else None
        for index, side in enumerate(named)
    ]


def _is_usual(index: int, bubbles: Sequence[Bubble], named: Sequence[bool | None], tall: float) -> bool:
    """Tell whether half of the bubbles of one's colour that begin, or end, with it have a line that says the same.

    One alone may have the time of another message above it.
    """
    own, reach = bubbles[index], tall * ALIGNED
    alike = [
        side
        for bubble, side in zip(bubbles, named, strict=True)
        if apart(bubble.ground, own.ground) <= EVEN
        and min(abs(bubble.region[0] - own.region[0]), abs(right(bubble.region) - right(own.region))) <= reach
    ]
    return sum(side is named[index] for side in alike) * 2 >= len(alike)


def _side_of_name(bubble: Bubble, floors: Sequence[int], loose: Ladder, tall: float) -> bool | None:
    top = bubble.region[1]
    above = bisect_left(floors, top)
    floor = floors[above - 1] if above else -1e9
    near = [
        line.region
        for line in loose.between(top - tall * (NEAR_NAME + 1), top + tall)
        if line.region[3] < tall * NAME_HEIGHT
        and line.region[2] < bubble.region[2] * NAME_WIDTH
        and -tall / 2 < top - bottom(line.region) < min(tall * NEAR_NAME, line.region[1] - floor)
    ]
    starts = any(abs(each[0] - bubble.region[0]) <= tall * ALIGNED for each in near)
    ends = any(abs(right(each) - right(bubble.region)) <= tall * ALIGNED for each in near)
    return None if starts is ends else ends


def sided(bubbles: Sequence[Bubble], paper: Region, lit: bool, named: Sequence[bool | None]) -> list[Bubble]:
    """Return bubbles with their sides: by place where that is clear, else by the colour of those where it is.

    ``named`` are the sides that lines above them say.
    """
    if lit and all(_is_wide(bubble, paper) for bubble in bubbles):
        bubbles = _by_two_colours(list(bubbles), lit, VERY_COLOURFUL)
    if _are_received(bubbles, paper, named):
        return [replace(bubble, outgoing=False) for bubble in bubbles]
    clear = _in_columns([_placed(bubble, paper, CLEARLY) for bubble in bubbles])
    clear = [
        bubble if side is None or _is_told(given, bubble, paper) else replace(bubble, outgoing=side, sure=True)
        for given, bubble, side in zip(bubbles, clear, named, strict=True)
    ]
    if not any(bubble.sure for bubble in clear):
        clear = [_placed(bubble, paper, CLEARLY / 2) for bubble in bubbles]
    if not any(bubble.sure for bubble in clear):
        clear = _by_two_colours(clear, lit)
    if not any(bubble.sure for bubble in clear):  # nobody answers: what stands there was received
        return [replace(bubble, outgoing=False) for bubble in clear]
    return [bubble if bubble.sure else _by_others(bubble, clear, lit) for bubble in clear]


def _is_told(given: Bubble, placed: Bubble, paper: Region) -> bool:
    """Tell whether a bubble's side is known better than by the line above it: by a portrait, or by far from the middle.

    Wide bubbles beside large portraits stand nearer to the other's edge.
    """
    return given.sure or (placed.sure and abs(off_centre(placed.region, paper)) > FURTHEST_WIDE)


def _are_received(bubbles: Sequence[Bubble], paper: Region, named: Sequence[bool | None]) -> bool:
    """Tell whether all of a page stands further right only because portraits stand before it, and nobody answers.

    All of it begins in one column, at the left of the page; apps give no colour to what was received.
    """
    if not bubbles or any(bubble.sure for bubble in bubbles) or any(side is not None for side in named):
        return False
    if any(chroma(bubble.ground) > COLOURFUL * 2 for bubble in bubbles):
        return False
    reach = median(bubble.lines[0].region[3] for bubble in bubbles) * ALIGNED
    starts = [_start(bubble) for bubble in bubbles]
    return max(starts) - min(starts) <= reach and min(starts) - paper[0] <= paper[2] * FURTHEST_START


def _start(bubble: Bubble) -> float:
    """Return where a bubble begins, or its words if its area was not seen: a bracket's half before its ink counts."""
    if bubble.panelled:
        return bubble.region[0]
    return min(line.region[0] - line.region[3] / 2 * line.text.startswith(BRACKETS) for line in bubble.lines)


BRACKETS = tuple("【（《「『“〔")


def _is_wide(bubble: Bubble, paper: Region) -> bool:
    """Tell whether a bubble is so wide that it may stand nearer to the other's edge: beside a portrait."""
    near = abs(off_centre(bubble.region, paper)) < FURTHEST_WIDE
    return bubble.panelled and not bubble.sure and near and bubble.region[2] > paper[2] * WIDE


def _in_columns(bubbles: list[Bubble]) -> list[Bubble]:
    """Return words on the page itself with their sides: all of one side begin, of the other end, in one column.

    Only short ones stand clearly at their side. What begins with the others and ends before them is the other side's:
    of one row, for what is broken ends anywhere, and of one colour, for another tells more.
    """
    mine = [bubble for bubble in bubbles if bubble.sure and bubble.outgoing and not bubble.panelled]
    rest = [bubble for bubble in bubbles if not bubble.sure and not bubble.panelled and len(rows(bubble.lines)) == 1]
    if any(_inks_apart(bubble, mine[0]) > INKED for bubble in rest if mine):
        return bubbles
    if not mine or len(rest) < 2:
        return bubbles
    starts, ends = median(bubble.region[0] for bubble in rest), max(right(bubble.region) for bubble in mine)
    return [_in_column(bubble, starts, ends) if bubble in rest else bubble for bubble in bubbles]


def _in_column(bubble: Bubble, starts: float, ends: float) -> Bubble:
    tall = median(line.region[3] for line in bubble.lines)
    before, after = abs(bubble.region[0] - starts) / tall, abs(right(bubble.region) - ends) / tall
    if before <= IN_COLUMN and after > OUT_OF_COLUMN:
        return replace(bubble, outgoing=False, sure=True)
    if after <= IN_COLUMN and before > OUT_OF_COLUMN:
        return replace(bubble, outgoing=True, sure=True)
    return bubble


def _by_two_colours(bubbles: list[Bubble], lit: bool, least: int = COLOURFUL) -> list[Bubble]:
    """Return bubbles all as wide as the page lets them be: the more colourful ones are the complainant's.

    Apps give their own user the colour. Where neither has ``least`` more of it, those of one colour stand a little
    further right, where place may tell.
    """
    mine = [bubble for bubble in bubbles if _unlike(bubble, bubbles[0], lit) > SAME_COLOUR]
    theirs = [bubble for bubble in bubbles if bubble not in mine]
    if not mine or not theirs:
        return bubbles
    shift = median(chroma(each.ground) for each in mine) - median(chroma(each.ground) for each in theirs)
    if abs(shift) < least:
        if least > COLOURFUL:
            return bubbles
        places = [median(centre(bubble.region)[0] for bubble in side) for side in (mine, theirs)]
        shift = places[0] - places[1]
        if abs(shift) < median(bubble.lines[0].region[3] for bubble in bubbles) * ALIGNED / 2:
            return bubbles
    return [replace(bubble, outgoing=(bubble in mine) is (shift > 0), sure=True) for bubble in bubbles]


def _placed(bubble: Bubble, paper: Region, clearly: float) -> Bubble:
    if bubble.sure:
        return bubble
    off = off_centre(bubble.region, paper)
    return replace(bubble, outgoing=off > 0, sure=abs(off) > clearly)


def _by_others(bubble: Bubble, clear: Sequence[Bubble], lit: bool) -> Bubble:
    """Return a bubble as wide as the page lets it be, with the side of those nearby that have its colour."""
    near = sorted((each for each in clear if each.sure), key=lambda each: abs(each.region[1] - bubble.region[1]))
    own = [[each for each in near if each.outgoing is outgoing][:3] for outgoing in (False, True)]
    theirs, mine = (_unlike_side(bubble, side, lit) for side in own)
    if own[0] and own[1] and abs(theirs - mine) > EVEN * 2:
        return replace(bubble, outgoing=mine < theirs, sure=True)
    if bool(own[0]) != bool(own[1]):
        most = max(_unlike(near[0], each, lit) for each in clear)
        if most > EVEN * (2 if lit else 5):
            alike = min(_unlike(bubble, each, lit) for each in near) <= most / 2
            return replace(bubble, outgoing=near[0].outgoing is alike, sure=True)
    edge = _edge(bubble, own) if lit else None
    return bubble if edge is None else replace(bubble, outgoing=edge)


def _unlike_side(bubble: Bubble, side: Sequence[Bubble], lit: bool) -> float:
    """Return how much a bubble differs from one side: from its nearest colour, for transfers have their own."""
    unlike = [_unlike(bubble, each, lit) for each in side]
    return min(unlike, default=0.0) if lit else median(unlike)


def _unlike(one: Bubble, other: Bubble, lit: bool) -> float:
    """Return how much two bubbles' colours differ, of 255; in uneven light only their tones are compared.

    Of words without an area, on one ground, their own colours.
    """
    tones = _tone(one.ground), _tone(other.ground)
    by_tone = max(abs(a - b) for a, b in zip(*tones, strict=True)) * 255
    same = by_tone if not lit else apart(one.ground, other.ground)
    if not (one.panelled or other.panelled) and same <= SAME_COLOUR:
        by_ink = _inks_apart(one, other)
        return max(by_tone, by_ink if by_ink > INKED else 0)
    return max(by_tone, apart(one.ground, other.ground)) if lit and one.panelled and other.panelled else by_tone


def _inks_apart(one: Bubble, other: Bubble) -> int:
    return apart(one.lines[0].ink, other.lines[0].ink)


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
