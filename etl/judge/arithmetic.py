"""Targets added up: what is announced against the goal, parts against the whole, milestones against the end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from etl.judge.known import LOWER_BOUNDS
from etl.judge.progress import TOLERANCE
from etl.vocabulary import Comparator, Finding, Qualifier

UPWARD = (Comparator.at_least, Comparator.more_than, Comparator.about, Comparator.exactly, Comparator.between)


@dataclass(frozen=True)
class Amount:
    """A target as a number: what it aims at, what is counted so far (None: nothing), in one unit; `most` is the upper
    end of what it aims at, where that is a range."""

    target_id: str
    aim: float
    comparator: Comparator | None
    unit: str
    deadline: date | None = None
    counted: float | None = None
    qualifier: Qualifier | None = None
    period: str | None = None
    most: float | None = None

    @property
    def upper(self) -> float:
        """The most that it aims at."""
        return self.aim if self.most is None else self.most


@dataclass(frozen=True)
class Found:
    """One finding about a target with its numbers, all in the target's unit; `others` are the targets added up.

    `qualifier` is the word before a figure that is counted; `period` is that of the figure, or the one that is missed;
    `day` the one on which something was due or ended; `policy_id` a document that bears on it.
    """

    code: Finding
    target_id: str
    others: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    against: float | None = None
    period: str | None = None
    day: date | None = None
    policy_id: str | None = None
    qualifier: Qualifier | None = None


def announced(goal: Amount, measures: Sequence[Amount]) -> Found | None:
    """What is counted so far and what is announced, against the goal.

    What is announced may be counted already in part, so that the sum lies between what is counted and both together.
    None where nothing is counted, the count alone is enough, less is wanted and not more, or no measure is in the
    goal's unit.
    """
    own = [measure for measure in measures if measure.unit == goal.unit]
    if goal.counted is None or not own or goal.comparator not in UPWARD or _is_reached(goal, goal.counted):
        return None
    low, high = goal.counted, goal.counted + sum(measure.upper for measure in own)
    is_open = _is_reached(goal, high) or goal.qualifier in LOWER_BOUNDS
    code = Finding.announced_open if is_open else Finding.announced_short
    others = tuple(measure.target_id for measure in own)
    return Found(code, goal.target_id, others, low, high, goal.aim, goal.period, qualifier=goal.qualifier)


def _is_reached(goal: Amount, value: float) -> bool:
    return _is_beyond(value, goal.aim) if goal.comparator is Comparator.more_than else not _is_beyond(goal.aim, value)


def _is_beyond(value: float, other: float) -> bool:
    """Whether a value is larger by more than what adding up may lose."""
    return value - other > TOLERANCE * max(abs(value), abs(other))


def parts_of(whole: Amount, parts: Sequence[Amount]) -> Iterator[Found]:
    """Parts that alone, or together, aim beyond what the whole aims at; only for quantities that are to grow.

    A part that is due later than the whole, or without a day, may well be larger.
    """
    if whole.comparator not in UPWARD:
        return
    own = [part for part in parts if part.unit == whole.unit and part.comparator in UPWARD and _is_by(part, whole)]
    beyond = [part for part in own if _is_beyond(part.aim, whole.aim)]
    for part in beyond:
        yield Found(Finding.part_beyond_whole, whole.target_id, (part.target_id,), part.aim, None, whole.aim)
    total = sum(part.aim for part in own)
    if not beyond and _is_beyond(total, whole.aim) and not whole.unit.startswith("%"):
        yield Found(
            Finding.parts_beyond_whole, whole.target_id, tuple(part.target_id for part in own), total, None, whole.aim
        )


def _is_by(part: Amount, whole: Amount) -> bool:
    """Whether the part is due when the whole is, or before."""
    if whole.deadline is None:
        return True
    return part.deadline is not None and part.deadline <= whole.deadline


@dataclass(frozen=True)
class Step:
    """A milestone: its day and value, and the figure known for that very day (None: none) with the word before it."""

    due: date
    value: float
    counted: float | None
    period: str | None
    qualifier: Qualifier | None = None


def steps_of(target_id: str, aim: float, direction: int, steps: Iterable[Step], as_of: date) -> Iterator[Found]:
    """Milestones that ask for more than the target itself, and those whose day has passed unmet."""
    for step in steps:
        if _is_beyond(direction * step.value, direction * aim):
            yield Found(Finding.milestone_beyond, target_id, (), step.value, None, aim, day=step.due)
        elif (
            step.due < as_of
            and step.counted is not None
            and _is_beyond(direction * step.value, direction * step.counted)
        ):
            given = (step.counted, None, step.value, step.period, step.due)
            yield Found(Finding.milestone_missed, target_id, (), *given, qualifier=step.qualifier)
