"""What a person made of a suggestion before accepting it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Correction:
    """How it is right: its value, and the last day of a promise."""

    value: str
    due: date | None = None
