"""How far publishers differ who give a figure for the same period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.figures.readings import Reading
from etl.vocabulary import Qualifier

BOUNDS = (Qualifier.more_than, Qualifier.at_least, Qualifier.less_than, Qualifier.at_most)


@dataclass(frozen=True)
class Range:
    """The lowest and the highest value that publishers give for a period."""

    period: str
    day: date
    low: float
    high: float


def ranges(headline: Iterable[Reading], rivals: Sequence[Iterable[Reading]]) -> list[Range]:
    """The periods for which the headline and a rival, or two rivals, give different values, by time.

    Only readings that decide count, of each publisher the one published last for the period; "more than 300" and other
    bounds are left out: they do not differ from what they hold.
    """
    given: dict[str, list[Reading]] = {}
    for publisher in (headline, *rivals):
        for period, one in _last(publisher).items():
            given.setdefault(period, []).append(one)
    found = [
        Range(period, own[0].end, min(one.value for one in own), max(one.top for one in own))
        for period, own in given.items()
        if len(own) > 1
    ]
    return sorted((one for one in found if one.low < one.high), key=lambda one: one.day)


def _last(publisher: Iterable[Reading]) -> dict[str, Reading]:
    told = (one for one in publisher if one.is_decisive and one.qualifier not in BOUNDS)
    by_day = sorted(told, key=lambda one: one.published_on or date.min)
    return {one.period: one for one in by_day}
