"""A verdict in plain words with its numbers."""

from collections.abc import Mapping

from etl import catalogue
from etl.judge.wording import Words
from etl.vocabulary import Badge, Kind, Method, Obstacle, Reason, Status, Working

OF_DEADLINE = (f"deadline_{Status.achieved}", f"deadline_{Status.missed}")
"""Texts that tell the deadline's own figure."""


def sentence(row: Mapping[str, object], lang: str) -> str:
    """The verdict of a status row in sentences of `lang` ("en" or "zh"), with its numbers and units.

    The row has the columns of `etl.store.query.status`; absent values are None or NaN.
    """
    words, verdicts = Words(row, lang), catalogue.of("verdicts", lang)
    key = _key(words)
    said = [verdicts.texts[key].format_map(words)]
    if key in OF_DEADLINE and words.is_before_deadline():
        said.append(verdicts("last_quarter"))
    if words.get("status") == Status.awaiting_data and words.get("detail"):
        said.append(verdicts("before_deadline", status=Status(words.get("detail")).label(lang).lower()))
    if Badge.decided in words.get("badges", ()):
        said.append(verdicts("decided"))
    text = catalogue.flow(said, lang)
    return text[:1].upper() + text[1:]


def _key(words: Words) -> str:
    """Which text fits: the reason's own, or a nearer one where the status or the inputs there are tell more."""
    status, reason = Status(words.get("status")), Reason(words.get("reason"))
    if reason is Reason.pace:
        return _pace_key(words)
    if words.get("obstacle") == Obstacle.knows_no_target and status is Status.pace_unknown:
        return "trend"
    if reason is Reason.deadline_observation:
        return f"{_span(words)}{status}"
    if reason is Reason.deadline_passed and words.is_ended():
        return "series_ended_awaited"
    if status is Status.awaiting_data:
        return f"{reason}_awaited"
    if reason is Reason.basis_differs and words.get("second_value") is None:
        return "basis_differs_alone"
    if reason is Reason.count_reached and words.get("deadline") is None:
        return "count_reached_open"
    if reason is Reason.listed and words.get("value") is None:
        return "listed_alone"
    return str(reason)


def _span(words: Words) -> str:
    """What a settled target is measured by: a mean, compounded changes, or the deadline's own observation."""
    if words.get("kind") == Kind.growth_per_year:
        return "mean_"
    return "compounded_" if words.is_of_changes() else "deadline_"


def _pace_key(words: Words) -> str:
    is_recent = Badge.recent_pace in words.get("badges", ())
    if words.get("kind") == Kind.growth_per_year:
        return "pace_growth_recent" if is_recent else "pace_growth"
    if words.is_of_changes():
        return "pace_compounded_recent" if is_recent else "pace_compounded"
    by_method = BY_METHOD.get(words.get("method"))
    if by_method and (by_method != "pace_compound" or words.get("target_high") is None):
        return f"{by_method}{_exception(words)}"
    if words.get("progress_share") is None:
        return "pace_recent"
    return "pace_away" if words.get("progress_share") < 0 else "pace"


def _exception(words: Words) -> str:
    """What the method's text has to tell besides, or has to leave out."""
    method = words.get("method")
    if method == Method.open_sdg and 0 in (words.get("baseline_value"), words.get("target_value")):
        return "_zero"
    return "_alone" if method == Method.escap and Working.current_status not in words.workings else ""


BY_METHOD = {
    Method.eurostat_cagr: "pace_compound",
    Method.open_sdg: "pace_compound",
    Method.unsd_2022: "pace_compound",
    Method.destatis_projection: "pace_projected",
    Method.escap: "pace_anticipated",
    Method.sdsn_trend: "pace_since",
    Method.acceleration_factor: "pace_accelerated",
}
"""Texts of methods that tell a pace by numbers of their own."""
