"""What the parts of the case page share: cards that scroll, lines with sources, ways to events and exhibits."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.controls import Button, PlainLabel, ScrollColumn
from ui.i18n import language
from ui.keeping import discard
from ui.timeline.flow import Flow
from ui.timeline.words import safe
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5, scaled, theme

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Workspace
    from evidence_app.domain.happenings import Happening
    from evidence_app.domain.pages import FilePage
    from ui.desk import Desk

MOST_WIDTH = 920
"""Wider lines are hard to follow."""

NOT_NAMED: Mapping[str, str] = {}

MOST_LINKS = 6
"""Ways to events on one line until somebody asks for more."""

MORE_LINKS = 60
"""Ways that are added then: each is a control for the keyboard to go through."""


MOST_CARDS = 20
"""Cards of one kind until somebody asks for more: hundreds take seconds to lay out, and nobody reads them at once."""

MOST_CARDS_MORE = 40
"""Cards that are added then at most: as many again as there are, so that hundreds are a few steps away."""


class CaseSection(ScrollColumn):
    """One part of the case page. `show_found` fills ``column``; what leads elsewhere is announced."""

    event_wanted = Signal(str)
    field_wanted = Signal(str)
    files_wanted = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__(takes_keys=True)
        self._desk = desk
        self.found: Workspace | None = None
        self.ticked: tuple[str, ...] | None = None
        """What somebody ticked and has not confirmed yet, None while nobody touched it: what is found meanwhile shows
        the card anew."""
        self._shown: list[QWidget] = []
        self._opened: dict[str, int] = {}
        """How many cards of a kind somebody asked for: what changes closes none of them."""
        self._called: dict[str, str] | None = None
        self._lines = QWidget()
        self.column = QVBoxLayout(self._lines)
        self.column.setContentsMargins(SPACE_5, SPACE_4, SPACE_5, SPACE_5)
        self.column.setSpacing(SPACE_3)
        self.column.addStretch(1)
        content = QWidget()
        beside = QHBoxLayout(content)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._lines, 1000)
        beside.addStretch(1)
        self.hold(content)
        theme.changed.connect(self._fit)
        language.changed.connect(self.say_again)
        self._fit()

    @property
    def desk(self) -> "Desk":
        """Where what is stated goes."""
        return self._desk

    def show_found(self, found: "Workspace | None") -> None:
        """Show what a dispute amounts to now; None shows nothing. What is shown already stays as it is."""
        if found is not self.found:
            if found is None or self.found is None or found.dispute.id != self.found.dispute.id:
                self._opened.clear()
            self.found = found
            self.say_again()

    def say_again(self) -> None:
        """Show the same anew, in another language or after a change; scrolling and the keyboard's place are kept."""
        place, held = self.verticalScrollBar().value(), self._held()
        if held is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else hiding hands the keyboard to another page's part
        for widget in self._shown:
            self.column.removeWidget(widget)
            widget.hide()
            discard(widget)
        self._shown = []
        self._called = None
        if self.found is not None:
            self.fill(self.found)
        if held is not None:
            self._hold(*held)
        self.verticalScrollBar().setValue(place)

    def _held(self) -> tuple[int, "_Name"] | None:
        """Return which of the controls has the keyboard: its place among them and its name; None for none of them."""
        controls, focused = self._controls(), self.window().focusWidget()
        if focused not in controls:
            return None
        at = controls.index(focused)
        return at, _names(controls)[at]

    def _hold(self, at: int, name: "_Name") -> None:
        """Give the keyboard to the control of that name, else to the one at that place, else to the last."""
        controls = self._controls()
        if not controls:
            return
        names = _names(controls)
        control = controls[names.index(name) if name in names else min(at, len(controls) - 1)]
        card = next(shown for shown in self._shown if shown is control or shown.isAncestorOf(control))
        if self.isVisible():
            card.show()  # what is not shown yet cannot have the keyboard
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _controls(self) -> list[QWidget]:
        """Return what the keyboard can go to, in order."""
        inside = (each for shown in self._shown for each in (shown, *shown.findChildren(QWidget)))
        return [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()]

    def fill(self, found: "Workspace") -> None:
        """Put the cards in; each part says how."""
        raise NotImplementedError

    def put(self, widget: QWidget) -> None:
        """Add a card below the others."""
        self._shown.append(widget)
        self.column.insertWidget(self.column.count() - 1, widget)

    def put_some(self, kind: str, cards: Sequence[Callable[[], QWidget]], words: Callable[[int], str]) -> None:
        """Add the first cards of a kind, and below them a way to the next; ``words`` say how many these are."""
        if not cards:
            return
        holder, column = _column()

        def put_from(first: int, most: int) -> None:
            together, lines = _column()  # shown at once: each card that is shown by itself lays out all others again
            for make in cards[first : first + most]:
                lines.addWidget(make())
            column.addWidget(together)
            there = self._opened[kind] = min(first + most, len(cards))
            if there < len(cards):
                told = words(len(cards) - there)
                more = more_of(told, told, holder, lambda: put_from(there, min(there, MOST_CARDS_MORE)))
                column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

        put_from(0, max(MOST_CARDS, self._opened.get(kind, 0)))
        self.put(holder)

    def offer(self, words: str, do: Callable[[], object]) -> None:
        """Add a button of its own, as wide as its words."""
        button = Button(words, "outline")
        button.clicked.connect(lambda: do())
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        self.put(holder)

    def links(self, event_ids: Iterable[str], named: Mapping[str, str] = NOT_NAMED) -> QWidget | None:
        """Return ways to some events, None for none; those that are ``named`` say so before their time."""
        times = self._times()
        words = {each: named.get(each, "%1").replace("%1", times[each]) for each in event_ids if each in times}
        return ways_to(words, words, self.event_wanted.emit)

    def time_of(self, event_id: str) -> str:
        """Return when an event was, in words; nothing of one that is not there."""
        return self._times().get(event_id, "")

    def way(self, event_id: str, named: str = "%1") -> QWidget | None:
        """Return a way to one event, named by its time as the others are; None for one that is not known."""
        when = self._times().get(event_id)
        return None if when is None else _way(event_id, named.replace("%1", when), self.event_wanted.emit)

    def _times(self) -> dict[str, str]:
        """Return what ways are called, made once: an event's by its time, a file's by its number and name."""
        if self._called is None and self.found is not None:
            self._called = times_of(self.found.happenings) | names_of(self.found.pages.values())
        return self._called or {}

    def _fit(self) -> None:
        self._lines.setMaximumWidth(scaled(MOST_WIDTH))


def _column() -> tuple[QWidget, QVBoxLayout]:
    """Return a widget for cards one below the other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_3)
    return holder, column


_Name = tuple[str, int]
"""What a control is called, and how many before it are called the same."""


def _names(controls: Iterable[QWidget]) -> list[_Name]:
    before: Counter[str] = Counter()
    names = []
    for control in controls:
        called = control.accessibleName() or (control.text() if isinstance(control, Button) else "")
        names.append((called, before[called]))
        before[called] += 1
    return names


def times_of(happenings: "Iterable[Happening]") -> dict[str, str]:
    """Return when each event was, in words."""
    unknown = QCoreApplication.translate("CaseSection", "no time")
    return {
        each.event_id: each.at.strftime("%Y-%m-%d %H:%M" if each.clock_at else "%Y-%m-%d") if each.at else unknown
        for each in happenings
    }


LONGEST_NAME = 32
"""Characters of a file's name on a way to it."""


def names_of(pages: "Iterable[FilePage]") -> dict[str, str]:
    """Return what files are called, by the events that stand for them."""
    words = QCoreApplication.translate("CaseSection", "Exhibit %1: %2")
    return {each.event_id: words.replace("%1", str(each.number)).replace("%2", _short(each.name)) for each in pages}


def _short(name: str) -> str:
    plain = safe(name)
    return plain if len(plain) <= LONGEST_NAME else f"{plain[: LONGEST_NAME - 1]}…"


def ways_to(event_ids: Iterable[str], times: Mapping[str, str], go: Callable[[str], object]) -> QWidget | None:
    """Return a button for each event that is known, named by its time, that leads there; None for none."""
    known = [each for each in dict.fromkeys(event_ids) if each in times]
    if not known:
        return None
    row = Flow(spacing=SPACE_2)
    holder = QWidget()
    holder.setLayout(row)

    def put(first: int, most: int) -> None:
        for event_id in known[first : first + most]:
            row.addWidget(_way(event_id, times[event_id], go))
        left = len(known) - first - most
        if left > 0:
            name = QCoreApplication.translate("CaseSection", "Show %n more", "", left)
            row.addWidget(more_of(f"+ {left}", name, holder, lambda: put(first + most, MORE_LINKS)))

    put(0, MOST_LINKS)
    return holder


def first_and_last(events: list[str], most: int) -> list[str]:
    """Return as many events as there is room for, the last one among them."""
    return events if len(events) <= most else [*events[: most - 1], events[-1]]


def more_of(words: str, name: str, holder: QWidget, show: Callable[[], object]) -> Button:
    """Return a way to what comes next in a widget; it goes when it is taken, and hands the keyboard on."""
    more = Button(words, "link")
    more.setAccessibleName(name)

    def take() -> None:
        had = more.window().focusWidget() is more
        before = set(holder.findChildren(Button))
        show()
        following = next((each for each in holder.findChildren(Button) if each not in before), None)
        if had and following is not None:
            _show_within(holder, following)
            following.setFocus(Qt.FocusReason.OtherFocusReason)
        more.hide()
        discard(more)

    more.clicked.connect(take)
    return more


def _way(event_id: str, when: str, go: Callable[[str], object]) -> Button:
    button = Button(when, look="link")
    name = QCoreApplication.translate("CaseSection", "Show the entry of %1 in the timeline")
    button.setAccessibleName(name.replace("%1", when))
    button.setAutoDefault(False)
    button.clicked.connect(lambda: go(event_id))
    return button


def _show_within(holder: QWidget, widget: QWidget) -> None:
    """Show a new widget and what it lies in now: what is not shown yet cannot have the keyboard."""
    widget.show()
    around = widget.parentWidget()
    while around is not None and around is not holder:
        around.show()
        around = around.parentWidget()


class Told(QFrame):
    """A card with a title, what is said, and smaller lines below: sources, limits."""

    def __init__(self, title: str, lines: Sequence[str] = (), small: Sequence[str] = ()) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        self.column.setSpacing(SPACE_2)
        self.title = PlainLabel(safe(title), role="emphasis", wrap=True)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.column.addLayout(self.head)
        for line in lines:
            self.say(line)
        for line in small:
            self.say(line, small=True)

    def say(self, line: str, *, small: bool = False) -> PlainLabel:
        """Add a line. What evidence says in it stays plain text."""
        label = PlainLabel(
            safe(line), role="caption" if small else "body", tone="muted" if small else "normal", wrap=True
        )
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column.addWidget(label)
        return label

    def add(self, widget: QWidget | None) -> None:
        """Add what belongs to it, a button as wide as its words; None adds nothing."""
        if isinstance(widget, Button):
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        elif widget is not None:
            self.column.addWidget(widget)

    def add_row(self, *buttons: Button) -> None:
        """Add what can be done beside each other, in further lines where they don't fit into one."""
        row = QWidget()
        flow = Flow(spacing=SPACE_2)
        row.setLayout(flow)
        for button in buttons:
            flow.addWidget(button)
        self.column.addWidget(row)
