"""The colours reach WCAG AA wherever text or a meaningful shape stands on a ground."""

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from evidence_app.resources import resource
from ui.tokens import AA_SHAPE, AA_TEXT, DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Tokens, contrast, current


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_readable_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= AA_TEXT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_a_shape_with_a_meaning_stands_out(tokens: Tokens, shape: str, ground: str) -> None:
    assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= AA_SHAPE


def style_rules() -> list[dict[str, str]]:
    """Return the rules of the style sheet, each as its properties' tokens."""
    bodies = re.findall(r"{([^}]*)}", resource("style.qss").read_text(encoding="utf-8"))
    declared = (re.findall(r"([a-z-]+):[^;]*?@([a-z_]+)", body) for body in bodies)
    return [dict(found) for found in declared]


@pytest.mark.parametrize(
    ("text", "ground"), [("color", "background"), ("selection-color", "selection-background-color")]
)
def test_every_pair_that_the_style_sheet_puts_together_is_checked(text: str, ground: str) -> None:
    together = {(rule[text], rule[ground]) for rule in style_rules() if text in rule and ground in rule}
    assert together
    assert together <= {*TEXT_PAIRS, ("text_faint", "hover")}


def test_an_example_in_an_empty_field_is_as_readable_as_other_quiet_text(qtbot: QtBot, english: None) -> None:
    line = QLineEdit(placeholderText="2025-02-22")
    qtbot.addWidget(line)
    line.show()
    shown = line.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown.alpha() == 255
    assert contrast(shown, current().surface) >= AA_TEXT
