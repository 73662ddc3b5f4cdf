from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.entities.unwrapping import unwrapped
from evidence_app.reading.paragraphs import paragraphs
from evidence_app.reading.passages import Passage, joined


def line(text: str, left: int, top: int, width: int, height: int = 40) -> MachineLine:
    return MachineLine(text, (left, top, width, height), 0.98)


def texts(*lines: MachineLine) -> list[list[str]]:
    return [[passage.text for passage in block] for block in paragraphs([joined([each]) for each in lines])]


def test_a_number_that_goes_on_in_the_next_line_is_one() -> None:
    assert texts(line("您的订单号SRB20250221", 100, 0, 600), line("234807已生成", 100, 55, 300)) == [
        ["您的订单号SRB20250221234807已生成"]
    ]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    found = texts(
        line("稍等", 100, 0, 80), line("我们会在三天内给您答复请您耐心等待", 100, 55, 600), line("谢谢", 100, 110, 80)
    )
    assert found == [["稍等", "我们会在三天内给您答复请您耐心等待谢谢"]]


def test_the_cells_of_a_column_of_days_or_amounts_stay_apart() -> None:
    for cells in (("2025-02-22", "2025-02-23"), ("-35.50", "-40.00"), ("¥1,200.50", "¥1,200.51"), ("08:15", "09:30")):
        assert texts(*(line(cell, 100, 55 * row, 240) for row, cell in enumerate(cells))) == [[*cells]]
    halves = line("420000234520250222", 100, 0, 600), line("1234567890", 100, 55, 330)
    assert texts(*halves) == [["4200002345202502221234567890"]]


def test_a_long_number_that_did_not_fit_goes_on_the_line_above() -> None:
    found = texts(
        line("您好，您的投诉已经受理，请记住编号", 100, 0, 600),
        line("我们会尽快处理编号", 100, 55, 360),
        line("TS20250224001178", 100, 110, 380),
    )
    assert found == [["您好，您的投诉已经受理，请记住编号我们会尽快处理编号TS20250224001178"]]


def test_lines_of_bubbles_on_both_sides_stay_apart() -> None:
    assert texts(line("三天内给您答复", 100, 0, 300), line("好的", 500, 55, 90)) == [["三天内给您答复"], ["好的"]]


def test_rows_of_a_passage_stay_apart() -> None:
    cells = line("工单编号", 100, 0, 160), line("TS2025022400117", 400, 0, 300), line("处理状态", 100, 60, 160)
    passage = Passage("工单编号 TS2025022400117\n处理状态", cells, (0, 5, 21))
    assert unwrapped(passage).text == passage.text


def test_a_sentence_of_a_passage_that_was_wrapped_runs_on() -> None:
    first, second = line("我们将在10个工作日", 100, 0, 500), line("核实并回复您。", 100, 60, 250)
    passage = Passage("我们将在10个工作日\n核实并回复您。", (first, second), (0, 11))
    assert unwrapped(passage).text == "我们将在10个工作日核实并回复您。"
    assert unwrapped(passage).starts == (0, 10)


def test_a_centred_sentence_goes_on_in_the_middle_of_the_next_line_and_a_headline_does_not() -> None:
    wrapped = line("银行已扣款但充值未成功，款项将在1-3个工作日", 153, 600, 772), line("内原路退回", 445, 650, 190)
    assert texts(*wrapped) == [["银行已扣款但充值未成功，款项将在1-3个工作日内原路退回"]]
    headed = line("充值失败", 420, 500, 240, 66), line("款项将原路退回", 380, 600, 320, 46)
    assert len(texts(*headed)) == 2
    assert len(texts(line("充值结果", 380, 100, 320), line("充值失败", 440, 150, 200))) == 2
