"""Numbers as people write them: 3,000.00, 三千五, 3.2万, 叁仟. Pure."""

import re
from decimal import Decimal, InvalidOperation

CHINESE = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅貮贰两俩参"
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GROUPED = re.compile(r"[,\s]")
_SHORT = {"w": "万", "W": "万", "k": "千", "K": "千"}


def parse_number(words: str) -> Decimal | None:
    """Return the number that the words are, None for all other words."""
    text = _GROUPED.sub("", words)
    if _PLAIN.fullmatch(words):
        return Decimal(text)
    if text[-1:] in _SHORT:
        text = text[:-1] + _SHORT[text[-1]]
    return _chinese(text)


def _chinese(text: str) -> Decimal | None:
    import cn2an

    text = text.replace("参", "叁")
    try:
        return Decimal(str(cn2an.cn2an(text, "smart")))
    except (ValueError, LookupError, InvalidOperation):  # what it makes of numerals in an impossible order
        return None
