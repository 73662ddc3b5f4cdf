"""Messages that bring a one-time code: who reads one may enter an account. Pure."""

import re

_NAMED = (
    r"[验驗][证證][码碼]|[校检檢][验驗][码碼]|[动動][态態](?:[密码碼]|口令)|一次性?(?:密[码碼]|[验驗])|[认認][证證][码碼]|"
    r"(?<![a-z])otp(?![a-z])|one[- ]time (?:code|pass(?:word|code))|"
    r"(?<!zip )(?<!postal )(?<!area )(?<![a-z])(?:pass)?code(?![a-z])"
)
_DIGITS = r"(?<![\d.])(?:[a-z]-)?\d{4,8}(?![\d.]*\d)"
_CODE = re.compile(
    rf"(?:{_NAMED})[^\d.。!！]{{0,20}}?{_DIGITS}|{_DIGITS}[^\d。.!！]{{0,30}}(?:{_NAMED})", re.IGNORECASE
)


def is_one_time_code(text: str) -> bool:
    """Tell whether words bring a code; that one shall be told to nobody brings none."""
    return _CODE.search(text) is not None


def without_code(text: str) -> str:
    """Return words that bring a code with stars for its figures; other words as they are."""
    return _CODE.sub(lambda found: re.sub(_DIGITS, lambda code: "*" * len(code[0]), found[0]), text)
