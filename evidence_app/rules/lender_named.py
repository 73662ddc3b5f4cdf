"""What an institution's own name says that the lender is, to be asked: nobody takes it for the answer. Pure."""

from collections.abc import Mapping
from functools import lru_cache

from evidence_app.characters import simplified
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.workspace import Lender, LoanTerms
from evidence_app.rules.law_files import Facts, read_law
from evidence_app.rules.territories import home_of, territory_of


def lender_named(dispute: Dispute, loan: LoanTerms | None) -> Lender:
    """Return as what the lender's name tells of it; NOT_SAID where it tells nothing, or a person said what it is."""
    home = territory_of(home_of(dispute))
    if home is None or (loan is not None and loan.lender is not Lender.NOT_SAID):
        return Lender.NOT_SAID
    names = simplified(" ".join((dispute.institution, *dispute.aliases)))
    known = _words().get(home.code, {})
    return next((lender for lender, words in known.items() if any(each in names for each in words)), Lender.NOT_SAID)


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[Lender, tuple[str, ...]]]:
    return read_law("lender_words.toml", _read)


def _read(table: Facts) -> Mapping[str, Mapping[Lender, tuple[str, ...]]]:
    return {
        place: {Lender(lender): tuple(words) for lender, words in lenders.items()} for place, lenders in table.items()
    }
