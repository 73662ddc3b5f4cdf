"""What somebody means who names the institution itself as the body of a complaint: its own office. Pure."""

from dataclasses import dataclass

from evidence_app.characters import folded
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.phrases import Language
from evidence_app.rules.law import Body, BodyKind
from evidence_app.rules.letter_roles import is_request_to
from evidence_app.rules.parties import called, is_company, is_named
from evidence_app.rules.territories import Territory, home_of, territory_of
from evidence_app.rules.ways import ladder

_GENERIC = frozenset(
    map(
        folded,
        (
            *("institution", "the institution", "company", "the company", "the company itself", "the lender"),
            *("机构", "機構", "该机构", "該機構", "对方机构", "對方機構", "机构自己", "機構自己"),
            *("公司", "该公司", "該公司", "对方公司", "對方公司", "对方", "對方"),
        ),
    )
)
"""What people type who mean the other side and do not name it."""


@dataclass(frozen=True, slots=True)
class OwnOffice:
    """The step of a dispute's ladder that is the institution's own, empty where none is known, and its ``names``."""

    body_id: str = ""
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, dispute: Dispute) -> "OwnOffice":
        """Return that of a dispute."""
        names = (dispute.institution, *dispute.aliases)
        office = own_office(territory_of(home_of(dispute)), dispute.type)
        return cls(office or "", frozenset(called(each) for each in names if each.strip()))

    def is_meant(self, said: str) -> bool:
        """Tell whether words are a name of the institution, or a word for it, and nothing more."""
        return folded(said) in _GENERIC or is_named(said, self.names) or is_company(said, self.names)


NOBODYS = OwnOffice()
"""Where it is not known whose dispute it is."""


def own_office(territory: Territory | None, kind: DisputeType) -> str | None:
    """Return the institution's own complaints office where it is, None where none is known."""
    offices = (each for each in ladder(territory, kind) if each.kind is BodyKind.INSTITUTION)
    return next((each.id for each in offices if not is_request_to(each)), None)


def shown_name(of: Body, dispute: Dispute, language: Language) -> str:
    """Return a body's name; of the step that is the institution's own the institution's, and no category."""
    is_own = of.kind is BodyKind.INSTITUTION and own_office(of.territory, dispute.type) == of.id
    return dispute.institution if is_own and dispute.institution.strip() else of.name[language]
