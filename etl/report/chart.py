"""A target's chart, native to the workbook: observed, required path and target over real dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, cycle
from math import floor, log10

from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from etl.judge.wording import rough
from etl.report.book import FONTS, Book
from etl.report.marks import HAIRLINE, INK, LINE, MUTED
from etl.vocabulary import Flag, Qualifier

OTHER_BASES = ("#7A8CA8", "#A89B7A", "#8A8A8A")
BAND = "#9DB0CC"  # ends of the forecast's band
MOST_ABOVE = 1.5  # how far the axis is widened for a forecast, in heights of all else
PALE = "#9DB4D6"  # of hollow markers: not every program draws a border around white
SIZE = {"width": 760, "height": 400}
DAYS_A_YEAR = 365.25
AXIS_STARTS = (12, 28)  # a tick just before the year's end carries that year's label whatever the leap years


@dataclass(frozen=True)
class Line:
    """Points of one line: a name, the cells they stand in (first and last row), and their values by day.

    `hollow` says of each point whether it is drawn hollow; `label` stands beside the last point.
    """

    name: str
    rows: tuple[int, int]
    points: tuple[tuple[date, float], ...]
    label: str = ""
    hollow: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Forecast:
    """Lines of a forecast with the columns of their values, days in A: the middle and both ends of the 80 % band."""

    middle: Line
    low: Line
    high: Line
    columns: tuple[int, int, int] = (1, 2, 3)

    @property
    def lines(self) -> tuple[Line, Line, Line]:
        """The three lines."""
        return self.middle, self.low, self.high


@dataclass(frozen=True)
class Drawing:
    """What a chart shows. Days stand in `day_column`, values in `value_column` of the sheet, the path's in A and B."""

    title: str
    alternative: str  # what the chart says, for readers who do not see it
    unit: str
    observed: tuple[Line, ...]
    path: Line | None
    target: Line | None
    columns: tuple[int, int, int, int]  # of the observed lines' days, values, filled and hollow values
    forecast: Forecast | None = None

    @property
    def lines(self) -> list[Line]:
        """All lines but the forecast's."""
        return [line for line in (*self.observed, self.path, self.target) if line]


def is_hollow(row: dict) -> bool:
    """Whether a figure is drawn hollow: provisional, approximate, or only a bound."""
    return bool(row["flag"] and row["flag"] != Flag.derived) or row["qualifier"] not in (None, Qualifier.exact)


def draw(book: Book, sheet: Worksheet, cell: tuple[int, int], drawing: Drawing) -> Chart:
    """Inserts the chart with its upper left corner in `cell`. Lines are straight; nothing is smoothed."""
    chart = book.workbook.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    name = sheet.get_name()
    series = _observed_series(name, drawing, book.text("hollow"))
    if drawing.path:
        series.append(_path(name, drawing.path))
    if drawing.forecast:
        series += _forecast_series(name, drawing)
    if drawing.target:
        series.append(_target(name, drawing.target, _label_place(drawing)))
    for one in series:
        chart.add_series(one)
    _finish(book, chart, drawing)
    font = {"name": FONTS[book.text.lang], "color": MUTED, "size": 9}
    named = [one["name"] for one in series]
    untold = [place for place, one in enumerate(named) if not one or one in named[:place]]
    chart.set_legend({"position": "bottom", "font": font, "delete_series": untold})
    sheet.insert_chart(*cell, chart, {"description": drawing.alternative, "object_position": 2})
    return chart


def _observed_series(name: str, drawing: Drawing, hollow_name: str) -> list[dict]:
    """Each line with its markers. A line with hollow ones has them as series of their own: the looks of single
    points, and which series lies above, differ between programs."""
    series, (day, value, filled, hollow) = [], drawing.columns
    for line, colour in zip(drawing.observed, chain([LINE], cycle(OTHER_BASES)), strict=False):
        if not any(line.hollow):
            series.append(_observed(name, line, (day, value), colour) | _markers(colour, colour))
            continue
        series.append(_observed(name, line, (day, value), colour) | {"marker": {"type": "none"}})
        series.append(_only_markers(name, line, (day, filled), False) | _markers(colour, colour) | {"name": ""})
        series.append(_only_markers(name, line, (day, hollow), True) | _markers(PALE, colour) | {"name": hollow_name})
    return series


def _only_markers(name: str, line: Line, columns: tuple[int, int], hollow: bool) -> dict:
    # Given the values, XlsxWriter leaves empty cells out of the chart's copy of them instead of writing 0.
    values = [
        value if is_open == hollow else None for (_, value), is_open in zip(line.points, line.hollow, strict=True)
    ]
    return _cells(name, line, columns) | {"line": {"none": True}, "values_data": values}


def _markers(fill: str, border: str) -> dict:
    return {"marker": {"type": "circle", "size": 6, "fill": {"color": fill}, "border": {"color": border}}}


def _cells(name: str, line: Line, columns: tuple[int, int]) -> dict:
    first, last = line.rows
    day, value = columns
    return {"name": line.name, "categories": [name, first, day, last, day], "values": [name, first, value, last, value]}


def _observed(name: str, line: Line, columns: tuple[int, int], colour: str) -> dict:
    look = {"line": {"color": colour, "width": 2}, "data_labels": _last_label(line, "above", colour)}
    return _cells(name, line, columns) | look


def _path(name: str, line: Line) -> dict:
    return _cells(name, line, (0, 1)) | {
        "line": {"color": MUTED, "width": 1, "dash_type": "dash"},
        "marker": {"type": "none"},
    }


def _forecast_series(name: str, drawing: Drawing) -> list[dict]:
    """The middle dotted, the ends of the band thin, each without markers; the label is left out beyond the axis."""
    forecast, end = drawing.forecast, axis_end(drawing)
    bare = {"marker": {"type": "none"}}
    middle, low, high = (
        _cells(name, line, (0, column)) for line, column in zip(forecast.lines, forecast.columns, strict=True)
    )
    middle |= bare | {"line": {"color": LINE, "width": 2, "dash_type": "round_dot"}}
    if end is None or forecast.middle.points[-1][1] <= end:
        is_below = drawing.target and forecast.middle.points[-1][1] < drawing.target.points[-1][1]
        middle["data_labels"] = _last_label(forecast.middle, "below" if is_below else "above", LINE)
    thin = {"line": {"color": BAND, "width": 1.25}}
    return [middle, *(edge | bare | thin for edge in (low, high))]


def axis_end(drawing: Drawing) -> float | None:
    """Where the axis of values ends so that a forecast that lies far off does not squeeze all else; None: by itself."""
    if drawing.forecast is None:
        return None
    known = [value for line in drawing.lines for _day, value in line.points]
    most = max(known) + MOST_ABOVE * (max(known) - min(0, *known))
    ahead = max(value for line in drawing.forecast.lines for _day, value in line.points)
    return rough(most, 2) if max(known) > 0 and ahead > most else None


def _target(name: str, line: Line, position: str) -> dict:
    return _cells(name, line, (0, 1)) | {
        "line": {"color": INK, "width": 3} if len(line.points) > 1 else {"none": True},
        "marker": {"type": "diamond", "size": 10, "fill": {"color": INK}, "border": {"color": INK}},
        "data_labels": _last_label(line, position, INK),
    }


def _label_place(drawing: Drawing) -> str:
    """Below the mark where the figures or the forecast stand above it, so that the labels keep apart."""
    deadline, value = drawing.target.points[-1]
    if drawing.forecast:
        return "below" if drawing.forecast.middle.points[-1][1] >= value else "above"
    by_then = [point for point in drawing.observed[0].points if point[0] <= deadline]
    return "below" if by_then and by_then[-1][1] > value else "above"


def _last_label(line: Line, position: str, colour: str) -> dict:
    """A label at the last point only, with the number as it was published."""
    silent = [{"delete": True}] * (len(line.points) - 1)
    font = {"color": colour, "bold": True, "size": 10}
    return {"value": True, "position": position, "custom": [*silent, {"value": line.label, "font": font}]}


def _finish(book: Book, chart: Chart, drawing: Drawing) -> None:
    font = {"name": FONTS[book.text.lang], "color": MUTED, "size": 9, "bold": False}
    points = [point for line in drawing.lines for point in line.points]
    points += [point for line in drawing.forecast.lines for point in line.points] if drawing.forecast else []
    title = {"name": FONTS[book.text.lang], "color": INK, "size": 12, "bold": True}
    chart.set_title({"name": drawing.title, "name_font": title, "overlay": False})
    chart.set_x_axis(_days([day for day, _ in points]) | {"num_font": font, "line": {"color": INK}})
    start = axis_start([value for _, value in points], drawing.unit)
    name = drawing.unit if start in (0, None) else book.text("axis_cut", unit=drawing.unit)
    grid = {"visible": True, "line": {"color": HAIRLINE, "width": 0.75}}
    # "General" alone would take over the format of the first cell drawn.
    number = "#,##0" if max(abs(value) for _, value in points) >= 1000 else "General;-General"
    axis = {
        "name": name,
        "name_font": font,
        "num_font": font,
        "num_format": number,
        "min": start,
        "max": axis_end(drawing),
    }
    chart.set_y_axis(axis | {"major_gridlines": grid, "line": {"none": True}})
    chart.set_size(SIZE)
    chart.set_chartarea({"border": {"none": True}})


def _days(days: Sequence[date]) -> dict:
    """The time axis: whole years, labelled by year, at most about ten labels."""
    first, last = min(days).year - 1, max(days).year
    step = max(1, -(-(last - first) // 10))
    return {
        "num_format": "yyyy",
        "date_axis": False,
        "min": _serial(date(first, *AXIS_STARTS)),
        "max": _serial(date(last, *AXIS_STARTS)) + DAYS_A_YEAR * ((first - last) % step + 0.25),
        "major_unit": DAYS_A_YEAR * step,
        "major_gridlines": {"visible": False},
        "crossing": "min",
        "label_position": "low",
    }


def _serial(day: date) -> int:
    """Excel's number of a day (from 1900 on)."""
    return (day - date(1899, 12, 30)).days


def axis_start(values: Sequence[float], unit: str) -> float | None:
    """Where the value axis starts: 0, unless all values lie close together far from it; None where some are below 0.

    Shares (unit beginning with %) always start at 0.
    """
    low, high = min(values), max(values)
    if low < 0:
        return None
    if unit.startswith("%") or high - low >= 0.3 * high or high == low:
        return 0
    step = 10 ** floor(log10(high - low))
    return floor(low / step - 1) * step
