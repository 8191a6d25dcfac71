"""Silence: by when the next figure of a series is to be expected by its habit, and whether it is late."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from etl.normalise.periods import Period, next_period
from etl.vocabulary import Frequency

HABIT = 5  # releases that make a habit
LEAST = 2
MONTHS = {Frequency.year: 12, Frequency.half: 6, Frequency.quarter: 3, Frequency.month: 1}
"""How long periods are that follow each other."""


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


@dataclass(frozen=True, slots=True)
class Habit:
    """What was published of a series over all days: the first `releases` of its periods, by period; and the days on
    which figures that decide became known, with the end of the latest period that some were for by then."""

    releases: Sequence[Release]
    days: Sequence[date]
    covered: Sequence[date]

    def expected(self, as_of: date, lag_days: float | None) -> Expected | None:
        """By when the next figure is to be expected, by what was known on the day: see `expected`."""
        known = [one for one in self.releases if one.first_known_on <= as_of]
        place = bisect_right(self.days, as_of)
        return expected(known, lag_days, self.covered[place - 1] if place else date.min)


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
    if not last or last[-1].period.frequency not in MONTHS or (lag_days is None and len(lags) < LEAST):
        return None
    step = max((_steps(before.period, after.period) for before, after in pairwise(last)), default=1)
    following = _after(_covered(last[-1].period, covered_to), step)
    lag = max(lags) if lag_days is None else int(lag_days)
    return Expected(following, following.end + timedelta(days=max(lag, 0)))


def _steps(before: Period, after: Period) -> int:
    """How many periods of their length lead from one to the other, which ends later."""
    years, months = after.end.year - before.end.year, after.end.month - before.end.month
    return (12 * years + months) // MONTHS[before.frequency]


def _covered(period: Period, day: date) -> Period:
    """The last period that had ended by the day; the given one where that is later."""
    while (following := next_period(period)).end <= day:
        period = following
    return period


def _after(period: Period, step: int) -> Period:
    for _ in range(step):
        period = next_period(period)
    return period
