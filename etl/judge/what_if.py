"""What each decision on a changed basis would bring: the same judging, with the decision added; nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from etl.judge.assess import judge
from etl.judge.generation import readings_of
from etl.judge.known import in_force, published_by
from etl.judge.promise import Decision, Promise, Reading, Verdict
from etl.judge.promises import held_on
from etl.store import query
from etl.vocabulary import Choice, Method, Status


@dataclass(frozen=True)
class Prospect:
    """A decision on a basis of a series that could be recorded, and the verdict that it would bring."""

    series_id: str
    decision: Decision
    verdict: Verdict


def prospects(
    promise: Promise, readings: Sequence[Reading], as_of: date, method: Method
) -> list[tuple[Decision, Verdict]]:
    """Each choice with its verdict where the verdict is that the basis has changed; [] for any other.

    Both bases need a name, or no decision can name them. To rebase there must be a period known on both: the latest.
    """
    now = judge(promise, readings, as_of, method)
    if now.status is not Status.basis_changed or not now.basis or not now.second_basis:
        return []
    overlap = _overlap(in_force(published_by(readings, as_of)), now.basis, now.second_basis)
    made = [Decision(Choice.keep, now.basis, now.second_basis, None, None, as_of)]
    if overlap:
        made.append(Decision(Choice.rebase, now.basis, now.second_basis, None, overlap, as_of))
    made.append(Decision(Choice.split, now.basis, None, None, None, as_of))
    return [(one, _judged(promise, one, readings, as_of, method)) for one in made]


def what_if(bind: query.Bind, target_id: str, as_of: date, method: Method) -> list[Prospect]:
    """The prospects of a target on its headline series, in the version known on the day."""
    held = held_on(bind, target_id, as_of)
    if held is None or not held.series_id:
        return []
    readings = readings_of(bind, [held.series_id]).get(held.series_id, ())
    found = prospects(held.promise, readings, as_of, method)
    return [Prospect(held.series_id, decision, verdict) for decision, verdict in found]


def _judged(promise: Promise, added: Decision, readings: Sequence[Reading], as_of: date, method: Method) -> Verdict:
    decisions = (*(one for one in promise.decisions if one.decided_on <= as_of), added)
    return judge(replace(promise, decisions=decisions), readings, as_of, method)


def _overlap(known: Sequence[Reading], basis: str, other: str) -> str | None:
    """The latest period that is known on both bases, and zero on neither."""
    on_other = {reading.period for reading in known if reading.basis == other and reading.value}
    shared = [reading for reading in known if reading.basis == basis and reading.period in on_other and reading.value]
    return shared[-1].period if shared else None
