"""Decisions given one after another: each stands on record, and a remark on a target leaves bases alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from tables import FIGURES, REGISTER, workbook

from etl import pipeline
from etl.decide import decide
from etl.store import query
from etl.store.database import open_database

DAY = date(2026, 5, 2)
KEPT = {"choice": "keep", "series_id": "robot_density_cn", "basis": "new", "to_basis": "old", "reason": "why"}


@pytest.fixture
def engine(tmp_path):
    """A database on which nothing was decided yet."""
    made = open_database("sqlite://", create=True)
    pipeline.load_files(made, [workbook(tmp_path / "all.xlsx", REGISTER, FIGURES)], "tests")
    return made


def status(engine) -> str:
    frame = query.status(engine, DAY)
    return frame[frame.target_id == "T1"].status.item()


def test_of_decisions_on_one_day_none_takes_the_place_of_another_on_record(engine):
    for basis in ("new", "old"):
        decide(engine, {"choice": "split", "series_id": "robot_density_cn", "basis": basis, "reason": "why"}, "me", DAY)
    assert set(query.decisions(engine, DAY).basis) == {"new", "old"}


def test_two_who_decide_at_once_have_codes_of_their_own(postgres_url, tmp_path):
    engine, start = open_database(postgres_url, create=True), Barrier(2)
    pipeline.load_files(engine, [workbook(tmp_path / "all.xlsx", REGISTER, FIGURES)], "tests")

    def given(basis: str) -> None:
        start.wait()
        decide(engine, {"choice": "split", "series_id": "robot_density_cn", "basis": basis, "reason": "why"}, "me", DAY)

    with ThreadPoolExecutor() as pool:
        list(pool.map(given, ["new", "old"]))
    assert set(query.decisions(engine, DAY).basis) == {"new", "old"}
    engine.dispose()


def test_what_was_opened_again_can_be_decided_as_before_on_the_same_day(engine):
    reopened = {name: KEPT[name] for name in ("series_id", "basis", "reason")} | {"choice": "reopen"}
    found = []
    for given in (KEPT, reopened, KEPT):
        assert decide(engine, given, "me", DAY).files[0].is_new
        found.append(status(engine))
    assert found == ["awaiting_data", "basis_changed", "awaiting_data"]


def test_a_remark_that_names_a_basis_too_does_not_open_it_again(engine):
    decide(engine, KEPT, "me", DAY)
    before = status(engine)
    note = {"choice": "note", "series_id": "robot_density_cn", "basis": "new", "target_id": "T1", "reason": "see"}
    decide(engine, note, "me", DAY)
    assert status(engine) == before != "basis_changed"
