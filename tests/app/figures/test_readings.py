"""What is joined, what is hollow, where the basis breaks."""

from datetime import date

from app.figures import readings as r


def test_missing_years_are_joined_apart_from_neighbours(make):
    near, far = r.links(r.readings(make.observations("2016:1 2017:2 2019:4 2020:5")))
    assert [(a.period, b.period) for a, b in near] == [("2016", "2017"), ("2019", "2020")]
    assert [(a.period, b.period) for a, b in far] == [("2017", "2019")]


def test_a_missing_month_of_a_monthly_series_is_a_gap(make):
    near, far = r.links(r.readings(make.observations("2024-01:1 2024-02:2 2024-04:4")))
    assert len(near) == len(far) == 1


def test_bases_are_never_joined(make):
    rows = [make.reading("2023", 470.0), make.reading("2024", 166.0, basis="new")]
    assert [len(run) for run in r.runs(r.readings(make.observations(rows)))] == [1, 1]


def test_rule_stands_between_the_bases_where_they_do_not_overlap(make):
    rows = [make.reading("2023", 470.0), make.reading("2024", 166.0, basis="new")]
    (found,) = r.breaks(r.runs(r.readings(make.observations(rows))))
    assert date(2023, 12, 31) < found.day < date(2024, 12, 31)
    assert found.basis == "new"


def test_rule_stands_on_the_period_that_both_bases_have(make):
    rows = [make.reading("2023", 470.0), make.reading("2024", 567.0), make.reading("2024", 166.0, basis="new")]
    (found,) = r.breaks(r.runs(r.readings(make.observations(rows))))
    assert found.day == date(2024, 12, 31)


def test_bases_that_run_side_by_side_have_no_rule(make):
    rows = [make.reading(str(year), 1.0, basis=basis) for year in (2021, 2022, 2023) for basis in ("a", "b")]
    assert r.breaks(r.runs(r.readings(make.observations(rows)))) == []


def test_soft_readings_are_all_but_plain_ones(make):
    rows = [
        make.reading("2019", 1.0),
        make.reading("2020", 1.0, qualifier="more_than"),
        make.reading("2021", 1.0, high=2.0),
        make.reading("2022", 1.0, flag="provisional"),
        make.reading("2023", 1.0, grade="disputed"),
        make.reading("2024", 1.0, flag="derived"),
    ]
    assert [one.is_soft for one in r.readings(make.observations(rows))] == [False, True, True, True, True, False]


def test_rows_without_a_value_are_not_drawn(make):
    assert r.readings(make.observations([make.reading("2020", None)])) == []
