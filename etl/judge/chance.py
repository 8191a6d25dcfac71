"""The chance that a target is met: what has to come true of which series, and the forecast of that series."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import inf, isfinite, log1p

from etl.judge.forecast import SURE, NoOutlook, Outlook, outlook
from etl.judge.goal import BOUNDS, Goal
from etl.judge.progress import grown
from etl.judge.promise import Promise, Reading
from etl.judge.question import A_MONTH, Question
from etl.judge.scales import UNBOUNDED, Bounds, scale_of
from etl.judge.spans import is_about_span
from etl.normalise.periods import decimal_year
from etl.vocabulary import Comparator, Kind, NoChance, Scale

MOST_POINTS = 25  # what lies further back tells nothing of the years to come

Points = Sequence[tuple[float, float]]  # decimal years and values


@dataclass(frozen=True, slots=True)
class Chance:
    """Chance (0 to 1) that a target is met at its deadline and the value expected there, or why there is none."""

    share: float | None = None
    expected: float | None = None
    is_of_few_figures: bool = False
    reason: NoChance | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What has to come true: the value of a series of which these points are known lies between two numbers."""

    points: Points
    low: float
    high: float
    scale: Scale = Scale.identity
    bounds: Bounds = UNBOUNDED


def chance(question: Question) -> Chance:
    """The chance that the goal is met at its deadline, from the readings in force on its basis."""
    event = event_of(question)
    if isinstance(event, NoChance):
        return Chance(reason=event)
    seen = forecast(event)
    if isinstance(seen, NoOutlook):
        return Chance(reason=seen.reason)
    years = decimal_year(question.goal.promise.deadline) - seen.origin
    share = _share_up_to(seen, years, event.high) - _share_up_to(seen, years, event.low)
    promise = question.goal.promise
    expected = None if is_about_span(promise) else max(float(seen.central(years)), least(promise, seen))
    return Chance(min(max(share, SURE), 1 - SURE), expected, seen.is_low_confidence)


def least(promise: Promise, seen: Outlook) -> float:
    """What the value to come cannot fall below: of a count what was done stays done."""
    return seen.last if promise.kind is Kind.count else -inf


def forecast(event: Event) -> Outlook | NoOutlook:
    """The forecast of an event's series."""
    times, values = zip(*event.points, strict=True)
    return _outlook(times, values, event.scale, event.bounds)


_outlook = lru_cache(maxsize=4096)(outlook)


def _share_up_to(seen: Outlook, years: float, number: float) -> float:
    return float(number > 0) if number in (inf, -inf) else seen.below(years, number)


def event_of(question: Question) -> Event | NoChance:
    """What has to come true for the goal to be met, or why no forecast can tell."""
    goal, deadline = question.goal, question.goal.promise.deadline
    if deadline is None:
        return NoChance.no_deadline
    if question.latest.end >= deadline:
        return NoChance.deadline_reached
    if question.latest.qualifier in BOUNDS:
        return NoChance.bound
    if goal.target is None:
        return NoChance.no_target
    if not is_about_span(goal.promise):
        return _of_levels(question, _between(goal))
    return _of_rates(question) if goal.promise.yearly_rates else _of_growth(question)


def _of_levels(question: Question, ends: Sequence[float]) -> Event:
    points, bounds = question.points[-MOST_POINTS:], question.goal.promise.natural
    is_at_bound = any(isfinite(end) and end in (bounds.lower, bounds.upper) for end in ends)  # out of reach of log-odds
    own = Scale.identity if is_at_bound else scale_of([value for _, value in points], bounds)
    return Event(points, *ends, own, bounds)


def _between(goal: Goal) -> tuple[float, float]:
    """The least and the largest value that meets the goal."""
    if goal.high is not None:
        return goal.target, goal.high
    if goal.promise.comparator is Comparator.exactly:
        return goal.target - goal.allowed, goal.target + goal.allowed
    return (goal.target, inf) if goal.direction > 0 else (-inf, goal.target)


def _of_growth(question: Question) -> Event | NoChance:
    """A mean growth on a series of levels: the level that the growth leads to must be reached at the deadline."""
    goal, promise = question.goal, question.goal.promise
    if goal.baseline is None or not goal.baseline.value or goal.baseline.value < 0:
        return NoChance.no_baseline
    years = decimal_year(promise.deadline) - decimal_year(goal.baseline.end)
    ends = [end if abs(end) == inf else grown(goal.baseline.value, end / 100, years) for end in _between(goal)]
    return NoChance.no_target if None in ends else _of_levels(question, ends)


def _of_rates(question: Question) -> Event | NoChance:
    """Yearly rates within a span, their mean or what they compound to: the sum of the rates (of their logarithms) since
    the span's start is a series of levels, and the target one of its values. What is forecast is how far the sum strays
    from one that grows by the mean of the known rates each year."""
    goal, promise = question.goal, question.goal.promise
    if promise.baseline_period is None:
        return NoChance.no_baseline
    start, end = decimal_year(promise.baseline_period.end), decimal_year(promise.deadline)
    is_mean = promise.kind is Kind.growth_per_year
    known = _without_holes(question.own)[-MOST_POINTS:]
    needed = [_summed(number, is_mean, end - start) for number in _between(goal)]
    steps = [_summed(reading.value, is_mean, 1) for reading in known]
    if None in (*steps, *needed):
        return NoChance.no_target
    mean, times = sum(steps) / len(steps), [decimal_year(reading.end) for reading in known]
    strayed = list(zip([times[0] - 1, *times], accumulate((step - mean for step in steps), initial=0.0), strict=True))
    origin = next((value for time, value in strayed if abs(time - start) < A_MONTH), None)
    if origin is None:
        return NoChance.missing_years if start < times[-1] else NoChance.no_baseline
    return Event(strayed, *(origin + number - mean * (end - start) for number in needed))


def _without_holes(own: Sequence[Reading]) -> Sequence[Reading]:
    """The readings after the last missing year."""
    times = [decimal_year(reading.end) for reading in own]
    holes = [at for at, (earlier, later) in enumerate(pairwise(times), 1) if abs(later - earlier - 1) > A_MONTH]
    return own[holes[-1] :] if holes else own


def _summed(rate: float, is_mean: bool, years: float) -> float | None:
    """A rate in per cent as a step of the sum; None for a loss of all, which has no logarithm."""
    if abs(rate) == inf:
        return rate
    if is_mean:
        return rate * years
    return log1p(rate / 100) if rate > -100 else None
