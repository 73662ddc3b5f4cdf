"""The commands that say which agent IDs and names are one person's, and part them again."""

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from evidence_app.arguments import Parser
from evidence_app.commands import OK, Call, printable

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


def add_verbs(verb: Callable[..., Parser]) -> None:
    """Add both commands; ``verb`` makes one of its name and function."""
    for name, run in (("join", join), ("part", part)):
        parser = verb(name, run)
        parser.add_argument("dispute")
        parser.add_argument("agents", nargs="+", metavar="AGENT")
        if run is join:
            parser.add_argument("--note")


def join(call: Call, given: argparse.Namespace) -> int:
    """Keep that all who are named are one person."""
    from evidence_app.actions.joining_agents import join_known

    reason = call.words("agents.joined_otherwise")
    return _changed(call, given, lambda session: join_known(session, given.dispute, given.agents, given.note, reason))


def part(call: Call, given: argparse.Namespace) -> int:
    """Keep that those who are named are nobody else."""
    from evidence_app.actions.joining_agents import part_known

    reason = call.words("agents.parted")
    return _changed(call, given, lambda session: part_known(session, given.dispute, given.agents, reason))


def _changed(call: Call, given: argparse.Namespace, do: "Callable[[Session], Sequence[int]]") -> int:
    """Do it, and print who those are now that were named."""
    from evidence_app.actions.workspace import workspace
    from evidence_app.overview_words import known_as
    from evidence_app.workspace_documents import agent_document

    with call.session(write=True) as session:
        entries = do(session)
        found = workspace(session, given.dispute)
    named = [each for each in found.agents if not {*given.agents}.isdisjoint((*each.agent_ids, *each.names))]
    call.answer({"entry": entries[-1] if entries else None, "agents": [agent_document(each, found) for each in named]})
    call.say(call.words("workspace.changed" if entries else "workspace.unchanged"))
    for each in named:
        call.say(printable(call.words("agents.line", agent=known_as(each), count=len(each.spoken))))
    return OK
