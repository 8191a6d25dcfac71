"""The page of one target: what was promised, where it stands, what the number rests on."""

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from app import address, components
from app.address import View
from app.data import Data, Today
from app.pages import (
    target_basis,
    target_chart,
    target_cite,
    target_forecast,
    target_head,
    target_lineage,
    target_tabs,
    too_early,
)
from app.pages.target_dossier import Dossier, read

PATH = "/target/<slug>"
OWN = ("tab", "period")


def title(data: Data, view: View, slug: str) -> str:
    """The document's title: the target's name, or the slug where it is not known."""
    row = data.target(view.as_of, view.method, view.lang, slug)
    return row["title"] if row else slug


def layout(data: Data, view: View, slug: str) -> list[Component] | None:
    """The page; of a target that was stated later only that; None for one that nobody states."""
    dossier = read(data, view, slug)
    if dossier is None:
        if gone := target_cite.withdrawn(data, view, slug):
            return gone
        first = data.stated_on(view.today, slug)
        return too_early.of_target(view, first) if first else None
    parts = [
        *target_head.claim(dossier),
        target_cite.notice(data, dossier),
        target_head.verdict(dossier),
        target_forecast.chance(dossier),
        target_lineage.remarks(dossier),
        target_head.figures(dossier),
        target_head.not_measured(dossier),
        target_chart.section(dossier),
        target_cite.section(dossier),
        target_head.two_bases(dossier),
        target_basis.choices(dossier),
        target_basis.decisions(dossier),
        target_lineage.readings(dossier),
        target_lineage.timeline(dossier),
        html.Div(_tabs(dossier), id="target-tabs", className="section"),
    ]
    return [part for part in parts if part is not None]


def _tabs(dossier: Dossier) -> list[Component]:
    asked = dossier.view.tab
    is_known = asked in ("", *(key for key, _words in target_tabs.items(dossier)))
    beside = None if is_known else components.left_out_note("tab", asked, dossier.t)
    return [target_tabs.nav(dossier), beside, html.Div(target_tabs.panel(dossier), className="panel")]


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The address chooses the tab; the buttons save pictures."""

    @app.callback(
        Output("target-tabs", "children"),
        Input("address", "search"),
        State("address", "pathname"),
        prevent_initial_call=True,
    )
    def show_tab(search: object, pathname: object):
        return _tabs(_dossier(data, pathname, search, today))

    @app.callback(
        Output("target-picture", "data"),
        Input("target-png", "n_clicks"),
        Input("target-svg", "n_clicks"),
        State("address", "pathname"),
        State("address", "search"),
        prevent_initial_call=True,
    )
    def draw(png: object, svg: object, pathname: object, search: object):
        if not (png or svg):
            raise PreventUpdate
        dossier = _dossier(data, pathname, search, today)
        return target_chart.picture(dossier, str(ctx.triggered_id).removeprefix("target-"))

    app.clientside_callback(ClientsideFunction("chart", "keep"), Input("target-picture", "data"))


def content(data: Data, dossier: Dossier, suffix: str) -> bytes:
    """The target's figures as a file: the bytes of its workbook ("xlsx") or of its observations ("csv")."""
    view = dossier.view
    if suffix == "xlsx":
        return data.target_report(view.as_of, view.method, view.lang, dossier.row["target_id"])
    return target_chart.as_csv(dossier)


def _dossier(data: Data, pathname: object, search: object, today: Today) -> Dossier:
    """The dossier of an address; nothing happens where it is another page's."""
    view = address.read(pathname, search, today())
    parts = address.match(PATH, view.path)
    dossier = read(data, view, parts["slug"]) if parts else None
    if dossier is None:
        raise PreventUpdate
    return dossier
