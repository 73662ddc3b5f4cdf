"""Which companies are paid for a loan beside the institution: those that vouch for it, or insure it. Pure."""

import re
import tomllib
from functools import lru_cache

from evidence_app.domain.events import EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.resources import resource
from evidence_app.rules.movements import goes_out
from evidence_app.rules.parties import called

_CARRIES = re.compile(
    r"银行|信用社|支付|财付通|微信|银联|钱包|清算|bank|alipay|wechat|tenpay|unionpay|paypal|wallet|payment"
)
"""Who only carries money: a bank's record names the wallet that a payment went through, and not who got it."""

_IS_COMPANY = re.compile(r"(?:公司|集团|\b(?:plc|inc|ltd|llc|company|co|corp|corporation|limited))\W*$")


def is_paid_to_another_company(each: Happening) -> bool:
    """Tell whether a payment names a company as who got it; asked of what does not name the institution."""
    return goes_out(each) and _is_another_company(each.party)


def names_a_seller(each: Happening) -> bool:
    """Tell whether a payment for something, or its refund, says with whom it was: no number, no ``*伟``, no carrier."""
    of_purchase = each.kind is EventKind.PAYMENT and (goes_out(each) or each.outcome is Outcome.REFUNDED)
    is_name = any(char.isalpha() for char in each.party) and "*" not in each.party
    return of_purchase and is_name and _CARRIES.search(called(each.party)) is None


@lru_cache(maxsize=8192)
def _is_another_company(name: str) -> bool:
    said = called(name)
    if _CARRIES.search(said) is not None:
        return False
    return _IS_COMPANY.search(name.casefold()) is not None or _IS_COMPANY.search(said) is not None or _insures(said)


def _insures(said: str) -> bool:
    """Tell whether a name is an insurer's short one and nothing more."""
    names = _short_names()
    return said.removeprefix("中国") in names or said in names


@lru_cache(maxsize=1)
def _short_names() -> frozenset[str]:
    with resource("insurers.toml").open("rb") as file:
        table = tomllib.load(file)
    pairs = (brand + trade for brand in table["brands"] for trade in table["trades"])
    return frozenset(map(called, (*pairs, *table["alone"])))
