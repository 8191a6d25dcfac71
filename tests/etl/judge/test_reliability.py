"""The tables that the page on methods shows of the backtest, and that they are those of the stored scores."""

from dataclasses import astuple
from datetime import date

import pytest

from bench import stored
from etl.judge.reliability import RELIABILITY, Bin, Reliability
from etl.judge.scores import COLUMNS, SCORES, read


def test_chances_above_a_half_are_weighed_by_their_number():
    bins = Bin("a", 0.0, 0.5, 900, 0.2, 0.1), Bin("a", 0.5, 0.8, 30, 0.6, 0.5), Bin("a", 0.8, 1.0, 10, 1.0, 0.9)
    found = Reliability(date(2026, 1, 1), bins).upper("a")
    assert found == pytest.approx((0.7, 0.6))


def test_scores_without_bands_have_no_coverage(tmp_path):
    file = tmp_path / "scores.csv"
    file.write_text(f"# made on: 2026-01-02\n{','.join(COLUMNS)}\na,Theta,8,100,0.3,0.2,0.4,,\n", encoding="utf-8")
    found = read(file)
    assert found.made_on == date(2026, 1, 2)
    assert astuple(found.of("a")[0]) == ("a", "Theta", 8, 100, 0.3, 0.2, 0.4, None, None)


def test_the_scores_shown_are_the_stored_ones_of_the_same_groups():
    rows = stored.headline(stored.scores())
    shown = [astuple(one) for one in SCORES.rows]
    given = [tuple(None if cell != cell else cell for cell in row) for row in rows.itertuples(index=False)]
    assert shown == given
    assert set(RELIABILITY.panels) == {one.group for one in SCORES.rows}
