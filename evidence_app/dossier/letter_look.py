"""What a letter looks like in every form: its paper, its margins, its gaps. Pure."""

from dataclasses import dataclass
from datetime import datetime

from evidence_app.dossier.page import MILLIMETRE, PAPERS, Sheet
from evidence_app.phrases import Language
from evidence_app.rules.territories import Paper, Territory

MARGIN = 25 * MILLIMETRE
INDENT = 14
"""Points, of all under a heading."""

LINE_GAP = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """In which language, at which moment and on which paper a letter is written."""

    language: Language
    at: datetime
    paper: Paper = Paper.A4

    @property
    def sheet(self) -> Sheet:
        """The paper with a letter's margins."""
        paper = PAPERS[self.paper]
        return Sheet(paper.width, paper.height, MARGIN)


def paper_in(territory: Territory | None) -> Paper:
    """Return the paper that offices of a place print on."""
    return territory.paper if territory is not None else Paper.A4
