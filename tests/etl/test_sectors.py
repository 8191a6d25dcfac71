"""The sector of a target, from the workbook to the status rows."""

from datetime import date

import pytest
from tables import REGISTER, workbook

from etl import pipeline
from etl.errors import InputFaults
from etl.store import query
from etl.store.database import open_database

SECTORS = """
sheet sectors
sector_id | name_en | name_zh
robots    | Robots  | 机器人

sheet targets
target_id | slug    | policy_id  | name_en | statement_en | indicator_id  | stated             | deadline | sector_id
T1        | density | robot-plan | Density | Double it    | robot_density | double versus 2020 | 2025     | robots
T2        | revenue | robot-plan | Revenue | Much more    | robot_revenue | more than 2,000    | 2025     |
"""
WITHOUT = REGISTER[: REGISTER.index("sheet targets")]


@pytest.fixture
def engine(tmp_path):
    made = open_database(f"sqlite:///{tmp_path}/t.db", create=True)
    yield made
    made.dispose()


def test_a_target_has_the_sector_that_its_row_names_or_none(engine, tmp_path):
    pipeline.load_files(engine, [workbook(tmp_path / "r.xlsx", WITHOUT, SECTORS)], by="tests")
    found = query.status(engine, date(2024, 1, 1)).set_index("target_id")
    assert list(found.loc["T1", ["sector_id", "sector_en", "sector_zh"]]) == ["robots", "Robots", "机器人"]
    assert found.loc["T2", ["sector_id", "sector_en", "sector_zh"]].isna().all()


def test_a_workbook_that_knows_no_sectors_is_read_as_ever(engine, tmp_path):
    pipeline.load_files(engine, [workbook(tmp_path / "r.xlsx", REGISTER)], by="tests")
    assert query.status(engine, date(2024, 1, 1)).sector_zh.isna().all()


def test_a_sector_that_is_not_registered_is_one_fault_with_its_cell_and_mend(engine, tmp_path):
    file = workbook(tmp_path / "r.xlsx", WITHOUT, SECTORS.replace("2025     | robots", "2025 | robotics"))
    with pytest.raises(InputFaults) as raised:
        pipeline.load_files(engine, [file], by="tests")
    (fault,) = raised.value.faults
    assert (fault.sheet, fault.cell, fault.code, fault.found) == ("targets", "I2", "unknown_code", "'robotics'")
    assert "Did you mean robots?" in fault.mend
