"""The people of the institution: each by ID, with every contact and what they said or promised."""

from collections.abc import Iterator

from evidence_app.dossier.blocks import FAINT, SMALL, SUBHEADING, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.rules.agents import Agent, Shared

TIME_COLUMN, KIND_COLUMN, LINK_COLUMN = 92.0, 60.0, 100.0


def draw_agents(book: Book) -> None:
    """Place a table for each agent, and what hints at a mix-up of IDs and names."""
    found = book.content.workspace
    if found is None or not found.agents:
        return
    book.begin_section("agents")
    for agent in found.agents:
        _agent(book, agent)
    for shared in found.mix_ups:
        book.flow.place(book.setter.paragraph(_mix_up(book, shared), FAINT, space_before=6))


def _agent(book: Book, agent: Agent) -> None:
    ids = book.words.joined(agent.agent_ids)
    names = book.words.joined(agent.names)
    key = "title" if ids and names else "title_unnamed" if ids else "title_by_name"
    title = book.words(f"agents.{key}", ids=ids, names=names, count=len(agent.contacts))
    strips = book.setter.paragraph(title, SUBHEADING, space_before=14)
    strips[-1].keep = True
    head = tuple(book.words(f"agents.{key}") for key in ("when", "how", "said", "shown"))
    rest = book.setter.sheet.body_width - TIME_COLUMN - KIND_COLUMN - LINK_COLUMN
    table = Table((TIME_COLUMN, KIND_COLUMN, rest, LINK_COLUMN), head)
    book.flow.place(strips + book.setter.table(table, list(_rows(book, agent))))


def _rows(book: Book, agent: Agent) -> Iterator[Row]:
    for each in agent.contacts:
        book.progress.check()
        said = [Words(each.words, SMALL)] if each.words else []
        if each.promise and each.promise != each.text:
            said.append(Words(book.words("agents.promised", promise=each.promise), SMALL))
        yield Row(
            (
                [Words(book.when(each), SMALL)],
                [Words(book.words.name(each.kind), SMALL)],
                said or [Words("–", FAINT)],
                book.links_of_events([each.event_id]),
            )
        )


def _mix_up(book: Book, shared: Shared) -> str:
    key = "agents.several_names" if len(shared.agent_ids) == 1 else "agents.several_ids"
    return book.words(key, ids=book.words.joined(shared.agent_ids), names=book.words.joined(shared.names))
