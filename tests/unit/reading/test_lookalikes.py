"""What the engine takes for something of the same shape."""

import pytest

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.lookalikes import without_lookalikes


def mended(text: str) -> str:
    (line,) = without_lookalikes([MachineLine(text, (0, 0, 100, 20), 0.9)])
    return line.text


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("三天之内會將款項退回", "三天之內會將款項退回"),
        ("逾期個案將會关閉。", "逾期個案將會關閉。"),
        ("請撥專線0800-515-168°", "請撥專線0800-515-168。"),
        ("三天之内会将款项退回", "三天之内会将款项退回"),
        ("個案会关閉", "個案会关閉"),  # somebody who writes both ways
        ("台灣的里程", "台灣的里程"),  # what both ways of writing have
        ("Oven at 180°", "Oven at 180°"),
    ],
)
def test_what_only_its_neighbours_tell_is_mended_and_nothing_else(read: str, written: str) -> None:
    assert mended(read) == written
