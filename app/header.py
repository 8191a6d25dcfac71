"""The top of every page: brand, pages, the day, the method, the language; and the banner of another day."""

from dataclasses import replace
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from app import address, text
from app.address import View
from app.components import link
from app.data import Today
from app.text import Text
from etl.vocabulary import Method

NAMES_OF_LANGUAGES = {"en": "EN", "zh": "中文"}
PAGES = (("overview", "/"),)
"""Pages in the navigation: (key of the text, path)."""

DATE_FORMATS = {"en": "D MMM YYYY", "zh": "YYYY年M月D日"}
MONTH_FORMATS = {"en": "MMMM YYYY", "zh": "YYYY年M月"}


def header(view: View) -> list[Component]:
    """The header and, on another day than today, the banner below it."""
    t = text.of(view.lang)
    parts = [
        link(view, "/", t("brand"), "brand"),
        _navigation(view, t),
        html.Div([_method(view, t), _day(view, t)], className="knowledge"),
        _languages(view, t),
    ]
    top = html.Header(html.Div(parts, className="masthead-row"), className="masthead")
    return [top] if view.is_today else [top, banner(view, t)]


def banner(view: View, t: Text) -> Component:
    """Says that another day's knowledge is shown, and leads back."""
    words = html.Span(t("asof.banner", day=t.day(view.as_of)))
    back = link(view, view.path, t("asof.back"), as_of=view.today)
    return html.Div(html.P([words, " ", back]), className="banner", role="status")


def _navigation(view: View, t: Text) -> Component:
    links = [
        link(view, path, t(f"nav.{key}"), "nav-link is-current" if view.path == path else "nav-link")
        for key, path in PAGES
    ]
    return html.Nav(links, className="nav", **{"aria-label": t("nav.label")})


def _languages(view: View, t: Text) -> Component:
    links = [
        html.Span(
            link(view, view.path, name, "language is-current" if lang == view.lang else "language", lang=lang),
            lang=text.of(lang).html_lang,
        )
        for lang, name in NAMES_OF_LANGUAGES.items()
    ]
    parts = [links[0], html.Span(" · ", className="faint", **{"aria-hidden": "true"}), links[1]]
    return html.Nav(parts, className="languages", **{"aria-label": t("shell.languages")})


def _method(view: View, t: Text) -> Component:
    choices = [{"value": str(method), "label": t.label(method)} for method in Method]
    return dmc.Select(
        id="header-method",
        data=choices,
        value=str(view.method),
        label=t("method.label"),
        allowDeselect=False,
        size="xs",
        className="control control-method",
    )


def _day(view: View, t: Text) -> Component:
    picker = dmc.DatePickerInput(
        id="header-asof",
        value=view.as_of.isoformat(),
        maxDate=view.today.isoformat(),
        valueFormat=DATE_FORMATS[view.lang],
        monthLabelFormat=MONTH_FORMATS[view.lang],
        yearLabelFormat="YYYY",
        label=t("asof.label"),
        ariaLabels={"previousMonth": t("asof.previous"), "nextMonth": t("asof.next")},
        firstDayOfWeek=1,
        weekendDays=[],
        size="xs",
        className="control control-day",
    )
    return dmc.DatesProvider(picker, settings={"locale": view.lang})


def chosen(day: object, method: object, view: View) -> View:
    """The view with the header's day and method; what is neither a day nor a method changes nothing."""
    given = {"asof": day, "method": method}
    asked = address.read(view.path, urlencode({key: value for key, value in given.items() if value}), view.today)
    return replace(view, as_of=asked.as_of, method=asked.method)


def callbacks(app: Dash, today: Today) -> None:
    """The header's controls write the address."""

    @app.callback(
        Output("address", "search", allow_duplicate=True),
        Input("header-asof", "value"),
        Input("header-method", "value"),
        State("address", "pathname"),
        State("address", "search"),
        prevent_initial_call=True,
    )
    def write_address(day: object, method: object, pathname: object, search: object):
        view = address.read(pathname, search, today())
        changed = chosen(day, method, view)
        return no_update if changed == view else address.search(changed)
