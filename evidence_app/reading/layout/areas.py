"""Which areas of a page may be bubbles, and which are portraits, buttons or notices in the middle. Pure."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.layout.boxes import apart, beside, bottom, centre, median, region_of, right, rows, within
from evidence_app.reading.layout.bubble import ALIGNED, EVEN
from evidence_app.reading.layout.unseen import WIDEST, is_aside
from evidence_app.reading.passages import around, joined

SMALL = 0.86
"""Of the height of what is said: lines below it are notices, names and times."""

WIDEST_PADDING = 2.4
"""Lines' heights between the edge of a bubble and its words."""

LOOSEST = 4.0
"""Lines' heights by which the area of a short line is wider than it at the most."""

ENOUGH_ASIDE = 12
"""Characters at the page's sides that tell how high all that is said is."""

SHORT = 3
"""Characters that have no area larger than they need: a time, a portrait's letter."""

NEAR_QUOTE = 0.35
"""Lines' heights between a quoted message, set in, and the part of the bubble below it at the most."""

IsNotice = Callable[[MachineLine], bool]
"""Tells whether a line is a time, a receipt or something else that nobody says."""

Groups = dict[Region, list[MachineLine]]
"""Lines by the area that they stand on."""


@dataclass(frozen=True, slots=True)
class Look:
    """What areas of one page are compared with: the page in the picture, how high what is said is, what nobody says."""

    paper: Region
    tall: float
    is_notice: IsNotice


@dataclass(frozen=True, slots=True)
class Areas:
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


def told_apart(lines: Sequence[MachineLine], paper: Region, is_notice: IsNotice) -> Areas:
    """Return the areas that may be bubbles, without those that are something else."""
    groups = by_panel(lines)
    seen = {
        panel: group
        for panel, group in groups.items()
        if _may_be_bubble(panel, group, paper)
        and not _is_lost_in(panel, group, is_notice)
        and not (len(group) > 1 and all(is_notice(line) for line in group))  # 已讀 and a time on a wallpaper
    }
    worded = [panel for panel, group in groups.items() if not all(is_notice(line) for line in group)]
    nested = {panel: outer for panel in worded if (outer := _outer(panel, seen))}
    outermost = {panel: group for panel, group in seen.items() if panel not in nested}
    words = [line for line in lines if not is_notice(line)]
    portraits = {panel for panel, group in outermost.items() if is_portrait(panel, joined(group).text, words, paper)}
    portraits |= {panel for panel, group in outermost.items() if _is_again(panel, group, portraits, groups)}
    crowded = {panel for panel in outermost if panel not in portraits and _is_crowded(panel, outermost, portraits)}
    kept = {panel: group for panel, group in outermost.items() if panel not in portraits | crowded}
    columns = columns_of(kept, paper)
    tall = _height(kept, lines, paper)
    said = {
        p: group
        for p, group in kept.items()
        if p[3] >= tall
        and not is_pill(p, group, columns, Look(paper, tall, is_notice))  # a badge is lower than what is said
    }
    crowd = tuple(line for panel in crowded for line in groups[panel])
    return Areas(groups, said, nested, portraits, crowded, crowd, tall)


def by_panel(lines: Sequence[MachineLine]) -> Groups:
    """Return the lines that stand on areas."""
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


def columns_of(kept: Groups, paper: Region) -> list[Region]:
    """Return areas that are no notices, which begin and end in columns: at a side, of several rows, or in one line."""
    return [
        panel
        for panel, group in kept.items()
        if is_aside(panel, paper) or len(rows(group)) > 1 or _is_in_line(panel, kept, group[0].region[3])
    ]


def _is_in_line(panel: Region, others: Collection[Region], tall: float) -> bool:
    """Tell whether another area begins, or ends, in the same column, and is not as long: what is centred does not."""
    for other in others:
        edges = abs(panel[0] - other[0]), abs(right(panel) - right(other))
        if min(edges) <= tall * ALIGNED / 2 and max(edges) > tall:
            return True
    return False


def is_pill(panel: Region, group: Sequence[MachineLine], columns: Sequence[Region], look: Look) -> bool:
    """Tell whether an area is a notice in the middle: its words are, and what is said begins and ends elsewhere.

    Notices stand closer to their edge than what is said, or are written smaller.
    """
    if any(is_aside(region, look.paper) for region in (panel, *(line.region for line in group))):
        return False
    if all(look.is_notice(line) for line in group):
        return True
    reach = group[0].region[3] * ALIGNED
    in_line = any(
        abs(panel[0] - other[0]) <= reach or abs(right(panel) - right(other)) <= reach
        for other in columns
        if other != panel
    )
    if panel[3] > (len(rows(group)) + 1) * group[0].region[3]:
        return not in_line and fmean(line.region[3] for line in group) < look.tall * SMALL
    return not in_line
