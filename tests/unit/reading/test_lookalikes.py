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


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("最终方案別再变了", "最终方案别再变了"),
        ("欸 我被盗刷了啦，請問現在該怎麼辦", "欸 我被盜刷了啦，請問現在該怎麼辦"),
        ("別人說的别信，这边帮您處理", "別人說的别信，这边帮您處理"),  # both ways of writing: as it was read
    ],
)
def test_twins_are_written_as_the_other_characters_of_their_line_are(read: str, written: str) -> None:
    assert mended(read) == written


def test_a_line_that_tells_nothing_is_written_as_its_page_is() -> None:
    page = ["我这边还没处理完，请问什么时候能给结果", "您帮忙问问领导吧", "別"]
    read = [MachineLine(text, (0, 0, 100, 20), 0.9) for text in page]
    assert [line.text for line in without_lookalikes(read)] == [*page[:2], "别"]
    assert mended("別") == "別"


def test_one_at_the_beginning_of_a_clause_is_no_dash() -> None:
    assert mended("-般来说流程走完就会有结果的") == "一般来说流程走完就会有结果的"
    assert mended("二维码收款-来自王芳") == "二维码收款-来自王芳"
