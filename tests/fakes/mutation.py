"""Programs with one small change each, and which of them a set of cases notices.

A check that no case would miss is a check that nobody tests. So every comparison, condition, number, text and statement
of the stand-alone scripts is changed once, and some case has to end otherwise.
"""

import ast
import gc
import signal
import tempfile
import types
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tests.fakes.script_cases import ScriptCase

LONGEST_S = 5
"""A mutant that runs longer than this has been noticed: the slowest case takes a tenth of a second."""

AGAIN_S = 2

COMPARISONS: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.Lt],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Pow: ast.Mult,
    ast.LShift: ast.RShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
Change = Callable[[], object]

SPEAKING = {"require", "Refused", "Unsound", "say", "ArgumentParser", "add_argument", "FileExistsError"}
"""Calls whose texts only tell a person what happened."""


@dataclass(frozen=True)
class Mutant:
    """One change: the text of the changed line, what is changed in it, and where the change is in the program."""

    line: str
    what: str
    node_index: int
    change_index: int

    def __str__(self) -> str:
        return f"{self.line}  |  {self.what}"


@dataclass(frozen=True)
class Program:
    """A script that can be changed."""

    source: str
    name: str

    def mutants(self) -> Iterator[Mutant]:
        """Yield every change that can be made."""
        tree, lines = ast.parse(self.source), self.source.splitlines()
        spoken = _spoken(tree)
        for index, node in enumerate(ast.walk(tree)):
            for number, (what, _) in enumerate(_changes(node, id(node) in spoken)):
                yield Mutant(lines[getattr(node, "lineno", 1) - 1].strip(), what, index, number)

    def changed(self, mutant: Mutant) -> types.CodeType:
        """Return the program with one change."""
        tree = ast.parse(self.source)
        node = next(islice(ast.walk(tree), mutant.node_index, None))
        next(islice(_changes(node, spoken=False), mutant.change_index, None))[1]()
        return compile(ast.fix_missing_locations(tree), self.name, "exec")


def _spoken(tree: ast.AST) -> set[int]:
    """Return the ids of texts that are only told: docstrings and messages."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        if isinstance(node, ast.Call) and _called(node) in SPEAKING:
            told = node.args[1:] if _called(node) == "require" else node.args
            texts = [
                *told,
                *(keyword.value for keyword in node.keywords if keyword.arg in {"help", "description", "metavar"}),
            ]
            found |= {id(each) for text in texts for each in ast.walk(text) if _is_text(each)}
    return found


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _changes(node: ast.AST, spoken: bool) -> Iterator[tuple[str, Change]]:
    """Yield the changes that can be made to one node: what it is, and a function that makes it in place."""
    before = ast.unparse(node) if not isinstance(node, ast.Module) else ""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                yield f"{before}: {other.__name__}", _setter(node.ops, place, other())
    elif isinstance(node, ast.BoolOp):
        yield f"{before}: and/or", _attribute(node, "op", ast.And() if isinstance(node.op, ast.Or) else ast.Or())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"{before}: not away", _unnot(node)
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in ARITHMETIC:
        yield f"{before}: {ARITHMETIC[type(node.op)].__name__}", _attribute(node, "op", ARITHMETIC[type(node.op)]())
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)):
        for value in (True, False):
            yield f"if {ast.unparse(node.test)}: {value}", _attribute(node, "test", ast.Constant(value))
    elif isinstance(node, ast.Constant) and not spoken:
        for value in _other_values(node.value):
            yield f"{before} -> {value!r:.80}", _attribute(node, "value", value)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield f"{before}: None", _attribute(node, "value", ast.Constant(None))
    if isinstance(node, (ast.Expr, ast.Raise, ast.AugAssign)) and not _is_docstring(node):
        yield f"{before}: away", _emptied(node)


def _other_values(value: object) -> list[object]:
    match value:
        case bool():
            return [not value]
        case int():
            return [value + 1, value - 1]
        case str():
            return [value + "x"] if value else ["x"]
        case bytes():
            return [value + b"x"] if value else [b"x"]
    return []


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _setter(items: list[ast.cmpop], place: int, value: ast.cmpop) -> Change:
    return lambda: items.__setitem__(place, value)


def _attribute(node: ast.AST, name: str, value: object) -> Change:
    return lambda: setattr(node, name, value)


def _unnot(node: ast.UnaryOp) -> Change:
    """Make ``not x`` the same as ``x`` by negating twice."""
    return lambda: setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))


def _emptied(node: ast.AST) -> Change:
    """Make a statement do nothing, wherever it stands."""

    def empty() -> None:
        node.__class__ = ast.Pass
        for name in list(vars(node)):
            if name not in {"lineno", "col_offset", "end_lineno", "end_col_offset"}:
                delattr(node, name)

    return empty


class TooLong(Exception):  # how a mutant ended, not an error of ours
    """A mutant did not come to an end."""


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    """Interrupt what takes longer, again and again: Python drops an exception that is raised while it clears up.

    So its garbage collector rests, to which Hypothesis listens. Somebody else's alarm, such as that of a test's time
    limit, is put back afterwards.
    """

    def ring(signum: int, frame: object) -> None:
        raise TooLong

    gc.disable()
    handler = signal.signal(signal.SIGALRM, ring)
    alarm = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, *alarm)
        signal.signal(signal.SIGALRM, handler)
        gc.enable()


def survivors(program: Program, chosen: Sequence[Mutant], cases: Sequence[ScriptCase]) -> list[Mutant]:
    """Return the mutants that no case notices. The cases that noticed most come first, to be quick."""
    kills: Counter[str] = Counter()
    alive = []
    for mutant in chosen:
        changed = program.changed(mutant)
        for case in sorted(cases, key=lambda each: -kills[each.name]):
            if _notices(case, changed):
                kills[case.name] += 1
                break
        else:
            alive.append(mutant)
    return alive


def _notices(case: ScriptCase, program: types.CodeType) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        try:
            with _at_most(LONGEST_S):
                return case.run(program, Path(folder)) != ""
        except KeyboardInterrupt:
            raise
        except BaseException:  # a mutant may raise anything
            return True
