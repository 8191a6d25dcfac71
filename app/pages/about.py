"""About the data: what is in the tables now, how to read the signs, how to cite, and all of it to take away."""

from collections.abc import Mapping, Sequence

from dash import Dash, html
from dash.development.base_component import Component

from app import address, components, text
from app.address import View
from app.data import Data, Today, records
from app.inventory import Inventory
from app.paging import PER_PAGE
from app.text import Text
from etl.report.text import Text as Guide
from etl.vocabulary import FAMILY_OF, Badge, Grade, Qualifier, Reason, Status

PATH = components.ABOUT_PATH
OWN = ()
EXAMPLE = 300
PARTS = ("contents", "read", "ages", "missing", "signs", "files", "use")


def title(data: Data, view: View) -> str:
    """The document's title."""
    return text.of(view.lang)("about.title")


def layout(data: Data, view: View) -> list[Component]:
    """All parts of the page; before the first load what the signs mean, and what to do."""
    t = text.of(view.lang)
    heading = html.H1(t("about.title"), className="headline")
    if data.loads().empty:
        return [heading, components.nothing_loaded(t), *_signs(t)]
    found = data.inventory(view.as_of, view.method, view.lang)
    links = [html.Li(html.A(t(f"about.{part}"), href=f"#{part}")) for part in PARTS]
    return [
        heading,
        html.P(t("about.lead", day=t.day(view.as_of)), className="lead"),
        html.Nav(html.Ul(links), className="contents", **{"aria-label": t("methods.contents")}),
        *_contents(found, t),
        *_read(found, t),
        *_ages(found, t),
        *_missing(found, view, t),
        *_signs(t),
        *_files(data, view, t),
        *_use(view, t),
        components.source_line(t, view),
    ]


def _heading(part: str, t: Text) -> list[Component]:
    found = [html.H2(t(f"about.{part}"), className="subhead", id=part)]
    return [*found, html.P(t(f"about.{part}_lead"), className="prose")]


def _contents(found: Inventory, t: Text) -> list[Component]:
    keys = ("documents", "targets", "indicators", "series", "areas", "publishers", "figures", "publications")
    items = [(t(f"about.count.{key}"), t.number(getattr(found, key)), "") for key in keys]
    days = [("first", found.first), ("last", found.last)]
    items += [(t(f"about.count.{key}"), t.day_short(day), "") for key, day in days if day]
    return [*_heading("contents", t), html.Div(components.facts(items), className="about-facts")]


def _read(found: Inventory, t: Text) -> list[Component]:
    """How figures and statements were read: counts by grade."""
    columns = [(t("about.grade"), False), *((t(f"about.count.{key}"), True) for key in found.graded)]
    rows = [[_grade(grade, t), *(t.number(counts[grade]) for counts in found.graded.values())] for grade in Grade]
    return [*_heading("read", t), _table(columns, rows, t("about.read"))]


def _grade(grade: Grade, t: Text) -> list[Component]:
    return [html.Span(t.label(grade)), html.Span(t(f"about.grade.{grade}"), className="cell-note")]


def _ages(found: Inventory, t: Text) -> list[Component]:
    columns = [(t("about.age"), False), (t("about.count.targets"), True)]
    names = [t(f"about.age.{place}") for place in range(len(found.ages))]
    rows = [[name, t.number(count)] for name, count in zip(names, found.ages, strict=True)]
    rows += [[t("about.age.undated"), t.number(found.undated)]] if found.undated else []
    return [*_heading("ages", t), _table(columns, rows, t("about.ages"))]


def _missing(found: Inventory, view: View, t: Text) -> list[Component]:
    """The targets that nobody measures, by why; the first names on demand."""
    parts = []
    for reason, rows in found.missing.items():
        if rows:
            count = html.B(t.number(len(rows)))
            names = html.Ul([html.Li(_target(row, view, t)) for row in rows[:PER_PAGE]], className="plain-list")
            rest = html.P(t("about.more", n=t.number(len(rows) - PER_PAGE))) if len(rows) > PER_PAGE else None
            parts.append(html.Details([html.Summary([count, " ", _capital(t.label(Reason(reason)))]), names, rest]))
    return [*_heading("missing", t), html.Div(parts, className="about-missing")]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _target(row: Mapping, view: View, t: Text) -> list[object]:
    link = components.link(view, components.target_path(row["slug"]), row["title"])
    return [link, html.Span(t("list.bracket", words=row["policy_short"]), className="muted")]


def _signs(t: Text) -> list[Component]:
    """Statuses, badges, and what a publisher put before a number."""
    guide = Guide(t.lang)
    statuses = [
        [components.status_mark(code, t), t.label(FAMILY_OF[Status(code)]), words]
        for code, words in guide.guide("statuses").items()
    ]
    badges = [[components.badge(t.label(Badge(code))), words] for code, words in guide.guide("badges").items()]
    qualifiers = [[_sign(one, t), _capital(t.label(one))] for one in Qualifier if one is not Qualifier.exact]
    found = _heading("signs", t)
    for key, rows in (("statuses", statuses), ("badges", badges), ("qualifiers", qualifiers)):
        group = [(t("about.group"), False)] if key == "statuses" else []
        columns = [(t("about.sign"), False), *group, (t("about.meaning"), False)]
        found += [html.H3(t(f"about.{key}"), className="table-name"), _table(columns, rows, t(f"about.{key}"))]
    return found


def _sign(qualifier: Qualifier, t: Text) -> str:
    return t.quantity(EXAMPLE, EXAMPLE + 20 if qualifier is Qualifier.between else None, qualifier)


def _files(data: Data, view: View, t: Text) -> list[Component]:
    """The loads, oldest first, each with a link to what it holds."""
    keys = ("number", "file", "day", "by", "rows")
    columns = [(t(f"about.file.{key}"), key == "rows") for key in keys]
    rows = [_load(one, view, t) for one in records(data.loads())]
    return [*_heading("files", t), html.Div(_table(columns, rows, t("about.files")), className="about-files")]


def _load(one: Mapping, view: View, t: Text) -> list[object]:
    number = int(one["load_id"])
    if one["file_name"]:
        gone = [" ", components.badge(t("about.file.withdrawn"))] if one["is_withdrawn"] else []
        file: list[object] = [components.link(view, components.source_path(number), one["file_name"]), *gone]
    else:
        file = [t("about.file.withdrawal", n=int(one["withdraws"]))]
    count = "–" if one["row_count"] is None else t.number(int(one["row_count"]))
    day = html.Span(t.day_short(one["loaded_at"].date()), className="nowrap")
    return [str(number), file, day, one["loaded_by"], count]


def _use(view: View, t: Text) -> list[Component]:
    """Licence, how to cite, and all data as files."""
    fixed = address.dated(view, "/")
    example = t("about.cite_example", day=t.day(view.as_of))
    said = [
        (t("about.licence"), t("about.licence_text")),
        (t("about.cite"), [t("about.cite_text"), " ", html.Q(example), " ", html.A(fixed, href=fixed)]),
        (t("about.get"), html.Div(components.all_files(view, t, "button"), className="buttons")),
    ]
    return [*_heading("use", t), html.Div(components.definitions(said), className="about-use")]


def _table(columns: Sequence[tuple[str, bool]], rows: Sequence[Sequence[object]], caption: str) -> Component:
    return html.Div(components.table(columns, rows, caption), className="about-table")


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The page has none of its own."""
