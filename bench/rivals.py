"""Other ways to say whether a target will be met, as fans (a chance) or as points (yes or no).

A point is (N, 10): the value of the next ten years, in the unit. A fan has a middle and a standard deviation, both
(N, 10) on the scale, and a law of the standardised error.
"""

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy import stats
from statsmodels.tools.sm_exceptions import ConvergenceWarning
from statsmodels.tsa.forecasting.theta import ThetaModel
from statsmodels.tsa.holtwinters import Holt

from bench.calibrate import Moments, moments
from bench.rolling import HORIZON, YEARS, Windows
from etl.judge import forecast
from etl.judge.calibration import Cell, Table
from etl.judge.scales import back, onto

PLAIN_DAMPING = 0.9
Point = Callable[[Windows], np.ndarray]
HOLT_POINTS = 8  # its starting values want some figures


def persistence(own: Windows) -> np.ndarray:
    """The last figure stays."""
    return np.repeat(own.history[:, -1:], HORIZON, axis=1)


def straight_line(own: Windows) -> np.ndarray:
    """The least-squares line through the history goes on."""
    slope, level = np.polyfit(own.times, own.history.T, 1)
    return level[:, None] + slope[:, None] * YEARS


def mean_change(own: Windows) -> np.ndarray:
    """The mean change of the history goes on, from the last figure."""
    return own.history[:, -1:] + yearly_change(own)[:, None] * YEARS


def mean_growth(own: Windows) -> np.ndarray:
    """The mean growth (CAGR) goes on; where a figure is not positive, the mean change."""
    first, last = own.history[:, :1], own.history[:, -1:]
    is_positive = (first > 0) & (last > 0)
    growth = np.divide(last, first, out=np.ones_like(last), where=is_positive) ** (YEARS / (own.length - 1))
    return np.where(is_positive, last * growth, mean_change(own))


def holt(own: Windows) -> np.ndarray:
    """Holt's method with a damped trend (statsmodels), on the forecast's scale."""
    return back(own.scale, np.array([_holt(levels) for levels in own.levels]), own.bounds)


def theta(own: Windows) -> np.ndarray:
    """The Theta method (statsmodels), on the forecast's scale."""
    return back(own.scale, np.array([_theta(levels) for levels in own.levels]), own.bounds)


def _holt(levels: np.ndarray) -> np.ndarray:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return Holt(levels, damped_trend=True, initialization_method="estimated").fit().forecast(HORIZON)


def _theta(levels: np.ndarray) -> np.ndarray:
    return np.asarray(ThetaModel(levels, period=1, deseasonalize=False).fit().forecast(HORIZON))


def yearly_change(own: Windows) -> np.ndarray:
    """Mean change a year of each history, in the unit: (N)."""
    return (own.history[:, -1] - own.history[:, 0]) / (own.length - 1)


def plain(own: Windows) -> tuple[np.ndarray, np.ndarray]:
    """Moments of the mean change, damped by 0.9 a year, whatever the series' restlessness."""
    levels, steps = own.levels, own.length - 1
    change = (levels[:, -1] - levels[:, 0]) / steps
    faded = PLAIN_DAMPING * (1 - PLAIN_DAMPING**YEARS) / (1 - PLAIN_DAMPING)
    squares = np.sum((np.diff(levels, axis=1) - change[:, None]) ** 2, axis=1)
    deviation = np.sqrt(np.maximum(squares, forecast.SAME * levels[:, -1] ** 2) / (steps - 1))
    return levels[:, -1:] + change[:, None] * faded, deviation[:, None] * np.sqrt(YEARS + faded**2 / steps)


@dataclass(frozen=True)
class Fan:
    """Moments and a law of the standardised error.

    `share(own, year, errors)` is the probability of an error of at most each of `errors`; `quantile(own, years, share)`
    is its inverse, for many years at once.
    """

    moments: Moments
    share: Callable[[Windows, int, np.ndarray], np.ndarray]
    quantile: Callable[[Windows, np.ndarray, float], np.ndarray]

    def below(self, own: Windows, numbers: np.ndarray) -> np.ndarray:
        """Probability that each year's value is at most each number: (N, 10, K) in the unit → (N, 10, K)."""
        middle, deviation = self.moments(own)
        with np.errstate(invalid="ignore"):
            errors = (onto(own.scale, numbers, own.bounds) - middle[..., None]) / deviation[..., None]
        shares = [self.share(own, year, errors[:, year - 1]) for year in YEARS]
        return np.clip(np.stack(shares, axis=1), forecast.SURE, 1 - forecast.SURE)


def counted(table: Table, of: Moments = moments) -> Fan:
    """A fan whose law was counted: the forecast itself, with its table."""

    def cell(own: Windows) -> Cell:
        return table.cell(own.least_restlessness, own.length)

    return Fan(
        of,
        lambda own, year, errors: cell(own).share(year, errors),
        lambda own, years, share: cell(own).quantile(years, share),
    )


def student() -> Fan:
    """The plain damped mean change with the law of the textbook."""
    return Fan(
        plain,
        lambda own, _, errors: stats.t.cdf(errors, own.length - 2),
        lambda own, years, share: np.full(len(years), stats.t.ppf(share, own.length - 2)),
    )


POINTS: Mapping[str, Point] = {
    "persistence": persistence,
    "straight line": straight_line,
    "mean change": mean_change,
    "mean growth": mean_growth,
    "damped Holt": holt,
    "Theta": theta,
}
SLOW = ("damped Holt", "Theta")
