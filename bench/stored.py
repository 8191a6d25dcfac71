"""Where the backtest keeps its scores, and the names of the groups in it."""

from pathlib import Path

import pandas as pd

from etl.judge.scores import COLUMNS

SCORES = Path(__file__).with_name("scores.csv")
HEADLINE = 8
"""Figures in the histories that the scores by horizon and by panel are shown for."""
ALL_YEARS = "1-10"
HELD_OUT = "gapminder, held-out countries"
ASIDE = "panels kept aside"
POOLED = "gapminder with business and tourism"
AVERAGES = "averages"
OWN = "the project's own series"


def scores() -> pd.DataFrame:
    """The stored scores: group, length, years, rival, measure, value, low, high, n, units."""
    return pd.read_csv(SCORES, comment="#", dtype={"years": str})


def headline(found: pd.DataFrame) -> pd.DataFrame:
    """The scores that the page on methods shows, with the columns of `etl.judge.scores`: one row a group and rival."""
    shown = found[found.group.isin((HELD_OUT, ASIDE)) & (found.length == HEADLINE) & (found.years == ALL_YEARS)]
    keys = ["group", "rival"]
    covered = shown.pivot(index=keys, columns="measure", values="value")[["covered 80 %", "covered 95 %"]]
    rows = shown[shown.measure == "brier"].rename(columns={"length": "figures", "n": "targets", "value": "brier"})
    rows = rows.merge(covered.set_axis(["covered_80", "covered_95"], axis=1), on=keys, validate="one_to_one")
    return rows[list(COLUMNS)]
