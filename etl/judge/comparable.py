"""Observations on the bases on which they are compared, as the decisions in force have them."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import pandas as pd

from etl.judge.decisions import each_compared
from etl.judge.generation import reading
from etl.judge.promise import Reading
from etl.judge.promises import decisions_on_bases
from etl.store import query
from etl.store.query import plain_rows


def comparable(bind: query.Bind, as_of: date, series_ids: Sequence[str]) -> pd.DataFrame:
    """`query.observations` with `value`, `high` and `basis` as compared on the day, and beside them as published.

    Further columns: `published_value`, `published_basis`, and `is_split` for values on a basis that a decision made a
    series of its own. Of values that decisions bring together on one basis the one published last is left.
    """
    frame = query.observations(bind, as_of, series_ids)
    after = _each(plain_rows(frame), bind, as_of)
    frame = frame.assign(
        published_value=frame.value, published_basis=frame.basis, is_split=[one is None for one in after]
    )
    for name in ("value", "high", "basis"):
        frame[name] = [own if one is None else getattr(one, name) for own, one in zip(frame[name], after, strict=True)]
    frame = frame.sort_values("known_on", kind="stable")
    frame = frame.drop_duplicates(["series_id", "period", "basis", "is_split"], keep="last")
    return frame.sort_values(["series_id", "period_end", "period", "known_on"], ignore_index=True)


def _each(rows: list[dict], bind: query.Bind, as_of: date) -> list[Reading | None]:
    decisions = decisions_on_bases(bind)
    after: list[Reading | None] = []
    for series_id, own in groupby(rows, key=lambda row: row["series_id"]):
        after += each_compared([reading(row) for row in own], decisions.get(series_id, ()), as_of)
    return after
