"""Letters of a few events, for tests."""

from dataclasses import replace
from datetime import UTC, date, datetime

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.phrases import Language
from evidence_app.rules.findings import findings
from evidence_app.rules.letters import Matter, letter
from tests.unit.rules.situations import call, message, payment, situation

DISPUTE = Dispute(
    id="d",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    title="未申请的贷款",
    type=DisputeType.HARASSMENT,
    institution="示例消费金融有限公司",
    complainant="李明",
    complainant_contact="13800138000",
)


def matter(**changes: object) -> Matter:
    happenings = (
        call("2025-03-01T23:10:00", duration_s=65)._replace(agent_id="80231", text="要求还款"),
        message("2025-03-02T09:00:00", text="请三天内还款"),
        message("2025-03-03T09:00:00")._replace(promise="两天内核实", promise_due=date(2025, 3, 5)),
        payment("2025-03-04", "3000", Direction.IN),
    )
    given = situation(*happenings)
    numbers = {each.event_id: (index,) for index, each in enumerate(happenings, 1)}
    made = Matter(DISPUTE, happenings, findings(given), (), numbers, {1: "call.png", 2: "sms.png"})
    return replace(made, **changes)  # type: ignore[arg-type]


def written_to(body: str, kind: LetterKind = LetterKind.COMPLAINT, **changes: object) -> str:
    return letter(kind, matter(**changes), Language.ZH_HANS, body).plain_text("")


def facts_of(kind: LetterKind, *happenings: Happening, **changes: object) -> list[str]:
    made = matter(happenings=happenings, findings=(), exhibit_numbers={}, **changes)
    written = letter(kind, made, Language.ZH_HANS)
    [found] = [each for each in written.sections if each.heading == "事实经过"]
    return [each.text for each in found.statements] + [found.closing] * bool(found.closing)
