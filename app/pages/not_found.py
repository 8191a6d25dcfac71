"""What is shown where an address leads nowhere."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from app import address, components, text
from app.address import View
from app.data import Data
from app.near import near
from app.text import Text


def title(view: View) -> str:
    """The document's title."""
    return text.of(view.lang)("missing.title")


def layout(data: Data, view: View) -> list[Component]:
    """Says so, names targets whose address is much the same, and looks for words; leads to the overview."""
    t = text.of(view.lang)
    back = components.link(view, "/", t("missing.back"))
    return [
        html.H1(t("missing.title"), className="headline"),
        html.P([t("missing.hint", day=t.day(view.as_of)), " ", back], className="lead"),
        *_likely(data, view, t),
        _search(view, t),
    ]


def _likely(data: Data, view: View, t: Text) -> list[Component]:
    rows = {row["slug"]: row for row in data.rows(view.as_of, view.method, view.lang)}
    slugs = near(view.path.rsplit("/", 1)[-1], rows)
    links = [html.Li(_target(view, rows[slug])) for slug in slugs]
    return [html.H2(t("missing.likely"), className="subhead"), html.Ul(links, className="likely")] if links else []


def _target(view: View, row: dict) -> list[object]:
    policy = html.Span(row["policy_short"], className="muted")
    return [components.link(view, components.target_path(row["slug"]), row["title"]), " ", policy]


def _search(view: View, t: Text) -> Component:
    """Words to look for: an ordinary form, which opens the page of results with what else the view says."""
    kept = [
        dcc.Input(type="hidden", name=name, value=value)
        for name, value in address.fields(view, address.SEARCH_PATH, q="")
    ]
    words = dmc.TextInput(name="q", label=t("search.label"), size="sm", className="control control-search")
    button = html.Button(t("missing.find"), type="submit", className="button")
    return html.Form(
        [*kept, words, button], action=address.SEARCH_PATH, method="get", className="missing-search", role="search"
    )
