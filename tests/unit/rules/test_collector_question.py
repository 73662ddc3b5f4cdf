"""Whether the other side collects for others is asked where its words or names suggest it, never taken for so."""

from dataclasses import replace

import pytest

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import InstitutionType
from evidence_app.phrases import Language
from evidence_app.rules.collector_question import collector_question
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.findings import findings
from evidence_app.rules.parties import called
from evidence_app.rules.situation import Situation
from evidence_app.rules.territories import Territory
from tests.unit.rules.situations import call, message, situation

TW, US = Territory.of("TW"), Territory.of("US")
AT_NIGHT = call("2026-03-01T23:00:00")
COMMISSIONED = message("2026-03-02T10:00:00", text="本公司受遠東銀行委託，請儘速繳清帳款。")


def given(*happenings: Happening, territory: Territory = TW) -> Situation:
    made = situation(*happenings, kind=DisputeType.HARASSMENT, territory=territory)
    return replace(made, names=frozenset({called("速融寶")}))


def test_where_their_words_say_for_whom_they_collect_it_is_asked_and_nothing_is_found_before_the_answer() -> None:
    told = given(AT_NIGHT, COMMISSIONED)
    asked = collector_question(told)
    assert asked is not None
    assert (asked.asked, asked.event_ids) == (InstitutionType.OUTSOURCED_COLLECTOR, (COMMISSIONED.event_id,))
    assert "委外催收的時段" in asked.says(Language.ZH_HANT)
    assert "C10" not in {each.rule.id for each in findings(told)}
    for answer in (InstitutionType.OUTSOURCED_COLLECTOR, InstitutionType.OWN_DEBTS, InstitutionType.DEBT_COLLECTOR):
        said = replace(told, circumstances=frozenset(answer.circumstances))
        assert collector_question(said) is None
        assert ("C10" in {each.rule.id for each in findings(said)}) is (answer is InstitutionType.OUTSOURCED_COLLECTOR)


def test_another_companys_name_is_a_reason_to_ask_and_the_institutions_own_is_not() -> None:
    other = AT_NIGHT._replace(party="誠信資產管理股份有限公司")
    assert collector_question(given(other)) is not None
    assert collector_question(given(message("2026-03-01T23:00:00", text="【中租資產管理】請繳款"))) is not None
    own = replace(given(other), names=frozenset({called("誠信資產管理")}))
    asked = collector_question(own)
    assert asked is not None  # by the institution's own name, without an event
    assert asked.event_ids == ()
    bank = replace(given(AT_NIGHT._replace(party="遠東銀行客服")), names=frozenset({called("遠東銀行")}))
    assert collector_question(bank) is None


def test_nothing_is_asked_where_nothing_depends_on_it() -> None:
    assert collector_question(given(call("2026-03-01T12:00:00"), COMMISSIONED)) is None  # by day
    assert collector_question(given(AT_NIGHT, COMMISSIONED, territory=Territory.of("CN"))) is None
    written = message("2026-03-02T10:00:00", Direction.OUT, "你們受銀行委託催收嗎？帳款多少")
    assert collector_question(given(AT_NIGHT, written)) is None
    others = message("2026-03-02T10:00:00", text="本公司受遠東銀行委託，請繳清帳款。", number="10690001")
    assert collector_question(given(AT_NIGHT, others)) is None


def test_in_the_us_it_is_asked_whether_it_is_a_debt_collector() -> None:
    mini = message("2026-03-02T10:00:00", text="This is an attempt to collect a debt. Any information will be used.")
    asked = collector_question(given(AT_NIGHT, mini, territory=US))
    assert asked is not None
    assert asked.asked is InstitutionType.DEBT_COLLECTOR


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("我司受某某银行委托，就您的逾期账款与您联系", True),
        ("您的帳款已委外催收，請聯絡承辦人員", True),
        ("您的欠款已委託誠信公司催收", True),
        ("We write on behalf of Northbank about your balance of £300.", True),
        ("We are a debt collector.", True),
        ("本公司未委託任何第三人催收欠款", False),
        ("如未繳款，將委託第三人催收", False),
        ("您委託代繳的水費已逾期", False),
        ("您的逾期款項已受理", False),
        ("We paid on behalf of you the amount you owe.", False),
        ("Beware: scammers call on behalf of banks to collect money", False),
        ("We will pass your debt to a collection agency", False),
    ],
)
def test_words_of_collecting_for_others(text: str, is_so: bool) -> None:
    assert is_said("collects_for_others", text) is is_so
