"""Controls whose value stands in the address: the reader changes them, the browser writes them, the server reads them.

`app/assets/control.js` writes a control's key at once into the address as it is at that moment. No callback writes
an address: however late an answer comes, it takes no reader back to where she was.
"""

import json

from dash.development.base_component import Component

from app import address
from app.address import View

SEARCHED = {"searchable": True, "selectFirstOptionOnChange": True, "openOnFocus": False}
"""Properties of a choice that is looked through by typing. A focus that comes back to it does not open it."""


class Control(Component):
    """A control that shows `value` until its reader chooses another. Made by `control`."""

    _namespace = "milepost"
    _type = "Control"
    _prop_names = ["id", "value", "choice", "shape", "className", "style"]
    _valid_wildcard_attributes: list[str] = []
    available_properties = _prop_names
    available_wildcard_properties: list[str] = []


def control(shape: Component, view: View, key: str) -> Control:
    """A Mantine component with an id and a value, as the control of a key of the address.

    What a callback gives to its `value` is shown, and never written. With `debounce` words wait so many milliseconds.
    """
    drawn = shape.to_plotly_json()
    own = {name: drawn["props"].get(name) for name in ("id", "value", "className", "style")}
    return Control(choice=address.choice(view, key), shape=drawn, **own)


def choosing(view: View, key: str, value: str) -> dict[str, str]:
    """The attributes of a button that writes `value` under a key of the address, and takes it away again."""
    return {"value": value, "data-choice": json.dumps(address.choice(view, key))}
