"""The page of one document: who issued it when, what it promises and where that stands, what it lists, its news."""

from collections.abc import Mapping, Sequence

from dash import Dash, html
from dash.development.base_component import Component

from app import components, dossiers, paging, text
from app.address import View
from app.data import Data, Today, records
from app.dossiers import Document, worded
from app.filters import codes
from app.pages import too_early
from app.pages.overview_list import table
from app.pages.policy_parts import body_names, families, heading, news
from app.still import still
from app.text import Text
from etl.vocabulary import Grade

PATH = "/policy/<policy_id>"
OWN = ()


def title(data: Data, view: View, policy_id: str) -> str:
    """The document's title: the short name, or the code where none is known."""
    found = {row["policy_id"]: row for row in records(data.policies(view.as_of))}
    return worded(found[policy_id], "short", view.lang) if policy_id in found else policy_id


def layout(data: Data, view: View, policy_id: str) -> list[Component] | None:
    """The page; of a document that was issued later only that; None for one that nobody knows."""
    t = text.of(view.lang)
    policies = records(data.policies(view.as_of))
    rows = data.rows(view.as_of, view.method, view.lang)
    one = dossiers.documents(policies, rows).get(policy_id)
    if one is None:
        later = {row["policy_id"]: row["issued"] for row in records(data.policies(view.today))}
        return too_early.of_policy(view, later[policy_id]) if policy_id in later else None
    names = body_names(data, view.lang)
    parts = [
        *_head(one, view, t),
        html.Div(_about(one.record, names, policies, view, t), className="policy-about"),
        html.Div(families(one, t), className="document-count is-wide"),
        html.Div(components.file_links(view, t), className="buttons section-files") if one.size else None,
        *_judged(one, view, t),
        *_others(one, view, t),
        *_lists(dossiers.lists(records(data.list_items(view.as_of)), policy_id), t),
        *_news(dossiers.news(records(data.events(view.as_of)), policy_id), t),
        components.source_line(t, view),
    ]
    return [part for part in parts if part is not None]


def _head(one: Document, view: View, t: Text) -> list[Component]:
    short, name = worded(one.record, "short", view.lang), worded(one.record, "name", view.lang)
    other = one.record["name_zh"] if view.lang == "en" else one.record["name_en"]
    crumbs = [
        components.link(view, "/policies", t("nav.policies")),
        html.Span(" › ", **{"aria-hidden": "true"}),
        html.Span(short, **{"aria-current": "page"}),
    ]
    original = (
        html.P(other, className="policy-original", lang="zh-Hans" if view.lang == "en" else "en") if other else None
    )
    return [
        html.Nav(crumbs, className="breadcrumb", **{"aria-label": t("policies.title")}),
        html.H1(name, className="headline"),
        original if other != name else None,
    ]


def _about(record: Mapping, names: Mapping[str, str], policies: Sequence[Mapping], view: View, t: Text) -> Component:
    """When, by whom, under which number, where it can be read, what came before and after."""
    by_id = {row["policy_id"]: row for row in policies}
    before = [by_id[record["succeeds_id"]]] if record["succeeds_id"] in by_id else []
    after = dossiers.successors(record["policy_id"], policies)
    read = components.outside(record["url"], record["source"] or record["via"] or "")
    grade = components.badge(t.label(Grade(record["grade"]))) if record["grade"] else None
    facts = [
        (t("policy.issued"), t.day(record["issued"])),
        (t("policy.bodies"), _issuers(record, names, view, t)),
        (t("policy.number"), record["number"]),
        (t("policy.read"), [read, " ", grade] if read else None),
        (t("policy.before"), _linked(before, view, t)),
        (t("policy.after"), _linked(after, view, t)),
        (t("policy.note"), t.told(record, "note")),
    ]
    return components.definitions(facts)


def _issuers(record: Mapping, names: Mapping[str, str], view: View, t: Text) -> list[object]:
    """The bodies, each leading to its documents."""
    links = [components.link(view, "/policies", names[code], body=code) for code in codes(record["bodies"])]
    return _joined(links, t)


def _linked(policies: Sequence[Mapping], view: View, t: Text) -> list[object]:
    """Links to documents, with the year of each."""
    links = [
        html.Span(
            [
                components.link(view, components.policy_path(one["policy_id"]), worded(one, "short", view.lang)),
                html.Span([" ", t.month(one["issued"])], className="muted"),
            ]
        )
        for one in policies
    ]
    return _joined(links, t)


def _joined(parts: Sequence[Component], t: Text) -> list[object]:
    return [piece for place, part in enumerate(parts) for piece in ([t("list.names"), part] if place else [part])]


def _judged(one: Document, view: View, t: Text) -> list[Component]:
    """The commitments with a number, a page of them."""
    if not one.judged:
        return []
    page, shown = paging.page_of(one.judged, view.page)
    listed = [table([(shown[0], list(shown))], "", view, t), paging.pager(view, page, len(one.judged), t)]
    return [heading(t("policy.judged"), len(one.judged), t), still(listed)]


def _others(one: Document, view: View, t: Text) -> list[Component]:
    """Commitments without a number, figures that are only listed, and those that were superseded or given up."""
    if not one.others:
        return []
    shown = one.others[: paging.PER_PAGE]
    items = [
        html.Li(
            [
                components.status_mark(row["status"], t),
                html.Div(
                    [
                        components.link(view, components.target_path(row["slug"]), row["title"]),
                        html.P(row["statement"], className="muted") if row["statement"] != row["title"] else None,
                    ]
                ),
            ]
        )
        for row in shown
    ]
    return [heading(t("policy.others"), len(one.others), t), still(html.Ul(items, className="commitments"))]


def _lists(found: Sequence[Sequence[Mapping]], t: Text) -> list[Component]:
    """What the document lists by name, with who leads each."""
    parts = []
    for items in found:
        lines = [html.Li([worded(item, "name", t.lang), _who(item, t)], value=item["number"]) for item in items]
        has_names = any(item["lead"] or item["partners"] for item in items)
        ordered = html.Ol(lines, className="listed" if has_names else "listed is-short")
        parts += [heading(t("policy.listed"), len(items), t), still(ordered)]
    return parts


def _who(item: Mapping, t: Text) -> Component | None:
    said = t("list.separator").join(part for part in (t.told(item, "lead"), t.told(item, "partners")) if part)
    return html.Span(said, className="listed-who") if said else None


def _news(found: Sequence[Mapping], t: Text) -> list[Component]:
    return [heading(t("policy.news"), len(found), t), still(news(found, t))] if found else []


def file(data: Data, view: View, suffix: str, policy_id: str) -> tuple[str, bytes] | None:
    """What the document promises: the Excel report on it, or CSV; None where it is not known or promises nothing."""
    rows = data.rows(view.as_of, view.method, view.lang)
    one = dossiers.documents(records(data.policies(view.as_of)), rows).get(policy_id)
    if one is None or not one.size:
        return None
    asked = view.as_of, view.method, view.lang, [row["target_id"] for row in (*one.judged, *one.others)]
    return policy_id, data.status_csv(*asked) if suffix == "csv" else data.report(*asked, policy=policy_id)


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The page has none of its own."""
