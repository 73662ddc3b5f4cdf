"""Pages about a contract, and pages about a complaint with what became of it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from evidence_app.characters import folded
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.content import content
from evidence_app.reading.layout.figures import first_reference
from evidence_app.reading.layout.headings import head_of, is_furniture, is_headed
from evidence_app.reading.layout.moments import best_time, event_time, taken, time_words
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.pairs import Pair
from evidence_app.reading.layout.records import Record, listed, page_record, passage_of, record_of, understood
from evidence_app.reading.layout.rows import Lines, beside, bottom, column_of, height, left, middle, right, top
from evidence_app.reading.layout.talk import looks_like_talk
from evidence_app.reading.layout.vocabulary import whole_label
from evidence_app.reading.passages import joined

FILED = ("ticket_time", "time_created", "time")
TOLD = frozenset(("status", "ticket_time", "time_created", "time", "ticket_text", "ticket_body", "reply", "reply_time"))
"""What a page about a complaint tells beside its number."""

NEAR_TIME = 2.0
"""Heights of a step's title by which it stands from its time at most."""

NO_ROOM = 3.0
"""Heights of a line that are left free at most behind one that goes on below."""

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
    complained = _is_called_so(page, lines) or len(told & TOLD) >= 3 or any(map(_says_filed, lines))
    if not number or not complained or not told & TOLD or not _begins(page, lines, record):
        return None
    near = taken(page)
    steps = _timed_first(lines, near) or _steps(page, lines, record, near)
    if (closed := _closed(record, number, near)) is not None:
        told_closed = tuple(line for pair in record.pairs if _says_closed(pair) for line in (pair.line, *pair.lines))
        record = replace(record, pairs=tuple(pair for pair in record.pairs if not _says_closed(pair)))
        if not steps and not record.has(*FILED):
            return understood(PageKind.TICKET, page, [(closed, _head(lines, page_record(lines), []))])
        if all(_wall(step) != _wall(closed) for step, _ in steps):
            steps = [*steps, (closed, told_closed)]
    filed = _filed(record, number, near)
    filed_at_head, first = filed.time.reading is not None, _filing(filed, [step for step, _ in steps])
    if first is not None:
        said = filed.text if first.text in filed.text else "\n".join(filter(None, (filed.text, first.text)))
        filed = replace(filed, time=filed.time if filed.time.reading else first.time, text=said)
    head = _head(lines, record, [own for _, own in steps])
    if first is not None and not filed_at_head:
        head = next(own for step, own in steps if step is first)
    answers = [(replace(step, reference=number, body=filed.body), own) for step, own in steps if step is not first]
    return understood(PageKind.TICKET, page, [(filed, head), *answers])


_CLOSING = re.compile(r"(?:关闭|办结|完结|结案|完成|处理|答复|回复)(?:时间|日期)|closed|resolved")


def _says_closed(pair: Pair) -> bool:
    return pair.key in FILED and bool(pair.text) and bool(_CLOSING.match(folded(pair.label)))


def _closed(record: Record, number: str, near: datetime) -> EventFacts | None:
    """Return that the institution closed the complaint, and how, where a label says when: 关闭时间."""
    when = best_time([pair.text for pair in record.pairs if _says_closed(pair)], near)
    if when is None:
        return None
    return EventFacts(
        kind=EventKind.COMPLAINT,
        time=event_time(when),
        direction=Direction.IN,
        text="\n".join(text for text in record.values("status", "reply") if not _is_mostly_time(text, near)),
        reference=number,
        body=record.value("ticket_body"),
        status=EventStatus.SUGGESTED,
    )


_TIME_FIRST = re.compile(r"^(?:20\d\d[-/.])?\d{1,2}[-/.]\d{1,2}\s?\d{1,2}:\d\d(?::\d\d)?\s?(?P<said>[^\d\s:：].+)$")
"""2026-11-18 16:02 已受理，将在5个工作日内答复: a step in one line."""


def _timed_first(lines: Lines, near: datetime) -> list[tuple[EventFacts, Lines]]:
    """Return the steps that are lines of their own, which begin with their times; none where more stands below one."""
    found = [(line, said) for line in lines if (said := _TIME_FIRST.match(line.text))]
    steps = [line for line, _ in found]
    below = [line for line in lines if line not in steps and any(_is_below(line, step) for step in steps)]
    if len(found) < LEAST_TITLED or below:
        return []
    return [
        (
            EventFacts(
                kind=EventKind.COMPLAINT,
                time=event_time(best_time([line.text[: said.start("said")]], near)),
                direction=Direction.OUT if _OWN.search(folded(said["said"])) else Direction.IN,
                text=said["said"],
                status=EventStatus.SUGGESTED,
            ),
            (line,),
        )
        for line, said in found
    ]


def _is_below(line: MachineLine, step: MachineLine) -> bool:
    gap = (top(line) - bottom(step)) / height(step)
    return -0.5 < gap < ROOM_BELOW and abs(left(line) - left(step)) < 2 * height(step)


ROOM_BELOW = 1.2
"""Heights of a step within which what stands below it goes on with it."""


_TITLE = re.compile(
    r"^(?:我的)?(?:投诉|申诉|陈情|举报|客诉|工单|服务工?单|案件|个案|诉求|争议|complaint|case|ticket)(?:单|案件)?"
    r"(?:进度|进展|历程|跟踪|跟进|追踪|查询|查看|详情|详细|资料|处理|办理|结果|状态|记录|纪录|明细|details?|status|progress)+$"
)
"""What a page about a complaint is called: what it is, and what of it."""


def _is_called_so(page: Page, lines: Lines) -> bool:
    named = (re.sub(r"\W", "", folded(line.text)) for line in head_of(page, lines))
    return is_headed(page, lines, "ticket") or any(map(_TITLE.match, named))


_FILED = re.compile(
    r"^(?:您的?|你的?)?(?:投诉|申诉|陈情|举报|信访|客诉|诉求|消费争议|complaint)(?:单|案件|信息|内容|事项|申请|件)?"
    r"(?:已经?)?(?:成功)?(?:提交|登记|送出|递交|受理|收到|submitted|received)(?:成功|完成|至.{2,12})?[!。.]?$"
)
"""``您的投诉已提交``: what a page says right after a complaint was filed; of a loan or a withdrawal it says 申请."""


def _says_filed(line: MachineLine) -> bool:
    return bool(_FILED.match(folded(line.text)))


def _filing(filed: EventFacts, steps: Sequence[EventFacts]) -> EventFacts | None:
    """Return the step that is the filing itself: none is earlier, and its time or its words say so."""
    first = min(steps, key=_wall, default=None)
    if first is None:
        return None
    likely = [step for step in steps if _wall(step) == _wall(first)]
    told = [step for step in likely if _is_filing(step.text)]
    same = [step for step in likely if filed.time.reading and step.time == filed.time]
    return next(iter([*told, *same]), None)


def _wall(step: EventFacts) -> datetime:
    reading = step.time.reading
    return (reading.wall if reading else None) or datetime.max


def _begins(page: Page, lines: Lines, record: Record) -> bool:
    """Tell whether the page begins with the complaint: what stands further down is a part of something else."""
    first = min(top(pair.line) for pair in record.pairs if pair.key == "ticket" and pair.text)
    return first - min(map(top, lines)) <= page.width_px


def _filed(record: Record, number: str, near: datetime) -> EventFacts:
    said = [record.value("ticket_text")] if record.has("ticket_text") else []
    said += [
        text for text in record.values("status") if not _is_mostly_time(text, near) and not _TIME_FIRST.match(text)
    ][:1]
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
    told = [(pair.line, *pair.lines) for pair in record.pairs if pair.text]
    own = {id(line) for each in told if not any(id(line) in answered for line in each) for line in each}
    return tuple(line for line in lines if id(line) in own)


def _steps(page: Page, lines: Lines, record: Record, near: datetime) -> list[tuple[EventFacts, Lines]]:
    """Return what was done and answered, each with its time: below the labels, or as labels of an answer."""
    titled = [line for line in lines if _TITLED.match(line.text)]
    titled = titled if len(titled) >= LEAST_TITLED else []
    own = {id(line) for pair in record.pairs for line in (pair.line, *pair.lines) if pair.key in (*FILED, "ticket")}
    own -= {id(line) for line in titled}
    free = [line for line in lines if id(line) not in own and not is_furniture(line.text)]
    timed = [line for line in free if len(line.text) <= LONGEST_TIME and _is_mostly_time(line.text, near)]
    anchors = column_of(timed, page.width_px)
    if not anchors:
        return []
    start = max((bottom(pair.line) for pair in record.pairs if pair.key == "ticket"), default=0)
    titles = {id(pair.line) for pair in record.pairs if _is_title(pair, anchors)} | {id(line) for line in titled}
    labelled = {
        id(line)
        for pair in record.pairs
        if pair.key not in ("reply", "reply_time", "status", "other", "") and id(pair.line) not in titles
        for line in (pair.line, *pair.lines)
        if id(line) not in titles
    }
    body = tuple(
        line
        for line in free
        if middle(line) > start
        and id(line) not in labelled
        and (id(line) in titles or not whole_label(line.text))
        and not _is_bullet(line, anchors)
    )
    anchors = [line for line in anchors if line in body]
    edge = max(map(right, body), default=0)
    found = [_step(each, near, edge) for each in _whole(listed(anchors, body), body)] if anchors else []
    return [step for step in found if step]


_TITLED = re.compile(r"^[^\d\s:：，。]{2,8}\s?(?:(?:19|20)\d\d[-/.])?\d{1,2}[-/.]\d{1,2}\s?\d{1,2}:\d\d(?::\d\d)?$")
"""客服回复01-08 22:02: the title of a step that was read together with its time."""

LEAST_TITLED = 2
"""Of them on a page: one alone may be a label with its value."""


def _is_title(pair: Pair, times: Sequence[MachineLine]) -> bool:
    """Tell whether what reads as a label is the title of a step: right at its time, with nothing beside it."""
    line = pair.line
    if pair.key == "status" and not any(middle(time) < bottom(line) for time in times):
        return False  # what is above all steps is called so: 处理进度
    return not any(beside(line, value) for value in pair.lines) and any(
        abs(middle(time) - middle(line)) <= NEAR_TIME * height(line)
        and (beside(time, line) or abs(left(time) - left(line)) <= height(line))
        for time in times
    )


def _is_bullet(line: MachineLine, times: Sequence[MachineLine]) -> bool:
    """Tell whether a line is what recognition took the mark of a step for: a single character before its time."""
    return len(line.text.strip()) == 1 and any(beside(line, time) and right(line) <= left(time) for time in times)


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
    if _DEADLINE.match(text[text.find(said) + len(said) :]):
        return False
    return bool(said) and len(re.sub(r"\W", "", text.replace(said, ""))) <= 10


_DEADLINE = re.compile(r"\s?(?:之|以)?[前内內]|\s?(?:起|止|到期|之后|以后|後)")
"""What makes of a time one by which, or from which, something will be: 会在1月20日前以书面回复您."""


def _step(record: Record, near: datetime, edge: int) -> tuple[EventFacts, Lines] | None:
    when = best_time([line.text for line in record.lines if _is_mostly_time(line.text, near)], near, record.day)
    said = [line for line in record.lines if not (_is_mostly_time(line.text, near) and len(line.text) <= LONGEST_TIME)]
    timed = next((line.text for line in record.lines if _TITLED.match(line.text)), "")
    title = timed.replace(time_words(timed, near), "").strip() if timed else ""
    if when is None or not (said or title):
        return None
    words = "\n".join(filter(None, (title, _said(said, edge))))
    facts = EventFacts(
        kind=EventKind.COMPLAINT,
        time=event_time(when),
        direction=Direction.OUT if _OWN.search(folded(words)) else Direction.IN,
        text=words,
        status=EventStatus.SUGGESTED,
    )
    return facts, record.lines


_OWN = re.compile(
    r"^(?:用户|消费者|投诉人|申诉人|我|您)(?:已)?(?:催|补充|追加|回复|反馈|评价|确认|提交|发起|撤|申请|追问)"
    r"|^(?:二次|再次|重新|追加|补充)(?:申诉|投诉)|^催[办单促]$"
)
"""Titles of steps that are the complainant's own."""


def _said(lines: Sequence[MachineLine], edge: int) -> str:
    """Return the words of a step; a line that ends before it had to, as a title does, has the next one below it."""
    parts: list[list[MachineLine]] = []
    for line in lines:
        if parts and edge - right(parts[-1][-1]) <= NO_ROOM * height(line) and not beside(parts[-1][-1], line):
            parts[-1].append(line)
        else:
            parts.append([line])
    return "\n".join(joined(part).text for part in parts)


_FILING = re.compile(
    r"(?:您|用户|已|投诉人|申诉人|我)(?:已)?(?:提交|发起|登记|提出|送出|递交)|提交(?:成功|投诉|申诉)"
    r"|(?:投诉|申诉|陈情|案件|个案|工单)(?:单)?已?(?:送出|提交|递交|提出|创建|建立)|(?:创建|建立|发起|送出|递交|登记|提出|提交)(?:工单|服务单|投诉|申诉|案件|个案|陈情|举报)|(?:投诉|申诉|陈情|来电)登记"
    r"|submitted|lodged|filed"
)
"""``您已提交投诉``, ``来电登记``: the title of the step with which a complaint begins."""


def _is_filing(text: str) -> bool:
    return bool(_FILING.search(folded(text)))
