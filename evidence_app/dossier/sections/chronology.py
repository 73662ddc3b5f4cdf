"""What happened, in order: four columns, every line with a link to the exhibit that shows it."""

from collections.abc import Iterator, Sequence

from evidence_app.call_words import call_words, recording_words
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.times import has_open_conflict
from evidence_app.dossier.blocks import BODY, FAINT, FINE_FAINT, SMALL, Cell, Piece, Row, Table, Words
from evidence_app.dossier.book import Book, event_anchor
from evidence_app.dossier.sections.cover import period_words
from evidence_app.dossier.told_rows import Told, rows_of, squeezed
from evidence_app.rules.parties import TALK

TIME_COLUMN, WHO_COLUMN, LINK_COLUMN = 102.0, 98.0, 100.0
MOST_NAMES = 12
"""Of the other side, in the statement of what was selected: lenders send from dozens of numbers."""


def draw_chronology(book: Book) -> None:
    """Place the statement of what was selected, and a row for each event."""
    book.begin_section("chronology")
    told = _told(book)
    book.flow.place(book.setter.paragraph(selection(book, told), FAINT))
    if not book.content.events:
        book.flow.place(book.setter.paragraph(book.words("chronology.empty"), BODY, space_before=8))
    head = tuple(book.words(f"chronology.{key}") for key in ("time", "event", "by", "exhibit"))
    event_column = book.setter.sheet.body_width - TIME_COLUMN - WHO_COLUMN - LINK_COLUMN
    table = Table((TIME_COLUMN, event_column, WHO_COLUMN, LINK_COLUMN), head)
    book.flow.place(book.setter.table(table, _rows(book, told), space_before=10))


def selection(book: Book, rows: Sequence[Told]) -> str:
    """Return how many events are shown, and why the others are not."""
    words, content = book.words, book.content
    counted = [words(f"chronology.{reason.value}", count=count) for reason, count in content.left_out.items()]
    shown = words("chronology.shown", shown=len(content.events), total=content.event_total)
    period = words("chronology.selected", period=period_words(book))
    zone = words("cover.zone", zone=content.dispute.zone_name)
    named = [words("chronology.names")] if content.names else []
    files = len(_only_files(book))
    folded = [words("chronology.files", count=files)] if files else []
    shared = sum(len(row.again) + len(row.alike) for row in rows)
    folded += [words("chronology.shared", count=shared)] if shared else []
    return words.sentences([shown, *counted, *folded, *_theirs(book), *_left_out(book), period, zone, *named])


def _only_files(book: Book) -> frozenset[str]:
    """Return the entries that say nothing but that a file exists, of files whose content other rows tell.

    Where somebody has to know when it was made (the readings disagree), what it proves, or that it fits a call, and
    where the first page or a finding rests on it, it stands.
    """
    content = book.content
    told = {each for event in content.events if event.kind is not EventKind.DOCUMENT for each in event.exhibit_ids}
    found = content.workspace.disclosed_findings if content.workspace is not None else ()
    needed = {each.id for each in content.key_events}.union(*(each.event_ids for each in found), content.bound)
    return frozenset(
        each.id
        for each in content.events
        if each.kind is EventKind.DOCUMENT
        and each.id not in needed
        and each.exhibit_ids
        and told.issuperset(each.exhibit_ids)
        and _says_nothing(book, each)
    )


def _says_nothing(book: Book, event: Event) -> bool:
    said = event.text or event.promise or event.reference or event.agent_id or event.amount is not None
    proves = any(each.proves for each in book.exhibits_of(event))
    return not said and not proves and not has_open_conflict(event.time, book.words.home)


def _theirs(book: Book) -> Iterator[str]:
    """Yield with whom what is shown of exports is, where that was chosen; and how many files came with the rest."""
    names = book.content.theirs
    if names:
        told = book.words.joined(names[:MOST_NAMES])
        more = len(names) - MOST_NAMES
        told = book.words("chronology.theirs_more", names=told, count=more) if more > 0 else told
        yield book.words("chronology.theirs", names=told)
    if book.content.attached_to_others:
        yield book.words("chronology.attached", count=book.content.attached_to_others)


def _left_out(book: Book) -> Iterator[str]:
    """Yield of which exports not all records are shown: nobody shall take a choice for the whole conversation."""
    for selection in book.content.selections:
        if selection.shown < selection.read:
            number = book.content.exhibits_by_id[selection.exhibit_id].number
            yield book.words("chronology.records", number=number, shown=selection.shown, read=selection.read)


def _told(book: Book) -> list[Told]:
    folded = _only_files(book)
    return rows_of(book.content, (each for each in book.content.events if each.id not in folded))


def _rows(book: Book, rows: Sequence[Told]) -> Iterator[Row]:
    for told in rows:
        book.progress.check()
        event = told.event
        what = _alike(book, told) if told.alike else [*_what(book, event, told.again), *_again(book, told)]
        yield Row((_time(book, event), what, _who(book, event), _links(book, told)), event_anchor(event))


def _links(book: Book, told: Told) -> Cell:
    """Return links to the exhibits of all records of a row; that one has none is said where it is told."""
    shown = [each for each in (told.event, *told.again) if book.exhibits_of(each)]
    links = dict.fromkeys(link for each in shown for link in book.exhibit_links(each))
    return [*links] if shown else book.exhibit_links(told.event)


def _alike(book: Book, told: Told) -> Cell:
    """Return what like entries of one day say, how many there are, and each one's time with what only it says."""
    words, event = book.words, told.event
    every = (event, *told.alike)
    pieces = [words.details(each) for each in every]
    common = [each for each in pieces[0] if all(each in other for other in pieces)]
    head, *said = words.what(event, book.exhibits_of(event))
    said = [each for each in said if each != words.joined(pieces[0])]
    listed = [
        Words(words.joined((words.time(each)[len("2025-02-22 ") :], *(p for p in own if p not in common))), SMALL)
        for each, own in zip(every, pieces, strict=True)
    ]
    counted = Words(words("chronology.alike", count=len(every)))
    return [Words(head, FAINT), *map(Words, said), *map(Words, common), counted, *listed]


def _again(book: Book, told: Told) -> Cell:
    """Return which further records show the same, when each says that it was, and what only that one says."""
    words = book.words
    cell: list[Piece] = []
    known = "\n".join([*words.what(told.event, ()), *book.who(told.event)])
    own = words.details(told.event)

    def is_said(line: str) -> bool:
        return line in known or bool(squeezed(line)) and squeezed(line) in squeezed(known)

    for other in told.again:
        numbers = words("chronology.between").join(str(each.number) for each in book.exhibits_of(other))
        when = words.joined((words.time(other), *words.certainty(other)))
        key = "chronology.again_in" if numbers else "chronology.again"
        cell.append(Words(words(key, number=numbers, time=when), FINE_FAINT))
        details = words.details(other)
        others = [each for each in book.who(other) if each not in book.who(told.event)]
        cell += [Words(words.joined(others), SMALL)] if others else []
        lines = [each for each in words.what(other, ()) if each != words.joined(details)]
        cell += [Words(each) for each in lines if not is_said(each)]
        more = [each for each in details if each not in own]  # a number may begin another one: whole ones are compared
        cell += [Words(words.joined(more))] if more else []
        cell += [Words(each, FINE_FAINT) for each in _bound(book, other)]
    return cell


def _time(book: Book, event: Event) -> Cell:
    lines: list[Piece] = [Words(book.words.time(event))]
    return lines + [Words(part, FINE_FAINT) for part in book.words.certainty(event)]


def _what(book: Book, event: Event, again: tuple[Event, ...] = ()) -> Cell:
    head, *rest = book.words.what(event, book.exhibits_of(event))
    bound = [Words(each, FINE_FAINT) for each in _bound(book, event)]
    return [
        Words(head, FAINT),
        *(Words(part) for part in rest),
        *(_same_money(book, event) if book.content.same_money.get(event.id) not in again else ()),
        *_told_before(book, event),
        *bound,
    ]


def _same_money(book: Book, event: Event) -> Cell:
    """Return that another row shows the same money: whoever adds the rows up must not count it twice."""
    other = book.content.same_money.get(event.id)
    if other is None:
        return []
    shown = book.exhibits_of(other)
    words, time = book.words, book.words.time(other)
    if not shown:
        return [Words(words("chronology.same_money", time=time), FINE_FAINT)]
    return [Words(words("chronology.same_money_in", time=time, number=shown[0].number), FINE_FAINT)]


def _told_before(book: Book, event: Event) -> Cell:
    """Return that another row tells of the same call or message, from another record: it counts once."""
    found = book.content.workspace
    other = book.content.events_by_id.get(found.same.get(event.id, "")) if found is not None else None
    if other is None or event.kind not in TALK:
        return []
    key, time = f"chronology.same_{event.kind.value}", book.words.time(other)
    shown = book.exhibits_of(other)
    if not shown:
        return [Words(book.words(key, time=time), FINE_FAINT)]
    return [Words(book.words(f"{key}_in", time=time, number=shown[0].number), FINE_FAINT)]


def _bound(book: Book, event: Event) -> Iterator[str]:
    """Yield which recordings fit a call, or which call fits a recording."""
    by_id = {each.id: each for each in book.content.events}
    for each in book.content.bound.get(event.id, ()):
        if each.call_id == event.id:
            number = book.content.exhibits_by_id[each.recording_id].number
            yield recording_words(each, number, book.words.language)
        elif call := by_id.get(each.call_id):
            yield call_words(each, book.words.time(call), book.words.language)


def _who(book: Book, event: Event) -> Cell:
    return [Words(part, SMALL) for part in book.who(event)]
