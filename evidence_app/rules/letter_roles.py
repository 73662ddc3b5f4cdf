"""What a letter is to whoever gets it: a complaint, a request, a report, a statement. Pure."""

from enum import StrEnum

from evidence_app.rules.law import Body, BodyKind, bodies, body


class Role(StrEnum):
    """As what a letter is written: by it, its title and the names of both sides are chosen."""

    COMPLAINT = "complaint"
    REQUEST = "request"  # to the institution: data, silence, a confirmation
    REPORT = "police"  # to the police, who decide nothing between the two sides
    STATEMENT = "court"  # for whoever drafts the claim: a court takes no complaints

    @property
    def wants_demands(self) -> bool:
        """Whether what is asked of the institution belongs into it."""
        return self is not Role.REPORT


def role_of(to: Body | None, *, complains: bool) -> Role:
    """Return as what a letter is written. ``to`` is None where it goes to the institution."""
    if not complains:
        return Role.REQUEST
    if to is None:
        return Role.COMPLAINT
    return {BodyKind.POLICE: Role.REPORT, BodyKind.COURT: Role.STATEMENT}.get(to.kind, Role.COMPLAINT)


def wants_identity(body_id: str, region: str) -> bool:
    """Tell whether a complaint names the number of an identity document: one to no body as one to the firm."""
    to = body(body_id) or next((each for each in bodies() if _is_the_firm_of(each, region)), None)
    return to is not None and to.wants_identity


def _is_the_firm_of(each: Body, region: str) -> bool:
    return each.kind is BodyKind.INSTITUTION and each.territory.value == region
