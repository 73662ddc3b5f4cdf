"""``kill -9`` while an export is imported: all of its records are events then, or none, and the export waits."""

from contextlib import closing
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.import_exports import import_export, unimported
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.progress import Silent
from tests.faults.campaign import Campaign
from tests.faults.test_kill_during_changes import killed

CALLS = 2100  # two parts of what the worker sends

IMPORT = """
import pathlib, sys
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.session import open_session
from evidence_app.progress import Silent
from tests.faults.test_kill_during_import import CALLS, calls_from
session = open_session(pathlib.Path(sys.argv[1]))
first = int(sys.argv[3])
while True:
    source = DataSource(f"calls {first}.xml", calls_from(first))
    report = add_evidence(session, sys.argv[2], [source], Silent(), lambda item: None)
    print(import_export(session, report.items[0].exhibit_id).taken, flush=True)
    first += CALLS
"""


def calls_from(first: int) -> bytes:
    calls = (
        f'<call number="{10690000000 + number % 40}" duration="{number % 300}" date="{1738368000000 + number * 1000}"'
        ' type="1" contact_name="(Unknown)" />'
        for number in range(first, first + CALLS)
    )
    return "\n".join(["<?xml version='1.0' encoding='UTF-8' ?>", "<calls>", *calls, "</calls>"]).encode()


@pytest.mark.timeout(3600)
def test_an_import_is_whole_or_left_nothing(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    session.close()
    campaign, first, imports = Campaign(tmp_path, 2, 200), 0, 0
    for _ in campaign.rounds():
        with campaign.kept_if_it_fails(session.folder):
            before = calls_in(session.folder, dispute)
            after_s = campaign.chance.random() * 1.5
            told = killed(IMPORT, str(session.folder), dispute.id, str(first), after_s=after_s)
            kept = calls_in(session.folder, dispute) - before
            imports += kept // CALLS
            assert kept % CALLS == 0  # never a part of an export
            assert len(told) <= kept // CALLS <= len(told) + 1  # what was told is kept; one more may have been
            with closing(open_session(session.folder)) as again:
                for exhibit in unimported(again, dispute.id):
                    assert import_export(again, exhibit.id).taken in (0, CALLS)
            assert calls_in(session.folder, dispute) % CALLS == 0
            assert verify_vault(session.folder, Silent()).holds
            first = calls_in(session.folder, dispute)
    print(f"kills during importing: {campaign.done}, exports imported in them: {imports}")
    assert campaign.failures == []


def calls_in(vault: Path, dispute: Dispute) -> int:
    with closing(open_session(vault, read_only=True)) as session:
        return sum(entry.kind is EventKind.CALL for entry in timeline(session, dispute.id))


def test_adding_the_same_file_again_after_a_kill_imports_it(session: Session, dispute: Dispute) -> None:
    report = add_evidence(session, dispute.id, [DataSource("c.xml", calls_from(0))], Silent(), lambda item: None)
    assert [each.id for each in unimported(session, dispute.id)] == [report.items[0].exhibit_id]
