"""The workbook of a comparison: periods down and series across with a chart, the figures one by one, their sources."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain, cycle
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from etl.report.book import FONTS, Book, Field
from etl.report.fields import fields
from etl.report.marks import HAIRLINE, LINE, MUTED
from etl.report.registers import observation_fields, write_sources
from etl.report.text import Text

COLOURS = (LINE, "#7A4B94", "#2C7A6B", "#8A5A2B", "#5C6370", "#A04468")
TOP = 2
"""Row (from 0) of the table's header: below the title and the unit."""

Column = tuple[str, str]  # series' name, basis


def write_comparison(names: tuple[str, str], rows: Sequence[Mapping], out: Path, as_of: date, lang: str) -> None:
    """Writes the workbook of `names` (title, unit) from rows of observations with `series`, `area`, `index` and
    `short`, which tells the series apart.

    The first sheet shows the index where `index_base` is set. A series on two bases has a column for each, so that no
    line joins them. Raises CallError for a place that cannot be written to.
    """
    book = Book(Text(lang), as_of)
    _write_wide(book, names, rows)
    before = fields(book.text, ("series", 34, "wrap", "series"), ("area", 16, "text", "area"))
    after = fields(book.text, ("index", 10, "worked", "index")) if any(row["index_base"] for row in rows) else []
    columns = [*before, *observation_fields(book.text), *after]
    book.table_sheet(book.text("sheet.observations"), "Observations", columns, rows)
    write_sources(book, [], rows)
    book.save(out)


def _write_wide(book: Book, names: tuple[str, str], rows: Sequence[Mapping]) -> Worksheet:
    text = book.text
    sheet = book.sheet(text("sheet.comparison"))
    columns = list(dict.fromkeys((row["short"], row["basis"] or "") for row in rows))
    ends = {row["period"]: row["period_end"] for row in rows}
    periods = sorted(ends, key=lambda period: (ends[period], period))
    shown = {(row["period"], row["short"], row["basis"] or ""): _shown(row) for row in rows}
    lines = [{"period": one, "period_end": ends[one], **_across(shown, one, columns)} for one in periods]
    described = [
        *fields(text, ("period", 12, "text", "period"), ("period_end", 12, "text", "period_end")),
        *(_field(place, header) for place, header in enumerate(_headers(columns))),
    ]
    first, last = book.table(sheet, "Comparison", described, lines, TOP)
    book.put(sheet, (0, 0), names[0], bold=True, font_size=16)
    book.put(sheet, (1, 0), f"{names[1]} · {text('footer', day=text.day(book.as_of))}", font_color=MUTED)
    sheet.freeze_panes(TOP + 1, 1)
    _draw(book, sheet, names, (first, last, len(columns)))
    return sheet


def _shown(row: Mapping) -> float | None:
    return row["index"] if row["index_base"] else row["value"]


def _across(shown: Mapping[tuple, float], period: str, columns: Sequence[Column]) -> dict[str, float | None]:
    return {str(place): shown.get((period, *column)) for place, column in enumerate(columns)}


def _headers(columns: Sequence[Column]) -> list[str]:
    """The series' names, with the basis where a series stands on several."""
    series = [name for name, _basis in columns]
    return [f"{name} ({basis or '–'})" if series.count(name) > 1 else name for name, basis in columns]


def _field(place: int, header: str) -> Field:
    return Field(header, 16, "worked", lambda row: row[str(place)])


def _draw(book: Book, sheet: Worksheet, names: tuple[str, str], extent: tuple[int, int, int]) -> None:
    """A line a column over real dates, to the right of the table."""
    first, last, count = extent
    chart = book.workbook.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    name = sheet.get_name()
    for place, colour in zip(range(count), chain(COLOURS, cycle(["#9AA0A8"])), strict=False):
        column = place + 2
        marker = {"type": "circle", "size": 5, "fill": {"color": colour}, "border": {"color": colour}}
        chart.add_series(
            {
                "name": [name, TOP, column],
                "categories": [name, first, 1, last, 1],
                "values": [name, first, column, last, column],
                "line": {"color": colour, "width": 1.75},
                "marker": marker,
            }
        )
    font = {"name": FONTS[book.text.lang], "color": MUTED, "size": 9, "bold": False}
    chart.set_title({"name": names[0], "overlay": False, "name_font": font | {"size": 12, "bold": True}})
    chart.set_x_axis({"num_format": "yyyy", "num_font": font, "major_gridlines": {"visible": False}})
    grid = {"visible": True, "line": {"color": HAIRLINE, "width": 0.75}}
    chart.set_y_axis({"name": names[1], "name_font": font, "num_font": font, "major_gridlines": grid})
    chart.set_legend({"position": "bottom", "font": font})
    chart.show_blanks_as("span")
    chart.set_size({"width": 760, "height": 420})
    sheet.insert_chart(TOP, count + 3, chart, {"description": names[0], "object_position": 2})
