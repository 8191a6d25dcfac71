"""Cells hold what the tables hold: numbers as numbers, days as days, texts as harmless texts."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from etl.errors import CallError
from etl.report.book import Book, Field, is_link, sheet_names
from etl.report.fit import column_width, line_count, text_height
from etl.report.numbers import Bounded, number_format, worked_format
from etl.report.text import Text

DAY = date(2024, 12, 1)


def written(tmp_path: Path, value: object, shape: str = "text") -> openpyxl.cell.Cell:
    """The cell that `value` becomes, read back."""
    book = Book(Text("en"), DAY)
    sheet = book.sheet("one")
    book.put(sheet, (0, 0), value, shape)
    book.save(tmp_path / "one.xlsx")
    return openpyxl.load_workbook(tmp_path / "one.xlsx")["one"]["A1"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1"])
def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path, text):
    cell = written(tmp_path, text)
    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.quotePrefix


def test_numbers_keep_their_value_and_get_as_many_decimals_as_they_have(tmp_path):
    assert [number_format(value) for value in (392.0, 47.9, 100000000, 0.1234, -1.5)] == [
        *("#,##0", "#,##0.0", "#,##0", "#,##0.0000", "#,##0.0")
    ]
    cell = written(tmp_path, 47.9)
    assert (cell.value, cell.number_format) == (47.9, "#,##0.0")


def test_a_bound_shows_its_sign_by_the_format_and_keeps_the_number(tmp_path):
    cell = written(tmp_path, Bounded(300.0, "> "))
    assert (cell.value, cell.number_format) == (300, '"> "#,##0;"> "-#,##0')


def test_a_worked_out_number_shows_no_more_decimals_than_its_size_can_bear():
    assert [worked_format(value) for value in (1553.3333, 393.6, 20.7273, 0.12345)] == [
        *("#,##0", "#,##0.0", "#,##0.00", "#,##0.0000")
    ]


def test_days_are_days(tmp_path):
    cell = written(tmp_path, DAY)
    assert cell.is_date
    assert cell.value.date() == DAY


def test_absent_values_are_empty_cells(tmp_path):
    assert written(tmp_path, None).value is None


def test_shares_show_as_per_cent(tmp_path):
    cell = written(tmp_path, 0.91, "share")
    assert (cell.value, cell.number_format) == (0.91, "#,##0%")


def test_web_addresses_are_links_and_nothing_else_is(tmp_path):
    assert written(tmp_path, "https://example.org/a", "url").hyperlink.target == "https://example.org/a"
    for text in ("file:///etc/passwd", "internal:Sheet!A1", "javascript:alert(1)", "000_brief.txt"):
        cell = written(tmp_path, text, "url")
        assert (cell.hyperlink, cell.value) == (None, text)


def test_an_address_longer_than_excel_allows_is_kept_as_text(tmp_path):
    long = "https://example.org/" + "a" * 2100
    assert not is_link(long)
    assert written(tmp_path, long, "url").value == long
    assert written(tmp_path, "https://example.org/" + "[" * 2000, "url").hyperlink is None


def test_a_text_longer_than_a_cell_is_cut_visibly(tmp_path):
    value = written(tmp_path, "x" * 40000).value
    assert len(value) == 32767
    assert value.endswith("[…]")


def test_sheet_names_are_short_unique_and_free_of_forbidden_signs():
    slugs = ["robot-density-492", "x" * 40, "x" * 41, "a/b:c", "Cover", "history", "''"]
    names = sheet_names(slugs, ["cover"])
    assert len({name.lower() for name in names.values()} | {"cover", "history"}) == len(slugs) + 2
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names.values())
    assert names["robot-density-492"] == "robot-density-492"


def test_a_long_sheet_name_is_cut_before_a_word_and_never_within_a_number():
    names = sheet_names(["industrial-internet-platforms-120", "industrial-internet-platforms-130"], [])
    assert list(names.values()) == ["industrial-internet-platforms", "industrial-internet-platforms-2"]


def test_a_table_without_rows_gets_one_empty_row(tmp_path):
    book = Book(Text("en"), DAY)
    book.table_sheet("none", "None", [Field("Name", 10, "text", lambda row: row["name"])], [])
    book.save(tmp_path / "none.xlsx")
    assert openpyxl.load_workbook(tmp_path / "none.xlsx")["none"].tables["None"].ref == "A1:A2"


def test_table_names_are_made_acceptable_and_unique(tmp_path):
    book = Book(Text("en"), DAY)
    field = Field("Name", 10, "text", lambda row: row["name"])
    for name in ("a", "b", "c"):
        book.table_sheet(name, "figures_S-1" if name != "c" else "Figures_S_1", [field], [{"name": name}])
    book.save(tmp_path / "names.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "names.xlsx")
    assert [list(sheet.tables)[0] for sheet in workbook] == ["figures_S_1", "figures_S_1_2", "Figures_S_1_3"]


def test_a_place_that_cannot_be_written_to_is_a_user_error(tmp_path):
    book = Book(Text("en"), DAY)
    book.sheet("one")
    with pytest.raises(CallError, match="Cannot write"):
        book.save(tmp_path / "nowhere" / "one.xlsx")


def test_lines_of_a_text_grow_with_its_length_and_its_breaks():
    assert line_count("short", 20) == 1
    assert line_count("x" * 50, 20) == 3
    assert line_count("一二三四五六七八九十十一", 20) == 2
    assert line_count("one\ntwo", 20) == 2


def test_chinese_and_words_break_as_they_do_in_a_cell():
    assert line_count("twelve-signs twelve-signs twelve-signs".replace("-", "x"), 20) == 3
    assert line_count("字" * 10, 20) == 1
    assert line_count("字" * 11, 20) == 2


def test_a_column_grows_for_what_does_not_wrap():
    assert column_width("number", 8, [Bounded(123_456_789.0, "> "), None]) >= len("> 123,456,789")
    assert column_width("text", 8, ["firmness not stated"]) >= len("firmness not stated")
    assert column_width("text", 8, ["工业和信息化部"]) >= 14
    assert column_width("wrap", 8, ["a long text that takes another line"]) == 8


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="no texts in 'fr'"):
        Text("fr")


def test_lines_of_chinese_signs_are_higher():
    assert text_height("一\n二\n三\n四\n五", 20) > 5 * 16
    assert text_height("a\nb", 20) < text_height("一\n二", 20)
