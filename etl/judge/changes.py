"""Which verdicts moved between two days, and why each of them did."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from etl.store import query
from etl.vocabulary import Badge, Cause, Method, Status

Row = Mapping[str, object]  # of `etl.store.query.courses`: a verdict valid from a day


@dataclass(frozen=True)
class Move:
    """A verdict that moved on a day: the row before (None: newly stated), the row after, and the cause."""

    target_id: str
    day: date
    before: Row | None
    after: Row
    cause: Cause


def moves(
    courses: Iterable[Sequence[Row]], restated: Mapping[str, Set[date]], decided: Set[date], since: date
) -> list[Move]:
    """Moves after `since`, the latest first.

    `courses` are the verdicts on each target's headline by one method, in the order of their days, at least from the
    one in force on `since`; `restated` has the days of a target's later versions, `decided` those of decisions. A
    verdict moves when its status does; figures that leave it as it was are not moves.
    """
    found = []
    for own in courses:
        for before, after in pairwise([None, *own]):
            if since < after["valid_from"] and (before is None or before["status"] != after["status"]):
                target_id = after["target_id"]
                cause = _cause(before, after, restated.get(target_id, frozenset()), decided)
                found.append(Move(target_id, after["valid_from"], before, after, cause))
    return sorted(found, key=lambda move: (-move.day.toordinal(), move.target_id))


def moved(bind: query.Bind, since: date, as_of: date, method: Method | None) -> list[Move]:
    """Moves of all targets by a method after `since` up to `as_of`, the latest first."""
    versions = query.target_versions(bind)
    later = versions[versions.duplicated("target_id")].groupby("target_id").stated_on.agg(set).to_dict()
    decided = set(query.decisions(bind, as_of).decided_on)
    return moves(query.courses(bind, as_of, method, since=since), later, decided, since)


def _cause(before: Row | None, after: Row, versions: Set[date], decided: Set[date]) -> Cause:
    """The first that holds of what can move a verdict; where nothing else did, its deadline has passed."""
    if before is None:
        return Cause.stated
    tests = (
        (Cause.superseded, after["status"] == Status.superseded),
        (Cause.decision, after["valid_from"] in decided and _is_of_decision(before, after)),
        (Cause.restated, after["valid_from"] in versions),
        (Cause.basis, Status.basis_changed in (before["status"], after["status"]) and _moved(before, after, "basis")),
        (Cause.figure, _moved(before, after, "period")),
        (Cause.revision, _moved(before, after, "published_on", "value", "baseline_value", "target_value")),
    )
    return next((cause for cause, holds in tests if holds), Cause.deadline)


def _is_of_decision(before: Row, after: Row) -> bool:
    """Whether a decision shows in the verdict, or no longer does."""
    return after["status"] == Status.dropped or _is_decided(before) != _is_decided(after)


def _is_decided(row: Row) -> bool:
    return Badge.decided in (row["badges"] or "").split()


def _moved(before: Row, after: Row, *names: str) -> bool:
    return any(before[name] != after[name] for name in names)
