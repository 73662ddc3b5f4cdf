"""How the command line reads what was typed: refusals, headings and help in the language asked for.

Every verb and option is declared where its command is; what it is for stands in ``resources/phrases/usage.*.toml``,
by verb and name, and a verb or option without it fails at once. What cannot be used becomes an InputProblem that names
the option, what was given and what is right.
"""

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

from evidence_app.domain.money import parse_amount
from evidence_app.domain.times import ClockReading, zone
from evidence_app.domain.typed_time import typed_reading
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language, name_of, phrase, section

NONE = "none"
"""What takes a stated day off again."""


def day(words: str) -> date:
    """Read a day written as 2026-02-28. Raises ValueError."""
    return date.fromisoformat(words)


def day_or_none(words: str) -> date | str:
    """Read a day; the empty text, which is no day, for ``none``. Raises ValueError."""
    return "" if words == NONE else day(words)


STATED_YEAR = re.compile(r"\s*\d{4}")
"""How a time begins that is the same whenever it is read: one without a year is of the latest that had such a day."""


def moment(words: str) -> ClockReading:
    """Read a time as the window reads it, with its year and as precise as it was typed. Raises ValueError."""
    try:
        reading = typed_reading(words) if STATED_YEAR.match(words) else None
    except InputProblem as problem:
        raise ValueError(words) from problem
    if reading is None:
        raise ValueError(words)
    return reading


def whole_number(words: str) -> int:
    """Read the number of an exhibit, written in digits and nothing else. Raises ValueError."""
    if not (words.isascii() and words.isdigit()):  # int() takes 1_0, -1 and other scripts' digits, too
        raise ValueError(words)
    return int(words)


def amount(words: str) -> str:
    """Return an amount as it was typed, once it is known to be one. Raises ValueError."""
    try:
        value = parse_amount(words)
    except InputProblem as error:
        raise ValueError(words) from error
    if value is None:
        raise ValueError(words)
    return words


def amount_or_empty(words: str) -> str:
    """Return an amount as it was typed; the empty text, which is no amount, as it is. Raises ValueError."""
    return amount(words) if words.strip() else ""


def currency(words: str) -> str:
    """Return a currency's code in capitals. Raises ValueError."""
    from evidence_app.rules.currencies import known_currency

    try:
        return known_currency(words) if words.strip() else ""
    except InputProblem as error:
        raise ValueError(words) from error


def texts(values: Iterable[str] | None) -> tuple[str, ...] | None:
    """Return what was typed, without empty texts: ``--aliases ""`` takes all off; None where nothing was."""
    return None if values is None else tuple(each.strip() for each in values if each.strip())


def zone_name(words: str) -> str:
    """Return the name of a time zone, once it is known to be one. Raises ValueError."""
    try:
        return zone(words).key
    except InputProblem as error:
        raise ValueError(words) from error


CODES: dict[object, str] = {
    day: "day-mistyped",
    day_or_none: "day-or-none-mistyped",
    moment: "moment-mistyped",
    whole_number: "number-mistyped",
    amount: "amount-mistyped",
    amount_or_empty: "amount-or-empty-mistyped",
    currency: "currency-mistyped",
    zone_name: "zone-mistyped",
}
"""The code of what was typed for each kind of value, and cannot be read."""

_REFUSALS = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "arguments-missing"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "arguments-unknown"),
    (re.compile(r"argument (?P<option>.+?): expected .+"), "value-missing"),
    (re.compile(r"argument (?P<option>.+?): not allowed with argument (?P<other>.+)"), "options-exclusive"),
    (re.compile(r"argument (?P<option>.+?): ignored explicit argument (?P<text>.+)"), "value-not-taken"),
    (re.compile(r"ambiguous option: (?P<option>\S+) could match (?P<names>.+)"), "option-ambiguous"),
)
"""What argparse says of a call that is put together wrongly, and our code for it. It speaks English only."""


def language_asked_for(arguments: Sequence[str], own: Language) -> Language:
    """Return the language that ``--lang`` names, before or after the verb: help and refusals are in it already."""
    words = iter(arguments)
    for word in words:
        option, is_joined, value = word.partition("=")
        if option == "--":  # what follows are no options
            break
        if option.startswith("--v") and "--vault".startswith(option) and not is_joined:
            next(words, "")
        elif option.startswith("--l") and "--lang".startswith(option):
            value = value if is_joined else next(words, "")
            own = Language(value) if value in list(Language) else own
    return own


class Choices(list[str]):
    """What is typed for the members of enumerations, with what each means; ``empty`` is typed for an empty member.

    ``app_chat`` alone tells a reader of Chinese nothing.
    """

    def __init__(self, *members: StrEnum, empty: str = "") -> None:
        self._members = {each.value or empty: each for each in members if each or empty}
        super().__init__(self._members)

    def named(self, language: Language) -> str:
        """Return all of them with their meanings, for the help."""
        pattern, between = ("{} ({})", ", ") if language is Language.EN else ("{}（{}）", "、")
        return between.join(pattern.format(typed, name_of(each, language)) for typed, each in self._members.items())


Action = TypeVar("Action", bound=argparse.Action)


class Parser(argparse.ArgumentParser):
    """A parser that refuses and helps in one language; ``topic`` is the table of its texts.

    ``color`` comes from argparse itself from Python 3.14 on, which makes the verbs' parsers with it.
    """

    def __init__(
        self, language: Language, topic: str = "program", prog: str | None = None, *, color: bool = False
    ) -> None:
        self.language, self.topic = language, topic
        formatter = partial(_Formatter, phrase("usage", "heading.usage", language))
        super().__init__(prog, add_help=False, description=self.words("does"), formatter_class=formatter)
        self.color = color
        self._positionals.title = phrase("usage", "heading.positionals", language)
        self._optionals.title = phrase("usage", "heading.options", language)
        self.add_argument("-h", "--help", action="help")

    def add_program_options(self, default: object = None) -> None:
        """Let a person say, before the verb or after it, which vault is meant and in which language."""
        self.add_argument("--vault", type=Path, metavar="DIR", default=default)
        self.add_argument("--lang", choices=[each.value for each in Language], default=default)

    def words(self, name: str, **facts: object) -> str:
        """Return what a verb does, or what one of its arguments is for. Raises KeyError: a defect, not input."""
        known = section("usage", self.language)
        topic = self.topic if f"{self.topic}.{name}" in known else "common"
        return phrase("usage", f"{topic}.{name}", self.language, **facts)

    def _add_action(self, action: Action) -> Action:
        if action.choices is not None and action.metavar is None:  # the help names them, one after another
            action.metavar = action.dest.upper() if action.option_strings else action.dest
        if action.help is None:
            action.help = self.words(action.option_strings[-1].lstrip("-") if action.option_strings else action.dest)
        if isinstance(action.choices, Choices) and action.help:
            action.help = action.help.replace("%(choices)s", action.choices.named(self.language))
        return super()._add_action(action)

    def _get_value(self, action: argparse.Action, arg_string: str) -> object:
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError as error:
            code = CODES.get(action.type, "value-unreadable")
            raise InputProblem(code, option=_name(action), text=arg_string) from error

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is None or value in action.choices or value == []:
            return
        choices = ", ".join(each for each in action.choices if each)
        raise InputProblem("choice-mistyped", option=_name(action), text=str(value), choices=choices)

    def error(self, message: str) -> NoReturn:
        """Show how the call is put together, and raise what is wrong with this one. Raises InputProblem."""
        self.print_usage(sys.stderr)
        for pattern, code in _REFUSALS:
            if found := pattern.fullmatch(message):
                raise InputProblem(code, **found.groupdict(), program=self.prog)
        raise InputProblem("arguments-unreadable", words=message, program=self.prog)


def _name(action: argparse.Action) -> str:
    """Return what a person calls an argument: the option, or the name of its place."""
    return "/".join(action.option_strings) or str(action.metavar or action.dest)


class _Formatter(argparse.HelpFormatter):
    """Lays help out by the width that is seen: a Chinese character takes two columns and needs no space to break at."""

    def __init__(self, usage: str, prog: str) -> None:
        super().__init__(prog)
        self._heading = usage

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Put the line that shows how a call is put together."""
        super().add_usage(usage, actions, groups, self._heading if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return seen_lines(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in seen_lines(text, width - len(indent)))


_PIECES = re.compile(r"[“‘(（《「『【〈]*(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef“‘”]+\s*)|[“‘”]|\s+")
"""What a line is put together of: single Chinese characters, and words of other scripts with the space after them.

An opening mark is one piece with what follows it: it ends no line.
"""

_NOT_FIRST = frozenset("，。；：、？！）」』”》】〉")
"""What begins no line."""


def seen_lines(text: str, width: int) -> list[str]:
    """Return a text in lines of at most ``width`` columns, but for a word or a mark that fits nowhere else."""
    lines, line = [], ""
    for piece in _PIECES.findall(text):
        if line.strip() and piece not in _NOT_FIRST and seen_width(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


def seen_width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
