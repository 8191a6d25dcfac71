"""All verdicts of all targets, as rows of the table `assessment`: tables in, rows out."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import pandas as pd

from etl.judge.assess import history
from etl.judge.promise import Promise, Reading, Verdict
from etl.normalise.periods import read_period
from etl.store import query
from etl.store.query import plain_rows
from etl.vocabulary import Comparator, Flag, Grade, Kind, Link, Measured, Method, Qualifier, Role, TextStatus


def verdict_rows(bind: query.Bind) -> list[dict]:
    """The whole verdict history of every target by every method, as the tables stand now."""
    readings = _readings(bind)
    rows = []
    for promise, series_id, until in _promises(bind):
        known = readings.get(series_id, ())
        for method in Method:
            for valid_from, verdict in history(promise, known, method):
                if until is None or valid_from < until:
                    rows.append(_row(promise, series_id, method, valid_from, verdict))
    return rows


def changed(rows: list[dict], earlier: pd.DataFrame) -> list[dict]:
    """Rows of those targets and methods whose history is not the one already in force."""
    before = defaultdict(list)
    for record in earlier.drop(columns="load_id").astype(object).to_dict("records"):
        before[record["target_id"], record["method"]].append(_comparable(record))
    now = defaultdict(list)
    for row in rows:
        now[row["target_id"], row["method"]].append(row)
    fresh = [own for key, own in now.items() if list(map(_comparable, own)) != before[key]]
    return [row for own in fresh for row in own]


def _comparable(row: dict) -> dict:
    return {name: None if pd.isna(value) else value for name, value in row.items()}


def _readings(bind: query.Bind) -> dict[str, tuple[Reading, ...]]:
    """All publications of every series, the newest load's last."""
    frame = query.vintages(bind, query.EVER).sort_values(["series_id", "load_id", "row"], kind="stable")
    readings = defaultdict(list)
    for row in plain_rows(frame):
        readings[row["series_id"]].append(_reading(row))
    return {series_id: tuple(items) for series_id, items in readings.items()}


def _reading(row: dict) -> Reading:
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


def _promises(bind: query.Bind) -> Iterator[tuple[Promise, str, date | None]]:
    """Each version of each target, its headline series ("" for none), and the day the next version takes over."""
    series = query.target_series(bind, query.EVER)
    headlines = dict(series[series.role == Role.headline][["target_id", "series_id"]].itertuples(index=False))
    measured = dict(query.series(bind)[["series_id", "measured"]].itertuples(index=False))
    proxied = set(series[series.role == Role.proxy].target_id)
    superseded, steps = _superseded(bind), _steps(bind)
    versions = plain_rows(query.target_versions(bind))
    for row, following in zip(versions, [*versions, None][1:], strict=True):
        target_id = row["target_id"]
        series_id = headlines.get(target_id, "")
        promise = _promise(
            row | {"has_proxies": target_id in proxied, "superseded_on": superseded.get(target_id)},
            steps[target_id],
            Measured(measured[series_id]) if series_id else None,
        )
        yield promise, series_id, following["stated_on"] if following and following["target_id"] == target_id else None


def _promise(row: dict, steps: list[tuple[date, float]], measured: Measured | None) -> Promise:
    return Promise(
        target_id=row["target_id"],
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
        milestones=tuple(steps),
        has_series=measured is not None,
        has_proxies=row["has_proxies"],
        superseded_on=row["superseded_on"],
        measured=measured or Measured.flow,
        yearly_rates=measured is Measured.growth,
    )


def _steps(bind: query.Bind) -> dict[str, list[tuple[date, float]]]:
    """Milestones by target, the earliest first."""
    steps = defaultdict(list)
    for row in query.milestones(bind, query.EVER).sort_values("deadline").itertuples():
        steps[row.target_id].append((row.deadline, row.value))
    return steps


def _superseded(bind: query.Bind) -> dict[str, date]:
    """Day from which a target is superseded: the day its successor was stated."""
    links = query.target_links(bind, query.EVER)
    links = links[links.link == Link.supersedes]
    stated = query.target_versions(bind).groupby("target_id").stated_on.min()
    return {row.other_id: stated[row.target_id] for row in links.itertuples()}


def _row(promise: Promise, series_id: str, method: Method, valid_from: date, verdict: Verdict) -> dict:
    names = (
        *("status", "reason", "detail", "ratio", "progress_share", "time_share", "required_value", "period", "value"),
        *("high", "qualifier", "published_on", "basis", "second_period", "second_value", "second_basis"),
        *("baseline_period", "baseline_value", "baseline_published_on", "target_value", "target_high"),
        *("target_is_derived", "actual_per_year", "required_per_year", "distance"),
    )
    row = {"target_id": promise.target_id, "series_id": series_id, "method": str(method), "valid_from": valid_from}
    row |= {name: getattr(verdict, name) for name in names}
    row |= {name: str(row[name]) for name in ("status", "reason", "detail", "qualifier") if row[name] is not None}
    load_id, sheet, _, cell = verdict.source or (None, None, None, None)
    row |= {"badges": " ".join(verdict.badges), "basis": verdict.basis or None}
    return row | {"source_load_id": load_id, "source_sheet": sheet, "source_cell": cell}
