"""Parts that pages share. Each returns a component tree and looks nothing up.

The small ones that a list has hundreds of are made once and shared: nobody modifies them.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from urllib.parse import urlsplit

from dash import dcc, html
from dash.development.base_component import Component

from app import address
from app.address import View
from app.downloads import DATASETS, FIGURES, TYPES, WHOLE
from app.figures.style import period_text
from app.text import Text
from etl.judge.odds import is_weak, percent, why_none
from etl.judge.wording import Words
from etl.vocabulary import Badge, Kind, Method, Status

ARROW = " → "
LONGEST_CLOSE_UNIT = 12
METHODS_PATH = "/methods"
ABOUT_PATH = "/about"
SHARED = 4096
"""Small parts of a kind that are remembered."""
FIRST_COMMANDS = (("template", "milepost template register.xlsx"), ("load", "milepost load register.xlsx"))


def target_path(slug: str) -> str:
    """The path of a target's page."""
    return f"/target/{slug}"


def policy_path(policy_id: str) -> str:
    """The path of a document's page."""
    return f"/policy/{policy_id}"


def link(view: View, path: str, children: object, class_name: str = "", **changes: object) -> dcc.Link:
    """A link that keeps the view, with some of its fields changed."""
    return dcc.Link(children, href=address.href(view, path, **changes), className=class_name)


def method_link(view: View, part: Method | str, words: object, class_name: str = "") -> dcc.Link:
    """A link to what the page on methods says of one, or to another part of that page."""
    return dcc.Link(words, href=address.anchored(view, METHODS_PATH, part), className=class_name)


def signs_link(view: View, t: Text) -> dcc.Link:
    """A link to what groups, statuses and badges mean."""
    return dcc.Link(t("signs.link"), href=address.anchored(view, ABOUT_PATH, "signs"), className="to-signs")


def source_path(load_id: int) -> str:
    """The path of the page of a loaded file."""
    return f"/source/{load_id}"


def from_cell(view: View, words: object, place: Sequence, t: Text) -> object:
    """A figure as a link to its cell: `place` is its load, sheet and cell; the words alone where one is not known."""
    load_id, sheet, cell = place
    if load_id is None or not sheet or not cell:
        return words
    to = link(view, source_path(int(load_id)), words, "from-cell", sheet=sheet, cell=cell)
    to.title = t("source.title", n=int(load_id), sheet=sheet, cell=cell)
    return to


def outside(url: str | None, words: str) -> object:
    """A link that leaves the product, for addresses of the web only; else the words."""
    if url and urlsplit(url).scheme in ("http", "https"):
        return html.A(words or urlsplit(url).hostname, href=url, rel="noreferrer noopener", target="_blank")
    return words


def definitions(said: Sequence[tuple[str, object]]) -> html.Dl:
    """Terms with what is said of them; those without are left out."""
    return html.Dl([html.Div([html.Dt(term), html.Dd(one)]) for term, one in said if one], className="definitions")


@lru_cache(maxsize=SHARED)
def status_mark(status: str, t: Text, detail: str | None = None, large: bool = False) -> html.Span:
    """A status as symbol and word; `detail` is the class held before data stopped."""
    status = Status(status)
    parts: list[object] = [html.I(**{"aria-hidden": "true"}), html.Span(t.label(status), className="mark-word")]
    if detail:
        parts.append(html.Span(t("mark.last", status=t.label(Status(detail))), className="mark-detail"))
    return html.Span(parts, className=f"mark is-{status}" + (" mark-large" if large else ""))


@lru_cache(maxsize=SHARED)
def badge(text: str, title: str | None = None) -> html.Span:
    """A reservation in an outline."""
    return html.Span(text, className="badge", **({"title": title} if title else {}))


def badges(row: dict, t: Text) -> list[html.Span]:
    """A row's reservations, and how often its promise was made (`told`, where the row has it)."""
    told = [badge(t("badge.same_as", n=row["told"]))] if row.get("told", 1) > 1 else []
    return told + [badge(t.label(Badge(code))) for code in row["badges"] or ()]


def distance_bar(row: dict, t: Text) -> html.Span:
    """The distance closed as a bar, with a tick where it should be by now. Drawn within 0 and 1, told as it is."""
    progress, time = row["progress_share"], row["time_share"]
    if progress is None:
        return html.Span(className="bar-none")
    style = {"--progress": f"{_within(progress):.4f}"}
    if time is not None:
        style["--time"] = f"{_within(time):.4f}"
    shown = html.Span(bar_text(progress, time, t), className="visually-hidden")
    kind = "bar" + (" has-tick" if time is not None else "") + (" is-back" if progress < 0 else "")
    return html.Span(shown, className=f"{kind} is-{row['status']}", style=style)


def bar_text(progress: float, time: float | None, t: Text) -> str:
    """What the bar shows, in words."""
    key = "bar.text_beyond" if progress >= 1 else "bar.text_back" if progress < 0 else "bar.text"
    if time is None:
        return t(f"{key}_alone", progress=t.share(progress))
    return t(key, progress=t.share(progress), time=t.share(time))


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def chance(row: dict, t: Text) -> html.Span | None:
    """The chance that a target is met, marked where its confidence is low; a dash with the reason where there is none.

    None where none is asked for: the outcome is known, or nothing is judged.
    """
    if row["chance"] is None:
        why = why_none(row, t.lang)
        return no_chance(why, t) if why else None
    parts: list[object] = [percent(row["chance"], t.lang)]
    if is_weak(row):
        mark = html.Span("?", className="chance-weak", title=t("chance.weak"), **{"aria-hidden": "true"})
        parts += [mark, html.Span(f" ({t('chance.weak')})", className="visually-hidden")]
    return html.Span(parts, className="chance-number")


@lru_cache(maxsize=SHARED)
def no_chance(why: str, t: Text) -> html.Span:
    """A dash in place of a chance; the reason is its title, and read out."""
    said = html.Span(t("chance.none", why=why), className="visually-hidden")
    return html.Span([html.Span("–", **{"aria-hidden": "true"}), said], className="chance-none faint", title=why)


def values(row: dict, t: Text) -> list[Component]:
    """Baseline → latest → target with the unit; and apart from them the newest figure, where it counts otherwise."""
    other = None
    if row["status"] == Status.basis_changed:
        other = html.Span(["≠ ", t("list.other_basis", value=_newest(row, t))], className="other-basis")
    return [part for part in (value_path(row, t), unit_line(row), other) if part]


def _newest(row: dict, t: Text) -> str | None:
    return None if row["value"] is None else t.quantity(row["value"], row["high"], row["qualifier"] or "exact")


def _comparable(row: dict, t: Text) -> str | None:
    """The latest figure on the target's basis."""
    if row["status"] != Status.basis_changed:
        return _newest(row, t)
    return None if row["second_value"] is None else t.figure(row["second_value"])


def starts_elsewhere(row: dict) -> bool:
    """Whether a row has a baseline, other than its latest figure itself."""
    ends = [(row["baseline_value"], row["baseline_period"]), (row["value"], row["period"])]
    return row["baseline_value"] is not None and ends[0] != ends[1]


def latest(row: dict, t: Text) -> str | None:
    """A row's latest figure with its unit and period, on the target's basis where there is one; None for none."""
    if row["value"] is None:
        return None
    words = Words(row, t.lang)
    is_second = row["status"] == Status.basis_changed and row["second_value"] is not None
    value, period = (words.second(), row["second_period"]) if is_second else (words.latest(), row["period"])
    return t("chart.latest", value=value, period=period_text(period, t))


def value_path(row: dict, t: Text) -> html.Span:
    """Baseline → latest → target on the target's basis; a part that is not known is a dot, read out as "none"."""
    baseline = t.figure(row["baseline_value"]) if starts_elsewhere(row) else None
    latest = _comparable(row, t)
    target = _aim(row, t)
    named = zip(("from", "latest", "target"), (baseline, latest, target), strict=True)
    parts = [_value(name, text, t) for name, text in named]
    arrows = [_arrow()] * 2 + [None]
    unit = row["unit_text"] if _is_close(row["unit_text"]) and not _is_in_per_cent(row) else ""
    last = html.Span(t.with_unit("", unit), className="value-unit") if unit else None
    return html.Span([part for part in (*chain(*zip(parts, arrows, strict=True)), last) if part], className="values")


@lru_cache
def _arrow() -> html.Span:
    return html.Span(ARROW, className="arrow", **{"aria-hidden": "true"})


def _is_in_per_cent(row: dict) -> bool:
    """Whether the aim is told in per cent whatever the unit: growth a year, and a change while its level is unknown."""
    return row["kind"] == Kind.growth_per_year or (row["kind"] == Kind.change and row["target_value"] is None)


def _aim(row: dict, t: Text) -> str | None:
    """The number aimed at, as stated where no level is known; None where there is no number."""
    stem = "stated" if row["target_value"] is None and _is_in_per_cent(row) else "target"
    if row[f"{stem}_value"] is None:
        return None
    text = t.bound(row[f"{stem}_value"], row[f"{stem}_high"], row["comparator"] or "exactly")
    if not _is_in_per_cent(row):
        return text
    text = t.with_unit(text, "%")
    return t("chart.a_year", value=text) if row["kind"] == Kind.growth_per_year else text


def unit_line(row: dict) -> html.Span | None:
    """The unit below a row's values, where it is too long to stand behind them."""
    is_said = _is_close(row["unit_text"]) or _is_without_figure(row)
    return None if is_said else html.Span(row["unit_text"], className="unit")


def _is_without_figure(row: dict) -> bool:
    """Whether an aim in per cent is all that is shown, so that no number stands in the unit."""
    return _is_in_per_cent(row) and row["value"] is None and row["baseline_value"] is None


def _is_close(unit: str | None) -> bool:
    return not unit or (unit.startswith("%") and len(unit) <= LONGEST_CLOSE_UNIT)


@lru_cache(maxsize=SHARED)
def _value(name: str, text: str | None, t: Text) -> html.Span:
    label = html.Span(t(f"value.{name}") + " ", className="visually-hidden")
    said = html.Span("·", title=t("value.none"), className="faint") if text is None else text
    return html.Span([label, said], className=f"value-{name}")


def source_line(t: Text, view: View, sources: Sequence[str] = (), method: Method | None = None) -> html.P:
    """Where numbers come from, the day whose knowledge is used, and the method: the view's, or that of one target."""
    stop, chosen = t("sentence.stop"), method or view.method
    parts = [t("source.sources", sources=t("list.separator").join(sources))] if sources else []
    parts += [t("source.asof", day=t.day(view.as_of))]
    name = t.label(chosen) if chosen else t("method.by_default")
    linked = method_link(view, chosen, name) if chosen else link(view, METHODS_PATH, name)
    before, after = t("source.method", method="|").split("|")
    said = "".join(part + stop for part in parts) + before
    return html.P([said, linked, (after + stop).rstrip()], className="source")


def empty(title: str, hint: str = "", action: Component | None = None) -> html.Div:
    """A state with nothing to show: what it is, and what to do."""
    return html.Div([html.H2(title), html.P(hint), action], className="empty")


def nothing_loaded(t: Text) -> html.Div:
    """The state of a page before the first load: how to begin, command by command."""
    steps = [
        html.Li([t(f"empty.step_{name}"), html.Pre(html.Code(command), className="command", tabIndex=0)])
        for name, command in FIRST_COMMANDS
    ]
    return empty(t("empty.nothing_loaded"), t("empty.nothing_loaded_hint"), html.Ol(steps, className="steps"))


def button(label: object, identifier: object, class_name: str = "button", **properties: object) -> html.Button:
    """A button that looks like the others."""
    return html.Button(label, id=identifier, type="button", className=class_name, **properties)


def file_links(view: View, t: Text, name: str = "") -> list[Component]:
    """What the view shows as files; with a `name` the links have ids, so that they follow the address."""
    return [
        _file(suffix, address.shown_as(view, suffix), t("files.view"), t, name and f"{name}-{suffix}")
        for suffix in TYPES
    ]


def own_files(view: View, slug: str, t: Text) -> list[Component]:
    """A target's figures as files."""
    links = {suffix: address.file(view, f"{DATASETS}{slug}.{suffix}") for suffix in TYPES}
    return [_file(suffix, link, t("files.own"), t) for suffix, link in links.items()]


def _file(suffix: str, link: str, what: str, t: Text, identifier: str = "") -> html.A:
    """A link to a file that looks like a button; its title says `what` is in it."""
    named = {"id": identifier} if identifier else {}
    return html.A(t(f"files.{suffix}"), href=link, title=what, className="button", download="", **named)


def all_files(view: View, t: Text, class_name: str = "") -> list[Component]:
    """All data as known on the view's day as files: the report, all targets, all figures."""
    names = {"report": f"{WHOLE}.xlsx", "targets": f"{WHOLE}.csv", "figures": f"{FIGURES}.csv"}
    return [
        html.A(t(f"files.{key}"), href=address.file(view, f"{DATASETS}{name}"), className=class_name, download="")
        for key, name in names.items()
    ]


def facts(items: Sequence[tuple[str, object, object]]) -> html.Dl:
    """Figures in a row: (label, value, note) each."""
    return html.Dl(
        [html.Div([html.Dt(label), html.Dd([html.B(value), " ", html.Small(note)])]) for label, value, note in items],
        className="facts",
    )


def table(columns: Sequence[tuple[str, bool]], rows: Sequence[Sequence[object]], caption: str) -> html.Div:
    """A table that scrolls in itself where it is too wide: columns as (label, is_number), rows of cells.

    The first cell of a row is its heading.
    """
    names = ["num" if is_number else "" for _label, is_number in columns]
    head = [html.Th(label, scope="col", className=name) for (label, _), name in zip(columns, names, strict=True)]
    body = [html.Tr([_cell(*cell) for cell in zip(row, names, range(len(names)), strict=True)]) for row in rows]
    parts = [html.Caption(caption, className="visually-hidden"), html.Thead(html.Tr(head)), html.Tbody(body)]
    scrolled = {"role": "region", "tabIndex": 0, "aria-label": caption}
    return html.Div(html.Table(parts, className="table"), className="table-scroll", **scrolled)


def _cell(content: object, name: str, place: int) -> Component:
    return html.Td(content, className=name) if place else html.Th(content, scope="row", className=name)


def left_out(key: str, asked: object, t: Text) -> str:
    """That a page cannot show what the address asks for under a key."""
    return t("ignored.other", name=key, asked=address.cut(str(asked)))


def left_out_note(key: str, asked: object, t: Text) -> Component:
    """The same where only a part of the page knows that it cannot."""
    return html.P(left_out(key, asked, t), className="small muted", role="note")


def tabs(items: Sequence[tuple[str, str]], view: View, label: str) -> html.Nav:
    """Links that choose a page's tab: (key, label) each; the first is the default."""
    current = view.tab if view.tab in {key for key, _ in items} else items[0][0]
    links = [
        link(
            view, view.path, words, "tab is-current" if key == current else "tab", tab="" if key == items[0][0] else key
        )
        for key, words in items
    ]
    return html.Nav(links, className="tabs", **{"aria-label": label})


def age_text(published_on: date | None, as_of: date, t: Text) -> str:
    """How old a figure is, "" where its day is unknown."""
    return "" if published_on is None else t("age", age=t.age(published_on, as_of))
