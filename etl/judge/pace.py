"""The pace towards a goal that is a level: ratio and class by each method, from what was known."""

from collections.abc import Sequence
from dataclasses import dataclass

from etl.judge import progress
from etl.judge.goal import Goal, path
from etl.judge.known import LOWER_BOUNDS, UPPER_BOUNDS, last_years
from etl.judge.promise import Reading
from etl.normalise.periods import decimal_year
from etl.vocabulary import Method, Qualifier, Reason, Status


@dataclass(frozen=True, slots=True)
class Pace:
    """A class with its ratio and inputs; `mean` is what a target about a whole span is measured by, in per cent."""

    status: Status
    reason: Reason
    ratio: float | None = None
    progress_share: float | None = None
    time_share: float | None = None
    required_value: float | None = None
    actual_per_year: float | None = None
    required_per_year: float | None = None
    is_recent: bool = False
    mean: float | None = None


def unknown(reason: Reason) -> Pace:
    """No class, and why."""
    return Pace(Status.pace_unknown, reason)


def pace_of_level(goal: Goal, own: Sequence[Reading], method: Method) -> Pace:
    """The class by pace; `own` are the readings in force on the goal's basis, at least one, by period."""
    baseline, latest = goal.baseline, own[-1]
    if goal.target is None or baseline is None:
        return unknown(Reason.no_second_point)
    aim, direction = goal.aim(latest.value)
    if not progress.leads_on(baseline.value, aim, direction):
        return _behind_baseline(goal, latest)
    if goal.promise.deadline <= baseline.end:
        return unknown(Reason.no_second_point)
    if latest.end > baseline.end:
        return _since_baseline(goal, latest, method)
    return _recent(goal, own, method)


def _behind_baseline(goal: Goal, latest: Reading) -> Pace:
    """The baseline had already passed the target, and the latest reading, a different one, does not meet it."""
    if not goal.is_missed(latest):
        return unknown(Reason.bound_not_enough)
    if goal.baseline.reading is latest:
        return unknown(Reason.no_second_point)
    return Pace(Status.wrong_direction, Reason.target_behind_baseline)


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


def _since_baseline(goal: Goal, latest: Reading, method: Method) -> Pace:
    direction = goal.aim(latest.value)[1]
    ends = [latest.value] if latest.high is None else [latest.value, latest.high]
    ratios = [_ratio(goal, value, latest, method) for value in ends]
    status, reason = classified(ratios, latest.qualifier, direction)
    return Pace(status, reason, ratio=ratios[0], **shares(goal, latest))


def _ratio(goal: Goal, y: float, latest: Reading, method: Method) -> float | None:
    b, aim = goal.baseline.value, goal.aim(y)[0]
    t0, t, end = (decimal_year(day) for day in (goal.baseline.end, latest.end, goal.promise.deadline))
    if method is Method.linear_pace:
        return progress.ratio(progress.progress_share(y, b, aim), progress.time_share(t, t0, end))
    actual, needed = progress.growth_per_year(y, b, t - t0), progress.growth_per_year(aim, b, end - t0)
    return None if actual is None or needed is None else progress.ratio(actual, needed)


def _recent(goal: Goal, own: Sequence[Reading], method: Method) -> Pace:
    """No figure after the baseline yet: the slope of the last five years against what is still needed a year."""
    latest, recent = own[-1], last_years(own)
    aim, direction = goal.aim(latest.value)
    t, end = decimal_year(latest.end), decimal_year(goal.promise.deadline)
    slope = progress.slope([decimal_year(r.end) for r in recent], [r.value for r in recent])
    if slope is None or end <= t:
        return unknown(Reason.no_second_point)
    if method is not Method.linear_pace:
        return unknown(Reason.method_not_applicable)
    if not progress.leads_on(
        latest.value, aim, direction
    ):  # "nearly 600" against 500: nothing is left to go, and nothing proven
        return unknown(Reason.bound_not_enough)
    needed = (aim - latest.value) / (end - t)
    found = progress.ratio(slope, needed)
    status, reason = classified([found], latest.qualifier, direction)
    return Pace(status, reason, ratio=found, actual_per_year=slope, required_per_year=needed, is_recent=True)


def classified(ratios: Sequence[float | None], qualifier: Qualifier, direction: int) -> tuple[Status, Reason]:
    """Class of a reading's ratio, of a range both; decided only where all values it allows have the same class."""
    if None in ratios:
        return Status.pace_unknown, Reason.method_not_applicable
    classes = {progress.classify(ratio) for ratio in ratios}
    bounded = qualifier in LOWER_BOUNDS, qualifier in UPPER_BOUNDS
    could_be_better, could_be_worse = bounded if direction > 0 else bounded[::-1]
    if could_be_better and classes != {Status.on_track} or could_be_worse and classes != {Status.wrong_direction}:
        return Status.pace_unknown, Reason.bound_not_enough
    if len(classes) > 1:
        return Status.pace_unknown, Reason.bound_not_enough
    return classes.pop(), Reason.pace
