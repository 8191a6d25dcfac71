"""What a citation of a target's number and verdict rests on, and what has become of it since.

Rows are never changed, so every verdict that was ever given can be found again: the table `assessment` keeps one
generation after the other, and a citation is the hash of one row in one of them.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from etl.judge.methods import VERSION
from etl.store import ever
from etl.store.query import Bind

RESTS_ON = (
    *("target_id", "comparator", "target_value", "target_high", "deadline", "series_id", "period", "value", "high"),
    *("qualifier", "published_on", "basis", "second_period", "second_value", "second_basis", "baseline_period"),
    *("baseline_value", "baseline_published_on", "status", "detail", "ratio", "chance", "method", "rules_version"),
)
"""Columns of a verdict, with those of its target, whose values a citation brings back."""

DIGITS = 7


class Fate(StrEnum):
    """What became of a citation."""

    kept = "kept"  # the same number and verdict
    rules_alone = "rules_alone"  # the same, by newer rules
    corrected = "corrected"
    withdrawn = "withdrawn"
    rules_changed = "rules_changed"
    unknown = "unknown"  # no such statement was ever made here


@dataclass(frozen=True)
class Stood:
    """What was said of a target after a load or withdrawal of that number; the row is None while none stated it."""

    load_id: int
    row: Mapping[str, object] | None


@dataclass(frozen=True)
class Traced:
    """A citation's fate: the row that was cited (None where it is not found), the row in its place now (None: none),
    and the number of the load or withdrawal that took the cited one out of force."""

    fate: Fate
    cited: Mapping[str, object] | None = None
    now: Mapping[str, object] | None = None
    load_id: int | None = None


def fingerprint(row: Mapping[str, object], rules_version: int | None = None) -> str:
    """Seven hexadecimal digits of a status row's or verdict row's inputs; by another version of the rules where that is
    given."""
    said = {name: _plain(row[name]) for name in RESTS_ON}
    if rules_version is not None:
        said["rules_version"] = _plain(rules_version)
    text = "\n".join(f"{name}={value}" for name, value in said.items())
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:DIGITS]


def _plain(value: object) -> str:
    """A value as text, the same from every database: numbers to nine digits."""
    if value is None or value == "" or value != value:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return f"{float(value):.9g}" if isinstance(value, int | float) else str(value)


def stood(bind: Bind, slug: str, as_of: date, method: str) -> list[Stood]:
    """What was said of a target, as known on the day by the method, after each load that could change it, the oldest
    first; withdrawn loads too. Empty where no load ever named the target."""
    stated, judged = ever.stated(bind, slug, as_of), ever.judged(bind, slug, as_of, method)
    withdrawals = ever.withdrawals(bind)
    loads = {row["load_id"] for row in (*stated, *judged)}
    moments = sorted(loads | {withdrawals[number] for number in loads if number in withdrawals})
    return [Stood(moment, _row(stated, judged, withdrawals, moment)) for moment in moments]


def _row(
    stated: Sequence[dict], judged: Sequence[dict], withdrawals: Mapping[int, int], moment: int
) -> Mapping[str, object] | None:
    """The verdict in force after the load of that number, with the target as it was stated then."""
    own = [row for row in stated if row["load_id"] <= moment < withdrawals.get(row["load_id"], moment + 1)]
    generation = max((row["load_id"] for row in judged if row["load_id"] <= moment), default=None)
    if not own or generation is None:
        return None
    target = max(own, key=lambda row: (row["stated_on"], row["load_id"]))
    in_force = max((row for row in judged if row["load_id"] == generation), key=lambda row: row["valid_from"])
    return in_force | {name: target[name] for name in ever.OF_TARGET}


def trace(history: Sequence[Stood], digits: str, rules_version: int) -> Traced:
    """The fate of the statement with that hash by that version of the rules, in a history as `stood` gives it."""
    now = history[-1].row if history else None
    if now and fingerprint(now) == digits:
        return Traced(Fate.kept, now, now)
    if now and fingerprint(now, rules_version) == digits:
        return Traced(Fate.rules_alone, now | {"rules_version": rules_version}, now)
    found = [place for place, one in enumerate(history) if one.row and fingerprint(one.row) == digits]
    if not found:
        return Traced(Fate.unknown if rules_version == VERSION else Fate.rules_changed, None, now)
    cited, after = history[found[-1]].row, history[found[-1] + 1]
    return Traced(_fate(cited, after.row), cited, now, after.load_id)


def _fate(cited: Mapping[str, object], after: Mapping[str, object] | None) -> Fate:
    if after is None:
        return Fate.withdrawn
    return Fate.rules_changed if cited["rules_version"] != after["rules_version"] else Fate.corrected
