"""Which method can judge which target: what stands against a method, the first that holds."""

from collections.abc import Callable, Mapping

from etl.vocabulary import Method, Obstacle

Row = Mapping[str, float | None]


def _is_absent(*names: str) -> Callable[[Row], bool]:
    return lambda row: any(row[name] is None for name in names)


def _has_no_later_figure(row: Row) -> bool:
    return row["baseline_time"] is None or row["time"] <= row["baseline_time"]


def _is_not_positive(row: Row) -> bool:
    return any(row[name] is not None and row[name] <= 0 for name in ("baseline", "value", "target", "first_value"))


def _is_due(row: Row) -> bool:
    return row["deadline"] is not None and row["time"] >= row["deadline"]


def _is_behind_baseline(row: Row) -> bool:
    return row["direction"] * (row["target"] - row["baseline"]) <= 0


HOLDS: dict[Obstacle, Callable[[Row], bool]] = {
    Obstacle.no_target: _is_absent("target"),
    Obstacle.held_yearly: lambda row: row["is_held_yearly"],
    Obstacle.no_deadline: _is_absent("deadline"),
    Obstacle.no_baseline: _is_absent("baseline"),
    Obstacle.no_later_figure: _has_no_later_figure,
    Obstacle.not_positive: _is_not_positive,
    Obstacle.deadline_reached: _is_due,
    Obstacle.no_forecast: _is_absent("expected"),
    Obstacle.no_earlier_figure: _is_absent("first_value"),
    Obstacle.few_recent_figures: _is_absent("slope"),
    Obstacle.few_yearly_figures: _is_absent("mean_change"),
    Obstacle.target_behind_baseline: _is_behind_baseline,
}
"""What can stand against a method, and when it does."""

_TOWARDS_A_TARGET = (Obstacle.no_target, Obstacle.held_yearly, Obstacle.no_deadline)
_SINCE_A_BASELINE = (*_TOWARDS_A_TARGET, Obstacle.no_baseline, Obstacle.no_later_figure)
_OF_GROWTH = (*_SINCE_A_BASELINE, Obstacle.target_behind_baseline, Obstacle.not_positive)

OBSTACLES: dict[Method, tuple[Obstacle, ...]] = {
    Method.linear_pace: (
        *_TOWARDS_A_TARGET, Obstacle.no_baseline, Obstacle.target_behind_baseline, Obstacle.deadline_reached,
        Obstacle.few_recent_figures,
    ),
    Method.eurostat_cagr: _OF_GROWTH,
    Method.eurostat_trend: (Obstacle.no_earlier_figure, Obstacle.not_positive),
    Method.open_sdg: _OF_GROWTH,
    Method.destatis_projection: (
        Obstacle.no_target, Obstacle.no_deadline, Obstacle.few_yearly_figures, Obstacle.deadline_reached,
    ),
    Method.escap: (*_TOWARDS_A_TARGET, Obstacle.no_baseline, Obstacle.target_behind_baseline, Obstacle.no_forecast),
    Method.sdsn_trend: (*_TOWARDS_A_TARGET, Obstacle.no_earlier_figure, Obstacle.deadline_reached),
    Method.acceleration_factor: (*_TOWARDS_A_TARGET, Obstacle.deadline_reached, Obstacle.few_recent_figures),
    Method.unsd_2022: _OF_GROWTH,
}  # fmt: skip
"""What can stand against each method, in the order in which it is told."""


def obstacle(method: Method, row: Row) -> Obstacle:
    """Why a method that gave no class to a row of `question.rows` did not."""
    return next((one for one in OBSTACLES[method] if HOLDS[one](row)), Obstacle.undefined)
