"""Announced measures, parts and milestones against their goals."""

from datetime import date

import pytest

from etl.judge.arithmetic import Amount, Step, announced, parts_of, steps_of
from etl.vocabulary import Comparator, Qualifier

DUE = date(2020, 12, 31)


def amount(target_id: str, aim: float, comparator: str = "at_least", unit: str = "bases", **others) -> Amount:
    return Amount(target_id, aim, Comparator(comparator), unit, **others)


def counted(aim: float, value: float | None, comparator: str = "at_least", qualifier: str = "exact") -> Amount:
    """A goal with what is counted of it at the end of 2023."""
    return amount("G", aim, comparator, counted=value, qualifier=Qualifier(qualifier), period="2023")


UP_TO_20 = amount("A", 20, "up_to")


def test_what_is_announced_may_be_counted_already_so_that_both_ends_are_told():
    found = announced(counted(100, 34), [UP_TO_20])
    assert (found.low, found.high, found.against, found.others) == (34, 54, 100, ("A",))


@pytest.mark.parametrize(
    ("goal", "measures", "code"),
    [
        (counted(100, 34), [UP_TO_20], "announced_short"),
        (counted(50, 34), [UP_TO_20], "announced_open"),
        (counted(54, 34), [UP_TO_20], "announced_open"),
        (counted(54, 34, "more_than"), [UP_TO_20], "announced_short"),
        (counted(100, 34, qualifier="more_than"), [UP_TO_20], "announced_open"),
        (counted(100, 34), [UP_TO_20, amount("B", 46, "up_to")], "announced_open"),
    ],
)
def test_the_sum_is_short_only_where_even_all_of_it_is_not_enough(goal, measures, code):
    assert announced(goal, measures).code == code


def test_of_an_announced_range_the_upper_end_is_added():
    found = announced(counted(50, 30, qualifier="nearly"), [amount("A", 10, "between", most=20)])
    assert (found.high, found.code, found.qualifier) == (50, "announced_open", "nearly")


@pytest.mark.parametrize(
    ("goal", "measures"),
    [
        (counted(100, None), [UP_TO_20]),
        (counted(100, 34), []),
        (counted(100, 34), [amount("A", 20, "up_to", "GW")]),
        (counted(34, 34), [UP_TO_20]),
        (counted(10, 34, "at_most"), [UP_TO_20]),
        (counted(50, 34, "at_most"), [UP_TO_20]),
    ],
)
def test_nothing_is_found_without_a_count_a_measure_of_its_unit_or_a_gap(goal, measures):
    assert announced(goal, measures) is None


def test_parts_are_held_against_the_whole_alone_and_together():
    whole = amount("W", 100)
    alone = list(parts_of(whole, [amount("A", 120), amount("B", 10)]))
    assert [(one.code, one.others, one.low) for one in alone] == [("part_beyond_whole", ("A",), 120)]
    together = list(parts_of(whole, [amount("A", 60), amount("B", 50)]))
    assert [(one.code, one.others, one.low) for one in together] == [("parts_beyond_whole", ("A", "B"), 110)]
    assert list(parts_of(whole, [amount("A", 60), amount("B", 40)])) == []


def test_what_adding_up_tenths_loses_makes_no_finding():
    assert 0.1 + 0.2 > 0.3
    assert list(parts_of(amount("W", 0.3), [amount("A", 0.1), amount("B", 0.2)])) == []
    assert 0.7 + 0.1 < 0.8
    assert announced(counted(0.8, 0.7), [amount("A", 0.1, "up_to")]).code == "announced_open"


def test_a_part_that_is_due_after_the_whole_or_on_no_day_may_be_larger():
    whole = amount("W", 100, deadline=DUE)
    parts = [amount("A", 120, deadline=date(2030, 12, 31)), amount("B", 120)]
    assert list(parts_of(whole, parts)) == []
    assert [one.code for one in parts_of(whole, [amount("A", 120, deadline=DUE)])] == ["part_beyond_whole"]


def test_shares_of_different_wholes_and_ceilings_are_not_added():
    assert list(parts_of(amount("W", 50, unit="%"), [amount("A", 40, unit="%"), amount("B", 40, unit="%")])) == []
    assert list(parts_of(amount("W", 50, "at_most"), [amount("A", 80)])) == []
    assert list(parts_of(amount("W", 50), [amount("A", 80, "at_most"), amount("B", 80, unit="GW")])) == []


@pytest.mark.parametrize(
    ("step", "direction", "code"),
    [
        (Step(DUE, 15, 14, "2020"), 1, "milestone_missed"),
        (Step(DUE, 15, 15, "2020"), 1, None),
        (Step(DUE, 15, None, None), 1, None),
        (Step(DUE, 45, 50, "2020"), 1, "milestone_beyond"),
        (Step(DUE, 45, 50, "2020"), -1, "milestone_missed"),
        (Step(DUE, 30, 20, "2020"), -1, "milestone_beyond"),
        (Step(date(2030, 12, 31), 15, 14, "2020"), 1, None),
    ],
)
def test_a_milestone_asks_for_more_than_the_end_or_was_missed(step, direction, code):
    found = list(steps_of("T", 40, direction, [step], date(2021, 6, 1)))
    assert [one.code for one in found] == ([code] if code else [])


def test_a_missed_milestone_keeps_the_word_before_its_figure():
    step = Step(DUE, 15, 14, "2020", Qualifier.about)
    assert next(steps_of("T", 40, 1, [step], date(2021, 6, 1))).qualifier == "about"
