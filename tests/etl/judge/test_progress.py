"""The arithmetic of progress, number by number."""

import math

import pytest

from etl.judge import progress
from etl.vocabulary import Status


def test_shares_are_not_capped():
    assert progress.progress_share(567, 246, 492) == pytest.approx(321 / 246)
    assert progress.progress_share(200, 246, 492) < 0
    assert progress.time_share(2027, 2021, 2026) == 1.2


def test_the_required_path_is_straight_between_its_points():
    assert progress.required_value(2024, [2021, 2026], [246, 492]) == pytest.approx(393.6)
    assert progress.required_value(2021, [2021, 2026], [246, 492]) == 246


def test_the_required_path_runs_through_milestones_and_straight_beyond_its_end():
    times, values = [2016, 2021, 2026], [0, 15, 40]
    assert progress.required_value(2021, times, values) == 15
    assert progress.required_value(2018.5, times, values) == 7.5
    assert progress.required_value(2023.5, times, values) == 27.5
    assert progress.required_value(2027, times, values) == 45


@pytest.mark.parametrize("day_twice", [[2016, 2021, 2021, 2026], [2016, 2016, 2021, 2026]])
def test_two_milestones_on_one_day_are_no_division_by_zero(day_twice):
    assert math.isfinite(progress.required_value(2021, day_twice, [0, 10, 15, 40]))


def test_growth_needs_positive_values_and_time():
    assert progress.growth_per_year(121, 100, 2) == pytest.approx(0.1)
    for y, b, years in ((0, 100, 2), (100, 0, 2), (-1, 100, 2), (100, -1, 2), (100, 100, 0), (100, 100, -1)):
        assert progress.growth_per_year(y, b, years) is None


def test_growth_beyond_all_floats_is_absent():
    assert progress.growth_per_year(1e12, 1e-12, 1 / 366) is None
    assert progress.growth_per_year(1e-12, 1e12, 1 / 366) == -1


def test_nothing_grows_after_a_loss_of_all():
    assert progress.grown(100, 0.2, 2) == pytest.approx(144)
    assert progress.grown(100, -1, 2) is None
    assert progress.grown(100, -1.2, 1.5) is None


def test_a_slope_needs_three_points_and_two_times():
    assert progress.slope([1, 2, 3], [5, 7, 9]) == pytest.approx(2)
    assert progress.slope([1, 2], [5, 7]) is None
    assert progress.slope([1, 1, 1], [5, 7, 9]) is None


def test_the_slope_of_equal_values_is_zero_and_not_rounding():
    assert progress.slope([1, 2, 4], [0.1, 0.1, 0.1]) == 0
    assert progress.slope([1, 2, 4], [0, 0, 0]) == 0


def test_yearly_changes_compound():
    assert progress.compounded([10, 10]) == pytest.approx(21)
    assert progress.compounded([-50, 100]) == pytest.approx(0)


@pytest.mark.parametrize(
    ("ratio", "status"),
    [
        (0.95, Status.on_track),
        (0.95 - 1e-10, Status.on_track),
        (0.95 - 1e-8, Status.behind),
        (0.6, Status.behind),
        (0.6 - 1e-8, Status.far_behind),
        (0.0, Status.far_behind),
        (-1e-8, Status.wrong_direction),
        (30.0, Status.on_track),
    ],
)
def test_cut_offs_belong_to_the_better_class(ratio, status):
    assert progress.classify(ratio) is status


def test_a_ratio_without_a_finite_value_is_absent():
    assert progress.ratio(1, 0) is None
    assert progress.ratio(1e300, 1e-300) is None
    assert progress.ratio(1, 4) == 0.25


def test_a_target_equal_to_the_baseline_leads_nowhere():
    assert not progress.leads_on(0, 0, 1)
    assert not progress.leads_on(0.3, 0.1 * 3, 1)
    assert progress.leads_on(0.3, 0.31, 1)
    assert progress.leads_on(-0.3, -0.31, -1)
