"""Where the backtest keeps its scores, and the names of the groups in it."""

from pathlib import Path

import pandas as pd

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
