"""A look made by chance: colours, corners, faces, names and times stand where no one app puts all of them."""

import colorsys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.truth.fresh.phone import Drawing
from benchmarks.truth.sheet import Sheet

CSS = (Path(__file__).parent / "looks.css").read_text(encoding="utf-8")
FONTS = {
    "CNY": (
        "Noto Sans CJK SC",
        "LXGW WenKai",
        "WenQuanYi Micro Hei",
        "Noto Serif CJK SC",
        "Inter, Noto Sans CJK SC",
        "WenQuanYi Zen Hei",
        "Lato, Noto Sans CJK SC",
    ),
    "TWD": ("Noto Sans CJK TC", "Inter, Noto Sans CJK TC", "Noto Serif CJK TC", "Lato, Noto Sans CJK TC"),
    "HKD": ("Noto Sans CJK HK", "Inter, Noto Sans CJK HK", "Lato, Noto Sans CJK HK"),
}


def colour(hue: float, light: float, full: float = 0.5) -> str:
    """Return a colour as CSS; all three from 0 to 1."""
    parts = colorsys.hls_to_rgb(hue % 1, light, full)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


@dataclass
class Look(Drawing):
    """One screen being drawn in a look of its own; ``marks`` are the look's choices by name."""

    marks: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.font = self.source.choice(FONTS[self.currency])

    def pick(self, name: str, *choices: str) -> str:
        """Choose once how something looks on this screen."""
        if name not in self.marks:
            self.marks[name] = self.source.choice(choices)
        return self.marks[name]

    def sheet(self, css: str, body: str, least: int | None = None, most: int | None = None) -> Sheet:
        """Return the page in this look."""
        size = self.source.choice((14.5, 15, 16, 16, 17, 18))
        root = f":root{{--font:{self.font},Inter,Noto Color Emoji;--size:{size}px;{self._colours()}}}"
        whole = f"{css} {'dark' if self.dark else 'light'}"
        html = f'<!doctype html><meta charset=utf-8><style>{root}{CSS}</style><body class="{whole}">{self.bar()}{body}'
        least = self.high if least is None else least
        return Sheet(html, self.width, self.density, least, most or self.high, self.truth, self.order)

    def _colours(self) -> str:
        """Return the colours and measures of chats and lists."""
        source, hue = self.source, self.source.random()
        other = hue + source.choice((0.0, 0.08, 0.3, 0.5))
        if self.dark:
            page, ink = colour(hue, source.uniform(0.02, 0.09), 0.2), colour(hue, 0.88, 0.1)
            theirs, ours = colour(hue, source.uniform(0.14, 0.2), 0.15), colour(other, source.uniform(0.25, 0.38), 0.5)
            own_ink, card = "#fff", colour(hue, source.uniform(0.1, 0.14), 0.12)
        else:
            page, ink = colour(hue, source.uniform(0.91, 0.98), 0.35), colour(hue, 0.11, 0.2)
            theirs = source.choice(("#ffffff", "#ffffff", colour(hue, 0.86, 0.2)))
            strong = source.random() < 0.5
            ours = (
                colour(other, source.uniform(0.4, 0.5), 0.7)
                if strong
                else colour(other, source.uniform(0.74, 0.86), 0.7)
            )
            own_ink, card = "#fff" if strong else ink, "#ffffff"
            if theirs == "#ffffff" and source.random() < 0.2:
                page = "#fcfcfd"
                theirs = colour(hue, 0.93, 0.2)
        head = source.choice((page, card, colour(hue, 0.42, 0.6)))
        head_ink = "#fff" if head not in (page, card) else ink
        parts = {
            "page": page,
            "ink": ink,
            "in": theirs,
            "out": ours,
            "outink": own_ink,
            "card": card,
            "head": head,
            "headink": head_ink,
            "key": colour(other, 0.6 if self.dark else 0.45, 0.6),
            "faint": colour(hue, 0.52, 0.06),
            "edge": f"{source.choice((0, 4, 8, 12, 16, 20, 24))}px",
            "wide": f"{source.randrange(62, 84)}%",
            "pad": f"{source.choice((7, 9, 11, 13))}px {source.choice((10, 13, 16))}px",
            "lead": f"{source.choice((1.25, 1.35, 1.45, 1.6))}",
            "gap": f"{source.choice((3, 5, 8, 11))}px",
            "face": f"{source.choice((28, 34, 40, 46))}px",
            "round": source.choice(("50%", "6px", "22%")),
            "line": f"{source.choice((9, 12, 15))}px",
            "sub": f"{source.choice((11.5, 12.5, 13))}px",
        }
        return "".join(f"--{name}:{value};" for name, value in parts.items())
