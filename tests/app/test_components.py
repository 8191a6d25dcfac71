"""Parts that pages share."""

from datetime import date

import pytest
from dash import html

from app import address, components, text
from app.prerender import html_of
from etl.vocabulary import Method

VIEW = address.read("/", "?asof=2024-12-01&lang=zh&q=robot", date(2026, 6, 15))
EN = text.of("en")
ZH = text.of("zh")

ROW = {
    "kind": "level",
    "status": "on_track", "progress_share": 0.914, "time_share": 0.6, "baseline_value": 246.0, "value": 470.0,
    "baseline_period": "2020", "period": "2023", "high": None, "qualifier": "exact",
    "target_value": 492.0, "target_high": None, "comparator": "at_least",
    "badges": ["derived"], "unit_text": "robots per 10,000 employees",
}  # fmt: skip


def said(component) -> str:
    """The text of a component, without its tags."""
    if isinstance(component, str | int | float):
        return str(component)
    inner = getattr(component, "children", component) or []
    return "".join(said(part) for part in (inner if isinstance(inner, list | tuple) else [inner]) if part is not None)


def test_a_link_keeps_the_view():
    link = components.link(VIEW, "/target/a", "A")
    assert link.href == "/target/a?asof=2024-12-01&lang=zh"


def test_a_status_is_a_word_and_a_sign_that_is_not_read_out():
    mark = components.status_mark("awaiting_data", EN, detail="behind")
    assert said(mark) == "Deadline passed, data awaitedlast: Behind"
    assert '<i aria-hidden="true"></i>' in html_of(mark)
    assert mark.className == "mark is-awaiting_data"


@pytest.mark.parametrize(("progress", "drawn"), [(0.914, "0.9140"), (1.76, "1.0000"), (-0.4, "0.0000")])
def test_the_bar_is_drawn_within_its_ends(progress, drawn):
    bar = components.distance_bar(ROW | {"progress_share": progress}, EN)
    assert bar.style == {"--progress": drawn, "--time": "0.6000"}


def test_the_bar_is_told_in_words():
    assert components.bar_text(0.914, 0.6, EN) == "91\u202f% of the distance closed, 60\u202f% of the time used"
    assert components.bar_text(1.76, 0.8, EN) == "target reached; 80\u202f% of the time used"
    assert components.bar_text(-0.4, 0.7, EN) == "moved away from the target; 70\u202f% of the time used"
    for lang in ("en", "zh"):
        assert all(components.bar_text(share, None, text.of(lang)) for share in (-1, 0.5, 2))


def test_without_a_pace_there_is_no_bar():
    assert components.distance_bar(ROW | {"progress_share": None}, EN).className == "bar-none"


def test_values_are_read_out_with_their_names():
    assert said(components.value_path(ROW, EN)) == "Baseline 246 → Latest 470 → Target ≥\u202f492"


def test_a_rate_of_growth_is_told_as_one_whatever_the_unit_of_the_figures():
    growth = ROW | {"kind": "growth_per_year", "target_value": 20.0, "comparator": "more_than", "unit_text": "GW"}
    assert said(components.value_path(growth, EN)).endswith("Target >\u202f20\u202f% a year")
    rates = growth | {"unit_text": "%"}
    assert said(components.value_path(rates, EN)).endswith("Target >\u202f20\u202f% a year")
    assert said(components.value_path(rates, ZH)).count("%") == 1


def test_a_change_whose_level_is_not_known_yet_is_told_as_it_was_stated():
    fall = {"kind": "change", "target_value": None, "target_high": None, "baseline_value": None, "value": None}
    row = ROW | fall | {"stated_value": -10.0, "stated_high": None, "comparator": "at_most", "unit_text": "g/kWh"}
    assert said(components.value_path(row, EN)) == "Baseline · → Latest · → Target ≤\u202f−10\u202f%"
    assert said(components.value_path(row | {"stated_value": None}, EN)).endswith("Target ·")


def test_a_figure_on_another_basis_stands_apart_from_what_it_cannot_be_compared_with():
    row = ROW | {"status": "basis_changed", "value": 166.0, "second_value": 567.0}
    path, unit, other = components.values(row, EN)
    assert said(path) == "Baseline 246 → Latest 567 → Target ≥\u202f492"
    assert said(other) == "≠ 166 on the new basis"
    assert said(components.values(row | {"second_value": None}, EN)[0]).startswith("Baseline 246 → Latest · →")
    assert len(components.values(ROW, EN)) == 2


def test_a_baseline_that_is_the_latest_figure_itself_is_not_shown_as_a_way_of_no_length():
    row = ROW | {"value": 246.0, "period": "2020"}
    assert said(components.value_path(row, EN)) == "Baseline · → Latest 246 → Target ≥\u202f492"
    assert said(components.value_path(row | {"period": "2023"}, EN)).startswith("Baseline 246 → Latest 246 →")


def test_an_unknown_value_is_a_dot():
    row = ROW | {"value": None, "baseline_value": None, "qualifier": None}
    assert said(components.value_path(row, EN)) == "Baseline · → Latest · → Target ≥\u202f492"


def test_per_cent_stands_behind_the_values_and_long_units_below():
    share = ROW | {"unit_text": "%"}
    assert said(components.value_path(share, EN)).endswith("492\u202f%")
    assert components.unit_line(share) is None
    assert said(components.unit_line(ROW)) == "robots per 10,000 employees"


def test_a_chance_is_told_with_its_confidence_and_its_absence_with_the_reason():
    row = ROW | {"chance": 0.612, "no_chance": None}
    assert said(components.chance(row, EN)) == "61\u202f%"
    assert said(components.chance(row | {"badges": ["low_confidence"]}, EN)) == "61\u202f%? (low confidence)"
    none = components.chance(row | {"chance": None, "no_chance": "bound"}, EN)
    assert none.title == "the newest figure is only a bound"
    assert components.chance(row | {"chance": None, "no_chance": "settled"}, EN) is None
    assert components.chance(row | {"chance": None}, EN) is None


def test_badges_tell_how_often_a_promise_was_made():
    assert [said(one) for one in components.badges(ROW | {"told": 3}, EN)] == ["same promise in 3 plans", "derived"]


def test_the_source_line_names_day_and_method():
    line = said(components.source_line(EN, VIEW, ["IFR", "NBS"]))
    assert line == "Source: IFR; NBS. As known on 1 December 2024. Method: Linear pace, unless a target has its own."
    own = components.source_line(EN, VIEW, method=Method.escap)
    assert said(own).endswith("Method: Anticipated (ESCAP).")
    assert 'href="/methods?asof=2024-12-01&amp;lang=zh#escap"' in html_of(own)


def test_a_table_has_headings_for_rows_and_columns():
    table = html_of(components.table([("Year", False), ("Value", True)], [["2023", "470"]], "Density"))
    assert '<th scope="col">Year</th><th scope="col" class="num">' in table.replace(' class=""', "").replace(
        'class="num" scope="col"', 'scope="col" class="num"'
    )
    assert 'scope="row"' in table
    assert "<caption" in table


def test_tabs_write_the_address_and_fall_back_on_the_first():
    items = [("table", "Table"), ("methods", "Methods")]
    shown = components.tabs(items, VIEW, "Parts")
    assert [one.className for one in shown.children] == ["tab is-current", "tab"]
    assert shown.children[1].href.endswith("tab=methods")
    assert "tab=" not in shown.children[0].href


def test_an_empty_state_says_what_to_do():
    state = components.empty("Nothing", "Load a file", html.A("Help"))
    assert said(state) == "NothingLoad a fileHelp"


def test_the_age_of_an_undated_figure_is_not_told():
    assert components.age_text(None, date(2024, 12, 1), EN) == ""
    assert components.age_text(date(2024, 11, 20), date(2024, 12, 1), EN) == "11 days old"
