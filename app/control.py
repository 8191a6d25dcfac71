"""Controls whose value stands in the address: the reader changes them, the browser writes them, the server reads them.

`app/assets/control.js` writes a control's key at once into the address as it is at that moment. No callback writes
an address: however late an answer comes, it takes no reader back to where she was.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from app import address
from app.address import View

SEARCHED = {"searchable": True, "selectFirstOptionOnChange": True, "openOnFocus": False}
"""Properties of a choice that is looked through by typing. A focus that comes back to it does not open it."""


class Control(Component):
    """A control that shows `value` until its reader chooses another. Made by `control`."""

    _namespace = "milepost"
    _type = "Control"
    _prop_names = ["id", "value", "words", "choice", "shape", "className", "style"]
    _valid_wildcard_attributes: list[str] = []
    available_properties = _prop_names
    available_wildcard_properties: list[str] = []


def control(shape: Component, view: View, key: str, words: str = "") -> Control:
    """A Mantine component with an id and a value, as the control of a key of the address.

    `words` are those of its value, where they are not among its options. What a callback gives to its `value` is shown,
    and never written. With `debounce` words wait so many milliseconds.
    """
    drawn = shape.to_plotly_json()
    own = {name: drawn["props"].get(name) for name in ("id", "value", "className", "style")}
    return Control(choice=address.choice(view, key), shape=drawn, words=words, **own)


def likeness(given: Control) -> Component:
    """How a control looks before it lives: its label, and a field with what is chosen or says that nothing is.

    Its parts have the library's names, so that they take the same room; `app/assets/start.js` remembers a press.
    """
    shape = given.shape["props"]
    chosen, hint = given.words or _chosen(shape), shape.get("placeholder", "")
    field = html.Div(chosen or hint, className="mantine-Input-input" if chosen else "mantine-Input-input is-hint")
    parts = [
        html.Span(shape["label"], className="mantine-InputWrapper-label"),
        html.Div(field, className="mantine-Input-wrapper"),
    ]
    return html.Div(parts, className=f"still-control {given.className}", style=given.style, **{"data-of": given.id})


def _chosen(shape: Mapping) -> str | list[Component]:
    """The words of what is chosen; of several a label each."""
    value, words = shape.get("value"), dict(_options(shape.get("data", ())))
    if isinstance(value, list):
        return [html.Span(words.get(one, one), className="mantine-Pill-root") for one in value]
    return words.get(value, "" if words else value or "")


def _options(data: Sequence[Mapping]) -> Iterator[tuple[str, str]]:
    """Values and words of options, which may stand in groups."""
    for one in data:
        if "items" in one:
            yield from _options(one["items"])
        else:
            yield one["value"], one["label"]


def choosing(view: View, key: str, value: str) -> dict[str, str]:
    """The attributes of a button that writes `value` under a key of the address, and takes it away again."""
    return {"value": value, "data-choice": json.dumps(address.choice(view, key))}
