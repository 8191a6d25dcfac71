"""The page on methods: how a verdict is decided, what each method is, and what the forecast's chances were worth."""

from collections.abc import Sequence

from dash import Dash, html
from dash.development.base_component import Component

from app import components, text
from app.address import View
from app.data import Data, Today
from app.pages import methods_forecast
from app.text import Text
from etl.judge.methods import METHODS, Classed, Described
from etl.vocabulary import Reason, Status

PATH = components.METHODS_PATH
OWN = ()

ORDER: tuple[tuple[Reason, tuple[Status, ...]], ...] = (
    (Reason.listed, (Status.listed,)),
    (Reason.no_number, (Status.no_numeric_target,)),
    (Reason.ceiling, (Status.no_numeric_target,)),
    (Reason.not_measured, (Status.no_data,)),
    (Reason.only_proxies, (Status.no_data,)),
    (Reason.none_yet, (Status.no_data,)),
    (Reason.count_reached, (Status.achieved,)),
    (Reason.deadline_observation, (Status.achieved, Status.missed)),
    (Reason.reached_later, (Status.achieved_late,)),
    (Reason.given_up, (Status.dropped,)),
    (Reason.replaced, (Status.superseded,)),
    (Reason.basis_differs, (Status.basis_changed,)),
    (Reason.reached_undated, (Status.achieved_unverified,)),
    (Reason.deadline_passed, (Status.awaiting_data,)),
    (Reason.reached, (Status.achieved,)),
    (Reason.no_deadline, (Status.no_deadline,)),
    (Reason.target_behind_baseline, (Status.wrong_direction,)),
    (Reason.no_second_point, (Status.pace_unknown,)),
    (Reason.method_not_applicable, (Status.pace_unknown,)),
    (Reason.bound_not_enough, (Status.pace_unknown,)),
    (Reason.pace, (Status.on_track, Status.behind, Status.far_behind, Status.wrong_direction)),
)
"""The order of decision: the first reason that holds, and the statuses that it brings. After the deadline a figure that
proves nothing, or a target that cannot be worked out, is awaited."""

NOTES = ("methods.symbols", "methods.disagree")


def title(data: Data, view: View) -> str:
    """The document's title."""
    return text.of(view.lang)("methods.title")


def layout(data: Data, view: View) -> list[Component]:
    """The order of decision, the methods one by one, the forecast, and how past chances have fared."""
    t = text.of(view.lang)
    return [
        html.H1(t("methods.title"), className="headline"),
        html.P(t("methods.lead"), className="lead"),
        _contents(t),
        *_order(t),
        *(_method(method, t) for method in METHODS.values()),
        *methods_forecast.forecast(view),
        *methods_forecast.own_calls(data, view),
        components.source_line(t, view),
    ]


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """None: the address says all."""


def _contents(t: Text) -> Component:
    """The ways to the parts of the page."""
    parts = [("order", t("methods.order")), *((method, t.label(method)) for method in METHODS)]
    parts += [("forecast", t("methods.forecast")), ("calls", t("calls.title"))]
    links = [html.Li(html.A(words, href=f"#{anchor}")) for anchor, words in parts]
    return html.Nav(html.Ul(links), className="contents", **{"aria-label": t("methods.contents")})


def _order(t: Text) -> list[Component]:
    columns = [(t("methods.order_reason"), False), (t("methods.order_status"), False)]
    rows = [[_capital(t.label(reason)), _marks(statuses, t)] for reason, statuses in ORDER]
    return [
        html.H2(t("methods.order"), className="subhead", id="order"),
        html.P(t("methods.order_lead"), className="prose"),
        html.Div(components.table(columns, rows, t("methods.order_caption")), className="order"),
        *(_note(key, t) for key in NOTES),
    ]


def _note(key: str, t: Text) -> Component:
    return html.P([html.Strong(t("methods.run_in", name=t(key))), t(f"{key}_text")], className="prose")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _marks(statuses: Sequence[Status], t: Text) -> Component:
    return html.Div([components.status_mark(status, t) for status in statuses], className="marks")


def _method(method: Described, t: Text) -> Component:
    """One method: its rule, its classes, where it applies and where it was read."""
    name = t.label(method.id)
    beside = method.beside
    parts = [
        html.H2([name, " ", html.Code(str(method.id))], className="subhead", id=method.id),
        html.P(method.rule(t.lang), className="prose formula"),
        _classes(method.classes, method.measure(t.lang), t("methods.classes", method=name), t),
    ]
    if beside is not None:
        measure = t.label(beside.name)
        parts.append(_classes(beside.classes, measure, t("methods.classes_beside", method=name, measure=measure), t))
    return html.Section([*parts, _about(method, t)], className="method")


def _classes(classes: Sequence[Classed], measure: str, caption: str, t: Text) -> Component:
    """Classes with their cut-offs, best first; and on Milepost's scale where the method knows a target."""
    has_status = classes[0].status is not None
    columns = [(t("methods.cut_off", measure=measure), False), (t("methods.class"), False)]
    columns += [(t("methods.reads_as"), False)] if has_status else []
    rows = [[one.cut_off(t.lang), t.label(one.name)] + _reading(one, t) for one in classes]
    kind = "classes has-scale" if has_status else "classes"
    return html.Div(components.table(columns, rows, caption), className=kind)


def _reading(one: Classed, t: Text) -> list[Component]:
    return [] if one.status is None else [components.status_mark(one.status, t)]


def _about(method: Described, t: Text) -> Component:
    read = {True: "yes", False: "no", None: "own"}[method.read_in_original]
    said = {
        "needs": method.needs(t.lang),
        "source": method.source,
        "original": t(f"methods.original.{read}"),
        "remark": method.remark(t.lang),
    }
    return components.definitions([(t(f"methods.{key}"), words) for key, words in said.items()])
