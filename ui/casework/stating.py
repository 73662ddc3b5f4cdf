"""Keeps what a person states on the case page: each time one entry of the custody log, which can be taken back."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from evidence_app.domain.item_fields import kind_name
from evidence_app.domain.workspace import Item

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.desk import Desk


def add_item(desk: "Desk", item: Item) -> None:
    """Keep something new; its id is empty."""

    def work(session: "Session") -> int:
        from evidence_app.actions.workspace import add

        return add(session, item).seq

    desk.edits.work_out(kind_name(item), work)


def change_item(desk: "Desk", kind: type[Item], item_id: str, changes: Mapping[str, object]) -> None:
    """Keep other fields of what is there."""

    def work(session: "Session") -> int | None:
        from evidence_app.actions.workspace import change

        return change(session, item_id, changes)

    desk.edits.work_out(kind_name(kind), work)


def say_of(desk: "Desk", wanted: Item, key: str) -> None:
    """Keep what is said of one thing, which the field ``key`` names: in place of what was said of it before."""

    def work(session: "Session") -> int | None:
        from evidence_app.actions.workspace import say

        return say(session, wanted, key)

    desk.edits.work_out(kind_name(wanted), work)


def say_of_each(desk: "Desk", wanted: Sequence[Item], key: str) -> None:
    """Keep what is said of several things of one kind, as one step that can be taken back."""
    if not wanted:
        return

    def work(session: "Session") -> Sequence[int]:
        from evidence_app.actions.workspace import say_each

        return say_each(session, wanted, key)

    desk.edits.work_out(kind_name(wanted[0]), work)


def state_of(desk: "Desk", empty: Item, stated: Mapping[str, object]) -> None:
    """Keep fields of the one thing of its kind that a dispute has; ``empty`` is what it begins as."""

    def work(session: "Session") -> int | None:
        from evidence_app.actions.workspace import state

        return state(session, empty, stated)

    desk.edits.work_out(kind_name(empty), work)
