"""The chance that a target is met: what has to come true, and why there may be no telling."""

from math import inf, log

import pytest

from etl.judge.chance import Event, chance, event_of
from etl.judge.scales import Bounds
from etl.judge.standing import standing
from etl.vocabulary import Kind, NoChance, Scale, Status
from tests.etl.judge.cases import day, judged, promise, reading, readings

RISING = "\n".join(f"{2013 + n} | {20 + 4 * n + n % 3} | {2014 + n}-02-01" for n in range(8))  # 20 to 49, up to 2020
RATES = """
    2019 | 5 | 2020-02-01
    2020 | 6 | 2021-02-01
    2021 | 3 | 2022-02-01
    2022 | 4 | 2023-02-01
"""
AS_OF = "2022-01-01"


def question(a_promise, drawing: str, as_of: str = AS_OF):
    return standing(a_promise, readings(drawing), day(as_of)).question


def share(a_promise, drawing: str = RISING, as_of: str = AS_OF) -> float:
    return chance(question(a_promise, drawing, as_of)).share


def rates(comparator: str, rate: float, kind: Kind = Kind.growth_per_year, **others):
    parts = {"kind": kind, "baseline_period": "2020", "measured": "growth", "yearly_rates": True, **others}
    return promise(comparator, rate, **parts)


def test_a_chance_falls_as_the_target_rises():
    found = [share(promise(value=value)) for value in (55.0, 60.0, 70.0, 90.0, 200.0)]
    assert found == sorted(found, reverse=True)
    assert 0.5 < found[0] < 1
    assert 0 < found[-1] < 0.05


def test_at_most_is_the_other_side_of_at_least():
    assert share(promise("at_most", 60.0)) == pytest.approx(1 - share(promise("at_least", 60.0)))


def test_a_range_is_what_lies_between_its_ends():
    within = share(promise("between", 55.0, high=70.0))
    assert within == pytest.approx(share(promise("at_least", 55.0)) - share(promise("at_least", 70.0)))


def test_an_exact_target_allows_its_tolerance_and_no_more():
    assert event_of(question(promise("exactly", 60.0, tolerance=2.0), RISING)).low == pytest.approx(58)
    narrow, wide = (share(promise("exactly", 60.0, tolerance=allowed)) for allowed in (1.0, 10.0))
    assert 0 < narrow < wide < 1


def test_a_limit_held_each_year_has_the_chance_of_its_last_year():
    assert share(promise("at_most", 60.0, kind="limit")) == share(promise("at_most", 60.0))


def test_a_relative_target_is_the_level_that_it_comes_to():
    doubled = promise("at_least", 100.0, kind="change", baseline_period="2015")
    level = question(doubled, RISING).goal.target
    assert share(doubled) == share(promise(value=level))


def test_growth_on_levels_is_the_level_that_it_leads_to():
    goal = promise("at_least", 10.0, kind="growth_per_year", baseline_period="2020")
    event = event_of(question(goal, RISING))
    assert (event.low, event.high) == (pytest.approx(49 * 1.1**5), inf)


def test_a_mean_of_rates_is_how_far_their_sum_strays_from_one_that_grows_by_their_mean():
    event = event_of(question(rates("at_least", 4.0), RATES, "2024-01-01"))
    assert [value for _, value in event.points] == [0, 0.5, 2, 0.5, 0]  # 5, 6, 3, 4 less their mean of 4.5
    assert (event.low, event.high, event.scale) == (2 + 5 * (4 - 4.5), inf, Scale.identity)


def test_rates_that_keep_to_their_mean_are_expected_to_do_so():
    drawing = "\n".join(f"{year} | {5 + (-1) ** year / 10} | {year + 1}-02-01" for year in range(2012, 2022))
    found = [share(rates("at_least", rate), drawing, "2022-06-01") for rate in (4.5, 4.9, 5.1, 5.5)]
    assert found[0] > 0.9
    assert found[0] > found[1] > 0.5 > found[2] > found[3]


def test_a_missing_year_long_before_the_span_takes_no_chance_away():
    hole = "2014 | 5 | 2015-02-01" + RATES
    assert share(rates("at_least", 4.0), hole, "2024-01-01") == share(rates("at_least", 4.0), RATES, "2024-01-01")


def test_rates_that_compound_are_a_sum_of_logarithms():
    event = event_of(question(rates("at_most", -18.0, Kind.change), RATES, "2024-01-01"))
    steps = [log(1.05), log(1.06), log(1.03), log(1.04)]
    mean = sum(steps) / 4
    assert event.high == pytest.approx(steps[0] + steps[1] - 2 * mean + log(0.82) - 5 * mean)
    assert event.low == -inf


def test_a_mean_that_is_already_secured_is_nearly_certain():
    high = "\n".join(
        f"{year} | {rate} | {year + 1}-02-01" for year, rate in zip(range(2017, 2025), "34545999", strict=True)
    )
    assert share(rates("at_least", 4.0, known_on="2021-03-01"), high, "2025-06-01") > 0.9
    assert share(rates("at_least", 12.0, known_on="2021-03-01"), high, "2025-06-01") < 0.1


def test_what_was_counted_as_done_is_not_expected_to_be_undone():
    falling = "\n".join(f"{2013 + n} | {60 - 3 * n} | {2014 + n}-02-01" for n in range(8))
    assert chance(question(promise(kind="count"), falling)).expected == 60 - 3 * 7
    assert chance(question(promise(), falling)).expected < 60 - 3 * 7


def test_a_share_stays_within_its_bounds():
    seen = chance(question(promise(value=99.0, natural=Bounds(0, 100)), RISING))
    assert 0 < seen.expected < 100
    assert share(promise(value=100.0, natural=Bounds(0, 100)), RISING.replace("| 49 |", "| 97 |")) > 0.05  # in reach
    at_the_top = RISING + "\n2021 | 100 | 2021-12-31"
    assert chance(question(promise(value=100.0, natural=Bounds(0, 100)), at_the_top)).expected <= 100


@pytest.mark.parametrize(
    ("a_promise", "drawing", "as_of", "expected"),
    [
        (promise(), "2020 | 50 | 2021-02-01", AS_OF, NoChance.too_few_points),
        (promise(), "2019 | 40 | 2020-02-01\n2020 | 50 | 2021-02-01", AS_OF, NoChance.too_few_points),
        (promise(), "\n".join(f"{y} | 50 | {y + 1}-02-01" for y in range(2015, 2021)), AS_OF, NoChance.no_variation),
        (promise(), RISING + "\n2021 | > 52 | 2021-12-31", AS_OF, NoChance.bound),
        (promise(), RISING + "\n2021 | 52–55 | 2021-12-31", AS_OF, NoChance.bound),
        (promise(deadline=None), RISING, AS_OF, NoChance.no_deadline),
        (promise(deadline="2019-12-31"), RISING + "\n2021 | > 52 | 2021-12-31", "2022-06-01", NoChance.settled),
        (promise(baseline_period="2020"), RISING + "\n2021 | 20 | 2021-12-31 | new", AS_OF, NoChance.basis_differs),
        (promise(dropped_on="2021-06-01"), RISING, AS_OF, NoChance.ended),
        (promise(), "", AS_OF, NoChance.no_figure),
        (promise(deadline="2020-12-31"), RISING.replace("49", "> 40"), "2022-01-01", NoChance.deadline_reached),
        (rates("at_least", 4.0), RATES.replace("2021 |", "2014 |"), "2024-01-01", NoChance.missing_years),
        (rates("at_least", 4.0, baseline_period="2023"), RATES, "2023-06-01", NoChance.no_baseline),
        (promise("at_least", 5.0, kind="growth_per_year", baseline_period="2021"), RISING, AS_OF, NoChance.no_baseline),
        (promise("at_least", 40.0, kind="count"), RISING, AS_OF, NoChance.settled),
        (promise("at_most", 60.0, kind="limit", deadline="2020-12-31"), RISING, AS_OF, NoChance.settled),
        (promise(deadline="2012-12-31", known_on="2011-01-01"), RISING, AS_OF, NoChance.no_figure),
        (promise(value=40.0, deadline="2012-12-31", known_on="2011-01-01"), RISING, AS_OF, NoChance.settled),
    ],
)
def test_where_there_is_no_chance_the_reason_is_told(a_promise, drawing, as_of, expected):
    found = judged(a_promise, drawing, as_of)
    assert (found.chance, found.no_chance) == (None, expected)


def test_what_is_not_judged_has_neither_chance_nor_reason():
    found = judged(promise(kind="listed"), RISING, AS_OF)
    assert (found.status, found.chance, found.no_chance) == (Status.listed, None, None)


def test_a_reached_target_can_still_be_lost_by_its_deadline():
    found = judged(promise(value=45.0), RISING, AS_OF)
    assert found.status is Status.achieved
    assert 0.5 < found.chance < 1


def test_after_a_settled_deadline_the_methods_still_tell_their_classes_but_no_chance():
    found = judged(promise(value=100.0), RISING + "\n2025 | 110 | 2026-02-01", "2026-06-01")
    assert (found.status, found.chance, found.no_chance) == (Status.achieved, None, NoChance.settled)


def test_two_figures_of_one_day_are_one_point():
    twice = [*readings(RISING), reading("2020-12-31", "50", "2021-03-01")]
    found = standing(promise(measured="stock"), twice, day(AS_OF)).question
    assert len(found.points) == 8


def test_an_event_is_what_has_to_come_true():
    event = event_of(question(promise(value=60.0), RISING))
    assert isinstance(event, Event)
    assert (event.low, event.high, event.scale) == (60, inf, Scale.log)
