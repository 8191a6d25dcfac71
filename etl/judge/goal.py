"""What a promise asks for, given what is known: its basis, its baseline, its level and the wanted direction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from etl.judge.known import satisfies, satisfies_exactly
from etl.judge.promise import Promise, Reading
from etl.normalise.periods import decimal_year
from etl.vocabulary import Comparator, Kind, Measured

SIDED = (Comparator.about, Comparator.exactly)


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where a promise starts from; `reading` is the observation behind the value, where there is one."""

    value: float
    end: date
    period: str
    reading: Reading | None
    is_implied: bool


@dataclass(frozen=True, slots=True)
class Goal:
    """A promise as levels: basis, baseline, target (with its upper end for a range), direction +1 or −1."""

    promise: Promise
    basis: str
    baseline: Baseline | None
    target: float | None
    high: float | None
    direction: int
    is_derived: bool

    def is_met(self, reading: Reading) -> bool:
        """Whether the reading proves that the target is met."""
        if self.target is None:
            return False
        if self.promise.comparator is Comparator.exactly:
            return satisfies_exactly(reading, self.target, self.promise.tolerance)
        return satisfies(reading, self.promise.comparator, self.target, self.high, self.direction)

    def aim(self, reading: Reading) -> tuple[float, int]:
        """The value to be reached and the direction: of a range the bound that is missed, or the nearer one."""
        if self.high is None:
            return self.target, self.direction
        nearer_low = abs(reading.value - self.target) <= abs(reading.value - self.high)
        is_low = reading.value < self.target or (reading.value <= self.high and nearer_low)
        return (self.target, 1) if is_low else (self.high, -1)


def goal_of(promise: Promise, known: Sequence[Reading]) -> Goal:
    """The goal as known: a relative target's level comes from its baseline, so that a revised baseline moves it."""
    baseline = _baseline(promise, known)
    basis = promise.basis or (baseline.reading.basis if baseline and baseline.reading else _basis_then(promise, known))
    target, high, is_derived = promise.value, promise.high, False
    if promise.kind is Kind.change and not promise.yearly_rates:
        target, high, is_derived = _from_baseline(promise.value, baseline), _from_baseline(promise.high, baseline), True
        if target is not None and high is not None and high < target:
            target, high = high, target
    direction = _direction(promise, baseline, target)
    return Goal(promise, basis, baseline, target, high, direction, is_derived and target is not None)


def _from_baseline(change: float | None, baseline: Baseline | None) -> float | None:
    """A change in per cent as a level; 12 digits, so that twice 246 is 492."""
    if change is None or baseline is None:
        return None
    return float(f"{baseline.value * (1 + change / 100):.12g}")


def _basis_then(promise: Promise, known: Sequence[Reading]) -> str:
    """Basis of the headline series when the promise was made: of the latest reading then, else of the first after."""
    then = [reading for reading in known if reading.known_on <= promise.known_on]
    return then[-1].basis if then else min(known, key=lambda reading: reading.known_on).basis


def _baseline(promise: Promise, known: Sequence[Reading]) -> Baseline | None:
    own = [reading for reading in known if promise.basis in (None, reading.basis)]
    if promise.baseline_period is not None:
        return _stated_baseline(promise, own)
    if promise.kind is Kind.growth_per_year or promise.yearly_rates:
        return None  # a rate's span has to be stated
    return _implied_baseline(promise, own)


def _stated_baseline(promise: Promise, own: Sequence[Reading]) -> Baseline | None:
    """The observation for the stated period, on the basis published first; else the value as stated."""
    period = promise.baseline_period
    is_stock = promise.measured is Measured.stock
    same = [r for r in own if r.period == period.label or (is_stock and r.end == period.end)]
    if same:
        first = min(same, key=lambda reading: reading.known_on)
        return Baseline(first.value, period.end, period.label, first, False)
    if promise.baseline_value is None:
        return None
    return Baseline(promise.baseline_value, period.end, period.label, None, False)


def _implied_baseline(promise: Promise, own: Sequence[Reading]) -> Baseline | None:
    """None stated: the latest observation whose period ended when the promise was made, else the first one after."""
    if not own:
        return None
    before = [reading for reading in own if reading.end <= promise.known_on]
    end = before[-1].end if before else own[0].end
    first = min((reading for reading in own if reading.end == end), key=lambda reading: reading.known_on)
    value = first.value if promise.baseline_value is None else promise.baseline_value
    return Baseline(value, first.end, first.period, first, True)


def _direction(promise: Promise, baseline: Baseline | None, target: float | None) -> int:
    if promise.kind in (Kind.change, Kind.growth_per_year) and promise.value:
        return 1 if promise.value > 0 else -1
    if promise.comparator is Comparator.at_most:
        return -1
    if promise.comparator in SIDED and baseline is not None and target is not None:
        return -1 if target < baseline.value else 1
    return 1


def path(goal: Goal, aim: float) -> tuple[list[float], list[float]]:
    """Times and values of the required path: baseline, milestones on the way, target at the deadline."""
    promise, baseline = goal.promise, goal.baseline
    steps = [(day, value) for day, value in promise.milestones if baseline.end < day < promise.deadline]
    points = [(baseline.end, baseline.value), *steps, (promise.deadline, aim)]
    return [decimal_year(day) for day, _ in points], [value for _, value in points]
