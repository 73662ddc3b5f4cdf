"""Which contract words are about, by its number, its last digits or a letter: 尾号5678合同, B贷款. Pure."""

import re
from collections.abc import Collection, Iterable

from evidence_app.characters import folded

_CONTRACT = r"(?:合同|借款|贷款|借据|分期|协议|账单|订单|contract|loan|agreement|order)"
_TAIL = r"(?:尾号|末[四4]位|后[四4]位|ending(?:in|with)?)(?:为|是|[:：])?"
_NAMED = (
    rf"{_TAIL}([a-z]?\d{{3,8}})(?:的|号)?{_CONTRACT}",
    rf"{_CONTRACT}(?:编号|号码|号|no\.?|number)?[(（]?{_TAIL}([a-z]?\d{{3,8}})",
    rf"{_CONTRACT}(?:编号|号码|号|no\.?|number)[:：#为]?([a-z]{{0,6}}[\d-]{{4,30}})",
    r"(?<![a-z\d])([a-z甲乙丙丁])(?:合同|借款|贷款|借据)",
)
_WAYS = tuple(map(re.compile, _NAMED))
"""How a contract is named, in texts as `folded` writes them."""


def contracts_in(text: str) -> frozenset[str]:
    """Return what a text calls its contracts by: a number, its end, or a letter; nothing of a card or a telephone."""
    plain = folded(text)
    return frozenset(found[1] for way in _WAYS for found in way.finditer(plain))


def are_of_another(named: Collection[str], known: Iterable[str]) -> bool:
    """Tell whether contracts that are named are surely none of the known ones; of unknown ones nobody can say."""
    known = tuple(known)
    ends = [(one, other) for one in named for other in known]
    return bool(ends) and not any(one.endswith(other) or other.endswith(one) for one, other in ends)


__all__ = ["are_of_another", "contracts_in"]
