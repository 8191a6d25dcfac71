"""Which decisions on record hold on a day."""

from datetime import date

import pytest

from etl.judge.decisions import standings

LATE = date(2026, 12, 31)


def decided(*steps: str) -> list[dict]:
    """Rows of `query.decisions` from "day choice [subject]": a basis of one series, or a target; numbered from 1."""
    rows = []
    for number, step in enumerate(steps, 1):
        day, choice, subject = (*step.split(), "new")[:3]
        of_target = choice in ("drop", "note")
        row = {"decision_id": number, "choice": choice, "decided_on": date(2026, 5, int(day)), "to_basis": "old"}
        row |= {"series_id": None if of_target else "s", "basis": None if of_target else subject}
        rows.append(row | {"target_id": subject if of_target else None, "factor": None, "overlap": None})
    return rows


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (["1 split", "2 reopen"], ["replaced", "noted"]),
        (["1 split", "2 reopen", "3 keep"], ["replaced", "noted", "in_force"]),
        (["1 reopen"], ["noted"]),
        (["1 drop", "2 drop"], ["in_force", "noted"]),
        (["2 drop", "1 drop"], ["noted", "in_force"]),
        (["1 drop T1", "2 drop T2"], ["in_force", "in_force"]),
        (["1 keep", "1 rebase"], ["replaced", "in_force"]),
        (["1 split", "2 keep"], ["replaced", "in_force"]),
        (["2 keep", "1 split"], ["in_force", "replaced"]),
        (["1 keep a", "2 split b"], ["in_force", "in_force"]),
        (["1 drop", "2 note", "3 note"], ["in_force", "noted", "noted"]),
    ],
)
def test_ugly_orders_of_decisions_have_one_answer(steps, found):
    assert list(standings(decided(*steps), LATE).values()) == found


def test_a_decision_to_come_neither_stands_nor_replaces_another():
    rows = decided("1 keep", "9 split")
    assert standings(rows, date(2026, 5, 8)) == {1: "in_force"}
    assert standings(rows, date(2026, 5, 9)) == {1: "replaced", 2: "in_force"}


def test_a_remark_on_a_target_that_names_a_basis_leaves_the_decision_on_it_in_force():
    keep, note = decided("1 keep", "2 note T1")
    assert standings([keep, note | {"series_id": "s", "basis": "new"}], LATE) == {1: "in_force", 2: "noted"}


def test_the_same_basis_of_two_series_is_two_subjects():
    keep, split = decided("1 keep", "2 split")
    assert set(standings([keep, split | {"series_id": "other"}], LATE).values()) == {"in_force"}
