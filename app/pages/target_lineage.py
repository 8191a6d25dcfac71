"""How a promise was stated over time, two readings of it side by side, and what does not add up."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from app import components
from app.figures.goals import claim_value, derived
from app.pages.target_dossier import Dossier
from app.pages.target_head import linked, row_place
from app.pages.target_record import Remark, Stated, short_name
from etl.judge.remarks import remark
from etl.judge.sentences import sentence
from etl.vocabulary import Comparator, Firmness, Kind, Link, TextStatus

OF_CHANGE = (Kind.change, Kind.growth_per_year)


def remarks(dossier: Dossier) -> Component | None:
    """What does not add up and what has fallen silent, as a quiet note under the verdict; None where nothing has."""
    if not dossier.remarks:
        return None
    return html.Div([html.P(_remark(one, dossier)) for one in dossier.remarks], className="remarks", role="note")


def _remark(one: Remark, dossier: Dossier) -> list[object]:
    t, view = dossier.t, dossier.view
    is_own = one.row["target_id"] == dossier.row["target_id"]
    said: list[object] = [] if is_own else [t("lineage.counted_in"), linked(one.row, dossier), t("lineage.colon")]
    said += [remark(one.found, one.row, view.lang), " "]
    others = [row for row in one.others if row["target_id"] != dossier.row["target_id"]]
    if others:
        said.append(t("lineage.added_up"))
        for number, row in enumerate(others):
            said += [t("list.separator") if number else "", linked(row, dossier)]
    if one.policy:
        link = components.link(
            view, "/", short_name(one.policy, view), policy=one.policy["policy_id"], status=None, q=""
        )
        said += [t("lineage.document"), link]
    return said


def readings(dossier: Dossier) -> Component | None:
    """This and the rival readings of the promise side by side, each with its verdict; None where there is no other."""
    others = [(row, note) for link, _is_back, row, note in dossier.links if link == Link.rival_reading]
    if not others:
        return None
    t = dossier.t
    notes = [html.P(note, className="muted") for note in dict.fromkeys(note for _row, note in others if note)]
    cards = [_reading(row, dossier) for row in (dossier.row, *(row for row, _note in others))]
    title = t("lineage.readings" if len(others) == 1 else "lineage.readings_more", n=t.number(len(cards)))
    return html.Section([html.H2(title, className="subhead"), *notes, html.Div(cards, className="readings")])


def _reading(row: Mapping, dossier: Dossier) -> Component:
    t = dossier.t
    is_this = row["target_id"] == dossier.row["target_id"]
    name = (
        html.Strong([row["title"], html.Span(t("lineage.this"), className="muted")])
        if is_this
        else linked(row, dossier)
    )
    parts = [
        html.P(name),
        html.P(_stated(row, dossier), className="small"),
        html.P([_document(row), t("chart.separator"), t.day(row["stated_on"])], className="small muted"),
        components.status_mark(row["status"], t, row["detail"]),
        html.P(sentence(row, dossier.view.lang), className="small"),
    ]
    return html.Div(parts)


def timeline(dossier: Dossier) -> Component | None:
    """The statements of the promise, oldest first; None where there is only one and nothing is worked out from it."""
    if len(dossier.lineage) < 2 and not dossier.row["target_is_derived"]:
        return None
    steps = [html.Li(_step(one, dossier), className=f"is-{one.relation}") for one in dossier.lineage]
    heading = html.H2(dossier.t("lineage.title"), className="subhead")
    return html.Section([heading, html.Ol(steps, className="lineage")])


def _step(one: Stated, dossier: Dossier) -> list[Component]:
    t, row = dossier.t, one.row
    is_own = one.relation in ("this", "version")
    name = html.Strong(row["title"]) if is_own else linked(row, dossier)
    said = [name, t("chart.separator"), _document(row), " ", *_draft(row, dossier)]
    said.append(html.Span(t(f"lineage.relation.{one.relation}"), className="muted"))
    lines = [html.P(said), html.P(_stated(row, dossier), className="small")]
    if how := _derived(one, dossier):
        lines.append(html.P(how, className="small"))
    mark = None if is_own else components.status_mark(row["status"], t, row["detail"])
    return [html.Span(t.day(one.day), className="lineage-day"), html.Div([part for part in (*lines, mark) if part])]


def _draft(row: Mapping, dossier: Dossier) -> list[object]:
    if row["text_status"] != TextStatus.draft:
        return []
    return [components.badge(dossier.t.label(TextStatus.draft), dossier.t("target.draft")), " "]


def _document(row: Mapping) -> object:
    return components.outside(row["policy_url"], row["policy_short"])


def _stated(row: Mapping, dossier: Dossier) -> list[object]:
    """The number as stated, with the word it stands with and how firmly it is stated; it leads to its row."""
    t = dossier.t
    firmness = t.label(Firmness(row["firmness"]))
    if not row["stated"]:
        return [t("lineage.no_number"), t("chart.separator"), firmness]
    words = [word for word in (_comparator(row, dossier), firmness) if word]
    typed = f"{row['stated']} {row['unit_as_written'] or ''}".strip()
    link = components.from_cell(dossier.view, t("lineage.quoted", words=typed), row_place(row), t)
    return [t("lineage.stated"), link, _unit(row), *(t("chart.separator") + word for word in words)]


def _comparator(row: Mapping, dossier: Dossier) -> str:
    """How the number is meant, where its own words do not say so."""
    word = dossier.t.label(Comparator(row["comparator"])) if row["comparator"] else ""
    return "" if word.casefold() in row["stated"].casefold() else word


def _unit(row: Mapping) -> str:
    """The indicator's unit behind a number that was typed without one."""
    unit = row["unit_text"] or ""
    is_said = row["unit_as_written"] or row["kind"] in OF_CHANGE or unit in row["stated"]
    return "" if is_said else f" {unit}"


def _derived(one: Stated, dossier: Dossier) -> str:
    """How the level was worked out and from which publication: "≥ 492, derived: 2 × 246 (IFR, published …)"."""
    t, row = dossier.t, one.row
    if row["target_value"] is None or not (how := derived(row, t)):
        return ""
    day = row["baseline_published_on"]
    said = t("lineage.vintage", sum=how, publisher=one.publisher, day=t.day(day)) if day else how
    return t("lineage.derived", value=claim_value(row, t), sum=said)
