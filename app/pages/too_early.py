"""What is shown on a day before anything was known, or before one target was."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from app import components, text
from app.address import View


def layout(view: View, first: date) -> list[Component]:
    """Says that nothing was known on the view's day, and leads to the first day on which something was."""
    return _page(view, "register", first)


def of_target(view: View, first: date) -> list[Component]:
    """Says that the target was not known on the view's day, and leads to the day on which it was stated."""
    return _page(view, "target", first)


def of_policy(view: View, first: date) -> list[Component]:
    """Says that the document was not out on the view's day, and leads to the day on which it was issued."""
    return _page(view, "policy", first)


def _page(view: View, of: str, first: date) -> list[Component]:
    t = text.of(view.lang)
    link = components.link(view, view.path, t("early.link", day=t.day(first)), as_of=first)
    return [
        html.H1(t(f"early.{of}", day=t.day(view.as_of)), className="headline"),
        html.P([t(f"early.{of}_hint"), " ", link], className="lead"),
    ]
