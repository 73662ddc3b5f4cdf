"""What files show, as far as anybody read or said it: told apart from events, which a person stands behind."""

from typing import NamedTuple

TALK_PAGES = frozenset({"chat", "sms", "calls"})
"""Kinds of read pages whose words are those of conversations: their messages are events of their own."""


class FilePage(NamedTuple):
    """A file as the timeline has it: ``event_id`` stands for it, ``name`` is what a person calls it, else its own.

    ``kind`` is what kind of page a machine took it for, ``words`` what a person says of it and what was read off it;
    of conversations nothing of the latter. ``exhibit_id`` is the file itself, ``importer`` what reads its records,
    empty for none.
    """

    event_id: str
    number: int
    name: str
    kind: str = ""
    words: str = ""
    exhibit_id: str = ""
    importer: str = ""
