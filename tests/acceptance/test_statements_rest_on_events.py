"""Nothing that is stated outlives, exceeds or misses the events that it names: each is taken away to see.

Of each kind of dispute and each kind of letter: a statement goes, or is marked for the writer, when all that it names
is gone; it stays word for word when what it does not name is gone; and what it names is enough for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pytest

from evidence_app.actions.letters import matter_of
from evidence_app.actions.session import open_session
from evidence_app.actions.workspace import documents_in, stated_in
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.pairs_of_payments import NO_PAIRS
from evidence_app.phrases import Language, phrase
from evidence_app.rules.documents import Documents
from evidence_app.rules.letters import LetterText, Statement, letter
from evidence_app.rules.workspace import Stated, Workspace, work_out
from tools.worked_samples import NOW, make

TODAY = date(2026, 11, 24)

OF_FACTS = ("matter", "facts", "money", "standards", "earlier")
"""Sections in which something is stated, by their headings."""

BLANK = phrase("letters", "blank", Language.EN, what="")[:-1].rstrip(" :")
"""How a blank begins, which states nothing."""

BODIES = ("", "cn-nfra")


@dataclass(frozen=True)
class Told:
    """One worked sample, of which events can be taken away."""

    dispute: Dispute
    happenings: tuple[Happening, ...]
    stated: Stated
    documents: Documents
    exhibits: dict[str, Exhibit]

    def without(self, gone: Iterable[str]) -> "Told":
        """Return it without some events."""
        names = frozenset(gone)
        return replace(self, happenings=tuple(each for each in self.happenings if each.event_id not in names))

    def only(self, left: Iterable[str]) -> "Told":
        """Return it with some events only."""
        names = frozenset(left)
        return replace(self, happenings=tuple(each for each in self.happenings if each.event_id in names))

    @cached_property
    def amounts_to(self) -> Workspace:
        """What is worked out of it."""
        return work_out(self.dispute, self.happenings, self.stated, TODAY, self.documents)

    def letter(self, kind: LetterKind, body: str, language: Language = Language.EN) -> LetterText:
        """Return one letter of it. No exhibits: whether others have some changes how a line ends."""
        return letter(kind, replace(matter_of(self.amounts_to, {}, NO_PAIRS), exhibit_numbers={}), language, body)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[DisputeType, Told]:
    vault = tmp_path_factory.mktemp("samples") / "vault"
    ids = make(vault)
    session = open_session(vault, clock=lambda: NOW)
    try:
        with session.vault.read() as catalog:
            return {
                kind: Told(
                    catalog.dispute(each),
                    tuple(catalog.happenings(each)),
                    stated_in(catalog, each),
                    documents_in(catalog, each),
                    {exhibit.id: exhibit for exhibit in catalog.exhibits(each)},
                )
                for kind, each in ids.items()
            }
    finally:
        session.close()


LETTERS = [(kind, body) for kind in LetterKind for body in BODIES]


def stating(written: LetterText, language: Language = Language.EN) -> list[Statement]:
    """Return what a letter states, without who writes to whom, what is asked for, and the list of exhibits."""
    headings = {phrase("letters", f"heading.{each}", language) for each in OF_FACTS}
    told = [each for part in written.sections if part.heading in headings for each in part.statements]
    numbers = [each for each in written.sections[1].statements[1:] if BLANK not in each.text]
    asked = [each for part in written.sections for each in part.statements if each.is_fact and each not in told]
    return [*told, *(each for each in numbers if each not in asked), *asked]


def is_left(statement: Statement, written: LetterText) -> bool:
    """Tell whether a letter states the same, and as something that is shown."""
    return any(each.text == statement.text and not each.is_unsupported for each in stating(written))


@pytest.mark.parametrize("kind", DisputeType)
def test_all_that_a_letter_states_names_its_events_or_is_marked(
    samples: dict[DisputeType, Told], kind: DisputeType
) -> None:
    topic = phrase("letters", f"matter.{DisputeType.OTHER.value}", Language.EN)
    for form, body in LETTERS:
        for each in stating(samples[kind].letter(form, body)):
            assert each.is_fact or each.text == topic, (form, each.text)
        for each in stating(samples[kind].only(()).letter(form, body)):
            assert each.is_unsupported or each.text == topic, (form, each.text)


@pytest.mark.parametrize("kind", DisputeType)
def test_what_a_letter_states_goes_with_its_events_and_with_no_others(
    samples: dict[DisputeType, Told], kind: DisputeType
) -> None:
    told = samples[kind]
    for form, body in LETTERS:
        for each in stating(told.letter(form, body)):
            named = frozenset(each.event_ids)
            if not named:
                continue
            assert not is_left(each, told.without(named).letter(form, body)), (form, body, each.text)
            assert is_left(each, told.only(named).letter(form, body)), (form, body, each.text)


@pytest.mark.parametrize("kind", DisputeType)
def test_no_letter_states_what_an_event_shows_that_it_does_not_name(
    samples: dict[DisputeType, Told], kind: DisputeType
) -> None:
    told = samples[kind]
    letters = {each: stating(told.letter(*each)) for each in LETTERS}
    for gone in told.happenings:
        left = told.without([gone.event_id])
        for form, before in letters.items():
            after = left.letter(*form)
            for each in before:
                if gone.event_id not in each.event_ids and each.event_ids:
                    assert is_left(each, after), (form, gone.kind, each.text)


def test_what_is_asked_back_is_among_what_is_taken_away_here(samples: dict[DisputeType, Told]) -> None:
    asked = {}
    for kind, told in samples.items():
        written = told.letter(LetterKind.COMPLAINT, "")
        [demands] = [
            each for each in written.sections if each.heading == phrase("letters", "heading.demands", Language.EN)
        ]
        asked[kind] = [len(each.event_ids) for each in demands.statements if each.is_fact]
    assert {kind: each for kind, each in asked.items() if each} == {
        DisputeType.LOAN_PORTAL: [1],
        DisputeType.ACCOUNT_STOLEN: [1],
        DisputeType.OTHER: [2],  # what was paid, and what came back of it
    }


def said_of(told: Told) -> dict[str, tuple[str, frozenset[str]]]:
    return {each.id: (each.says(Language.EN), frozenset(each.event_ids)) for each in told.amounts_to.findings}


def there(told: Told) -> dict[str, tuple[str, frozenset[str]]]:
    return {
        each.entry.id: ("there", frozenset(each.event_ids))
        for each in told.amounts_to.completeness.standings
        if each.event_ids
    }


@pytest.mark.parametrize("tells", [said_of, there])
@pytest.mark.parametrize("kind", DisputeType)
def test_findings_and_checklists_go_with_their_events_and_with_no_others(
    samples: dict[DisputeType, Told],
    kind: DisputeType,
    tells: Callable[[Told], dict[str, tuple[str, frozenset[str]]]],
) -> None:
    told = samples[kind]
    for name, (said, named) in tells(told).items():
        if name.partition(":")[0] == "E1" or not named & {each.event_id for each in told.happenings}:
            continue  # of files, which stand for themselves
        assert tells(told.only(named)).get(name, ("",))[0] == said, name
        assert name not in tells(told.without(named)), name
        for gone in told.happenings:
            if gone.event_id not in named:
                assert tells(told.without([gone.event_id]))[name] == (said, named), (name, gone)


@pytest.mark.parametrize("kind", DisputeType)
def test_a_finding_names_its_events_and_without_any_is_of_a_recorded_filing_or_of_files(
    samples: dict[DisputeType, Told], kind: DisputeType
) -> None:
    assert all(each.event_ids for each in samples[kind].amounts_to.findings)
    files = {each.event_id for each in samples[kind].documents.pages}
    of_files, left = set[str](), []
    for each in samples[kind].only(()).amounts_to.findings:
        if each.is_reminder:
            of_files |= set(each.event_ids)
        else:
            left.append(each)
    assert of_files <= files
    assert all(each.clocks and not each.event_ids for each in left)
