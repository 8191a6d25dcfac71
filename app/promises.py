"""The overview's rows: which promises are shown, in which order, and how many there are of each family.

Rows are records of `Data.status`. A promise told in several policies is one promise: its rows are folded into one.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from app.address import View
from etl.vocabulary import STRIP, Family, Status

SEARCHED = (
    "target_id", "slug", "name_en", "name_zh", "policy_name_en", "policy_name_zh", "short_en", "short_zh",
    "statement_en", "statement_zh", "indicator_id",
)  # fmt: skip

BY_POLICY = ("policy", "newest")
"""Orders in which a policy's promises stand together."""

_ORDER = {status: place for place, status in enumerate(Status)}


@dataclass(frozen=True)
class Board:
    """What the overview shows.

    `total`, `measured` and `kept` count all promises with a number; `counts` and `unmeasured` those that the words and
    the policy of the view leave, whatever their status; `rows`, `groups` and `without_number` are what is listed.
    """

    total: int
    measured: int
    kept: int
    counts: dict[Family, int]
    unmeasured: int
    rows: list[dict]
    without_number: list[dict]
    groups: list[tuple[dict, list[dict]]] = field(default_factory=list)

    @property
    def selected(self) -> int:
        """Promises with a number that the words and the policy leave."""
        return sum(self.counts.values())


def board(rows: list[dict], view: View) -> Board:
    """The overview of `rows` for a view's words, policy, status and order."""
    rows = tell(rows)
    everything = [row for row in fold(rows) if row["family"] in STRIP]
    left = fold([row for row in rows if view.policy in ("", row["policy_id"]) and matches(row, view.q)])
    judged = [row for row in left if row["family"] in STRIP]
    counts = Counter(row["family"] for row in judged)
    shown = ordered([row for row in judged if view.status in (None, row["family"])], view.sort)
    return Board(
        total=len(everything),
        measured=sum(row["status"] != Status.no_data for row in everything),
        kept=sum(row["family"] == Family.kept for row in everything),
        counts={family: counts[family] for family in STRIP},
        unmeasured=sum(row["status"] == Status.no_data for row in judged),
        rows=shown,
        without_number=[] if view.status else by_policy([row for row in left if row["family"] not in STRIP]),
        groups=grouped(shown) if view.sort in BY_POLICY else [],
    )


def tell(rows: list[dict]) -> list[dict]:
    """The rows with `promise` (the id of the promise they tell) and `told` (how many policies tell it)."""
    same_as = {row["target_id"]: row["same_as"] for row in rows}
    promises = [_lead(row["target_id"], same_as) for row in rows]
    times = Counter(promises)
    return [row | {"promise": one, "told": times[one]} for row, one in zip(rows, promises, strict=True)]


def _lead(target_id: str, same_as: dict[str, str | None]) -> str:
    passed = {target_id}
    while (other := same_as.get(target_id)) and other not in passed:
        target_id = other
        passed.add(other)
    return target_id


def fold(rows: list[dict]) -> list[dict]:
    """One row a promise: its lead where that is among the rows, else the first that tells it."""
    found: dict[str, dict] = {}
    for row in rows:
        if row["promise"] not in found or row["promise"] == row["target_id"]:
            found[row["promise"]] = row
    return list(found.values())


def matches(row: dict, words: str) -> bool:
    """Whether every word stands somewhere in the row's ids, names, policy or statement, in either language."""
    text = " ".join(str(row.get(column) or "") for column in SEARCHED).casefold()
    return all(word in text for word in words.casefold().split())


def ordered(rows: list[dict], sort: str) -> list[dict]:
    """The rows by policy (those with a figure first, else newest first), status, deadline (nearest first), chance
    (smallest first, those without last) or age of the figure (oldest first)."""
    rows = by_policy(rows)
    if sort == "policy":
        measured = {row["policy_id"] for row in rows if row["status"] != Status.no_data}
        return sorted(rows, key=lambda row: row["policy_id"] not in measured)
    if sort == "status":
        return sorted(rows, key=_status)
    if sort == "deadline":
        return sorted(rows, key=lambda row: row["deadline"] or date.max)
    if sort == "chance":
        return sorted(rows, key=lambda row: 2.0 if row["chance"] is None else row["chance"])
    if sort == "age":
        return sorted(rows, key=lambda row: row["published_on"] or date.max)
    return rows


def by_policy(rows: list[dict]) -> list[dict]:
    """The rows of the newest policy first; within a policy by status."""
    rows = sorted(rows, key=_status)
    return sorted(rows, key=lambda row: (-(row["issued"] or date.min).toordinal(), row["policy_id"]))


def grouped(rows: list[dict]) -> list[tuple[dict, list[dict]]]:
    """Rows that stand by policy as (first row, rows) of each policy."""
    found: dict[str, list[dict]] = {}
    for row in rows:
        found.setdefault(row["policy_id"], []).append(row)
    return [(members[0], members) for members in found.values()]


def _status(row: dict) -> int:
    return _ORDER[row["status"]]
