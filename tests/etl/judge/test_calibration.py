"""The stored tables: complete, in order, and as reliable as the method page says."""

from datetime import date
from itertools import product

import numpy as np
import pytest

from etl.judge.calibration import MADE, TABLE
from etl.judge.forecast import LEAST_POINTS, faded, growth
from etl.judge.reliability import RELIABILITY

CELLS = list(product(TABLE.restlessness, TABLE.points.astype(int)))


def test_the_file_says_when_how_and_from_what_it_was_made():
    assert MADE.made_on > date(2026, 1, 1)
    assert MADE.origins > 100_000
    assert MADE.seed
    assert "dslabs/gapminder" in MADE.panels
    assert "held out" in MADE.split


def test_the_table_begins_with_the_shortest_series_and_holds_both_bands():
    assert TABLE.points[0] == LEAST_POINTS
    assert TABLE.restlessness[0] == 0
    assert {0.5, 0.9, 0.975} <= set(TABLE.shares)


@pytest.mark.parametrize("kind", CELLS)
def test_quantiles_begin_at_the_middle_and_grow(kind):
    errors = TABLE.cell(*kind).errors
    assert (errors[:, 0] == 0).all()
    assert (np.diff(errors, axis=1) > 0).all()


@pytest.mark.parametrize("kind", CELLS)
def test_bands_grow_with_the_horizon(kind):
    deviations = TABLE.cell(*kind).row(TABLE.years) * growth(TABLE.years, faded(TABLE.years), kind[1] - 1)[:, None]
    assert (np.diff(deviations[:, 1:], axis=0) > 0).all()


@pytest.mark.parametrize("kind", CELLS)
def test_beyond_the_outermost_quantile_the_tail_goes_on_without_a_step(kind):
    cell = TABLE.cell(*kind)
    outer = cell.errors[0, -1]
    assert cell.share(1, outer * (1 + 1e-9)) == pytest.approx(cell.share(1, outer))
    assert 1 - cell.share(1, 10 * outer) < 1 - cell.share(1, 2 * outer) < 1 - TABLE.shares[-1]
    assert cell.share(1, cell.quantile(1, 0.0001)) == pytest.approx(0.0001)


def test_reliability_has_every_bin_of_every_panel_in_order():
    for panel in RELIABILITY.panels:
        bins = RELIABILITY.of(panel)
        assert [own.least for own in bins[1:]] == [own.most for own in bins[:-1]]
        assert (bins[0].least, bins[-1].most) == (0, 1)
        assert all(own.least <= own.chance <= own.most for own in bins)


@pytest.mark.parametrize("panel", RELIABILITY.panels)
def test_what_was_called_likelier_came_true_more_often(panel):
    true = [own.came_true for own in RELIABILITY.of(panel) if own.forecasts > 1000]
    assert len(true) > 8
    assert true == sorted(true)


def test_on_held_out_countries_chances_came_true_about_as_often_as_they_say():
    held_out = RELIABILITY.of(RELIABILITY.panels[0])
    missed = sum(own.forecasts * abs(own.chance - own.came_true) for own in held_out)
    assert missed / sum(own.forecasts for own in held_out) < 0.07
