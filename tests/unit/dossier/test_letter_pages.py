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


def test_a_letter_is_set_closer_where_that_saves_a_page_and_only_there(setter: Typesetter) -> None:
    """Of most complaints the list of evidence and the signature stood alone on a second page."""
    steps = {}
    for filled in (20, 38, 60):
        flow = laid_out([Line("Complaint", Part.TITLE), *[Line("Fact.", Part.BODY)] * filled], setter)
        tops = [top for top, _ in flow.pages[0].placed]
        steps[filled] = (len(flow.pages), round(tops[-1] - tops[-2], 1))
    assert steps == {20: (1, 21.0), 38: (1, 16.0), 60: (2, 21.0)}
