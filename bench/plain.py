"""Every method for one target at a time, in plain Python: what the arrays are measured against and tested against.

A row is anything that gives figures by the names of `etl.judge.cases.Cases`. Each function returns the method's number
and the index of its class, best first; NaN and −1 where there is none.
"""

from collections.abc import Callable, Mapping, Sequence
from math import inf, isfinite, isnan, nan

from etl.vocabulary import Method

Row = Mapping[str, float]
Verdict = tuple[float, int]

NONE: Verdict = (nan, -1)
SMALL = 1e-9
WAY = ("baseline", "baseline_time", "value", "time", "target", "deadline", "direction")


def linear_pace(row: Row) -> Verdict:
    """Share of the distance by share of the time, or the recent pace."""
    if _lacks(row, WAY):
        return NONE
    b, t0, y, t, target, end, d = (row[name] for name in WAY)
    if not _beyond(b, target, d) or end <= t0:
        return NONE
    if t > t0:
        return _judged(((y - b) / (target - b)) / ((t - t0) / (end - t0)), (0.95, 0.6, 0))
    if isnan(row["slope"]) or not _beyond(y, target, d):
        return NONE
    return _judged(row["slope"] / ((target - y) / (end - t)), (0.95, 0.6, 0))


def eurostat_cagr(row: Row) -> Verdict:
    """Growth by required growth; a reached target is the best."""
    if _lacks(row, ("value", "target", "direction")):
        return NONE
    is_reached = _reaches(row["value"], row)
    if _lacks(row, WAY):
        return (nan, 0) if is_reached else NONE
    if is_reached:
        return (_ratio(row) if row["baseline"] > 0 else nan, 0)
    return _judged(_positive_ratio(row), (0.95, 0.6, 0))


def eurostat_trend(row: Row) -> Verdict:
    """Growth of the last five years in the wanted direction."""
    if _lacks(row, ("value", "time", "first_value", "first_time", "direction")) or row["first_value"] <= 0:
        return NONE
    v = row["direction"] * _growth(row["value"], row["first_value"], row["time"] - row["first_time"])
    if isnan(v):
        return NONE
    if v > 0.01 + SMALL:
        return v, 0
    if v > 0.001 + SMALL:
        return v, 1
    if v >= -0.001 - SMALL:
        return v, 2
    return v, 3 if v >= -0.01 - SMALL else 4


def open_sdg(row: Row) -> Verdict:
    """Growth by required growth, or growth alone where there is no target."""
    if _lacks(row, ("value", "direction")):
        return NONE
    b, target = row["baseline"] or 0.001, row["target"] or 0.001
    is_reached = not isnan(target) and row["direction"] * (row["value"] - target) >= -SMALL * abs(target)
    v = (-1 if b < 0 else 1) * row["direction"] * _growth(row["value"], b, row["time"] - row["baseline_time"])
    if not isnan(target):
        v = _divided(v, abs(_growth(target, b, row["deadline"] - row["baseline_time"])))
    if is_reached:
        return v, 0
    if isnan(target):
        return _moved(_judged(_against_limit(v, row), (0.015, 0.005, 0)), v)
    return _moved(_judged(v, (0.95, 0.6, 0)), v)


def _moved(verdict: Verdict, v: float) -> Verdict:
    """The class after the one for what is achieved, with the number not yet divided by the limit's factor."""
    return NONE if verdict[1] < 0 else (v, verdict[1] + 1)


def _against_limit(v: float, row: Row) -> float:
    """v by the factor that shrinks the cut-offs near a limit; beyond all of them where the limit is held."""
    b, limit = abs(row["baseline"]), abs(row["limit"])
    if isnan(limit) or b >= 2 * limit or not v >= 0:
        return v
    factor = 1 - (b / limit if b <= limit else (2 * limit - b) / limit) ** 4.44
    return v / factor if factor > SMALL else 1.0


def destatis_projection(row: Row) -> Verdict:
    """What the mean change of six values leaves missing at the deadline."""
    if _lacks(row, ("value", "target", "direction", "mean_change")):
        return NONE
    y, target, d, change = (row[name] for name in ("value", "target", "direction", "mean_change"))
    still = SMALL * abs(y)
    if _reaches(y, row):
        return nan, 1 if d * change < -still else 0
    if row["is_held_yearly"]:
        return nan, 3 if d * change < -still else 2
    if _lacks(row, ("time", "deadline")) or row["deadline"] < row["time"]:
        return NONE
    miss = d * (target - y - change * (row["deadline"] - row["time"])) / abs(target - y)
    if miss < 0.05 - SMALL:
        return miss, 0
    if miss <= 0.2 + SMALL:
        return miss, 1
    return miss, 2 if d * change > still else 3


def escap(row: Row) -> Verdict:
    """Ten times the share of the distance that the forecast closes."""
    if _lacks(row, ("expected", "target", "direction")):
        return NONE
    score = 10.0
    if not _reaches(row["expected"], row):
        closed = row["direction"] * (row["expected"] - row["baseline"])
        score = 10 * _divided(closed, abs(row["target"] - row["baseline"]))
    if isnan(score):
        return NONE
    if score > 9 + SMALL:
        return score, 0
    return score, 1 if score > SMALL else 2


def sdsn_trend(row: Row) -> Verdict:
    """Change of five years by the change that they needed."""
    if _lacks(row, ("first_value", "first_time", "value", "time", "target", "direction")):
        return NONE
    first, t1, y, t, target = (row[name] for name in ("first_value", "first_time", "value", "time", "target"))
    if t <= t1:
        return NONE
    if _reaches(first, row):
        return nan, 0 if _reaches(y, row) else 4
    if isnan(row["deadline"]) or row["deadline"] <= t1 or not _beyond(first, target, row["direction"]):
        return NONE
    share = ((y - first) / (t - t1)) / ((target - first) / (row["deadline"] - t1))
    if _reaches(y, row):
        return share, 1
    measure, rank = _judged(share, (1, 0.5, 0))
    return measure, rank + 1


def acceleration_factor(row: Row) -> Verdict:
    """Change still needed by the slope of five years."""
    if _lacks(row, ("slope", "value", "target", "direction")):
        return NONE
    against = row["direction"] * row["slope"] < 0
    if _reaches(row["value"], row):
        return nan, 3 if against else 0
    if _lacks(row, ("time", "deadline")) or row["deadline"] <= row["time"]:
        return NONE
    needed = (row["target"] - row["value"]) / (row["deadline"] - row["time"])
    factor = _divided(needed, row["slope"])
    if against:
        return factor, 3
    if isnan(factor):
        return factor, 2
    return factor, 0 if factor <= 1 + SMALL else 1 if factor < 2 - SMALL else 2


def unsd_2022(row: Row) -> Verdict:
    """Growth by required growth, with cut-offs of its own."""
    ratio = nan if _lacks(row, WAY) else _positive_ratio(row)
    if isnan(ratio):
        return NONE
    if ratio > 0.95 + SMALL:
        return ratio, 0
    if ratio >= 0.5 - SMALL:
        return ratio, 1
    return ratio, 2 if ratio >= -0.1 - SMALL else 3


def _lacks(row: Row, names: Sequence[str]) -> bool:
    return any(isnan(row[name]) for name in names)


def _beyond(start: float, target: float, d: float) -> bool:
    return d * (target - start) > SMALL * max(abs(target), abs(start))


def _reaches(value: float, row: Row) -> bool:
    return row["direction"] * (value - row["target"]) >= -SMALL * abs(row["target"])


def _divided(one: float, other: float) -> float:
    found = one / other if other else nan
    return found if isfinite(found) else nan


def _growth(later: float, earlier: float, years: float) -> float:
    if earlier == 0 or later * earlier < 0 or not years > 0:
        return nan
    return (later / earlier) ** (1 / years) - 1


def _ratio(row: Row) -> float:
    actual = _growth(row["value"], row["baseline"], row["time"] - row["baseline_time"])
    return _divided(actual, _growth(row["target"], row["baseline"], row["deadline"] - row["baseline_time"]))


def _positive_ratio(row: Row) -> float:
    is_positive = min(row["baseline"], row["value"], row["target"]) > 0
    return _ratio(row) if is_positive and _beyond(row["baseline"], row["target"], row["direction"]) else nan


def _judged(ratio: float, cut_offs: Sequence[float]) -> Verdict:
    if isnan(ratio) or ratio == inf:
        return NONE
    return ratio, next((at for at, cut in enumerate(cut_offs) if ratio >= cut - SMALL), len(cut_offs))


PLAIN: dict[Method, Callable[[Row], Verdict]] = {
    Method.linear_pace: linear_pace,
    Method.eurostat_cagr: eurostat_cagr,
    Method.eurostat_trend: eurostat_trend,
    Method.open_sdg: open_sdg,
    Method.destatis_projection: destatis_projection,
    Method.escap: escap,
    Method.sdsn_trend: sdsn_trend,
    Method.acceleration_factor: acceleration_factor,
    Method.unsd_2022: unsd_2022,
}
