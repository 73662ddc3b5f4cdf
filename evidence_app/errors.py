"""The three families of errors, told apart by whose move is next.

An error carries a stable ``code`` and facts as fields, never prose: `evidence_app.phrases` holds the words
and the advice for each code in three languages, for the window and the command line alike.
"""

Fact = str | int


class JuzhengError(Exception):
    """Base of all expected errors; ``code`` is stable, ``facts`` fill the words of the message."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code} ({facts})" if facts else self.code


class InputProblem(JuzhengError):
    """What was given cannot be used; the person can give something else."""


class EnvironmentProblem(JuzhengError):
    """Disk, permission, missing part, other instance: the surroundings have to change, the input is fine."""


class IntegrityFailure(JuzhengError):
    """Something kept is not what was recorded: tampering, bit rot or loss."""
