"""Colours, spacing and type: the one place where the window's look is decided.

Widgets ask `current()` when they paint and listen to `theme.changed`; nothing else names a colour or a size.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5, SPACE_6 = 4, 8, 12, 16, 24, 32
RADIUS_CARD = 8
RADIUS_CONTROL = 6
CONTROL_HEIGHT = 30  # at 100 %; `control_height` grows with the text
ICON_SIZE = 20  # at 100 %
SIDEBAR_WIDTH = 240
INSPECTOR_WIDTH = 380
MOTION_MS = 140  # `motion_ms` is what an animation asks for

TEXT_SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""How large text can be, as shares of its usual size; the window was looked at in these, so there are no others."""
LARGEST_USUAL_PX = 15.0
"""Up to here (GNOME's 11 pt) a system's font size is its maker's choice; what is larger was chosen by the person."""

AA_TEXT = 4.5  # WCAG 2.2, 1.4.3: text
AA_SHAPE = 3.0  # WCAG 2.2, 1.4.11: edges and glyphs that carry meaning

FontRole = Literal["caption", "body", "emphasis", "title", "page"]
SIZES_PX: dict[FontRole, float] = {"caption": 12, "body": 13.5, "emphasis": 15, "title": 18, "page": 24}
LINE_HEIGHT = 1.5  # of the font size, for running Chinese text


class Appearance(StrEnum):
    """Which colours a person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """How much may move on the screen."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Density(StrEnum):
    """How much of a timeline one screen shows."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


@dataclass(frozen=True)
class Tokens:
    """All colours of one appearance; greys share one hue, the accent is for what one can do now."""

    dark: bool
    background: QColor
    surface: QColor
    surface_raised: QColor
    surface_sunken: QColor
    hover: QColor
    hairline: QColor
    control_edge: QColor
    text: QColor
    text_muted: QColor
    text_faint: QColor
    accent: QColor
    accent_hover: QColor
    accent_text: QColor
    verified: QColor
    attention: QColor
    attention_surface: QColor
    found: QColor
    """Behind words that were searched for."""
    broken: QColor
    broken_surface: QColor
    incoming: QColor
    outgoing: QColor
    missed: QColor
    selection: QColor
    focus: QColor


LIGHT = Tokens(
    dark=False,
    background=QColor("#F3F5F6"),
    surface=QColor("#FFFFFF"),
    surface_raised=QColor("#FFFFFF"),
    surface_sunken=QColor("#F7F9F9"),
    hover=QColor("#E9EDEF"),
    hairline=QColor("#DCE2E5"),
    control_edge=QColor("#77848B"),
    text=QColor("#1A2226"),
    text_muted=QColor("#4F5B62"),
    text_faint=QColor("#5F6B72"),
    accent=QColor("#0F766E"),
    accent_hover=QColor("#0B5E58"),
    accent_text=QColor("#FFFFFF"),
    verified=QColor("#157347"),
    attention=QColor("#8A5300"),
    attention_surface=QColor("#FDF3DD"),
    found=QColor("#FDE9B8"),
    broken=QColor("#B3261E"),
    broken_surface=QColor("#FCEBEA"),
    incoming=QColor("#5B7690"),
    outgoing=QColor("#4A8581"),
    missed=QColor("#B4740E"),
    selection=QColor("#DCEEEC"),
    focus=QColor("#0F8A80"),
)

DARK = Tokens(
    dark=True,
    background=QColor("#14181A"),
    surface=QColor("#1B2023"),
    surface_raised=QColor("#242A2E"),
    surface_sunken=QColor("#171C1E"),
    hover=QColor("#262D31"),
    hairline=QColor("#333B40"),
    control_edge=QColor("#798890"),
    text=QColor("#E7ECEE"),
    text_muted=QColor("#ABB6BC"),
    text_faint=QColor("#9AA6AD"),
    accent=QColor("#4CC3B5"),
    accent_hover=QColor("#74D6CA"),
    accent_text=QColor("#06211E"),
    verified=QColor("#5BC48B"),
    attention=QColor("#E9B45C"),
    attention_surface=QColor("#35290F"),
    found=QColor("#453610"),
    broken=QColor("#F28B82"),
    broken_surface=QColor("#3A1F1D"),
    incoming=QColor("#86A3BF"),
    outgoing=QColor("#6FB0AA"),
    missed=QColor("#D39A43"),
    selection=QColor("#1F3E3C"),
    focus=QColor("#4CC3B5"),
)


class Theme(QObject):
    """Announces when colours or fonts changed; widgets that cache them rebuild."""

    changed = Signal()
    density_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.density = Density.COMFORTABLE
        self.appearance = Appearance.SYSTEM
        self.families: tuple[str, ...] = ()
        self.narrow_marks = False
        self.text_scale = 1.0
        self.motion = Motion.SYSTEM
        self._following = False

    def choose(self, appearance: Appearance) -> None:
        """Use the system's colours or force light or dark, at once."""
        self.appearance = appearance
        hints = QGuiApplication.styleHints()
        if not self._following:
            self._following = True
            hints.colorSchemeChanged.connect(self._system_changed)
        scheme = {
            Appearance.SYSTEM: Qt.ColorScheme.Unknown,
            Appearance.LIGHT: Qt.ColorScheme.Light,
            Appearance.DARK: Qt.ColorScheme.Dark,
        }[appearance]
        hints.setColorScheme(scheme)
        self.changed.emit()

    def use_families(self, families: tuple[str, ...], *, narrow_marks: bool = False) -> None:
        """Set the font families, the most wanted first; the system's own are tried behind them.

        ``narrow_marks`` makes a Chinese font's quotation marks as wide as Latin text needs them.
        """
        self.families, self.narrow_marks = families, narrow_marks
        _font.cache_clear()
        self.changed.emit()

    def scale_text(self, chosen: float) -> None:
        """Make all text ``chosen`` times as large as usual, and larger still where the system's own text is.

        Together it is the nearest of ``TEXT_SCALES``, so never beyond twice.
        """
        wanted = chosen * _system_scale()
        scale = min(TEXT_SCALES, key=lambda offered: abs(offered - wanted))
        if scale != self.text_scale:
            self.text_scale = scale
            _font.cache_clear()
            self.changed.emit()

    def move(self, motion: Motion) -> None:
        """Let things move as the system says, always, or never."""
        if motion is not self.motion:
            self.motion = motion
            self.changed.emit()

    def set_density(self, density: Density) -> None:
        """Show more or less of a timeline at once."""
        if density is not self.density:
            self.density = density
            self.density_changed.emit()

    def _system_changed(self) -> None:
        if self.appearance is Appearance.SYSTEM:
            self.changed.emit()


theme = Theme()


def current() -> Tokens:
    """Return the colours in force: the forced ones, else the system's."""
    if theme.appearance is Appearance.SYSTEM:
        return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if theme.appearance is Appearance.DARK else LIGHT


def scaled(length_px: float) -> int:
    """Return how long something that holds text, or stands beside it, is at the text's present size."""
    return round(length_px * theme.text_scale)


def control_height() -> int:
    """Return the least height of a button or a field: a line of text and its unscaled air."""
    air = CONTROL_HEIGHT - ICON_SIZE
    return scaled(CONTROL_HEIGHT - air) + air


def icon_size() -> int:
    """Return the side of an icon that stands alone."""
    return scaled(ICON_SIZE)


def motion_ms() -> int:
    """Return how long a movement lasts; 0 where nothing shall move."""
    return 0 if reduced_motion() else MOTION_MS


def reduced_motion() -> bool:
    """Tell whether things go to their place at once, because the person or the system wants it."""
    if theme.motion is not Motion.SYSTEM:
        return theme.motion is Motion.REDUCED
    style = QApplication.style() if isinstance(QApplication.instance(), QApplication) else None
    return style is not None and not style.styleHint(QStyle.StyleHint.SH_Widget_Animate)


def _system_scale() -> float:
    """Return how much larger than any maker's default the person has set the system's own text, at least 1.0."""
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(1.0, QFontInfo(general).pixelSize() / LARGEST_USUAL_PX)


def font(role: FontRole = "body") -> QFont:
    """Return the font of a role, with tabular numbers. Sizes are logical pixels; Qt scales them."""
    return QFont(_font(role))


@lru_cache(maxsize=16)
def _font(role: FontRole) -> QFont:
    result = QFont(QGuiApplication.font())
    if theme.families:
        result.setFamilies(list(theme.families))
    screen = QGuiApplication.primaryScreen()
    dots_per_inch = screen.logicalDotsPerInchY() if screen else 96.0
    result.setPointSizeF(SIZES_PX[role] * theme.text_scale * 72 / dots_per_inch)
    result.setWeight(QFont.Weight.DemiBold if role in {"title", "page"} else QFont.Weight.Normal)
    if role == "emphasis":
        result.setWeight(QFont.Weight.Medium)
    result.clearFeatures()  # those of the language before: the application's font carries them along
    result.setFeature(QFont.Tag("tnum"), 1)
    if theme.narrow_marks:
        result.setFeature(QFont.Tag("palt"), 1)
    return result


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1.0–21.0 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(channel) for channel in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)


GROUNDS = ("background", "surface", "surface_raised", "surface_sunken", "hover", "selection")
"""What a text or a mark can stand on: a page, a card, a menu, a chip; under the pointer; chosen."""

TEXT_PAIRS = tuple(
    [
        (text, ground)
        for text in ("text", "text_muted", "text_faint", "accent", "broken", "verified", "attention")
        for ground in GROUNDS
    ]
    + [(text, "attention_surface") for text in ("text", "text_muted", "text_faint", "accent", "attention")]
    + [(text, "found") for text in ("text", "text_muted", "text_faint", "accent", "attention")]
    + [(text, "broken_surface") for text in ("text", "text_muted", "broken")]
    + [("accent_text", "accent"), ("accent_text", "accent_hover")]
)
"""Which text stands on which ground: each pair reaches AA_TEXT."""

SHAPE_PAIRS = tuple(
    [
        (shape, ground)
        for shape in ("incoming", "outgoing", "missed", "focus", "control_edge", "accent", "attention", "broken")
        for ground in GROUNDS
    ]
    + [(shape, ground) for shape in ("focus", "control_edge") for ground in ("attention_surface", "broken_surface")]
    + [("attention", "attention_surface"), ("broken", "broken_surface")]
)
"""Edges and glyphs that carry meaning: each pair reaches AA_SHAPE."""
