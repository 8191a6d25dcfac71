"""What does not add up, and what has fallen silent, as known on a day: tables in, findings out."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import accumulate, groupby
from operator import itemgetter

from etl.judge.arithmetic import Amount, Found, Step, announced, parts_of, steps_of
from etl.judge.known import LOWER_BOUNDS, UPPER_BOUNDS
from etl.judge.standing import is_of_last_months
from etl.judge.watch import Habit, Release
from etl.normalise.periods import read_period
from etl.store import query
from etl.store.query import plain_rows
from etl.vocabulary import GIVEN_UP, Comparator, Family, Finding, Flag, Kind, Link, Measured, Qualifier, Status

SETTLED = (Family.kept, Family.missed, Family.not_judged)
NO_RELEASE = (Flag.forecast, Flag.estimate)
LOOKED_AT = (
    "target_id", "policy_id", "indicator_id", "series_id", "kind", "comparator", "unit", "deadline", "stated_basis",
    "status", "family", "target_value", "target_high", "value", "qualifier", "period",
)  # fmt: skip
"""Columns of `query.standing` on which findings rest, beside `same_as`."""


def findings(bind: query.Bind, as_of: date, target_ids: Collection[str] | None = None) -> list[Found]:
    """All findings about targets known on the day, by target.

    Of some targets only the findings that rest on these alone: all that are linked with one belong to it.
    """
    rows = query.stances(bind, as_of, target_ids=target_ids, columns=LOOKED_AT)
    status = {row["target_id"]: row for row in rows}
    found = [*_sums(bind, as_of, status), *_steps(bind, as_of, status)]
    series_ids = None if target_ids is None else {row["series_id"] for row in status.values()} - {None}
    habits = query.kept_of(bind, "habits", lambda some: _habits(bind, some), series_ids)
    found += [*_silences(bind, as_of, status, habits), *_left_behind(bind, as_of, status)]
    return sorted(found, key=lambda one: (one.target_id, list(Finding).index(one.code)))


def _sums(bind: query.Bind, as_of: date, status: dict[str, dict]) -> Iterator[Found]:
    """What is announced for a goal, and parts of a whole."""
    linked = defaultdict(list)
    for row in query.kept(bind, "linked", lambda: plain_rows(query.target_links(bind, query.EVER))):
        if row["target_id"] in status and row["other_id"] in status:
            linked[row["link"], row["other_id"]].append(status[row["target_id"]])
    for (link, target_id), rows in linked.items():
        goal = status[target_id]
        if not _is_amount(goal):
            continue
        told = {row["target_id"] for row in rows}
        own = [row for row in rows if _is_amount(row) and _adds(row, goal, link) and row["same_as"] not in told]
        others = [_amount(row) for row in own]
        if link == Link.part_of:
            yield from parts_of(_amount(goal), others)
        elif link == Link.contributes_to and goal["status"] != Status.basis_changed:
            sum_up = announced(_amount(goal), others)
            if sum_up:
                yield sum_up


def _is_amount(row: dict) -> bool:
    """Whether a target stands as an amount of its unit: not a rate of growth, not given up."""
    return row["target_value"] is not None and row["kind"] != Kind.growth_per_year and row["status"] not in GIVEN_UP


def _adds(row: dict, goal: dict, link: str) -> bool:
    """Whether a linked target adds to the goal; an earlier step of the same quantity does not."""
    is_ceiling = row["comparator"] == Comparator.up_to
    return link == Link.part_of or is_ceiling or row["indicator_id"] != goal["indicator_id"]


def _amount(row: dict) -> Amount:
    return Amount(
        target_id=row["target_id"],
        aim=row["target_value"],
        comparator=Comparator(row["comparator"]) if row["comparator"] else None,
        unit=row["unit"] or "",
        deadline=row["deadline"],
        counted=row["value"],
        qualifier=Qualifier(row["qualifier"]) if row["qualifier"] else None,
        period=row["period"],
        most=row["target_high"],
    )


def _steps(bind: query.Bind, as_of: date, status: dict[str, dict]) -> Iterator[Found]:
    """Milestones against the end, and against the figure for their day."""
    due = query.milestones(bind, as_of)
    due = due[due.target_id.isin(status)]
    series_ids = {status[target_id]["series_id"] for target_id in due.target_id} - {None}
    figures = defaultdict(list)
    for row in query.known(bind, as_of, sorted(series_ids)):
        if row["decides"] and row["flag"] not in NO_RELEASE:
            figures[row["series_id"]].append(row)
    steps = defaultdict(list)
    for row in due.itertuples():
        goal = status[row.target_id]
        found = _due(figures[goal["series_id"]], row.deadline, goal) or {}
        counted = (found.get("value"), found.get("period"), found.get("qualifier"))
        steps[row.target_id].append(Step(row.deadline, row.value, *counted))
    for target_id, own in steps.items():
        goal = status[target_id]
        if _is_amount(goal):
            yield from steps_of(target_id, goal["target_value"], _direction(goal), own, as_of)


def _due(figures: list[dict], day: date, goal: dict) -> dict | None:
    """The figure for a milestone's day, as for a deadline's; None where it is a bound or which basis counts is open."""
    own = [one for one in figures if one["period_end"] <= day and _is_for(one, day)]
    if goal["stated_basis"]:
        own = [one for one in own if one["basis"] == goal["stated_basis"]]
    last = max(own, key=lambda one: one["period_end"], default=None)
    open_ends = LOWER_BOUNDS if _direction(goal) > 0 else UPPER_BOUNDS
    if last is None or last["qualifier"] in open_ends or len({one["basis"] for one in figures}) > 1:
        return None
    return last


def _is_for(figure: dict, day: date) -> bool:
    is_stock = figure["measured"] == Measured.stock
    return is_of_last_months(figure["period_end"], day) if is_stock else figure["period_end"] == day


def _direction(goal: dict) -> int:
    return -1 if goal["comparator"] == Comparator.at_most else 1


def _silences(bind: query.Bind, as_of: date, status: dict[str, dict], habits: Mapping[str, Habit]) -> Iterator[Found]:
    """Headline series that have ended or are late, of targets that still wait for a figure."""
    about = query.kept(
        bind, "watched", lambda: query.by_code(query.series(bind), "series_id", ("discontinued", "lag_days"))
    )
    waiting = [row for row in status.values() if row["series_id"] and row["family"] not in SETTLED]
    silent = {code: _silence(habits.get(code), about[code], as_of) for code in {row["series_id"] for row in waiting}}
    for row in waiting:
        if said := silent[row["series_id"]]:
            yield Found(target_id=row["target_id"], **said)


def _silence(habit: Habit | None, series: dict, as_of: date) -> dict | None:
    """What is to be said of a series that has ended or is late; None of others."""
    ended = series["discontinued"]
    if ended is not None and ended <= as_of:
        return {"code": Finding.discontinued, "day": ended}
    awaited = habit and habit.expected(as_of, series["lag_days"])
    if awaited and awaited.is_late(as_of):
        return {"code": Finding.overdue, "period": awaited.period.label, "day": awaited.latest_on}
    return None


def _habits(bind: query.Bind, series_ids: Collection[str] | None) -> dict[str, Habit]:
    """The habits of all series that have figures, or of those given."""
    about = {row["series_id"]: row["frequency"] for row in plain_rows(query.series(bind, series_ids))}
    published = [row for row in query.publications(bind, query.EVER, series_ids) if row["flag"] not in NO_RELEASE]
    return {
        series_id: _habit(list(own), about[series_id]) for series_id, own in groupby(published, itemgetter("series_id"))
    }


def _habit(published: list[dict], frequency: str) -> Habit:
    """The habit of a series: releases are first publications of periods of its own length; a deciding figure of any
    length tells how far its periods are covered."""
    first: dict[str, date] = {}
    for row in published:
        if row["frequency"] == frequency and row["published_on"]:
            first[row["period"]] = min(first.get(row["period"], row["published_on"]), row["published_on"])
    deciding = sorted((row["known_on"], row["period_end"]) for row in published if row["decides"])
    return Habit(
        releases=sorted(
            (Release(read_period(period), day) for period, day in first.items()), key=lambda one: one.period
        ),
        days=[day for day, _ in deciding],
        covered=list(accumulate((end for _, end in deciding), max)),
    )


def _left_behind(bind: query.Bind, as_of: date, status: dict[str, dict]) -> Iterator[Found]:
    """Targets of a document none of whose successors sets a goal for the same quantity."""
    successors = defaultdict(list)
    for row in plain_rows(query.policies(bind, as_of).sort_values("issued", kind="stable")):
        successors[row["succeeds_id"]].append(row["policy_id"])
    taken_up = {(row["policy_id"], row["indicator_id"]) for row in query.stated(bind, as_of)}
    for target_id, row in status.items():
        later, indicator_id = successors[row["policy_id"]], row["indicator_id"]
        is_goal = indicator_id is not None and row["family"] != Family.not_judged
        if later and is_goal and not any((policy_id, indicator_id) in taken_up for policy_id in later):
            yield Found(Finding.not_taken_up, target_id, policy_id=later[-1])
