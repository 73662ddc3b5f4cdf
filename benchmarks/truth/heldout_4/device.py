"""The phones: widths, densities, fonts, and the clock in the status bar."""

import random
from dataclasses import dataclass
from datetime import datetime

from benchmarks.truth.sheet import tag

# pixels across, device pixel ratio, pixels down
IPHONES = (
    (750, 2.0, 1334),
    (828, 2.0, 1792),
    (1170, 3.0, 2532),
    (1179, 3.0, 2556),
    (1284, 3.0, 2778),
    (1125, 3.0, 2436),
)
ANDROIDS = (
    (720, 2.0, 1600),
    (1080, 2.75, 2400),
    (1080, 3.0, 2340),
    (1080, 2.625, 2400),
    (1220, 3.0, 2712),
    (1440, 3.5, 3200),
)


@dataclass(frozen=True)
class Device:
    """One phone; ``font`` names one of `looks.FONTS`."""

    width: int
    density: float
    height: int
    font: str
    apple: bool

    @property
    def high(self) -> float:
        """Return the height of its screen in CSS pixels."""
        return self.height / self.density


def device(source: random.Random, place: str, apple: bool | None = None, least: int = 0) -> Device:
    """Return a phone as people of a place have it, at least so wide."""
    apple = source.random() < 0.4 if apple is None else apple
    sizes = [each for each in (IPHONES if apple else ANDROIDS) if each[0] >= least]
    fonts = [f"{'ios' if apple else 'android'}-{place}"]
    if place == "cn" and not apple:
        fonts += [fonts[0], "open-cn", "micro", "kai"]
    return Device(*source.choice(sizes), source.choice(fonts), apple)


def status(at: datetime, source: random.Random) -> str:
    """Return the bar with the clock."""
    return tag(
        "status",
        f"<span>{at:%H:%M}</span><span>{source.choice(('5G', '4G', '5G ᯤ'))[:2]} {source.randrange(15, 99)}%</span>",
    )
