"""The page that compares one indicator's series across areas or publishers."""

from collections.abc import Sequence
from functools import partial

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from app import address, charts, components, text
from app.address import View
from app.control import SEARCHED, control
from app.data import Data, Today
from app.figures import compare as figure
from app.figures import compared
from app.figures.framing import Heading
from app.pages import compare_subject, compare_table
from app.pages.compare_subject import LEAST, MOST, Held, Subject, named, read
from app.text import Text

PATH = "/compare"
OWN = ("series", "base", "together")

TALLEST = 420
"""Pixels of the list of series: room for twelve, and of more a piece of the next."""


def title(data: Data, view: View) -> str:
    """The document's title."""
    t, name = text.of(view.lang), compare_subject.title(data, view)
    return t("compare.document", name=name) if name else t("compare.title")


def layout(data: Data, view: View) -> list[Component]:
    """The choice, the chart, what its series stand to, and their figures."""
    t, subject = text.of(view.lang), read(data, view)
    if subject is None:
        return [html.H1(t("compare.title"), className="headline"), components.nothing_loaded(t)]
    form = html.Div(_form_controls(subject), id="compare-form", className="compare-form")
    return [
        html.P(t("compare.title"), className="breadcrumb"),
        html.H1(subject.title, className="headline compare-name"),
        html.P(_lead(subject), className="lead"),
        html.Div([*_subject_controls(subject), form], className="compare-controls"),
        html.Div(_shown(subject), id="compare-shown"),
    ]


def _shown(subject: Subject) -> list[Component]:
    """What follows the choice of series, of their form and of an index."""
    return [*_remarks(subject), _chart(subject), *_scopes(subject), *compare_table.table(subject)]


def _lead(subject: Subject) -> str:
    """How many series, of how many areas and publishers, and what is counted."""
    said = _counts(subject)
    return said + subject.t("compare.unit", unit=subject.unit) if subject.unit else said


def _counts(subject: Subject) -> str:
    t, lang = subject.t, subject.view.lang
    counts = {f"{stem}s": len({named(one, stem, lang) for one in subject.series}) for stem in ("area", "publisher")}
    words = {key: t.counted(f"compare.{key}", count) for key, count in counts.items()}
    key = "compare.lead" if len(subject.series) > 1 else "compare.lead_one"
    return t(key, n=t.number(len(subject.series)), **words)


def _subject_controls(subject: Subject) -> list[Component]:
    """The choice of the indicator and of its series, which stays as it is while series are chosen."""
    t, view = subject.t, subject.view
    options = [_option(one["series_id"], subject.names[one["series_id"]]) for one in subject.series]
    indicator = dmc.Select(
        id="compare-indicator", data=_offered(subject), value=subject.indicator["indicator_id"], **SEARCHED,
        allowDeselect=False, size="sm", label=t("compare.indicator"), nothingFoundMessage=t("compare.no_indicator"),
        className="control control-indicator", comboboxProps={"width": 420, "position": "bottom-start"},
    )  # fmt: skip
    series = dmc.MultiSelect(
        id="compare-series", data=options, value=_chosen_series(view), clearable=True, **SEARCHED, size="sm",
        maxValues=MOST, label=t("compare.series"), placeholder=_placeholder(subject), maxDropdownHeight=TALLEST,
        className="control control-series", nothingFoundMessage=t("compare.no_series"),
    )  # fmt: skip
    several = [control(series, view, "series")] if len(subject.series) >= LEAST else []
    return [control(indicator, view, "indicator"), *several]


def _chosen_series(view: View) -> list[str]:
    return view.series.split(",") if view.series else []


def _placeholder(subject: Subject) -> str:
    """What the choice of series says while none is chosen."""
    t = subject.t
    return t("compare.all_first", n=t.number(MOST)) if len(subject.series) > MOST else t("compare.all")


def _form_controls(subject: Subject) -> list[Component]:
    """The choice of an index and of one chart or several; a series alone keeps the place of the latter."""
    t, view = subject.t, subject.view
    years = subject.values.offer().years
    base = dmc.Select(
        id="compare-base", size="sm", label=t("compare.base"), className="control control-base", allowDeselect=False,
        data=[_option("", t("compare.values")), *(_option(one, t("compare.base_year", year=one)) for one in years)],
        value=subject.comparison.base, disabled=not years,
    )  # fmt: skip
    return [control(base, view, "base"), *([_toggle(subject)] if len(subject.series) >= LEAST else [])]


def _option(value: str, label: str) -> dict:
    return {"value": value, "label": label}


def _offered(subject: Subject) -> list[dict]:
    """The indicators in two groups: those with series to compare first."""
    groups: dict[str, list[dict]] = {"compare.several": [], "compare.single": []}
    for one, count in subject.offered:
        name = named(one, "name", subject.view.lang)
        label = subject.t("compare.option", name=name, n=subject.t.number(count)) if count >= LEAST else name
        groups["compare.several" if count >= LEAST else "compare.single"].append(_option(one["indicator_id"], label))
    return [{"group": subject.t(key), "items": items} for key, items in groups.items() if items]


def _toggle(subject: Subject) -> Component:
    t, view = subject.t, subject.view
    links = [
        components.link(
            view,
            PATH,
            t(f"compare.{key}"),
            "span is-current" if subject.together == is_one else "span",
            together=None if subject.together_by_default == is_one else is_one,
        )
        for key, is_one in (("multiples", False), ("together", True))
    ]
    hidden = {} if len(subject.chosen) > 1 else {"style": {"visibility": "hidden"}}
    return html.Nav(links, className="spans", **hidden, **{"aria-label": t("compare.arrangement")})


def _remarks(subject: Subject) -> list[Component]:
    """What the address asks for in vain, what is left for a choice, and why there is no index, or not to its year; the
    place of all this, where nothing has to be said."""
    t, view, offer = subject.t, subject.view, subject.values.offer()
    said = [components.left_out(key, asked, t) for key, asked in subject.left_out]
    if subject.is_cut:
        said.append(t("compare.first", n=t.number(len(subject.chosen)), total=t.number(subject.asked)))
    if view.base and not subject.comparison.base:
        said.append(t("compare.base_ignored", year=view.base))
    if offer.reason:
        said.append(t(f"compare.none.{offer.reason}"))
    return [html.P(t.flow(said), className="small muted compare-remark", role="note" if said else None)]


def _chart(subject: Subject) -> Component:
    t, view, shown = subject.t, subject.view, subject.comparison
    draw = partial(figure.compare, shown, view.as_of, t, together=subject.together)
    said = compared.notes(shown, t, together=subject.together)
    notes = html.P(t("sentence.stop").join([*said, ""]), className="source chart-notes") if said else None
    line = components.source_line(t, view, subject.publishers)
    parts = [
        charts.chart(draw, compared.describe(shown, t), view.theme, "compare-graph"),
        html.Div([html.Div([line, notes]), _buttons(view, t)], className="chart-foot"),
        dcc.Store(id="compare-picture"),
    ]
    return html.Section(parts, className="chart section compare-chart")


def _buttons(view: View, t: Text) -> Component:
    pictures = [components.button(t(f"target.chart.{kind}"), f"compare-{kind}") for kind in ("png", "svg")]
    buttons = [*pictures, *components.file_links(view, t)]
    table = html.A(t("target.chart.table"), href="#compare-table", className="to-figures")
    return html.Div([table, *buttons], className="buttons", role="group", **{"aria-label": t("target.chart.downloads")})


def picture(subject: Subject, kind: str) -> dict:
    """The chart to be saved by the browser as "png" or "svg": with title and source in it, and its file's name."""
    t, view, shown = subject.t, subject.view, subject.comparison
    parts = [
        t("source.sources", sources=t("list.separator").join(subject.publishers)),
        t("source.asof", day=t.day(view.as_of)),
    ]
    lines = [
        t("sentence.stop").join([*line, ""]).strip()
        for line in (compared.notes(shown, t, together=subject.together), parts)
        if line
    ]
    lines.append(t("list.dot").join([t("brand"), address.absolute(address.href(view))]))
    heading = Heading(subject.title, _counts(subject), tuple(lines))
    drawn = figure.export(shown, view.as_of, t, heading, together=subject.together)
    return charts.picture(drawn, slug(subject), view.as_of, kind)


def slug(subject: Subject) -> str:
    """The stem of the names of this view's files."""
    base = f"-{subject.comparison.base}" if subject.comparison.base else ""
    return f"compare-{subject.indicator['indicator_id'].replace('_', '-')}{base}"


def _scopes(subject: Subject) -> list[Component]:
    """What each series covers, and which targets it stands to."""
    t, lang = subject.t, subject.view.lang
    keys = ("series", "publisher", "scope", "targets")
    columns = [(t(f"compare.column.{key}"), False) for key in keys]
    rows = [
        [
            named(one, "name", lang),
            named(one, "publisher", lang),
            html.Span(named(one, "scope", lang) or t("compare.no_scope"), className="in-words"),
            _targets(subject.held[one["series_id"]], subject),
        ]
        for one in subject.chosen
    ]
    table = components.table(columns, rows, t("compare.scopes_caption"))
    return [html.H2(t("compare.scopes"), className="subhead"), html.Div(table, className="scopes")]


def _targets(held: Sequence[Held], subject: Subject) -> object:
    """The targets, those of one role, scope and note together."""
    t = subject.t
    if not held:
        return html.Span(t("compare.no_target"), className="muted")
    alike: dict[tuple, list[Held]] = {}
    for one in held:
        alike.setdefault((one.role, one.row["scope"], one.note), []).append(one)
    return html.Ul([html.Li(_alike(found, subject)) for found in alike.values()], className="held")


def _alike(found: Sequence[Held], subject: Subject) -> list[object]:
    t, first = subject.t, found[0]
    parts: list[object] = [t("compare.stands", role=t.label(first.role))]
    for number, one in enumerate(found[:MOST]):
        link = components.link(subject.view, components.target_path(one.row["slug"]), one.row["title"])
        policy = html.Span(t("list.bracket", words=one.row["policy_short"]), className="muted")
        parts += [t("list.separator") if number else "", link, policy]
    if len(found) > MOST:
        parts.append(t("compare.more", n=t.number(len(found) - MOST)))
    scope = t("compare.target_scope", scope=first.row["scope"]) if first.row["scope"] else ""
    return parts + [html.Span(words, className="cell-note") for words in (scope, first.note) if words]


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The address writes what is shown, and which series are chosen; the buttons save pictures."""
    where = (Input("address", "search"), State("address", "pathname"))

    @app.callback(
        Output("compare-form", "children"), Output("compare-shown", "children"), *where, prevent_initial_call=True
    )
    def show(search: object, pathname: object):
        subject = _subject(data, pathname, search, today)
        return _form_controls(subject), _shown(subject)

    @app.callback(Output("compare-series", "value"), *where, prevent_initial_call=True)
    def show_series(search: object, pathname: object):
        return _chosen_series(_subject(data, pathname, search, today).view)

    @app.callback(
        Output("compare-picture", "data"),
        Input("compare-png", "n_clicks"),
        Input("compare-svg", "n_clicks"),
        State("address", "pathname"),
        State("address", "search"),
        prevent_initial_call=True,
    )
    def draw(png: object, svg: object, pathname: object, search: object):
        if not (png or svg):
            raise PreventUpdate
        return picture(_subject(data, pathname, search, today), str(ctx.triggered_id).removeprefix("compare-"))

    app.clientside_callback(ClientsideFunction("chart", "keep"), Input("compare-picture", "data"))


def _subject(data: Data, pathname: object, search: object, today: Today) -> Subject:
    """The subject of an address; nothing happens where it is another page's, or there is nothing to compare."""
    view = address.read(pathname, search, today())
    subject = read(data, view) if view.path == PATH else None
    if subject is None:
        raise PreventUpdate
    return subject


def file(data: Data, view: View, suffix: str) -> tuple[str, bytes] | None:
    """The view's figures as a workbook or as CSV; None where there is nothing to compare."""
    subject = read(data, view)
    if subject is None:
        return None
    make = compare_table.as_workbook if suffix == "xlsx" else compare_table.as_csv
    return slug(subject), make(data, subject)
