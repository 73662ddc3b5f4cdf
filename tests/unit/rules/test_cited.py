"""Which exhibits a letter cites, and what is left of it without erased ones."""

import pytest

from evidence_app.phrases import Language, phrase
from evidence_app.rules.cited import cited_in, without_erased


@pytest.mark.parametrize("language", Language)
def test_citations_of_drafts_are_found_in_every_language(language: Language) -> None:
    numbers = phrase("letters", "between.numbers", language).join(["3", "12"])
    fact = "2025-03-01: x" + phrase("letters", "exhibits", language, numbers=numbers)
    listed = phrase("letters", "line.evidence", language, number=7, label="2025.png")
    assert cited_in(f"{fact}\n1. {listed}\n{listed}") == {3, 12, 7}
    bare = phrase("letters", "exhibits_none", language, count=2)
    assert cited_in(phrase("letters", "exhibits", language, numbers=numbers + bare)) == {3, 12}


def test_what_only_erased_exhibits_show_is_left_out_with_a_mark() -> None:
    text = 'Facts\n1. He said: "secret" (exhibit 3)\n2. Both (exhibits 3, 5)\n\nExhibit 3: secret.png\nExhibit 33: x'
    kept = without_erased(text, {3}, Language.EN)
    assert "secret" not in kept
    assert kept.split("\n")[2:4] == ["2. Both (exhibits 3, 5)", ""]
    assert kept.split("\n")[-1] == "Exhibit 33: x"
    assert without_erased(text, (), Language.EN) == text
