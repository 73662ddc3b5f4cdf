"""Where a dispute stands, on the page that tells all of it: what was tried, what was answered, until when is time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter

from evidence_app.domain.attempts import Attempt, attempt_of
from evidence_app.domain.events import MOVES_MONEY, Direction, Event, EventKind, EventStatus
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import Complaint, ComplaintOutcome
from evidence_app.dossier.blocks import FAINT, SMALL, STRONG, Cell, Words
from evidence_app.dossier.book import LABEL_WIDTH, Book
from evidence_app.dossier.key_events import is_attempt, refuses
from evidence_app.dossier.sections.complaints import clock_cell
from evidence_app.rules.beginning import OWN_MONEY
from evidence_app.rules.law import Whose, body
from evidence_app.rules.situation import RunningClock
from evidence_app.rules.workspace import Workspace

MOST_DAYS = 4
"""Days of attempts that are named; more are counted."""

QUOTE_LINES = 2
"""Lines of an answer: what it says in full stands in the chronology."""

_SENTENCES = re.compile(r"(?<=[。！？!?])|(?<=\.)\s+|\n\s*\n")


def tried(book: Book) -> Iterator[tuple[str, Cell]]:
    """Yield which attempts to move the money in dispute failed, how often and on which days."""
    found = book.content.workspace
    if found is None or found.dispute.type not in OWN_MONEY:
        return
    attempts: defaultdict[Attempt, list[Event]] = defaultdict(list)
    for event in book.content.events:
        what = attempt_of(event.kind, event.direction, event.outcome, event.text)
        is_told = event.status is EventStatus.ACCEPTED and event.id not in book.content.pairs.twins
        if what is not None and is_told and is_attempt(event, found):
            attempts[what].append(event)
    cell: Cell = [piece for what, events in attempts.items() for piece in _attempts(book, what, events)]
    if cell:
        yield book.words("summary.tried"), cell


def _attempts(book: Book, what: Attempt, events: Sequence[Event]) -> Cell:
    words = book.words
    amounts = {(each.currency, each.amount) for each in events}
    currency, amount = next(iter(amounts))
    told = words.amount(currency, amount) if len(amounts) == 1 and amount is not None else ""
    unknown = words("fact.no_time")
    times = [words.time(each) for each in events]
    days = list(dict.fromkeys([*(each[:10] for each in times if each != unknown), *[unknown] * (unknown in times)]))
    more = [f"+ {len(days) - MOST_DAYS}"] if len(days) > MOST_DAYS else []
    listed = words("summary.between_days").join([*days[:MOST_DAYS], *more])
    facts = {"what": words.joined((words.name(what), told)), "count": len(events), "days": listed}
    return [Words(words("summary.attempts", **facts)), *book.links_of_events([each.id for each in events], 3)]


def answered(book: Book) -> Iterator[tuple[str, Cell]]:
    """Yield the last answer: to a complaint, else the other side's last refusal; nothing where there was none."""
    found = book.content.workspace
    if found is None:
        return
    cell = _reply(book, found) if "complaints" in book.content.sections else []
    if cell or (cell := _refusal(book, found)):
        yield book.words("summary.answer"), cell


def last_answer(book: Book) -> frozenset[str]:
    """Return the entries that are the answer which is told: nothing tells them a second time on that page."""
    found = book.content.workspace
    if found is None or "complaints" not in book.content.sections:
        return frozenset()
    last = _last_answered(found)
    return frozenset(last.reply_ids) if last is not None else frozenset()


def _last_answered(found: Workspace) -> Complaint | None:
    replied = ((each.replied_on, each) for each in found.stated.complaints if each.replied_on is not None)
    return max(replied, key=itemgetter(0), default=(None, None))[1]


def _reply(book: Book, found: Workspace) -> Cell:
    last = _last_answered(found)
    if last is None or last.replied_on is None:
        return []
    became = "" if last.outcome is ComplaintOutcome.OPEN else book.words.within(last.outcome)
    said = book.words.joined((last.replied_on.isoformat(), book.named(body(last.body) or last.body), became))
    return [Words(said, STRONG), *_answer(book, last), *book.links_of_events(last.reply_ids, 2)]


def _answer(book: Book, complaint: Complaint) -> Cell:
    """Return what was answered: in the words of the entry that is stated as the answer, else as the person tells it."""
    found = book.content.workspace
    known = {each.event_id: each for each in found.happenings} if found is not None else {}
    said = [known[each] for each in complaint.reply_ids if each in known and known[each].text]
    if said:
        return _told(book, said[-1], said[-1].text)
    return [Words(_shortened(book, complaint.reply), SMALL)] if complaint.reply else []


def _refusal(book: Book, found: Workspace) -> Cell:
    said = [each for each in found.happenings if each.event_id in found.theirs and refuses(each.words)]
    theirs = (each for each in reversed(said) if _is_answer(each))
    last = next(theirs, None)
    if last is None:
        return []
    return [Words(book.when(last), STRONG), *_told(book, last, last.words), *book.links_of_events([last.event_id])]


def _is_answer(each: Happening) -> bool:
    """Tell whether the other side may have said it: what a person typed of money that did not move is no answer."""
    if each.kind in MOVES_MONEY and is_noted(each):
        return False
    return each.direction is Direction.IN or each.kind is EventKind.CALL


def is_noted(each: Happening) -> bool:
    """Tell whether words are a person's own of what was said or done: none of the other side's is quoted with them."""
    is_typed = each.origin is Origin.PERSON or "text" in each.typed
    return is_typed and each.kind not in (EventKind.MESSAGE, EventKind.PROMISE)


def _told(book: Book, each: Happening, text: str) -> Cell:
    """Return the sentence of an answer that refuses, else its beginning: quoted only where it is the other side's."""
    key = "summary.noted" if is_noted(each) else "summary.quoted"
    sentences = [" ".join(each.split()) for each in _SENTENCES.split(text) if each.strip()]
    told = next((each for each in sentences if refuses(each)), " ".join(text.split()))
    return [Words(_shortened(book, book.words(key, text=told)), SMALL)] if told else []


def _shortened(book: Book, text: str) -> str:
    width = book.setter.sheet.body_width - LABEL_WIDTH
    return book.setter.shortened(text, SMALL, width, lines=QUOTE_LINES)


def periods(book: Book) -> Iterator[tuple[str, Cell]]:
    """Yield which period ends next: of the complainant's own and of the others', each with its source."""
    found = book.content.workspace
    if found is None or "complaints" not in book.content.sections:
        return
    running = found.ladder.periods.running(book.content.today)
    own = [each for each in running if each.deadline.clock.whose is Whose.COMPLAINANT]
    theirs = [each for each in running if each not in own]
    lapsed = list(found.ladder.lapsed[-1:]) if not own else []
    cell: Cell = [piece for each in (*theirs[:1], *own[:1], *lapsed) for piece in _period(book, each)]
    if cell:
        yield book.words("summary.periods"), cell


def _period(book: Book, running: RunningClock) -> Cell:
    """Return until when it runs, with whom, and by which source; how days off moved it stands with the complaints."""
    first, *_ = clock_cell(book, running)
    said = first.text if isinstance(first, Words) else ""
    with_whom = book.words("summary.period", body=book.named(running.body), clock=said)
    return [Words(with_whom, SMALL), Words(running.deadline.clock.citation[book.words.language], FAINT)]
