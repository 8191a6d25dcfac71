"""A chart's place on a page, with its figures for every width and theme in which it may be seen there.

The browser draws the one that fits (`app/assets/chart.js`): first in the finished HTML, before the live page is there,
which then takes the drawn chart over as it is.
"""

import json
from collections.abc import Callable
from datetime import date
from html import escape

from dash.development.base_component import Component

from app import theme
from app.downloads import file_name
from app.figures import style

Draw = Callable[..., style.Figure]
"""Makes a figure in the light palette, for a phone where called with `narrow=True`."""


class Chart(Component):
    """A chart: `figures` by theme ("light", "dark"; "paper" for print where light is not there) and width ("wide",
    "narrow"), and its words for a reader."""

    _namespace = "milepost"
    _type = "Chart"
    _prop_names = ["id", "figures", "words", "className", "style"]
    _valid_wildcard_attributes: list[str] = []
    available_properties = _prop_names
    available_wildcard_properties: list[str] = []


def chart(draw: Draw, words: str, named_theme: str, identifier: str, class_name: str = "") -> Chart:
    """A chart in the theme that is named, and for print; in both where none is, and the reader's system decides."""
    light = {"wide": draw(), "narrow": draw(narrow=True)}
    heights = {f"--{width}-height": f"{figure['layout']['height']}px" for width, figure in light.items()}
    themes = [named_theme] if named_theme else theme.PALETTES
    figures = {name: {width: style.painted(one, theme.of(name)) for width, one in light.items()} for name in themes}
    if "light" not in figures:
        figures["paper"] = {"wide": light["wide"]}
    return Chart(
        id=identifier,
        figures=figures,
        words=words,
        className=f"chart-picture {class_name}".strip(),
        style=heights,
    )


def picture(figure: style.Figure, stem: str, as_of: date, kind: str) -> dict:
    """A figure to be saved by the browser as "png" or "svg", with its size and the name of its file without ending."""
    name = file_name(stem, as_of, _text(figure).encode(), kind).removesuffix(f".{kind}")
    size = {key: figure["layout"][key] for key in ("width", "height")}
    return {"figure": figure, "name": name, "format": kind, **size}


def html_of(chart: Chart) -> str:
    """The chart's place in finished HTML: its words, its room, its figures as data for the script."""
    room = ";".join(f"{name}:{value}" for name, value in chart.style.items())
    data = _text(chart.figures).replace("<", "\\u003c")
    return (
        f'<div class="{escape(chart.className)}" role="img" aria-label="{escape(chart.words)}" style="{escape(room)}">'
        f'<script type="application/json">{data}</script></div>'
    )


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
