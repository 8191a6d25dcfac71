"""Long lists in pages: what is not shown is not sent."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from app import components
from app.address import View
from app.text import Text

PER_PAGE = 100
NEAR = 2
"""Pages on either side of the one shown that have a link of their own."""


def page_count(rows: int) -> int:
    """How many pages so many rows fill: a rest of less than half a page stands on the last one."""
    return max(1, (rows + PER_PAGE // 2) // PER_PAGE)


def page_of(rows: Sequence, page: int) -> tuple[int, Sequence]:
    """The number of a page, at most the last one's, and its rows."""
    last = page_count(len(rows))
    page = min(page, last)
    start = (page - 1) * PER_PAGE
    return page, rows[start:] if page == last else rows[start : start + PER_PAGE]


def offered(page: int, last: int) -> list[int | None]:
    """Pages that have a link: the first, those near, the last; None where some are left out between them."""
    numbers = [n for n in range(1, last + 1) if n in (1, last) or abs(n - page) <= NEAR]
    places = list(zip(numbers, numbers[1:], strict=False))
    return [part for n, after in places for part in ([n] if after == n + 1 else [n, None])] + numbers[-1:]


def pager(view: View, page: int, rows: int, t: Text) -> Component | None:
    """Links to the pages of a list, and that there is no such page as the view's; None where there is one page only."""
    beyond = components.left_out_note("page", view.page, t) if view.page > page else None
    last = page_count(rows)
    if last == 1:
        return beyond
    links = [_link(view, number, page, t) for number in offered(page, last)]
    back = _step(view, page - 1, "paging.back", t) if page > 1 else None
    on = _step(view, page + 1, "paging.on", t) if page < last else None
    said = html.Span(t("paging.page", page=t.number(page), last=t.number(last)), className="muted")
    nav = html.Nav([said, back, *links, on], className="pager", **{"aria-label": t("paging.label")})
    return html.Div([beyond, nav]) if beyond else nav


def _step(view: View, page: int, key: str, t: Text) -> Component:
    return components.link(view, view.path, t(key), "pager-step", page=page)


def _link(view: View, number: int | None, page: int, t: Text) -> Component:
    if number is None:
        return html.Span("…", className="muted", **{"aria-hidden": "true"})
    if number == page:
        return html.Span(t.number(number), className="pager-page is-current", **{"aria-current": "page"})
    return components.link(view, view.path, t.number(number), "pager-page", page=number)
