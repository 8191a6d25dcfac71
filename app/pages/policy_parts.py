"""What the pages of documents share: who issued one, how its commitments stand, its news."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from app import components
from app.data import Data, records
from app.dossiers import Document, worded
from app.filters import codes
from app.text import Text
from etl.vocabulary import Family

NAMED_BODIES = 2


def body_names(data: Data, lang: str) -> dict[str, str]:
    """Names of bodies by code."""
    return {row["body_id"]: worded(row, "name", lang) for row in records(data.bodies())}


def heading(words: str, count: int, t: Text) -> Component:
    """The heading of a section with how many things it holds."""
    return html.H2([words, " ", html.Span(t.number(count), className="muted")], className="subhead")


def bodies(record: Mapping, names: Mapping[str, str], t: Text) -> str:
    """The bodies that issued a document (`names` by code); of many the first, and how many in all."""
    found = [names[code] for code in codes(record["bodies"])]
    separator = t("list.names")
    if len(found) <= NAMED_BODIES:
        return separator.join(found)
    first = separator.join(found[: NAMED_BODIES - 1])
    return t("policies.bodies", bodies=first, n=t.number(len(found)))


def families(one: Document, t: Text) -> list[Component]:
    """A document's commitments by family: a thin strip, and the numbers in words."""
    lengths = [
        html.Span(className=f"length is-family-{family}", style={"flexGrow": count})
        for family, count in one.counts.items()
    ]
    strip = html.Div(lengths, className="lengths", **{"aria-hidden": "true"}) if lengths else None
    return [part for part in (strip, family_counts(one.counts, len(one.others), t)) if part]


def family_counts(counts: Mapping[Family, int], others: int, t: Text) -> Component:
    """How many commitments are in each family, and how many are not judged."""
    marks = [html.Li([html.Span(t.number(count)), " ", _mark(family, t)]) for family, count in counts.items()]
    if others:
        marks.append(html.Li(t("policies.others", n=t.number(others)), className="muted"))
    if not marks:
        marks.append(html.Li(t("policies.no_commitment"), className="muted"))
    return html.Ul(marks, className="family-counts")


def _mark(family: Family, t: Text) -> Component:
    return html.Span([html.I(**{"aria-hidden": "true"}), t.label(family)], className=f"mark is-family-{family}")


def news(events: Sequence[Mapping], t: Text) -> Component:
    """Events with their day and source, the latest first."""
    return html.Ul([_event(one, t) for one in events], className="news")


def _event(one: Mapping, t: Text) -> Component:
    source = components.outside(one["url"], one["via"] or one["source"] or "")
    kind = t(f"policies.kind.{one['kind']}") if one["kind"] in ("policy", "corporate") else None
    said = [html.Span(part) for part in (kind, source) if part]
    headline = html.P(worded(one, "headline", t.lang), className="news-headline")
    return html.Li(
        [
            html.Time(t.day_short(one["day"]), dateTime=one["day"].isoformat()),
            html.Div([headline, html.P(said, className="document-about")]),
        ]
    )
