"""Observations on the bases on which they are compared."""

from datetime import date

import pytest
from tables import FIGURES, REGISTER, workbook

from etl import pipeline
from etl.decide import decide
from etl.judge.comparable import comparable
from etl.store import query
from etl.store.database import open_database

DECIDED = date(2026, 5, 2)
LATER = date(2026, 6, 15)
REBASE = {"choice": "rebase", "to_basis": "old", "overlap": "2024"}
KEEP = {"choice": "keep", "to_basis": "old"}
SPLIT = {"choice": "split"}


@pytest.fixture
def decided(tmp_path):
    """Makes an engine on a database in which something was decided about the robots' new basis."""
    engine = open_database(f"sqlite:///{tmp_path}/t.db", create=True)
    pipeline.load_files(engine, [workbook(tmp_path / "all.xlsx", REGISTER, FIGURES)], "tests")

    def call(decision: dict):
        given = {"series_id": "robot_density_cn", "basis": "new", "reason": "why", **decision}
        decide(engine, given, "tests", DECIDED)
        return engine

    yield call
    engine.dispose()


def newest(engine, as_of: date = LATER) -> list[tuple]:
    frame = comparable(engine, as_of, ["robot_density_cn"])
    names = ["value", "basis", "published_value", "published_basis", "is_split"]
    return list(frame[frame.period == "2024"][names].itertuples(index=False, name=None))


def test_rebased_figures_are_converted_and_take_the_place_of_the_older_publication(decided):
    assert newest(decided(REBASE)) == [(pytest.approx(567), "old", 166, "new", False)]


def test_kept_figures_are_as_published_on_the_other_basis(decided):
    assert newest(decided(KEEP)) == [(166, "old", 166, "new", False)]


def test_split_off_figures_stay_and_say_so(decided):
    assert newest(decided(SPLIT)) == [(567, "old", 567, "old", False), (166, "new", 166, "new", True)]


def test_before_the_decision_nothing_is_converted(decided):
    engine = decided(REBASE)
    day = date(2026, 5, 1)
    before = comparable(engine, day, ["robot_density_cn"])
    assert list(before.value) == list(query.observations(engine, day, ["robot_density_cn"]).value)
    assert not before.is_split.any()


REVENUE = """
sheet bases
series_id        | basis | description_en
robot_revenue_cn | a     | Firms above a size
robot_revenue_cn | b     | All firms

sheet observations
series_id        | period  | value | basis | published  | unit
robot_revenue_cn | 2025-01 | 90    | a     | 2026-01-01 | CNY 100 million
robot_revenue_cn | 2025-01 | 30    | b     | 2026-01-02 | CNY 100 million
robot_revenue_cn | 2025    | 400   | b     | 2026-02-01 | CNY 100 million
"""


def test_an_overlap_that_does_not_decide_converts_nothing_here_as_in_the_verdict(tmp_path):
    engine = open_database(f"sqlite:///{tmp_path}/m.db", create=True)
    files = [workbook(tmp_path / "register.xlsx", REGISTER), workbook(tmp_path / "revenue.xlsx", REVENUE)]
    pipeline.load_files(engine, files, "tests")
    given = {"choice": "rebase", "series_id": "robot_revenue_cn", "basis": "b", "to_basis": "a", "overlap": "2025-01"}
    decide(engine, given | {"reason": "why"}, "tests", DECIDED)
    frame = comparable(engine, LATER, ["robot_revenue_cn"])
    engine.dispose()
    assert list(frame[frame.period == "2025"].value) == [400]
