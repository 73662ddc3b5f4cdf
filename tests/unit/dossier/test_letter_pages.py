"""A letter on its pages."""

import pytest

from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.letter_files import Line, Part, laid_out
from evidence_app.dossier.page import PAPERS, Flow, Text
from evidence_app.phrases import Language


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(Language.EN, PAPERS["a4"])


def pages(flow: Flow) -> list[list[str]]:
    """Return the words of each page in order."""
    return [
        [operation.text for _, operations in page.placed for operation in operations if isinstance(operation, Text)]
        for page in flow.pages
    ]


def test_no_heading_ends_a_page_and_no_signature_stands_alone(setter: Typesetter) -> None:
    lengths = set()
    for filled in range(24, 46):
        lines = [Line("Complaint", Part.TITLE, ends=True), *(Line(f"{each}", Part.BODY) for each in range(filled))]
        lines += [Line("Reply", Part.HEADING), Line("Please.", Part.BODY, ends=True), Line("Signature:", Part.BODY)]
        laid = pages(laid_out(lines, setter))
        assert all("Reply" not in words[-1:] for words in laid)
        assert all(len(words) > 1 for words in laid)
        lengths.add(len(laid))
    assert lengths == {1, 2}
