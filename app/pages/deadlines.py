"""Deadlines: what became of those that have passed, which come next, what has fallen silent, what does not add up."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from dash import Dash, html
from dash.development.base_component import Component

from app import components, docket, paging, text
from app.address import View
from app.data import Data, Today, records
from app.docket import SILENT, Docket, Remark, Year
from app.figures.style import period_text
from app.pages import deadlines_calendar
from app.paging import PER_PAGE
from app.still import still
from app.text import Text
from etl.vocabulary import ON_BASES, Choice

PATH = "/deadlines"
SLUG = "milepost-deadlines"
OWN = ()
COLUMNS = ("status", "target", "values", "evidence")

Notes = Mapping[str, list[dict]]
Observations = Mapping[tuple, dict]


def title(data: Data, view: View) -> str:
    """The document's title."""
    return text.of(view.lang)("deadlines.title")


def layout(data: Data, view: View) -> list[Component]:
    """Counts, the docket, the next deadlines, the silence, and what does not add up."""
    t = text.of(view.lang)
    rows = data.rows(view.as_of, view.method, view.lang)
    if not rows:
        return [html.H1(t("deadlines.title"), className="headline"), components.nothing_loaded(t)]
    found = docket.docket(rows, view.as_of)
    remarks = docket.remarks(data.findings(view.as_of), rows, view.lang)
    silent = [one for one in remarks if one.code in SILENT]
    open_sums = [one for one in remarks if one.code not in SILENT]
    policies = {row["policy_id"]: row for row in records(data.policies(view.as_of))}
    sections = [
        *_calendar(rows, view, t),
        *_docket(found, data, view, t),
        *_coming(found, view, t),
        *_remarks("silent", silent, policies, view, t),
        *_remarks("sums", open_sums, policies, view, t),
    ]
    return [
        html.H1(t("deadlines.title"), className="headline"),
        html.P(_lead(found, view, t), className="lead"),
        _counts(found, len(silent), len(open_sums), view, t),
        *sections,
        components.source_line(t, view),
    ]


def _lead(found: Docket, view: View, t: Text) -> list[object]:
    day = t.day(view.as_of)
    passed = (
        t.counted("deadlines.passed", found.passed, day=day) if found.passed else t("deadlines.passed_none", day=day)
    )
    soon = html.A(t.counted("deadlines.soon", found.soon), href="#coming") if found.soon else t("deadlines.soon_none")
    return [html.Strong(passed), " ", soon, " ", t("deadlines.lead")]


def _counts(found: Docket, silent: int, open_sums: int, view: View, t: Text) -> Component:
    """What became of deadlines, counted by status; how long the sections below are; all of it as files."""
    marks = [html.Li([components.status_mark(status, t), html.B(t.number(count))]) for status, count in found.counts]
    sections = {"coming": found.ahead, "silent": silent, "sums": open_sums}
    links = [
        html.Li(html.A([t(f"deadlines.{key}"), " ", html.B(t.number(count))], href=f"#{key}"))
        for key, count in sections.items()
    ]
    files = html.Div(components.file_links(view, t), className="buttons")
    jumps = html.Div([html.Ul(links, className="net jumps"), files], className="jump-bar")
    return html.Div([html.Ul(marks, className="net") if marks else None, jumps])


def _heading(key: str, count: int, t: Text) -> list[Component]:
    number = html.Span(t.number(count), className="muted")
    return [html.H2([t(f"deadlines.{key}"), " ", number], className="subhead", id=key), _intro(key, t)]


def _intro(key: str, t: Text) -> Component:
    return html.P(t(f"deadlines.{key}_lead"), className="muted section-lead")


def _calendar(rows: Sequence[dict], view: View, t: Text) -> list[Component]:
    years = docket.calendar(rows)
    if not years:
        return []
    heading = html.H2(t("deadlines.calendar"), className="subhead")
    return [heading, _intro("calendar", t), deadlines_calendar.calendar(years, view, t)]


def _docket(found: Docket, data: Data, view: View, t: Text) -> list[Component]:
    heading = _heading("docket", found.passed, t)
    if not found.years:
        return [*heading, html.P(t("deadlines.none_passed"), className="nothing")]
    head = html.Thead(html.Tr([html.Th(t(f"deadlines.column.{name}"), scope="col") for name in COLUMNS]))
    caption = html.Caption(t("deadlines.docket"), className="visually-hidden")
    page, years = docket.paged(found, view.page)
    observed, notes = _observations(data, view, years), _notes(data, view)
    bodies = [_year(year, observed, notes, view, t) for year in years]
    table = still(html.Table([caption, head, *bodies], className="docket"))
    return [*heading, table, paging.pager(view, page, found.passed, t)]


def _year(year: Year, observed: Observations, notes: Notes, view: View, t: Text) -> Component:
    name = html.Th(t("deadlines.year", year=year.year), colSpan=len(COLUMNS), scope="rowgroup", className="day-name")
    rows = [_due(row, observed, notes, view, t) for row in year.rows]
    return html.Tbody([html.Tr(name), *rows, _unmeasured(year, view, t)])


def _due(row: Mapping, observed: Observations, notes: Notes, view: View, t: Text) -> Component:
    evidence = [html.Span(_evidence(row, observed, view, t), className="evidence"), *_signed(row, notes, t)]
    cells = [
        html.Td(components.status_mark(row["status"], t, row["detail"]), className="due-status"),
        html.Th(_target(row, view, t), scope="row", className="due-target"),
        html.Td(components.values(row, t), className="due-values"),
        html.Td(evidence, className="due-evidence"),
    ]
    return html.Tr(cells, className="due")


def _target(row: Mapping, view: View, t: Text, has_deadline: bool = True) -> list[Component]:
    told = [" ", components.badge(t("badge.same_as", n=row["told"]))] if row["told"] > 1 else []
    said = [row["policy_short"], *([t("deadlines.by", day=t.day_short(row["deadline"]))] if has_deadline else [])]
    words = html.Span([t("list.dot").join(said), *told], className="due-policy")
    return [components.link(view, components.target_path(row["slug"]), row["title"], "due-name"), words]


def _evidence(row: Mapping, observed: Observations, view: View, t: Text) -> list[object]:
    """The figure that decides, for which period, made known when and by whom."""
    if row["value"] is None:
        return [t("deadlines.no_figure")]
    number = t.quantity(row["value"], row["high"], row["qualifier"] or "exact")
    period = period_text(row["period"], t)
    place = (row["source_load_id"], row["source_sheet"], row["source_cell"])
    one = observed.get(place)
    figure = components.from_cell(view, t("chart.latest", value=number, period=period), place, t)
    if one is None:
        return [figure]
    return [figure, t("list.dot"), _publication(one, t)]


def _publication(one: Mapping, t: Text) -> str:
    publisher, day = _named(one, "publisher", t), one["published_on"]
    if not day:
        return publisher
    return t("deadlines.published", publisher=publisher, day=t.day_short(day))


def _named(record: Mapping, stem: str, t: Text) -> str:
    return record[f"{stem}_{t.lang}"] or record[f"{stem}_en"] or ""


def _signed(row: Mapping, notes: Notes, t: Text) -> list[Component]:
    """What a person decided or remarked about the target: who, when, why, with the address of the evidence."""
    return [_note(one, t) for one in notes.get(row["target_id"], ())]


def _note(one: Mapping, t: Text) -> Component:
    reason = t.told(one, "reason")
    said = t("deadlines.signed", person=one["decided_by"], day=t.day_short(one["decided_on"]))
    choice = t.label(Choice(one["choice"]))
    link = [" ", components.outside(one["url"], t("deadlines.evidence_link"))] if one["url"] else []
    words = [html.B(choice), t("list.dot"), reason, *link, html.Span(said, className="signature")]
    return html.Span(words, className="note")


def _unmeasured(year: Year, view: View, t: Text) -> Component | None:
    """Promises that fell due in the year and of which no figure is on file."""
    if not year.unmeasured:
        return None
    items = [html.Li(_target(row, view, t)) for row in year.unmeasured]
    words = html.Summary(t("deadlines.unmeasured", n=t.number(len(items))))
    return html.Tr(html.Td(html.Details([words, html.Ul(items)], className="unmeasured"), colSpan=len(COLUMNS)))


def _coming(found: Docket, view: View, t: Text) -> list[Component]:
    heading = _heading("coming", found.ahead, t)
    if not found.coming:
        return [*heading, html.P(t("deadlines.none_coming"), className="nothing")]
    names = ("status", "target", "values", "progress")
    head = html.Thead(html.Tr([html.Th(t(f"deadlines.column.{name}"), scope="col") for name in names]))
    caption = html.Caption(t("deadlines.coming"), className="visually-hidden")
    shown = [(day, list(own)) for day, own in groupby(found.rows_ahead[:PER_PAGE], key=lambda row: row["deadline"])]
    counts = {day: len(own) for day, own in found.coming}
    bodies = [_coming_on(day, rows, counts[day], view, t) for day, rows in shown]
    return [*heading, still(html.Table([caption, head, *bodies], className="docket")), _rest(found.ahead, t)]


def _rest(count: int, t: Text) -> Component | None:
    """Says how many of a long list are not shown: the files have all of them."""
    left = count - PER_PAGE
    return html.P(t("deadlines.rest", n=t.number(left)), className="muted small table-foot") if left > 0 else None


def _coming_on(day: date, rows: Sequence[Mapping], count: int, view: View, t: Text) -> Component:
    words = [t.day(day), " ", html.Span(t.number(count), className="muted")]
    name = html.Th(words, colSpan=len(COLUMNS), scope="rowgroup", className="day-name")
    return html.Tbody([html.Tr(name), *(_next(row, view, t) for row in rows)])


def _next(row: Mapping, view: View, t: Text) -> Component:
    share, none = row["progress_share"], html.Span(t("deadlines.no_figure"), className="muted")
    number = html.Span(t.share(share), className="share", **{"aria-hidden": "true"}) if share is not None else None
    cells = [
        html.Td(components.status_mark(row["status"], t, row["detail"]), className="due-status"),
        html.Th(_target(row, view, t, has_deadline=False), scope="row", className="due-target"),
        html.Td(components.values(row, t), className="due-values"),
        html.Td(
            [components.distance_bar(row, t), number] if row["value"] is not None else none, className="due-evidence"
        ),
    ]
    return html.Tr(cells, className="due")


def _remarks(key: str, remarks: Sequence[Remark], policies: Mapping[str, dict], view: View, t: Text) -> list[Component]:
    heading = _heading(key, len(remarks), t)
    if not remarks:
        return [*heading, html.P(t(f"deadlines.none_{key}"), className="nothing")]
    shown = [_remark(one, policies, view, t) for one in remarks[:PER_PAGE]]
    return [*heading, still(html.Ul(shown, className="remarks")), _rest(len(remarks), t)]


def _remark(one: Remark, policies: Mapping[str, dict], view: View, t: Text) -> Component:
    parts: list[object] = [
        html.Span(t.label(one.code), className="remark-code"),
        html.Span(_linked(one.rows, view, t), className="remark-targets"),
        html.Span(one.sentence, className="remark-sentence"),
    ]
    if one.others:
        parts.append(html.Span([t("deadlines.added"), *_linked(one.others, view, t)], className="muted"))
    if one.policy_id in policies:
        policy = policies[one.policy_id]
        words = _named(policy, "name", t)
        to = components.link(view, components.policy_path(one.policy_id), words)
        parts.append(html.Span([t("deadlines.successor"), to], className="muted"))
    return html.Li(parts)


def _linked(rows: Sequence[Mapping], view: View, t: Text) -> list[object]:
    """Links to targets with their documents, set apart."""
    parts: list[object] = []
    for row in rows:
        named = html.Span([t("list.dot"), row["policy_short"]], className="muted")
        parts += [t("list.separator")] if parts else []
        parts += [components.link(view, components.target_path(row["slug"]), row["title"]), named]
    return parts


def _observations(data: Data, view: View, years: Sequence[Year]) -> Observations:
    """The observations of the docket's series by load, sheet and cell: by decision one may decide on another basis."""
    rows = [row for year in years for row in year.rows]
    codes = sorted({row["series_id"] for row in rows if row["series_id"]})
    known = records(data.observations(view.as_of, tuple(codes)))
    return {(one["load_id"], one["sheet"], one["cell"]): one for one in known}


def _notes(data: Data, view: View) -> Notes:
    """Decisions about targets by target, the latest first."""
    notes: dict[str, list[dict]] = {}
    for one in reversed(records(data.decisions(view.as_of))):
        if one["choice"] not in ON_BASES:
            notes.setdefault(one["target_id"], []).append(one)
    return notes


def file(data: Data, view: View, suffix: str) -> tuple[str, bytes]:
    """Deadlines passed and to come in the page's order: status rows as CSV, or a workbook with the findings too."""
    rows = data.rows(view.as_of, view.method, view.lang)
    found = docket.docket(rows, view.as_of)
    passed, ahead = ([row["target_id"] for row in own] for own in (found.rows, found.rows_ahead))
    if suffix == "csv":
        return SLUG, data.status_csv(view.as_of, view.method, view.lang, [*passed, *ahead])
    everything = [row["target_id"] for row in rows]
    lists = {"docket": passed, "coming": ahead, "findings": everything}
    return SLUG, data.lists_report(view.as_of, view.method, view.lang, lists)


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The page has none of its own."""
