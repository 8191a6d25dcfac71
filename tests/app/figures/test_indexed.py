"""Series on an index."""

import pytest

from app.figures.indexed import indexed, offer
from app.figures.readings import readings, runs


def _runs(frame):
    return runs(readings(frame))


def test_an_index_is_100_in_its_base_year(make):
    (run,) = indexed(_runs(make.observations("2020:246 2021:322 2023:492")), "2020")
    assert [round(one.value, 1) for one in run] == [100.0, 130.9, 200.0]


def test_only_years_that_all_series_have_are_offered_the_newest_first(make):
    one, other = _runs(make.observations("2019:1 2020:2 2021:3")), _runs(make.observations("2020:5 2021:6 2022:7"))
    assert offer([one, other]).years == ("2021", "2020")
    assert offer([one]).years == ("2021", "2020", "2019")


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("2019:1", "2020:2", "no_common_year"),
        ("2019:1 2020:2", "2019:0 2020:-3", "not_positive"),
        ("2019:1", "2019-03:2 2019-04:2", "not_yearly"),
        ("2019:1", "", "no_figures"),
    ],
)
def test_where_no_year_can_be_the_base_it_is_said_why(make, first, second, reason):
    found = offer(
        [_runs(make.observations(first)), _runs(make.observations(second) if second else make.observations())]
    )
    assert (found.years, found.reason) == ((), reason)


def test_a_mere_bound_is_no_base(make):
    rows = [make.reading("2020", 300.0, qualifier="more_than"), make.reading("2021", 322.0)]
    assert offer([_runs(make.observations(rows))]).years == ("2021",)


def test_a_basis_without_the_base_year_is_not_on_the_index(make):
    rows = [make.reading("2020", 246.0), make.reading("2024", 567.0), make.reading("2024", 166.0, basis="new")]
    found = indexed(_runs(make.observations(rows)), "2020")
    assert [[one.basis for one in run] for run in found] == [["IFR employment to 2025"] * 2]
    restated = [*rows, make.reading("2020", 83.0, basis="new")]
    assert [round(run[-1].value) for run in indexed(_runs(make.observations(restated)), "2020")] == [230, 200]
