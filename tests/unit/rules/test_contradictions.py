"""Contradictions are pairs: who said what against whom."""

from dataclasses import replace

import pytest

from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import EventMark
from evidence_app.phrases import Language
from evidence_app.rules.contradictions import contradictions_in
from evidence_app.rules.findings import RuleFinding, findings
from evidence_app.rules.workspace import Stated
from tests.unit.rules.situations import call, message, situation

OUT = Direction.OUT


def said(day: int, agent: str, words: str, name: str = "") -> Happening:
    return call(f"2025-03-{day:02}T10:00:00", OUT)._replace(agent_id=agent, agent_name=name, text=words)


NO_REFUND, REFUND = said(1, "80231", "不能退款", "王"), said(2, "90000", "可以退款")
BEIJING, OPEN = said(3, "80231", "地址是北京"), said(4, "80231", "地址是上海")
TWO = (
    said(1, "80231", "担保费由我司收取"),
    said(2, "90000", "担保费由担保公司收取,与我司无关。本周五前退还240元。")._replace(promise="本周五前退还240元。"),
)
EVERY = (NO_REFUND, REFUND, BEIJING, OPEN)


def marked(*pairs: tuple[Happening, Happening], alone: tuple[Happening, ...] = ()) -> dict[str, frozenset[str]]:
    tags = {each.event_id: frozenset({"contradicts"}) for pair in pairs for each in pair}
    tags |= {each.event_id: frozenset({"contradicts"}) for each in alone}
    for one, other in pairs:
        tags[one.event_id] |= {f"against:{other.event_id}"}
    return tags


def pairs(*happenings: Happening, tags: dict[str, frozenset[str]]) -> list[tuple[str, str]]:
    found = contradictions_in(happenings, tags)
    return [(pair.one.event_id, pair.other.event_id) for pair in found.pairs]


def k1(*happenings: Happening, tags: dict[str, frozenset[str]]) -> list[RuleFinding]:
    given = replace(situation(*happenings), tags=tags)
    return [each for each in findings(given) if each.rule.id == "K1"]


def test_two_unrelated_pairs_are_two_findings_that_each_name_their_own_answers() -> None:
    tags = marked((REFUND, NO_REFUND), (BEIJING, OPEN))
    found = k1(*EVERY, tags=tags)
    assert [each.event_ids for each in found] == [
        (NO_REFUND.event_id, REFUND.event_id),
        (BEIJING.event_id, OPEN.event_id),
    ]
    assert len({each.id for each in found}) == 2


def test_an_answer_is_quoted_whole_and_not_only_what_it_promises() -> None:
    [only] = k1(*TWO, tags=marked(TWO))
    words = only.says(Language.ZH_HANS)
    assert "担保费由担保公司收取,与我司无关。本周五前退还240元。" in words
    [cut] = k1(TWO[0]._replace(text="很长" * 400), TWO[1], tags=marked(TWO))
    assert "很长…" in cut.says(Language.ZH_HANS) or "很…" in cut.says(Language.ZH_HANS)


@pytest.mark.parametrize("language", Language)
def test_a_finding_says_who_said_what_against_whom(language: Language) -> None:
    [two, same] = k1(*EVERY, tags=marked((NO_REFUND, REFUND), (BEIJING, OPEN)))
    words = two.says(language)
    for told in ("80231", "王", "不能退款", "90000", "可以退款"):
        assert told in words
    assert words.index("不能退款") < words.index("可以退款")
    assert same.says(language).count("80231") == 1  # one agent against himself is said to be one
    assert not any(each in words + same.says(language) for each in ("{", "}", "None"))


def test_of_four_marks_without_what_they_stand_against_nothing_is_said() -> None:
    found = contradictions_in(EVERY, marked(alone=EVERY))
    assert found.pairs == ()
    assert found.unpaired == EVERY
    assert k1(*EVERY, tags=marked(alone=EVERY)) == []


def test_two_marks_can_only_mean_each_other_also_beside_a_pair() -> None:
    assert pairs(*EVERY, tags=marked(alone=(NO_REFUND, REFUND))) == [(NO_REFUND.event_id, REFUND.event_id)]
    assert len(pairs(*EVERY, tags=marked((NO_REFUND, REFUND), alone=(BEIJING, OPEN)))) == 2
    assert pairs(*EVERY, tags=marked(alone=(NO_REFUND,))) == []


def test_one_answer_may_stand_against_several() -> None:
    assert len(pairs(*EVERY, tags=marked((NO_REFUND, REFUND), (OPEN, REFUND)))) == 2


def test_the_same_pair_said_from_both_sides_is_one() -> None:
    assert len(pairs(*EVERY, tags=marked((NO_REFUND, REFUND), (REFUND, NO_REFUND)))) == 1


@pytest.mark.parametrize("gone", [NO_REFUND, REFUND])
def test_a_contradiction_goes_with_either_answer(gone: Happening) -> None:
    left = [each for each in EVERY if each is not gone]
    assert k1(*left, tags=marked((NO_REFUND, REFUND))) == []


def test_the_persons_own_message_is_no_answer() -> None:
    own = message("2025-03-05T10:00:00", OUT, "你们说可以退款")
    assert pairs(NO_REFUND, own, tags=marked((NO_REFUND, own))) == []


def test_who_is_only_spoken_of_said_nothing() -> None:
    told = message("2025-03-05T10:00:00", text="请联系客服80231", number="95500")._replace(agent_id="80231")
    [finding] = k1(NO_REFUND, told, tags=marked((NO_REFUND, told)))
    assert finding.says(Language.EN).count("80231") == 2  # of the first, and quoted


def test_what_stands_against_an_event_of_a_picture_stands_against_what_counts_as_it() -> None:
    marks = [EventMark(id="m", dispute_id="d", event_id="a", tags=("contradicts", "against:picture"))]
    assert Stated(marks=marks).of_the_same({"picture": "export"}).tags == {
        "a": frozenset({"contradicts", "against:export"})
    }
