"""Observations on the bases on which they are compared, as the decisions in force have them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

import pandas as pd

from etl.judge.decisions import each_compared
from etl.judge.generation import reading
from etl.judge.promises import decisions_on_bases
from etl.store import query
from etl.store.frames import frame_of_rows, last_of


def comparable(bind: query.Bind, as_of: date, series_ids: Sequence[str]) -> pd.DataFrame:
    """`query.observations` with `value`, `high` and `basis` as compared on the day, and beside them as published.

    Further columns: `published_value`, `published_basis`, and `is_split` for values on a basis that a decision made a
    series of its own. Of values that decisions bring together on one basis the one published last is left.
    """
    observed = query.known(bind, as_of, series_ids)
    rows = sorted(_compared(observed, bind, as_of), key=itemgetter("known_on"))
    rows = last_of(rows, "series_id", "period", "basis", "is_split")
    rows.sort(key=itemgetter("series_id", "period_end", "period", "known_on"))
    return frame_of_rows(rows, (*query.PUBLISHED, "published_value", "published_basis", "is_split"))


def _compared(rows: list[dict], bind: query.Bind, as_of: date) -> Iterator[dict]:
    """The rows as compared, each with what was published."""
    decisions = decisions_on_bases(bind)
    for series_id, own in groupby(rows, key=itemgetter("series_id")):
        own = list(own)
        after = each_compared([reading(row) for row in own], decisions.get(series_id, ()), as_of)
        for row, one in zip(own, after, strict=True):
            moved = {} if one is None else {name: getattr(one, name) for name in ("value", "high", "basis")}
            published = {"published_value": row["value"], "published_basis": row["basis"]}
            yield row | moved | published | {"is_split": one is None}
