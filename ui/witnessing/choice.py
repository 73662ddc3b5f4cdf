"""What a person agreed to about trusted timestamps: whether anything is sent at all, and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from evidence_app.domain.anchors import Authority

if TYPE_CHECKING:
    from evidence_app.actions.authorities import ListedAuthority

MOST_WITNESSES = 2
"""More than two would not make a time surer, and each learns one more address."""


class Consent(StrEnum):
    """Whether a fingerprint of the log may be sent to timestamp authorities."""

    UNASKED = "unasked"
    GIVEN = "given"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class WitnessChoice:
    """The answer, and the codes of the chosen authorities; none means the recommended ones."""

    consent: Consent = Consent.UNASKED
    codes: tuple[str, ...] = ()

    def among(self, listed: "Sequence[ListedAuthority]") -> tuple[Authority, ...]:
        """Return whom to ask: the chosen ones that there still are, in their order, else the recommended ones."""
        by_code = {line.authority.code: line.authority for line in listed}
        chosen = tuple(by_code[code] for code in self.codes if code in by_code)
        usual = tuple(line.authority for line in listed if line.default)
        return (chosen or usual)[:MOST_WITNESSES]
