"""What was known on a day, and what a reading proves about a number: that it is reached, or that it is not."""

from collections.abc import Iterable, Sequence
from datetime import date

from etl.judge.progress import TOLERANCE
from etl.judge.promise import Reading
from etl.normalise.periods import decimal_year
from etl.vocabulary import Qualifier

LOWER_BOUNDS = (Qualifier.more_than, Qualifier.at_least)
UPPER_BOUNDS = (Qualifier.less_than, Qualifier.at_most)

_UP, _DOWN = 1, -1
_OPEN_END = {_UP: LOWER_BOUNDS, _DOWN: UPPER_BOUNDS}  # the true value may lie anywhere beyond the number
_BEYOND = {_UP: (Qualifier.more_than, Qualifier.just_over), _DOWN: (Qualifier.less_than, Qualifier.nearly)}
_NEVER_REACHES = {
    _UP: (*UPPER_BOUNDS, Qualifier.nearly),
    _DOWN: (*LOWER_BOUNDS, Qualifier.just_over),
}


def published_by(readings: Iterable[Reading], as_of: date) -> list[Reading]:
    """All deciding readings published up to the day, superseded ones too, in the order given."""
    return [reading for reading in readings if reading.decides and reading.known_on <= as_of]


def in_force(published: Iterable[Reading]) -> list[Reading]:
    """Of each period and basis the reading published last; by end of period, then by publication.

    Of two readings with the same day the later in the sequence (the newer load's) counts.
    """
    latest: dict[tuple[str, str], Reading] = {}
    for reading in published:
        key = (reading.period, reading.basis)
        held = latest.get(key)
        if held is None or held.known_on <= reading.known_on:
            latest[key] = reading
    return sorted(latest.values(), key=lambda reading: (reading.end, reading.known_on))


def known_on(readings: Iterable[Reading], as_of: date) -> list[Reading]:
    """What was known on the day: the readings in force among those published by then."""
    return in_force(published_by(readings, as_of))


def reaches(reading: Reading, number: float, direction: int, is_strict: bool = False) -> bool:
    """Whether the reading proves that the number is reached in the direction (+1, −1); strict: passed.

    A bound does so only where it is enough: "> 50" is at least 50 and more than 50, "nearly 50" is neither.
    """
    if reading.qualifier in _NEVER_REACHES[direction]:
        return False
    worst = reading.high if direction < 0 and reading.high is not None else reading.value
    gap, slack = direction * (worst - number), TOLERANCE * abs(number)
    return gap > slack if is_strict and reading.qualifier not in _BEYOND[direction] else gap >= -slack


def falls_short(reading: Reading, number: float, direction: int, is_strict: bool = False) -> bool:
    """Whether the reading proves that the number is not reached in the direction; strict: not passed."""
    if reading.qualifier in _OPEN_END[direction]:
        return False
    best = reading.high if direction > 0 and reading.high is not None else reading.value
    gap, slack = direction * (best - number), TOLERANCE * abs(number)
    must_pass = is_strict and reading.qualifier not in _BEYOND[direction]
    return gap <= slack if must_pass or reading.qualifier in _BEYOND[-direction] else gap < -slack


def last_years(readings: Sequence[Reading], years: int = 5) -> list[Reading]:
    """Readings of the last years up to the latest one: five of a yearly series."""
    if not readings:
        return []
    horizon = decimal_year(readings[-1].end) - years + TOLERANCE
    return [reading for reading in readings if decimal_year(reading.end) > horizon]
