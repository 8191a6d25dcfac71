"""The forecast on a target's sheet: a table by year, and the lines that the chart draws of it."""

from xlsxwriter.worksheet import Worksheet

from etl.judge.ahead import Ahead
from etl.judge.odds import BAND, percent
from etl.judge.wording import rough
from etl.report.book import Book
from etl.report.chart import Forecast, Line
from etl.report.frames import Row
from etl.report.marks import INK, MUTED, SHADE
from etl.report.numbers import plain_number

COLUMNS = ("central", "low_80", "high_80", "low_95", "high_95")


def write_forecast(book: Book, sheet: Worksheet, row: Row, ahead: Ahead, top: int) -> tuple[Forecast, int]:
    """Writes the table from row `top` on, and gives its lines and the row after it. Values have three digits.

    Its first row is the last figure, where the forecast begins.
    """
    text = book.text
    book.put(sheet, (top, 0), text("forecast"), bold=True)
    book.put(sheet, (top, 1), text("forecast_lead"), font_color=MUTED)
    lines = [ahead.central, *(end for share in (80, 95) for end in ahead.bands[share])]
    for column, name in enumerate(("day", *COLUMNS)):
        place = "left" if column == 0 else "right"
        look = {"bold": True, "bottom": 1, "bottom_color": INK, "bg_color": SHADE, "align": place}
        book.put(sheet, (top + 1, column), text(f"forecast_column.{name}"), **look)
    for place, day in enumerate(ahead.days):
        book.put(sheet, (top + 2 + place, 0), day)
        for column, line in enumerate(lines, start=1):
            book.put(sheet, (top + 2 + place, column), rough(line[place]), "worked", align="right")
    rows = top + 2, top + 1 + len(ahead.days)
    chance = percent(row["chance"], text.lang)
    middle = _line(text("forecast_named", chance=chance), rows, ahead, ahead.central)
    low, high = (_line(text("band"), rows, ahead, end) for end in ahead.bands[BAND])
    return Forecast(middle, low, high), rows[1] + 2


def _line(name: str, rows: tuple[int, int], ahead: Ahead, values: list[float]) -> Line:
    points = tuple(zip(ahead.days, map(rough, values), strict=True))
    return Line(name, rows, points, plain_number(points[-1][1]))
