"""The pace of targets about a whole span: a mean growth per year, a cumulative change of yearly changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from etl.judge import progress
from etl.judge.goal import Goal
from etl.judge.known import last_years
from etl.judge.pace import Pace, classified, unknown
from etl.judge.promise import Promise, Reading
from etl.normalise.periods import decimal_year
from etl.vocabulary import Kind, Reason, Status


def is_about_span(promise: Promise) -> bool:
    """Whether the target is about a whole span, so that it can be met only when the span is over."""
    return promise.kind is Kind.growth_per_year or (promise.kind is Kind.change and promise.yearly_rates)


def span_pace(goal: Goal, own: Sequence[Reading]) -> Pace:
    """The class by pace of a goal about a span; `own` are the readings in force on its basis, at least one."""
    if goal.promise.baseline_period is None:
        return unknown(Reason.no_second_point)
    if goal.promise.kind is Kind.change:
        return _of_compounded(goal, own)
    return _of_rates(goal, own) if goal.promise.yearly_rates else _of_levels(goal, own)


def is_complete(goal: Goal, own: Sequence[Reading]) -> bool:
    """Whether the figures of a span that is over are all known: of levels both ends, of yearly rates every year's."""
    promise = goal.promise
    if not promise.yearly_rates:
        return True
    years = decimal_year(promise.deadline) - decimal_year(promise.baseline_period.end)
    return len(_split(goal, own)[0]) == round(years)


def _split(goal: Goal, own: Sequence[Reading]) -> tuple[list[Reading], list[Reading]]:
    """Readings within the span, and those up to its start."""
    start, last = goal.promise.baseline_period.end, goal.promise.deadline or date.max
    return [r for r in own if start < r.end <= last], [r for r in own if r.end <= start]


def _rates(goal: Goal, own: Sequence[Reading]) -> tuple[list[Reading], bool]:
    """Yearly rates within the span; none yet: those of the last five years before it, at least three."""
    within, before = _split(goal, own)
    recent = [] if within else last_years(before)
    return (recent, True) if len(recent) >= progress.LEAST_POINTS else (within, False)


def _mean(rates: Sequence[Reading]) -> float:
    return sum(reading.value for reading in rates) / len(rates)


def _of_rates(goal: Goal, own: Sequence[Reading]) -> Pace:
    rates, is_recent = _rates(goal, own)
    if not rates:
        return unknown(Reason.no_second_point)
    return _against_stated(goal, rates[-1], _mean(rates), is_recent)


def _of_levels(goal: Goal, own: Sequence[Reading]) -> Pace:
    within, before = _split(goal, own)
    recent = last_years(before, 6)  # six levels hold five yearly rates
    if within and goal.baseline.value is not None:
        (b, start), is_recent = (goal.baseline.value, goal.baseline.end), False
    elif not within and len(recent) >= progress.LEAST_POINTS:
        (b, start), is_recent = (recent[0].value, recent[0].end), True
    else:
        return unknown(Reason.no_second_point)
    latest = within[-1] if within else recent[-1]
    years = decimal_year(latest.end) - decimal_year(start)
    growth = progress.growth_per_year(latest.value, b, years)
    if growth is None:
        return unknown(Reason.method_not_applicable)
    found = _against_stated(goal, latest, growth * 100, is_recent)
    if is_recent or found.required_per_year is None:
        return found
    return replace(found, required_value=progress.grown(b, found.required_per_year / 100, years))


def _against_stated(goal: Goal, latest: Reading, mean: float, is_recent: bool) -> Pace:
    """A mean against the rate stated. Where the rate runs against the direction, only met or not met has a meaning."""
    rate, direction = goal.aim(mean)
    if direction * rate > 0:
        return _rated(goal, latest, (mean, rate, direction), is_recent)
    reached = replace(latest, value=mean, high=None)
    inputs = {"actual_per_year": mean, "required_per_year": rate, "is_recent": is_recent, "mean": mean}
    if goal.is_met(reached):
        return Pace(Status.on_track, Reason.pace, **inputs)
    if goal.is_missed(reached):
        return Pace(Status.wrong_direction, Reason.pace, **inputs)
    return Pace(Status.pace_unknown, Reason.bound_not_enough, **inputs)


def _rated(goal: Goal, latest: Reading, rates: tuple[float, float, int], is_recent: bool) -> Pace:
    """Class of a mean against a rate, in that direction."""
    mean, rate, direction = rates
    found = progress.ratio(mean, rate)
    status, reason = classified(found, latest.qualifier, direction)
    share = None if is_recent or goal.promise.deadline is None else _time_share(goal, latest)
    return Pace(
        status, reason, ratio=found, time_share=share, actual_per_year=mean, required_per_year=rate,
        is_recent=is_recent, mean=mean,
    )  # fmt: skip


def _time_share(goal: Goal, latest: Reading) -> float:
    ends = (latest.end, goal.promise.baseline_period.end, goal.promise.deadline)
    return progress.time_share(*(decimal_year(day) for day in ends))


def _of_compounded(goal: Goal, own: Sequence[Reading]) -> Pace:
    """A cumulative change on a series of yearly changes: the changes since the baseline compounded, from 0."""
    promise = goal.promise
    if promise.deadline is None or promise.deadline <= promise.baseline_period.end:
        return unknown(Reason.no_second_point)
    if goal.target == 0:
        return unknown(Reason.method_not_applicable)
    rates, is_recent = _rates(goal, own)
    if is_recent:
        return _recent_of_compounded(goal, rates)
    t0 = decimal_year(promise.baseline_period.end)
    if not rates or len(rates) != round(decimal_year(rates[-1].end) - t0):
        return unknown(Reason.no_second_point)  # a year without its change leaves a hole in the product
    change = progress.compounded([reading.value for reading in rates])
    aim, direction = goal.aim(change)
    if direction * aim <= 0:  # beyond the far bound of a range
        return Pace(Status.wrong_direction, Reason.target_behind_baseline, mean=change)
    found = change / aim, _time_share(goal, rates[-1])
    status, reason = classified(progress.ratio(*found), rates[-1].qualifier, direction)
    return Pace(
        status, reason, ratio=progress.ratio(*found), progress_share=found[0], time_share=found[1],
        required_value=aim * found[1], mean=change,
    )  # fmt: skip


def _recent_of_compounded(goal: Goal, rates: Sequence[Reading]) -> Pace:
    """None of the span's years is known yet: the mean of recent years against the yearly rate that gives the target."""
    mean = _mean(rates)
    aim = goal.aim(0.0)[0]
    if aim <= -100:
        return unknown(Reason.method_not_applicable)
    years = decimal_year(goal.promise.deadline) - decimal_year(goal.promise.baseline_period.end)
    yearly = ((1 + aim / 100) ** (1 / years) - 1) * 100
    return _rated(goal, rates[-1], (mean, yearly, 1 if aim > 0 else -1), True)
