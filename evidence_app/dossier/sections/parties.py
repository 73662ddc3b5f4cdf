"""Who is who: the parties, everybody who was in contact, and the agents by agent ID."""

from collections.abc import Iterator

from evidence_app.domain.events import Event
from evidence_app.dossier.blocks import BODY, FAINT, SMALL, STRONG, SUBHEADING, Cell, Row, Table, Words
from evidence_app.dossier.book import Book, section_anchor
from evidence_app.dossier.page import Strip
from evidence_app.dossier.sections.channels import draw_channels
from evidence_app.dossier.who import AgentLine, Contact, Joined, ShownAs
from evidence_app.rules.named_bodies import body_name


def draw_parties(book: Book) -> None:
    """Place the parties and the two lists of contacts."""
    book.begin_section("parties", own_page=_is_first_page(book))
    book.facts(_parties(book))
    draw_channels(book)
    _others(book)
    _agents(book)


def _is_first_page(book: Book) -> bool:
    """Tell whether the page there is is the summary's first, which stands alone; what runs over is followed at once."""
    began = book.flow.anchors.get(section_anchor("summary"))
    return began is None or began.page_index == len(book.flow.pages) - 1


def _parties(book: Book) -> Iterator[tuple[str, Cell]]:
    words, dispute = book.words, book.content.dispute
    people = (
        ("complainant", dispute.complainant, dispute.complainant_contact),
        ("representative", dispute.representative, dispute.representative_contact),
    )
    for role, name, contact in people:
        if name or contact:
            yield words(f"cover.{role}"), [Words(name or words("summary.not_stated"), STRONG), Words(contact)]
    aliases = [Words(words("cover.also", names=words.joined(dispute.aliases)))] if dispute.aliases else []
    kind = [Words(type_words(book))] if type_words(book) else []
    yield words("cover.institution"), [Words(dispute.institution, STRONG), *kind, *aliases, *_known(book)]


def _known(book: Book) -> Iterator[Words]:
    """Yield what a person stated of the institution: under its app's name alone many people know it."""
    found = book.content.workspace
    known = found.stated.institution if found is not None else None
    if known is None:
        return
    stated = {"licence": known.licence, "app": known.app, "publisher": known.publisher}
    if known.shown_publisher not in ("", known.publisher):
        stated["shown_publisher"] = known.shown_publisher
    said = [book.words(f"parties.{key}", value=value) for key, value in stated.items() if value]
    yield from (Words(each, SMALL) for each in said)
    if said:
        yield Words(book.words("parties.stated"), FAINT)


def type_words(book: Book) -> str:
    """Return what the institution is, as a person said; empty where nobody did."""
    found = book.content.workspace
    known = found.stated.institution if found is not None else None
    return book.words.name(known.institution_type) if known is not None and known.institution_type else ""


def _subheading(book: Book, key: str) -> list[Strip]:
    strips = book.setter.paragraph(book.words(key), SUBHEADING, space_before=18)
    strips[-1].keep = True
    return strips


def _others(book: Book) -> None:
    words, contacts = book.words, book.content.parties
    strips = _subheading(book, "parties.others")
    if not contacts:
        book.flow.place(strips + book.setter.paragraph(words("parties.no_contacts"), FAINT))
        return
    head = tuple(words(f"parties.{key}") for key in ("party", "numbers", "first", "last", "count"))
    table = Table((120, 118, 102, 102, book.setter.sheet.body_width - 442), head)
    rows = [
        Row((_name(book, c), [Words(words.joined(c.numbers), SMALL)], *_ends(book, c), [Words(str(c.event_count))]))
        for c in contacts
    ]
    book.flow.place(strips + book.setter.table(table, rows))
    if any(each.joined is Joined.BY_NAME for c in contacts for each in c.shown_as):
        book.flow.place(book.setter.paragraph(words("parties.by_name"), FAINT, space_before=4))


def _name(book: Book, contact: Contact) -> Cell:
    """Return a name, and below the institution's the others under which it appears, each with why."""
    if not contact.name:
        return [Words(book.words("summary.not_stated"), FAINT)]
    is_body = bool(contact.first.body)  # what a body is called goes by the language, a company's name does not
    name = body_name(contact.name, book.words.language, book.words.territory) if is_body else contact.name
    return [Words(name), *(Words(_shown_as(book, each), SMALL) for each in contact.shown_as)]


def _shown_as(book: Book, each: ShownAs) -> str:
    return book.words(f"parties.as_{each.joined.value}", name=each.name, count=each.event_count)


def _agents(book: Book) -> None:
    words, agents = book.words, book.content.agents
    strips = _subheading(book, "parties.agents")
    if not agents:
        book.flow.place(strips + book.setter.paragraph(words("parties.no_agents"), FAINT))
        return
    head = tuple(words(f"parties.{key}") for key in ("agent_id", "agent", "of", "first", "last", "count"))
    table = Table((76, 66, 98, 102, 102, book.setter.sheet.body_width - 444), head)
    book.flow.place(strips + book.setter.table(table, [_agent(book, agent) for agent in agents]))


def _agent(book: Book, agent: AgentLine) -> Row:
    joined = book.words.joined
    ids, names = joined(agent.agent_ids) or "–", joined(agent.names) or "–"
    identity = ([Words(ids, STRONG)], [Words(names, BODY)], [Words(joined(agent.parties), SMALL)])
    return Row((*identity, *_ends(book, agent), [Words(str(agent.event_count))]))


def _ends(book: Book, contact: Contact | AgentLine) -> tuple[Cell, Cell]:
    return _end(book, contact.first), _end(book, contact.last)


def _end(book: Book, event: Event) -> Cell:
    """Return when a contact was, and the exhibit that shows it."""
    return [Words(book.words.time(event), SMALL), *book.exhibit_links(event)[:1]]
