"""Component trees as HTML, for the first answer: a reader sees the page before any script has run.

Only HTML elements, links and fields for words can be written: what is typed there the live page takes over
(`app/assets/handover.js`). A control that lives from scripts is a still of itself, which takes its room.
"""

from collections.abc import Iterable
from html import escape

from dash import dcc, html
from dash.development.base_component import Component

from app import charts
from app.control import Control, likeness

VOID = frozenset({"br", "hr", "img", "input", "wbr"})
NAMES = {"className": "class", "colSpan": "colspan", "rowSpan": "rowspan", "htmlFor": "for", "tabIndex": "tabindex"}
NATIVE = {dcc.Link: "a", dcc.Input: "input"}
DESCRIBING = frozenset({"available_properties", "available_wildcard_properties"})
LEFT_OUT = frozenset({"children", "id", "style", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "key"})


def html_of(tree: object) -> str:
    """The HTML of a component, of text, or of a list of both."""
    if tree is None:
        return ""
    if isinstance(tree, str):
        return escape(tree)
    if isinstance(tree, list | tuple):
        return "".join([html_of(part) for part in tree])
    return _element(tree) if isinstance(tree, Component) else escape(str(tree))


def _element(component: Component) -> str:
    if isinstance(component, charts.Chart):
        return charts.html_of(component)
    properties = _properties(component)
    if "html" in properties:
        return f'<div class="still {escape(properties["className"])}">{properties["html"]}</div>'
    if component.__module__.startswith("dash.html") or component._namespace == "dash_html_components":
        name = component._type.lower()
    elif type(component) in NATIVE:
        name = NATIVE[type(component)]
    else:
        return _control(component, properties)
    inner = "" if name in VOID else html_of(getattr(component, "children", None)) + f"</{name}>"
    return f"<{name}{''.join(_attributes(properties))}>{inner}"


def _control(component: Component, properties: dict[str, object]) -> str:
    """A field for words, the still of a control that lives from scripts, or the content of a provider."""
    shape = component.shape if isinstance(component, Control) else {"type": component._type, "props": properties}
    if shape["type"] == "TextInput":
        return html_of(_field(shape["props"]))
    if isinstance(component, Control):
        return html_of(likeness(component))
    place = {name: properties[name] for name in ("className", "style") if name in properties}
    return f"<div{''.join(_attributes(place))}>{html_of(_inner(component))}</div>"


def _field(given: dict[str, object]) -> Component:
    """A labelled field for words; where it has no name its id is one, by which its live twin is known."""
    words = dcc.Input(
        type="text",
        name=given.get("name") or given["id"],
        value=given.get("value", ""),
        placeholder=given.get("placeholder", ""),
        autoComplete="off",
    )
    return html.Label([html.Span(given["label"]), words], className=given["className"])


def _properties(component: Component) -> dict[str, object]:
    """The properties that were given, each time in the same order: those of its own by name, then aria and data.

    `to_plotly_json` has the same ones, and takes most of a page's time.
    """
    given = (name for name in vars(component) if name[0] != "_" and name not in DESCRIBING)
    return {name: getattr(component, name) for name in sorted(given, key=lambda name: ("-" in name, name))}


def _inner(component: Component) -> object:
    """A provider's content: what it wraps is HTML again; a control has none."""
    return getattr(component, "children", None) if component._namespace != "dash_core_components" else None


def _attributes(properties: dict[str, object]) -> Iterable[str]:
    for name, value in properties.items():
        if name not in LEFT_OUT and value is not None and value is not False:
            yield f' {NAMES.get(name, name)}="{escape("" if value is True else str(value))}"'
    if style := properties.get("style"):
        yield f' style="{escape(_style(style))}"'


def _style(style: dict[str, object]) -> str:
    return ";".join(f"{_css_name(name)}:{value}" for name, value in style.items())


def _css_name(name: str) -> str:
    if name.startswith("--"):
        return name
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)
