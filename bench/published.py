"""Figures that statistical offices published, against the methods: `python -m bench.published FOLDER`.

The folder holds CSV files, known by their columns: progress measures of Open SDG and of Eurostat's rule, UN ESCAP's
indices, Destatis' symbols. Printed per method: rows, exact ones, differing ones, and each differing row with its cause.
Ends with 1 where a row differs without a known cause, with 2 where the folder has no such file.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from rich.console import Console
from rich.table import Table

from etl.judge.cases import Cases, Found
from etl.judge.methods import METHODS, Classed
from etl.vocabulary import Method

EXACT = 1e-9
NOTHING = "not_available"
COLUMNS = {"base_value", "base_year", "current_value", "current_year", "direction", "target", "target_year"}


@dataclass(frozen=True)
class Compared:
    """One comparison: what is compared, the name of each row, whether it agrees, and the cause where it does not."""

    what: str
    rows: pd.Series
    agrees: np.ndarray
    cause: np.ndarray  # of text, "" for none that is known


@dataclass(frozen=True)
class Layout:
    """A kind of file: columns that only it has, and how it is compared."""

    columns: frozenset[str]
    compare: Callable[[pd.DataFrame], Iterator[Compared]]


def main() -> None:
    """Checks every file of the folder and prints what was found."""
    paths = sorted(Path(sys.argv[1]).glob("*.csv")) if len(sys.argv) == 2 else []
    found = [one for path in paths for one in compared(pd.read_csv(path))]
    if not found:
        Console(stderr=True).print("Name a folder with files of published figures: python -m bench.published FOLDER")
        sys.exit(2)
    console = Console(width=120)
    console.print(_summary(found))
    for one in found:
        for row, cause in zip(one.rows[~one.agrees], one.cause[~one.agrees], strict=True):
            console.print(f"{one.what} · {row}: {cause or 'NO KNOWN CAUSE'}", markup=False)
    sys.exit(int(any((~one.agrees & (one.cause == "")).any() for one in found)))


def compared(frame: pd.DataFrame) -> Iterator[Compared]:
    """Comparisons of a file; none for one of another layout."""
    for layout in LAYOUTS:
        if layout.columns <= set(frame.columns):
            yield from layout.compare(frame)
            return


def _summary(found: list[Compared]) -> Table:
    table = Table("Compared", "Rows", "Exact", "Differing", "Without known cause", box=None)
    for one in found:
        unknown = int((~one.agrees & (one.cause == "")).sum())
        numbers = len(one.agrees), int(one.agrees.sum()), int((~one.agrees).sum()), unknown
        table.add_row(one.what, *(str(number) for number in numbers))
    return table


def _progress_cases(frame: pd.DataFrame) -> Cases:
    return Cases.of(
        baseline=frame.base_value, baseline_time=frame.base_year, value=frame.current_value, time=frame.current_year,
        target=frame.target, deadline=frame.target_year, direction=frame.direction, limit=frame.limit,
        first_value=frame.base_value, first_time=frame.base_year,
    )  # fmt: skip


def _open_sdg(frame: pd.DataFrame) -> Iterator[Compared]:
    found, name = METHODS[Method.open_sdg].find(_progress_cases(frame)), frame["set"] + " " + frame.series
    none = np.full(len(frame), "")
    yield Compared("Open SDG, value", name, _same(found.measure, frame.progress_value), none)
    yield Compared("Open SDG, score", name, _same(found.workings["score"], frame.score), none)
    names = _names(found, METHODS[Method.open_sdg].classes, {"achieved": "target_achieved"})
    yield Compared("Open SDG, class", name, names == frame.status, none)


# EUSTAT has one set of words for both rules; with a target they say less than they seem to.
TARGETED = {"insufficient_progress": "moderate_deterioration", "movement_away": "significant_deterioration"}
UNTARGETED = {"no_change": "no_progress"}


def _eurostat(frame: pd.DataFrame) -> Iterator[Compared]:
    """With a target the ratio, without one the trend since the baseline; each has its own words for the classes."""
    cases, has_target = _progress_cases(frame), frame.target.notna().to_numpy()
    ratio, trend = (METHODS[method] for method in (Method.eurostat_cagr, Method.eurostat_trend))
    by_ratio, by_trend = ratio.find(cases), trend.find(cases)
    value = np.where(has_target, by_ratio.measure, by_trend.measure)
    targeted, untargeted = _names(by_ratio, ratio.classes, TARGETED), _names(by_trend, trend.classes, UNTARGETED)
    names = np.where(has_target, targeted, untargeted)
    cause = np.where(frame.current_value == frame.limit, "stands at its natural limit, counted as the best class", "")
    yield Compared("Eurostat, value", frame.indicator, _same(value, frame.progress_value), np.full(len(frame), ""))
    yield Compared("Eurostat, class", frame.indicator, names == frame.status, cause)


CURRENT = {"on_track": "On-track", "slow": "Slow progress", "regression": "Regression"}
ANTICIPATED = {
    "will_meet": "Will meet target", "accelerate": "Need to accelerate", "no_progress_expected": "No progress expected",
}  # fmt: skip
ROUNDED = 0.005  # inputs are published with three decimals


def _escap(frame: pd.DataFrame) -> Iterator[Compared]:
    cases = Cases.of(
        baseline=frame.I2015, baseline_time=2015, value=frame.I2025, time=2025, expected=frame.I2030, deadline=2030,
        target=frame.target, direction=np.where(frame.dir == "increasing", 1, -1),
    )  # fmt: skip
    described, name = METHODS[Method.escap], frame.series + " " + frame.iso
    indices = (
        ("current status", described.beside.find(cases), described.beside.classes, CURRENT, "CS"),
        ("anticipated progress", described.find(cases), described.classes, ANTICIPATED, "AP"),
    )
    none = np.full(len(frame), "")
    for what, found, classes, words, column in indices:
        yield Compared(f"ESCAP, {what}, within 0.5 %", name, _same(found.measure, frame[column], ROUNDED), none)
        yield Compared(f"ESCAP, {what}, class", name, _names(found, classes, words) == frame[f"{column}score"], none)


SYMBOLS = {"sun": "Sonne", "sun_with_cloud": "Leicht bewölkt", "cloud": "Wolke", "thunderstorm": "Blitz"}
YEARLY = "Jährlich"  # a target that begins so is to be met every year


def _destatis(frame: pd.DataFrame) -> Iterator[Compared]:
    """The symbols by the rule for a deadline on these values, and those published."""
    described, is_yearly = METHODS[Method.destatis_projection], frame.title.str.startswith(YEARLY).to_numpy()
    values = [[float(value) for value in text.split(";")] for text in frame["values"]]
    figures = {
        "value": [row[-1] for row in values], "time": frame.assess_year, "target": frame.target,
        "mean_change": [(row[-1] - row[0]) / (len(row) - 1) for row in values], "deadline": frame.target_year,
        "direction": frame.direction,
    }  # fmt: skip
    name = frame.indicator + "/" + frame.target_no.astype(str) + " " + frame.assess_year.astype(str)
    projected = described.find(Cases.of(**figures))
    by_rule = described.find(Cases.of(**figures, is_held_yearly=is_yearly))
    symbols, published = _names(projected, described.classes, SYMBOLS), _names(by_rule, described.classes, SYMBOLS)
    none = np.full(len(frame), "")
    is_given = frame.miss_ratio.notna().to_numpy()  # none where the target is reached or the trend runs away
    same_gap = _same(projected.measure, frame.miss_ratio)
    yield Compared("Destatis, gap where one is given", name[is_given], same_gap[is_given], none[is_given])
    yield Compared("Destatis, symbol on these values", name, symbols == frame.recomputed, none)
    is_revised = ~is_yearly & (published == frame.recomputed)
    cause = np.where(is_revised, "the rule on today's values; the symbol rests on values revised since", "")
    yield Compared("Destatis, symbol published", name, published == frame.published, cause)
    yield Compared(
        "Destatis, symbol published, yearly targets", name[is_yearly], (published == frame.published)[is_yearly],
        none[is_yearly],
    )  # fmt: skip


def _names(found: Found, classes: tuple[Classed, ...], words: dict[str, str]) -> np.ndarray:
    """The class of each row in the publisher's word."""
    codes = [str(one.name) for one in classes]
    return np.array([words.get(code, code) for code in codes] + [NOTHING])[found.rank]


def _same(ours: np.ndarray, theirs: pd.Series, slack: float = EXACT) -> np.ndarray:
    return np.isclose(ours, theirs, rtol=slack, atol=EXACT, equal_nan=True)


LAYOUTS = (
    Layout(frozenset(COLUMNS | {"set", "series", "sign", "score"}), _open_sdg),
    Layout(frozenset(COLUMNS | {"indicator", "limit", "status"}), _eurostat),
    Layout(frozenset({"I2015", "I2025", "I2030", "CSscore", "APscore"}), _escap),
    Layout(frozenset({"values", "published", "recomputed", "miss_ratio"}), _destatis),
)

if __name__ == "__main__":
    main()
