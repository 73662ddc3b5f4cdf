"""A vault with one dispute of 20,000 events and some screenshots, made once and kept in build/bench."""

import random
import tempfile
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, Event, EventKind, Outcome
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.progress import Silent

from .kept import kept_vault  # by its place: tools import this from the project's folder, benchmarks from their own

EVENTS = 20_000
SCREENSHOTS = 40
KINDS = (EventKind.MESSAGE, EventKind.CALL, EventKind.PAYMENT, EventKind.NOTE)
TEXTS = (
    "【速融宝】您的借款已逾期3天，请于今日18:00前还款3,000.00元，逾期将影响您的征信记录。如已还款请忽略本短信。",
    "您好，这边已经为您登记，3个工作日内会有专员与您联系处理，请您保持电话畅通。工单号：FW20250222001。",
    "您的賬戶提現失敗，請稍後再試。",
    "I never applied for this loan. Please stop collection immediately and confirm in writing.",
)


def large_vault() -> Path:
    """Return the vault's folder."""
    return kept_vault(f"large-vault-{EVENTS}", _fill)


def _fill(session: Session) -> None:
    dispute = new_dispute(
        session,
        NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝"),
    )
    with tempfile.TemporaryDirectory() as folder:
        sources = [FileSource(_screenshot(Path(folder), number)) for number in range(SCREENSHOTS)]
        report = add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    exhibit_ids = [item.exhibit_id for item in report.items if item.exhibit_id]
    chance = random.Random(20250222)
    with session.vault.change() as change:
        for number in range(EVENTS - SCREENSHOTS):
            change.record_event(_event(dispute.id, number, chance, exhibit_ids))


def _screenshot(folder: Path, number: int) -> Path:
    from PIL import Image, ImageDraw

    chance = random.Random(number)
    picture = Image.new("RGB", (540, 1170), "#ededed")
    draw = ImageDraw.Draw(picture)
    for row in range(12):
        left, colour = (180, "#95ec69") if chance.random() < 0.4 else (20, "#ffffff")
        draw.rectangle((left, 40 + row * 90, left + chance.randint(120, 340), 100 + row * 90), fill=colour)
    path = folder / f"Screenshot_20250222_{number:06}.png"
    picture.save(path)
    return path


def _event(dispute_id: str, number: int, chance: random.Random, exhibit_ids: list[str]) -> Event:
    kind = chance.choice(KINDS)
    wall = datetime(2020, 1, 1, 8, 15) + timedelta(minutes=127 * number)
    return Event(
        id=new_id(),
        dispute_id=dispute_id,
        kind=kind,
        ordinal=1000 + number,
        time=choose([ClockReading(wall, Precision.MINUTE, TimeSource.TYPED, 100)]),
        direction=chance.choice((Direction.IN, Direction.OUT)),
        party=f"客服{number % 97}",
        agent_id=str(80000 + number % 500),
        text=f"{number} {chance.choice(TEXTS)}",
        amount=Decimal(number) if kind is EventKind.PAYMENT else None,
        outcome=Outcome.DONE if kind is EventKind.PAYMENT else Outcome.NONE,
        exhibit_ids=(exhibit_ids[number % len(exhibit_ids)],),
    )
