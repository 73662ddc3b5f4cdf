"""The few widgets that everything in the window is built from: plain labels, buttons, hairlines, choices.

Evidence is untrusted text: every label here shows it as it is, never as markup.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from html import escape
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import language, word
from ui.icons import icon
from ui.keeping import pieces_of
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, FontRole, control_height, current, font, icon_size, scaled, theme

ButtonLook = str
"""``primary``, ``outline``, ``danger``, ``link``, ``row``, ``icon`` without words, or empty for a flat one."""


class PlainLabel(QLabel):
    """A label that never interprets its text and follows the theme's fonts."""

    def __init__(self, text: str = "", role: FontRole = "body", tone: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self._role: FontRole = role
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.setProperty("tone", tone)
        self.setFont(font(role))
        theme.changed.connect(self._dress)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._words

    def setText(self, text: str) -> None:
        """Show a text; where lines wrap, names without spaces may be broken too."""
        self._words = text
        super().setText(breakable(text) if self.wordWrap() else text)

    def set_tone(self, tone: str) -> None:
        """Change the colour: muted, faint, attention, broken, verified, accent or empty."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def _dress(self) -> None:
        self.setFont(font(self._role))


LONGEST_RUN = 14  # characters without a space that the narrowest label holds in one line


_TOGETHER = re.compile(
    r"(?<=[0-9])(?=[\u3400-\u9fff])"  # 16 and 天
    r"|(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff][。，、；：！？…）」』”]*$)",  # the last two characters of a paragraph
    re.MULTILINE,
)
"""Where a line of Chinese must not end: a lone character would stand below it."""


def breakable(text: str) -> str:
    """Return the text with invisible places to break inside long names and paths, none before a lone end."""
    together = _TOGETHER.sub("\u2060", text)
    return re.sub(rf"[!-~]{{{LONGEST_RUN}}}(?=[!-~])", "\\g<0>\u200b", together)


class ElidedLabel(PlainLabel):
    """One line that ends in an ellipsis where it does not fit; the whole text is its tool tip."""

    def __init__(self, text: str = "", role: FontRole = "body", tone: str = "") -> None:
        super().__init__(text, role, tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        line = " ".join(self.text().split())
        shown = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        self.setToolTip("" if shown == line else plain_tip(self.text()))


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a text as it is, in lines: tool tips guess whether they are markup."""
    return f"<p>{escape(text)}</p>"


def short_tip(text: str) -> str:
    """Return a tool tip in one line, unless something in it could be taken for markup."""
    return plain_tip(text) if "<" in text or "&" in text else text


BUTTON_ICON_PX = 18
ICON_DROP_PX = 1
"""How much lower than the middle an icon stands beside a text: letters fill the lower part of their line."""


class Button(QPushButton):
    """A push button whose icon follows the theme."""

    def __init__(self, text: str = "", look: ButtonLook = "", icon_name: str = "") -> None:
        super().__init__(text)
        self._icon_name = icon_name
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor if look == "link" else Qt.CursorShape.ArrowCursor)
        self._dress()
        theme.changed.connect(self._dress)

    def set_look(self, look: ButtonLook) -> None:
        """Look otherwise."""
        self.setProperty("look", look)
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._dress()

    def _dress(self) -> None:
        self.setFont(font("emphasis" if self.property("look") == "fold" else "body"))
        side = scaled(BUTTON_ICON_PX)
        self.setIconSize(QSize(side, side))
        if self._icon_name:
            tokens = current()
            colours = {"primary": tokens.accent_text, "danger": tokens.broken, "link": tokens.accent}
            colour = colours.get(self.property("look"), tokens.text_muted)
            self.setIcon(icon(self._icon_name, colour, side, ICON_DROP_PX))


class IconButton(QToolButton):
    """A square button with an icon only; its name is spoken and shown as tool tip."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setAutoRaise(True)
        self._dress()
        theme.changed.connect(self._dress)

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._dress()

    def set_name(self, name: str) -> None:
        """Say what it does; the name of an exhibit can be a part of it."""
        self.setToolTip(short_tip(name))
        self.setAccessibleName(name)

    def _dress(self) -> None:
        side = icon_size()
        self.setIconSize(QSize(side, side))
        self.setMinimumSize(control_height(), control_height())
        self.setIcon(icon(self._icon_name, size_px=side))


class Hairline(QFrame):
    """One pixel that separates without shouting."""

    def __init__(self, *, vertical: bool = False) -> None:
        super().__init__()
        self.setProperty("part", "hairline")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class ScrollColumn(QScrollArea):
    """Content that is taller than its place: without a frame, it scrolls up and down only.

    It takes the Tab key only if ``takes_keys``: what holds fields or buttons is scrolled by going through them.
    """

    def __init__(self, *, takes_keys: bool = False) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not takes_keys:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, content: QWidget) -> None:
        """Scroll this, on the ground that lies below it."""
        content.setProperty("part", "scrolled")
        self.setWidget(content)


def column_under_line(widget: QWidget) -> QVBoxLayout:
    """Set a widget off by a line at its top, and return the column for what lies below that."""
    inner = QVBoxLayout()
    inner.setContentsMargins(SPACE_4 + SPACE_2, SPACE_3, SPACE_4, SPACE_3)
    inner.setSpacing(SPACE_2)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Hairline())
    column.addLayout(inner)
    return inner


Member = TypeVar("Member", bound=StrEnum)

OPENING_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F4})


class Choice(QComboBox, Generic[Member]):
    """A closed choice among the members of an enumeration, in the window's language.

    Only the open list changes it: the wheel scrolls the page behind it, keys open it or do nothing, so that no fact
    is changed by accident.
    """

    def __init__(self, members: Iterable[Member], say: Callable[[Member], str] = word) -> None:
        super().__init__()
        self._members = list(members)
        self._say = say
        self.addItems([""] * len(self._members))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of all members."""
        for index, member in enumerate(self._members):
            self.setItemText(index, self._say(member) or "–")

    def member(self) -> Member:
        """Return the chosen member."""
        return self._members[max(0, self.currentIndex())]

    def set_member(self, member: Member) -> None:
        """Choose a member; one that is not offered is added, so that no fact is changed by being shown."""
        if member not in self._members:
            self._members.append(member)
            self.addItem("")
            self.retranslate()
        self.setCurrentIndex(self._members.index(member))

    def showPopup(self) -> None:
        """Open the list, which is spoken of by the choice's own name."""
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list; leave all other keys to what is around."""
        if event.key() in OPENING_KEYS:
            self.showPopup()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def part(widget: QWidget, name: str) -> QWidget:
    """Give a plain widget one of the style sheet's grounds: surface, background, bar, card."""
    widget.setProperty("part", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


TAB_FOCUS = Qt.FocusPolicy.TabFocus.value  # as a number: combining flags takes longer than all else here


def in_visual_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the Tab key in a widget, in the order in which layouts show it."""
    if widget.focusPolicy().value & TAB_FOCUS:
        yield widget
    elif isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from in_visual_order(inside)
    elif isinstance(widget, QSplitter):
        for position in range(widget.count()):
            for piece in (widget.handle(position), widget.widget(position)):
                if piece is not None:
                    yield from in_visual_order(piece)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for piece in pieces_of(layout):
        yield from in_visual_order(piece) if isinstance(piece, QWidget) else _in_layout(piece)


def chain_tabs(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from each widget to the next."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)


def is_language_change(event: QEvent) -> bool:
    """Tell whether a widget has to set its texts again."""
    return event.type() is QEvent.Type.LanguageChange
