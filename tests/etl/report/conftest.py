"""Frames of a report made by hand: a register of a few targets whose every figure is in sight."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from etl.report import ReportFrames

AS_OF = date(2024, 12, 1)

TARGET = {
    "target_id": "S01",
    "slug": "robot-density-492",
    "name_en": "Industrial robot density",
    "name_zh": "工业机器人密度",
    "policy_id": "robot-plus",
    "short_en": "Robot+ plan, 2023",
    "short_zh": "“机器人+”方案",
    "policy_name_en": "Implementation plan for Robot+ applications",
    "policy_name_zh": "“机器人+”应用行动实施方案",
    "body_names_en": "MIIT",
    "body_names_zh": "工业和信息化部",
    "issued": date(2023, 1, 19),
    "statement_en": "Double the density of industrial robots from 2020 to 2025",
    "statement_zh": "2025年制造业机器人密度较2020年实现翻番",
    "scope_en": "national, manufacturing",
    "scope_zh": None,
    "indicator_id": "robot_density",
    "sector_id": "robots",
    "sector_en": "Robots",
    "sector_zh": "机器人",
    "measured": "stock",
    "unit": "robots per 10,000 workers",
    "unit_zh": "台/万人",
    "series_id": "density_cn",
    "series_role": "headline",
    "kind": "change",
    "stated": "double versus 2020",
    "expression": "492",
    "status": "on_track",
    "family": "on_track",
    "reason": "pace",
    "detail": None,
    "method": "linear-pace",
    "as_of": AS_OF,
    "period": "2023",
    "value": 470.0,
    "high": None,
    "qualifier": "exact",
    "published_on": date(2024, 11, 20),
    "basis": "ifr",
    "second_period": None,
    "second_value": None,
    "second_basis": None,
    "baseline_period": "2020",
    "baseline_value": 246.0,
    "baseline_published_on": date(2021, 10, 28),
    "comparator": "at_least",
    "target_value": 492.0,
    "target_high": None,
    "target_is_derived": True,
    "deadline": date(2025, 12, 31),
    "progress_share": (470 - 246) / (492 - 246),
    "time_share": 0.6,
    "required_value": 246 + 246 * 0.6,
    "ratio": (470 - 246) / (492 - 246) / 0.6,
    "actual_per_year": 74.7,
    "required_per_year": 11.0,
    "distance": -22.0,
    "chance": 0.94,
    "expected": 517.4,
    "no_chance": None,
    "workings": None,
    "badges": "derived",
    "same_as": None,
    "firmness": "expected",
    "text_status": "final",
    "via": None,
    "source": "The plan's text",
    "url": "https://example.org/plan",
    "grade": "primary",
    "note": None,
    "note_zh": None,
}

UNMEASURED = {
    "target_id": "S02",
    "slug": "robot-kinds-100",
    "name_en": "Kinds of innovative applications",
    "name_zh": None,
    "series_id": None,
    "series_role": None,
    "status": "no_data",
    "family": "cannot_be_judged",
    "reason": "not_measured",
    "kind": "count",
    "stated": "more than 100",
    "comparator": "more_than",
    "target_value": 100.0,
    "target_is_derived": False,
    "unit": "kinds",
    "unit_zh": "种",
    "expression": None,
    "badges": "",
    "no_chance": "no_figure",
} | dict.fromkeys(
    (
        *("period", "value", "published_on", "basis", "baseline_period", "baseline_value", "baseline_published_on"),
        *("progress_share", "time_share", "required_value", "ratio", "actual_per_year", "required_per_year"),
        *("distance", "qualifier", "chance", "expected"),
    )
)

OBSERVATION = {
    "series_id": "density_cn",
    "period": "2020",
    "period_start": date(2020, 1, 1),
    "period_end": date(2020, 12, 31),
    "frequency": "year",
    "decides": True,
    "value": 246.0,
    "high": None,
    "qualifier": "exact",
    "unit": "robots per 10,000 workers",
    "unit_zh": "台/万人",
    "basis": "ifr",
    "published_on": date(2021, 10, 28),
    "known_on": date(2021, 10, 28),
    "published_as_written": "2021-10-28",
    "publisher_id": "IFR",
    "publisher_en": "IFR",
    "publisher_zh": "国际机器人联合会",
    "via": None,
    "source": "World Robotics 2021",
    "url": "https://example.org/ifr",
    "grade": "primary",
    "flag": None,
    "note": None,
    "note_zh": None,
    "value_as_written": "246",
    "load_id": 1,
    "file_name": "robots.xlsx",
    "sheet": "by year",
    "cell": "E14",
}


def of_year(year: int, value: float, **changes) -> dict:
    """An observation of the density for a year."""
    days = {"period": str(year), "period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
    return OBSERVATION | days | {"value": float(value), "value_as_written": f"{value:g}"} | changes


DENSITY = [
    of_year(2020, 246),
    of_year(2021, 322, published_on=date(2022, 12, 5), known_on=date(2022, 12, 5), cell="F14"),
    of_year(2022, 392, published_on=date(2024, 1, 10), known_on=date(2024, 1, 10), cell="G14"),
    of_year(2023, 470, published_on=date(2024, 11, 20), known_on=date(2024, 11, 20), cell="H14"),
]
SERIES = {"series_id": "density_cn", "name_en": "Robot density, China", "name_zh": None, "area_en": "China"}
POLICY = {
    "policy_id": "robot-plus",
    "short_en": "Robot+ plan, 2023",
    "short_zh": None,
    "name_en": "Implementation Plan for the Robot+ Application Action",
    "name_zh": None,
    "issued": date(2023, 1, 18),
    "body_names_en": "Ministry of Industry; Ministry of Education",
    "body_names_zh": None,
    "url": None,
}
BASIS = {"series_id": "density_cn", "basis": "ifr", "description_en": "IFR employment to 2025", "description_zh": None}
MILESTONE = {"target_id": "other", "deadline": date(2024, 12, 31), "value": 1.0}

MakeFrames = Callable[..., ReportFrames]


def make(targets: list[dict] | None = None, observations: list[dict] | None = None, **changes) -> ReportFrames:
    """Frames of these targets (changes to TARGET) and observations; other frames by name in `changes`."""
    targets = [TARGET, TARGET | UNMEASURED] if targets is None else [TARGET | target for target in targets]
    figures = pd.DataFrame(DENSITY if observations is None else observations, columns=list(OBSERVATION), dtype=object)
    frames = {
        "status": pd.DataFrame(targets, columns=list(TARGET), dtype=object),
        "observations": figures,
        "vintages": figures,
        "milestones": pd.DataFrame([MILESTONE]),
        "series": pd.DataFrame([SERIES | {"area_zh": None}]),
        "bases": pd.DataFrame([BASIS]),
        "policies": pd.DataFrame([POLICY]),
    }
    return ReportFrames(**(frames | changes))


@pytest.fixture
def frames() -> ReportFrames:
    """The robot density target with four figures, and one target that nobody measures."""
    return make()


@pytest.fixture
def make_frames() -> MakeFrames:
    """The function that makes frames of changed targets and observations."""
    return make
