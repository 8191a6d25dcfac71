"""How far publishers differ."""

from app.figures.ranges import ranges
from app.figures.readings import readings


def test_ranges_are_of_periods_that_several_publishers_give_differently(make):
    headline = readings(make.observations("2020:246 2021:322 2022:402"))
    rival = readings(make.observations("2020:246 2022:392 2023:470"))
    assert [(one.period, one.low, one.high) for one in ranges(headline, [rival])] == [("2022", 392.0, 402.0)]
    assert ranges(headline, []) == []


def test_two_readings_of_one_publisher_are_no_range_and_its_last_one_counts(make):
    rows = [make.reading("2024", 567.0, published_on=None), make.reading("2024", 166.0, basis="new")]
    headline = readings(make.observations(rows))
    assert ranges(headline, []) == []
    rival = readings(make.observations("2024:170"))
    assert [(one.low, one.high) for one in ranges(headline, [rival])] == [(166.0, 170.0)]


def test_bounds_and_months_do_not_differ_from_what_they_hold(make):
    headline = readings(make.observations("2021:322"))
    assert ranges(headline, [readings(make.observations("2021:300", qualifier="more_than"))]) == []
    assert ranges(headline, [readings(make.observations("2021:300", decides=False))]) == []
    assert ranges(headline, [readings(make.observations("2021:300", qualifier="about"))]) != []
