"""Lines of conversations as an engine gives them, laid out without drawing anything: exact, fast, in any style."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.reading.layout.page import Around, Page

TAKEN = datetime(2025, 2, 22, 19, 42)
GREY, WHITE, GREEN, INK, FAINT = (237, 237, 237), (255, 255, 255), (149, 236, 105), (17, 17, 17), (150, 150, 150)


@dataclass
class Screen:
    """A screen that grows downwards; ``top`` is where the next thing goes."""

    width: int = 1080
    letter: int = 46
    page: Colour = GREY
    theirs: Colour = WHITE
    mine: Colour = GREEN
    edge: int = 180
    top: int = 260
    captured: datetime | None = TAKEN
    lines: list[MachineLine] = field(default_factory=list)

    def line(self, text: str, left: int, top: int, height: int = 0, **looks: object) -> MachineLine:
        """Put a line somewhere."""
        height = height or self.letter
        wide = sum(1.0 if ord(char) > 0x2E80 else 0.55 for char in text) * height * 0.85
        made = MachineLine(text, (left, top, max(20, round(wide)), height), 0.99, 0, self.page, INK, self.paper)
        for name, value in looks.items():
            object.__setattr__(made, name, value)
        self.lines.append(made)
        return made

    @property
    def paper(self) -> Region:
        """The area of the page itself."""
        return 0, 220, self.width, 20_000

    def bars(self, title: str, clock: str = "19:42") -> "Screen":
        """Put the status bar and the title bar."""
        bar = (0, 0, self.width, 220)
        self.line(clock, 60, 24, 36, panel=bar)
        self.line("87%", self.width - 140, 24, 36, panel=bar)
        made = self.line(title, 0, 120, 52, panel=bar)
        object.__setattr__(made, "region", ((self.width - made.region[2]) // 2, 120, *made.region[2:]))
        return self

    def middle(self, text: str) -> "Screen":
        """Put a time or a notice in the middle of the page."""
        made = self.line(text, 0, self.top, 34, ink=FAINT)
        object.__setattr__(made, "region", ((self.width - made.region[2]) // 2, self.top, *made.region[2:]))
        self.top += 80
        return self

    def small(self, text: str, side: str = "in") -> "Screen":
        """Put a name above the next bubble."""
        made = self.line(text, self.edge, self.top, 34, ink=FAINT)
        if side == "out":
            object.__setattr__(made, "region", (self.width - self.edge - made.region[2], self.top, *made.region[2:]))
        self.top += 46
        return self

    def say(self, side: str, *rows: str, panelled: bool = True, clock: str = "") -> "Screen":
        """Put a bubble."""
        step, padding = round(self.letter * 1.4), round(self.letter * 0.7)
        start = len(self.lines)
        for index, row in enumerate(rows):
            self.line(row, self.edge + padding, self.top + padding + index * step)
        said = self.lines[start:]
        wide = max(line.region[2] for line in said) + 2 * padding
        height = len(rows) * step + 2 * padding - (step - self.letter)
        left = self.edge if side == "in" else self.width - self.edge - wide
        panel = (left, self.top, wide, height)
        colour = self.theirs if side == "in" else self.mine
        for line in said:
            object.__setattr__(line, "region", (left + padding, *line.region[1:]))
            if panelled:
                object.__setattr__(line, "panel", panel)
                object.__setattr__(line, "ground", colour)
        if clock:
            beside = left + wide + 16 if side == "in" else left - 120
            self.line(clock, beside, self.top + height - 34, 34, ink=FAINT)
        self.top += height + round(self.letter * 0.8)
        return self

    def space(self, height: int) -> "Screen":
        """Leave some pixels free."""
        self.top += height
        return self

    def field(self, text: str = "发消息") -> "Screen":
        """Put the field for typing; the page ends below it."""
        self.line(text, 150, self.top + 60, panel=(0, self.top + 20, self.width, 140))
        self.top += 160
        return self

    def done(self) -> Page:
        """Return the page."""
        panels = [(line, line.panel) for line in self.lines if line.panel and line.panel[3] == 20_000]
        for line, _ in panels:
            object.__setattr__(line, "panel", (0, 220, self.width, self.top - 220))
        lines = sorted(self.lines, key=lambda line: (line.region[1], line.region[0]))
        return Page(tuple(lines), self.width, self.top, Around(ZoneInfo("Asia/Shanghai"), self.captured))
