"""Where a promise starts from: the basis it stands on, and its baseline's value as known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from etl.judge.known import known_on
from etl.judge.promise import Promise, Reading
from etl.vocabulary import Kind, Measured


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where a promise starts from; `reading` is the observation behind the value, where there is one.

    `value` is None only for a growth per year: of yearly rates, or while the level at the span's start is not known.
    """

    value: float | None
    end: date
    period: str
    reading: Reading | None = None


def basis_of(promise: Promise, published: Sequence[Reading]) -> str:
    """Basis the promise is bound to: stated, else its baseline's, else that of the series when it was made.

    Found among all publications (at least one), superseded ones too: no later publication moves it.
    """
    if promise.basis:
        return promise.basis
    of_baseline = [reading for reading in published if _is_of_baseline(promise, reading)]
    if of_baseline:
        return min(of_baseline, key=lambda reading: reading.known_on).basis
    first_day = min(reading.known_on for reading in published)
    return known_on(published, max(promise.known_on, first_day))[-1].basis


def baseline_of(promise: Promise, own: Sequence[Reading]) -> Baseline | None:
    """The baseline as known; `own` are the readings in force on the promise's basis, by period; None without one."""
    if promise.baseline_period is not None:
        return _stated(promise, own)
    if promise.kind is Kind.growth_per_year or promise.yearly_rates or not own:
        return None  # a rate's span has to be stated
    return _implied(promise, own)


def _is_of_baseline(promise: Promise, reading: Reading) -> bool:
    """Whether the reading is for the stated period; of a stock one for the same day will do."""
    period = promise.baseline_period
    if period is None:
        return False
    return reading.period == period.label or (promise.measured is Measured.stock and reading.end == period.end)


def _stated(promise: Promise, own: Sequence[Reading]) -> Baseline | None:
    """The observation for the stated period, the one of the very period first; else the value as stated."""
    period = promise.baseline_period
    if promise.yearly_rates:
        return Baseline(0.0 if promise.kind is Kind.change else None, period.end, period.label)
    same = [reading for reading in own if _is_of_baseline(promise, reading)]
    if same:
        found = next((reading for reading in same if reading.period == period.label), same[-1])
        return Baseline(found.value, period.end, period.label, found)
    if promise.baseline_value is None and promise.kind is not Kind.growth_per_year:
        return None
    return Baseline(promise.baseline_value, period.end, period.label)


def _implied(promise: Promise, own: Sequence[Reading]) -> Baseline:
    """None stated: the latest observation whose period had ended when the promise was made, else the first after."""
    before = [reading for reading in own if reading.end <= promise.known_on]
    found = before[-1] if before else own[0]
    value = found.value if promise.baseline_value is None else promise.baseline_value
    return Baseline(value, found.end, found.period, found)
