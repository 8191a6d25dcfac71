"""What a reader sees or hears of a page: its texts, the words of its controls, names of things, and charts."""

import html
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

import plotly.graph_objects as go
from dash.development.base_component import Component

from app.prerender import html_of

WORD = re.compile(r"[A-Za-z](?:['’-]?[A-Za-z])+")
CHINESE = re.compile("[\u3400-\u9fff]+")
TERMS = {
    *("Milepost", "Apache", "License", "JavaScript", "CSV", "Excel", "ODS", "PNG", "SVG", "EN", "Ctrl"),
    *("Open", "SDG", "ESCAP", "SDSN", "Gapminder", "Holt", "Theta", "CAGR", "tD", "AP", "CS", "CR"),
    *("milepost", "rebase", "factor", "bases", "UTC", "English", "中文", "YYYY"),
}
"""Names, kinds of files, commands, a sheet, and the letters of formulas."""

SAID = ("aria-label", "title", "alt", "placeholder")
OF_CONTROLS = (
    "label",
    "placeholder",
    "nothingFoundMessage",
    "ariaLabels",
    "presets",
    "data",
    "attributes",
    "data-said",
)
OF_OPTIONS = ("label", "group", "items", "previousMonth", "nextMonth", "presetsList", "data-heading")
IN_FIGURES = ("text", "ticktext", "customdata", "hovertemplate", "hovertext")
CODES = ("code", "script", "style")
VOID = ("br", "hr", "img", "input", "wbr", "meta", "link", "path")
ABOUT = ("description", "og:title", "og:description")


class _Page(HTMLParser):
    """Texts of a document in its own language: what is marked as another's is left out, and so is code."""

    def __init__(self, lang: str):
        super().__init__()
        self.lang, self.said, self.within, self.foreign = lang, [], [], 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        is_foreign = tag in CODES or not given.get("lang", self.lang).startswith(self.lang)
        if tag not in VOID:
            self.within.append((tag, is_foreign))
            self.foreign += is_foreign
        if not (self.foreign or is_foreign):
            self.said += [given[name] for name in SAID if given.get(name)]
            self.said += [given["content"]] if given.get("name", given.get("property")) in ABOUT else []

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            _tag, is_foreign = self.within.pop()
            self.foreign -= is_foreign

    def handle_data(self, data: str) -> None:
        if not self.foreign:
            self.said.append(data)


def of_html(document: str, lang: str) -> list[str]:
    """Texts and spoken attributes of a document."""
    page = _Page(lang)
    page.feed(document)
    return page.said


def of_tree(tree: object, lang: str) -> list[str]:
    """All that a component tree says in the page's language, controls and charts too."""
    return [*of_html(html_of(tree), lang), *_controls(tree)]


def _controls(part: object) -> Iterator[str]:
    if isinstance(part, list | tuple):
        for one in part:
            yield from _controls(one)
    elif isinstance(part, Component):
        given = {name: value for name, value in vars(part).items() if not name.startswith("_")}
        given |= given.get("shape", {}).get("props", {})
        if part._namespace != "dash_html_components":
            yield from (word for name in OF_CONTROLS for word in _options(given.get(name)))
        if given.get("figure"):
            yield from of_figure(given["figure"])
        yield from _controls(given.get("children"))


def _options(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from (word for name in OF_OPTIONS for word in _options(part.get(name)))
    elif isinstance(part, list | tuple):
        yield from (word for one in part for word in _options(one))


def of_figure(figure: go.Figure | dict) -> Iterator[str]:
    """Titles, labels, ticks and hover texts of a chart, without its markup."""
    drawn = figure.to_plotly_json() if isinstance(figure, go.Figure) else figure
    yield from (html.unescape(re.sub(r"<[^>]*>|%\{[^}]*\}", " ", text)) for text in _drawn(drawn))


def _drawn(part: object, is_text: bool = False) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name != "template":
                yield from _drawn(value, name in IN_FIGURES)
    elif isinstance(part, str):
        if is_text:
            yield part
    elif isinstance(part, Iterable):
        for one in part:
            yield from _drawn(one, is_text)
