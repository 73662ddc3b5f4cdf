"""The command line as scripts and outside tools use it: exit codes, JSON, languages."""

import io
import json
import sqlite3
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
import pyzipper
from PIL import Image

from evidence_app import verify_command
from evidence_app.__main__ import main
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import open_session
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    returncode: int
    stdout: str
    stderr: str


def run(vault: Path, *words: str, lang: str = "en") -> Ran:
    """Run a command in this process: starting Python anew a hundred times tests Python."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["--vault", str(vault), "--lang", lang, *words])
    return Ran(code, out.getvalue(), err.getvalue())


def test_the_command_line_starts_as_a_module_of_its_own(tmp_path: Path) -> None:
    words = ["--vault", str(tmp_path / "v"), "--lang", "zh-Hant", "list"]
    command = [sys.executable, "-W", "error", "-m", "evidence_app", *words]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "沒有證據庫" in ran.stderr


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def dispute(vault: Path) -> str:
    made = run(vault, "new", "点石成金", "--type", "unauthorised_loan", "--institution", "速融宝")
    return made.stdout.splitlines()[-1]


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "phone"
    folder.mkdir()
    for day in (22, 23):
        Image.new("RGB", (100, 200), (day, day, day)).save(folder / f"Screenshot_202502{day}_081503.png")
    (folder / "cut.png").write_bytes((folder / "Screenshot_20250222_081503.png").read_bytes()[:60])
    return folder


def test_new_prints_the_id_alone_on_its_last_line(vault: Path) -> None:
    made = run(vault, "new", "t", "--type", "other", "--institution", "i")
    assert made.returncode == 0
    assert len(made.stdout.splitlines()[-1]) == 12


def test_add_reports_each_item_and_exits_0_unless_something_was_refused(
    vault: Path, dispute: str, pictures: Path
) -> None:
    added = run(vault, "add", dispute, str(pictures), "--json")
    document = json.loads(added.stdout)
    assert added.returncode == 0
    assert (document["added"], document["kept-unread"], document["refused"]) == (2, 1, 0)
    again = run(vault, "add", dispute, str(pictures), str(pictures / "gone.png"), "--json")
    assert again.returncode == 2
    assert (json.loads(again.stdout)["duplicate"], json.loads(again.stdout)["refused"]) == (3, 1)


def test_add_opens_locked_archives_with_a_password_given_or_in_the_environment(
    vault: Path, dispute: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for password in ("428571", "857142"):
        with pyzipper.AESZipFile(tmp_path / f"{password}.zip", "w", encryption=pyzipper.WZ_AES) as archive:
            archive.setpassword(password.encode())
            archive.writestr(f"{password}.txt", password)
    monkeypatch.setenv("JUZHENG_PASSWORD", "857142")
    ran = run(vault, "add", dispute, *map(str, sorted(tmp_path.glob("*.zip"))), "--password", "428571", "--json")
    assert [item["name"] for item in json.loads(ran.stdout)["items"]] == ["428571.txt", "857142.txt"]


def test_add_refuses_an_archive_that_is_there_already_if_the_password_given_does_not_open_it(
    vault: Path, dispute: str, tmp_path: Path
) -> None:
    with pyzipper.AESZipFile(tmp_path / "a.zip", "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"428571")
        archive.writestr("a.txt", "a")
    run(vault, "add", dispute, str(tmp_path / "a.zip"))
    wrong = run(vault, "add", dispute, str(tmp_path / "a.zip"), "--password", "wrong", "--json")
    items = [(item["status"], item["code"]) for item in json.loads(wrong.stdout)["items"]]
    assert (wrong.returncode, items) == (2, [("refused", "archive-password-wrong")])
    right = run(vault, "add", dispute, str(tmp_path / "a.zip"), "--password", "428571", "--json")
    assert (right.returncode, json.loads(right.stdout)["added"]) == (0, 1)


def test_the_timeline_document_has_the_promised_shape(vault: Path, dispute: str, pictures: Path) -> None:
    run(vault, "add", dispute, str(pictures))
    document = json.loads(run(vault, "timeline", dispute, "--json").stdout)
    first = document["events"][0]
    assert document["dispute"] == dispute
    assert (first["kind"], first["at"], first["precision"]) == ("document", "2025-02-22T08:15:03+08:00", "second")
    assert (first["time_source"], first["offset_source"]) == ("filename", "assumed")
    assert first["exhibits"] == [first["exhibit"]]
    assert {"at", "source", "confidence"} == first["readings"][0].keys()
    assert first.keys() >= {"direction", "party", "agent_id", "text", "amount", "currency", "reference"}
    assert first.keys() >= {"duration_s", "outcome", "region", "status"}


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("profile", ["plain", "lawyer"])
def test_a_dossier_is_exported_in_every_profile_and_language(
    vault: Path, dispute: str, pictures: Path, tmp_path: Path, lang: str, profile: str
) -> None:
    run(vault, "add", dispute, str(pictures))
    out = tmp_path / "dossier.pdf"
    exported = run(vault, "export", dispute, str(out), "--profile", profile, "--language", lang, "--json")
    assert exported.returncode == 0, exported.stderr
    assert json.loads(exported.stdout)["exhibits"] == 3
    assert subprocess.run(["qpdf", "--check", out], capture_output=True, check=False).returncode == 0


def test_verify_says_what_holds_and_what_does_not(vault: Path, dispute: str, pictures: Path) -> None:
    run(vault, "add", dispute, str(pictures))
    assert run(vault, "verify", str(vault)).returncode == 0
    original = next(path for path in (vault / "originals").rglob("*") if path.is_file())
    original.chmod(0o600)
    original.write_bytes(b"forged")
    failed = run(vault, "verify", str(vault), "--json")
    document = json.loads(failed.stdout)
    assert (failed.returncode, document["verdict"]) == (1, "changed")
    assert [check["holds"] for check in document["checks"]] == [True, True, True, False]


def test_backup_and_restore_bring_everything_back(vault: Path, dispute: str, pictures: Path, tmp_path: Path) -> None:
    run(vault, "add", dispute, str(pictures))
    assert run(vault, "backup", str(tmp_path / "b")).returncode == 0
    assert run(tmp_path / "r", "restore", str(tmp_path / "b")).returncode == 0
    before = json.loads(run(vault, "timeline", dispute, "--json").stdout)
    assert json.loads(run(tmp_path / "r", "timeline", dispute, "--json").stdout) == before


def test_while_a_window_holds_the_vault_reading_works_and_writing_is_refused(
    vault: Path, dispute: str, pictures: Path
) -> None:
    holder = open_session(vault)
    assert run(vault, "list").returncode == 0
    refused = run(vault, "add", dispute, str(pictures))
    holder.close()
    assert refused.returncode == 2
    assert "open in another window" in refused.stderr


@pytest.mark.parametrize(("lang", "words"), [("en", "no dispute"), ("zh-Hans", "没有纠纷"), ("zh-Hant", "沒有糾紛")])
def test_errors_are_told_in_the_chosen_language(vault: Path, dispute: str, lang: str, words: str) -> None:
    failed = run(vault, "timeline", "nonsense", lang=lang)
    assert failed.returncode == 2
    assert words in failed.stderr


def test_evidence_cannot_steer_the_terminal(vault: Path, dispute: str, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb\u202ec.txt").write_text("x")
    run(vault, "add", dispute, str(tmp_path / "a\x1b[2Jb\u202ec.txt"))
    shown = run(vault, "timeline", dispute).stdout
    assert "\x1b" not in shown
    assert "a\\u001b[2Jb\\u202ec.txt" in shown


def test_what_is_no_vault_is_an_input_problem(vault: Path, tmp_path: Path) -> None:
    assert run(vault, "verify", str(tmp_path)).returncode == 2


def test_what_cannot_be_checked_exits_3(vault: Path, dispute: str) -> None:
    with sqlite3.connect(vault / "catalog.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert run(vault, "verify", str(vault)).returncode == 3


def test_a_failure_of_the_program_is_never_taken_for_a_verdict(
    vault: Path, dispute: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(verify_command, "verify_path", fail)
    ran = run(vault, "verify", str(vault))
    assert ran.returncode == 3
    assert "AssertionError" in ran.stderr


def test_what_a_dispute_amounts_to_is_told_as_promised(vault: Path, dispute: str) -> None:
    complaint = run(vault, "complain", dispute, "cn-pboc", "--filed", "2025-03-03", "--reference", "N-1").stdout.strip()
    told = json.loads(run(vault, "overview", dispute, "--today", "2025-06-01", "--json").stdout)
    [step] = [each for each in told["ladder"] if each["complaints"]]
    assert [each["id"] for each in step["complaints"]] == [complaint]
    assert {"start", "day", "source", "overdue_days"} <= step["clocks"][0].keys()
    found = json.loads(run(vault, "findings", dispute, "--today", "2025-06-01", "--json").stdout)["findings"]
    assert {each["rule"]: each["events"] for each in found} == {"D": []}
    assert all(source["checked"] for each in found for source in each["sources"])
    assert run(vault, "exclude", dispute, found[0]["id"], "--reason", "answered by telephone").returncode == 0
    again = json.loads(run(vault, "findings", dispute, "--today", "2025-06-01", "--json").stdout)["findings"]
    assert [each["excluded"] for each in again] == ["answered by telephone"]


def test_what_was_answered_when_an_export_was_added_is_not_asked_again(
    vault: Path, dispute: str, tmp_path: Path
) -> None:
    chat = tmp_path / "微信聊天记录-速融宝客服.txt"
    lines = (
        "2025-03-01 10:00:00 速融宝客服\n您好",
        "2025-03-01 10:01:00 林晓\n请撤销",
        "2025-03-01 10:02:00 速融宝客服\n好",
    )
    chat.write_text("\n\n".join(lines) + "\n", encoding="utf-8")

    def asked() -> list[str]:
        [told] = json.loads(run(vault, "exports", dispute, "--json").stdout)["exports"]
        return list(told["asks"])

    assert run(vault, "add", dispute, str(chat)).returncode == 0
    assert asked() == ["owner"]
    assert run(vault, "add", dispute, str(chat), "--owner", "林晓").returncode == 0
    assert asked() == []


@pytest.mark.parametrize(("said", "body"), [("12378", "cn-nfra"), ("95188", None)])
def test_a_complaint_by_the_hotline_of_a_body_stands_on_the_ladder(
    vault: Path, dispute: str, said: str, body: str | None
) -> None:
    filed = ("complain", dispute, said, "--filed", "2025-03-03")
    assert run(vault, *filed).returncode == (0 if body else 2)  # what no body is called is asked about first
    assert body or run(vault, *filed, "--as-named").returncode == 0
    told = json.loads(run(vault, "overview", dispute, "--today", "2025-03-10", "--json").stdout)
    assert [step["body"] for step in told["ladder"] if step["complaints"]] == [body] * (body is not None)
    assert [each["body"] for each in told["filed_elsewhere"]] == [said] * (body is None)


def test_a_call_a_promise_and_a_payment_are_written_down_as_the_window_does(
    vault: Path, dispute: str, tmp_path: Path
) -> None:
    (tmp_path / "memo.txt").write_text("通话记录", "utf-8")
    assert run(vault, "add", dispute, str(tmp_path / "memo.txt")).returncode == 0

    def recorded(*given: str) -> str:
        kept = run(vault, "record", dispute, *given)
        assert kept.returncode == 0, kept.stderr
        return kept.stdout.splitlines()[-1]

    promised = ("--promise", "我们会在三天内退款")  # by 4 March: counted from its words
    call = recorded(
        *("call", "--at", "2025年3月1日 晚上10:05", "--direction", "in", "--number", "95188", "--agent", "80231"),
        *("--duration", "90", "--text", "说会退款", "--exhibit", "1", *promised),
    )
    paid = recorded("payment", "--at", "2025-03-02", "--direction", "out", "--amount", "120", "--party", "速融宝")
    events = {each["id"]: each for each in json.loads(run(vault, "timeline", dispute, "--json").stdout)["events"]}
    shown = ("at", "precision", "time_source", "direction", "number", "agent_id", "duration_s", "text")
    assert [events[call][key] for key in shown] == [
        *("2025-03-01T22:05:00+08:00", "minute", "typed", "in", "95188", "80231", 90, "说会退款"),
    ]
    assert events[call]["exhibit"]
    assert [events[paid][key] for key in ("at", "precision", "amount", "outcome")] == [
        *("2025-03-02T00:00:00+08:00", "day", "120.00", "done"),
    ]
    told = json.loads(run(vault, "overview", dispute, "--today", "2025-03-10", "--json").stdout)
    assert [(each["text"], each["due"], each["state"]) for each in told["promises"]] == [
        ("我们会在三天内退款", "2025-03-04", "overdue")
    ]
    for wrong in (
        ("call", "--at", "gestern"),
        ("call", "--at", "3月1日 22:05"),
        ("call", "--at", "2999-01-01"),
        ("note", "--at", "2025-03-01", "--exhibit", "9"),
        ("document", "--at", "2025-03-01"),
    ):
        assert run(vault, "record", dispute, *wrong).returncode == 2


def test_a_fee_is_written_down_with_what_shows_it_and_stands_apart(vault: Path, dispute: str, tmp_path: Path) -> None:
    (tmp_path / "bill.txt").write_text("担保费 300", "utf-8")
    assert run(vault, "add", dispute, str(tmp_path / "bill.txt")).returncode == 0
    shown = json.loads(run(vault, "timeline", dispute, "--json").stdout)["events"][0]["exhibit"]
    assert run(vault, "fee", dispute, "300", "--on", "2026-08-10", "--what", "担保费", "--exhibit", "1").returncode == 0
    assert run(vault, "fee", dispute, "20", "--on", "2026-09-10", "--due").returncode == 0
    assert run(vault, "fee", dispute, "20", "--on", "2026-09-10", "--exhibit", "99").returncode == 2
    loan = json.loads(run(vault, "overview", dispute, "--json").stdout)["money"]["loan"]
    events = {each["id"]: each for each in json.loads(run(vault, "timeline", dispute, "--json").stdout)["events"]}
    fees = [events[each] for each in loan["fees"]]
    assert [(each["amount"], each["outcome"], each["exhibit"]) for each in fees] == [
        ("300.00", "done", shown),
        ("20.00", "due", None),
    ]
    said = run(vault, "overview", dispute).stdout
    assert "320" in said
    assert "--party" in said  # nothing says who got the 300
    assert fees[0]["id"] in run(vault, "search", dispute, "担保费").stdout
    stated = ("--contract-day", "2026-08-10", "--cost-stated", "yes", "--fees-stated", "no")
    assert run(vault, "loan", dispute, *stated).returncode == 0
    found = json.loads(run(vault, "findings", dispute, "--json").stdout)["findings"]
    assert [each["events"] for each in found if each["rule"] == "R3-fee"] == [loan["fees"]]
    assert run(vault, "fee", dispute, "9", "--on", "2026-08-10", "--held-back").returncode == 0
    assert run(vault, "loan", dispute, "--held-back", fees[0]["id"]).returncode == 0
    money = json.loads(run(vault, "overview", dispute, "--json").stdout)["money"]
    [*_, nine] = money["loan"]["fees_held_back"]
    assert (money["loan"]["fees_held_back"], money["loan"]["paid"]) == ([fees[0]["id"], nine], [])
    assert run(vault, "loan", dispute, "--paid-apart", nine, "--fees", nine).returncode == 0
    money = json.loads(run(vault, "overview", dispute, "--json").stdout)["money"]
    assert (money["loan"]["fees"], money["loan"]["paid"]) == ([nine], [nine])


@pytest.mark.parametrize(("given", "code"), [("deadbeef", 2), ("g" * 64, 2), ("ab" * 32, 0), ("", 0)])
def test_the_dossier_that_was_filed_is_named_by_a_whole_hash(vault: Path, dispute: str, given: str, code: int) -> None:
    ran = run(vault, "complain", dispute, "cn-nfra", "--filed", "2025-03-03", "--dossier", given)
    assert ran.returncode == code
    assert ("64" in ran.stderr) == bool(code)


@pytest.mark.parametrize(
    ("zone", "kind", "known"),
    [
        ("Europe/Berlin", "poor_service", True),
        ("Europe/Berlin", "account_stolen", True),
        ("America/Detroit", "harassment", True),
        ("Asia/Tokyo", "other", False),
    ],
)
def test_where_no_ladder_is_known_that_is_said_with_what_can_be_done(
    vault: Path, zone: str, kind: str, known: bool
) -> None:
    made = run(vault, "new", "t", "--type", kind, "--institution", "X", "--zone", zone).stdout.split()[-1]
    told = json.loads(run(vault, "overview", made, "--json").stdout)
    assert bool(told["next_step"]) == known
    assert [each["code"] for each in told["limits"]] == ["ladder-unknown"] * (not known)
    assert ("No ladder of bodies is known" in run(vault, "overview", made).stdout) == (not known)


def test_a_limitation_is_counted_from_the_day_that_is_stated_and_from_none_else(vault: Path, dispute: str) -> None:
    def limitation() -> list[str]:
        told = json.loads(run(vault, "overview", dispute, "--today", "2025-06-01", "--json").stdout)
        clocks = (each for step in told["ladder"] for each in step["clocks"])
        return [each["day"] for each in clocks if each["clock"] == "limitation"]

    assert limitation() == []
    assert run(vault, "dispute", dispute, "--knew", "2025-03-03").returncode == 0
    assert limitation() == ["2028-03-03"]
    assert run(vault, "dispute", dispute, "--knew", "2999-01-01").returncode == 2
    assert run(vault, "dispute", dispute, "--knew", "none").returncode == 0
    assert limitation() == []


def test_a_ticket_number_in_a_chat_is_told_until_a_complaint_has_it(vault: Path, dispute: str, tmp_path: Path) -> None:
    chat = tmp_path / "微信聊天记录-速融宝客服.txt"
    lines = ("2025-03-01 10:00:00 速融宝客服\n您的工单号GD88231", "2025-03-01 10:01:00 林晓\n好")
    chat.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    assert run(vault, "add", dispute, str(chat), "--owner", "林晓").returncode == 0

    def told() -> list[str]:
        documented = json.loads(run(vault, "overview", dispute, "--json").stdout)["complaint_numbers"]
        return [each["value"] for each in documented if each["event"]]

    assert told() == ["GD88231"]
    assert "GD88231" in run(vault, "overview", dispute).stdout
    run(vault, "complain", dispute, "cn-institution", "--filed", "2025-03-01", "--reference", "GD88231")
    assert told() == []


def test_the_overview_in_words_leaves_out_nothing_that_is_late(vault: Path, dispute: str) -> None:
    filed = run(vault, "complain", dispute, "cn-institution", "--filed", "2025-03-03").stdout.strip()
    assert run(vault, "complaint", filed, "--replied", "2025-04-03").returncode == 0
    told = run(vault, "overview", dispute, "--today", "2025-06-01").stdout
    documented = json.loads(run(vault, "overview", dispute, "--today", "2025-06-01", "--json").stdout)
    late = {each["clock"]: each["late_days"] for step in documented["ladder"] for each in step["clocks"]}
    assert late == {"simple": 0, "complex": 1, "review": 0}  # whether it was a clear case is for others to say
    assert "2025-03-18" in told  # by which a clear case was to be decided
    assert "due on or before 2025-04-02" in told
    assert "2025-05-06" in told  # the person's own time to ask for a review, after the May holidays
    assert "2025-05-03 is a day off: the next working day counts instead. Source: PRC Civil Code" in told
    assert [(each["body"], each["clock"]) for each in documented["lapsed"]] == [("cn-institution", "review")]
    assert documented["possible"][0] == "cn-nfra"
    assert "Your own period ended: 2025-05-06" in told
    assert told.partition("Ladder: ")[0].count("2025-05-06") == 1  # no second time as somebody else's lateness
    assert "Still possible: National Financial Regulatory Administration (12378), " in told


def test_while_no_numbers_are_stated_findings_say_so_and_count_nobody(vault: Path, dispute: str) -> None:
    at = ClockReading(datetime(2025, 3, 1, 23, 10), Precision.MINUTE, TimeSource.TYPED, 100)
    session = open_session(vault)
    for number in ("13800138000", "95500", "95500"):
        given = NewEvent(kind=EventKind.CALL, time=choose([at]), direction=Direction.IN, number=number)
        record_event(session, dispute, given)
    session.close()
    ran = run(vault, "findings", dispute, "--json")
    assert "95500, 13800138000" in ran.stderr
    told = json.loads(ran.stdout)
    [limit] = told["limits"]
    assert (limit["code"], limit["contact_count"]) == ("numbers-not-stated", 2)
    first = limit["contacts"][0]
    assert (first["number"], first["name"], first["events"], len(first["samples"])) == ("95500", None, 2, 2)
    assert "C1" not in {each["rule"] for each in told["findings"]}
    assert run(vault, "institution", dispute, "--numbers", "95500").returncode == 0
    ran = run(vault, "findings", dispute, "--json")
    told = json.loads(ran.stdout)
    assert (told["limits"], ran.stderr) == ([], "")
    assert [len(each["events"]) for each in told["findings"] if each["rule"] == "C1"] == [2]


def test_a_letter_is_printed_or_kept_as_a_file(vault: Path, dispute: str, tmp_path: Path) -> None:
    assert "速融宝" in run(vault, "letter", dispute, "complaint", "--language", "en").stdout
    kept = run(vault, "letter", dispute, "complaint", "--out", str(tmp_path / "letter.docx"))
    assert (kept.returncode, (tmp_path / "letter.docx").read_bytes()[:2]) == (0, b"PK")


def talk(vault: Path, dispute: str) -> None:
    """Write down what three agents said, of whom one gave no ID."""
    session = open_session(vault)
    for hour, agent_id, name in ((9, "3017", "小李"), (10, "5520", ""), (11, "", "李姐"), (12, "7788", "小李")):
        at = ClockReading(datetime(2025, 3, 1, hour, 0), Precision.MINUTE, TimeSource.TYPED, 100)
        said = NewEvent(
            kind=EventKind.CALL, time=choose([at]), direction=Direction.IN, agent_id=agent_id, agent_name=name
        )
        record_event(session, dispute, said)
    session.close()


def people(vault: Path, dispute: str) -> list[tuple[list[str], list[str], int]]:
    told = json.loads(run(vault, "overview", dispute, "--json").stdout)["agents"]
    return [(each["agent_ids"], each["names"], len(each["contacts"])) for each in told]


def test_agents_are_joined_and_parted_again(vault: Path, dispute: str) -> None:
    talk(vault, dispute)
    alone = [(["3017"], ["小李"], 1), (["5520"], [], 1), ([], ["李姐"], 1), (["7788"], ["小李"], 1)]
    assert people(vault, dispute) == alone
    ran = run(vault, "join", dispute, "3017", "李姐", "--note", "same voice", "--json")
    told = json.loads(ran.stdout)
    assert isinstance(told["entry"], int)
    assert [(each["agent_ids"], sorted(each["names"])) for each in told["agents"]] == [(["3017"], ["小李", "李姐"])]
    assert run(vault, "join", dispute, "李姐", "5520").returncode == 0  # whoever was joined before is joined along
    together = (["3017", "5520"], ["小李", "李姐"], 3)
    assert people(vault, dispute) == [together, alone[3]]
    assert "3017" in run(vault, "part", dispute, "5520").stdout + run(vault, "join", dispute, "5520", "3017").stdout
    assert people(vault, dispute) == [together, alone[3]]
    assert run(vault, "part", dispute, "5520", "李姐").returncode == 0
    assert people(vault, dispute) == alone


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("join", "3017", "9999"), "9999"),
        (("join", "小李", "5520"), "小李"),
        (("join", "3017"), "3017"),
        (("part", "5520"), "5520"),
    ],
    ids=["unknown", "ambiguous", "alone", "not joined"],
)
@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_who_cannot_be_joined_or_parted_is_named_and_nothing_changes(
    vault: Path, dispute: str, words: tuple[str, ...], code: str, lang: str
) -> None:
    talk(vault, dispute)
    before = people(vault, dispute)
    ran = run(vault, words[0], dispute, *words[1:], lang=lang)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert code in ran.stderr
    assert people(vault, dispute) == before
