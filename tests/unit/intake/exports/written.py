"""Exports of our own making for the tests, and ways to damage them."""

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.exports import Hints, Read, Record, Unread
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.source import Source

SOAK = bool(os.environ.get("JUZHENG_SOAK"))


def source_of(
    folder: Path, content: str | bytes, name: str = "chat.txt", *, encoding: str = "utf-8", hints: Hints | None = None
) -> Source:
    """Write an export and return it as importers get it."""
    path = folder / "export"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return Source(path, name, hints or Hints())


def records_of(source: Source, code: str = "") -> list[Record]:
    """Return all records of an export that is known, none of them unread."""
    found = list(reads_of(source, code))
    assert [each for each in found if isinstance(each, Unread)] == []
    return [each for each in found if isinstance(each, Record)]


def reads_of(source: Source, code: str = "") -> Iterator[Read]:
    """Yield what reading an export gives; ``code`` is the format it has to be taken for."""
    known = format_of(source)
    assert known is not None, source.text[:200]
    assert not code or known.code == code
    return known.read(source)


def read_any(source: Source) -> Iterator[Read]:
    """Read a file as what it still looks like, its parts too."""
    known = format_of(source)
    if known is None:
        return
    yield from known.read(source)
    if known.parts:
        list(known.parts(source))


def place_number(place: str) -> int:
    """Return the number of a place, 0 for one that has none."""
    number = place.rpartition(":")[2]
    return int(number) if number.isascii() and number.isdigit() else 0


def mutated(content: bytes, seed: int) -> bytes:
    """Return a content with one to six damages, as bad cables, editors and mailers make them."""
    chance = random.Random(seed)
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        length = chance.choice((1, 2, 7, 40, 300))
        chance.choice(_DAMAGES)(data, at, length, chance)
    return bytes(data)


def _cut(data: bytearray, at: int, length: int, _: random.Random) -> None:
    del data[at : at + length]


def _twice(data: bytearray, at: int, length: int, _: random.Random) -> None:
    data[at:at] = data[at : at + length]


def _noise(data: bytearray, at: int, length: int, chance: random.Random) -> None:
    data[at : at + min(length, 7)] = chance.randbytes(min(length, 7))


def _words(data: bytearray, at: int, _: int, chance: random.Random) -> None:
    data[at:at] = chance.choice(_STRANGE)


def _truncated(data: bytearray, at: int, _: int, chance: random.Random) -> None:
    if chance.random() < 0.3:
        del data[at:]


_DAMAGES = (_cut, _twice, _noise, _words, _truncated)
_STRANGE = tuple(
    each.encode("utf-8", "surrogateescape")
    for each in (
        *("\0" * 9, "\r", "\n", "\r\n\r\n", "\u2028", "\u202e\u200e", '"', "\t", "{", "]", "<", "&#x0;"),
        *(
            "99:99",
            "31/02/2025",
            "9" * 400,
            "\\ud83d",
            "null",
            "1e999999999",
            "\udcff\udcfe",
            "\udcc9\udccf\udcce\udce7",
        ),
    )
)


def overwritten(content: bytes, seed: int) -> bytes:
    """Return a content with one to six places written over, as in files whose parts are found by counting bytes."""
    chance = random.Random(seed)
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        piece = chance.randbytes(chance.choice((1, 2, 7)))
        data[at : at + len(piece)] = piece
    return bytes(data[: chance.randrange(len(data))] if chance.random() < 0.1 else data)


def survives_damage(
    folder: Path,
    content: bytes,
    read: Callable[[Source], Iterator[Read]],
    name: str = "chat.txt",
    damage: Callable[[bytes, int], bytes] = mutated,
) -> None:
    """Assert that no damage makes an importer fail, and that what it says of places holds; print the counts."""
    counts: Counter[str] = Counter()

    @settings(
        max_examples=2000 if SOAK else 40,
        derandomize=not SOAK,  # of forty chosen anew each time less than half may be whole, by chance alone
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, 2**32))
    def damaged(seed: int) -> None:
        found = list(read(source_of(folder, damage(content, seed), name)))
        numbers = [place_number(each.place) for each in found]
        assert numbers == sorted(numbers)
        assert len({each.place for each in found}) == len(found)
        counts["inputs"] += 1
        counts["gave events"] += any(isinstance(each, Record) for each in found)
        counts["records"] += sum(isinstance(each, Record) for each in found)
        counts["unread"] += sum(isinstance(each, Unread) for each in found)

    damaged()
    print(dict(counts))
    assert counts["gave events"] * 2 >= counts["inputs"]
