"""How far the time of a dispute's log is witnessed, in one calm sentence."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from evidence_app.domain.anchors import Anchor
from ui.timeline.words import safe
from ui.witnessing.choice import Consent


class Trying(Enum):
    """What is being done about entries that nobody has witnessed yet."""

    IDLE = auto()
    NOW = auto()
    OFFLINE = auto()
    REFUSED = auto()
    STOPPED = auto()


@dataclass(frozen=True)
class Standing:
    """What is known of the chosen dispute: its anchors, and whether something in its log waits for one.

    A ``sample`` holds nothing that anybody would have to prove.
    """

    consent: Consent = Consent.UNASKED
    anchors: tuple[Anchor, ...] = field(default=())
    awaiting: bool = False
    trying: Trying = Trying.IDLE
    sample: bool = False

    @property
    def latest(self) -> tuple[Anchor, ...]:
        """The anchors of the largest size, the first one that was made first."""
        size = max((anchor.size for anchor in self.anchors), default=0)
        return tuple(anchor for anchor in self.anchors if anchor.size == size)

    @property
    def holds(self) -> bool:
        """Whether everything that tells of the evidence is witnessed."""
        return bool(self.anchors) and not self.awaiting


class StandingWords(QObject):
    """Says a standing in the language in force."""

    def line(self, standing: Standing, home: ZoneInfo) -> str:
        """Return one sentence, or two where something waits."""
        if not standing.anchors:
            return self.tr("Time not yet witnessed") + self._why(standing)
        said = self.tr("Time witnessed up to %1 by %2")
        said = said.replace("%1", _moment(standing, home)).replace("%2", names(standing.latest))
        if not standing.awaiting:
            return said
        since = self.tr("What was added since is not yet witnessed")
        return f"{said}\n{since}{self._why(standing)}"

    def _why(self, standing: Standing) -> str:
        """Return why not, behind a colon."""
        return self.tr(": %1").replace("%1", self._reason(standing))

    def _reason(self, standing: Standing) -> str:
        if standing.sample:
            return self.tr("this is only a sample")
        if standing.consent is Consent.REFUSED:
            return self.tr("nothing is sent, as you chose")
        if standing.consent is Consent.UNASKED:
            return self.tr("nothing is sent before you agree")
        return {
            Trying.NOW: self.tr("being witnessed now"),
            Trying.OFFLINE: self.tr("offline, will be tried again"),
            Trying.STOPPED: self.tr("stopped, will be tried again"),
            Trying.REFUSED: self.tr("the answers did not hold, will be tried again"),
            Trying.IDLE: self.tr("will be done shortly") if standing.awaiting else self.tr("no evidence yet"),
        }[standing.trying]


def names(anchors: tuple[Anchor, ...]) -> str:
    """Return by whom, each once."""
    return ", ".join(dict.fromkeys(safe(anchor.name) for anchor in anchors))


def _moment(standing: Standing, home: ZoneInfo) -> str:
    return moment(min(anchor.witnessed_at for anchor in standing.latest), home)


def moment(at: datetime, home: ZoneInfo) -> str:
    """Return a time in the dispute's zone, to the minute."""
    return f"{at.astimezone(home):%Y-%m-%d %H:%M}"
