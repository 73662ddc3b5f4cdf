"""What a dispute amounts to, on the command line: stated, told in words and in JSON."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from evidence_app.__main__ import main
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.exhibits import custody_history
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session, open_session
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, Event, EventKind, Outcome
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, choose
from evidence_app.domain.workspace import Complaint, Institution, LoanTerms
from evidence_app.narration import narrate
from evidence_app.phrases import Language
from tests.unit.actions.stated import kept, promise_in


def typed_day(day: str) -> EventTime:
    return choose([ClockReading(datetime.fromisoformat(day), Precision.DAY, TimeSource.TYPED, 100)])


def test_findings_and_overview_name_what_was_counted_and_what_depends_on_whose_numbers_are_stated(
    session: Session, dispute: Dispute, night_call: Event, capsys: pytest.CaptureFixture[str]
) -> None:
    session.close()
    command = ["--vault", str(session.folder), "--lang", "en"]
    assert main([*command, "overview", dispute.id, "--json"]) == 0
    told = capsys.readouterr()
    [limit] = json.loads(told.out)["limits"]
    assert limit["figures"] == ["first_reply_s", "agents", "promises", "promise_counts", "money"]
    assert (limit["contacts"][0]["events"], limit["contacts"][0]["samples"]) == (1, [night_call.id])
    assert "95500" in told.err
    assert main([*command, "institution", dispute.id, "--numbers", "95500"]) == 0
    assert main([*command, "overview", dispute.id, "--json"]) == 0
    assert '"limits": []' in capsys.readouterr().out
    assert main([*command, "findings", dispute.id, "--json"]) == 0
    found = {each["rule"]: each for each in json.loads(capsys.readouterr().out)["findings"]}
    assert (found["C1"]["event_count"], found["C1"]["samples"]) == (1, [night_call.id])


def test_reminders_of_ones_own_evidence_are_told_apart_and_behind_what_others_did(
    session: Session, dispute: Dispute, exhibit: Exhibit, capsys: pytest.CaptureFixture[str]
) -> None:
    session.close()
    assert exhibit.dispute_id == dispute.id
    command = ["--vault", str(session.folder), "--lang", "en", "findings", dispute.id]
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Nothing was found that departs from a standard."
    assert "in no dossier" in lines[1]
    assert lines[2].startswith("E1-anchor")
    assert main([*command, "--json"]) == 0
    [reminder] = json.loads(capsys.readouterr().out)["findings"]
    assert (reminder["rule"], reminder["about"]) == ("E1-anchor", "evidence")


def test_a_collection_agency_is_stated_on_the_command_line_logged_in_words_and_told_in_json(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    session.close()
    command = ["--vault", str(session.folder), "--lang", "zh-Hant"]
    for said, circumstances, told in (
        ("debt_collector", ("debt_collector",), "催收公司"),
        ("outsourced_collector", ("debt_collector", "outsourced_collector"), "催收公司（受金融機構委外催收）"),
        ("own_debts", ("own_debts",), "自行催收（未受他人委託）"),
        ("none", (), None),
    ):
        assert main([*command, "institution", dispute.id, "--type", said]) == 0
        capsys.readouterr()
        assert main([*command, "overview", dispute.id, "--json"]) == 0
        other = json.loads(capsys.readouterr().out)["institution"]
        assert (other["name"], other["type_name"]) == (dispute.institution, told)
        assert other["type"] == (said if told else None)
        with closing(open_session(session.folder, read_only=True)) as again:
            [known] = [each for each in kept(again, dispute) if isinstance(each, Institution)]
            entry = custody_history(again, dispute.id)[-1]
        assert known.circumstances == circumstances
        assert "collector" not in narrate(entry.kind, entry.payload, Language.ZH_HANT)


def test_senders_that_sign_like_the_institution_are_told_when_other_numbers_are_stated(
    session: Session, dispute: Dispute, night_call: Event, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = {"time": typed_day("2025-03-01"), "direction": Direction.IN, "number": "10690001"}
    record_event(
        session, dispute.id, NewEvent(kind=EventKind.MESSAGE, text=f"【{dispute.institution}】您的借款已逾期", **sent)
    )
    session.close()
    command = ["--vault", str(session.folder), "--lang", "en"]
    assert main([*command, "institution", dispute.id, "--numbers", str(night_call.number)]) == 0
    for asked in ("findings", "overview"):
        capsys.readouterr()
        assert main([*command, asked, dispute.id, "--json"]) == 0
        told = capsys.readouterr()
        [limit] = json.loads(told.out)["limits"]
        assert (limit["code"], limit["contacts"][0]["number"]) == ("numbers-left-out", "10690001")
        assert "10690001: called or signed like the institution" in told.err
    assert main([*command, "institution", dispute.id, "--not-theirs", "10690001"]) == 0
    assert main([*command, "findings", dispute.id, "--json"]) == 0
    assert json.loads(capsys.readouterr().out.partition("\n")[2])["limits"] == []


def test_numbers_that_match_no_entry_are_said_when_they_are_stated(
    session: Session, dispute: Dispute, night_call: Event, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = f"{night_call.number}、1069*"
    session.close()
    arguments = ["--vault", str(session.folder), "institution", dispute.id, "--numbers", typed, "--json"]
    assert main(arguments) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["numbers_unmatched"] == ["1069*"]
    assert "1069*" in told.err
    assert main([*arguments[:2], "findings", dispute.id, "--json"]) == 0
    told = capsys.readouterr()
    [limit] = json.loads(told.out)["limits"]
    assert (limit["code"], limit["numbers"]) == ("numbers-unmatched", ["1069*"])
    assert limit["message"] in told.err


def test_since_when_is_stated_on_the_command_line_logged_and_taken_back(
    capsys: pytest.CaptureFixture[str], session: Session, dispute: Dispute, night_call: Event
) -> None:
    where, dispute_id = ["--vault", str(session.folder), "--lang", "zh-Hans"], dispute.id
    session.close()
    assert main([*where, "dispute", dispute_id, "--since", "2025-02-20", "--amount", "12800", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["entry"]
    assert main([*where, "overview", dispute_id, "--today", "2025-06-01", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["since"], told["days_open"]) == ({"day": "2025-02-20", "known_by": "stated", "event": None}, 101)
    assert main([*where, "dispute", dispute_id, "--since", "2999-01-01"]) == 2
    assert "2999-01-01" in capsys.readouterr().err
    assert main([*where, "dispute", dispute_id, "--since", "none"]) == 0
    assert main([*where, "list", "--json"]) == 0
    out = capsys.readouterr().out
    (line,) = json.loads(out[out.index("{") :])["disputes"]
    assert (line["disputed_since"], line["amount"]) == (None, "12800.00")
    with closing(open_session(session.folder, read_only=True)) as again:
        words = [narrate(each.kind, each.payload, Language.ZH_HANS) for each in custody_history(again, dispute_id)[-2:]]
    assert ["争议始于" in str(each) for each in words] == [True, True]


def test_the_timeline_on_the_command_line_is_a_line_for_each_event_with_how_long_calls_were(
    session: Session, dispute: Dispute, night_call: Event, capsys: pytest.CaptureFixture[str]
) -> None:
    said = NewEvent(kind=EventKind.MESSAGE, party="客服", text="已登记\n\n[图片: 1.jpg]\x1b[2J")
    record_event(session, dispute.id, said)
    tried = NewEvent(kind=EventKind.PAYMENT, direction=Direction.IN, outcome=Outcome.FAILED, amount=Decimal(5))
    record_event(session, dispute.id, replace(tried, text="提现"))
    record_event(session, dispute.id, replace(tried, direction=Direction.OUT, outcome=Outcome.DONE, text="还款"))
    copied = ClockReading(datetime(2025, 1, 1), Precision.SECOND, TimeSource.MODIFIED, 20)
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, time=EventTime((copied,), 0), text="IMG_4471"))
    session.close()
    assert main(["--vault", str(session.folder), "--lang", "en", "timeline", dispute.id]) == 0
    call, message, attempt, paid, not_when, file = capsys.readouterr().out.splitlines()
    assert call.endswith("95500  80231  1:05")
    assert message.endswith("已登记 [图片: 1.jpg]\\u001b[2J")
    assert attempt.endswith("Withdrawal failed  5.00 CNY  提现")
    assert paid.endswith("Payment  paid  5.00 CNY  done  还款")
    assert not_when == "When the file was last changed, which is not when it happened:"
    assert file.endswith("IMG_4471")


def test_the_command_line_tells_how_many_promises_there_are_and_how_often_each_was_said(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [
        promise_in(session, dispute, f"2025-03-{day:02}T{hour}:00:00", date(2025, 3, day + 3))
        for day, hour in ((3, 10), (3, 18), (10, 10), (17, 10))
    ]
    folder = str(session.folder)
    session.close()
    assert main(["--vault", folder, "promise", dispute.id, said[2].id, "broken"]) == 0
    capsys.readouterr()
    assert main(["--vault", folder, "overview", dispute.id, "--today", "2025-06-01", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    counts = {"promises": 1, "events": 4, "kept": 0, "broken": 0, "overdue": 1, "open": 0, "withdrawn": 0}
    assert told["promise_counts"] == counts | {"days_passed_before": 2}
    [promise] = told["promises"]
    assert (promise["events"], promise["due"], promise["state"]) == ([said[3].id], "2025-03-20", "overdue")
    assert [(each["events"], each["due"], each["state"]) for each in promise["earlier"]] == [
        ([said[0].id, said[1].id], "2025-03-06", "overdue"),
        ([said[2].id], "2025-03-13", "broken"),
    ]
    assert main(["--vault", folder, "--lang", "en", "overview", dispute.id, "--today", "2025-06-01"]) == 0
    assert "entries that say it: 4; days by which it was promised: 3" in capsys.readouterr().out


def test_the_overview_prints_the_ladder_with_every_period_and_the_channels_with_every_doubt(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--vault", str(session.folder)]
    session.close()
    passed_on = ["--filed", "2025-03-03", "--transferred", "2025-03-07", "--reference", "N-7"]
    official = ["website", "sureloan.example", "--known-from", "contract", "--verified-by", "x", "--verified-on"]
    for command in (
        ["complain", dispute.id, "cn-nfra", *passed_on],
        ["complain", dispute.id, "Somebody else", "--filed", "2025-03-04"],
        ["institution", dispute.id, "--domains", "sureloan.example"],
        ["channel", dispute.id, *official, "2025-03-01"],
        ["channel", dispute.id, "website", "sureloan-vip.example", "--known-from", "sms"],
    ):
        assert main([*folder, *command]) == 0
    capsys.readouterr()

    def printed(language: str) -> list[str]:
        assert main([*folder, "--lang", language, "overview", dispute.id, "--today", "2025-03-26"]) == 0
        return capsys.readouterr().out.splitlines()

    told = printed("en")
    step = told.index("Ladder: National Financial Regulatory Administration (12378)")
    assert told[step + 1].startswith("  filed 2025-03-03, passed on to the institution 2025-03-07, number N-7, open  (")
    late = next(line for line in told if "ended on 2025-03-24; for complex or extended cases up to 2025-04-07" in line)
    assert told[told.index(late) + 1].startswith("    Source: Measures for Handling Consumer Complaints")
    assert "Ladder: Somebody else" in told
    assert "Channel: Website sureloan.example  known from: Contract  found genuine: x 2025-03-01" in told
    doubted = told.index("Channel: Website sureloan-vip.example  known from: A message")
    assert told[doubted + 1 : doubted + 3] == [
        "  sureloan-vip.example holds the name of sureloan.example with something added.",
        "  sureloan-vip.example is known from a message, an advert or a call alone.",
    ]
    assert "  sureloan-vip.example 含有 sureloan.example 的名字，又加了别的字。" in printed("zh-Hans")
    assert "  sureloan-vip.example 含有 sureloan.example 的名字，又加了別的字。" in printed("zh-Hant")


def test_a_channel_takes_the_exhibit_that_shows_where_it_was_found_and_is_kept_once(
    session: Session, dispute: Dispute, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site.txt").write_text("www.sureloan.example", "utf-8")
    folder = ["--vault", str(session.folder), "--lang", "en"]
    session.close()
    assert main([*folder, "add", dispute.id, str(tmp_path / "site.txt")]) == 0
    hotline = ["channel", dispute.id, "hotline", "95188"]
    capsys.readouterr()
    assert main([*folder, *hotline, "--known-from", "official_site"]) == 0
    first = capsys.readouterr().out
    assert main([*folder, *hotline, "--verified-by", "the licence register", "--exhibit", "1"]) == 0
    assert capsys.readouterr().out == first
    assert main([*folder, *hotline, "--exhibit", "7"]) == 2
    capsys.readouterr()
    assert main([*folder, "overview", dispute.id, "--json"]) == 0
    [kept] = json.loads(capsys.readouterr().out)["channels"]
    assert (kept["known_from"], kept["verified_by"]) == ("official_site", "the licence register")
    assert kept["exhibit_id"]


def test_the_overview_names_another_company_that_was_paid_for_the_loan(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = {"kind": EventKind.PAYMENT, "direction": Direction.OUT, "outcome": Outcome.DONE, "amount": Decimal(88)}
    vouched = record_event(session, dispute.id, NewEvent(party="鑫汇融资担保有限公司", **facts))  # type: ignore[arg-type]
    folder = ["--vault", str(session.folder), "--lang", "en"]
    session.close()
    assert main([*folder, "loan", dispute.id, "--payments", vouched.id]) == 0
    capsys.readouterr()
    assert main([*folder, "overview", dispute.id, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["money"]
    assert told["elsewhere"] == [{"name": "鑫汇融资担保有限公司", "paid": {"CNY": "88.00"}, "events": [vouched.id]}]
    assert (told["paid"], [row["standing"] for row in told["rows"]]) == ({}, ["elsewhere"])
    assert main([*folder, "overview", dispute.id]) == 0
    assert "Paid for the loan to 鑫汇融资担保有限公司: CNY 88.00" in capsys.readouterr().out


def test_whose_dispute_it_is_is_stated_on_the_command_line_and_stands_in_letters(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    session.close()
    command = ["--vault", str(session.folder), "--lang", "zh-Hans"]
    people = ["--complainant", "林秋月", "--complainant-contact", "13800138000", "--representative", "林小海"]
    assert main([*command, "dispute", dispute.id, *people, "--demands", "书面答复", "停止催收"]) == 0
    capsys.readouterr()
    assert main([*command, "letter", dispute.id, "complaint"]) == 0
    letter = capsys.readouterr().out
    assert all(each in letter for each in ("林秋月", "13800138000", "林小海", "书面答复", "停止催收"))
    assert main([*command, "dispute", dispute.id, "--representative", "", "--demands", ""]) == 0
    capsys.readouterr()
    assert main([*command, "list", "--json"]) == 0
    [told] = json.loads(capsys.readouterr().out)["disputes"]
    assert (told["complainant"], told["representative"], told["demands"]) == ("林秋月", None, [])


def test_the_overview_tells_of_one_id_under_two_names_and_of_answers_that_contradict_each_other(
    session: Session, dispute: Dispute, night_call: Event, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [
        record_event(
            session,
            dispute.id,
            NewEvent(
                kind=EventKind.MESSAGE,
                time=night_call.time,
                direction=Direction.IN,
                number="95500",
                agent_id="80231",
                agent_name=name,
                text=text,
            ),
        )
        for name, text in (("小林", "可以退款"), ("小陈", "不能退款"))
    ]
    session.close()
    command = ["--vault", str(session.folder), "--lang", "zh-Hans"]
    assert main([*command, "mark", dispute.id, said[1].id, "--against", said[0].id]) == 0
    capsys.readouterr()
    assert main([*command, "overview", dispute.id]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "工号 80231 出现过几个不同的姓名：小林、小陈" in lines
    assert "互相矛盾的答复：2025-03-01 80231 小林：“可以退款” — 2025-03-01 80231 小陈：“不能退款”" in lines


def test_a_complaint_is_linked_with_the_one_entry_that_shows_its_number(
    session: Session, dispute: Dispute, night_call: Event, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "您的投诉已登记，编号JR202503020088"
    shown = record_event(session, dispute.id, NewEvent(kind=EventKind.MESSAGE, time=night_call.time, text=told))
    session.close()
    command = ["--vault", str(session.folder), "--lang", "en"]
    filed = ["--filed", "2025-03-02", "--reference", "JR202503020088"]
    assert main([*command, "complain", dispute.id, "12378", *filed]) == 0
    said = capsys.readouterr()
    assert shown.id in said.err
    assert main([*command, "complain", dispute.id, "12378", "--filed", "2025-03-02"]) == 0
    second = capsys.readouterr().out.strip()
    assert main([*command, "complaint", second, *filed, "--replied", "2025-03-01"]) == 2
    assert shown.id not in capsys.readouterr().err, "what was refused linked nothing"
    assert main([*command, "complaint", second, *filed]) == 0
    assert shown.id in capsys.readouterr().err
    with closing(open_session(session.folder, read_only=True)) as again:
        complaints = [each for each in kept(again, dispute) if isinstance(each, Complaint)]
    assert said.out.strip() == complaints[0].id
    assert [each.event_id for each in complaints] == [shown.id, shown.id]


def test_a_finding_of_another_day_is_left_out_by_that_day(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    session.close()
    where = ["--vault", str(session.folder)]
    assert main([*where, "complain", dispute.id, "cn-institution", "--filed", "2025-03-03"]) == 0
    capsys.readouterr()
    assert main([*where, "findings", dispute.id, "--today", "2025-12-01", "--json"]) == 0
    late = [each["id"] for each in json.loads(capsys.readouterr().out)["findings"] if each["about"] == "them"]
    leave_out = ["exclude", dispute.id, late[0], "--reason", "r", "--today"]
    assert main([*where, *leave_out, "2025-03-04"]) == 2
    assert main([*where, *leave_out, "2025-12-01"]) == 0


def test_a_complaint_under_a_wrong_body_is_questioned_moved_removed_and_put_back(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    session.close()
    where = ["--vault", str(session.folder), "--lang", "en"]

    def ladder() -> dict[str, str]:
        assert main([*where, "overview", dispute.id, "--json"]) == 0
        out = capsys.readouterr().out
        told = json.loads(out[out.index("{") :])
        return {step["body"]: each["id"] for step in told["ladder"] for each in step["complaints"]} | {
            each["body"]: each["id"] for each in told["filed_elsewhere"]
        }

    filing = ["complain", dispute.id, "cn-bank-office", "--filed", "2025-03-02"]
    assert main([*where, *filing]) == 2
    refused = capsys.readouterr()
    assert ("cn-nfra  National Financial" in refused.err, ladder()) == (True, {})
    assert main([*where, "complain", dispute.id]) == 0
    assert "cn-nfra  National Financial" in capsys.readouterr().out
    assert main([*where, *filing, "--as-named"]) == 0
    filed = capsys.readouterr().out.strip()
    assert ladder() == {"cn-bank-office": filed}
    assert main([*where, "complaint", filed, "--body", dispute.institution]) == 0
    assert ladder() == {"cn-institution": filed}
    assert main([*where, "complaint", filed, "--remove", " "]) == 2
    assert main([*where, "complaint", filed, "--remove", "recorded twice"]) == 0
    assert ladder() == {}
    assert main([*where, "complaint", filed, "--put-back"]) == 0
    assert ladder() == {"cn-institution": filed}
    assert main([*where, "letter", dispute.id, "complaint", "--body", "12378"]) == 0
    assert "National Financial Regulatory Administration" in capsys.readouterr().out
    with closing(open_session(session.folder, read_only=True)) as again:
        entry = custody_history(again, dispute.id)[-2]
    assert "recorded twice" in narrate(entry.kind, entry.payload, Language.EN)


@pytest.mark.parametrize(("zone", "currency"), [("Asia/Taipei", "TWD"), ("Asia/Hong_Kong", "HKD"), ("UTC", "CNY")])
def test_a_bare_amount_is_in_the_currency_of_the_disputes_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], zone: str, currency: str
) -> None:
    command = ["--vault", str(tmp_path / "vault")]
    assert main([*command, "new", "t", "--type", "other", "--institution", "i", "--zone", zone]) == 0
    dispute_id = capsys.readouterr().out.split()[-1]
    assert main([*command, "dispute", dispute_id, "--amount", "5"]) == 0
    assert main([*command, "loan", dispute_id, "--principal", "100"]) == 0
    capsys.readouterr()
    assert main([*command, "list", "--json"]) == 0
    [told] = json.loads(capsys.readouterr().out)["disputes"]
    assert (told["amount"], told["currency"]) == ("5.00", currency)
    with closing(open_session(tmp_path / "vault", read_only=True)) as again, again.vault.read() as catalog:
        assert [each.currency for each in catalog.items(dispute_id, LoanTerms)] == [currency]


def test_a_loan_that_is_first_stated_takes_the_plan_for_its_own_and_says_so(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = {"kind": EventKind.PAYMENT, "outcome": Outcome.DONE, "amount": Decimal(3000), "party": dispute.institution}
    record_event(session, dispute.id, NewEvent(direction=Direction.IN, time=typed_day("2026-08-05"), **facts))  # type: ignore[arg-type]
    row = NewEvent(kind=EventKind.REPAYMENT, outcome=Outcome.DUE, amount=Decimal(1600), time=typed_day("2026-09-05"))
    record_event(session, dispute.id, row)
    session.close()
    command = ["--vault", str(session.folder), "--lang", "en"]

    def asked() -> list[str]:
        assert main([*command, "overview", dispute.id, "--json"]) == 0
        return [each["asked"] for each in json.loads(capsys.readouterr().out)["money"]["asked"]]

    assert asked() == ["rows"]
    assert main([*command, "loan", dispute.id, "--lender", "licensed", "--cost-stated", "yes"]) == 0
    assert "paid out 1, paid back 1, fees 0" in capsys.readouterr().err
    assert asked() == ["too_little"]
    assert main([*command, "overview", dispute.id]) == 0
    said = capsys.readouterr().out
    assert "less than the CNY 3,000.00 received" in said
    assert f"add {dispute.id} PLAN.xlsx" in said
    assert main([*command, "loan", dispute.id, "--principal", "3000"]) == 0
    assert "paid back" not in capsys.readouterr().err


def test_a_stated_currency_is_not_overridden_by_that_of_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_session(tmp_path / "vault", create=True)) as session:
        wanted = NewDispute(title="t", type=DisputeType.OTHER, institution="i", zone_name="Asia/Hong_Kong")
        stated, default = new_dispute(session, wanted), new_dispute(session, wanted)
        older = replace(default, id="of-an-old-vault", currency="CNY")  # nobody said so: it was every dispute's
        with session.vault.change() as tx:
            tx.open_dispute(older)
    assert default.currency == "HKD"
    assert main(["--vault", str(tmp_path / "vault"), "dispute", stated.id, "--currency", "CNY"]) == 0
    for each in (stated, default, older):
        for verb in (
            "loan --principal 9",
            "fee 5 --on 2025-01-01",
            "record payment --at 2025-01-02 --amount 3",
            "dispute --amount 7",
        ):
            name, *rest = verb.split()
            assert main(["--vault", str(tmp_path / "vault"), name, each.id, *rest]) == 0
    with closing(open_session(tmp_path / "vault", read_only=True)) as again, again.vault.read() as catalog:
        found = [
            {
                catalog.dispute(each.id).currency,
                *(one.currency for one in catalog.items(each.id, LoanTerms)),
                *(one.currency for one in catalog.events(each.id)),
            }
            for each in (stated, default, older)
        ]
    assert found == [{"CNY"}, {"HKD"}, {"HKD"}]
