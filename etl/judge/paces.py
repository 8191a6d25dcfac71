"""What every method says of the pace: all questions at once, each answer a class or what stands against one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isfinite, nan

from etl.judge import progress
from etl.judge.cases import Cases, Found
from etl.judge.fitness import obstacle
from etl.judge.methods import METHODS
from etl.judge.pace import Pace, decided, unknown
from etl.judge.question import Question
from etl.judge.spans import is_about_span, span_pace
from etl.normalise.periods import decimal_year
from etl.vocabulary import Kind, Method, Obstacle, Reason, Status, Working

OF_SPANS = {
    Kind.growth_per_year: (Method.linear_pace, Method.eurostat_cagr),
    Kind.change: (Method.linear_pace,),
}
"""Methods that can judge a target about a whole span, where their ratio is that of the rates."""

Rows = list[dict[str, object]]
Paces = Mapping[Method, Pace]


def paces(questions: Sequence[Question], expected: Sequence[float | None]) -> list[Paces]:
    """Each question's pace by every method; `expected` are the forecasts' central values for the deadlines."""
    asked = [question.rows(value) for question, value in zip(questions, expected, strict=True)]
    far = [question.far_bound(rows[0]) for question, rows in zip(questions, asked, strict=True)]
    cases = Cases.of(**_columns([row for rows, more in zip(asked, far, strict=True) for row in (*rows, *more)]))
    found = {method: described.find(cases) for method, described in METHODS.items()}
    answers, place = [], 0
    for question, rows, more in zip(questions, asked, far, strict=True):
        answers.append(_answers(question, rows, found, range(place, place + len(rows) + len(more))))
        place += len(rows) + len(more)
    return answers


def is_contested(answers: Paces) -> bool:
    """Whether the methods that apply fall on both sides of on track."""
    sides = {pace.status is Status.on_track for pace in answers.values() if pace.reason is Reason.pace}
    return len(sides) > 1


def _columns(rows: Rows) -> dict[str, list]:
    names = rows[0] if rows else ()
    return {name: [nan if row[name] is None else row[name] for row in rows] for name in names}


def _answers(question: Question, rows: Rows, found: Mapping[Method, Found], at: range) -> Paces:
    goal = question.goal
    if is_about_span(goal.promise):
        return _of_span(question)
    answers = {method: _answer(question, rows, method, (found[method], at)) for method in Method}
    in_common = _in_common(question)
    if in_common is not None:
        held = {"status": in_common.status, "reason": in_common.reason, "is_recent": False}
    else:
        held = _recent(question)
    return {method: replace(answer, **held) for method, answer in answers.items()} if held else answers


def _of_span(question: Question) -> Paces:
    goal = question.goal
    found, apply = span_pace(goal, question.own), OF_SPANS[goal.promise.kind]
    other = unknown(Reason.method_not_applicable, Obstacle.about_span)
    return {method: _classed(found, method) if method in apply else other for method in Method}


def _classed(found: Pace, method: Method) -> Pace:
    """The pace of a span with its class in the method's own words; the cut-offs of these methods are the same."""
    own = (one.name for one in METHODS[method].classes if one.status is found.status)
    return replace(found, method_class=next(own)) if found.reason is Reason.pace else found


def _in_common(question: Question) -> Pace | None:
    """What holds whatever the method; None where the methods have a say."""
    goal, latest = question.goal, question.latest
    if goal.target is None or goal.baseline is None:
        return unknown(Reason.no_second_point)
    aim, direction = goal.aim(latest.value)
    if not progress.leads_on(goal.baseline.value, aim, direction):
        return _behind_baseline(question)
    deadline = goal.promise.deadline
    if deadline is None or deadline <= goal.baseline.end:
        return unknown(Reason.no_second_point)
    return _of_recent_years(question) if question.is_recent else None


def _behind_baseline(question: Question) -> Pace:
    """The baseline had already passed the target, and the latest reading, a different one, does not meet it."""
    goal, latest = question.goal, question.latest
    if not goal.is_missed(latest):
        return unknown(Reason.bound_not_enough)
    if goal.baseline.reading is latest:
        return unknown(Reason.no_second_point)
    return Pace(Status.wrong_direction, Reason.target_behind_baseline)


def _of_recent_years(question: Question) -> Pace | None:
    """No figure after the baseline yet: what the last five years must show for any method."""
    goal, latest = question.goal, question.latest
    if question.slope() is None or goal.promise.deadline <= latest.end:
        return unknown(Reason.no_second_point)
    if not progress.leads_on(latest.value, *goal.aim(latest.value)):
        return unknown(Reason.bound_not_enough)  # "nearly 600" against 500: nothing is left to go, and nothing proven
    return None


def _answer(question: Question, rows: Rows, method: Method, given: tuple[Found, range]) -> Pace:
    found, places = given
    ends, far = places[: len(rows)], places[len(rows) :] if method is Method.destatis_projection else ()
    weakest = max([*ends, *far], key=lambda place: found.rank[place])
    ranks = [max(int(found.rank[place]) for place in (end, *far)) for end in ends]
    if min(ranks) < 0:
        return unknown(Reason.method_not_applicable, obstacle(method, rows[0]))
    classes = [METHODS[method].classes[rank] for rank in ranks]
    workings = ((Working(name), float(of[ends[0]])) for name, of in found.workings.items())
    told = {
        "ratio": _finite(float(found.measure[weakest])),
        "method_class": classes[ranks.index(max(ranks))].name,
        "workings": tuple((name, value) for name, value in workings if isfinite(value)),
    }
    if classes[0].status is None:
        return Pace(Status.pace_unknown, Reason.method_not_applicable, obstacle=Obstacle.knows_no_target, **told)
    statuses = [one.status for one in classes]
    status, reason = decided(statuses, question.latest.qualifier, rows[0]["direction"])
    return Pace(status, reason, is_recent=question.is_recent and method is Method.linear_pace, **told)


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None


def _recent(question: Question) -> dict[str, float]:
    """What a pace of recent years rests on: the slope of the last five and what is needed a year from now on."""
    if not question.is_recent:
        return {}
    goal, latest = question.goal, question.latest
    years = decimal_year(goal.promise.deadline) - decimal_year(latest.end)
    aim = goal.aim(latest.value)[0]
    return {"actual_per_year": question.slope(), "required_per_year": (aim - latest.value) / years}
