"""Which companies are paid for a loan beside the institution: those that vouch for it, or insure it. Pure."""

import re
from functools import lru_cache

from evidence_app.domain.happenings import Happening
from evidence_app.rules.movements import goes_out
from evidence_app.rules.parties import called

_VOUCHES = re.compile(r"担保|保险|产险|财险|人寿|guarant|insur|surety")
"""Who vouches for a loan or insures it, in simplified characters and small letters."""

_CARRIES = re.compile(
    r"银行|信用社|支付|财付通|微信|银联|钱包|清算|bank|alipay|wechat|tenpay|unionpay|paypal|wallet|payment"
)
"""Who only carries money: a bank's record names the wallet that a payment went through, and not who got it."""

_IS_COMPANY = re.compile(r"(?:公司|集团|\b(?:plc|inc|ltd|llc|company|co|corp|corporation|limited))\W*$")


def is_paid_to_another_company(each: Happening) -> bool:
    """Tell whether a payment names a company as who got it; asked of what does not name the institution."""
    return goes_out(each) and _is_another_company(each.party)


@lru_cache(maxsize=8192)
def _is_another_company(name: str) -> bool:
    said = called(name)
    return _VOUCHES.search(said) is not None or (_IS_COMPANY.search(said) is not None and _CARRIES.search(said) is None)
