"""Pressing and filling in on the case page, for tests."""

from typing import TypeVar

from pytestqt.qtbot import QtBot

from evidence_app.domain.workspace import Item
from tests.ui.acting import PATIENCE_MS
from ui.casework.item_sheet import ItemSheet
from ui.casework.page import CasePage, CasePart
from ui.casework.section import Told
from ui.controls import Button, PlainLabel
from ui.workbench import Workbench

ItemT = TypeVar("ItemT", bound=Item)


def said(card: Told) -> list[str]:
    return [each.text() for each in card.findChildren(PlainLabel)]


def cards(page: CasePage, key: CasePart) -> list[Told]:
    return page.parts[key].findChildren(Told)


def titles(page: CasePage, key: CasePart) -> list[str]:
    return [card.title.text() for card in cards(page, key) if card.isVisibleTo(page)]


def asked(qtbot: QtBot, page: CasePage, button: Button, values: dict[str, object]) -> None:
    """Press a button and fill in the sheet that it opens."""
    button.click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(ItemSheet)), timeout=PATIENCE_MS)
    sheet = page.window().findChildren(ItemSheet)[-1]
    for name, value in values.items():
        sheet.grid.fields[name].show_value(value)  # type: ignore[arg-type]
    sheet.primary.click()
    qtbot.waitUntil(lambda: sheet not in page.window().findChildren(ItemSheet), timeout=PATIENCE_MS)


def button(qtbot: QtBot, page: CasePage, key: CasePart, words: str) -> Button:
    """Return a button of a part once it is there: Qt shows what is added to a layout a moment later."""
    page.show_part(key)

    def found() -> list[Button]:
        known = page.parts[key].findChildren(Button)
        return [each for each in known if each.text() == words and each.isVisibleTo(page)]

    qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE_MS)
    return found()[0]


def kept(bench: Workbench, kind: type[ItemT]) -> list[ItemT]:
    session = bench.desk.session
    assert session is not None
    with session.vault.read() as catalog:
        return catalog.items(bench.desk.dispute_id, kind)
