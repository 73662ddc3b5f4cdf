"""Which periods run across bodies, from days that no filing has, and where a dispute can go next."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint, ComplaintOutcome, Institution, Lender
from evidence_app.rules.data_requests import law_of_data
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.ladder import Ladder, ladder_of
from evidence_app.rules.letter_scope import OF_DATA
from evidence_app.rules.sources import Confidence, HowRead
from evidence_app.rules.territories import Territory, territory_of
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.situations import message

CN, TW, GB, HK, US, EU = map(Territory.of, ("CN", "TW", "GB", "HK", "US", "EU"))
LOAN, PORTAL, SERVICE = DisputeType.UNAUTHORISED_LOAN, DisputeType.LOAN_PORTAL, DisputeType.POOR_SERVICE
BLOCKED = DisputeType.WITHDRAWAL_BLOCKED
STOLEN, SMS, TOPUP = DisputeType.ACCOUNT_STOLEN, DisputeType.MISDIRECTED_SMS, DisputeType.TOPUP_FAILED


DISPUTE = Dispute(
    id="d",
    title="t",
    type=BLOCKED,
    institution="速融宝",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    zone_name="Asia/Shanghai",
)
SAID = Stated(institution=Institution(id="i", dispute_id="d", numbers=("95500",)))


def filed(body: str, day: date | None, **facts: object) -> Complaint:
    return Complaint(id=f"c-{body}", dispute_id="d", body=body, filed_on=day, **facts)  # type: ignore[arg-type]


def known(**facts: object) -> Institution:
    return Institution(id="i", dispute_id="d", **facts)  # type: ignore[arg-type]


def ends(found: Ladder, body: str) -> dict[str, date]:
    return {each.deadline.clock.id: each.deadline.day for each in found.clocks if each.body.id == body}


def following(found: Ladder) -> str | None:
    return found.next_step.body.id if found.next_step is not None else None


# -- periods that another body's answer starts ----------------------------------------------------


def test_the_time_to_apply_to_taiwans_ombudsman_runs_from_the_institutions_answer() -> None:
    complaint = filed("tw-institution", date(2026, 10, 1), replied_on=date(2026, 10, 20))
    found = ladder_of(TW, SERVICE, [complaint], date(2026, 11, 24))
    running = found.periods.next_deadline(date(2026, 11, 24))
    assert running is not None
    assert (running.body.id, running.deadline.day) == ("tw-foi", date(2026, 12, 21))  # the 19th is a Saturday
    assert running.complaint_id == complaint.id


def test_the_ombudsmans_own_answer_starts_no_time_to_apply_to_it() -> None:
    complaints = [
        filed("tw-institution", date(2026, 7, 1), replied_on=date(2026, 7, 20)),
        filed("tw-foi", date(2026, 8, 3), replied_on=date(2026, 11, 20)),
    ]
    found = ladder_of(TW, SERVICE, complaints, date(2026, 11, 24))
    assert ends(found, "tw-foi") == {"apply": date(2026, 9, 18)}
    assert [(each.stopped, each.met_on, each.days_late) for each in found.clocks if each.body.id == "tw-foi"] == [
        (True, date(2026, 8, 3), 0)
    ]
    assert found.periods.next_deadline(date(2026, 11, 24)) is None


def test_without_an_answer_it_runs_from_the_end_of_the_institutions_time_and_not_before() -> None:
    complaint = filed("tw-institution", date(2026, 10, 1))
    assert ends(ladder_of(TW, SERVICE, [complaint], date(2026, 10, 31)), "tw-foi") == {}
    assert ends(ladder_of(TW, SERVICE, [complaint], date(2026, 11, 2)), "tw-foi") == {}, "31 October is a Saturday"
    assert ends(ladder_of(TW, SERVICE, [complaint], date(2026, 11, 3)), "tw-foi") == {"apply": date(2026, 12, 30)}
    late = filed("tw-institution", date(2026, 10, 1), replied_on=date(2026, 11, 10))
    assert ends(ladder_of(TW, SERVICE, [late], date(2026, 11, 11)), "tw-foi") == {"apply": date(2026, 12, 30)}


@pytest.mark.parametrize("outcome", [ComplaintOutcome.UPHELD, ComplaintOutcome.WITHDRAWN])
def test_nothing_is_left_to_apply_for_where_the_complaint_was_upheld_or_withdrawn(outcome: ComplaintOutcome) -> None:
    complaint = filed("tw-institution", date(2026, 10, 1), replied_on=date(2026, 10, 20), outcome=outcome)
    assert ends(ladder_of(TW, SERVICE, [complaint], date(2026, 11, 24)), "tw-foi") == {}
    reviewed = filed("cn-institution", date(2026, 9, 1), replied_on=date(2026, 9, 5), outcome=outcome)
    assert "review" not in ends(ladder_of(CN, SERVICE, [reviewed], date(2026, 9, 20)), "cn-institution")


def test_an_answer_of_an_unknown_day_starts_nothing_that_might_end_too_late() -> None:
    complaint = filed("tw-institution", date(2026, 9, 1), outcome=ComplaintOutcome.REFUSED)
    assert ends(ladder_of(TW, SERVICE, [complaint], date(2026, 11, 24)), "tw-foi") == {}


def test_an_application_that_was_not_taken_meets_no_time_to_apply() -> None:
    complaints = [
        filed("tw-institution", date(2026, 10, 1), replied_on=date(2026, 10, 20)),
        filed("tw-foi", date(2026, 10, 10), outcome=ComplaintOutcome.NOT_TAKEN),
    ]
    found = ladder_of(TW, SERVICE, complaints, date(2026, 11, 24))
    assert [each.stopped for each in found.clocks if each.deadline.clock.id == "apply"] == [False]


def test_the_uk_ombudsmans_six_months_run_from_the_final_response_only() -> None:
    answered = filed("uk-institution", date(2026, 3, 1), replied_on=date(2026, 4, 1))
    found = ladder_of(GB, SERVICE, [answered], date(2026, 9, 20))
    running = found.periods.next_deadline(date(2026, 9, 20))
    assert running is not None
    assert (running.body.id, running.deadline.day) == ("uk-fos", date(2026, 10, 1))
    silent = ladder_of(GB, SERVICE, [filed("uk-institution", date(2026, 3, 1))], date(2026, 9, 20))
    assert ends(silent, "uk-fos") == {}


def test_a_day_after_a_sunday_neither_ends_ones_own_time_nor_makes_a_filing_late() -> None:
    """In the UK no rule is known that moves it: the safe day stays the deadline, and nobody says that it is over."""
    answered, monday = filed("uk-institution", date(2026, 4, 20), replied_on=date(2026, 5, 29)), date(2026, 11, 30)
    waiting = ladder_of(GB, SERVICE, [answered], monday)
    running = waiting.periods.next_deadline(monday)
    assert running is not None
    assert (running.deadline.day, running.deadline.perhaps_to) == (date(2026, 11, 29), monday)
    assert (waiting.lapsed, following(waiting)) == ((), "uk-fos")
    went = ladder_of(GB, SERVICE, [answered, filed("uk-fos", monday)], date(2026, 12, 2))
    assert [(each.stopped, each.days_met_after) for each in went.clocks if each.body.id == "uk-fos"][0] == (True, 0)
    tuesday = ladder_of(GB, SERVICE, [answered], date(2026, 12, 1))
    assert [each.body.id for each in tuesday.lapsed] == ["uk-fos"]


# -- periods from days that no filing has ----------------------------------------------------


def test_the_limitation_runs_from_the_day_that_the_person_states_and_from_no_other() -> None:
    today = date(2026, 11, 24)
    assert ends(ladder_of(CN, LOAN, [], today), "cn-court") == {}
    found = ladder_of(CN, LOAN, [], today, known(knew_on=date(2025, 2, 27)))
    assert ends(found, "cn-court") == {"limitation": date(2028, 2, 28)}  # the 27th is a Sunday
    running = found.periods.next_deadline(today)
    assert running is not None
    assert (running.body.id, running.complaint_id) == ("cn-court", "")
    assert ends(ladder_of(HK, LOAN, [], today, known(knew_on=date(2025, 2, 27))), "hk-fdrc") == {
        "limitation": date(2027, 2, 27)
    }


def test_what_was_filed_at_the_court_in_time_meets_the_limitation_and_a_complaint_elsewhere_does_not() -> None:
    stated, today = known(knew_on=date(2024, 5, 6)), date(2026, 11, 24)
    elsewhere = ladder_of(CN, LOAN, [filed("cn-nfra", date(2026, 11, 2))], today, stated)
    assert [each.stopped for each in elsewhere.clocks if each.body.id == "cn-court"] == [False]
    court = ladder_of(CN, LOAN, [filed("cn-court", date(2026, 11, 2))], today, stated)
    assert [(each.stopped, each.met_on) for each in court.clocks] == [(True, date(2026, 11, 2))]


def test_an_error_is_told_to_the_bank_within_its_days_from_the_statement() -> None:
    stated = known(statement_on=date(2026, 10, 5))
    found = ladder_of(US, STOLEN, [], date(2026, 11, 24), stated)
    assert ends(found, "us-reg-e") == {"notify": date(2026, 12, 4)}
    told = ladder_of(US, STOLEN, [filed("us-reg-e", date(2026, 10, 9))], date(2026, 11, 24), stated)
    assert [each.met_on for each in told.clocks if each.deadline.clock.id == "notify"] == [date(2026, 10, 9)]


@pytest.mark.parametrize(
    ("circumstances", "investigate", "extended"),
    [((), 10, 45), (("new_account",), 20, 90), (("point_of_sale",), 10, 90), (("foreign_initiated",), 10, 90)],
)
def test_a_new_account_has_the_longer_periods_and_never_both(
    circumstances: tuple[str, ...], investigate: int, extended: int
) -> None:
    complaint = filed("us-reg-e", date(2026, 10, 9))
    found = ladder_of(US, STOLEN, [complaint], date(2026, 10, 12), known(circumstances=circumstances))
    assert [each.deadline.clock.length for each in found.clocks] == [investigate, extended]


# -- what comes next ----------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        (LOAN, "cn-police", "cn-institution"),
        (STOLEN, "cn-police", "cn-institution"),
        (SMS, "cn-12321", "cn-pi-rights"),
        (SERVICE, "cn-12315", "cn-institution"),
        (SERVICE, "cn-nfra", "cn-institution"),
        (LOAN, "cn-pi-rights", "cn-institution"),
        (SERVICE, "黑猫", "cn-institution"),
        (PORTAL, "cn-police", "cn-institution"),
    ],
)
def test_after_a_step_out_of_order_the_lowest_untried_one_is_next(kind: DisputeType, body: str, expected: str) -> None:
    found = ladder_of(CN, kind, [filed(body, date(2026, 9, 1))], date(2026, 9, 2))
    assert following(found) == expected


def test_whoever_paid_a_portal_goes_to_the_police_first() -> None:
    assert following(ladder_of(CN, PORTAL, [], date(2026, 9, 1))) == "cn-police"
    assert following(ladder_of(CN, SERVICE, [], date(2026, 9, 1))) == "cn-institution"


def test_whoever_was_robbed_of_an_account_is_sent_to_the_police_as_the_checklist_says_before_any_mediation() -> None:
    told = [filed("cn-institution", date(2026, 9, 1)), filed("cn-pboc", date(2026, 9, 2))]
    assert following(ladder_of(CN, STOLEN, told, date(2026, 9, 20))) == "cn-police"
    assert following(ladder_of(CN, STOLEN, [*told, filed("cn-police", date(2026, 9, 3))], date(2026, 9, 20))) != (
        "cn-police"
    )


@pytest.mark.parametrize(
    ("place", "police"),
    [(TW, "tw-police"), (HK, "hk-police"), (US, "us-police"), (GB, "uk-police"), (EU, "eu-police")],
)
def test_every_place_has_a_police_step_as_the_mainland_has(place: Territory, police: str) -> None:
    assert following(ladder_of(place, PORTAL, [], date(2026, 9, 1))) == police
    for kind in (LOAN, STOLEN):
        assert police in [each.body.id for each in ladder_of(place, kind, [], date(2026, 9, 1)).possible]
    assert police not in [each.body.id for each in ladder_of(place, SERVICE, [], date(2026, 9, 1)).possible]


@pytest.mark.parametrize(("place", "police"), [(CN, "cn-police"), (TW, "tw-police"), (HK, "hk-police")])
def test_where_money_is_demanded_before_a_withdrawal_the_police_are_first(place: Territory, police: str) -> None:
    def found(*told: str) -> Ladder:
        return ladder_of(place, BLOCKED, [], date(2026, 9, 1), None, lambda recogniser: recogniser in told)

    assert following(found("unlocking_fee")) == police
    assert following(found()) != police


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("您的帳戶觸發風控，需先繳納保證金 NT$12,000 才能解除凍結", True),
        ("请先支付解冻费2000元", True),
        ("提现需先缴纳个人所得税金20%", True),
        ("Please pay a deposit of HK$5,000 to unfreeze your account", True),
        ("提现手续费0.1%，从余额中扣除", False),
        ("本平台不会要求您缴纳保证金才能解除冻结", False),
        ("您的账户已解除冻结，可以正常提现", False),
        ("租房押金已支付", False),
    ],
)
def test_money_demanded_before_a_withdrawal_is_known_by_its_words(text: str, demanded: bool) -> None:
    assert is_said("unlocking_fee", text) is demanded


def test_what_the_other_side_demands_puts_the_police_first_and_what_others_say_does_not() -> None:
    told = message("2025-03-01T10:00", text="需先繳納保證金 NT$12,000 才能解除凍結")

    def first(*events: Happening) -> str | None:
        return following(work_out(replace(DISPUTE, type=BLOCKED), events, SAID, date(2025, 6, 1)).ladder)

    assert first(told) == "cn-police"
    assert first(told._replace(direction=Direction.OUT)) != "cn-police"
    assert first(told._replace(number="13800000000")) != "cn-police"


def test_what_no_crime_is_suspected_in_goes_to_court_and_not_to_the_police() -> None:
    refused = [
        filed(each, date(2026, 5, 1), outcome=ComplaintOutcome.REFUSED)
        for each in ("cn-institution", "cn-nfra", "cn-association", "cn-12315")
    ]
    assert following(ladder_of(CN, SERVICE, refused, date(2026, 9, 1))) == "cn-court"
    assert following(ladder_of(CN, LOAN, refused, date(2026, 9, 1))) == "cn-police"


def test_a_regulator_that_does_not_take_it_leads_to_the_other_one() -> None:
    below = filed("cn-institution", date(2026, 5, 1), outcome=ComplaintOutcome.REFUSED)
    not_taken = filed("cn-nfra", date(2026, 6, 1), outcome=ComplaintOutcome.NOT_TAKEN)
    refused = filed("cn-nfra", date(2026, 6, 1), outcome=ComplaintOutcome.REFUSED)
    assert following(ladder_of(CN, SERVICE, [below, not_taken], date(2026, 9, 1))) == "cn-pboc"
    assert following(ladder_of(CN, SERVICE, [below, refused], date(2026, 9, 1))) == "cn-association"


def test_a_micro_lenders_customer_goes_to_the_local_bureau_and_by_no_period_of_banks() -> None:
    below, today = filed("cn-institution", date(2026, 5, 1), outcome=ComplaintOutcome.REFUSED), date(2026, 9, 1)
    micro = ladder_of(CN, LOAN, [below], today, lender=Lender.MICRO_LENDER)
    assert (following(micro), micro.clocks) == ("cn-local-bureau", ())
    unsaid = ladder_of(CN, LOAN, [below], today)
    assert following(unsaid) == "cn-nfra"
    assert unsaid.clocks
    named = ladder_of(CN, LOAN, [below], today, named=Lender.MICRO_LENDER)
    assert (following(named), named.clocks) == ("cn-nfra", ())
    [bureau] = [step.body for step in unsaid.steps if step.body.id == "cn-local-bureau"]
    assert (bureau.clocks, bureau.source.read) == ((), HowRead.UNCONFIRMED)
    refused = filed("cn-local-bureau", date(2026, 6, 1), outcome=ComplaintOutcome.NOT_TAKEN)
    assert following(ladder_of(CN, LOAN, [below, refused], today, lender=Lender.MICRO_LENDER)) == "cn-nfra"
    assert "cn-local-bureau" not in {step.body.id for step in ladder_of(CN, STOLEN, [], today).steps}


@pytest.mark.parametrize(
    ("place", "lender"),
    [("CN", Lender.UNLICENSED), ("HK", Lender.MONEY_LENDER), ("HK", Lender.UNLICENSED)],
)
def test_periods_of_banks_do_not_run_for_a_lender_that_is_none(place: str, lender: Lender) -> None:
    given, today = filed(f"{place.lower()}-institution", date(2026, 5, 1)), date(2026, 5, 3)
    assert ladder_of(Territory.of(place), LOAN, [given], today).clocks
    assert ladder_of(Territory.of(place), LOAN, [given], today, lender=lender).clocks == ()


def test_nothing_is_next_after_a_complaint_was_upheld_until_another_one_was_not() -> None:
    upheld = filed("cn-institution", date(2026, 9, 1), replied_on=date(2026, 9, 5), outcome=ComplaintOutcome.UPHELD)
    found = ladder_of(CN, SERVICE, [upheld], date(2026, 9, 20))
    assert (found.next_step, found.periods.next_deadline(date(2026, 9, 20)), found.is_waiting) == (None, None, False)
    again = filed("cn-nfra", date(2026, 10, 1), replied_on=date(2026, 10, 20), outcome=ComplaintOutcome.REFUSED)
    assert following(ladder_of(CN, SERVICE, [upheld, again], date(2026, 11, 20))) == "cn-association"
    partly = filed("cn-institution", date(2026, 9, 1), replied_on=date(2026, 9, 5), outcome=ComplaintOutcome.PARTLY)
    assert following(ladder_of(CN, SERVICE, [partly], date(2026, 9, 20))) == "cn-nfra"


def test_while_a_lower_step_may_still_answer_the_upper_one_waits() -> None:
    pending = filed("cn-institution", date(2026, 9, 1))
    found = ladder_of(CN, SERVICE, [pending], date(2026, 9, 10))
    assert (found.next_step, found.is_waiting) == (None, True)
    assert following(ladder_of(CN, SERVICE, [pending], date(2026, 9, 20))) == "cn-nfra"


def test_a_request_for_ones_data_holds_no_complaint_up() -> None:
    asked = [filed("cn-institution", date(2026, 8, 1), outcome=ComplaintOutcome.REFUSED)]
    asked.append(filed("cn-pi-rights", date(2026, 9, 1)))
    assert following(ladder_of(CN, LOAN, asked, date(2026, 9, 2))) == "cn-nfra"


def test_a_mediator_that_refuses_too_early_comes_after_the_firms_whole_time() -> None:
    bank = [filed("hk-institution", date(2026, 7, 1))]
    assert following(ladder_of(HK, SERVICE, bank, date(2026, 8, 15))) is None  # unacknowledged, and 30 days are over
    assert following(ladder_of(HK, SERVICE, bank, date(2026, 9, 1))) == "hk-fdrc"
    watched = [*bank, filed("hk-hkma", date(2026, 8, 1))]  # which has no period, and holds nobody up
    assert following(ladder_of(HK, SERVICE, watched, date(2026, 9, 1))) == "hk-fdrc"
    assert {each.body.id for each in ladder_of(HK, SERVICE, watched, date(2026, 9, 1)).clocks} == {"hk-institution"}
    firm = [filed("tw-institution", date(2026, 10, 1))]
    assert following(ladder_of(TW, SERVICE, firm, date(2026, 11, 2))) is None  # the 31st is a Saturday
    assert following(ladder_of(TW, SERVICE, firm, date(2026, 11, 3))) == "tw-foi"


# -- places ----------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "territory"),
    [
        ("America/Detroit", US),
        ("America/Boise", US),
        ("America/Indiana/Indianapolis", US),
        ("Pacific/Honolulu", US),
        ("Europe/Berlin", EU),
        ("Europe/Dublin", EU),
        ("Europe/Paris", EU),
        ("Asia/Kashgar", CN),
        ("Europe/Belfast", GB),
        ("Europe/Zurich", None),
        ("Asia/Macau", None),
        ("America/Toronto", None),
    ],
)
def test_a_zone_has_the_ladder_of_its_place_and_of_no_other(zone: str, territory: Territory | None) -> None:
    assert territory_of(ZoneInfo(zone)) == territory


@pytest.mark.parametrize(
    ("place", "court"), [(TW, "tw-court"), (HK, "hk-court"), (US, "us-court"), (GB, "uk-court"), (CN, "cn-court")]
)
def test_every_ladder_ends_at_a_court(place: Territory, court: str) -> None:
    assert [each.body.id for each in ladder_of(place, SERVICE, [], date(2026, 9, 1)).possible][-1] == court


def test_a_us_lender_is_told_before_the_regulator_and_a_collector_beside_it() -> None:
    assert following(ladder_of(US, LOAN, [], date(2026, 9, 20))) == "us-institution"
    harassed = ladder_of(US, DisputeType.HARASSMENT, [], date(2026, 9, 20))
    assert [each.body.id for each in harassed.steps] == [
        *("us-institution", "us-reg-f", "us-cfpb"),
        *("us-police", "us-court"),
    ]
    told = [filed("us-institution", date(2026, 9, 1), outcome=ComplaintOutcome.REFUSED)]
    assert following(ladder_of(US, DisputeType.HARASSMENT, told, date(2026, 9, 20))) == "us-cfpb"
    assert "us-institution" not in [each.body.id for each in ladder_of(US, STOLEN, [], date(2026, 9, 20)).steps]


@pytest.mark.parametrize("kind", [DisputeType.REFUND_REFUSED, DisputeType.HARASSMENT, STOLEN])
def test_a_debt_is_first_disputed_in_writing_where_a_person_says_that_a_us_collector_demands_it(
    kind: DisputeType,
) -> None:
    collector = known(circumstances=("debt_collector",))
    on = date(2026, 9, 20)
    found = ladder_of(US, kind, [], on, collector)
    assert (following(found), found.clocks) == ("us-reg-f", ())
    for other in (None, known(circumstances=("own_debts",))):
        assert following(ladder_of(US, kind, [], on, other)) != "us-reg-f"
    assert following(ladder_of(GB, kind, [], on, collector)) != "us-reg-f"
    told = [filed("us-reg-f", date(2026, 9, 1))]
    assert following(ladder_of(US, kind, told, on, collector)) == "us-cfpb"
    assert ladder_of(US, kind, [], on, collector).steps[0].body.citation.confidence is Confidence.MEDIUM


def test_whoever_told_the_collector_already_is_not_sent_back_to_it() -> None:
    told = [filed("us-institution", date(2026, 9, 1), outcome=ComplaintOutcome.REFUSED)]
    collector = known(circumstances=("debt_collector",))
    found = ladder_of(US, DisputeType.REFUND_REFUSED, told, date(2026, 9, 20), collector)
    assert following(found) == "us-cfpb"
    assert "us-reg-f" in [each.body.id for each in found.possible]


def test_an_unauthorised_payment_is_told_to_the_firm_first_which_refunds_by_the_next_working_day() -> None:
    told = [filed("uk-payment", date(2026, 9, 18))]  # a Friday
    assert following(ladder_of(GB, STOLEN, [], date(2026, 9, 18))) == "uk-payment"
    assert ends(ladder_of(GB, STOLEN, told, date(2026, 9, 19)), "uk-payment") == {"refund": date(2026, 9, 21)}
    assert following(ladder_of(GB, STOLEN, told, date(2026, 9, 22))) == "uk-institution"
    assert "uk-payment" not in [each.body.id for each in ladder_of(GB, SERVICE, [], date(2026, 9, 18)).steps]


def test_a_uk_complaint_about_a_payment_has_the_shorter_periods_too() -> None:
    def lengths(kind: DisputeType) -> list[tuple[str, int]]:
        found = ladder_of(GB, kind, [filed("uk-institution", date(2026, 9, 1))], date(2026, 9, 2))
        return [(each.deadline.clock.id, each.deadline.clock.length) for each in found.clocks]

    assert lengths(TOPUP) == [("final", 8), ("payment", 15), ("payment-extended", 35)]
    assert lengths(LOAN) == [("final", 8)]


def test_in_the_eu_an_unauthorised_payment_is_refunded_by_the_next_business_day_and_days_off_are_not_known() -> None:
    assert following(ladder_of(EU, STOLEN, [], date(2026, 9, 18))) == "eu-payment"
    told = [filed("eu-payment", date(2026, 9, 18))]
    [running] = ladder_of(EU, STOLEN, told, date(2026, 9, 19)).clocks
    assert (running.deadline.day, running.deadline.calendar_known) == (date(2026, 9, 21), False)
    assert following(ladder_of(EU, STOLEN, told, date(2026, 9, 22))) == "eu-institution"


def test_in_the_eu_a_complaint_goes_to_the_firm_the_supervisor_and_the_ombudsman() -> None:
    refused: list[Complaint] = []
    went = []
    while (step := following(ladder_of(EU, LOAN, refused, date(2026, 9, 20)))) is not None:
        went.append(step)
        refused.append(filed(step, date(2026, 9, 1), outcome=ComplaintOutcome.REFUSED))
    assert went == ["eu-institution", "eu-authority", "eu-fin-net", "eu-police"]


def test_in_the_eu_periods_are_those_of_payments_and_of_data_alone() -> None:
    def lengths(kind: DisputeType, body: str) -> list[tuple[str, int]]:
        clocks = ladder_of(EU, kind, [filed(body, date(2026, 9, 1))], date(2026, 9, 2)).clocks
        return [(each.deadline.clock.id, each.deadline.clock.length) for each in clocks]

    assert lengths(TOPUP, "eu-institution") == [("payment", 15), ("payment-extended", 35)]
    assert lengths(LOAN, "eu-institution") == []
    assert lengths(DisputeType.MISDIRECTED_SMS, "eu-pi-rights") == [("answer", 1), ("extended", 3)]
    assert lengths(DisputeType.MISDIRECTED_SMS, "eu-dpa") == [("progress", 3)]


def test_in_the_eu_who_is_no_customer_begins_with_the_data() -> None:
    steps = ladder_of(EU, DisputeType.MISDIRECTED_SMS, [], date(2026, 9, 2)).steps
    assert [each.body.id for each in steps][:2] == ["eu-pi-rights", "eu-institution"]
    assert all(law_of_data(EU, kind) for kind in OF_DATA)


def test_media_and_platforms_stand_there_with_their_risks_and_are_never_what_comes_next() -> None:
    refused = [
        filed(each.body.id, date(2026, 5, 1), outcome=ComplaintOutcome.REFUSED)
        for each in ladder_of(CN, SERVICE, [], date(2026, 9, 1)).steps
        if each.body.id != "cn-platform"
    ]
    found = ladder_of(CN, SERVICE, refused, date(2026, 9, 1))
    assert found.next_step is None
    assert found.steps[-1].body.id == "cn-platform"
