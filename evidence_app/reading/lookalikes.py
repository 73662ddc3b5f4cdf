"""Characters that the engine takes for others of nearly the same shape, told by what stands beside them. Pure.

內 is read as 内 and 關 as 关 in lines that are traditional otherwise, 别 as 別 in simplified ones, 一 as a dash and a
full stop at a line's end as a degree sign.
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


_ONE = re.compile(r"(?:^|(?<=[，。！？；,.!?;]))[-—–－](?=[般直定旦切共起样樣律边邊方]|个月|個月)")
"""一 at the beginning of a clause, read as a dash: -般来说."""

TRADITIONAL_TWINS = "別內戶盜黃吳溫強沒稅脫冊刪呂爭淨靜卻換奧決況沖涼減湊敘剎虛帶兌"
SIMPLIFIED_TWINS = "别内户盗黄吴温强没税脱册删吕争净静却换奥决况冲凉减凑叙刹虚带兑"
"""Forms, in the same order, that differ by a stroke or its bend."""
TWINS = frozenset(TRADITIONAL_TWINS + SIMPLIFIED_TWINS)
_TO_TRADITIONAL = str.maketrans(SIMPLIFIED_TWINS, TRADITIONAL_TWINS)
_TO_SIMPLIFIED = str.maketrans(TRADITIONAL_TWINS, SIMPLIFIED_TWINS)

LEAST_OF_SCRIPT, MOST_OF_OTHER = 8, 0.1
"""Characters of a page that only one script has, for lines that have none to be of that; the other's part of them."""


def without_lookalikes(lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the lines of a page with such characters as they must have been."""
    script = _script_of("".join(line.text for line in lines), LEAST_OF_SCRIPT)
    return [_mended(line, script) for line in lines]


def _mended(line: MachineLine, page_script: str) -> MachineLine:
    text = _ONE.sub("一", _STOP.sub("。", line.text)) if _is_chinese(line.text) else line.text
    strange = [char for char in text if char in _only_simplified()]
    if len(strange) == 1 and sum(_is_traditional(char) for char in text) >= LEAST_TRADITIONAL:
        text = text.replace(strange[0], _only_simplified()[strange[0]])
    if any(char in TWINS for char in text):
        text = _with_twins_of(_script_of(text, 1) or page_script, text)
    return line if text == line.text else replace(line, text=text)


def _with_twins_of(script: str, text: str) -> str:
    table = {"traditional": _TO_TRADITIONAL, "simplified": _TO_SIMPLIFIED}.get(script)
    return text.translate(table) if table else text


def _script_of(text: str, least: int) -> str:
    """Return the script of a text, empty where too few characters tell, or both scripts' do; twins tell nothing."""
    telling = [char for char in text if char not in TWINS]
    counts = {
        "traditional": sum(map(_is_traditional, telling)),
        "simplified": sum(map(_is_simplified, telling)),
    }
    script = max(counts, key=counts.__getitem__)
    other = min(counts.values())
    return script if counts[script] >= least and other <= counts[script] * MOST_OF_OTHER else ""


def _is_chinese(text: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" for char in text)


@lru_cache(maxsize=8192)
def _is_traditional(char: str) -> bool:
    """Tell whether only traditional writing has a character."""
    return "\u3400" <= char <= "\u9fff" and not _is_in(char, "gb2312") and _is_in(char, "big5")


@lru_cache(maxsize=8192)
def _is_simplified(char: str) -> bool:
    """Tell whether only simplified writing has a character."""
    return "\u3400" <= char <= "\u9fff" and _is_in(char, "gb2312") and not _is_in(char, "big5")


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
