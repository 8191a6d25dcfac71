"""What was known on a day, beside a plain slow reading of the rule; and what a bound proves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.judge.known import falls_short, known_on, last_years, reaches
from etl.judge.promise import Reading
from etl.vocabulary import Qualifier
from tests.etl.judge.cases import day, reading, readings

PUBLICATIONS = st.lists(
    st.builds(
        reading,
        st.sampled_from(["2020", "2021", "2021-12", "2022"]),
        st.integers(1, 500).map(str),
        st.dates(date(2021, 1, 1), date(2021, 1, 9)).map(date.isoformat),
        st.sampled_from(["", "new"]),
        decides=st.booleans(),
    ),
    max_size=12,
)


def plainly_known_on(publications: list[Reading], as_of: date) -> set[tuple]:
    """The rule read slowly: from the day back in time, the last reading of the day that decides."""
    found = set()
    for key in {(one.period, one.basis) for one in publications}:
        own = [one for one in publications if (one.period, one.basis) == key and one.decides]
        today = as_of
        while own and today >= date(2021, 1, 1):
            of_day = [one for one in own if one.known_on == today]
            if of_day:
                found.add((*key, of_day[-1].value))
                break
            today -= timedelta(days=1)
    return found


@given(PUBLICATIONS, st.dates(date(2020, 12, 30), date(2021, 1, 12)))
def test_what_was_known_is_the_last_publication_of_each_period_and_basis(publications, as_of):
    found = known_on(publications, as_of)
    assert {(one.period, one.basis, one.value) for one in found} == plainly_known_on(publications, as_of)
    assert len(found) == len({(one.period, one.basis) for one in found})
    assert [(one.end, one.known_on) for one in found] == sorted((one.end, one.known_on) for one in found)


def test_the_latest_is_the_greatest_end_and_of_one_end_the_last_published():
    found = known_on(
        readings("""
            2024 | 166 | 2026-04-08 | new
            2024 | 567 | 2025-09-25 | old
            2023 | 471 | 2026-05-01 | old
        """),
        day("2026-06-01"),
    )
    assert [one.value for one in found] == [471, 567, 166]


def test_of_one_day_the_newer_load_counts():
    twice = readings("""
        2024 | 1 | 2025-02-01
        2024 | 2 | 2025-02-01
    """)
    assert [one.value for one in known_on(twice, day("2025-02-01"))] == [2]
    assert known_on(twice, day("2025-01-31")) == []


@pytest.mark.parametrize(
    ("value", "number", "at_least", "more_than", "at_most"),
    [
        ("50", 50, True, False, True),
        ("51", 50, True, True, False),
        ("> 50", 50, True, True, False),
        ("≥ 50", 50, True, False, False),
        ("≥ 51", 50, True, True, False),
        ("> 49", 50, False, False, False),
        ("< 50", 50, False, False, True),
        ("< 51", 50, False, False, False),
        ("≤ 50", 50, False, False, True),
        ("nearly 50", 50, False, False, True),
        ("just over 50", 50, True, True, False),
        ("about 50", 50, True, False, True),
        ("about 51", 50, True, True, False),
        ("40–60", 50, False, False, False),
        ("50–60", 50, True, False, False),
        ("40–50", 50, False, False, True),
        ("0", 0, True, False, True),
        ("−1", 0, False, False, True),
    ],
)
def test_a_bound_decides_only_where_it_is_enough(value, number, at_least, more_than, at_most):
    found = reading("2024", value, "2025-01-01")
    assert reaches(found, number, 1) is at_least
    assert reaches(found, number, 1, is_strict=True) is more_than
    assert reaches(found, number, -1) is at_most


@pytest.mark.parametrize(
    ("value", "number", "not_at_least", "not_more_than"),
    [
        ("49", 50, True, True),
        ("50", 50, False, True),
        ("< 50", 50, True, True),
        ("< 60", 50, False, False),
        ("≤ 50", 50, False, True),
        ("≤ 49", 50, True, True),
        ("nearly 50", 50, True, True),
        ("nearly 60", 50, False, False),
        ("just over 49", 50, True, True),
        ("> 40", 50, False, False),
        ("40–60", 50, False, False),
        ("40–49", 50, True, True),
    ],
)
def test_a_bound_proves_a_miss_only_where_no_value_it_allows_would_do(value, number, not_at_least, not_more_than):
    found = reading("2024", value, "2025-01-01")
    assert falls_short(found, number, 1) is not_at_least
    assert falls_short(found, number, 1, is_strict=True) is not_more_than


READING = st.builds(
    lambda value, width, qualifier: reading("2024", "1", "2025-01-01").__class__(
        *("2024", date(2024, 1, 1), date(2024, 12, 31), value),
        value + width if qualifier is Qualifier.between else None,
        *(qualifier, None, date(2025, 1, 1), "", True, None),
    ),
    st.integers(-9, 9).map(float),
    st.integers(0, 5),
    st.sampled_from(Qualifier),
)


@given(READING, st.integers(-9, 9), st.sampled_from([1, -1]), st.booleans())
def test_no_reading_proves_a_thing_and_its_opposite(found, number, direction, is_strict):
    assert not (reaches(found, number, direction, is_strict) and falls_short(found, number, direction, is_strict))


@given(READING.filter(lambda one: one.qualifier is Qualifier.exact), st.integers(-9, 9), st.sampled_from([1, -1]))
def test_an_exact_figure_proves_one_of_the_two(found, number, direction):
    for is_strict in (False, True):
        assert reaches(found, number, direction, is_strict) != falls_short(found, number, direction, is_strict)


def test_last_years_are_five_of_a_yearly_series_and_gaps_are_not_filled():
    yearly = readings("\n".join(f"{year} | 1 | {year + 1}-02-01" for year in range(2010, 2020)))
    assert [one.period for one in last_years(yearly)] == ["2015", "2016", "2017", "2018", "2019"]
    after_a_gap = [*yearly, reading("2029", "1", "2030-02-01")]
    assert [one.period for one in last_years(after_a_gap)] == ["2029"]
    assert last_years([]) == []
