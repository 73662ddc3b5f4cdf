"""Exports by the command line: imported when they are added, chosen, told of, found in timeline and dossier."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.acceptance.test_command_line import run

CALLS = """<?xml version='1.0' encoding='UTF-8' ?>
<calls count="4">
<call number="95555" duration="61" date="1738368000000" type="2" contact_name="(Unknown)" />
<call number="10690001" duration="12" date="1738371600000" type="1" contact_name="催收" />
<call number="10690002" duration="0" date="1738454400000" type="3" contact_name="(Unknown)" />
<call number="955" duration="3" date="0" type="1" />
</calls>
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def dispute(vault: Path) -> str:
    return run(vault, "new", "t", "--type", "other", "--institution", "i").stdout.split()[-1]


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    path = tmp_path / "calls.xml"
    path.write_text(CALLS, "utf-8")
    return path


def test_add_imports_what_is_wanted_of_an_export_and_says_what_it_left(vault: Path, dispute: str, calls: Path) -> None:
    added = run(vault, "add", dispute, str(calls), "--only", "1069*", "--until", "2025-02-01", "--json")
    (told,) = json.loads(added.stdout)["imports"]
    assert added.returncode == 0
    assert {key: told[key] for key in ("number", "format", "read", "taken", "known", "left_out", "unread", "code")} == {
        "number": 1,
        "format": "calls-backup",
        "read": 3,
        "taken": 1,
        "known": 0,
        "left_out": 2,
        "unread": 1,
        "code": None,
    }
    (unread,) = told["unread_places"]
    assert (unread["place"], unread["reason"]) == ({"kind": "element", "number": 4}, "record-incomplete")
    again = json.loads(run(vault, "add", dispute, str(calls), "--json").stdout)
    assert [(each["taken"], each["known"], each["left_out"]) for each in again["imports"]] == [(2, 1, 0)]
    third = json.loads(run(vault, "add", dispute, str(calls), "--json").stdout)
    assert third["imports"] == []  # all of it is there


def test_the_timeline_says_where_in_its_export_an_event_stands(vault: Path, dispute: str, calls: Path) -> None:
    run(vault, "add", dispute, str(calls))
    events = json.loads(run(vault, "timeline", dispute, "--json").stdout)["events"]
    first, second, third, document = events
    assert (first["place"], first["party"], first["number"]) == ({"kind": "element", "number": 1}, "95555", "95555")
    assert (second["party"], second["direction"], second["status"]) == ("催收", "in", "accepted")
    assert (third["at"], third["offset_source"]) == ("2025-02-02T08:00:00+08:00", "stated")
    assert (document["kind"], document["place"], first["account"]) == ("document", None, None)


def test_exports_tells_what_a_file_holds_before_and_after_it_is_imported(
    vault: Path, dispute: str, calls: Path
) -> None:
    run(vault, "add", dispute, str(calls), "--since", "2025-02-02")
    (told,) = json.loads(run(vault, "exports", dispute, "--json").stdout)["exports"]
    assert (told["count"], told["unread"], told["imported"], told["stated_count"]) == (3, 1, True, 4)
    assert (told["first"], told["last"]) == ("2025-02-01T08:00:00", "2025-02-02T08:00:00")
    assert next(each for each in told["parties"] if each["party"]) == {
        "party": "催收",
        "number": "10690001",
        "count": 1,
        "first": "2025-02-01T09:00:00",
        "last": "2025-02-01T09:00:00",
    }
    for language in ("en", "zh-Hans", "zh-Hant"):
        assert "10690001" in run(vault, "exports", dispute, lang=language).stdout


def test_read_imports_what_waits(vault: Path, dispute: str, calls: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence_app.add_command.import_waiting", lambda *args, **kwargs: [])  # as if it was killed
    run(vault, "add", dispute, str(calls))
    monkeypatch.undo()
    read = run(vault, "read", dispute, "--json")
    assert [each["taken"] for each in json.loads(read.stdout)["imports"]] == [3]
    assert json.loads(run(vault, "read", dispute, "--json").stdout)["imports"] == []


def test_the_dossier_says_how_much_of_an_export_it_shows(
    vault: Path, dispute: str, calls: Path, tmp_path: Path
) -> None:
    run(vault, "add", dispute, str(calls), "--only", "1069*")
    out = tmp_path / "dossier.pdf"
    assert run(vault, "export", dispute, str(out), "--profile", "lawyer", "--language", "en").returncode == 0
    text = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, text=True, check=True).stdout
    words = " ".join(text.split())
    assert "Of the export in exhibit 1, 2 of 3 records are shown." in words
    assert "2 of 3 records shown; only 1069*; could not be read: 1" in words
    assert "entry 2 of the export" in words
    assert run(vault, "verify", str(out)).returncode == 0
    assert run(vault, "verify", str(vault)).returncode == 0
