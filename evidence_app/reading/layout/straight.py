"""A photograph of a screen, laid straight: where its lines and areas would stand on the screen itself. Pure.

How lines fall was seen where they were read; how columns lean is told by what begins, or ends, below each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_app.domain.machine_text import MachineLine, Place, Region
from evidence_app.reading.layout.boxes import bottom, centre, median, right, within
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.passages import Passage

PER_MILLE = 1000

FURTHEST, STEP = 0.07, 0.004
"""How far columns may lean from a right angle to the lines, and the steps in which that is tried."""

IN_LINE = 0.5
"""Lines' heights by which edges of one column differ at the most."""

LEAST_LEFT = 0.35
"""Part of an upright rectangle's side that is left at least of what is tilted in it."""

MOST_PLACES = 150
"""That tell how columns lean, the largest ones: photographs hold no more that can be read."""

MOST_AROUND = 2
"""Lines on the frame around a screen at the most: its maker, its model."""

ROUNDS = 6
"""Of finding back a point: each gets much closer."""


@dataclass(frozen=True, slots=True)
class View:
    """How a page is seen: around its middle lines fall by ``fall`` and columns lean by ``lean``.

    ``fanning`` and ``widening`` are what is added to them for each row below and each column right of the middle.
    """

    x: float
    y: float
    fall: float
    fanning: float
    lean: float
    widening: float = 0.0

    def flat(self, region: Region) -> Region:
        """Return where on the screen something stands, seen in this upright rectangle."""
        x, y = centre(region)
        fall, lean = self._at(x, y)
        skewed = 1 - abs(fall * lean)
        wide = max(region[2] * LEAST_LEFT, (region[2] - region[3] * abs(lean)) / skewed)
        high = max(region[3] * LEAST_LEFT, (region[3] - region[2] * abs(fall)) / skewed)
        return _around(x + lean * (y - self.y), y - fall * (x - self.x), wide, high)

    def seen(self, region: Region) -> Region:
        """Return the upright rectangle in which something is seen that stands there on the screen."""
        flat_x, flat_y = centre(region)
        x, y = flat_x, flat_y
        for _ in range(ROUNDS):
            fall, lean = self._at(x, y)
            x, y = flat_x - lean * (y - self.y), flat_y + fall * (x - self.x)
        fall, lean = self._at(x, y)
        return _around(x, y, region[2] + region[3] * abs(lean), region[3] + region[2] * abs(fall))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.fall + self.fanning * (y - self.y), self.lean + self.widening * (x - self.x)


def _around(x: float, y: float, wide: float, high: float) -> Region:
    return round(x - wide / 2), round(y - high / 2), max(1, round(wide)), max(1, round(high))


def view_of(page: Page) -> View | None:
    """Return how a page is seen, None if it is seen straight."""
    if not any(line.slope for line in page.lines):
        return None
    x, y = page.width_px / 2, page.height_px / 2
    fall, fanning = _falling(page.lines, y)
    flat = View(x, y, fall, fanning, 0.0)
    return _leaning(flat, page.lines)


def _falling(lines: Sequence[MachineLine], middle: float) -> tuple[float, float]:
    """Return the slope in the middle of a page and what is added for each row: they lie on one straight line."""
    first, last = (pick(lines, key=lambda line: centre(line.region)[1]) for pick in (min, max))
    rows = centre(last.region)[1] - centre(first.region)[1]
    more = (last.slope - first.slope) / PER_MILLE / rows if rows > 0 else 0.0
    return first.slope / PER_MILLE + more * (middle - centre(first.region)[1]), more


def _leaning(flat: View, lines: Sequence[MachineLine]) -> View:
    """Return the view with its columns: those on the left and on the right may lean differently."""
    tall = median((flat.flat(line.region)[3] for line in lines), 1.0)
    places = {line.panel for line in lines if line.panel and line.panel[2] < flat.x * 1.6}
    places |= {line.region for line in lines if line.panel not in places}
    some = sorted(places, key=lambda place: -place[2] * place[3])[:MOST_PLACES]
    starts = [_edge(flat, place, 0) for place in some if place[0] < flat.x]
    ends = [_edge(flat, place, 1) for place in some if right(place) > flat.x]
    left, its = _lean(starts, flat, tall)
    on_right, others = _lean(ends, flat, tall)
    if its and others:
        apart = median(x for x, _ in ends) - median(x for x, _ in starts)
        widening = (on_right - left) / max(apart, flat.x / 2)
        return replace(flat, lean=left + widening * (flat.x - median(x for x, _ in starts)), widening=widening)
    return replace(flat, lean=left if its else on_right if others else flat.fall)


def _edge(flat: View, place: Region, side: int) -> tuple[float, float]:
    """Return the point in the middle of what is tilted's left or right edge: half of its corners lie further out."""
    x, y = centre(place)
    half = max(place[2] * LEAST_LEFT, place[2] - place[3] * abs(flat.fall + flat.fanning * (y - flat.y))) / 2
    return (x + half if side else x - half), y


def _lean(edges: Sequence[tuple[float, float]], flat: View, tall: float) -> tuple[float, float]:
    """Return how columns lean if most edges are to be in line, and how many pairs of them are then."""
    count = round(FURTHEST / STEP)
    tried = [flat.fall + step * STEP for step in sorted(range(-count, count + 1), key=abs)]
    scored = ((lean, _in_line(edges, lean, flat.y, tall * IN_LINE)) for lean in tried)
    return max(scored, key=lambda each: each[1] * (1 - abs(each[0] - flat.fall) / FURTHEST / 2))


def _in_line(edges: Sequence[tuple[float, float]], lean: float, middle: float, reach: float) -> float:
    """Return how well edges are in line: each pair counts the more, the closer together it is."""
    columns = sorted(x + lean * (y - middle) for x, y in edges)
    return sum(
        max(0.0, 1 - (other - one) / reach)
        for index, one in enumerate(columns)
        for other in columns[index + 1 :]
        if other - one < reach
    )


def straightened(page: Page, view: View) -> Page:
    """Return a page as it stands on the screen, without what stands around the screen."""
    lines = [
        replace(line, region=view.flat(line.region), panel=line.panel and view.flat(line.panel))
        for line in page.lines
        if not _is_around(line, page.lines)
    ]
    ordered = sorted(lines, key=lambda line: centre(line.region)[1])
    return replace(page, lines=tuple(ordered))


def _is_around(line: MachineLine, lines: Sequence[MachineLine]) -> bool:
    """Tell whether a line stands on a monitor's frame: alone there, above or below all that the frame holds."""
    inside = [each for each in lines if each.panel != line.panel]
    if line.panel is None or len(lines) - len(inside) > MOST_AROUND or not inside:
        return False
    held = sum(within(each.region, line.panel) > 0.5 for each in inside)
    first, last = min(each.region[1] for each in inside), max(bottom(each.region) for each in inside)
    is_outside = line.region[1] >= last or bottom(line.region) <= first
    return is_outside and (held > len(inside) / 2 or line.panel[2] > max(_widths(inside), default=0))


def _widths(lines: Sequence[MachineLine]) -> list[int]:
    return [line.panel[2] for line in lines if line.panel]


def as_seen(found: Recognised, view: View) -> Recognised:
    """Return what was made of a page that was laid straight, with all places as they are in the picture."""
    events = tuple(
        replace(event, place=Place(view.seen(event.place.region), event.place.page_index)) for event in found.events
    )
    return replace(found, events=events, passages=tuple(_seen(passage, view) for passage in found.passages))


def _seen(passage: Passage, view: View) -> Passage:
    lines = [
        replace(line, region=view.seen(line.region), panel=line.panel and view.seen(line.panel))
        for line in passage.lines
    ]
    return replace(passage, lines=tuple(lines))
