"""A profile's sections, drawn one after the other into pages."""

from collections.abc import Callable, Mapping, Sequence

from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.book import Book
from evidence_app.dossier.content import Content
from evidence_app.dossier.gathering import StoredPicture
from evidence_app.dossier.page import Flow
from evidence_app.dossier.sections.agents import draw_agents
from evidence_app.dossier.sections.charts import draw_charts
from evidence_app.dossier.sections.chronology import draw_chronology
from evidence_app.dossier.sections.complaints import draw_complaints
from evidence_app.dossier.sections.cover import draw_cover
from evidence_app.dossier.sections.exhibit_pages import draw_exhibits
from evidence_app.dossier.sections.findings import draw_findings
from evidence_app.dossier.sections.index import draw_index
from evidence_app.dossier.sections.money import draw_money
from evidence_app.dossier.sections.parties import draw_parties
from evidence_app.dossier.sections.promises import draw_promises
from evidence_app.dossier.sections.proofs import (
    draw_custody,
    draw_manifest,
    draw_proves,
    draw_signature,
)
from evidence_app.dossier.sections.summary import draw_summary
from evidence_app.dossier.sections.verifying import draw_verify
from evidence_app.dossier.wording import Wording
from evidence_app.progress import Progress

SECTIONS: Mapping[str, Callable[[Book], None]] = {
    "cover": draw_cover,
    "summary": draw_summary,
    "parties": draw_parties,
    "chronology": draw_chronology,
    "promises": draw_promises,
    "agents": draw_agents,
    "complaints": draw_complaints,
    "money": draw_money,
    "findings": draw_findings,
    "charts": draw_charts,
    "index": draw_index,
    "exhibits": draw_exhibits,
    "manifest": draw_manifest,
    "custody": draw_custody,
    "proves": draw_proves,
    "verify": draw_verify,
    "signature": draw_signature,
}


def lay_out(
    content: Content,
    words: Wording,
    setter: Typesetter,
    pictures: Mapping[str, Sequence[StoredPicture]],
    progress: Progress,
) -> Flow:
    """Return the pages. Advances progress by one for each exhibit."""
    book = Book(content, words, setter, Flow(setter.sheet), pictures, progress)
    for code in content.sections:
        SECTIONS[code](book)
    return book.flow
