"""What is true of a drawn screen, and how it is written down: one JSON file beside each picture."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

Box = tuple[int, int, int, int]


@dataclass
class Entity:
    """``value`` is normalised; ``A|B`` accepts both. An optional one is neither missed nor false."""

    kind: str
    value: str
    optional: bool = False


@dataclass
class Promise:
    """A whole sentence; ``due`` is an ISO date, None if it names none. Of an optional one, opinions differ."""

    text: str
    due: str | None
    optional: bool = False


@dataclass
class Message:
    """``time`` is ISO to the minute, None where the screen does not say; what is optional is half hidden or no text.

    ``really`` is when it was said, also where the screen does not say: whoever works that out is not wrong.
    """

    side: str
    text: str
    time: str | None
    id: str = ""
    optional: bool = False
    really: str | None = None
    box: Box = (0, 0, 0, 0)
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)


@dataclass
class Row:
    """One movement of money, call, login or due date.

    Fields that are None are not held against a reader; a ``party`` like ``A|B`` accepts both.
    """

    kind: str
    at: str | None = None
    direction: str | None = None
    party: str | None = None
    amount: str | None = None
    currency: str | None = None
    reference: str | None = None
    duration_s: int | None = None
    outcome: str | None = None
    text: str | None = None
    id: str = ""
    optional: bool = False
    box: Box = (0, 0, 0, 0)
    entities: list[Entity] = field(default_factory=list)


@dataclass
class Truth:
    """All of one screen. ``form`` is clean, long or photo; ``captured`` what the phone's clock said."""

    name: str
    style: str
    kind: str
    form: str
    script: str
    zone: str
    width: int
    dark: bool
    captured: str
    party: str = ""
    messages: list[Message] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)

    def all_entities(self) -> list[Entity]:
        """Return what stands anywhere on the screen; what only stands in something optional is optional."""
        found = list(self.entities)
        parts: Sequence[Message | Row] = [*self.messages, *self.rows]
        for part in parts:
            found += [Entity(each.kind, each.value, each.optional or part.optional) for each in part.entities]
        return found

    def all_promises(self) -> list[tuple[Promise, bool]]:
        """Return the promises, and whether each is optional: so is one whose message has no time to count from."""
        inside = [
            (each, each.optional or part.optional or part.time is None)
            for part in self.messages
            for each in part.promises
        ]
        return [*((each, each.optional) for each in self.promises), *inside]

    def save(self, picture: Path) -> None:
        """Write it beside the picture."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        picture.with_name(picture.name + ".json").write_text(text, encoding="utf-8")


def loaded(path: Path) -> Truth:
    """Return what `Truth.save` wrote; ``path`` is that of the JSON."""
    given = json.loads(path.read_text(encoding="utf-8"))
    messages = [_part(Message, each) for each in given.pop("messages")]
    rows = [_part(Row, each) for each in given.pop("rows")]
    entities = [Entity(**each) for each in given.pop("entities")]
    promises = [Promise(**each) for each in given.pop("promises")]
    return Truth(**given, messages=messages, rows=rows, entities=entities, promises=promises)  # type: ignore[arg-type]


def _part(kind: type[Message] | type[Row], given: dict[str, object]) -> Message | Row:
    entities = [Entity(**each) for each in given.pop("entities")]  # type: ignore[attr-defined]
    box = tuple(given.pop("box"))  # type: ignore[arg-type]
    if kind is Row:
        return Row(**given, entities=entities, box=box)  # type: ignore[arg-type]
    promises = [Promise(**each) for each in given.pop("promises")]  # type: ignore[attr-defined]
    return Message(**given, entities=entities, promises=promises, box=box)  # type: ignore[arg-type]


def minute(at: datetime) -> str:
    """Return a time as truth holds it."""
    return at.strftime("%Y-%m-%dT%H:%M")
