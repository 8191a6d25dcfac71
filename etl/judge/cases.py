"""Targets with their figures as arrays, what a method finds for them, and the arithmetic that methods share.

Symbols as on the method page: b baseline at t0, y latest value at t, T target at the deadline tD, d the direction.
"""

from dataclasses import dataclass, fields

import numpy as np

from etl.judge.progress import LARGEST_EXPONENT, TOLERANCE

NO_CLASS = -1


@dataclass(frozen=True, slots=True)
class Cases:
    """Targets and figures as arrays of one length; NaN: not there. Times are decimal years at the ends of periods."""

    baseline: np.ndarray
    baseline_time: np.ndarray
    value: np.ndarray
    time: np.ndarray
    target: np.ndarray
    deadline: np.ndarray
    direction: np.ndarray  # +1 where an increase is wanted, −1 where a decrease is
    slope: np.ndarray  # of a straight line through the last five years' observations, unit per year
    mean_change: np.ndarray  # per year, over the last six values of consecutive years; at least three changes
    first_value: np.ndarray  # five years before the latest one, else the earliest since
    first_time: np.ndarray
    long_value: np.ndarray  # fifteen years before the latest one
    long_time: np.ndarray
    expected: np.ndarray  # the forecast's central value for the deadline
    limit: np.ndarray  # how far the quantity can go in the wanted direction: 100 for shares
    is_held_yearly: np.ndarray  # a constant target, to be met every year

    @classmethod
    def of(cls, **columns: object) -> "Cases":
        """Cases from scalars or arrays by name, brought to one length; what is left out is not there.

        Raises TypeError for a name that is none of the columns, ValueError for lengths that do not fit.
        """
        left_out = {field.name: np.nan for field in fields(cls)} | {"is_held_yearly": False}
        given = {name: np.atleast_1d(column) for name, column in (left_out | columns).items()}
        typed = {name: column.astype(bool if name == "is_held_yearly" else float) for name, column in given.items()}
        return cls(**dict(zip(typed, np.broadcast_arrays(*typed.values()), strict=True)))


@dataclass(frozen=True, slots=True)
class Found:
    """What a method finds for each case.

    `measure` is the method's own number, NaN: none. `rank` is the index of the class among the method's, best first,
    −1: none; a class can stand without a number (a target that is reached at once). `workings` holds intermediate
    numbers by the codes of `Working`, NaN where they have no meaning.
    """

    measure: np.ndarray
    rank: np.ndarray
    workings: dict[str, np.ndarray]


def divided(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """one ÷ other; NaN where the divisor is zero or the result is not finite."""
    with np.errstate(all="ignore"):
        return finite(one / other)


def finite(numbers: np.ndarray) -> np.ndarray:
    """The numbers, with NaN for those that are not finite."""
    return np.where(np.isfinite(numbers), numbers, np.nan)


def growth(later: np.ndarray, earlier: np.ndarray, years: np.ndarray) -> np.ndarray:
    """Compound growth per year as a share, of the size where both values are negative.

    NaN where the signs differ, the earlier value is zero or no time has passed; a later value of zero is −1.
    """
    has_growth = (np.sign(later) * np.sign(earlier) >= 0) & (earlier != 0) & (years > 0)
    with np.errstate(all="ignore"):
        exponent = (np.log(np.abs(later)) - np.log(np.abs(earlier))) / years
        found = np.where(exponent <= LARGEST_EXPONENT, np.expm1(np.minimum(exponent, LARGEST_EXPONENT)), np.nan)
    return np.where(has_growth, found, np.nan)


def leads(cases: Cases, start: np.ndarray) -> np.ndarray:
    """Whether the target lies beyond the start in the direction, by more than rounding."""
    with np.errstate(all="ignore"):
        slack = TOLERANCE * np.maximum(np.abs(cases.target), np.abs(start))
        return cases.direction * (cases.target - start) > slack


def reached(cases: Cases, value: np.ndarray) -> np.ndarray:
    """Whether the value reaches the target in the direction."""
    with np.errstate(all="ignore"):
        return cases.direction * (value - cases.target) >= -TOLERANCE * np.abs(cases.target)


def short(cases: Cases, value: np.ndarray) -> np.ndarray:
    """Whether the value is known to fall short of the target."""
    with np.errstate(all="ignore"):
        return cases.direction * (value - cases.target) < -TOLERANCE * np.abs(cases.target)


def at_least(measure: np.ndarray, cut_off: float) -> np.ndarray:
    """Whether the measure is at the cut-off or above, within the tolerance."""
    return measure >= cut_off - TOLERANCE


def above(measure: np.ndarray, cut_off: float) -> np.ndarray:
    """Whether the measure is above the cut-off by more than the tolerance."""
    return measure > cut_off + TOLERANCE


def ranked(has_class: np.ndarray, *tests: np.ndarray) -> np.ndarray:
    """The place of the first test that holds, best first, or the class after them; −1 where there is no class."""
    return np.where(has_class, np.select(tests, range(len(tests)), default=len(tests)), NO_CLASS)
