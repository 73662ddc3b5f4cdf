"""Words in three languages for everything outside the window's own widgets: PDF, command line, errors, names.

One TOML file per section and language, ``resources/phrases/<section>.<language>.toml``; a phrase may hold
``{fact}`` placeholders. The window takes error messages and names from here too, so that both doors say the same.
"""

import tomllib
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from evidence_app.errors import JuzhengError
from evidence_app.resources import resource


class Language(StrEnum):
    """The languages in which everything a person sees exists."""

    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"
    EN = "en"


def language_of_locale(name: str) -> Language:
    """Return the language for a locale such as ``zh_TW.UTF-8`` or ``zh-Hans-CN``; English for all but Chinese."""
    parts = name.replace("-", "_").split(".")[0].split("@")[0].lower().split("_")
    if parts[0] != "zh":
        return Language.EN
    traditional = {"hant", "tw", "hk", "mo"} & set(parts) and "hans" not in parts
    return Language.ZH_HANT if traditional else Language.ZH_HANS


@lru_cache(maxsize=64)
def section(name: str, language: Language) -> dict[str, str]:
    """Return all phrases of a section, ``names`` for example, keyed by dotted path."""
    with resource("phrases", f"{name}.{language.value}.toml").open("rb") as file:
        return dict(_flatten(tomllib.load(file), ""))


def _flatten(table: dict[str, object], prefix: str) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            flat += _flatten(value, f"{prefix}{key}.")
        else:
            flat.append((prefix + key, str(value)))
    return flat


def phrase(section_name: str, key: str, language: Language, **facts: object) -> str:
    """Return one phrase with its placeholders filled. Raises KeyError for an unknown key: a defect, not input.

    Facts are inserted as they are; whoever draws the result escapes it.
    """
    return section(section_name, language)[key].format(**facts)


def name_of(member: StrEnum, language: Language) -> str:
    """Return the word for an enumeration's member, such as the dispute type ``unauthorised_loan``."""
    return phrase("names", f"{type(member).__name__}.{member.value or 'none'}", language)


def name_within(member: StrEnum, language: Language) -> str:
    """Return the same word as it stands within a line, behind other words: small in English, but for abbreviations."""
    name = name_of(member, language)
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def in_one_line(sentences: Iterable[str], language: Language) -> str:
    """Return sentences one behind the other; after a Chinese full stop there is no space."""
    return (" " if language is Language.EN else "").join(filter(None, sentences))


def error_words(error: JuzhengError, language: Language) -> tuple[str, str]:
    """Return what happened and what to do next, each one or two plain sentences."""
    facts = dict(error.facts)
    if "field" in facts:  # the core knows fields by their inner names, a person by those of the history
        facts["field"] = section("history", language).get(f"field.{facts['field']}", facts["field"])
    if "reason" in facts:  # the system speaks English of its own, whatever the language
        facts["reason"] = section("names", language).get(f"reason.{facts['reason']}", facts["reason"])
    return phrase("errors", f"{error.code}.what", language, **facts), phrase(
        "errors", f"{error.code}.do", language, **facts
    )


# -- exports: codes come from importers, also from those of later versions, so an unknown one stands for itself --


def format_name(code: str, language: Language) -> str:
    """Return what an importer's format is called."""
    return section("exports", language).get(f"format.{code}.name", code)


def reason_words(code: str, language: Language) -> str:
    """Return why a record of an export could not be read."""
    return section("exports", language).get(f"unread.{code}.what", code)


def warning_words(code: str, language: Language) -> str:
    """Return what is doubtful about a record of an export."""
    return section("exports", language).get(f"warning.{code}.what", code)


def ask_words(code: str, language: Language) -> str:
    """Return what only a person can say about an export."""
    return section("exports", language).get(f"asks.{code}.what", code)


def place_words(place: str, language: Language) -> str:
    """Return where in an export a record stands (``line:233``); a place of another form stands for itself."""
    kind, _, number = place.partition(":")
    pattern = section("exports", language).get(f"place.{kind}", "") if number else ""
    return pattern.format(number=number) if pattern else place
