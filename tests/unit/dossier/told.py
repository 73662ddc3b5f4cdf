"""What stands in the sections of a dossier, for tests."""

from datetime import UTC, date, datetime

from evidence_app.domain.events import Event
from evidence_app.domain.happenings import Happening
from evidence_app.domain.times import instant
from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.content import Content
from evidence_app.dossier.gathering import expected
from evidence_app.dossier.layout import lay_out
from evidence_app.dossier.page import PAPERS, Flow, PageLink, Text
from evidence_app.dossier.profiles import load_profile
from evidence_app.dossier.selecting import select
from evidence_app.dossier.source import DossierSource
from evidence_app.dossier.wording import Wording
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.fakes.dossier_case import Case, options


def happening(event: Event, case: Case) -> Happening:
    """Return an event as rules look at it."""
    reading = event.time.happened
    at = instant(reading, case.dispute.zone) if reading else None
    names = ("direction", "party", "number", "agent_id", "agent_name", "text", "amount", "currency", "reference")
    rest = ("duration_s", "outcome", "promise", "promise_due", "body", "exhibit_ids")
    return Happening(
        event.id, event.kind, at, event.time.precision, **{name: getattr(event, name) for name in names + rest}
    )


def content(source: DossierSource, language: Language = Language.ZH_HANS, **choices: object) -> Content:
    return select(source, options("lawyer", language, **choices), load_profile("lawyer"))


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def flow_of(chosen: Content, language: Language = Language.ZH_HANS) -> Flow:
    """Return the pages."""
    setter = Typesetter(language, PAPERS["a4"])
    pictures = {each.id: expected(each, 1) for each in chosen.exhibits}
    return lay_out(chosen, Wording(language, chosen.dispute.zone), setter, pictures, Silent())


def words_of(chosen: Content, language: Language = Language.ZH_HANS) -> dict[str, str]:
    """Return what stands in each section that is there."""
    flow = flow_of(chosen, language)
    starts = {name: anchor.page_index for name, anchor in flow.anchors.items() if name.startswith("section-")}
    ends = sorted({*starts.values(), len(flow.pages)})
    said: dict[str, str] = {}
    for name, first in starts.items():
        last = next(end for end in ends if end > first)
        placed = [
            operation for page in flow.pages[first:last] for _, operations in page.placed for operation in operations
        ]
        texts = [each.text for each in placed if isinstance(each, Text)]
        said[name.removeprefix("section-")] = "".join(
            [*texts, *(each.pattern for each in placed if isinstance(each, PageLink))]
        )
    return said


def squeezed(words: str) -> str:
    return "".join(words.split())
