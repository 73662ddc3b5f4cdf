"""What a machine can say about a picture: what is cut, sticks out or overlaps, and words of another language.

Each judge looks at the widgets that are on the screen and names what is wrong; painted lists it cannot judge.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from xml.etree import ElementTree

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QTextBlock
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from evidence_app.phrases import Language
from evidence_app.resources import resource
from ui.controls import ElidedLabel
from ui.dropping import DropTarget
from ui.help import HelpMark
from ui.i18n import QT_NAMES, language
from ui.sidebar.sidebar import MenuButton

ROUNDING_PX = 2
"""Hints of widths are rounded up, widths of layouts down."""
OVERLAYS = (DropTarget, HelpMark)
"""Widgets that lie over others, or reach beyond their line to be easier to hit, on purpose."""
SHORTEST_PATTERN = 6
"""Characters that a text with a gap must have besides the gap, before it says anything about a language."""


def judge(windows: list[QWidget]) -> list[str]:
    """Return what is wrong with what is shown, each line once."""
    found: list[str] = []
    for window in windows:
        for widget in shown(window):
            found += [*cut(widget), *outside(widget), *overlapping(widget)]
        found += mixed_languages(window)
    return list(dict.fromkeys(found))


def shown(window: QWidget) -> Iterator[QWidget]:
    """Yield every widget of a window that can be seen, the window first."""
    yield window
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty() and widget.window() is window:
            yield widget


def name_of(widget: QWidget) -> str:
    """Return how a report names a widget: its class, its text, and in what it lies."""
    text = (
        _text(widget)
        or (widget.toPlainText() if isinstance(widget, QPlainTextEdit) else "")
        or widget.accessibleName()
        or widget.objectName()
    )
    parent = widget.parentWidget()
    where = f" in {type(parent).__name__}" if parent is not None else ""
    return f"{type(widget).__name__} “{text[:48]}”{where}"


# Text that is cut


def cut(widget: QWidget) -> Iterator[str]:
    """Say if a widget is too small for its text."""
    needed, given = _needed(widget), widget.size()
    if needed is None or _inside_view(widget):
        return
    wide, high = needed.width() > given.width() + ROUNDING_PX, needed.height() > given.height() + ROUNDING_PX
    if wide or high:
        yield (
            f"cut: {name_of(widget)}: needs {needed.width()}×{needed.height()}, has {given.width()}×{given.height()}"
        )


def _needed(widget: QWidget) -> QSize | None:
    match widget:
        case ElidedLabel() | MenuButton():
            return None  # they end in an ellipsis
        case QLabel():
            return _label_needs(widget)
        case QTabBar():
            return widget.minimumSizeHint()
        case QPlainTextEdit():
            return _typed_needs(widget)
        case QComboBox():
            return _choice_needs(widget)
        case QLineEdit():
            return _line_needs(widget)
        case QPushButton() | QCheckBox() | QRadioButton() | QToolButton():
            return QSize(widget.sizeHint().width(), widget.fontMetrics().height()) if widget.text() else None
    return None


def _label_needs(label: QLabel) -> QSize | None:
    if not label.text():
        return None
    if label.wordWrap():
        longest = max(QLabel.text(label).replace("\u200b", " ").split(), key=len, default="")
        word = label.fontMetrics().horizontalAdvance(longest) if longest.isascii() else 0
        return QSize(word, label.heightForWidth(label.width()))
    return label.sizeHint()


def _typed_needs(editor: QPlainTextEdit) -> QSize | None:
    """Return what a text of several lines needs: it may be scrolled down where a bar says so, never to the side."""
    if not editor.toPlainText():
        return None
    viewport, bar = editor.viewport(), editor.verticalScrollBar()
    widest = max(
        (block.layout().lineAt(line).naturalTextWidth() for block in _blocks(editor) for line in _lines(block)),
        default=0.0,
    )
    missing_width = max(0, round(widest) - viewport.width())
    missing_lines = 0 if bar.isVisible() else bar.maximum()
    return editor.size() + QSize(missing_width, missing_lines * editor.fontMetrics().lineSpacing())


def _blocks(editor: QPlainTextEdit) -> Iterator[QTextBlock]:
    block = editor.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def _lines(block: QTextBlock) -> range:
    return range(block.layout().lineCount())


def _choice_needs(choice: QComboBox) -> QSize:
    option = QStyleOptionComboBox()
    option.initFrom(choice)
    field = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
    )
    text = choice.fontMetrics().horizontalAdvance(choice.currentText())
    return QSize(text + choice.width() - field.width(), choice.fontMetrics().height())


def _line_needs(line: QLineEdit) -> QSize:
    """Return what a line needs: a typed text may be longer, what it says while it is empty may not."""
    words = line.placeholderText() if not line.text() else ""
    margins = line.textMargins()
    frame = 2 * line.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth, None, line)
    width = line.fontMetrics().horizontalAdvance(words) + margins.left() + margins.right() + frame if words else 0
    return QSize(width, QFontMetrics(line.font()).height())


def _inside_view(widget: QWidget) -> bool:
    """Tell whether a widget is only an item view's own editor, header or corner."""
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QAbstractItemView)


# Places


def outside(widget: QWidget) -> Iterator[str]:
    """Say if a widget sticks out of what it lies in, where it cannot be scrolled into sight."""
    parent = widget.parentWidget()
    if widget.isWindow() or parent is None or isinstance(parent, QLineEdit):
        return
    if isinstance(widget, (*OVERLAYS, QSplitterHandle)):
        return
    if isinstance(parent.parentWidget(), QAbstractScrollArea):
        yield from _too_wide_to_scroll(widget, parent)
    elif not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield f"outside: {name_of(widget)}: {_box(widget.geometry())} in {_box(parent.rect())}"


def _too_wide_to_scroll(widget: QWidget, viewport: QWidget) -> Iterator[str]:
    area = viewport.parentWidget()
    if isinstance(area, QAbstractScrollArea) and not isinstance(area, QAbstractItemView):
        bar = area.horizontalScrollBar()
        if widget.width() > viewport.width() + 1 and not (bar.isVisible() or bar.maximum() > 0 and bar.isEnabled()):
            yield f"outside: {name_of(widget)}: {widget.width()} px wide, only {viewport.width()} px can be seen"


def overlapping(widget: QWidget) -> Iterator[str]:
    """Say which children of a widget lie over one another."""
    if isinstance(widget, (QMainWindow, QAbstractScrollArea, QComboBox, QLineEdit, QMenu, QAbstractButton)):
        return
    children = [
        child
        for child in widget.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not isinstance(child, (*OVERLAYS, QSplitterHandle))
        and not child.property("overlay")
    ]
    for one, other in combinations(children, 2):
        common = one.geometry() & other.geometry()
        if common.width() > 1 and common.height() > 1:
            yield f"overlap: {name_of(one)} and {name_of(other)}: {_box(common)}"


def _box(rect: QRect) -> str:
    return f"{rect.width()}×{rect.height()}+{rect.x()}+{rect.y()}"


def beyond_screen(window: QWidget, screen: QSize) -> Iterator[str]:
    """Say if a window is larger than the screen it is on."""
    place = QRect(window.mapToGlobal(QPoint()), window.size())
    if not QRect(QPoint(), screen).adjusted(-1, -1, 1, 1).contains(place):
        yield f"beyond the screen: {name_of(window)}: {_box(place)} on {screen.width()}×{screen.height()}"


# Languages


def mixed_languages(window: QWidget) -> Iterator[str]:
    """Say which shown texts are the program's own, but in another language than the one in force."""
    for widget in shown(window):
        for text in texts(widget):
            if (other := foreign(text, language.chosen)) is not None:
                yield f"language: {name_of(widget)}: “{text[:60]}” is {other.value}"


def texts(widget: QWidget) -> Iterator[str]:
    """Yield what a widget shows or speaks."""
    yield from filter(None, (_text(widget), widget.accessibleName(), widget.accessibleDescription()))
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QMenu):
        yield from (action.text().partition("\t")[0] for action in widget.actions())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    placeholder = getattr(widget, "placeholderText", None)
    if callable(placeholder):
        yield placeholder()
    yield re.sub("<[^>]*>", "", widget.toolTip())


def _text(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text().replace("\u200b", "")
    return ""


def foreign(text: str, chosen: Language) -> Language | None:
    """Return the language of a catalogue's text that is not the chosen one's; None for any other text."""
    text = text.strip()
    if not any(map(str.isalpha, text)) or _speaks(text, chosen):
        return None
    return next((other for other in Language if other is not chosen and _speaks(text, other)), None)


def _speaks(text: str, spoken: Language) -> bool:
    whole, patterns = _catalogue(spoken)
    return text in whole or any(pattern.fullmatch(text) for pattern in patterns)


@cache
def _catalogue(spoken: Language) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return a language's texts of the window: those without gaps, and patterns of those with gaps."""
    tree = ElementTree.parse(resource("translations") / f"juzheng_{QT_NAMES[spoken]}.ts")
    found: set[str] = set()
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None:
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found.update(filter(None, forms))
    gaps = re.compile(r"%n|%\d")
    patterns = [text for text in found if gaps.search(text) and len(gaps.sub("", text)) >= SHORTEST_PATTERN]
    return (
        frozenset(text for text in found if not gaps.search(text)),
        tuple(re.compile(".+".join(map(re.escape, gaps.split(text))), re.DOTALL) for text in patterns),
    )
