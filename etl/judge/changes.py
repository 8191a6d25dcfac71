"""Which verdicts moved between two days, and why each of them did."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from etl.vocabulary import Badge, Cause, Status

Row = Mapping[str, object]  # of `etl.store.query.history`: a verdict valid from a day


@dataclass(frozen=True)
class Occasions:
    """Days that matter to one target beside its figures: its versions, its deadlines."""

    versions: frozenset[date] = frozenset()
    deadlines: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Move:
    """A verdict that moved on a day: the row before (None: newly stated), the row after, and the cause."""

    target_id: str
    day: date
    before: Row | None
    after: Row
    cause: Cause


def moves(rows: Iterable[Row], occasions: Mapping[str, Occasions], since: date, as_of: date) -> list[Move]:
    """Moves after `since` up to `as_of`, the latest first.

    `rows` are one method's verdicts on headline series, by target and day. A verdict moves when its status does;
    figures that leave it as it was are not moves.
    """
    found = []
    for target_id, own in groupby(rows, key=lambda row: row["target_id"]):
        about = occasions.get(target_id, Occasions())
        for before, after in pairwise([None, *own]):
            if since < after["valid_from"] <= as_of and (before is None or before["status"] != after["status"]):
                found.append(Move(target_id, after["valid_from"], before, after, _cause(before, after, about)))
    return sorted(found, key=lambda move: (-move.day.toordinal(), move.target_id))


def _cause(before: Row | None, after: Row, about: Occasions) -> Cause:
    """The first that holds of what can move a verdict on its day."""
    day = after["valid_from"]
    if before is None:
        return Cause.stated
    tests = (
        (Cause.superseded, after["status"] == Status.superseded),
        (Cause.decision, after["status"] == Status.dropped or _is_decided(before) != _is_decided(after)),
        (Cause.restated, day in about.versions),
        (Cause.basis, Status.basis_changed in (before["status"], after["status"]) and _moved(before, after, "basis")),
        (Cause.figure, _moved(before, after, "period")),
        (Cause.revision, _moved(before, after, "published_on", "value", "baseline_value", "target_value")),
        (Cause.deadline, day - timedelta(days=1) in about.deadlines),
    )
    return next((cause for cause, holds in tests if holds), Cause.figure)


def _is_decided(row: Row) -> bool:
    return Badge.decided in (row["badges"] or "").split()


def _moved(before: Row, after: Row, *names: str) -> bool:
    return any(before[name] != after[name] for name in names)
