"""Further names of an institution: what it signs with, and what its chat is called, for a person to accept. Pure."""

import re
from collections.abc import Sequence

from evidence_app.domain.contacts import is_acquaintance
from evidence_app.rules.parties import LEAST_SHARED, brands_of, called, is_named, shares_brand, without_office

_TRADES = re.compile(r"银行|信用社|保险|人寿|财险|证券|基金|法院|公安|协会|律师|bank|insurance")
"""Others of the same beginning: 平安银行 is none of the names of 平安消费金融."""

LONGEST = 20
"""Characters of a name; what is longer is a sentence."""


def another_name(shown: str, names: Sequence[str]) -> str:
    """Return the name that a signature or a chat's title adds to an institution's, empty where it adds none.

    速融宝客服 adds 速融宝 to 速融消费金融有限公司: both hold the brand. That may be another company's all the same, so
    that only a person makes it a name.
    """
    name = without_office(shown.strip())
    known = frozenset(called(each) for each in names if each.strip())
    said = called(name)
    if len(said) < LEAST_SHARED or len(name) > LONGEST or is_acquaintance(shown) or is_named(name, known):
        return ""
    if any(trade not in "".join(known) for trade in _TRADES.findall(said)):
        return ""
    return name if _is_of_one_brand(said, known) else ""


def _is_of_one_brand(said: str, known: frozenset[str]) -> bool:
    """Tell whether one of two names holds the other's brand: 云惠分期, 上海云惠小额贷款有限公司."""
    of_said = frozenset((*brands_of(said, LEAST_SHARED), said))
    of_known = frozenset(brand for name in known for brand in (*brands_of(name, LEAST_SHARED), name))
    return shares_brand(said, of_known) or any(shares_brand(name, of_said) for name in known)
