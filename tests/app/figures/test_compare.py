"""One indicator compared: ugly cases."""

import re
from datetime import date

import pytest

from app.figures.compared import Comparison, Strand, describe, notes
from app.figures.framing import Heading
from app.figures.readings import readings
from tests.app.figures.checked import compare, export_comparison

DAY = date(2026, 6, 15)


def strand(name, frame, targets=(), bases=None):
    return Strand(name, readings(frame), targets, bases or {})


def comparison(*strands, base="", unit="robots"):
    return Comparison(strands, unit, "Robot density", base)


@pytest.fixture
def pair(make):
    return [
        strand("China", make.observations(make.robots), [make.verdict()]),
        strand("Korea", make.observations("2014:478 2016:631 2021:1000 2023:1012")),
    ]


def axes(figure, letter):
    return {key: value for key, value in figure.to_dict()["layout"].items() if re.fullmatch(rf"{letter}axis\d*", key)}


def texts(figure):
    return [one.text for one in figure.layout.annotations]


def test_small_multiples_share_their_axes_and_each_says_its_name(pair, t):
    figure = compare(comparison(*pair), DAY, t)
    for letter in "xy":
        found = axes(figure, letter)
        assert len(found) == 2
        assert len({tuple(one["range"]) for one in found.values()}) == 1
    assert [name for name in ("China", "Korea") if f"<b>{name}</b>" in texts(figure)] == ["China", "Korea"]


def test_a_target_stands_with_the_series_it_is_held_against_only(pair, t):
    figure = compare(comparison(*pair), DAY, t)
    goals = [one for one in figure.data if one.name == "target"]
    assert [(one.xaxis, one.y) for one in goals] == [("x", (492.0,))]
    assert any("492" in text for text in texts(figure))


def test_together_there_is_one_panel_and_one_colour_a_series(pair, t):
    figure = compare(comparison(*pair), DAY, t, together=True)
    assert len(axes(figure, "x")) == 1
    assert len({one.line.color for one in figure.data if one.mode == "lines"}) == 2


def test_a_series_alone_fills_the_sheet(make, t):
    figure = compare(comparison(strand("China", make.observations("2023:470"))), DAY, t, narrow=True)
    assert figure.layout.height == 330
    assert len(axes(figure, "x")) == 1


def test_nothing_is_joined_across_a_break_and_a_rule_stands_there(make, t):
    rows = [make.reading("2022", 402.0), make.reading("2023", 470.0), make.reading("2024", 166.0, basis="new")]
    shown = comparison(strand("China", make.observations(rows)))
    figure = compare(shown, DAY, t)
    (line,) = [one for one in figure.data if one.name == "observed"]
    assert list(line.y) == [402.0, 470.0, None]
    assert t("chart.basis_short") in texts(figure)
    assert t("compare.note_break") in notes(shown, t)


def test_an_index_leaves_out_targets_and_the_basis_without_a_base_and_says_so(make, t):
    rows = [make.reading("2020", 246.0), make.reading("2023", 470.0), make.reading("2024", 166.0, basis="new")]
    shown = comparison(strand("China", make.observations(rows), [make.verdict()], {"new": "New count"}), base="2020")
    figure = compare(shown, DAY, t)
    assert not [one for one in figure.data if one.name == "target"]
    (points,) = [one for one in figure.data if one.mode == "markers"]
    assert [round(value, 1) for value in points.y] == [100.0, 191.1]
    assert all(colour != "#ffffff" for colour in points.marker.color)
    said = " ".join(notes(shown, t))
    assert "New count" in said
    assert t("compare.note_no_targets") in said


def test_months_and_negative_values_are_drawn(make, t):
    frame = make.observations("2025-01:-3 2025-02:0 2025-03:4")
    figure = compare(comparison(strand("Month", frame), strand("Year", make.observations("2024:-8 2025:2"))), DAY, t)
    assert figure.layout.yaxis.range[0] < -8
    assert figure.layout.yaxis.zeroline


def test_twelve_series_with_markup_in_their_names_have_charts_of_their_own_on_a_phone(make, t):
    strands = [strand(f"<b>&{number}", make.observations(f"2020:{number} 2021:9")) for number in range(12)]
    figure = compare(comparison(*strands), DAY, t, narrow=True)
    assert len(axes(figure, "y")) == 12
    assert "<b>&lt;b&gt;&amp;3</b>" in texts(figure)


def test_the_picture_bears_title_and_source(pair, t):
    figure = export_comparison(comparison(*pair), DAY, t, Heading("Robot density", "robots", ("Source: IFR",)))
    assert {"Robot density", "robots", "Source: IFR"} <= set(texts(figure))
    assert figure.layout.width == 1080


def test_the_chart_in_words_names_each_series_with_its_latest_figure(pair, t):
    words = describe(comparison(*pair), t)
    assert all(part in words for part in ("China", "470", "Korea", "1,012", "492"))
