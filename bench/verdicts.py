"""Verdicts per second by each method, for made-up targets as arrays, beside the same rules one target at a time.

The rivals are the plain rules of `bench.plain`: over the rows of a pandas frame, each row a series, and over rows that
were made dicts beforehand. They judge a sample, and its pace counts. `python -m bench.verdicts 1000000` makes so many.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from rich.console import Console
from rich.table import Table

from bench.clock import timed
from bench.plain import PLAIN
from etl.judge.cases import Cases
from etl.judge.methods import METHODS
from etl.vocabulary import Method

TARGETS = 100_000
SAMPLE = 2_000
SEED = 20261125
ABSENT = 0.05  # of each figure


@dataclass(frozen=True)
class Measured:
    """Verdicts per second."""

    name: str
    arrays: float
    rows: float
    dicts: float


def main() -> None:
    """Measures each method and all of them, and prints a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else TARGETS
    measured = list(_measured(made_up(count)))
    table = Table("Method", "Arrays", "Rows of a frame", "Ratio", "Dicts", "Ratio", box=None)
    for one in [*measured, _all(measured)]:
        table.add_row(one.name, *_cells(one))
    console = Console(width=110)
    console.print(f"Verdicts per second, {count:,} made-up targets; the rivals on {SAMPLE:,} of them")
    console.print(table)


def made_up(count: int) -> pd.DataFrame:
    """Plans of ten to twenty years from 2015 on, part of the way gone, some figures absent."""
    draw = np.random.default_rng(SEED)
    baseline, direction = draw.uniform(10, 200, count), draw.choice([1.0, -1.0], count)
    years, change = draw.integers(1, 10, count), draw.normal(0.02, 0.03, count)
    target = baseline * (1 + direction * draw.uniform(0.05, 0.6, count))
    value = baseline * (1 + direction * change) ** years
    figures = {
        "baseline": baseline, "baseline_time": np.full(count, 2015.0), "value": value, "time": 2015.0 + years,
        "target": target, "deadline": draw.choice([2025.0, 2030.0, 2035.0], count), "direction": direction,
        "slope": direction * change * value, "mean_change": direction * change * value,
        "first_value": value * (1 - 5 * direction * change), "first_time": 2010.0 + years,
        "long_value": value * 0.8, "long_time": 2000.0 + years, "expected": value * (1 + 5 * direction * change),
        "limit": draw.choice([np.nan, 250.0], count),
    }  # fmt: skip
    frame = pd.DataFrame(figures).mask(draw.random((count, len(figures))) < ABSENT)
    return frame.assign(direction=direction, is_held_yearly=draw.random(count) < 0.1)


def _measured(frame: pd.DataFrame) -> Iterator[Measured]:
    """Each method's paces; all three ways must come to the same classes on the sample."""
    cases, sample = Cases.of(**dict(frame.items())), frame.head(SAMPLE)
    dicts = sample.to_dict("records")
    for method, described in METHODS.items():
        arrays, found = timed(lambda find=described.find: find(cases))
        rows, by_row = timed(lambda plain=PLAIN[method]: [plain(row)[1] for _, row in sample.iterrows()])
        by_dict, from_dicts = timed(lambda plain=PLAIN[method]: [plain(row)[1] for row in dicts])
        assert found.rank[:SAMPLE].tolist() == by_row == from_dicts
        yield Measured(method.label("en"), len(frame) / arrays, SAMPLE / rows, SAMPLE / by_dict)


def _all(measured: list[Measured]) -> Measured:
    """The pace of all methods, one after the other."""
    paces = ([getattr(one, way) for one in measured] for way in ("arrays", "rows", "dicts"))
    return Measured(f"All {len(Method)}", *(len(pace) / sum(1 / each for each in pace) for pace in paces))


def _cells(one: Measured) -> Iterable[str]:
    yield f"{one.arrays:,.0f}"
    for rival in (one.rows, one.dicts):
        yield from (f"{rival:,.0f}", f"{one.arrays / rival:,.0f}×")


if __name__ == "__main__":
    main()
