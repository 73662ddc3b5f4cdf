"""Questions about an export, as they travel from the app to its worker."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidence_app.domain.exports import Choice, Hints, MailSides
from evidence_app.domain.fields import MAX_TEXT
from evidence_app.intake.messages import list_of
from evidence_app.processes.framing import Fields

MOST_COLUMNS = 64


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A question about an export that is being read. ``stream`` names the reading, ``asked`` counts its questions.

    ``currency`` is what a bare amount is in where the dispute is, for plans that do not say it.
    """

    path: Path
    name: str
    stream: str
    choice: Choice
    hints: Hints
    zone_name: str
    asked: int = 0
    sides: MailSides = MailSides()
    currency: str = ""

    def fields(self, do: str) -> dict[str, object]:
        """Return the question as it travels."""
        fields: dict[str, object] = {"do": do, "stream": self.stream, "asked": self.asked}
        if self.asked:
            return fields
        opening: dict[str, object] = {"path": str(self.path), "name": self.name, "zone": self.zone_name}
        opening["currency"] = self.currency
        opening |= {name: list(getattr(self.sides, name)) for name in _SIDES}
        return fields | opening | choice_fields(self.choice, self.hints)


_SIDES = ("own", "theirs", "names")
"""The fields of `MailSides`, in their order."""


def choice_fields(choice: Choice, hints: Hints) -> dict[str, object]:
    """Return what a person chose and said, for JSON."""
    return {
        "numbers": list(choice.numbers),
        "since": choice.since.isoformat() if choice.since else "",
        "until": choice.until.isoformat() if choice.until else "",
        "day_first": hints.day_first,
        "owner": hints.owner,
        "columns": [list(each) for each in hints.columns],
        "password": hints.password,
    }


def parse_sides(fields: Fields) -> MailSides:
    """Return who is who in mails, as the app sent it. Raises ValueError, KeyError, TypeError."""
    return MailSides(*(tuple(map(str, list_of(fields[name], MAX_TEXT))) for name in _SIDES))


def parse_choice(fields: Fields) -> tuple[Choice, Hints]:
    """Return what the app sent. Raises ValueError, KeyError, TypeError."""
    numbers = tuple(map(str, list_of(fields["numbers"], MAX_TEXT)))
    since, until = (date.fromisoformat(each) if each else None for each in (str(fields["since"]), str(fields["until"])))
    columns = (list_of(each, 2) for each in list_of(fields["columns"], MOST_COLUMNS))
    day_first = fields["day_first"]
    hints = Hints(
        None if day_first is None else bool(day_first),
        str(fields["owner"]),
        tuple((str(name), str(heading)) for name, heading in columns),
        str(fields["password"]),
    )
    return Choice(numbers, since, until), hints
