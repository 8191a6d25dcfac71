"""How the chances given in the past have fared: each is graded once the outcome at its target's deadline is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, takewhile

from etl.store import query
from etl.vocabulary import Link, Method, NoChance, Status

OUTCOMES = {Status.achieved: True, Status.achieved_late: False, Status.missed: False}
"""Whether a settled target was met at its deadline; one that was reached at an unknown time tells nothing."""


@dataclass(frozen=True, slots=True)
class Call:
    """A chance as it stood from a day on, the status and period that came with it, and what came of the target."""

    target_id: str
    day: date
    chance: float
    status: Status
    period: str
    came_true: bool
    settled_on: date

    @property
    def loss(self) -> float:
        """Squared distance between the chance and what came: 0 is best, 0.25 that of a coin."""
        return (self.chance - self.came_true) ** 2


def graded(bind: query.Bind, as_of: date) -> list[Call]:
    """The calls on targets whose outcome was known on the day, by target and day; what several documents promise alike
    counts once. Nothing counts before its deadline: else early successes would come in, and failures not yet. They are
    worked out from what was known on their day, with the calibration of today."""
    links = query.target_links(bind, as_of)
    told_twice = set(links[links.link == Link.same_as].target_id)
    targets = query.targets(bind, as_of)
    is_due = set(targets[targets.deadline.map(lambda day: day is not None and day < as_of)].target_id)
    courses = query.courses(bind, as_of, Method.linear_pace, is_due - told_twice)
    return [call for own in courses for call in _calls(own)]


def brier(calls: Sequence[Call]) -> float | None:
    """Mean loss, each target counting once however often its chance moved; None for no calls."""
    by_target = [[call.loss for call in own] for _, own in groupby(calls, key=lambda call: call.target_id)]
    return sum(sum(own) / len(own) for own in by_target) / len(by_target) if by_target else None


def _calls(rows: Sequence[dict]) -> Iterator[Call]:
    """The calls on one target, from its verdicts in the order of their days."""
    last = rows[-1]
    if last["no_chance"] != NoChance.settled or last["status"] not in OUTCOMES:
        return
    came_true = OUTCOMES[Status(last["status"])]
    settled = takewhile(lambda row: row["no_chance"] == NoChance.settled, reversed(rows))
    settled_on = min(row["valid_from"] for row in settled)
    before = None
    for row in rows:
        if row["chance"] is not None and row["chance"] != before:
            said = row["chance"], Status(row["status"]), row["period"]
            yield Call(row["target_id"], row["valid_from"], *said, came_true, settled_on)
        before = row["chance"]
