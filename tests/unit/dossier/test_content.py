"""What is selected for a dossier, what is left out and why, what is disclosed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.events import EventKind, EventStatus, Outcome
from evidence_app.domain.threads import Seam
from evidence_app.domain.timeline import Period
from evidence_app.domain.times import choose
from evidence_app.dossier.choosing import LeftOut
from evidence_app.dossier.profiles import load_profile, profile_codes
from evidence_app.dossier.selecting import select
from evidence_app.errors import InputProblem
from tests.fakes.dossier_case import Case, full_case, options
from tests.unit.dossier.told import squeezed, words_of

LAWYER, PLAIN = load_profile("lawyer"), load_profile("plain")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return full_case(tmp_path)


def test_everything_is_in_without_a_choice(case: Case) -> None:
    content = select(case.source(), options(), LAWYER)
    assert [exhibit.number for exhibit in content.exhibits] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(content.events) == content.event_total - 1
    assert content.left_out == {LeftOut.UNCONFIRMED: 1}


def test_events_shown_only_by_other_exhibits_are_left_out_and_counted(case: Case) -> None:
    content = select(case.source(), options(exhibit_ids=("ex0001",)), LAWYER)
    assert all(not event.exhibit_ids or "ex0001" in event.exhibit_ids for event in content.events)
    elsewhere = content.event_total - len(content.events) - 1
    assert content.left_out == {LeftOut.EXHIBITS: elsewhere, LeftOut.UNCONFIRMED: 1}


def test_a_period_leaves_out_what_lies_outside_and_what_has_no_time(case: Case) -> None:
    period = Period(date(2025, 2, 23), date(2025, 2, 23))
    content = select(case.source(), options(period=period), LAWYER)
    assert [event.kind for event in content.events] == [EventKind.LOGIN]
    assert [exhibit.id for exhibit in content.exhibits] == ["ex0003"]
    assert content.left_out[LeftOut.PERIOD] == content.event_total - 1


def test_an_exhibit_keeps_its_times_when_its_own_event_is_left_out(case: Case) -> None:
    period = Period(date(2025, 2, 23), date(2025, 2, 23))
    content = select(case.source(), options(period=period), LAWYER)
    assert content.documents["ex0003"] not in content.events
    assert content.documents["ex0003"].time.reading
    assert set(content.documents) == {"ex0003"}


def test_unconfirmed_events_are_in_only_where_the_profile_says_so(case: Case) -> None:
    assert case.events[-1].status is EventStatus.SUGGESTED
    for profile in (PLAIN, LAWYER):
        assert select(case.source(), options(profile.code), profile).left_out == {LeftOut.UNCONFIRMED: 1}
        assert select(case.source(), options(), replace(profile, unconfirmed_events=True)).left_out == {}


def test_an_unknown_exhibit_is_refused(case: Case) -> None:
    with pytest.raises(InputProblem, match="exhibit-unknown"):
        select(case.source(), options(exhibit_ids=("nothere",)), LAWYER)


def test_a_removed_exhibit_cannot_be_chosen_and_stays_as_a_tombstone(case: Case) -> None:
    assert [exhibit.number for exhibit in select(case.source(), options(), LAWYER).tombstones] == [9]
    with pytest.raises(InputProblem, match="exhibit-unknown"):
        select(case.source(), options(exhibit_ids=("ex0009",)), LAWYER)


def test_the_reason_of_a_removal_is_told_only_in_a_dossier_of_everything(case: Case) -> None:
    assert [gone.removed_reason for gone in select(case.source(), options(), LAWYER).tombstones] == [
        "belongs to another dispute"
    ]
    (gone,) = select(case.source(), options(exhibit_ids=("ex0001",)), LAWYER).tombstones
    assert (gone.number, gone.removed_reason) == (9, "")


def test_only_payloads_about_exported_exhibits_are_disclosed(case: Case) -> None:
    content = select(case.source(), options(exhibit_ids=("ex0001", "ex0002")), LAWYER)
    disclosed = [line for line in content.log if line.disclosed]
    assert [line.entry.about for line in disclosed] == [("ex0001",), ("ex0002",), ("ex0001",)]
    assert len(content.log) == len(case.custody)
    assert not any(b"SECRETNOTE" in (line.entry.payload or b"") for line in disclosed)


def test_a_transcript_says_what_was_accepted_along_with_others_and_not_that_anybody_compared_it(case: Case) -> None:
    event_id = next(each.event.id for each in case.readings[0].events if each.event.status is EventStatus.ACCEPTED)
    change = {"what": "event", "id": event_id, "field": "status", "before": "suggested", "after": "accepted"}
    about = case.readings[0].exhibit.id
    case.log(CustodyKind.ACCEPT, {"exhibit": about, "changes": [change], "together": 1}, (about,))
    chosen = select(case.source(), options(prepared_by="李小明", exhibit_ids=(about,)), LAWYER)
    told = squeezed("".join(words_of(chosen).values()))
    assert f"一并确认（保管记录第{len(case.custody) - 1}条）" in told
    assert "对照画面" not in told


def test_aliases_are_counted_as_the_institution(case: Case) -> None:
    case.happen(EventKind.CALL, party="速融宝")
    names = [party.name for party in select(case.source(), options(), LAWYER).parties]
    assert case.dispute.institution in names
    assert "速融宝" not in names


def test_a_number_without_a_name_is_not_taken_for_a_name(case: Case) -> None:
    case.happen(EventKind.CALL, number="400-000-0000")
    nameless = [party for party in select(case.source(), options(), LAWYER).parties if not party.name]
    assert [party.numbers for party in nameless] == [("400-000-0000",)]


def test_a_number_has_one_line_however_it_is_written_and_the_name_that_it_has_elsewhere(case: Case) -> None:
    for party, number in (
        ("工商银行", "95588"),
        ("", "+86 95588"),
        ("", "021-5000 1234"),
        ("02150001234", "02150001234"),
        ("02150001234", ""),
    ):
        case.happen(EventKind.CALL, party=party, number=number)
    lines = {party.numbers: party for party in select(case.source(), options(), LAWYER).parties}
    assert (lines[("95588",)].name, lines[("95588",)].event_count) == ("工商银行", 2)
    assert (lines[("021-5000 1234",)].name, lines[("021-5000 1234",)].event_count) == ("", 3)


def test_key_events_are_at_most_eight_in_order_of_time_and_of_several_kinds(case: Case) -> None:
    for _ in range(20):
        case.happen(EventKind.CALL, text="again", agent_id="1", exhibit_ids=("ex0001",))
    content = select(case.source(), options(), LAWYER)
    assert 5 <= len(content.key_events) <= LAWYER.key_events == 8
    kinds = [event.kind for event in content.key_events if not event.promise]
    assert kinds.count(EventKind.CALL) == 2
    assert [e for e in content.events if e in content.key_events] == list(content.key_events)


def test_what_was_written_again_on_another_day_tells_the_story_and_what_two_exhibits_show_does_not(case: Case) -> None:
    case.events.clear()
    texts = [case.happen(EventKind.MESSAGE, choose([case.reading(at)]), text="已逾期") for at in (0, 1, 3 * 24 * 60)]
    assert select(case.source(), options(), LAWYER).key_events == (texts[0], texts[2])


def test_a_row_of_a_plan_is_no_contact(case: Case) -> None:
    case.events.clear()
    called = case.happen(EventKind.CALL, party="某公司")
    case.happen(EventKind.REPAYMENT, party="某公司", outcome=Outcome.DUE)
    [company] = select(case.source(), options(), LAWYER).parties
    assert (company.last, company.event_count) == (called, 1)


def test_the_dossier_id_depends_on_what_was_chosen(case: Case) -> None:
    one, same = (select(case.source(), options(), LAWYER).dossier_id for _ in range(2))
    assert one == same
    assert select(case.source(), options(exhibit_ids=("ex0001",)), LAWYER).dossier_id != one


def test_all_profiles_can_be_read_and_others_are_refused() -> None:
    assert profile_codes() == ["lawyer", "plain"]
    for code in ("nonsense", "../plain", ""):
        with pytest.raises(InputProblem, match="profile-unknown"):
            load_profile(code)


def test_a_document_tells_the_story_once_somebody_wrote_what_it_proves(case: Case) -> None:
    documents = [event for event in case.events if event.kind is EventKind.DOCUMENT and event.exhibit_ids]
    case.events[:] = documents
    case.exhibits[:] = [replace(exhibit, proves="") for exhibit in case.exhibits]
    assert select(case.source(), options(), LAWYER).key_events == ()
    described = documents[0].exhibit_ids[0]
    case.exhibits[:] = [replace(each, proves="放款" if each.id == described else "") for each in case.exhibits]
    assert select(case.source(), options(), LAWYER).key_events == (documents[0],)


def test_pictures_of_a_thread_are_joined_or_apart(case: Case) -> None:
    content = select(case.source(), options(), LAWYER)
    assert [(link.before_id, link.after_id, link.seam) for link in content.links] == [
        ("ex0001", "ex0002", Seam.JOINED),
        ("ex0002", "ex0003", Seam.GAP),
        ("ex0003", "ex0004", Seam.APART),
    ]


def test_what_lies_between_chosen_pictures_joins_nothing_in_a_dossier_without_it(case: Case) -> None:
    content = select(case.source(), options(exhibit_ids=("ex0001", "ex0003")), LAWYER)
    assert [(link.before_id, link.after_id, link.in_common) for link in content.links] == [("ex0001", "ex0003", 0)]
