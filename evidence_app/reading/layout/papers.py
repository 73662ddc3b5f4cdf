"""Pages about a contract, and pages about a complaint with what became of it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from evidence_app.characters import folded
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.figures import first_reference
from evidence_app.reading.layout.headings import is_furniture, is_headed
from evidence_app.reading.layout.moments import best_time, event_time, taken, time_words
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.records import Record, listed, page_record, passage_of, record_of, understood
from evidence_app.reading.layout.rows import (
    Lines,
    bottom,
    column_of,
    content,
    height,
    left,
    looks_like_talk,
    middle,
    top,
)
from evidence_app.reading.layout.vocabulary import whole_label
from evidence_app.reading.passages import joined

FILED = ("ticket_time", "time_created", "time")
TOLD = frozenset(("status", "ticket_time", "time_created", "time", "ticket_text", "ticket_body", "reply", "reply_time"))
"""What a page about a complaint tells beside its number."""

LONGEST_TIME = 34
"""Characters of a line that says when a step was, and maybe what it was: longer ones tell a story."""


def recognise_contract(page: Page) -> Recognised | None:
    """Return that a page shows the terms of a contract. Nothing happened on it: it holds no events."""
    lines = content(page)
    if looks_like_talk(page, lines):
        return None
    record = page_record(lines)
    terms = {folded(pair.label) for pair in record.pairs if pair.key == "contract_term" and pair.text}
    numbered = bool(first_reference(record.values("contract")))
    if len(terms) < (2 if numbered else 4) or (not numbered and not is_headed(page, lines, "contract")):
        return None
    told = [(pair.line, *pair.lines) for pair in record.pairs]
    used = {id(line) for own in told for line in own}
    rest = [joined([line]) for line in page.lines if id(line) not in used]
    return Recognised(PageKind.CONTRACT, (), (*(passage_of(own) for own in told), *rest))


def recognise_ticket(page: Page) -> Recognised | None:
    """Return the steps of a complaint that a page shows: that it was filed, and what was answered."""
    lines = content(page)
    if looks_like_talk(page, lines):
        return None
    record = page_record(lines)
    number = first_reference(record.values("ticket"))
    told = {pair.key for pair in record.pairs if pair.text}
    complained = is_headed(page, lines, "ticket") or len(told & TOLD) >= 3
    if not number or not complained or not told & TOLD or not _begins(page, lines, record):
        return None
    near = taken(page)
    steps = _steps(page, lines, record, near)
    filed = _filed(record, number, near)
    same = [step for step, _ in steps if step.time == filed.time or _is_filing(step.text)]
    if filed.time.reading is None and same:
        filed = replace(filed, time=same[-1].time)
    head = _head(lines, record, [own for _, own in steps])
    answers = [(replace(step, reference=number, body=filed.body), own) for step, own in steps if step not in same]
    return understood(PageKind.TICKET, page, [(filed, head), *answers])


def _begins(page: Page, lines: Lines, record: Record) -> bool:
    """Tell whether the page begins with the complaint: what stands further down is a part of something else."""
    first = min(top(pair.line) for pair in record.pairs if pair.key == "ticket" and pair.text)
    return first - min(map(top, lines)) <= page.width_px


def _filed(record: Record, number: str, near: datetime) -> EventFacts:
    said = [record.value("ticket_text")] if record.has("ticket_text") else []
    said += [record.value("status")] if record.has("status") else []
    return EventFacts(
        kind=EventKind.COMPLAINT,
        time=event_time(best_time([record.value(key) for key in FILED if record.has(key)], near)),
        direction=Direction.OUT,
        text="\n".join(said),
        reference=number,
        body=record.value("ticket_body"),
        status=EventStatus.SUGGESTED,
    )


def _head(lines: Lines, record: Record, steps: Sequence[Lines]) -> Lines:
    """Return the lines with the labels of the complaint itself."""
    answered = {id(line) for own in steps for line in own}
    own = {id(line) for pair in record.pairs for line in (pair.line, *pair.lines) if pair.text}
    return tuple(line for line in lines if id(line) in own and id(line) not in answered)


def _steps(page: Page, lines: Lines, record: Record, near: datetime) -> list[tuple[EventFacts, Lines]]:
    """Return what was done and answered, each with its time: below the labels, or as labels of an answer."""
    own = {id(line) for pair in record.pairs for line in (pair.line, *pair.lines) if pair.key in (*FILED, "ticket")}
    free = [line for line in lines if id(line) not in own and not is_furniture(line.text)]
    timed = [line for line in free if len(line.text) <= LONGEST_TIME and _is_mostly_time(line.text, near)]
    anchors = column_of(timed, page.width_px)
    if not anchors:
        return []
    start = max((bottom(pair.line) for pair in record.pairs if pair.key == "ticket"), default=0)
    labelled = {
        id(line)
        for pair in record.pairs
        if pair.key not in ("reply", "reply_time", "status", "other", "")
        for line in (pair.line, *pair.lines)
    }
    body = tuple(
        line for line in free if middle(line) > start and id(line) not in labelled and not whole_label(line.text)
    )
    anchors = [line for line in anchors if line in body]
    found = [_step(each, near) for each in _whole(listed(anchors, body), body)] if anchors else []
    return [step for step in found if step]


def _whole(steps: list[Record], body: Lines) -> list[Record]:
    """Return the steps, the first and the last with all their lines: no step beyond says where they end."""
    if steps:
        steps[0] = record_of((*_going_on(steps[0].lines, body, -1), *steps[0].lines), steps[0].day)
        steps[-1] = record_of((*steps[-1].lines, *_going_on(steps[-1].lines, body, +1)), steps[-1].day)
    return steps


def _going_on(step: Lines, body: Lines, way: int) -> Lines:
    """Return the lines that go on above (``way`` -1) or below a step, close to it and beginning where it does."""
    found: list[MachineLine] = []
    edge = step[0] if way < 0 else step[-1]
    for line in sorted(body, key=middle, reverse=way < 0):
        gap = top(edge) - bottom(line) if way < 0 else top(line) - bottom(edge)
        near = -height(edge) / 2 < gap < height(edge) / 2
        if line not in step and near and abs(left(line) - left(edge)) < height(edge) / 2:
            found.append(line)
            edge = line
    return tuple(reversed(found)) if way < 0 else tuple(found)


def _is_mostly_time(text: str, near: datetime) -> bool:
    said = time_words(text, near)
    return bool(said) and len(re.sub(r"\W", "", text.replace(said, ""))) <= 10


def _step(record: Record, near: datetime) -> tuple[EventFacts, Lines] | None:
    when = best_time([line.text for line in record.lines if _is_mostly_time(line.text, near)], near, record.day)
    said = [line for line in record.lines if not (_is_mostly_time(line.text, near) and len(line.text) <= LONGEST_TIME)]
    if when is None or not said:
        return None
    facts = EventFacts(
        kind=EventKind.COMPLAINT,
        time=event_time(when),
        direction=Direction.IN,
        text=joined(said).text,
        status=EventStatus.SUGGESTED,
    )
    return facts, record.lines


def _is_filing(text: str) -> bool:
    return bool(
        re.search(
            r"(?:您|用户|已|投诉人|申诉人|我)(?:已)?(?:提交|发起|登记|提出)|提交(?:成功|投诉|申诉)|创建工单|发起投诉",
            folded(text),
        )
    )
