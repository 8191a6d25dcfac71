"""What an analyst decides about a changed basis, from its day on and until it is opened again."""

import pytest

from etl.vocabulary import Badge
from tests.etl.judge.cases import LINEAR, decision, history, judged, promise, readings, said

CHANGED = """
    2020 | 246 | 2021-10-28 | old
    2023 | 470 | 2024-11-20 | old
    2024 | 567 | 2025-09-25 | old
    2024 | 166 | 2026-04-08 | new
"""
DOUBLE = {
    "kind": "change",
    "value": 100.0,
    "baseline_period": "2020",
    "deadline": "2027-12-31",
    "known_on": "2021-12-28",
}


def doubled(*decisions):
    """A promise to double what 2020 was, by 2027."""
    return promise(**DOUBLE, decisions=tuple(decisions))


@pytest.mark.parametrize(
    ("made", "status", "value"),
    [
        (decision("keep", "new", "2026-05-01"), "wrong_direction", 166.0),
        (decision("rebase", "new", "2026-05-01", overlap="2024"), "achieved", 567.0),
        (decision("rebase", "new", "2026-05-01", factor=3.0), "achieved", 498.0),
        (decision("rebase", "new", "2026-05-01", factor=1.5), "far_behind", 249.0),
        (decision("split", "new", "2026-05-01"), "achieved", 567.0),
    ],
)
def test_a_decision_holds_from_its_day_on(made, status, value):
    before = judged(doubled(made), CHANGED, "2026-04-30")
    assert (str(before.status), before.value, before.second_value) == ("basis_changed", 166.0, 567.0)
    assert Badge.decided not in before.badges
    after = judged(doubled(made), CHANGED, "2026-05-01")
    assert (str(after.status), after.value) == (status, pytest.approx(value))
    assert Badge.decided in after.badges
    assert after.target_value == 492


def test_a_decision_opened_again_leaves_both_readings_as_they_were():
    made = [decision("keep", "new", "2026-05-01"), decision("reopen", "new", "2026-07-01")]
    assert judged(doubled(*made), CHANGED, "2026-06-30").status == "wrong_direction"
    assert judged(doubled(*made), CHANGED, "2026-07-01") == judged(doubled(), CHANGED, "2026-07-01")


def test_the_later_of_two_decisions_holds_whatever_their_order():
    made = [decision("split", "new", "2026-06-01"), decision("keep", "new", "2026-05-01")]
    assert judged(doubled(*made), CHANGED, "2026-06-02").value == 567


def test_an_overlap_that_is_not_known_on_both_bases_converts_nothing():
    made = decision("rebase", "new", "2026-05-01", overlap="2023")
    assert said(judged(doubled(made), CHANGED)) == ("basis_changed", "basis_differs")


@pytest.mark.parametrize("value", ["166", "567"])
def test_an_overlap_that_is_zero_on_either_basis_converts_nothing(value):
    made = decision("rebase", "new", "2026-05-01", overlap="2024")
    assert said(judged(doubled(made), CHANGED.replace(value, "0"))) == ("basis_changed", "basis_differs")


def test_a_revised_overlap_moves_the_conversion():
    made = decision("rebase", "new", "2026-05-01", overlap="2024")
    later = CHANGED + "2025 | 180 | 2026-09-01 | new\n2024 | 180 | 2026-09-01 | new"
    assert judged(doubled(made), later, "2026-08-31").value == pytest.approx(567)
    assert judged(doubled(made), later, "2026-09-01").value == pytest.approx(567)  # 180 × 567 / 180


def test_bases_are_converted_step_by_step():
    thrice = CHANGED + "2025 | 83 | 2026-05-02 | newest"
    made = [
        decision("rebase", "new", "2026-05-01", factor=3.0),
        decision("rebase", "newest", "2026-05-03", to_basis="new", factor=2.0),
    ]
    assert judged(doubled(*made), thrice, "2026-05-04").value == 83 * 2 * 3


def test_decisions_that_lead_in_a_circle_move_nothing():
    made = [
        decision("rebase", "new", "2026-05-01", factor=3.0),
        decision("rebase", "old", "2026-05-01", to_basis="new", factor=2.0),
    ]
    assert judged(doubled(*made), CHANGED, "2026-05-01") == judged(doubled(), CHANGED, "2026-05-01")


def test_the_decisions_days_are_days_of_change():
    made = [decision("split", "new", "2026-05-01"), decision("reopen", "new", "2026-07-01")]
    days = [str(day) for day, _ in history(doubled(*made), readings(CHANGED), LINEAR)]
    assert days[-3:] == ["2026-04-08", "2026-05-01", "2026-07-01"]
