"""The whole history of a verdict: days of change and nothing else."""

from etl.judge.assess import judge
from etl.vocabulary import Status
from tests.etl.judge.cases import LINEAR, day, history, promise, reading, readings

SERIES = """
    2020 | 20 | 2021-02-01
    2022 | 40 | 2023-02-01
    2023 | 50 | 2024-02-01
"""
BASED = promise(baseline_period="2020", baseline_value=20.0)


def test_the_history_begins_with_the_promise_and_has_no_row_without_a_change():
    rows = history(BASED, readings(SERIES), LINEAR)
    assert [on.isoformat() for on, _ in rows] == ["2021-12-31", "2023-02-01", "2024-02-01", "2026-01-01"]
    assert all(one != other for (_, one), (_, other) in zip(rows, rows[1:], strict=False))


def test_the_day_of_a_successor_is_a_day_of_change():
    rows = history(promise(superseded_on="2025-05-01"), readings(SERIES), LINEAR)
    assert day("2025-05-01") in [on for on, _ in rows]


def test_a_promise_made_after_its_own_deadline_has_a_history():
    late = promise(known_on="2027-01-01")
    assert [verdict.status for _, verdict in history(late, readings(SERIES), LINEAR)] == [Status.awaiting_data]


def test_every_status_but_that_of_nothing_knows_its_cell():
    one = reading("2023", "50", "2024-02-01", source=(7, "observations", 12, "C12"))
    assert judge(BASED, [one], day("2025-01-01"), LINEAR).source == (7, "observations", 12, "C12")
