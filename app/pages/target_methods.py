"""The tab on methods: what each says of the target, with its number and workings; and the pace of the figures."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from app import components
from app import panel as panels
from app.figures.style import day_text, period_text
from app.pages.target_dossier import Dossier
from app.panel import Said
from etl.judge.methods import METHODS
from etl.judge.wording import Words
from etl.vocabulary import JUDGING, Badge, Method, MethodClass, Obstacle, Reason, Status, Working

COLUMNS = ("method", "class", "number", "words")


def panel(dossier: Dossier) -> list[Component]:
    """The tab: what the table shows, on which sides the methods stand, the table, and the pace."""
    found = panels.said(dossier.by_method)
    return [*_lead(found, dossier), *_table(found, dossier), *_pace(dossier)]


def _lead(found: Sequence[Said], dossier: Dossier) -> list[Component]:
    t, row = dossier.t, dossier.row
    is_over = row["deadline"] is not None and row["deadline"] < dossier.view.as_of
    key = panels.occasion(row, bool(found), is_over)
    said = [t(f"panel.when.{key}", why=t.label(Reason(row["reason"])))] if key else []
    agreed = _agreement(found, dossier)
    about = components.link(dossier.view, components.METHODS_PATH, t("panel.about"))
    said += [html.Strong(agreed)] if agreed else []
    return [html.P([part for one in said for part in (one, " ")] + [about], className="panel-lead")]


def _agreement(found: Sequence[Said], dossier: Dossier) -> str | None:
    """On which side of on track the methods that apply stand."""
    on, of = panels.sides(found)
    if of == 0:
        return None
    if 0 < on < of:
        return dossier.t.counted("panel.split", on, of=of)
    return dossier.t(f"panel.{'all' if on else 'no_one'}.{min(of, 3)}", n=of)


def _table(found: Sequence[Said], dossier: Dossier) -> list[Component]:
    if not found:
        return []
    t = dossier.t
    head = [html.Th(t(f"panel.{name}"), scope="col", className=f"by-{name}") for name in COLUMNS]
    caption = html.Caption(t("panel.caption"), className="visually-hidden")
    rows = [_row(one, dossier) for one in found]
    return [html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)], className="by-methods")]


def _row(one: Said, dossier: Dossier) -> Component:
    is_chosen = one.method == dossier.row["method"]
    cells = [
        html.Th(_name(one.method, is_chosen, dossier), scope="row", className="by-method"),
        html.Td(_class(one, dossier), className="by-class"),
        html.Td(_number(one, dossier), className="by-number"),
        html.Td(_words(one, dossier), className="by-words"),
    ]
    return html.Tr(cells, className="is-chosen" if is_chosen else None)


def _name(method: Method, is_chosen: bool, dossier: Dossier) -> list[Component]:
    """The name, which chooses the method for the whole site where it judges targets; and the way to its rule."""
    t, view, name = dossier.t, dossier.view, dossier.t.label(method)
    is_link = method in JUDGING and not is_chosen
    title = components.link(view, view.path, name, method=method) if is_link else html.Span(name)
    rule = components.method_link(view, method, t("panel.rule"), "rule-link")
    rule.title = t("panel.rule_of", method=name)
    note = [t("panel.chosen"), t("chart.separator")] if is_chosen else []
    return [title, html.Span([*note, rule], className="cell-note")]


def _class(one: Said, dossier: Dossier) -> list[Component]:
    """The class in the method's own word, and on Milepost's scale unless both are the same word."""
    t = dossier.t
    if one.name is None:
        return [html.Span(t("panel.none"), className="muted")]
    word = t.label(one.name)
    if one.reads_as is None:
        return [html.Span(word)]
    mark = components.status_mark(one.reads_as, t)
    return [mark] if word == t.label(one.reads_as) else [html.Span(word, className="class-word"), mark]


def _number(one: Said, dossier: Dossier) -> list[object]:
    if one.row["ratio"] is None:
        return [html.Span("–", className="faint only-wide")]
    name = METHODS[one.method].measure(dossier.view.lang)
    return [html.Span(name, className="measure"), " ", html.B(Words(one.row, dossier.view.lang).own_number())]


def _words(one: Said, dossier: Dossier) -> list[Component]:
    """The sentence with the workings folded below it; the workings alone where the verdict rests on no method."""
    t, row = dossier.t, one.row
    if one.name is None:
        return [html.Span(_because(one, dossier), className="muted")]
    workings = _workings(one, dossier)
    if row["reason"] == Reason.pace or (row["obstacle"] and row["status"] == Status.pace_unknown):
        parts = [html.Span(row["sentence"], className="in-words")]
        if workings is None:
            return parts
        summary = html.Summary(t("panel.workings"), title=t("panel.workings_of", method=t.label(one.method)))
        return [*parts, html.Details([summary, workings])]
    is_open = one.reads_as is Status.pace_unknown
    why = [html.Span(t("panel.open", why=t.label(Reason(row["reason"]))), className="muted")] if is_open else []
    return [*why, *([workings] if workings else [])]


def _because(one: Said, dossier: Dossier) -> str:
    t, obstacle = dossier.t, one.row["obstacle"]
    if obstacle is None:
        return ""
    words = t("panel.because", why=t.label(Obstacle(obstacle)))
    return words[:1].upper() + words[1:]


def _workings(one: Said, dossier: Dossier) -> Component | None:
    """The method's own numbers by name, and the class that it gives to a second one; None where there are none."""
    t, words = dossier.t, Words(one.row, dossier.view.lang)
    found = [(t.label(Working(name)), words.working_text(Working(name))) for name in words.workings]
    items = [html.Div([html.Dt(t("panel.term", name=name)), html.Dd(value)]) for name, value in found]
    return html.Dl(items, className="workings") if items else None


def _pace(dossier: Dossier) -> list[Component]:
    """How the figures move against the required path; nothing where there is no figure or no number to reach."""
    said = _pace_of_span(dossier) if panels.is_about_span(dossier.row) else _pace_of_level(dossier)
    found = [(term, value) for term, value in said if value]
    if not found:
        return []
    return [html.H3(dossier.t("pace.title"), className="table-name"), components.definitions(found)]


Facts = list[tuple[str, object]]


def _pace_of_span(dossier: Dossier) -> Facts:
    """Averages, in per cent a year."""
    t, row = dossier.t, dossier.row
    recent = "_recent" if Badge.recent_pace in row["badges"] else ""
    rates = [(f"actual_rate{recent}", row["actual_per_year"]), ("still_rate", row["required_per_year"])]
    return [*_path(dossier), *((t(f"pace.{key}"), _per_cent(rate, dossier)) for key, rate in rates)]


def _per_cent(value: float | None, dossier: Dossier) -> str | None:
    return None if value is None else dossier.t.with_unit(dossier.t.change(round(value, 1)), "%")


def _pace_of_level(dossier: Dossier) -> Facts:
    t, row, words = dossier.t, dossier.row, Words(dossier.row, dossier.view.lang)
    is_recent = Badge.recent_pace in row["badges"]
    shares = [(t(f"pace.{key}"), row[f"{key}_share"], getattr(words, key)) for key in ("progress", "time")]
    changes = [
        (t("pace.actual_recent" if is_recent else "pace.actual"), row["actual_per_year"], words.actual),
        (t("pace.still"), row["required_per_year"], words.required),
    ]
    told = [(term, make()) for term, value, make in [*shares, *changes] if value is not None]
    return [*_path(dossier), *told, *_of_late(dossier, is_recent), *_growth(dossier), *_distance(dossier, words)]


def _path(dossier: Dossier) -> Facts:
    """The value required at the latest figure's date, the distance to it, and the values that the path runs through."""
    t, row, words = dossier.t, dossier.row, Words(dossier.row, dossier.view.lang)
    found = panels.ahead(row)
    if found is None:
        return []
    required = words.measured(round(row["required_value"], 1))
    milestones = [
        t("pace.milestone", value=words.measured(value), day=day_text(day, t)) for day, value in dossier.milestones
    ]
    return [
        (t("pace.required", period=period_text(row["period"], t)), required),
        (t("pace.distance"), _against(found, words, dossier)),
        (t("pace.milestones"), t("list.separator").join(milestones)),
    ]


def _against(found: panels.Ahead, words: Words, dossier: Dossier) -> str:
    t, distance = dossier.t, round(found.distance, 1)
    if distance == 0:
        return t("pace.even")
    said = t("pace.ahead" if distance > 0 else "pace.short", value=_size(distance, words))
    return said if found.share is None else t("pace.of_way", said=said, share=words.share(abs(found.share)))


def _of_late(dossier: Dossier, is_told: bool) -> Facts:
    """The slope of the last five years unless it is told already, and how many times of it is needed."""
    t, row = dossier.t, dossier.by_method.get(Method.acceleration_factor)
    if row is None or row["method_class"] is None:
        return []
    words = Words(row, dossier.view.lang)
    slope = [] if is_told else [(t("pace.slope"), words.slope())]
    if row["method_class"] == MethodClass.wrong_direction:
        return [*slope, (t("pace.factor"), t("pace.factor_against"))]
    if row["ratio"] is None:
        return slope
    key = "pace.factor_enough" if row["method_class"] == MethodClass.on_track else "pace.factor_more"
    return [*slope, (t("pace.factor"), t(key, n=words.own_number()))]


def _growth(dossier: Dossier) -> Facts:
    row = dossier.by_method.get(Method.eurostat_cagr)
    words = Words(row or {}, dossier.view.lang)
    if not {Working.actual_growth, Working.required_growth} <= words.workings.keys():
        return []
    rates = {"actual": words.working_text(Working.actual_growth), "required": words.required_growth()}
    return [(dossier.t("pace.growth"), dossier.t("pace.growth_value", **rates))]


def _distance(dossier: Dossier, words: Words) -> Facts:
    t, distance = dossier.t, dossier.row["distance"]
    if not distance:
        return []
    said = t("pace.beyond" if distance > 0 else "pace.short_of", value=_size(distance, words))
    return [(t("pace.target"), said)]


def _size(distance: float, words: Words) -> str:
    return words.change(abs(distance)).lstrip("+")
