"""What moved between two days: verdicts by day, counts by cause, the families then and now.

Rows are those of `Data.changes`. A promise told in several policies is one promise here as on the overview.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app import promises
from etl.vocabulary import STRIP, Cause, Family

KEPT = ("promise", "told", "title", "policy_short", "policy_name", "unit_text", "kind")


@dataclass(frozen=True)
class Day:
    """What moved on a day: verdicts that stood elsewhere before, and targets that were stated."""

    day: date
    moved: list[dict]
    stated: list[dict]


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


def ledger(changes: list[dict], then: list[dict], now: list[dict]) -> Ledger:
    """The ledger of change rows, between the status rows of the first day and those of the last."""
    told = {row["target_id"]: {name: row[name] for name in KEPT} for row in promises.tell(now)}
    rows = [row | told[row["target_id"]] for row in changes]
    days = [_day(day, promises.fold(list(own))) for day, own in groupby(rows, key=lambda row: row["day"])]
    counts = Counter(row["cause"] for day in days for row in (*day.moved, *day.stated))
    before, after = _families(then), _families(now)
    return Ledger(
        days=days,
        causes=sorted(((Cause(code), count) for code, count in counts.items()), key=lambda one: -one[1]),
        families=[(family, before[family], after[family]) for family in STRIP],
    )


def _day(day: date, rows: Iterable[dict]) -> Day:
    rows = list(rows)
    is_new = [row["cause"] == Cause.stated for row in rows]
    return Day(
        day,
        [row for row, new in zip(rows, is_new, strict=True) if not new],
        [row for row, new in zip(rows, is_new, strict=True) if new],
    )


def _families(rows: list[dict]) -> Counter:
    return Counter(row["family"] for row in promises.fold(promises.tell(rows)))
