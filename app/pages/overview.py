"""The overview: are the promises kept?"""

import json
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, dcc, html, no_update, set_props
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from app import address, components, promises, text
from app.address import SORTS, View
from app.data import Data, Today
from app.downloads import download
from app.figures.style import period_text
from app.prerender import html_of
from app.promises import Board
from app.still import still
from app.text import Text
from etl.vocabulary import STRIP, Family, Status

PATH = "/"
OWN = ("status", "policy", "q", "sort")
SLUG = "milepost"
CONTROLS = ("q", "policy", "sort")
COLUMNS = ("status", "target", "values", "progress", "deadline", "chance", "figure")


def title(data: Data, view: View) -> str:
    """The document's title."""
    return text.of(view.lang)("overview.title")


def layout(data: Data, view: View) -> list[Component]:
    """The headline, the strip, the controls and the list."""
    t = text.of(view.lang)
    rows = data.rows(view.as_of, view.method, view.lang)
    if not rows:
        return [html.H1(t("overview.title"), className="headline"), components.nothing_loaded(t)]
    board = promises.board(rows, view)
    return [
        html.H1(t("overview.title"), className="headline"),
        html.P(_lead(board, t), className="lead"),
        *strip(board, view, t),
        html.Div([_controls(rows, view, t), _buttons(view, t)], className="toolbar"),
        still(listing(board, view, t), "overview-list"),
        components.source_line(t, view),
        dcc.Download(id="overview-download"),
    ]


def _lead(board: Board, t: Text) -> list[object]:
    said = t("overview.lead", total=t.number(board.total), measured=t.number(board.measured))
    return [html.Strong(t("overview.kept", kept=t.number(board.kept), total=t.number(board.total))), " ", said]


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
        **{"aria-pressed": _pressed(view, family)},
    )


def _pressed(view: View, family: Family) -> str:
    return "true" if view.status == family else "false"


def _controls(rows: Sequence[dict], view: View, t: Text) -> Component:
    names = {row["policy_id"]: row["policy_short"] for row in promises.by_policy(list(rows))}
    policies = [{"value": code, "label": name} for code, name in names.items()]
    sorts = [{"value": sort, "label": t(f"overview.sort.{sort}")} for sort in SORTS]
    search = dmc.TextInput(
        id="overview-q", value=view.q, debounce=300, size="sm", placeholder=t("overview.search_hint"),
        label=t("overview.search"), className="control control-search",
    )  # fmt: skip
    policy = dmc.Select(
        id="overview-policy", data=policies, value=view.policy or None, clearable=True, searchable=True, size="sm",
        label=t("overview.policy"), placeholder=t("overview.all_policies"), className="control control-policy",
        nothingFoundMessage=t("overview.no_policy"), comboboxProps={"width": 320, "position": "bottom-start"},
    )  # fmt: skip
    order = dmc.Select(
        id="overview-sort", data=sorts, value=view.sort, allowDeselect=False, size="sm",
        label=t("overview.sort"), className="control control-sort",
    )  # fmt: skip
    return html.Div([search, policy, order], className="controls", role="search")


def _buttons(view: View, t: Text) -> Component:
    changes = components.link(view, "/changes", t("overview.changes"), "button")
    excel = components.button(t("overview.excel"), "overview-excel")
    return html.Div([changes, excel, components.button(t("overview.csv"), "overview-csv")], className="buttons")


def listing(board: Board, view: View, t: Text) -> list[Component]:
    """How much is measured, the promises that the filters leave, and those without a number."""
    parts: list[Component] = [html.Div([html.P(_tally(board, view, t), role="status"), _legend(t)], className="tally")]
    if board.rows:
        bodies = [_body(first, rows, view, t) for first, rows in board.groups] or [_body(None, board.rows, view, t)]
        head = html.Thead(html.Tr([html.Th(_column(name, t), scope="col") for name in COLUMNS]))
        caption = html.Caption(t("overview.title"), className="visually-hidden")
        parts.append(html.Table([caption, head, *bodies], className="promises"))
    else:
        clear = components.link(view, PATH, t("overview.clear"), status=None, policy="", q="")
        parts.append(components.empty(t("overview.none"), t("overview.none_hint"), clear))
    return parts + ([_without_number(board, view, t)] if board.without_number else [])


def _column(name: str, t: Text) -> list[object]:
    words = t(f"overview.column.{name}")
    return [words] if name != "progress" else [words, html.Span(t("overview.column.tick"), className="tick-key")]


def _tally(board: Board, view: View, t: Text) -> list[object]:
    said = t("overview.unmeasured", n=t.number(board.unmeasured), total=t.number(board.selected))
    if not (view.status or view.policy or view.q):
        return [html.Strong(said)]
    shown = t("overview.shown", n=t.number(len(board.rows)), total=t.number(board.total))
    clear = components.link(view, PATH, t("overview.clear"), status=None, policy="", q="")
    return [html.Span([shown, " ", clear], className="tally-shown"), html.Strong(said)]


def _legend(t: Text) -> Component:
    """What the bar shows, where the table's head is not seen."""
    words = [t("overview.column.progress"), html.Span(t("overview.column.tick"), className="tick-key")]
    return html.P(words, className="only-narrow", **{"aria-hidden": "true"})


def _body(first: dict | None, rows: Sequence[dict], view: View, t: Text) -> Component:
    lines = [_row(row, view, t, has_policy=first is None) for row in rows]
    if first is None:
        return html.Tbody(lines)
    issued = html.Span(t.month(first["issued"]), className="muted") if first["issued"] else None
    name = html.Span(first["policy_short"], title=first["policy_name"])
    heading = html.Th([name, " ", issued], colSpan=len(COLUMNS), scope="rowgroup", className="policy-name")
    return html.Tbody([html.Tr(heading, className="policy-row"), *lines])


def _row(row: dict, view: View, t: Text, has_policy: bool) -> Component:
    name = components.link(view, components.target_path(row["slug"]), row["title"], "row-link")
    notes = components.badges(row, t)
    policy = html.Span(row["policy_short"], className="row-policy") if has_policy else None
    cells = [
        html.Td(components.status_mark(row["status"], t, row["detail"]), className="cell-status"),
        html.Th(
            [name, policy, html.Span(notes, className="badges") if notes else None], scope="row", className="cell-name"
        ),
        html.Td([components.value_path(row, t), components.unit_line(row)], className="cell-values"),
        html.Td(_progress(row, t), className="cell-progress"),
        html.Td(t.month(row["deadline"]) if row["deadline"] else None, className="cell-deadline"),
        html.Td(_chance(row, t), className="cell-chance"),
        html.Td(_figure(row, view, t), className="cell-figure"),
    ]
    return html.Tr(cells, className="row")


def _progress(row: dict, t: Text) -> list[object]:
    if row["value"] is None:
        return [html.Span(t("overview.no_figure"), className="muted")]
    share = row["progress_share"]
    number = html.Span(t.share(share), className="share", **{"aria-hidden": "true"}) if share is not None else None
    return [components.distance_bar(row, t), number]


def _figure(row: dict, view: View, t: Text) -> list[object]:
    if row["value"] is None:
        return []
    age = components.age_text(row["published_on"], view.as_of, t)
    return [html.Span(period_text(row["period"], t), className="period"), html.Span(age, className="muted")]


def _chance(row: dict, t: Text) -> list[object] | None:
    """The chance; on a phone, where the table's head is not seen, with its name."""
    told = components.chance(row, t)
    name = html.Span(t("overview.column.chance") + " ", className="chance-label", **{"aria-hidden": "true"})
    return [name, told] if told else None


def _without_number(board: Board, view: View, t: Text) -> Component:
    rows = [
        html.Li(
            [
                components.link(view, components.target_path(row["slug"]), row["title"]),
                html.Span([" · ", row["policy_short"], " · ", t.label(Status(row["status"]))], className="muted"),
            ]
        )
        for row in board.without_number
    ]
    words = t("overview.without_number", n=t.number(len(rows)))
    return html.Details([html.Summary(words), html.Ul(rows)], className="without-number")


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The controls write the address; the address writes the strip, the list and the files."""
    where = (State("address", "pathname"), State("address", "search"))
    _write_the_address(app, where, today)
    _show_what_the_address_says(app, data, today)
    _hand_over_files(app, data, where, today)


def _write_the_address(app: Dash, where: tuple[State, State], today: Today) -> None:
    @app.callback(
        Output("address", "search", allow_duplicate=True),
        inputs={
            "controls": {name: Input(f"overview-{name}", "value") for name in CONTROLS},
            "clicks": Input({"type": "overview-family", "family": ALL}, "n_clicks"),
        },
        state={"where": where},
        prevent_initial_call=True,
    )
    def write_address(controls: dict[str, object], clicks: object, where: tuple[object, object]):
        view = address.read(*where, today())
        changed = chosen(view, controls, _clicked())
        return no_update if changed == view else address.search(changed)


def _show_what_the_address_says(app: Dash, data: Data, today: Today) -> None:
    @app.callback(
        Output("overview-lengths", "children"),
        Output({"type": "overview-count", "family": ALL}, "children"),
        Output({"type": "overview-family", "family": ALL}, "aria-pressed"),
        Output("overview-list", "html"),
        inputs={"search": Input("address", "search")},
        state={
            "pathname": State("address", "pathname"),
            "controls": {name: State(f"overview-{name}", "value") for name in CONTROLS},
        },
        prevent_initial_call=True,
    )
    def show(search: object, pathname: object, controls: dict[str, object]):
        view = address.read(pathname, search, today())
        if view.path != PATH:
            raise PreventUpdate
        _set_controls(view, controls)
        t = text.of(view.lang)
        board = promises.board(data.rows(view.as_of, view.method, view.lang), view)
        counts = [t.number(board.counts[family]) for family in STRIP]
        return lengths(board), counts, [_pressed(view, family) for family in STRIP], html_of(listing(board, view, t))


def _hand_over_files(app: Dash, data: Data, where: tuple[State, State], today: Today) -> None:
    @app.callback(
        Output("overview-download", "data"),
        inputs={"excel": Input("overview-excel", "n_clicks"), "csv": Input("overview-csv", "n_clicks")},
        state={"where": where},
        prevent_initial_call=True,
    )
    def hand_over(excel: object, csv: object, where: tuple[object, object]):
        if not (excel or csv):
            return no_update
        view = address.read(*where, today())
        if ctx.triggered_id == "overview-excel":
            content = data.report(view.as_of, view.method, view.lang, view.policy)
            return download(view.policy or SLUG, view.as_of, content, "xlsx")
        return download(SLUG, view.as_of, shown_as_csv(data, view), "csv")


def shown_as_csv(data: Data, view: View) -> bytes:
    """The rows that the view shows, in its order, as CSV."""
    board = promises.board(data.rows(view.as_of, view.method, view.lang), view)
    return data.status_csv(view.as_of, view.method, view.lang, [row["target_id"] for row in board.rows])


def chosen(view: View, controls: dict[str, object], clicked: str | None) -> View:
    """The view as the controls have it; a click on the family that is shown shows all again."""
    given = {key: value for key, value in controls.items() if isinstance(value, str) and value}
    asked = address.read(view.path, urlencode(given), view.today)
    changed = replace(view, q=asked.q, policy=asked.policy, sort=asked.sort)
    if clicked in STRIP:
        changed = replace(changed, status=None if view.status == clicked else Family(clicked))
    return changed


def _clicked() -> str | None:
    """The family whose button was clicked: buttons that were only drawn have no clicks yet."""
    clicks = [one["prop_id"].removesuffix(".n_clicks") for one in ctx.triggered if one["value"]]
    pressed = [json.loads(identifier) for identifier in clicks if identifier.startswith("{")]
    return pressed[0].get("family") if pressed else None


def _set_controls(view: View, shown: dict[str, object]) -> None:
    """Brings the controls to the view, as after a step back."""
    for name in CONTROLS:
        wanted = getattr(view, name)
        if " ".join(str(shown[name] or "").split()) != wanted:
            set_props(f"overview-{name}", {"value": wanted or (None if name == "policy" else "")})
