"""The backtest's own arithmetic: which figures are known, what came after, which targets were met."""

import numpy as np
import pandas as pd
import pytest

from bench.calibrate import moments
from bench.panels import CALIBRATION, Panel, is_held_out
from bench.rivals import mean_change, mean_growth, straight_line
from bench.rolling import Windows, windows
from bench.scores import STEPS, targets
from etl.judge.forecast import outlook
from etl.judge.scales import UNBOUNDED

PANEL = Panel("made up", "none/none", "unit", {"figure": UNBOUNDED})


def rows(*values: float, unit: str = "A", first: int = 2000) -> pd.DataFrame:
    return pd.DataFrame(
        {"unit": unit, "variable": "figure", "year": range(first, first + len(values)), "figure": values}
    )


def only(found: list[Windows]) -> Windows:
    assert len(found) == 1
    return found[0]


def test_a_window_ends_at_its_origin_and_looks_at_the_years_after_it():
    own = only(windows(PANEL, rows(1, 2, 4, 8, 16), 4))
    assert own.history.tolist() == [[1, 2, 4, 8]]
    assert own.future[0, 0] == 16
    assert np.isnan(own.future[0, 1:]).all()


def test_only_the_origins_asked_for_are_cut():
    assert only(windows(PANEL, rows(*range(1, 30)), 3, [2010])).history.tolist() == [[9, 10, 11]]


def test_series_with_gaps_or_without_variation_are_left_out():
    gap = pd.concat([rows(1, 2), rows(4, 5, 6, first=2003)])
    assert windows(PANEL, gap, 4) == []
    assert windows(PANEL, rows(5, 5, 5, 5), 3) == []


def test_targets_are_met_on_their_own_side():
    own = only(windows(PANEL, rows(12, 11, 10, 8), 3))
    numbers, directions, met = targets(own)
    assert numbers[0, 0].tolist() == (10 - STEPS).tolist()
    assert directions[0, 0].tolist() == [1, -1, -1, -1, -1, -1, -1, -1]
    assert met[0, 0].tolist() == [0, 1, 1, 1, 1, 1, 1, 1]
    assert np.isnan(met[0, 1:]).all()


def test_simple_rivals_go_through_known_points():
    own = only(windows(PANEL, rows(1, 2, 4, 9), 3))
    assert mean_change(own)[0, :2].tolist() == [5.5, 7]
    assert mean_growth(own)[0, :2] == pytest.approx([8, 16])
    assert straight_line(own)[0, 0] == pytest.approx(np.polyval(np.polyfit([0, 1, 2], [1, 2, 4], 1), 3))


def test_the_backtest_judges_what_the_product_forecasts():
    found = CALIBRATION[0].series()
    for own in windows(CALIBRATION[0], found[found.unit.isin(["China", "Kenya"])], 8, [2005]):
        middle, deviation = moments(own)
        for place, history in enumerate(own.history):
            ahead = outlook(own.times, history, own.scale)
            times = 1 + abs(ahead.drift) * 0.95
            assert ahead.level + np.sign(ahead.drift) * np.log(times) == pytest.approx(middle[place, 0])
            assert ahead.deviation * np.sqrt(1 + (0.95 / times) ** 2 / 7) == pytest.approx(deviation[place, 0])


def test_about_half_of_the_countries_are_held_out():
    countries = CALIBRATION[0].series().unit.unique()
    assert 0.4 < np.mean([is_held_out(name) for name in countries]) < 0.6
