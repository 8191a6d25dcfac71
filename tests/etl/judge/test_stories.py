"""The cases that the whole judging is for, typed in as they were published."""

import pytest

from etl.vocabulary import Badge, Status
from tests.etl.judge.cases import CAGR, LINEAR, history, judged, promise, readings, said

OLD, NEW = "IFR employment to 2025", "NBS employment 2026"
ROBOTS = f"""
    2014 | 36  | 2015-09-30 | {OLD}
    2019 | 187 | 2020-09-24 | {OLD}
    2020 | 246 | 2021-10-28 | {OLD}
    2021 | 322 | 2022-12-05 | {OLD}
    2022 | 392 | 2024-01-10 | {OLD}
    2022 | 402 | 2024-11-20 | {OLD}
    2023 | 470 | 2024-11-20 | {OLD}
    2024 | 567 | 2025-09-25 | {OLD} | disputed
    2024 | 166 | 2026-04-08 | {NEW}
"""
DOUBLE = promise(
    "at_least", 100.0, kind="change", baseline_period="2020", baseline_value=246.0, measured="stock",
    known_on="2021-12-28",
)  # fmt: skip
BASES = """
    2013    | 1         | 2014-01-31
    2018-05 | 22        | 2018-05-31
    2022    | nearly 30 | 2023-01-31
    2023    | 34        | 2024-01-31
"""


@pytest.mark.parametrize("method", [LINEAR, CAGR])
@pytest.mark.parametrize(
    ("as_of", "value", "status"),
    [
        ("2024-01-31", 392, "on_track"),
        ("2024-12-01", 470, "on_track"),
        ("2025-10-01", 567, "achieved"),
        ("2026-05-01", 166, "basis_changed"),
    ],
)
def test_robot_density_tells_four_true_stories(as_of, value, status, method):
    found = judged(DOUBLE, ROBOTS, as_of, method)
    assert (found.value, found.status, found.target_value) == (value, status, 492)
    assert Badge.derived in found.badges


def test_robot_density_closes_91_per_cent_in_60_per_cent_of_the_time():
    found = judged(DOUBLE, ROBOTS, "2024-12-01")
    assert found.progress_share == pytest.approx(224 / 246)
    assert found.time_share == pytest.approx(0.6)
    assert found.required_value == pytest.approx(393.6)
    assert found.required_per_year == pytest.approx(11)


def test_567_robots_rest_on_a_disputed_source_and_470_do_not():
    assert Badge.disputed_source in judged(DOUBLE, ROBOTS, "2025-10-01").badges
    assert Badge.disputed_source not in judged(DOUBLE, ROBOTS, "2024-12-01").badges


def test_166_robots_are_not_compared_with_567():
    found = judged(DOUBLE, ROBOTS, "2026-05-01")
    assert (found.basis, found.second_period, found.second_value, found.second_basis) == (NEW, "2024", 567, OLD)
    assert [found.ratio, found.progress_share, found.time_share, found.distance] == [None] * 4
    assert found.target_value == 492


@pytest.mark.parametrize("method", [LINEAR, CAGR])
def test_robot_density_never_runs_in_the_wrong_direction(method):
    told = [verdict.status for _, verdict in history(DOUBLE, readings(ROBOTS), method)]
    assert told == [
        Status.pace_unknown,  # 2020 was the latest when the promise was made, and two points in five years are no pace
        *[Status.on_track] * 3,
        Status.achieved,
        Status.awaiting_data,  # the figure for 2025 itself was never published on the old basis
        Status.basis_changed,
    ]


def test_150_robots_by_2020_stay_achieved_after_the_change_of_basis():
    goal = promise(
        "at_least", 150.0, baseline_period="2014", baseline_value=36.0, deadline="2020-12-31", measured="stock",
        known_on="2016-03-21",
    )  # fmt: skip
    for as_of in ("2021-11-01", "2025-10-01", "2026-05-01"):
        found = judged(goal, ROBOTS, as_of)
        assert said(found) == ("achieved", "deadline_observation")
        assert (found.value, found.baseline_value) == (246, 36)


def test_100_standards_bases_are_far_behind_then_awaited():
    goal = promise("at_least", 100.0, kind="count", measured="stock", known_on="2021-12-06")
    before, after = judged(goal, BASES, "2025-06-30"), judged(goal, BASES, "2026-01-01")
    assert (before.status, before.baseline_period, before.baseline_value) == ("far_behind", "2018-05", 22)
    assert Badge.implied_baseline in before.badges
    assert (after.status, after.detail, after.value) == ("awaiting_data", "far_behind", 34)
    assert after.ratio == before.ratio


def test_more_than_50_standards_bases_are_behind_at_exactly_60_per_cent():
    goal = promise("more_than", 50.0, measured="stock", baseline_period="2018", baseline_value=22.0)
    found = judged(goal, "2023 | 34 | 2024-01-31", "2025-06-30")
    assert (found.status, found.ratio) == ("behind", 0.6)


def test_nearly_30_bases_never_prove_30_but_count_for_the_pace():
    goal = promise("at_least", 30.0, measured="stock", baseline_period="2018", baseline_value=22.0)
    found = judged(goal, "2022 | nearly 30 | 2023-01-31", "2023-06-30")
    assert (found.status, found.progress_share) == ("on_track", 1.0)


def test_new_energy_vehicles_passed_20_per_cent_three_years_early():
    sales = """
        2019    | 4.7  | 2020-01-13
        2021    | 13.4 | 2022-01-12
        2022-11 | 33.8 | 2022-12-09 | | never
        2022    | 25.6 | 2023-01-12
    """
    goal = promise("about", 20.0, known_on="2020-11-02")
    assert judged(goal, sales, "2023-01-11").status == "on_track"
    found = judged(goal, sales, "2023-02-01")
    assert (*said(found), found.value) == ("achieved", "reached", 25.6)


def test_wind_and_solar_passed_1200_gigawatts_without_a_baseline():
    goal = promise("more_than", 1200.0, measured="stock", deadline="2030-12-31", known_on="2020-12-12")
    found = judged(goal, "2024-07 | 1206 | 2024-08-23", "2024-09-01")
    assert (*said(found), found.value) == ("achieved", "reached", 1206)


def test_85_per_cent_of_standards_converted_is_achieved_without_a_stated_baseline():
    shares = """
        2023 | 82   | 2024-03-01
        2025 | 88.9 | 2026-02-01
    """
    goal = promise("at_least", 85.0, known_on="2021-10-10")
    assert judged(goal, shares, "2025-06-01").status == "pace_unknown"
    found = judged(goal, shares)
    assert (*said(found), found.value) == ("achieved", "deadline_observation", 88.9)


@pytest.mark.parametrize("method", [LINEAR, CAGR])
def test_robot_revenue_grows_faster_than_20_per_cent_a_year(method):
    goal = promise("more_than", 20.0, kind="growth_per_year", baseline_period="2020", baseline_value=1061.0)
    found = judged(goal, "2024 | 2379 | 2025-06-01", "2025-07-01", method)
    assert (found.status, round(found.ratio, 3)) == ("on_track", 1.118)
    assert found.actual_per_year == pytest.approx(22.37, abs=0.01)
    assert found.required_value == pytest.approx(1061 * 1.2**4)
    assert (found.target_value, found.baseline_value) == (20, 1061)
    assert judged(goal, "2024 | 2379 | 2025-06-01").detail == "on_track"


def test_more_than_10000_is_more_than_10000():
    goal = promise("more_than", 10000.0, deadline="2030-12-31")
    assert judged(goal, "2025 | > 10000 | 2026-02-01").status == "achieved"
    assert said(judged(goal, "2025 | 10000 | 2026-02-01")) == ("pace_unknown", "no_second_point")


def test_more_than_130_gigawatts_of_storage_are_on_track_whatever_the_rest():
    storage = """
        2024 | 73.76 | 2025-01-23
        2025 | > 130 | 2026-01-30
    """
    goal = promise("at_least", 180.0, measured="stock", deadline="2027-12-31", known_on="2025-09-12")
    found = judged(goal, storage)
    assert (found.status, found.value, found.qualifier) == ("on_track", 130, "more_than")
