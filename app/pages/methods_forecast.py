"""The forecast's part of the page on methods: how a chance is made, what it was worth, how our own calls have fared."""

from collections.abc import Sequence
from functools import partial

from dash import html
from dash.development.base_component import Component

from app import charts, components, text
from app.address import View
from app.data import Data
from app.figures import reliability as figure
from app.figures.reliability import Bin, Group
from app.text import Text
from etl.judge.grading import Call, brier
from etl.judge.odds import percent
from etl.judge.reliability import RELIABILITY
from etl.judge.reliability import Bin as Counted
from etl.judge.scores import ASIDE, FORECAST, HEADLINE, HELD_OUT, SCORES, Score

RIVALS = (FORECAST, "climatology", "persistence", "straight line", "mean change", "mean growth", "damped Holt", "Theta")
"""Those whose scores are shown, in that order."""

GROUPS = {HELD_OUT: "held_out", ASIDE: "aside"}
"""The groups of series, as the files name them, and the ends of the keys of their words."""

FEW_TARGETS = 20
"""Fewer graded targets than these say little about a method."""


def forecast(view: View) -> list[Component]:
    """How the chance is made, in plain words; what it scored on series that it was not made from."""
    t = text.of(view.lang)
    return [
        html.H2(t("methods.forecast"), className="subhead", id="forecast"),
        html.P(t("methods.forecast_text"), className="prose"),
        html.H3(t("scores.title"), className="table-name"),
        *_scores(t),
        html.H3(t("reliability.title"), className="table-name", id="reliability"),
        *_reliability(t, view.theme),
    ]


def _scores(t: Text) -> list[Component]:
    """The Brier scores of the forecast and of others, and how often outcomes lay within its bands."""
    columns = [(t("scores.rival"), False)]
    columns += [(_group(group, t), True) for group in GROUPS]
    scores = [SCORES.of(group, "brier") for group in GROUPS]
    shown = [[t(f"scores.rival.{rival}"), *(_brier(own[rival], t) for own in scores)] for rival in RIVALS]
    told = [_covered(group, t) for group in GROUPS]
    targets = t.number(sum(own[FORECAST].n for own in scores))
    lead = t("scores.lead", day=t.day(SCORES.made_on), n=targets, figures=HEADLINE)
    table = html.Div(components.table(columns, shown, t("scores.caption")), className="scores")
    return [html.P(lead, className="prose"), table, _sentences(told, t)]


def _brier(one: Score, t: Text) -> list[Component]:
    low, high = _score(one.low), _score(one.high)
    return [html.Span(_score(one.value)), " ", html.Span(t("scores.interval", low=low, high=high), className="muted")]


def _covered(group: str, t: Text) -> str:
    most, nearly_all = (t.share(SCORES.of(group, f"covered {band} %")[FORECAST].value) for band in (80, 95))
    return t("scores.covered", group=_group(group, t), most=most, nearly_all=nearly_all)


def _group(name: str, t: Text) -> str:
    return t(f"reliability.group.{GROUPS[name]}")


def _reliability(t: Text, named_theme: str) -> list[Component]:
    """The chart with its words, and its tables."""
    groups = [Group(_group(name, t), [_bin(one) for one in RELIABILITY.of(name)]) for name in RELIABILITY.panels]
    targets = t.number(sum(one.forecasts for group in groups for one in group.bins))
    words = figure.describe(groups, t)
    summary = html.Summary(t("reliability.table"))
    return [
        html.P(t("reliability.lead", day=t.day(RELIABILITY.made_on), n=targets), className="prose"),
        _sentences([_upper(name, t) for name in RELIABILITY.panels], t),
        charts.chart(partial(figure.reliability, groups, t), words, named_theme, "reliability-graph", "reliability"),
        html.Details([summary, *(part for group in groups for part in _bins(group, t))]),
    ]


def _upper(name: str, t: Text) -> str:
    chance, came_true = RELIABILITY.upper(name)
    return t("reliability.upper", group=_group(name, t), chance=t.share(chance), true=t.share(came_true))


def _bin(one: Counted) -> Bin:
    return Bin(one.least, one.most, one.forecasts, one.chance, one.came_true)


def _bins(group: Group, t: Text) -> list[Component]:
    columns = [(t(f"reliability.{name}"), name != "range") for name in ("range", "forecasts", "mean", "true")]
    rows = [
        [
            t("reliability.from_to", least=t.share(one.least), most=t.share(one.most)),
            t.number(one.forecasts),
            t.share(one.chance),
            t.share(one.came_true),
        ]
        for one in group.bins
    ]
    return [html.H4(group.name, className="table-name"), components.table(columns, rows, group.name)]


def own_calls(data: Data, view: View) -> list[Component]:
    """The chances that were given in the past on targets whose outcome is known, with their score."""
    t, calls = text.of(view.lang), data.graded(view.as_of)
    heading = html.H2(t("calls.title"), className="subhead", id="calls")
    if not calls:
        return [heading, html.P(t("calls.none", day=t.day(view.as_of)), className="prose")]
    targets = len({call.target_id for call in calls})
    counts = {"n": t.number(len(calls)), "targets": t.number(targets), "brier": _score(brier(calls))}
    said = [t("calls.lead", day=t.day(view.as_of), **counts), t("calls.few") if targets < FEW_TARGETS else ""]
    lead = html.P([html.Strong(said[0]), " ", said[1]], className="prose")
    return [heading, lead, html.P(t("calls.note"), className="prose small muted"), _calls(calls, data, view)]


def _calls(calls: Sequence[Call], data: Data, view: View) -> Component:
    t = text.of(view.lang)
    rows = {row["target_id"]: row for row in data.rows(view.as_of, None, view.lang)}
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
        percent(call.chance, t.lang),
        components.status_mark(call.status, t),
        t("calls.met" if call.came_true else "calls.not_met"),
        _score(call.loss),
    ]


def _sentences(said: Sequence[str], t: Text) -> Component:
    return html.P(t.flow(said), className="prose")


def _score(value: float) -> str:
    """A score with three decimals, which tell 0.000 from nothing at all."""
    return f"{value:.3f}"
