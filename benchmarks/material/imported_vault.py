"""A vault of 200,000 short messages imported from one backup of a phone, made once and kept in build/bench."""

import random
import tempfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import DisputeType
from evidence_app.progress import Silent
from material.message_vault import WHO, said

from .kept import kept_vault  # by its place: tools import this from the project's folder, benchmarks from their own

IMPORTED = 200_000
DIFFERENT = 20_000
FIRST_MS, STEP_MS = 1_577_836_800_000, 61_000


def imported_vault() -> Path:
    """Return the vault's folder."""
    return kept_vault(f"imported-vault-{IMPORTED}", _fill)


def _write(path: Path) -> None:
    chance = random.Random(20250222)
    texts = [quoteattr(said(chance)) for _ in range(DIFFERENT)]
    with path.open("w", encoding="utf-8") as file:
        file.write(f"<?xml version='1.0' encoding='UTF-8' ?>\n<smses count=\"{IMPORTED}\">\n")
        for number in range(IMPORTED):
            file.write(
                f'<sms address="1069{number % 300:04}" date="{FIRST_MS + number * STEP_MS}" type="{1 + number % 2}" '
                f'body={texts[number % DIFFERENT]} contact_name="{WHO[number % len(WHO)]}" />\n'
            )
        file.write("</smses>\n")


def _fill(session: Session) -> None:
    wanted = NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝")
    dispute = new_dispute(session, wanted)
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "sms.xml"
        _write(export)
        add_evidence(session, dispute.id, [FileSource(export)], Silent(), lambda _: None)
    import_export(session, list_exhibits(session, dispute.id)[0].id)
