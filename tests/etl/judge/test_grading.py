"""Past chances against what came."""

from datetime import date

import pytest

from etl.judge.grading import Call, brier, graded
from etl.vocabulary import Status

TODAY = date(2026, 11, 25)


def call(target_id: str, chance: float, came_true: bool) -> Call:
    return Call(target_id, date(2020, 1, 1), chance, Status.behind, "2019", came_true, date(2021, 1, 1))


def test_a_target_counts_once_however_often_its_chance_moved():
    often = [call("A", 0.5, True) for _ in range(9)]
    assert brier([*often, call("B", 0.9, False)]) == pytest.approx((0.25 + 0.81) / 2)
    assert brier([]) is None


def test_only_chances_given_before_the_outcome_was_known_are_graded(shipped):
    calls = [one for one in graded(shipped, TODAY) if one.target_id == "X28"]
    assert [str(one.day) for one in calls] == ["2018-02-28", "2018-12-31", "2020-09-29", "2020-09-30"]
    assert {one.settled_on for one in calls} == {date(2021, 10, 28)}
    assert all(one.day < one.settled_on and one.came_true for one in calls)


def test_on_the_day_before_the_outcome_nothing_is_graded(shipped):
    assert "X28" not in {one.target_id for one in graded(shipped, date(2021, 10, 27))}
    assert "X28" in {one.target_id for one in graded(shipped, date(2021, 10, 28))}


def test_a_target_reached_at_an_unknown_time_is_not_graded(shipped):
    assert "X07f" not in {one.target_id for one in graded(shipped, TODAY)}
