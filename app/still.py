"""Content without callbacks of its own, handed to the browser as finished HTML.

A list of a hundred promises is thousands of elements; as live components each of them would be asked again on every
change of the page. Its links still open within the page (`app/assets/still.js`).
"""

from dash.development.base_component import Component

from app.prerender import html_of


class Still(Component):
    """A block of finished HTML. Made by `still`, which escapes every text."""

    _namespace = "milepost"
    _type = "Still"
    _prop_names = ["id", "html", "className"]
    _valid_wildcard_attributes: list[str] = []
    available_properties = _prop_names
    available_wildcard_properties: list[str] = []


def still(tree: object, identifier: str | None = None, class_name: str = "") -> Still:
    """A component tree of HTML elements and links as one block; a callback may replace its `html` by `html_of`."""
    named = {"id": identifier} if identifier else {}
    return Still(html=html_of(tree), className=class_name, **named)
