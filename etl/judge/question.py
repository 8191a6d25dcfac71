"""What the methods are asked about a promise on a day: its goal, and the figures that count, as one row of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from etl.judge import progress
from etl.judge.goal import BOUNDS, Goal
from etl.judge.known import last_years
from etl.judge.promise import Reading
from etl.normalise.periods import decimal_year
from etl.vocabulary import Kind

SHORT_YEARS, LONG_YEARS = 5, 15  # how far back a trend looks
LEAST_CHANGES = 3  # of consecutive years, for a mean change
A_MONTH = 1 / 12  # two figures are a year apart within so many years


@dataclass(frozen=True)
class Question:
    """A goal and the readings in force on its basis, at least one, by period."""

    goal: Goal
    own: Sequence[Reading]

    @property
    def latest(self) -> Reading:
        """The reading that is judged."""
        return self.own[-1]

    @property
    def is_recent(self) -> bool:
        """Whether no reading is later than the baseline, so that only the recent past tells a pace."""
        baseline = self.goal.baseline
        return baseline is not None and self.latest.end <= baseline.end

    @cached_property
    def numbers(self) -> Sequence[Reading]:
        """The latest reading and those before it whose number is known: no bounds, no ranges."""
        return [one for one in self.own if one is self.latest or one.qualifier not in BOUNDS]

    @cached_property
    def points(self) -> list[tuple[float, float]]:
        """Decimal years and values of the readings; of two that end on one day the one published last."""
        return list({decimal_year(one.end): one.value for one in self.numbers}.items())

    def rows(self, expected: float | None) -> list[dict[str, object]]:
        """The question as columns of `rules.Cases`: one row for the latest reading, two where it is a range.

        `expected` is the forecast's central value for the deadline, None for none.
        """
        latest = self.latest
        ends = [latest.value] if latest.high is None else [latest.value, latest.high]
        common = self._past() | {"expected": expected}
        return [common | self._aims(value) | {"value": value} for value in ends]

    def far_bound(self, row: dict[str, object]) -> list[dict[str, object]]:
        """A row of `rows` held against the other bound of a range that is aimed at; none where there is no range."""
        goal = self.goal
        if goal.target is None or goal.high is None:
            return []
        is_low = row["direction"] > 0
        return [row | {"target": goal.high if is_low else goal.target, "direction": -1 if is_low else 1}]

    def _aims(self, value: float) -> dict[str, object]:
        goal = self.goal
        target, direction = (None, goal.direction) if goal.target is None else goal.aim(value)
        return {"target": target, "direction": direction}

    def _past(self) -> dict[str, object]:
        goal, deadline = self.goal, self.goal.promise.deadline
        first, long = self._first(), self._at(LONG_YEARS)
        return {
            "baseline": goal.baseline and goal.baseline.value,
            "baseline_time": goal.baseline and decimal_year(goal.baseline.end),
            "time": decimal_year(self.latest.end),
            "deadline": deadline and decimal_year(deadline),
            "slope": self.slope(),
            "mean_change": self._mean_change(),
            "first_value": first and first[1],
            "first_time": first and first[0],
            "long_value": long and long[1],
            "long_time": long and long[0],
            "is_held_yearly": goal.promise.kind is Kind.limit,
        }

    def slope(self) -> float | None:
        """Change per year of the straight line through the last five years; None under three readings."""
        recent = last_years(self.numbers)
        return progress.slope([decimal_year(one.end) for one in recent], [one.value for one in recent])

    def _at(self, years: int) -> tuple[float, float] | None:
        """The figure so many years before the latest; of several within a month of that the nearest."""
        time = self.points[-1][0] - years
        nearest = min(self.points, key=lambda point: abs(point[0] - time))
        return nearest if abs(nearest[0] - time) < A_MONTH else None

    def _first(self) -> tuple[float, float] | None:
        """The figure of five years before the latest, else the earliest since; None without an earlier one."""
        *earlier, (time, _) = self.points
        since = (point for point in earlier if point[0] > time - SHORT_YEARS)
        return self._at(SHORT_YEARS) or next(since, None)

    def _mean_change(self) -> float | None:
        """Mean yearly change over the last six values of consecutive years; None under four of them."""
        chain = [self.points[-1][1]]
        for years in range(1, SHORT_YEARS + 1):
            found = self._at(years)
            if found is None:
                break
            chain.append(found[1])
        changes = len(chain) - 1
        return (chain[0] - chain[-1]) / changes if changes >= LEAST_CHANGES else None
