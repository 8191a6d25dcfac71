"""Replaying every load gives the same tables, and what was changed behind them is found."""

import datetime

import pytest
import sqlalchemy as sa
from tables import FIGURES, REGISTER, workbook

from etl import pipeline
from etl.store.database import open_database
from etl.verify import verify


def differing(engine) -> dict[str, tuple[int, int]]:
    """Rows lacking and beyond of each table that the replay does not make alike."""
    return {item.table: (item.lacking, item.beyond) for item in verify(engine) if not item.is_same}


@pytest.fixture
def books(tmp_path):
    """A register and figures, one of them undated."""
    undated = FIGURES.replace("| 2024-11-20 |", "|            |")
    assert undated != FIGURES
    return workbook(tmp_path / "register.xlsx", REGISTER), workbook(tmp_path / "figures.xlsx", undated)


def test_the_shipped_data_replays_row_for_row(shipped):
    assert differing(shipped) == {}


def test_files_loaded_together_on_an_earlier_day_and_withdrawals_replay_as_they_were(engine, books):
    register, figures = books
    earlier = datetime.datetime(2026, 5, 1, 8, 30, 0, 123456)
    pipeline.load_files(engine, [figures, register], by="ann", at=earlier)
    pipeline.withdraw(engine, 1, "typed from the wrong page", by="bob")
    pipeline.load_files(engine, [figures], by="ann")
    assert differing(engine) == {}


def test_a_number_changed_behind_the_loads_is_found(tmp_path, books):
    engine = open_database(f"sqlite:///{tmp_path}/m.db", create=True)
    pipeline.load_files(engine, list(books), by="ann")
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE observation SET value = 500 WHERE period = '2023'"))
        connection.execute(sa.text("DELETE FROM event"))
    found = differing(engine)
    engine.dispose()
    assert found["observation"] == (1, 1)
    assert "target" not in found
