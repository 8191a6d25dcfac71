"""The figures of a comparison: a table with periods down and series across, and the same as files."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from app import components
from app.data import Data, records
from app.figures import compared
from app.figures.style import period_text
from app.pages.compare_subject import Subject, named
from etl.status import as_csv as csv_of
from etl.status import plain

KEYS = (
    "indicator_id", "indicator", "series_id", "series", "area", "publisher", "as_of", "period", "period_start",
    "period_end", "value", "high", "qualifier", "unit", "index_base", "index", "basis", "published_on", "via", "source",
    "url", "grade", "flag", "value_as_written", "note", "load_id", "file_name", "sheet", "cell",
)  # fmt: skip

Key = tuple[str, str, str]  # series, period, basis


def figures(subject: Subject) -> list[dict]:
    """The figures that decide, by series and period: rows of observations with `index` (None where there is none)."""
    base = subject.comparison.base
    index = _index(subject) if base else {}
    return [
        one | {"index": index.get((one["series_id"], one["period"], one["basis"] or ""))}
        for series in subject.chosen
        for one in records(subject.frames[series["series_id"]])
        if one["decides"] and one["value"] is not None
    ]


def _index(subject: Subject) -> dict[Key, float]:
    codes = {subject.names[one["series_id"]]: one["series_id"] for one in subject.chosen}
    return {
        (codes[drawn.name], one.period, one.basis): one.value
        for drawn in compared.drawn(subject.comparison, subject.t)
        for one in drawn.readings
    }


def table(subject: Subject) -> list[Component]:
    """The chart's twin: a row a period, the newest first, a column a series; each figure leads to its cell."""
    t = subject.t
    found = figures(subject)
    cells: dict[tuple[str, str], list[dict]] = {}
    for one in found:
        cells.setdefault((one["period"], one["series_id"]), []).append(one)
    ends = {one["period"]: one["period_end"] for one in found}
    periods = sorted(ends, key=lambda period: (ends[period], period), reverse=True)
    codes = [one["series_id"] for one in subject.chosen]
    columns = [(t("compare.column.period"), False), *((subject.names[code], True) for code in codes)]
    rows = [
        [period_text(period, t), *(_cell(cells.get((period, code), []), subject) for code in codes)]
        for period in periods
    ]
    unit = compared.unit_text(subject.comparison, t)
    caption = t("compare.table_caption", name=subject.title, unit=unit)
    return [
        html.H2(t("compare.figures"), className="subhead", id="compare-table"),
        html.P(unit, className="muted small"),
        *(html.P(words, className="muted small") for words in _main_bases(subject)),
        html.Div(components.table(columns, rows, caption), className="compare-figures"),
    ]


def _cell(found: Sequence[Mapping], subject: Subject) -> list[Component]:
    return [html.Div(_figure(one, subject)) for one in found] or [html.Span("–", className="faint")]


def _figure(one: Mapping, subject: Subject) -> list[object]:
    """A figure as it is drawn; on an index the value below it; its basis where the series stands on several."""
    t, place = subject.t, (one["load_id"], one["sheet"], one["cell"])
    value = t.quantity(one["value"], one["high"], one["qualifier"] or "exact")
    link = components.from_cell(subject.view, value, place, t)
    parts: list[object] = [link]
    if subject.comparison.base:
        index = "–" if one["index"] is None else t.number(round(one["index"], 1))
        parts = [html.Span(index, className="index"), html.Span(link, className="cell-note")]
    code, basis = one["series_id"], one["basis"] or ""
    words = subject.bases.get((code, basis), basis)
    return parts + (
        [html.Span(words if subject.view.lang == "zh" else basis, className="cell-note", title=words)]
        if basis != subject.main_basis[code]
        else []
    )


def _main_bases(subject: Subject) -> list[str]:
    """Of each series on several bases the one that is not named beside its figures."""
    several = [one["series_id"] for one in subject.chosen if subject.frames[one["series_id"]]["basis"].nunique() > 1]
    found = [(subject.names[code], subject.bases.get((code, subject.main_basis[code]))) for code in several]
    return [subject.t("compare.main_basis", name=name, basis=basis) for name, basis in found if basis]


def rows_of_files(subject: Subject) -> list[dict]:
    """The figures with the names of what they measure, one dict of `KEYS` each."""
    lang, about = subject.view.lang, {one["series_id"]: one for one in subject.chosen}
    return [
        one
        | {
            "indicator_id": subject.indicator["indicator_id"],
            "indicator": subject.title,
            "short": subject.names[one["series_id"]],
            "series": named(about[one["series_id"]], "name", lang),
            "area": named(about[one["series_id"]], "area", lang),
            "publisher": named(one, "publisher", lang),
            "as_of": subject.view.as_of,
            "index_base": subject.comparison.base or None,
        }
        for one in figures(subject)
    ]


def as_csv(_data: Data, subject: Subject) -> bytes:
    """The view's figures as CSV for spreadsheets, one row a figure."""
    rows = [{key: plain(one[key]) for key in KEYS} for one in rows_of_files(subject)]
    return csv_of(rows, KEYS).encode("utf-8")


def as_workbook(data: Data, subject: Subject) -> bytes:
    """The view as an Excel workbook: periods down and series across with a chart, the figures one by one, sources."""
    unit = compared.unit_text(subject.comparison, subject.t)
    return data.comparison_report(subject.view.as_of, subject.view.lang, (subject.title, unit), rows_of_files(subject))
