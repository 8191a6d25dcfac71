"""What was ever written of a target, whatever has become of the loads since: for citations of earlier days."""

from datetime import date

import sqlalchemy as sa

from etl.store import schema
from etl.store.frames import Bind, rows_of
from etl.vocabulary import Role

OF_TARGET = ("kind", "comparator", "deadline")
"""Columns of a target that tell, beside its verdict, what is promised."""


def stated(bind: Bind, slug: str, as_of: date) -> list[dict]:
    """Every version of a target stated up to the day: `target_id`, `stated_on`, `load_id` and those of `OF_TARGET`."""
    table = schema.target.c
    columns = (table[name] for name in ("target_id", "stated_on", "load_id", *OF_TARGET))
    return rows_of(bind, sa.select(*columns).where(table.slug == slug, table.stated_on <= as_of))


def judged(bind: Bind, slug: str, as_of: date, method: str) -> list[dict]:
    """Every verdict by the method on a target's headline that held on the day or before, of all generations."""
    table, target = schema.assessment, schema.target.c
    chosen = sa.select(table).where(table.c.target_id.in_(sa.select(target.target_id).where(target.slug == slug)))
    chosen = chosen.where(table.c.method == str(method), table.c.role == Role.headline, table.c.valid_from <= as_of)
    return rows_of(bind, chosen)


def withdrawals(bind: Bind) -> dict[int, int]:
    """The number of the withdrawal of each withdrawn load."""
    table = schema.load.c
    found = rows_of(bind, sa.select(table.withdraws, table.load_id).where(table.withdraws.is_not(None)))
    return {row["withdraws"]: row["load_id"] for row in found}
