"""What is in the tables, counted."""

from datetime import date

from app.inventory import ages, inventory, missing
from etl.vocabulary import Grade, Reason

DAY = date(2026, 6, 15)


def published(period, value, on, grade="primary", basis=None):
    return {
        "series_id": "s", "period": period, "basis": basis, "value": value, "published_on": on, "grade": grade,
        "publisher_id": "IFR",
    }  # fmt: skip


def target(value=1.0, on=None, **more):
    said = {"value": value, "published_on": on, "family": "behind", "status": "behind", "reason": "pace", "grade": None}
    return said | more


SERIES = [
    {"series_id": "s", "indicator_id": "density", "area_id": "CN"},
    {"series_id": "silent", "indicator_id": "stock", "area_id": "JP"},
]


def test_a_revised_figure_is_one_figure_and_two_publications_graded_as_it_was_read_last():
    rows = [published("2022", 392, date(2023, 10, 1), "secondary"), published("2022", 402, date(2024, 9, 1))]
    found = inventory([], [], SERIES, rows, DAY)
    assert (found.figures, found.publications) == (1, 2)
    assert found.graded["figures"] == {Grade.primary: 1, Grade.secondary: 0, Grade.disputed: 0}
    assert (found.first, found.last) == (date(2023, 10, 1), date(2024, 9, 1))


def test_a_series_without_a_figure_is_not_counted():
    found = inventory([], [], SERIES, [published("2022", 1, None)], DAY)
    assert (found.series, found.indicators, found.areas, found.publishers) == (1, 1, 1, 1)
    assert (found.first, found.last) == (None, None)


def test_nothing_at_all_is_counted_as_nothing():
    found = inventory([], [], [], [], DAY)
    assert (found.targets, found.figures, found.first, list(found.ages)) == (0, 0, None, [0, 0, 0, 0])


def test_a_promise_that_two_policies_tell_counts_once_by_age_and_as_missing():
    told = [target(on=DAY, target_id=code, promise="A") for code in "AB"]
    none = {"value": None, "status": "no_data", "family": "cannot_be_judged", "reason": "not_measured"}
    told += [target(target_id=code, promise="C", **none) for code in "CD"]
    found = inventory(told, [], [], [], DAY)
    assert (found.targets, found.ages[0], len(found.missing[Reason.not_measured])) == (4, 1, 1)


def test_ages_count_from_the_day_of_publication_and_leave_out_what_is_not_judged():
    rows = [target(on=date(2025, 6, 15)), target(on=date(2025, 6, 14)), target(on=date(2015, 1, 1)), target()]
    rows += [target(value=None), target(on=DAY, family="not_judged")]
    assert ages(rows, DAY) == ([1, 1, 0, 1], 1)


def test_what_is_not_measured_is_told_by_why():
    none = {"status": "no_data", "family": "cannot_be_judged"}
    rows = [target(reason="not_measured", **none), target(reason="only_proxies", **none), target()]
    assert {reason: len(found) for reason, found in missing(rows).items()} == {
        Reason.not_measured: 1,
        Reason.only_proxies: 1,
        Reason.none_yet: 0,
    }
