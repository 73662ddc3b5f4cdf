"""Which recipients would not take a file of a size: from a dated table, only what is certain."""

import tomllib
from dataclasses import dataclass
from datetime import date

from evidence_app.resources import resource

MEGABYTE = 1_000_000
"""As mail programs and web forms count; the smaller of the two usual meanings, so that the warning comes in time."""


@dataclass(frozen=True, slots=True)
class SizeLimit:
    """What one recipient takes at most. ``recipient`` is a code, ``checked`` when its source was read last."""

    recipient: str
    megabytes: int
    checked: date


def limits_exceeded(size_bytes: int) -> tuple[SizeLimit, ...]:
    """Return the limits that a file of this size breaks, the lowest first. Reads a file."""
    table = tomllib.loads(resource("limits.toml").read_text("utf-8"))
    checked = table["checked"]
    limits = [SizeLimit(code, row["megabytes"], checked) for code, row in table.items() if isinstance(row, dict)]
    broken = [limit for limit in limits if size_bytes > limit.megabytes * MEGABYTE]
    return tuple(sorted(broken, key=lambda limit: limit.megabytes))
