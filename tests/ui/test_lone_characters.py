"""Where lines of Chinese end: no unit stands without its number, and no character alone in the last line."""

import pytest
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from ui.controls import PlainLabel, breakable
from ui.tokens import font

TEXTS = (
    "至 2026-11-11 未获答复 · 机构自己的投诉部门 · 已过16天",
    "还没有说明哪些号码是对方的：3 个来电或发信号码暂不计入。",
    "還沒有說明哪些號碼是對方的：3 個來電或發訊號碼暫不計入。",
)


def lines(text: str, width: int) -> list[str]:
    layout = QTextLayout(text, font("body"))
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip().replace("\u2060", ""))
    layout.endLayout()
    return found


def lone(found: list[str]) -> list[str]:
    """Return the last lines that hold one character, and lines that begin with a number's unit."""
    return [
        each for each in (found[-1].rstrip("。"), *(line for line in found[1:] if line[0] == "天")) if len(each) < 2
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_no_character_stands_alone_below_its_sentence(qapp: QApplication, text: str) -> None:
    widths = range(120, 480, 3)
    assert any(lone(lines(text, width)) for width in widths), "a text that never ended so shows nothing"
    assert not [found for width in widths if lone(found := lines(breakable(text), width))]


def test_a_label_still_says_what_it_was_given(qapp: QApplication) -> None:
    assert PlainLabel(TEXTS[0], wrap=True).text() == TEXTS[0]
