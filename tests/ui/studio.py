"""The pictures' states, for tests: the same table, entered one after the other."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.studio.stage import Look, Stage
from tools.studio.states import STATES, State
from tools.studio.vaults import Stock, Stores

LOOKED_AT = (
    "first-run",
    "overview",
    "timeline",
    "timeline-no-events",
    "evidence",
    "event-read",
    "evidence-read",
    "review",
    "dispute-new",
    "type-complaint",
    "settings",
    "custody",
    "custody-entry",
    "witness-settings",
    "witness-consent",
    "dossier-handed",
    "checked",
    "no-dispute",
)
"""The states that say most: they are seen in every language."""


@contextmanager
def no_stage(stages: list[Stage]) -> Iterator[list[Stage]]:
    """Close what is open at the end, also after a failure."""
    try:
        yield stages
    finally:
        while stages:
            stages.pop().close()


def visited(
    stores: Stores, look: Look, scratch: Path, names: Sequence[str] = (), leave_out: Sequence[str] = ()
) -> Iterator[tuple[State, Stage]]:
    """Yield each state with the window in it; all that need no vault of 20,000 events if none are named."""
    chosen = [state for state in STATES if state.name in names or (not names and state.stock is not Stock.LARGE)]
    chosen = [state for state in chosen if state.name not in leave_out]
    with no_stage([]) as stages:
        for state in sorted(chosen, key=lambda state: (list(Stock).index(state.stock), state.spoils)):
            if stages and (stages[-1].stock is not state.stock):
                stages.pop().close()
            if not stages:
                stages.append(Stage(stores, state.stock, look, scratch / state.name))
            state.enter(stages[-1])
            stages[-1].quiet()
            yield state, stages[-1]
            if state.spoils:
                stages.pop().close()
            else:
                stages[-1].reset()
