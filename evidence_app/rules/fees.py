"""Which payments were fees: as the entries themselves call them, or as a person states. Pure."""

import re
from collections.abc import Iterable

from evidence_app.characters import simplified
from evidence_app.domain.events import Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.rules.movements import goes_out

_FEE = re.compile(
    r"(?<![免零无])(?:手续|服务|担保|管理|咨询|会员|审核|审批|解冻|激活|验证|工本|保险|中介|渠道|平台|前期|砍头|通道|信息)费"
    r"|(?<![免零无])(?:保证金|砍头息)"
    r"|\b(?<!no )(?<!without )(?<!free of )(?:fees?|service charges?|security deposit)\b",
    re.IGNORECASE,
)
"""Words for charges beside principal and interest, in simplified characters."""


def fees_among(paid: Iterable[Happening], stated: frozenset[str] = frozenset()) -> tuple[Happening, ...]:
    """Return those of some payments that were made which their own words call a fee, or a person did (``stated``)."""
    return tuple(each for each in paid if goes_out(each) and (each.event_id in stated or _is_called_fee(each)))


def _is_called_fee(each: Happening) -> bool:
    return each.outcome is Outcome.DONE and _names_fee(each)


def _names_fee(each: Happening) -> bool:
    return _FEE.search(simplified(f"{each.text} {each.party}")) is not None
