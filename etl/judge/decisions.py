"""What analysts decided: which decisions hold on a day, and readings as those on bases have them.

Values on another basis are compared only by decision.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from etl.judge.known import in_force
from etl.judge.promise import Decision, Reading
from etl.vocabulary import ON_BASES, Choice

Row = Mapping[str, object]  # of `etl.store.query.decisions`


class Standing(StrEnum):
    """Whether a decision on record holds: in force, replaced by a later one, or on record only."""

    in_force = "in_force"
    replaced = "replaced"
    noted = "noted"


def standings(rows: Iterable[Row], as_of: date) -> dict[str, Standing]:
    """How each decision known on the day stands, by its code; of one day the later row counts as the later.

    Of the decisions on a basis the last one holds, and none once it is opened again. A target is given up by the first
    that says so; to say it again, a remark and an opening are on record only.
    """
    known = [row for row in rows if row["decided_on"] <= as_of]
    held = {step.decision_id for steps in steps_of(known).values() for step in _in_force(steps, as_of).values()}
    held |= {row["decision_id"] for row in given_up(known).values()}
    return {row["decision_id"]: _standing(row, held) for row in known}


def _standing(row: Row, held: set[str]) -> Standing:
    if row["decision_id"] in held:
        return Standing.in_force
    is_replaced = row["choice"] in ON_BASES and row["choice"] != Choice.reopen
    return Standing.replaced if is_replaced else Standing.noted


def steps_of(rows: Iterable[Row]) -> dict[str, list[Decision]]:
    """Decisions on bases by series, in the order given."""
    found = defaultdict(list)
    for row in rows:
        choice = Choice(row["choice"])
        if choice in ON_BASES:
            given = (row["basis"], row["to_basis"], row["factor"], row["overlap"], row["decided_on"])
            found[row["series_id"]].append(Decision(choice, *given, decision_id=row["decision_id"]))
    return found


def given_up(rows: Iterable[Row]) -> dict[str, Row]:
    """The decision by which each target that was given up was so first."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: row["decided_on"]):
        if row["choice"] == Choice.drop:
            found.setdefault(row["target_id"], row)
    return found


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
    deciding = in_force(reading for reading in published if reading.decides)
    latest = {(reading.period, reading.basis): reading.value for reading in deciding}
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
