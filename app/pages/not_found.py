"""What is shown where an address leads nowhere."""

from dash.development.base_component import Component

from app import components, text
from app.address import View


def title(view: View) -> str:
    """The document's title."""
    return text.of(view.lang)("missing.title")


def layout(view: View) -> Component:
    """Says so, and leads to the overview."""
    t = text.of(view.lang)
    hint = t("missing.hint", day=t.day(view.as_of))
    return components.empty(t("missing.title"), hint, components.link(view, "/", t("missing.back")))
