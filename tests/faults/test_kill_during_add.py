"""``kill -9`` in the middle of ``add``: every item whose line was printed is there, byte for byte."""

import os
import shutil
from pathlib import Path

import pytest

from tests.faults.campaign import Campaign
from tests.faults.kept import Kills, acknowledged, new_vault, write_all
from tests.faults.program import Program

ROUNDS_OF_ONE_VAULT = 12
FILES = 60


def files_of(round_number: int) -> dict[str, bytes]:
    """Many small files and, every few rounds, some large ones."""
    size = 1_500_000 if round_number % 5 == 4 else 20_000
    count = 8 if size > 1_000_000 else FILES
    return {f"r{round_number}-{index:03}.txt": os.urandom(size) for index in range(count)}


@pytest.mark.timeout(7200)
def test_no_acknowledged_item_is_lost(program: Program, tmp_path: Path) -> None:
    campaign, total = Campaign(tmp_path, 5, 900), 0
    write_all(tmp_path / "in", files_of(0))
    vault = new_vault(program, tmp_path / "vault")
    kills = Kills(program, campaign.chance, *vault.words, "add", vault.dispute, str(tmp_path / "in"))
    for number in campaign.rounds(lambda: kills.in_the_middle > campaign.few):
        if number % ROUNDS_OF_ONE_VAULT == 0:
            shutil.rmtree(vault.folder)
            vault = new_vault(program, tmp_path / f"vault{number}")
        contents, folder = files_of(number), tmp_path / f"in{number}"
        write_all(folder, contents)
        with campaign.kept_if_it_fails(vault.folder):
            told = kills.during(*vault.words, "add", vault.dispute, str(folder))
            new = {name: contents[name] for name in acknowledged(told.out)}
            vault.items |= new
            total += len(new)
            assert vault.lost() == []
            assert vault.holds()
        shutil.rmtree(folder)
    print(f"kills during add: {campaign.done}, {kills.in_the_middle} in its middle, {total} acknowledged items")
    assert campaign.failures == []
    assert total
    assert kills.in_the_middle > campaign.few
