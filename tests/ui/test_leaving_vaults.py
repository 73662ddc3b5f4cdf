"""Another vault is opened while something about the first one runs, or is still told of."""

from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from tests.ui.acting import PATIENCE_MS, add, drop, urls
from ui.workbench import Workbench


def pictures(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"Screenshot_20250222_08{number:02}03_com.tencent.mm.png" for number in range(count)]
    for number, path in enumerate(paths):
        Image.effect_noise((600, 900), 40 + number).save(path)
    return paths


def change_vault(qtbot: QtBot, bench: Workbench, folder: Path) -> None:
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        bench.desk.open(folder, create=True)


def test_an_import_ends_calmly_when_its_vault_goes(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    failures: list[object] = []
    bench.arrivals.failed.disconnect(bench.report)
    bench.arrivals.failed.connect(failures.append)
    drop(bench, urls(*pictures(tmp_path, 20)))
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) > 0, timeout=PATIENCE_MS)
    change_vault(qtbot, bench, tmp_path / "another")
    qtbot.waitUntil(lambda: not bench.arrivals.importing.busy, timeout=PATIENCE_MS)
    assert failures == []


def test_what_was_added_to_one_vault_is_not_tried_again_in_the_next(
    qtbot: QtBot, bench: Workbench, screenshot: Path, tmp_path: Path
) -> None:
    add(qtbot, bench, screenshot)
    reports: list[tuple[object, bool]] = []
    bench.arrivals.results_wanted.disconnect(bench.questions.results)
    bench.arrivals.results_wanted.connect(lambda report, again: reports.append((report, again)))
    bench.bar.link.click()
    change_vault(qtbot, bench, tmp_path / "another")
    assert not bench.bar.isVisible()
    (report, again), *_ = reports
    assert again
    assert bench.arrivals.importing.origin_of(report) is None  # type: ignore[arg-type]
