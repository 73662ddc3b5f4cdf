"""Which other lenders write through a number that many companies share, as what they sign with tells. Pure.

A gateway's number (106…) stated for the institution sends what others write, too. Only a lender that an entry names as
the sender is taken for another: brands, agencies and collectors of the institution sign with names of their own.
"""

import re
from collections.abc import Iterable

from evidence_app.domain.contacts import signature
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.parties import OtherSide, called, is_company, is_named, is_named_otherwise, shares_brand

_GATEWAY = re.compile(r"(?:\+?86)?106\d{2,}")
_LENDER = re.compile(r"贷|借款|消费金融|银行|分期|钱包|\b(?:loans?|lend(?:ing|er)|bank|credit)\b", re.IGNORECASE)
_FOR_OTHERS = re.compile(r"催|法务|律师|律所|贷后|资产|委外|不良|管理|咨询|collect|recover|legal|law", re.IGNORECASE)

SAME_BEGINNING = 2
"""Characters with which names of one house begin."""


def other_signers(happenings: Iterable[Happening], side: OtherSide) -> frozenset[str]:
    """Return under which names, as `called` writes them, other lenders sign what a shared number sends."""
    signed = ((each, signature(each.text)) for each in happenings if _is_shared(each))
    return frozenset(called(name) for each, name in signed if name and _is_another(each, name, side))


def is_signed_by(each: Happening, names: frozenset[str], side: OtherSide) -> bool:
    """Tell whether another lender signed a message, and not in the institution's name."""
    if not names or not _is_shared(each) or called(signature(each.text)) not in names:
        return False
    said = called(each.text)
    return not any(name in said for name in side.names if name)


def _is_shared(each: Happening) -> bool:
    came = each.kind is EventKind.MESSAGE and each.direction is Direction.IN and "】" in each.text
    return came and _GATEWAY.fullmatch(re.sub(r"[-\s]", "", each.number)) is not None


def _is_another(each: Happening, name: str, side: OtherSide) -> bool:
    """Tell whether an entry names as its sender the lender that signed it, which nothing joins to the institution."""
    signs, sends = called(name), called(each.party)
    if not is_named_otherwise(each.party, each.number) or not (sends.startswith(signs) or signs.startswith(sends)):
        return False
    both = (each.party, name)
    if any(_may_be_theirs(one, side) for one in both):
        return False
    return any(map(_LENDER.search, both)) and not any(map(_FOR_OTHERS.search, both))


def _may_be_theirs(name: str, side: OtherSide) -> bool:
    """Tell whether a name is one of the institution's, or begins as one of them does: that may be its sister."""
    if is_named(name, side.names) or is_company(name, side.names) or shares_brand(name, side.names):
        return True
    return any(called(name)[:SAME_BEGINNING] == each[:SAME_BEGINNING] for each in side.names)


__all__ = ["is_signed_by", "other_signers"]
