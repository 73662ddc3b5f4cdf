"""The same promise said again: one with several pieces of evidence, or one that is renewed by a later day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import combinations

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import Exclusion, Institution, PromiseRecord, PromiseState
from evidence_app.phrases import Language
from evidence_app.rules.letters import Matter, letter
from evidence_app.rules.promises import Promise, by_event, first_said, promises
from evidence_app.rules.workspace import Stated, Workspace, work_out
from tests.unit.rules.situations import call, message

TODAY = date(2025, 6, 1)
DISPUTE = Dispute(
    id="d",
    title="t",
    type=DisputeType.POOR_SERVICE,
    institution="速融宝",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    zone_name="Asia/Shanghai",
)
WORDS = "3个工作日内给您答复"
KEPT, BROKEN, OPEN = PromiseState.KEPT, PromiseState.BROKEN, PromiseState.OPEN


def said(at: str, due: str | None, words: str = WORDS, party: str = "速融宝客服", **facts: object) -> Happening:
    by = date.fromisoformat(due) if due else None
    made = message(at, text=f"您好，{words}", number="")
    return made._replace(party=party, promise=words, promise_due=by, **facts)


def marked(each: Happening, became: PromiseState) -> PromiseRecord:
    return PromiseRecord(id=f"p-{each.event_id}", dispute_id="d", event_id=each.event_id, state=became)


def found(sayings: Sequence[Happening], *records: PromiseRecord) -> Workspace:
    return work_out(DISPUTE, sayings, Stated(promises=records), TODAY)


def days_of(each: Promise) -> list[tuple[str, int]]:
    return [(day.due.isoformat() if day.due else "", len(day.sayings)) for day in each.days]


MORNING, EVENING = said("2025-03-03T10:00:00", "2025-03-06"), said("2025-03-03T18:00:00", "2025-03-06")
AGAIN, LAST = said("2025-03-10T09:00:00", "2025-03-13"), said("2025-05-29T09:00:00", "2025-06-03")


def test_the_same_words_for_the_same_day_are_one_promise_with_several_pieces_of_evidence() -> None:
    [promise] = found([MORNING, EVENING]).promises
    assert promise.event_ids == (MORNING.event_id, EVENING.event_id)
    assert not promise.earlier


def test_the_same_words_said_again_with_a_later_day_are_the_same_promise_renewed() -> None:
    [promise] = found([MORNING, EVENING, AGAIN, LAST]).promises
    assert days_of(promise) == [("2025-03-06", 2), ("2025-03-13", 1), ("2025-06-03", 1)]
    assert [day.renewed for day in promise.days] == [True, True, False]
    assert (promise.overdue, promise.said) == (False, 4)


@pytest.mark.parametrize(
    "other",
    [
        said("2025-03-03T18:00:00", "2025-03-06", "3个工作日内退款"),
        said("2025-03-03T18:00:00", "2025-03-06", "5个工作日内给您答复"),
        said("2025-03-03T18:00:00", "2025-03-06", party="另一家平台"),
        said("2025-03-03T18:00:00", "2025-03-05"),
    ],
    ids=["other words", "another number", "another party", "an earlier day"],
)
def test_what_differs_is_another_promise(other: Happening) -> None:
    assert [len(each.sayings) for each in found([MORNING, other]).promises] == [1, 1]


def test_punctuation_width_and_traditional_characters_are_the_same_words() -> None:
    same = [
        said("2025-03-03T18:00:00", "2025-03-06", words)
        for words in ("３个工作日内，给您答复。", "3個工作日內給您答復", " 3 个工作日内 给您答复！")
    ]
    assert len(found([MORNING, *same]).promises) == 1


def test_what_a_picture_misreads_is_the_same_promise_on_the_same_day_only() -> None:
    long = "我们将于3个工作日内就您反映的放款问题给您正式书面答复"
    whole = said("2025-03-03T10:00:00", "2025-03-06", long)
    wrong = long.replace("答复", "答夏")
    assert [
        len(each.sayings) for each in found([whole, said("2025-03-03T18:00:00", "2025-03-06", wrong)]).promises
    ] == [
        1,
        1,
    ]
    read = said("2025-03-03T18:00:00", "2025-03-06", wrong, origin=Origin.PICTURE)
    assert [len(each.sayings) for each in found([whole, read]).promises] == [2]
    number = said("2025-03-03T18:00:00", "2025-03-06", long.replace("3个", "8个"), origin=Origin.PICTURE)
    assert len(found([whole, number]).promises) == 2


def test_the_institution_is_one_party_by_any_of_its_names_and_numbers() -> None:
    hotline = said("2025-03-03T18:00:00", "2025-03-06", party="")._replace(number="95500")
    assert len(found([MORNING, hotline]).promises) == 2
    stated = Stated(institution=Institution(id="i", dispute_id="d", numbers=("95500",)))
    [promise] = work_out(DISPUTE, [MORNING, hotline], stated, TODAY).promises
    assert len(promise.sayings) == 2


def test_without_a_day_it_belongs_to_what_was_said_on_the_same_day() -> None:
    undated = said("2025-03-03T12:00:00", None)
    [promise] = found([MORNING, undated]).promises
    assert (len(promise.sayings), promise.due) == (2, date(2025, 3, 6))
    later = said("2025-04-03T12:00:00", None)
    [renewed] = found([undated, later]).promises
    assert days_of(renewed) == [("", 1), ("", 1)]
    unknown = undated._replace(event_id="unknown", at=None)
    assert [each.said for each in found([MORNING, unknown]).promises] == [2]


def test_after_it_was_kept_the_same_words_are_a_new_promise() -> None:
    kept = found([MORNING, AGAIN], marked(MORNING, KEPT))
    assert [(days_of(each), each.state) for each in kept.promises] == [
        ([("2025-03-06", 1)], KEPT),
        ([("2025-03-13", 1)], OPEN),
    ]
    withdrawn = found([MORNING, AGAIN], marked(MORNING, PromiseState.WITHDRAWN))
    assert len(withdrawn.promises) == 2
    assert len(found([MORNING, AGAIN], marked(MORNING, BROKEN)).promises) == 1


def test_each_entrys_own_decision_is_kept() -> None:
    [one] = found([MORNING, EVENING], marked(EVENING, KEPT)).promises
    assert (one.state, one.overdue) == (KEPT, False)
    both = found([MORNING, EVENING], marked(MORNING, BROKEN), marked(EVENING, KEPT)).promises
    assert [(each.event_ids, each.state) for each in both] == [
        ((MORNING.event_id,), BROKEN),
        ((EVENING.event_id,), KEPT),
    ]


def test_a_promise_goes_with_its_last_piece_of_evidence() -> None:
    every = (MORNING, EVENING, AGAIN)
    for count in range(len(every) + 1):
        for left in combinations(every, count):
            told = found(left, *(marked(each, BROKEN) for each in left))
            assert [each.state for each in told.promises] == [BROKEN] * bool(left)
            assert sum(each.said for each in told.promises) == len(left)
            assert by_event(told.promises).keys() == first_said(told.promises).keys() == {e.event_id for e in left}


def test_counts_say_how_often_the_same_was_promised_again() -> None:
    other = said("2025-04-01T10:00:00", "2025-04-03", "退还2000元")
    told = found([MORNING, EVENING, AGAIN, other, LAST], marked(other, KEPT)).metrics
    assert (told.promises_kept, told.promises_broken, told.promises_past, told.promises_open) == (1, 0, 0, 1)
    assert told.days_passed_before == 2
    over = found([MORNING, EVENING, AGAIN]).metrics
    assert (over.promises_past, over.promises_open, over.days_passed_before) == (1, 0, 1)


def test_a_promise_that_ran_out_again_and_again_is_one_finding_with_all_its_days() -> None:
    [ran_out] = [each for each in found([MORNING, EVENING, AGAIN, LAST]).findings if each.rule.id == "P1"]
    assert ran_out.event_ids == (MORNING.event_id, EVENING.event_id, AGAIN.event_id)
    assert ran_out.id == f"P1:2025-03-06:2025-03-13:{MORNING.event_id}"
    assert "2个期限（最早为2025年3月6日，最近为2025年3月13日）" in ran_out.says(Language.ZH_HANS)
    [once] = [each for each in found([MORNING, EVENING]).findings if each.rule.id == "P1"]
    assert once.id == f"P1:2025-03-06:{MORNING.event_id}"
    assert "2025年3月6日当日或之前" in once.says(Language.ZH_HANS)


def test_who_left_out_that_one_day_passed_left_out_nothing_of_the_next() -> None:
    left_out = Exclusion(id="x", dispute_id="d", finding=f"P1:2025-03-06:{MORNING.event_id}", reason="打过电话")
    for sayings, told in (([MORNING, EVENING], 0), ([MORNING, EVENING, AGAIN], 1)):
        one = work_out(DISPUTE, sayings, Stated(exclusions=[left_out]), TODAY)
        assert sum(each.rule.id == "P1" for each in one.told_findings) == told


def test_saying_the_same_again_keeps_nothing_nor_do_the_words_around_it() -> None:
    before = message("2025-03-03T17:58:00", text="您好，请问有什么可以帮您", number="")._replace(party="速融宝客服")
    promise = promises_of([MORNING, before, EVENING])
    assert promise.contacts == ()
    answer = call("2025-03-05T09:00:00", number="")._replace(party="速融宝")
    assert promises_of([MORNING, before, EVENING, answer]).contacts == (answer.event_id,)


def promises_of(sayings: Sequence[Happening]) -> Promise:
    [promise] = found(sayings).promises
    return promise


def test_a_letter_tells_a_promise_once_with_the_days_on_which_it_was_made_again() -> None:
    told = found([MORNING, EVENING, AGAIN, LAST])
    for language, words in (
        (
            Language.ZH_HANS,
            "；其后又作同样承诺：2025年3月10日（期限2025年3月13日）、2025年5月29日（期限2025年6月3日），先后共3次",
        ),
        (
            Language.EN,
            "; promised again on 10 March 2025 (due on or before 13 March 2025), 29 May 2025 (due on or before",
        ),
    ):
        written = letter(LetterKind.COMPLAINT, matter(told), language)
        [line] = [each for each in written.sections[written.facts].statements if WORDS in each.text]
        assert words in line.text
        assert set(line.event_ids) == {each.event_id for each in (MORNING, EVENING, AGAIN, LAST)}


def test_a_letter_claims_that_nothing_kept_it_of_the_days_of_which_that_is_so() -> None:
    answer = call("2025-03-05T09:00:00", number="")._replace(party="速融宝")
    for sayings, words in (
        ([MORNING, AGAIN], "；截至2025年6月1日没有兑现的记录"),
        ([MORNING, answer, AGAIN], "；截至2025年6月1日没有兑现的记录"),  # they promised it again after that call
        ([MORNING, LAST], "；此前各期限内没有兑现的记录"),
        ([MORNING, answer, LAST], "先后共2次"),
    ):
        written = letter(LetterKind.COMPLAINT, matter(found(sayings)), Language.ZH_HANS)
        [line] = [each.text for each in written.sections[written.facts].statements if WORDS in each.text]
        assert line.endswith(words)


def matter(told: Workspace) -> Matter:
    return Matter(DISPUTE, told.happenings, told.findings, promises=told.promises, today=TODAY)


def test_without_any_side_stated_one_number_is_one_party() -> None:
    again = replace_number(AGAIN, "106912340001")
    [promise] = promises([replace_number(MORNING, "106912340001"), again], (), TODAY)
    assert len(promise.days) == 2


def replace_number(each: Happening, number: str) -> Happening:
    return each._replace(party=number, number=number, direction=Direction.IN)


ANSWER = said("2025-03-03T10:00:00", "2025-03-06", "3个工作日内核实并回复")


@pytest.mark.parametrize(
    "words",
    [
        "三个工作日之内给您答复",
        "我们会在 3 個工作日內核實處理並給您回覆",
        "会尽快核查，三个工作日内就您反映的问题给您回复",
        "最迟三个工作日内联系您并给您一个答复",
        "周四之前给您处理结果",
        "We will check this and reply within three working days",
    ],
)
def test_what_is_promised_by_the_same_day_in_other_words_is_one_promise(words: str) -> None:
    [promise] = found([ANSWER, said("2025-03-03T18:00:00", "2025-03-06", words)]).promises
    assert len(promise.sayings) == 2
    assert promise.wordings == (ANSWER.promise, words)


@pytest.mark.parametrize(
    ("words", "due", "facts"),
    [
        ("三个工作日之内给您答复", "2025-03-07", {}),
        ("三个工作日之内给您答复", None, {}),
        ("三个工作日之内给您答复", "2025-03-06", {"party": "另一家平台"}),
        ("三个工作日之内给您退款", "2025-03-06", {}),
        ("三个工作日之内退款并给您答复", "2025-03-06", {}),
        ("三个工作日之内给您书面答复", "2025-03-06", {}),
        ("三个工作日之内联系您", "2025-03-06", {}),
        ("五个工作日之内给您答复", "2025-03-06", {}),
        ("如果材料齐全，三个工作日之内给您答复", "2025-03-06", {}),
        ("三个工作日之内尽量给您答复", "2025-03-06", {}),
        ("三个工作日之内给您答复，工单88231", "2025-03-06", {}),
        ("三个工作日之内帮您安排", "2025-03-06", {}),
        ("好的没问题", "2025-03-06", {}),
    ],
)
def test_other_days_parties_acts_terms_and_conditions_are_another_promise(
    words: str, due: str | None, facts: dict[str, str]
) -> None:
    other = said("2025-03-05T18:00:00" if due is None else "2025-03-03T18:00:00", due, words, **facts)
    assert [len(each.sayings) for each in found([ANSWER, other]).promises] == [1, 1]


def test_answers_about_two_matters_are_two_promises_and_one_that_names_none_joins_neither() -> None:
    loan = said("2025-03-03T11:00:00", "2025-03-06", "三个工作日内就您反映的放款问题答复您")
    credit = said("2025-03-03T12:00:00", "2025-03-06", "三个工作日内就您反映的征信问题答复您")
    assert len(found([ANSWER, loan]).promises) == 1
    assert len(found([loan, credit]).promises) == 2
    assert len(found([ANSWER, loan, credit]).promises) == 3
    numbered = [ANSWER._replace(reference="TS001"), said("2025-03-03T12:00:00", "2025-03-06", "三个工作日之内给您答复")]
    assert len(found(numbered).promises) == 1
    assert len(found([numbered[0], numbered[1]._replace(reference="TS002")]).promises) == 2


def test_the_next_day_a_shorter_term_to_the_same_day_is_the_same_promise() -> None:
    next_day = said("2025-03-04T18:00:00", "2025-03-06", "两个工作日之内给您答复")
    assert len(found([ANSWER, next_day]).promises) == 1


def test_what_was_renewed_in_its_own_words_stays_renewed_beside_other_words() -> None:
    other, later = said("2025-03-03T18:00:00", "2025-03-06"), said("2025-03-10T09:00:00", "2025-03-13")
    again = said("2025-03-10T10:00:00", "2025-03-13", "3个工作日内核实并回复")
    [promise] = found([ANSWER, other, later, again]).promises
    assert days_of(promise) == [("2025-03-06", 2), ("2025-03-13", 2)]


def test_of_two_wordings_each_goes_with_its_own_event() -> None:
    other = said("2025-03-03T18:00:00", "2025-03-06", "三个工作日之内给您答复")
    for sayings in ([ANSWER], [other], [ANSWER, other]):
        [promise] = found(sayings).promises
        assert promise.wordings == tuple(each.promise for each in sayings)
        assert (promise.overdue, promise.said) == (True, len(sayings))
    both = found([ANSWER, other], marked(ANSWER, BROKEN), marked(other, KEPT)).promises
    assert [each.state for each in both] == [BROKEN, KEPT]
