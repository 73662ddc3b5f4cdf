"""What came after a promise to stop contacts: counted as a fact, and never what does not fall under it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import EventMark, Institution, PromiseRecord, PromiseState
from evidence_app.phrases import Language
from evidence_app.rules.letters import Matter, letter
from evidence_app.rules.promises import Promise
from evidence_app.rules.stated import THIRD_PARTY
from evidence_app.rules.stop_promised import after_any
from evidence_app.rules.workspace import Stated, Workspace, work_out
from evidence_app.workspace_documents import overview_document
from tests.unit.rules.situations import call, message

TODAY = date(2025, 6, 30)
DISPUTE = Dispute(
    id="d",
    title="t",
    type=DisputeType.POOR_SERVICE,
    institution="速融宝",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    zone_name="Asia/Shanghai",
)
AGENCY = "10690001"
SIDE = Institution(id="i", dispute_id="d", numbers=("95500", AGENCY))
STOP = message("2025-05-20T10:00:00", number="95500", text="我们将停止委外催收")._replace(promise="我们将停止委外催收")
DUE = STOP._replace(promise_due=date(2025, 5, 22))
SMS = [message(f"2025-05-{day}T11:00:00", number=AGENCY, text=f"请还款{day}") for day in range(23, 30)]


def found(*happenings: Happening, state: PromiseState = PromiseState.OPEN, side: Institution = SIDE) -> Workspace:
    record = PromiseRecord(id="p", dispute_id="d", event_id=STOP.event_id, state=state)
    return work_out(DISPUTE, happenings, Stated(promises=(record,), institution=side), TODAY)


def promise(*happenings: Happening, state: PromiseState = PromiseState.OPEN) -> Promise:
    [only] = found(*happenings, state=state).promises
    return only


def written(of: Workspace) -> str:
    matter = Matter(DISPUTE, of.happenings, promises=of.promises, today=TODAY)
    return str(letter(LetterKind.COMPLAINT, matter, Language.EN))


@pytest.mark.parametrize("promised", [STOP, DUE], ids=["no day", "a day"])
def test_contacts_after_it_are_counted_and_without_them_nothing_is_said(promised: Happening) -> None:
    with_them, without = found(promised, *SMS), found(promised)
    told, none = (
        overview_document(each, Language.EN)["promises"][0]["contacts_after"] for each in (with_them, without)
    )
    ids = [each.event_id for each in SMS]
    assert told == {"count": 7, "first": "2025-05-23", "last": "2025-05-29", "events": ids}
    assert none is None
    assert "after it, 7 contacts came, the first on 23 May 2025, the last on 29 May 2025" in written(with_them)
    assert "contacts came" not in written(without)
    assert "not kept" not in written(with_them)


@pytest.mark.parametrize(
    "others",
    [
        [message("2025-05-19T10:00:00", number=AGENCY)],
        [message("2025-05-22T10:00:00", number=AGENCY)],
        [message("2025-05-25T09:00:00", Direction.OUT), message("2025-05-25T10:00:00", text="您好，已收到您的问题")],
        [call("2025-05-25T10:00:00", Direction.OUT)],
        [message("2025-05-25T10:00:00", number="10698888", text="【顺丰速运】您的快递到了")],
        [message("2025-05-25T10:00:00", text="验证码 482910")],
    ],
    ids=["before", "its last day", "an answer", "own call", "others", "a code"],
)
def test_near_misses_do_not_count(others: list[Happening]) -> None:
    assert not promise(DUE, *others).after


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("好的,我们不会再联系您的同事。", False),
        ("不会再打电话到您单位", False),
        ("我们将停止向第三人催收", False),
        ("We will no longer contact your colleagues.", False),
        ("不会再联系您及您的家人", True),
        ("停止第三方催收", True),
    ],
)
def test_a_promise_about_others_is_spoken_against_only_by_contact_with_others(words: str, counts: bool) -> None:
    promised = STOP._replace(promise=words)
    told = message("2025-05-24T10:00:00", number="13900000000", text="他们又打到公司来了")
    mark = EventMark(id="m", dispute_id="d", event_id=told.event_id, tags=(THIRD_PARTY,))
    [only] = work_out(DISPUTE, (promised, *SMS), Stated(institution=SIDE), TODAY).promises
    assert bool(only.after) is counts
    if not counts:
        stated = Stated(institution=SIDE, marks=(mark,))
        [marked] = work_out(DISPUTE, (promised, *SMS, told), stated, TODAY).promises
        assert marked.after == (told,)


def test_a_receipt_from_another_number_answers_the_persons_own_call() -> None:
    own, receipt = (
        call("2025-05-25T15:00:00", Direction.OUT),
        message("2025-05-25T15:31:00", number=AGENCY, text="您的投诉已受理，编号123"),
    )
    assert promise(DUE, receipt).after == (receipt,)
    assert not promise(DUE, own, receipt).after


def test_a_single_contact_is_told_by_its_day() -> None:
    assert "; after it, one contact came, on 23 May 2025" in written(found(DUE, SMS[0]))


def test_a_contact_after_two_promises_to_stop_counts_once() -> None:
    calls = message("2025-05-24T10:00:00", number="95500", text="不再来电")._replace(promise="不会再致电骚扰")
    rung = call("2025-05-28T09:00:00", number=AGENCY)
    both = found(DUE, calls, *SMS, rung).promises
    assert [len(each.after) for each in both] == [9, 1]
    came = after_any(both)
    assert [each.event_id for each in came].count(rung.event_id) == 1
    assert len(came) == 9
    assert [each.day for each in came] == sorted(each.day for each in came if each.day)


def test_the_talk_in_which_it_was_promised_is_not_after_it() -> None:
    soon, later = message("2025-05-20T10:05:00"), message("2025-05-20T18:00:00")
    assert promise(STOP, soon, later).after == (later,)


@pytest.mark.parametrize(
    "words", ["结清后我们将停止催收", "如果您还款，我们停止催收", "我们无法停止催收", "三天内退款"]
)
def test_other_promises_have_nothing_after_them(words: str) -> None:
    assert not promise(DUE._replace(promise=words), *SMS).after


def test_what_a_person_marked_as_kept_is_not_spoken_against() -> None:
    assert not promise(DUE, *SMS, state=PromiseState.KEPT).after
    assert promise(DUE, *SMS, state=PromiseState.BROKEN).after


def test_while_nobody_said_whose_numbers_are_theirs_bare_numbers_do_not_count() -> None:
    assert not found(DUE, *SMS, side=replace(SIDE, numbers=())).promises[0].after
