"""The head of a target's page: the claim, the verdict in a sentence, its figures, and what stands in its way."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from app import components
from app.data import records
from app.figures.goals import claim_value, derived
from app.figures.style import period_text
from app.filters import codes
from app.pages.target_dossier import Dossier
from etl.vocabulary import GIVEN_UP, Badge, Firmness, Kind, Method, Reason, Role, Status, TextStatus

NAMED_BODIES = 3

Fact = tuple[str, object, object]


def claim(dossier: Dossier) -> list[Component]:
    """Where the target stands in the register, its name, and who said it when about what."""
    t, row, view = dossier.t, dossier.row, dossier.view
    policy = components.link(view, components.policy_path(row["policy_id"]), row["policy_short"])
    other = row["name_zh"] if view.lang == "en" else row["name_en"]
    name = html.Span(other, className="other-name", lang="zh-Hans" if view.lang == "en" else "en") if other else None
    crumbs = [policy, html.Span(" › ", **{"aria-hidden": "true"}), html.Span(row["title"], **{"aria-current": "page"})]
    said = [_bodies(dossier), t.day(row["issued"]) if row["issued"] else "", row["scope"] or ""]
    meta = t("chart.separator").join(part for part in said if part)
    sector = [t("chart.separator"), _sector(dossier)] if row["sector_id"] else []
    return [
        html.Nav(crumbs, className="breadcrumb", **{"aria-label": row["policy_name"]}),
        html.H1([row["title"], " ", name] if other != row["title"] else row["title"], className="headline"),
        html.P([meta, *sector, " ", html.Span(_badges(dossier), className="badges")], className="target-meta"),
        *_same(dossier),
    ]


def _sector(dossier: Dossier) -> Component:
    """The sector, leading to all of its targets."""
    code, name = dossier.row["sector_id"], dossier.row["sector"]
    to = components.link(dossier.view, "/", name, sector=code)
    to.title = dossier.t("target.of_sector", sector=name)
    return to


def issuers(dossier: Dossier) -> list[str]:
    """Names of the bodies that issued the document."""
    return codes(dossier.named(dossier.row, "body_names"))


def _bodies(dossier: Dossier) -> str:
    t, names = dossier.t, issuers(dossier)
    if len(names) <= NAMED_BODIES:
        return t("list.names").join(names)
    shown = t("list.names").join(names[: NAMED_BODIES - 1])
    return t("policies.bodies", bodies=shown, n=t.number(len(names)))


def _badges(dossier: Dossier) -> list[Component]:
    t, row = dossier.t, dossier.row
    firmness = Firmness(row["firmness"])
    found = [components.badge(t.label(firmness), t(f"target.firmness.{firmness}"))]
    codes = [code for code in row["badges"] or () if code != "draft"]
    if row["text_status"] == TextStatus.draft or "draft" in (row["badges"] or ()):
        found.append(components.badge(t.label(TextStatus.draft), t("target.draft")))
    return found + [components.badge(t.label(Badge(code)), t(f"target.badge.{code}")) for code in codes]


def _same(dossier: Dossier) -> list[Component]:
    if not dossier.same:
        return []
    t = dossier.t
    told = components.badge(t("badge.same_as", n=t.number(len(dossier.same) + 1)))
    links = []
    for number, one in enumerate(dossier.same):
        links += [
            t("list.separator") if number else "",
            linked(one, dossier),
            t("list.bracket", words=one["policy_short"]),
        ]
    return [html.P([told, " ", t("target.same_title"), " ", *links], className="target-meta")]


def linked(row: Mapping, dossier: Dossier) -> Component:
    """A link to another target's page."""
    return components.link(dossier.view, components.target_path(row["slug"]), row["title"])


def verdict(dossier: Dossier) -> Component:
    """The status and its sentence."""
    row, t = dossier.row, dossier.t
    mark = components.status_mark(row["status"], t, row["detail"], large=True)
    return html.Div([mark, html.Div([html.P(row["sentence"]), _own_method(dossier)])], className="verdict rule")


def _own_method(dossier: Dossier) -> Component | None:
    """That the verdict is by the method which the register names for this target; None where it is not."""
    t, method = dossier.t, Method(dossier.row["method"])
    if dossier.view.method is not None or method is Method.linear_pace:
        return None
    linked_name = components.method_link(dossier.view, method, t.label(method))
    return html.P([t("panel.own"), linked_name], className="small muted")


def figures(dossier: Dossier) -> Component | None:
    """The figures under the verdict, as far as there are any; None for what has no number."""
    row = dossier.row
    if row["target_value"] is None and row["value"] is None:
        return None
    found = [make(dossier) for make in (_baseline, _latest, _target, _required, _time)]
    return components.facts([one for one in found if one])


def place(record: Mapping | None) -> tuple:
    """Load, sheet and cell of a record; nothing for none."""
    return (record["load_id"], record["sheet"], record["cell"]) if record else (None, None, None)


def row_place(record: Mapping) -> tuple:
    """Load, sheet and first cell of a record of a register, which knows its row alone."""
    return record["load_id"], record["sheet"], f"A{int(record['row'])}"


def _figure(label: str, value: str, note: list[str], dossier: Dossier, origin: tuple = (None, None, None)) -> Fact:
    """A figure with its unit: close to the number where it is short, on a line of its own where it is long.

    `origin` is the cell that it leads to.
    """
    unit = dossier.row["unit_text"] or ""
    is_short = unit.startswith("%") and len(unit) < 3
    shown = dossier.t.with_unit(value, "%") if is_short else value
    lines = [line for line in ["" if is_short else unit, *note] if line]
    linked_value = components.from_cell(dossier.view, shown, origin, dossier.t)
    return dossier.t(f"target.fact.{label}"), linked_value, [html.Span(line) for line in lines]


def _baseline(dossier: Dossier) -> Fact | None:
    row, t = dossier.row, dossier.t
    if not components.starts_elsewhere(row):
        return None
    record = dossier.baseline
    note = [period_text(row["baseline_period"], t) if row["baseline_period"] else "", published(record, dossier)]
    origin = place(record) if record else row_place(row)
    return _figure("baseline", t.figure(row["baseline_value"]), note, dossier, origin)


def _latest(dossier: Dossier) -> Fact | None:
    row, t = dossier.row, dossier.t
    if row["value"] is None:
        return None if row["kind"] == Kind.listed else (t("target.fact.latest"), "–", [html.Span(_why_none(dossier))])
    value = t.quantity(row["value"], row["high"], row["qualifier"] or "exact")
    record = decisive(dossier)
    note = [period_text(row["period"], t), published(record, dossier)]
    if row["status"] == Status.basis_changed:
        note.append(t("target.basis.off"))
    if record and record["value"] != row["value"]:
        note.append(t("chart.converted", value=t.figure(record["value"])))
    return _figure("latest", value, note, dossier, _source(row))


def _source(row: Mapping) -> tuple:
    """Load, sheet and cell of the figure that decides; by decision it may stand on another basis there."""
    return row["source_load_id"], row["source_sheet"], row["source_cell"]


def decisive(dossier: Dossier) -> dict | None:
    """The observation that decides, as published."""
    row = dossier.row
    found = next((one for one in records(dossier.observed) if place(one) == _source(row)), None)
    return found or dossier.observation(row["period"], row["basis"])


def _why_none(dossier: Dossier) -> str:
    """Why there is no figure; a target that ended for another reason just has none."""
    row, t = dossier.row, dossier.t
    return t("target.series.no_figure") if row["status"] in GIVEN_UP else t.label(Reason(row["reason"]))


def published(record: Mapping | None, dossier: Dossier) -> str:
    """Who made a figure known, and when."""
    if record is None:
        return ""
    name, day = dossier.named(record, "publisher"), record["published_on"]
    return dossier.t("target.fact.published", publisher=name, day=dossier.t.day_short(day)) if day else name


def _target(dossier: Dossier) -> Fact | None:
    row, t = dossier.row, dossier.t
    if row["target_value"] is None:
        return None
    value = claim_value(row | {"unit": ""}, t)
    if row["kind"] == Kind.listed:
        return _figure("listed", value, [], dossier, row_place(row))
    due = t("target.fact.by", day=t.day_short(row["deadline"])) if row["deadline"] else t("target.fact.no_deadline")
    how = derived(row, t)
    note = [due, t("target.fact.derived", sum=how) if how else ""]
    if row["kind"] == Kind.growth_per_year:
        shown = components.from_cell(dossier.view, value, row_place(row), t)
        return t("target.fact.target"), shown, [html.Span(line) for line in note if line]
    return _figure("target", value, note, dossier, row_place(row))


def _required(dossier: Dossier) -> Fact | None:
    row, t = dossier.row, dossier.t
    if row["required_value"] is None or row["period"] is None:
        return None
    note = t("target.fact.at_end", period=period_text(row["period"], t))
    return _figure("required", t.figure(round(row["required_value"], 1)), [note], dossier)


def _time(dossier: Dossier) -> Fact | None:
    row, t = dossier.row, dossier.t
    if row["deadline"] is None:
        return None
    days = (row["deadline"] - dossier.view.as_of).days
    label = "left" if days >= 0 else "since"
    note = html.Span(t("target.fact.by", day=t.day_short(row["deadline"])))
    return t(f"target.fact.{label}"), t.span(abs(days)), [note]


def two_bases(dossier: Dossier) -> Component | None:
    """The readings on two bases side by side; None where the basis did not change."""
    row, t = dossier.row, dossier.t
    if row["status"] != Status.basis_changed:
        return None
    readings = [
        (t("target.basis.on"), row["second_value"], None, "exact", row["second_period"], row["second_basis"]),
        (t("target.basis.off"), row["value"], row["high"], row["qualifier"] or "exact", row["period"], row["basis"]),
    ]
    cards = [_reading(dossier, *one) for one in readings if one[1] is not None]
    return html.Section(
        [
            html.H2(t("target.basis.title"), className="subhead"),
            html.P(t("target.basis.lead"), className="muted"),
            html.Div(cards, className="two-bases"),
        ]
    )


def _reading(dossier: Dossier, label: str, *reading) -> Component:
    value, high, qualifier, period, basis = reading
    t, code = dossier.t, dossier.row["series_id"]
    record = dossier.observation(period, basis)
    if record:
        qualifier = record["qualifier"] or qualifier
    shown = components.from_cell(dossier.view, t.quantity(value, high, qualifier), place(record), t)
    number = [html.B(shown), " ", html.Span(dossier.row["unit_text"], className="muted")]
    words = dossier.basis_words(code, basis) or t("target.basis.unnamed")
    lines = [html.P(label, className="small muted"), html.P(number, className="two-bases-value")]
    lines += [html.P([period_text(period, t), t("chart.separator"), published(record, dossier)], className="small")]
    return html.Div([*lines, html.P(words, className="small")])


def not_measured(dossier: Dossier) -> Component | None:
    """What is not measured and what is measured instead; None where there is a figure."""
    row, t = dossier.row, dossier.t
    if row["status"] != Status.no_data:
        return None
    proxies = [one for one in dossier.series if one["role"] == Role.proxy]
    parts: list[Component] = [html.H2(t("target.missing.title"), className="subhead")]
    parts.append(html.P([html.Strong(row["statement"]), t("chart.separator"), t.label(Reason(row["reason"]))]))
    if not proxies:
        return html.Section([*parts, html.P(t("target.missing.no_proxies"), className="muted")])
    items = [html.Li(_proxy(one, dossier)) for one in proxies]
    return html.Section([*parts, html.H3(t("target.missing.proxies")), html.Ul(items, className="proxies")])


def _proxy(series: dict, dossier: Dossier) -> list[object]:
    note = dossier.named(series, "note")
    said = [html.Strong(dossier.full_name(series)), ": ", latest_text(series, dossier)]
    return [*said, html.Span(note, className="proxy-note")] if note else said


def latest_text(series: dict, dossier: Dossier) -> object:
    """A series' newest figure with unit and period, "83 % in 2024", leading to its cell."""
    t, record = dossier.t, dossier.latest(series)
    if record is None:
        return t("target.series.no_figure")
    value = t.quantity(record["value"], record["high"], record["qualifier"] or "exact")
    value = t.with_unit(value, dossier.unit_of(record))
    words = t("chart.latest", value=value, period=period_text(record["period"], t))
    return components.from_cell(dossier.view, words, place(record), t)
