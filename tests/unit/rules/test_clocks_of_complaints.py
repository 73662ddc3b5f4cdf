"""Complaints: which periods run, ran out or were met too late, and which step is next."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import (
    NO_ACKNOWLEDGEMENT,
    NO_ANSWER,
    Complaint,
    ComplaintOutcome,
    EventMark,
    Exclusion,
    Institution,
)
from evidence_app.phrases import Language
from evidence_app.rules.documents import NO_DOCUMENTS
from evidence_app.rules.findings import findings, left_out
from evidence_app.rules.ladder import Ladder, ladder_of, periods_of
from evidence_app.rules.ladder_chart import ladder_chart
from evidence_app.rules.law import Whose
from evidence_app.rules.sources import Confidence
from evidence_app.rules.stated import Stated
from evidence_app.rules.territories import Territory
from evidence_app.rules.working_out import WorkingOut
from tests.unit.rules.disputes import TODAY, complaint
from tests.unit.rules.situations import CN, message, situation


def test_the_first_step_is_the_institution_itself() -> None:
    found = ladder_of(CN, DisputeType.HARASSMENT, [], TODAY)
    assert found.next_step is not None
    assert found.next_step.body.id == "cn-institution"


def test_who_was_never_a_customer_begins_with_the_rights_over_personal_data() -> None:
    found = ladder_of(CN, DisputeType.MISDIRECTED_SMS, [], TODAY)
    assert [step.body.id for step in found.steps][:4] == ["cn-pi-rights", "cn-institution", "cn-12321", "cn-credit"]


def test_nothing_is_next_while_the_institution_may_still_answer() -> None:
    found = ladder_of(CN, DisputeType.OTHER, [complaint("cn-institution", date(2025, 5, 28))], TODAY)
    assert found.next_step is None
    deadline = found.periods.next_deadline(TODAY)
    assert deadline is not None
    assert deadline.deadline.day == date(2025, 6, 12)


def test_what_has_no_day_of_filing_moves_no_step() -> None:
    noted = replace(complaint("cn-institution", date(2025, 5, 28)), filed_on=None)
    found = ladder_of(CN, DisputeType.OTHER, [noted], TODAY)
    assert found.next_step is not None
    assert found.next_step.body.id == "cn-institution"


@pytest.mark.parametrize(
    "facts", [{"replied_on": date(2025, 5, 30)}, {"outcome": ComplaintOutcome.REFUSED}, {"filed_on": date(2025, 4, 1)}]
)
def test_the_regulator_is_next_once_the_institution_answered_or_is_late(facts: dict[str, object]) -> None:
    filed = replace(complaint("cn-institution", date(2025, 5, 28)), **facts)  # type: ignore[arg-type]
    found = ladder_of(CN, DisputeType.OTHER, [filed], TODAY)
    assert found.next_step is not None
    assert found.next_step.body.id == "cn-nfra"


@pytest.mark.parametrize(
    ("kind", "supervisor"), [(DisputeType.HARASSMENT, "cn-nfra"), (DisputeType.WITHDRAWAL_BLOCKED, "cn-pboc")]
)
def test_after_the_institution_comes_whoever_supervises_it(kind: DisputeType, supervisor: str) -> None:
    refused = complaint("cn-institution", date(2025, 5, 1), outcome=ComplaintOutcome.REFUSED)
    found = ladder_of(CN, kind, [refused], TODAY)
    assert found.next_step is not None
    assert found.next_step.body.id == supervisor


def test_a_period_runs_only_for_what_was_filed_since_its_source_is_in_force() -> None:
    def clocks(filed: date) -> list[str]:
        found = ladder_of(CN, DisputeType.OTHER, [complaint("cn-12315", filed)], TODAY)
        return [each.deadline.clock.id for each in found.clocks]

    assert clocks(date(2026, 4, 14)) == []
    assert clocks(date(2026, 4, 15)) == ["accept"]


def test_a_wallets_own_office_has_no_period_and_the_regulator_above_it_is_next() -> None:
    filed = [complaint("cn-institution", date(2025, 5, 1))]
    bank = ladder_of(CN, DisputeType.HARASSMENT, filed, TODAY)
    wallet = ladder_of(CN, DisputeType.TOPUP_FAILED, filed, TODAY)
    assert bank.clocks
    assert wallet.clocks == ()
    assert wallet.next_step is not None
    assert wallet.next_step.body.id == "cn-pboc"
    [office] = [each for each in wallet.steps if each.body.id == "cn-institution"]
    assert office.unbound is not None
    assert office.citation is None  # no article is cited as if it held here
    assert not any(each.unbound for each in bank.steps)


def test_a_body_that_passed_a_complaint_on_is_not_late_with_deciding_to() -> None:
    def decides(**facts: object) -> list[bool]:
        filed = complaint("cn-pboc", date(2025, 4, 1), **facts)
        clocks = ladder_of(CN, DisputeType.TOPUP_FAILED, [filed], TODAY).clocks
        return [each.stopped for each in clocks if each.deadline.clock.id == "decide"]

    assert decides() == [False]
    assert decides(transferred_on=date(2025, 4, 7)) == [True]


def test_the_institution_has_its_time_from_the_day_on_which_the_regulator_passed_a_complaint_on() -> None:
    def theirs(kind: DisputeType = DisputeType.HARASSMENT, **facts: object) -> dict[str, tuple[date, bool]]:
        filed = complaint("cn-nfra", date(2025, 3, 3), **facts)
        clocks = ladder_of(CN, kind, [filed], TODAY).clocks
        own = [each for each in clocks if each.deadline.clock.whose is Whose.INSTITUTION]
        return {each.deadline.clock.id: (each.deadline.day, each.stopped) for each in own}

    assert theirs() == {}
    ends = {"simple": date(2025, 3, 24), "complex": date(2025, 4, 7), "extended": date(2025, 5, 6)}
    assert theirs(transferred_on=date(2025, 3, 7)) == {each: (day, False) for each, day in ends.items()}
    answered = theirs(transferred_on=date(2025, 3, 7), replied_on=date(2025, 3, 20))
    assert answered == {each: (ends[each], True) for each in ("simple", "complex")}
    assert theirs(DisputeType.TOPUP_FAILED, transferred_on=date(2025, 3, 7)) == {}  # its source is for no wallet


def test_an_institution_that_lets_a_complaint_that_was_passed_on_lie_is_a_finding_with_its_source() -> None:
    filed = complaint("cn-nfra", date(2025, 3, 3), transferred_on=date(2025, 3, 7))
    clocks = ladder_of(CN, DisputeType.HARASSMENT, [filed], date(2025, 3, 31)).clocks
    given = replace(situation(), clocks=clocks, today=date(2025, 3, 31))
    [found] = [each for each in findings(given) if each.rule.id == "D"]
    said = found.says(Language.ZH_HANS)
    assert "2025年3月24日" in said  # no departure while the case may be a complex one
    assert "2025年4月7日" in said
    assert found.is_mere_fact
    assert "不一致" not in said
    later = replace(situation(), clocks=clocks, today=date(2025, 4, 9))
    [late] = [each for each in findings(later) if each.rule.id == "D"]
    assert not late.is_mere_fact
    assert "被投诉机构（对经国家金融监督管理总局（12378）转办的投诉）" in late.says(Language.ZH_HANS)
    assert "2025年3月24日" not in late.says(Language.ZH_HANS)
    assert [(each.source.id, each.confidence) for each in found.citations()] == [("cbirc-2020-3", Confidence.MEDIUM)]


def test_nobody_is_late_with_what_is_only_customary() -> None:
    late = ladder_of(CN, DisputeType.HARASSMENT, [complaint("cn-nfra", date(2025, 4, 1))], TODAY)
    assert [each.deadline.days_overdue(TODAY) > 0 for each in late.clocks] == [True]
    assert [each.days_overdue(TODAY) for each in late.clocks] == [0]
    assert (late.periods.last_overdue(TODAY), late.periods.next_deadline(date(2025, 4, 2))) == (None, None)
    assert late.next_step is not None  # nothing more is waited for, all the same
    assert not [each for each in findings(replace(situation(), clocks=late.clocks)) if each.rule.id == "D"]


def test_a_missing_answer_is_late_but_not_ones_own_time_to_act() -> None:
    late = ladder_of(CN, DisputeType.OTHER, [complaint("cn-institution", date(2025, 4, 1))], TODAY)
    assert late.periods.last_overdue(date(2025, 5, 6)) is None  # it may be complex
    running = late.periods.last_overdue(date(2025, 5, 7))
    assert running is not None
    assert running.deadline.day == date(2025, 5, 6)
    answered = complaint("cn-institution", date(2025, 3, 1), replied_on=date(2025, 3, 10))
    missed = ladder_of(CN, DisputeType.OTHER, [answered], TODAY)
    assert [each.deadline.clock.id for each in missed.clocks if each.days_overdue(TODAY)] == ["review"]
    assert missed.periods.last_overdue(TODAY) is None


@pytest.mark.parametrize(
    ("told_on", "day", "passed", "overdue", "following"),
    [
        (None, date(2025, 4, 17), ["simple"], [], date(2025, 5, 6)),
        (None, date(2025, 5, 7), ["simple", "complex"], ["complex"], None),
        (date(2025, 5, 5), date(2025, 5, 7), ["simple", "complex"], [], date(2025, 6, 3)),
        (date(2025, 5, 5), date(2025, 6, 4), ["simple", "complex", "extended"], ["extended"], None),
    ],
)
def test_nobody_is_late_while_a_longer_period_counts_and_one_that_nobody_was_told_of_does_not(
    told_on: date | None, day: date, passed: list[str], overdue: list[str], following: date | None
) -> None:
    filed = complaint("cn-institution", date(2025, 4, 1), extended_on=told_on)
    found = ladder_of(CN, DisputeType.OTHER, [filed], day)
    assert [each.deadline.clock.id for each in found.clocks if each.days_passed(day)] == passed
    assert [each.deadline.clock.id for each in found.clocks if each.days_overdue(day)] == overdue
    assert [each.deadline.clock.id for each in found.clocks if each.is_possible] == ([] if told_on else ["extended"])
    running = found.periods.next_deadline(day)
    assert (running.deadline.day if running else None) == following
    departs = [each for each in findings(replace(situation(), clocks=found.clocks, today=day)) if not each.is_mere_fact]
    assert [each.rule.id for each in departs if each.rule.id == "D"] == ["D"] * bool(overdue)


def test_a_reply_stops_the_institutions_clocks_and_starts_the_complainants() -> None:
    filed = complaint("cn-institution", date(2025, 5, 1), replied_on=date(2025, 5, 10))
    clocks = ladder_of(CN, DisputeType.OTHER, [filed], TODAY).clocks
    assert {each.deadline.clock.id for each in clocks if not each.stopped} == {"review"}


def test_an_answer_after_the_last_day_stays_late_though_nobody_waits_for_it_any_more() -> None:
    filed = complaint("cn-institution", date(2025, 4, 1), replied_on=date(2025, 5, 8))  # due on 16 April, or 6 May
    answered = ladder_of(CN, DisputeType.OTHER, [filed], TODAY)
    late = {each.deadline.clock.id: (each.days_met_after, each.days_late) for each in answered.clocks}
    assert late == {"simple": (22, 0), "complex": (2, 2), "review": (0, 0)}
    assert answered.periods.last_overdue(TODAY) is None
    [found] = [each for each in findings(replace(situation(), clocks=answered.clocks)) if each.rule.id == "D"]
    assert "2025年5月8日才完成，晚2天" in found.says(Language.ZH_HANS)
    assert "done on 8 May 2025, 2 days late" in found.says(Language.EN)
    [waiting] = [each for each in findings(replace(situation(), clocks=_unanswered().clocks)) if each.rule.id == "D"]
    assert found.id in left_out([found], [excluding(waiting.id)])  # left out once, it stays so
    extended = ladder_of(CN, DisputeType.OTHER, [replace(filed, replied_on=None, extended_on=date(2025, 5, 2))], TODAY)
    later = replace(situation(), clocks=extended.clocks, today=date(2025, 7, 1))
    [waiting] = [each for each in findings(later) if each.rule.id == "D"]
    assert waiting.id not in left_out([waiting], [excluding(found.id)])  # and what ran out later was not spoken of


def excluding(finding: str) -> Exclusion:
    return Exclusion(id=finding, dispute_id="d", finding=finding, reason="-")


def test_the_periods_of_one_complaint_that_ran_out_are_one_finding_that_names_each() -> None:
    filed, hk = complaint("hk-institution", date(2025, 3, 1)), Territory.of("HK")
    clocks = ladder_of(hk, DisputeType.OTHER, [filed], date(2025, 6, 1)).clocks
    given = replace(situation(), clocks=clocks, today=date(2025, 6, 1))
    [found] = [each for each in findings(given) if each.rule.id == "D"]
    said = found.says(Language.ZH_HANS)
    assert "同一件投诉有2个期限" in said
    assert all(day in said for day in ("2025年3月8日", "2025年3月31日"))
    assert found.says(Language.EN).count("counted from 1 March 2025") == 2
    assert "2025年3月17日" not in said  # a simple case is no complex one
    assert found.days == ("2025-03-08", "2025-03-31")
    parts = [excluding(f"D:{day}:e-hk-institution") for day in found.days]
    assert found.id in left_out([found], parts)
    assert found.id not in left_out([found], parts[:1])
    assert found.id not in left_out([found], [excluding(each.finding.replace("e-hk", "e-tw")) for each in parts])


def test_each_of_two_late_complaints_is_a_finding_and_a_late_answer_is_told_beside_what_is_missing() -> None:
    filed = [complaint("cn-institution", date(2025, 3, 1)), complaint("cn-pboc", date(2025, 3, 1))]
    clocks = ladder_of(CN, DisputeType.OTHER, filed, TODAY).clocks
    assert len([each for each in findings(replace(situation(), clocks=clocks)) if each.rule.id == "D"]) == 2
    late = complaint("cn-institution", date(2025, 3, 1), replied_on=date(2025, 4, 10))
    answered = ladder_of(CN, DisputeType.OTHER, [late], TODAY).clocks
    [found] = [each for each in findings(replace(situation(), clocks=answered)) if each.rule.id == "D"]
    assert found.says(Language.ZH_HANS).count("2025年4月10日才完成") == 1


def _unanswered() -> Ladder:
    return ladder_of(CN, DisputeType.OTHER, [complaint("cn-institution", date(2025, 4, 1))], TODAY)


def test_what_was_passed_on_too_late_is_late_by_that_day_and_not_by_the_answers() -> None:
    filed = complaint("cn-pboc", date(2025, 4, 1), transferred_on=date(2025, 4, 30), replied_on=date(2025, 5, 20))
    [decide] = [
        each
        for each in ladder_of(CN, DisputeType.TOPUP_FAILED, [filed], TODAY).clocks
        if each.deadline.clock.id == "decide"
    ]
    assert decide.met_on == date(2025, 4, 30)
    assert decide.days_late == (date(2025, 4, 30) - decide.deadline.day).days > 0


def test_a_late_institution_is_a_finding_that_names_the_clocks_source() -> None:
    late = ladder_of(CN, DisputeType.OTHER, [complaint("cn-institution", date(2025, 4, 1))], TODAY)
    given = replace(situation(), clocks=late.clocks)
    found = [each for each in findings(given) if each.rule.id == "D"]
    assert found[0].event_ids == ("e-cn-institution",)
    assert [each.id for each in found[0].sources()] == ["cbirc-2020-3"]
    assert "15" not in found[0].says(Language.ZH_HANS) or found[0].found.facts["count"] == "15"


def test_a_late_answer_to_a_complaint_that_stands_on_no_timeline_names_no_event() -> None:
    filed = replace(complaint("cn-institution", date(2025, 4, 1)), event_id="")
    given = replace(situation(), clocks=ladder_of(CN, DisputeType.OTHER, [filed], TODAY).clocks)
    late = [each for each in findings(given) if each.rule.id == "D"]
    assert [each.event_ids for each in late] == [()] * len(late)
    assert late[0].id.endswith(f":{filed.id}")


def test_ones_own_lapsed_period_is_no_finding_against_the_other_side() -> None:
    filed = complaint("cn-institution", date(2025, 1, 2), replied_on=date(2025, 1, 10))
    given = replace(situation(), clocks=ladder_of(CN, DisputeType.OTHER, [filed], TODAY).clocks)
    assert [each for each in findings(given) if each.rule.id == "D"] == []


def lapsed(*filed: Complaint, territory: Territory = CN) -> list[tuple[str, str]]:
    found = ladder_of(territory, DisputeType.OTHER, filed, TODAY)
    return [(each.body.id, each.deadline.clock.id) for each in found.lapsed]


ANSWERED = complaint("cn-institution", date(2025, 3, 1), replied_on=date(2025, 3, 10))


def test_a_time_for_review_that_nobody_used_has_lapsed_and_the_steps_above_are_still_possible() -> None:
    found = ladder_of(CN, DisputeType.OTHER, [ANSWERED], TODAY)
    [running] = found.lapsed
    assert (running.deadline.clock.id, running.deadline.day) == ("review", date(2025, 4, 9))
    assert [each.body.id for each in found.possible][0] == "cn-nfra"
    assert found.next_step is found.possible[0]


@pytest.mark.parametrize(
    "filed",
    [
        [replace(ANSWERED, replied_on=date(2025, 5, 20))],
        [replace(ANSWERED, outcome=ComplaintOutcome.UPHELD)],
        [replace(ANSWERED, outcome=ComplaintOutcome.WITHDRAWN)],
        [replace(ANSWERED, replied_on=None)],
        [ANSWERED, complaint("cn-nfra", date(2025, 3, 20))],
        [ANSWERED, replace(complaint("cn-institution", date(2025, 3, 20)), id="c-again")],
        [ANSWERED, replace(complaint("cn-nfra", date(2025, 3, 20)), filed_on=None, outcome=ComplaintOutcome.REFUSED)],
    ],
    ids=["it runs", "upheld", "withdrawn", "no answer", "taken higher", "asked again", "taken higher, no day"],
)
def test_a_time_for_review_has_not_lapsed_silently(filed: list[Complaint]) -> None:
    assert lapsed(*filed) == []


def test_once_a_higher_body_upheld_it_the_time_to_object_to_an_earlier_answer_ends_for_nobody() -> None:
    refused = replace(ANSWERED, replied_on=date(2025, 5, 20), outcome=ComplaintOutcome.REFUSED)
    upheld = {"outcome": ComplaintOutcome.UPHELD, "replied_on": date(2025, 5, 30)}

    def ends(*filed: Complaint, institution: Institution | None = None) -> str:
        running = periods_of(
            CN, DisputeType.OTHER, complaints=filed, today=TODAY, institution=institution
        ).next_deadline(TODAY)
        return running.deadline.clock.id if running is not None else ""

    higher = complaint("cn-nfra", date(2025, 5, 21))
    assert ends(refused, higher) == "review"
    assert ends(refused, replace(higher, **upheld)) == ""
    knew = Institution(id="i", dispute_id="d", knew_on=date(2025, 3, 1))
    assert ends(refused, replace(higher, **upheld), institution=knew) == "limitation"


@pytest.mark.parametrize("kind", DisputeType)
def test_which_step_comes_first_changes_no_period(kind: DisputeType) -> None:
    filed = [complaint("cn-institution", date(2025, 5, 28)), complaint("cn-pboc", date(2025, 4, 1))]
    told = ladder_of(CN, kind, filed, TODAY, None, lambda _: True)
    periods = periods_of(CN, kind, complaints=filed, today=TODAY)
    assert set(told.clocks) == set(periods.clocks)
    assert told.periods.next_deadline(TODAY) == periods.next_deadline(TODAY)


def test_a_filing_before_the_answer_and_a_mere_note_are_nobodys_use_of_the_time() -> None:
    earlier = complaint("cn-nfra", date(2025, 3, 5))
    note = replace(complaint("cn-nfra", date(2025, 3, 20)), filed_on=None)
    assert lapsed(ANSWERED, earlier) == lapsed(ANSWERED, note) == [("cn-institution", "review")]


def test_the_time_to_go_to_an_ombudsman_begins_with_the_institutions_answer_or_its_silence() -> None:
    def applies(*filed: Complaint, body: str = "tw-foi") -> list[tuple[date, bool]]:
        territory = Territory.of("TW") if body == "tw-foi" else Territory.of("GB")
        clocks = ladder_of(territory, DisputeType.OTHER, filed, TODAY).clocks
        return [(each.deadline.day, each.stopped) for each in clocks if each.deadline.clock.id == "apply"]

    answered = complaint("tw-institution", date(2025, 4, 1), replied_on=date(2025, 4, 10))
    assert applies(answered) == [(date(2025, 6, 9), False)]
    assert applies(replace(answered, replied_on=None)) == [(date(2025, 6, 30), False)]  # 30 days, then 60
    assert applies(replace(answered, replied_on=None, filed_on=date(2025, 5, 20))) == []
    assert applies(answered, complaint("tw-foi", date(2025, 5, 1))) == [(date(2025, 6, 9), True)]
    british = complaint("uk-institution", date(2025, 1, 2), replied_on=date(2025, 1, 10))
    assert applies(british, body="uk-fos") == [(date(2025, 7, 10), False)]
    assert applies(replace(british, replied_on=None), body="uk-fos") == []


def test_an_ombudsman_whose_time_has_lapsed_is_no_next_step() -> None:
    late = complaint("tw-institution", date(2025, 1, 2), replied_on=date(2025, 1, 10))
    found = ladder_of(Territory.of("TW"), DisputeType.OTHER, [late], TODAY)
    assert [(each.body.id, each.deadline.day) for each in found.lapsed] == [("tw-foi", date(2025, 3, 11))]
    assert [each.body.id for each in found.possible] == ["tw-court"]
    assert (found.next_step, found.is_waiting) == (found.possible[0], False)


def test_a_complaint_to_a_body_of_elsewhere_has_its_place_and_clocks() -> None:
    found = ladder_of(CN, DisputeType.OTHER, [complaint("us-cfpb", date(2025, 5, 28))], TODAY)
    assert [each.deadline.clock.id for each in found.clocks] == ["answer", "final"]


# -- acknowledgements ------------------------------------------


HK = Territory.of("HK")
BANK = Dispute(
    id="d",
    title="t",
    type=DisputeType.OTHER,
    institution="雲港銀行",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    zone_name="Asia/Hong_Kong",
)
RECEIPT = "已收到閣下的投訴，個案編號 CMP-260919-0042，本行將於30日內回覆。"


def _bank_says(text: str) -> Happening:
    return message("2025-03-04T10:00", text=text, number="")._replace(party=BANK.institution)


def _worked_out(said: Happening, **facts: object) -> WorkingOut:
    filed = complaint("hk-institution", date(2025, 3, 1), **facts)
    return WorkingOut(BANK, date(2025, 6, 1), (said,), Stated(complaints=(filed,)), NO_DOCUMENTS)


def _said_late(found: WorkingOut) -> list[str]:
    return [each.deadline.clock.id for each in found.ladder.clocks if each.days_overdue(found.today)]


def test_an_acknowledgement_that_is_accepted_or_named_as_an_answer_meets_its_period_and_no_other_one() -> None:
    said = _bank_says(RECEIPT)
    for facts in ({"accepted_on": date(2025, 3, 4)}, {"reply_ids": (said.event_id,)}):
        found = _worked_out(said, **facts)
        [period] = [each for each in found.ladder.clocks if each.deadline.clock.is_acknowledgement]
        assert (period.stopped, period.met_on, period.days_late) == (True, date(2025, 3, 4), 0)
        assert _said_late(found) == ["answer"]
    late = _worked_out(said, accepted_on=date(2025, 3, 10))
    assert [each.days_late for each in late.ladder.clocks if each.deadline.clock.is_acknowledgement] == [2]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (RECEIPT, True),
        ("閣下日期為3月1日的來函收悉，本行正在調查。", True),
        ("We acknowledge receipt of your complaint dated 1 March.", True),
        ("Your complaint has been registered. Case number C-20250304.", True),
        ("本行尚未收到閣下的投訴。", False),
        ("閣下的貸款即將到期。", False),
        ("We have not received your complaint letter.", False),
    ],
)
def test_what_may_be_an_acknowledgement_is_asked_and_is_no_finding(text: str, asked: bool) -> None:
    found = _worked_out(_bank_says(text))
    [period] = [each for each in found.ladder.clocks if each.deadline.clock.is_acknowledgement]
    assert period.perhaps_met_on == (date(2025, 3, 4) if asked else None)
    assert _said_late(found) == (["answer"] if asked else ["acknowledge", "answer"])
    late = [each for each in findings(found.situation) if each.rule.id == "D"]
    assert ["2025年3月8日" in each.says(Language.ZH_HANS) for each in late] == [not asked]


def test_what_a_person_says_to_be_no_acknowledgement_meets_nothing_and_the_next_one_is_asked_about() -> None:
    said = _bank_says(RECEIPT)
    mark = EventMark(id="m", dispute_id="d", event_id=said.event_id, tags=(NO_ACKNOWLEDGEMENT,))
    stated = Stated(complaints=(complaint("hk-institution", date(2025, 3, 1)),), marks=(mark,))
    assert not stated.tags[said.event_id]  # it tells nothing against them
    assert said.event_id not in stated.accepted
    denied = WorkingOut(BANK, date(2025, 6, 1), (said,), stated, NO_DOCUMENTS)
    assert _said_late(denied) == ["acknowledge", "answer"]
    assert "D" in {each.rule.id for each in findings(denied.situation)}
    later = message("2025-03-05T10:00", text="We acknowledge your complaint.", number="")
    again = WorkingOut(BANK, date(2025, 6, 1), (said, later._replace(party=BANK.institution)), stated, NO_DOCUMENTS)
    assert [each.perhaps_met_by for each in again.ladder.clocks if each.perhaps_met_on] == [later.event_id]


def test_only_its_own_whole_number_makes_an_entry_after_it_an_acknowledgement() -> None:
    for text, asked in (("閣下個案 260919-0042 處理中。", True), ("閣下個案 1260919-00421 處理中。", False)):
        found = _worked_out(_bank_says(text), reference="260919-0042")
        [period] = [each for each in found.ladder.clocks if each.deadline.clock.is_acknowledgement]
        assert period.perhaps_met_on == (date(2025, 3, 4) if asked else None)
    before = message("2025-02-20T10:00", text=RECEIPT, number="")._replace(party=BANK.institution)
    assert _said_late(_worked_out(before, reply_ids=(before.event_id,))) == ["acknowledge", "answer"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("閣下的投訴CMP-260919-0042已處理完畢，決定退還300元，處理結果見附件。", True),
        ("您的投诉已办结。", True),
        ("关于您反映的问题，现答复如下：……", True),
        ("您投诉的问题经核实，系统记录无误，不予退款。", True),
        ("We have concluded our investigation of your complaint.", True),
        ("Your complaint has not been upheld.", True),
        ("CMP-260919-0042：詳見附件。", True),  # it names the number, and is neither receipt nor news on the way
        (RECEIPT, False),
        ("您的投诉尚未处理完毕。", False),
        ("您的投诉CMP-260919-0042处理中，请耐心等待。", False),
        ("投诉处理完毕后将答复您。", False),
        ("Once we have concluded our review of your complaint, you will hear from us.", False),
        ("您的贷款已处理完毕。", False),
        ("Your complaint has not been resolved yet.", False),
        ("CMP-260919-00421：詳見附件。", False),
    ],
)
def test_what_may_be_the_answer_is_asked_and_nobody_is_late_meanwhile(text: str, asked: bool) -> None:
    found = _worked_out(_bank_says(text), reference="CMP-260919-0042")
    assert bool(found.ladder.perhaps_answered) is asked
    assert ("answer" in _said_late(found)) is not asked
    charted = ladder_chart(found.ladder, found.told.stated.complaints, found.today)
    assert charted is not None
    assert bool(charted.unanswered) is not asked


def test_what_was_received_or_is_looked_into_under_its_number_waits_for_a_final_answer_only() -> None:
    for text, has_news in (("CMP-260919-0042已受理並轉交處理。", True), ("已收到您的投訴。", False)):
        found = _worked_out(_bank_says(text), reference="CMP-260919-0042")
        charted = ladder_chart(found.ladder, found.told.stated.complaints, found.today)
        assert charted is not None
        assert [each.has_news for each in charted.unanswered] == [has_news]


def test_who_says_whether_it_is_the_answer_is_not_asked_again() -> None:
    said = _bank_says("閣下的投訴CMP-260919-0042已處理完畢。")
    for facts in ({"replied_on": date(2025, 3, 4)}, {"reply_ids": (said.event_id,)}):
        assert not _worked_out(said, **facts).ladder.perhaps_answered
    mark = EventMark(id="m", dispute_id="d", event_id=said.event_id, tags=(NO_ANSWER,))
    stated = Stated(complaints=(complaint("hk-institution", date(2025, 3, 1)),), marks=(mark,))
    denied = WorkingOut(BANK, date(2025, 6, 1), (said,), stated, NO_DOCUMENTS)
    assert "answer" in _said_late(denied)
    assert not stated.tags[said.event_id]


def test_who_knows_no_events_says_of_no_complaint_that_it_was_not_acknowledged() -> None:
    filed, today = complaint("hk-institution", date(2025, 3, 1)), date(2025, 3, 20)
    assert periods_of(HK, DisputeType.OTHER, complaints=[filed], today=today).last_overdue(today) is None
