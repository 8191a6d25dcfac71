"""The forecast on the project's own yearly series: at each figure from the third on, against what came after."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from bench.as_of import SHIPPED
from bench.panels import GROWTH, PER_CENT
from bench.rolling import HORIZON
from bench.scores import KEYS, STEPS
from etl import pipeline
from etl.judge.forecast import LEAST_POINTS, Outlook, outlook
from etl.judge.scales import UNBOUNDED, Bounds, scale_of
from etl.store import query
from etl.store.database import open_database
from etl.vocabulary import Frequency, Measured


def own_series(usual: np.ndarray) -> pd.DataFrame:
    """The ledger of the forecast, of persistence and of climatology (10, 8) over all series of `data/`."""
    rows = [row for unit, bounds, times, values in _series() for row in _rows(unit, bounds, times, values, usual)]
    frame = pd.DataFrame(rows)
    frame.columns = pd.MultiIndex.from_tuples(frame.columns)
    keys = [("key", key) for key in KEYS]
    return frame.set_index(keys).rename_axis(KEYS)


def _series() -> Iterator[tuple[str, Bounds, np.ndarray, np.ndarray]]:
    """Each yearly series on one basis, as known today."""
    with TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'own.db'}", create=True)
        pipeline.load_files(engine, SHIPPED, by="bench")
        known = query.observations(engine, date.today())
        engine.dispose()
    known = known[known.decides & (known.frequency == Frequency.year)]
    for (series, _), own in known.sort_values("period_end").groupby(["series_id", "basis"], dropna=False):
        is_growth, is_share = own.measured.iloc[0] == Measured.growth, own.unit.iloc[0].startswith("%")
        times = own.period_end.map(lambda day: day.year + 1.0).to_numpy(dtype=float)
        bounds = GROWTH if is_growth else PER_CENT if is_share else UNBOUNDED
        yield series, bounds, times, own.value.to_numpy(dtype=float)


def _rows(unit: str, bounds: Bounds, times: np.ndarray, values: np.ndarray, usual: np.ndarray) -> Iterator[dict]:
    for count in range(LEAST_POINTS, len(values)):
        past = values[:count]
        ahead = outlook(times[:count], past, scale_of(past, bounds), bounds)
        change = (past[-1] - past[0]) / (times[count - 1] - times[0])
        for time, value in zip(times[count:], values[count:], strict=True):
            years = int(time - times[count - 1])
            if isinstance(ahead, Outlook) and change and years <= HORIZON:
                yield _row(unit, ahead, years, value, change, usual[years - 1])


def _row(unit: str, ahead: Outlook, years: int, value: float, change: float, usual: np.ndarray) -> dict:
    numbers, up = ahead.last + STEPS * years * change, STEPS * change > 0
    met = np.where(up, value >= numbers, value <= numbers).astype(float)
    below = np.array([ahead.below(years, number) for number in numbers])
    said = np.where(up, 1 - below, below)
    row = {("key", key): found for key, found in zip(KEYS, ("own series", ahead.points, unit, years), strict=True)}
    row |= {("", "targets"): len(STEPS), ("", "outcomes"): 1}
    for name, chance in (("forecast", said), ("climatology", usual)):
        row[name, "brier"] = np.sum((chance - met) ** 2)
        row[name, "log score"] = -np.sum(np.log(np.where(met == 1, chance, 1 - chance)))
        row[name, "sharpness"] = np.sum(chance * (1 - chance))
    row["persistence", "brier"] = np.sum(met)
    centre = abs(ahead.below(years, value) - 0.5)
    return row | {("forecast", "covered 80 %"): centre < 0.4, ("forecast", "covered 95 %"): centre < 0.475}
