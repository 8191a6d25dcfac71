"""Axes are round, hold everything, and say where they do not start at zero."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import text
from app.figures import scales

EN, ZH = text.of("en"), text.of("zh")


def test_shares_start_at_zero_however_near_the_values_are():
    axis = scales.values([97.0, 98.0], "%", EN)
    assert axis.low == 0
    assert axis.has_zero
    assert max(axis.ticks) == 100


def test_axis_that_does_not_start_at_zero_says_so():
    axis = scales.values([1000.0, 1010.0], "GW", EN)
    assert axis.low > 0
    assert axis.caption == "GW · axis does not start at zero"
    assert scales.values([1000.0, 1010.0], "GW", ZH).caption == "GW · 纵轴不从零开始"


@pytest.mark.parametrize(
    ("lang", "largest", "caption", "top_text"),
    [
        ("en", 1.2e8, "million devices", "120"),
        ("zh", 1.2e8, "亿devices", "1.2"),
        ("en", 492.0, "devices", "500"),
        ("zh", 688_700.0, "万devices", "60"),
    ],
)
def test_large_values_are_told_in_the_multiples_of_the_language(lang, largest, caption, top_text):
    axis = scales.values([0.0, largest], "devices", text.of(lang))
    assert axis.caption == caption
    assert top_text in axis.texts


def test_negative_values_have_a_true_minus_and_the_zero_line():
    axis = scales.values([-12.0, 8.0], "GW", EN)
    assert axis.low < -12
    assert any(one.startswith("−") for one in axis.texts)
    assert 0 in axis.ticks


@pytest.mark.parametrize("value", [0.0, 5.0, -5.0, 1e-6])
def test_values_all_alike_still_have_an_axis(value):
    axis = scales.values([value, value], "GW", EN)
    assert axis.low < axis.high
    assert axis.low <= value <= axis.high


@given(st.lists(st.floats(-1e9, 1e9).map(lambda x: round(x, 3)), min_size=1, max_size=20), st.sampled_from(["%", "GW"]))
def test_axis_holds_all_values_with_few_ticks(values, unit):
    axis = scales.values(values, unit, EN)
    slack = 1e-6 * max(1.0, abs(axis.high), abs(axis.low))
    assert axis.low - slack <= min(values)
    assert max(values) <= axis.high + slack
    assert 1 <= len(axis.ticks) <= 16


def test_years_are_marked_at_their_end_and_counted_back_from_the_newest():
    ticks = scales.years(date(2012, 8, 1), date(2026, 3, 1), 300, 40)
    assert ticks[-1] == date(2025, 12, 31)
    assert [day.year for day in ticks] == [2013, 2015, 2017, 2019, 2021, 2023, 2025]


def test_century_gets_few_ticks():
    assert len(scales.years(date(1900, 1, 1), date(2060, 1, 1), 300, 40)) <= 8
