"""The widgets' look, made from the tokens: one palette and one style sheet for the application."""

import re

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from evidence_app.resources import resource
from ui import tokens
from ui.tokens import RADIUS_CARD, RADIUS_CONTROL, Tokens, reduced_motion, scaled

Role = QPalette.ColorRole
STILL = "* { widget-animation-duration: 0; }\n"


def apply_style(app: QApplication) -> None:
    """Dress the whole application in the tokens in force; call again when they change."""
    colours = tokens.current()
    app.setFont(tokens.font("body"))
    app.setPalette(_palette(colours))
    app.setStyleSheet(_sheet(colours))


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    for role, colour in {
        Role.Window: colours.background,
        Role.WindowText: colours.text,
        Role.Base: colours.surface,
        Role.AlternateBase: colours.surface_sunken,
        Role.Text: colours.text,
        Role.PlaceholderText: colours.text_faint,
        Role.Button: colours.surface_raised,
        Role.ButtonText: colours.text,
        Role.Highlight: colours.accent,
        Role.HighlightedText: colours.accent_text,
        Role.Link: colours.accent,
        Role.ToolTipBase: colours.surface_raised,
        Role.ToolTipText: colours.text,
        Role.Accent: colours.accent,
        Role.Mid: colours.hairline,
        Role.Light: colours.surface_raised,
        Role.Midlight: colours.hover,
        Role.Dark: colours.hairline,
        Role.Shadow: colours.hairline,
    }.items():
        palette.setColor(role, colour)
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours.text_faint)
    return palette


def _css(colour: QColor) -> str:
    return colour.name(QColor.NameFormat.HexRgb)


def _sheet(colours: Tokens) -> str:
    names = {name: _css(value) for name, value in vars(colours).items() if isinstance(value, QColor)}
    sheet = resource("style.qss").read_text(encoding="utf-8")
    names |= {"radius_card": f"{RADIUS_CARD}px", "radius_control": f"{RADIUS_CONTROL}px"}
    names["icons"] = resource("icons").as_posix()
    names["caret"] = "caret-down-dark.svg" if colours.dark else "caret-down-light.svg"
    names["clear"] = "x-dark.svg" if colours.dark else "x-light.svg"
    names["tick"] = "check-dark.svg" if colours.dark else "check-light.svg"
    for name in sorted(names, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", names[name])
    sheet = re.sub(r"\b(\d+)spx\b", lambda found: f"{scaled(int(found[1]))}px", sheet)
    return sheet + (STILL if reduced_motion() else "")
