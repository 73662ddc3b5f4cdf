"""Reads pictures with the product's engine once and keeps the lines, so that interpreting them again takes seconds."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
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

PIXELS_TO_LINES = ("engine.py", "strips.py", "grounds.py", "whole_panels.py")
INSTITUTION = "速融宝"


class Reader:
    """Gives the lines of pictures; what was read before by the same engine comes from a file."""

    def __init__(self, folder: Path) -> None:
        here = Path(reading.__file__).parent
        whole = hashlib.sha256()
        for name in PIXELS_TO_LINES:
            if (here / name).is_file():
                whole.update((here / name).read_bytes())
        self._folder = folder / whole.hexdigest()[:16]
        self._folder.mkdir(parents=True, exist_ok=True)
        self._engine = None

    def lines(self, path: Path) -> tuple[MachineLine, ...]:
        """Return what stands on a picture."""
        kept = self._folder / f"{hashlib.sha256(path.read_bytes()).hexdigest()}.json"
        if kept.is_file():
            return tuple(_line(each) for each in json.loads(kept.read_text(encoding="utf-8")))
        lines = self._read(path)
        unfinished = kept.with_suffix(f".{os.getpid()}")
        unfinished.write_text(json.dumps([asdict(line) for line in lines], ensure_ascii=False), encoding="utf-8")
        unfinished.rename(kept)
        return tuple(lines)

    def _read(self, path: Path) -> list[MachineLine]:
        from evidence_app.reading.engine import Engine
        from evidence_app.reading.strips import read_page

        if self._engine is None:
            self._engine = Engine()  # type: ignore[assignment]
        engine, image = self._engine, Image.open(path).convert("RGB")
        assert engine is not None

        def look(region: tuple[int, int, int, int], width: int) -> Sequence[MachineLine]:
            x, y, across, down = region
            part = image.crop((x, y, x + across, y + down))
            if width != across:
                part = part.resize((width, round(down * width / across)))
            return list(engine.read(part.tobytes(), *part.size))

        return read_page(*image.size, 0, look)


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
