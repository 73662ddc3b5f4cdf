"""What one dispute of 100,000 messages amounts to, against reading its events, and one search with `re` in each text.

The texts are all different, half of them have addresses of pages in them, and three hundred promises are overdue.
"""

import random
import re
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import quoteattr

from material.kept import kept_vault
from material.message_vault import said

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, list_disputes, new_dispute
from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.workspace import state, workspace
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import Institution
from evidence_app.progress import Silent
from evidence_app.rules.named_domains import doubted_domains

MESSAGES, PROMISES = 100_000, 300
FIRST_MS, STEP_MS = 1_704_067_200_000, 300_000  # from January 2024 on, one in five minutes
GOAL_RATIO = 4.0  # of all that an overview waits for to reading the events alone
WORD = re.compile("逾期|overdue")


def filled(session: Session) -> None:
    """Make the dispute."""
    wanted = NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝")
    dispute, chance = new_dispute(session, wanted), random.Random(20250222)
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "sms.xml"
        export.write_text(_backup(chance), encoding="utf-8")
        add_evidence(session, dispute.id, [FileSource(export)], Silent(), lambda _: None)
        import_waiting(session, dispute.id, ALL_THAT_WAITS, Silent(), lambda _: None)
    stated = {"numbers": ("10690001", "10690002", "95188"), "domains": ("surongbao.com",)}
    state(session, Institution(id="", dispute_id=dispute.id), stated)
    with session.vault.change() as tx:
        for number in range(PROMISES):
            tx.record_event(_promise(dispute.id, number))


def _backup(chance: random.Random) -> str:
    rows = (
        f'<sms address="1069{number % 40:04}" date="{FIRST_MS + number * STEP_MS}" type="{1 + (number % 5 == 0)}" '
        f"body={quoteattr(said(chance) + (f' www.page{number % 900}.com/{number}' if number % 2 else ''))} "
        f'contact_name="(Unknown)" />'
        for number in range(MESSAGES)
    )
    return f"<?xml version='1.0' encoding='UTF-8' ?>\n<smses count=\"{MESSAGES}\">\n{chr(10).join(rows)}\n</smses>"


def _promise(dispute_id: str, number: int) -> Event:
    wall = datetime(2024, 1, 2, 10, 0) + timedelta(days=number)
    return Event(
        id=new_id(),
        dispute_id=dispute_id,
        kind=EventKind.CALL,
        ordinal=10_000_000 + number,
        time=choose([ClockReading(wall, Precision.MINUTE, TimeSource.TYPED, 100)]),
        direction=Direction.IN,
        number="95188",
        agent_id="80231",
        duration_s=60,
        promise="两个工作日内给您回电",
        promise_due=wall.date() + timedelta(days=2),
    )


def best_s(work: Callable[[], object]) -> float:
    """Return how long something takes, the best of three."""
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> int:
    """Measure and print; exit 1 if the goal is missed."""
    with closing(open_session(kept_vault(f"large-dispute-{MESSAGES}", filled), read_only=True)) as session:
        dispute = list_disputes(session)[0].dispute
        with session.vault.read() as catalog:
            happenings = catalog.happenings(dispute.id)
            read_s = best_s(lambda: catalog.happenings(dispute.id))
            (institution,) = catalog.items(dispute.id, Institution)
        texts = [each.text for each in happenings]
        whole_s = best_s(lambda: workspace(session, dispute.id))
        domains_s = best_s(lambda: doubted_domains(institution, happenings))
        searched_s = best_s(lambda: sum(WORD.search(each) is not None for each in texts))
    print(f"one dispute of {len(happenings):,} events, all texts different")
    ratio = whole_s / read_s
    print(f"  overview {whole_s:.2f} s, of it {read_s:.2f} s to read the events")
    print(f"  ratio of the overview to reading the events: {ratio:.1f} (goal {GOAL_RATIO:.0f})")
    print(f"  domains in messages {domains_s:.2f} s")
    print(f"  ratio of the overview to one search with `re` in each text: {whole_s / searched_s:.0f}")
    return 0 if ratio <= GOAL_RATIO else 1


if __name__ == "__main__":
    raise SystemExit(main())
