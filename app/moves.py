"""What moved between two days: verdicts by day, counts by cause, the families then and now.

Change rows are those of `Data.changes`, status rows those of `Data.rows`. A promise told in several policies is one
promise here as on the overview.
"""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from app import promises
from app.paging import page_of
from etl.vocabulary import STRIP, Cause, Family

KEPT = ("promise", "told", "title", "policy_short", "policy_name", "unit_text", "kind")


@dataclass(frozen=True)
class Day:
    """What moved on a day, or what a page shows of it: verdicts that stood elsewhere before, and targets that were
    stated; `new` counts all that were stated on the day."""

    day: date
    moved: list[dict]
    stated: list[dict]
    new: int


@dataclass(frozen=True)
class Ledger:
    """What moved, the latest day first; how often for which cause; each family's promises then and now."""

    days: list[Day]
    causes: list[tuple[Cause, int]]
    families: list[tuple[Family, int, int]]

    @property
    def rows(self) -> list[dict]:
        """All rows in the order in which they are shown."""
        return [row for day in self.days for row in (*day.moved, *day.stated)]

    @property
    def moved(self) -> int:
        """Verdicts that stood elsewhere before."""
        return sum(len(day.moved) for day in self.days)


def ledger(changes: list[dict], before: Counter[Family], now: list[dict]) -> Ledger:
    """The ledger of change rows, between how many promises stood where on the first day and the rows of the last."""
    told = {row["target_id"]: row for row in now}
    rows = [row | {name: told[row["target_id"]][name] for name in KEPT} for row in changes]
    days = [_day(day, promises.fold(list(own))) for day, own in groupby(rows, key=lambda row: row["day"])]
    counts = Counter(row["cause"] for day in days for row in (*day.moved, *day.stated))
    after = promises.families(now)
    return Ledger(
        days=days,
        causes=sorted(((Cause(code), count) for code, count in counts.items()), key=lambda one: -one[1]),
        families=[(family, before[family], after[family]) for family in STRIP],
    )


def paged(found: Ledger, page: int) -> tuple[int, list[Day]]:
    """The number of a page of what moved, at most the last one's, and its days with what is shown of them on it."""
    page, shown = page_of(found.rows, page)
    days = [_shown(one, {row["target_id"] for row in shown if row["day"] == one.day}) for one in found.days]
    return page, [one for one in days if one.moved or one.stated]


def _shown(day: Day, target_ids: Set[str]) -> Day:
    moved, stated = ([row for row in rows if row["target_id"] in target_ids] for rows in (day.moved, day.stated))
    return replace(day, moved=moved, stated=stated)


def _day(day: date, rows: list[dict]) -> Day:
    stated = [row for row in rows if row["cause"] == Cause.stated]
    return Day(day, [row for row in rows if row["cause"] != Cause.stated], stated, len(stated))
