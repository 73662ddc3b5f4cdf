"""What was promised: by whom, in which words, until when, what became of it, and when it was promised again."""

from collections.abc import Iterator, Sequence

from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import PromiseState
from evidence_app.dossier.blocks import FAINT, SMALL, STRONG, Cell, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.rules.counted_promise import counted_promise
from evidence_app.rules.introductions import only_mentions
from evidence_app.rules.promises import Promise
from evidence_app.rules.workspace import Workspace

TIME_COLUMN, WHO_COLUMN, DUE_COLUMN, STATE_COLUMN, LINK_COLUMN = 78.0, 76.0, 58.0, 72.0, 92.0

MOST_SAYINGS = 6
"""Times at which one promise was said that are named: the chronology has all."""

MOST_LINKS = 40
"""Exhibits that show one promise: all, as far as a row still fits on a page."""


def draw_promises(book: Book) -> None:
    """Place a row for each promise, and one for each later day by which it was promised again."""
    found = book.content.workspace
    if found is None or not found.promises:
        return
    book.begin_section("promises")
    for words in (book.words("promises.what"), _counted(book, found)):
        book.flow.place(book.setter.paragraph(words, FAINT))
    head = tuple(book.words(f"promises.{key}") for key in ("when", "who", "words", "due", "state", "shown"))
    rest = book.setter.sheet.body_width - TIME_COLUMN - WHO_COLUMN - DUE_COLUMN - STATE_COLUMN - LINK_COLUMN
    table = Table((TIME_COLUMN, WHO_COLUMN, rest, DUE_COLUMN, STATE_COLUMN, LINK_COLUMN), head)
    book.flow.place(book.setter.table(table, list(_rows(book, found.promises)), space_before=8))


def _counted(book: Book, found: Workspace) -> str:
    """Return how many promises there are, how many events show them, and how often one was promised again."""
    told = [book.words("promises.counted", count=len(found.promises), said=sum(each.said for each in found.promises))]
    if renewed := sum(bool(each.earlier) for each in found.promises):
        passed = found.metrics.days_passed_before
        told.append(book.words("promises.renewed", count=renewed, passed=passed))
    return book.words.sentences(told)


def _rows(book: Book, promises: Sequence[Promise]) -> Iterator[Row]:
    for promise in promises:
        for number, day in enumerate(promise.days, 1):
            book.progress.check()
            due = day.due.isoformat() if day.due else "–"
            given = [day.introduction.event_id] if day.introduction else []
            yield Row(
                (
                    _times(book, day),
                    [Words(each, SMALL) for each in _who(book, day)],
                    [*_words(book, promise, number), *_after(book, day)],
                    [Words(due, SMALL), *_working_days(book, day)],
                    [Words(_state(book, day), STRONG if day.overdue and not day.renewed else SMALL)],
                    book.links_of_words(
                        [*day.event_ids, *given, *day.shown_by, *(each.event_id for each in day.after)], MOST_LINKS
                    ),
                )
            )


def _working_days(book: Book, day: Promise) -> Cell:
    """Return by which working days it comes to its day, nothing where it is not counted so."""
    found, words = book.content.workspace, book.words
    counted = counted_promise(day, found.territory) if found is not None else None
    if counted is None:
        return []
    key = "promises.working_day" if counted.count == 1 else "promises.working_days"
    told = [words(key, count=counted.count, since=counted.start.isoformat())]
    if counted.left_out:
        days = (f"{one:%m-%d}" if one == last else f"{one:%m-%d} – {last:%m-%d}" for one, last in counted.left_out)
        told.append(words("promises.without", days=words.joined(days)))
    if counted.days.make_up_days:
        made_up = words.joined(f"{each:%m-%d}" for each in counted.days.make_up_days)
        told.append(words("promises.made_up", days=made_up))
    if not counted.days.calendar_known:
        told.append(words("promises.not_announced"))
    return [Words(each, FAINT) for each in told]


def _state(book: Book, day: Promise) -> str:
    if day.renewed and day.state is PromiseState.OPEN:
        return book.words("promises.passed" if day.overdue else "promises.again_before")
    return book.words("promises.overdue") if day.overdue else book.words.name(day.state)


def _after(book: Book, day: Promise) -> Cell:
    """Return how many contacts came after a promise to stop them, nothing where none did."""
    days = [each.day.isoformat() for each in day.after if each.day]
    if not days:
        return []
    key = "promises.after_stop_once" if len(days) == 1 else "promises.after_stop"
    return [Words(book.words(key, count=len(days), first=days[0], last=days[-1]), SMALL)]


def _words(book: Book, promise: Promise, number: int) -> Cell:
    """Return the words in which it was said by a day, those of earlier days left out."""
    told = {each for day in promise.days[: number - 1] for each in day.wordings}
    said = [Words(each) for each in promise.days[number - 1].wordings if each not in told][:MOST_SAYINGS]
    again = Words(book.words("promises.again", number=number, count=len(promise.days)), FAINT)
    return said if number == 1 else [again, *said]


def _times(book: Book, day: Promise) -> Cell:
    times = list(dict.fromkeys(book.when(each) for each in day.sayings))
    more = [Words(f"+ {len(times) - MOST_SAYINGS}", FAINT)] if len(times) > MOST_SAYINGS else []
    return [*(Words(each, SMALL) for each in times[:MOST_SAYINGS]), *more]


def _who(book: Book, day: Promise) -> list[str]:
    """Return everybody who said it by this day, each once."""
    before = [book.words("promises.introduced", id=day.introduced)] if day.introduced else []
    said = (each for saying in day.sayings for each in _speaker(book, saying))
    return list(dict.fromkeys([*said, *before]))


def _speaker(book: Book, saying: Happening) -> Iterator[str]:
    other = book.other(saying.event_id, saying.party, saying.number)
    speaks = bool(saying.agent_id) and not only_mentions(saying)
    agent = book.words("chronology.agent", id=saying.agent_id) if speaks else ""
    yield from (each for each in (other, saying.agent_name, agent) if each)
