"""What a machine read on exhibits, for a person who looks it over."""

from evidence_app.actions.session import Session
from evidence_app.domain.review import ExhibitReview, reviewed_of


def list_reviews(session: Session, dispute_id: str) -> list[ExhibitReview]:
    """Return all that was read on a dispute's exhibits in use, by number. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        texts = catalog.machine_texts(catalog.dispute(dispute_id).id)
        exhibits = [exhibit for exhibit in catalog.exhibits(dispute_id) if exhibit.id in texts]
        return [ExhibitReview(exhibit, texts[exhibit.id].lines) for exhibit in exhibits]


def review_counts(session: Session, dispute_id: str) -> tuple[int, int]:
    """Return on how many exhibits everything is decided, and on how many something was found."""
    return reviewed_of(list_reviews(session, dispute_id))
