"""The overview's rows: which promises are shown, in which order, and how many there are of each family.

Rows are records of `Data.rows`. A promise told in several policies is one promise: its rows are folded into one.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from app import filters
from app.address import View
from app.paging import page_of
from etl.vocabulary import STRIP, Family, Status

_ORDER = {status: place for place, status in enumerate(Status)}


@dataclass(frozen=True)
class Board:
    """What the overview shows.

    `total` counts all promises with a number; `counts` and `unmeasured` those that the filters of the view leave,
    whatever their status; `rows` and `without_number` are what is listed, `page` the number of the page
    shown and `groups` its rows, under the first of each group.
    """

    total: int
    counts: dict[Family, int]
    unmeasured: int
    rows: list[dict]
    without_number: list[dict]
    page: int = 1
    groups: list[tuple[dict, list[dict]]] = field(default_factory=list)

    @property
    def selected(self) -> int:
        """Promises with a number that the filters leave, whatever their status."""
        return sum(self.counts.values())

    @property
    def measured(self) -> int:
        """Those of them that have a usable figure."""
        return self.selected - self.unmeasured


def board(rows: list[dict], view: View) -> Board:
    """The overview of rows (those of `tell`) for a view's filters, order, grouping and page."""
    left = fold(filters.left(rows, view))
    judged = [row for row in left if row["family"] in STRIP]
    counts = Counter(row["family"] for row in judged)
    listed_rows = arranged([row for row in judged if view.status in (None, row["family"])], view)
    page, shown = page_of(listed_rows, view.page)
    return Board(
        total=sum(row["family"] in STRIP for row in fold(rows)),
        counts={family: counts[family] for family in STRIP},
        unmeasured=sum(row["status"] == Status.no_data for row in judged),
        rows=listed_rows,
        without_number=[] if view.status else by_policy([row for row in left if row["family"] not in STRIP]),
        page=page,
        groups=grouped(shown, view.grouping),
    )


def tell(rows: list[dict]) -> list[dict]:
    """Rows of one's own, given `promise` (the id of the promise they tell) and `told` (how many of them tell it)."""
    same_as = {row["target_id"]: row["same_as"] for row in rows}
    for row in rows:
        row["promise"] = _lead(row["target_id"], same_as)
    times = Counter(row["promise"] for row in rows)
    for row in rows:
        row["told"] = times[row["promise"]]
    return rows


def _lead(target_id: str, same_as: dict[str, str | None]) -> str:
    passed = {target_id}
    while (other := same_as.get(target_id)) and other not in passed:
        target_id = other
        passed.add(other)
    return target_id


def fold(rows: Sequence[dict]) -> list[dict]:
    """One row a promise: its lead where that is among the rows, else the first that tells it."""
    found: dict[str, dict] = {}
    for row in rows:
        if row["promise"] not in found or row["promise"] == row["target_id"]:
            found[row["promise"]] = row
    return list(found.values())


def families(rows: list[dict]) -> Counter[Family]:
    """How many promises of rows stand where."""
    return Counter(row["family"] for row in fold(rows))


def ordered(rows: list[dict], sort: str) -> list[dict]:
    """The rows in an order of `address.SORTS`.

    By policy (those with a figure first, else the newest first), status, deadline (nearest first), chance (smallest
    first; after those still running those whose figure is awaited, then those without one) or age of the figure
    (oldest first).
    """
    rows = by_policy(rows)
    if sort == "policy":
        measured = {row["policy_id"] for row in rows if row["status"] != Status.no_data}
        return sorted(rows, key=lambda row: row["policy_id"] not in measured)
    if sort == "status":
        return sorted(rows, key=_status)
    if sort == "deadline":
        return sorted(rows, key=lambda row: row["deadline"] or date.max)
    if sort == "chance":
        return sorted(rows, key=_chance)
    if sort == "age":
        return sorted(rows, key=lambda row: row["published_on"] or date.max)
    return rows


def arranged(rows: list[dict], view: View) -> list[dict]:
    """The rows in a view's order, and so that those of a group stand together: statuses and years in their own order,
    policies and sectors in that of their first rows, what has no sector last."""
    rows = ordered(rows, view.sort)
    policies, sectors = _first_places(rows, "policy_id"), _first_places(rows, "sector_id") | {None: len(rows)}
    places: dict[str, Callable[[dict], int]] = {
        "policy": lambda row: policies[row["policy_id"]],
        "sector": lambda row: sectors[row["sector_id"]],
        "status": _status,
        "deadline": lambda row: row["deadline"].year if row["deadline"] else date.max.year,
        "none": lambda row: 0,
    }
    return sorted(rows, key=places[view.grouping])


def _first_places(rows: list[dict], name: str) -> dict[str | None, int]:
    """Where each value of a column comes first."""
    return {row[name]: place for place, row in reversed(list(enumerate(rows)))}


def by_policy(rows: list[dict]) -> list[dict]:
    """The rows of the newest policy first; within a policy by status."""
    rows = sorted(rows, key=_status)
    return sorted(rows, key=lambda row: (-(row["issued"] or date.min).toordinal(), row["policy_id"]))


def grouped(rows: Sequence[dict], grouping: str) -> list[tuple[dict, list[dict]]]:
    """Rows that stand together by a grouping of `address.GROUPS`, as (first row, rows) of each group."""
    keys: dict[str, Callable[[dict], object]] = {
        "policy": lambda row: row["policy_id"],
        "sector": lambda row: row["sector_id"],
        "status": lambda row: row["status"],
        "deadline": lambda row: row["deadline"] and row["deadline"].year,
        "none": lambda row: None,
    }
    found: dict[object, list[dict]] = {}
    for row in rows:
        found.setdefault(keys[grouping](row), []).append(row)
    return [(members[0], members) for members in found.values()]


def _chance(row: dict) -> tuple[bool, bool, float]:
    return row["chance"] is None, row["status"] == Status.awaiting_data, row["chance"] or 0.0


def _status(row: dict) -> int:
    return _ORDER[row["status"]]
