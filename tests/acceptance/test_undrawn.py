"""A worker that dies during an export: another one is tried, and what stays undrawn is said, wherever one looks."""

import io
import json
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from PIL import Image

from evidence_app.__main__ import main
from tests.fakes.workers import workers_die

NAMES = ("1.png", "2.webp", "3.jpg")
WORDS = {"en": "Exhibit 2 is incomplete", "zh-Hans": "证据 2 在文件中不完整", "zh-Hant": "證據 2 在檔案中不完整"}


def run(vault: Path, *words: str, lang: str = "en") -> str:
    """Run a command that succeeds, and return what it said."""
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        assert main(["--vault", str(vault), "--lang", lang, *words]) == 0
    return out.getvalue()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault whose second exhibit only a worker can draw."""
    for name in NAMES:
        Image.new("RGB", (60, 90), "#dceeec").save(tmp_path / name)
    run(tmp_path / "vault", "new", "t", "--type", "other", "--institution", "i")
    run(tmp_path / "vault", "add", dispute_of(tmp_path / "vault"), *(str(tmp_path / name) for name in NAMES))
    return tmp_path / "vault"


def dispute_of(vault: Path) -> str:
    dispute: str = json.loads(run(vault, "list", "--json"))["disputes"][0]["id"]
    return dispute


def exported(vault: Path, out: Path, *more: str, lang: str = "en") -> str:
    return run(vault, "export", dispute_of(vault), str(out), "--profile", "lawyer", *more, lang=lang)


def test_a_worker_that_dies_once_gets_a_successor(vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workers_die(monkeypatch, times=1)
    assert json.loads(exported(vault, tmp_path / "a.pdf", "--json"))["undrawn"] == []


@pytest.mark.parametrize("lang", WORDS)
def test_an_export_says_which_exhibit_it_could_not_draw(
    vault: Path, tmp_path: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers_die(monkeypatch)
    assert WORDS[lang] in exported(vault, tmp_path / "a.pdf", lang=lang)


def test_so_do_its_document_and_the_dossier_itself(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers_die(monkeypatch)
    told = json.loads(exported(vault, tmp_path / "a.pdf", "--json"))
    assert told["undrawn"] == [{"number": 2, "pages": 1, "code": "decoder-crashed"}]
    text = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "could not be drawn" in text
