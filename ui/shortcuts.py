"""Every key that does something, where, and in which words: the one table behind the keys and the sheet of them.

The window's keys are made from it (`bind`). Lists and the large view handle their own keys; a test presses each one
that is listed here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Standard = QKeySequence.StandardKey


class Place(StrEnum):
    """Where a key does something."""

    WINDOW = "window"
    TIMELINE = "timeline"
    EVIDENCE = "evidence"
    REVIEW = "review"
    LARGE = "large"
    PLAYER = "player"
    SHEET = "sheet"


@dataclass(frozen=True)
class Keys:
    """One thing that can be done, and the keys for it, the usual ones first."""

    name: str
    place: Place
    keys: tuple[str | Standard, ...]

    def sequences(self) -> list[QKeySequence]:
        """Return the keys on this system; a standard key can have several, and a mark may need Shift or not."""
        found: list[QKeySequence] = []
        for key in self.keys:
            found += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
            found += [QKeySequence(f"Shift+{key}")] if key == "?" else []
        return found

    def told(self) -> list[str]:
        """Return the keys as keyboards name them; of a standard key the first."""
        native = QKeySequence.SequenceFormat.NativeText
        return [QKeySequence(key).toString(native).replace("Return", "Enter") for key in self.keys]


def _in(place: Place, *entries: tuple[str, tuple[str | Standard, ...]]) -> tuple[Keys, ...]:
    return tuple(Keys(name, place, keys) for name, keys in entries)


TABLE = (
    *_in(
        Place.WINDOW,
        ("shortcuts", ("F1", "?")),
        ("settings", ("Ctrl+,",)),
        ("new_dispute", (Standard.New,)),
        ("files", (Standard.Open,)),
        ("paste", (Standard.Paste,)),
        ("search", (Standard.Find,)),
        ("search_everywhere", ("Ctrl+Shift+F",)),
        ("undo", (Standard.Undo,)),
        ("redo", (Standard.Redo,)),
        ("export", ("Ctrl+E",)),
        ("review", ("Ctrl+R",)),
        ("page_1", ("Ctrl+1",)),
        ("page_2", ("Ctrl+2",)),
        ("page_3", ("Ctrl+3",)),
        ("page_4", ("Ctrl+4",)),
        ("page_5", ("Ctrl+5",)),
        ("page_6", ("Ctrl+6",)),
        ("quit", ("Ctrl+Q",)),
    ),
    *_in(
        Place.TIMELINE,
        ("edit", ("Return",)),
        ("large", ("Space",)),
        ("accept_read", ("A",)),
        ("dismiss_read", ("X",)),
        ("call", ("C",)),
        ("note", ("N",)),
        ("search_list", ("/",)),
        ("filters", ("F",)),
        ("days", ("D",)),
        ("views", ("V",)),
        ("undated", ("U",)),
        ("times", ("T",)),
        ("earlier", ("Alt+Up",)),
        ("later", ("Alt+Down",)),
        ("remove", ("Del",)),
    ),
    *_in(
        Place.EVIDENCE,
        ("edit", ("Return",)),
        ("large", ("Space",)),
        ("search_list", ("/",)),
        ("remove", ("Del",)),
        ("describe_next", ("Ctrl+Return",)),
    ),
    *_in(
        Place.REVIEW,
        ("accept", ("Return",)),
        ("correct", ("E",)),
        ("dismiss", ("X", "Del")),
        ("accept_all", ("A",)),
        ("accept_kind", ("K",)),
        ("next_exhibit", ("N",)),
        ("previous_exhibit", ("P",)),
        ("lines", ("T",)),
        ("copy_row", ("Ctrl+C",)),
        ("leave", ("Esc",)),
    ),
    *_in(
        Place.LARGE,
        ("leave", ("Space", "Esc")),
        ("next", ("Ctrl+Right",)),
        ("previous", ("Ctrl+Left",)),
        ("larger", ("+",)),
        ("smaller", ("-",)),
        ("fit_page", ("0",)),
        ("fit_width", ("W",)),
        ("actual", ("1",)),
        ("turn", ("R",)),
        ("facts", ("I",)),
        ("compare", ("C",)),
    ),
    *_in(
        Place.PLAYER,
        ("play", ("K",)),
        ("mark", ("M",)),
        ("consent", ("T",)),
        ("words_back", ("J",)),
        ("seconds_on", ("Right",)),
        ("seconds_back", ("Left",)),
        ("faster", ("+",)),
        ("slower", ("-",)),
        ("play_typing", ("F8",)),
        ("back_typing", ("F7",)),
    ),
    *_in(
        Place.SHEET,
        ("submit", ("Ctrl+Return",)),
        ("submit_next", ("Ctrl+Shift+Return",)),
        ("way", ("Alt+1", "Alt+2")),
        ("known", ("Down",)),
        ("leave", ("Esc",)),
        ("help", ("Shift+F1",)),
    ),
)


def keys_for(name: str, place: Place = Place.WINDOW) -> Keys:
    """Return a line of the table. Raises KeyError for one that is not there: a defect."""
    found = next((line for line in TABLE if (line.name, line.place) == (name, place)), None)
    if found is None:
        raise KeyError(name)
    return found


def is_window_key(event: QEvent) -> bool:
    """Tell whether a field is asked if it wants a key that is the window's alone: some systems edit with Ctrl+E.

    Keys with a usual meaning in a field (paste, undo) are not among them.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    pressed = QKeySequence(event.keyCombination()).toString()
    return pressed in {key for line in TABLE if line.place is Place.WINDOW for key in line.keys if "Ctrl+" in str(key)}


def bind(owner: QWidget, verbs: Mapping[str, Callable[[], object]]) -> None:
    """Let the window's keys do this, by their names in the table."""
    for name, verb in verbs.items():
        shortcut = QShortcut(owner)
        shortcut.setKeys(keys_for(name).sequences())
        shortcut.activated.connect(verb)


def place_word(place: Place) -> str:
    """Return where a key does something, in the window's language."""
    return {
        Place.WINDOW: QCoreApplication.translate("Shortcuts", "Anywhere"),
        Place.TIMELINE: QCoreApplication.translate("Shortcuts", "In the timeline"),
        Place.EVIDENCE: QCoreApplication.translate("Shortcuts", "Among the exhibits"),
        Place.REVIEW: QCoreApplication.translate("Shortcuts", "While reviewing"),
        Place.LARGE: QCoreApplication.translate("Shortcuts", "In the large view"),
        Place.PLAYER: QCoreApplication.translate("Shortcuts", "While listening"),
        Place.SHEET: QCoreApplication.translate("Shortcuts", "While filling in"),
    }[place]


def verb_words(name: str) -> str:
    """Return what a key does, in the window's language. Raises KeyError for a name that is not in the table."""
    words = _anywhere() | _in_lists() | _in_review() | _in_large_view() | _in_player() | _in_sheets()
    return words[name]


def _anywhere() -> dict[str, str]:
    return {
        "shortcuts": QCoreApplication.translate("Shortcuts", "Show these keys"),
        "settings": QCoreApplication.translate("Shortcuts", "Settings"),
        "new_dispute": QCoreApplication.translate("Shortcuts", "New dispute"),
        "files": QCoreApplication.translate("Shortcuts", "Add files"),
        "paste": QCoreApplication.translate("Shortcuts", "Add what was copied as evidence"),
        "search": QCoreApplication.translate("Shortcuts", "Search"),
        "search_everywhere": QCoreApplication.translate("Shortcuts", "Search all disputes"),
        "undo": QCoreApplication.translate("Shortcuts", "Take back"),
        "redo": QCoreApplication.translate("Shortcuts", "Do again"),
        "export": QCoreApplication.translate("Shortcuts", "Export dossier"),
        "review": QCoreApplication.translate("Shortcuts", "Review what was read"),
        "page_1": QCoreApplication.translate("Shortcuts", "First page: Overview"),
        "page_2": QCoreApplication.translate("Shortcuts", "Second page: Timeline"),
        "page_3": QCoreApplication.translate("Shortcuts", "Third page: Evidence"),
        "page_4": QCoreApplication.translate("Shortcuts", "Fourth page: Case"),
        "page_5": QCoreApplication.translate("Shortcuts", "Fifth page: Dossier"),
        "page_6": QCoreApplication.translate("Shortcuts", "Sixth page: Custody log"),
        "quit": QCoreApplication.translate("Shortcuts", "Close the program"),
    }


def _in_lists() -> dict[str, str]:
    return {
        "edit": QCoreApplication.translate("Shortcuts", "Edit"),
        "large": QCoreApplication.translate("Shortcuts", "Large view"),
        "accept_read": QCoreApplication.translate("Shortcuts", "Accept what was read by machine, and go on"),
        "dismiss_read": QCoreApplication.translate("Shortcuts", "Dismiss what was read by machine"),
        "call": QCoreApplication.translate("Shortcuts", "Record a call"),
        "note": QCoreApplication.translate("Shortcuts", "Write a note"),
        "search_list": QCoreApplication.translate("Shortcuts", "Search"),
        "filters": QCoreApplication.translate("Shortcuts", "Go to the filters"),
        "days": QCoreApplication.translate("Shortcuts", "Go to the days"),
        "views": QCoreApplication.translate("Shortcuts", "Saved views"),
        "undated": QCoreApplication.translate("Shortcuts", "Go to what has no time"),
        "times": QCoreApplication.translate("Shortcuts", "Choose between the times"),
        "earlier": QCoreApplication.translate("Shortcuts", "Before the one above, at the same time"),
        "later": QCoreApplication.translate("Shortcuts", "Behind the one below, at the same time"),
        "remove": QCoreApplication.translate("Shortcuts", "Remove"),
        "describe_next": QCoreApplication.translate("Shortcuts", "Save a fact, and type the same of the next one"),
    }


def _in_review() -> dict[str, str]:
    return {
        "accept": QCoreApplication.translate("Shortcuts", "Accept, and go on"),
        "correct": QCoreApplication.translate("Shortcuts", "Correct, then accept"),
        "dismiss": QCoreApplication.translate("Shortcuts", "Dismiss"),
        "accept_all": QCoreApplication.translate("Shortcuts", "Accept everything in this exhibit"),
        "accept_kind": QCoreApplication.translate("Shortcuts", "Accept all of a kind"),
        "next_exhibit": QCoreApplication.translate("Shortcuts", "Next exhibit"),
        "previous_exhibit": QCoreApplication.translate("Shortcuts", "Previous exhibit"),
        "lines": QCoreApplication.translate("Shortcuts", "Show the text line by line"),
        "copy_row": QCoreApplication.translate("Shortcuts", "Copy the words"),
        "leave": QCoreApplication.translate("Shortcuts", "Close"),
    }


def _in_large_view() -> dict[str, str]:
    return {
        "next": QCoreApplication.translate("Shortcuts", "Next exhibit"),
        "previous": QCoreApplication.translate("Shortcuts", "Previous exhibit"),
        "larger": QCoreApplication.translate("Shortcuts", "Larger"),
        "smaller": QCoreApplication.translate("Shortcuts", "Smaller"),
        "fit_page": QCoreApplication.translate("Shortcuts", "Whole page"),
        "fit_width": QCoreApplication.translate("Shortcuts", "Full width"),
        "actual": QCoreApplication.translate("Shortcuts", "100 %"),
        "turn": QCoreApplication.translate("Shortcuts", "Turn for viewing"),
        "facts": QCoreApplication.translate("Shortcuts", "Show or hide the facts"),
        "compare": QCoreApplication.translate("Shortcuts", "Compare with another exhibit"),
    }


def _in_player() -> dict[str, str]:
    return {
        "play": QCoreApplication.translate("Shortcuts", "Play and pause"),
        "mark": QCoreApplication.translate("Shortcuts", "Note what is said at this moment"),
        "consent": QCoreApplication.translate("Shortcuts", "Note that the other side is told of the recording"),
        "words_back": QCoreApplication.translate("Shortcuts", "Back by three seconds"),
        "seconds_on": QCoreApplication.translate("Shortcuts", "On by five seconds"),
        "seconds_back": QCoreApplication.translate("Shortcuts", "Back by five seconds"),
        "faster": QCoreApplication.translate("Shortcuts", "Faster"),
        "slower": QCoreApplication.translate("Shortcuts", "Slower"),
        "play_typing": QCoreApplication.translate("Shortcuts", "Play and pause while typing the transcript"),
        "back_typing": QCoreApplication.translate("Shortcuts", "Back by three seconds while typing"),
    }


def _in_sheets() -> dict[str, str]:
    return {
        "submit": QCoreApplication.translate("Shortcuts", "Finish, from any field"),
        "submit_next": QCoreApplication.translate("Shortcuts", "Add, and write the next one"),
        "way": QCoreApplication.translate("Shortcuts", "Say which way it went: the first, the second, …"),
        "known": QCoreApplication.translate("Shortcuts", "Offer what is known, in an empty field"),
        "help": QCoreApplication.translate("Shortcuts", "What is this? (about the field you are in)"),
    }
