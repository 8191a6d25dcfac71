"""Every published method as a pure function of arrays: cases in, its number and its class for each out.

`etl.judge.methods` says what each is, names its classes and tells where it was read. Missing input gives no class.
"""

from dataclasses import replace

import numpy as np

from etl.judge.cases import (
    Cases,
    Found,
    above,
    at_least,
    divided,
    finite,
    growth,
    leads,
    ranked,
    reached,
    short,
)
from etl.judge.progress import BEHIND, ON_TRACK, TOLERANCE
from etl.vocabulary import Working

QUIET = np.errstate(all="ignore")  # numbers beyond the range of floats become NaN, and NaN gives no class

TREND_CUT_OFFS = 0.01, 0.001  # significant, moderate: a share per year
IN_PLACE_OF_ZERO = 0.001  # Open SDG puts it for a target or a baseline of 0
LIMIT_POWER = 4.44
UNTARGETED_CUT_OFFS = 0.015, 0.005
SUN, SUN_WITH_CLOUD = 0.05, 0.20
FULL_SCORE, NEARLY = 10.0, 9.0
FAIR, LIMITED = 0.5, -0.1


@QUIET
def linear_pace(cases: Cases) -> Found:
    """R = share of the distance closed ÷ share of the time used.

    Where no figure is newer than the baseline: the slope of the last five years ÷ the change per year still needed.
    """
    needed = _needed_per_year(cases)
    is_recent = cases.time <= cases.baseline_time
    progress_share = divided(cases.value - cases.baseline, cases.target - cases.baseline)
    time_share = divided(cases.time - cases.baseline_time, cases.deadline - cases.baseline_time)
    recent = np.where(leads(cases, cases.value), divided(cases.slope, needed), np.nan)
    measure = np.where(is_recent, recent, divided(progress_share, time_share))
    measure = np.where(_has_way(cases), measure, np.nan)
    return Found(
        measure,
        _by_ratio(measure),
        {
            Working.progress_share: np.where(is_recent, np.nan, progress_share),
            Working.time_share: np.where(is_recent, np.nan, time_share),
            Working.slope: cases.slope,
            Working.required_per_year: needed,
        },
    )


@QUIET
def eurostat_cagr(cases: Cases) -> Found:
    """R = actual ÷ required compound growth per year since the target's own baseline; a target reached is the best."""
    actual, required = _growths(cases)
    is_reached = reached(cases, cases.value)
    is_positive = (cases.baseline > 0) & (cases.value > 0) & (cases.target > 0)
    has_ratio = is_reached & (cases.baseline > 0) | is_positive & leads(cases, cases.baseline)
    measure = np.where(has_ratio, divided(actual, required), np.nan)
    rank = np.where(is_reached, 0, _by_ratio(measure))
    return Found(measure, rank, {Working.actual_growth: actual, Working.required_growth: required})


@QUIET
def eurostat_trend(cases: Cases) -> Found:
    """d · compound growth per year since the observation five years earlier; no target is asked for."""
    found, longer = _trend(cases, cases.first_value, cases.first_time), eurostat_long_trend(cases)
    workings = {Working.short_growth: found.measure, Working.long_growth: longer.measure}
    return replace(found, workings=workings)


@QUIET
def eurostat_long_trend(cases: Cases) -> Found:
    """The same as `eurostat_trend` since the observation fifteen years earlier."""
    return _trend(cases, cases.long_value, cases.long_time)


def _trend(cases: Cases, earlier: np.ndarray, earlier_time: np.ndarray) -> Found:
    grown = growth(cases.value, earlier, cases.time - earlier_time)
    measure = np.where(earlier > 0, cases.direction * grown, np.nan)
    significant, moderate = TREND_CUT_OFFS
    tests = above(measure, significant), above(measure, moderate)
    tests += at_least(measure, -moderate), at_least(measure, -significant)
    return Found(measure, ranked(np.isfinite(measure), *tests), {})


@QUIET
def open_sdg(cases: Cases) -> Found:
    """v = s·d·growth ÷ |required growth|, or s·d·growth where no target is set, with the score from −5 to 5.

    s is −1 for a negative baseline. A target or a baseline of 0 is taken as 0.001, as Open SDG does.
    """
    stated = replace(cases, baseline=_not_zero(cases.baseline), target=_not_zero(cases.target))
    actual, required = _growths(stated)
    towards = np.where(stated.baseline < 0, -1, 1) * cases.direction * actual
    is_open, is_achieved = np.isnan(cases.target), reached(stated, cases.value)
    factor = _limit_factor(cases)
    measure = np.where(is_open, finite(towards), divided(towards, np.abs(required)))
    scaled = np.where(measure >= 0, np.where(factor > TOLERANCE, divided(measure, factor), np.inf), measure)
    open_rank = ranked(np.isfinite(measure), *(at_least(scaled, cut) for cut in (*UNTARGETED_CUT_OFFS, 0)))
    rank = np.where(is_open, open_rank, _by_ratio(measure))
    rank = np.where(is_achieved, 0, np.where(rank >= 0, rank + 1, rank))
    score = np.where(is_open, _untargeted_score(measure, scaled, open_rank), _targeted_score(measure))
    workings = {
        Working.actual_growth: actual,
        Working.required_growth: required,
        Working.limit_factor: np.where(is_open, factor, np.nan),
        Working.score: np.where(is_achieved, 5, score),
    }
    return Found(measure, rank, workings)


def _not_zero(values: np.ndarray) -> np.ndarray:
    return np.where(values == 0, IN_PLACE_OF_ZERO, values)


def _limit_factor(cases: Cases) -> np.ndarray:
    """C by which the cut-offs shrink near a natural limit; 1 where none is given."""
    b, limit = np.abs(cases.baseline), np.abs(cases.limit)
    below = 1 - divided(b, limit) ** LIMIT_POWER
    beyond = 1 - divided(2 * limit - b, limit) ** LIMIT_POWER
    return np.where(np.isnan(limit) | (b >= 2 * limit), 1, np.where(b <= limit, below, beyond))


def _targeted_score(v: np.ndarray) -> np.ndarray:
    good = np.minimum(7.1429 * v - 4.2857, 5)
    return np.where(at_least(v, BEHIND), good, np.maximum(4.1667 * v - 2.5, -5))


def _untargeted_score(v: np.ndarray, scaled: np.ndarray, rank: np.ndarray) -> np.ndarray:
    """Score from v, from v ÷ C and from its class; in the last but one also where rounding has made 0 negative."""
    by_rank = np.minimum(500 * scaled - 5, 5), 250 * scaled - 1.25, 500 * scaled - 2.5, np.maximum(125 * v - 2.5, -5)
    return np.select([rank == place for place in range(4)], by_rank, np.nan)


@QUIET
def destatis_projection(cases: Cases) -> Found:
    """What the mean yearly change, carried on to the deadline, leaves missing of the distance that is left.

    A target that is reached, or is to be met every year, is judged by whether it is met and by the trend's direction.
    """
    change = cases.mean_change
    projected = cases.value + change * (cases.deadline - cases.time)
    is_reached, is_short = reached(cases, cases.value), short(cases, cases.value)
    has_gap = is_short & ~cases.is_held_yearly & (cases.deadline >= cases.time)
    missing = divided(cases.direction * (cases.target - projected), np.abs(cases.target - cases.value))
    measure = np.where(has_gap, missing, np.nan)
    still = TOLERANCE * np.abs(cases.value)
    is_with, is_against = cases.direction * change > still, cases.direction * change < -still
    by_gap = ranked(np.isfinite(measure), ~at_least(measure, SUN), ~above(measure, SUN_WITH_CLOUD), is_with)
    by_trend = np.select([is_reached & ~is_against, is_reached, ~is_against], range(3), 3)
    has_trend = np.isfinite(change) & (is_reached | is_short & cases.is_held_yearly)
    workings = {Working.mean_change: change, Working.projected: np.where(has_gap, finite(projected), np.nan)}
    return Found(measure, np.where(has_trend, by_trend, by_gap), workings)


@QUIET
def escap(cases: Cases) -> Found:
    """Anticipated progress: 10 · the share of the distance closed by what is expected for the deadline; reached: 10."""
    anticipated = _out_of_ten(cases, cases.expected)
    tests = above(anticipated, NEARLY), above(anticipated, 0)
    workings = {Working.anticipated: anticipated, Working.current_status: escap_current(cases).measure}
    return Found(anticipated, ranked(np.isfinite(anticipated), *tests), workings)


@QUIET
def escap_current(cases: Cases) -> Found:
    """Current status: 10 · the share of the distance closed by the latest value since the baseline; reached: 10."""
    is_known = (cases.time > cases.baseline_time) | reached(cases, cases.value)
    status = np.where(is_known, _out_of_ten(cases, cases.value), np.nan)
    return Found(status, ranked(np.isfinite(status), above(status, NEARLY), above(status, 0)), {})


def _out_of_ten(cases: Cases, value: np.ndarray) -> np.ndarray:
    closed = cases.direction * (value - cases.baseline)
    share = divided(closed, np.abs(cases.target - cases.baseline))
    return np.where(reached(cases, value), FULL_SCORE, FULL_SCORE * share)


@QUIET
def sdsn_trend(cases: Cases) -> Found:
    """Change per year since the observation five years earlier ÷ the change per year needed from there.

    At the target then and now: maintaining. At the target then and short of it now: decreasing.
    """
    first, y = cases.first_value, cases.value
    recent = divided(y - first, cases.time - cases.first_time)
    needed = divided(cases.target - first, cases.deadline - cases.first_time)
    was, now = reached(cases, first), reached(cases, y)
    has_time = cases.time > cases.first_time
    has_way = has_time & leads(cases, first) & (cases.deadline > cases.first_time)
    measure = np.where(has_way, divided(recent, needed), np.nan)
    has_class = np.isfinite(measure) | has_time & was & (now | short(cases, y))
    tests = was & now, now | at_least(measure, 1), at_least(measure, 0.5), at_least(measure, 0)
    workings = {Working.first_value: first, Working.recent_per_year: recent}
    return Found(measure, ranked(has_class, *tests), workings | {Working.needed_per_year: needed})


@QUIET
def acceleration_factor(cases: Cases) -> Found:
    """Change per year still needed ÷ slope of the last five years; a flat line leaves no factor that would do."""
    needed = _needed_per_year(cases)
    is_reached = reached(cases, cases.value)
    has_way = short(cases, cases.value) & np.isfinite(needed)
    measure = np.where(has_way, divided(needed, cases.slope), np.nan)
    is_against = cases.direction * cases.slope < 0
    is_enough, is_near = ~above(measure, 1) & np.isfinite(measure), measure < 2 - TOLERANCE
    by_factor = np.select([is_against, is_reached | is_enough, is_near], (3, 0, 1), 2)
    rank = np.where(np.isfinite(cases.slope) & (is_reached | has_way), by_factor, -1)
    return Found(measure, rank, {Working.slope: cases.slope, Working.required_per_year: needed})


@QUIET
def unsd_2022(cases: Cases) -> Found:
    """CR = actual ÷ required compound growth per year since the baseline."""
    actual, required = _growths(cases)
    is_positive = (cases.baseline > 0) & (cases.value > 0) & (cases.target > 0)
    measure = np.where(is_positive & leads(cases, cases.baseline), divided(actual, required), np.nan)
    tests = above(measure, ON_TRACK), at_least(measure, FAIR), at_least(measure, LIMITED)
    workings = {Working.actual_growth: actual, Working.required_growth: required}
    return Found(measure, ranked(np.isfinite(measure), *tests), workings)


def _has_way(cases: Cases) -> np.ndarray:
    """Whether the target and its deadline lie ahead of the baseline."""
    return leads(cases, cases.baseline) & (cases.deadline > cases.baseline_time)


def _needed_per_year(cases: Cases) -> np.ndarray:
    has_time = cases.deadline > cases.time
    return np.where(has_time, divided(cases.target - cases.value, cases.deadline - cases.time), np.nan)


def _growths(cases: Cases) -> tuple[np.ndarray, np.ndarray]:
    """Actual and required compound growth per year since the baseline."""
    actual = growth(cases.value, cases.baseline, cases.time - cases.baseline_time)
    return actual, growth(cases.target, cases.baseline, cases.deadline - cases.baseline_time)


def _by_ratio(ratio: np.ndarray) -> np.ndarray:
    """Class of a ratio: from 0.95, from 0.60, from 0, below."""
    return ranked(np.isfinite(ratio), *(at_least(ratio, cut_off) for cut_off in (ON_TRACK, BEHIND, 0)))
