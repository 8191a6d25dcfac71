"""One target's sheet: the sentence, the chart, what the verdict rests on, and the figures of its headline series."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from xlsxwriter.worksheet import Worksheet

from etl import catalogue
from etl.judge.ahead import Ahead
from etl.judge.odds import chance_sentence
from etl.judge.sentences import sentence
from etl.judge.wording import rough
from etl.report.book import Book, Field, Jump
from etl.report.chart import Drawing, Line, axis_end, draw, is_hollow
from etl.report.fields import badge_words, chance_value, fields, observed_value, target_value, word
from etl.report.forecast import write_forecast
from etl.report.frames import Row, named, unit_of
from etl.report.marks import INK, MARKS, MUTED
from etl.report.numbers import Bounded, display
from etl.report.panel import write_panel
from etl.report.path import Points, required_path, target_points
from etl.report.registers import observation_fields
from etl.report.scoreboard import ratio_is_quotient
from etl.report.text import Text
from etl.vocabulary import Firmness, Kind, Method, Reason, Status

WIDE = 11  # last column of texts that run across the sheet
INPUTS = 5  # row (from 0) of the heading above the inputs
CHART_ROW, CHART_COLUMN = 5, 4  # of its upper left corner
BELOW_CHART = 27
PERIOD_END, VALUE = 1, 2  # columns of the figures' table that the chart reads, beside its last two


@dataclass(frozen=True)
class TargetPart:
    """What one target's sheet shows: its status row, its headline's figures, milestones, the bases' names, its
    forecast where it has a chance, and its verdict by every method."""

    row: dict
    observations: Sequence[dict]
    milestones: Sequence[tuple]
    bases: dict[str, str]
    ahead: Ahead | None = None
    panel: Sequence[dict] = ()


def write_target_sheet(book: Book, name: str, part: TargetPart, back: bool = True) -> Worksheet:
    """Writes the sheet `name`; `back` puts a link to the scoreboard under the title."""
    sheet = book.sheet(name)
    below = _write_inputs(book, sheet, part.row)
    path, marks, below = _write_path(book, sheet, part, below + 1)
    rows = _in_drawing_order(part)
    top = max(BELOW_CHART, below + 1)
    forecast = None
    if part.ahead:
        forecast, top = write_forecast(book, sheet, part.row, part.ahead, top)
    first = _write_figures(book, sheet, part.row["target_id"], rows, top)
    _write_head(book, sheet, part.row, back)
    observed = _observed_lines(book, part, rows, first)
    chart = _drawing(part.row, book.text.lang, (observed, path, marks, forecast)) if observed else None
    if chart:
        draw(book, sheet, (CHART_ROW, CHART_COLUMN), chart)
    last = first + max(len(rows), 1)
    if part.panel:
        last = write_panel(book, sheet, part.row, part.panel, (last + 1, WIDE))
    sheet.print_area(0, 0, last, WIDE)
    _write_remarks(book, sheet, rows, chart)
    sheet.freeze_panes(2, 0)
    return sheet


def _figure_fields(text: Text) -> list[Field]:
    """The columns of figures, and their values again as the chart marks them: filled or hollow."""

    def marked(hollow: bool) -> Callable[[dict], float | None]:
        return lambda row: row["value"] if is_hollow(row) == hollow else None

    drawn = ("drawn_filled", 10, "number", marked(False)), ("drawn_hollow", 10, "number", marked(True))
    return [*observation_fields(text), *fields(text, *drawn)]


def _write_figures(book: Book, sheet: Worksheet, target_id: str, rows: Sequence[dict], top: int) -> int:
    """Writes the table of figures with its header in row `top` and gives its first data row."""
    first, _last = book.table(sheet, f"figures_{target_id}", _figure_fields(book.text), rows, top)
    book.widen(sheet, 0, 25)
    book.widen(sheet, 1, 18)
    sheet.repeat_rows(top)
    return first


def _drawing(row: Row, lang: str, lines: tuple) -> Drawing:
    """What the chart shows: `lines` are the observed ones, the path, the target and the forecast."""
    observed, path, marks, forecast = lines
    title = named(row, "name", lang)
    verdict = catalogue.flow((sentence(row, lang), chance_sentence(row, lang)), lang)
    alternative = Text(lang)("chart", title=title, verdict=verdict)
    last = len(_figure_fields(Text(lang))) - 1
    columns = (PERIOD_END, VALUE, last - 1, last)
    return Drawing(title, alternative, unit_of(row, lang), observed, path, marks, columns, forecast)


def _write_head(book: Book, sheet: Worksheet, row: Row, back: bool) -> None:
    text, lang = book.text, book.text.lang
    sheet.set_row(0, 24)
    book.put(sheet, (0, 0), named(row, "name", lang), bold=True, font_size=16)
    known = text("as_known", day=text.day(book.as_of), method=Method(row["method"]).label(lang))
    book.put(sheet, (1, 1 if back else 0), known, font_color=MUTED)
    if back:
        book.put(sheet, (1, 0), Jump(text("sheet.scoreboard"), text("back")))
    book.put_across(sheet, 2, sentence(row, lang), WIDE, font_size=12)
    book.put_across(sheet, 3, named(row, "statement", lang), WIDE, font_color=MUTED)


def _write_inputs(book: Book, sheet: Worksheet, row: Row) -> int:
    """Writes label, value and remark, a line each, and gives the row after them. Absent values are left out."""
    book.put(sheet, (INPUTS, 0), book.text("inputs"), bold=True, bottom=1, bottom_color=INK)
    place = INPUTS
    cells: dict[str, str] = {}
    for key, value, remark, shape in _inputs(book, row):
        if value is None or value == "":
            continue
        place += 1
        cells[key] = f"B{place + 1}"
        book.put(sheet, (place, 0), book.text(key), font_color=MUTED)
        book.put(sheet, (place, 1), value, "text" if isinstance(value, str) else shape, align="left")
        if remark:
            book.put(sheet, (place, 2), remark, font_color=MUTED)
    _write_formulas(book, sheet, row, cells)
    return place + 1


def _inputs(book: Book, row: Row) -> list[tuple[str, object, object, str]]:
    text, lang = book.text, book.text.lang
    unit, is_rate = unit_of(row, lang), row["kind"] == Kind.growth_per_year
    pace = text("per_year").strip() if is_rate else unit
    published = f"{row['period'] or ''}  {row['published_on'] or ''}".strip()
    second = f"{row['second_period'] or ''}  {row['second_basis'] or ''}".strip()
    return [
        ("status", f"{MARKS[Status(row['status'])].symbol} {word(Status, row['status'], text)}", None, "text"),
        ("reason", word(Reason, row["reason"], text), None, "text"),
        ("last_class", word(Status, row["detail"], text), None, "text"),
        ("stated", row["stated"], word(Firmness, row["firmness"], text), "text"),
        ("document", named(row, "short", lang), None, "text"),
        ("issued", row["issued"], None, "text"),
        ("baseline", row["baseline_value"], row["baseline_period"], "number"),
        ("latest_row", observed_value(row, text), published, "number"),
        ("second", row["second_value"], second, "number"),
        ("target_value", target_value(row, text), None if is_rate else unit, "number"),
        ("deadline", row["deadline"], None, "text"),
        ("progress_share", row["progress_share"], None, "share"),
        ("time_share", row["time_share"], None, "share"),
        ("required_value", row["required_value"], unit, "worked"),
        ("ratio", row["ratio"], Method(row["method"]).label(lang), "worked"),
        ("actual_per_year", row["actual_per_year"], pace, "worked"),
        ("required_per_year", row["required_per_year"], pace, "worked"),
        ("chance", chance_value(row, text), None, "chance"),
        ("expected", None if row["expected"] is None else rough(row["expected"]), unit, "worked"),
        ("badges_column", badge_words(row, text), None, "text"),
    ]


def _write_formulas(book: Book, sheet: Worksheet, row: Row, cells: dict[str, str]) -> None:
    """Formulas beside their values where they give the same: the distance closed and the ratio."""
    if {"baseline", "latest_row", "target_value", "progress_share"} <= cells.keys() and _share_is_plain(row):
        base, latest, target = (cells[key] for key in ("baseline", "latest_row", "target_value"))
        formula = f"=({latest}-{base})/({target}-{base})"
        place = _place(cells["progress_share"])
        book.put_formula(sheet, place, formula, row["progress_share"], num_format="#,##0%", align="left")
    if {"progress_share", "time_share", "ratio"} <= cells.keys() and ratio_is_quotient(row):
        formula = f"={cells['progress_share']}/{cells['time_share']}"
        book.put_formula(sheet, _place(cells["ratio"]), formula, row["ratio"], num_format="0.00", align="left")


def _place(cell: str) -> tuple[int, int]:
    return int(cell[1:]) - 1, 1


def _share_is_plain(row: Row) -> bool:
    base, value, target = row["baseline_value"], row["value"], row["target_value"]
    if row["kind"] == Kind.growth_per_year or target == base:
        return False
    return abs((value - base) / (target - base) - row["progress_share"]) <= 1e-9 * max(1.0, abs(row["progress_share"]))


def _write_path(book: Book, sheet: Worksheet, part: TargetPart, top: int) -> tuple[Line | None, Line | None, int]:
    """Writes the points of the path and of the target, and gives them as lines, with the row after them."""
    text = book.text
    path, ends = required_path(part.row, part.milestones), target_points(part.row)
    path_line, below = _write_points(book, sheet, text("path"), path, top)
    if path and path[-1:] == ends:  # the target's point stands in the path's last row already
        label = display(target_value(part.row, text))
        return path_line, Line(text("target"), (below - 1, below - 1), ends, label), below
    target, below = _write_points(book, sheet, text("target"), ends, below + 1 if path else top)
    if target:
        target = Line(target.name, target.rows, ends, display(target_value(part.row, text)))
    return path_line, target, below


def _write_points(book: Book, sheet: Worksheet, name: str, points: Points, top: int) -> tuple[Line | None, int]:
    if not points:
        return None, top
    book.put(sheet, (top, 0), name, bold=True, bottom=1, bottom_color=INK)
    for place, (day, value) in enumerate(points, start=top + 1):
        book.put(sheet, (place, 0), day)
        book.put(sheet, (place, 1), value, "worked", align="left")
    return Line(name, (top + 1, top + len(points)), points), top + len(points) + 1


def _in_drawing_order(part: TargetPart) -> list[dict]:
    """Figures that decide first, by basis (the target's own first) and period, so that each line stands together."""
    own = part.row["second_basis"] or part.row["basis"] or ""

    def order(row: dict) -> tuple:
        return not row["decides"], (row["basis"] or "") != own, row["basis"] or "", row["period_end"], row["period"]

    return sorted(part.observations, key=order)


def _observed_lines(book: Book, part: TargetPart, rows: Sequence[dict], first: int) -> tuple[Line, ...]:
    deciding = [(place, row) for place, row in enumerate(rows, start=first) if row["decides"]]
    groups = [(basis, list(group)) for basis, group in groupby(deciding, key=lambda item: item[1]["basis"] or "")]
    return tuple(_observed_line(book, part, group, len(groups) > 1) for _, group in groups)


def _observed_line(book: Book, part: TargetPart, group: Sequence[tuple[int, dict]], is_named: bool) -> Line:
    rows = [row for _, row in group]
    basis = part.bases.get(rows[0]["basis"], rows[0]["basis"])
    name = book.text("observed_on", basis=basis) if is_named else book.text("observed")
    return Line(
        name,
        (group[0][0], group[-1][0]),
        tuple((row["period_end"], row["value"]) for row in rows),
        display(observed_value(rows[-1], book.text) or Bounded(rows[-1]["value"])),
        tuple(is_hollow(row) for row in rows),
    )


def _write_remarks(book: Book, sheet: Worksheet, rows: Sequence[dict], chart: Drawing | None) -> None:
    """Two lines below the chart: whose figures it shows as known when, and what it leaves out."""
    text = book.text
    publishers = dict.fromkeys(named(row, "publisher", text.lang) for row in rows)
    source = text(
        "source_line", publishers=text("list.separator").join(filter(None, publishers)), day=text.day(book.as_of)
    )
    left_out = sum(not row["decides"] for row in rows)
    said = [text("part_year", count=left_out)] if left_out else []
    said += [text("forecast_beyond")] if chart and axis_end(chart) else []
    remark = catalogue.flow(said, text.lang)
    for place, line in enumerate((source, remark) if rows else (None, text("no_chart")), start=BELOW_CHART - 2):
        book.put(sheet, (place, CHART_COLUMN), line, font_color=MUTED, italic=True)
