"""``kill -9`` in the middle of ``export``: at its place lies the file from before or the whole new one."""

import hashlib
import io
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.faults.campaign import Campaign
from tests.faults.kept import Kills, filled_vault
from tests.faults.program import Program


def evidence() -> dict[str, bytes]:
    """Pictures that pass through, one that a worker has to draw, and a text."""
    found = {"notes.txt": b"words"}
    for number, format in enumerate(("PNG", "JPEG", "WEBP", "PNG")):
        out = io.BytesIO()
        Image.effect_noise((300, 600), 60).convert("RGB").save(out, format)
        found[f"{number}.{format.lower()}"] = out.getvalue()
    return found


def is_whole(pdf: Path) -> bool:
    """Let an outside tool judge."""
    return subprocess.run(["qpdf", "--check", pdf], capture_output=True, check=False, timeout=60).returncode == 0


@pytest.mark.timeout(7200)
def test_an_export_is_whole_or_was_not(program: Program, tmp_path: Path) -> None:
    vault = filled_vault(program, tmp_path / "vault", evidence())
    place, campaign = tmp_path / "stick", Campaign(tmp_path, 3, 400)
    place.mkdir()
    out, finished = place / "dossier.pdf", 0
    first = ["export", vault.dispute, str(out), "--profile", "lawyer"]
    kills = Kills(program, campaign.chance, *vault.words, *first)
    for number in campaign.rounds(lambda: kills.in_the_middle > campaign.few):
        before = out.read_bytes() if out.exists() else None
        words = ["export", vault.dispute, str(out), "--profile", ("plain", "lawyer")[number % 2]]
        with campaign.kept_if_it_fails(vault.folder, place):
            told = kills.during(*vault.words, *words)
            after = out.read_bytes() if out.exists() else None
            assert after == before or is_whole(out)
            if "SHA-256" in told.out:
                assert after is not None
                assert hashlib.sha256(after).hexdigest() in vault.exported()
                finished += 1
            assert vault.lost() == []
            assert vault.holds()
        if number % 4 == 3:
            out.unlink(missing_ok=True)
    print(f"kills during export: {campaign.done}, {kills.in_the_middle} in its middle, {finished} told of as written")
    assert campaign.failures == []
    assert kills.in_the_middle > campaign.few


@pytest.mark.timeout(600)
def test_what_a_killed_export_left_beside_its_place_goes_with_the_next(program: Program, tmp_path: Path) -> None:
    vault = filled_vault(program, tmp_path / "vault", evidence())
    place, chance = tmp_path / "stick", Campaign(tmp_path, 1, 1).chance
    place.mkdir()
    words = [*vault.words, "export", vault.dispute, str(place / "dossier.pdf"), "--profile", "lawyer"]
    kills = Kills(program, chance, *words)
    for _ in range(40):
        kills.during(*words)
        if any(path.name.startswith(".") for path in place.iterdir()):
            break
    assert any(path.name.startswith(".") for path in place.iterdir())
    assert program.run(*words).code == 0
    assert [path.name for path in place.iterdir()] == ["dossier.pdf"]
