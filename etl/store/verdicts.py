"""The verdicts in force as the table `assessment` holds them: the newest generation of each target and method."""

from collections.abc import Iterable
from datetime import date
from operator import itemgetter

import pandas as pd
import sqlalchemy as sa

from etl.store import schema
from etl.store.frames import Bind, frame_of, frame_of_rows, is_live, rows_of
from etl.store.registers import targets
from etl.vocabulary import Method, Role

COLUMNS = tuple(column.name for column in schema.assessment.c)


def generation_rows(methods: Iterable[str]) -> sa.Subquery:
    """Verdict rows of the newest generation of each target and method; none of a target whose loads are withdrawn."""
    table, other, target = schema.assessment, schema.assessment.alias(), schema.target.c
    newest = sa.select(sa.func.max(other.c.load_id)).where(
        other.c.target_id == table.c.target_id, other.c.method == table.c.method
    )
    chosen = sa.select(table).where(table.c.method.in_([str(method) for method in methods]))
    chosen = chosen.where(table.c.target_id.in_(sa.select(target.target_id).where(is_live(target.load_id))))
    return chosen.where(table.c.load_id == newest.scalar_subquery()).subquery()


def change_days(bind: Bind, as_of: date) -> list[date]:
    """Days up to the day on which some verdict changed, oldest first."""
    rows = generation_rows(list(Method))
    chosen = sa.select(rows.c.valid_from).distinct().where(rows.c.role == Role.headline)
    frame = frame_of(bind, chosen.where(rows.c.valid_from <= as_of))
    return sorted(frame.valid_from)


def verdicts(bind: Bind, target_id: str, as_of: date, method: str | None = None) -> pd.DataFrame:
    """The verdicts on a target's headline up to the day, oldest first: one row a day on which one took over."""
    own = targets(bind, as_of, target_id).method.fillna(str(Method.linear_pace))
    methods = own.tolist() if method is None else [method]
    found = [row for row in _headlines(bind, as_of, [target_id]) if row["method"] in methods]
    return frame_of_rows(found, COLUMNS)


def panel(bind: Bind, target_id: str, as_of: date) -> pd.DataFrame:
    """What each method said of a target on the day: the row of its verdict on the headline, one a method."""
    return panels(bind, as_of, [target_id])


def panels(bind: Bind, as_of: date, target_ids: Iterable[str] | None = None) -> pd.DataFrame:
    """What each method said of targets (None: of all) on the day: one row a target and method, by target."""
    last = {(row["target_id"], row["method"]): row for row in _headlines(bind, as_of, target_ids)}
    places = {str(method): place for place, method in enumerate(Method)}
    rows = sorted(last.values(), key=lambda row: (row["target_id"], places[row["method"]]))
    return frame_of_rows(rows, COLUMNS)


def _headlines(bind: Bind, as_of: date, target_ids: Iterable[str] | None) -> list[dict]:
    """The verdicts on headlines up to the day, by target and method, the oldest first."""
    return [row for row in _history(bind, target_ids) if row["role"] == Role.headline and row["valid_from"] <= as_of]


def history(bind: Bind, target_ids: Iterable[str] | None = None) -> pd.DataFrame:
    """The verdict history in force: all rows of the newest generation of each target and method, rivals' too."""
    return frame_of_rows(_history(bind, target_ids), COLUMNS)


def _history(bind: Bind, target_ids: Iterable[str] | None) -> list[dict]:
    rows = generation_rows(list(Method))
    chosen = sa.select(rows)
    if target_ids is not None:
        chosen = chosen.where(rows.c.target_id.in_(list(target_ids)))
    return sorted(rows_of(bind, chosen), key=itemgetter("target_id", "method", "role", "series_id", "valid_from"))
