import io
import time
import tracemalloc
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from python_calamine import load_workbook

from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.tables import Row, columns_of, find_heading, is_damaged, rows
from evidence_app.intake.exports.workbooks import text_of, workbook_rows
from evidence_app.intake.inspection import Unreadable
from tests.fakes.workbooks import write_ods, write_xlsx, write_xlsx_parts


def _rows_of(tmp_path: Path, data: bytes) -> list[Row]:
    path = tmp_path / "table"
    path.write_bytes(data)
    return list(rows(Source(path, "table")))


def _cells_of(tmp_path: Path, data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in _rows_of(tmp_path, data)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
def test_a_table_is_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = "交易時間,金額\r\n2023-01-01,12.50\r\n" * 3
    assert _cells_of(tmp_path, text.encode(encoding))[:2] == [("交易時間", "金額"), ("2023-01-01", "12.50")]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_the_one_that_makes_regular_columns(tmp_path: Path, delimiter: str) -> None:
    lines = [delimiter.join(["a", "b", "c"])] + [delimiter.join(["x", '"1,234.00"', f"y{n}"]) for n in range(5)]
    assert _cells_of(tmp_path, "\n".join(lines).encode())[1] == ("x", "1,234.00", "y0")


def test_a_tab_behind_a_quoted_number_is_no_delimiter(tmp_path: Path) -> None:
    data = b'id,other,amount\n"3985734"\t,"129"\t,5\n"3985735"\t,"130"\t,6\n'
    assert _cells_of(tmp_path, data)[1] == ("3985734", "129", "5")


def test_a_cell_may_have_line_breaks_and_the_rows_count_as_in_a_spreadsheet(tmp_path: Path) -> None:
    found = _rows_of(tmp_path, b'a,b,c\n1,"two\nlines, and a comma",3\n\n4,5,6\n')
    assert [(row.number, row.cells) for row in found] == [
        (1, ("a", "b", "c")),
        (2, ("1", "two\nlines, and a comma", "3")),
        (4, ("4", "5", "6")),
    ]


def test_a_quotation_mark_that_nobody_closes_swallows_no_rows(tmp_path: Path) -> None:
    data = 'time,item,amount\n1,"5寸屏幕,2\n' + "".join(f"{n},x,{n}\n" for n in range(3, 200))
    found = _cells_of(tmp_path, data.encode())
    assert len(found) == 199
    assert found[1] == ("1", '"5寸屏幕', "2")
    assert found[2] == ("3", "x", "3")


def test_a_quotation_mark_inside_a_name_stays(tmp_path: Path) -> None:
    assert _cells_of(tmp_path, 'a,b,c\n1,点击"多多视频","/"\n'.encode())[1] == ("1", '点击"多多视频"', "/")


def test_a_file_cut_in_the_middle_of_a_quoted_cell_keeps_its_rows(tmp_path: Path) -> None:
    found = _cells_of(tmp_path, b'a,b,c\n1,"x",3\n4,"y and the')
    assert found[1:] == [("1", "x", "3"), ("4", '"y and the')]


def test_what_shields_long_numbers_from_spreadsheets_is_taken_off(tmp_path: Path) -> None:
    assert _cells_of(tmp_path, b'a\tb\tc\n="6222080012345678901"\t\'0571\t`42\n')[1] == (
        "6222080012345678901",
        "0571",
        "42",
    )


def test_a_formula_is_text_and_nothing_more(tmp_path: Path) -> None:
    formula = '=HYPERLINK("http://x.example","click")'
    quoted = '"' + formula.replace('"', '""') + '"'
    assert _cells_of(tmp_path, f"a,b\n{quoted},1\n".encode())[1] == (formula, "1")


def test_html_that_is_named_xls_is_a_table(tmp_path: Path) -> None:
    page = "<html><meta charset=gb2312><table><tr><th>日期<th>金额</tr><tr><td colspan=1>2023-01-01<td>1&nbsp;</table>"
    assert _cells_of(tmp_path, page.encode("gb18030")) == [("日期", "金额"), ("2023-01-01", "1")]


def test_a_sign_that_no_page_may_hold_does_a_table_no_harm(tmp_path: Path) -> None:
    page = (
        "<html><table><tr><td>日期</td><td>金额</td></tr><tr><td>2023<br>\x01a&#2;b</td><td>1</td></tr></table></html>"
    )
    ((_, _), (cell, _)) = _cells_of(tmp_path, page.encode())
    assert cell.startswith("2023\n")


def test_an_xml_spreadsheet_is_a_table(tmp_path: Path) -> None:
    page = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row>'
        '<Cell><Data ss:Type="DateTime">2023-05-01T10:20:30.000</Data></Cell>'
        '<Cell ss:Index="3"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>'
    )
    assert _cells_of(tmp_path, page.encode()) == [("2023-05-01 10:20:30", "", "x")]


def test_a_workbook_shows_times_with_seconds_and_numbers_as_people_see_them(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "no ending",
        [["time", "amount", "id"], [datetime(2023, 3, 27, 12, 33, 46), 28.160000000000001, 12345.0]],
        [[], ["b"]],
    )
    found = list(rows(Source(path, "x")))
    assert [row.cells for row in found] == [
        ("time", "amount", "id"),
        ("2023-03-27 12:33:46", "28.16", "12345"),
        ("b",),
    ]
    assert [row.place for row in found] == ["row:1", "row:2", "sheet2-row:2"]


def test_midnight_keeps_its_time_among_times(tmp_path: Path) -> None:
    times = [[datetime(2023, 3, 27, 23, 59, 59)], [datetime(2023, 3, 28)]]
    path = write_xlsx(tmp_path / "x", times)
    assert [row.cells[0] for row in rows(Source(path, "x"))] == ["2023-03-27 23:59:59", "2023-03-28 00:00:00"]


def test_a_number_that_lost_digits_is_told(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x", [[6222080000001234567.0, 123456789012345.0, "6222080000001234567"]])
    (row,) = rows(Source(path, "x"))
    assert row.cells == ("6222080000001230000", "123456789012345", "6222080000001234567")
    assert [is_damaged(row, index) for index in range(3)] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("6.22E+18", True),
        ("1e+27", True),
        ("12345678901236500", True),
        ("20230212220014001000", False),
        ("1234567890123450", False),
        ("2E5", False),
        ("", False),
    ],
)
def test_a_number_in_text_shows_that_a_spreadsheet_destroyed_it(text: str, damaged: bool) -> None:
    assert is_damaged(Row(1, (text,)), 0) is damaged


def test_an_open_document_is_a_table(tmp_path: Path) -> None:
    path = write_ods(
        tmp_path / "x",
        '<table:table-row><table:table-cell office:value-type="date" office:date-value="2023-05-01T10:20:30"/>'
        '<table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="1.5"/>'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"/>',
    )
    assert [(row.number, row.cells) for row in rows(Source(path, "x"))] == [
        (1, ("2023-05-01 10:20:30", "x", "x", "1.5"))
    ]


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="999999"><c r="ZZ999999"><v>1</v></c></row>',
    ],
)
def test_a_sheet_whose_two_cells_span_billions_is_two_rows(tmp_path: Path, sheet: str) -> None:
    path = write_xlsx_parts(tmp_path / "bomb", sheet)
    first, second = rows(Source(path, "x"))
    assert (first.cells, second.cells[-1], second.number) == (
        ("1",),
        "1",
        int(sheet.split('<row r="')[2].split('"')[0]),
    )


def test_rows_of_far_cells_without_end_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence_app.intake.exports.office_sheets.MOST_CELLS", 100_000)
    path = write_xlsx_parts(tmp_path / "bomb", '<row><c r="XFD1"><v>1</v></c></row>' * 10)
    with pytest.raises(Unreadable, match="too-large"):
        list(rows(Source(path, "x")))


SHARED = (
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>交易时间</t></si>'
    "<si><r><t>速融</t></r><r><rPr/><t>宝</t></r><rPh><t>su</t></rPh></si></sst>"
)
STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>'
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/>'
    '<numFmt numFmtId="166" formatCode="0.00&quot;days&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>'
    '<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)
SHEET = (
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="b"><v>1</v></c></row>'
    '<row r="4"><c s="1"><v>45012.5234375</v></c><c s="2"><v>1.5</v></c><c s="3"><v>28.160000000000001</v></c>'
    '<c t="str"><f>A1</f><v>文</v></c><c t="inlineStr"><is><t>内</t></is></c></row>'
    '<row r="5"><c r="A5" s="1"><v>45013</v></c><c r="B5" s="4"><v>45014</v></c><c r="C5"/>'
    '<c r="D5"><v>6.2E+18</v></c></row>'
)


def test_a_workbook_is_read_as_calamine_reads_it(tmp_path: Path) -> None:
    path = write_xlsx_parts(tmp_path / "x", SHEET)
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="z" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    members |= {
        "xl/styles.xml": STYLES.encode(),
        "xl/sharedStrings.xml": SHARED.encode(),
        "xl/_rels/workbook.xml.rels": members["xl/_rels/workbook.xml.rels"].replace(
            b"</Relationships>", relation.encode()
        ),
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    sheet = load_workbook(path).get_sheet_by_index(0)
    expected = [[text_of(value) for value in values] for values in sheet.iter_rows()]
    found = {row.number: row.cells for row in workbook_rows(Source(path, "x"))}
    expected[4][0] = "2023-03-28 00:00:00"  # midnight among times, where calamine leaves the time out
    padded = [[*found.get(number, ()), *[""] * 9][: len(cells)] for number, cells in enumerate(expected, 1)]
    assert padded == expected
    assert found[4] == ("2023-03-27 12:33:45", "36:00:00", "28.16", "文", "内")


def test_an_open_document_that_repeats_a_row_for_ever_is_refused(tmp_path: Path) -> None:
    path = write_ods(
        tmp_path / "bomb",
        '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell '
        'table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row>',
    )
    with pytest.raises(Unreadable, match="too-large"):
        list(rows(Source(path, "x")))


def test_a_row_that_repeats_a_long_cell_is_refused_before_it_is_joined(tmp_path: Path) -> None:
    cell = (
        f'<table:table-cell table:number-columns-repeated="1000"><text:p>{"x" * 1_000_000}</text:p></table:table-cell>'
    )
    path = write_ods(tmp_path / "bomb", f"<table:table-row>{cell}</table:table-row>")
    tracemalloc.start()
    with pytest.raises(Unreadable, match="too-large"):
        list(rows(Source(path, "x")))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


def test_a_workbook_of_many_gigabytes_of_spaces_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence_app.intake.exports.workbooks.MOST_XML_BYTES", 10_000)
    path = write_xlsx_parts(tmp_path / "bomb", " " * 20_000)
    with pytest.raises(Unreadable, match="too-large"):
        list(rows(Source(path, "x")))


def test_a_workbook_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x", [["a"] * 50] * 50)
    with zipfile.ZipFile(path) as package:
        size = package.getinfo("xl/worksheets/sheet1.xml").file_size
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little")))
    with pytest.raises(Unreadable, match="damaged"):
        list(rows(Source(path, "x")))


def test_half_a_workbook_is_damaged_and_no_table_is_seen_in_it(tmp_path: Path) -> None:
    whole = io.BytesIO(write_xlsx(tmp_path / "x", [["a"]]).read_bytes()).getvalue()
    (tmp_path / "half").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + whole[: len(whole) // 2])
    source = Source(tmp_path / "half", "x")
    assert source.first_rows == ()
    with pytest.raises(Unreadable, match="damaged"):
        list(rows(source))


def test_a_heading_is_found_by_its_words_wherever_it_stands() -> None:
    table = [Row(1, ("共 2 笔",)), Row(9, ("金额（元）", "日 志 号", "交易时间 "))]
    found = find_heading(
        table, {"time": ["交易日期", "交易时间"], "amount": ["金额"], "id": ["日志号"]}, ["time", "amount"]
    )
    assert found == (table[1], {"time": 2, "amount": 0, "id": 1})


def test_the_first_of_a_fields_names_that_is_there_wins() -> None:
    assert columns_of(Row(1, ("记账日期", "交易日期")), {"time": ["交易日期", "记账日期"]}) == {"time": 1}


@pytest.mark.parametrize("begin", ["{", "[", "", "<smses>"])
def test_a_file_without_line_ends_is_soon_known_to_be_no_table(tmp_path: Path, begin: str) -> None:
    path = tmp_path / "x"
    with path.open("wb") as file:
        file.write(begin.encode())
        for _ in range(40):
            file.write(b'{"a": 1, "b": "x, y"}, ' * 45_000)
    started = time.process_time()
    assert len(Source(path, "x").first_rows) <= 1
    assert time.process_time() - started < 5


def test_a_cell_of_two_million_characters_costs_no_row(tmp_path: Path) -> None:
    found = _cells_of(tmp_path, b"a,b\n" + b"@" * 2_000_000 + b",1\nc,2\n")
    assert [(len(cells[0]), cells[1]) for cells in found] == [(1, "b"), (2_000_000, "1"), (1, "2")]


def test_a_comma_in_a_quoted_cell_in_which_the_file_ends_divides_no_cells(tmp_path: Path) -> None:
    found = _cells_of(tmp_path, b'a,b,c\n1,"2,000.00","3,000.00"\n4,"5,000.00","6,00')
    assert found[1:] == [("1", "2,000.00", "3,000.00"), ("4", "5,000.00", '"6,00')]
