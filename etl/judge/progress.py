"""The arithmetic of progress: pure functions of numbers. Times are decimal years at the end of a period.

Symbols as on the method page: b baseline at t0, y latest value at t, T target at the deadline tD.
"""

from collections.abc import Sequence

import numpy as np

from etl.vocabulary import Status

TOLERANCE = 1e-9
ON_TRACK, BEHIND = 0.95, 0.60
CUT_OFFS = ((ON_TRACK, Status.on_track), (BEHIND, Status.behind), (0.0, Status.far_behind))


def progress_share(y: float, b: float, target: float) -> float:
    """Share of the distance closed, not capped; the target must differ from the baseline."""
    return (y - b) / (target - b)


def time_share(t: float, t0: float, deadline: float) -> float:
    """Share of the time used; the deadline must differ from the baseline's time."""
    return (t - t0) / (deadline - t0)


def required_value(t: float, times: Sequence[float], values: Sequence[float]) -> float:
    """Value at t on the required path through the points (baseline, milestones, target); straight beyond its ends."""
    times, values = np.asarray(times, float), np.asarray(values, float)
    at = int(np.clip(np.searchsorted(times, t, side="right") - 1, 0, len(times) - 2))
    share = (t - times[at]) / (times[at + 1] - times[at])
    return float(values[at] + share * (values[at + 1] - values[at]))


def growth_per_year(y: float, b: float, years: float) -> float | None:
    """Compound growth per year as a share; None where a value is not positive or no time has passed."""
    if y <= 0 or b <= 0 or years <= 0:
        return None
    growth = float(np.exp(np.log(y / b) / years) - 1)
    return growth if np.isfinite(growth) else None


def slope(times: Sequence[float], values: Sequence[float]) -> float | None:
    """Change per year of the straight line of least squares; None for fewer than three points or one time only."""
    if len(times) < 3 or np.ptp(times) == 0:
        return None
    centred = np.asarray(times, float) - np.mean(times)
    return float(centred @ (np.asarray(values, float) - np.mean(values)) / (centred @ centred))


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
    return found if np.isfinite(found) else None
