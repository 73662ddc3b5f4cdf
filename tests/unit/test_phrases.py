"""Every word a person reads exists in all three languages and fits its facts."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest

from evidence_app import domain
from evidence_app.domain.deciding import FIELDS
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.domain.workspace import ITEM_KINDS
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language, error_words, name_of, phrase, section
from evidence_app.resources import RESOURCES

ROOT = Path(__file__).resolve().parents[2]
ERRORS = {"InputProblem", "EnvironmentProblem", "IntegrityFailure"}
SECTIONS = sorted({path.name.split(".")[0] for path in (RESOURCES / "phrases").glob("*.toml")})
ADDED_LATER = {f"archive-{problem}": {"name"} for problem in ("damaged", "encrypted", "password-wrong", "too-large")}
"""Facts that a caller adds: the reader of an archive does not know by which name it was given."""

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def placeholders(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})


def raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Yield where an error is made, its code, and the names of its facts (None if they are not written out)."""
    for path in sorted((ROOT / "evidence_app").rglob("*.py")) + sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and node.args:
                facts = {keyword.arg for keyword in node.keywords}
                names = None if None in facts else {name for name in facts if name}
                for code in codes(node.args[0]):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", code, names


def codes(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from codes(node.body)
        yield from codes(node.orelse)


def unread() -> set[str]:
    """Return the codes of why a content could not be read: raised as Unreadable or stored as a problem."""
    found: set[str] = set()
    for path in (ROOT / "evidence_app" / "intake").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                said = [keyword.value for keyword in node.keywords if keyword.arg == "problem"]
                is_finding = isinstance(node.func, ast.Name) and node.func.id == "Unreadable"
                found |= {code for each in said + node.args[: int(is_finding)] for code in codes(each) if code}
    return found


def enumerations() -> list[type[StrEnum]]:
    modules = sorted(path.stem for path in Path(domain.__file__).parent.glob("*.py") if path.stem != "__init__")
    members = [
        value
        for module in modules
        for value in vars(import_module(f"evidence_app.domain.{module}")).values()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    ]
    return sorted(set(members), key=lambda member: member.__name__)


RAISED = list(raised())


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_has_the_same_keys_in_every_language(name: str) -> None:
    keys = {language: set(section(name, language)) for language in Language}
    for language in Language:
        assert keys[language] ^ keys[Language.EN] == set(), language


@pytest.mark.parametrize("name", SECTIONS)
def test_a_phrase_has_the_same_placeholders_in_every_language(name: str) -> None:
    for key, text in section(name, Language.EN).items():
        for language in Language:
            assert placeholders(section(name, language)[key]) == placeholders(text), (key, language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", [name for name in SECTIONS if name != "names"])
def test_no_phrase_is_blank(name: str, language: Language) -> None:
    assert [key for key, text in section(name, language).items() if not text.strip()] == []


@pytest.mark.parametrize("language", Language)
def test_every_error_says_what_happened_and_what_to_do(language: Language) -> None:
    keys = section("errors", language)
    for code in {key.rsplit(".", 1)[0] for key in keys}:
        assert {f"{code}.what", f"{code}.do"} <= set(keys)


@pytest.mark.parametrize("code", sorted({code for _, code, _ in RAISED}))
def test_an_error_that_the_program_raises_has_words(code: str) -> None:
    assert CODE.fullmatch(code), f"not a stable code: {code!r}"
    where = [place for place, raised_code, _ in RAISED if raised_code == code]
    for language in Language:
        assert {f"{code}.what", f"{code}.do"} <= set(section("errors", language)), where


@pytest.mark.parametrize("code", sorted(unread()))
def test_a_reason_for_not_reading_a_content_has_words(code: str) -> None:
    for language in Language:
        assert {f"{code}.what", f"{code}.do"} <= set(section("errors", language))


@pytest.mark.parametrize(("language", "called"), [(Language.ZH_HANS, "号码或地址"), (Language.EN, "Number or address")])
def test_an_error_calls_a_field_as_a_person_does(language: Language, called: str) -> None:
    assert called in error_words(InputProblem("field-empty", field="value"), language)[0]
    assert "nonsense" in error_words(InputProblem("field-unknown", field="nonsense"), language)[0]


@pytest.mark.parametrize("language", Language)
def test_whatever_must_not_be_empty_has_a_word(language: Language) -> None:
    named = {FIELDS.get(each, each.value) for each in SuggestionKind} | {"view"}
    needed = {
        each.name for kind in ITEM_KINDS.values() for each in fields(kind) if each.default is each.default_factory
    }
    named |= needed - {"id", "dispute_id"}
    assert [each for each in sorted(named) if f"field.{each}" not in section("history", language)] == []


def test_the_words_of_an_error_use_only_facts_that_it_carries() -> None:
    phrases = section("errors", Language.EN)
    for place, code, facts in RAISED:
        if facts is not None and f"{code}.what" in phrases:
            used = {*placeholders(phrases[f"{code}.what"]), *placeholders(phrases[f"{code}.do"])}
            assert used <= facts | ADDED_LATER.get(code, set()), (place, code)
    print(f"looked at {len(RAISED)} places that raise an error")


@pytest.mark.parametrize("enumeration", enumerations(), ids=lambda enumeration: enumeration.__name__)
def test_every_member_of_an_enumeration_has_a_name(enumeration: type[StrEnum]) -> None:
    for language in Language:
        for member in enumeration:
            assert name_of(member, language) or member.value == ""


def test_an_unknown_phrase_is_a_defect_not_a_blank() -> None:
    with pytest.raises(KeyError):
        phrase("names", "DisputeType.nonsense", Language.EN)


def test_facts_are_put_in_as_they_are() -> None:
    what, advice = error_words(InputProblem("zone-unknown", zone="{Mars}"), Language.EN)
    assert "“{Mars}”" in what
    assert "Asia/Shanghai" in advice
