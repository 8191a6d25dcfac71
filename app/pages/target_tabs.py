"""The tabs of a target's page: its figures, its verdicts, its claim, its series, its links, its list."""

from collections.abc import Callable, Mapping

from dash import html
from dash.development.base_component import Component

from app import components
from app.data import records
from app.figures.style import period_text
from app.pages import target_forecast, target_methods, target_revisions
from app.pages.target_dossier import Dossier
from app.pages.target_head import issuers, latest_text, linked, place
from etl.vocabulary import Firmness, Flag, Grade, Kind, Role, TextStatus


def items(dossier: Dossier) -> list[tuple[str, str]]:
    """The tabs that this target has: key and words."""
    has = {"links": bool(dossier.links), "list": bool(dossier.items)}
    names = {"revisions": target_revisions.name(dossier)}
    return [(key, names.get(key) or dossier.t(f"target.tab.{key}")) for key in PANELS if has.get(key, True)]


def nav(dossier: Dossier) -> Component:
    """The row of tabs."""
    return components.tabs(items(dossier), dossier.view, dossier.t("target.label_parts"))


def panel(dossier: Dossier) -> list[Component]:
    """What the view's tab shows; the first one for a tab that is not known."""
    known = [key for key, _words in items(dossier)]
    return PANELS[dossier.view.tab if dossier.view.tab in known else known[0]](dossier)


def figures(dossier: Dossier) -> list[Component]:
    """Every observation of every series as known on the day, newest first, with its cell; the headline's forecast."""
    shown = [one for one in dossier.series if not dossier.frames[one["series_id"]].empty]
    if not shown:
        return [html.P(dossier.t("target.table.none", day=dossier.t.day(dossier.view.as_of)), className="muted")]
    first, *others = [_series_table(one, dossier) for one in shown]
    after = [part for table in others for part in table]
    return [*first, *target_forecast.table(dossier), *after, *_events(dossier)]


def _events(dossier: Dossier) -> list[Component]:
    """The events under the chart's axis, the newest first."""
    if not dossier.events:
        return []
    t = dossier.t
    columns = [(t("target.events.day"), False), (t("target.events.words"), False)]
    rows = [[t.day_short(one["day"]), components.outside(one["url"], one["words"])] for one in reversed(dossier.events)]
    heading = html.H3(t("target.events.title"), className="table-name")
    return [heading, components.table(columns, rows, t("target.events.title"))]


def _series_table(series: dict, dossier: Dossier) -> list[Component]:
    t = dossier.t
    found = sorted(records(dossier.frames[series["series_id"]]), key=lambda one: (one["period_end"], one["known_on"]))
    once = _said_once(found, dossier)
    keys = [key for key in CELLS if key not in once]
    columns = [(t(f"target.table.{key}"), key == "value") for key in keys]
    rows = [[CELLS[key](one, dossier) for key in keys] for one in reversed(found)]
    name = dossier.named(series, "name")
    role = "" if series["role"] == Role.headline else t("chart.separator") + t.label(Role(series["role"]))
    heading = html.H3([name, html.Span(role, className="muted")], className="table-name")
    said = [t("target.table.all", name=t(f"target.table.{key}"), value=value) for key, value in once.items() if value]
    common = html.P(t("chart.separator").join(said), className="muted small")
    return [heading, common, components.table(columns, rows, t("target.table.caption", name=dossier.full_name(series)))]


def _said_once(found: list[dict], dossier: Dossier) -> dict[str, str]:
    """What all rows of a table share, in words: it stands above the table instead of in each row."""
    told = {key: {word(one, dossier) for one in found} for key, word in SHARED.items()}
    return {key: words.pop() for key, words in told.items() if len(words) == 1}


def _value(one: Mapping, dossier: Dossier) -> object:
    value = dossier.t.quantity(one["value"], one["high"], one["qualifier"] or "exact")
    return components.from_cell(dossier.view, value, place(one), dossier.t)


def _period(one: Mapping, dossier: Dossier) -> list[object]:
    words = period_text(one["period"], dossier.t)
    if one["decides"]:
        return [words]
    return [words, html.Span(dossier.t("target.table.does_not_decide"), className="cell-note")]


def _published(one: Mapping, dossier: Dossier) -> object:
    day = one["published_on"]
    return html.Span(dossier.t.day_short(day) if day else dossier.t("target.table.undated"), className="nowrap")


def _read_at(one: Mapping, dossier: Dossier) -> object:
    return html.Span(components.outside(one["url"], one["via"] or one["source"] or ""), className="cell-wide")


def _grade(one: Mapping, dossier: Dossier) -> str:
    said = [dossier.t.label(Grade(one["grade"]))] if one["grade"] else []
    said += [dossier.t.label(Flag(one["flag"]))] if one["flag"] else []
    return dossier.t("chart.separator").join(said)


def _unit(one: Mapping, dossier: Dossier) -> str:
    return dossier.unit_of(one)


def _basis(one: Mapping, dossier: Dossier) -> str:
    return dossier.basis_words(one["series_id"], one["basis"])


def _publisher(one: Mapping, dossier: Dossier) -> str:
    return dossier.named(one, "publisher")


def _origin(one: Mapping, dossier: Dossier) -> object:
    place = dossier.t("target.table.load", n=one["load_id"], sheet=one["sheet"], cell=one["cell"])
    return html.Span(place, title=one["file_name"], className="origin")


SHARED: Mapping[str, Callable[[Mapping, Dossier], str]] = {
    "publisher": _publisher,
    "unit": _unit,
    "basis": _basis,
    "grade": _grade,
}
CELLS: Mapping[str, Callable[[Mapping, Dossier], object]] = {
    "period": _period,
    "value": _value,
    "written": lambda one, dossier: html.Span(one["value_as_written"], className="as-written"),
    "unit": _unit,
    "basis": lambda one, dossier: html.Span(
        dossier.basis_named(one["series_id"], one["basis"]), title=_basis(one, dossier), className="cell-wide"
    ),
    "published": _published,
    "publisher": _publisher,
    "via": _read_at,
    "grade": _grade,
    "cell": _origin,
}


def statement(dossier: Dossier) -> list[Component]:
    """The claim as made: in which document, how firmly, over what, and where it was read."""
    t, row = dossier.t, dossier.row
    unit = row["unit_as_written"] or ""
    document = components.outside(row["policy_url"], row["policy_name"])
    said = {
        "claim": row["statement"],
        "stated": f"{row['stated'] or ''} {unit}".strip(),
        "expression": row["expression"],
        "kind": t.label(Kind(row["kind"])),
        "scope": row["scope"],
        "sector": row["sector"],
        "deadline": row["deadline_as_written"],
        "firmness": t.label(Firmness(row["firmness"])),
        "document": document,
        "number": row["policy_number"],
        "date": t.day(row["issued"]) if row["issued"] else None,
        "bodies": t("list.names").join(issuers(dossier)),
        "text_status": t.label(TextStatus(row["text_status"])),
        "source": components.outside(row["url"], row["via"] or row["source"] or ""),
        "grade": t.label(Grade(row["grade"])) if row["grade"] else None,
        "note": t.told(row, "note"),
        "id": row["target_id"],
    }
    return [components.definitions([(t(f"target.statement.{key}"), value) for key, value in said.items()])]


def series(dossier: Dossier) -> list[Component]:
    """The headline, its rivals and proxies: what each covers beside the target, and its newest figure."""
    t = dossier.t
    if not dossier.series:
        return [html.P(t("target.series.none"), className="muted")]
    names = ("name", "role", "publisher", "latest", "verdict", "scope")
    columns = [(t(f"target.series.{name}"), False) for name in names]
    rows = [
        [
            dossier.named(one, "name"),
            t.label(Role(one["role"])),
            dossier.named(one, "publisher"),
            latest_text(one, dossier),
            _own_verdict(one, dossier),
            html.Span(_covers(one, dossier), className="in-words"),
        ]
        for one in dossier.series
    ]
    compare = [_compare(dossier)] if dossier.headline else []
    return [*_fit(dossier), components.table(columns, rows, t("target.series.caption")), *compare]


def _compare(dossier: Dossier) -> Component:
    """The way to the comparison of the target's indicator."""
    link = components.link(dossier.view, "/compare", dossier.t("compare.link"), indicator=dossier.row["indicator_id"])
    return html.P(link, className="small table-foot")


def _fit(dossier: Dossier) -> list[Component]:
    """What the target covers, and why the headline was chosen where there are rivals."""
    t, scope = dossier.t, dossier.row["scope"]
    said = [t("target.series.target_scope", scope=scope)] if scope else []
    if dossier.headline and _has_rivals(dossier):
        why = dossier.named(dossier.headline, "note") or t("target.series.no_reason")
        chosen = dossier.named(dossier.headline, "publisher")
        said.append(t("target.series.headline", publisher=chosen, why=why))
    return [html.P(words, className="muted small") for words in said]


def _has_rivals(dossier: Dossier) -> bool:
    return any(one["role"] == Role.rival for one in dossier.series)


def _own_verdict(series: dict, dossier: Dossier) -> object:
    """The verdict that the series alone would give; a proxy never decides, and a rival in another unit cannot."""
    t = dossier.t
    row = dossier.row if series["role"] == Role.headline else dossier.rivals.get(series["series_id"])
    if row:
        return components.status_mark(row["status"], t, row["detail"])
    key = "proxy" if series["role"] == Role.proxy else "other_unit"
    return html.Span(t(f"target.series.{key}"), className="muted")


def _covers(series: dict, dossier: Dossier) -> str:
    """A series' scope, and its note unless that is told above the table already."""
    is_told = series["role"] == Role.headline and _has_rivals(dossier)
    said = (dossier.named(series, "scope"), "" if is_told else dossier.named(series, "note"))
    return dossier.t("chart.separator").join(part for part in said if part)


def links(dossier: Dossier) -> list[Component]:
    """The targets that this one is linked with, each with its own verdict."""
    found = []
    for link, is_back, row, note in dossier.links:
        label = dossier.t(f"target.link_back.{link}" if is_back else f"target.link.{link}")
        mark = components.status_mark(row["status"], dossier.t, row["detail"])
        about = [
            html.Span(label, className="muted"),
            linked(row, dossier),
            html.Span(row["policy_short"], className="muted"),
        ]
        found.append(html.Li([html.Div(about), mark, html.P(note, className="small muted") if note else None]))
    return [html.Ul(found, className="linked")]


def listed(dossier: Dossier) -> list[Component]:
    """What the document lists, in its order."""
    t = dossier.t
    has_note = any(one["note"] for one in dossier.items)
    keys = ["number", "name", "lead", "partners"] + (["note"] if has_note else [])
    columns = [(t(f"target.list.{key}"), False) for key in keys]
    rows = [
        [str(one["number"]), dossier.named(one, "name"), *(t.told(one, key) or "" for key in keys[2:])]
        for one in dossier.items
    ]
    return [components.table(columns, rows, t("target.list.caption"))]


PANELS: Mapping[str, Callable[[Dossier], list[Component]]] = {
    "table": figures,
    "methods": target_methods.panel,
    "revisions": target_revisions.panel,
    "statement": statement,
    "series": series,
    "links": links,
    "list": listed,
}
