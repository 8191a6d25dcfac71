"""Verdict histories are written anew only where they have changed."""

from etl.judge.generation import changed, verdict_rows
from etl.store import query


def test_what_is_in_force_already_is_not_written_again_with_rivals_in_whatever_order(shipped):
    rows = verdict_rows(shipped)
    assert changed(rows[::-1], query.history(shipped)) == []
    other = [row | {"status": "missed"} if row["target_id"] == "S02" else row for row in rows]
    assert {row["target_id"] for row in changed(other, query.history(shipped))} == {"S02"}
