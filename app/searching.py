"""The search box of the header: a form that leads to the page of results, and what is offered while a reader types.

The form works without scripts; `app/assets/search.js` adds the list, by mouse and by keyboard.
"""

from collections.abc import Sequence
from html import escape
from urllib.parse import parse_qsl

from dash import html
from dash.development.base_component import Component
from flask import Flask, request

from app import address, text
from app.address import SEARCH_PATH, View
from app.data import Data, Today
from app.found import SUGGESTED, Hit, everything, hits
from app.prerender import html_of
from app.still import Still
from app.text import Text

OFFERED_PATH = "/search/offered"

FORM = (
    '<form class="search-box" role="search" action="{action}" method="get" data-offered="{offered}">'
    '<label><span class="visually-hidden">{label}</span>'
    '<input class="search-words" name="q" type="search" value="{words}" placeholder="{hint}" maxlength="{longest}" '
    'role="combobox" aria-autocomplete="list" aria-expanded="false" autocomplete="off" spellcheck="false"></label>'
    '<kbd aria-hidden="true">/</kbd>{kept}'
    '<div class="search-offered" hidden></div><span class="visually-hidden" role="status"></span></form>'
)


def box(view: View, t: Text) -> Component:
    """The search box; it holds the words only on the page of their results."""
    kept = parse_qsl(address.search(address.read(*_plain(view), view.today)).removeprefix("?"))
    hidden = [f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in kept]
    form = FORM.format(
        action=SEARCH_PATH,
        offered=OFFERED_PATH,
        label=escape(t("search.label")),
        hint=escape(t("search.hint")),
        words=escape(view.q if view.path == SEARCH_PATH else ""),
        longest=address.MAX_WORDS,
        kept="".join(hidden),
    )
    return Still(html=form, className="search-place")


def _plain(view: View) -> tuple[str, str]:
    """Path and query of the page of results without words."""
    path, _mark, query = address.href(view, SEARCH_PATH, q="", page=1).partition("?")
    return path, query


def route(server: Flask, data: Data, today: Today) -> None:
    """Answers what is offered for some words as a piece of HTML."""

    @server.get(OFFERED_PATH)
    def offered() -> str:
        view = address.read(SEARCH_PATH, request.query_string.decode("utf-8", "replace"), today())
        return html_of(offer(data, view))


def offer(data: Data, view: View) -> list[Component]:
    """The best hits of each kind as options, and the way to all of them; or that there are none."""
    t = text.of(view.lang)
    found = hits(data, view, t, SUGGESTED)
    total = sum(found.counts.values())
    if not total:
        return [
            html.P(t("search.none", words=view.q), className="search-none", **{"data-said": t("search.found_none")})
        ]
    groups = [_group(kind, own, found.counts[kind], t) for kind, own in found.hits.items()]
    said = t.counted("search.found", total)
    to_all = html.A(
        t("search.all", n=t.number(total)), href=everything(view), role="option", className="search-all", tabIndex=-1
    )
    return [html.Div([*groups, to_all], role="listbox", **{"aria-label": t("search.label"), "data-said": said})]


def _group(kind: str, own: Sequence[Hit], count: int, t: Text) -> Component:
    name, number = t(f"search.kind.{kind}"), t.number(count)
    heading = html.Span([name, " ", html.B(number)], className="search-kind", **{"aria-hidden": "true"})
    return html.Div([heading, *map(_option, own)], role="group", **{"aria-label": f"{name} {number}"})


def _option(hit: Hit) -> Component:
    words = html.Span([html.Span(hit.name, className="hit-name"), html.Span(hit.about, className="hit-about")])
    inner = [hit.mark, words] if hit.mark else words
    return html.A(inner, href=hit.address, role="option", className="search-option", tabIndex=-1)
