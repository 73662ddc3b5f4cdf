"""What was typed before in a dispute, for completing what is typed now."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownAgent:
    """An agent by agent ID and name; either may be empty, not both."""

    agent_id: str
    name: str


@dataclass(frozen=True, slots=True)
class KnownValues:
    """Values in use, the most used first. ``people`` are those on the complainant's side."""

    agents: tuple[KnownAgent, ...] = ()
    numbers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
