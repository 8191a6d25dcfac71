"""Promises and readings drawn as small texts: one reading a line, "period | value | known on | basis"."""

from dataclasses import replace
from datetime import date

from etl.judge.assess import History, histories, judge
from etl.judge.promise import Decision, Promise, Reading, Verdict
from etl.normalise.numbers import read_quantity
from etl.normalise.periods import read_period
from etl.vocabulary import Choice, Comparator, Flag, Grade, Kind, Measured, Method, TextStatus

LINEAR, CAGR = Method.linear_pace, Method.eurostat_cagr

LEVEL = Promise(
    target_id="T",
    kind=Kind.level,
    comparator=Comparator.at_least,
    value=100.0,
    high=None,
    baseline_value=None,
    baseline_period=None,
    deadline=date(2025, 12, 31),
    basis=None,
    tolerance=None,
    known_on=date(2021, 12, 31),
    text_status=TextStatus.final,
    milestones=(),
    has_series=True,
    has_proxies=False,
    superseded_on=None,
    measured=Measured.flow,
    yearly_rates=False,
)


def day(text: str) -> date:
    """A day written YYYY-MM-DD."""
    return date.fromisoformat(text)


def promise(comparator: str = "at_least", value: float | None = 100.0, **others: object) -> Promise:
    """A level to be reached by the end of 2025, with the parts that a case names; days and codes as texts."""
    parts = {"comparator": comparator and Comparator(comparator), "value": value, **others}
    for name in ("deadline", "known_on", "superseded_on", "dropped_on"):
        if isinstance(parts.get(name), str):
            parts[name] = day(parts[name])
    for name, codes in (("kind", Kind), ("measured", Measured), ("text_status", TextStatus)):
        if name in parts:
            parts[name] = codes(parts[name])
    if isinstance(parts.get("baseline_period"), str):
        parts["baseline_period"] = read_period(parts["baseline_period"])
    return replace(LEVEL, **parts)


def decision(choice: str, basis: str, on: str, **others: object) -> Decision:
    """A decision on a basis; compared with the basis "old" where the case names none."""
    parts = {"to_basis": "old", "factor": None, "overlap": None, **others}
    return Decision(choice=Choice(choice), basis=basis, decided_on=day(on), **parts)


def reading(period: str, value: str, known: str, basis: str = "", **others: object) -> Reading:
    """One reading; the value as a publication writes it: "> 300", "nearly 30", "480–500"."""
    span, quantity, on = read_period(period), read_quantity(value), day(known)
    return Reading(
        period=span.label,
        start=span.start,
        end=span.end,
        value=quantity.value,
        high=quantity.high,
        qualifier=quantity.qualifier,
        published_on=on,
        known_on=on,
        basis=basis,
        **{"decides": True, "grade": Grade.primary, "flag": None, **others},
    )


def readings(drawing: str) -> list[Reading]:
    """Readings drawn one a line; a fifth column names a grade, a flag, or "never" for a period that never decides."""
    return [_drawn(*map(str.strip, line.split("|"))) for line in drawing.splitlines() if line.strip()]


def _drawn(period: str, value: str, known: str, basis: str = "", mark: str = "") -> Reading:
    others = {"decides": mark != "never"}
    if mark in list(Grade):
        others["grade"] = Grade(mark)
    if mark in list(Flag):
        others["flag"] = Flag(mark)
    return reading(period, value, known, basis, **others)


def judged(a_promise: Promise, drawing: str, as_of: str = "2026-06-01", method: Method = LINEAR) -> Verdict:
    """The verdict on a drawn series as of a day."""
    return judge(a_promise, readings(drawing), day(as_of), method)


def said(verdict: Verdict) -> tuple[str, str]:
    """Status and reason as plain words."""
    return str(verdict.status), str(verdict.reason)


def history(a_promise: Promise, published: list[Reading], method: Method) -> History:
    """The verdicts by one method, each with the day from which it holds."""
    return histories([(a_promise, published)])[0][method]


SERIES = """
    2020 | 20 | 2021-02-01
    2022 | 40 | 2023-02-01
    2023 | 50 | 2024-02-01
"""
BASED = promise(baseline_period="2020", baseline_value=20.0)


def due(value: str, known: str = "2026-02-01") -> str:
    """The readings above and one for the year of the deadline."""
    return SERIES + f"2025 | {value} | {known}"
