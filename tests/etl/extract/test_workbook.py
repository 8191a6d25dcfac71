"""What workbooks say: values, dates, per cent, formulas, merged cells; from every program, at their own places."""

import datetime
from pathlib import Path

import pytest

from etl.extract import TextSheet, read_file

FILES = Path(__file__).parent / "files"
SAVED_BY_LIBREOFFICE = [
    ["", "", "", "", "", ""],
    ["", "Robots in industry 工业机器人", "", "", "", ""],
    ["", "", "", "", "", ""],
    ["", "series_id", "period", "value", "share", "published"],
    ["", "robot density", "2022", "392", "47.9%", "2023-01-10"],
    ["", "robot  density", "2022", "392", "47.9%", "2023-01-10"],
    ["", "robot density", "007", "392.3", "95.8%", "2024-11-20 08:30:00"],
    ["", "robot density", "", "100000000", "105.5%", "2023-01-10"],
]
CHINESE_DAYS = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="{}"/></cellXfs>'
TABLE = {"A3": "series_id", "B3": "period", "C3": "value", "D3": "note", "A4": "a", "B4": "2022", "C4": 1, "C5": 2}


def test_a_formula_that_was_never_worked_out_names_its_cell(make, tmp_path, faults_of):
    path = make.by_openpyxl(tmp_path / "f.xlsx", {"A1": "value", "B2": "=A9*2", "A3": '=IF(1=1,"","x")'})
    first, second = faults_of(path)
    assert (first.sheet, first.cell, first.code) == ("observations", "B2", "formula_without_value")
    assert "(=A9*2)" in first.found
    assert "paste the value" in first.mend
    assert second.cell == "A3"


def test_a_zero_stored_by_a_program_that_does_not_calculate_is_no_value(make, tmp_path, fault_of):
    path = make.by_xlsxwriter(tmp_path / "f.xlsx", {"A1": ("=1+1", 0), "B1": ("=1+1", 2)})
    assert (fault_of(path).code, fault_of(path).cell) == ("formula_without_value", "A1")


def test_a_zero_that_was_worked_out_is_a_value(make, tmp_path, cells_of):
    sheet = '<sheetData><row r="1"><c r="A1"><f>1-1</f><v>0</v></c></row></sheetData>'
    assert cells_of(make.ooxml(tmp_path / "f.xlsx", sheet)) == [["0"]]


def test_a_formula_stands_for_its_stored_value(make, tmp_path, cells_of):
    formulas = {"A1": ("=1+1", 2), "B1": ('="a"&"b"', "ab"), "C1": ("=1=1", True), "D1": ("=0.1+0.2", 0.1 + 0.2)}
    assert cells_of(make.by_xlsxwriter(tmp_path / "f.xlsx", formulas)) == [["2", "ab", "TRUE", "0.3"]]


def test_a_formula_may_result_in_an_empty_text(make, tmp_path, cells_of):
    cells = '<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>'
    assert cells_of(make.ooxml(tmp_path / "f.xlsx", f"<sheetData>{make.row(1, cells)}</sheetData>")) == [["", "1"]]


def test_a_shared_formula_without_a_value_is_named_too(make, tmp_path, faults_of):
    first = '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f></c>'
    second = '<c r="A2"><f t="shared" si="0"/></c>'
    sheet = f"<sheetData>{make.row(1, first)}{make.row(2, second)}</sheetData>"
    assert [fault.cell for fault in faults_of(make.ooxml(tmp_path / "f.xlsx", sheet))] == ["A1", "A2"]


def test_an_ods_formula_without_a_value_names_its_cell(make, tmp_path, fault_of):
    empty = '<table:table-cell table:formula="of:=[.A1]*2"/>'
    line = make.ods_row(make.ods_cell("float", 1, "1"), empty, more='table:number-rows-repeated="1"')
    fault = fault_of(make.opendocument(tmp_path / "f.ods", line))
    assert (fault.code, fault.cell) == ("formula_without_value", "B1")
    assert "[.A1]*2" in fault.found


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!", "#NAME?", "#SPILL!", "#CALC!"])
def test_an_error_names_its_cell(error, make, tmp_path, fault_of):
    cells = f'<c r="A1"><v>1</v></c><c r="C1" t="e"><f>1/0</f><v>{error}</v></c>'
    fault = fault_of(make.ooxml(tmp_path / "e.xlsx", f"<sheetData>{make.row(1, cells)}</sheetData>"))
    assert (fault.code, fault.cell, fault.found) == ("error_value", "C1", f"the error {error}")


@pytest.mark.parametrize("more", ['calcext:value-type="error"', 'table:formula="of:=1/0"'])
def test_an_error_in_an_ods_names_its_cell(more, make, tmp_path, fault_of):
    gap = '<table:table-cell table:number-columns-repeated="3"/>'
    line = make.ods_row(make.ods_cell("float", 1, "1"), gap, make.ods_cell("string", "", "#DIV/0!", more))
    fault = fault_of(make.opendocument(tmp_path / "e.ods", make.ods_row(), make.ods_row(), line))
    assert (fault.code, fault.cell, fault.found) == ("error_value", "E3", "the error #DIV/0!")


def test_words_that_look_like_an_error_are_text(make, tmp_path, cells_of):
    path = make.by_openpyxl(tmp_path / "t.xlsx", {"A1": "Err: see the note", "B1": "# a remark"})
    assert cells_of(path) == [["Err: see the note", "# a remark"]]


@pytest.mark.parametrize("area", ["A4:A5", "A3:B3", "C4:D5", "A1:A3"])
def test_merged_cells_over_the_table_name_their_area(area, make, tmp_path, fault_of):
    fault = fault_of(make.by_openpyxl(tmp_path / "m.xlsx", TABLE, merged=[area]))
    assert (fault.sheet, fault.cell, fault.code) == ("observations", area, "merged_cells")
    assert "repeat the value" in fault.mend


@pytest.mark.parametrize("area", ["A1:C1", "A1:F2", "F3:G3", "A7:C9"])
def test_a_merged_title_and_merged_cells_beside_the_table_are_fine(area, make, tmp_path, cells_of):
    path = make.by_openpyxl(tmp_path / "m.xlsx", {"A1": "A title", **TABLE}, merged=[area])
    assert cells_of(path)[3][:3] == ["a", "2022", "1"]


def test_merged_cells_over_the_table_of_an_ods_name_their_area(make, tmp_path, fault_of):
    header = make.ods_row(*(make.ods_cell("string", name, name) for name in ("series_id", "period", "value")))
    spanned = make.ods_cell("string", "a", "a", 'table:number-rows-spanned="2" table:number-columns-spanned="1"')
    path = make.opendocument(
        tmp_path / "m.ods", header, make.ods_row(spanned), make.ods_row(make.ods_cell("float", 1, "1"))
    )
    assert (fault_of(path).code, fault_of(path).cell) == ("merged_cells", "A2:A3")


def test_all_faults_of_all_sheets_are_said_at_once_from_the_top_down(make, tmp_path, faults_of):
    cells = {**TABLE, "C10": "=A1", "C9": "=A1"}
    path = make.by_openpyxl(tmp_path / "all.xlsx", cells, merged=["A4:A5"], events={"B1": "#N/A"})
    places = [(fault.sheet, fault.cell) for fault in faults_of(path)]
    assert places == [("observations", "C9"), ("observations", "C10"), ("observations", "A4:A5"), ("events", "B1")]


def test_sheets_of_notes_are_left_out_with_their_faults(make, tmp_path):
    path = make.by_openpyxl(tmp_path / "n.xlsx", {"A1": "series_id"}, _notes={"A1": "=1/0", "B1": "#N/A"})
    assert [sheet.name for sheet in read_file(path)] == ["observations"]


def test_empty_sheets_are_left_out_and_hidden_ones_are_not():
    assert [sheet.name for sheet in read_file(FILES / "by-libreoffice.xlsx")] == ["observations", "events"]


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_workbook_saved_by_libreoffice_says_what_it_shows(ending):
    """Days counted from 1904, per cent, a merged title, formulas, repeated rows, a remark on a cell."""
    sheets = read_file(FILES / f"by-libreoffice.{ending}")
    assert sheets[0] == TextSheet(f"by-libreoffice.{ending}", "observations", SAVED_BY_LIBREOFFICE)
    assert sheets[1].cells == [["event_id"]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("0%", "47.9%"),
        ("0.00%", "47.9%"),
        ("0.0%;[Red]-0.0%", "47.9%"),
        ('0.0"%"', "0.479"),
        ("0.0\\%", "0.479"),
        ("0.00", "0.479"),
        ('#,##0.0"人年"', "0.479"),
    ],
)
def test_a_per_cent_format_is_part_of_the_number_and_a_drawn_sign_is_not(code, text, make, tmp_path, cells_of):
    assert cells_of(make.by_openpyxl(tmp_path / "p.xlsx", {"B2": 0.479}, {"B2": code}))[1][1] == text


def test_a_text_in_a_per_cent_cell_stays_as_written(make, tmp_path, cells_of):
    path = make.by_openpyxl(tmp_path / "p.xlsx", {"A1": "about 50", "B1": "0.5"}, {"A1": "0%", "B1": "0%"})
    assert cells_of(path) == [["about 50", "0.5"]]


def test_days_are_iso_days_and_keep_a_time_that_is_not_midnight(make, tmp_path, cells_of):
    days = {"A1": make.DAY, "B1": datetime.datetime(2024, 11, 20), "C1": datetime.datetime(2024, 11, 20, 8, 30)}
    assert cells_of(make.by_openpyxl(tmp_path / "d.xlsx", days)) == [
        ["2024-11-20", "2024-11-20", "2024-11-20 08:30:00"]
    ]


@pytest.mark.parametrize("code", ['yyyy"年"m"月"d"日"', "[$-804]yyyy年m月d日", "d.m.yyyy", "d-mmm-yy"])
def test_a_day_is_a_day_in_every_format(code, make, tmp_path, cells_of):
    assert cells_of(make.by_openpyxl(tmp_path / "d.xlsx", {"A1": 45616}, {"A1": code})) == [["2024-11-20"]]


SHOWN = {
    "mmm-yy": "2024-11",
    "yyyy-mm": "2024-11",
    'yyyy"年"m"月"': "2024-11",
    "[$-409]mmm\\-yy;@": "2024-11",
    "yyyy": "2024",
    "d-mmm-yy": "2024-11-20",
    "yyyy\\-mm\\-dd": "2024-11-20",
    'm"月"d"日"': "2024-11-20",
}


@pytest.mark.parametrize(("code", "text"), SHOWN.items())
def test_a_day_shown_as_a_month_or_year_is_that_month_or_year(code, text, make, tmp_path, cells_of):
    assert cells_of(make.by_openpyxl(tmp_path / "d.xlsx", {"A1": make.DAY}, {"A1": code})) == [[text]]


@pytest.mark.parametrize(("system", "serial"), [("", 45616), ('<workbookPr date1904="1"/>', 44154)])
@pytest.mark.parametrize("number", [14, 31, 57, 58])
def test_days_in_formats_that_only_a_number_names_are_days_in_both_systems(
    number, system, serial, make, tmp_path, cells_of
):
    sheet = f'<sheetData><row r="1"><c r="A1" s="1"><v>{serial}</v></c></row></sheetData>'
    path = make.ooxml(tmp_path / "d.xlsx", sheet, workbook=system, styles=CHINESE_DAYS.format(number))
    assert cells_of(path) == [["2024-11-20"]]


def test_numbers_and_booleans_are_written_plainly(make, tmp_path, cells_of):
    cells = {"A1": 1e8, "B1": 0.1 + 0.2, "C1": 392.0, "D1": 1e-7, "E1": -47.9, "F1": True, "G1": 123456789012345678}
    plain = [["100000000", "0.3", "392", "0.0000001", "-47.9", "TRUE", "123456789012346000"]]
    assert cells_of(make.by_openpyxl(tmp_path / "n.xlsx", cells)) == plain


def test_texts_stay_as_written_but_for_blanks_at_their_ends_and_breaks(make, tmp_path, cells_of):
    cells = {"A1": "007", "B1": " \u3000> 300\u00a0", "C1": "two \r\nlines\n", "D1": "'quoted", "E1": "工业　机器人"}
    assert cells_of(make.by_openpyxl(tmp_path / "t.xlsx", cells)) == [
        ["007", "> 300", "two lines", "'quoted", "工业　机器人"]
    ]


def test_cells_keep_their_places_and_say_their_names(make, tmp_path):
    (sheet,) = read_file(make.by_openpyxl(tmp_path / "c.xlsx", {"C5": "here"}, {"AB40": "0%"}))
    assert [len(row) for row in sheet.cells] == [3] * 5
    assert sheet.cells[4][2] == "here"
    assert [sheet.cell(4, 2), sheet.cell(0, 25), sheet.cell(0, 26), sheet.cell(1048575, 16383)] == [
        "C5",
        "Z1",
        "AA1",
        "XFD1048576",
    ]


def test_cells_that_do_not_say_where_they_stand_follow_each_other(make, tmp_path, fault_of):
    sheet = '<sheetData><row/><row><c><v>1</v></c><c/><c t="e"><v>#N/A</v></c></row></sheetData>'
    assert fault_of(make.ooxml(tmp_path / "bare.xlsx", sheet)).cell == "C2"


def test_prefixed_xml_says_the_same(make, tmp_path, fault_of):
    cells = '<x:c r="B1" t="e"><x:v>#N/A</x:v></x:c>'
    part = f'<x:worksheet xmlns:x="{make.MAIN}"><x:sheetData><x:row r="1">{cells}</x:row></x:sheetData></x:worksheet>'
    path = make.ooxml(tmp_path / "x.xlsx", "", parts={"xl/worksheets/sheet1.xml": part.encode()})
    assert fault_of(path).cell == "B1"
