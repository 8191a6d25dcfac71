"""Where a series is heading: a drift that fades, with a spread that was counted and not assumed.

A series of figures is put on a scale z, and its changes are read as rates c a year. How *restless* they are,
r = ½ · mean of (c_i+1 − c_i)² ÷ mean of c_i², tells what to expect of them: 0 where each change is like the one before,
1 where changes know nothing of each other, 1.5 where they are noise around a level. The drift m is the mean of the
changes, each weighing (1 + r)/2 (at most 1) of what the change a year later weighs, times 1 − r/1.5 (at least 0):
steady changes go on, restless ones are discounted. The drift fades by φ = 0.95 a year: after h years it adds up to
m·S(h), S(h) = φ(1 − φ^h)/(1 − φ). On the scale as measured the middle is z_n + m·S(h). On logarithms and log-odds it is
z_n ± ln(1 + |m|·S(h)): growth adds up and does not compound, since fast growth does not last. One year's variance σ²
comes from the changes; after h years it is σ²·(h + s²/(t_n − t_1)), where s says how far the middle moves with the
drift: S(h), or S(h)/(1 + |m|·S(h)). How many standard deviations away outcomes lie, and how often, is read from
`etl.judge.calibration`. `bench.backtest` makes that table and measures all of this against outcomes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from etl.judge import calibration
from etl.judge.scales import UNBOUNDED, Bounds, back, onto
from etl.vocabulary import NoChance, Scale

DAMPING = 0.95
LEAST_POINTS = 3
LOW_CONFIDENCE_POINTS = 4
LONG_GAP = 5.0  # years between two figures; the series of the calibration have no gaps
YEARLY = 0.95  # of a year: of figures that lie closer together, one a year is read
NOISE = 1.5  # restlessness of noise around a level, which goes nowhere
SAME = 1e-12  # values that differ by a smaller share of themselves are equal but for rounding
SURE = 1e-9  # no chance is nearer to 0 or 1


@dataclass(frozen=True, slots=True)
class NoOutlook:
    """Why a series has no forecast."""

    reason: NoChance


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast from a series' last figure on. `years` are years after `origin`, above 0; they may be fractions.

    `points` counts the figures it rests on. On the scale: `level` is the last figure, `drift` the change a year before
    it fades, `deviation` the standard deviation of one year. `span` is the years from the first figure to the last.
    """

    origin: float
    last: float
    points: int
    scale: Scale
    is_low_confidence: bool
    level: float
    drift: float
    deviation: float
    restlessness: float
    span: float
    bounds: Bounds

    def central(self, years: ArrayLike) -> np.ndarray:
        """The median: the value that is as likely to be passed as not, in the unit; shaped like `years`."""
        return self.quantile(years, 0.5)

    def quantile(self, years: ArrayLike, share: float) -> np.ndarray:
        """The value below which the outcome lies with probability `share` (between 0 and 1), in the unit."""
        errors = self._errors().quantile(years, share)
        return back(self.scale, self._middle(years) + errors * self._spread(years), self.bounds)

    def below(self, years: float, number: float) -> float:
        """Probability that the value after `years` is at most `number`; never quite 0 or 1.

        At an upper bound it is the probability of what lies below the bound: the rest reaches it.
        """
        if not self.bounds.lower <= number <= self.bounds.upper:
            return 1 - SURE if number > self.bounds.upper else SURE
        error = (onto(self.scale, number, self.bounds) - self._middle(years)) / self._spread(years)
        return float(np.clip(self._errors().share(years, error), SURE, 1 - SURE))

    def _errors(self) -> calibration.Cell:
        return calibration.TABLE.cell(self.restlessness, self.points)

    def _middle(self, years: ArrayLike) -> np.ndarray:
        return self.level + carried(self.scale, self.drift, years)[0]

    def _spread(self, years: ArrayLike) -> np.ndarray:
        return self.deviation * growth(years, carried(self.scale, self.drift, years)[1], self.span)


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
    return Outlook(
        origin=float(times[-1]),
        last=float(values[-1]),
        points=points,
        scale=scale,
        is_low_confidence=points <= LOW_CONFIDENCE_POINTS or bool(np.max(np.diff(times)) >= LONG_GAP),
        level=float(levels[-1]),
        drift=float(drift(times, levels)),
        deviation=float(deviation(times, levels)),
        restlessness=float(restlessness(rates(times, levels))),
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


def rates(times: np.ndarray, levels: np.ndarray) -> np.ndarray:
    """Changes a year between figures, along the last axis of `levels` (…, n) at `times` (n): (…, n − 1)."""
    return np.diff(levels, axis=-1) / np.diff(times)


def restlessness(changes: np.ndarray) -> np.ndarray:
    """Half the mean square of the change between yearly changes ÷ the mean square of these, along the last axis."""
    return np.mean(np.diff(changes, axis=-1) ** 2, axis=-1) / np.mean(changes**2, axis=-1) / 2


def drift(times: np.ndarray, levels: np.ndarray) -> np.ndarray:
    """The change a year to go on with, along the last axis of `levels` (…, n) at `times` (n); n at least 3."""
    changes = rates(times, levels)
    restless = restlessness(changes)
    recall = np.minimum((1 + restless) / 2, 1.0)
    weights = recall[..., None] ** (times[-1] - times[1:]) * np.diff(times)
    mean = np.sum(weights * changes, axis=-1) / np.sum(weights, axis=-1)
    return mean * np.maximum(1 - restless / NOISE, 0.0)


def deviation(times: np.ndarray, levels: np.ndarray) -> np.ndarray:
    """Standard deviation of one year's change along the last axis, from the changes between figures.

    A change over a gap of g years has g times the variance of one year's. The mean change itself is counted as one more
    observation of the spread, so that three figures on a straight line are not taken for certainty.
    """
    gaps, span = np.diff(times), times[-1] - times[0]
    mean = (levels[..., -1] - levels[..., 0]) / span
    squares = np.sum((np.diff(levels, axis=-1) - mean[..., None] * gaps) ** 2 / gaps, axis=-1)
    return np.sqrt((squares + mean**2) / (len(times) - 1))


def faded(years: ArrayLike) -> np.ndarray:
    """How many yearly changes the fading drift adds up to: φ + φ² + … + φ^h, for fractions of a year too."""
    return DAMPING * (1 - DAMPING ** np.asarray(years, dtype=float)) / (1 - DAMPING)


def carried(scale: Scale, drift: ArrayLike, years: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """How far a drift leads on the scale in so many years, and how much further where it is greater by one a year.

    On logarithms and log-odds a rise of m a year leads to 1 + m·S(h) times the level or the odds, not to e^(m·S(h))
    times: a straight line, but for the fading. A fall is its mirror image.
    """
    sums = faded(years)
    if scale is Scale.identity:
        return drift * sums, sums
    times = 1 + np.abs(drift) * sums
    return np.sign(drift) * np.log(times), sums / times


def growth(years: ArrayLike, slope: ArrayLike, span: ArrayLike) -> np.ndarray:
    """Standard deviations of one year that the forecast's spread after so many years amounts to.

    `slope` is what one more of drift adds by then, `span` the years that the drift was seen over.
    """
    return np.sqrt(np.asarray(years, dtype=float) + np.asarray(slope) ** 2 / span)
