"""What is really drawn reaches WCAG AA: the ink and the ground of every text on the screen, light and dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from evidence_app.phrases import Language
from tests.ui.studio import visited
from tools.studio.pixels import Inks
from tools.studio.stage import Look
from tools.studio.vaults import Stores
from ui.i18n import language
from ui.style import apply_style
from ui.tokens import AA_TEXT, DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Appearance, theme

LOOKED_AT = (
    "overview",
    "timeline",
    "evidence",
    "exhibit-facts",
    "dispute-new-refused",
    "type-call",
    "imported",
    "dossier",
    "settings",
    "no-dispute",
)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication, translations: None) -> Iterator[None]:
    def dress() -> None:
        apply_style(qapp)

    theme.changed.connect(dress)
    yield
    theme.choose(Appearance.LIGHT)
    language.choose(Language.EN)
    theme.changed.disconnect(dress)


def test_the_tokens_pairs_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = len(set(TEXT_PAIRS)) + len(set(SHAPE_PAIRS))
    with capsys.disabled():
        print(f"\ncontrast: {pairs} pairs of tokens in {len((LIGHT, DARK))} appearances, each tested on its own")
    assert pairs


@pytest.mark.usefixtures("inspector_soon")
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_every_text_on_the_screen_stands_out_from_its_ground(
    stores: Stores, tmp_path: Path, appearance: Appearance, capsys: pytest.CaptureFixture[str]
) -> None:
    inks = Inks()
    look = Look(Language.EN, (1280, 720), appearance=appearance)
    for state, stage in visited(stores, look, tmp_path, LOOKED_AT):
        for window in stage.windows():
            inks.look_at(state.name, window)
    pale = inks.paler_than(AA_TEXT)
    with capsys.disabled():
        print(
            f"\ncontrast, {appearance.value}: {inks.texts} texts, {len(inks.pairs)} pairs of ink and ground "
            f"as drawn, {len(pale)} below {AA_TEXT}"
        )
    if pale:
        pytest.fail("\n".join(pale), pytrace=False)
