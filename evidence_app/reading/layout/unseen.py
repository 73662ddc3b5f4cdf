"""What is said in areas that nobody sees: of the page's or the title bar's colour, faded, or of one side only. Pure."""

from collections import Counter
from collections.abc import Sequence

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.reading.layout.boxes import apart, beside, centre, median, right
from evidence_app.reading.layout.bubble import ALIGNED, EVEN, Bubble, off_centre
from evidence_app.reading.layout.sides import CLEARLY, SAME_COLOUR
from evidence_app.reading.passages import around

WIDEST = 0.88
"""Of the page's width: what is wider is a card or the page itself."""

LEAST_OF_CARD = 4
"""Characters of a line of a card at least: receipts and portraits beside a bubble have fewer."""

CENTRED = 0.045
"""Of the page's width: how far a notice's middle may lie from the page's."""

BARE_SIDE, LEAST_IN_COLUMN = 0.3, 0.75
"""Of the page's width: where words without bubbles begin at the latest; which part of them begins in one column."""

TALLEST_NAME = 1.05
"""Of the height of what is said: a name is no higher."""


def is_aside(region: Region, paper: Region) -> bool:
    """Tell whether a region stands at a side of the page, not in its middle."""
    return abs(off_centre(region, paper)) > CENTRED


def is_centred(region: Region, paper: Region) -> bool:
    """Tell whether a region stands in the middle of the page."""
    return abs(centre(region)[0] - centre(paper)[0]) < paper[2] * CENTRED


def on_colour(loose: Sequence[MachineLine], bubbles: Sequence[Bubble], paper: Region) -> list[MachineLine]:
    """Return the lines on another ground than the page's though no area was seen: of bubbles that fade.

    What fades to the page's colour has no edge there, and what the title bar cuts may be of one colour with it; words
    in the middle are notices and buttons.
    """
    wide = _on_wide(loose, paper)
    grounds = {bubble.ground for bubble in bubbles}
    barred = [line for line in wide if line.panel and line.panel[1] <= line.region[3]]
    said = [line for line in barred if any(apart(line.ground, ground) <= EVEN for ground in grounds)]
    ground = _usual([line for line in wide if line not in said] or wide)
    if not wide:
        return []
    others = [line for line in loose if apart(line.ground, ground) > SAME_COLOUR]
    joined_to_bar = [line for line in others if line in said and is_aside(line.region, paper)]
    faded = [line for line in others if line not in wide and is_aside(_whole(line), paper)]
    return joined_to_bar + faded


def _on_wide(loose: Sequence[MachineLine], paper: Region) -> list[MachineLine]:
    return [line for line in loose if line.panel and line.panel[2] > paper[2] * WIDEST]


def _usual(lines: Sequence[MachineLine]) -> Colour | None:
    """Return the ground that most of the lines have."""
    grounds = Counter(line.ground for line in lines)
    return grounds.most_common(1)[0][0] if grounds else None


def _whole(line: MachineLine) -> Region:
    return around([line.region, *([line.panel] if line.panel else [])])


def is_rank(line: MachineLine, loose: Sequence[MachineLine], tall: float) -> bool:
    """Tell whether a short word stands close beside another one and is no higher: 客服, LV12 before a name."""
    small = len(line.text) < LEAST_OF_CARD and line.region[3] < tall
    return small and any(
        other is not line
        and beside(line.region, other.region) > 0.5
        and other.region[3] < tall * TALLEST_NAME
        and max(other.region[0] - right(line.region), line.region[0] - right(other.region)) < line.region[3]
        for other in loose
    )


def of_complainant(bubbles: Sequence[Bubble], paper: Region, tall: float) -> list[Bubble]:
    """Return the complainant's bubbles if only those have an area: all end in one column and are of one colour.

    Cards among them that stand clearly at the right, and a warning above, may have colours of their own. Beside large
    portraits none may stand clearly at the right: those begin in several columns.
    """
    first = min(bubbles, key=lambda bubble: bubble.region[1], default=None)
    if first is not None and off_centre(first.region, paper) < -CLEARLY and len(first.lines) == 1:
        bubbles = [bubble for bubble in bubbles if bubble is not first and apart(bubble.ground, first.ground) > EVEN]
    seen = [bubble for bubble in bubbles if bubble.panelled]
    if any(all(apart(bubble.ground, one.ground) > EVEN for one in seen) for bubble in bubbles if not bubble.panelled):
        return []
    begin, ends = [bubble.region[0] for bubble in seen], [right(bubble.region) for bubble in seen]
    aside = [bubble for bubble in seen if off_centre(bubble.region, paper) > CLEARLY]
    in_steps = len(seen) > 1 and max(begin) - min(begin) > tall
    if not (aside or in_steps) or max(ends) - min(ends) > tall * ALIGNED:
        return []
    colour = Counter(bubble.ground for bubble in aside or seen).most_common(1)[0][0]
    own = [bubble for bubble in bubbles if apart(bubble.ground, colour) <= SAME_COLOUR]
    return own if all(bubble in own for bubble in seen if bubble not in aside) else []


def as_paper(bubbles: Sequence[Bubble], loose: Sequence[MachineLine], paper: Region) -> list[Bubble]:
    """Return the bubbles at the left that are of the page's own colour, parted from it by a line or a shadow only."""
    ground = _usual(_on_wide(loose, paper))
    theirs = [bubble for bubble in bubbles if off_centre(bubble.region, paper) < 0]
    return [each for each in theirs if ground is not None and apart(each.ground, ground) <= EVEN]


LEAST_MINE = 2
"""Bubbles of the complainant whose areas were seen, from which one whose was not is told by where its words end."""


def ends_as_mine(
    loose: Sequence[MachineLine], bubbles: Sequence[Bubble], tall: float, paper: Region
) -> list[MachineLine]:
    """Return lines that stand clearly at the right and end within the complainant's bubbles' edge, as words in them do.

    A small bubble that fades has no area that anybody sees.
    """
    mine = [bubble for bubble in bubbles if bubble.panelled and off_centre(bubble.region, paper) > CLEARLY]
    if len(mine) < LEAST_MINE:
        return []
    edge = median(right(bubble.region) for bubble in mine)
    if any(abs(right(bubble.region) - edge) > tall / 2 for bubble in mine):
        return []
    room = min(right(bubble.region) - right(line.region) for bubble in mine for line in bubble.lines)
    return [
        line
        for line in loose
        if off_centre(line.region, paper) > CLEARLY and abs(edge - right(line.region) - room) < tall / 2
    ]


def in_one_column(said: Sequence[Bubble], theirs: Sequence[Bubble], tall: float) -> list[Bubble]:
    """Return what is said that begins where the other side's bubbles do; where it has none, in one column.

    Nothing if only some of it stands in that: then it is something else.
    """
    seen = [line.region[0] for bubble in theirs for line in bubble.lines]
    begin = median(seen or [bubble.region[0] for bubble in said])
    found = [bubble for bubble in said if abs(bubble.region[0] - begin) <= tall * ALIGNED]
    return found if seen or len(found) >= len(said) * LEAST_IN_COLUMN else []
