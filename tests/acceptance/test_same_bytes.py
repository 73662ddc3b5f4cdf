"""A dossier is the same, byte for byte, wherever and whenever it is made from one state of a vault."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import open_session
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventKind
from evidence_app.progress import Silent

ROOT = Path(__file__).parents[2]
ZONES = ["UTC", "Asia/Shanghai", "America/New_York"]
SEEDS = ["0", "1", "2", "12345", "4294967295"]
ALL = [(zone, seed) for zone in ZONES for seed in SEEDS]
PLACES = ALL if os.environ.get("JUZHENG_SOAK") else ALL[::6]  # each zone, each with another seed


def made_vault(tmp_path: Path) -> str:
    for shade, name in enumerate(["Screenshot_20250222_081503.png", "IMG_20250223_101010.jpg", "scan.tiff"]):
        Image.new("RGB", (300, 900), (shade * 80,) * 3).save(tmp_path / name)
    session = open_session(tmp_path / "vault", create=True)
    dispute = new_dispute(session, NewDispute(title="自动下款", type=DisputeType.OTHER, institution="速融宝"))
    paths = sorted(path for path in tmp_path.iterdir() if path.is_file())
    add_evidence(session, dispute.id, [FileSource(path) for path in paths], Silent(), lambda item: None)
    record_event(session, dispute.id, NewEvent(kind=EventKind.CALL, agent_id="80231", text="三天内处理 😀"))
    session.close()
    return dispute.id


def test_copies_of_a_vault_make_the_same_dossier_in_any_zone_and_hash_order(tmp_path: Path) -> None:
    dispute = made_vault(tmp_path)
    dossiers = set()
    for zone, seed in PLACES:
        name = f"{zone.replace('/', '-')}-{seed}"
        copy = tmp_path / f"copy-{name}"
        shutil.copytree(tmp_path / "vault", copy)
        out = tmp_path / f"{name}.pdf"
        choices = ["--profile", "lawyer", "--language", "zh-Hant", "--no-signature"]
        words = ["--vault", str(copy), "export", dispute, str(out), *choices]
        fixed = {"TZ": zone, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1740182103"}
        command = [sys.executable, "-m", "evidence_app", *words]
        subprocess.run(command, cwd=ROOT, env=os.environ | fixed, check=True, capture_output=True, timeout=120)
        dossiers.add(out.read_bytes())
    print(f"{len(PLACES)} exports, {len(dossiers)} distinct")
    assert len(dossiers) == 1
