"""Promises as the tables hold them."""

from datetime import date

from tables import REGISTER, workbook

from etl import pipeline
from etl.judge.promises import promises
from etl.store.database import open_database

LATER = """
sheet targets
target_id | slug   | policy_id  | name_en | name_zh | statement_en | indicator_id  | stated    | stated_on  | deadline
L1        | second | robot-plan | Second  | 二      | Second       | robot_revenue | over 3000 | 2022-05-01 | 2025
L2        | third  | robot-plan | Third   | 三      | Third        | robot_revenue | over 4000 | 2024-05-01 | 2025

sheet target_links
target_id | link       | other_id
L1        | supersedes | T2
L2        | supersedes | T2
"""


def test_a_target_is_superseded_on_the_day_of_the_first_that_takes_its_place(tmp_path):
    engine = open_database("sqlite://", create=True)
    files = [workbook(tmp_path / f"{n}.xlsx", text) for n, text in enumerate((REGISTER, LATER))]
    pipeline.load_files(engine, files, by="tests")
    superseded = {held.promise.target_id: held.promise.superseded_on for held in promises(engine)}
    assert superseded == {"T1": None, "T2": date(2022, 5, 1), "L1": None, "L2": None}
