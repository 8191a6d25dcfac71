"""The forecast: examples by hand, ugly series, and laws on series drawn at random."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etl.judge import calibration
from etl.judge.forecast import (
    SURE,
    NoOutlook,
    Outlook,
    carried,
    deviation,
    drift,
    faded,
    growth,
    once_a_year,
    outlook,
    rates,
)
from etl.judge.forecast import restlessness as restless
from etl.judge.scales import UNBOUNDED, Bounds, onto, scale_of
from etl.vocabulary import NoChance, Scale

PER_CENT = Bounds(0.0, 100.0)
HORIZONS = np.array([0.25, 1, 2.5, 5, 10, 30])


def years(count: int) -> np.ndarray:
    return np.arange(2010.0, 2010 + count)


# By hand ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("times", "values", "of_changes", "goes_on", "one_year"),
    [
        # changes 2, 2, 2: steady; no deviation but the mean change itself: 4/3
        ([0, 1, 2, 3], [0, 2, 4, 6], 0.0, 2.0, np.sqrt(4 / 3)),
        # changes 1, 2: r = ½·1/2.5; the earlier weighs 0.6: (0.6·1 + 2)/1.6, less r/1.5; variance (0.5 + 1.5²)/2
        ([0, 1, 2], [0, 1, 3], 0.2, 1.625 * (1 - 0.2 / 1.5), np.sqrt(1.375)),
        # changes 2, −1, 2 undo each other: r = ½·9/3, nothing goes on; mean 1, variance (1 + 4 + 1 + 1)/3
        ([0, 1, 2, 3], [0, 2, 1, 3], 1.5, 0.0, np.sqrt(7 / 3)),
        # rates 1, 2 over one and two years: weights 0.6² and 2; mean 5/3, variance (4/9 + 4/9/2 + 25/9)/2
        ([0, 1, 3], [0, 1, 5], 0.2, (0.36 + 4) / 2.36 * (1 - 0.2 / 1.5), np.sqrt((4 / 9 + 2 / 9 + 25 / 9) / 2)),
        # changes 2, 0, 1: r = ½·(4 + 1)/2 ÷ (5/3) = 0.75, so half of the mean by weights 0.875², 0.875, 1
        ([0, 1, 2, 3], [0, 2, 2, 3], 0.75, 0.5 * (2 * 0.875**2 + 1) / (0.875**2 + 0.875 + 1), np.sqrt(1)),
    ],
)
def test_drift_and_deviation_by_hand(times, values, of_changes, goes_on, one_year):
    times, levels = np.array(times, dtype=float), np.array(values, dtype=float)
    assert restless(rates(times, levels)) == pytest.approx(of_changes)
    assert drift(times, levels) == pytest.approx(goes_on)
    assert deviation(times, levels) == pytest.approx(one_year)


def test_the_middle_is_the_last_figure_plus_the_fading_drift():
    ahead = outlook(years(4), [0, 2, 4, 6], Scale.identity)
    assert ahead.central([1, 2]) == pytest.approx([6 + 2 * 0.95, 6 + 2 * (0.95 + 0.95**2)])


def test_on_logarithms_growth_adds_up_and_a_fall_is_its_mirror_image():
    two = 0.95 + 0.95**2
    assert outlook(years(3), [1, 10, 100], Scale.log).central([1, 2]) == pytest.approx(
        [100 * (1 + np.log(10) * 0.95), 100 * (1 + np.log(10) * two)]
    )
    assert outlook(years(3), [100, 10, 1], Scale.log).central(2) == pytest.approx(1 / (1 + np.log(10) * two))


def test_on_log_odds_the_odds_add_up():
    ahead = outlook(years(3), 100 / (1 + np.exp([3.0, 2.0, 1.0])), Scale.logit, PER_CENT)
    share = ahead.central(1) / 100
    assert share / (1 - share) == pytest.approx(np.exp(-1) * (1 + 0.95))


def test_growth_of_30_per_cent_a_year_is_not_carried_on_at_that_pace():
    ahead = outlook(years(8), 100 * 1.3 ** np.arange(8), Scale.log)
    pace = (ahead.central([1, 10]) / ahead.last) ** (1 / np.array([1, 10])) - 1
    assert 0.2 < pace[0] < 0.3
    assert 0.05 < pace[1] < 0.15


def test_the_spread_grows_by_the_square_root_and_by_what_is_unsure_of_the_drift():
    assert growth(2, 0.5, 3) == pytest.approx(np.sqrt(2 + 0.5**2 / 3))
    assert carried(Scale.identity, 0.4, 2)[1] == pytest.approx(0.95 + 0.95**2)
    nudge = (carried(Scale.log, 0.4 + 1e-6, 2)[0] - carried(Scale.log, 0.4, 2)[0]) / 1e-6
    assert carried(Scale.log, 0.4, 2)[1] == pytest.approx(nudge, rel=1e-4)


def test_a_band_is_so_many_counted_deviations_wide():
    ahead = outlook(years(4), [0, 2, 4, 6], Scale.identity)
    counted = calibration.TABLE.cell(0, 4).row(2)[list(calibration.TABLE.shares).index(0.9)]
    width = counted * np.sqrt(4 / 3) * growth(2, 0.95 + 0.95**2, 3)
    assert [ahead.quantile(2, 0.1), ahead.quantile(2, 0.9)] == pytest.approx([9.705 - width, 9.705 + width])


def test_parts_of_a_year_lie_between_the_years():
    assert faded(0.5) == pytest.approx(0.95 * (1 - 0.95**0.5) / 0.05)
    assert faded(0) == 0
    assert faded(3) == pytest.approx(0.95 + 0.95**2 + 0.95**3)


# Which figures, which scale ---------------------------------------------------------------------------------------


def test_seasons_are_not_taken_for_change():
    months = 2018 + np.arange(1, 49) / 12
    seasonal = 100 + 30 * np.sin(2 * np.pi * months)
    ahead = outlook(months, seasonal + months - 2018, Scale.identity)
    assert ahead.points == 4
    assert ahead.drift == pytest.approx(1)


def test_quarters_of_unequal_days_are_read_once_a_year():
    ends = np.array([2020.247, 2020.497, 2020.749, 2021.0, 2021.246, 2021.496, 2021.748, 2022.0])
    assert once_a_year(ends).tolist() == [3, 7]


def test_months_of_less_than_two_years_are_all_read_with_low_confidence():
    ahead = outlook(2020 + np.arange(9) / 12, [1, 2, 2, 3, 4, 4, 5, 6, 6], Scale.log)
    assert ahead.is_low_confidence
    assert ahead.points == 3


@pytest.mark.parametrize(
    ("times", "is_low"), [([1, 2, 3, 4], True), ([1, 2, 3, 4, 5], False), ([1, 2, 3, 4, 5, 10], True)]
)
def test_few_figures_or_a_long_gap_mean_low_confidence(times, is_low):
    assert outlook(times, np.arange(1.0, len(times) + 1), Scale.log).is_low_confidence is is_low


@pytest.mark.parametrize(
    ("values", "bounds", "scale"),
    [
        ([1, 2, 3], UNBOUNDED, Scale.log),
        ([0, 1, 2], UNBOUNDED, Scale.identity),
        ([-1, 1, 2], UNBOUNDED, Scale.identity),
        ([97, 98, 99], PER_CENT, Scale.logit),
        ([98, 99, 100], PER_CENT, Scale.identity),
        ([0, 1, 2], PER_CENT, Scale.identity),
        ([1, 2, 3], Bounds(lower=0.0), Scale.log),
        ([1, 2, 3], Bounds(upper=10.0), Scale.identity),
        ([1, 2, 3], Bounds(lower=-100.0), Scale.identity),
    ],
)
def test_the_scale_follows_the_values_and_their_bounds(values, bounds, scale):
    assert scale_of(values, bounds) is scale


# Ugly series ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([], NoChance.too_few_points),
        ([5], NoChance.too_few_points),
        ([5, 6], NoChance.too_few_points),
        ([5, 5, 5, 5], NoChance.no_variation),
        ([0, 0, 0], NoChance.no_variation),
        ([0.1 + 0.2, 0.3, 0.3], NoChance.no_variation),
    ],
)
def test_without_variation_or_three_figures_there_is_a_reason(values, reason):
    assert outlook(years(len(values)), values, Scale.identity) == NoOutlook(reason)


UGLY = {
    "zeros": ([2019, 2020, 2021, 2022], [0, 0, 0, 1], UNBOUNDED),
    "negatives": ([2019, 2020, 2021], [-3, -1, -2], UNBOUNDED),
    "straight line": ([2019, 2020, 2021], [1, 2, 3], UNBOUNDED),
    "gap of ten years": ([2000, 2001, 2011], [5, 6, 9], UNBOUNDED),
    "share at 100": ([2019, 2020, 2021], [98, 99, 100], PER_CENT),
    "share near 100": ([2019, 2020, 2021], [99.9, 99.98, 99.999], PER_CENT),
    "huge": ([2019, 2020, 2021], [1e12, 3e12, 2e12], UNBOUNDED),
    "huge and hardly moving": ([2019, 2020, 2021], [1e12, 1e12 + 10, 1e12 + 30], UNBOUNDED),
    "explosive": ([2019, 2020, 2021, 2022], [1e-6, 1, 1e6, 1e12], UNBOUNDED),
    "tiny": ([2019, 2020, 2021], [1e-12, 2e-12, 4e-12], UNBOUNDED),
    "back where it was": ([2019, 2020, 2021], [5, 6, 5], UNBOUNDED),
}


@pytest.mark.parametrize("name", UGLY)
def test_ugly_series_give_finite_bands_and_chances_inside_0_and_1(name):
    times, values, bounds = UGLY[name]
    ahead = outlook(times, values, scale_of(values, bounds), bounds)
    bands = np.array([ahead.quantile(HORIZONS, share) for share in (1e-6, 0.025, 0.1, 0.5, 0.9, 0.975, 1 - 1e-6)])
    assert np.isfinite(bands).all()
    assert (np.diff(bands, axis=0) >= 0).all()
    assert ((bounds.lower <= bands) & (bands <= bounds.upper)).all()
    numbers = [-1e300, -5, 0, values[-1], 50, 100, 101, 1e300]
    chances = [ahead.below(h, number) for h in HORIZONS for number in numbers]
    assert all(SURE <= chance <= 1 - SURE for chance in chances)


def test_a_share_that_has_reached_its_bound_may_stay_there():
    ahead = outlook(years(4), [97, 98, 99, 100], Scale.identity, PER_CENT)
    assert 0.5 < 1 - ahead.below(1, 100) < 1 - SURE
    assert ahead.below(1, 100.5) == 1 - SURE


def test_a_level_never_falls_below_zero():
    ahead = outlook(years(5), [100, 60, 40, 20, 10], Scale.log)
    assert ahead.quantile(30, 0.001) >= 0
    assert ahead.below(30, 0) == SURE


# Laws -------------------------------------------------------------------------------------------------------------

SHARES = st.floats(1e-4, 1 - 1e-4)
AHEAD = st.floats(0.1, 40)


QUARTERS = st.integers(-400, 400).map(lambda number: number / 4)


@st.composite
def series(draw, values=QUARTERS) -> tuple[np.ndarray, np.ndarray]:
    """Figures a year or some years apart, not all equal."""
    gaps = draw(st.lists(st.integers(1, 6), min_size=2, max_size=20))
    times = np.cumsum([2000.0, *gaps])
    found = np.array(draw(st.lists(values, min_size=len(times), max_size=len(times))), dtype=float)
    assume(np.ptp(found) > 0)
    return times, found


POSITIVE = series(st.integers(1, 4000).map(lambda number: number / 4))


def is_between_classes(ahead: Outlook) -> bool:
    return bool(np.min(np.abs(calibration.TABLE.restlessness[1:] - ahead.restlessness)) < 1e-6)


@given(POSITIVE, st.sampled_from([Scale.identity, Scale.log]), st.sampled_from([1e-6, 0.3, 7, 1e9]), AHEAD, SHARES)
def test_the_unit_does_not_matter(own, scale, factor, horizon, share):
    times, values = own
    one, other = outlook(times, values, scale), outlook(times, values * factor, scale)
    assume(not is_between_classes(one))
    assume(one.quantile(horizon, share) < 1e290)  # beyond, the largest float takes the value's place
    size = np.max(values) if scale is Scale.identity else 1e-290  # below, floats have fewer digits
    assert other.quantile(horizon, share) / factor == pytest.approx(
        float(one.quantile(horizon, share)), rel=1e-6, abs=size * 1e-6
    )
    assert other.below(horizon, values[-1] * factor * 1.1) == pytest.approx(one.below(horizon, values[-1] * 1.1), 1e-6)


@given(series(), AHEAD, st.floats(-300, 300))
def test_the_mirror_image_has_the_mirror_forecast(own, horizon, number):
    times, values = own
    one, other = outlook(times, values, Scale.identity), outlook(times, -values, Scale.identity)
    assert other.central(horizon) == pytest.approx(-one.central(horizon))
    assert other.below(horizon, -number) == pytest.approx(1 - one.below(horizon, number), abs=1e-9)


@given(POSITIVE, st.sampled_from(Scale), AHEAD, st.floats(0, 1001), st.floats(0, 1001))
def test_a_larger_number_is_never_less_likely_to_be_kept_below(own, scale, horizon, number, other):
    ahead = outlook(*own, scale, Bounds(0.0, 1000.01) if scale is Scale.logit else UNBOUNDED)
    low, high = sorted((number, other))
    assert ahead.below(horizon, low) <= ahead.below(horizon, high)


@given(POSITIVE, st.sampled_from([Scale.identity, Scale.log]), AHEAD, SHARES)
def test_the_chance_of_a_quantile_is_its_share(own, scale, horizon, share):
    ahead = outlook(*own, scale)
    number = float(ahead.quantile(horizon, share))
    assume(1e-280 < abs(number) < 1e280)
    assert ahead.below(horizon, number) == pytest.approx(share, rel=1e-6)


@given(POSITIVE, st.sampled_from([Scale.identity, Scale.log]), AHEAD, AHEAD)
def test_the_further_ahead_the_wider_the_band_on_the_scale(own, scale, one, other):
    ahead = outlook(*own, scale)
    bands = (onto(scale, [ahead.quantile(years, share) for share in (0.1, 0.9)]) for years in sorted((one, other)))
    near, far = (float(high - low) for low, high in bands)
    assume(np.isfinite([near, far]).all())
    assert near <= far + 1e-9
