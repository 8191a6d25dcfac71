"""Words, numbers and days in both languages."""

from datetime import date

import pytest

from app import text
from etl.vocabulary import Comparator, Qualifier

EN, ZH = text.of("en"), text.of("zh")


def test_numbers_are_grouped_and_keep_their_digits():
    assert EN.number(12_866_000) == "12,866,000"
    assert EN.number(47.9) == "47.9"
    assert EN.number(492.0) == "492"


def test_large_figures_are_short():
    assert EN.figure(12_866_000) == "12.87 million"
    assert ZH.figure(12_866_000) == "1286.6万"
    assert EN.figure(999_999) == "999,999"


def test_numbers_shares_and_changes_carry_a_true_minus():
    assert EN.number(-3.8) == "−3.8"
    assert EN.figure(-12_866_000) == "−12.87 million"
    assert EN.share(0.912) == "91\u202f%"
    assert EN.share(-0.4) == "−40\u202f%"
    assert ZH.share(12.0) == "1,200%"
    assert EN.change(-3.2) == "−3.2"
    assert EN.change(75) == "+75"


@pytest.mark.parametrize(
    ("value", "high", "qualifier", "english", "chinese"),
    [
        (300, None, "more_than", ">\u202f300", ">\u202f300"),
        (20, None, "about", "~20", "~20"),
        (3, 5, "between", "3–5", "3–5"),
        (50, None, "nearly", "nearly 50", "近50"),
        (47.9, None, "exact", "47.9", "47.9"),
    ],
)
def test_what_stood_before_a_number_survives(value, high, qualifier, english, chinese):
    assert EN.quantity(value, high, qualifier) == english
    assert ZH.quantity(value, high, qualifier) == chinese


def test_every_qualifier_and_comparator_can_be_written():
    for t in (EN, ZH):
        assert all(t.quantity(1, 2, qualifier) for qualifier in Qualifier)
        assert all(t.bound(1, 2, comparator) for comparator in Comparator)


def test_days_are_written_as_the_language_does():
    day = date(2024, 11, 20)
    assert (EN.day(day), ZH.day(day)) == ("20 November 2024", "2024年11月20日")
    assert (EN.day_short(day), ZH.day_short(day)) == ("20 Nov 2024", "2024年11月20日")
    assert (EN.month(day), ZH.month(day)) == ("Nov 2024", "2024年11月")


def test_ages_are_told_in_the_unit_one_would_say():
    assert EN.age(date(2024, 11, 20), date(2024, 12, 1)) == "11 days"
    assert EN.age(date(2024, 11, 30), date(2024, 12, 1)) == "1 day"
    assert EN.age(date(2024, 4, 1), date(2024, 12, 1)) == "8 months"
    assert EN.age(date(2020, 4, 1), date(2024, 12, 1)) == "5 years"
    assert ZH.age(date(2024, 4, 1), date(2024, 12, 1)) == "8个月"


def test_units_follow_the_number():
    assert EN.with_unit("47.9", "%") == "47.9\u202f%"
    assert ZH.with_unit("47.9", "%") == "47.9%"
    assert EN.with_unit("100", "bases") == "100 bases"
    assert EN.with_unit("100", "") == "100"
