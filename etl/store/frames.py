"""Rows as frames, and the registers: those tables of which the newest live row counts, whatever the day."""

from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
import sqlalchemy as sa

from etl.store import schema

Bind = sa.Engine | sa.Connection

Registers = tuple[int, dict[str, pd.DataFrame]]
_KEPT: WeakKeyDictionary[sa.Engine, Registers] = WeakKeyDictionary()
"""The registers of each database in the state after the load of that number."""


def is_live(load_id: sa.Column) -> sa.ColumnElement[bool]:
    """Whether the load of a row is not withdrawn. The few withdrawn loads are looked up, not the many live ones: else
    SQLite seeks each of these in the index of every row."""
    return load_id.not_in(sa.select(schema.load.c.withdraws).where(schema.load.c.withdraws.is_not(None)))


def generation(bind: Bind) -> int:
    """Number of the newest load or withdrawal; 0 for an empty database. What was read stays true until it grows."""
    if isinstance(bind, sa.Engine):
        with bind.connect() as connection:
            return generation(connection)
    return bind.scalar(sa.select(sa.func.max(schema.load.c.load_id))) or 0


def newest(bind: Bind, table: sa.Table, *keys: str) -> pd.DataFrame:
    """The rows of a register that count. A database that is asked directly is read once for each state of its tables;
    a connection in use always."""
    if not isinstance(bind, sa.Engine):
        return frame_of(bind, _newest(table, *keys))
    state, (known, kept) = generation(bind), _KEPT.get(bind, (-1, {}))
    if known != state:
        kept = {}
        _KEPT[bind] = (state, kept)
    if table.name not in kept:
        kept[table.name] = frame_of(bind, _newest(table, *keys))
    return kept[table.name].copy(deep=False)


def plain_rows(frame: pd.DataFrame) -> list[dict]:
    """Rows of a frame as dicts, absent values as None."""
    values = frame.to_numpy(dtype=object)
    names = list(frame.columns)
    return [dict(zip(names, row, strict=True)) for row in np.where(pd.isna(values), None, values).tolist()]


def _newest(table: sa.Table, *keys: str) -> sa.Select:
    """Rows of the newest live load that names the key; the whole set of them where the key is that of their owner."""
    other = table.alias()
    same = [other.c[key] == table.c[key] for key in keys]
    newest = sa.select(sa.func.max(other.c.load_id)).where(*same, is_live(other.c.load_id))
    return sa.select(table).where(table.c.load_id == newest.scalar_subquery())


def frame_of(bind: Bind, chosen: sa.Select) -> pd.DataFrame:
    """A frame of plain objects: texts, numbers, booleans and dates as Python's own, absent ones as None."""
    if isinstance(bind, sa.Engine):
        with bind.connect() as connection:
            return frame_of(connection, chosen)
    result = bind.execute(chosen)
    rows = list(map(tuple, result.all()))  # pandas asks each row of the database for attributes that it has not
    return pd.DataFrame(rows, columns=list(result.keys()), dtype=object).infer_objects()
