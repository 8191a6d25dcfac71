"""A workbook being written: formats, cells that are safe to write, and tables from a description of their columns."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from etl.errors import CallError
from etl.report.fit import (
    CENTRED,
    WRAPPED,
    cell_height,
    column_width,
    line_count,
    pages_across,
    row_height,
    text_height,
)
from etl.report.marks import HAIRLINE, INK, LINE, MUTED, SHADE
from etl.report.numbers import NUMBERS, Bounded, number_format
from etl.report.text import Text

MAX_TEXT = 32767  # characters in a cell, Excel's limit
MAX_URL = 2079  # characters in a link, Excel's limit
MAX_LINKS = 65_530  # on a sheet, Excel's limit; addresses after them are texts
EVERYWHERE = "A1:BZ1048576"
A4 = 9
PRINTED_WIDTH = 220  # characters that a landscape A4 page shows in letters of seven points
FILTER_BUTTON = 15  # points, below a header's text
DAY = {"num_format": "yyyy-mm-dd", "align": "left"}
FONTS = {"en": "Calibri", "zh": "Microsoft YaHei"}
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_ESCAPED_IN_URLS = re.compile(r'[\s"<>\[\]`^{}]')


@dataclass(frozen=True)
class Field:
    """A column of a table: header, how wide, what its cells hold and how they are written.

    `shape` is one of text, wrap, mark, number, worked (a number worked out), share, change (a share with its sign),
    chance (a share, or a text that wraps) and url; `value` takes a row and gives the cell's value.
    """

    header: str
    width: float
    shape: str
    value: Callable[[dict], object]


@dataclass(frozen=True)
class Jump:
    """A link to another sheet of the workbook."""

    sheet: str
    text: str


class Book:
    """A workbook in one language. Nothing reaches the disk before `save`."""

    def __init__(self, text: Text, as_of: date):
        self.text = text
        self.as_of = as_of
        self._buffer = io.BytesIO()
        self.workbook = xlsxwriter.Workbook(self._buffer, OPTIONS)
        # A fixed day instead of the clock: the same inputs give the same file.
        created = datetime(as_of.year, as_of.month, as_of.day)
        self.workbook.set_properties({"title": text("title"), "author": "Milepost", "created": created})
        self._formats: dict[tuple, xlsxwriter.format.Format] = {}
        self._tables: set[str] = set()
        self._widths: dict[tuple[str, int], float] = {}

    def save(self, out: Path) -> None:
        """Writes the file. Raises CallError where the place cannot be written to."""
        self.workbook.close()
        try:
            out.write_bytes(self._buffer.getvalue())
        except OSError as error:
            raise CallError(
                f"Cannot write {out}: {error.strerror}. Close the file elsewhere or name another place."
            ) from error

    def format(self, **properties) -> xlsxwriter.format.Format:
        """A cell format with these properties; one object for the same properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            font = {"font_name": FONTS[self.text.lang], "font_size": 10, "font_color": INK, "valign": "top"}
            self._formats[key] = self.workbook.add_format(font | properties)
        return self._formats[key]

    def sheet(self, name: str) -> Worksheet:
        """A new sheet without grid lines, set up for print: landscape A4, as wide as one page."""
        sheet = self.workbook.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        # Periods such as 2024 are texts, and some ratios have no formula: neither is a mistake to be marked.
        marked = ("number_stored_as_text", "formula_differs", "calculated_column")
        sheet.ignore_errors(dict.fromkeys(marked, EVERYWHERE))
        sheet.set_footer(f"&L&8{self.text('footer', day=self.text.day(self.as_of))} · &A&R&8&P / &N")
        return sheet

    def put(self, sheet: Worksheet, cell: tuple[int, int], value: object, shape: str = "text", **properties) -> None:
        """Writes a value by its type: number, day, text; nothing for None. `shape` as in Field."""
        row, column = cell
        if value is None or value == "":
            sheet.write_blank(row, column, None, self.format(**properties))
        elif isinstance(value, Bounded):
            number = number_format(value.value, value.before, value.after)
            sheet.write_number(row, column, value.value, self.format(num_format=number, **properties))
        elif isinstance(value, Jump):
            look = self.format(**({"font_color": LINE, "underline": 1, "text_wrap": shape in WRAPPED} | properties))
            sheet.write_url(row, column, "internal:'" + value.sheet.replace("'", "''") + "'!A1", look, value.text)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.format(**(DAY | properties)))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            number = NUMBERS.get(shape, number_format)(value)
            sheet.write_number(row, column, value, self.format(**({"num_format": number} | properties)))
        elif shape == "url" and is_link(value) and sheet.hlink_count < MAX_LINKS:
            look = self.format(font_color=MUTED, underline=1, text_wrap=True, **properties)
            sheet.write_url(row, column, value, look, value)
        else:
            self.put_text(sheet, cell, str(value), text_wrap=shape in WRAPPED, **properties)

    def put_text(self, sheet: Worksheet, cell: tuple[int, int], text: str, **properties) -> None:
        """Writes a text as a text. One that could be taken for a formula keeps Excel's text mark, also when edited."""
        if text.startswith(("=", "+", "-", "@", "\t", "\r")):
            properties |= {"quote_prefix": True}
        if len(text) > MAX_TEXT:
            text = text[: MAX_TEXT - 4] + " […]"
        sheet.write_string(*cell, text, self.format(**properties))

    def put_across(self, sheet: Worksheet, row: int, text: str, last: int, first: int = 0, **properties) -> None:
        """Writes a text across the columns `first` to `last`, wrapped, in a row high enough for it."""
        width = sum(self._width(sheet, column) for column in range(first, last + 1))
        size = properties.get("font_size", 10)
        lines = line_count(text, width * 10 / size)
        sheet.merge_range(row, first, row, last, "", self.format(text_wrap=True, **properties))
        self.put_text(sheet, (row, first), text, text_wrap=True, **properties)
        sheet.set_row(row, lines * size * 1.4)

    def widen(self, sheet: Worksheet, column: int, width: float) -> None:
        """Sets the width of a column, in characters."""
        self._widths[sheet.get_name(), column] = width
        sheet.set_column(column, column, width)

    def _width(self, sheet: Worksheet, column: int) -> float:
        return self._widths.get((sheet.get_name(), column), 8.43)

    def put_formula(self, sheet: Worksheet, cell: tuple[int, int], formula: str, value: float, **properties) -> None:
        """Writes a formula together with its value, so that readers that do not calculate see it too."""
        sheet.write_formula(*cell, formula, self.format(**properties), value)

    def table(
        self, sheet: Worksheet, name: str, fields: Sequence[Field], rows: Sequence[dict], top: int = 0
    ) -> tuple[int, int]:
        """Writes rows as an Excel table whose header stands in row `top` (from 0); gives its first and last data row.

        A table without rows gets one empty row, because Excel repairs a table that has none.
        """
        last = top + max(len(rows), 1)
        columns = [{"header": field.header, "header_format": self._header(field)} for field in fields]
        style = {
            "name": self._table_name(name),
            "columns": columns,
            "style": "Table Style Light 1",
            "banded_rows": False,
        }
        sheet.add_table(top, 0, last, len(fields) - 1, style)
        cells = [[field.value(row) for field in fields] for row in rows]
        for column, field in enumerate(fields):
            self.widen(sheet, column, column_width(field.shape, field.width, (line[column] for line in cells)))
        for place, line in enumerate(cells, start=top + 1):
            self._put_row(sheet, place, fields, line)
        points = max(text_height(field.header, self._width(sheet, place) - 2) for place, field in enumerate(fields))
        sheet.set_row(top, row_height(points) + FILTER_BUTTON)
        return top + 1, last

    def _header(self, field: Field) -> xlsxwriter.format.Format:
        # The text stands at the top: Excel draws the filter's button over the lower right corner.
        return self.format(bold=True, text_wrap=True, bg_color=SHADE, bottom=1, bottom_color=INK, **_aligned(field))

    def _put_row(self, sheet: Worksheet, place: int, fields: Sequence[Field], line: Sequence[object]) -> None:
        texts = [value.text if isinstance(value, Jump) else str(value or "") for value in line]
        widths = [self._width(sheet, column) for column in range(len(fields))]
        shapes = [field.shape for field in fields]
        points = max(map(cell_height, texts, widths, shapes))
        look = {"bottom": 1, "bottom_color": HAIRLINE, "valign": "vcenter" if points <= CENTRED else "top"}
        for column, (field, value) in enumerate(zip(fields, line, strict=True)):
            self.put(sheet, (place, column), value, field.shape, **look | _aligned(field))
        sheet.set_row(place, row_height(points))  # LibreOffice does not grow a row for wrapped text by itself

    def _table_name(self, wish: str) -> str:
        """The wish as a name that Excel accepts and that no other table of the workbook has."""
        name = _free_name(re.sub(r"[^0-9A-Za-z]", "_", wish), self._tables, "_")
        self._tables.add(name.lower())
        return name

    def table_sheet(
        self, name: str, table: str, fields: Sequence[Field], rows: Sequence[dict], named: int = 1
    ) -> Worksheet:
        """A sheet that is one table: header in the first row, frozen and repeated in print.

        Where it is printed on several pages side by side, each begins with the first `named` columns, which tell what a
        row is about.
        """
        sheet = self.sheet(name)
        self.table(sheet, table, fields, rows)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        widths = [self._width(sheet, column) for column in range(len(fields))]
        pages = pages_across(widths, named, PRINTED_WIDTH)
        sheet.fit_to_pages(pages, 0)
        if pages > 1:
            sheet.repeat_columns(0, named - 1)
        return sheet


def _aligned(field: Field) -> dict:
    """Numbers to the right, symbols in the middle, texts a little in from the number before them."""
    if field.shape == "mark":
        return {"align": "center"}
    return {"align": "right"} if field.shape in ("number", *NUMBERS) else {"align": "left", "indent": 1}


def is_link(text: object) -> bool:
    """Whether a text can be a live link in Excel: a web address within Excel's length."""
    if not isinstance(text, str) or not text.startswith(("https://", "http://")):
        return False
    return len(text) + 2 * len(_ESCAPED_IN_URLS.findall(text)) + text.count("%") * 2 <= MAX_URL


def sheet_names(slugs: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """A sheet name for each slug: at most 31 characters, none that Excel forbids, unique also without case."""
    used = {name.lower() for name in taken} | {"history"}  # Excel keeps the name History to itself
    names = {}
    for slug in slugs:
        wish = re.sub(r"[\[\]:*?/\\]", "-", slug).strip("'") or "target"
        names[slug] = _free_name(_at_a_hyphen(wish), used)
        used.add(names[slug].lower())
    return names


def _at_a_hyphen(name: str) -> str:
    """A name too long for a sheet, cut before the word that does not fit: "platforms-120" must not read platforms-1."""
    return name if len(name) <= 31 else name[:32].rpartition("-")[0] or name


def _free_name(wish: str, used: set[str], joint: str = "-") -> str:
    name, number = wish[:31], 1
    while name.lower() in used:
        number += 1
        tail = f"{joint}{number}"
        name = wish[: 31 - len(tail)] + tail
    return name
