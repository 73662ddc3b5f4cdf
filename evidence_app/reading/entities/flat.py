"""A passage's text as it is searched: widths, scripts and misread digits made one, of the same length."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from evidence_app.characters import simplified
from evidence_app.reading.passages import Passage

SEAM = "\x1f"
"""Stands for the space that joining put between two lines; counts as white space in expressions."""

TAKEN = "\x00"
"""Stands for what an earlier finder has taken."""

_WIDTHS = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SAME = {
    **_WIDTHS,
    ord("\u3000"): " ",
    ord("\xa0"): " ",
    ord("￥"): "¥",
    ord("妳"): "你",
    ord("﹕"): ":",
    ord("﹐"): ",",
}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–−﹣"), "-")
_MISREAD_HAN = {ord("曰"): "日", ord("エ"): "工", ord("己"): "已"}
_TABLE = {**_SAME, **_DASHES, **_MISREAD_HAN, ord("＄"): "$", ord("﹩"): "$"}

_MISREAD = str.maketrans("OoIl", "0011")
_RUN = re.compile(r"(?<![A-Za-z\d])(?=[\d,.\-OoIl]*\d)[\dOoIl][\dOoIl,.\-]*[\dOoIl](?![A-Za-z\d])")


@dataclass(frozen=True, slots=True)
class Flat:
    """``text[i]`` stands for the passage's ``text[i]``; ``words`` still has what earlier finders took."""

    text: str
    words: str

    def without(self, spans: Iterable[tuple[int, int]]) -> "Flat":
        """Return the text with these parts taken, so that nothing is found in or across them."""
        chars: list[str] | None = None
        for start, end in spans:
            chars = chars or list(self.text)
            chars[start:end] = TAKEN * (end - start)
        return self if chars is None else Flat("".join(chars), self.words)


def flat(passage: Passage) -> Flat:
    """Return a passage's text for the finders."""
    text = passage.text
    for start in passage.starts[1:]:
        if text[start - 1] == " ":
            text = text[: start - 1] + SEAM + text[start:]
    text = flat_text(text)
    return Flat(text, text)


def flat_text(text: str) -> str:
    """Return a text as it is searched, of the same length."""
    return _RUN.sub(_digits, simplified(text.translate(_TABLE)))


def _digits(found: re.Match[str]) -> str:
    """Return a number with its misread letters as digits, if most of it are digits; a last o is a full stop."""
    run = found[0]
    last = len(run) - 1 if run[-1] == "o" else len(run)
    if sum(char.isdigit() for char in run) * 2 <= sum(char not in ",.-" for char in run):
        return run
    return run[:last].translate(_MISREAD) + run[last:]
