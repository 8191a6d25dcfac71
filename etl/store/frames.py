"""Rows as frames, and what is remembered of a database until a load changes it."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
import sqlalchemy as sa

from etl.store import schema
from etl.store.database import snapshot

Bind = sa.Engine | sa.Connection
Codes = Collection[str]
Found = TypeVar("Found")

Kept = tuple[int, dict[Hashable, object]]
_KEPT: WeakKeyDictionary[sa.Engine, Kept] = WeakKeyDictionary()
"""What was made of each database in the state after the load of that number."""


@dataclass(frozen=True, slots=True)
class State:
    """A database as one connection sees it, and what was made of this state; `number` is that of the newest load."""

    engine: sa.Engine
    connection: sa.Connection
    number: int
    found: dict[Hashable, object]


_STATE: ContextVar[State | None] = ContextVar("state", default=None)
"""The state from which the answer under way is made."""


def is_live(load_id: sa.Column) -> sa.ColumnElement[bool]:
    """Whether the load of a row is not withdrawn. The few withdrawn loads are looked up, not the many live ones: else
    SQLite seeks each of these in the index of every row."""
    return load_id.not_in(sa.select(schema.load.c.withdraws).where(schema.load.c.withdraws.is_not(None)))


def generation(bind: Bind) -> int:
    """Number of the newest load or withdrawal; 0 for an empty database. What was read stays true until it grows."""
    if state := _state_of(bind):
        return state.number
    with connected(bind) as connection:
        return connection.scalar(sa.select(sa.func.max(schema.load.c.load_id))) or 0


@contextmanager
def one_state(bind: sa.Engine) -> Iterator[None]:
    """Within it all that is read from the database is read from one state of it, whatever is loaded meanwhile."""
    with snapshot(bind) as connection:
        number = generation(connection)
        before = _STATE.set(State(bind, connection, number, _found(bind, number)))
        try:
            yield
        finally:
            _STATE.reset(before)


@contextmanager
def connected(bind: Bind) -> Iterator[sa.Connection]:
    """The connection to read by: the one given, that of the answer under way, else one of its own."""
    if isinstance(bind, sa.Connection):
        yield bind
    elif state := _state_of(bind):
        yield state.connection
    else:
        with bind.connect() as connection:
            yield connection


def _state_of(bind: Bind) -> State | None:
    state = _STATE.get()
    return state if state and state.engine is bind else None


def kept(bind: Bind, key: Hashable, make: Callable[[], object]) -> object:
    """What `make` gives. Of a database that is asked directly it is made once for each state of its tables; of a
    connection in use always. Nobody modifies it."""
    if not isinstance(bind, sa.Engine):
        return make()
    found = _kept(bind)
    if key not in found:
        found[key] = make()
    return found[key]


def kept_of(bind: Bind, key: Hashable, make: Callable[[Codes | None], Found], codes: Codes | None) -> Found:
    """What `make` gives of all codes (None), kept as `kept` keeps it; of some codes only what it gives of these, as
    long as nobody has asked for all."""
    if codes is not None and not (isinstance(bind, sa.Engine) and key in _kept(bind)):
        return make(codes)
    return kept(bind, key, lambda: make(None))


def _kept(engine: sa.Engine) -> dict[Hashable, object]:
    """What was made of a database in the state in which it is read now."""
    state = _state_of(engine)
    return state.found if state else _found(engine, generation(engine))


def _found(engine: sa.Engine, number: int) -> dict[Hashable, object]:
    known, found = _KEPT.get(engine, (-1, {}))
    if known != number:
        found = {}
        _KEPT[engine] = (number, found)
    return found


def newest(bind: Bind, table: sa.Table, *keys: str) -> pd.DataFrame:
    """The rows of a register that count: of each key those of the newest live load, whatever the day."""
    return kept(bind, table.name, lambda: frame_of(bind, _newest(table, *keys)))


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
    with connected(bind) as connection:
        result = connection.execute(chosen)
        rows = list(map(tuple, result.all()))  # pandas asks each row of the database for attributes that it has not
    return pd.DataFrame(rows, columns=list(result.keys()), dtype=object).infer_objects()


def rows_of(bind: Bind, chosen: sa.Select) -> list[dict]:
    """The rows of a select as dicts."""
    with connected(bind) as connection:
        result = connection.execute(chosen)
        names = list(result.keys())
        return [dict(zip(names, row, strict=True)) for row in result.all()]


def frame_of_rows(rows: Iterable[dict], columns: Iterable[str]) -> pd.DataFrame:
    """A frame of rows that have exactly these columns in this order, as `frame_of` makes it."""
    values = [tuple(row.values()) for row in rows]
    return pd.DataFrame(values, columns=list(columns), dtype=object).infer_objects()


def by_code(register: pd.DataFrame, code: str, columns: Sequence[str]) -> dict[str, dict]:
    """Some columns of a register as dicts, by its code."""
    rows = plain_rows(register[[code, *columns]])
    return {row.pop(code): row for row in rows}


def last_of(rows: list[dict], *names: str) -> list[dict]:
    """The last row of each key, in the order of the rows."""
    key, seen, found = itemgetter(*names), set(), []
    for row in reversed(rows):
        if key(row) not in seen:
            seen.add(key(row))
            found.append(row)
    return found[::-1]
