"""Where a series is heading: a damped drift, with a spread that was counted and not assumed.

On its scale z the series is taken to go on by its mean change a year, which fades by a tenth each year: after h years
the middle is z_n + m·S(h), with m = (z_n − z_1)/(t_n − t_1) and S(h) = φ(1 − φ^h)/(1 − φ), φ = 0.9. The variance of one
year, σ², comes from the changes from figure to figure; that after h years is σ²·(h + S(h)²/(t_n − t_1)). How many
standard deviations away reality lies, and how often, is read from `etl.judge.calibration`; `bench.backtest` makes it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from etl.judge import calibration
from etl.judge.scales import UNBOUNDED, Bounds, back, onto
from etl.vocabulary import NoChance, Scale

DAMPING = 0.9
LEAST_POINTS = 3
LOW_CONFIDENCE_POINTS = 4
LONG_GAP = 5.0  # years between two figures; the series of the calibration have no gaps
YEARLY = 0.95  # of a year: of figures that lie closer together, one a year is read
SAME = 1e-12  # values that differ by a smaller share of themselves are equal but for rounding
SURE = 1e-9  # no chance is nearer to 0 or 1


@dataclass(frozen=True, slots=True)
class NoOutlook:
    """Why a series has no forecast."""

    reason: NoChance


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast from a series' last figure on. `years` are years after `origin`, above 0; they may be fractions.

    `points` counts the figures it rests on; `level` (the last figure), `drift` (change a year), `deviation` (standard
    deviation of one year) are on the scale; `span` is the years from the first figure to the last.
    """

    origin: float
    last: float
    points: int
    scale: Scale
    is_low_confidence: bool
    level: float
    drift: float
    deviation: float
    span: float
    bounds: Bounds

    def central(self, years: ArrayLike) -> np.ndarray:
        """The median: the value that is as likely to be passed as not, in the unit; shaped like `years`."""
        return self.quantile(years, 0.5)

    def quantile(self, years: ArrayLike, share: float) -> np.ndarray:
        """The value below which the outcome lies with probability `share` (between 0 and 1), in the unit."""
        years = np.asarray(years, dtype=float)
        errors = calibration.TABLE.quantile(self.points, years, share)
        return back(self.scale, self._middle(years) + errors * self._spread(years), self.bounds)

    def below(self, years: float, number: float) -> float:
        """Probability that the value after `years` is at most `number`; never quite 0 or 1.

        On the identity scale the upper bound itself counts as out of reach of what would lie beyond it: the chance of
        reaching a bound is that of reaching or passing it.
        """
        if not self.bounds.lower <= number <= self.bounds.upper:
            return 1 - SURE if number > self.bounds.upper else SURE
        error = (onto(self.scale, number, self.bounds) - self._middle(years)) / self._spread(years)
        return float(np.clip(calibration.TABLE.share(self.points, years, error), SURE, 1 - SURE))

    def _middle(self, years: ArrayLike) -> np.ndarray:
        return self.level + self.drift * damped(years)

    def _spread(self, years: ArrayLike) -> np.ndarray:
        return self.deviation * growth(years, self.span)


def outlook(times: ArrayLike, values: ArrayLike, scale: Scale, bounds: Bounds = UNBOUNDED) -> Outlook | NoOutlook:
    """The forecast from a series' figures: `times` in decimal years, ascending and distinct; `values` in the unit.

    The scale must fit the values (`scales.scale_of`). Of figures that come more often than yearly, one a year is read,
    back from the last, so that seasons do not look like change; where fewer than three would remain, all are.
    """
    times, values = np.asarray(times, dtype=float), np.asarray(values, dtype=float)
    if len(values) < LEAST_POINTS:
        return NoOutlook(NoChance.too_few_points)
    yearly = once_a_year(times)
    is_short = len(yearly) < LEAST_POINTS
    times, values = (times, values) if is_short else (times[yearly], values[yearly])
    if np.ptp(values) <= SAME * np.max(np.abs(values)):
        return NoOutlook(NoChance.no_variation)
    levels = onto(scale, values, bounds)
    points = LEAST_POINTS if is_short else len(values)
    is_low_confidence = points <= LOW_CONFIDENCE_POINTS or bool(np.max(np.diff(times)) >= LONG_GAP)
    return Outlook(
        origin=float(times[-1]),
        last=float(values[-1]),
        points=points,
        scale=scale,
        is_low_confidence=is_low_confidence,
        level=float(levels[-1]),
        drift=float(drift(times, levels)),
        deviation=float(deviation(times, levels)),
        span=float(times[-1] - times[0]),
        bounds=bounds,
    )


def once_a_year(times: np.ndarray) -> np.ndarray:
    """Places of the times that lie about a year or more apart, back from the last; ascending."""
    kept = [len(times) - 1]
    for place in range(len(times) - 2, -1, -1):
        if times[kept[-1]] - times[place] >= YEARLY:
            kept.append(place)
    return np.array(kept[::-1])


def drift(times: np.ndarray, levels: np.ndarray) -> np.ndarray:
    """Mean change a year along the last axis of `levels` (…, n) at `times` (n)."""
    return (levels[..., -1] - levels[..., 0]) / (times[-1] - times[0])


def deviation(times: np.ndarray, levels: np.ndarray) -> np.ndarray:
    """Standard deviation of one year's change along the last axis, from the changes between figures.

    A change over a gap of g years has g times the variance of one year's. The mean change itself is counted as one more
    observation of the spread, so that three figures in a row on a straight line are not taken for certainty.
    """
    gaps = np.diff(times)
    mean = drift(times, levels)[..., None]
    squares = np.sum((np.diff(levels, axis=-1) - mean * gaps) ** 2 / gaps, axis=-1)
    return np.sqrt((squares + mean[..., 0] ** 2) / (len(times) - 1))


def damped(years: ArrayLike) -> np.ndarray:
    """How many yearly changes the fading drift adds up to: φ + φ² + … + φ^h, for fractions of a year too."""
    return DAMPING * (1 - DAMPING ** np.asarray(years, dtype=float)) / (1 - DAMPING)


def growth(years: ArrayLike, span: ArrayLike) -> np.ndarray:
    """Standard deviations of one year that the forecast's spread after so many years amounts to."""
    return np.sqrt(np.asarray(years, dtype=float) + damped(years) ** 2 / span)
