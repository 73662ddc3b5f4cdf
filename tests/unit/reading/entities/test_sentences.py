import pytest

from evidence_app.domain.suggestions import SuggestionKind as Kind
from tests.unit.reading.entities.sentences import lines_of, scores

WANTED = {
    Kind.AGENT_ID: 0.98,
    Kind.AMOUNT: 0.98,
    Kind.REFERENCE: 0.97,
    Kind.PHONE: 0.97,
    Kind.PROMISE: 0.92,
    Kind.THREAT: 0.9,
    Kind.INSTITUTION: 0.9,
    Kind.URL: 0.9,
    Kind.REDACTION: 0.9,
}


@pytest.mark.parametrize("name", ["check.txt", "tune.txt"])
def test_sentences_give_what_stands_in_them_and_nothing_else(name: str) -> None:
    found = scores(lines_of(name))
    assert {kind: found[kind] for kind, least in WANTED.items() if found[kind].asked and found[kind].f1 < least} == {}


@pytest.mark.parametrize("name", ["alike.txt", "varied.txt", "answers.txt"])
def test_what_looks_like_a_promise_is_none_and_promises_in_unusual_words_are(name: str) -> None:
    found = scores(lines_of(name))[Kind.PROMISE]
    assert found.f1 >= WANTED[Kind.PROMISE]
