"""One dispute and its complaints, for tests."""

from datetime import UTC, date, datetime

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.workspace import Complaint

TODAY = date(2025, 6, 1)

DISPUTE = Dispute(
    id="d",
    title="t",
    type=DisputeType.HARASSMENT,
    institution="速融宝",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    zone_name="Asia/Shanghai",
)


def complaint(body: str, filed: date, **facts: object) -> Complaint:
    return Complaint(id=f"c-{body}", dispute_id="d", body=body, filed_on=filed, event_id=f"e-{body}", **facts)  # type: ignore[arg-type]
