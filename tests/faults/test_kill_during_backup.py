"""``kill -9`` in the middle of ``backup`` and ``restore``: the earlier copy stays whole, and the next run ends it."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.session import is_vault, open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.progress import Silent
from tests.faults.campaign import Campaign
from tests.faults.kept import KeptVault, Kills, filled_vault, write_all
from tests.faults.program import Program


def more_of(vault: KeptVault, program: Program, folder: Path) -> None:
    """Let the vault grow, so that a backup has something to do."""
    contents = {f"{folder.name}-{index}.txt": os.urandom(30_000) for index in range(12)}
    write_all(folder, contents)
    assert program.run(*vault.words, "add", vault.dispute, str(folder)).code == 0
    vault.items |= contents


def bytes_in(folder: Path, dispute: str) -> dict[str, bytes]:
    """Return what a copy holds, by name; nothing if there is none yet."""
    if not is_vault(folder):
        return {}
    with closing(open_session(folder, read_only=True)) as session:
        exhibits = list_exhibits(session, dispute)
        return {each.name: session.vault.originals.path(each.original.sha256).read_bytes() for each in exhibits}


@pytest.mark.timeout(7200)
def test_a_copy_is_the_earlier_or_the_later_state_and_the_next_run_ends_it(program: Program, tmp_path: Path) -> None:
    vault = filled_vault(program, tmp_path / "vault", {"first.txt": b"first"})
    campaign, copy = Campaign(tmp_path, 2, 300), tmp_path / "copy"
    more_of(vault, program, tmp_path / "in")
    kills = Kills(program, campaign.chance, *vault.words, "backup", str(copy))
    for number in campaign.rounds(lambda: kills.in_the_middle > campaign.few):
        if number % 20 == 19:  # a first backup is another way through the program
            shutil.rmtree(copy, ignore_errors=True)
        before = bytes_in(copy, vault.dispute)
        more_of(vault, program, tmp_path / f"in{number}")
        with campaign.kept_if_it_fails(vault.folder, copy):
            told = kills.during(*vault.words, "backup", str(copy))
            after = bytes_in(copy, vault.dispute)
            assert after in (before, vault.items)
            assert "Backed up" not in told.out or after == vault.items
            assert not is_vault(copy) or verify_vault(copy, Silent()).holds
            assert vault.lost() == []
            ended = program.run(*vault.words, "backup", str(copy))
            assert ended.code == 0, ended.err
            assert bytes_in(copy, vault.dispute) == vault.items
    print(f"kills during backup: {campaign.done}, {kills.in_the_middle} in its middle")
    assert campaign.failures == []
    assert kills.in_the_middle > campaign.few


@pytest.mark.timeout(7200)
def test_a_killed_restore_goes_on_where_it_was(program: Program, tmp_path: Path) -> None:
    vault = filled_vault(program, tmp_path / "vault", {f"{n}.txt": os.urandom(30_000) for n in range(40)})
    copy, campaign = tmp_path / "copy", Campaign(tmp_path, 1, 100)
    assert program.run(*vault.words, "backup", str(copy)).code == 0
    first = ["--vault", str(tmp_path / "first"), "restore", str(copy)]
    kills = Kills(program, campaign.chance, *first)
    for number in campaign.rounds(lambda: kills.in_the_middle > campaign.few):
        restored = tmp_path / f"restored{number}"
        words = "--vault", str(restored), "--lang", "en", "restore", str(copy)
        with campaign.kept_if_it_fails(restored):
            told = kills.during(*words)
            if told.code < 0 and not (is_vault(restored) and verify_vault(restored, Silent()).holds):
                ended = program.run(*words)
                assert ended.code == 0, ended.err
            assert bytes_in(restored, vault.dispute) == vault.items
            assert verify_vault(restored, Silent()).holds
        shutil.rmtree(restored)
    print(f"kills during restore: {campaign.done}, {kills.in_the_middle} in its middle")
    assert campaign.failures == []
    assert kills.in_the_middle > campaign.few
