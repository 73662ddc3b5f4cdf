"""A report about a failure never holds evidence, however the evidence got into the error."""

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from evidence_app.domain.money import plain_amount
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language, phrase
from ui.crash.report import error_report, fault_report

SECRET = "王小明欠款三千元"
SECRET_PATH = f"/home/{SECRET}/vault/originals/13812345678.png"


class Odd(Exception):
    """An error that carries evidence in every way it can."""

    def __init__(self) -> None:
        super().__init__(SECRET, {SECRET: 1})
        self.filename = SECRET_PATH
        self.add_note(f"while reading {SECRET_PATH}")

    def __repr__(self) -> str:
        return SECRET

    __str__ = __repr__


def caught(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except BaseException as error:  # whatever it is, it is looked at
        return error
    raise AssertionError("it did not fail")


def fail_odd() -> None:
    local = SECRET  # noqa: F841 - a local variable that must not be told
    raise Odd


def fail_chain() -> None:
    try:
        try:
            Path(SECRET_PATH).read_text("utf-8")
        except OSError as error:
            raise InputProblem("field-empty", field=SECRET) from error
    except InputProblem:
        raise KeyError(SECRET) from None


def fail_group() -> None:
    raise ExceptionGroup(SECRET, [ValueError(SECRET), ExceptionGroup(SECRET, [Odd()])])


def fail_sql() -> None:
    sqlite3.connect(":memory:").execute(f"select '{SECRET}' from nowhere")


def fail_statement() -> None:
    raise StatementError(SECRET, f"select {SECRET}", {"name": SECRET}, ValueError(SECRET))


def fail_decode() -> None:
    SECRET.encode().decode("ascii")


def fail_syntax() -> None:
    compile(f"'{SECRET}", SECRET_PATH, "exec")


def fail_in_code_named_after_evidence() -> None:
    exec(compile(f"def {SECRET}():\n    raise ValueError({SECRET!r})\n{SECRET}()", SECRET_PATH, "exec"))


def fail_with_a_type_named_after_evidence() -> None:
    raise type(SECRET, (Exception,), {"__module__": SECRET_PATH})


def fail_in_our_code() -> None:
    phrase("names", SECRET, Language.EN)


FAILURES = [
    fail_odd,
    fail_chain,
    fail_group,
    fail_sql,
    fail_statement,
    fail_decode,
    fail_syntax,
    fail_in_code_named_after_evidence,
    fail_with_a_type_named_after_evidence,
    fail_in_our_code,
]


@pytest.mark.parametrize("fail", FAILURES)
def test_evidence_planted_in_an_error_does_not_reach_the_report(fail: Callable[[], object]) -> None:
    report = error_report(caught(fail))
    for piece in (SECRET, SECRET[:3], "13812345678", "/home", "vault", str(Path(__file__).parent)):
        assert piece not in report


def test_a_report_names_the_place_in_our_code_and_the_kind_of_error() -> None:
    report = error_report(caught(fail_in_our_code))
    assert "KeyError" in report
    assert "evidence_app/phrases.py:" in report
    assert " phrase" in report
    assert "Juzheng " in report


def test_a_report_tells_what_an_error_came_from_and_its_number() -> None:
    def fail() -> None:
        try:
            raise OSError(errno.ENOSPC, SECRET, SECRET_PATH)
        except OSError as error:
            raise InputProblem("field-empty", field=SECRET) from error

    report = error_report(caught(fail))
    assert "InputProblem [field-empty]" in report
    assert "after OSError [ENOSPC]" in report


def test_frames_of_libraries_are_counted_not_named() -> None:
    import reportlab.lib.colors

    report = error_report(caught(lambda: reportlab.lib.colors.HexColor(SECRET)))
    assert "in reportlab)" in report
    assert "colors.py" not in report


@given(st.text(max_size=40))
def test_no_message_whatever_reaches_the_report(message: str) -> None:
    planted = f"⟦{message}⟧"
    report = error_report(caught(lambda: plain_amount(planted)))  # type: ignore[arg-type]
    assert planted not in report
    assert "⟦" not in report


FAULT = f"""Fatal Python error: Segmentation fault

Current thread 0x00007f2a (most recent call first):
  File "{Path(__file__).resolve().parents[2]}/ui/desk.py", line 41 in open
  File "{SECRET_PATH}", line 3 in {SECRET}
  File "/usr/lib/python3.11/threading.py", line 982 in run

Extension modules: {SECRET}
{SECRET}
"""


def test_a_native_crash_is_told_with_our_own_places_only() -> None:
    report = fault_report(FAULT)
    assert "Segmentation fault" in report
    assert "  ui/desk.py:41 open" in report
    for piece in (SECRET, "13812345678", "/home", "/work"):
        assert piece not in report


def test_a_built_programs_places_are_told_as_those_of_its_source() -> None:
    files = ("threading.py", "PySide6/__init__.py", "ui/window.py", "ui/张三.py", "张三/window.py")
    frames = "".join(f'  File "{file}", line 7 in run\n' for file in files)
    report = fault_report(f"Fatal Python error: Aborted\n\nCurrent thread 0x1 (most recent call first):\n{frames}")
    assert report.count("  ui/window.py:7 run") == 1
    assert "(1 in Python)" in report
    assert "(1 in PySide6)" in report
    assert "张三" not in report


def test_a_fault_with_unknown_words_is_told_without_them() -> None:
    report = fault_report(f"Fatal Python error: {SECRET}\n")
    assert SECRET not in report
    assert "Nothing was written about why." in report


def test_a_run_that_was_killed_is_told_as_one_about_which_nothing_is_known() -> None:
    assert "Nothing was written about why." in fault_report("")
