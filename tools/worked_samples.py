"""Make a worked sample of each of the ten kinds of dispute: timeline, complaints, findings, letters, dossiers.

Usage: python tools/worked_samples.py [FOLDER]

Everything in them is invented. FOLDER gets the vault, and for each dispute and language the dossier and a letter:
people look at them. `tests/acceptance/test_worked_samples.py` holds what they amount to.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_exhibit
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.letters import draft, save_letter
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.workspace import add, name_numbers
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import (
    ChecklistMark,
    ChecklistState,
    Complaint,
    EventMark,
    Institution,
    Lender,
    LoanTerms,
    PromiseRecord,
    PromiseState,
)
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from evidence_app.rules.law import body
from evidence_app.sample.canvas import Canvas, Type

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
"""After the day on which the sources were checked, and after all that the stories cite came into force."""

FILED = date(2026, 11, 2)
"""When each complaint was filed: after whatever it is about."""

TAKEN = datetime(2026, 10, 20, 12, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
"""When the pictures were taken: after what they show, before the complaint; name and file tell the same moment."""

SHOWN = 8
"""Events of a story that its picture shows."""

INSTITUTION = "示例消费金融有限公司"
HOTLINE = "400-000-0000"
SENDER = "10690000"


def happened(kind: EventKind, at: str, **facts: object) -> NewEvent:
    """Return an event of an invented timeline."""
    precision = Precision.MINUTE if ":" in at else Precision.DAY
    reading = ClockReading(datetime.fromisoformat(at), precision, TimeSource.TYPED, 100)
    return NewEvent(kind=kind, time=choose([reading]), **facts)  # type: ignore[arg-type]


def call(at: str, direction: Direction = Direction.OUT, **facts: object) -> NewEvent:
    """Return a call with the institution."""
    length = {"duration_s": 185} if direction in (Direction.IN, Direction.OUT) else {}
    return happened(EventKind.CALL, at, direction=direction, number=HOTLINE, **{**length, **facts})


def sms(at: str, text: str) -> NewEvent:
    """Return a message from the institution."""
    return happened(EventKind.MESSAGE, at, direction=Direction.IN, number=SENDER, text=text)


def money(at: str, amount: str, direction: Direction, outcome: Outcome = Outcome.DONE, **facts: object) -> NewEvent:
    """Return a payment, or an attempt."""
    return happened(
        EventKind.PAYMENT,
        at,
        direction=direction,
        outcome=outcome,
        amount=Decimal(amount),
        party=INSTITUTION,
        reference=f"{at[:10].replace('-', '')}000001",
        **facts,
    )


def instalment(at: str, outcome: Outcome, amount: str = "945.60") -> NewEvent:
    """Return a row of a repayment plan."""
    return happened(EventKind.REPAYMENT, at, amount=Decimal(amount), outcome=outcome, party=INSTITUTION)


def promise(at: str, words: str, due: date, agent: str = "80231") -> NewEvent:
    """Return a call in which something was promised."""
    return call(at, agent_id=agent, agent_name="王", promise=words, promise_due=due)


@dataclass(frozen=True)
class Story:
    """One invented dispute. ``after`` states what a person works out about it, given the ids of its events."""

    kind: DisputeType
    title: str
    events: Sequence[NewEvent]
    after: Callable[[Session, str, Sequence[str]], object] = field(default=lambda *_: None)
    letter: LetterKind = LetterKind.COMPLAINT
    amount: str = ""
    summary: str = ""
    demands: tuple[str, ...] = ()


def _filed(session: Session, dispute_id: str, _events: Sequence[str]) -> None:
    _file(session, dispute_id, "cn-institution", "TS-1")


def _file(session: Session, dispute_id: str, body_id: str, reference: str) -> None:
    """Record a filing, and the entry of the timeline that shows it: without one, letters mark it for the writer."""
    known = body(body_id)
    name = known.name[Language.ZH_HANS] if known else body_id
    shown = happened(EventKind.COMPLAINT, FILED.isoformat(), body=name, text=f"书面提交：{name}", reference=reference)
    event_id = record_event(session, dispute_id, shown).id
    filed = Complaint(id="", dispute_id=dispute_id, body=body_id, filed_on=FILED, reference=reference)
    add(session, replace(filed, event_id=event_id))


def _filed_above(body_id: str) -> Callable[[Session, str, Sequence[str]], object]:
    """Return who files with a body, too: a wallet's own office has no period."""

    def state(session: Session, dispute_id: str, events: Sequence[str]) -> None:
        _filed(session, dispute_id, events)
        _file(session, dispute_id, body_id, "TS-2")

    return state


def _frozen(session: Session, dispute_id: str, events: Sequence[str]) -> None:
    _filed_above("cn-pboc")(session, dispute_id, events)
    add(session, ChecklistMark(id="", dispute_id=dispute_id, entry="freeze", state=ChecklistState.THERE))


def _loan(session: Session, dispute_id: str, events: Sequence[str]) -> None:
    _filed(session, dispute_id, events)
    terms = LoanTerms(
        id="",
        dispute_id=dispute_id,
        lender=Lender.LICENSED,
        principal=Decimal("10000"),
        contract_day=date(2026, 7, 22),
        paid_out=tuple(events[:1]),
        payments=tuple(events[1:13]),
    )
    add(session, terms)


def _threatened(session: Session, dispute_id: str, events: Sequence[str]) -> None:
    _filed(session, dispute_id, events)
    add(session, EventMark(id="", dispute_id=dispute_id, event_id=events[-1], tags=("threat",)))


def _portal(session: Session, dispute_id: str, events: Sequence[str]) -> None:
    add(
        session,
        Institution(
            id="",
            dispute_id=dispute_id,
            app="示例贷",
            publisher="示例消费金融有限公司",
            shown_publisher="示例科技工作室",
        ),
    )
    _filed_above("cn-12315")(session, dispute_id, events)


def _kept(session: Session, dispute_id: str, events: Sequence[str]) -> None:
    _filed(session, dispute_id, events)
    kept = PromiseRecord(id="", dispute_id=dispute_id, event_id=events[0], state=PromiseState.KEPT)
    add(session, kept)
    for event_id in events[1:]:
        add(session, EventMark(id="", dispute_id=dispute_id, event_id=event_id, tags=("contradicts",)))


NIGHTS = [call(f"2026-08-{day:02}T22:30", Direction.IN, duration_s=40) for day in range(1, 6)]
MANY = [call(f"2026-08-10T{hour:02}:00", Direction.IN, duration_s=30) for hour in range(9, 14)]
MISSED = [call(f"2026-08-11T{hour:02}:10", Direction.MISSED) for hour in range(9, 17)]
INSTALMENTS = [
    instalment(f"2026-{month:02}-22" if month <= 12 else f"2027-{month - 12:02}-22", Outcome.DUE)
    for month in range(8, 20)
]

STORIES: tuple[Story, ...] = (
    Story(
        DisputeType.UNAUTHORISED_LOAN,
        "没有申请却被放款",
        (
            money("2026-07-22T08:12", "9500", Direction.IN),
            *INSTALMENTS,
            happened(EventKind.LOGIN, "2026-07-22T08:05", text="新设备登录"),
            promise("2026-07-22T09:21", "三个工作日内核实并撤销", date(2026, 7, 27)),
        ),
        _loan,
        amount="9500",
    ),
    Story(
        DisputeType.LOAN_PORTAL,
        "交了费却没有放款",
        (
            money("2026-08-01T10:00", "399", Direction.OUT),
            sms("2026-08-01T10:05", "审核通过，包过下款，请再缴纳会员费"),
        ),
        _portal,
        amount="399",
    ),
    Story(
        DisputeType.MISDIRECTED_SMS,
        "催收短信发错了人",
        (
            sms("2026-08-01T22:10", "您尾号1234的借款已逾期，请立即还款"),
            happened(EventKind.COMPLAINT, "2026-08-05T10:00", text="要求删除号码", direction=Direction.OUT),
            sms("2026-08-06T09:00", "您尾号1234的借款已逾期，请立即还款"),
        ),
        _filed_above("cn-pi-rights"),
        LetterKind.DATA_DELETION,
    ),
    Story(
        DisputeType.HARASSMENT,
        "频繁催收电话",
        (*NIGHTS, *MANY, *MISSED, sms("2026-08-12T23:00", "再不还款后果自负")),
        _threatened,
        LetterKind.STOP_CONTACT,
        summary="借款按期归还，仍在深夜接到催收电话，并收到威胁短信。",
        demands=("停止夜间联系", "书面说明催收机构和人员"),
    ),
    Story(
        DisputeType.TOPUP_FAILED,
        "充值没有到账",
        (
            money("2026-09-02T12:00", "500", Direction.OUT),
            promise("2026-09-02T13:00", "24小时内到账", date(2026, 9, 3)),
        ),
        _filed_above("cn-pboc"),
        amount="500",
        demands=("将500元入账或退回原银行卡",),
    ),
    Story(
        DisputeType.WITHDRAWAL_BLOCKED,
        "提现一直失败",
        (
            money("2026-09-10T09:00", "2000", Direction.IN, Outcome.FAILED, text="账户存在风险，暂不能提现"),
            money("2026-09-11T09:00", "2000", Direction.IN, Outcome.FAILED, text="账户存在风险，暂不能提现"),
        ),
        _filed_above("cn-pboc"),
        amount="2000",
    ),
    Story(
        DisputeType.ACCOUNT_STOLEN,
        "账户被盗用",
        (
            happened(EventKind.LOGIN, "2026-10-01T03:12", text="异地登录"),
            money("2026-10-01T03:15", "4800", Direction.OUT),
            call("2026-10-01T07:30", agent_id="70001", text="申请冻结，工单20261001"),
        ),
        _frozen,
        amount="4800",
    ),
    Story(
        DisputeType.REFUND_REFUSED,
        "退款后仍被催收",
        (
            money("2026-08-01T10:00", "1299", Direction.OUT),
            money("2026-08-08T10:00", "1299", Direction.IN, Outcome.REFUNDED),
            instalment("2026-08-20", Outcome.PAID, "433.00"),
            sms("2026-09-01T09:00", "您的分期已逾期"),
        ),
        _filed,
        amount="1299",
    ),
    Story(
        DisputeType.POOR_SERVICE,
        "多次联系没有答复",
        (
            promise("2026-09-01T10:00", "今天内回电", date(2026, 9, 1)),
            promise("2026-09-03T10:00", "两天内书面答复", date(2026, 9, 5), "80999"),
            call("2026-09-07T10:00", agent_id="80231", text="没有这项记录"),
        ),
        _kept,
        LetterKind.WRITTEN_CONFIRMATION,
    ),
    Story(
        DisputeType.OTHER,
        "误付的款项只退回一部分",
        (
            money("2026-08-30T18:20", "500", Direction.OUT),
            money("2026-08-31T12:00", "35", Direction.OUT),
            happened(EventKind.NOTE, "2026-09-01T10:00", text="发现8月30日的500元付错了对象"),
            money("2026-09-05T09:00", "120", Direction.IN, Outcome.REFUNDED),
        ),
        _filed,
        amount="500",
    ),
)


def make(vault: Path) -> dict[DisputeType, str]:
    """Make the vault with all ten disputes, and return their ids."""
    session = open_session(vault, create=True, clock=lambda: NOW)
    try:
        return {story.kind: _told(session, story) for story in STORIES}
    finally:
        session.close()


def _shown(session: Session, dispute_id: str, story: Story) -> list[tuple[str, ...]]:
    """Add a picture that shows the first events of a story; return which exhibits show each event."""
    lines = [_line(event) for event in story.events[:SHOWN]]
    canvas = Canvas(360, 120 + 44 * len(lines), "#ffffff", scale=2.0)
    canvas.text(20, 20, "示例截图，内容虚构", Type(18, bold=True))
    for index, line in enumerate(lines):
        canvas.text(20, 76 + 44 * index, line, Type(14))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / TAKEN.strftime("Screenshot_%Y%m%d-%H%M%S.png")
        canvas.image.save(path)
        os.utime(path, (TAKEN.timestamp(), TAKEN.timestamp()))
        report = add_evidence(session, dispute_id, [FileSource(path)], Silent(), lambda _: None)
    [exhibit_id] = [item.exhibit_id for item in report.items]
    proves = "所列各条记录的时间和内容"
    facts = {"title": "手机截图", "device": "示例手机", "captured_by": "李明（示例）", "proves": proves}
    edit_exhibit(session, exhibit_id, facts)
    return [(exhibit_id,) if index < len(lines) else () for index in range(len(story.events))]


def _line(event: NewEvent) -> str:
    reading = event.time.happened
    said = event.promise or event.text or event.number or (f"¥{event.amount}" if event.amount else "")
    clock = "" if reading is None or reading.precision is Precision.DAY else f" {reading.wall:%H:%M}"
    return f"{reading.wall:%m-%d}{clock}  {said[:18]}" if reading else said


def _told(session: Session, story: Story) -> str:
    wanted = NewDispute(
        title=story.title,
        type=story.kind,
        institution=INSTITUTION,
        complainant="李明（示例）",
        complainant_contact="13800000000",
        amount=Decimal(story.amount) if story.amount else None,
        summary=story.summary,
        demands=story.demands,
    )
    dispute = new_dispute(session, wanted)
    shown = _shown(session, dispute.id, story)
    told = [replace(event, exhibit_ids=shown[index]) for index, event in enumerate(story.events)]
    events = [record_event(session, dispute.id, event).id for event in told]
    story.after(session, dispute.id, events)
    name_numbers(session, dispute.id, sorted({event.number for event in story.events if event.number}))
    return dispute.id


def write(vault: Path, ids: dict[DisputeType, str], folder: Path, languages: Sequence[Language]) -> None:
    """Write dossiers and letters of all disputes in some languages."""
    session = open_session(vault, clock=lambda: NOW)
    try:
        for story in STORIES:
            for language in languages:
                name = f"{story.kind.value}.{language.value}"
                options = ExportOptions(profile="lawyer", language=language, attach=False)
                export_dossier(session, ids[story.kind], folder / f"{name}.pdf", options, Silent())
                letter = draft(session, ids[story.kind], story.letter, language)
                save_letter(session, letter, folder / f"{name}.letter.docx", language)
                save_letter(session, letter, folder / f"{name}.letter.pdf", language)
    finally:
        session.close()


def main(arguments: Sequence[str]) -> None:
    """Make everything in FOLDER, or in one that is thrown away."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    folder = parser.parse_args(arguments).folder or Path(tempfile.mkdtemp(prefix="juzheng-samples-"))
    folder.mkdir(parents=True, exist_ok=True)
    ids = make(folder / "vault")
    write(folder / "vault", ids, folder, list(Language))
    print(f"{len(ids)} disputes in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
