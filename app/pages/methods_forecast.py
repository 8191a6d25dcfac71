"""The forecast's part of the page on methods: how a chance is made, and how the product's own calls have fared."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from app import components, text
from app.address import View
from app.data import Data, records
from app.text import Text
from etl.judge.grading import Call, brier

FEW_TARGETS = 20
"""Fewer graded targets than these say little about a method."""


def forecast(t: Text) -> list[Component]:
    """How the chance is made, in plain words."""
    return [
        html.H2(t("methods.forecast"), className="subhead", id="forecast"),
        html.P(t("methods.forecast_text"), className="prose"),
    ]


def own_calls(data: Data, view: View) -> list[Component]:
    """The chances that were given in the past on targets whose outcome is known, with their score."""
    t, calls = text.of(view.lang), data.graded(view.as_of)
    heading = html.H2(t("calls.title"), className="subhead", id="calls")
    if not calls:
        return [heading, html.P(t("calls.none", day=t.day(view.as_of)), className="prose")]
    targets = len({call.target_id for call in calls})
    counts = {"n": t.number(len(calls)), "targets": t.number(targets), "brier": t.number(round(brier(calls), 3))}
    said = [t("calls.lead", day=t.day(view.as_of), **counts), t("calls.few") if targets < FEW_TARGETS else ""]
    lead = html.P([html.Strong(said[0]), " ", said[1]], className="prose")
    return [heading, lead, html.P(t("calls.note"), className="prose small muted"), _calls(calls, data, view)]


def _calls(calls: Sequence[Call], data: Data, view: View) -> Component:
    t = text.of(view.lang)
    rows = {row["target_id"]: row for row in records(data.status(view.as_of, None, view.lang))}
    names = ("target", "day", "chance", "status", "outcome", "loss")
    columns = [(t(f"calls.{name}"), name in ("chance", "loss")) for name in names]
    cells = [_call(call, rows[call.target_id], view) for call in calls]
    return html.Div(components.table(columns, cells, t("calls.caption")), className="calls")


def _call(call: Call, row: dict, view: View) -> list[object]:
    """One call; its day leads to the target as it was known then."""
    t, path = text.of(view.lang), components.target_path(row["slug"])
    return [
        components.link(view, path, row["title"]),
        html.Span(components.link(view, path, t.day_short(call.day), as_of=call.day), className="nowrap"),
        t.share(call.chance),
        components.status_mark(call.status, t),
        t("calls.met" if call.came_true else "calls.not_met"),
        t.number(round(call.loss, 3)),
    ]
