"""What every section works with: the content, the words, the typesetter and the pages so far."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.happenings import Happening
from evidence_app.dossier.blocks import FAINT, LABEL, SMALL, Cell, Link, Row, Table, Typesetter, Words
from evidence_app.dossier.content import Content
from evidence_app.dossier.gathering import StoredPicture
from evidence_app.dossier.listing import Records, records_of
from evidence_app.dossier.page import Flow, Strip
from evidence_app.dossier.wording import Wording
from evidence_app.progress import Progress
from evidence_app.rules.law import Body
from evidence_app.rules.own_office import shown_name

LABEL_WIDTH, FACT_PADDING = 84.0, 2.5
SECTION_GAP = 24.0
ROOM_FOR_A_SECTION = 0.34
"""Part of a page that must be free for a section to begin on it, and not on the next one."""

FACTS_UNDER_A_HEADING = 3
"""Facts that stand on the page of their heading: longer lists may go on on the next one."""

LINKS_OF_AN_EVENT = 8
"""Exhibits linked from one line; more are counted."""


@dataclass(frozen=True)
class Book:
    """One dossier while it is laid out."""

    content: Content
    words: Wording
    setter: Typesetter
    flow: Flow
    pictures: Mapping[str, Sequence[StoredPicture]]
    progress: Progress

    def begin_section(self, code: str, *, own_page: bool = False) -> None:
        """Begin a section with its heading: on the page there is if that has room and is no exhibit's."""
        sheet, flow = self.setter.sheet, self.flow
        if own_page or flow.tab or flow.remaining < ROOM_FOR_A_SECTION * sheet.body_height:
            flow.new_page(tab="")
        flow.place(self._heading(code))

    def heading_here(self, code: str) -> list[Strip]:
        """Return a section's heading for the same page, if what is placed behind it has room there."""
        return self._heading(code)

    def _heading(self, code: str) -> list[Strip]:
        strips = self.setter.heading(self.words(f"section.{code}"), section_anchor(code))
        strips[0].space_before = SECTION_GAP
        return strips

    def facts(
        self, rows: Iterable[tuple[str, Cell]], *, space_before: float = 0.0, above: Sequence[Strip] = ()
    ) -> None:
        """Place a list of labels and what they mean, the first of them on the page of the heading that is above."""
        strips = self.fact_strips(rows, space_before=space_before)
        for strip in strips[: FACTS_UNDER_A_HEADING - 1] if above else ():
            strip.keep = True
        self.flow.place([*above, *strips])

    def fact_strips(self, rows: Iterable[tuple[str, Cell]], *, space_before: float = 0.0) -> list[Strip]:
        """Return a list of labels and what they mean, to be placed."""
        columns = (LABEL_WIDTH, self.setter.sheet.body_width - LABEL_WIDTH)
        table = Table(columns, ruled=False, padding=FACT_PADDING)
        cells = (Row(([Words(label, LABEL)], cell)) for label, cell in rows)
        return list(self.setter.table(table, cells, space_before=space_before))

    def exhibits_of(self, event: Event) -> list[Exhibit]:
        """Return the exhibits of this dossier that show an event."""
        known = self.content.exhibits_by_id
        return [known[exhibit_id] for exhibit_id in event.exhibit_ids if exhibit_id in known]

    def exhibit_links(self, event: Event) -> Cell:
        """Return a link to every exhibit that shows an event."""
        shown = self.exhibits_of(event)
        if not shown:
            return [Words(self.words("link.none"), FAINT)]
        links: list[Link | Words] = [self.exhibit_link(exhibit, event) for exhibit in shown[:LINKS_OF_AN_EVENT]]
        if len(shown) > LINKS_OF_AN_EVENT:
            links.append(Words(f"+ {len(shown) - LINKS_OF_AN_EVENT}", FAINT))
        return links

    def links_of_events(self, event_ids: Iterable[str], most: int = LINKS_OF_AN_EVENT) -> Cell:
        """Return links to the exhibits that show some events, by number, and how many events none shows."""
        events = [self.content.events_by_id[each] for each in event_ids if each in self.content.events_by_id]
        exhibits = [self.exhibits_of(event) for event in events]
        shown = {exhibit.number: exhibit for of_one in exhibits for exhibit in of_one}
        if not shown:
            return [Words(self.words("link.none"), FAINT)]
        only = events[0] if len(events) == 1 else None
        links: list[Link | Words] = [self.exhibit_link(shown[number], only) for number in sorted(shown)[:most]]
        if len(shown) > most:
            links.append(Words(f"+ {len(shown) - most}", FAINT))
        if not all(exhibits):
            links.append(Words(self.words("link.some", count=sum(not each for each in exhibits)), FAINT))
        return links

    def links_of_words(self, event_ids: Iterable[str], most: int = LINKS_OF_AN_EVENT, *, judges: bool = False) -> Cell:
        """Return links as `links_of_events`, and that a list of calls shows a call, and not what was said in it.

        ``judges`` is of what says something of the words also of calls of which nobody wrote any.
        """
        event_ids = tuple(event_ids)
        links = self.links_of_events(event_ids, most)
        known = (each for each in event_ids if each in self.content.events_by_id)
        is_shown = any(self._is_unheard(each, or_bare=judges) for each in known)
        return [*links, Words(self.words("link.call"), FAINT)] if is_shown else links

    def _is_unheard(self, event_id: str, *, or_bare: bool) -> bool:
        """Tell whether exhibits show that there was a call, and none what was spoken in it."""
        event = self.content.events_by_id[event_id]
        exhibits = self.exhibits_of(event)
        is_recorded = any(each.original.media.kind in (MediaKind.AUDIO, MediaKind.VIDEO) for each in exhibits)
        is_bare = event.kind is EventKind.CALL and not (event.text or event.promise) and not is_recorded
        return bool(exhibits) and ((or_bare and is_bare) or event_id in self._typed)

    @cached_property
    def _typed(self) -> frozenset[str]:
        """The calls of which only a person says what was spoken, and an exhibit that there was one."""
        found = self.content.workspace
        happenings = found.happenings if found is not None else ()
        return frozenset(each.event_id for each in happenings if each.typed) & self.content.events_by_id.keys()

    def when(self, happening: Happening) -> str:
        """Return when something happened, as the chronology says it."""
        event = self.content.events_by_id.get(happening.event_id)
        return self.words.time(event) if event else "–"

    def other(self, event_id: str, party: str, number: str) -> str:
        """Return what the other side of an event is called; a bare number with its contact's name."""
        name = self.content.names.get(event_id, "")
        return f"{name} ({number or party})" if name else party or number

    def who(self, event: Event) -> list[str]:
        """Return who was on the other side of an event, in pieces."""
        return self.words.who(event, self.other(event.id, event.party, event.number))

    def named(self, of: Body | str) -> str:
        """Return the name of a body, or of who is none that is known; the institution's own step has its name."""
        return of if isinstance(of, str) else shown_name(of, self.content.dispute, self.words.language)

    def exhibit_link(self, exhibit: Exhibit, event: Event | None = None) -> Link:
        """Return a link that names an exhibit and prints its page: where an event's record is printed, that one's."""
        records = self.records.get(exhibit.id)
        is_printed = event is not None and records is not None and event.id in records.ids
        target = record_anchor(exhibit, event) if event is not None and is_printed else exhibit_anchor(exhibit)
        return Link(self.words("link.exhibit", number=exhibit.number), target, SMALL)

    @cached_property
    def records(self) -> Mapping[str, Records]:
        """The records of imported exports that are printed on their pages: of those that have no picture."""
        seen = {each for each, pages in self.pictures.items() if pages and not pages[0].problem}
        return {each: found for each, found in records_of(self.content).items() if each not in seen}


def section_anchor(code: str) -> str:
    """Return where a section begins."""
    return f"section-{code}"


def rule_anchor(rule_id: str) -> str:
    """Return where the first finding of a rule stands."""
    return f"rule-{rule_id}"


def exhibit_anchor(exhibit: Exhibit) -> str:
    """Return where an exhibit begins."""
    return f"exhibit-{exhibit.id}"


def record_anchor(exhibit: Exhibit, event: Event) -> str:
    """Return where an event's record stands on the page of the export it was imported from."""
    return f"record-{exhibit.id}-{event.id}"


def event_anchor(event: Event) -> str:
    """Return where an event stands in the chronology."""
    return f"event-{event.id}"
