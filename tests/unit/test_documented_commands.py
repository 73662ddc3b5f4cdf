"""Whatever the command line offers stands in its reference."""

import re
from pathlib import Path

import pytest

from evidence_app.__main__ import main

REFERENCE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")
SAID_FOR_ALL = {"--help", "--json"}


def help_of(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    return capsys.readouterr().out


def test_every_command_and_every_option_is_in_the_reference(capsys: pytest.CaptureFixture[str]) -> None:
    commands = re.findall(r"^    ([a-z]+)\b", help_of(capsys), re.MULTILINE)
    assert len(commands) > 20
    offered = {command: set(re.findall(r"--[a-z][a-z0-9-]+", help_of(capsys, command))) for command in commands}
    missing = [command for command in commands if not re.search(rf"`{command}[ `]", REFERENCE)]
    missing += [
        f"{command} {option}"
        for command, options in offered.items()
        for option in options - SAID_FOR_ALL
        if not re.search(rf"{option}\b", REFERENCE)
    ]
    assert missing == []


def test_help_and_reference_name_the_one_type_that_answers_that_it_collects_for_nobody(
    capsys: pytest.CaptureFixture[str],
) -> None:
    [row] = [line for line in REFERENCE.splitlines() if line.startswith("| `institution ")]
    said = " ".join(help_of(capsys, "institution").split())
    assert "own_debts answers that it does not, none only takes back what was said" in said
    assert re.search(r"neither \(`own_debts`.*`none` only takes back what was said", row)
