"""PDFs of other programs, which people drop to have them checked."""

from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from evidence_app.actions.verify import verify
from evidence_app.domain.verification import Verdict
from evidence_app.progress import Silent


def _saved_twice(path: Path, producer: str) -> Path:
    first = BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Producer"] = producer
        pdf.save(first)
    writer = IncrementalPdfFileWriter(first)
    writer.root["/PageMode"] = generic.pdf_name("/UseNone")
    writer.update_root()
    with path.open("wb") as file:
        writer.write(file)
    return path


@pytest.mark.parametrize(
    ("producer", "verdict"), [("Another program", Verdict.UNCHECKED), ("Juzheng", Verdict.CHANGED)]
)
def test_only_a_dossier_is_called_changed_for_what_was_appended_to_it(
    tmp_path: Path, producer: str, verdict: Verdict
) -> None:
    found = verify(_saved_twice(tmp_path / "letter.pdf", producer), (), Silent())
    codes = {finding.code for result in found.results for finding in result.findings}
    assert (found.verdict, "pdf-foreign" in codes) == (verdict, verdict is Verdict.UNCHECKED)
