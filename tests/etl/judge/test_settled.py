"""What the deadline's own observation settles, and what later ones do to it."""

import pytest

from tests.etl.judge.cases import BASED, SERIES, due, judged, promise, said


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("100", ("achieved", "deadline_observation")),
        ("99", ("missed", "deadline_observation")),
        ("> 100", ("achieved", "deadline_observation")),
        ("> 90", ("awaiting_data", "bound_not_enough")),
        ("< 120", ("awaiting_data", "bound_not_enough")),
        ("< 100", ("missed", "deadline_observation")),
        ("nearly 100", ("missed", "deadline_observation")),
        ("nearly 120", ("awaiting_data", "bound_not_enough")),
        ("90–120", ("awaiting_data", "bound_not_enough")),
        ("90–99", ("missed", "deadline_observation")),
        ("100–120", ("achieved", "deadline_observation")),
    ],
)
def test_the_deadlines_own_observation_settles_where_it_proves_something(value, expected):
    assert said(judged(BASED, due(value))) == expected


def test_a_figure_that_falls_short_early_is_no_miss_before_the_deadline_is_past():
    early = due("90", known="2025-12-20")
    assert said(judged(BASED, early, "2025-12-31")) == ("behind", "pace")
    assert said(judged(BASED, early, "2026-01-01")) == ("missed", "deadline_observation")


def test_a_figure_that_satisfies_early_is_achieved_at_once():
    assert said(judged(BASED, due("101", known="2025-12-20"), "2025-12-21")) == ("achieved", "deadline_observation")


def test_short_at_the_deadline_and_reached_later_is_achieved_late():
    drawing = due("90") + "\n2026 | 110 | 2027-02-01\n2027 | 120 | 2028-02-01"
    found = judged(BASED, drawing, "2029-01-01")
    assert (*said(found), found.period) == ("achieved_late", "reached_later", "2026")


def test_a_later_figure_alone_leaves_the_date_unknown():
    found = judged(BASED, SERIES + "2026 | 110 | 2027-02-01", "2027-06-01")
    assert (*said(found), found.period) == ("achieved_unverified", "reached_undated", "2026")


def test_a_revision_on_the_same_basis_reopens_and_one_on_another_does_not():
    revised = due("100") + "\n2025 | 98 | 2027-02-01"
    assert judged(BASED, revised, "2027-06-01").status == "missed"
    rebased = due("100") + "\n2025 | 60 | 2027-02-01 | other"
    assert judged(BASED, rebased, "2027-06-01").status == "achieved"
    assert judged(BASED, due("99") + "\n2026 | 120 | 2027-02-01 | other", "2027-06-01").status == "missed"


def test_a_count_once_reached_stays_reached():
    counted = promise(kind="count", measured="stock")
    drawing = "2020 | 20 | 2021-02-01\n2022 | 104 | 2023-02-01\n2023 | 90 | 2024-02-01"
    found = judged(counted, drawing, "2024-06-01")
    assert (*said(found), found.value) == ("achieved", "count_reached", 104)
    assert said(judged(promise(kind="count", deadline=None), drawing)) == ("achieved", "count_reached")
    assert judged(promise(measured="stock"), drawing, "2024-06-01").status != "achieved"


def test_a_count_reached_after_the_deadline_only_is_not_reached_in_time():
    drawing = "2023 | 90 | 2024-02-01\n2026 | 104 | 2027-02-01"
    assert judged(promise(kind="count"), drawing, "2027-06-01").status == "achieved_unverified"


@pytest.mark.parametrize(
    ("deadline", "period", "is_due"),
    [
        ("2025-12-31", "2025-10", True),
        ("2025-12-31", "2025-10-01", True),
        ("2025-12-31", "2025-09", False),
        ("2025-06-30", "2025-04", True),
        ("2025-06-30", "2025-03", False),
        ("2024-03-31", "2023", False),
        ("2024-03-31", "2024-01-01", True),
        ("2025-10-15", "2025-07-15", False),
        ("2025-10-15", "2025-07-16", True),
        ("2025-05-30", "2025-02", False),
        ("2025-05-30", "2025-03", True),
    ],
)
def test_a_stock_is_due_in_the_deadlines_last_three_months(deadline, period, is_due):
    a_promise = promise(measured="stock", deadline=deadline, baseline_period="2020", baseline_value=20.0)
    found = judged(a_promise, f"{period} | 40 | 2025-12-31")
    assert found.status == ("missed" if is_due else "awaiting_data")


def test_a_flow_is_due_for_its_whole_period_only():
    assert judged(BASED, SERIES + "2025-12 | 120 | 2026-01-31", "2026-02-01").status == "achieved"
    assert judged(BASED, SERIES + "2025-11 | 90 | 2025-12-31").status == "awaiting_data"


def test_of_two_stocks_in_the_last_quarter_the_later_decides():
    drawing = "2025-10 | 101 | 2025-11-15\n2025-12 | 99 | 2026-01-15"
    a_promise = promise(measured="stock", baseline_period="2020", baseline_value=20.0)
    assert judged(a_promise, drawing, "2025-12-01").status == "achieved"
    assert judged(a_promise, drawing).status == "missed"
