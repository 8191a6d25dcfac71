"""The pace towards a goal: ratio and class by each method, from what was known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from etl.judge import progress
from etl.judge.goal import Goal, path
from etl.judge.known import LOWER_BOUNDS, UPPER_BOUNDS, last_years
from etl.judge.promise import Reading
from etl.normalise.periods import decimal_year
from etl.vocabulary import Kind, Method, Reason, Status

LEAST_POINTS = 3  # of a recent pace


@dataclass(frozen=True, slots=True)
class Pace:
    """A class with its ratio and inputs; `mean` is the average rate of a target that states one."""

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


def pace(goal: Goal, known: Sequence[Reading], method: Method) -> Pace:
    """The class by pace; `known` are the readings on the goal's basis, at least one, by period."""
    if goal.promise.kind is Kind.growth_per_year:
        return _of_growth(goal, known)
    if goal.promise.kind is Kind.change and goal.promise.yearly_rates:
        return _of_compounded(goal, known, method)
    if goal.target is None:
        return Pace(Status.pace_unknown, Reason.no_second_point)
    latest = known[-1]
    aim, direction = goal.aim(latest)
    baseline = goal.baseline
    if baseline is None:
        return Pace(Status.pace_unknown, Reason.no_second_point)
    if direction * (aim - baseline.value) <= 0:
        return Pace(Status.wrong_direction, Reason.target_behind_baseline)
    if latest.end > baseline.end and goal.promise.deadline > baseline.end:
        return _since_baseline(goal, latest, aim, direction, method)
    return _recent(goal, known, aim, direction, method)


def _since_baseline(goal: Goal, latest: Reading, aim: float, direction: int, method: Method) -> Pace:
    b, y = goal.baseline.value, latest.value
    t0, t, end = (decimal_year(day) for day in (goal.baseline.end, latest.end, goal.promise.deadline))
    shares = progress.progress_share(y, b, aim), progress.time_share(t, t0, end)
    if method is Method.linear_pace:
        found = progress.ratio(*shares)
    else:
        actual, needed = progress.growth_per_year(y, b, t - t0), progress.growth_per_year(aim, b, end - t0)
        found = None if actual is None or needed is None else progress.ratio(actual, needed)
    status, reason = _classified(found, latest, direction)
    return Pace(
        status,
        reason,
        ratio=found,
        progress_share=shares[0],
        time_share=shares[1],
        required_value=progress.required_value(t, *path(goal, aim)),
        actual_per_year=(y - b) / (t - t0),
        required_per_year=(aim - y) / (end - t) if end > t else None,
    )


def _recent(goal: Goal, known: Sequence[Reading], aim: float, direction: int, method: Method) -> Pace:
    """No figure after the baseline yet: the slope of the last five years against what is still needed a year."""
    if method is not Method.linear_pace:
        return Pace(Status.pace_unknown, Reason.method_not_applicable)
    latest, recent = known[-1], last_years(known)
    t, end = decimal_year(latest.end), decimal_year(goal.promise.deadline)
    slope = progress.slope([decimal_year(r.end) for r in recent], [r.value for r in recent])
    if slope is None or end <= t:
        return Pace(Status.pace_unknown, Reason.no_second_point)
    needed = (aim - latest.value) / (end - t)
    found = progress.ratio(slope, needed)
    status, reason = _classified(found, latest, direction)
    return Pace(status, reason, ratio=found, actual_per_year=slope, required_per_year=needed, is_recent=True)


def _of_growth(goal: Goal, known: Sequence[Reading]) -> Pace:
    """A mean growth per year over the span; by every method alike."""
    if goal.promise.baseline_period is None or not goal.promise.value:
        return Pace(Status.pace_unknown, Reason.no_second_point)
    return _of_rates(goal, known) if goal.promise.yearly_rates else _of_levels(goal, known)


def _of_rates(goal: Goal, known: Sequence[Reading]) -> Pace:
    rates, is_recent = _rates_of_span(goal, known)
    if not rates:
        return Pace(Status.pace_unknown, Reason.no_second_point)
    mean = sum(reading.value for reading in rates) / len(rates)
    return _against_rate(goal, rates[-1], mean, goal.promise.value, is_recent)


def _rates_of_span(goal: Goal, known: Sequence[Reading]) -> tuple[list[Reading], bool]:
    """Yearly rates within the span; none yet: those of the last five years, at least three."""
    span = [r for r in known if goal.promise.baseline_period.end < r.end <= (goal.promise.deadline or date.max)]
    if span:
        return span, False
    recent = last_years([r for r in known if r.end <= goal.promise.baseline_period.end])
    return (recent, True) if len(recent) >= LEAST_POINTS else ([], True)


def _of_levels(goal: Goal, known: Sequence[Reading]) -> Pace:
    start = goal.baseline
    in_span = [r for r in known if start and start.end < r.end <= (goal.promise.deadline or date.max)]
    if in_span:
        years = decimal_year(in_span[-1].end) - decimal_year(start.end)
        growth = progress.growth_per_year(in_span[-1].value, start.value, years)
        required = start.value * (1 + goal.promise.value / 100) ** years
        if growth is None:
            return Pace(Status.pace_unknown, Reason.method_not_applicable)
        return _against_rate(goal, in_span[-1], growth * 100, goal.promise.value, False, required)
    recent = last_years(known, 6)
    if len(recent) < LEAST_POINTS:
        return Pace(Status.pace_unknown, Reason.no_second_point)
    years = decimal_year(recent[-1].end) - decimal_year(recent[0].end)
    growth = progress.growth_per_year(recent[-1].value, recent[0].value, years)
    if growth is None:
        return Pace(Status.pace_unknown, Reason.method_not_applicable)
    return _against_rate(goal, recent[-1], growth * 100, goal.promise.value, True)


def _against_rate(
    goal: Goal, latest: Reading, mean: float, rate: float, is_recent: bool, required: float | None = None
) -> Pace:
    found = progress.ratio(mean, rate)
    status, reason = _classified(found, latest, goal.direction)
    share = None
    if not is_recent and goal.promise.deadline:
        ends = (latest.end, goal.promise.baseline_period.end, goal.promise.deadline)
        share = progress.time_share(*(decimal_year(day) for day in ends))
    return Pace(
        status, reason, ratio=found, time_share=share, required_value=required,
        actual_per_year=mean, required_per_year=rate, is_recent=is_recent, mean=mean,
    )  # fmt: skip


def _of_compounded(goal: Goal, known: Sequence[Reading], method: Method) -> Pace:
    """A cumulative change on a series of yearly changes: the changes since the baseline compounded."""
    promise = goal.promise
    if promise.baseline_period is None or promise.deadline is None or not promise.value or promise.value <= -100:
        return Pace(Status.pace_unknown, Reason.no_second_point)
    if method is not Method.linear_pace:
        return Pace(Status.pace_unknown, Reason.method_not_applicable)
    rates, is_recent = _rates_of_span(goal, known)
    t0, end = decimal_year(promise.baseline_period.end), decimal_year(promise.deadline)
    yearly = ((1 + promise.value / 100) ** (1 / (end - t0)) - 1) * 100
    if rates and is_recent:
        return _against_rate(goal, rates[-1], sum(r.value for r in rates) / len(rates), yearly, True)
    t = decimal_year(rates[-1].end) if rates else t0
    if not rates or len(rates) != round(t - t0):  # a year without its change leaves a hole in the product
        return Pace(Status.pace_unknown, Reason.no_second_point)
    change = progress.compounded([reading.value for reading in rates])
    shares = change / promise.value, progress.time_share(t, t0, end)
    status, reason = _classified(progress.ratio(*shares), rates[-1], goal.direction)
    return Pace(
        status, reason, ratio=progress.ratio(*shares), progress_share=shares[0], time_share=shares[1],
        required_value=promise.value * shares[1], mean=change,
    )  # fmt: skip


def _classified(ratio: float | None, latest: Reading, direction: int) -> tuple[Status, Reason]:
    """Class of a ratio; a one-sided bound decides only where every value that it allows has the same class."""
    if ratio is None:
        return Status.pace_unknown, Reason.method_not_applicable
    status = progress.classify(ratio)
    bounded = latest.qualifier in LOWER_BOUNDS, latest.qualifier in UPPER_BOUNDS
    could_be_better, could_be_worse = bounded if direction > 0 else bounded[::-1]
    if could_be_better and status is not Status.on_track or could_be_worse and status is not Status.wrong_direction:
        return Status.pace_unknown, Reason.bound_not_enough
    return status, Reason.pace
