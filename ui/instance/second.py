"""What a start does before it makes a window: if the vault is open already, hand over and be done."""

import os

from ui.instance.message import Call
from ui.instance.place import WITHOUT_FILES


def hand_over_if_possible(place: str, call: Call) -> bool:
    """Bring a call to the start that has the vault open, if there is one; costs nothing where there is none."""
    if not place or not (WITHOUT_FILES or os.path.lexists(place)):
        return False
    from ui.instance.calling import hand_over

    return hand_over(place, call)
