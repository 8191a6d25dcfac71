"""The verdict: the order of decision, with everything as known on a day; and its whole history."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from etl.judge.goal import Goal, goal_of
from etl.judge.known import known_on, last_years, proves_short
from etl.judge.pace import Pace, pace
from etl.judge.progress import slope
from etl.judge.promise import Promise, Reading, Verdict
from etl.normalise.periods import decimal_year
from etl.vocabulary import Badge, Comparator, Flag, Grade, Kind, Measured, Method, Reason, Status, TextStatus

WITHOUT_NUMBER = (Kind.action, Kind.direction)
UNSURE = (Flag.provisional, Flag.forecast, Flag.estimate)


def judge(promise: Promise, readings: Sequence[Reading], as_of: date, method: Method) -> Verdict:
    """Where the promise stood as known on the day; `readings` are all publications of its headline series."""
    known = known_on(readings, as_of)
    return _with_badges(_decided(promise, known, as_of, method), promise, known, as_of)


def history(promise: Promise, readings: Sequence[Reading], method: Method) -> list[tuple[date, Verdict]]:
    """Verdicts with the day each is valid from: the promise's own day first, then each day on which it changes."""
    days = {promise.known_on} | {reading.known_on for reading in readings if reading.known_on > promise.known_on}
    if promise.deadline and promise.deadline >= promise.known_on:
        days.add(promise.deadline + timedelta(days=1))
    if promise.superseded_on and promise.superseded_on > promise.known_on:
        days.add(promise.superseded_on)
    rows: list[tuple[date, Verdict]] = []
    for day in sorted(days):
        verdict = judge(promise, readings, day, method)
        if not rows or rows[-1][1] != verdict:
            rows.append((day, verdict))
    return rows


def _decided(promise: Promise, known: Sequence[Reading], as_of: date, method: Method) -> Verdict:
    unjudged = _without_goal(promise, known)
    if unjudged:
        return unjudged
    goal = goal_of(promise, known)
    own = [reading for reading in known if reading.basis == goal.basis]
    settled = _of_limit(goal, own) if promise.kind is Kind.limit else _settled(goal, own, as_of)
    if settled:
        return settled
    latest = known[-1]
    if latest.basis != goal.basis:
        return _basis_changed(goal, latest, own)
    if promise.deadline and as_of > promise.deadline:
        return _past_deadline(goal, own, method)
    if not _is_mean(promise) and goal.is_met(latest):
        return _verdict(goal, latest, Status.achieved, Reason.reached)
    if promise.deadline is None:
        return _verdict(goal, latest, Status.no_deadline, Reason.no_deadline)
    return _by_pace(goal, own, method)


def _without_goal(promise: Promise, known: Sequence[Reading]) -> Verdict | None:
    """Verdicts that need no goal: listed figures, no number, a ceiling, no observation."""
    if promise.kind is Kind.listed:
        found = Verdict(Status.listed, Reason.listed, target_value=promise.value, target_high=promise.high)
        return _observed(found, known[-1]) if known else found
    if promise.kind in WITHOUT_NUMBER or promise.value is None or promise.comparator is Comparator.up_to:
        reason = Reason.ceiling if promise.comparator is Comparator.up_to else Reason.no_number
        return Verdict(Status.no_numeric_target, reason, target_value=promise.value, target_high=promise.high)
    if not known:
        reason = Reason.only_proxies if promise.has_proxies else Reason.not_measured
        reason = Reason.none_yet if promise.has_series else reason
        level = None if promise.kind is Kind.change else promise.value
        return Verdict(Status.no_data, reason, target_value=level, target_high=promise.high if level else None)
    return None


def _is_mean(promise: Promise) -> bool:
    """Whether the target is about a whole span and can be met only when the span is over."""
    return promise.kind is Kind.growth_per_year or (promise.kind is Kind.change and promise.yearly_rates)


def _of_limit(goal: Goal, own: Sequence[Reading]) -> Verdict | None:
    """A limit held each year: the latest year met it or missed it; no pace."""
    if not own:
        return None
    if goal.is_met(own[-1]):
        return _verdict(goal, own[-1], Status.achieved, Reason.reached)
    if not proves_short(own[-1], goal.direction):
        return _verdict(goal, own[-1], Status.pace_unknown, Reason.bound_not_enough)
    return _verdict(goal, own[-1], Status.missed, Reason.deadline_observation)


def _settled(goal: Goal, own: Sequence[Reading], as_of: date) -> Verdict | None:
    """What later changes of basis do not reopen: a count reached in time, the deadline's own observation."""
    promise, deadline = goal.promise, goal.promise.deadline
    if deadline is None or goal.target is None:
        return None
    if _is_mean(promise):
        return _settled_mean(goal, own, as_of)
    in_time = [reading for reading in own if reading.end <= deadline]
    if promise.kind is Kind.count and any(map(goal.is_met, in_time)):
        reached = next(reading for reading in reversed(in_time) if goal.is_met(reading))
        return _verdict(goal, reached, Status.achieved, Reason.count_reached)
    due = _due(goal, in_time)
    if due is None:
        return None
    if goal.is_met(due):
        return _verdict(goal, due, Status.achieved, Reason.deadline_observation)
    if as_of <= deadline or not proves_short(due, goal.aim(due)[1]):
        return None
    later = next((reading for reading in own if reading.end > deadline and goal.is_met(reading)), None)
    if later:
        return _verdict(goal, later, Status.achieved_late, Reason.reached_later)
    return _verdict(goal, due, Status.missed, Reason.deadline_observation)


def _due(goal: Goal, in_time: Sequence[Reading]) -> Reading | None:
    """The deadline's own observation: of a stock one dated in its last quarter, else the one for its period."""
    deadline = goal.promise.deadline
    if goal.promise.measured is Measured.stock:
        quarter = [r for r in in_time if decimal_year(r.end) > decimal_year(deadline) - 0.25 + 1e-9]
        return quarter[-1] if quarter else None
    return next((reading for reading in in_time if reading.end == deadline), None)


def _settled_mean(goal: Goal, own: Sequence[Reading], as_of: date) -> Verdict | None:
    """A mean over a span is met or missed when the span is over and its last year's figure is known."""
    deadline = goal.promise.deadline
    due = next((reading for reading in own if reading.end == deadline), None)
    if as_of <= deadline or due is None:
        return None
    found = pace(goal, own, Method.linear_pace)
    if found.mean is None or found.is_recent:
        return None
    reached = replace(due, value=found.mean)
    status = Status.achieved if goal.is_met(reached) else Status.missed
    return _paced(_verdict(goal, due, status, Reason.deadline_observation), found)


def _basis_changed(goal: Goal, latest: Reading, own: Sequence[Reading]) -> Verdict:
    found = _verdict(goal, latest, Status.basis_changed, Reason.basis_differs)
    last = own[-1] if own else None
    return replace(
        found,
        distance=None,
        second_period=last.period if last else None,
        second_value=last.value if last else None,
        second_basis=goal.basis,
    )


def _past_deadline(goal: Goal, own: Sequence[Reading], method: Method) -> Verdict:
    later = [] if _is_mean(goal.promise) else [r for r in own if r.end > goal.promise.deadline and goal.is_met(r)]
    if later:
        return _verdict(goal, later[0], Status.achieved_unverified, Reason.reached_undated)
    in_time = [reading for reading in own if reading.end <= goal.promise.deadline]
    due = _due(goal, in_time)
    reason = Reason.bound_not_enough if due and not proves_short(due, goal.aim(due)[1]) else Reason.deadline_passed
    held = _held(goal, in_time, method)
    latest = in_time[-1] if in_time else own[-1]
    return replace(_verdict(goal, latest, Status.awaiting_data, reason), detail=held.status, **_inputs(held))


def _held(goal: Goal, in_time: Sequence[Reading], method: Method) -> Verdict:
    """The class held before the deadline."""
    if not in_time:
        return Verdict(Status.no_data, Reason.none_yet)
    if not _is_mean(goal.promise) and goal.is_met(in_time[-1]):
        return _verdict(goal, in_time[-1], Status.achieved, Reason.reached)
    return _by_pace(goal, in_time, method)


def _by_pace(goal: Goal, own: Sequence[Reading], method: Method) -> Verdict:
    found = pace(goal, own, method)
    verdict = _paced(_verdict(goal, own[-1], found.status, found.reason), found)
    other = pace(goal, own, next(one for one in Method if one is not method))
    decided = [one.status for one in (found, other) if one.reason is Reason.pace]
    is_contested = len(decided) == 2 and len({status is Status.on_track for status in decided}) == 2
    badges = [Badge.recent_pace] * found.is_recent + [Badge.contested] * is_contested
    return replace(verdict, badges=tuple(badges))


_PACE = ("ratio", "progress_share", "time_share", "required_value", "actual_per_year", "required_per_year")


def _paced(verdict: Verdict, found: Pace) -> Verdict:
    return replace(verdict, **{name: getattr(found, name) for name in _PACE if getattr(found, name) is not None})


def _inputs(held: Verdict) -> dict:
    return {name: getattr(held, name) for name in (*_PACE, "badges")}


def _observed(verdict: Verdict, reading: Reading) -> Verdict:
    return replace(
        verdict,
        period=reading.period,
        value=reading.value,
        high=reading.high,
        qualifier=reading.qualifier,
        published_on=reading.published_on,
        basis=reading.basis,
        source=reading.source,
    )


def _verdict(goal: Goal, reading: Reading, status: Status, reason: Reason) -> Verdict:
    """A verdict on a reading, with the goal's inputs and the share of the distance closed."""
    baseline = goal.baseline
    found = Verdict(
        status,
        reason,
        target_value=goal.target,
        target_high=goal.high,
        target_is_derived=goal.is_derived,
        badges=(),
    )
    if baseline:
        published = baseline.reading.published_on if baseline.reading else None
        names = {"baseline_period": baseline.period, "baseline_value": baseline.value}
        found = replace(found, **names, baseline_published_on=published)
    if goal.target is not None and not _is_mean(goal.promise) and status is not Status.basis_changed:
        found = replace(found, **_distances(goal, reading))
    return _observed(found, reading)


def _distances(goal: Goal, reading: Reading) -> dict[str, float]:
    """Distance to the target in the wanted direction; where the reading follows the baseline, also the shares."""
    aim, direction = goal.aim(reading)
    values = {"distance": direction * (reading.value - aim)}
    is_paced = goal.baseline and goal.promise.deadline and goal.baseline.end < min(reading.end, goal.promise.deadline)
    if is_paced and direction * (aim - goal.baseline.value) > 0:
        found = pace(replace(goal, high=None, target=aim, direction=direction), [reading], Method.linear_pace)
        values |= {name: getattr(found, name) for name in _PACE if name != "ratio"}
    return values


def _with_badges(verdict: Verdict, promise: Promise, known: Sequence[Reading], as_of: date) -> Verdict:
    latest = next((r for r in known if r.source == verdict.source and r.period == verdict.period), None)
    marks = {
        Badge.implied_baseline: promise.baseline_period is None and verdict.baseline_period is not None,
        Badge.derived: verdict.target_is_derived,
        Badge.draft: promise.text_status is TextStatus.draft,
        Badge.superseded: promise.superseded_on is not None and promise.superseded_on <= as_of,
        Badge.proxy: verdict.reason is Reason.only_proxies,
        Badge.provisional: latest is not None and latest.flag in UNSURE,
        Badge.secondary_source: latest is not None and latest.grade is Grade.secondary,
        Badge.disputed_source: latest is not None and latest.grade is Grade.disputed,
        Badge.reversing: verdict.reason is Reason.reached and _is_reversing(verdict, known),
    }
    badges = {*verdict.badges, *(badge for badge, holds in marks.items() if holds)}
    return replace(verdict, badges=tuple(sorted(badges)))


def _is_reversing(verdict: Verdict, known: Sequence[Reading]) -> bool:
    """Whether the last five years of a target already met run away from it."""
    recent = last_years([reading for reading in known if reading.basis == (verdict.basis or "")])
    trend = slope([decimal_year(r.end) for r in recent], [r.value for r in recent])
    side = 1 if verdict.target_value is None or verdict.distance is None else _side(verdict)
    return trend is not None and trend * side < 0


def _side(verdict: Verdict) -> int:
    """The wanted direction of a met target, from its distance: up where the value lies above it."""
    return 1 if verdict.value >= verdict.target_value else -1
