"""The vocabulary of the entities: data in resources/reading/words.toml, as pieces of regular expressions."""

import tomllib
from functools import lru_cache
from typing import Any

from evidence_app.resources import resource


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("reading", "words.toml").read_text("utf-8"))


def either(section: str, name: str) -> str:
    """Return an expression that matches any of the words of a list, longer ones first."""
    return one_of(_table()[section][name])


def either_by_key(section: str, name: str) -> dict[str, str]:
    """Return such an expression for each key of a table of lists."""
    return {key: one_of(each) for key, each in _table()[section][name].items()}


def phrases(section: str, name: str) -> dict[str, str]:
    """Return a table of texts with places to be filled."""
    return dict(_table()[section][name])


def one_of(pieces: list[str]) -> str:
    """Return an expression that matches any of the pieces, longer ones first."""
    return "(?:" + "|".join(sorted(pieces, key=len, reverse=True)) + ")"
