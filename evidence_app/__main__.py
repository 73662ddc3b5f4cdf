"""The command line: ``python -m evidence_app``. A stable contract; see README and ARCHITECTURE.

Exit 0: success. 1: the thing checked does not hold. 2: usage or input problem. 3: could not be checked.
With ``--json``, stdout holds one JSON document and nothing else. Messages go to stderr.
"""

import argparse
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from evidence_app import (
    __version__,
    add_arguments,
    agents_command,
    commands,
    export_command,
    fee_command,
    loaded_later,
    parties_command,
    record_command,
    starting,
    suggestion_command,
    timeline_command,
    verify_command,
    workspace_command,
)
from evidence_app.arguments import Choices, Parser, language_asked_for, whole_number, zone_name
from evidence_app.commands import CANNOT_CHECK, OK, UNUSABLE, Call
from evidence_app.domain.disputes import DEFAULT_ZONE, DisputeType
from evidence_app.errors import EnvironmentProblem, InputProblem, JuzhengError
from evidence_app.phrases import Language, error_words, in_one_line, language_of_locale, phrase
from evidence_app.progress import Cancelled
from evidence_app.vault.storage import storage_problem

Command = Callable[[Call, argparse.Namespace], int]

Verb = Callable[..., Parser]
"""Adds a verb of a name, with the command behind it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console's own code page cannot carry evidence
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    language = language_asked_for(arguments, _own_language())
    try:
        given = parser(language).parse_args(arguments)
    except InputProblem as refusal:
        Call(None, language, as_json=False).complain(in_one_line(error_words(refusal, language), language))
        return UNUSABLE
    call = Call(given.vault, Language(given.lang), bool(getattr(given, "json", False)))
    signal.signal(signal.SIGINT, lambda *_: call.progress.cancel())
    command: Command = given.command
    try:
        return command(call, given)
    except Cancelled:
        call.say(phrase("commands", "cancelled", call.language))
        return UNUSABLE
    except JuzhengError as error:
        call.complain(in_one_line(error_words(error, call.language), call.language))
        could_not = isinstance(error, EnvironmentProblem) and command is verify_command.verify
        return CANNOT_CHECK if could_not else UNUSABLE
    except KeyboardInterrupt:  # asked twice to stop
        return UNUSABLE
    except BrokenPipeError:  # the reader of our output went away: nothing to tell anybody
        commands.close_output()
        return OK
    except OSError as error:  # a disk that fails where nobody expected it
        problem = storage_problem(error, Path(os.fsdecode(error.filename or call.vault)))
        call.complain(in_one_line(error_words(problem, call.language), call.language))
        return CANNOT_CHECK if command is verify_command.verify else UNUSABLE
    except Exception as error:  # the program's border; Python's own exit code, 1, would say "changed"
        call.complain(in_one_line(error_words(_told(error), call.language), call.language))
        return CANNOT_CHECK if command is verify_command.verify else UNUSABLE


def _told(error: Exception) -> JuzhengError:
    """Return what can be said of an error that nobody expected; what may be a defect of ours is printed for us."""
    if isinstance(error, MemoryError) or "can't start new thread" in str(error):
        return EnvironmentProblem("computer-exhausted")
    with suppress(OSError):
        traceback.print_exception(error)
    return JuzhengError("unexpected", reason=type(error).__name__)


@cache
def parser(language: Language) -> Parser:
    """Return the parser of the whole command line, whose help and refusals are in a language.

    It is made once: whoever runs one command after the other in one process waits longer for it than for most of them.
    """
    program = Parser(language, prog=starting.COMMAND_LINE)
    program.add_argument("--version", action="version", version=__version__, help=program.words("version"))
    program.add_program_options()
    program.set_defaults(lang=language.value)
    verbs = program.add_subparsers(required=True, metavar="COMMAND")

    def verb(name: str, command: Command, *, json: bool = True) -> Parser:
        sub: Parser = verbs.add_parser(
            name, help=phrase("usage", f"{name}.does", language), language=language, topic=name
        )
        sub.set_defaults(command=command)
        sub.add_program_options(default=argparse.SUPPRESS)  # else what stands before the verb would be overwritten
        if json:
            sub.add_argument("--json", action="store_true")
        return sub

    for add_verbs in (
        _add_disputes,
        parties_command.add_verbs,
        _add_evidence,
        _add_telling,
        _add_deciding,
        _add_leaving,
    ):
        add_verbs(verb)
    workspace_command.add_verbs(verb)
    agents_command.add_verbs(verb)
    fee_command.add_verbs(verb)
    record_command.add_verbs(verb)
    return program


def _add_disputes(verb: Verb) -> None:
    """Name the verbs for disputes themselves."""
    new = verb("new", commands.new, json=False)
    new.add_argument("title")
    new.add_argument("--type", required=True, choices=Choices(*DisputeType))
    new.add_argument("--institution", required=True, metavar="NAME")
    new.add_argument("--zone", type=zone_name, default=DEFAULT_ZONE, metavar="IANA")
    verb("list", commands.list_disputes)


def _add_evidence(verb: Verb) -> None:
    """Name the verbs that bring evidence in, and what stands on it."""
    add = verb("add", loaded_later.add)
    add.add_argument("dispute")
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    add_arguments.add_arguments(add)

    exports = verb("exports", loaded_later.exports)
    exports.add_argument("dispute")

    read = verb("read", loaded_later.read)
    read.add_argument("dispute")
    read.add_argument("--again", action="store_true")

    frames = verb("frames", loaded_later.frames)
    frames.add_argument("dispute")
    frames.add_argument("number", type=whole_number)


def _add_telling(verb: Verb) -> None:
    """Name the verbs that tell what is there."""
    find = verb("search", loaded_later.search)
    find.add_argument("dispute")
    find.add_argument("words", nargs="+", metavar="WORD")

    timeline = verb("timeline", timeline_command.timeline)
    timeline.add_argument("dispute")

    follow = verb("continuity", loaded_later.continuity)
    follow.add_argument("dispute")


def _add_deciding(verb: Verb) -> None:
    """Name the verbs about what a machine suggested."""
    suggestions = verb("suggestions", suggestion_command.suggestions)
    suggestions.add_argument("dispute")
    suggestion_command.add_arguments(
        verb("accept", suggestion_command.accept),
        verb("dismiss", suggestion_command.dismiss),
    )


def _add_leaving(verb: Verb) -> None:
    """Name the verbs for what leaves the vault, and for checking it."""
    export = verb("export", export_command.export)
    export_command.add_arguments(export)

    verify = verb("verify", verify_command.verify)
    verify.add_argument("path", type=Path, metavar="PATH")
    verify.add_argument("--tsa-root", type=Path, action="append", metavar="PEM")

    backup = verb("backup", commands.backup)
    backup.add_argument("out", type=Path, metavar="OUT")

    restore = verb("restore", commands.restore)
    restore.add_argument("backup", type=Path, metavar="IN")


def _own_language() -> Language:
    """Return the language of the environment's locale."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return language_of_locale(next((name for name in names if name), ""))


if __name__ == "__main__":
    sys.exit(main())
