"""Somebody who checks a bag as its own instructions say."""

from evidence_app.proof.instructions import INDENT


def commands_in(text: str) -> list[str]:
    """Return the commands that ``VERIFY.txt`` tells a person to run, in order."""
    return [line.removeprefix(INDENT) for line in text.splitlines() if line.startswith(INDENT) and line.strip()]
