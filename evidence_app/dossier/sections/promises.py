"""What was promised: by whom, in which words, until when, and what became of it."""

from collections.abc import Iterator, Sequence

from evidence_app.dossier.blocks import FAINT, SMALL, STRONG, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.rules.agents import Promise
from evidence_app.rules.introductions import only_mentions

TIME_COLUMN, WHO_COLUMN, DUE_COLUMN, STATE_COLUMN, LINK_COLUMN = 78.0, 76.0, 58.0, 72.0, 92.0


def draw_promises(book: Book) -> None:
    """Place a row for each promise."""
    found = book.content.workspace
    if found is None or not found.promises:
        return
    book.begin_section("promises")
    book.flow.place(book.setter.paragraph(book.words("promises.what"), FAINT))
    head = tuple(book.words(f"promises.{key}") for key in ("when", "who", "words", "due", "state", "shown"))
    rest = book.setter.sheet.body_width - TIME_COLUMN - WHO_COLUMN - DUE_COLUMN - STATE_COLUMN - LINK_COLUMN
    table = Table((TIME_COLUMN, WHO_COLUMN, rest, DUE_COLUMN, STATE_COLUMN, LINK_COLUMN), head)
    book.flow.place(book.setter.table(table, list(_rows(book, found.promises)), space_before=8))


def _rows(book: Book, promises: Sequence[Promise]) -> Iterator[Row]:
    for promise in promises:
        happening, record = promise.happening, promise.record
        other = book.other(happening.event_id, happening.party, happening.number)
        speaks = bool(happening.agent_id) and not only_mentions(happening)
        agent = book.words("chronology.agent", id=happening.agent_id) if speaks else ""
        before = book.words("promises.introduced", id=promise.introduced) if promise.introduced else ""
        who = [each for each in (other, happening.agent_name, agent, before) if each]
        due = happening.promise_due.isoformat() if happening.promise_due else "–"
        state = book.words("promises.overdue") if promise.overdue else book.words.name(promise.state)
        given = [promise.introduction.event_id] if promise.introduction else []
        shown = [happening.event_id, *given, *(record.evidence_ids if record else ())]
        yield Row(
            (
                [Words(book.when(happening), SMALL)],
                [Words(each, SMALL) for each in who],
                [Words(happening.promise)],
                [Words(due, SMALL)],
                [Words(state, STRONG if promise.overdue else SMALL)],
                book.links_of_events(shown),
            )
        )
