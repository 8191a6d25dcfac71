"""What lies ahead of a target's series: the forecast from its last figure to the deadline, with its bands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from etl.judge.assess import judge
from etl.judge.chance import event_of, forecast, least
from etl.judge.generation import readings_of
from etl.judge.promise import Reading
from etl.judge.promises import Held, promises
from etl.judge.spans import is_about_span
from etl.judge.standing import standing
from etl.normalise.periods import decimal_year
from etl.store import query
from etl.vocabulary import Method, Role

BANDS = {80: (0.1, 0.9), 95: (0.025, 0.975)}
"""Bands by the share of outcomes in them, in per cent: the two quantiles."""


@dataclass(frozen=True)
class Ahead:
    """A forecast by day from the last figure to the deadline, in the unit: its middle, low and high of each band.

    `figures` counts those that it rests on.
    """

    days: Sequence[date]
    central: Sequence[float]
    bands: dict[int, tuple[Sequence[float], Sequence[float]]]
    figures: int


def ahead(bind: query.Bind, target_id: str, as_of: date) -> Ahead | None:
    """The forecast of a target's headline series as known on the day; None where there is none to draw."""
    return aheads(bind, as_of, [target_id]).get(target_id)


def aheads(bind: query.Bind, as_of: date, target_ids: Collection[str]) -> dict[str, Ahead]:
    """The forecasts of the headline series of several targets as known on the day, of those that have one."""
    own = [one for one in promises(bind, target_ids) if one.role is Role.headline and one.series_id]
    held = {one.promise.target_id: one for one in own if one.promise.known_on <= as_of}
    readings = readings_of(bind, sorted({one.series_id for one in held.values()}))
    found = {name: _ahead(one, readings.get(one.series_id, ()), as_of) for name, one in held.items()}
    return {name: one for name, one in found.items() if one}


def _ahead(held: Held, readings: Sequence[Reading], as_of: date) -> Ahead | None:
    found = standing(held.promise, readings, as_of)
    if is_about_span(held.promise) or judge(held.promise, readings, as_of, Method.linear_pace).chance is None:
        return None
    event = event_of(found.question)
    seen = forecast(event)
    days = _days(found.question.latest.end, held.promise.deadline)
    years = np.array([decimal_year(day) for day in days[1:]]) - seen.origin
    lowest = least(held.promise, seen)

    def line(share: float) -> list[float]:
        return [seen.last, *map(float, np.maximum(seen.quantile(years, share), lowest))]

    bands = {name: (line(low), line(high)) for name, (low, high) in BANDS.items()}
    return Ahead(days, line(0.5), bands, len(event.points))


def _days(last: date, deadline: date) -> list[date]:
    """The last figure's day, the ends of the years between, and the deadline."""
    ends = [date(year, 12, 31) for year in range(last.year, deadline.year)]
    return [last, *(day for day in ends if day > last), deadline]
