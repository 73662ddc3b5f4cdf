"""Which texts a reader of Chinese needs translated: sentences in other letters, no names or addresses. Pure."""

import re

FEWEST_WORDS = 4
"""Words of three letters or more from which on a text is a sentence."""

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_NO_WORDS = re.compile(r"\S*(?:://|@|www\.)\S*")
_WORD = re.compile(r"[^\W\d_]{3,}")


def is_foreign(text: str) -> bool:
    """Tell whether a text is a sentence in another language than Chinese."""
    return not _CHINESE.search(text) and len(_WORD.findall(_NO_WORDS.sub(" ", text))) >= FEWEST_WORDS


def begins_in_chinese(text: str) -> bool:
    """Tell whether a text begins with a Chinese character: most do, and need no second look."""
    return "\u3400" <= text[:1] <= "\u9fff"
