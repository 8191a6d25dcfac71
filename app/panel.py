"""What the methods say of one target, side by side, and the pace that its figures keep."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import copysign

from etl.judge.methods import METHODS
from etl.vocabulary import Kind, Measured, Method, MethodClass, Reason, Status

SETTLED = (Status.achieved, Status.achieved_late, Status.achieved_unverified, Status.missed)
ENDED = (Status.superseded, Status.dropped)
WITHOUT_NUMBER = (Status.no_numeric_target, Status.listed)
UNKNOWN_TO_ALL = (Reason.no_second_point, Reason.bound_not_enough)


@dataclass(frozen=True)
class Said:
    """A method's verdict row, its class in its own words, and how that reads on Milepost's scale.

    `reads_as` is None where there is no class, or where the method knows no target; pace_unknown where the class rests
    on a bound that proves nothing, or nothing can be said whatever the method.
    """

    method: Method
    row: Mapping
    name: MethodClass | None
    reads_as: Status | None


@dataclass(frozen=True)
class Ahead:
    """How far a figure is ahead of the required path (negative: short of it), in the unit and as a share of the way."""

    distance: float
    share: float | None


def said(by_method: Mapping[Method, Mapping]) -> list[Said]:
    """What each method says, in the order of the table that describes them; empty where no method was asked."""
    rows = [(method, by_method[method]) for method in METHODS if method in by_method]
    if not any(row["method_class"] or row["obstacle"] for _method, row in rows):
        return []
    return [_said(method, row) for method, row in rows]


def _said(method: Method, row: Mapping) -> Said:
    if row["method_class"] is None:
        return Said(method, row, None, None)
    name = MethodClass(row["method_class"])
    reads_as = next(one.status for one in METHODS[method].classes if one.name is name)
    is_open = Status.pace_unknown in (row["status"], row["detail"])
    return Said(method, row, name, Status.pace_unknown if reads_as and is_open else reads_as)


def sides(found: Sequence[Said]) -> tuple[int, int]:
    """How many methods say on track, of how many that have a class on Milepost's scale."""
    decided = [one.reads_as for one in found if one.reads_as not in (None, Status.pace_unknown)]
    return sum(status is Status.on_track for status in decided), len(decided)


def occasion(row: Mapping, is_asked: bool, is_over: bool) -> str | None:
    """What there is to say of the panel before it is read, as the end of a text's key; None where nothing is.

    `is_asked`: whether the methods were asked at all; `is_over`: whether the deadline has passed.
    """
    status = Status(row["status"])
    if not is_asked:
        return _without_question(status)
    if is_over:
        return "over"
    if status in SETTLED:
        return "limit" if row["kind"] == Kind.limit else "reached"
    return "unknown" if status is Status.pace_unknown and row["reason"] in UNKNOWN_TO_ALL else None


def _without_question(status: Status) -> str:
    if status is Status.basis_changed:
        return "basis"
    if status in WITHOUT_NUMBER:
        return "no_number"
    if status in ENDED:
        return "ended"
    return "no_figure" if status is Status.no_data else "none_in_time"


def is_about_span(row: Mapping) -> bool:
    """Whether the target is a rate over a span of years, so that its pace is an average and no way from a baseline."""
    return row["kind"] == Kind.growth_per_year or (row["kind"] == Kind.change and not row["target_is_derived"])


def ahead(row: Mapping) -> Ahead | None:
    """How far the latest figure is ahead of the required path; None where there is no path in its unit."""
    given = row["value"], row["required_value"], row["baseline_value"], row["target_value"]
    if None in given or row["measured"] == Measured.growth:
        return None
    value, required, baseline, target = given
    if row["kind"] == Kind.growth_per_year:
        return Ahead(copysign(1, target) * (value - required), None)
    high = row["target_high"]
    way = (target if high is None or baseline < high else high) - baseline
    distance = copysign(1, way) * (value - required)
    return Ahead(distance, distance / abs(way)) if way else None
