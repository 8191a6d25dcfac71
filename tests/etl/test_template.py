"""The empty workbook has exactly the sheets, headers, notes and drop-downs that `etl.sheets` describes."""

from pathlib import Path

import openpyxl
import pytest

from etl.errors import CallError
from etl.sheets import SHEETS, Reads, Sheet
from etl.template import READ_ME, write_template

by_name = pytest.mark.parametrize("described", SHEETS, ids=lambda sheet: sheet.name)


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> openpyxl.Workbook:
    out = tmp_path_factory.mktemp("template") / "empty.xlsx"
    write_template(out)
    return openpyxl.load_workbook(out)


def test_the_sheets_stand_in_their_order_behind_the_explanation(template):
    assert template.sheetnames == [READ_ME, *(sheet.name for sheet in SHEETS)]


@by_name
def test_the_headers_are_exactly_the_columns(template, described: Sheet):
    rows = list(template[described.name].iter_rows(values_only=True))
    assert rows == [described.names]


@by_name
def test_required_headers_are_bold_and_others_are_not(template, described: Sheet):
    header = template[described.name][1]
    assert [cell.font.bold for cell in header] == [column.required for column in described.columns]


@by_name
def test_each_header_has_the_note_of_its_column(template, described: Sheet):
    for cell, column in zip(template[described.name][1], described.columns, strict=True):
        assert column.note in cell.comment.text


@by_name
def test_each_closed_list_drops_down_with_its_codes(template, described: Sheet):
    rules = template[described.name].data_validations.dataValidation
    found = {str(rule.sqref).split(":")[0].rstrip("2"): rule.formula1.strip('"').split(",") for rule in rules}
    header = template[described.name][1]
    chosen = zip(header, described.columns, strict=True)
    assert found == {cell.column_letter: list(column.choice) for cell, column in chosen if column.choice}


def column_format(sheet, place: int) -> str:
    """Number format of a column (from 1); columns alike stand in the file as one span."""
    spans = sheet.column_dimensions.values()
    return next(span.number_format for span in spans if span.min <= place <= span.max)


@by_name
def test_the_header_is_frozen_and_cells_are_text_where_a_sign_may_stand(template, described: Sheet):
    sheet = template[described.name]
    assert sheet.freeze_panes == "A2"
    for place, column in enumerate(described.columns, start=1):
        assert column_format(sheet, place) == ("General" if column.reads is Reads.number else "@")


def test_periods_across_are_explained_and_kept_as_text(template):
    sheet = template["by year"]
    assert "2025-Q1" in sheet.cell(1, sheet.max_column).comment.text
    assert column_format(sheet, sheet.max_column + 1) == "@"


def test_the_explanation_names_every_sheet_and_comes_in_both_languages(tmp_path, template):
    write_template(tmp_path / "zh.xlsx", lang="zh")
    chinese = openpyxl.load_workbook(tmp_path / "zh.xlsx")
    assert chinese[READ_ME]["A1"].value == "填写说明"
    for workbook in (template, chinese):
        named = {cell.value for cell in workbook[READ_ME]["A"]}
        assert {sheet.name for sheet in SHEETS} <= named


def test_a_place_that_cannot_be_written_to_is_a_user_error(tmp_path: Path):
    with pytest.raises(CallError, match="Cannot write"):
        write_template(tmp_path / "nowhere" / "empty.xlsx")
