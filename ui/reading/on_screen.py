"""Which exhibits somebody looks at right now: they are read before all others."""

from ui.desk import Desk
from ui.panes import Panes
from ui.tabs import PageKey


def on_screen(panes: Panes, desk: Desk) -> list[str]:
    """Return the exhibits on the screen, the selected one first, then those of the page from top to bottom."""
    detail = desk.detail
    chosen = [exhibit.id for exhibit in detail.exhibits] if detail is not None else []
    return [*chosen, *_on_page(panes)]


def _on_page(panes: Panes) -> list[str]:
    from ui.evidence.page import EvidencePage
    from ui.review.page import ReviewPage

    page = panes.dispute_pages.currentWidget()
    if isinstance(page, EvidencePage):
        cards = [page.model.card_at(row) for row in page.grid.visible_rows()]
        return [card.exhibit_id for card in cards if card is not None]
    if isinstance(page, ReviewPage):
        return [page.shown.exhibit.id] if page.shown is not None else []
    timeline, model = panes.timeline, panes.model
    if panes.page_key is not PageKey.TIMELINE or timeline is None or model is None:
        return []
    entries = [model.entry_at(row) for row in timeline.visible_rows()]
    return [entry.exhibit_id for entry in entries if entry is not None and entry.exhibit_id]
