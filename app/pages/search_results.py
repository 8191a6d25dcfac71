"""The page of a search: everything that holds the words, by kind."""

from dash import Dash, html
from dash.development.base_component import Component

from app import components, text
from app.address import SEARCH_PATH, View
from app.data import Data, Today
from app.found import Hit, hits
from app.pages.policy_parts import heading
from app.still import still
from app.text import Text

PATH = SEARCH_PATH
OWN = ()
SHOWN = 50
"""Hits of each kind that the page lists."""

LISTS = {"target": "/", "policy": "/policies"}
"""Pages that list all hits of a kind."""


def title(data: Data, view: View) -> str:
    """The document's title, with the words."""
    t = text.of(view.lang)
    return t("search.title_of", words=view.q) if view.q else t("search.title")


def layout(data: Data, view: View) -> list[Component]:
    """How much was found, and the hits of each kind."""
    t = text.of(view.lang)
    head = html.H1(title(data, view), className="headline")
    if not view.q:
        return [head, html.P(t("search.empty"), className="lead")]
    shown, counts = hits(data, view, t, SHOWN)
    total = sum(counts.values())
    if not total:
        return [head, components.empty(t("search.none", words=view.q), t("search.none_hint"))]
    found = html.P(t.counted("search.found", total), className="lead", role="status")
    sections = [part for kind, own in shown.items() for part in _section(kind, own, counts[kind], view, t)]
    return [head, found, *sections, components.source_line(t, view)]


def _section(kind: str, own: list[Hit], count: int, view: View, t: Text) -> list[Component]:
    rest = count - len(own)
    more = None
    if rest and kind in LISTS:
        more = html.P(components.link(view, LISTS[kind], t("search.all", n=t.number(count)), q=view.q))
    elif rest:
        more = html.P(t("search.more", n=t.number(rest)), className="muted")
    rows = html.Ul([_hit(hit) for hit in own], className="hits")
    return [heading(t(f"search.kind.{kind}"), count, t), still([rows, more])]


def _hit(hit: Hit) -> Component:
    name = html.A(hit.name, href=hit.address)
    words = html.Div([name, html.Span(hit.about, className="hit-about")])
    return html.Li([hit.mark, words] if hit.mark else words, className="has-mark" if hit.mark else None)


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The page has none of its own."""
