"""Verdicts that moved between two days, each with its cause."""

from dataclasses import asdict, replace

from etl.judge.changes import moves
from tests.etl.judge.cases import LINEAR, day, decision, history, promise, readings

SERIES = """
    2020 | 246 | 2021-10-28 | old
    2022 | 270 | 2023-01-10 | old
    2022 | 392 | 2024-01-10 | old
    2023 | 470 | 2024-11-20 | old
    2024 | 567 | 2025-09-25 | old
    2024 | 166 | 2026-04-08 | new
"""
DOUBLE = promise(
    kind="change", value=100.0, baseline_period="2020", known_on="2021-12-28", deadline="2027-12-31",
    decisions=(decision("split", "new", "2026-05-01"),),
)  # fmt: skip


def rows_of(a_promise, series: str = SERIES) -> list[dict]:
    """The verdict history as the tables hold it."""
    found = history(a_promise, readings(series), LINEAR)
    rows = [{"target_id": "T", "valid_from": at} | asdict(verdict) for at, verdict in found]
    return [row | {"badges": " ".join(row["badges"])} for row in rows]


def told(rows: list[dict], since="2000-01-01", as_of="2030-01-01", versions=(), decided=("2026-05-01",)) -> list[tuple]:
    """Day, statuses and cause of each move, the latest first."""
    known = [row for row in rows if row["valid_from"] <= day(as_of)]
    found = moves([known], {"T": set(map(day, versions))}, set(map(day, decided)), day(since))
    return [(str(one.day), one.before and one.before["status"], one.after["status"], str(one.cause)) for one in found]


def test_each_move_has_its_cause_and_figures_that_move_nothing_are_none():
    assert told(rows_of(DOUBLE)) == [
        ("2028-01-01", "achieved", "awaiting_data", "deadline"),
        ("2026-05-01", "basis_changed", "achieved", "decision"),
        ("2026-04-08", "achieved", "basis_changed", "basis"),
        ("2025-09-25", "on_track", "achieved", "figure"),
        ("2024-01-10", "far_behind", "on_track", "revision"),
        ("2023-01-10", "pace_unknown", "far_behind", "figure"),
        ("2021-12-28", None, "pace_unknown", "stated"),
    ]


def test_only_moves_after_the_first_day_and_up_to_the_last_are_told():
    days = [move[0] for move in told(rows_of(DOUBLE), "2024-01-10", "2026-04-08")]
    assert days == ["2026-04-08", "2025-09-25"]


def test_a_deadline_a_new_version_and_a_successor_are_causes():
    short = promise(value=600.0, baseline_period="2020", known_on="2021-12-28", deadline="2025-12-31")
    rows = rows_of(short, SERIES.replace("2024 | 166 | 2026-04-08 | new", ""))
    assert told(rows)[0] == ("2026-01-01", "on_track", "awaiting_data", "deadline")
    assert told(rows, versions=["2026-01-01"])[0][3] == "restated"
    draft = promise(text_status="draft", superseded_on="2022-01-01", known_on="2021-12-28", value=600.0)
    assert told(rows_of(draft))[0] == ("2022-01-01", "pace_unknown", "superseded", "superseded")


def test_a_figure_that_falls_under_an_earlier_decision_is_not_moved_by_it():
    kept = replace(DOUBLE, decisions=(decision("keep", "new", "2026-03-01"),))
    move = told(rows_of(kept), as_of="2026-12-31", decided=["2026-03-01"])[0]
    assert move == ("2026-04-08", "achieved", "wrong_direction", "revision")


def test_a_revised_baseline_is_a_revision():
    revised = "2020 | 20 | 2021-02-01\n2023 | 40 | 2024-02-01\n2020 | 35 | 2024-06-01"
    rows = rows_of(promise(baseline_period="2020", value=50.0), revised)
    assert told(rows)[1] == ("2024-06-01", "on_track", "far_behind", "revision")
