"""The sample's story: the same facts in three languages, and files for everything it cites."""

from dataclasses import replace

import pytest

from evidence_app.domain.times import Precision, instant, zone
from evidence_app.phrases import Language
from evidence_app.sample.files import NAMES
from evidence_app.sample.story import SampleEvent, story

TEXTS = {"party": "", "text": "", "promise": "", "body": ""}


def facts(event: SampleEvent) -> SampleEvent:
    return replace(event, **TEXTS)


@pytest.mark.parametrize("language", Language)
def test_every_language_tells_the_same_facts(language: Language) -> None:
    told, original = story(language), story(Language.ZH_HANS)
    assert [facts(event) for event in told.events] == [facts(event) for event in original.events]
    assert len(told.demands) == len(original.demands)
    said = {"verified_by": "", "doubt": ""}
    assert [replace(each, **said) for each in told.channels] == [replace(each, **said) for each in original.channels]
    assert [(each.key, each.body, each.accepted_on) for each in told.filings] == [
        (each.key, each.body, each.accepted_on) for each in original.filings
    ]


@pytest.mark.parametrize("language", Language)
def test_what_is_stated_is_of_events_that_are_told(language: Language) -> None:
    told = story(language)
    assert {each.key for each in told.filings} | set(told.contradicting) <= {event.key for event in told.events}
    assert len(told.contradicting) == 2
    assert {bool(each.verified_by) for each in told.channels} == {True, False}
    assert all(each.verified_by or each.doubt for each in told.channels)


@pytest.mark.parametrize("language", Language)
def test_every_promise_has_words_and_a_due_day(language: Language) -> None:
    for event in story(language).events:
        assert bool(event.promise) == bool(event.promise_due), event.text


@pytest.mark.parametrize("language", Language)
def test_every_file_has_a_caption(language: Language) -> None:
    assert sorted(exhibit.name for exhibit in story(language).exhibits) == sorted(NAMES.values())


@pytest.mark.parametrize("language", Language)
def test_the_recordings_notes_stand_at_the_same_times_in_every_language(language: Language) -> None:
    marks = [[mark.at_ms for mark in exhibit.marks] for exhibit in story(language).exhibits if exhibit.marks]
    assert marks == [[12_000, 31_000, 52_000]]


def test_the_stories_are_really_in_different_languages() -> None:
    texts = [{event.text for event in story(language).events} for language in Language]
    assert len(set.union(*texts)) == sum(len(language_texts) for language_texts in texts)


def test_both_agents_and_every_precision_but_unknown_occur() -> None:
    events = story(Language.EN).events
    assert {event.agent_id for event in events} >= {"80231", "80567"}
    assert {event.time.precision for event in events} == set(Precision) - {Precision.UNKNOWN}


def test_the_events_are_told_in_order() -> None:
    told = story(Language.EN)
    home = zone(told.zone_name)
    moments = [instant(event.time.reading, home) for event in told.events if event.time.reading]
    dated = [moment for moment in moments if moment is not None]
    assert len(dated) == len(told.events)
    assert [moment.date() for moment in dated] == sorted(moment.date() for moment in dated)
