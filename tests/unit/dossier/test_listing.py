"""Which records of an export are printed on its page, and where links of their events lead."""

from dataclasses import replace

from evidence_app.domain.events import EventKind
from evidence_app.domain.imports import ImportEntry, Selection
from evidence_app.dossier.listing import records_of
from evidence_app.dossier.profiles import load_profile
from evidence_app.dossier.selecting import select
from evidence_app.dossier.source import DossierSource
from tests.fakes.dossier_case import options


def _phone(source: DossierSource, read: int) -> DossierSource:
    """Have a file hold the call and the payment of the case."""
    exhibit = source.exhibits[0]
    entry = ImportEntry(exhibit.id, "sms-backup", 1, read=read, taken=read, events=(), events_sha256="")
    events = [
        each if each.kind is EventKind.DOCUMENT else replace(each, imported=True, read_from=exhibit.id, place="row:3")
        for each in source.events
    ]
    return replace(source, events=tuple(events), selections=(Selection(exhibit.id, 0, read, entry),))


def test_what_the_first_page_rests_on_is_printed_before_the_rest(source: DossierSource) -> None:
    content = select(_phone(source, read=9), options(), load_profile("lawyer"))
    (whole,) = records_of(content).values()
    assert (len(whole.printed), whole.read, whole.more) == (2, 9, 0)
    last = content.events[-1]
    (cut,) = records_of(replace(content, key_events=(last,)), most=1).values()
    assert (cut.printed, cut.read, cut.more) == ((last,), 9, 1)
