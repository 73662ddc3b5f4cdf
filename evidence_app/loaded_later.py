"""The commands that work with much, loaded when they run, so that all others start in half the time."""

import argparse

from evidence_app.commands import Call


def add(call: Call, given: argparse.Namespace) -> int:
    """Add files and import the exports among them."""
    from evidence_app import add_command

    return add_command.add(call, given)


def exports(call: Call, given: argparse.Namespace) -> int:
    """Tell what the exports of a dispute hold."""
    from evidence_app import add_command

    return add_command.tell_exports(call, given)


def read(call: Call, given: argparse.Namespace) -> int:
    """Read by machine what was not read yet."""
    from evidence_app import read_command

    return read_command.read(call, given)


def frames(call: Call, given: argparse.Namespace) -> int:
    """Take the pictures on which a film rests out of it."""
    from evidence_app import read_command

    return read_command.frames(call, given)


def search(call: Call, given: argparse.Namespace) -> int:
    """Find words."""
    from evidence_app import search_command

    return search_command.find(call, given)


def continuity(call: Call, given: argparse.Namespace) -> int:
    """Tell how the pictures of a chat follow each other."""
    from evidence_app import continuity_command

    return continuity_command.tell(call, given)
