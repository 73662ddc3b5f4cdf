"""The people of the institution: each by ID, with every contact, what they said or promised, and contradictions."""

from collections.abc import Iterator

from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import PromiseState
from evidence_app.dossier.blocks import BODY, FAINT, SMALL, SUBHEADING, Cell, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.dossier.sections.parties import type_words
from evidence_app.rules.agents import Agent, Shared
from evidence_app.rules.contradictions import Contradictions, answered
from evidence_app.rules.introductions import only_mentions
from evidence_app.rules.promises import Promise, by_event, first_said
from evidence_app.rules.workspace import Workspace

TIME_COLUMN, KIND_COLUMN, LINK_COLUMN = 92.0, 60.0, 100.0


def draw_agents(book: Book) -> None:
    """Place a table for each agent, and what hints at a mix-up of IDs and names."""
    found = book.content.workspace
    if found is None or not found.agents:
        return
    book.begin_section("agents")
    if kind := type_words(book):
        told = book.words("agents.of_type", institution=found.dispute.institution, type=kind)
        book.flow.place(book.setter.paragraph(told, FAINT))
    notes = _Notes(book, found)
    for agent in found.agents:
        _agent(book, agent, notes)
    _contradictions(book, found.contradictions)
    for shared in found.mix_ups:
        book.flow.place(book.setter.paragraph(_mix_up(book, shared), FAINT, space_before=6))


def _agent(book: Book, agent: Agent, notes: "_Notes") -> None:
    ids = book.words.joined(agent.agent_ids)
    names = book.words.joined(agent.names)
    key = "title" if ids and names else "title_unnamed" if ids else "title_by_name"
    title = book.words(f"agents.{key}", ids=ids, names=names, count=len(agent.spoken))
    strips = book.setter.paragraph(title, SUBHEADING, space_before=14)
    strips[-1].keep = True
    head = tuple(book.words(f"agents.{key}") for key in ("when", "how", "said", "shown"))
    rest = book.setter.sheet.body_width - TIME_COLUMN - KIND_COLUMN - LINK_COLUMN
    table = Table((TIME_COLUMN, KIND_COLUMN, rest, LINK_COLUMN), head)
    book.flow.place(strips + book.setter.table(table, list(_rows(book, agent, notes))))


def _rows(book: Book, agent: Agent, notes: "_Notes") -> Iterator[Row]:
    for each in agent.contacts:
        book.progress.check()
        before = agent.introduced.get(each.event_id)
        said = [Words(each.words, SMALL)] if each.words else []
        said += [Words(line, FAINT) for line in notes.of(each, before)]
        yield Row(
            (
                [Words(book.when(each), SMALL)],
                [Words(book.words.name(each.kind), SMALL)],
                said or [Words("–", FAINT)],
                book.links_of_words([each.event_id, *([before.event_id] if before else [])]),
            )
        )


class _Notes:
    """What has to be known of sayings: that they are promises, whose they may be, and what stands against them."""

    def __init__(self, book: Book, found: Workspace) -> None:
        self._book = book
        self._promises, self._first = by_event(found.promises), first_said(found.promises)
        self._against = {each.event_id for each in found.contradicting}

    def of(self, each: Happening, before: Happening | None) -> Iterator[str]:
        """Yield the notes of one saying; ``before`` is where an ID was given."""
        if each.event_id in self._promises:
            yield _promised(self._book, self._promises[each.event_id], each, self._first[each.event_id])
        if before is not None:
            yield self._book.words("agents.before", id=before.agent_id)
        if only_mentions(each):
            yield self._book.words("agents.mentioned")
        if each.event_id in self._against:
            yield self._book.words("agents.against")


def _promised(book: Book, promise: Promise, happening: Happening, first: Happening) -> str:
    due = happening.promise_due
    key = "promised" if happening.promise in happening.words else "promised_words"
    told = [book.words(f"agents.{key}", promise=happening.promise)]
    told += [book.words("agents.due", day=due.isoformat())] if due else []
    told += [book.words("agents.same", when=book.when(first))] if first.event_id != happening.event_id else []
    if promise.overdue:
        told.append(book.words("promises.passed" if promise.renewed else "promises.overdue"))
    elif promise.state is not PromiseState.OPEN:
        told.append(book.words.within(promise.state))
    return " · ".join(told)


def _contradictions(book: Book, found: Contradictions) -> None:
    """Place each two answers that contradict each other side by side; one of which nobody said against which, alone."""
    if not found.event_ids:
        return
    strips = book.setter.paragraph(book.words("agents.contradicting"), SUBHEADING, space_before=14)
    strips[-1].keep = True
    half = book.setter.sheet.body_width / 2
    rows = [Row((_answer(book, pair.one), _answer(book, pair.other))) for pair in found.pairs]
    rows += [Row((_answer(book, each), [Words(book.words("agents.unpaired"), FAINT)])) for each in found.unpaired]
    book.flow.place(strips + book.setter.table(Table((half, half)), rows))


def _answer(book: Book, each: Happening) -> Cell:
    before = book.content.workspace.introductions.get(each.event_id) if book.content.workspace else None
    who = [book.other(each.event_id, each.party, each.number), each.agent_name]
    speaks = bool(each.agent_id) and not only_mentions(each)
    who += [book.words("chronology.agent", id=each.agent_id)] if speaks else []
    return [
        Words(" · ".join(filter(None, (book.when(each), *who))), SMALL),
        Words(answered(each) or "–", BODY),
        *([Words(book.words("agents.before", id=before.agent_id), FAINT)] if before else []),
        *book.links_of_words([each.event_id, *([before.event_id] if before else [])]),
    ]


def _mix_up(book: Book, shared: Shared) -> str:
    key = "agents.several_names" if len(shared.agent_ids) == 1 else "agents.several_ids"
    return book.words(key, ids=book.words.joined(shared.agent_ids), names=book.words.joined(shared.names))
