"""What lies inside a dossier's PDF: originals, log and scripts, unchanged, found by outside tools."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from evidence_app.dossier.writing import write_dossier
from evidence_app.errors import IntegrityFailure
from evidence_app.progress import Silent
from evidence_app.proof.enclosures import Enclosure, log_enclosures, original_enclosures, script_enclosures
from tests.fakes.dossier_case import Case, full_case, options


def all_enclosures(case: Case) -> list[Enclosure]:
    source = case.source()
    living = [exhibit for exhibit in case.exhibits if exhibit.removed_at is None]
    logged = log_enclosures(case.dispute.id, source.custody, [], lambda entry: not entry.private)
    return [*original_enclosures(living, source.original), *logged, *script_enclosures()]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return full_case(tmp_path / "originals")


@pytest.fixture
def enclosures(case: Case) -> list[Enclosure]:
    return all_enclosures(case)


@pytest.fixture
def dossier(case: Case, enclosures: list[Enclosure], tmp_path: Path) -> Path:
    out = tmp_path / "out.pdf"
    write_dossier(case.source(), options(), out, Silent(), enclosures)
    return out


@pytest.fixture
def opened(dossier: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(dossier) as pdf:
        yield pdf


def test_poppler_takes_every_file_out_as_it_was(dossier: Path, enclosures: list[Enclosure], tmp_path: Path) -> None:
    folder = tmp_path / "taken-out"
    folder.mkdir()
    subprocess.run(["pdfdetach", "-saveall", dossier], cwd=folder, check=True, capture_output=True)
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert found == {each.name: each.content() for each in enclosures}


def test_qpdf_finds_nothing_wrong(dossier: Path) -> None:
    assert subprocess.run(["qpdf", "--check", dossier], capture_output=True).returncode == 0


def test_every_file_is_associated_with_the_document_and_says_how(
    opened: pikepdf.Pdf, enclosures: list[Enclosure]
) -> None:
    said = {str(each.UF): str(each.AFRelationship) for each in opened.Root.AF}
    assert said == {each.name: f"/{each.relationship.value}" for each in enclosures}
    assert set(said.values()) == {"/Source", "/Data", "/Supplement"}


def test_originals_are_not_compressed_a_second_time(opened: pikepdf.Pdf) -> None:
    specifications = {str(each.UF): each.EF.F for each in opened.Root.AF}
    filters = {name: str(stream.get("/Filter", "none")) for name, stream in specifications.items()}
    assert {filters[name] for name in filters if name.startswith("E0")} == {"none"}
    assert filters["custody.jsonl"] == "/FlateDecode"


def test_what_the_file_says_of_itself_is_the_same_in_both_places(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as xmp:
        assert xmp["pdf:Producer"] == str(opened.docinfo["/Producer"]) == "Juzheng"
        assert xmp["dc:title"] == str(opened.docinfo["/Title"])
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "B")
        assert xmp["xmp:MetadataDate"] == "2025-04-03T09:30:00.000Z"


@pytest.mark.parametrize("change", ["bytes", "longer", "shorter", "missing"])
def test_an_original_that_changes_while_it_is_attached_stops_the_dossier(
    change: str, case: Case, enclosures: list[Enclosure], tmp_path: Path
) -> None:
    other = tmp_path / "other"
    data = enclosures[0].content()
    if change != "missing":
        other.write_bytes({"bytes": b"x" + data[1:], "longer": data + b"x", "shorter": data[:-1]}[change])
    changed = [replace(enclosures[0], path=other), *enclosures[1:]]
    with pytest.raises(IntegrityFailure, match="original-missing" if change == "missing" else "original-changed"):
        write_dossier(case.source(), options(), tmp_path / "out.pdf", Silent(), changed)
    assert not (tmp_path / "out.pdf").exists()


def test_a_type_that_is_no_type_does_not_reach_the_file(
    case: Case, enclosures: list[Enclosure], tmp_path: Path
) -> None:
    hostile = [replace(enclosures[0], mime="image/png >> /JavaScript <<"), *enclosures[1:]]
    write_dossier(case.source(), options(), tmp_path / "out.pdf", Silent(), hostile)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert str(pdf.Root.AF[0].EF.F.Subtype) == "/application/octet-stream"
