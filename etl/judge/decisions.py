"""What analysts decided about bases, applied to readings: values on another basis are compared only by decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from etl.judge.known import in_force
from etl.judge.promise import Decision, Reading
from etl.vocabulary import Choice


@dataclass(frozen=True, slots=True)
class Compared:
    """Readings as the decisions in force have them, and whether any of them was moved or left out by one."""

    readings: list[Reading]
    is_decided: bool


def compared(published: Sequence[Reading], decisions: Iterable[Decision], as_of: date) -> Compared:
    """The readings with each basis kept, rebased or split off as the latest decision on it up to the day says."""
    moved = each_compared(published, decisions, as_of)
    is_decided = any(after is not before for before, after in zip(published, moved, strict=True))
    return Compared([after for after in moved if after is not None], is_decided)


def each_compared(published: Sequence[Reading], decisions: Iterable[Decision], as_of: date) -> Sequence[Reading | None]:
    """Each reading on the basis it is compared on; itself where nothing was decided, None where it is split off."""
    steps = _in_force(decisions, as_of)
    if not steps:
        return published
    latest = {(reading.period, reading.basis): reading.value for reading in in_force(published)}
    return [_moved(reading, steps, latest) for reading in published]


def _in_force(decisions: Iterable[Decision], as_of: date) -> dict[str, Decision]:
    """The latest decision on each basis; one that was opened again holds no longer."""
    latest: dict[str, Decision] = {}
    for decision in sorted(decisions, key=lambda decision: decision.decided_on):
        if decision.decided_on <= as_of:
            latest[decision.basis] = decision
    return {basis: decision for basis, decision in latest.items() if decision.choice is not Choice.reopen}


def _moved(reading: Reading, steps: dict[str, Decision], latest: dict[tuple[str, str], float]) -> Reading | None:
    """The reading on the basis it is compared on; None where its basis is a series of its own.

    Decisions that lead in a circle move nothing: they contradict each other.
    """
    moved, passed = reading, set()
    while step := steps.get(moved.basis):
        if moved.basis in passed:
            return reading
        passed.add(moved.basis)
        if step.choice is Choice.split:
            return None
        factor = _factor(step, latest)
        if factor is None:
            return moved
        high = None if moved.high is None else moved.high * factor
        moved = replace(moved, value=moved.value * factor, high=high, basis=step.to_basis)
    return moved


def _factor(step: Decision, latest: dict[tuple[str, str], float]) -> float | None:
    """What values are multiplied by; None while the overlap is not known on both bases, or is zero on one."""
    if step.choice is Choice.keep:
        return 1.0
    if step.factor is not None:
        return step.factor
    new, old = latest.get((step.overlap, step.basis)), latest.get((step.overlap, step.to_basis))
    return old / new if old and new else None
