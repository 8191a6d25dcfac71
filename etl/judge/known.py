"""What was known on a day, and whether a reading satisfies a target."""

from collections.abc import Iterable, Sequence
from datetime import date

from etl.judge.progress import TOLERANCE
from etl.judge.promise import Reading
from etl.normalise.periods import decimal_year
from etl.vocabulary import Comparator, Qualifier

LOWER_BOUNDS = (Qualifier.more_than, Qualifier.at_least)
UPPER_BOUNDS = (Qualifier.less_than, Qualifier.at_most)
EXACT_SHARE = 0.01  # an exact target is met within 1 % of its value where it gives no tolerance of its own


def known_on(readings: Iterable[Reading], as_of: date) -> list[Reading]:
    """Of each period and basis the deciding reading published last up to the day; by period, then by publication.

    Of two readings with the same day the later in the sequence (the newer load's) counts.
    """
    latest: dict[tuple[str, str], Reading] = {}
    for reading in readings:
        if reading.decides and reading.known_on <= as_of:
            key = (reading.period, reading.basis)
            if key not in latest or latest[key].known_on <= reading.known_on:
                latest[key] = reading
    return sorted(latest.values(), key=lambda reading: (reading.end, reading.known_on, reading.period))


def satisfies(reading: Reading, comparator: Comparator, target: float, high: float | None, direction: int) -> bool:
    """Whether the reading proves that the target is met; a bound does so only where it is enough."""
    if comparator is Comparator.between and high is not None:
        return _reaches(reading, target, 1) and _reaches(reading, high, -1)
    if direction > 0 and reading.qualifier in UPPER_BOUNDS or direction < 0 and reading.qualifier in LOWER_BOUNDS:
        return False
    strict = comparator is Comparator.more_than
    return _reaches(reading, target, direction, strict)


def satisfies_exactly(reading: Reading, target: float, tolerance: float | None) -> bool:
    """Whether the value lies within the tolerance of an exact target; a bound never proves that."""
    allowed = EXACT_SHARE * abs(target) if tolerance is None else tolerance
    is_bound = reading.qualifier in (*LOWER_BOUNDS, *UPPER_BOUNDS, Qualifier.between)
    return not is_bound and abs(reading.value - target) <= allowed + TOLERANCE * max(1.0, abs(target))


def _reaches(reading: Reading, target: float, direction: int, strict: bool = False) -> bool:
    qualifier = reading.qualifier
    value = reading.high if direction < 0 and reading.high is not None else reading.value
    gap = direction * (value - target)
    slack = TOLERANCE * abs(target)
    beyond = Qualifier.just_over if direction > 0 else Qualifier.nearly
    if qualifier is beyond or qualifier is (Qualifier.more_than if direction > 0 else Qualifier.less_than):
        return gap >= -slack
    if qualifier is (Qualifier.nearly if direction > 0 else Qualifier.just_over):
        return gap > slack
    if qualifier in (UPPER_BOUNDS if direction > 0 else LOWER_BOUNDS):
        return False
    return gap > slack if strict else gap >= -slack


def proves_short(reading: Reading, direction: int) -> bool:
    """Whether a reading that does not satisfy also proves that the target is not met: a bound towards it does not."""
    return reading.qualifier not in (LOWER_BOUNDS if direction > 0 else UPPER_BOUNDS)


def last_years(readings: Sequence[Reading], years: int = 5) -> list[Reading]:
    """Readings of the last years up to the latest one: five of a yearly series."""
    if not readings:
        return []
    horizon = decimal_year(readings[-1].end) - years + TOLERANCE
    return [reading for reading in readings if decimal_year(reading.end) > horizon]
