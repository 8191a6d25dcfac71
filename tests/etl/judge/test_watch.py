"""When the next figure is expected, and from which day it is late."""

from datetime import date

import pytest

from etl.judge.watch import Release, expected
from etl.normalise.periods import read_period


def releases(drawing: str) -> list[Release]:
    """Releases drawn "period first-known", separated by commas."""
    pairs = [part.split() for part in drawing.split(",")]
    return [Release(read_period(period), date.fromisoformat(day)) for period, day in pairs]


YEARLY = "2018 2019-02-10, 2019 2020-06-30, 2020 2021-03-01, 2021 2022-03-01, 2022 2023-03-01, 2023 2024-03-01"


def test_a_figure_is_late_after_the_longest_lag_of_the_last_five():
    found = expected(releases(YEARLY))
    assert (found.period.label, found.latest_on) == ("2024", date(2025, 7, 1))  # 182 days, as for 2019
    assert not found.is_late(date(2025, 7, 1))
    assert found.is_late(date(2025, 7, 2))


def test_only_the_last_five_make_the_habit():
    slow_long_ago = "2010 2015-01-01, " + YEARLY
    assert expected(releases(slow_long_ago)) == expected(releases(YEARLY))


def test_an_announced_lag_counts_before_the_habit_and_without_one():
    assert expected(releases(YEARLY), 45).latest_on == date(2025, 2, 14)
    assert expected(releases("2023 2024-03-01"), 45).latest_on == date(2025, 2, 14)


@pytest.mark.parametrize("drawing", ["2023 2024-03-01"])
def test_one_release_is_no_habit(drawing):
    assert expected(releases(drawing)) is None
    assert expected([]) is None
    assert expected([], 45) is None


def test_where_figures_skip_years_so_may_the_next():
    five_yearly = releases("2010 2011-06-01, 2015 2016-06-01, 2020 2021-06-01")
    assert expected(five_yearly).period.label == "2025"
    assert expected(releases("2019 2020-03-01, 2021 2022-03-01, 2022 2023-03-01")).period.label == "2024"


def test_a_stock_at_an_odd_month_tells_as_much_as_the_year_before_it():
    yearly = releases("2021 2022-03-01, 2022 2023-03-01")
    assert expected(yearly, covered_to=date(2024, 3, 31)).period.label == "2024"
    assert expected(yearly, covered_to=date(2022, 6, 30)).period.label == "2023"


def test_single_days_follow_no_rhythm():
    assert expected(releases("2024-03-01 2024-03-02, 2024-04-01 2024-04-02")) is None


def test_months_quarters_and_halves_follow_each_other():
    assert expected(releases("2024-11 2024-12-10, 2024-12 2025-01-10")).period.label == "2025-01"
    assert expected(releases("2024-Q3 2024-10-10, 2024-Q4 2025-01-10")).period.label == "2025-Q1"
    assert expected(releases("2024-H1 2024-08-01, 2024-H2 2025-02-01")).period.label == "2025-H1"


def test_figures_published_before_their_period_ends_are_not_late_before_the_next_has_ended():
    early = expected(releases("2022 2022-12-20, 2023 2023-12-20"))
    assert early.latest_on == date(2024, 12, 31)
