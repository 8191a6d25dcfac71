"""A changed basis: what each decision would bring, how it is recorded, and the decisions on record."""

import shlex
from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from app import components
from app.figures.style import period_text
from app.pages.target_dossier import Dossier
from app.pages.target_head import row_place
from app.pages.target_record import Decided
from etl.judge.decisions import Standing
from etl.vocabulary import Badge, Choice, Status


def choices(dossier: Dossier) -> Component | None:
    """The verdict that each decision would bring, and how an analyst records one; None where nothing is to decide."""
    if dossier.row["status"] != Status.basis_changed:
        return None
    t = dossier.t
    heading = html.H2(t("basis.title"), className="subhead")
    if not dossier.prospects:
        return html.Section([heading, html.P(t("basis.unnamed"), className="muted")])
    columns = [(t(f"basis.{name}"), False) for name in ("choice", "verdict", "words")]
    rows = [[_choice(one, dossier), _mark(one, dossier), _words(one)] for one in dossier.prospects]
    table = components.table(columns, rows, t("basis.caption"))
    lead = html.P(t("basis.lead"), className="muted")
    return html.Section(
        [heading, lead, table, *_missing(dossier), *_commands(dossier)], className="panel basis-choices"
    )


def _choice(prospect: Mapping, dossier: Dossier) -> list[Component]:
    made = prospect["decision"]
    meaning = _meaning(made.choice, made.basis, made.to_basis, made.factor, made.overlap, dossier)
    return [html.Span(_name(made.choice, dossier)), html.Span(meaning, className="cell-note in-words")]


def _name(choice: Choice, dossier: Dossier) -> str:
    """A choice's word at the beginning of a line."""
    words = dossier.t.label(choice)
    return words[:1].upper() + words[1:]


def _mark(prospect: Mapping, dossier: Dossier) -> Component:
    return components.status_mark(prospect["status"], dossier.t, prospect["detail"])


def _words(prospect: Mapping) -> Component:
    return html.Span(prospect["sentence"], className="in-words")


def _meaning(choice: str, basis: str, other: str | None, factor: float | None, overlap: str | None, dossier: Dossier):
    """What a decision does, in words."""
    t = dossier.t
    series_id = dossier.row["series_id"]
    names = {"basis": dossier.basis_named(series_id, basis), "other": dossier.basis_named(series_id, other)}
    if choice == Choice.rebase and overlap:
        return t("basis.means.overlap", period=period_text(overlap, t), **names)
    if choice == Choice.rebase:
        return t("basis.means.factor", factor=t.number(factor), **names)
    return t(f"basis.means.{choice}", **names)


def _has_overlap(dossier: Dossier) -> bool:
    return any(one["decision"].choice == Choice.rebase for one in dossier.prospects)


def _missing(dossier: Dossier) -> list[Component]:
    return [] if _has_overlap(dossier) else [html.P(dossier.t("basis.no_overlap"), className="muted small")]


def _commands(dossier: Dossier) -> list[Component]:
    """The commands that record each choice; only while the reader sees today's knowledge."""
    if not dossier.view.is_today:
        return []
    t, row, lines = dossier.t, dossier.row, []
    made = [(one["decision"].choice, one["decision"].to_basis, one["decision"].overlap) for one in dossier.prospects]
    if not _has_overlap(dossier):
        made.insert(1, (Choice.rebase, row["second_basis"], None))
    for choice, other, overlap in made:
        factor = t("basis.factor") if choice == Choice.rebase and not overlap else None
        given = {"series": row["series_id"], "basis": row["basis"], "to": other, "overlap": overlap, "factor": factor}
        lines += [html.P(_name(choice, dossier), className="small muted"), _command(choice, given, dossier)]
    parts = [html.Summary(t("basis.record")), html.P(t("basis.how"), className="small muted"), *lines]
    return [html.Details(parts, className="record-decision")]


def _command(choice: str, given: Mapping[str, str | None], dossier: Dossier) -> Component:
    words = ["milepost", "decide", str(choice)]
    for name, value in given.items():
        words += [f"--{name}", value] if value else []
    return html.Pre(
        html.Code(shlex.join([*words, "--reason", dossier.t("basis.why")])), className="command", tabIndex=0
    )


def decisions(dossier: Dossier) -> Component | None:
    """The decisions on record, oldest first, and how one that is in force is opened again; None without any."""
    if not dossier.decisions:
        return None
    t = dossier.t
    items = [html.Li(_decision(one, dossier), className=f"is-{one.state}") for one in dossier.decisions]
    parts = [html.H2(t("basis.decisions"), className="subhead"), html.Ol(items, className="lineage")]
    return html.Section([*parts, *_reopen(dossier)])


def _decision(one: Decided, dossier: Dossier) -> list[Component]:
    t, row = dossier.t, one.row
    choice = Choice(row["choice"])
    state = html.Span(t(f"basis.state.{one.state}"), className="muted") if one.state is not Standing.noted else None
    head = [html.Strong(_name(choice, dossier)), t("chart.separator"), row["decided_by"], " ", state]
    given = (row["basis"], row["to_basis"], row["factor"], row["overlap"])
    reason = t.told(row, "reason")
    evidence = components.outside(row["url"], t("basis.evidence")) if row["url"] else None
    record = components.from_cell(dossier.view, t("basis.on_record", n=row["load_id"]), row_place(row), t)
    lines = [
        html.P([part for part in head if part]),
        html.P(_meaning(choice, *given, dossier), className="small"),
        html.P([t("basis.reason", reason=reason), " ", evidence, " " if evidence else "", record], className="small"),
    ]
    return [html.Span(t.day(row["decided_on"]), className="lineage-day"), html.Div(lines)]


def _reopen(dossier: Dossier) -> list[Component]:
    """How decisions on bases that are in force are opened again."""
    if not dossier.view.is_today or Badge.decided not in dossier.row["badges"]:
        return []
    t = dossier.t
    held = [one.row for one in dossier.decisions if one.state is Standing.in_force and one.row["series_id"]]
    lines = [_command(Choice.reopen, {"series": row["series_id"], "basis": row["basis"]}, dossier) for row in held]
    return [html.Details([html.Summary(t("basis.reopen")), *lines], className="record-decision")] if lines else []
