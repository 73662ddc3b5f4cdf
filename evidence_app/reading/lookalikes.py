"""Characters that the engine takes for others of nearly the same shape, told by what stands beside them. Pure.

內 is read as 内 and 關 as 关 in lines that are traditional otherwise, and a full stop at a line's end as a degree sign.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from evidence_app.characters import traditional_forms
from evidence_app.domain.machine_text import MachineLine

LEAST_TRADITIONAL = 2
"""Characters of a line that only traditional writing has, beside one that it does not have, for that to be misread."""

_STOP = re.compile(r"(?<=[\u3400-\u9fff\d)）」』”])°$")


def without_lookalikes(lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return lines with such characters as they must have been."""
    return [_mended(line) for line in lines]


def _mended(line: MachineLine) -> MachineLine:
    text = _STOP.sub("。", line.text) if _is_chinese(line.text) else line.text
    strange = [char for char in text if char in _only_simplified()]
    if len(strange) == 1 and sum(_is_traditional(char) for char in text) >= LEAST_TRADITIONAL:
        text = text.replace(strange[0], _only_simplified()[strange[0]])
    return line if text == line.text else replace(line, text=text)


def _is_chinese(text: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" for char in text)


@lru_cache(maxsize=8192)
def _is_traditional(char: str) -> bool:
    """Tell whether only traditional writing has a character."""
    return "\u3400" <= char <= "\u9fff" and not _is_in(char, "gb2312") and _is_in(char, "big5")


@lru_cache(maxsize=1)
def _only_simplified() -> dict[str, str]:
    """Return, by character that traditional writing never has, the one that it is the simplified form of."""
    return {
        simple: forms[0]
        for simple, forms in traditional_forms().items()
        if len(forms) == 1 and not _is_in(simple, "big5")
    }


def _is_in(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
