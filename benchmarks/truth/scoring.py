"""Holds what was read of a screen to its truth: messages, rows, entities, promises, and what was invented."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from benchmarks.truth.format import Box, Entity, Message, Row, Truth
from evidence_app.domain.taken_back import taken_back

Json = dict[str, Any]

ROW_KINDS = ("call", "payment", "repayment", "login", "complaint")
ENTITY_KINDS = ("agent_id", "amount", "reference", "phone", "institution", "redaction")
PUBLIC_HOTLINES = {"12378", "12363", "12315", "12321", "12368", "12345", "110", "165", "1998", "1950"}
"""Numbers that everybody calls: whether they are worth a suggestion is a matter of taste."""

PUNCTUATION = str.maketrans(
    {"。": ".", "、": ",", "“": '"', "”": '"', "‘": "'", "’": "'", "…": ".", "—": "-", "–": "-", "¥": "￥"}
)


@dataclass
class Reading:
    """What a program read of one screen, as ``timeline --json`` and ``suggestions --json`` say it."""

    events: list[Json]
    suggestions: list[Json]
    party: str = ""
    kind: str = ""


@dataclass
class Score:
    """Counts over screens; ``misses`` are for tuning, ``errors`` how often what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    events: int = 0
    invented: int = 0
    misses: list[Json] = field(default_factory=list)

    def part(self, name: str) -> float:
        """Return which part of what was wanted is right, 1 where nothing was."""
        return self.right[name] / self.wanted[name] if self.wanted[name] else 1.0

    def f1(self, name: str) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.wanted[name] + self.right[name] + self.false[name]
        return 2 * self.right[name] / total if total else 1.0


def plain(text: str | None) -> str:
    """Return a text without what does not count: widths of punctuation, spaces, line breaks, pictures of faces."""
    folded = unicodedata.normalize("NFKC", (text or "").translate(PUNCTUATION)).translate(PUNCTUATION)
    kept = (
        char for char in folded if not char.isspace() and unicodedata.category(char) not in ("So", "Mn", "Cf", "Sk")
    )
    return "".join(kept).replace("...", ".").replace("¥", "￥")


def add(score: Score, truth: Truth, reading: Reading) -> None:
    """Add one screen."""
    events = [event for event in reading.events if event["kind"] != "document" and not _is_taken_back(event)]
    _messages(score, truth, [event for event in events if event["kind"] == "message"])
    _rows(score, truth, [event for event in events if event["kind"] in ROW_KINDS])
    _invented(score, truth, events)
    _entities(score, truth, reading.suggestions)
    _promises(score, truth, reading.suggestions)


def _is_taken_back(event: Json) -> bool:
    """Tell whether an event only says that a message was taken back, as many screens do: no truth counts these."""
    return event["kind"] == "note" and taken_back(event["text"] or "") is not None


def _miss(score: Score, truth: Truth, what: str, wanted: object, got: object) -> None:
    score.errors[what] += 1
    said = {"screen": truth.name, "style": truth.style, "form": truth.form, "what": what, "wanted": wanted, "got": got}
    score.misses.append(said)


# Messages


def message_right(wanted: Message, event: Json) -> list[str]:
    """Return what is wrong with a message as it was read."""
    wrong = []
    if event["direction"] != wanted.side:
        wrong.append("side")
    if plain(event["text"]) != plain(wanted.text):
        wrong.append("text")
    if not _same_minute(wanted, event):
        wrong.append("time")
    return wrong


def _same_minute(wanted: Message, event: Json) -> bool:
    at, exact = event["at"], event.get("precision") in ("minute", "second")
    if wanted.time is None and not (at and exact):
        return True
    return bool(at) and exact and at[:16] == (wanted.time or wanted.really)


def _messages(score: Score, truth: Truth, events: list[Json]) -> None:
    left = list(events)
    name = f"messages {truth.form}"
    missed = []
    for wanted in sorted(truth.messages, key=lambda message: message.optional):
        exact = next((event for event in left if not message_right(wanted, event)), None)
        if exact is not None:
            left.remove(exact)
        elif not wanted.optional:
            missed.append(wanted)
        if not wanted.optional:
            score.wanted[name] += 1
            score.right[name] += exact is not None
    for wanted in missed:
        near = max(left, key=lambda event: _likeness(wanted, event), default=None)
        if near is None or _likeness(wanted, near) < 0.3:
            _miss(score, truth, "message missing", _shown(wanted), None)
            continue
        left.remove(near)
        wrong = "+".join(message_right(wanted, near))
        _miss(
            score,
            truth,
            f"message {wrong}",
            _shown(wanted),
            [near["direction"], near["text"], near["at"], near["region"]],
        )


def _shown(message: Message) -> list[object]:
    return [message.side, message.text, message.time, message.box]


def _likeness(wanted: Message | Row, event: Json) -> float:
    by_place = overlap(wanted.box, event["region"])
    by_text = SequenceMatcher(None, plain(wanted.text), plain(event["text"])).ratio() if wanted.text else 0.0
    return max(by_place, by_text)


def overlap(first: Box, second: Sequence[int] | None) -> float:
    """Return which part of the smaller rectangle both have in common."""
    if not second:
        return 0.0
    across = min(first[0] + first[2], second[0] + second[2]) - max(first[0], second[0])
    down = min(first[1] + first[3], second[1] + second[3]) - max(first[1], second[1])
    return max(0, across) * max(0, down) / max(1, min(first[2] * first[3], second[2] * second[3]))


# Rows


def row_wrong(wanted: Row, event: Json) -> list[str]:
    """Return the fields of a row that were read otherwise."""
    wrong = []
    if wanted.at is not None and (event["at"] or "")[: len(wanted.at)] != wanted.at:
        wrong.append("at")
    for name in ("direction", "currency", "outcome", "duration_s"):
        value = getattr(wanted, name)
        if value is not None and event.get(name) != value:
            wrong.append(name)
    for name in ("party", "reference"):
        value = getattr(wanted, name)
        if value is not None and plain(event.get(name)) not in map(plain, value.split("|")):
            wrong.append(name)
    if wanted.amount is not None and _number(event.get("amount")) != float(wanted.amount):
        wrong.append("amount")
    if wanted.text is not None and plain(wanted.text) not in plain(
        f"{event.get('text') or ''}{event.get('party') or ''}"
    ):
        wrong.append("text")
    return wrong


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def _rows(score: Score, truth: Truth, events: list[Json]) -> None:
    left = list(events)
    for wanted in sorted(truth.rows, key=lambda row: row.optional):
        same = [event for event in left if event["kind"] == wanted.kind]
        near = min(
            same, key=lambda event: (len(row_wrong(wanted, event)), -overlap(wanted.box, event["region"])), default=None
        )
        fits = near is not None and (overlap(wanted.box, near["region"]) >= 0.5 or len(row_wrong(wanted, near)) <= 1)
        if near is not None and fits:
            left.remove(near)
        if wanted.optional:
            continue
        name = f"rows {wanted.kind} {truth.style}"
        wrong = row_wrong(wanted, near) if near is not None and fits else ["missing"]
        for each in (name, f"rows {wanted.kind}"):
            score.wanted[each] += 1
            score.right[each] += not wrong
        if wrong:
            got = {part: near.get(part) for part in ROW_FIELDS} if near is not None and fits else None
            _miss(
                score,
                truth,
                f"{wanted.kind} {'+'.join(wrong)}",
                {part: getattr(wanted, part, None) for part in ROW_FIELDS},
                got,
            )


ROW_FIELDS = ("at", "direction", "party", "amount", "currency", "reference", "duration_s", "outcome", "text")


# What is on no screen


def _invented(score: Score, truth: Truth, events: list[Json]) -> None:
    """Count events that match nothing; one message or row answers for one event, what is half hidden for any."""
    score.events += len(events)
    parts: list[Message | Row] = [*truth.messages, *truth.rows]
    pairs = sorted(
        (
            (_answers(part, event), index, number)
            for index, part in enumerate(parts)
            for number, event in enumerate(events)
        ),
        reverse=True,
    )
    taken: set[int] = set()
    explained: set[int] = set()
    for worth, index, number in pairs:
        if worth < 0.5 or number in explained or (index in taken and not parts[index].optional):
            continue
        taken.add(index)
        explained.add(number)
    for number, event in enumerate(events):
        if number not in explained:
            score.invented += 1
            _miss(
                score,
                truth,
                f"invented {event['kind']}",
                None,
                {k: event.get(k) for k in ("at", "text", "amount", "party", "region")},
            )


def _answers(part: Message | Row, event: Json) -> float:
    same = event["kind"] == "message" if isinstance(part, Message) else part.kind in ("*", event["kind"])
    return _likeness(part, event) if same else 0.0


# Entities and promises


def _entities(score: Score, truth: Truth, suggestions: list[Json]) -> None:
    wanted = _unique(truth.all_entities())
    hidden = [part.box for part in (*truth.messages, *truth.rows) if part.optional]
    for kind in ENTITY_KINDS:
        truths = [each for each in wanted if each.kind == kind]
        found = {normal(kind, str(each["value"])): each for each in suggestions if each["kind"] == kind}
        missed = []
        for each in truths:
            hits = {value for value in _accepted(each) if value in found}
            if not each.optional:
                score.wanted[kind] += 1
                score.right[kind] += bool(hits)
                missed += [] if hits else [each.value]
            for value in hits:
                found.pop(value)
        wrong = {value: each for value, each in found.items() if not _pardoned(kind, value, each, hidden)}
        score.false[kind] += len(wrong)
        for value in missed:
            _miss(score, truth, f"{kind} missing", value, sorted(wrong))
        for value, each in wrong.items():
            _miss(score, truth, f"{kind} false", None, [value, each.get("quote"), each.get("region")])


def _pardoned(kind: str, value: str, suggestion: Json, hidden: list[Box]) -> bool:
    """Tell whether nobody minds: a hotline of the public, or what was read of something half hidden."""
    if kind == "phone" and value in PUBLIC_HOTLINES:
        return True
    return any(overlap(box, suggestion.get("region")) > 0.5 for box in hidden)


def _unique(entities: Iterable[Entity]) -> list[Entity]:
    found: dict[tuple[str, str], Entity] = {}
    for each in entities:
        key = each.kind, each.value
        if key not in found or not each.optional:
            found[key] = each
    return list(found.values())


def _accepted(entity: Entity) -> list[str]:
    return [normal(entity.kind, value) for value in entity.value.split("|")]


def normal(kind: str, value: str) -> str:
    """Return an entity's value in the form in which values are compared."""
    if kind == "amount":
        number, _, currency = value.replace(",", "").partition(" ")
        amount = _number(number)
        return f"{amount:.2f} {currency}" if amount is not None else value
    if kind == "phone":
        return "".join(char for char in value if char.isdigit())
    return plain(value).upper().replace("-", "")


def _promises(score: Score, truth: Truth, suggestions: list[Json]) -> None:
    found = [_promise(each["value"]) + (each,) for each in suggestions if each["kind"] == "promise"]
    hidden = [part.box for part in truth.messages if part.optional or part.time is None]
    wanted = [(_bare(each.text), each.due, optional) for each, optional in truth.all_promises()]
    for text, due, optional in sorted(wanted, key=lambda each: each[2]):
        exact = next((each for each in found if each[0] == text and (optional or each[1] == due)), None)
        same = exact or next((each for each in found if each[0] == text), None)
        if same is not None:
            found.remove(same)
        if optional:
            continue
        for name, hit in (("promise", exact), ("promise sentence", same)):
            score.wanted[name] += 1
            score.right[name] += hit is not None
        if exact is None:
            score.false["promise"] += same is not None
            what = "promise due" if same is not None else "promise missing"
            _miss(score, truth, what, [text, due], [same[1]] if same else [each[0] for each in found])
    for text, due, suggestion in found:
        if any(overlap(box, suggestion.get("region")) > 0.5 for box in hidden):
            continue
        score.false["promise"] += 1
        score.false["promise sentence"] += 1
        _miss(score, truth, _false_promise(truth, due, suggestion), None, [text, due])


def _false_promise(truth: Truth, due: str | None, suggestion: Json) -> str:
    """Return the kind of error: who said it, as far as that is a message, and whether a day was found in it."""
    region = suggestion.get("region")
    sides = [part.side for part in truth.messages if overlap(part.box, region) > 0.5]
    where = f"in a message {sides[0]}" if sides else "beside messages" if truth.messages else "on a page of no messages"
    return f"promise false, {where}, {'with' if due else 'without'} a day"


def _promise(value: object) -> tuple[str, str | None]:
    if isinstance(value, dict):
        return _bare(str(value.get("text"))), value.get("due")
    return _bare(str(value)), None


def _bare(text: str) -> str:
    return plain(text).rstrip(".!")
