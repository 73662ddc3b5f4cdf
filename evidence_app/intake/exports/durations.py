"""How long a call took, as carriers and phones write it."""

import re

from evidence_app.intake.exports.values import MOST_SECONDS

_UNITS = re.compile(
    r"(?:(?P<h>\d{1,4})\s*(?:小时|小時|时|時|hours?|hrs?|h))?\s*"
    r"(?:(?P<m>\d{1,5})\s*(?:分钟|分鐘|分|minutes?|mins?|m|'))?\s*"
    r"(?:(?P<s>\d{1,7})\s*(?:秒钟|秒鐘|秒|seconds?|secs?|s|''|\"))?",
    re.IGNORECASE,
)
"""``1小时2分3秒``, ``3分12秒``, ``5 min 10 s``."""

_CLOCK = re.compile(r"(?:(?P<h>\d{1,4})[:：])?(?P<m>\d{1,5})[:：](?P<s>\d{1,2})(?:\.\d+)?")
_LONGEST = 40
"""Characters of a length; these patterns take long over thousands of blanks."""

_NUMBER = re.compile(r"(\d{1,9})(?:\.(\d{1,6}))?")


def seconds_of(text: str, unit_s: int = 1) -> int | None:
    """Return the seconds of a duration, None for what is none; a bare number counts units of ``unit_s`` seconds."""
    plain = text.strip()
    if len(plain) > _LONGEST:
        return None
    if _NUMBER.fullmatch(plain):
        return _plausible(round(float(plain) * unit_s))
    found = _CLOCK.fullmatch(plain) or _UNITS.fullmatch(plain)
    if found is None or not any(found.groups()):
        return None
    return _plausible(int(found["h"] or 0) * 3600 + int(found["m"] or 0) * 60 + int(found["s"] or 0))


def _plausible(length_s: int) -> int | None:
    return length_s if length_s <= MOST_SECONDS else None
