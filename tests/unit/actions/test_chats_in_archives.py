"""A chat in an archive is named by the archive, as WhatsApp names them."""

import io
import zipfile

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import events_in_full
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.progress import Silent

CHAT = "[13/07/2024, 1:38:12 PM] Swift Loan: Pay today\n[13/07/2024, 1:39:12 PM] Chan: no\n"


def test_the_archives_name_tells_the_two_sides_apart(session: Session, dispute: Dispute) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writing:
        writing.writestr("_chat.txt", CHAT)
    source = DataSource("WhatsApp Chat - Swift Loan.zip", archive.getvalue())
    add_evidence(session, dispute.id, [source], Silent(), lambda item: None)
    import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda item: None)
    messages = [each for each in events_in_full(session, dispute.id) if each.kind is EventKind.MESSAGE]
    assert [(each.party, each.direction.value) for each in messages] == [("Swift Loan", "in"), ("Swift Loan", "out")]
