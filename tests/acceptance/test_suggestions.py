"""What machines read, through the command line: what waits, accepting, correcting, dismissing, and what then leaves."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evidence_app.__main__ import main
from evidence_app.actions.backup import back_up, restore
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.remove import set_aside
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.suggestions import accept, dismiss, findings, suggestions_about
from evidence_app.actions.verify import verify
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, Suggested, SuggestionKind
from evidence_app.domain.verification import Verdict
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.fakes.machine_read import add_screenshots, message

CARD = "6222020200112233"
PROMISE = "三个工作日内核实"

FOUND = Findings(
    kind=PageKind.CHAT,
    events=(message("您好", 100), message(f"工号80231：{PROMISE}", 300, minute=5)),
    suggestions=(
        Suggested(SuggestionKind.AGENT_ID, "80231", "工号80231", Place((40, 300, 90, 30)), 0.875, None, 1),
        Suggested(SuggestionKind.PROMISE, PROMISE, PROMISE, Place((150, 300, 300, 30)), 0.9, date(2025, 2, 26), 1),
        Suggested(SuggestionKind.URL, "http://x.example", "x.example", Place((0, 500, 9, 9)), 0.9),
        Suggested(SuggestionKind.REDACTION, CARD, CARD, Place((0, 600, 9, 9)), 0.9),
    ),
)

Command = Callable[..., Any]


@pytest.fixture
def exhibit(session: Session, dispute: Dispute) -> Exhibit:
    made = add_screenshots(session, dispute, 1)[0]
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(made.id, "RapidOCR 3.10.0", (), 1, session.now()), FOUND)
    return made


@pytest.fixture
def command(session: Session, exhibit: Exhibit, capsys: pytest.CaptureFixture[str]) -> Command:
    """A command line on the vault, which returns its JSON, or its exit code where it failed."""
    session.close()

    def run(*words: str) -> Any:  # noqa: ANN401 - whatever JSON a command prints
        code = main(["--vault", str(session.folder), "--lang", "en", *words, "--json"])
        out = capsys.readouterr().out
        return json.loads(out) if code == 0 else code

    return run


def messages(command: Command, dispute: Dispute) -> list[Any]:
    return [each for each in command("timeline", dispute.id)["events"] if each["kind"] == "message"]


def test_machine_read_events_are_told_with_their_place_and_that_nobody_confirmed_them(
    command: Command, dispute: Dispute, exhibit: Exhibit
) -> None:
    first, _ = messages(command, dispute)
    assert (first["text"], first["at"], first["precision"]) == ("您好", "2025-02-22T08:00:00+08:00", "minute")
    assert (first["region"], first["page"], first["status"]) == ([40, 100, 600, 90], 0, "suggested")
    assert (first["exhibit"], first["exhibits"]) == (exhibit.original.sha256, [exhibit.original.sha256])
    assert (first["direction"], first["time_source"], first["offset_source"]) == ("in", "screen", "assumed")


def test_a_message_is_told_with_its_place_on_the_first_original_that_is_in_use(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = add_screenshots(session, dispute, 2)
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(one.id, "RapidOCR 3.10.0", (), 1, session.now()), FOUND)
        events = tx.findings(one.id)
        assert events is not None
        lower = replace(FOUND, events=(message("您好", 700),), suggestions=())
        text = MachineText(other.id, "RapidOCR 3.10.0", (), 1, session.now())
        tx.keep_reading(text, lower, joined={0: events.event_ids[0]})
    set_aside(session, "exhibit", [one.id], "无关")
    session.close()
    assert main(["--vault", str(session.folder), "timeline", dispute.id, "--json"]) == 0
    told = next(each for each in json.loads(capsys.readouterr().out)["events"] if each["text"] == "您好")
    assert (told["exhibits"], told["region"]) == ([other.original.sha256], [40, 700, 600, 90])


def test_words_over_two_lines_are_told_in_one(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    made = add_screenshots(session, dispute, 1)[0]
    titled = Suggested(SuggestionKind.TITLE, "还款计划", "第1期 1,086.50元\n2025-03-21", Place((0, 0, 9, 9)), 0.5)
    with session.vault.change() as tx:
        tx.keep_reading(
            MachineText(made.id, "RapidOCR 3.10.0", (), 1, session.now()),
            Findings(kind=PageKind.PLAN, suggestions=(titled,)),
        )
    main(["--vault", str(session.vault.folder), "suggestions", dispute.id])
    assert "第1期 1,086.50元 2025-03-21" in capsys.readouterr().out


def test_suggestions_are_told_with_what_they_rest_on(command: Command, dispute: Dispute, exhibit: Exhibit) -> None:
    told = command("suggestions", dispute.id)
    agent, promise, card = told["suggestions"]
    assert {key: agent[key] for key in ("kind", "value", "quote", "exhibit", "region", "confidence")} == {
        "kind": "agent_id",
        "value": "80231",
        "quote": "工号80231",
        "exhibit": exhibit.original.sha256,
        "region": [40, 300, 90, 30],
        "confidence": 0.875,
    }
    assert promise["value"] == {"text": PROMISE, "due": "2025-02-26"}
    assert promise["event"] == messages(command, dispute)[1]["id"]
    assert (card["kind"], [each["kind"] for each in told["observations"]]) == ("redaction", ["url"])


def test_accepted_and_dismissed_by_their_ids(command: Command, dispute: Dispute) -> None:
    agent, promise, _ = command("suggestions", dispute.id)["suggestions"]
    first, second = messages(command, dispute)
    assert len(command("accept", agent["id"], second["id"])["entries"]) == 1
    command("accept", promise["id"], "--value", "三天内核实", "--due", "2025-02-25")
    command("dismiss", first["id"], "--reason", "没有这条")
    assert command("accept", second["id"], agent["id"], "--amount", "6800") == 2
    assert len(command("accept", second["id"], "--amount", "6800")["entries"]) == 1
    (left,) = messages(command, dispute)
    assert (left["agent_id"], left["status"], left["amount"]) == ("80231", "accepted", "6800.00")
    assert left["promise"] == {"text": "三天内核实", "due": "2025-02-25"}
    assert [each["kind"] for each in command("suggestions", dispute.id)["suggestions"]] == ["redaction"]


def test_only_a_promise_has_a_last_day(command: Command, dispute: Dispute) -> None:
    agent, *_ = command("suggestions", dispute.id)["suggestions"]
    first, _ = messages(command, dispute)
    for each in (agent["id"], first["id"]):
        assert command("accept", each, "--value", "80231", "--due", "2025-02-25") == 2
    assert agent in command("suggestions", dispute.id)["suggestions"]


def test_all_of_a_kind_are_accepted_suggestions_and_events_alike(command: Command, dispute: Dispute) -> None:
    accepted = command("accept", "--all", "--kind", "message", dispute.id)
    assert (len(accepted["entries"]), accepted["accepted"]) == (1, 2)
    assert {each["status"] for each in messages(command, dispute)} == {"accepted"}
    assert command("accept", "--all", "--kind", "redaction", dispute.id)["accepted"] == 1
    assert command("accept", "--all", "--kind", "message", dispute.id) == {"entries": [], "accepted": 0}


def test_all_that_waits_on_an_exhibit_is_accepted_and_on_no_other(command: Command, dispute: Dispute) -> None:
    assert command("accept", "--all", "--exhibit", "9", dispute.id) == 2
    assert command("accept", "--all", "--exhibit", "1", dispute.id)["accepted"] == 6
    assert command("suggestions", dispute.id) == {"suggestions": [], "observations": []}


def test_the_timeline_in_words_names_what_can_be_accepted(
    session: Session, dispute: Dispute, exhibit: Exhibit, capsys: pytest.CaptureFixture[str]
) -> None:
    session.close()
    vault = ["--vault", str(session.folder)]
    main([*vault, "timeline", dispute.id])
    lines = [line for line in capsys.readouterr().out.splitlines() if "您好" in line or PROMISE in line]
    assert main([*vault, "accept", *(line.split()[0] for line in lines)]) == 0
    main([*vault, "--lang", "zh-Hans", "timeline", dispute.id])
    assert "未确认" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [("accept", "nonsense"), ("dismiss", "nonsense"), ("accept", "a", "b", "--value", "x"), ("accept", "--all", "x")],
)
def test_what_cannot_be_decided_is_refused(words: tuple[str, ...], command: Command) -> None:
    assert command(*words) == 2


def test_what_nobody_confirmed_leaves_in_no_dossier_and_no_payload_that_leaves_has_a_number_to_be_masked(
    session: Session, dispute: Dispute, exhibit: Exhibit, tmp_path: Path
) -> None:
    found = findings(session, exhibit.id)
    assert found is not None
    accept(session, [found.event_ids[1], *(each.id for each in suggestions_about(session, exhibit.id))])
    export_dossier(
        session, dispute.id, tmp_path / "bag", ExportOptions(profile="lawyer", language=Language.ZH_HANS), Silent()
    )
    assert verify(tmp_path / "bag", (), Silent()).verdict is Verdict.UNCHANGED
    files = b"".join(path.read_bytes() for path in (tmp_path / "bag").rglob("*") if path.is_file())
    assert f"工号80231：{PROMISE}".encode() in files
    assert "您好".encode() not in files
    assert CARD.encode() not in files


def test_a_backup_has_all_of_it(session: Session, dispute: Dispute, exhibit: Exhibit, tmp_path: Path) -> None:
    found = findings(session, exhibit.id)
    assert found is not None
    dismiss(session, found.event_ids[:1], "没有这条")
    back_up(session, tmp_path / "copy", Silent())
    restore(tmp_path / "copy", tmp_path / "restored", Silent())
    again = open_session(tmp_path / "restored")
    assert suggestions_about(again, exhibit.id) == suggestions_about(session, exhibit.id)
    assert findings(again, exhibit.id) == found
    again.close()
    assert verify(tmp_path / "restored", (), Silent()).verdict is Verdict.UNCHANGED
