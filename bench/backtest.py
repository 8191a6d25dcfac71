"""Rolling origins: what the forecast's chances were worth, against other ways to say whether a target will be met.

`make backtest` prints it. `python -m bench.backtest --write` makes the calibration anew and stores it, the reliability
table and the scores; `docs/forecast.md` is written from these files.
"""

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
from rich.console import Console
from rich.table import Table

from bench import calibrate, rivals
from bench.averaging import averages
from bench.carrying import carryings
from bench.own import own_series
from bench.panels import BUSINESS_AND_TOURISM, CALIBRATION, CHOICE, SEED, UNSEEN, is_held_out, series
from bench.rolling import Windows, sample, windows
from bench.scores import chance, climatology, ledger, scores, targets
from etl.judge import calibration, reliability
from etl.judge import scores as stored
from etl.judge.scores import (
    ALL_YEARS,
    ASIDE,
    AVERAGES,
    BESIDE,
    CARRYINGS,
    FAST,
    FORECAST,
    HEADLINE,
    HELD_OUT,
    OWN,
    POOLED,
)

GAPMINDER, OTHERS = CALIBRATION[0], (*CALIBRATION[1:], *CHOICE)
ORIGINS = (1995, 2005)
LENGTHS = (3, 4, 5, 8, 12, 20)
MOST = 200  # origins of one panel and length, so that no panel outweighs the others (Holt and Theta are slow, too)
HORIZONS = (1, 2, 3, 5, 7, 10)
EDGES = (0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1)


def main() -> None:
    """Prints the scores; with `--write` the calibration is made first, and everything stored."""
    with Console(stderr=True).status("") as said:
        table = calibration.TABLE
        if "--write" in sys.argv:
            said.update("Counting errors on the calibration panels …")
            errors, origins = calibrate.table()
            calibration.FILE.write_text(calibrate.written(errors, origins, date.today()), encoding="utf-8")
            table = calibration.TABLE = calibration.read()  # what outlooks of the project's own series read, too
        said.update("Asking the forecast and its rivals on series that were kept aside …")
        trial = Trial(table)
        found = trial.scores()
    if "--write" in sys.argv:
        stored.FILE.write_text(_commented(_frame_csv(found)), encoding="utf-8")
        reliability.FILE.write_text(_commented(_csv(reliability.COLUMNS, trial.reliability())), encoding="utf-8")
    _print(found)


class Trial:
    """The windows that are judged, and the fans that judge them."""

    def __init__(self, table: calibration.Table):
        plain, _ = calibrate.table(rivals.plain)
        self.fans = {
            FORECAST: rivals.counted(table),
            "plain drift, counted": rivals.counted(replace(table, errors=plain), rivals.plain),
            "plain drift, Student's t": rivals.student(),
        }
        self.usual = climatology(sum((sample(own, MOST, SEED) for own in calibrate.training(HEADLINE)), []))
        self.gapminder = {length: self._gapminder(length) for length in LENGTHS}
        self.unseen = {
            length: {panel.name: sample(windows(panel, own, length), MOST, SEED) for panel, own in series(UNSEEN)}
            for length in (5, HEADLINE, 12)
        }

    def _gapminder(self, length: int) -> tuple[list[Windows], np.ndarray]:
        """The held-out countries' windows, and how often such targets were met in the others."""
        found = GAPMINDER.series()
        held = found.unit.map(is_held_out)
        others = windows(GAPMINDER, found[~held], length, ORIGINS)
        return windows(GAPMINDER, found[held], length, ORIGINS), climatology(others)

    def scores(self) -> pd.DataFrame:
        """Every score that is shown, with the columns of `etl.judge.scores`."""
        held_out = {length: self._ledger(found, usual, length) for length, (found, usual) in self.gapminder.items()}
        parts = (self._by_length(held_out), self._by_panel(held_out[HEADLINE]), self._other())
        return pd.concat([own for part in parts for own in part])

    def _ledger(self, found: Sequence[Windows], usual: np.ndarray, length: int = 0) -> pd.DataFrame:
        """The ledger with all rivals for histories of the headline's length, else only with those shown beside."""
        points = rivals.POINTS if length == HEADLINE else {name: rivals.POINTS[name] for name in BESIDE[2:]}
        return ledger(found, self.fans, usual, points)

    def _by_length(self, held_out: dict[int, pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for length, sums in held_out.items():
            found = _labelled(sums, HELD_OUT, length)
            yield found if length == HEADLINE else _brief(found)
        sums = held_out[HEADLINE]
        for years in HORIZONS:
            own = sums[sums.index.get_level_values("years") == years]
            yield _brief(_labelled(own, HELD_OUT, HEADLINE, str(years)))

    def _by_panel(self, gapminder: pd.DataFrame) -> Iterator[pd.DataFrame]:
        for length, panels in self.unseen.items():
            sums = {name: self._ledger(found, self.usual, length) for name, found in panels.items()}
            found = _labelled(pd.concat(sums.values()), ASIDE, length)
            yield found if length == HEADLINE else _brief(found)
            if length == HEADLINE:
                yield from (_brief(_labelled(own, name, length)) for name, own in sums.items())
                yield _labelled(pd.concat([gapminder, *(sums[name] for name in BUSINESS_AND_TOURISM)]), POOLED, length)
        for panel, own in series(OTHERS):
            held = sample(windows(panel, own[own.unit.map(is_held_out)], HEADLINE), MOST, SEED)
            yield _brief(_labelled(self._ledger(held, self.usual), f"{panel.name}, held-out units", HEADLINE))

    def _other(self) -> Iterator[pd.DataFrame]:
        yield _labelled(carryings(), CARRYINGS, 0)
        yield _labelled(carryings(only_fast=True), FAST, 0)
        yield _labelled(averages(), AVERAGES, 12)
        yield _labelled(own_series(self.usual), OWN, 0)

    def reliability(self) -> Iterator[tuple]:
        """Rows of the reliability table: forecasts by their chance, and how many came true."""
        gapminder = [own for found, _ in self.gapminder.values() for own in found]
        unseen = [own for panels in self.unseen.values() for found in panels.values() for own in found]
        for name, found in ((HELD_OUT, gapminder), (ASIDE, unseen)):
            said, met = self._said(found)
            places = np.clip(np.searchsorted(EDGES, said, side="right") - 1, 0, len(EDGES) - 2)
            for place in range(len(EDGES) - 1):
                own = places == place
                mean, true = said[own].mean(), met[own].mean()
                yield name, EDGES[place], EDGES[place + 1], int(own.sum()), f"{mean:.4f}", f"{true:.4f}"

    def _said(self, found: Sequence[Windows]) -> tuple[np.ndarray, np.ndarray]:
        """All chances that the forecast gave for targets whose end is known, and whether they were met."""
        said = np.concatenate([chance(self.fans[FORECAST], own).ravel() for own in found])
        met = np.concatenate([targets(own)[2].ravel() for own in found])
        return said[np.isfinite(met)], met[np.isfinite(met)]


def _labelled(sums: pd.DataFrame, group: str, length: int, years: str = ALL_YEARS) -> pd.DataFrame:
    found = scores(sums)
    return pd.DataFrame({"group": group, "figures": length, "years": years} | {key: found[key] for key in found})


def _brief(found: pd.DataFrame) -> pd.DataFrame:
    """The forecast's scores, and the Brier scores shown beside it."""
    return found[(found.rival == FORECAST) | ((found.measure == "brier") & found.rival.isin(BESIDE))]


def _frame_csv(frame: pd.DataFrame) -> str:
    return frame.to_csv(index=False, float_format="%.4f", lineterminator="\n")


def _csv(columns: Sequence[str], rows: Iterator[tuple]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue()


def _commented(text: str) -> str:
    return f"# made on: {date.today().isoformat()}\n# seed: {SEED}\n{text}"


def _print(found: pd.DataFrame) -> None:
    """One table a group: rivals down, measures across, each with its 95 % interval."""
    console = Console(width=160)
    for (group, length, years), own in found.groupby(["group", "figures", "years"], sort=False):
        measures = list(dict.fromkeys(own.measure))
        shown = Table(
            "", *measures, title=f"{group}, {length} figures, {years} years on", box=None, title_justify="left"
        )
        for rival, rows in own.groupby("rival", sort=False):
            cells = {row.measure: f"{row.value:.3f} ({row.low:.3f}–{row.high:.3f})" for row in rows.itertuples()}
            shown.add_row(rival, *(cells.get(measure, "") for measure in measures))
        console.print(shown)


if __name__ == "__main__":
    main()
