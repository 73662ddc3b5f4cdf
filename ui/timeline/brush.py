"""Choosing a stretch of slots with the pointer or the keys: which slots, from where they are pulled. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ui.timeline.days import Slot


class Grip(Enum):
    """What the pointer has hold of."""

    NEW = auto()  # a new stretch from where it was pressed
    WHOLE = auto()
    START = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Slots from ``start`` to ``end``, both included; ``start`` is never behind ``end``."""

    start: int
    end: int

    @staticmethod
    def between(one: int, other: int) -> "Stretch":
        """Return the stretch from one slot to another, in whichever order."""
        return Stretch(min(one, other), max(one, other))


def pulled(before: Stretch, grip: Grip, pressed: int, now: int, count: int) -> Stretch:
    """Return the stretch after the pointer went from slot ``pressed`` to slot ``now`` of ``count``."""
    match grip:
        case Grip.NEW:
            return Stretch.between(pressed, now)
        case Grip.START:
            return Stretch.between(now, before.end)
        case Grip.END:
            return Stretch.between(before.start, now)
        case Grip.WHOLE:
            by = max(-before.start, min(now - pressed, count - 1 - before.end))
            return Stretch(before.start + by, before.end + by)


def moved(slots: Sequence[Slot], before: Stretch, step: int) -> Stretch:
    """Return one slot moved to the next one with events, a longer stretch moved by one slot; at an end as it is."""
    if before.start == before.end:
        following = next_filled(slots, before.start, step)
        return Stretch(following, following)
    return pulled(before, Grip.WHOLE, 0, step, len(slots))


def next_filled(slots: Sequence[Slot], index: int, step: int) -> int:
    """Return the next slot with events in a direction, the same one if there is none."""
    candidate = index + step
    while 0 <= candidate < len(slots):
        if slots[candidate].tally.events:
            return candidate
        candidate += step
    return index
