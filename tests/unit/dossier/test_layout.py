"""What a profile leaves out is not referred to."""

from dataclasses import replace
from pathlib import Path

from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.layout import lay_out
from evidence_app.dossier.page import PAPERS, Flow, Text
from evidence_app.dossier.profiles import load_profile
from evidence_app.dossier.selecting import select
from evidence_app.dossier.source import Seal
from evidence_app.dossier.wording import Wording
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from evidence_app.proof.keys import KeyKind
from tests.fakes.dossier_case import new_case, options


def laid_out(folder: Path, *sections: str, seal: Seal | None = None) -> Flow:
    profile = replace(load_profile("plain"), sections=sections)
    content = select(new_case(folder).source(), options(seal=seal or Seal()), profile)
    words = Wording(Language.EN, content.dispute.zone)
    return lay_out(content, words, Typesetter(Language.EN, PAPERS["a4"]), {}, Silent())


def said(flow: Flow) -> str:
    placed = [operation for page in flow.pages for _, operations in page.placed for operation in operations]
    return " ".join(operation.text for operation in placed if isinstance(operation, Text))


def test_without_the_log_only_its_root_is_to_be_checked(tmp_path: Path) -> None:
    assert "n=01LEFTRIGHT" in said(laid_out(tmp_path, "custody", "verify"))
    without = said(laid_out(tmp_path, "verify"))
    assert "n=01LEFTRIGHT" not in without
    assert "The log itself can be asked for" in without


def test_without_the_attached_script_the_signature_is_checked_by_what_does_without_it(tmp_path: Path) -> None:
    told = said(laid_out(tmp_path, "verify", seal=Seal(key=KeyKind.KEYRING)))
    assert "pdfsig" in told
    assert "extract_sig.py" not in told
