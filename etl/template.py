"""The empty workbook that analysts fill in, made from `etl.sheets`."""

import io
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from etl import catalogue
from etl.catalogue import Catalogue
from etl.errors import CallError
from etl.sheets import SHEETS, Column, Reads, Sheet

READ_ME = "_read me"
LAST_ROW = 1_048_575  # the last row of a sheet, from 0
PERIOD_COLUMNS = 40  # columns kept as text for the periods of a sheet that has them across

WIDTHS = {Reads.code: 20, Reads.codes: 24, Reads.text: 34, Reads.choice: 16, Reads.link: 40, Reads.statement: 24}


def write_template(out: Path, lang: str = "en") -> None:
    """Writes an empty workbook: a sheet that explains, then every sheet of `etl.sheets` with its headers.

    Required headers are bold, each has a note with its meaning, closed lists drop down. `lang` ("en" or "zh") is
    the language of the explanations; headers and codes are the same in both. Raises CallError where `out` cannot
    be written to.
    """
    words = catalogue.of("template", lang)
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    _write_read_me(workbook, words)
    for sheet in SHEETS:
        _write_sheet(workbook, sheet, words)
    workbook.close()
    try:
        out.write_bytes(buffer.getvalue())
    except OSError as error:
        raise CallError(
            f"Cannot write {out}: {error.strerror}. Close the file elsewhere or name another place."
        ) from error


def _write_read_me(workbook: xlsxwriter.Workbook, words: Catalogue) -> None:
    sheet = workbook.add_worksheet(READ_ME)
    sheet.hide_gridlines(2)
    _set_up_print(sheet)
    link = workbook.add_format({"font_color": "#00429D", "underline": 1, "valign": "top"})
    wrap, bold = workbook.add_format({"text_wrap": True, "valign": "top"}), workbook.add_format({"bold": True})
    for column, width in enumerate((18, 60, 60)):
        sheet.set_column(column, column, width, wrap)
    sheet.write_string(0, 0, words("title"), workbook.add_format({"bold": True, "font_size": 16}))
    lines = [words(key) for key in ("rows", "sheets", "figures", "periods", "days", "text")]
    for row, line in enumerate(lines, start=2):
        sheet.merge_range(row, 0, row, 2, line, wrap)
        sheet.set_row(row, 32)
    top = len(lines) + 3
    sheet.write_row(top, 0, [words("sheet"), words("holds"), words("needed")], bold)
    for row, described in enumerate(SHEETS, start=top + 1):
        needed = ", ".join(column.name for column in described.columns if column.required)
        sheet.write_url(row, 0, f"internal:'{described.name}'!A1", link, described.name)
        sheet.write_row(row, 1, [described.note, needed], wrap)
        sheet.set_row(row, 32)


def _set_up_print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write_sheet(workbook: xlsxwriter.Workbook, described: Sheet, words: Catalogue) -> None:
    sheet = workbook.add_worksheet(described.name)
    text = workbook.add_format({"num_format": "@", "valign": "top"})
    required = workbook.add_format({"bold": True, "bg_color": "#F4F5F7", "bottom": 1})
    optional = workbook.add_format({"bg_color": "#F4F5F7", "bottom": 1})
    for place, column in enumerate(described.columns):
        _write_column(sheet, place, column, (required if column.required else optional, text))
        _write_choices(sheet, place, column, words)
    end = len(described.columns)
    if described.has_period_columns:
        sheet.set_column(end, end + PERIOD_COLUMNS - 1, 10, text)
        note = f"{described.columns[-1].note}. {words('across')}"
        sheet.write_comment(0, end - 1, note, {"x_scale": 2, "y_scale": 2})
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _set_up_print(sheet)
    # Figures are typed as text on purpose; Excel need not mark each of them.
    sheet.ignore_errors({"number_stored_as_text": f"A2:BZ{LAST_ROW + 1}"})


def _write_column(sheet: Worksheet, place: int, column: Column, formats: tuple[Format, Format]) -> None:
    header, text = formats
    sheet.set_column(place, place, WIDTHS.get(column.reads, 16), None if column.reads is Reads.number else text)
    sheet.write_string(0, place, column.name, header)
    sheet.write_comment(0, place, column.note, {"x_scale": 1.6, "y_scale": 0.9})


def _write_choices(sheet: Worksheet, place: int, column: Column, words: Catalogue) -> None:
    if column.choice is None:
        return
    codes = [str(code) for code in column.choice]
    rule = {"validate": "list", "source": codes, "error_type": "warning", "error_title": words("choice")}
    rule["error_message"] = words("choice_help", codes=", ".join(codes))
    sheet.data_validation(1, place, LAST_ROW, place, rule)
