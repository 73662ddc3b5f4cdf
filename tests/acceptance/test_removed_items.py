"""What lies among the removed items leaves by no door: not in a dossier, not on the command line."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.backup import back_up
from evidence_app.actions.edit import edit_exhibits
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import put_back, remove_exhibit, set_aside, tray
from evidence_app.actions.session import Session, open_session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import Exhibit, TimeMark
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.acceptance.test_command_line import run

HIDDEN = "HIDDENWORD"
WHY = "itshowsmymother"


@pytest.fixture
def exhibits(session: Session, dispute: Dispute) -> list[Exhibit]:
    """Three exhibits, of which the second says nothing but a word that must not get out."""
    sources = [DataSource(name, name.encode()) for name in ("one.txt", f"{HIDDEN}.txt", "three.txt")]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    exhibits = list_exhibits(session, dispute.id)
    told = dict.fromkeys(("title", "device", "account", "proves", "transcript", "translation"), HIDDEN)
    edit_exhibits(session, [exhibits[1].id], told | {"marks": (TimeMark(1000, HIDDEN),)})
    return exhibits


def dossier(session: Session, dispute: Dispute, out: Path) -> str:
    """Return all text of an exported dossier, without spaces and line ends."""
    options = ExportOptions(profile="lawyer", language=Language.EN)
    export_dossier(session, dispute.id, out, options, Silent())
    text = subprocess.run(["pdftotext", out, "-"], check=True, capture_output=True, text=True).stdout
    return "".join(text.split())


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
def test_nothing_of_what_was_removed_is_in_a_dossier(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], tmp_path: Path
) -> None:
    shown = (exhibits[1].id, exhibits[0].id)
    record_event(session, dispute.id, NewEvent(kind=EventKind.CALL, text="CALLTEXT", exhibit_ids=shown))
    wrong = record_event(session, dispute.id, NewEvent(kind=EventKind.CALL, text=HIDDEN, agent_id=HIDDEN))
    assert HIDDEN in dossier(session, dispute, tmp_path / "before.pdf")
    remove_exhibit(session, exhibits[2].id, "REASONOFERASING")
    set_aside(session, "exhibit", [exhibits[1].id], WHY)
    set_aside(session, "event", [wrong.id], WHY)
    text = dossier(session, dispute, tmp_path / "after.pdf")
    for word in (HIDDEN, WHY, exhibits[1].original.sha256):
        assert word not in text
    assert "CALLTEXT" in text
    assert "REASONOFERASING" not in text  # it may speak of what stays behind


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
def test_what_was_put_back_is_in_the_dossier_with_its_history(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], tmp_path: Path
) -> None:
    set_aside(session, "exhibit", [exhibits[1].id], WHY)
    put_back(session, "exhibit", [exhibits[1].id])
    text = dossier(session, dispute, tmp_path / "out.pdf")
    assert f"MovedtoRemoveditems,because:{WHY}" in text
    assert "PutbackfromRemoveditems" in text


def test_the_command_line_hides_what_was_removed(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], tmp_path: Path
) -> None:
    set_aside(session, "exhibit", [exhibits[1].id], WHY)
    session.close()
    (listed,) = json.loads(run(session.folder, "list", "--json").stdout)["disputes"]
    assert (listed["exhibits"], listed["events"]) == (2, 2)
    told = run(session.folder, "timeline", dispute.id, "--json").stdout
    assert len(json.loads(told)["events"]) == 2
    assert HIDDEN not in told + run(session.folder, "timeline", dispute.id).stdout
    again = tmp_path / f"{HIDDEN}.txt"
    again.write_bytes(again.name.encode())
    added = json.loads(run(session.folder, "add", dispute.id, str(again), "--json").stdout)
    assert [(item["status"], item["number"]) for item in added["items"]] == [("added", 2)]


@pytest.mark.parametrize("command", [["timeline"], ["add", "x.txt"], ["export", "out.pdf", "--profile", "plain"]])
def test_a_removed_dispute_can_be_put_back_but_not_worked_with(
    session: Session, dispute: Dispute, tmp_path: Path, command: list[str]
) -> None:
    set_aside(session, "dispute", [dispute.id], WHY)
    session.close()
    assert json.loads(run(session.folder, "list", "--json").stdout) == {"disputes": []}
    (tmp_path / "x.txt").write_bytes(b"x")
    verb, *rest = (word if word.startswith("-") or "." not in word else str(tmp_path / word) for word in command)
    ran = run(session.folder, verb, dispute.id, *rest)
    assert ran.returncode == 2
    assert "removed items" in ran.stderr
    assert not (tmp_path / "out.pdf").exists()


def test_verifying_and_backing_up_leave_nothing_out(
    session: Session, dispute: Dispute, exhibits: list[Exhibit], tmp_path: Path
) -> None:
    set_aside(session, "exhibit", [exhibits[1].id], WHY)
    set_aside(session, "dispute", [dispute.id], WHY)
    assert back_up(session, tmp_path / "copy", Silent()).total == 3
    session.close()
    checked = json.loads(run(session.folder, "verify", str(tmp_path / "copy"), "--json").stdout)
    assert (checked["verdict"], checked["disputes"], checked["exhibits"]) == ("unchanged", 1, 3)
    copy = open_session(tmp_path / "copy")
    put_back(copy, "dispute", [dispute.id])
    assert [item.label for item in tray(copy)] == [HIDDEN]
    copy.close()
