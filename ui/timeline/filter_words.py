"""The words and signs of the filter bar: what one can filter by, and the values of each."""

from PySide6.QtCore import QCoreApplication

from evidence_app.domain.events import EventKind
from ui.i18n import word
from ui.timeline import words
from ui.timeline.filter import Facet, Footing
from ui.timeline.marks import Certainty, kind_glyph


def facet_name(facet: Facet) -> str:
    """Return what a chip is called."""
    translate = QCoreApplication.translate
    return {
        Facet.KINDS: translate("TimelineFilter", "Kind"),
        Facet.PARTIES: translate("TimelineFilter", "Other side"),
        Facet.AGENTS: translate("TimelineFilter", "Agent ID"),
        Facet.FOOTINGS: translate("TimelineFilter", "Certainty"),
    }[facet]


def value_name(facet: Facet, value: str) -> str:
    """Return what a value is called; names from the evidence are made safe."""
    translate = QCoreApplication.translate
    match facet:
        case Facet.KINDS:
            return word(EventKind(value))
        case Facet.FOOTINGS:
            return footing_name(Footing(value))
        case Facet.PARTIES:
            return words.safe(value) or translate("TimelineFilter", "nobody named")
        case Facet.AGENTS:
            return words.safe(value) or translate("TimelineFilter", "no agent named")


def footing_name(footing: Footing) -> str:
    """Return the words for what an event rests on."""
    translate = QCoreApplication.translate
    return {
        Footing.EXACT: translate("TimelineFilter", "exact time"),
        Footing.SCREEN: translate("TimelineFilter", "read from the screen"),
        Footing.FILE: translate("TimelineFilter", "file modification time only"),
        Footing.PARTIAL: translate("TimelineFilter", "day or month only"),
        Footing.UNKNOWN: translate("TimelineFilter", "time unknown"),
        Footing.CONFLICT: translate("TimelineFilter", "times disagree"),
        Footing.UNCONFIRMED: translate("TimelineFilter", "not confirmed"),
    }[footing]


def sign(facet: Facet, value: str) -> tuple[str, Certainty | None]:
    """Return the sign that cards have for a value: an icon's name, or the shape of a certainty."""
    if facet is Facet.KINDS:
        return kind_glyph(EventKind(value)), None
    if facet is not Facet.FOOTINGS:
        return "", None
    icons = {Footing.CONFLICT: "warning", Footing.UNCONFIRMED: "sparkle", Footing.FILE: "file"}
    shapes = {
        Footing.EXACT: Certainty.EXACT,
        Footing.SCREEN: Certainty.SCREEN,
        Footing.PARTIAL: Certainty.DAY,
        Footing.UNKNOWN: Certainty.UNKNOWN,
    }
    return icons.get(Footing(value), ""), shapes.get(Footing(value))
