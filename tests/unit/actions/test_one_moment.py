"""What a command tells is of one moment, whatever is changed meanwhile."""

from collections.abc import Callable

import pytest

from evidence_app.__main__ import main
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.vault.vault import Vault
from tests.fakes.machine_read import add_pictures
from tests.fakes.readings import chat, keep


@pytest.mark.parametrize("command", ["timeline", "suggestions"])
def test_a_command_reads_the_catalog_once(
    session: Session,
    dispute: Dispute,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:
    (exhibit,) = add_pictures(session, dispute, 1)
    keep(session, exhibit, chat(exhibit))
    opened: list[Vault] = []
    read: Callable[[Vault], object] = Vault.read

    def counted(vault: Vault) -> object:
        opened.append(vault)
        return read(vault)

    folder = session.folder
    session.close()
    monkeypatch.setattr(Vault, "read", counted)
    assert main(["--vault", str(folder), command, dispute.id]) == 0
    assert "80231" in capsys.readouterr().out
    assert len(opened) == 1
