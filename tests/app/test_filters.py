"""Which rows the filters leave."""

from dataclasses import replace
from datetime import date

import pytest

from app import address, filters, promises

TODAY = date(2026, 6, 15)
VIEW = address.home(TODAY)
PLAIN = {
    "policy_id": "p", "bodies": None, "area_id": None, "area": None, "sector_id": None, "sector": None,
    "deadline": None, "value": None, "same_as": None, "published_on": None,
}  # fmt: skip


def left(rows: dict[str, dict], **filters_of_view) -> list[str]:
    made = promises.tell([PLAIN | {"target_id": code} | fields for code, fields in rows.items()])
    return [row["target_id"] for row in filters.left(made, replace(VIEW, **filters_of_view))]


def test_a_body_is_one_of_those_that_issued_the_document():
    rows = {"A": {"bodies": "MIIT; MOE"}, "B": {"bodies": "MOE"}, "C": {"bodies": "MII"}, "D": {}}
    assert left(rows, body="MIIT") == ["A"]
    assert left(rows, body="MOE") == ["A", "B"]


def test_a_sector_is_the_targets_own_and_its_name_is_found_in_both_languages():
    robots = {"sector_id": "robots", "sector_en": "Robots", "sector_zh": "机器人"}
    rows = {"A": robots, "B": {"sector_id": "ai"}, "C": {}}
    assert left(rows, sector="robots") == left(rows, q="ROBOTS") == left(rows, q="机器人") == ["A"]


@pytest.mark.parametrize(
    ("due", "found"),
    [("passed", "A"), ("soon", "BC"), ("later", "D"), ("none", "E"), ("2026", "AB"), ("2031", "")],
)
def test_a_deadline_is_passed_from_the_day_after_it(due, found):
    days = {"A": date(2026, 6, 14), "B": TODAY, "C": date(2027, 12, 31), "D": date(2028, 1, 1), "E": None}
    assert left({code: {"deadline": day} for code, day in days.items()}, due=due) == list(found)


@pytest.mark.parametrize(("age", "found"), [("fresh", "A"), ("aging", "B"), ("old", "C"), ("none", "D")])
def test_ages_are_those_of_the_figure_and_a_figure_without_day_has_none(age, found):
    days = {"A": date(2025, 6, 16), "B": date(2025, 6, 15), "C": date(2024, 6, 14)}
    rows = {code: {"value": 1.0, "published_on": day} for code, day in days.items()} | {"D": {}, "E": {"value": 1.0}}
    assert left(rows, age=age) == [found]


def test_all_filters_hold_at_once():
    rows = {"A": {"area_id": "CN", "name_en": "robots"}, "B": {"area_id": "CN"}, "C": {"name_en": "robots"}}
    assert left(rows, area="CN", q="ROBOT") == ["A"]
    assert filters.held(replace(VIEW, area="CN", q="robot", sort="age")) == ["q", "area"]


def test_what_there_is_to_choose_from_is_what_the_rows_have():
    rows = [
        {"bodies": "MOE", "area_id": "KR", "area": "Korea", "deadline": date(2027, 1, 1)},
        {"bodies": "MIIT; MOE", "area_id": "CN", "area": "China", "deadline": date(2025, 1, 1)},
        {"bodies": None, "area_id": None, "area": None, "deadline": None},
    ]
    assert filters.bodies_in(rows) == ["MOE", "MIIT"]
    assert filters.names_in(rows, "area") == {"CN": "China", "KR": "Korea"}
    assert filters.years_in(rows) == [2025, 2027]
