"""What a letter is to whoever gets it: a complaint, a request, a report, a statement. Pure."""

from enum import StrEnum

from evidence_app.rules.law import Body, BodyKind, bodies, body
from evidence_app.rules.territories import Territory


class Role(StrEnum):
    """As what a letter is written: by it, its title and the names of both sides are chosen."""

    COMPLAINT = "complaint"
    APPEAL = "appeal"  # what Taiwan's law calls a complaint to the institution
    REVIEW = "review"  # for the form of a body that takes applications on its own form only
    REQUEST = "request"  # to the institution: data, silence, a confirmation
    REPORT = "police"  # to the police, who decide nothing between the two sides
    STATEMENT = "court"  # for whoever drafts the claim: a court takes no complaints

    @property
    def wants_demands(self) -> bool:
        """Whether what is asked of the institution belongs into it."""
        return self is not Role.REPORT


_OF_KINDS = {BodyKind.POLICE: Role.REPORT, BodyKind.COURT: Role.STATEMENT}


def role_of(body_id: str, territory: Territory | None, *, complains: bool) -> Role:
    """Return as what a letter is written to a body, or to no body as to the institution."""
    if not complains:
        return Role.REQUEST
    to = _reader(body_id, territory)
    if to is None:
        return Role.COMPLAINT
    if is_request_to(to):
        return Role.COMPLAINT  # somebody chose to complain there
    return Role(to.letter) if to.letter else _OF_KINDS.get(to.kind, Role.COMPLAINT)


def is_request_to(to: Body) -> bool:
    """Tell whether what is filed there is no complaint, but a request for one's own data."""
    return to.letter == Role.REQUEST


def wants_identity(body_id: str, territory: Territory | None) -> bool:
    """Tell whether a complaint names the number of an identity document: one to no body as one to the firm."""
    to = _reader(body_id, territory)
    return to is not None and to.wants_identity


def place_of(body_id: str, territory: Territory | None) -> Territory | None:
    """Return where a letter goes: to a body's place, to no body as to the firm, which is in the dispute's."""
    to = body(body_id)
    return to.territory if to is not None else territory


def appeals_in(territory: Territory | None) -> bool:
    """Tell whether a complaint is called an appeal where a letter goes, as in Taiwan's law."""
    return any(each.territory == territory and each.letter == Role.APPEAL for each in bodies())


def _reader(body_id: str, territory: Territory | None) -> Body | None:
    firms = (each for each in bodies() if each.kind is BodyKind.INSTITUTION and each.territory == territory)
    return body(body_id) or next(firms, None)
