"""What is shown where an address leads nowhere."""

from dash import html
from dash.development.base_component import Component

from app import components, text
from app.address import View


def title(view: View) -> str:
    """The document's title."""
    return text.of(view.lang)("missing.title")


def layout(view: View) -> list[Component]:
    """Says so, and leads to the overview."""
    t = text.of(view.lang)
    back = components.link(view, "/", t("missing.back"))
    return [
        html.H1(t("missing.title"), className="headline"),
        html.P([t("missing.hint", day=t.day(view.as_of)), " ", back], className="lead"),
    ]
