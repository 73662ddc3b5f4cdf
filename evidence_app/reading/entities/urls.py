"""Addresses in the web, with and without a scheme, to be held against the institution's genuine ones. Pure."""

import re

from evidence_app.characters import HAN
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import SEAM, Flat
from evidence_app.reading.entities.found import Found, Known

# Domains in which addresses are written without a scheme; others only count with one.
_TOP = (
    "com|cn|net|org|gov|edu|info|biz|cc|top|vip|xyz|site|shop|store|club|online|ltd|link|app|dev|io|me|tv|co|hk|tw|mo|sg|us|uk|"
    "jp|im|ai|asia|work|live|fun|ink|pro|wang|ren|mobi|tech|icu|ly|gl|gg|be|to|fm|la|pw|so|tk|one|page|help|loan|finance|money|"
    "example|test|invalid"
)
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ANY_LABEL = rf"[A-Za-z0-9{HAN}](?:[A-Za-z0-9{HAN}-]*[A-Za-z0-9{HAN}])?"
"""Also one in Chinese: behind a scheme, and before a last one that is known or Latin, it is no sentence."""
_LAST = rf"(?:{_LABEL}|中国|公司|网络|网址|香港|台湾|集团|在线|手机)"
_TAIL = rf"(?::\d{{2,5}})?(?:[/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%{SEAM}]*)?"
_URL = re.compile(
    rf"(?<![A-Za-z0-9@._\-])(?:(?P<scheme>https?)\s?:\s?/\s?/\s?(?:{_ANY_LABEL}\.)*{_LAST}{_TAIL}"
    rf"|(?:{_LABEL}\.)+(?:{_TOP})(?![A-Za-z0-9@-]|\.[A-Za-z0-9]){_TAIL})",
    re.IGNORECASE,
)
"""``https://pay.example.com/a?b=1``, ``www.surong.cn/kf``."""

_DAY_BEHIND = re.compile(rf"(?:(?P<end>\.(?:{_TOP}))|{SEAM})(?=(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d).*$", re.IGNORECASE)
"""The day that stands below an address, or that ran together with it: ``a.example2026-10-21``."""

_NOT_ITS_END = ".,;:!?)]'"
_SPACE = re.compile(r"\s")


def find_urls(flat: Flat, _known: Known) -> list[Found]:
    """Return addresses; the value has no spaces, and scheme and host in small letters."""
    return [_found(each) for each in _URL.finditer(flat.text) if any(char.isalpha() for char in each[0])]


def _found(match: re.Match[str]) -> Found:
    words = _DAY_BEHIND.sub(r"\g<end>", match[0]).rstrip(_NOT_ITS_END)
    words += ")" * (words.count("(") > words.count(")"))
    value = _SPACE.sub("", words)
    host = re.match(r"(?:https?://)?[^/?#]*", value, re.IGNORECASE)
    value = host[0].lower() + value[host.end() :] if host else value
    return Found(
        SuggestionKind.URL, value, match.start(), match.start() + len(words), 0.95 if match["scheme"] else 0.85
    )
