"""What a promise asks for, given what is known: its basis, its level and the wanted direction."""

from collections.abc import Sequence
from dataclasses import dataclass

from etl.judge.baseline import Baseline, baseline_of, basis_of
from etl.judge.known import LOWER_BOUNDS, UPPER_BOUNDS, falls_short, reaches
from etl.judge.progress import TOLERANCE
from etl.judge.promise import Promise, Reading
from etl.normalise.periods import decimal_year
from etl.vocabulary import Comparator, Kind, Qualifier

SIDED = (Comparator.about, Comparator.exactly)
EXACT_SHARE = 0.01  # an exact target is met within 1 % of its value where it gives no tolerance of its own
BOUNDS = (*LOWER_BOUNDS, *UPPER_BOUNDS, Qualifier.between)


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
            return reading.qualifier not in BOUNDS and abs(reading.value - self.target) <= self.allowed
        return all(reaches(reading, *side, self._is_strict()) for side in self._sides())

    def is_missed(self, reading: Reading) -> bool:
        """Whether the reading proves that the target is not met; a bound towards the target does not."""
        if self.target is None:
            return False
        if self.promise.comparator is Comparator.exactly:
            return self._misses_exactly(reading)
        return any(falls_short(reading, *side, self._is_strict()) for side in self._sides())

    def aim(self, value: float) -> tuple[float, int]:
        """The number to be reached and the direction: of a range the bound that is missed, or the nearer one."""
        if self.high is None:
            return self.target, self.direction
        is_nearer_low = abs(value - self.target) <= abs(value - self.high)
        is_low = value < self.target or (value <= self.high and is_nearer_low)
        return (self.target, 1) if is_low else (self.high, -1)

    def _sides(self) -> tuple[tuple[float, int], ...]:
        return ((self.target, self.direction),) if self.high is None else ((self.target, 1), (self.high, -1))

    def _is_strict(self) -> bool:
        return self.promise.comparator is Comparator.more_than

    @property
    def allowed(self) -> float:
        """How far a value may lie from a target that is to be met exactly."""
        tolerance = self.promise.tolerance
        allowed = EXACT_SHARE * abs(self.target) if tolerance is None else tolerance
        return allowed + TOLERANCE * max(abs(self.target), allowed)

    def _misses_exactly(self, reading: Reading) -> bool:
        allowed = self.allowed
        if reading.qualifier not in BOUNDS:
            return abs(reading.value - self.target) > allowed
        return falls_short(reading, self.target - allowed, 1) or falls_short(reading, self.target + allowed, -1)


def goal_of(promise: Promise, published: Sequence[Reading], known: Sequence[Reading]) -> Goal:
    """The goal as known: a relative target's level comes from its baseline, so that a revised baseline moves it.

    `published` are all deciding readings of the day, at least one; `known` those in force.
    """
    basis = basis_of(promise, published)
    baseline = baseline_of(promise, [reading for reading in known if reading.basis == basis])
    target, high, is_derived = promise.value, promise.high, False
    if promise.kind is Kind.change and not promise.yearly_rates:
        target, high = _from_baseline(promise.value, baseline), _from_baseline(promise.high, baseline)
        is_derived = target is not None
    if target is not None and high is not None and high < target:
        target, high = high, target
    return Goal(promise, basis, baseline, target, high, _direction(promise, baseline, target), is_derived)


def _from_baseline(change: float | None, baseline: Baseline | None) -> float | None:
    """A change in per cent as a level; 12 digits, so that twice 246 is 492."""
    if change is None or baseline is None:
        return None
    return float(f"{baseline.value * (1 + change / 100):.12g}")


def _direction(promise: Promise, baseline: Baseline | None, target: float | None) -> int:
    """+1 where an increase is wanted, −1 where a decrease is. A change says so by its sign, whatever the comparator."""
    is_sided = promise.comparator in SIDED
    if promise.kind is Kind.change or (promise.kind is Kind.growth_per_year and is_sided):
        return -1 if promise.value < 0 else 1
    if promise.comparator is Comparator.at_most:
        return -1
    if is_sided and baseline is not None and target is not None:
        return -1 if target < baseline.value else 1
    return 1


def path(goal: Goal, aim: float) -> tuple[list[float], list[float]]:
    """Times and values of the required path: baseline, milestones on the way, target at the deadline."""
    promise, baseline = goal.promise, goal.baseline
    steps = sorted(step for step in promise.milestones if baseline.end < step[0] < promise.deadline)
    points = [(baseline.end, baseline.value), *steps, (promise.deadline, aim)]
    return [decimal_year(day) for day, _ in points], [value for _, value in points]
