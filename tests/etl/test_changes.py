"""Rows of verdicts that moved, on the shipped data and by the command line."""

import csv
import io
import json
from datetime import date

import pytest
from tables import FIGURES, REGISTER, workbook
from typer.testing import CliRunner

from etl import pipeline
from etl.changes import KEYS, change_rows
from etl.cli import app
from etl.status import status_rows
from etl.store import query
from etl.store.database import open_database
from etl.vocabulary import LANGUAGES, Method

SINCE, AS_OF = date(2024, 12, 1), date(2026, 6, 15)

AGAIN = """
sheet targets
target_id | slug | policy_id  | stated_on  | name_en | name_zh | statement_en | indicator_id  | stated    | deadline
T2        | less | robot-plan | 2023-12-01 | Revenue | 收入    | Over 1500    | robot_revenue | over 1500 | 2025
"""


@pytest.fixture
def printed(loaded_database):
    """What the command prints on the shipped data."""

    def call(*words: str) -> str:
        days = ("--since", SINCE.isoformat(), "--as-of", AS_OF.isoformat())
        done = CliRunner().invoke(app, ["changes", *days, *words, "--db", loaded_database], catch_exceptions=False)
        return done.stdout

    return call


def test_the_robots_move_by_a_figure_the_deadline_and_a_new_basis(printed):
    rows = json.loads(printed("--format", "json"))
    assert all(list(row) == list(KEYS) for row in rows)
    moved = [(row["day"], row["cause"], row["status_after"]) for row in rows if row["target_id"] == "S01"]
    assert moved == [
        ("2026-04-08", "basis", "basis_changed"),
        ("2026-01-01", "deadline", "awaiting_data"),
        ("2025-09-25", "figure", "achieved"),
    ]
    figure = next(row for row in rows if row["target_id"] == "S01" and row["cause"] == "figure")
    assert (figure["value_before"], figure["period_before"], figure["published_on_before"]) == (
        470,
        "2023",
        "2024-11-20",
    )
    assert (figure["value_after"], figure["period_after"], figure["published_on_after"]) == (567, "2024", "2025-09-25")


def test_csv_and_json_hold_the_same_rows(printed):
    rows = list(csv.DictReader(io.StringIO(printed("--format", "csv").removeprefix("\ufeff"))))
    told = json.loads(printed("--format", "json"))
    assert [(row["day"], row["target_id"]) for row in rows] == [(row["day"], row["target_id"]) for row in told]
    assert list(rows[0]) == list(KEYS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentence_is_the_one_of_its_day(shipped, lang):
    rows = change_rows(shipped, date(2025, 9, 1), AS_OF, Method.linear_pace, lang)
    for day in {row["day"] for row in rows}:
        stood = {row["target_id"]: row for row in status_rows(query.status(shipped, day), lang)}
        for row in (row for row in rows if row["day"] == day):
            assert row["sentence"] == stood[row["target_id"]]["sentence"]


def test_a_restated_target_moves_from_its_old_number_to_the_new(tmp_path):
    engine = open_database("sqlite://", create=True)
    drawn = [workbook(tmp_path / f"{n}.xlsx", text) for n, text in enumerate((REGISTER, FIGURES, AGAIN))]
    for path in drawn:
        pipeline.load_files(engine, [path], by="tests")
    rows = change_rows(engine, date(2023, 11, 1), date(2023, 12, 31), Method.linear_pace, "en")
    told = [(row["cause"], row["name"], row["target_value_before"], row["target_value_after"]) for row in rows]
    assert told == [("restated", "Revenue", 2000, 1500)]


def test_a_withdrawn_target_moves_no_more(tmp_path):
    engine = open_database("sqlite://", create=True)
    drawn = [REGISTER, FIGURES, AGAIN.replace("T2 ", "T9 ").replace("less", "more")]
    for n, text in enumerate(drawn):
        pipeline.load_files(engine, [workbook(tmp_path / f"{n}.xlsx", text)], by="tests")
    days = (date(2021, 1, 1), date(2026, 1, 1))
    assert "T9" in {row["target_id"] for row in change_rows(engine, *days, Method.linear_pace, "en")}
    pipeline.withdraw(engine, 3, "stated by nobody", by="tests")
    assert "T9" not in {row["target_id"] for row in change_rows(engine, *days, Method.linear_pace, "en")}
    assert date(2023, 12, 1) not in query.change_days(engine, days[1])
