"""The overview: are the promises kept?"""

from dataclasses import replace

from dash import ALL, Dash, Input, Output, State, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from app import address, components, filters, promises, text, views
from app.address import View
from app.control import choosing
from app.data import Data, Today
from app.downloads import TYPES
from app.pages.overview_filters import CONTROLS, choices_of, controls, more_filters, said, shown_value
from app.pages.overview_list import listing
from app.prerender import html_of
from app.promises import Board
from app.still import still
from app.text import Text
from etl.vocabulary import STRIP, Family

PATH = "/"
OWN = ("status", *CONTROLS, "page")
SLUG = "milepost"


def title(data: Data, view: View) -> str:
    """The document's title."""
    return text.of(view.lang)("overview.title")


def layout(data: Data, view: View) -> list[Component]:
    """The headline, the strip, the controls and the list."""
    t = text.of(view.lang)
    rows = data.rows(view.as_of, view.method, view.lang)
    if not rows:
        return [html.H1(t("overview.title"), className="headline"), components.nothing_loaded(t)]
    board, choices = promises.board(rows, view), choices_of(data, view)
    return [
        html.H1(t("overview.title"), className="headline"),
        html.P(_lead(board, t), id="overview-lead", className="lead"),
        *strip(board, view, t),
        html.Div([controls(choices, view, t), _buttons(view, t)], className="toolbar"),
        more_filters(choices, view, t),
        still(listing(board, said(choices, view, t), view, t), "overview-list"),
        components.source_line(t, view),
    ]


def _lead(board: Board, t: Text) -> list[object]:
    """How many promises are kept, of all or of those that the filters leave."""
    key = "overview.kept" if board.selected == board.total else "overview.kept_chosen"
    kept = t(key, kept=t.number(board.counts[Family.kept]), total=t.number(board.selected))
    return [html.Strong(kept), " ", t.counted("overview.lead", board.selected, measured=t.number(board.measured))]


def strip(board: Board, view: View, t: Text) -> list[Component]:
    """The families with their counts, each a button that filters; above them the same counts as lengths."""
    buttons = [_family(family, board.counts[family], view, t) for family in STRIP]
    return [
        html.Div(lengths(board), id="overview-lengths", className="lengths", **{"aria-hidden": "true"}),
        html.Div(buttons, className="strip", role="group", **{"aria-label": t("overview.strip")}),
    ]


def lengths(board: Board) -> list[Component]:
    """One piece for each family that has promises, as long as they are many."""
    return [
        html.Span(className=f"length is-family-{family}", style={"flexGrow": board.counts[family]})
        for family in STRIP
        if board.counts[family]
    ]


def _family(family: Family, count: int, view: View, t: Text) -> Component:
    number = html.Span(t.number(count), id={"type": "overview-count", "family": str(family)}, className="strip-count")
    words = html.Span([html.I(**{"aria-hidden": "true"}), t.label(family)], className=f"mark is-family-{family}")
    return html.Button(
        [number, words],
        id={"type": "overview-family", "family": str(family)},
        type="button",
        className="strip-family",
        **choosing(view, "status", str(family)),
        **{"aria-pressed": _pressed(view, family)},
    )


def _pressed(view: View, family: Family) -> str:
    return "true" if view.status == family else "false"


def _buttons(view: View, t: Text) -> Component:
    changes = components.link(view, "/changes", t("overview.changes"), "button")
    return html.Div(
        [changes, html.Div(components.file_links(view, t, "overview"), className="overview-files")], className="buttons"
    )


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The address writes what the controls show, the strip, the list and the links to files."""

    @app.callback(
        Output("overview-lead", "children"),
        Output("overview-lengths", "children"),
        Output({"type": "overview-count", "family": ALL}, "children"),
        Output({"type": "overview-family", "family": ALL}, "aria-pressed"),
        *(Output(f"overview-{suffix}", "href") for suffix in TYPES),
        Output("overview-list", "html"),
        *(Output(f"overview-{name}", "value") for name in CONTROLS),
        Input("address", "search"),
        State("address", "pathname"),
        prevent_initial_call=True,
    )
    def show(search: object, pathname: object):
        view = views.read(data, pathname, search, today())
        if view.path != PATH:
            raise PreventUpdate
        t = text.of(view.lang)
        board = promises.board(data.rows(view.as_of, view.method, view.lang), view)
        counts = [t.number(board.counts[family]) for family in STRIP]
        shown = html_of(listing(board, said(choices_of(data, view), view, t), view, t))
        files = [address.shown_as(view, suffix) for suffix in TYPES]
        pressed = [_pressed(view, family) for family in STRIP]
        values = [shown_value(name, view) for name in CONTROLS]
        return _lead(board, t), lengths(board), counts, pressed, *files, shown, *values


def file(data: Data, view: View, suffix: str) -> tuple[str, bytes]:
    """What the view chooses, on all its pages and in its order: the Excel report on it, or its rows as CSV."""
    board = promises.board(data.rows(view.as_of, view.method, view.lang), view)
    if suffix == "csv":
        return SLUG, data.status_csv(view.as_of, view.method, view.lang, [row["target_id"] for row in board.rows])
    if not filters.held(view):
        return SLUG, data.report(view.as_of, view.method, view.lang)
    chosen_ids = [row["target_id"] for row in (*board.rows, *board.without_number)]
    choices = choices_of(data, view)
    policy = view.policy if view.policy in choices.policies else None
    words = said(choices, replace(view, policy="") if policy else view, text.of(view.lang))
    made = data.report(view.as_of, view.method, view.lang, chosen_ids, policy=policy, words=words)
    return view.policy or SLUG, made
