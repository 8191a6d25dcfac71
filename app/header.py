"""The top of every page: brand, pages, the day, the method, the language, the theme; and the banner of another day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from app import address, components, searching, text
from app.address import View
from app.components import link
from app.control import control
from app.text import Text
from etl.vocabulary import JUDGING, LANGUAGES

PAGES = (
    ("overview", "/"),
    ("policies", "/policies"),
    ("changes", "/changes"),
    ("deadlines", "/deadlines"),
    ("compare", "/compare"),
    ("methods", "/methods"),
)
"""Pages in the navigation: (key of the text, path)."""

EXPLAINED = ("asof", "method", "lang", "theme", "status", "policy", "sort", "since")
"""Keys of an address of which it is told what is shown instead of what they ask for."""

RECENT = 6
"""Days with moved verdicts that the picker offers by name."""


@dataclass(frozen=True)
class Days:
    """Days up to today, oldest first: those on which something became known, and those on which a verdict changed."""

    known: Sequence[date] = ()
    changed: Sequence[date] = ()


def header(view: View, days: Days) -> list[Component]:
    """The header and, on another day than today, the banner below it."""
    t = text.of(view.lang)
    parts = [
        link(address.fresh(view, "/"), "/", t("brand"), "brand"),
        _navigation(view, t),
        html.Div([_languages(view, t), _theme(view, t)], className="manner"),
        html.Div(
            [searching.box(view, t), html.Div([_method(view, t), _day(view, days, t)], className="knowledge")],
            className="masthead-tools",
        ),
    ]
    top = html.Header(html.Div(parts, className="masthead-row"), className="masthead")
    banners = [] if view.is_today else [banner(view, t)]
    return [top, *banners, *ignored(view, t)]


def banner(view: View, t: Text) -> Component:
    """Says that another day's knowledge is shown, and leads back."""
    words = html.Span(t("asof.banner", day=t.day(view.as_of)))
    back = link(view, view.path, t("asof.back"), as_of=view.today)
    return html.Div(html.P([words, " ", back]), className="banner", role="status")


def ignored(view: View, t: Text) -> list[Component]:
    """Says what the address asked for in vain, and what is shown instead."""
    days = {"day": t.day(view.as_of), "since": t.day(view.since_day)}
    said = [
        html.P(t(f"ignored.{key}", asked=asked, **days) if key in EXPLAINED else components.left_out(key, asked, t))
        for key, asked in view.ignored
    ]
    return [html.Div(said, className="banner is-quiet", role="status")] if said else []


def _navigation(view: View, t: Text) -> Component:
    links = [
        link(
            address.fresh(view, path), path, t(f"nav.{key}"), "nav-link is-current" if view.path == path else "nav-link"
        )
        for key, path in PAGES
    ]
    return html.Nav(links, className="nav", **{"aria-label": t("nav.label")})


def _languages(view: View, t: Text) -> Component:
    links = [
        html.Span(
            link(
                view,
                view.path,
                t(f"shell.language.{lang}"),
                "language is-current" if lang == view.lang else "language",
                lang=lang,
            ),
            lang=text.of(lang).html_lang,
        )
        for lang in LANGUAGES
    ]
    parts = [links[0], html.Span(" · ", className="faint", **{"aria-hidden": "true"}), links[1]]
    return html.Nav(parts, className="languages", **{"aria-label": t("shell.languages")})


def _theme(view: View, t: Text) -> Component:
    """Changes between light and dark; back at what the system prefers, the address need not say it."""
    other = next(one for one in address.THEMES if one != view.shown_theme)
    words = t(f"shell.theme_{other}")
    sign = html.Span(className="theme-sign", **{"aria-hidden": "true"})
    chosen = "" if other == view.system_theme else other
    to = link(view, view.path, [sign, html.Span(words, className="visually-hidden")], "theme", theme=chosen)
    to.title = words
    return to


def _method(view: View, t: Text) -> Component:
    choices = [{"value": str(method or ""), "label": t.method(method)} for method in (None, *JUDGING)]
    select = dmc.Select(
        id="header-method",
        data=choices,
        value=str(view.method or ""),
        label=t("method.label"),
        allowDeselect=False,
        size="xs",
        className="control control-method",
    )
    return control(select, view, "method")


def _day(view: View, days: Days, t: Text) -> Component:
    picker = dmc.DatePickerInput(
        id="header-asof",
        value=view.as_of.isoformat(),
        maxDate=view.today.isoformat(),
        valueFormat=t("asof.day_pattern"),
        monthLabelFormat=t("asof.month_pattern"),
        yearLabelFormat="YYYY",
        label=t("asof.label"),
        ariaLabels={"previousMonth": t("asof.previous"), "nextMonth": t("asof.next")},
        firstDayOfWeek=1,
        weekendDays=[],
        getDayProps=_marked(days.known, t),
        presets=_presets(days.changed, t),
        attributes={"presetsList": {"data-heading": t("asof.recent")}},
        size="xs",
        className="control control-day",
    )
    day = control(picker, view, "asof", t.day_short(view.as_of))
    group = html.Div([day, *_steps(view, days.changed, t)], className="day")
    return dmc.DatesProvider(group, settings={"locale": view.lang})


def _marked(known: Sequence[date], t: Text) -> dict:
    """The calendar's marks: `app/assets/milepost.js` puts them on the days given."""
    options = {"days": [day.isoformat() for day in known], "words": t("asof.known")}
    return {"function": "knownDay", "options": options}


def _presets(changed: Sequence[date], t: Text) -> list[dict]:
    """The latest days on which a verdict changed, the newest first."""
    return [{"value": day.isoformat(), "label": t.day_short(day)} for day in reversed(changed[-RECENT:])]


def _steps(view: View, changed: Sequence[date], t: Text) -> list[Component]:
    """One step back and one on among the days on which a verdict changed; from the last of them on to today."""
    back = next((day for day in reversed(changed) if day < view.as_of), None)
    on = next((day for day in changed if day > view.as_of), None if view.is_today else view.today)
    return [_step(view, "back", "‹", back, t), _step(view, "on", "›", on, t)]


def _step(view: View, key: str, sign: str, day: date | None, t: Text) -> Component:
    if day is None:
        return html.Span(sign, className="step is-off", **{"aria-hidden": "true"})
    words = t("asof.step_today") if day == view.today else t(f"asof.step_{key}", day=t.day(day))
    shown = [html.Span(sign, **{"aria-hidden": "true"}), html.Span(words, className="visually-hidden")]
    to = link(view, view.path, shown, "step", as_of=day)
    to.id, to.title = f"header-{key}", words
    return to
