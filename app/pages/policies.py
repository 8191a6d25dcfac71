"""Policies: every document with what became of what it promises, and the news that belong to none of them."""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from app import address, components, dossiers, filters, paging, text, views
from app.address import ORDERS, View
from app.control import SEARCHED, control
from app.data import Data, Today, records
from app.dossiers import Document, worded
from app.downloads import TYPES
from app.pages.policy_parts import bodies, body_names, families, heading, news
from app.prerender import html_of
from app.still import still
from app.text import Text

PATH = "/policies"
SLUG = "milepost-policies"
CONTROLS = ("q", "body", "order")
OWN = (*CONTROLS, "page")

Names = Mapping[str, str]


def title(data: Data, view: View) -> str:
    """The document's title."""
    return text.of(view.lang)("policies.title")


def layout(data: Data, view: View) -> list[Component]:
    """How many documents promise how much, the controls, the documents, and other news."""
    t = text.of(view.lang)
    known, names = _documents(data, view), body_names(data, view.lang)
    if not known:
        return [html.H1(t("policies.title"), className="headline"), components.nothing_loaded(t)]
    return [
        html.H1(t("policies.title"), className="headline"),
        html.P(_lead(known, t), className="lead"),
        html.Div([_controls(known, names, view, t), _files(view, t)], className="toolbar"),
        still(_listing(known, names, data, view), "policies-list"),
        components.source_line(t, view),
    ]


def _documents(data: Data, view: View) -> dict[str, Document]:
    rows = data.rows(view.as_of, view.method, view.lang)
    return dossiers.documents(records(data.policies(view.as_of)), rows)


def _lead(known: Mapping[str, Document], t: Text) -> str:
    judged = sum(len(one.judged) for one in known.values())
    others = sum(len(one.others) for one in known.values())
    return t.counted("policies.lead", len(known), judged=t.number(judged), others=t.number(others))


def _controls(known: Mapping[str, Document], names: Names, view: View, t: Text) -> Component:
    issuers = filters.bodies_in([one.record for one in known.values()])
    search = dmc.TextInput(
        id="policies-q", value=view.q, debounce=300, size="sm", placeholder=t("policies.search_hint"),
        label=t("overview.search"), className="control control-search",
    )  # fmt: skip
    body = dmc.Select(
        id="policies-body", data=[{"value": code, "label": names[code]} for code in issuers], size="sm",
        value=view.body or None, clearable=True, **SEARCHED, label=t("overview.body"), className="control",
        placeholder=t("overview.all.body"), nothingFoundMessage=t("overview.no_choice"),
        comboboxProps={"width": 320, "position": "bottom-start"},
    )  # fmt: skip
    order = dmc.Select(
        id="policies-order", data=[{"value": order, "label": t(f"policies.order.{order}")} for order in ORDERS],
        value=view.order, allowDeselect=False, size="sm", label=t("overview.sort"), className="control control-sort",
    )  # fmt: skip
    shown = [control(one, view, key) for key, one in zip(CONTROLS, (search, body, order), strict=True)]
    return html.Div(shown, className="controls", role="search")


def _files(view: View, t: Text) -> Component:
    return html.Div(components.file_links(view, t, "policies"), className="buttons")


def _listing(known: Mapping[str, Document], names: Names, data: Data, view: View) -> list[Component]:
    """The documents that the view chooses, and the news that belong to none of them."""
    t, other = text.of(view.lang), dossiers.other_news(records(data.events(view.as_of)), view)
    section = [heading(t("policies.other_news"), len(other), t), news(other, t)] if other else []
    return [*listing(known, names, view, t), *section]


def listing(known: Mapping[str, Document], names: Names, view: View, t: Text) -> list[Component]:
    """A page of the documents that the view chooses, and how many there are. `names` are those of bodies by code."""
    found = dossiers.chosen(known.values(), view)
    clear = components.link(view, PATH, t("overview.clear"), q="", body="")
    if not found:
        return [components.empty(t("policies.none"), t("policies.none_hint"), clear)]
    parts = []
    if view.q or view.body:
        shown = t("policies.shown", n=t.number(len(found)), total=t.number(len(known)))
        parts.append(html.P([shown, " ", clear], className="holding", role="status"))
    page, shown_ones = paging.page_of(found, view.page)
    items = [_document(one, known, names, view, t) for one in shown_ones]
    return [*parts, html.Ul(items, className="documents"), paging.pager(view, page, len(found), t)]


def _document(one: Document, known: Mapping[str, Document], names: Names, view: View, t: Text) -> Component:
    record = one.record
    short, name = worded(record, "short", view.lang), worded(record, "name", view.lang)
    link = components.link(view, components.policy_path(record["policy_id"]), short, "document-name")
    said = [t.day_short(record["issued"]), record["number"], bodies(record, names, t), _before(record, known, view, t)]
    about = html.P([html.Span(part) for part in said if part], className="document-about")
    return html.Li(
        [
            html.Div([html.H2(link), html.P(name, className="document-title") if name != short else None, about]),
            html.Div(families(one, t), className="document-count"),
        ],
        className="document",
    )


def _before(record: Mapping, known: Mapping[str, Document], view: View, t: Text) -> list[object] | None:
    """The document that one takes over from."""
    if record["succeeds_id"] not in known:
        return None
    before = known[record["succeeds_id"]].record
    to = components.link(view, components.policy_path(before["policy_id"]), worded(before, "short", view.lang))
    return [t("policies.succeeds"), to]


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The address writes what the controls show, the list and the links to files."""

    @app.callback(
        *(Output(f"policies-{suffix}", "href") for suffix in TYPES),
        Output("policies-list", "html"),
        *(Output(f"policies-{name}", "value") for name in CONTROLS),
        Input("address", "search"),
        State("address", "pathname"),
        prevent_initial_call=True,
    )
    def show(search: object, pathname: object):
        view = views.read(data, pathname, search, today())
        if view.path != PATH:
            raise PreventUpdate
        files = [address.shown_as(view, suffix) for suffix in TYPES]
        shown = html_of(_listing(_documents(data, view), body_names(data, view.lang), data, view))
        return *files, shown, view.q, view.body or None, view.order


def file(data: Data, view: View, suffix: str) -> tuple[str, bytes]:
    """The documents that the view chooses, on all its pages and in its order, as CSV or as a workbook."""
    found = dossiers.chosen(_documents(data, view).values(), view)
    rows = [dossiers.row_of(one, body_names(data, view.lang), view.lang) for one in found]
    return SLUG, data.documents_csv(rows) if suffix == "csv" else data.documents_report(view.as_of, view.lang, rows)
