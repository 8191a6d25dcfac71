"""Silence: by when the next figure of a series is to be expected by its habit, and whether it is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from etl.normalise.periods import Period, next_period
from etl.vocabulary import Frequency

HABIT = 5  # releases that make a habit
LEAST = 2
REGULAR = (Frequency.year, Frequency.half, Frequency.quarter, Frequency.month)


@dataclass(frozen=True)
class Release:
    """A period and the day on which a figure for it was first made known."""

    period: Period
    first_known_on: date


@dataclass(frozen=True)
class Expected:
    """The next period of a series, and the last day on which its figure is not yet late."""

    period: Period
    latest_on: date

    def is_late(self, as_of: date) -> bool:
        """Whether the figure is later than any of those that make the habit."""
        return as_of > self.latest_on


def expected(
    releases: Sequence[Release], lag_days: float | None = None, covered_to: date = date.min
) -> Expected | None:
    """By when the figure after the last one is to be expected: within the lag as announced, else within the usual one.

    `releases` are those of periods of the series' own length, by period. The usual lag is the longest of the last five.
    Where these skip periods, so may the next: the widest step between them is allowed for. Up to `covered_to` a figure
    of another length tells as much (a stock at an odd month). None where there is no habit yet, or periods do not
    follow each other.
    """
    last = releases[-HABIT:]
    lags = [(release.first_known_on - release.period.end).days for release in last]
    if not last or last[-1].period.frequency not in REGULAR or (lag_days is None and len(lags) < LEAST):
        return None
    step = max((_steps(before.period, after.period) for before, after in pairwise(last)), default=1)
    following = _after(_covered(last[-1].period, covered_to), step)
    lag = max(lags) if lag_days is None else int(lag_days)
    return Expected(following, following.end + timedelta(days=max(lag, 0)))


def _steps(before: Period, after: Period) -> int:
    """How many periods of their length lead from one to the other."""
    count = 1
    while (before := next_period(before)) < after:
        count += 1
    return count


def _covered(period: Period, day: date) -> Period:
    """The last period that had ended by the day; the given one where that is later."""
    while (following := next_period(period)).end <= day:
        period = following
    return period


def _after(period: Period, step: int) -> Period:
    for _ in range(step):
        period = next_period(period)
    return period
