"""All verdicts of all targets, as rows of the table `assessment`: tables in, rows out."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

import pandas as pd

from etl.judge.assess import History, histories
from etl.judge.methods import VERSION
from etl.judge.promise import Reading, Verdict
from etl.judge.promises import Held, promises
from etl.store import query
from etl.store.query import plain_rows
from etl.vocabulary import Flag, Grade, Method, Qualifier

CODES = ("status", "reason", "detail", "qualifier", "method_class", "obstacle", "no_chance")
"""Fields of a verdict that hold codes."""


def verdict_rows(bind: query.Bind) -> list[dict]:
    """The whole verdict history of every target by every method, on its headline series and on each rival."""
    readings, held = readings_of(bind), list(promises(bind))
    found = histories([(one.promise, readings.get(one.series_id, ())) for one in held])
    return [row for one, by_method in zip(held, found, strict=True) for row in _rows(one, by_method)]


def _rows(held: Held, by_method: Mapping[Method, History]) -> Iterator[dict]:
    """The rows of a promise up to the day on which its next version takes over."""
    key = {"target_id": held.promise.target_id, "series_id": held.series_id, "role": str(held.role)}
    for method, history in by_method.items():
        for valid_from, verdict in history:
            if held.until is None or valid_from < held.until:
                when = {"valid_from": valid_from, "rules_version": VERSION}
                yield key | {"method": str(method)} | when | verdict_row(verdict)


def changed(rows: list[dict], earlier: pd.DataFrame) -> list[dict]:
    """Rows of those targets and methods whose history is not the one already in force."""
    before = defaultdict(list)
    for record in plain_rows(earlier.drop(columns="load_id")):
        before[record["target_id"], record["method"]].append(record)
    now = defaultdict(list)
    for row in rows:
        now[row["target_id"], row["method"]].append(row)
    fresh = [own for key, own in now.items() if _in_order(own) != _in_order(before[key])]
    return [row for own in fresh for row in own]


def _in_order(rows: list[dict]) -> list[dict]:
    """A target's rows by series and day, in whatever order they come."""
    return sorted(rows, key=lambda row: (row["role"], row["series_id"], row["valid_from"]))


def readings_of(bind: query.Bind, series_ids: Sequence[str] | None = None) -> dict[str, tuple[Reading, ...]]:
    """All publications of the given series (None: of every series), the newest load's last."""
    rows = query.publications(bind, query.EVER, series_ids)
    readings = defaultdict(list)
    for row in sorted(rows, key=itemgetter("series_id", "load_id", "row")):
        readings[row["series_id"]].append(reading(row))
    return {series_id: tuple(items) for series_id, items in readings.items()}


def reading(row: dict) -> Reading:
    """A row of `query.vintages` or `query.observations` as the judging takes it."""
    return Reading(
        period=row["period"],
        start=row["period_start"],
        end=row["period_end"],
        value=row["value"],
        high=row["high"],
        qualifier=Qualifier(row["qualifier"]),
        published_on=row["published_on"],
        known_on=row["known_on"],
        basis=row["basis"],
        decides=bool(row["decides"]),
        grade=Grade(row["grade"]),
        flag=Flag(row["flag"]) if row["flag"] else None,
        source=(row["load_id"], row["sheet"], row["row"], row["cell"]),
    )


def verdict_row(verdict: Verdict) -> dict:
    """A verdict as the table `assessment` has it, without its keys."""
    names = (
        *("ratio", "progress_share", "time_share", "required_value", "period", "value", "high", "published_on"),
        *("basis", "second_period", "second_value", "second_basis"),
        *("baseline_period", "baseline_value", "baseline_published_on", "target_value", "target_high"),
        *("target_is_derived", "actual_per_year", "required_per_year", "distance", "chance", "expected"),
        *CODES,
    )
    row = {name: getattr(verdict, name) for name in names}
    row |= {name: str(row[name]) for name in CODES if row[name] is not None}
    load_id, sheet, _, cell = verdict.source or (None, None, None, None)
    row |= {"badges": " ".join(verdict.badges), "basis": verdict.basis or None}
    row |= {"workings": json.dumps(dict(verdict.workings)) if verdict.workings else None}
    return row | {"source_load_id": load_id, "source_sheet": sheet, "source_cell": cell}
