"""A whole phone is imported, and only what is with the other side leaves: in pages, table, log, files and pictures."""

import base64
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import pyzipper
from PIL import Image

from evidence_app.actions.dossier_readiness import dossier_readiness
from evidence_app.actions.edit import edit_dispute, edit_event, edit_exhibit, take_back
from evidence_app.actions.export_dossier import ExportOptions
from evidence_app.actions.preview_dossier import preview_dossier
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.workspace import name_numbers
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.acceptance.test_command_line import Ran, run

THEIRS, MOTHER, DOCTOR, BANK, COURIER = "10690001", "13900139000", "13800138000", "95588", "13700137000"
SAID = {
    THEIRS: ["overdue notice one", "overdue notice two", "overdue notice three"],
    MOTHER: ["dinner on sunday", "your aunt is ill", "a photo of the garden"],
    DOCTOR: ["the biopsy result is back"],
    BANK: ["code 482910"],
    COURIER: ["parcel at the gate", "parcel returned"],
}
NAMES = {MOTHER: "Mum", DOCTOR: "Dr Zhang", COURIER: "Courier Wang"}
OTHERS = [number for number in SAID if number != THEIRS]
PRIVATE = [*OTHERS, *NAMES.values(), *(text for number in OTHERS for text in SAID[number]), "garden.png"]
FIRST_MS = 1_738_368_000_000
ONLY_THEIRS = ExportOptions(profile="lawyer", language=Language.EN, only_theirs=True)

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")


def _picture() -> str:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), (10, 120, 40)).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


def _phone(path: Path) -> Path:
    said = [(number, text) for number, texts in SAID.items() for text in texts]
    lines = [
        f'<sms protocol="0" address="{number}" date="{FIRST_MS + each * 3_600_000}" type="1" body="{text}" '
        f'contact_name="{NAMES.get(number, "(Unknown)")}" />'
        for each, (number, text) in enumerate(said)
        if "photo" not in text
    ]
    photo = f'<part seq="0" ct="image/png" name="garden.png" cl="garden.png" text="null" data="{_picture()}" />'
    words = '<part seq="1" ct="text/plain" name="null" cl="null" text="a photo of the garden" />'
    mms = f'<mms date="{FIRST_MS}" msg_box="1" address="{MOTHER}" contact_name="Mum" sub="null"><parts>{photo}{words}'
    path.write_text(f"<?xml version='1.0' encoding='UTF-8' ?><smses>{''.join(lines)}{mms}</parts></mms></smses>")
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("phone")
    vault = folder / "vault"
    dispute = run(vault, "new", "t", "--type", "harassment", "--institution", "FastLoan").stdout.split()[-1]
    added = json.loads(run(vault, "add", dispute, str(_phone(folder / "sms.xml")), "--json").stdout)
    assert [(each["taken"], each["attachments"]) for each in added["imports"]] == [(10, 1)]
    return vault, dispute


@pytest.fixture
def vault(made: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[0], tmp_path / "vault"))


@pytest.fixture
def dispute(made: tuple[Path, str]) -> str:
    return made[1]


def _state(vault: Path, dispute: str) -> None:
    assert run(vault, "institution", dispute, "--numbers", THEIRS).returncode == 0


def _export(vault: Path, dispute: str, out: Path, *more: str) -> Ran:
    return run(vault, "export", dispute, str(out), "--profile", "lawyer", "--json", *more)


def _text(pdf: Path) -> str:
    read = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(read.split())


def _files(pdf: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    subprocess.run(["pdfdetach", "-saveall", "-o", folder, pdf], check=True, capture_output=True)
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def _told(words: list[str], text: str) -> list[str]:
    return [each for each in words if each in text]


def test_only_what_is_with_the_other_side_leaves_and_the_rest_is_counted(
    vault: Path, dispute: str, tmp_path: Path
) -> None:
    _state(vault, dispute)
    out = tmp_path / "out.pdf"
    ran = _export(vault, dispute, out, "--only-theirs")
    told = json.loads(ran.stdout)["others"]
    assert (ran.returncode, told["left_out"], told["events"], told["whole_exports"]) == (0, True, 7, 0)
    assert "other people" not in ran.stderr
    assert "7 calls, messages and payments that are not with the other side" in ran.stderr
    assert "and 1 files that show nothing else. What you mark (mark)" in ran.stderr
    text, files = _text(out), _files(out, tmp_path / "inside")
    everything = text + "".join(data.decode("utf-8", "replace") for data in files.values())
    assert _told(SAID[THEIRS], text) == SAID[THEIRS]
    assert _told(PRIVATE, everything) == []
    assert "4 of 12 events shown." in text
    assert "With other people than the other side, left out by choice: 7." in text
    assert f"Of imported exports, what is with these is shown: {THEIRS}." in text
    assert "Of the export in exhibit 1, 3 of 10 records are shown." in text
    assert "Files that show nothing with the other side, left out by choice: 1." in text
    page = text[text.index("can be asked for. Records in this file") :]
    assert "An extract: of the 10 records read from this file, 3 are printed here." in page
    assert _told(SAID[THEIRS], page) == SAID[THEIRS]
    assert "not handed over: the file also holds records with other people" in text
    assert not [name for name in files if name.startswith("E0")]
    assert run(vault, "verify", str(out)).returncode == 0


def test_an_export_of_which_nothing_is_shown_is_not_named(vault: Path, dispute: str, tmp_path: Path) -> None:
    chat = tmp_path / "[LINE] Chat with Mum.txt"
    chat.write_text(
        "[LINE] Chat history with Mum\nSaved on: 2025/11/25 08:30\n\n2025/11/20 Thu\n12:01\tMum\tgood night\n"
    )
    assert [
        each["taken"] for each in json.loads(run(vault, "add", dispute, str(chat), "--json").stdout)["imports"]
    ] == [1]
    _state(vault, dispute)
    out = tmp_path / "out.pdf"
    assert _export(vault, dispute, out, "--only-theirs").returncode == 0
    text = _text(out)
    assert "Chat with Mum" not in text
    assert "Files that show nothing with the other side, left out by choice: 2." in text


def test_an_address_book_is_not_named_either_but_what_somebody_described_is(
    vault: Path, dispute: str, tmp_path: Path
) -> None:
    for name in ("Mum and Dad.vcf", "Mum again.vcf"):
        book = tmp_path / name
        book.write_text(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:+8613800000000\r\nEND:VCARD\r\n")
        assert run(vault, "add", dispute, str(book), "--json").returncode == 0
    session = open_session(vault)
    with session.vault.read() as catalog:
        described = catalog.exhibits(dispute)[-1]
    edit_exhibit(session, described.id, {"proves": "the number is not in it"})
    session.close()
    _state(vault, dispute)
    out = tmp_path / "out.pdf"
    assert _export(vault, dispute, out, "--only-theirs").returncode == 0
    text = _text(out)
    assert ("Mum and Dad" in text, "Mum again" in text) == (False, True)


def test_the_numbers_by_which_an_import_was_chosen_do_not_tell_of_others(tmp_path: Path) -> None:
    vault, out = tmp_path / "v", tmp_path / "out.pdf"
    dispute = run(vault, "new", "t", "--type", "harassment", "--institution", "FastLoan").stdout.split()[-1]
    run(vault, "add", dispute, str(_phone(tmp_path / "sms.xml")), "--only", THEIRS, "--only", MOTHER)
    _state(vault, dispute)
    assert _export(vault, dispute, out, "--only-theirs").returncode == 0
    files = _files(out, tmp_path / "inside").values()
    assert _told(PRIVATE, _text(out) + "".join(data.decode("utf-8", "replace") for data in files)) == []


def test_the_whole_exports_go_along_only_where_that_is_wanted(vault: Path, dispute: str, tmp_path: Path) -> None:
    _state(vault, dispute)
    bags = [tmp_path / "without.zip", tmp_path / "with.zip"]
    for bag, more in zip(bags, ([], ["--whole-exports"]), strict=True):
        assert _export(vault, dispute, bag, "--only-theirs", *more).returncode == 0
        assert run(vault, "verify", str(bag)).returncode == 0
    names = [[each for each in zipfile.ZipFile(bag).namelist() if "/originals/E" in each] for bag in bags]
    assert [len(each) for each in names] == [0, 1]
    table = next(name for name in zipfile.ZipFile(bags[1]).namelist() if name.endswith("timeline.csv"))
    assert _told(PRIVATE, zipfile.ZipFile(bags[1]).read(table).decode()) == []


def test_without_the_flag_everything_leaves_and_a_warning_says_so(vault: Path, dispute: str, tmp_path: Path) -> None:
    _state(vault, dispute)
    out = tmp_path / "out.pdf"
    ran = _export(vault, dispute, out)
    others = {"events": 7, "people": 4, "files": 1, "codes": 1, "whole_exports": 1, "left_out": False, "known": True}
    others["naming"] = []
    assert json.loads(ran.stdout)["others"] == others
    for told in ("payments: 7; people or numbers: 4", "one-time code (verification code, OTP): 1", "--only-theirs"):
        assert told in ran.stderr
    said = [text for texts in SAID.values() for text in texts]
    assert _told(said, _text(out)) == said
    assert set(_files(out, tmp_path / "inside")) >= {"E001.xml", "E002.png"}


def test_where_nobody_said_which_are_theirs_nothing_is_left_out_in_silence(
    vault: Path, dispute: str, tmp_path: Path
) -> None:
    ran = _export(vault, dispute, tmp_path / "out.pdf", "--only-theirs")
    assert (ran.returncode, (tmp_path / "out.pdf").exists()) == (2, False)
    assert "institution DISPUTE --numbers" in ran.stderr


@pytest.fixture
def session(vault: Path, dispute: str) -> Iterator[Session]:
    _state(vault, dispute)
    opened = open_session(vault)
    yield opened
    opened.close()


def _events(session: Session, dispute: str) -> dict[str, str]:
    with session.vault.read() as catalog:
        return {event.text: event.id for event in catalog.events(dispute)}


def test_the_preview_is_what_is_exported(session: Session, dispute: str) -> None:
    preview = preview_dossier(session, dispute, ONLY_THEIRS, Silent())
    text = _text(preview.dossier.path)
    assert (_told(SAID[THEIRS], text), _told(PRIVATE, text)) == (SAID[THEIRS], [])


def test_the_count_of_others_follows_what_is_said_to_be_theirs_and_its_undoing(session: Session, dispute: str) -> None:
    def counted() -> tuple[int, int, int]:
        others = dossier_readiness(session, dispute, ONLY_THEIRS).disclosure.others
        return others.events, others.people, len(others.files)

    assert counted() == (7, 4, 1)
    seq = name_numbers(session, dispute, [COURIER])
    assert counted() == (5, 3, 1)
    assert seq is not None
    undone = take_back(session, dispute, [seq])
    assert counted() == (7, 4, 1)
    take_back(session, dispute, undone)
    assert counted() == (5, 3, 1)


def test_what_a_person_changed_stays_until_that_is_taken_back(session: Session, dispute: str) -> None:
    event_id = _events(session, dispute)["code 482910"]

    def others() -> int:
        return dossier_readiness(session, dispute, ONLY_THEIRS).disclosure.others.events

    edit_event(session, event_id, {"agent_name": "the bank"})
    assert others() == 6
    edit_event(session, event_id, {"agent_name": ""})
    assert others() == 7


def test_tables_that_a_person_explained_and_archives_stay_at_home_too(
    vault: Path, dispute: str, tmp_path: Path
) -> None:
    _state(vault, dispute)
    table = tmp_path / "moves.csv"
    table.write_text("when,how much,who\n2025-02-01,-12.00,FastLoan\n2025-02-02,-50.00,Dr Zhang\n")
    columns = ("--column", "time=when", "--column", "amount=how much", "--column", "party=who")
    assert run(vault, "add", dispute, str(table), *columns).returncode == 0
    locked = tmp_path / "bill.zip"
    with pyzipper.AESZipFile(locked, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"123456")
        archive.writestr("bill.csv", "private")
    assert run(vault, "add", dispute, str(locked)).returncode in {0, 2}  # locked: kept whole, and said
    out = tmp_path / "out.pdf"
    assert _export(vault, dispute, out, "--only-theirs").returncode == 0
    assert not [name for name in _files(out, tmp_path / "inside") if name.startswith("E0")]
    assert "Dr Zhang" not in _text(out)
    assert _export(vault, dispute, tmp_path / "all.pdf", "--only-theirs", "--whole-exports").returncode == 0
    assert {"E003.csv", "E004.zip"} <= set(_files(tmp_path / "all.pdf", tmp_path / "whole"))


def test_the_purchases_of_a_bill_stay_at_home_where_a_refund_is_disputed(tmp_path: Path) -> None:
    vault, bill, out = tmp_path / "v", tmp_path / "bill.csv", tmp_path / "out.pdf"
    dispute = run(vault, "new", "t", "--type", "refund_refused", "--institution", "FastLoan").stdout.split()[-1]
    shops = [f"Corner Shop {each}" for each in "ABCDEFGH"]
    rows = [f"2025-02-0{each},-{each}.50,{shop}" for each, shop in enumerate(shops, 1)]
    bill.write_text("\n".join(["when,how much,who", "2025-02-01,-750.00,Bright School", *rows, ""]))
    columns = ("--column", "time=when", "--column", "amount=how much", "--column", "party=who")
    assert run(vault, "add", dispute, str(bill), *columns).returncode == 0
    session = open_session(vault)
    edit_dispute(session, dispute, {"summary": "Bright School owes me a refund"})
    session.close()
    _state(vault, dispute)
    assert _export(vault, dispute, out, "--only-theirs").returncode == 0
    text, files = _text(out), _files(out, tmp_path / "inside").values()
    assert _told(shops, text + "".join(data.decode("utf-8", "replace") for data in files)) == []
    assert "Bright School" in text
    assert "With other people than the other side, left out by choice: 8." in text
