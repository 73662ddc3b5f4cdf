"""The list of licences is true to what is installed."""

import re
import tomllib
from pathlib import Path

import pytest

from evidence_app.actions.licences import PACKAGES, Component, components, licence_text

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def found() -> dict[str, Component]:
    return {component.name: component for component in components()}


def test_every_dependency_of_the_project_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {match[0] for line in project["dependencies"] if (match := re.match(r"[\w-]+", line))}
    assert names == set(PACKAGES)


def test_everything_has_a_licence_with_a_name(found: dict[str, Component]) -> None:
    assert [name for name, component in found.items() if not component.licence] == []


def test_the_programs_own_licence_is_the_whole_gpl(found: dict[str, Component]) -> None:
    text = licence_text(found["Juzheng 举证"])
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Noto Sans SC", "SIL OPEN FONT LICENSE"),
        ("Phosphor Icons", "MIT License"),
        ("pypinyin (table of readings)", "Permission is hereby granted"),
        ("PySide6", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("SQLAlchemy", "Permission is hereby granted"),
        ("pikepdf", "Mozilla Public License"),
        ("publicsuffixlist", "Mozilla Public License"),
        ("greenlet", "PYTHON SOFTWARE FOUNDATION"),
    ],
)
def test_texts_are_those_of_the_licence(found: dict[str, Component], name: str, words: str) -> None:
    assert words.lower() in licence_text(found[name]).lower()


def test_what_is_only_needed_to_develop_is_not_named(found: dict[str, Component]) -> None:
    assert not {"pytest", "ruff", "mypy", "hypothesis"} & set(found)


def test_ffmpeg_says_the_licence_that_is_listed_for_it() -> None:
    from av._core import library_meta

    assert {library["license"] for library in library_meta.values()} == {"LGPL version 3 or later"}


def test_a_damaged_text_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    text.write_bytes(b"Permission \xff granted")
    assert licence_text(Component("x", "1", "MIT", (text,))) == "Permission � granted"
