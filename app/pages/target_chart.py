"""The chart's part of a target's page: the picture, its words, its files."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from functools import partial

from dash import dcc, html
from dash.development.base_component import Component

from app import address, charts, components
from app.data import records
from app.figures import progress as figure
from app.figures.description import describe
from app.pages.target_dossier import Dossier, story
from app.pages.target_forecast import ENDS, forecast_rows
from etl.vocabulary import Method

COLUMNS = (
    "target_id", "slug", "as_of", "series_id", "series_name", "role", "period", "period_start", "period_end",
    "value", "high", "qualifier", "unit", "basis", "decides", "published_on", "publisher", "via", "source", "url",
    "grade", "flag", "value_as_written", "note", "load_id", "file_name", "sheet", "cell", *ENDS,
)  # fmt: skip
RISKY = ("=", "+", "-", "@", "\t", "\r")


def section(dossier: Dossier) -> Component:
    """The chart with its heading, its source line and its buttons; a sentence where nothing can be drawn."""
    t, view = dossier.t, dossier.view
    told = story(dossier)
    if told.observations.empty and not told.others:
        none = html.P(t("target.chart.none", day=t.day(view.as_of)), className="muted")
        return html.Section([none, _buttons(dossier, has_picture=False)], className="chart section")
    draw = partial(figure.progress, told, view.as_of, t)
    return html.Section(
        [
            html.H2(told.title, className="subhead"),
            charts.chart(draw, describe(told, view.as_of, t), view.theme, "target-graph"),
            html.Div([_source(dossier, told), _buttons(dossier, has_picture=True)], className="chart-foot"),
            dcc.Store(id="target-picture"),
        ],
        className="chart",
    )


def _source(dossier: Dossier, told: figure.Story) -> Component:
    line = components.source_line(dossier.t, dossier.view, sources(dossier), Method(dossier.row["method"]))
    said = figure.notes(told, dossier.view.as_of, dossier.t)
    notes = html.P(dossier.t("sentence.stop").join([*said, ""]), className="source chart-notes") if said else None
    return html.Div([line, notes])


def sources(dossier: Dossier) -> list[str]:
    """Who made the figures known that are drawn, each once: the headline's first, and the newest."""
    drawn = [one for series in dossier.series for one in records(dossier.frames[series["series_id"]])[::-1]]
    return list(dict.fromkeys(name for one in drawn if (name := dossier.named(one, "publisher"))))


def _buttons(dossier: Dossier, has_picture: bool) -> Component:
    t = dossier.t
    kinds = ("png", "svg") if has_picture else ()
    pictures = [components.button(t(f"target.chart.{kind}"), f"target-{kind}") for kind in kinds]
    buttons = [*pictures, *components.own_files(dossier.view, dossier.row["slug"], t)]
    table = components.link(dossier.view, dossier.view.path, t("target.chart.table"), "to-table", tab="")
    parts = [*_earlier(dossier), table, *buttons] if has_picture else buttons
    return html.Div(parts, className="buttons", role="group", **{"aria-label": t("target.chart.downloads")})


def _earlier(dossier: Dossier) -> list[Component]:
    """Brings earlier publications into the chart, or out of it; nothing where there are none."""
    view = dossier.view
    if not dossier.replaced["decides"].any():
        return []
    words = dossier.t("target.chart.earlier_off" if view.vintages else "target.chart.earlier_on")
    return [components.link(view, view.path, words, "to-earlier", vintages=not view.vintages)]


def picture(dossier: Dossier, kind: str) -> dict:
    """The chart to be saved by the browser as "png" or "svg": with title and source in it, and its file's name."""
    t, view, method, told = dossier.t, dossier.view, Method(dossier.row["method"]), story(dossier)
    parts = [t("source.sources", sources=t("list.separator").join(sources(dossier)))]
    parts += [
        t("source.asof", day=t.day(view.as_of)),
        t("source.method", method=t.label(method)),
    ]
    notes = figure.notes(told, view.as_of, t)
    stop = t("sentence.stop")
    lines = [stop.join([*line, ""]).strip() for line in (notes, parts) if line]
    lines.append(t("list.dot").join([t("brand"), address.absolute(address.dated(view, view.path))]))
    heading = figure.Heading(dossier.row["title"], told.title, tuple(lines))
    return charts.picture(figure.export(told, view.as_of, t, heading), dossier.row["slug"], view.as_of, kind)


def as_csv(dossier: Dossier) -> bytes:
    """All figures of the target's series as known on the day, and the forecast with the role `forecast` and the ends of
    its bands, as CSV that spreadsheets read: with a byte order mark, and texts that would be taken for formulas made
    harmless."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for series in dossier.series:
        for record in records(dossier.frames[series["series_id"]]):
            full = record | _of_target(dossier, series) | {"publisher": dossier.named(record, "publisher")}
            writer.writerow([_cell(full.get(column)) for column in COLUMNS])
    for record in _forecast(dossier):
        writer.writerow([_cell(record.get(column)) for column in COLUMNS])
    return ("\ufeff" + file.getvalue()).encode("utf-8")


def _forecast(dossier: Dossier) -> Iterable[dict]:
    for day, expected, *ends in forecast_rows(dossier):
        is_whole_year = (day.month, day.day) == (12, 31)
        yield _of_target(dossier, dossier.headline) | {
            "series_id": dossier.headline["series_id"],
            "role": "forecast",
            "period": str(day.year) if is_whole_year else day,
            "period_end": day,
            "value": expected,
            "unit": dossier.row["unit"],
            **dict(zip(ENDS, ends, strict=True)),
        }


def _of_target(dossier: Dossier, series: dict) -> dict:
    row = dossier.row
    return {
        "target_id": row["target_id"],
        "slug": row["slug"],
        "as_of": dossier.view.as_of,
        "series_name": dossier.named(series, "name"),
        "role": series["role"],
    }


def _cell(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(RISKY):
        return "'" + value  # a spreadsheet would take it for a formula
    return value
