"""Chance said against share that came true: two groups, empty bins, one bin, and what is read out."""

import plotly.graph_objects as go
import pytest

from app import text
from app.figures.reliability import LEAST_MARK, MOST_MARK, Bin, Group, describe
from etl.vocabulary import LANGUAGES
from tests.app.figures.checked import reliability

BINS = (Bin(0, 0.2, 900, 0.1, 0.12), Bin(0.2, 0.8, 0, float("nan"), float("nan")), Bin(0.8, 1, 4, 0.93, 0.75))
GROUPS = (Group("countries held out", BINS), Group("<others>", BINS[:1]))


def points(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.mode == "markers"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("narrow", [False, True])
def test_each_bin_with_forecasts_is_a_dot_and_empty_ones_are_none(lang, narrow):
    first, second = points(reliability(GROUPS, text.of(lang), narrow=narrow))
    assert (list(first.x), list(first.y)) == ([0.1, 0.93], [0.12, 0.75])
    assert list(second.x) == [0.1]


def test_a_dot_grows_with_its_forecasts_and_the_smallest_is_still_seen():
    assert list(points(reliability(GROUPS, text.of("en")))[0].marker.size) == [MOST_MARK, LEAST_MARK]


def test_groups_differ_by_more_than_colour_and_are_named_as_typed():
    figure = reliability(GROUPS, text.of("en"))
    first, second = points(figure)
    assert first.marker.color != second.marker.color == "#ffffff"
    names = [note.text for note in figure.layout.annotations]
    assert any("●" in name and "countries held out" in name for name in names)
    assert any("○" in name and "&lt;others&gt;" in name for name in names)


def test_without_a_forecast_there_is_only_the_diagonal():
    assert [len(trace.x) for trace in points(reliability([Group("none", BINS[1:2])], text.of("en")))] == [0]


def test_the_chart_is_told_in_words():
    words = describe(GROUPS, text.of("en"))
    assert (
        "countries held out: said 10\u202f%, came true 12\u202f% of 900; said 93\u202f%, came true 75\u202f% of 4."
        in words
    )
    assert "nan" not in words
