"""The page of a search: everything that holds the words, by kind."""

from dash import Dash, html
from dash.development.base_component import Component

from app import components, text
from app.address import SEARCH_PATH, View
from app.data import Data, Today
from app.found import Found, Hit, hits
from app.pages.policy_parts import family_counts, heading
from app.still import still
from app.text import Text
from etl.vocabulary import STRIP, Family

PATH = SEARCH_PATH
OWN = ()
SHOWN = 50
"""Hits of each kind that the page lists."""

LISTS = {"target": "/", "policy": "/policies"}
"""Pages that list all hits of a kind."""

TOLD = (Family.behind, Family.missed)
"""Families that are named also where nothing is in them."""


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
    found = hits(data, view, t, SHOWN)
    total = sum(found.counts.values())
    if not total:
        return [head, components.empty(t("search.none", words=view.q), t("search.none_hint"))]
    lead = html.P(t.counted("search.found", total), className="lead", role="status")
    sections = [part for kind in found.hits for part in _section(kind, found, view, t)]
    return [head, lead, *sections, components.source_line(t, view)]


def _section(kind: str, found: Found, view: View, t: Text) -> list[Component]:
    own, count = found.hits[kind], found.counts[kind]
    rest = count - len(own)
    more = None
    if rest and kind in LISTS:
        more = html.P(components.link(view, LISTS[kind], t("search.all", n=t.number(count)), q=view.q))
    elif rest:
        more = html.P(t("search.more", n=t.number(rest)), className="muted")
    rows = html.Ul([_hit(hit) for hit in own], className="hits")
    standing = _standing(found, view, t) if kind == "target" else None
    return [heading(t(f"search.kind.{kind}"), count, t), still([standing, rows, more])]


def _standing(found: Found, view: View, t: Text) -> Component:
    """How the targets stand by family, those that none may be in said too; and the way to the same in the list."""
    counts = {family: found.families[family] for family in STRIP}
    told = {family: count for family, count in counts.items() if count or family in TOLD}
    to_list = components.link(view, LISTS["target"], t("search.in_list"), q=view.q)
    return html.Div([family_counts(told, found.families[Family.not_judged], t), to_list], className="hits-standing")


def _hit(hit: Hit) -> Component:
    figure = html.Span(list(hit.figure), className="hit-figure") if hit.figure else None
    words = html.Div([html.A(hit.name, href=hit.address), html.Span(hit.about, className="hit-about"), figure])
    return html.Li([hit.mark, words] if hit.mark else words, className="has-mark" if hit.mark else None)


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The page has none of its own."""
