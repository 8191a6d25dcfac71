"""The arithmetic of progress: pure functions of numbers. Times are decimal years at the end of a period.

Symbols as on the method page: b baseline at t0, y latest value at t, T target at the deadline tD.
"""

from collections.abc import Sequence
from math import expm1, isfinite, log

import numpy as np

from etl.vocabulary import Status

TOLERANCE = 1e-9
ON_TRACK, BEHIND = 0.95, 0.60
CUT_OFFS = ((ON_TRACK, Status.on_track), (BEHIND, Status.behind), (0.0, Status.far_behind))
LARGEST_EXPONENT = 700.0  # e to a larger power is beyond the range of floats
LEAST_POINTS = 3  # of a straight line through recent years


def progress_share(y: float, b: float, target: float) -> float:
    """Share of the distance closed, not capped; the target must differ from the baseline."""
    return (y - b) / (target - b)


def time_share(t: float, t0: float, deadline: float) -> float:
    """Share of the time used; the deadline must differ from the baseline's time."""
    return (t - t0) / (deadline - t0)


def required_value(t: float, times: Sequence[float], values: Sequence[float]) -> float:
    """Value at t on the required path through the points (baseline, milestones, target); straight beyond its ends."""
    at = sum(time <= t for time in times[1:-1])
    share = (t - times[at]) / (times[at + 1] - times[at])
    return float(values[at] + share * (values[at + 1] - values[at]))


def leads_on(b: float, target: float, direction: int) -> bool:
    """Whether the target lies beyond the baseline in the direction, by more than rounding."""
    return direction * (target - b) > TOLERANCE * max(abs(target), abs(b))


def growth_per_year(y: float, b: float, years: float) -> float | None:
    """Compound growth per year as a share; None where a value is not positive, no time has passed or it is no float."""
    if y <= 0 or b <= 0 or years <= 0:
        return None
    exponent = (log(y) - log(b)) / years
    return expm1(exponent) if exponent <= LARGEST_EXPONENT else None


def grown(b: float, growth: float, years: float) -> float | None:
    """Value after so many years at that growth per year (a share); None where nothing is left to grow."""
    if growth <= -1:
        return None
    return b * (1 + growth) ** years


def slope(times: Sequence[float], values: Sequence[float]) -> float | None:
    """Change per year of the straight line of least squares; None for fewer than three points or one time only.

    A change over all the years that is within the tolerance of the largest value is rounding: 0.
    """
    if len(times) < LEAST_POINTS or np.ptp(times) == 0:
        return None
    centred = np.asarray(times, float) - np.mean(times)
    found = float(centred @ (np.asarray(values, float) - np.mean(values)) / (centred @ centred))
    return found if abs(found) * np.ptp(times) > TOLERANCE * np.max(np.abs(values)) else 0.0


def compounded(rates: Sequence[float]) -> float:
    """Yearly changes in per cent compounded to one change in per cent."""
    return float((np.prod(1 + np.asarray(rates, float) / 100) - 1) * 100)


def classify(ratio: float) -> Status:
    """Class of a ratio: from 0.95 on track, from 0.60 behind, from 0 far behind, below 0 the wrong direction."""
    return next((status for cut_off, status in CUT_OFFS if ratio >= cut_off - TOLERANCE), Status.wrong_direction)


def ratio(one: float, other: float) -> float | None:
    """one ÷ other; None where the divisor is zero or the result is not finite."""
    if other == 0:
        return None
    found = one / other
    return found if isfinite(found) else None
