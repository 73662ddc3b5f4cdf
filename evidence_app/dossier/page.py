"""What stands on a page: draw operations in points, measured from the top left corner.

Page numbers are late-bound: a `PageLink` names its target and learns the number when the page is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size and line distance in points, grey from 0 (black) to 1 (white)."""

    size: float
    leading: float
    bold: bool = False
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of drawable text; ``y`` is its base line. ``align`` is the part of the text left of ``x``, 0–1."""

    x: float
    y: float
    text: str
    style: Style
    align: float = 0.0


@dataclass(frozen=True, slots=True)
class Unseen:
    """A line that can be searched, selected and copied but is not drawn: what a machine read off the picture there.

    ``y`` is its base line; it is stretched to ``width``.
    """

    x: float
    y: float
    text: str
    size: float
    width: float


@dataclass(frozen=True, slots=True)
class PageLink:
    """A line of text that is a link and may print its target's page number at ``{page}``."""

    x: float
    y: float
    pattern: str
    target: str
    style: Style
    align: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal hairline."""

    x: float
    y: float
    width: float
    grey: float = 0.75
    thickness: float = 0.4


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; ``y`` is its top."""

    x: float
    y: float
    width: float
    height: float
    grey: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle drawn as a hairline; ``y`` is its top."""

    x: float
    y: float
    width: float
    height: float
    grey: float = 0.7


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, or the band of it from ``first`` to ``last`` (parts of its height from the top, 0–1).

    ``x``, ``y`` (top), ``width`` and ``height`` are of the band as seen. ``key`` names the stored picture.
    """

    key: int
    orientation: int
    x: float
    y: float
    width: float
    height: float
    first: float = 0.0
    last: float = 1.0


Operation = Text | Unseen | PageLink | Rule | Box | Frame | Picture


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of the outline; ``level`` counts from 0."""

    level: int
    title: str
    target: str


@dataclass(slots=True)
class Strip:
    """A piece of the page's full width that is never broken; ``y`` of its operations counts from its top.

    ``space_before`` falls away at the top of a page. ``keep`` holds it together with the next strip.
    ``head`` is repeated above it on every page on which it is the first of its table.
    """

    height: float
    operations: list[Operation]
    space_before: float = 0.0
    keep: bool = False
    head: "Strip | None" = None
    anchor: str = ""
    bookmark: Bookmark | None = None


def height_of(strips: Sequence[Strip]) -> float:
    """Return how high strips stand on one page, with the heads of their tables."""
    heads = {id(strip.head): strip.head for strip in strips if strip.head is not None}
    return sum(each.space_before + each.height for each in (*heads.values(), *strips))


@dataclass(slots=True)
class Page:
    """One page: strips' operations with the distance of each strip's top from the page's."""

    tab: str = ""
    placed: list[tuple[float, list[Operation]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a link leads: page from 0, and the distance from the page's top."""

    page_index: int
    top: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper and its margins in points."""

    width: float
    height: float
    margin: float = 20 * MILLIMETRE

    @property
    def body_width(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def body_height(self) -> float:
        """Height between the margins."""
        return self.height - 2 * self.margin


PAPERS = {"a4": Sheet(210 * MILLIMETRE, 297 * MILLIMETRE), "letter": Sheet(612, 792)}


class Flow:
    """Strips poured into pages. Holds what the drawing needs: pages, anchors, bookmarks."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.pages: list[Page] = []
        self.anchors: dict[str, Anchor] = {}
        self.bookmarks: list[Bookmark] = []
        self._tab = ""
        self._top = 0.0
        self._head: Strip | None = None

    @property
    def remaining(self) -> float:
        """Height left on the current page."""
        return self.sheet.height - self.sheet.margin - self._top if self.pages else 0.0

    @property
    def tab(self) -> str:
        """The mark at the outer edge of the current page."""
        return self._tab

    def new_page(self, tab: str | None = None) -> None:
        """Begin a page. ``tab`` is the mark at the outer edge, kept until another one is given."""
        self._tab = self._tab if tab is None else tab
        self.pages.append(Page(self._tab))
        self._top = self.sheet.margin
        self._head = None

    def place(self, strips: list[Strip]) -> None:
        """Add strips, beginning pages where they are full."""
        group: list[Strip] = []
        for strip in strips:
            group.append(strip)
            if not strip.keep:
                self._place_together(group)
                group = []
        self._place_together(group)

    def _place_together(self, group: list[Strip]) -> None:
        if not group:
            return
        if not self.pages or (self._height_of(group) > self.remaining and self.pages[-1].placed):
            self.new_page()
        for strip in group:
            if strip.head is not None and strip.head is not self._head:
                self._put(strip.head)
            self._head = strip.head
            self._put(strip)

    def _height_of(self, group: list[Strip]) -> float:
        height, head = 0.0, self._head
        for strip in group:
            if strip.head is not None and strip.head is not head:
                height += strip.head.space_before + strip.head.height
            head = strip.head
            height += strip.space_before + strip.height
        return height

    def _put(self, strip: Strip) -> None:
        page = self.pages[-1]
        top = self._top + (strip.space_before if self._top > self.sheet.margin else 0.0)
        if strip.anchor:
            self.anchors[strip.anchor] = Anchor(len(self.pages) - 1, top)
        if strip.bookmark:
            self.bookmarks.append(strip.bookmark)
        page.placed.append((top, strip.operations))
        self._top = top + strip.height
