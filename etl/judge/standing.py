"""The order of decision: where a promise stands as known on a day, before any method is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from etl.judge.decisions import compared
from etl.judge.goal import Goal, goal_of
from etl.judge.known import in_force, last_years, published_by
from etl.judge.pace import shares
from etl.judge.progress import leads_on, slope
from etl.judge.promise import Promise, Reading
from etl.judge.question import Question
from etl.judge.spans import is_about_span, is_complete, span_pace
from etl.normalise.periods import decimal_year
from etl.vocabulary import Badge, Comparator, Flag, Grade, Kind, Measured, Reason, Status, TextStatus

WITHOUT_NUMBER = (Kind.action, Kind.direction)
UNASKED = (Status.basis_changed, Status.superseded, Status.dropped)
UNSURE = (Flag.provisional, Flag.forecast, Flag.estimate)
MONTHS_OF_DEADLINE = 3  # a stock dated in the deadline's last three months is the deadline's own
PACE_INPUTS = ("ratio", "progress_share", "time_share", "required_value", "actual_per_year", "required_per_year")

Fields = dict[str, object]  # fields of a Verdict, made step by step


@dataclass(frozen=True, slots=True)
class Case:
    """All that a decision rests on: the goal and the readings in force, all of them and those on the goal's basis."""

    goal: Goal
    known: Sequence[Reading]
    own: Sequence[Reading]
    as_of: date

    @property
    def promise(self) -> Promise:
        """The promise behind the goal."""
        return self.goal.promise

    @property
    def is_over(self) -> bool:
        """Whether the deadline has passed."""
        return self.promise.deadline is not None and self.as_of > self.promise.deadline

    @property
    def in_time(self) -> list[Reading]:
        """Readings on the goal's basis for periods that end by the deadline; all of them where there is none."""
        last = self.promise.deadline or date.max
        return [reading for reading in self.own if reading.end <= last]


@dataclass(frozen=True, slots=True)
class Standing:
    """The fields of a verdict, and what the methods are asked; a status or a detail that is None is left to them."""

    fields: Fields
    question: Question | None = None


def standing(promise: Promise, readings: Sequence[Reading], as_of: date) -> Standing:
    """Where the promise stood as known on the day; `readings` are all publications of its headline series."""
    by_decision = compared(published_by(readings, as_of), promise.decisions, as_of)
    published = by_decision.readings
    found, question = _without_goal(promise, published, as_of), None
    if found is None:
        case = _case(promise, published, as_of)
        found = _decided(case)
        question = None if found["status"] in UNASKED else _question(case)
    elif promise.kind is Kind.direction and published:
        without_number = replace(promise, value=None, high=None)  # a trend is to be read, whatever number stands by
        question = _question(_case(without_number, published, as_of))
    badges = {*found["badges"], *_badges_of_promise(promise, found, as_of)}
    badges |= {Badge.decided} if by_decision.is_decided else set()
    return Standing(found | {"badges": badges}, question)


def _question(case: Case) -> Question | None:
    """What the methods are asked; after the deadline what they would have been asked before it."""
    own = case.in_time if case.is_over else case.own
    return Question(case.goal, own) if own else None


def _case(promise: Promise, published: Sequence[Reading], as_of: date) -> Case:
    known = in_force(published)
    goal = goal_of(promise, published, known)
    return Case(goal, known, [reading for reading in known if reading.basis == goal.basis], as_of)


def _without_goal(promise: Promise, published: Sequence[Reading], as_of: date) -> Fields | None:
    """Verdicts that need no goal: listed figures, no number, a ceiling, no observation.

    What has no number cannot be settled: it is given up as soon as that is on record, and so is a ceiling.
    """
    stated = {"target_value": promise.value, "target_high": promise.high}
    if promise.kind is Kind.listed:
        known = in_force(published)
        return _fields(Status.listed, Reason.listed, **stated) | (_observed(known[-1]) if known else {})
    is_ceiling = promise.comparator is Comparator.up_to
    has_no_number = promise.kind in WITHOUT_NUMBER or promise.value is None
    if (is_ceiling or has_no_number) and promise.is_dropped(as_of):
        return _fields(Status.dropped, Reason.given_up, **stated)
    if is_ceiling:
        return _fields(Status.no_numeric_target, Reason.ceiling, **stated)
    if has_no_number:
        return _fields(Status.no_numeric_target, Reason.no_number, **stated)
    if published:
        return None
    if ended := _ended(promise, as_of):
        return _fields(*ended, **stated)
    reason = Reason.only_proxies if promise.has_proxies else Reason.not_measured
    is_level = promise.kind is not Kind.change or promise.yearly_rates
    return _fields(
        Status.no_data, Reason.none_yet if promise.has_series else reason, **stated if is_level else {}
    )  # a change from a baseline has no level yet


def _ended(promise: Promise, as_of: date) -> tuple[Status, Reason] | None:
    """Why a promise that is not settled is no longer held to account: given up, or another stands in its place.

    A draft is replaced at once; an adopted text stands until its deadline, whatever a later one says.
    """
    if promise.is_dropped(as_of):
        return Status.dropped, Reason.given_up
    is_over = promise.deadline is not None and as_of > promise.deadline
    if promise.is_superseded(as_of) and (is_over or promise.text_status is TextStatus.draft):
        return Status.superseded, Reason.replaced
    return None


def _decided(case: Case) -> Fields:
    """Steps 3 to 9 of the order of decision; the first that holds decides."""
    goal, latest = case.goal, case.known[-1]
    settled = _settled(case)
    if settled:
        return settled
    if ended := _ended(case.promise, case.as_of):
        return _on(goal, latest, *ended) if latest.basis == goal.basis else _fields(*ended) | _aims(goal)
    if latest.basis != goal.basis:
        return _basis_changed(case)
    if case.is_over:
        return _past_deadline(case)
    if case.promise.kind is Kind.limit:
        return _of_limit(case, latest)
    if not is_about_span(case.promise) and goal.is_met(latest):
        return _reached(case)
    if case.promise.deadline is None:
        return _on(goal, latest, Status.no_deadline, Reason.no_deadline)
    return _by_pace(case, case.own)


def _settled(case: Case) -> Fields | None:
    """What later changes of basis do not reopen: a count reached in time, the deadline's own observation."""
    if case.promise.kind is Kind.count:
        reached = next((reading for reading in reversed(case.in_time) if case.goal.is_met(reading)), None)
        if reached:
            return _on(case.goal, reached, Status.achieved, Reason.count_reached)
    due = _due(case)
    if due is None:
        return None
    return _settled_span(case, due) if is_about_span(case.promise) else _settled_level(case, due)


def _due(case: Case) -> Reading | None:
    """The deadline's own observation: of a stock the latest of its last three months, else the one for its period."""
    deadline, in_time = case.promise.deadline, case.in_time
    if deadline is None or not in_time:
        return None
    latest = in_time[-1]
    if case.promise.measured is Measured.stock:
        return latest if is_of_last_months(latest.end, deadline) else None
    return latest if latest.end == deadline else None


def is_of_last_months(day: date, deadline: date) -> bool:
    """Whether a day not after the deadline lies within its last three months."""
    after = deadline + timedelta(days=1)
    month = after.year * 12 + after.month - MONTHS_OF_DEADLINE
    return (day.year * 12 + day.month, day.day) >= (month, after.day)


def _settled_level(case: Case, due: Reading) -> Fields | None:
    goal = case.goal
    if goal.is_met(due):
        return _on(goal, due, Status.achieved, Reason.deadline_observation)
    if not case.is_over or not goal.is_missed(due):
        return None
    later = _first_after_deadline(case)
    if later:
        return _on(goal, later, Status.achieved_late, Reason.reached_later)
    return _on(goal, due, Status.missed, Reason.deadline_observation)


def _first_after_deadline(case: Case) -> Reading | None:
    """The first reading for a later period that satisfies; a limit or a span that is over cannot be met later."""
    if case.promise.kind is Kind.limit or is_about_span(case.promise):
        return None
    return next((r for r in case.own if r.end > case.promise.deadline and case.goal.is_met(r)), None)


def _settled_span(case: Case, due: Reading) -> Fields | None:
    """A mean over a span is met or missed when the span is over and its last year's figure is known."""
    found = span_pace(case.goal, case.own)
    if not case.is_over or found.mean is None or found.is_recent or not is_complete(case.goal, case.own):
        return None
    reached = replace(due, value=found.mean, high=None)
    if not case.goal.is_met(reached) and not case.goal.is_missed(reached):
        return None
    status = Status.achieved if case.goal.is_met(reached) else Status.missed
    inputs = {name: value for name in PACE_INPUTS if (value := getattr(found, name)) is not None}
    return _on(case.goal, due, status, Reason.deadline_observation) | inputs


def _basis_changed(case: Case) -> Fields:
    goal, last = case.goal, case.own[-1] if case.own else None
    found = _fields(Status.basis_changed, Reason.basis_differs) | _aims(goal) | _observed(case.known[-1])
    if last is None:
        return found | {"second_basis": goal.basis}
    return found | {"second_period": last.period, "second_value": last.value, "second_basis": goal.basis}


def _past_deadline(case: Case) -> Fields:
    later = _first_after_deadline(case)
    if later:
        return _on(case.goal, later, Status.achieved_unverified, Reason.reached_undated)
    held, latest = _held(case), case.own[-1]
    found = _on(case.goal, latest, Status.awaiting_data, _why_awaited(case)) | {"detail": held["status"]}
    return found | {"badges": {*found["badges"], *held["badges"]}}


def _why_awaited(case: Case) -> Reason:
    """The deadline's own figure is not there; or it is there and proves nothing; or what it is held against is not."""
    due = _due(case)
    if due is None:
        return Reason.deadline_passed
    if case.goal.target is None:
        return Reason.no_second_point
    if not is_about_span(case.promise):
        return Reason.bound_not_enough
    is_open = span_pace(case.goal, case.own).mean is None or not is_complete(case.goal, case.own)
    return Reason.no_second_point if is_open else Reason.bound_not_enough


def _held(case: Case) -> Fields:
    """The verdict held before the deadline."""
    in_time = case.in_time
    if not in_time:
        return _fields(Status.no_data, Reason.none_yet)
    if case.promise.kind is Kind.limit:
        return _of_limit(case, in_time[-1])
    if not is_about_span(case.promise) and case.goal.is_met(in_time[-1]):
        return _on(case.goal, in_time[-1], Status.achieved, Reason.reached)
    return _by_pace(case, in_time)


def _of_limit(case: Case, latest: Reading) -> Fields:
    """A limit held each year: the latest year met it or missed it; no pace."""
    if case.goal.is_met(latest):
        return _on(case.goal, latest, Status.achieved, Reason.reached)
    if case.goal.is_missed(latest):
        return _on(case.goal, latest, Status.missed, Reason.deadline_observation)
    return _on(case.goal, latest, Status.pace_unknown, Reason.bound_not_enough)


def _reached(case: Case) -> Fields:
    """The latest observation satisfies; reversing where the last five years run away from the target."""
    found = _on(case.goal, case.own[-1], Status.achieved, Reason.reached)
    recent = last_years(case.own)
    trend = slope([decimal_year(r.end) for r in recent], [r.value for r in recent])
    if trend is not None and trend * case.goal.aim(case.own[-1].value)[1] < 0:
        found["badges"] = {*found["badges"], Badge.reversing}
    return found


def _by_pace(case: Case, own: Sequence[Reading]) -> Fields:
    """Left to the methods."""
    return _on(case.goal, own[-1], None, None)


def _fields(status: Status | None, reason: Reason | None, **others: object) -> Fields:
    return {"status": status, "reason": reason, "badges": set(), **others}


def _on(goal: Goal, reading: Reading, status: Status | None, reason: Reason | None) -> Fields:
    """A verdict on a reading, with the goal's inputs, the distance and the share of the distance closed."""
    found = _fields(status, reason) | _aims(goal) | _observed(reading)
    if goal.target is None or is_about_span(goal.promise):
        return found
    aim, direction = goal.aim(reading.value)
    found["distance"] = direction * (reading.value - aim)
    baseline, deadline = goal.baseline, goal.promise.deadline
    is_paced = baseline is not None and deadline is not None and baseline.end < min(reading.end, deadline)
    return found | shares(goal, reading) if is_paced and leads_on(baseline.value, aim, direction) else found


def _aims(goal: Goal) -> Fields:
    """The goal's level and its baseline."""
    found = {"target_value": goal.target, "target_high": goal.high, "target_is_derived": goal.is_derived}
    if goal.baseline is None:
        return found
    reading = goal.baseline.reading
    return found | {
        "baseline_period": goal.baseline.period,
        "baseline_value": goal.baseline.value,
        "baseline_published_on": reading.published_on if reading else None,
    }


def _observed(reading: Reading) -> Fields:
    """The reading that decides, and the reservations that come with it."""
    marks = {
        Badge.provisional: reading.flag in UNSURE,
        Badge.secondary_source: reading.grade is Grade.secondary,
        Badge.disputed_source: reading.grade is Grade.disputed,
    }
    return {
        "period": reading.period,
        "value": reading.value,
        "high": reading.high,
        "qualifier": reading.qualifier,
        "published_on": reading.published_on,
        "basis": reading.basis,
        "source": reading.source,
        "badges": {badge for badge, holds in marks.items() if holds},
    }


def _badges_of_promise(promise: Promise, found: Fields, as_of: date) -> set[Badge]:
    marks = {
        Badge.implied_baseline: promise.baseline_period is None and found.get("baseline_period") is not None,
        Badge.derived: found.get("target_is_derived", False),
        Badge.draft: promise.text_status is TextStatus.draft,
        Badge.superseded: promise.is_superseded(as_of) and found["status"] is not Status.superseded,
        Badge.proxy: found["reason"] is Reason.only_proxies,
    }
    return {badge for badge, holds in marks.items() if holds}
