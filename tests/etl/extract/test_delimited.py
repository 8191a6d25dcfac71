"""Delimited text as it comes: encodings, delimiters, quotations, and what is no text at all."""

from dataclasses import replace

import pytest

from etl.extract import DEFAULT, read_file

TABLE = [["series_id", "name", "value"], ["robots", "工业机器人", "> 300"]]
TEXT = "series_id,name,value\r\nrobots,工业机器人,> 300\r\n"


def written(path, content):
    """The file with this content, text as UTF-8."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [b"a,b\x00c\n1,2\n", bytes(range(256)), TEXT.encode("utf-16-le"), b"\xff\xfe\x00\x00a\x00\x00\x00", b"caf\xe9,1\n"],
)
def test_bytes_that_are_no_text_are_refused(content, tmp_path, fault_of):
    fault = fault_of(written(tmp_path / "b.csv", content))
    assert (fault.code, fault.found) == ("not_text", "not a text file")


def test_a_workbook_named_like_a_text_is_told_its_name(make, tmp_path, fault_of):
    path = make.by_openpyxl(tmp_path / "b.xlsx", {"A1": 1}).rename(tmp_path / "b.csv")
    assert fault_of(path).found == "a workbook, not a text file"


def test_one_damaged_letter_does_not_turn_a_text_into_nonsense(tmp_path, fault_of):
    content = TEXT.encode().replace("器".encode(), b"\xe5\x99")
    fault = fault_of(written(tmp_path / "d.csv", content))
    assert fault.found == "text in UTF-8 with a damaged letter in line 2"


def test_a_quotation_that_is_never_closed_is_refused(tmp_path, fault_of):
    fault = fault_of(written(tmp_path / "q.csv", 'a,b\n"never closed,1\n2,3\n'))
    assert fault.code == "broken_text"
    assert "Close every quotation" in fault.mend


def test_a_long_line_over_many_short_ones_is_refused_before_it_fills_the_memory(tmp_path, fault_of):
    path = written(tmp_path / "l.csv", "," * 5000 + "\n" * 5000)
    assert fault_of(path, replace(DEFAULT, cells=1_000_000)).code == "huge_sheet"


def test_a_text_of_blanks_is_empty(tmp_path, fault_of):
    assert fault_of(written(tmp_path / "e.csv", " \n,\u3000,\n\n")).code == "empty_file"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_a_text_reads_alike_in_every_encoding(encoding, tmp_path, cells_of):
    assert cells_of(written(tmp_path / "e.csv", TEXT.encode(encoding))) == TABLE


def test_big_endian_text_with_its_mark_reads_alike(tmp_path, cells_of):
    assert cells_of(written(tmp_path / "e.csv", b"\xfe\xff" + TEXT.encode("utf-16-be"))) == TABLE


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_tells_the_delimiter(delimiter, tmp_path, cells_of):
    header, row = (delimiter.join(cells) for cells in TABLE)
    assert cells_of(written(tmp_path / "d.csv", f"{header}\n{row}\n")) == TABLE


def test_marks_within_quotations_and_below_the_header_tell_nothing(tmp_path, cells_of):
    text = 'a;"b, c, d, e";f\n1;2,5;"x, y, z, u, v"\n'
    assert cells_of(written(tmp_path / "d.csv", text)) == [["a", "b, c, d, e", "f"], ["1", "2,5", "x, y, z, u, v"]]


def test_a_title_in_quotations_does_not_hide_the_header(tmp_path, cells_of):
    text = '"Robots, by year"\na;b\n1;2\n'
    assert cells_of(written(tmp_path / "d.csv", text)) == [["Robots, by year", ""], ["a", "b"], ["1", "2"]]


def test_quoted_breaks_and_quotation_marks_stay_within_their_cell(tmp_path, cells_of):
    text = 'a,b\r\n"two\r\nlines","say ""so"""\r\n'
    assert cells_of(written(tmp_path / "q.csv", text)) == [["a", "b"], ["two lines", 'say "so"']]


def test_rows_keep_their_numbers_and_make_a_rectangle(tmp_path, cells_of):
    text = "\n\na,b,c\n1\n"
    assert cells_of(written(tmp_path / "r.csv", text)) == [["", "", ""], ["", "", ""], ["a", "b", "c"], ["1", "", ""]]


def test_the_sheet_is_named_like_the_file(tmp_path):
    (sheet,) = read_file(written(tmp_path / "observations (2024).csv", TEXT))
    assert (sheet.file, sheet.name) == ("observations (2024).csv", "observations (2024)")


def test_the_ending_may_be_written_in_capitals(tmp_path, cells_of):
    assert cells_of(written(tmp_path / "FIGURES.CSV", TEXT)) == TABLE
