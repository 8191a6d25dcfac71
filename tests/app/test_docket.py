"""Deadlines passed and to come, and findings said once."""

from datetime import date

import pytest

from app.docket import calendar, docket, paged, remarks
from app.promises import tell
from etl.judge.arithmetic import Found
from etl.vocabulary import FAMILY_OF, Family, Finding, Status

AS_OF = date(2024, 2, 29)


def row(target_id: str, status: str = "missed", deadline: date | None = date(2023, 12, 31), **others) -> dict:
    plain = {
        "target_id": target_id, "status": status, "family": FAMILY_OF[Status(status)].value, "deadline": deadline,
        "same_as": None, "target_value": 100.0, "comparator": "at_least", "series_id": "s",
        "unit": "bases", "unit_zh": "个", "kind": "level",
    }  # fmt: skip
    return plain | others


def ids(rows: list[dict]) -> list[str]:
    return [one["target_id"] for one in rows]


def test_deadlines_passed_stand_by_year_with_what_nobody_measures_apart():
    older = row("C", "achieved", date(2020, 12, 31))
    found = docket(tell([row("A"), row("B", "no_data"), older, row("D", "achieved", date(2023, 6, 30))]), AS_OF)
    told = [(year.year, ids(year.rows), ids(year.unmeasured)) for year in found.years]
    assert told == [(2023, ["D", "A"], ["B"]), (2020, ["C"], [])]
    assert (found.passed, dict(found.counts)) == (4, {Status.achieved: 2, Status.missed: 1, Status.no_data: 1})


@pytest.mark.parametrize(
    ("deadline", "passed", "soon", "ahead"),
    [
        (date(2024, 2, 28), 1, 0, 0),
        (AS_OF, 0, 1, 1),
        (date(2025, 2, 28), 0, 1, 1),
        (date(2025, 3, 1), 0, 0, 1),
        (date(2026, 2, 28), 0, 0, 1),
        (date(2026, 3, 1), 0, 0, 0),
        (None, 0, 0, 0),
    ],
)
def test_a_deadline_has_passed_the_day_after_is_soon_for_a_year_and_next_for_two(deadline, passed, soon, ahead):
    found = docket(tell([row("A", "behind", deadline)]), AS_OF)
    assert (found.passed, found.soon, found.ahead) == (passed, soon, ahead)


def test_what_was_given_up_is_in_the_docket_but_not_ahead_and_what_has_no_number_in_neither():
    rows = [
        row("A", "dropped"),
        row("B", "superseded", date(2025, 12, 31)),
        row("C", "listed"),
        row("D", "listed", AS_OF),
    ]
    found = docket(tell(rows), AS_OF)
    assert (dict(found.counts), found.ahead) == ({Status.dropped: 1}, 0)


def test_a_ceiling_and_what_had_no_number_are_no_deadlines_when_given_up():
    rows = [row("A", "dropped", comparator="up_to"), row("B", "dropped", target_value=None, comparator=None)]
    assert docket(tell(rows), AS_OF).passed == 0


def test_a_promise_told_twice_falls_due_once():
    found = docket(tell([row("X", same_as="S"), row("S")]), AS_OF)
    assert [(one["target_id"], one["told"]) for one in found.years[0].rows] == [("S", 2)]


def test_what_is_said_alike_of_targets_on_one_series_is_said_once():
    late = {"period": "2024", "day": date(2025, 4, 19)}
    found = [Found(Finding.overdue, code, **late) for code in ("A", "B", "X", "Y")]
    rows = [row("A"), row("B"), row("X", same_as="A"), row("Y", series_id="other")]
    told = [(one.code, [own["target_id"] for own in one.rows]) for one in remarks(found, tell(rows), "en")]
    assert told == [(Finding.overdue, ["A", "B"]), (Finding.overdue, ["Y"])]


def test_the_calendar_counts_each_promise_once_in_its_year_by_where_it_stands():
    rows = [
        row("A", "missed"),
        row("B", "no_data"),
        row("X", "missed", same_as="A"),
        row("C", "on_track", date(2030, 6, 30)),
        row("Y", "on_track", date(2028, 6, 30), same_as="C"),
        row("D", "on_track", None),
        row("E", "superseded"),
        row("F", "listed"),
    ]
    assert calendar(tell(rows)) == [
        (2023, {Family.missed: 1, Family.cannot_be_judged: 1}),
        (2028, {Family.on_track: 1}),
        (2030, {Family.on_track: 1}),
    ]
    assert calendar([]) == []


def test_a_long_docket_has_pages_that_hold_each_promise_once():
    rows = [row(f"T{n:03d}", "no_data" if n % 3 else "missed", date(2000 + n % 20, 12, 31)) for n in range(260)]
    found = docket(tell(rows), AS_OF)
    pages = [paged(found, page) for page in (1, 2, 3)]
    assert [page for page, _ in pages] == [1, 2, 3]
    told = [one for _, years in pages for year in years for one in ids([*year.rows, *year.unmeasured])]
    assert told == ids(found.rows)
    assert all(year.rows or year.unmeasured for _, years in pages for year in years)
    assert paged(found, 9) == pages[2]
