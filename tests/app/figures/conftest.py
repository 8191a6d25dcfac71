"""Small frames of the shape that the stored observations have, and status rows, for charts."""

import calendar
import re
from datetime import date

import pandas as pd
import pytest

from app import text
from app.figures.progress import Story

ROBOTS = "2012:23 2013:25 2014:36 2015:49 2016:68 2017:97 2019:187 2020:246 2021:322 2022:402 2023:470"


def _period(label: str) -> tuple[date, date, str]:
    if re.fullmatch(r"\d{4}", label):
        return date(int(label), 1, 1), date(int(label), 12, 31), "year"
    if re.fullmatch(r"\d{4}-\d\d", label):
        year, month = map(int, label.split("-"))
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
    day = date.fromisoformat(label)
    return day, day, "day"


def reading(label: str, value: float, **more: object) -> dict:
    start, end, frequency = _period(label)
    return {
        "series_id": "robot_density_cn", "period": label, "period_start": start, "period_end": end,
        "frequency": frequency, "decides": True, "value": value, "high": None, "qualifier": "exact",
        "basis": "IFR employment to 2025", "published_on": date(end.year + 1, 11, 20), "grade": "primary",
        "flag": None, "publisher": "IFR", "publisher_en": "International Federation of Robotics",
        "publisher_zh": "国际机器人联合会",
    } | more  # fmt: skip


def observations(rows: object = (), **more: object) -> pd.DataFrame:
    """A frame from "2012:23 2013:25" or from rows of `reading`."""
    if isinstance(rows, str):
        rows = [reading(*_pair(word), **more) for word in rows.split()]
    return pd.DataFrame(list(rows), columns=list(reading("2020", 0.0)))


def _pair(word: str) -> tuple[str, float]:
    label, value = word.split(":")
    return label, float(value)


def verdict(**changes: object) -> dict:
    return {
        "target_id": "S01", "slug": "robot-density-492", "kind": "change", "status": "on_track", "reason": "pace",
        "detail": None, "unit": "robots per 10,000 employees", "unit_zh": "台/万名职工", "period": "2023",
        "value": 470.0, "high": None, "qualifier": "exact", "basis": "IFR employment to 2025",
        "baseline_period": "2020", "baseline_value": 246.0, "comparator": "at_least", "target_value": 492.0,
        "target_high": None, "target_is_derived": True, "deadline": date(2025, 12, 31), "badges": ("derived",),
        "policy_short": "Robot+ 2023",
        "issued": date(2023, 1, 19), "second_period": None, "second_value": None, "second_basis": None,
    } | changes  # fmt: skip


def story(frame: pd.DataFrame | None = None, row: dict | None = None, **more: object) -> Story:
    row = row or verdict()
    frame = observations(ROBOTS) if frame is None else frame
    return Story(frame, row, **({"unit": row["unit"], "title": "Robot density"} | more))


@pytest.fixture
def make():
    """Builders: `make.observations`, `make.reading`, `make.verdict`, `make.story`; `make.robots` is a known series."""

    class Make:
        robots = ROBOTS

    for one in (observations, reading, verdict, story):
        setattr(Make, one.__name__, staticmethod(one))
    return Make


@pytest.fixture(params=["en", "zh"])
def t(request):
    """Words in each language."""
    return text.of(request.param)
