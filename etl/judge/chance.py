"""The chance that a target is met: what has to come true, as a number of a series, and the forecast of that series."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import inf, log1p

from etl.judge import progress
from etl.judge.forecast import Outlook, outlook, scale_of
from etl.judge.goal import Goal
from etl.judge.known import LOWER_BOUNDS, UPPER_BOUNDS
from etl.judge.promise import Promise, Reading
from etl.judge.question import Question
from etl.judge.spans import is_about_span
from etl.normalise.periods import decimal_year
from etl.vocabulary import Comparator, Kind, NoChance, Qualifier

MOST_POINTS = 25  # what lies further back tells nothing about the years to come
BOUNDS = (*LOWER_BOUNDS, *UPPER_BOUNDS, Qualifier.between)

Points = Sequence[tuple[float, float]]
Limits = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Chance:
    """Chance (0 to 1) that the target is met at its deadline, and the value expected there; or why there is none."""

    share: float | None = None
    expected: float | None = None
    is_of_few_points: bool = False
    reason: NoChance | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What has to come true: the value of a series, of which these points are known, lies within limits on a day."""

    points: Points
    limits: Limits
    natural: tuple[float | None, float | None]


def chance(question: Question) -> Chance:
    """The chance that the goal is met at its deadline, from the readings in force on its basis."""
    found = _event(question)
    if isinstance(found, NoChance):
        return Chance(reason=found)
    ahead = decimal_year(question.goal.promise.deadline) - found.points[-1][0]
    if ahead <= 0:
        return Chance(reason=NoChance.deadline_reached)
    seen = ahead_of(found)
    if isinstance(seen, NoChance):
        return Chance(reason=seen)
    low, high = found.limits
    share = (1.0 if high == inf else seen.below(ahead, high)) - (0.0 if low == -inf else seen.below(ahead, low))
    expected = None if is_about_span(question.goal.promise) else float(seen.central(ahead))
    return Chance(max(share, 0.0), expected, seen.is_low_confidence)


def ahead_of(event: Event) -> Outlook | NoChance:
    """The forecast of an event's series."""
    times, values = zip(*event.points, strict=True)
    return _outlook(times, values, event.natural)


@lru_cache(maxsize=4096)
def _outlook(times: tuple[float, ...], values: tuple[float, ...], natural: tuple) -> Outlook | NoChance:
    return outlook(times, values, scale_of(values, *natural))


def event_of(question: Question) -> Event | NoChance:
    ...
