"""The verdict by every method, as known on a day; and its whole history.

What is so whatever the method comes from `standing`; all questions that are left are put to all methods at once.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from etl.judge.chance import Chance, chance
from etl.judge.pace import Pace
from etl.judge.paces import Paces, is_contested, paces
from etl.judge.promise import Promise, Reading, Verdict
from etl.judge.standing import PACE_INPUTS, Fields, Standing, standing
from etl.vocabulary import Badge, Kind, Method, NoChance, Reason, Status

Verdicts = Mapping[Method, Verdict]
History = list[tuple[date, Verdict]]

SETTLED = (Status.missed, Status.achieved_late, Status.achieved_unverified)
WITHOUT_CHANCE = {
    Status.basis_changed: NoChance.basis_differs,
    Status.superseded: NoChance.ended,
    Status.dropped: NoChance.ended,
    Status.no_data: NoChance.no_figure,
}


def judge(promise: Promise, readings: Sequence[Reading], as_of: date, method: Method) -> Verdict:
    """Where the promise stood as known on the day; `readings` are all publications of its headline series."""
    return verdicts([standing(promise, readings, as_of)])[0][method]


def histories(held: Sequence[tuple[Promise, Sequence[Reading]]]) -> list[Mapping[Method, History]]:
    """Verdicts by each method on each promise with its readings: that of the promise's own day, then one for each day
    on which it changes."""
    days = [days_of_change(promise, readings) for promise, readings in held]
    pairs = zip(held, days, strict=True)
    found = iter(verdicts([standing(promise, readings, day) for (promise, readings), own in pairs for day in own]))
    return [_by_method([(day, next(found)) for day in own]) for own in days]


def days_of_change(promise: Promise, readings: Sequence[Reading]) -> list[date]:
    """The days on which the promise's verdict can change, the earliest first."""
    days = {promise.known_on} | {reading.known_on for reading in readings if reading.known_on > promise.known_on}
    if promise.deadline and promise.deadline >= promise.known_on:
        days.add(promise.deadline + timedelta(days=1))
    others = [promise.superseded_on, promise.dropped_on, *(decision.decided_on for decision in promise.decisions)]
    return sorted(days | {day for day in others if day and day > promise.known_on})


def _by_method(judged: Sequence[tuple[date, Verdicts]]) -> Mapping[Method, History]:
    histories: dict[Method, History] = {method: [] for method in Method}
    for day, found in judged:
        for method, history in histories.items():
            if not history or history[-1][1] != found[method]:
                history.append((day, found[method]))
    return histories


def verdicts(standings: Sequence[Standing]) -> list[Verdicts]:
    """The verdicts on each standing by every method."""
    questions = [one.question for one in standings if one.question]
    chances = [chance(question) for question in questions]
    answers = iter(zip(paces(questions, [one.expected for one in chances]), chances, strict=True))
    return [_verdicts(one, *next(answers)) if one.question else _without_methods(one) for one in standings]


def _without_methods(one: Standing) -> Verdicts:
    found = Verdict(**_sorted(one.fields | {"no_chance": WITHOUT_CHANCE.get(one.fields["status"])}))
    return dict.fromkeys(Method, found)


def _verdicts(one: Standing, answers: Paces, likely: Chance) -> Verdicts:
    likely = _outstanding(one, likely)
    fields = one.fields | {"chance": likely.share, "expected": likely.expected, "no_chance": likely.reason}
    fields["badges"] = fields["badges"] | ({Badge.low_confidence} if likely.is_of_few_figures else set())
    contested = is_contested(answers)
    return {method: Verdict(**_sorted(_with_pace(fields, pace, contested))) for method, pace in answers.items()}


def _outstanding(one: Standing, likely: Chance) -> Chance:
    """The chance where the outcome is still open; what is settled has none."""
    status, is_limit = one.fields["status"], one.question.goal.promise.kind is Kind.limit
    if status is Status.no_numeric_target:
        return Chance()
    is_settled = status in SETTLED or status is Status.achieved and one.fields["reason"] is not Reason.reached
    return Chance(reason=NoChance.settled) if is_settled and not is_limit else likely


def _with_pace(fields: Fields, pace: Pace, contested: bool) -> Fields:
    """The fields of a verdict by a method; what was left to the methods is as the pace says."""
    told = {
        "method_class": pace.method_class,
        "obstacle": pace.obstacle,
        "workings": pace.workings,
        "ratio": pace.ratio,
    }
    if fields["status"] is not None and fields.get("detail", "") is not None:
        return fields | told
    inputs = {name: value for name in PACE_INPUTS if (value := getattr(pace, name)) is not None}
    badges = {Badge.recent_pace} if pace.is_recent else set()
    badges |= {Badge.contested} if contested and pace.reason is Reason.pace else set()
    left = {"detail": pace.status} if fields["status"] else {"status": pace.status, "reason": pace.reason}
    return fields | told | inputs | left | {"badges": fields["badges"] | badges}


def _sorted(fields: Fields) -> Fields:
    return fields | {"badges": tuple(sorted(fields["badges"]))}
