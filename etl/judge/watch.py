"""Silence: when the next figure of a series is due by its habit, and whether it is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from etl.normalise.periods import Period, next_period

HABIT = 5  # releases that make a habit
LEAST = 2


@dataclass(frozen=True)
class Release:
    """A period and the day on which a figure for it was first made known."""

    period: Period
    first_known_on: date


@dataclass(frozen=True)
class Expected:
    """The next period of a series, the day its figure is expected, and the last day on which it is not yet late."""

    period: Period
    due_on: date
    latest_on: date

    def is_late(self, as_of: date) -> bool:
        """Whether the figure is later than any of those that make the habit."""
        return as_of > self.latest_on


def expected(releases: Sequence[Release], lag_days: float | None = None) -> Expected | None:
    """When the figure after the last one is expected: after the lag as announced, else after the usual lag.

    `releases` are those of periods of the series' own length, by period. The usual lag is the middle one of the last
    five, and a figure is late when it takes longer than the longest of them. None where there is no habit yet.
    """
    last = releases[-HABIT:]
    lags = sorted((release.first_known_on - release.period.end).days for release in last)
    if not last or (lag_days is None and len(lags) < LEAST):
        return None
    following = next_period(last[-1].period)
    usual, longest = (lag_days, lag_days) if lag_days is not None else (lags[len(lags) // 2], lags[-1])
    return Expected(
        following, following.end + timedelta(days=int(usual)), following.end + timedelta(days=max(int(longest), 0))
    )
