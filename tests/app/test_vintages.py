"""Publications of one series side by side."""

from datetime import date

from app.vintages import grid


def record(period: str, value: float, day: str, basis: str = "old", **more: object) -> dict:
    end = date(int(period[:4]), 12, 31)
    given = {"period": period, "period_end": end, "value": value, "high": None, "qualifier": "exact", "decides": True}
    return given | {"basis": basis, "known_on": date.fromisoformat(day)} | more


ROBOTS = [
    record("2022", 392, "2024-01-10"),
    record("2022", 402, "2024-11-20"),
    record("2023", 470, "2024-11-20"),
    record("2024", 567, "2025-09-25"),
    record("2024", 166, "2026-04-08", "new"),
]


def test_a_value_on_another_basis_is_no_revision():
    robots = grid(ROBOTS)
    assert (robots.revised, robots.rebased) == (["2022"], ["2024"])
    (revised,) = [one for one in robots.published if one.is_revised]
    assert (revised.before["value"], revised.record["value"]) == (392, 402)


def test_rows_and_columns_are_newest_first_and_only_days_of_publication():
    robots = grid(ROBOTS)
    assert robots.periods == ["2024", "2023", "2022"]
    assert [str(day) for day in robots.days] == ["2026-04-08", "2025-09-25", "2024-11-20", "2024-01-10"]
    assert [one.record["value"] for one in robots.at("2022", date(2024, 11, 20))] == [402]
    assert robots.at("2022", date(2025, 9, 25)) == []


def test_a_value_given_again_is_none_and_a_bound_made_firm_is_one():
    again = grid([record("2022", 5, "2023-01-01"), record("2022", 5, "2024-01-01")])
    assert again.revised == []
    firm = grid([record("2022", 5, "2023-01-01", qualifier="more_than"), record("2022", 5, "2024-01-01")])
    assert firm.revised == ["2022"]


def test_a_revision_beyond_the_limit_is_one_of_a_quarter_or_of_sign_on_one_basis():
    def beyond(first: float, then: float, **more: object) -> list[str]:
        return grid([record("2022", first, "2023-01-01"), record("2022", then, "2024-01-01", **more)]).beyond

    assert (beyond(100, 126), beyond(100, 74), beyond(-1, 1)) == (["2022"],) * 3
    assert (beyond(100, 125), beyond(100, 75)) == ([], [])
    assert beyond(100, 300, basis="new") == beyond(100, 300, qualifier="at_least") == []


def test_the_period_published_most_often_is_shown_else_the_latest_that_decides():
    assert grid(ROBOTS).shown("") == "2024"
    assert grid(ROBOTS[:3]).shown("") == "2022"
    assert grid([record("2022", 1, "2023-01-01"), record("2023", 2, "2024-01-01")]).shown("") == "2023"
    assert grid([record("2022", 1, "2023-01-01"), record("2023", 2, "2024-01-01", decides=False)]).shown("") == "2022"
    assert grid(ROBOTS).shown("2022") == "2022"
    assert grid(ROBOTS).shown("1999") == "2024"
    assert grid([]).shown("2022") is None
