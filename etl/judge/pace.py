"""The pace towards a goal: a class with its ratio and inputs, from what was known."""

from collections.abc import Collection
from dataclasses import dataclass

from etl.judge import progress
from etl.judge.goal import Goal, path
from etl.judge.known import LOWER_BOUNDS, UPPER_BOUNDS
from etl.judge.promise import Reading
from etl.normalise.periods import decimal_year
from etl.vocabulary import MethodClass, Obstacle, Qualifier, Reason, Status, Working


@dataclass(frozen=True, slots=True)
class Pace:
    """A class by a method with its ratio and inputs; `obstacle` is why there is none.

    `method_class` is the class in the method's own words, `workings` are the method's own numbers; `mean` is what a
    target about a whole span is measured by, in per cent.
    """

    status: Status
    reason: Reason
    ratio: float | None = None
    method_class: MethodClass | None = None
    obstacle: Obstacle | None = None
    workings: tuple[tuple[Working, float], ...] = ()
    progress_share: float | None = None
    time_share: float | None = None
    required_value: float | None = None
    actual_per_year: float | None = None
    required_per_year: float | None = None
    is_recent: bool = False
    mean: float | None = None


def unknown(reason: Reason, obstacle: Obstacle | None = None) -> Pace:
    """No class, and why."""
    return Pace(Status.pace_unknown, reason, obstacle=obstacle)


def shares(goal: Goal, latest: Reading) -> dict[str, float | None]:
    """Shares of distance and time, required value and changes per year; the baseline lies before both ends."""
    baseline, y = goal.baseline, latest.value
    aim = goal.aim(y)[0]
    times, values = path(goal, aim)
    t0, t, end = times[0], decimal_year(latest.end), times[-1]
    return {
        "progress_share": progress.progress_share(y, baseline.value, aim),
        "time_share": progress.time_share(t, t0, end),
        "required_value": progress.required_value(t, times, values),
        "actual_per_year": (y - baseline.value) / (t - t0),
        "required_per_year": (aim - y) / (end - t) if end > t else None,
    }


def decided(statuses: Collection[Status], qualifier: Qualifier, direction: int) -> tuple[Status, Reason]:
    """Class of a reading whose number (of a range: both ends) has these classes.

    It is decided only where all values that the reading allows have the same class.
    """
    bounded = qualifier in LOWER_BOUNDS, qualifier in UPPER_BOUNDS
    could_be_better, could_be_worse = bounded if direction > 0 else bounded[::-1]
    classes = set(statuses)
    is_open = could_be_better and classes != {Status.on_track} or could_be_worse and classes != {Status.wrong_direction}
    if is_open or len(classes) > 1:
        return Status.pace_unknown, Reason.bound_not_enough
    return classes.pop(), Reason.pace


def classified(ratio: float | None, qualifier: Qualifier, direction: int) -> tuple[Status, Reason]:
    """Class of a reading's ratio by the cut-offs of the linear pace."""
    if ratio is None:
        return Status.pace_unknown, Reason.method_not_applicable
    return decided([progress.classify(ratio)], qualifier, direction)
