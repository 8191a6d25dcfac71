"""What changed since a day: verdicts that moved, each with its cause and the figures that it rests on."""

from collections.abc import Mapping, Sequence
from datetime import date

import dash_mantine_components as dmc
from dash import Dash, html
from dash.development.base_component import Component

from app import address, components, moves, paging, text
from app.address import View
from app.control import control
from app.data import Data, Today
from app.figures.style import period_text
from app.moves import Day, Ledger
from app.still import still
from app.text import Text
from etl.judge.odds import percent
from etl.vocabulary import Cause, Kind

PATH = "/changes"
OWN = ()
SLUG = "milepost-changes"
SPANS = {"month": 30, "quarter": 90, "year": 365, "years": 1096}
"""Days before the as-of day that are offered by name."""

COLUMNS = ("verdict", "target", "why")


def title(data: Data, view: View) -> str:
    """The document's title."""
    t = text.of(view.lang)
    return t("changes.title", day=t.day(view.since_day))


def layout(data: Data, view: View) -> list[Component]:
    """The two days, what moved between them by cause and family, and the list."""
    t = text.of(view.lang)
    if not data.rows(view.as_of, view.method, view.lang):
        return [html.H1(title(data, view), className="headline"), components.nothing_loaded(t)]
    found = ledger_of(data, view)
    page, days = moves.paged(found, view.page)
    return [
        html.H1(title(data, view), className="headline"),
        html.P([*_lead(found, view, t), *_earlier(found, data, view, t)], className="lead", role="status"),
        html.Div([_controls(view, t), _downloads(found, view, t)], className="toolbar"),
        still([_net(found, t), *listing(days, view, t)], "changes-list"),
        paging.pager(view, page, len(found.rows), t),
        components.source_line(t, view),
    ]


def ledger_of(data: Data, view: View) -> Ledger:
    """What moved between the view's two days."""
    before, now = data.families(view.since_day, view.method), data.rows(view.as_of, view.method, view.lang)
    return moves.ledger(data.changes(view.since_day, view.as_of, view.method, view.lang), before, now)


def _lead(found: Ledger, view: View, t: Text) -> list[object]:
    """How many verdicts moved between which days and why, and how many targets were stated."""
    causes = dict(found.causes)
    stated = causes.pop(Cause.stated, 0)
    counts = [t("changes.cause", cause=t.label(cause), n=t.number(count)) for cause, count in causes.items()]
    days = {"first": t.day(view.since_day), "last": t.day(view.as_of)}
    between = t("changes.between_why", **days, causes=t("changes.list").join(counts)) if counts else None
    return [
        html.Strong(t.counted("changes.moved", found.moved) if found.moved else t("changes.moved_none")),
        between or t("changes.between", **days),
        t.counted("changes.stated", stated) if stated else "",
    ]


def _earlier(found: Ledger, data: Data, view: View, t: Text) -> list[object]:
    """Where no verdict moved: the way to the last day on which one did."""
    day = None if found.moved else _last_moved(data, view)
    if day is None:
        return []
    return [" ", components.link(view, PATH, t("changes.earlier", day=t.day(day)), since=address.before(day, 1))]


def _last_moved(data: Data, view: View) -> date | None:
    """The last day up to the view's first on which a verdict stood elsewhere before."""
    for day in reversed(data.change_days(view.since_day)):
        rows = data.changes(address.before(day, 1), day, view.method, view.lang)
        if any(row["cause"] != Cause.stated for row in rows):
            return day
    return None


def _controls(view: View, t: Text) -> Component:
    picker = dmc.DatePickerInput(
        id="changes-since",
        value=view.since_day.isoformat(),
        maxDate=address.before(view.as_of, 1).isoformat(),
        valueFormat=t("asof.day_pattern"),
        monthLabelFormat=t("asof.month_pattern"),
        yearLabelFormat="YYYY",
        label=t("changes.since"),
        ariaLabels={"previousMonth": t("asof.previous"), "nextMonth": t("asof.next")},
        firstDayOfWeek=1,
        weekendDays=[],
        size="sm",
        className="control control-since",
    )
    spans = [_span(key, days, view, t) for key, days in SPANS.items()]
    offered = html.Nav(spans, className="spans", **{"aria-label": t("changes.spans")})
    since = control(picker, view, "since", t.day_short(view.since_day))
    in_language = dmc.DatesProvider(since, settings={"locale": view.lang})
    return html.Div([in_language, offered], className="between")


def _span(key: str, days: int, view: View, t: Text) -> Component:
    day = address.before(view.as_of, days)
    is_current = day == view.since_day
    return components.link(view, PATH, t(f"changes.span.{key}"), "span is-current" if is_current else "span", since=day)


def _downloads(found: Ledger, view: View, t: Text) -> Component | None:
    return html.Div(components.file_links(view, t), className="buttons") if found.days else None


def _net(found: Ledger, t: Text) -> Component:
    """Each family with its promises then and now; those that stayed as they were are quieter."""
    items = [
        html.Li(
            [
                html.Span([html.I(**{"aria-hidden": "true"}), t.label(family)], className=f"mark is-family-{family}"),
                html.B(_then_now(before, after, t)),
            ],
            className="is-same" if before == after else None,
        )
        for family, before, after in found.families
    ]
    return html.Ul(items, className="net", **{"aria-label": t("changes.net")})


def _then_now(before: int, after: int, t: Text) -> str:
    return t.number(after) if before == after else f"{t.number(before)}{components.ARROW}{t.number(after)}"


def listing(days: Sequence[Day], view: View, t: Text) -> list[Component]:
    """One group a day: the verdicts that moved, then the targets stated on it."""
    if not days:
        return [components.empty(t("changes.none"), t("changes.none_hint"))]
    head = html.Thead(html.Tr([html.Th(t(f"changes.column.{name}"), scope="col") for name in COLUMNS]))
    caption = html.Caption(t("changes.caption"), className="visually-hidden")
    return [html.Table([caption, head, *(_day(day, view, t) for day in days)], className="moves")]


def _day(day: Day, view: View, t: Text) -> Component:
    name = html.Th(t.day(day.day), colSpan=len(COLUMNS), scope="rowgroup", className="day-name")
    rows = [_move(row, view, t) for row in day.moved]
    return html.Tbody([html.Tr(name), *rows, _stated(day, view, t)])


def _move(row: Mapping, view: View, t: Text) -> Component:
    cells = [
        html.Td(_verdicts(row, t), className="move-verdict"),
        html.Th(_target(row, view, t), scope="row", className="move-target"),
        html.Td(_why(row, t), className="move-why"),
    ]
    return html.Tr(cells, className="move")


def _verdicts(row: Mapping, t: Text) -> list[Component]:
    """Before and after, one below the other."""
    arrow = html.Span(components.ARROW.strip(), className="arrow", **{"aria-hidden": "true"})
    words = html.Span(t("changes.then"), className="visually-hidden")
    before = html.Span(components.status_mark(row["status_before"], t), className="move-before")
    after = html.Span([arrow, words, components.status_mark(row["status_after"], t)], className="move-after")
    return [before, after]


def _target(row: Mapping, view: View, t: Text) -> list[Component]:
    path = components.target_path(row["slug"])
    told = [" ", components.badge(t("badge.same_as", n=row["told"]))] if row["told"] > 1 else []
    on_its_day = components.link(view, path, t("changes.as_known", day=t.day_short(row["day"])), as_of=row["day"])
    return [
        components.link(view, path, row["title"], "move-name"),
        html.Span([row["policy_short"], *told], className="move-policy", title=row["policy_name"]),
        html.Span(on_its_day, className="move-link"),
    ]


def _why(row: Mapping, t: Text) -> list[Component]:
    cause = html.Span(t.label(Cause(row["cause"])), className="move-cause")
    lines = [html.Span(line, className="move-figures") for line in _rests_on(row, t)]
    return [cause, *lines, html.Span(row["sentence"], className="move-sentence")]


def _rests_on(row: Mapping, t: Text) -> list[str]:
    """The latest figure before and after, and the number aimed at where that moved too."""
    before, after = _figure(row, "before", t), _figure(row, "after", t)
    if before == after:
        lines = [t("changes.same", figure=after)] if row["value_after"] is not None else []
    else:
        lines = [f"{before}{components.ARROW}{after}"]
    aims = [row["target_value_before"], row["target_value_after"]]
    if None not in aims and aims[0] != aims[1]:
        unit = "%" if row["kind"] == Kind.growth_per_year else row["unit_text"] or ""
        lines.append(t("changes.aim", before=t.figure(aims[0]), after=t.with_unit(t.figure(aims[1]), unit)))
    return lines + _chances(row, t)


def _chances(row: Mapping, t: Text) -> list[str]:
    """The chance before and after, where either verdict gave one."""
    shares = [row["chance_before"], row["chance_after"]]
    if shares == [None, None]:
        return []
    before, after = (t("changes.no_chance") if share is None else percent(share, t.lang) for share in shares)
    return [t("changes.chance", before=before, after=after)]


def _figure(row: Mapping, side: str, t: Text) -> str:
    """A reading with its unit, period and publication."""
    value = row[f"value_{side}"]
    if value is None:
        return t("changes.no_figure")
    number = t.quantity(value, row[f"high_{side}"], row[f"qualifier_{side}"] or "exact")
    unit, day = row["unit_text"] or "", row[f"published_on_{side}"]
    parts = {"value": t.with_unit(number, unit), "period": period_text(row[f"period_{side}"], t)}
    return t("changes.figure", **parts, day=t.day_short(day)) if day else t("changes.figure_undated", **parts)


def _stated(day: Day, view: View, t: Text) -> Component | None:
    """The targets that were stated on a day and where each stood from then on, with the way to all as known then."""
    if not day.stated:
        return None
    items = [
        html.Li(
            [
                components.status_mark(row["status_after"], t),
                html.Span(
                    [
                        components.link(view, components.target_path(row["slug"]), row["title"]),
                        " ",
                        html.Span(row["policy_short"], className="muted"),
                    ]
                ),
            ]
        )
        for row in day.stated
    ]
    words = html.Span(t("changes.stated_on", n=t.number(day.new)), className="move-cause")
    on_its_day = components.link(view, "/", t("changes.as_known", day=t.day_short(day.day)), "move-link", as_of=day.day)
    return html.Tr(html.Td([html.P([words, on_its_day]), html.Ul(items)], colSpan=len(COLUMNS), className="stated"))


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The page has none of its own."""


def file(data: Data, view: View, suffix: str) -> tuple[str, bytes]:
    """The rows that the view shows, in its order, as CSV or as a workbook."""
    rows = ledger_of(data, view).rows
    if suffix == "csv":
        return SLUG, data.changes_csv(rows)
    lists = {"changes": [row["target_id"] for row in rows]}
    return SLUG, data.lists_report(view.as_of, view.method, view.lang, lists, view.since_day)
