"""A passage's sentences and their clauses. Pure."""

import re
from dataclasses import dataclass

from evidence_app.characters import HAN
from evidence_app.reading.entities.flat import Flat

_CLOSING = r"[”\"』」》)）】]*"
_ABBREVIATED = (
    r"(?<!\b[Rr]ef)(?<!\b[Mm]r)(?<!\b[Mm]rs)(?<!\b[Mm]s)(?<!\b[Dd]r)(?<!\b[Tt]el)(?<!\b[Ee]xt)(?<!\bacct)(?<!approx)"
)
_ON = r"(?!(?<=\b[Nn]o\.)\s?[A-Z]{0,4}-?\d)(?!(?<=[ap]\.m\.)\s[a-z(])"
"""Where a full stop belongs to a word: ref. C-209, No. 12, by 5 p.m. today."""
_ENDS = re.compile(
    rf"(?:[。!?…]+|(?<=[{HAN}\d])[oO](?=[{HAN}]|\s*$)|~+(?!\d)|{_ABBREVIATED}[.](?=\s|$){_ON}|(?<=[{HAN}])[.](?=[{HAN}])|\n+){_CLOSING}[~!?。\s]*"
)
"""``。``, ``!”``, ``好~``: an o behind a character is a full stop, too."""

_SIGNATURE = re.compile(r"\s*(?:【[^】]{1,24}】|\[[^\]]{1,24}\])\s*[:,]?\s*")
_PREFIX = re.compile(
    r"(?:\s*(?:20\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s?\d{1,2}:\d\d(?::\d\d)?\s*)?(?:[^,。:!?\n]{0,24}(?:回复|答复|回覆|答覆|留言|回应|处理意见|处理结果|处理说明)(?:内容|意见|如下|情况)?|reply|response)\s*:\s*)?",
    re.IGNORECASE,
)
"""When and who answers, before what is answered: the expression also matches nothing."""
_COMMAS = re.compile(r"(?<!\d)[,;]|(?<=\d)[,;](?!\d)|[,;](?=\d{1,2}\D)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` is searched in; ``start`` and ``end`` are its place in the passage."""

    text: str
    start: int
    end: int

    @property
    def clauses(self) -> list[str]:
        """The parts between commas, in order; a comma inside a number parts nothing."""
        return [self.text[start:end] for start, end in self.placed_clauses]

    @property
    def placed_clauses(self) -> list[tuple[int, int]]:
        """Where the clauses begin and end in ``text``."""
        marks = [(each.start(), each.end()) for each in _COMMAS.finditer(self.text)]
        starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(self.text)]
        return [(start, end) for start, end in zip(starts, ends, strict=True) if self.text[start:end].strip()]


def sentences(flat: Flat) -> list[Sentence]:
    """Return the sentences of a passage, without a signature in brackets before the first."""
    text = flat.words
    signature = _SIGNATURE.match(text)
    at = signature.end() if signature and signature.end() < len(text) else 0
    found = []
    for end in [each.end() for each in _ENDS.finditer(text, at)] + [len(text)]:
        prefix = _PREFIX.match(text, at, end)
        found += _trimmed(text, prefix.end() if prefix else at, end)
        at = max(at, end)
    return found


def _trimmed(text: str, start: int, end: int) -> list[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Sentence(text[start:end], start, end)] if any(char.isalnum() for char in text[start:end]) else []
