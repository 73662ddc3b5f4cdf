"""Reads the files of the law's data, which people correct by hand: what is wrong in one is told by file and field.

A table is a dict that knows where it stands, so that whoever reads it need not say so. Fields that nobody asks for are
refused: a misspelt one would be passed over in silence.
"""

import re
import tomllib
from collections.abc import Callable, ItemsView, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from evidence_app.errors import EnvironmentProblem
from evidence_app.resources import resource

LAW = "law"
LONGEST_VALUE = 60
"""Characters of a value that a message repeats."""

KINDS: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("step", "length", "times_prime", "most", "days"), (int,)),
    **dict.fromkeys(("checked", "in_force", "target"), (date,)),
    **dict.fromkeys(("statutory", "wants_identity", "decisive", "in_letters", "guess", "announced"), (bool,)),
    **dict.fromkeys(
        (
            "id",
            "extends",
            "or_longer",
            "of",
            "or_after",
            "waits_for",
            "waits_until",
            "letter",
            "measure",
            "first_where",
        ),
        (str,),
    ),
    **dict.fromkeys(("zh-Hans", "zh-Hant", "en", "source", "territory", "tag"), (str,)),
    **dict.fromkeys(("types", "also", "asks", "clock", "known_by", "when", "unless", "lenders"), (list,)),
    **dict.fromkeys(("country", "language", "subdivision", "currency", "paper", "moved_by", "own_numbers"), (str,)),
    **dict.fromkeys(("home", "region"), (str,)),
    **dict.fromkeys(("zones", "categories"), (list,)),
    **dict.fromkeys(("calendar", "currencies", "regions", "elsewhere"), (dict,)),
    "per_cent": (int, float),
}
"""Of what kind a field is, in whatever table; of the others, whoever reads them tells."""

T = TypeVar("T")


@dataclass(slots=True)
class _Trace:
    """Which file is read, and which of its fields was asked for last, with what it holds."""

    file: str
    where: str = ""
    value: str = ""

    def problem(self, code: str) -> EnvironmentProblem:
        return EnvironmentProblem(code, file=self.file, where=self.where or "–", value=self.value)


class Facts(dict[str, Any]):
    """One table of a file. Raises EnvironmentProblem where a field is missing, or of another kind than it has to be."""

    def __init__(self, given: Mapping[str, Any], trace: _Trace, path: str = "") -> None:
        super().__init__()
        self._trace, self._path, self._asked = trace, path, set[str]()
        for name, value in given.items():
            self._check(name, value)
            super().__setitem__(name, _placed(value, trace, self._place(name)))

    def _place(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _check(self, name: str, value: object) -> None:
        wanted = KINDS.get(name)
        is_flag = isinstance(value, bool) and wanted is not None and bool not in wanted
        if wanted is not None and (is_flag or not isinstance(value, wanted)):
            self._say(name, value)
            raise self._trace.problem("law-field-wrong")

    def _say(self, name: str, value: object) -> None:
        self._asked.add(name)
        self._trace.where, self._trace.value = self._place(name), _in_short(value)

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - as TOML has it
        if name not in self:
            self._say(name, "")
            raise self._trace.problem("law-field-missing")
        value = super().__getitem__(name)
        self._say(name, value)
        return value

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - as TOML has it
        """Return a field, or what holds without it."""
        return self[name] if name in self else default  # noqa: SIM401 - asking is noted

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override]  # of a dict, it is one
        """Return all fields: whoever asks for all passes over none."""
        self._asked.update(self)
        return super().items()

    def refuse_others(self) -> None:
        """Refuse fields that nobody asked for, here and in the tables below."""
        for name in self:
            value = super().__getitem__(name)
            if name not in self._asked:
                self._say(name, value)
                raise self._trace.problem("law-field-unknown")
            _refuse_others_in(value)


def _refuse_others_in(value: object) -> None:
    if isinstance(value, Facts):
        value.refuse_others()
    elif isinstance(value, list):
        for each in value:
            _refuse_others_in(each)


def _in_short(value: object) -> str:
    """Return a value as a message repeats it; of a table, nothing."""
    return "…" if isinstance(value, Mapping) else str(value)[:LONGEST_VALUE]


def _placed(value: Any, trace: _Trace, path: str) -> Any:  # noqa: ANN401 - as TOML has it
    if isinstance(value, Mapping):
        return Facts(value, trace, path)
    if isinstance(value, list):
        return [_placed(each, trace, f"{path}[{number}]") for number, each in enumerate(value, 1)]
    return value


def read_law(name: str, build: Callable[[Facts], T]) -> T:
    """Return what a file of the law's data says.

    ``name`` is its path below ``resources/law``. Raises EnvironmentProblem("law-file-broken" | "law-field-missing" |
    "law-field-wrong" | "law-field-unknown") that names the file and the field.
    """
    trace = _Trace(name)
    facts = Facts(_loaded(resource(LAW, *name.split("/")), name), trace)
    try:
        made = build(facts)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, re.error) as error:
        raise trace.problem("law-field-wrong") from error
    facts.refuse_others()
    return made


def _loaded(path: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise EnvironmentProblem("law-file-broken", file=name, reason=error.strerror or "") from error
    except ValueError as error:  # no TOML, or not UTF-8
        raise EnvironmentProblem("law-file-broken", file=name, reason=str(error)) from error


def wrong_line(file: str, line: int, row: Mapping[str, str]) -> EnvironmentProblem:
    """Return that a line of a table of rates cannot be used."""
    return EnvironmentProblem("law-field-wrong", file=file, where=str(line), value=",".join(map(str, row.values())))
