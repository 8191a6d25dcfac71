"""The years in which promises fall due, each as long as it has many, by where they stand."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from app import components
from app.address import View
from app.text import Text
from etl.vocabulary import STRIP, Family


def calendar(years: Sequence[tuple[int, Mapping[Family, int]]], view: View, t: Text) -> Component:
    """One line a year that leads to its promises; a rule stands before the first year that is not yet over."""
    most = max(sum(counts.values()) for _, counts in years)
    ahead = next((year for year, _ in years if year >= view.as_of.year), None)
    lines = [_year(year, counts, most, view, t) for year, counts in years]
    for (year, _), line in zip(years, lines, strict=True):
        line.className = "is-next" if year == ahead else None
    return html.Div([_legend(years, t), html.Ol(lines, className="calendar")])


def _legend(years: Sequence[tuple[int, Mapping[Family, int]]], t: Text) -> html.Ul:
    shown = {family for _, counts in years for family in counts}
    return html.Ul([html.Li(_mark(family, t.label(family))) for family in STRIP if family in shown], className="legend")


def _mark(family: Family, words: str) -> html.Span:
    return html.Span([html.I(**{"aria-hidden": "true"}), words], className=f"mark is-family-{family}")


def _year(year: int, counts: Mapping[Family, int], most: int, view: View, t: Text) -> html.Li:
    total = sum(counts.values())
    lengths = [html.Span(className=f"length is-family-{family}", style={"flexGrow": n}) for family, n in counts.items()]
    said = t("list.separator").join(f"{t.label(family)} {t.number(count)}" for family, count in counts.items())
    marked = [(family, t.number(count)) for family, count in counts.items()]
    link = components.link(view, "/", str(year), due=str(year))
    return html.Li(
        [
            link,
            html.Div(lengths, className="lengths", style={"width": f"{100 * total / most:.2f}%"}, title=said),
            html.Span(t.number(total), className="calendar-count"),
            html.Span(said, className="visually-hidden"),
            html.Span([_mark(*one) for one in marked], className="calendar-parts", **{"aria-hidden": "true"}),
        ]
    )
