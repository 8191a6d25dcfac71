"""Targets about a whole span: growth per year and cumulative changes."""

from dataclasses import replace

import pytest

from etl.vocabulary import Badge, Comparator
from tests.etl.judge.cases import CAGR, LINEAR, judged, promise, said

LEVELS = """
    2019 | 90    | 2020-02-01
    2020 | 100   | 2021-02-01
    2022 | 121   | 2023-02-01
"""
RATES = """
    2018 | 4 | 2019-02-01
    2019 | 5 | 2020-02-01
    2020 | 6 | 2021-02-01
    2021 | 3 | 2022-02-01
    2022 | 5 | 2023-02-01
"""


def growth(comparator: str = "at_least", rate: float = 10.0, **others):
    return promise(comparator, rate, **{"kind": "growth_per_year", "baseline_period": "2020", **others})


def on_rates(comparator: str = "at_least", rate: float = 4.0, **others):
    return growth(comparator, rate, measured="growth", yearly_rates=True, **others)


@pytest.mark.parametrize("method", [LINEAR, CAGR])
def test_growth_of_levels_is_compounded_from_the_spans_start(method):
    found = judged(growth(), LEVELS, "2024-01-01", method)
    assert (found.status, found.ratio) == ("on_track", pytest.approx(1))
    assert (found.target_value, found.baseline_value) == (10, 100)
    assert found.required_value == pytest.approx(121)
    assert found.time_share == pytest.approx(0.4)
    assert found.progress_share is None


@pytest.mark.parametrize("method", [LINEAR, CAGR])
def test_growth_of_rates_is_their_mean_within_the_span(method):
    found = judged(on_rates(), RATES, "2024-01-01", method)
    assert (found.status, found.ratio, found.actual_per_year) == ("on_track", 1, 4)
    assert (found.baseline_period, found.baseline_value) == ("2020", None)


def test_growth_is_achieved_only_when_its_span_is_over():
    assert judged(growth("at_least", 1.0), LEVELS, "2025-12-31").status == "on_track"
    over = LEVELS + "2025 | 165 | 2026-02-01"
    assert said(judged(growth(), over)) == ("achieved", "deadline_observation")
    assert said(judged(growth("at_least", 11.0), over)) == ("missed", "deadline_observation")
    assert said(judged(growth(), over, "2026-01-15")) == ("awaiting_data", "deadline_passed")
    assert judged(growth(), over, "2026-01-15").detail == "on_track"


def test_a_mean_of_rates_needs_the_deadlines_year():
    between = RATES + "2023 | 4 | 2024-02-01\n2024 | 4 | 2025-02-01\n"
    assert judged(on_rates(), between + "2025 | 4 | 2026-02-01").status == "achieved"
    assert judged(on_rates(), between + "2025 | 3 | 2026-02-01").status == "missed"
    assert judged(on_rates(), RATES + "2024 | 9 | 2025-02-01").status == "awaiting_data"


def test_growth_after_the_deadline_does_not_count():
    drawing = LEVELS + "2025 | 150 | 2026-02-01\n2026 | 900 | 2027-02-01"
    assert judged(growth(), drawing, "2027-06-01").status == "missed"


def test_a_last_year_that_is_only_a_bound_may_not_be_enough():
    found = judged(growth(), LEVELS + "2025 | > 150 | 2026-02-01")
    assert (*said(found), found.detail) == ("awaiting_data", "bound_not_enough", "pace_unknown")
    assert judged(growth(), LEVELS + "2025 | > 165 | 2026-02-01").status == "achieved"


@pytest.mark.parametrize("method", [LINEAR, CAGR])
def test_before_the_span_begins_the_last_five_yearly_rates_speak(method):
    ahead = on_rates(rate=5.0, baseline_period="2022", known_on="2022-12-31", deadline="2027-12-31")
    found = judged(ahead, RATES, "2023-06-01", method)
    assert (found.ratio, found.status) == (pytest.approx(4.6 / 5), "behind")
    assert Badge.recent_pace in found.badges


def test_before_the_span_begins_six_levels_hold_five_rates():
    levels = "\n".join(f"{year} | {100 * 1.1 ** (year - 2014):.10f} | {year + 1}-02-01" for year in range(2014, 2021))
    found = judged(growth(), levels, "2021-06-01")
    assert (found.ratio, found.required_value) == (pytest.approx(1), None)
    assert Badge.recent_pace in found.badges


def test_a_recent_pace_names_the_start_of_the_span_before_its_level_is_known():
    levels = "2018 | 100 | 2019-02-01\n2019 | 110 | 2020-02-01\n2020 | 121 | 2021-02-01"
    found = judged(growth(baseline_period="2021"), levels, "2022-01-10")
    assert Badge.recent_pace in found.badges
    assert (found.baseline_period, found.baseline_value) == ("2021", None)


@pytest.mark.parametrize(
    ("a_promise", "drawing"),
    [
        (growth(baseline_period=None), LEVELS),
        (growth(baseline_period="2021"), LEVELS),  # no level at the span's start, but one within the span
        (growth(), "2020 | 100 | 2021-02-01"),
        (on_rates(baseline_period="2023"), "2022 | 5 | 2023-02-01"),
    ],
)
def test_growth_without_a_start_or_a_second_figure_has_no_pace(a_promise, drawing):
    assert said(judged(a_promise, drawing, "2024-01-01")) == ("pace_unknown", "no_second_point")


def test_growth_of_levels_that_are_not_positive_has_no_pace():
    drawing = "2020 | 0 | 2021-02-01\n2022 | 121 | 2023-02-01"
    assert said(judged(growth(), drawing, "2024-01-01")) == ("pace_unknown", "method_not_applicable")


@pytest.mark.parametrize(
    ("comparator", "rate", "status"),
    [
        ("at_most", 6.0, "on_track"),
        ("at_most", 3.0, "wrong_direction"),
        ("at_least", -1.0, "on_track"),
        ("at_least", 0.0, "on_track"),
        ("at_most", 0.0, "wrong_direction"),
        ("about", 8.0, "far_behind"),
        ("about", -2.0, "wrong_direction"),
    ],
)
def test_a_rate_against_its_own_direction_is_kept_or_not_and_has_no_ratio(comparator, rate, status):
    found = judged(on_rates(comparator, rate), RATES, "2024-01-01")
    assert found.status == status
    assert (found.ratio is None) == (comparator != "about")


@pytest.mark.parametrize(("low", "high", "status"), [(3, 5, "on_track"), (6, 8, "behind"), (1, 2, "wrong_direction")])
def test_of_a_range_of_rates_the_missed_bound_counts(low, high, status):
    found = judged(on_rates("between", float(low), high=float(high)), RATES, "2024-01-01")
    assert found.status == status


def test_a_loss_of_more_than_all_has_no_required_value():
    found = judged(growth("about", -120.0), LEVELS, "2024-01-01")
    assert (found.status, found.required_value) == ("wrong_direction", None)


# --- cumulative changes --------------------------------------------------------------------------------------------

CHANGES = """
    2021 | −3 | 2022-02-01
    2022 | −4 | 2023-02-01
"""


def cut(value: float = -17.0, **others):
    parts = {"kind": "change", "baseline_period": "2020", "measured": "growth", "yearly_rates": True, **others}
    return promise("at_most", value, **parts)


def test_yearly_changes_are_compounded_from_zero():
    found = judged(cut(), CHANGES, "2024-01-01")
    change = (0.97 * 0.96 - 1) * 100
    assert (found.target_value, found.baseline_value, found.target_is_derived) == (-17, 0, False)
    assert found.progress_share == pytest.approx(change / -17)
    assert found.time_share == pytest.approx(0.4)
    assert found.required_value == pytest.approx(-6.8)
    assert found.status == "on_track"
    assert said(judged(cut(), CHANGES, "2024-01-01", CAGR)) == ("pace_unknown", "method_not_applicable")


def test_a_year_without_its_change_leaves_no_pace():
    drawing = CHANGES + "2024 | −4 | 2025-02-01"
    assert said(judged(cut(), drawing, "2025-06-01")) == ("pace_unknown", "no_second_point")
    assert said(judged(cut(), drawing + "\n2025 | −4 | 2026-02-01")) == ("awaiting_data", "no_second_point")


def test_a_cumulative_change_is_settled_when_all_its_years_are_known():
    drawing = CHANGES + "2023 | −4 | 2024-02-01\n2024 | −4 | 2025-02-01\n2025 | {} | 2026-02-01"
    assert said(judged(cut(), drawing.format("−4"))) == ("achieved", "deadline_observation")
    assert said(judged(cut(), drawing.format("−1"))) == ("missed", "deadline_observation")
    assert judged(cut(), drawing.format("−40"), "2025-12-31").status == "on_track"


def test_before_its_first_year_the_mean_of_recent_changes_is_held_against_the_constant_rate():
    drawing = "\n".join(f"{year} | −4 | {year + 1}-02-01" for year in range(2016, 2021))
    found = judged(cut(), drawing, "2021-06-01")
    yearly = (0.83 ** (1 / 5) - 1) * 100
    assert (found.ratio, found.required_per_year) == (pytest.approx(-4 / yearly), pytest.approx(yearly))
    assert Badge.recent_pace in found.badges


@pytest.mark.parametrize("baseline", ["2025", "2026"])
@pytest.mark.parametrize("method", [LINEAR, CAGR])
def test_a_span_that_ends_before_it_begins_has_no_pace(baseline, method):
    assert said(judged(cut(baseline_period=baseline), CHANGES, "2024-01-01", method))[0] == "pace_unknown"


@pytest.mark.parametrize("value", [0.0, -100.0, -150.0])
def test_no_constant_rate_leads_to_nothing_or_below(value):
    drawing = "\n".join(f"{year} | −4 | {year + 1}-02-01" for year in range(2016, 2021))
    assert said(judged(cut(value), drawing, "2021-06-01")) == ("pace_unknown", "method_not_applicable")


def test_beyond_the_far_bound_of_a_range_a_cut_runs_wrong():
    ranged = replace(cut(-5.0), comparator=Comparator.between, high=-3.0)
    assert said(judged(ranged, CHANGES, "2024-01-01")) == ("wrong_direction", "target_behind_baseline")


def test_a_mean_is_settled_only_when_every_year_of_its_span_is_known():
    late = RATES + "2025 | 9 | 2026-02-01"  # the years 2023 and 2024 are missing
    assert said(judged(on_rates(), late)) == ("awaiting_data", "no_second_point")
    full = late + "\n2023 | 4 | 2024-02-01\n2024 | 4 | 2025-02-01"
    assert said(judged(on_rates(), full)) == ("achieved", "deadline_observation")
