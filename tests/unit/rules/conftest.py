"""A copy of the law's data, which a test may break or add to."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evidence_app import resources
from evidence_app.rules import (
    checklists,
    data_requests,
    evidence_words,
    law,
    law_files,
    named_bodies,
    rates,
    territories,
    working_days,
)

READERS: tuple[Callable[[], object], ...] = (
    territories._places,  # noqa: SLF001
    law.sources,
    law.bodies,
    law.rules,
    rates.reference_rates,
    rates._prime_rates,  # noqa: SLF001
    checklists.checklists,
    evidence_words.recognisers,
    data_requests._data_requests,  # noqa: SLF001
)

WORKED_OUT = (
    territories._zones,  # noqa: SLF001
    territories._homes,  # noqa: SLF001
    working_days._calendar,  # noqa: SLF001
    named_bodies._known_by,  # noqa: SLF001
    named_bodies._by_name,  # noqa: SLF001
)
"""What is kept of what was read."""


def forget() -> None:
    for kept in (*READERS, *WORKED_OUT):
        kept.cache_clear()  # type: ignore[attr-defined]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the law's data, which is read instead of the real one."""
    copy = tmp_path / "law"
    shutil.copytree(resources.resource("law"), copy)

    def resource(*parts: str) -> Path:
        return copy.joinpath(*parts[1:]) if parts[:1] == ("law",) else resources.resource(*parts)

    for module in (law, checklists, law_files, rates):
        monkeypatch.setattr(module, "resource", resource)
    forget()
    yield copy
    forget()
