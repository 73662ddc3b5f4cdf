"""Which entries of the timeline show that a complaint was filed, and which are answers to it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.casework.item_sheet import ItemSheet
from ui.casework.ticking import Tick, TickList
from ui.controls import PlainLabel
from ui.timeline.words import safe

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Workspace
    from evidence_app.domain.happenings import Happening
    from evidence_app.domain.workspace import Complaint

MOST_ENTRIES = 300
"""Of a list, the latest: what answers a complaint is seldom further away, and the list can be searched."""

LONGEST = 60
"""Characters of an entry's words on its line."""


class FilingLinks(QObject):
    """Adds both lists to a sheet, as far as there is anything to tick; `facts` is what was ticked."""

    def __init__(self, sheet: ItemSheet, found: "Workspace", filed: "Complaint", when: Callable[[str], str]) -> None:
        super().__init__(sheet)
        from evidence_app.actions.workspace import may_answer, may_show

        self._when = when
        shown_by = (filed.event_id,) if filed.event_id else ()
        self._filing = self._list(sheet, self.tr("Entry that shows it was filed"), may_show(found, filed), shown_by)
        answers = may_answer(found, filed) if filed.id else []
        self._answers = self._list(sheet, self.tr("Entries that are answers"), answers, filed.reply_ids)

    def facts(self) -> Mapping[str, object]:
        """Return the fields of a complaint that were ticked; one entry shows a filing, the first."""
        facts: dict[str, object] = {}
        if self._filing is not None:
            facts["event_id"] = next(iter(self._filing.ticked()), "")
        if self._answers is not None:
            facts["reply_ids"] = self._answers.ticked()
        return facts

    def _list(
        self, sheet: ItemSheet, name: str, entries: "Sequence[Happening]", ticked: Sequence[str]
    ) -> TickList | None:
        latest = entries[-MOST_ENTRIES:]
        kept = [each for each in entries[:-MOST_ENTRIES] if each.event_id in ticked]
        if not latest:
            return None
        ticks = [Tick(each.event_id, self._line(each), each.event_id in ticked) for each in (*kept, *latest)]
        sheet.add(PlainLabel(name, "caption"))
        ticking = TickList(name, ticks)
        sheet.add(ticking)
        return ticking

    def _line(self, each: "Happening") -> str:
        who, said = each.body or each.party or each.number, " ".join(each.text.split())
        short = said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
        return safe(" · ".join(filter(None, (self._when(each.event_id), who, each.reference, short))))
