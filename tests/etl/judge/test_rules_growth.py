"""Methods of compound growth against figures that statistical offices published, typed from their tables.

Open SDG: Statistics Canada, Sustainable Development Goals Data Hub (global and Canadian indicator framework), Canada.
Eurostat: EUSTAT, indicators of the 2030 Agenda, Basque Country.
"""

import math

import pytest

from etl.vocabulary import Method
from tests.etl.judge.single import beside_and_class, class_of, measure_and_class, working

CAGR, TREND, OPEN_SDG, UNSD = Method.eurostat_cagr, Method.eurostat_trend, Method.open_sdg, Method.unsd_2022
EXACT = {"rel": 1e-9, "abs": 1e-9}


def targeted(b, t0, y, t, direction, target, deadline=2030):
    return {
        "baseline": b, "baseline_time": t0, "value": y, "time": t, "direction": direction, "target": target,
        "deadline": deadline,
    }  # fmt: skip


def untargeted(b, t0, y, t, direction, limit=math.nan):
    return {"baseline": b, "baseline_time": t0, "value": y, "time": t, "direction": direction, "limit": limit}


@pytest.mark.parametrize(
    ("figures", "v", "score", "name"),
    [
        # Statistics Canada, 1.2.1 below the national poverty line, Canada, 2023
        (targeted(14.5, 2015, 10.2, 2023, -1, 7.25), 0.9525901792032172, 2.5185563910306596, "substantial_progress"),
        # Statistics Canada, 14.4.1 fish stocks within sustainable levels, Canada, 2023
        (
            targeted(95.5974842767296, 2015, 97.4874371859297, 2023, 1, 100),
            0.8150538567318096, 1.5361481932496428, "moderate_progress",
        ),
        # Statistics Canada, 3.4.1 mortality, cerebrovascular diseases, Canada, 2024
        (targeted(38.7, 2015, 33.2, 2024, -1, 25.67), 0.6255573087706661, 0.18259330081799074, "moderate_progress"),
        # Statistics Canada, 17.2.1 aid to least developed countries, share of income, Canada, 2022
        (targeted(0.09, 2019, 0.1, 2022, 1, 0.2), 0.47474495739982875, -0.5218801860021338, "limited_progress"),
        # Statistics Canada, 3.3.2 tuberculosis incidence, Canada, 2023
        (targeted(4.6, 2015, 5.53, 2023, -1, 0.92), -0.22885130999917572, -3.4535547533735653, "deterioration"),
        # Statistics Canada, 1.4.1 access to basic sanitation, Canada, 2024: the score ends at −5
        (targeted(99.1, 2015, 98.6, 2024, 1, 100), -0.9319355589122518, -5, "deterioration"),
        # Statistics Canada, 2.c.1 food price anomalies, Canada, 2024: reached, and fallen to 0
        (targeted(0.79, 2015, 0, 2024, -1, 0.5), 33.2948132017689, 5, "achieved"),
        # Statistics Canada, 3.2.2 neonatal mortality, Canada, 2024: the baseline was beyond the target already
        (targeted(3.5, 2015, 3.3, 2024, -1, 12), 0.07611769910144073, 5, "achieved"),
        # Statistics Canada, Canadian framework 9.7.1, Canada, 2025: the same with an increase
        (targeted(58.2, 2015, 59.5, 2025, 1, 50), 0.21954929987292612, 5, "achieved"),
    ],
)  # fmt: skip
def test_open_sdg_with_a_target_gives_the_published_value_score_and_class(figures, v, score, name):
    assert measure_and_class(OPEN_SDG, **figures) == (pytest.approx(v, **EXACT), name)
    assert working(OPEN_SDG, "score", **figures) == pytest.approx(score, **EXACT)


def test_a_target_that_is_its_own_baseline_is_achieved_without_a_number():
    """Statistics Canada, 2.1.1 undernourishment, Canada, 2023: 2.5 per cent throughout; no value is published."""
    v, name = measure_and_class(OPEN_SDG, **targeted(2.5, 2015, 2.5, 2023, -1, 2.5))
    assert (math.isnan(v), name) == (True, "achieved")


@pytest.mark.parametrize(
    ("figures", "v", "score", "name"),
    [
        # Statistics Canada, 10.5.1 liquid assets to short-term liabilities, Canada, 2024
        (untargeted(45.36, 2015, 53.22, 2024, 1), 0.017914530382436622, 3.957265191218312, "substantial_progress"),
        # Statistics Canada, 9.1.2 rail freight, Canada, 2023
        (
            untargeted(304908351, 2015, 325563272, 2023, 1),
            0.00822685408282342, 0.8067135207058551, "moderate_progress",
        ),
        # Statistics Canada, 8.1.1 output per head, Canada, 2024
        (untargeted(57590.92, 2015, 59529.12, 2024, 1), 0.0036846258502352125, -0.6576870748823938, "limited_progress"),
        # Statistics Canada, 3.9.3 deaths by poisoning, Canada, 2024
        (untargeted(0.311, 2015, 0.315, 2024, -1), -0.0014209782616025901, -2.677622282700324, "deterioration"),
        # Statistics Canada, 9.c.1 LTE-A coverage, Canada, 2022, limit 100: C of about 0.55
        (untargeted(83.35, 2016, 97.8, 2022, 1, 100), 0.027004173422464417, 5, "substantial_progress"),
        # Statistics Canada, 17.18.1 statistical performance, Canada, 2024, limit 100: 0.85 % a year is enough
        (
            untargeted(86.2795833333333, 2016, 92.35875, 2024, 1, 100),
            0.008547253218384565, 3.8907192806023563, "substantial_progress",
        ),
        # Statistics Canada, 9.c.1 HSPA+ coverage, Canada, 2022, limit 100: 0.017 % a year is moderate
        (untargeted(99.47, 2016, 99.57, 2022, 1, 100), 0.00016748456325199612, 0.5456262610658811, "moderate_progress"),
        # Statistics Canada, 16.1.4 feeling safe walking alone, Canada, 2022, limit 100: nothing moved
        (untargeted(79, 2021, 79, 2022, 1, 100), 0, -2.5, "limited_progress"),
        # Statistics Canada, 9.2.2 manufacturing employment, Canada, 2024, limit 100
        (untargeted(9.49, 2015, 8.59, 2024, 1, 100), -0.01101003834200498, -3.8762547927506223, "deterioration"),
    ],
)  # fmt: skip
def test_open_sdg_without_a_target_gives_the_published_value_score_and_class(figures, v, score, name):
    assert measure_and_class(OPEN_SDG, **figures) == (pytest.approx(v, **EXACT), name)
    assert working(OPEN_SDG, "score", **figures) == pytest.approx(score, **EXACT)


@pytest.mark.parametrize(
    ("b", "limit", "factor"),
    [(50, 100, 1 - 0.5**4.44), (100, 100, 0), (130, 100, 1 - 0.7**4.44), (200, 100, 1), (250, 100, 1), (3, 0, 1)],
)
def test_the_factor_near_a_natural_limit_has_three_branches(b, limit, factor):
    figures = untargeted(b, 2015, b, 2020, 1, limit)
    assert working(OPEN_SDG, "limit_factor", **figures) == pytest.approx(factor)


def test_what_stays_at_its_natural_limit_makes_substantial_progress():
    figures = untargeted(100, 2015, 100, 2024, 1, 100)
    assert measure_and_class(OPEN_SDG, **figures) == (0, "substantial_progress")
    assert working(OPEN_SDG, "score", **figures) == 5


def test_a_negative_baseline_turns_growth_round_in_open_sdg_alone():
    """By hand: from −10 to −5, −2 aimed at; the size shrinks, which is the increase wanted."""
    shrinking = targeted(-10, 2015, -5, 2020, 1, -2)
    assert measure_and_class(OPEN_SDG, **shrinking) == (
        pytest.approx((0.5**0.2 - 1) / (0.2 ** (1 / 15) - 1)), "substantial_progress",
    )  # fmt: skip
    assert class_of(OPEN_SDG, **targeted(-10, 2015, -12, 2020, 1, -2)) == "deterioration"
    assert class_of(CAGR, **shrinking) is None
    assert class_of(UNSD, **shrinking) is None


def test_open_sdg_takes_nought_as_a_thousandth():
    figures = targeted(0, 2015, 2, 2020, 1, 4)
    assert measure_and_class(OPEN_SDG, **figures) == measure_and_class(OPEN_SDG, **figures | {"baseline": 0.001})
    figures = targeted(8, 2015, 4, 2020, -1, 0)
    assert measure_and_class(OPEN_SDG, **figures) == measure_and_class(OPEN_SDG, **figures | {"target": 0.001})
    assert class_of(CAGR, **figures) is None


def test_open_sdg_gives_nothing_across_zero_or_without_time():
    assert class_of(OPEN_SDG, **untargeted(-3, 2015, 4, 2020, 1)) is None
    assert class_of(OPEN_SDG, **targeted(3, 2015, 4, 2020, 1, -8, 2030) | {"direction": -1}) is None
    assert class_of(OPEN_SDG, **untargeted(3, 2021, 3, 2021, 1)) is None


@pytest.mark.parametrize(
    ("figures", "ratio", "name"),
    [
        # EUSTAT, 1.1.1, Basque Country, 2024
        (targeted(0.1490340749, 2016, 0.1045528172, 2024, -1, 0.1), 1.5425619066269907, "significant_progress"),
        # EUSTAT, 16.6.1 regional, Basque Country, 2023: reached
        (targeted(105.2, 2016, 101.1, 2023, -1, 105), 41.664992888862066, "significant_progress"),
        # EUSTAT, 1.2.2, Basque Country, 2024: a ratio of exactly 0 is not movement away
        (targeted(20.6, 2016, 20.6, 2024, -1, 20.5), 0, "insufficient_progress"),
        # EUSTAT, 16.7.1 judiciary, Basque Country, 2025
        (targeted(1.24, 2015, 1.24, 2025, -1, 1.2), 0, "insufficient_progress"),
        # By hand: doubling in ten years wanted, and half of the growth so far
        (targeted(100, 2020, 100 * 2**0.25, 2025, 1, 200), (2**0.05 - 1) / (2**0.1 - 1), "insufficient_progress"),
        (targeted(100, 2020, 100 * 2**0.35, 2025, 1, 200), (2**0.07 - 1) / (2**0.1 - 1), "moderate_progress"),
        (targeted(100, 2020, 90, 2025, 1, 200), (0.9**0.2 - 1) / (2**0.1 - 1), "movement_away"),
    ],
)
def test_eurostats_ratio(figures, ratio, name):
    assert measure_and_class(CAGR, **figures) == (pytest.approx(ratio, **EXACT), name)


def test_eurostat_puts_what_is_reached_into_the_best_class_whatever_the_trend():
    """EUSTAT, 1.4.1 water, Basque Country, 2023: 99.9 then, now and as target; no ratio is published."""
    v, name = measure_and_class(CAGR, **targeted(99.9, 2015, 99.9, 2023, 1, 99.9))
    assert (math.isnan(v), name) == (True, "significant_progress")
    assert class_of(CAGR, **targeted(60, 2015, 55, 2023, 1, 50)) == "significant_progress"


def test_a_target_behind_its_baseline_has_no_growth_ratio():
    behind = targeted(60, 2015, 45, 2023, 1, 50)
    assert class_of(CAGR, **behind) is None
    assert class_of(UNSD, **behind) is None
    assert class_of(OPEN_SDG, **behind) == "deterioration"


def since(earlier, earlier_time, value, time, direction):
    return {
        "first_value": earlier, "first_time": earlier_time, "value": value, "time": time, "direction": direction,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "growth", "name"),
    [
        # EUSTAT, 1.3.1 unemployed, Basque Country, 2025
        (since(45.7, 2017, 84.1, 2025, 1), 0.07921997371996325, "significant_progress"),
        # EUSTAT, 1.5.2, Basque Country, 2024: fallen to 0
        (since(0.02, 2015, 0, 2024, -1), 1, "significant_progress"),
        # EUSTAT, 11.6.1 waste per head, Basque Country, 2024
        (since(465.6, 2015, 434.1, 2024, -1), 0.007753339272953519, "moderate_progress"),
        # EUSTAT, 1.a.2, Basque Country, 2023
        (since(69.9, 2015, 70.3, 2023, 1), 0.0007135231337143111, "no_change"),
        # EUSTAT, 14.3.1, Basque Country, 2024: slightly down
        (since(8.069, 2015, 8.048, 2024, 1), -0.00028950758558732304, "no_change"),
        # EUSTAT, 16.1.4, Basque Country, 2024
        (since(76.4, 2014, 69.1, 2024, 1), -0.009992536051383283, "moderate_deterioration"),
        # EUSTAT, 10.3.1, Basque Country, 2023
        (since(5.6, 2013, 8.8, 2023, -1), -0.046235529994636204, "significant_deterioration"),
    ],
)
def test_eurostats_trend_gives_the_published_growth_and_class(figures, growth, name):
    assert measure_and_class(TREND, **figures) == (pytest.approx(growth, **EXACT), name)


def test_the_long_trend_stands_beside_the_short_one():
    figures = since(98, 2019, 100, 2024, 1) | {"long_value": 150, "long_time": 2009}
    assert class_of(TREND, **figures) == "moderate_progress"
    assert beside_and_class(TREND, **figures) == (
        pytest.approx((100 / 150) ** (1 / 15) - 1), "significant_deterioration",
    )  # fmt: skip
    assert beside_and_class(TREND, **since(98, 2019, 100, 2024, 1))[1] is None
    assert class_of(TREND, **since(-98, 2019, 100, 2024, 1)) is None


@pytest.mark.parametrize(
    ("share", "name"),
    [
        (0.96, "on_track"),
        (0.949, "fair"),
        (0.5, "fair"),
        (0.49, "limited"),
        (-0.1, "limited"),
        (-0.11, "deterioration"),
    ],
)
def test_the_ratio_of_2022_has_its_own_cut_offs(share, name):
    """By hand: 7 % a year wanted, and a share of that reached."""
    figures = targeted(100, 2020, 100 * (1 + 0.07 * share) ** 4, 2024, 1, 100 * 1.07**10)
    assert measure_and_class(UNSD, **figures) == (pytest.approx(share), name)


def test_a_cut_off_that_must_be_passed_is_not_reached_by_rounding():
    figures = targeted(100, 2020, 100 * (1 + 0.07 * 0.95) ** 4, 2024, 1, 100 * 1.07**10)
    assert class_of(UNSD, **figures) == "fair"
    assert class_of(CAGR, **figures) == "significant_progress"
