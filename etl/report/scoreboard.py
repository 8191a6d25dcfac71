"""The sheet with one row a target: where it stands, by which figures, with which reservations."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from etl.report.book import Book, Field, Jump
from etl.report.fields import badge_words, chance_value, fields, observed_value, target_value, word
from etl.report.frames import Row, named, unit_of
from etl.report.marks import INK, MARKS, MUTED, WHITE, Mark
from etl.report.numbers import Bounded
from etl.report.text import Text
from etl.vocabulary import Family, Kind, Method, Reason, Status

KEYS = (
    *("policy", "mark", "status", "target", "latest", "period", "target_value", "unit", "deadline", "progress_share"),
    *("time_share", "chance", "badges_column", "reason", "baseline", "required_value", "ratio", "published"),
    *("last_class", "family", "target_id"),
)
LAST_PRINTED = "badges_column"
"""Columns behind it say how the verdict comes about: they are not printed, so that the others can be read on A4."""
COLUMN = {key: place for place, key in enumerate(KEYS)}
BAR = "#9DB4D6"


def write_scoreboard(book: Book, rows: Sequence[dict], sheets: Mapping[str, str], key: str = "scoreboard") -> Worksheet:
    """Writes the sheet under the name of `key`. `sheets` names the sheet of each target (by id) that has one."""
    text = book.text
    sheet = book.table_sheet(text(f"sheet.{key}"), key.title(), scoreboard_fields(text, sheets), rows)
    sheet.freeze_panes(1, COLUMN["target"] + 1)
    for place, row in enumerate(rows, start=1):
        _write_ratio(book, sheet, place, row)
    last = max(len(rows), 1)
    sheet.print_area(0, 0, last, COLUMN[LAST_PRINTED])
    sheet.fit_to_pages(1, 0)
    _draw_bars(sheet, last)
    colour_marks(book, sheet, last, (COLUMN["mark"], COLUMN["status"]))
    _rule_policies(book, sheet, last)
    return sheet


def scoreboard_fields(text: Text, sheets: Mapping[str, str]) -> list[Field]:
    """The sheet's columns, in the order of KEYS."""
    return fields(
        text,
        ("policy", 22, "wrap", lambda row: named(row, "short", text.lang)),
        ("mark", 6, "mark", lambda row: MARKS[Status(row["status"])].symbol),
        ("status", 19, "wrap", lambda row: word(Status, row["status"], text)),
        ("target", 30, "wrap", lambda row: target_name(row, sheets, text)),
        ("latest", 11, "number", lambda row: _latest(row, text)),
        ("period", 9, "text", "period"),
        ("target_value", 12, "number", lambda row: target_value(row, text)),
        ("unit", 17, "wrap", lambda row: unit_of(row, text.lang)),
        ("deadline", 11, "text", "deadline"),
        ("progress_share", 11, "share", "progress_share"),
        ("time_share", 9, "share", "time_share"),
        ("chance", 25, "chance", lambda row: chance_value(row, text)),
        ("badges_column", 26, "wrap", lambda row: badge_words(row, text)),
        ("reason", 42, "wrap", lambda row: word(Reason, row["reason"], text)),
        ("baseline", 12, "number", "baseline_value"),
        ("required_value", 12, "worked", "required_value"),
        ("ratio", 8, "number", "ratio"),
        ("published", 11, "text", "published_on"),
        ("last_class", 16, "wrap", lambda row: word(Status, row["detail"], text)),
        ("family", 16, "text", lambda row: word(Family, row["family"], text)),
        ("target_id", 9, "text", "target_id"),
    )


def _latest(row: Row, text: Text) -> Bounded | None:
    """The latest figure; one on another basis than the target's says that it is not to be compared."""
    found = observed_value(row, text)
    is_other = found is not None and row["status"] == Status.basis_changed
    return replace(found, before=f"{MARKS[Status.basis_changed].symbol} {found.before}") if is_other else found


def ratio_is_quotient(row: Row) -> bool:
    """Whether the ratio is the distance closed over the time used, so that a formula can say so."""
    shares = (row["progress_share"], row["time_share"], row["ratio"])
    if None in shares or not row["time_share"] or row["method"] != Method.linear_pace:
        return False
    quotient = row["progress_share"] / row["time_share"]
    return row["kind"] != Kind.growth_per_year and abs(quotient - row["ratio"]) <= 1e-9 * max(1.0, abs(quotient))


def target_name(row: Row, sheets: Mapping[str, str], text: Text) -> Jump | str:
    """The name of a target, as a link to its sheet where it has one."""
    name = named(row, "name", text.lang)
    return Jump(sheets[row["target_id"]], name) if row["target_id"] in sheets else name


def _write_ratio(book: Book, sheet: Worksheet, place: int, row: Row) -> None:
    if row["ratio"] is None:
        return
    look = {"num_format": "0.00", "bottom": 1, "bottom_color": "#DFE2E6"}
    cell = (place, COLUMN["ratio"])
    if not ratio_is_quotient(row):
        book.put(sheet, cell, row["ratio"], **look)
        return
    progress, time = (f"{xl_col_to_name(COLUMN[key])}{place + 1}" for key in ("progress_share", "time_share"))
    book.put_formula(sheet, cell, f"={progress}/{time}", row["ratio"], **look)


def colour_marks(book: Book, sheet: Worksheet, last: int, columns: tuple[int, int]) -> None:
    """Colours the symbols of a column by the words of another: a fill, or coloured on white for outlined ones."""
    column, words = columns[0], xl_col_to_name(columns[1])
    for status, mark in MARKS.items():
        rule = f'=${words}2="{status.label(book.text.lang)}"'
        look = book.workbook.add_format(_conditional(mark))
        sheet.conditional_format(1, column, last, column, {"type": "formula", "criteria": rule, "format": look})


def _conditional(mark: Mark) -> dict:
    if mark.is_outline:
        return {"font_color": mark.colour, "bg_color": WHITE, "border": 1, "border_color": mark.colour}
    return {"font_color": mark.text_colour, "bg_color": mark.colour}


def _rule_policies(book: Book, sheet: Worksheet, last: int) -> None:
    """A rule where a policy begins, and its name grey where it only repeats: groups that survive a filter."""
    begins = {"type": "formula", "criteria": "=$A2<>$A1", "format": book.workbook.add_format({"top": 1})}
    begins["format"].set_top_color(INK)
    repeats = {"type": "formula", "criteria": "=$A2=$A1", "format": book.workbook.add_format({"font_color": MUTED})}
    sheet.conditional_format(1, 0, last, len(KEYS) - 1, begins)
    sheet.conditional_format(1, 0, last, 0, repeats)


def _draw_bars(sheet: Worksheet, last: int) -> None:
    column = COLUMN["progress_share"]
    bar = {"type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_color": BAR, "bar_border_color": BAR}
    bar |= {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
    sheet.conditional_format(1, column, last, column, bar)
