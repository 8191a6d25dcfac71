"""Files that are refused, the ugliest first: each becomes one clear fault, and none of them takes the process along."""

import os
import zipfile
from dataclasses import replace

import pytest

from etl.extract import DEFAULT

CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
HUGE = "1,048,576 rows by 16,384 columns"


def test_a_sheet_that_declares_a_million_rows_by_sixteen_thousand_columns_is_named(make, tmp_path, fault_of):
    sheet = f'<dimension ref="A1:XFD1048576"/><sheetData>{CELL}</sheetData>'
    fault = fault_of(make.ooxml(tmp_path / "wide.xlsx", sheet))
    assert (fault.code, fault.sheet) == ("huge_sheet", "sheet1")
    assert fault.found == f"a sheet that declares {HUGE}"


def test_two_cells_at_far_ends_are_not_read_as_the_rectangle_between_them(make, tmp_path, fault_of):
    fault = fault_of(make.ooxml(tmp_path / "far.xlsx", f"<sheetData>{CELL}{FAR}</sheetData>"))
    assert (fault.code, fault.sheet) == ("huge_sheet", "sheet1")
    assert fault.found == f"a sheet that has filled cells over {HUGE}"


def test_an_ods_row_that_repeats_a_filled_cell_over_the_whole_sheet_is_refused(make, tmp_path, fault_of):
    cell = make.ods_cell("percentage", 0.5, "50%", 'table:number-columns-repeated="16384"')
    line = make.ods_row(cell, more='table:number-rows-repeated="1048576"')
    fault = fault_of(make.opendocument(tmp_path / "wide.ods", make.ods_row(), line))
    assert (fault.code, fault.sheet) == ("huge_sheet", "observations")
    assert "16,384 columns" in fault.found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_is_refused_in_any_encoding(encoding, make, tmp_path, fault_of):
    lines = f'<!DOCTYPE a [<!ENTITY b "{"x" * 99}">]><worksheet xmlns="{make.MAIN}"><sheetData/></worksheet>'
    part = f'<?xml version="1.0" encoding="{encoding}"?>{lines}'.encode(encoding)
    path = make.ooxml(tmp_path / "e.xlsx", "", parts={"xl/worksheets/sheet1.xml": part})
    fault = fault_of(path)
    assert fault.code == "xml_entities"
    assert "xl/worksheets/sheet1.xml" in fault.found


def test_an_entity_is_refused_in_a_part_that_no_sheet_needs(make, tmp_path, fault_of):
    parts = {"docProps/custom.xml": b"<!-- " + b"x" * 300_000 + b' --><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}
    path = make.ooxml(tmp_path / "e.xlsx", f"<sheetData>{CELL}</sheetData>", parts=parts)
    assert "docProps/custom.xml" in fault_of(path).found


def test_an_entity_is_refused_in_an_ods(make, tmp_path, fault_of):
    path = make.opendocument(tmp_path / "e.ods", make.ods_row(), before='<!DOCTYPE a [<!ENTITY b "1">]>')
    assert fault_of(path).code == "xml_entities"


def test_an_archive_that_unpacks_to_far_more_than_it_holds_is_refused(make, tmp_path, fault_of):
    path = make.ooxml(tmp_path / "bomb.xlsx", "", parts={"xl/media/zero.bin": bytes(30_000_000)})
    assert path.stat().st_size < 100_000
    fault = fault_of(path)
    assert fault.code == "archive_bomb"
    assert "unpack to 30 MB" in fault.found


def test_an_archive_that_unpacks_to_too_much_is_refused(make, tmp_path, fault_of):
    path = make.ooxml(tmp_path / "bomb.xlsx", "", parts={"xl/media/noise.bin": os.urandom(2_000_000)})
    assert fault_of(path, replace(DEFAULT, unpacked_bytes=1_000_000)).code == "archive_bomb"


def test_an_archive_of_too_many_entries_is_refused(make, tmp_path, fault_of):
    path = make.ooxml(tmp_path / "many.xlsx", "", parts={f"xl/media/{number}": b"" for number in range(50)})
    assert "55 entries" in fault_of(path, replace(DEFAULT, entries=40)).found


@pytest.mark.parametrize("name", ["../../etc/cron.d/job", "/etc/passwd", "C:/autoexec.bat", "..\\up.xml"])
def test_an_archive_with_entries_that_lead_outside_is_refused(name, make, tmp_path, fault_of):
    assert name in fault_of(make.ooxml(tmp_path / "odd.xlsx", "", parts={name: b"x"})).found


def test_an_archive_that_holds_a_part_twice_is_refused(make, tmp_path, fault_of):
    path = make.ooxml(tmp_path / "twice.xlsx", f"<sheetData>{CELL}</sheetData>")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    assert fault_of(path).found == "an archive with an entry named 'xl/worksheets/sheet1.xml' twice"


def test_an_archive_whose_directory_lies_about_its_size_is_damaged(make, tmp_path, fault_of):
    path = make.ooxml(tmp_path / "lie.xlsx", f"<sheetData>{CELL * 5000}</sheetData>")
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    assert content.count(size) == 2
    path.write_bytes(content.replace(size, (100).to_bytes(4, "little")))
    assert fault_of(path).code == "damaged"


def test_a_reader_that_needs_too_much_memory_ends_as_a_fault(make, tmp_path, fault_of):
    path = make.by_openpyxl(tmp_path / "m.xlsx", {f"A{row}": "long text " * 2000 + str(row) for row in range(1, 400)})
    fault = fault_of(path, replace(DEFAULT, memory_bytes=40_000_000))
    assert fault.code == "too_much_memory"
    assert "40 MB of memory" in fault.found


def test_a_reader_that_takes_too_long_ends_as_a_fault(make, tmp_path, fault_of):
    path = make.by_openpyxl(tmp_path / "slow.xlsx", {"A1": 1})
    fault = fault_of(path, replace(DEFAULT, seconds=0.01))
    assert fault.code == "too_slow"
    assert "more than 0.01 seconds" in fault.found


def test_a_reader_that_breaks_down_names_the_sheet_it_was_reading(make, tmp_path, fault_of):
    sheet = f'<sheetData>{CELL}</sheetData><mergeCells><mergeCell ref="nowhere"/></mergeCells>'
    fault = fault_of(make.ooxml(tmp_path / "odd.xlsx", f"<sheetData>{CELL}</sheetData>", sheet))
    assert (fault.code, fault.sheet) == ("unreadable", "sheet2")


def test_broken_xml_names_its_sheet_and_the_other_sheets_are_still_checked(make, tmp_path, faults_of):
    error = '<sheetData><row r="1"><c r="B1" t="e"><v>#REF!</v></c></row></sheetData>'
    first, second = faults_of(make.ooxml(tmp_path / "b.xlsx", "<sheetData><row></sheetData>", error))
    assert (first.code, first.sheet) == ("damaged", "sheet1")
    assert (second.code, second.sheet, second.cell) == ("error_value", "sheet2", "B1")


@pytest.mark.parametrize("kept", [30, 400, -40])
def test_a_workbook_that_was_cut_off_is_damaged(kept, make, tmp_path, fault_of):
    path = make.by_openpyxl(tmp_path / "cut.xlsx", {"A1": 1})
    path.write_bytes(path.read_bytes()[:kept])
    assert fault_of(path).code == "damaged"


def test_a_workbook_with_bytes_overwritten_is_damaged(make, tmp_path, fault_of):
    path = make.ooxml(tmp_path / "hit.xlsx", f"<sheetData>{CELL * 200}</sheetData>")
    content = bytearray(path.read_bytes())
    start = content.index(b"sheet1.xml") + 15
    content[start : start + 20] = os.urandom(20)
    path.write_bytes(content)
    assert fault_of(path).code == "damaged"


def test_a_workbook_that_lacks_a_sheets_part_is_damaged(make, tmp_path, fault_of):
    path = make.ooxml(tmp_path / "lack.xlsx", f"<sheetData>{CELL}</sheetData>")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if "sheet1" not in name}
    assert fault_of(make.packed(path, parts)).code == "damaged"


def test_xml_in_letters_of_no_known_kind_is_damaged(make, tmp_path, fault_of):
    parts = {"xl/worksheets/sheet1.xml": b'<?xml version="1.0" encoding="UTF-9"?><worksheet/>'}
    assert fault_of(make.ooxml(tmp_path / "odd.xlsx", "", parts=parts)).code == "damaged"


def test_a_directory_with_broken_names_is_damaged(make, tmp_path, fault_of):
    path = make.packed(tmp_path / "odd.xlsx", {"xl/工.xml": b"<a/>"})
    path.write_bytes(path.read_bytes().replace("工".encode(), b"\xe5\xff\xff"))
    assert fault_of(path).code == "damaged"


def test_a_password_protected_workbook_says_so(make, tmp_path, fault_of):
    path = tmp_path / "locked.xlsx"
    path.write_bytes(make.OLE + "EncryptedPackage".encode("utf-16-le"))
    fault = fault_of(path)
    assert (fault.code, fault.found) == ("password", "a password-protected workbook")
    assert "remove the password" in fault.mend


def test_an_old_xls_says_how_to_save_it(make, tmp_path, fault_of):
    path = tmp_path / "old.xlsx"
    path.write_bytes(make.OLE)
    fault = fault_of(path)
    assert fault.found == "an old .xls or password-protected workbook"
    assert ".xlsx without a password" in fault.mend


def test_an_encrypted_ods_says_so(make, tmp_path, fault_of):
    path = make.opendocument(tmp_path / "locked.ods", make.ods_row(), manifest="<m:encryption-data/>")
    assert (fault_of(path).code, fault_of(path).found) == ("password", "a password-protected workbook")


@pytest.mark.parametrize("name", ["notes.xlsx", "notes.xlsm", "notes.ods"])
def test_a_text_named_like_a_workbook_is_no_workbook(name, tmp_path, fault_of):
    (tmp_path / name).write_text("series_id,period,value\n")
    assert fault_of(tmp_path / name).code == "not_a_workbook"


def test_an_archive_that_is_no_workbook_says_so(make, tmp_path, fault_of):
    path = make.packed(tmp_path / "letter.xlsx", {"word/document.xml": b"<a/>"})
    assert fault_of(path).found == "an archive that is no workbook"


def test_a_workbook_with_another_kinds_ending_is_told_its_name(make, tmp_path, fault_of):
    fault = fault_of(make.opendocument(tmp_path / "figures.xlsx", make.ods_row()))
    assert fault.found == "an .ods workbook named .xlsx"
    assert fault.mend == "Rename it to figures.ods."


def test_a_missing_file_says_so(tmp_path, fault_of):
    assert fault_of(tmp_path / "none.xlsx").found == "no file of that name"


def test_a_folder_is_no_file(tmp_path, fault_of):
    (tmp_path / "data.xlsx").mkdir()
    assert fault_of(tmp_path / "data.xlsx").found == "a folder"


def test_the_folder_one_stands_in_is_named(faults_of):
    assert faults_of(".")[0].place == "."


@pytest.mark.parametrize("name", ["figures.xls", "figures.pdf", "figures"])
def test_another_ending_says_which_are_read(name, tmp_path, fault_of):
    (tmp_path / name).write_text("x")
    fault = fault_of(tmp_path / name)
    assert fault.code == "unknown_ending"
    assert ".xlsx, .xlsm, .ods, .csv" in fault.wanted


@pytest.mark.parametrize("name", ["figures.xlsx", "figures.ods", "figures.csv"])
def test_a_file_of_no_bytes_is_empty(name, tmp_path, fault_of):
    (tmp_path / name).touch()
    assert fault_of(tmp_path / name).found == "an empty file (0 bytes)"


def test_a_workbook_without_a_filled_cell_is_empty(make, tmp_path, fault_of):
    path = make.by_openpyxl(tmp_path / "empty.xlsx", {"B2": " \u3000"}, _notes={"A1": "only for us"})
    assert fault_of(path).code == "empty_file"


def test_a_file_that_is_too_large_says_its_size(make, tmp_path, fault_of):
    path = make.by_openpyxl(tmp_path / "large.xlsx", {"A1": 1})
    assert fault_of(path, replace(DEFAULT, file_bytes=1000)).code == "too_large"
