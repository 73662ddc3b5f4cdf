"""Disks that fill up, fail or turn read-only in the middle, memory and processes that run out: whatever system call
fails, the command ends in time and in words, the vault opens and verifies, and nothing acknowledged is lost."""

import io
import os
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image

from tests.faults.campaign import Campaign
from tests.faults.injected import Fault, Outcome, places, plan, require_strace, under
from tests.faults.kept import KeptVault, acknowledged, filled_vault, write_all
from tests.faults.program import Program

FAULTS_OF_ONE_VAULT = 40


def picture(format: str) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((60, 90), 60).convert("RGB").save(out, format)
    return out.getvalue()


def zipped(contents: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return out.getvalue()


class Stage:
    """Vaults, and a place for copies and dossiers; renewed now and then."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program, self._folder, self._number = program, folder, 0
        self.renew()

    def renew(self) -> None:
        """Begin anew with a small vault and an empty place."""
        self._number += 1
        self.there = self._folder / f"there{self._number}"
        self.there.mkdir()
        contents = {"a.webp": picture("WEBP"), "b.png": picture("PNG"), "c.txt": b"words"}
        self.vault = filled_vault(self.program, self._folder / f"vault{self._number}", contents)

    def inputs(self) -> tuple[Path, dict[str, bytes]]:
        """Return a folder with new files and an archive, and what each item in it is."""
        self._number += 1
        plain = {f"{self._number}-{index}.txt": os.urandom(3000) for index in range(3)}
        plain[f"{self._number}.png"] = picture("PNG")
        packed = {f"{self._number}-z{index}.txt": os.urandom(2000) for index in range(2)}
        folder = self._folder / f"in{self._number}"
        write_all(folder, plain)
        (folder / "z.zip").write_bytes(zipped(packed))
        return folder, plain | packed


Prepared = tuple[Sequence[str], dict[str, bytes]]


def adding(stage: Stage) -> Prepared:
    folder, contents = stage.inputs()
    return ["add", stage.vault.dispute, str(folder)], contents


def exporting(stage: Stage) -> Prepared:
    return ["export", stage.vault.dispute, str(stage.there / "dossier.pdf"), "--profile", "lawyer"], {}


def backing_up(stage: Stage) -> Prepared:
    folder, contents = stage.inputs()
    told = stage.program.run(*stage.vault.words, "add", stage.vault.dispute, str(folder))
    stage.vault.items |= {name: contents[name] for name in acknowledged(told.out)}
    return ["backup", str(stage.there / "copy")], {}


def wrong_with(outcome: Outcome) -> list[str]:
    """Return what is wrong with how a command ended: hung, killed by a signal, uncaught, or without a word."""
    ended = outcome.ended
    mute = any("write(2<" in call for call in outcome.struck)  # it was the message itself that could not be written
    said = ended.err.strip() or "refused" in ended.out
    return [
        word
        for word, is_so in (
            ("hung", ended.hung),
            (f"ended with {ended.code}", ended.code not in {0, 2}),
            ("uncaught", "Traceback" in ended.err),
            ("without a word", ended.code != 0 and not said and not mute),
        )
        if is_so
    ]


def wrong_with_vault(vault: KeptVault) -> list[str]:
    """Return what is wrong with what is kept."""
    return [*(f"lost {name}" for name in vault.lost()), *([] if vault.holds() else ["does not verify"])]


def wrong_with_place(there: Path) -> list[str]:
    """Return what is wrong with a dossier at its place."""
    dossier = there / "dossier.pdf"
    if not dossier.exists():
        return []
    checked = subprocess.run(["qpdf", "--check", dossier], capture_output=True, text=True, check=False, timeout=60)
    return [checked.stdout + checked.stderr] if checked.returncode else []


@pytest.mark.timeout(14_400)
@pytest.mark.parametrize("prepare", [adding, exporting, backing_up])
def test_whatever_system_call_fails_it_is_told_and_nothing_is_lost(
    program: Program, tmp_path: Path, prepare: Callable[[Stage], Prepared]
) -> None:
    require_strace()
    stage, log, campaign = Stage(program, tmp_path), tmp_path / "log", Campaign(tmp_path, 2, 400)
    words, contents = prepare(stage)
    found = places(program, log, [tmp_path], *stage.vault.words, *words)
    stage.vault.items |= contents
    fates: Counter[str] = Counter()
    failures: list[tuple[Fault, list[str], str]] = []
    for number, fault in zip(campaign.rounds(), plan(found, campaign.chance), strict=False):
        words, contents = prepare(stage)
        outcome = under(program, fault, log, *stage.vault.words, *words)
        stage.vault.items |= {name: contents[name] for name in acknowledged(outcome.ended.out) if name in contents}
        wrong = wrong_with(outcome) + wrong_with_vault(stage.vault) + wrong_with_place(stage.there)
        if wrong:
            failures.append((fault, wrong, outcome.ended.err))
            print(*failures[-1], flush=True)
        fates[("overcome" if outcome.ended.code == 0 else "told") if outcome.struck else "not reached"] += 1
        if number % FAULTS_OF_ONE_VAULT == FAULTS_OF_ONE_VAULT - 1:
            shutil.rmtree(stage.vault.folder)
            stage.renew()
    print(f"system calls made to fail during {prepare.__name__}: {fates.total()}, of which {dict(fates)}")
    assert failures == []
