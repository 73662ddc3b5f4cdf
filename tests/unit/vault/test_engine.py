"""How the catalog is spoken to."""

from pathlib import Path

import pytest
from sqlalchemy.sql.compiler import SQLCompiler

from evidence_app.actions.disputes import list_disputes
from evidence_app.actions.session import open_session


def look_into(vault: Path) -> None:
    opened = open_session(vault, create=True)
    list_disputes(opened)
    opened.close()


def test_no_vault_compiles_again_what_another_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(compiler: SQLCompiler, *args: object, **more: object) -> None:
        raise AssertionError(args)

    for vault in ("first", "second"):  # a condition that stands in a module has another key when it is first used
        look_into(tmp_path / vault)
    monkeypatch.setattr(SQLCompiler, "__init__", refuse)
    look_into(tmp_path / "third")
