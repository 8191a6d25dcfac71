"""Promises as the tables hold them: each version of each target, on its headline series and on each rival."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import inf

import pandas as pd

from etl.judge.decisions import given_up, steps_of
from etl.judge.promise import Decision, Promise
from etl.judge.scales import Bounds
from etl.normalise.periods import read_period
from etl.store import query
from etl.store.query import plain_rows
from etl.vocabulary import Comparator, Kind, Link, Measured, Role, TextStatus


@dataclass(frozen=True, slots=True)
class Held:
    """A promise and the series it is held against ("" for none), up to the day its next version takes over."""

    promise: Promise
    series_id: str
    role: Role
    until: date | None


def promises(bind: query.Bind, target_ids: Collection[str] | None = None) -> Iterator[Held]:
    """Every version of every target, or of those given, with its headline, and with each rival that has the headline's
    unit."""
    yardsticks = _Yardsticks(bind, target_ids)
    circumstances = _Circumstances(bind)
    versions = plain_rows(_of(query.target_versions(bind), target_ids))
    for row, following in zip(versions, [*versions, None][1:], strict=True):
        until = following["stated_on"] if following and following["target_id"] == row["target_id"] else None
        promise = circumstances.of(row)
        headline = yardsticks.headlines.get(row["target_id"], "")
        yield Held(yardsticks.on(promise, headline), headline, Role.headline, until)
        for series_id in yardsticks.rivals(row):
            yield Held(yardsticks.on_rival(promise, series_id), series_id, Role.rival, until)


def _of(frame: pd.DataFrame, target_ids: Collection[str] | None) -> pd.DataFrame:
    return frame if target_ids is None else frame[frame.target_id.isin(list(target_ids))]


def held_on(bind: query.Bind, target_id: str, as_of: date) -> Held | None:
    """The target's promise in force on the day, on its headline series; None where it was not stated yet."""
    own = [held for held in promises(bind, [target_id]) if held.role is Role.headline]
    return next((held for held in reversed(own) if held.promise.known_on <= as_of), None)


class _Yardsticks:
    """The series that targets are held against, their kind, their bases and what was decided on these."""

    def __init__(self, bind: query.Bind, target_ids: Collection[str] | None):
        series = _of(query.target_series(bind, query.EVER), target_ids)
        about = query.series(bind, set(series.series_id))
        self._measured = dict(zip(about.series_id, about.measured, strict=True))
        self._units = dict(zip(about.series_id, about.unit, strict=True))
        self._indicators = dict(query.indicators(bind)[["indicator_id", "unit"]].itertuples(index=False))
        self._natural = {row["series_id"]: _natural(row) for row in plain_rows(about)}
        self._decisions = decisions_on_bases(bind)
        self._bases = set(query.bases(bind)[["series_id", "basis"]].itertuples(index=False, name=None))
        self.headlines = dict(series[series.role == Role.headline][["target_id", "series_id"]].itertuples(index=False))
        self._rivals = series[series.role == Role.rival].groupby("target_id").series_id.agg(list).to_dict()

    def rivals(self, row: dict) -> list[str]:
        """Rival series of a target in the unit of its indicator."""
        unit = self._indicators.get(row["indicator_id"])
        return [series_id for series_id in self._rivals.get(row["target_id"], ()) if self._units[series_id] == unit]

    def on(self, promise: Promise, series_id: str) -> Promise:
        """The promise as measured by a series; "" for none."""
        if not series_id:
            return promise
        measured = Measured(self._measured[series_id])
        decisions = self._decisions.get(series_id, ())
        is_rate = measured is Measured.growth
        held = {"decisions": tuple(decisions), "natural": self._natural[series_id]}
        return replace(promise, has_series=True, measured=measured, yearly_rates=is_rate, **held)

    def on_rival(self, promise: Promise, series_id: str) -> Promise:
        """The promise as measured by a rival. A baseline's value as stated is the headline's and stays with it."""
        basis = promise.basis if (series_id, promise.basis) in self._bases else None
        return replace(self.on(promise, series_id), baseline_value=None, basis=basis)


class _Circumstances:
    """What else bears on a target: proxies, milestones, later targets in its place, decisions to give it up."""

    def __init__(self, bind: query.Bind):
        series = query.target_series(bind, query.EVER)
        self._proxied = set(series[series.role == Role.proxy].target_id)
        self._superseded = _superseded(bind)
        self._steps = _steps(bind)
        self._dropped = _dropped(bind)

    def of(self, row: dict) -> Promise:
        """The promise of a row of the table `target`, without a series yet."""
        target_id = row["target_id"]
        return Promise(
            target_id=target_id,
            kind=Kind(row["kind"]),
            comparator=Comparator(row["comparator"]) if row["comparator"] else None,
            value=row["value"],
            high=row["high"],
            baseline_value=row["baseline_value"],
            baseline_period=read_period(row["baseline_period"]) if row["baseline_period"] else None,
            deadline=row["deadline"],
            basis=row["basis"],
            tolerance=row["tolerance"],
            known_on=row["stated_on"],
            text_status=TextStatus(row["text_status"]),
            milestones=tuple(self._steps[target_id]),
            has_series=False,
            has_proxies=target_id in self._proxied,
            superseded_on=self._superseded.get(target_id),
            measured=Measured.flow,
            yearly_rates=False,
            dropped_on=self._dropped.get(target_id),
        )


def _natural(row: dict) -> Bounds:
    """The least and the largest value that a series' indicator can have."""
    lower, upper = row["lower"], row["upper"]
    return Bounds(-inf if lower is None else lower, inf if upper is None else upper)


def decisions_on_bases(bind: query.Bind) -> dict[str, list[Decision]]:
    """Decisions on bases by series, the earliest first."""
    return steps_of(plain_rows(query.decisions(bind, query.EVER)))


def _dropped(bind: query.Bind) -> dict[str, date]:
    """Day from which a target counts as given up."""
    rows = given_up(plain_rows(query.decisions(bind, query.EVER)))
    return {target_id: row["decided_on"] for target_id, row in rows.items()}


def _steps(bind: query.Bind) -> dict[str, list[tuple[date, float]]]:
    """Milestones by target, the earliest first."""
    steps = defaultdict(list)
    for row in query.milestones(bind, query.EVER).sort_values("deadline").itertuples():
        steps[row.target_id].append((row.deadline, row.value))
    return steps


def _superseded(bind: query.Bind) -> dict[str, date]:
    """Day from which a target is superseded: the day on which the first of its successors was stated."""
    links = query.target_links(bind, query.EVER)
    links = links[links.link == Link.supersedes]
    stated, days = query.first_stated(bind), {}
    for later, other in zip(links.target_id, links.other_id, strict=True):
        days[other] = min(stated[later], days.get(other, date.max))
    return days
