"""Quotation marks for English: the narrow forms that the Chinese fonts hold but do not offer by character.

Noto Sans SC and TC draw ‘ ’ “ ” as wide as a Chinese character, which tears English words apart at every
apostrophe. The narrow ones are reached through the font's ``pwid`` feature (OpenType 1.9, GSUB, lookup type 1).
"""

from collections.abc import Iterator

FEATURE = b"pwid"
SINGLE, EXTENSION = 1, 7


class _Table:
    """Big-endian numbers in a part of a font."""

    def __init__(self, data: bytes, start: int = 0) -> None:
        self._data = data
        self._start = start

    def short(self, at: int) -> int:
        return int.from_bytes(self._data[self._start + at : self._start + at + 2])

    def shorts(self, at: int, count: int) -> list[int]:
        return [self.short(at + 2 * index) for index in range(count)]

    def tag(self, at: int) -> bytes:
        return self._data[self._start + at : self._start + at + 4]

    def sub(self, offset: int) -> "_Table":
        return _Table(self._data, self._start + offset)

    def far_sub(self, at: int) -> "_Table":
        return self.sub(self.short(at) << 16 | self.short(at + 2))


def proportional_glyphs(gsub: bytes) -> dict[int, int]:
    """Return, from a font's GSUB table, the narrow glyph for each wide one."""
    table = _Table(gsub)
    features, lookups = table.sub(table.short(6)), table.sub(table.short(8))
    found: dict[int, int] = {}
    for index in range(features.short(0)):
        if features.tag(2 + 6 * index) == FEATURE:
            feature = features.sub(features.short(6 + 6 * index))
            for lookup in feature.shorts(4, feature.short(2)):
                found.update(_substitutes(lookups.sub(lookups.short(2 + 2 * lookup))))
    return found


def _substitutes(lookup: _Table) -> Iterator[tuple[int, int]]:
    for offset in lookup.shorts(6, lookup.short(4)):
        kind, subtable = lookup.short(0), lookup.sub(offset)
        if kind == EXTENSION:
            kind, subtable = subtable.short(2), subtable.far_sub(4)
        if kind == SINGLE:
            covered = list(_covered(subtable.sub(subtable.short(2))))
            by_delta = subtable.short(0) == 1
            new = [(g + subtable.short(4)) % 65536 for g in covered] if by_delta else subtable.shorts(6, len(covered))
            yield from zip(covered, new, strict=True)


def _covered(coverage: _Table) -> Iterator[int]:
    if coverage.short(0) == 1:
        yield from coverage.shorts(4, coverage.short(2))
        return
    for index in range(coverage.short(2)):
        first, last = coverage.shorts(4 + 6 * index, 2)
        yield from range(first, last + 1)
