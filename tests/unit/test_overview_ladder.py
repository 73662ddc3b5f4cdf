"""The ladder as the command line prints it."""

from dataclasses import replace
from datetime import date

import pytest

from evidence_app.commands import Call
from evidence_app.domain.workspace import Institution
from evidence_app.overview_ladder import ladder_lines
from evidence_app.overview_words import say_overview
from evidence_app.phrases import Language
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.disputes import DISPUTE, TODAY, complaint
from tests.unit.rules.situations import message


def test_a_body_that_is_not_known_is_named_once_with_all_that_was_filed_there() -> None:
    filed = [complaint(body, date(2025, 3, day)) for body, day in (("区里", 1), ("街道", 2), ("区里", 3))]
    found = work_out(DISPUTE, (), Stated(complaints=filed), TODAY)
    lines = list(ladder_lines(Call(None, Language.EN, as_json=False), found))
    named = lines[lines.index("Ladder: 区里") :]
    days = [next((day for day in ("2025-03-01", "2025-03-02", "2025-03-03") if day in each), each) for each in named]
    assert days == ["Ladder: 区里", "2025-03-01", "2025-03-03", "Ladder: 街道", "2025-03-02"]


def test_a_period_that_was_perhaps_met_is_asked_with_the_way_to_answer_and_no_extension_that_is_over_lies_ahead() -> (
    None
):
    filed = complaint("hk-institution", date(2025, 3, 1))
    said = message("2025-03-04T10:00", text="已收到閣下的投訴", number="")._replace(party=DISPUTE.institution)
    dispute = replace(DISPUTE, zone_name="Asia/Hong_Kong")
    found = work_out(dispute, (said,), Stated(complaints=[filed]), TODAY)
    lines = list(ladder_lines(Call(None, Language.EN, as_json=False), found))
    [asked] = [each for each in lines if "perhaps done on 2025-03-04" in each]
    assert f"complaint {filed.id} --accepted 2025-03-04" in asked
    assert f"mark {dispute.id} {said.event_id} no_acknowledgement" in asked
    [longest] = [each for each in lines if "2025-04-30" in each]
    assert longest.endswith("which is not recorded; it would have ended on 2025-04-30")


def test_what_may_be_the_answer_is_asked_once_with_the_ways_to_say_so_and_no_complaint_waits_meanwhile(
    capsys: pytest.CaptureFixture[str],
) -> None:
    filed = complaint("cn-institution", date(2025, 3, 1))
    said = message("2025-03-04T10:00", text="您的投诉已办结", number="")._replace(party=DISPUTE.institution)
    say_overview(Call(None, Language.EN, as_json=False), work_out(DISPUTE, (said,), Stated(complaints=[filed]), TODAY))
    told = capsys.readouterr().out
    [asked] = [each for each in told.splitlines() if "no_answer" in each]
    assert f"complaint {filed.id} --replied 2025-03-04 --replies {said.event_id}" in asked
    assert f"mark {DISPUTE.id} {said.event_id} no_answer" in asked
    assert "Waits for an answer" not in told
    assert "ran out" not in told


def test_what_a_written_dispute_brings_against_a_us_collector_is_told_though_another_step_is_next() -> None:
    collector = Institution(id="i", dispute_id="d", circumstances=("debt_collector",))
    stated = Stated(complaints=[complaint("us-institution", date(2025, 3, 1))], institution=collector)
    found = work_out(replace(DISPUTE, zone_name="America/New_York"), (), stated, TODAY)
    lines = list(ladder_lines(Call(None, Language.EN, as_json=False), found))
    there = lines.index("Ladder: US debt collector (written dispute of the debt)")
    told = "  Collection ceases until the debt is verified. After the validation period it may not have that effect."
    assert lines[there + 2] == told
    assert "confidence: medium" in lines[there + 3]
