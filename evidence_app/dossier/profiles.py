"""Profiles are descriptions, not renderers: one TOML file in ``resources/profiles`` says what a dossier holds."""

import re
import tomllib
from dataclasses import dataclass

from evidence_app.errors import InputProblem
from evidence_app.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one kind of dossier holds. The file's keys are the field names.

    ``code`` is the file's name; its words are the phrase ``profile.<code>``. ``sections`` are drawn in their order.
    ``unconfirmed_events`` puts machine-read events in, marked as such; otherwise they are counted as left out.
    ``facts`` are the rows of an exhibit's caption. Limits: pages shown of one exhibit, characters of one custody
    payload; what they cut off is stated.
    """

    code: str
    paper: str
    sections: tuple[str, ...]
    facts: tuple[str, ...]
    unconfirmed_events: bool
    transcripts: bool
    key_events: int
    pages_per_exhibit: int
    payload_characters: int


def profile_codes() -> list[str]:
    """Return the codes of all profiles, in alphabetical order."""
    return sorted(path.stem for path in resource("profiles").glob("*.toml"))


def load_profile(code: str) -> Profile:
    """Return a profile. Raises InputProblem("profile-unknown")."""
    path = resource("profiles", f"{code}.toml")
    if not re.fullmatch(r"[a-z0-9-]+", code) or not path.is_file():
        raise InputProblem("profile-unknown", profile=code)
    table = tomllib.loads(path.read_text("utf-8"))
    lists = {key: tuple(value) for key, value in table.items() if isinstance(value, list)}
    return Profile(code=code, **(table | lists))
