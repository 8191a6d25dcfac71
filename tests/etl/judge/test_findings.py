"""Findings over tables: which rows bear on each other, and what the shipped data shows on three days."""

from datetime import date

import pytest

from etl import pipeline
from etl.judge.findings import findings
from etl.store.database import open_database
from tests.tables import REGISTER, workbook

TODAY = date(2026, 6, 15)

LINKED = """
sheet policies
policy_id | name_en      | name_zh | short_en | issued     | bodies | succeeds
next-plan | Second plan  | 二      | Second   | 2025-12-28 | MIIT   | robot-plan
side-plan | Side plan    | 旁      | Side     | 2025-12-29 | MIIT   | robot-plan

sheet targets
target_id | slug    | policy_id  | name_en | name_zh | statement_en | indicator_id  | stated         | kind            | baseline  | deadline
W         | whole   | robot-plan | Whole   | 整      | Whole        | robot_revenue | at least 2000  | level           |           | 2025
P         | part    | robot-plan | Part    | 分      | Part         | robot_revenue | at least 3000  | level           |           | 2025
P2        | again   | robot-plan | Part    | 分      | Part         | robot_revenue | at least 3000  | level           |           | 2025
R         | rate    | robot-plan | Rate    | 率      | Rate         | robot_revenue | at least 9000% per year | growth_per_year | 2020      | 2025
N         | next    | next-plan  | Next    | 续      | Next         | robot_revenue | at least 5000  | level           |           | 2030
S         | steps   | robot-plan | Steps   | 步      | Steps        | robot_revenue | at least 5000  | level           |           | 2030

sheet target_series
target_id | series_id        | role
S         | robot_revenue_cn | headline

sheet target_links
target_id | link    | other_id
P         | part_of | W
P2        | part_of | W
P2        | same_as | P
R         | part_of | W

sheet milestones
target_id | deadline | stated
S         | 2022     | 1500
S         | 2024     | 2500

sheet observations
series_id        | period | value | published  | unit
robot_revenue_cn | 2020   | 1000  | 2021-06-30 | CNY 100 million
robot_revenue_cn | 2022   | 1400  | 2023-08-04 | CNY 100 million
"""  # noqa: E501


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> list[tuple]:
    """Target, code and targets added up of each finding over the drawn tables."""
    engine = open_database("sqlite://", create=True)
    files = [
        workbook(tmp_path_factory.mktemp("tables") / f"{n}.xlsx", text) for n, text in enumerate((REGISTER, LINKED))
    ]
    pipeline.load_files(engine, files, by="tests")
    return [(one.target_id, str(one.code), one.others, one.period) for one in findings(engine, TODAY)]


def test_a_part_told_twice_counts_once_and_a_rate_of_growth_is_no_amount(found):
    assert [one[2] for one in found if one[0] == "W" and one[1].startswith("part")] == [("P",)]


def test_a_milestone_is_missed_only_by_the_figure_for_its_day(found):
    assert [(one[1], one[3]) for one in found if one[0] == "S" and one[1].startswith("milestone")] == [
        ("milestone_missed", "2022")
    ]


def test_what_the_next_plan_says_nothing_about_is_not_taken_up(found):
    assert [one[0] for one in found if one[1] == "not_taken_up"] == ["T1"]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2021, 6, 30), {}),
        (
            date(2024, 12, 1),
            {
                "announced_short": {"S12"}, "announced_open": {"X21"}, "overdue": {"L24", "X04"},
                "discontinued": {"X07b"}, "not_taken_up": {"X27", "X29"},
            },
        ),
        (
            TODAY,
            {
                "announced_short": {"S12"}, "announced_open": {"X21"}, "overdue": {"L01", "L24", "S12", "S13", "X21"},
                "discontinued": {"X07b"}, "not_taken_up": {"X27", "X29"},
            },
        ),
    ],
)  # fmt: skip
def test_the_shipped_data_raise_no_false_alarm(shipped, day, told):
    """Looked through one by one: stocks at odd months, years left out and late second-hand figures raise none."""
    raised = {}
    for one in findings(shipped, day):
        raised.setdefault(str(one.code), set()).add(one.target_id)
    assert raised == told
