"""Every format, reason and doubt of the importers has words in three languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.intake.exports.formats import FORMATS
from evidence_app.phrases import Language, section

IMPORTERS = Path(__file__).parents[4] / "evidence_app" / "intake" / "exports"


def reasons() -> Iterator[str]:
    """Yield the codes with which importers say that a record could not be read."""
    for path in IMPORTERS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_unread = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Unread"
            if is_unread and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
                yield str(node.args[1].value)


def test_each_format_is_there_once() -> None:
    codes = [each.code for each in FORMATS]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("code", [each.code for each in FORMATS])
def test_a_format_has_a_name(code: str) -> None:
    for language in Language:
        assert f"format.{code}.name" in section("exports", language)


@pytest.mark.parametrize("code", sorted(set(reasons())))
def test_a_reason_for_not_reading_a_record_has_words(code: str) -> None:
    for language in Language:
        assert f"unread.{code}.what" in section("exports", language)
