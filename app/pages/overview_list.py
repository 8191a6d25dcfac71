"""The overview's list: which filters hold, how much is measured, the promises, and those without a number."""

from collections.abc import Callable, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from app import components, paging
from app.address import View
from app.dossiers import initials, worded
from app.figures.style import period_text
from app.filters import NOTHING
from app.promises import Board
from app.text import Text
from etl.vocabulary import Status

PATH = "/"
COLUMNS = ("status", "target", "values", "progress", "deadline", "chance", "figure")


def listing(board: Board, said: Sequence[str], view: View, t: Text) -> list[Component]:
    """The filters that hold in words (`said`), how much is measured, a page of the promises that they leave, and those
    without a number."""
    unmeasured = t("overview.unmeasured", n=t.number(board.unmeasured), total=t.number(board.selected))
    tally = html.P(html.Strong(unmeasured), role=None if said else "status")
    parts = [
        *_holding(board, said, view, t),
        html.Div([tally, _legend(t), components.signs_link(view, t)], className="tally"),
    ]
    if board.rows:
        parts += [table(board.groups, view.grouping, view, t), paging.pager(view, board.page, len(board.rows), t)]
    else:
        parts.append(components.empty(t("overview.none"), t("overview.none_hint"), _clear(view, t)))
    return [*parts, _without_number(board, view, t) if board.without_number else None]


def table(groups: Sequence[tuple[dict, list[dict]]], grouping: str, view: View, t: Text) -> Component:
    """Promises as a table, under the heading of their group. `grouping` is one of `address.GROUPS`; "" for promises of
    one policy that the page names already."""
    head = html.Thead(html.Tr([html.Th(_column(name, t), scope="col") for name in COLUMNS]))
    caption = html.Caption(t("overview.title"), className="visually-hidden")
    has_policy = grouping not in ("policy", "")
    bodies = [
        html.Tbody([_heading(first, grouping, view, t), *(_row(row, view, t, has_policy=has_policy) for row in rows)])
        for first, rows in groups
    ]
    return html.Table([caption, head, *bodies], className="promises")


def _column(name: str, t: Text) -> list[object]:
    words = t(f"overview.column.{name}")
    return [words] if name != "progress" else [words, html.Span(t("overview.column.tick"), className="tick-key")]


def _holding(board: Board, said: Sequence[str], view: View, t: Text) -> list[Component]:
    """Which filters hold, how many promises they leave, and the way back to all; nothing where none holds."""
    if not said:
        return []
    shown = t("overview.shown", n=t.number(len(board.rows)), total=t.number(board.total))
    words = html.Span(t("list.dot").join(said), className="holding-filters")
    return [html.P([shown, " ", words, " ", _clear(view, t)], className="holding", role="status")]


def _clear(view: View, t: Text) -> Component:
    return components.link(view, PATH, t("overview.clear"), **NOTHING)


def _legend(t: Text) -> Component:
    """What the bar shows, where the table's head is not seen."""
    words = [t("overview.column.progress"), html.Span(t("overview.column.tick"), className="tick-key")]
    return html.P(words, className="only-narrow", **{"aria-hidden": "true"})


def _heading(first: dict, grouping: str, view: View, t: Text) -> Component | None:
    """What the rows of a group have in common; None where they are not grouped."""
    if grouping not in HEADINGS:
        return None
    words = HEADINGS[grouping](first, view, t)
    name = html.Th(words, colSpan=len(COLUMNS), scope="rowgroup", className="policy-name")
    return html.Tr(name, className="policy-row")


def _policy(first: dict, view: View, t: Text) -> list[object]:
    name = components.link(view, components.policy_path(first["policy_id"]), first["policy_short"])
    name.title = first["policy_name"]
    return [name, " ", html.Span(t.month(first["issued"]), className="muted") if first["issued"] else None]


def _status(first: dict, _view: View, t: Text) -> Component:
    return components.status_mark(first["status"], t)


def _year(first: dict, _view: View, t: Text) -> str:
    return t("overview.due_in", year=first["deadline"].year) if first["deadline"] else t("overview.due.none")


def _sector(first: dict, _view: View, t: Text) -> str:
    return first["sector"] or t("overview.no_sector")


HEADINGS: Mapping[str, Callable[[dict, View, Text], object]] = {
    "policy": _policy,
    "sector": _sector,
    "status": _status,
    "deadline": _year,
}
"""What stands over the rows of a group, by `address.GROUPS`."""


def _row(row: dict, view: View, t: Text, has_policy: bool) -> Component:
    name = components.link(view, components.target_path(row["slug"]), row["title"], "row-link")
    notes = components.badges(row, t)
    policy = html.Span(row["policy_short"], className="row-policy") if has_policy else None
    cells = [
        html.Td(components.status_mark(row["status"], t, row["detail"]), className="cell-status"),
        html.Th(
            [name, policy, html.Span(notes, className="badges") if notes else None], scope="row", className="cell-name"
        ),
        html.Td(components.values(row, t), className="cell-values"),
        html.Td(_progress(row, t), className="cell-progress"),
        html.Td(t.month(row["deadline"]) if row["deadline"] else None, className="cell-deadline"),
        html.Td(_chance(row, t), className="cell-chance"),
        html.Td(_figure(row, view, t), className="cell-figure"),
    ]
    return html.Tr(cells, className="row")


def _progress(row: dict, t: Text) -> list[object]:
    if row["value"] is None:
        return [html.Span(t("overview.no_figure"), className="muted")]
    share = row["progress_share"]
    number = html.Span(t.share(share), className="share", **{"aria-hidden": "true"}) if share is not None else None
    return [components.distance_bar(row, t), number]


def _figure(row: dict, view: View, t: Text) -> list[object]:
    if row["value"] is None:
        return []
    age = components.age_text(row["published_on"], view.as_of, t)
    period = html.Span(period_text(row["period"], t), className="period")
    return [period, html.Span(age, className="muted"), _by(row, t)]


def _by(row: dict, t: Text) -> Component | None:
    """Who made the figure known: by initials where there are any."""
    name = worded(row, "publisher", t.lang)
    short = initials(name, row["publisher_id"])
    if short:
        return html.Abbr(short, title=name, className="publisher")
    return html.Span(name, className="publisher") if name else None


def _chance(row: dict, t: Text) -> list[object] | None:
    """The chance; on a phone, where the table's head is not seen, with its name."""
    told = components.chance(row, t)
    name = html.Span(t("overview.column.chance") + " ", className="chance-label", **{"aria-hidden": "true"})
    return [name, told] if told else None


def _without_number(board: Board, view: View, t: Text) -> Component:
    """Promises that are not judged, folded; of very many the first, the others being on the documents' pages."""
    shown = board.without_number[: paging.PER_PAGE]
    rows = [
        html.Li(
            [
                components.link(view, components.target_path(row["slug"]), row["title"]),
                html.Span([" · ", row["policy_short"], " · ", t.label(Status(row["status"]))], className="muted"),
            ]
        )
        for row in shown
    ]
    words = t("overview.without_number", n=t.number(len(board.without_number)))
    others = components.link(view, "/policies", t("overview.without_number_more"))
    more = html.P(others) if len(board.without_number) > len(shown) else None
    return html.Details([html.Summary(words), html.Ul(rows), more], className="without-number")
