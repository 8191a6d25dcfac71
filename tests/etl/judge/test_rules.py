"""Methods of straight lines and distances: worked examples, published ones typed from their tables.

ESCAP: UN ESCAP's indices as published for the Middle East and North Africa. Destatis: Statistisches Bundesamt,
indicators of the German Sustainable Development Strategy, Germany, symbol of the year named.
"""

import math

import numpy as np
import pytest

from etl.judge.cases import Cases
from etl.judge.methods import METHODS
from etl.vocabulary import Method, Status
from tests.etl.judge.single import beside_and_class, class_of, measure_and_class, working

LINEAR, DESTATIS, ESCAP = Method.linear_pace, Method.destatis_projection, Method.escap
SDSN, ACCELERATION = Method.sdsn_trend, Method.acceleration_factor


def plan(value, time, **figures):
    """From 100 in 2020 to 200 in 2030."""
    return {
        "baseline": 100, "baseline_time": 2020, "target": 200, "deadline": 2030, "direction": 1, "value": value,
        "time": time, **figures,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "pace", "name"),
    [
        (139, 0.975, "on_track"), (138, 0.95, "on_track"), (137, 0.925, "behind"), (124, 0.6, "behind"),
        (123, 0.575, "far_behind"), (100, 0, "far_behind"), (99, -0.025, "wrong_direction"),
    ],
)  # fmt: skip
def test_linear_pace_is_distance_closed_by_time_used(value, pace, name):
    assert measure_and_class(LINEAR, **plan(value, 2024)) == (pytest.approx(pace), name)


def test_linear_pace_of_a_plan_just_adopted_is_the_recent_pace():
    assert measure_and_class(LINEAR, **plan(110, 2020, slope=9)) == (pytest.approx(1), "on_track")
    assert measure_and_class(LINEAR, **plan(90, 2018, slope=-1))[1] == "wrong_direction"
    assert class_of(LINEAR, **plan(110, 2020)) is None
    assert class_of(LINEAR, **plan(205, 2020, slope=9)) is None
    assert working(LINEAR, "required_per_year", **plan(110, 2020, slope=9)) == pytest.approx(9)
    assert math.isnan(working(LINEAR, "time_share", **plan(110, 2020, slope=9)))


def test_linear_pace_needs_a_target_and_a_deadline_beyond_the_baseline():
    assert class_of(LINEAR, **plan(110, 2024, target=100)) is None
    assert class_of(LINEAR, **plan(110, 2024, target=90)) is None
    assert class_of(LINEAR, **plan(110, 2024, deadline=2020)) is None


def weather(values, year, target, deadline, direction, **figures):
    change = (values[-1] - values[0]) / (len(values) - 1)
    return {
        "mean_change": change, "value": values[-1], "time": year, "target": target, "deadline": deadline,
        "direction": direction, **figures,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "miss", "name"),
    [
        # Destatis, 7.2.a renewable energy, Germany, 2015: 18 % by 2020
        (weather((11.7, 12.5, 13.5, 13.8, 14.4, 14.9), 2015, 18, 2020, 1), -0.032258064516129496, "sun"),
        # Destatis, 7.2.b renewable electricity, Germany, 2019: 80 % by 2030
        (weather((27.5, 31.6, 31.8, 36.2, 37.9, 42.2), 2019, 80, 2030, 1), 0.1444444444444443, "sun_with_cloud"),
        # Destatis, 13.1.a greenhouse gases, Germany, 2024: 35 by 2030 (1990 = 100)
        (
            weather((63.681, 58.332, 60.869, 59.792, 53.433, 51.852), 2024, 35, 2030, -1),
            0.15767861381438383, "sun_with_cloud",
        ),
        # Destatis, 13.1.a greenhouse gases, Germany, 2016: 60 by 2020
        (weather((72.428, 73.173, 74.742, 71.44, 71.709, 71.743), 2016, 60, 2020, -1), 0.9533339010474323, "cloud"),
        # Destatis, 7.2.a renewable energy, Germany, 2017: 18 % by 2020
        (weather((13.5, 13.8, 14.4, 14.9, 14.9, 15.5), 2017, 18, 2020, 1), 0.52, "cloud"),
        # Destatis, 4.1.a early school leavers, Germany, 2022: 9.5 % by 2030, and rising
        (weather((10.1, 10.3, 10.3, 10.2, 12.4, 12.8), 2022, 9.5, 2030, -1), 2.3090909090909095, "thunderstorm"),
        # Destatis, 5.1.a pay gap, Germany, 2015: 10 % by 2020, and flat
        (weather((22.0, 22.0, 23.0, 22.0, 22.0, 22.0), 2015, 10, 2020, -1), 1, "thunderstorm"),
    ],
)  # fmt: skip
def test_the_projected_gap_gives_the_published_symbol(figures, miss, name):
    assert measure_and_class(DESTATIS, **figures) == (pytest.approx(miss), name)


def test_the_projected_gap_of_a_reached_target_is_judged_by_its_trend():
    """Destatis, 7.2.b renewable electricity, Germany, 2019: 35 % by 2020, reached, no gap. Falling: by hand."""
    reached = weather((27.5, 31.6, 31.8, 36.2, 37.9, 42.2), 2019, 35, 2020, 1)
    miss, name = measure_and_class(DESTATIS, **reached)
    assert (math.isnan(miss), name) == (True, "sun")
    assert class_of(DESTATIS, **reached | {"mean_change": -0.1}) == "sun_with_cloud"
    assert class_of(DESTATIS, **reached | {"mean_change": 0}) == "sun"


@pytest.mark.parametrize(
    ("values", "year", "target", "name"),
    [
        # Destatis, 9.1.a research and development, Germany: yearly at least 3.5 % (2018), 3 % (2016, 2018, 2022)
        ((2.78, 2.82, 2.88, 2.88, 2.99, 3.05), 2018, 3.5, "cloud"),
        ((2.75, 2.83, 2.78, 2.82, 2.88, 2.88), 2016, 3.0, "cloud"),
        ((2.78, 2.82, 2.88, 2.88, 2.99, 3.05), 2018, 3.0, "sun"),
        ((2.99, 3.05, 3.11, 3.09, 3.07, 3.04), 2022, 3.0, "sun"),
        # by hand
        ((3.20, 3.15, 3.11, 3.09, 3.07, 3.04), 2022, 3.0, "sun_with_cloud"),
        ((2.99, 2.98, 2.97, 2.96, 2.95, 2.94), 2022, 3.0, "thunderstorm"),
    ],
)
def test_a_target_for_every_year_is_judged_by_whether_it_is_met_and_by_the_trend(values, year, target, name):
    figures = weather(values, year, target, 2030, 1, is_held_yearly=True)
    assert class_of(DESTATIS, **figures) == name
    assert class_of(DESTATIS, **figures | {"deadline": math.nan}) == name


def test_the_projected_gap_needs_four_years_and_a_deadline_to_come():
    figures = weather((13.5, 13.8, 14.4, 14.9, 14.9, 15.5), 2017, 18, 2020, 1)
    assert class_of(DESTATIS, **figures | {"mean_change": math.nan}) is None
    assert class_of(DESTATIS, **figures | {"deadline": 2016}) is None


def indices(target, direction, then, now, expected):
    return {
        "target": target, "direction": direction, "baseline": then, "baseline_time": 2015, "value": now, "time": 2025,
        "expected": expected, "deadline": 2030,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "status", "anticipated"),
    [
        # UN ESCAP's indices, under-five mortality, Djibouti, 2025
        (indices(25, -1, 65.2, 47.371, 40.646), (4.4351, "slow"), (6.1079, "accelerate")),
        # UN ESCAP's indices, under-five mortality, Algeria, 2025: reached
        (indices(25, -1, 25.3, 19.937, 17.172), (10, "on_track"), (10, "will_meet")),
        # UN ESCAP's indices, births attended by skilled staff, Djibouti, 2025
        (indices(100, 1, 92.608, 98.9, 99.586), (8.5118, "slow"), (9.4406, "will_meet")),
        # UN ESCAP's indices, births attended by skilled staff, Syria, 2025
        (indices(100, 1, 99.291, 99.959, 99.99), (9.418, "on_track"), (9.86, "will_meet")),
        # UN ESCAP's indices, births attended by skilled staff, Lebanon, 2025
        (indices(100, 1, 1.805, 0.001, 0), (-0.1837, "regression"), (-0.1838, "no_progress_expected")),
        # UN ESCAP's indices, births attended by skilled staff, United Arab Emirates, 2025: nothing moves
        (indices(100, 1, 99.9, 99.9, 99.9), (0, "regression"), (0, "no_progress_expected")),
    ],
)
def test_escaps_two_indices_have_the_published_classes(figures, status, anticipated):
    """The inputs are published with three decimals, the indices are theirs within half a per cent."""
    assert beside_and_class(ESCAP, **figures) == (pytest.approx(status[0], rel=0.005), status[1])
    assert measure_and_class(ESCAP, **figures) == (pytest.approx(anticipated[0], rel=0.005), anticipated[1])
    assert working(ESCAP, "current_status", **figures) == pytest.approx(status[0], rel=0.005)


def test_without_a_forecast_escap_still_has_a_current_status():
    figures = indices(25, -1, 65.2, 47.371, math.nan)
    assert class_of(ESCAP, **figures) is None
    assert beside_and_class(ESCAP, **figures)[1] == "slow"
    assert beside_and_class(ESCAP, **figures | {"time": 2015, "value": 65.2})[1] is None


def arrow(first, value, **figures):
    """To 100 by 2030, from the figure of 2018 to that of 2023: 20 a year from 40 are 5 a year needed."""
    return {
        "first_value": first, "first_time": 2018, "value": value, "time": 2023, "target": 100, "deadline": 2030,
        "direction": 1, **figures,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("first", "value", "share", "name"),
    [
        (40, 65, 1, "on_track"), (40, 64, 0.96, "moderately_improving"), (40, 52.5, 0.5, "moderately_improving"),
        (40, 52, 0.48, "stagnating"), (40, 40, 0, "stagnating"), (40, 39, -0.04, "decreasing"),
        (40, 101, 2.44, "on_track"),
    ],
)  # fmt: skip
def test_sdsn_compares_five_years_with_what_they_needed(first, value, share, name):
    assert measure_and_class(SDSN, **arrow(first, value)) == (pytest.approx(share), name)


def test_sdsn_says_whether_a_reached_target_stays_reached():
    assert class_of(SDSN, **arrow(110, 105)) == "maintaining"
    assert class_of(SDSN, **arrow(100, 100)) == "maintaining"
    assert class_of(SDSN, **arrow(110, 95)) == "decreasing"
    assert class_of(SDSN, **arrow(110, math.nan)) is None
    assert class_of(SDSN, **arrow(40, 65, first_time=2023)) is None
    assert class_of(SDSN, **arrow(40, 65, deadline=2018)) is None


@pytest.mark.parametrize(
    ("slope", "factor", "name"),
    [
        (10, 1, "on_track"), (12, 10 / 12, "on_track"), (9, 10 / 9, "off_track"), (5.01, 10 / 5.01, "off_track"),
        (5, 2, "well_off_track"), (1, 10, "well_off_track"), (-1, -10, "wrong_direction"),
    ],
)  # fmt: skip
def test_the_acceleration_factor_is_what_is_needed_by_what_is_done(slope, factor, name):
    figures = {"value": 140, "time": 2024, "target": 200, "deadline": 2030, "direction": 1, "slope": slope}
    assert measure_and_class(ACCELERATION, **figures) == (pytest.approx(factor), name)


def test_a_flat_line_is_well_off_track_and_a_reached_target_needs_nothing():
    figures = {"value": 140, "time": 2024, "target": 200, "deadline": 2030, "direction": 1, "slope": 0}
    factor, name = measure_and_class(ACCELERATION, **figures)
    assert (math.isnan(factor), name) == (True, "well_off_track")
    assert class_of(ACCELERATION, **figures | {"value": 210}) == "on_track"
    assert class_of(ACCELERATION, **figures | {"value": 210, "slope": -1}) == "wrong_direction"
    assert class_of(ACCELERATION, **figures | {"deadline": 2023}) is None


@pytest.mark.parametrize("method", Method)
def test_no_input_gives_no_class_and_no_number(method):
    found = METHODS[method].find(Cases.of(value=[1, math.nan]))
    assert found.rank.tolist() == [-1, -1]
    assert np.isnan(found.measure).all()


def test_a_column_that_does_not_exist_is_refused():
    with pytest.raises(TypeError):
        Cases.of(valeu=1)


def test_scalars_are_brought_to_the_length_of_the_arrays():
    cases = Cases.of(value=[1, 2, 3], target=4)
    assert cases.target.tolist() == [4, 4, 4]
    assert cases.is_held_yearly.tolist() == [False, False, False]
    assert np.isnan(cases.limit).all()


def test_the_table_has_every_method_in_order_with_classes_from_best_to_worst():
    assert list(METHODS) == list(Method)
    order = [Status.on_track, Status.behind, Status.far_behind, Status.wrong_direction]
    for described in METHODS.values():
        statuses = [order.index(one.status) for one in described.classes if one.status is not None]
        assert statuses == sorted(statuses)
        assert len({one.name for one in described.classes}) == len(described.classes)
        assert len(statuses) in (0, len(described.classes))
