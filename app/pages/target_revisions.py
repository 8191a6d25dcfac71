"""The tab on revisions: what was published when for which period, and how figure and verdict moved."""

import re
from datetime import date
from functools import partial

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from app import charts, components, vintages
from app.control import SEARCHED, control
from app.data import records
from app.figures import revisions as figure
from app.figures.readings import readings
from app.figures.style import period_text
from app.pages.target_dossier import Dossier
from app.vintages import Grid, Published
from etl.normalise.revisions import LIMIT
from etl.vocabulary import Method, Reason, Status

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SELECT = "revisions-period"
COARSE = re.compile(r"(\d{4}(?:-\d\d)?)(?![-\d])")
"""A publication day of which only the year or the month was written down, at the start of what was."""


def name(dossier: Dossier) -> str:
    """The tab's name, with the number of revised periods where there are any."""
    revised = len(_grid(dossier).revised)
    return dossier.t("revisions.tab", n=revised) if revised else dossier.t("target.tab.revisions")


def panel(dossier: Dossier) -> list[Component]:
    """The tab: a sentence, the chart of one period with the verdict below it, all publications, all verdicts."""
    t, grid = dossier.t, _grid(dossier)
    if not grid.published:
        return [html.P(t("revisions.none", day=t.day(dossier.view.as_of)), className="muted"), *_history(dossier)]
    asked = dossier.view.period
    beside = components.left_out_note("period", asked, t) if asked not in ("", *grid.periods) else None
    return [html.P(lead(grid, dossier)), beside, *_chart(grid, dossier), *_table(grid, dossier), *_history(dossier)]


def _grid(dossier: Dossier) -> Grid:
    return vintages.grid(records(dossier.vintages))


def lead(grid: Grid, dossier: Dossier) -> str:
    """How many periods were revised, which beyond the limit, and which have figures on another basis as well."""
    t, total = dossier.t, len(grid.periods)
    if len(grid.published) == 1:
        return t("revisions.single")
    said = [t("revisions.lead", n=len(grid.revised), total=total) if grid.revised else t("revisions.unchanged")]
    for key, found in (("revisions.lead_beyond", grid.beyond), ("revisions.rebased", grid.rebased)):
        if found:
            said.append(t(key, periods=t("list.separator").join(period_text(one, t) for one in found)))
    return t.flow(said)


def _chart(grid: Grid, dossier: Dossier) -> list[Component]:
    t, view = dossier.t, dossier.view
    told = _told(grid, dossier)
    words = figure.describe(told, view.as_of, t)
    draw = partial(figure.revisions, told, view.as_of, t)
    heading = html.H3(t("revisions.moved", period=period_text(told.period, t)), className="table-name")
    return [
        html.Div([heading, _select(grid, told.period, dossier)], className="revisions-head"),
        charts.chart(draw, words, view.theme, "revisions-graph"),
        _legend(told, dossier),
    ]


def _told(grid: Grid, dossier: Dossier) -> figure.Told:
    period = grid.shown(dossier.view.period)
    frame = dossier.vintages[dossier.vintages["period"] == period]
    rows = ((day, frame.iloc[[number]]) for number, day in enumerate(frame["known_on"]))
    return figure.Told(
        period=period,
        unit=dossier.unit_of(grid.published[0].record),
        readings=[(day, one) for day, row in rows for one in readings(row, dossier.t.lang)],
        verdicts=[(one["valid_from"], Status(one["status"])) for one in records(dossier.verdicts)],
        bases={code: dossier.basis_words(dossier.headline["series_id"], code) for code in grid.bases},
        beyond={(one.record["known_on"], one.record["basis"] or "") for one in grid.of(period) if one.is_beyond_limit},
    )


def _select(grid: Grid, period: str, dossier: Dossier) -> Component:
    t = dossier.t
    choices = [{"value": one, "label": period_text(one, t)} for one in grid.periods]
    select = dmc.Select(
        id=SELECT, data=choices, value=period, label=t("revisions.period"), allowDeselect=False, **SEARCHED,
        size="xs", className="control control-period",
    )  # fmt: skip
    return control(select, dossier.view, "period")


def _legend(told: figure.Told, dossier: Dossier) -> Component:
    """The strip's statuses with their marks, and what dashed lines and hollow points are."""
    t = dossier.t
    statuses = dict.fromkeys(status for _day, status in told.verdicts)
    marks = [html.Li(components.status_mark(status, t)) for status in statuses]
    said = [t("revisions.legend", method=t.label(Method(dossier.row["method"])))]
    said += [t("revisions.another_basis")] if len({one.basis for _day, one in told.readings}) > 1 else []
    said += [t("chart.note_hollow")] if any(one.is_soft for _day, one in told.readings) else []
    note = html.P(t("sentence.stop").join([*said, ""]).strip(), className="source")
    return html.Div([html.Ul(marks, className="revisions-legend"), note])


def _table(grid: Grid, dossier: Dossier) -> list[Component]:
    t = dossier.t
    columns = [(t("target.table.period"), False)] + [(_day(grid, day, dossier), True) for day in grid.days]
    rows = [
        [_period(grid, one, dossier), *(_cell(grid, one, day, dossier) for day in grid.days)] for one in grid.periods
    ]
    caption = t("revisions.grid_caption", name=dossier.full_name(dossier.headline))
    table = html.Div(components.table(columns, rows, caption), className="revisions")
    key = [html.P(t("revisions.key"), className="muted small")] if len(grid.published) > len(grid.periods) else []
    if grid.beyond:
        key.append(html.P(t("revisions.key_beyond", limit=t.share(LIMIT)), className="muted small"))
    return [html.H3(t("revisions.grid"), className="table-name"), *_bases(grid, dossier), *key, table]


def _bases(grid: Grid, dossier: Dossier) -> list[Component]:
    """The bases with the letters that stand beside their figures; nothing where there is only one."""
    t, code = dossier.t, dossier.headline["series_id"]
    if len(grid.bases) < 2:
        return []
    words = [dossier.basis_words(code, basis) or t("revisions.unnamed") for basis in grid.bases]
    return [
        html.P(t("revisions.basis", letter=letter, words=one), className="muted small")
        for letter, one in zip(LETTERS, words, strict=False)
    ]


def _day(grid: Grid, day: date, dossier: Dossier) -> str:
    """A column's day; the month or year where no more was written down."""
    written = [one.record["published_as_written"] for one in grid.published if one.record["known_on"] == day]
    coarse = {found[1] if (found := COARSE.match(one)) else "" for one in written}
    label = coarse.pop() if len(coarse) == 1 else ""
    return period_text(label, dossier.t) if label else dossier.t.day_short(day)


def _period(grid: Grid, period: str, dossier: Dossier) -> object:
    view, words = dossier.view, period_text(period, dossier.t)
    kind = "stays is-current" if grid.shown(view.period) == period else "stays"
    asked = "" if grid.shown("") == period else period
    link = components.link(view, view.path, words, kind, period=asked)
    if grid.of(period)[0].record["decides"]:
        return link
    return [link, html.Span(dossier.t("target.table.does_not_decide"), className="cell-note")]


def _cell(grid: Grid, period: str, day: date, dossier: Dossier) -> list[Component]:
    return [_value(one, grid, dossier) for one in grid.at(period, day)]


def _value(one: Published, grid: Grid, dossier: Dossier) -> Component:
    t, record = dossier.t, one.record
    place = (record["load_id"], record["sheet"], record["cell"])
    parts: list[object] = [components.from_cell(dossier.view, _quantity(record, dossier), place, t)]
    if len(grid.bases) > 1:
        parts.append(
            html.Span(LETTERS[grid.bases.index(record["basis"] or "") % len(LETTERS)], className="basis-letter")
        )
    if one.is_revised:
        parts.append(html.Span(t("revisions.was", value=_quantity(one.before, dossier)), className="cell-note"))
    if one.is_beyond_limit:
        parts.append(html.Span(t("revisions.beyond"), className="cell-note beyond-limit"))
    kind = "revised" if one.is_revised else "repeated" if one.before else "first"
    return html.Div(parts, className=f"vintage is-{kind}")


def _quantity(record: dict, dossier: Dossier) -> str:
    return dossier.t.quantity(record["value"], record["high"], record["qualifier"] or "exact")


def _history(dossier: Dossier) -> list[Component]:
    """All verdicts by the method in view: the twin of the strip, with the figure that each rests on."""
    t, found = dossier.t, records(dossier.verdicts)
    names = ("since", "verdict", "rests", "chance", "why")
    rows = [
        [
            html.Span(t.day_short(one["valid_from"]), className="nowrap"),
            components.status_mark(one["status"], t, one["detail"]),
            _rests(one, dossier),
            html.Span(components.chance(one, t), className="nowrap"),
            html.Span(t.label(Reason(one["reason"])), className="in-words"),
        ]
        for one in found
    ]
    caption = t("revisions.history_caption", method=t.label(Method(dossier.row["method"])))
    table = components.table([(t(f"revisions.column.{one}"), False) for one in names], rows, caption)
    return [html.H3(t("revisions.history"), className="table-name"), table] if rows else []


def _rests(one: dict, dossier: Dossier) -> object:
    t = dossier.t
    if one["value"] is None:
        return "–"
    value = t.with_unit(_quantity(one, dossier), dossier.row["unit_text"] or "")
    place = (one["source_load_id"], one["source_sheet"], one["source_cell"])
    words = t("chart.latest", value=value, period=period_text(one["period"], t))
    return html.Span(components.from_cell(dossier.view, words, place, t), className="cell-wide")
