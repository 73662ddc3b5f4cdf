"""What a name says that the lender is, is asked: nobody is late by a bank's period before the answer."""

from dataclasses import replace
from datetime import date

import pytest

from evidence_app.domain.workspace import ComplaintOutcome, Lender, LoanTerms
from evidence_app.phrases import Language
from evidence_app.rules.stated import Stated
from evidence_app.rules.workspace import Workspace, work_out
from tests.unit.rules.disputes import DISPUTE, complaint

TODAY = date(2026, 11, 27)


MICRO = "闪银小额贷款有限公司"


def _terms(lender: Lender) -> LoanTerms:
    return LoanTerms(id="l", dispute_id="d", lender=lender)


def found(institution: str, lender: Lender = Lender.NOT_SAID) -> Workspace:
    filed = [complaint("cn-institution", date(2026, 8, 1)), complaint("cn-nfra", date(2026, 8, 2))]
    terms = LoanTerms(id="l", dispute_id="d", lender=lender) if lender else None
    return work_out(replace(DISPUTE, institution=institution), [], Stated(complaints=filed, loan=terms), TODAY)


@pytest.mark.parametrize("name", ["闪银小额贷款有限公司", "閃銀小額貸款有限公司"])
def test_a_lender_whose_name_says_what_it_is_is_late_by_no_period_of_banks_until_somebody_says_so(name: str) -> None:
    asked = found(name)
    assert asked.ladder.periods.last_overdue(TODAY) is None
    assert not any(each.deadline.clock.statutory for each in asked.ladder.clocks)
    assert asked.lender_question is not None
    assert "小额贷款公司" in asked.lender_question.says(Language.ZH_HANS)
    assert asked.may_have_loan
    said = found(name, Lender.LICENSED)
    assert said.ladder.periods.last_overdue(TODAY) is not None
    assert said.lender_question is None


def test_where_no_period_is_known_the_next_step_says_that_the_institution_has_none_and_no_number_of_days() -> None:
    filed = [complaint("cn-institution", date(2026, 11, 20))]
    asked, said, licensed = (
        work_out(replace(DISPUTE, institution=MICRO), [], Stated(complaints=filed, loan=_terms(lender)), TODAY)
        for lender in (Lender.NOT_SAID, Lender.MICRO_LENDER, Lender.LICENSED)
    )
    for each in (asked, said):
        assert each.ladder.next_step is not None
        assert [step.body.id for step in each.ladder.without_period] == ["cn-institution"]
    assert licensed.ladder.without_period == ()  # its period runs: nothing is next
    for other in (
        replace(filed[0], outcome=ComplaintOutcome.REFUSED),
        replace(filed[0], filed_on=None),  # of an unknown day, no period could be counted anyway
        complaint("cn-police", date(2026, 11, 20)),
    ):
        told = work_out(replace(DISPUTE, institution=MICRO), [], Stated(complaints=[other]), TODAY)
        assert told.ladder.without_period == ()


def test_of_another_name_nothing_is_asked() -> None:
    other = found("速融宝")
    assert other.ladder.periods.last_overdue(TODAY) is not None
    assert other.lender_question is None
