"""Reads pictures with the product's engine once and keeps the lines, so that interpreting them again takes seconds."""

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PIL import Image

from benchmarks.truth.format import Truth
from benchmarks.truth.scoring import Json, Reading
from evidence_app import reading
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import ReadEvent, Suggested
from evidence_app.domain.times import instant
from evidence_app.intake.names import facts_from_name
from evidence_app.reading.interpreting import interpret
from evidence_app.reading.layout.page import Around, Page

if TYPE_CHECKING:
    from evidence_app.reading.engine import Engine

PIXELS_TO_LINES = (
    "engine.py", "arrows.py", "cantonese.py", "glyphs.py", "strips.py", "grounds.py", "whole_panels.py", "slopes.py",
    "marks.py", "lookalikes.py", "../../resources/reading/cantonese.toml",
)  # fmt: skip
WORDS = "engine.py"
INSTITUTION = "速融宝"


class Reader:
    """Gives the lines of pictures; what was read before by the same engine comes from a file.

    What the engine recognised is kept apart from the lines with their colours: those take a moment, and change often.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _source_hash(PIXELS_TO_LINES)
        self._words = folder.with_name("words") / _source_hash((WORDS,))
        self._folder.mkdir(parents=True, exist_ok=True)
        self._words.mkdir(parents=True, exist_ok=True)
        self._engine: Engine | None = None

    def lines(self, path: Path) -> tuple[MachineLine, ...]:
        """Return what stands on a picture."""
        kept = self._folder / f"{hashlib.sha256(path.read_bytes()).hexdigest()}.json"
        return tuple(recalled(kept, lambda: self._read(path)))

    def _read(self, path: Path) -> list[MachineLine]:
        from benchmarks.truth.kept_engine import KeptEngine
        from evidence_app.reading.strips import read_page

        engine = self._engine = self._engine or KeptEngine(self._words)
        image = Image.open(path).convert("RGB")

        def look(region: tuple[int, int, int, int], width: int) -> Sequence[MachineLine]:
            x, y, across, down = region
            part = image.crop((x, y, x + across, y + down))
            if width != across:
                part = part.resize((width, round(down * width / across)))
            return list(engine.read(part.tobytes(), *part.size))

        return read_page(*image.size, 0, look)


def _source_hash(names: Sequence[str]) -> str:
    here = Path(reading.__file__).parent
    whole = hashlib.sha256()
    for name in names:
        whole.update((here / name).read_bytes())
    return whole.hexdigest()[:16]


def _keep(lines: Sequence[MachineLine], path: Path) -> None:
    """Write lines so that nobody ever reads half of them."""
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps([asdict(line) for line in lines], ensure_ascii=False), encoding="utf-8")
    unfinished.rename(path)


def recalled(path: Path, make: Callable[[], Sequence[MachineLine]]) -> list[MachineLine]:
    """Return the lines kept in a file, made and kept if there is none."""
    if not path.is_file():
        _keep(make(), path)
    return [_line(each) for each in json.loads(path.read_text(encoding="utf-8"))]


def _line(given: Json) -> MachineLine:
    for name in ("region", "ground", "ink", "panel"):
        if given[name] is not None:
            given[name] = tuple(given[name])
    return MachineLine(**given)


def interpreted(truth: Truth, path: Path, reader: Reader) -> Reading:
    """Return what `interpret` makes of a picture, as the command line would print it."""
    with Image.open(path) as image:
        size = image.size
    home = ZoneInfo(truth.zone)
    readings = facts_from_name(path.name).readings
    around = Around(home, readings[0].wall if readings else None, (INSTITUTION,))
    found = interpret([Page(reader.lines(path), *size, around)])
    events = [_event(event, home) for event in found.events]
    suggestions = [_suggestion(each) for each in found.suggestions]
    return Reading(events, suggestions, found.party, found.kind.value)


def _event(event: ReadEvent, home: ZoneInfo) -> Json:
    facts = event.facts
    reading = facts.time.happened
    at = instant(reading, home) if reading else None
    return {
        "kind": facts.kind.value, "at": at.isoformat() if at else None, "precision": facts.time.precision.value,
        "direction": facts.direction.value or None, "party": facts.party or facts.number or None,
        "agent_id": facts.agent_id or None, "text": facts.text or None,
        "amount": None if facts.amount is None else str(facts.amount), "currency": facts.currency,
        "reference": facts.reference or None, "duration_s": facts.duration_s, "outcome": facts.outcome.value or None,
        "region": list(event.place.region),
    }  # fmt: skip


def _suggestion(each: Suggested) -> Json:
    value: object = each.value
    if each.kind.value == "promise":
        value = {"text": each.value, "due": each.due.isoformat() if each.due else None}
    region = list(each.place.region)
    return {
        "kind": each.kind.value,
        "value": value,
        "quote": each.quote,
        "region": region,
        "confidence": each.confidence,
    }
