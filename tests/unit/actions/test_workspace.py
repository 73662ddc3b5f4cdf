"""What a person works out about a dispute is kept, logged, taken back, verified; and what follows from it is told."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.edit import edit_event, edit_exhibit, take_back
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.letters import draft
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import remove_exhibit, set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.verify import verify_vault
from evidence_app.actions.workspace import (
    Workspace,
    add,
    change,
    name_numbers,
    name_others,
    say,
    say_of_promise,
    state,
    workspace,
)
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, Event, EventKind, EventStatus
from evidence_app.domain.item_fields import item_from, plain_item
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.times import choose
from evidence_app.domain.workspace import (
    ITEM_KINDS,
    Channel,
    ChannelKind,
    ChecklistMark,
    Complaint,
    EventMark,
    Exclusion,
    Institution,
    Item,
    KnownFrom,
    Letter,
    LoanTerms,
    NotTheirs,
    PromiseRecord,
    PromiseState,
)
from evidence_app.errors import InputProblem
from evidence_app.narration import narrate
from evidence_app.phrases import Language
from evidence_app.progress import Cancelled, Silent
from evidence_app.rules.checklists import checklists
from tests.fakes.impatience import CancelledAtCheck
from tests.unit.actions.stated import at, kept, promise_in

TODAY = date(2025, 6, 1)


def examples(dispute_id: str, event_id: str) -> Sequence[Item]:
    """Return one item of each kind with something in most fields."""
    return (
        Institution(id="", dispute_id=dispute_id, domains=("example.com",), numbers=("95500",)),
        Channel(id="", dispute_id=dispute_id, kind=ChannelKind.HOTLINE, value="95500", known_from=KnownFrom.SMS),
        Complaint(id="", dispute_id=dispute_id, body="cn-nfra", filed_on=date(2025, 3, 5), reference="N-1"),
        PromiseRecord(id="", dispute_id=dispute_id, event_id=event_id, state=PromiseState.BROKEN, note="没有来电"),
        EventMark(id="", dispute_id=dispute_id, event_id=event_id, tags=("threat",)),
        ITEM_KINDS["agent"](id="", dispute_id=dispute_id, agent_ids=("80231",), names=("小王",)),  # type: ignore[call-arg]
        LoanTerms(id="", dispute_id=dispute_id, principal=Decimal("10000"), contract_day=date(2025, 1, 10)),
        Exclusion(id="", dispute_id=dispute_id, finding="C1", reason="约定过时间"),
        ITEM_KINDS["checklist"](id="", dispute_id=dispute_id, entry="own_statement", note="已签名"),  # type: ignore[call-arg]
        Letter(id="", dispute_id=dispute_id, template="complaint", title="投诉书", text="尊敬的客服"),
        NotTheirs(id="", dispute_id=dispute_id, numbers=("13800138000",)),
    )


def findings_of(found: Workspace) -> list[str]:
    return [each.rule.id for each in found.told_findings]


def test_every_kind_of_item_is_kept_as_it_was_said(session: Session, dispute: Dispute, night_call: Event) -> None:
    given = examples(dispute.id, night_call.id)
    assert {type(each) for each in given} == set(ITEM_KINDS.values())
    added = [add(session, each).item for each in given]
    assert kept(session, dispute) == added
    assert [plain_item(each) for each in added] == [plain_item(each) for each in given]
    assert verify_vault(session.folder, Silent()).holds


@pytest.mark.parametrize("language", Language)
def test_the_log_tells_of_every_item_in_words(
    session: Session, dispute: Dispute, night_call: Event, language: Language
) -> None:
    seqs = [add(session, each).seq for each in examples(dispute.id, night_call.id)]
    with session.vault.read() as catalog:
        entries = [entry for entry in catalog.custody(dispute.id) if entry.seq in seqs]
    for entry in entries:
        assert entry.payload is not None
        told = narrate(entry.kind, entry.payload, language)
        assert not told.startswith("{")
        assert night_call.id not in told


def test_drafts_of_letters_are_private(session: Session, dispute: Dispute) -> None:
    seq = add(session, Letter(id="", dispute_id=dispute.id, template="complaint", text="草稿")).seq
    with session.vault.read() as catalog:
        assert catalog.custody(dispute.id)[seq].private


def test_of_what_sources_disagree_no_time_of_day_is_found_and_a_letter_says_so(
    session: Session, dispute: Dispute, night_call: Event
) -> None:
    name_numbers(session, dispute.id, ["95500"])
    assert "C1" in {each.rule.id for each in workspace(session, dispute.id).findings}
    other = night_call.time.readings[0]._replace(wall=datetime(2025, 3, 9, 14, 0), origin="phone")
    disputed = replace(night_call.time, readings=(*night_call.time.readings, other), decided=False)
    edit_event(session, night_call.id, {"time": disputed})
    found = workspace(session, dispute.id)
    assert [each.disputed for each in found.happenings if each.event_id == night_call.id] == [True]
    assert "C1" not in {each.rule.id for each in found.findings}
    told = draft(session, dispute.id, LetterKind.COMPLAINT, Language.EN).plain_text("")
    assert "(the sources disagree on when)" in told


def test_of_whom_somebody_said_that_they_are_not_theirs_nobody_is_asked_again_and_no_dossier_tells(
    session: Session, dispute: Dispute, night_call: Event
) -> None:
    assert [each.shown for each in workspace(session, dispute.id).unplaced] == ["95500"]
    seq = name_others(session, dispute.id, ["95500"])
    assert seq is not None
    assert workspace(session, dispute.id).unplaced == ()
    with session.vault.read() as catalog:
        assert catalog.custody(dispute.id)[seq].private
    new = NewEvent(kind=EventKind.CALL, time=choose([at("2025-03-02T23:10:00")]), number="13911112222")
    record_event(session, dispute.id, new)
    assert [each.shown for each in workspace(session, dispute.id).unplaced] == ["13911112222"]
    name_others(session, dispute.id, ["13911112222"])
    assert workspace(session, dispute.id).unplaced == ()
    assert name_others(session, dispute.id, ["95500"]) is None
    assert "C1" not in findings_of(workspace(session, dispute.id))


def test_changes_and_makings_are_taken_back_and_done_again(
    session: Session, dispute: Dispute, night_call: Event
) -> None:
    for wanted in examples(dispute.id, night_call.id):
        made = add(session, wanted)
        [undone] = take_back(session, dispute.id, [made.seq], "误填")
        with session.vault.read() as catalog:
            assert catalog.item(made.item.id).set_aside == "误填"
            assert catalog.items(dispute.id, type(wanted)) == []
        take_back(session, dispute.id, [undone])
        assert kept(session, dispute)[-1] == made.item
    assert verify_vault(session.folder, Silent()).holds


def test_an_edit_changes_only_its_fields_and_can_be_undone_unless_something_changed_since(
    session: Session, dispute: Dispute
) -> None:
    made = add(session, Complaint(id="", dispute_id=dispute.id, body="cn-nfra", filed_on=date(2025, 3, 5)))
    answered = change(session, made.item.id, {"replied_on": date(2025, 3, 20)})
    assert answered is not None
    assert change(session, made.item.id, {"replied_on": date(2025, 3, 20)}) is None
    corrected = change(session, made.item.id, {"replied_on": date(2025, 3, 21)})
    assert corrected is not None
    with pytest.raises(InputProblem, match="changed-since"):
        take_back(session, dispute.id, [answered])
    take_back(session, dispute.id, [corrected, answered])
    assert kept(session, dispute) == [made.item]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"nonsense": 1}, "field-unknown"),
        ({"filed_on": "yesterday"}, "field-unreadable"),
        ({"body": 5}, "field-unreadable"),
        ({"body": " "}, "field-empty"),
        ({"outcome": "won"}, "field-unreadable"),
    ],
)
def test_values_that_a_field_cannot_hold_are_refused(
    session: Session, dispute: Dispute, changes: dict[str, object], code: str
) -> None:
    made = add(session, Complaint(id="", dispute_id=dispute.id, body="cn-nfra", filed_on=date(2025, 3, 5)))
    with pytest.raises(InputProblem, match=code):
        change(session, made.item.id, changes)
    assert kept(session, dispute) == [made.item]


def test_a_channel_without_an_address_is_refused_and_one_kept_earlier_is_read(
    session: Session, dispute: Dispute
) -> None:
    with pytest.raises(InputProblem, match="field-empty"):
        add(session, Channel(id="", dispute_id=dispute.id, kind=ChannelKind.HOTLINE, value=""))
    kept_so = item_from(Channel, "c", dispute.id, {"kind": "hotline"})
    assert kept_so == Channel(id="c", dispute_id=dispute.id, kind=ChannelKind.HOTLINE, value="")


def test_an_event_of_another_dispute_is_refused(session: Session, dispute: Dispute) -> None:
    with pytest.raises(InputProblem, match="event-unknown"):
        add(session, EventMark(id="", dispute_id=dispute.id, event_id="elsewhere", tags=("threat",)))
    assert kept(session, dispute) == []


def test_saying_something_twice_changes_the_one_item(session: Session, dispute: Dispute, night_call: Event) -> None:
    wanted = PromiseRecord(id="", dispute_id=dispute.id, event_id=night_call.id, state=PromiseState.KEPT)
    assert say(session, wanted, "event_id") is not None
    assert say(session, wanted, "event_id") is None
    assert say(session, replace(wanted, state=PromiseState.BROKEN), "event_id") is not None
    assert len(kept(session, dispute)) == 1
    state(session, Institution(id="", dispute_id=dispute.id), {"app": "速融宝"})
    state(session, Institution(id="", dispute_id=dispute.id), {"licence": "123"})
    with session.vault.read() as catalog:
        [known] = catalog.items(dispute.id, Institution)
    assert (known.app, known.licence) == ("速融宝", "123")


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("UPDATE item SET fields = replace(fields, 'N-1', 'N-2') WHERE kind = ?", ("complaint",)),
        ("UPDATE item SET set_aside = 'x' WHERE kind = ?", ("complaint",)),
        ("UPDATE item SET kind = 'mark' WHERE kind = ?", ("exclusion",)),
        ("UPDATE item SET seq = seq + 1 WHERE kind = ?", ("complaint",)),
        ("DELETE FROM item WHERE kind = ?", ("complaint",)),
    ],
)
def test_a_changed_item_is_found_by_verifying(
    session: Session, dispute: Dispute, night_call: Event, statement: str, values: tuple[str]
) -> None:
    for each in examples(dispute.id, night_call.id):
        add(session, each)
    folder = session.folder
    session.close()
    with closing(sqlite3.connect(folder / "catalog.sqlite3")) as raw, raw:
        assert raw.execute(statement, values).rowcount == 1
    assert not verify_vault(folder, Silent()).holds


def test_a_mark_brings_its_finding_and_leaving_it_out_takes_it_from_what_is_told(
    session: Session, dispute: Dispute, night_call: Event
) -> None:
    name_numbers(session, dispute.id, [night_call.number])
    assert findings_of(workspace(session, dispute.id, TODAY)) == ["C1", "P1"]
    add(session, EventMark(id="", dispute_id=dispute.id, event_id=night_call.id, tags=("threat",)))
    found = workspace(session, dispute.id, TODAY)
    assert findings_of(found) == ["C1", "C6", "P1"]
    add(session, Exclusion(id="", dispute_id=dispute.id, finding=found.findings[0].id, reason="约定过时间"))
    assert findings_of(workspace(session, dispute.id, TODAY)) == ["C6", "P1"]


def test_a_promise_that_was_kept_is_no_finding(session: Session, dispute: Dispute, night_call: Event) -> None:
    say(
        session,
        PromiseRecord(id="", dispute_id=dispute.id, event_id=night_call.id, state=PromiseState.KEPT),
        "event_id",
    )
    found = workspace(session, dispute.id, TODAY)
    assert "P1" not in findings_of(found)
    assert found.metrics.promises_kept == 1


def test_an_event_that_is_removed_takes_its_findings_with_it(
    session: Session, dispute: Dispute, night_call: Event
) -> None:
    set_aside(session, "event", [night_call.id], "误记")
    found = workspace(session, dispute.id, TODAY)
    assert found.findings == ()
    assert found.agents == ()
    assert found.promises == ()


def test_a_suggested_event_counts_for_nothing(session: Session, dispute: Dispute) -> None:
    record_event(
        session,
        dispute.id,
        NewEvent(
            kind=EventKind.CALL,
            time=choose([at("2025-03-01T23:10:00")]),
            direction=Direction.IN,
            status=EventStatus.SUGGESTED,
        ),
    )
    assert workspace(session, dispute.id, TODAY).findings == ()


def test_items_are_edits_in_the_log(session: Session, dispute: Dispute) -> None:
    seq = add(session, Complaint(id="", dispute_id=dispute.id, body="cn-nfra", filed_on=date(2025, 3, 5))).seq
    with session.vault.read() as catalog:
        assert catalog.custody(dispute.id)[seq].kind is CustodyKind.EDIT


def test_a_screenshot_of_which_nobody_says_whose_phone_it_was_is_a_gap(session: Session, dispute: Dispute) -> None:
    buffer = BytesIO()
    Image.new("RGB", (40, 80), "white").save(buffer, "PNG")
    add_evidence(session, dispute.id, [DataSource("shot.png", buffer.getvalue())], Silent(), lambda _: None)
    [exhibit] = list_exhibits(session, dispute.id)
    assert findings_of(workspace(session, dispute.id, TODAY)) == ["E1", "E1-anchor"]
    edit_exhibit(session, exhibit.id, {"captured_by": "李明", "device": "Xiaomi 14"})
    assert findings_of(workspace(session, dispute.id, TODAY)) == ["E1-anchor"]
    edit_exhibit(session, exhibit.id, {"device": ""})
    edit_exhibit(session, exhibit.id, {"captured_by": ""})
    remove_exhibit(session, exhibit.id, "误加")
    assert findings_of(workspace(session, dispute.id, TODAY)) == []


def test_a_call_to_a_hotline_that_was_recorded_is_asked_to_be_confirmed_and_money_to_others_is_not_told(
    session: Session, dispute: Dispute
) -> None:
    def happened(kind: EventKind, **facts: object) -> None:
        record_event(session, dispute.id, NewEvent(kind=kind, time=choose([at("2025-03-01T10:00")]), **facts))  # type: ignore[arg-type]

    happened(EventKind.CALL, direction=Direction.OUT, number="400 800 1234", duration_s=312)
    happened(EventKind.PAYMENT, direction=Direction.OUT, party="某商城", amount=Decimal("35.90"))
    channel = Channel(id="", dispute_id=dispute.id, kind=ChannelKind.HOTLINE, value="4008001234")
    add(session, channel)
    asked = draft(session, dispute.id, LetterKind.WRITTEN_CONFIRMATION, Language.ZH_HANS)
    assert "我致电400 800 1234（通话5分12秒）" in asked.plain_text("")
    assert "某商城" not in draft(session, dispute.id, LetterKind.COMPLAINT, Language.ZH_HANS).plain_text("")


@pytest.mark.parametrize(
    ("wanted", "key", "code"),
    [
        (
            lambda d, e: PromiseRecord(id="", dispute_id=d, event_id=e, evidence_ids=("zzz",)),
            "event_id",
            "event-unknown",
        ),
        (lambda d, e: Exclusion(id="", dispute_id=d, finding="ZZZ", reason="x"), "finding", "finding-unknown"),
        (lambda d, e: ChecklistMark(id="", dispute_id=d, entry="zzz"), "entry", "checklist-unknown"),
        (lambda d, e: LoanTerms(id="", dispute_id=d, paid_out=(e, "zzz")), "", "event-unknown"),
    ],
)
def test_what_is_not_there_cannot_be_spoken_of(
    session: Session,
    dispute: Dispute,
    night_call: Event,
    wanted: Callable[[str, str], Item],
    key: str,
    code: str,
) -> None:
    before = len(custody_history(session, dispute.id))
    with pytest.raises(InputProblem, match=code):
        say(session, wanted(dispute.id, night_call.id), key)
    assert len(custody_history(session, dispute.id)) == before


def test_what_is_there_can_be_spoken_of(session: Session, dispute: Dispute, night_call: Event) -> None:
    finding = workspace(session, dispute.id).findings[0].id
    entry = checklists()[dispute.type].entries[0].id
    assert say(session, Exclusion(id="", dispute_id=dispute.id, finding=finding, reason="x"), "finding")
    assert say(session, ChecklistMark(id="", dispute_id=dispute.id, entry=entry), "entry")
    shown = PromiseRecord(id="", dispute_id=dispute.id, event_id=night_call.id, evidence_ids=(night_call.id,))
    assert say(session, shown, "event_id")


def test_a_complaint_without_the_day_of_filing_is_refused(session: Session, dispute: Dispute) -> None:
    with pytest.raises(InputProblem, match="filing-day-missing"):
        add(session, Complaint(id="", dispute_id=dispute.id, body="cn-nfra", reference="N-1"))
    filed = add(session, Complaint(id="", dispute_id=dispute.id, body="cn-nfra", filed_on=date(2025, 3, 5))).item
    with pytest.raises(InputProblem, match="filing-day-missing"):
        change(session, filed.id, {"filed_on": None})


def test_a_complaint_is_neither_filed_in_the_future_nor_answered_before_it_was_filed(
    session: Session, dispute: Dispute
) -> None:
    def filed(**days: date) -> Complaint:
        return Complaint(id="", dispute_id=dispute.id, body="cn-nfra", **days)  # type: ignore[arg-type]

    today = session.now().astimezone(dispute.zone).date()
    with pytest.raises(InputProblem, match="day-to-come"):
        add(session, filed(filed_on=today + timedelta(days=1)))
    with pytest.raises(InputProblem, match="day-before-filing"):
        add(session, filed(filed_on=today, received_on=today - timedelta(days=1)))
    kept = add(session, filed(filed_on=today, received_on=today)).item
    for changes, code in (
        ({"replied_on": (today - timedelta(days=1)).isoformat()}, "day-before-filing"),
        ({"replied_on": today + timedelta(days=1)}, "day-to-come"),
        ({"filed_on": today + timedelta(days=2)}, "day-to-come"),
    ):
        with pytest.raises(InputProblem, match=code):
            change(session, kept.id, changes)
    assert change(session, kept.id, {"filed_on": today - timedelta(days=1), "reply": "收到"}) is not None


def test_what_a_file_promises_is_a_promise_and_what_promises_nothing_is_refused(
    session: Session, dispute: Dispute
) -> None:
    """An accepted suggestion of a page fills its file's event: it was in no list, and what was said changed nothing."""
    page = DataSource("page.txt", "我们将在15日内答复您".encode())
    add_evidence(session, dispute.id, [page], Silent(), lambda _: None)
    with session.vault.read() as catalog:
        [document] = [each for each in catalog.events(dispute.id) if each.kind is EventKind.DOCUMENT]
    wanted = PromiseRecord(id="", dispute_id=dispute.id, event_id=document.id, state=PromiseState.BROKEN)
    with pytest.raises(InputProblem, match="promise-unknown"):
        say_of_promise(session, wanted)
    edit_event(session, document.id, {"promise": "15日内答复", "promise_due": date(2025, 5, 20)})
    assert say_of_promise(session, wanted) is not None
    found = workspace(session, dispute.id, TODAY).promises
    [promise] = [each for each in found if each.happening.event_id == document.id]
    assert (promise.due, promise.state) == (date(2025, 5, 20), PromiseState.BROKEN)


def test_what_became_of_a_promise_is_said_of_all_that_shows_it_and_outlives_one_of_them(
    session: Session, dispute: Dispute
) -> None:
    first = promise_in(session, dispute, "2025-03-03T10:00:00", date(2025, 3, 6))
    second = promise_in(session, dispute, "2025-03-03T18:00:00", date(2025, 3, 6))
    again = promise_in(session, dispute, "2025-03-10T09:00:00", date(2025, 3, 13))
    noted = PromiseRecord(id="", dispute_id=dispute.id, event_id=second.id, note="我打过电话")
    say(session, noted, "event_id")
    wanted = PromiseRecord(id="", dispute_id=dispute.id, event_id=first.id, state=PromiseState.BROKEN)
    assert say_of_promise(session, wanted) is not None
    [promise] = workspace(session, dispute.id, TODAY).promises
    assert [(day.event_ids, day.state) for day in promise.days] == [
        ((first.id, second.id), PromiseState.BROKEN),
        ((again.id,), PromiseState.OPEN),
    ]
    assert [each.note for each in promise.earlier[0].records] == ["", "我打过电话"]
    for gone, left in ((first, [second.id, again.id]), (second, [again.id])):
        set_aside(session, "event", [gone.id], "看错了")
        found = workspace(session, dispute.id, TODAY).promises
        assert [event_id for each in found for day in each.days for event_id in day.event_ids] == left
        assert found[0].days[0].state is (PromiseState.BROKEN if left[0] == second.id else PromiseState.OPEN)
    set_aside(session, "event", [again.id], "看错了")
    assert workspace(session, dispute.id, TODAY).promises == ()


def test_whoever_looks_at_another_dispute_meanwhile_stops_the_working_out(session: Session, night_call: Event) -> None:
    for checks in range(8):
        with pytest.raises(Cancelled):
            workspace(session, night_call.dispute_id, progress=CancelledAtCheck(checks))
