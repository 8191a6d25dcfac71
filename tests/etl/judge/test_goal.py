"""Where a promise starts from, what it aims at, and in which direction."""

import pytest

from etl.judge.goal import goal_of
from etl.judge.known import in_force
from etl.vocabulary import Badge
from tests.etl.judge.cases import judged, promise, reading, readings

ROBOTS = """
    2019 | 187 | 2020-09-24 | old
    2020 | 246 | 2021-10-28 | old
    2023 | 470 | 2024-11-20 | old
"""
NEW_BACK_SERIES = """
    2020 | 80  | 2026-04-08 | new
    2024 | 166 | 2026-04-08 | new
"""


def goal(a_promise, drawing):
    published = readings(drawing)
    return goal_of(a_promise, published, in_force(published))


def test_a_change_is_worked_out_from_the_baseline_and_double_of_246_is_492():
    found = goal(promise("at_least", 100.0, kind="change", baseline_period="2020"), ROBOTS)
    assert (found.target, found.is_derived, found.direction) == (492, True, 1)


def test_a_cut_by_a_tenth_has_no_float_noise():
    found = goal(promise("at_most", -10.0, kind="change", baseline_period="2020"), "2020 | 0.7 | 2021-02-01")
    assert (found.target, found.direction) == (0.63, -1)


def test_both_ends_of_a_change_come_from_the_baseline():
    a_promise = promise("between", -10.0, high=-7.0, kind="change", baseline_period="2020")
    found = goal(a_promise, "2020 | 200 | 2021-02-01")
    assert (found.target, found.high) == (180, 186)


def test_a_revised_baseline_moves_the_derived_target():
    a_promise = promise("at_least", 100.0, kind="change", baseline_period="2020", baseline_value=246.0)
    revised = ROBOTS + "2020 | 250 | 2024-11-20 | old"
    assert goal(a_promise, revised).target == 500
    assert judged(a_promise, revised, "2024-01-01").target_value == 492


def test_a_stated_value_without_an_observation_is_used_as_it_is():
    found = goal(promise(baseline_period="2015", baseline_value=36.0), ROBOTS)
    assert (found.baseline.value, found.baseline.period, found.baseline.reading) == (36, "2015", None)


def test_a_stated_period_without_value_and_observation_is_no_baseline():
    assert goal(promise(baseline_period="2015"), ROBOTS).baseline is None
    assert judged(promise(baseline_period="2015", value=900.0), ROBOTS, "2025-01-01").status == "pace_unknown"


def test_a_stock_may_give_its_baseline_under_another_name_of_the_same_day():
    drawing = "2020-12 | 40 | 2021-02-01"
    assert goal(promise(baseline_period="2020", measured="stock"), drawing).baseline.value == 40
    assert goal(promise(baseline_period="2020", measured="flow"), drawing).baseline is None


def test_a_promise_stays_on_the_basis_of_its_baseline_through_later_back_series_and_revisions():
    a_promise = promise("at_least", 100.0, kind="change", baseline_period="2020", measured="stock")
    revised_last = ROBOTS + NEW_BACK_SERIES + "2020 | 247 | 2026-05-01 | old"
    found = goal(a_promise, revised_last)
    assert (found.basis, found.target) == ("old", 494)


def test_a_stated_basis_comes_before_that_of_the_baseline():
    a_promise = promise(basis="new", baseline_period="2020", kind="change", measured="stock")
    found = goal(a_promise, ROBOTS + NEW_BACK_SERIES)
    assert (found.basis, found.baseline.value) == ("new", 80)


def test_without_a_baseline_the_basis_is_that_of_the_series_when_the_promise_was_made():
    drawing = """
        2021 | 74.7 | 2022-02-28 | above-scale
        2023 | 80.1 | 2024-07-05 | key firms
        2024 | 83.5 | 2025-07-05 | key firms
    """
    a_promise = promise(known_on="2024-04-09", deadline="2027-12-31")
    assert goal(a_promise, drawing).basis == "above-scale"
    assert judged(a_promise, drawing).status == "basis_changed"
    assert goal(promise(known_on="2024-08-01"), drawing).basis == "key firms"


def test_a_series_that_began_after_the_promise_binds_it_to_its_first_basis():
    drawing = """
        2023 | 1 | 2024-02-01 | first
        2022 | 1 | 2024-02-01 | older
        2024 | 1 | 2025-02-01 | second
    """
    assert goal(promise(known_on="2020-01-01"), drawing).basis == "first"


@pytest.mark.parametrize(
    ("known", "period"),
    [("2021-12-31", "2021"), ("2021-12-30", "2020"), ("2019-01-01", "2020"), ("2030-01-01", "2023")],
)
def test_an_implied_baseline_is_the_last_period_over_when_the_promise_was_made_else_the_first(known, period):
    drawing = """
        2020 | 1 | 2021-02-01
        2021 | 2 | 2022-02-01
        2023 | 3 | 2024-02-01
    """
    assert goal(promise(known_on=known), drawing).baseline.period == period


def test_an_implied_baseline_is_marked_and_a_stated_one_is_not():
    drawing = "2020 | 10 | 2021-02-01\n2023 | 40 | 2024-02-01"
    assert Badge.implied_baseline in judged(promise(), drawing, "2025-01-01").badges
    assert Badge.implied_baseline not in judged(promise(baseline_period="2020"), drawing, "2025-01-01").badges


def test_an_unstated_span_of_growth_has_no_baseline():
    assert goal(promise(kind="growth_per_year", value=5.0), ROBOTS).baseline is None


@pytest.mark.parametrize(
    ("comparator", "value", "kind", "direction"),
    [
        ("at_least", 100.0, "level", 1),
        ("more_than", 10.0, "level", 1),
        ("at_most", 100.0, "level", -1),
        ("about", 300.0, "level", 1),
        ("about", 100.0, "level", -1),
        ("exactly", 100.0, "level", -1),
        ("at_least", -20.0, "change", -1),
        ("about", 20.0, "change", 1),
        ("at_most", 20.0, "change", 1),
        ("at_most", 3.0, "growth_per_year", -1),
        ("at_least", -3.0, "growth_per_year", 1),
        ("about", -3.0, "growth_per_year", -1),
        ("about", 3.0, "growth_per_year", 1),
    ],
)
def test_the_direction_is_in_the_words_of_the_promise(comparator, value, kind, direction):
    assert goal(promise(comparator, value, kind=kind, baseline_period="2020"), ROBOTS).direction == direction


def test_about_without_a_baseline_looks_up():
    assert goal(promise("about", 100.0, baseline_period="2015"), ROBOTS).direction == 1


@pytest.mark.parametrize(("value", "aim"), [(1, (3, 1)), (3.4, (3, 1)), (4.8, (5, -1)), (7, (5, -1))])
def test_of_a_range_the_missed_bound_is_aimed_at_or_the_nearer_one(value, aim):
    assert goal(promise("between", 3.0, high=5.0), "2020 | 2 | 2021-02-01").aim(value) == aim


@pytest.mark.parametrize(
    ("value", "met", "missed"),
    [("4", True, False), ("2", False, True), ("6", False, True), ("> 2", False, False), ("> 5", False, True),
     ("< 3", False, True), ("3–5", True, False), ("2–4", False, False), ("6–7", False, True)],
)  # fmt: skip
def test_a_range_is_met_within_both_ends(value, met, missed):
    found, one = goal(promise("between", 3.0, high=5.0), "2020 | 2 | 2021-02-01"), reading("2024", value, "2025-01-01")
    assert (found.is_met(one), found.is_missed(one)) == (met, missed)


@pytest.mark.parametrize(
    ("value", "tolerance", "met", "missed"),
    [("99", None, True, False), ("101", None, True, False), ("98.9", None, False, True), ("105", None, False, True),
     ("105", 5.0, True, False), ("100.5", 0.0, False, True), ("> 100", None, False, False),
     ("> 110", None, False, True),
     ("< 90", None, False, True), ("90–110", None, False, False)],
)  # fmt: skip
def test_an_exact_target_is_met_within_one_per_cent_or_its_own_tolerance(value, tolerance, met, missed):
    found = goal(promise("exactly", 100.0, tolerance=tolerance), "2020 | 2 | 2021-02-01")
    one = reading("2024", value, "2025-01-01")
    assert (found.is_met(one), found.is_missed(one)) == (met, missed)
