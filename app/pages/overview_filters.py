"""The overview's controls: words, sector, policy and order; folded below them the other filters and the grouping."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from app import filters, promises
from app.address import AGES, DUES, GROUPS, SORTS, View
from app.control import SEARCHED, control
from app.data import Data, records
from app.text import Text

CONTROLS = ("q", "policy", "sort", "sector", "body", "area", "due", "age", "group")
MORE = ("body", "area", "due", "age", "group")
"""Controls that are folded until one of them is used."""

WIDE = ("policy", "sector", "body")
"""Controls whose menus are wider than they are."""


@dataclass(frozen=True)
class Choices:
    """What there is to choose from: names by code, and the years in which something falls due."""

    policies: Mapping[str, str]
    sectors: Mapping[str, str]
    bodies: Mapping[str, str]
    areas: Mapping[str, str]
    years: Sequence[int]


def choices_of(data: Data, view: View) -> Choices:
    """What the promises known on the view's day can be filtered by."""
    rows = data.rows(view.as_of, view.method, view.lang)
    names = {row["body_id"]: row[f"name_{view.lang}"] or row["name_en"] for row in records(data.bodies())}
    return Choices(
        policies={row["policy_id"]: row["policy_short"] for row in promises.by_policy(rows)},
        sectors=filters.names_in(rows, "sector"),
        bodies={code: names[code] for code in filters.bodies_in(rows)},
        areas=filters.names_in(rows, "area"),
        years=filters.years_in(rows),
    )


def said(choices: Choices, view: View, t: Text) -> list[str]:
    """The filters that hold, in words."""
    return [_said(name, choices, view, t) for name in filters.held(view)]


def _said(name: str, choices: Choices, view: View, t: Text) -> str:
    value = getattr(view, name)
    if name == "status":
        return t.label(value)
    if name == "q":
        return t("overview.quoted", words=value)
    if name == "due":
        return t(f"overview.due.{value}", year=view.as_of.year + 1) if value in DUES else _due_in(value, t)
    if name == "age":
        return t(f"overview.age.{value}")
    return named(name, choices).get(value, value)


def named(name: str, choices: Choices) -> Mapping[str, str]:
    """What a filter by a code of the register chooses from: names by code."""
    known = {"policy": choices.policies, "sector": choices.sectors, "body": choices.bodies, "area": choices.areas}
    return known[name]


def _due_in(year: object, t: Text) -> str:
    return t("overview.due_in", year=year)


def controls(choices: Choices, view: View, t: Text) -> Component:
    """Words, sector, policy, order."""
    search = dmc.TextInput(
        id="overview-q", value=view.q, debounce=300, size="sm", placeholder=t("overview.search_hint"),
        label=t("overview.search"), className="control control-search",
    )  # fmt: skip
    sorts = {sort: t(f"overview.sort.{sort}") for sort in SORTS}
    policy = _select("policy", choices.policies, view, t, className="control control-policy", **SEARCHED)
    order = _select("sort", sorts, view, t, clearable=False, allowDeselect=False, className="control control-sort")
    sector = _select("sector", choices.sectors, view, t, style=_hidden_below(1, choices.sectors))
    return html.Div([control(search, view, "q"), sector, policy, order], className="controls", role="search")


def more_filters(choices: Choices, view: View, t: Text) -> Component:
    """The other filters and the grouping; open where one of them is used."""
    dues = {due: t(f"overview.due.{due}", year=view.as_of.year + 1) for due in DUES}
    years = {str(year): _due_in(year, t) for year in choices.years}
    shown = {
        "body": _select("body", choices.bodies, view, t, **SEARCHED),
        "area": _select("area", choices.areas, view, t, style=_hidden_below(2, choices.areas)),
        "due": _select("due", dues | years, view, t),
        "age": _select("age", {age: t(f"overview.age.{age}") for age in AGES}, view, t),
        "group": _select(
            "group", {group: t(f"overview.group.{group}") for group in GROUPS}, view, t, clearable=False,
            allowDeselect=False,
        ),
    }  # fmt: skip
    is_used = any(getattr(view, name) for name in MORE)
    row = html.Div([shown[name] for name in MORE], className="controls")
    return html.Details([html.Summary(t("overview.more")), row], open=is_used, className="more-filters")


def _hidden_below(least: int, names: Mapping[str, str]) -> dict[str, str] | None:
    """The style of a control that is not shown where there are fewer names than `least` to choose from."""
    return {"display": "none"} if len(names) < least else None


def _select(name: str, names: Mapping[str, str], view: View, t: Text, **properties: object) -> Component:
    given = {"clearable": True, "className": "control"} | properties
    select = dmc.Select(
        id=f"overview-{name}",
        data=[{"value": code, "label": words} for code, words in names.items()],
        value=shown_value(name, view),
        size="sm",
        label=t(f"overview.{name}"),
        placeholder=t(f"overview.all.{name}"),
        nothingFoundMessage=t("overview.no_choice"),
        comboboxProps={"width": 320 if name in WIDE else "target", "position": "bottom-start"},
        **given,
    )
    return control(select, view, name)


def shown_value(name: str, view: View) -> str | None:
    """What a control shows of a view: text for words, else a choice or None."""
    return view.q if name == "q" else view.grouping if name == "group" else getattr(view, name) or None
