"""Days on which something became known, and the verdicts that took over on them."""

from datetime import date

import pytest
from tables import FIGURES, REGISTER, workbook

from etl import pipeline
from etl.store import query
from etl.store.database import open_database
from etl.vocabulary import Method, Status

DECISIONS = """
sheet decisions
decision_id | choice | series_id        | basis | to_basis | factor | decided_on | decided_by | reason
D1          | rebase | robot_density_cn | new   | old      | 3.4    | 2026-05-02 | A. Nalyst  | Overlap of 2024
"""
TODAY = date(2026, 6, 15)


@pytest.fixture
def loaded(tmp_path):
    """Engine on a database with the register, the figures and a decision."""
    engine = open_database(f"sqlite:///{tmp_path}/t.db", create=True)
    pipeline.load_files(engine, [workbook(tmp_path / "all.xlsx", REGISTER, FIGURES, DECISIONS)], "tests")
    yield engine
    engine.dispose()


def test_days_are_those_of_publications_statements_decisions_and_past_deadlines(loaded):
    days = query.known_days(loaded, TODAY)
    statement, due, decided = date(2021, 12, 28), date(2026, 1, 1), date(2026, 5, 2)
    assert {statement, due, decided, date(2021, 10, 28), date(2026, 4, 8)} <= set(days)
    assert len(days) == 10 == len(set(days))
    assert days == sorted(days)
    assert query.known_days(loaded, date(2021, 6, 29)) == []


def test_figures_of_a_withdrawn_load_do_not_count(loaded):
    pipeline.withdraw(loaded, 1, "mistake", "tests")
    assert query.known_days(loaded, TODAY) == []


def test_verdicts_are_one_method_and_one_target_up_to_the_day(loaded):
    found = query.verdicts(loaded, "T1", date(2026, 4, 30), Method.linear_pace)
    assert list(found.status)[-2:] == [Status.awaiting_data, Status.basis_changed]
    assert list(found.valid_from) == sorted(found.valid_from)
    assert query.verdicts(loaded, "T1", date(2020, 1, 1), Method.linear_pace).empty
