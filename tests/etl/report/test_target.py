"""One target's sheet: what is drawn, which path is required, which figures stand below."""

from datetime import date

import openpyxl
import pytest

from etl.judge.ahead import Ahead
from etl.report import write_target
from etl.report.chart import axis_start, is_hollow
from etl.report.numbers import NUMBERS
from etl.report.path import required_path, target_points

AS_OF = date(2024, 12, 1)
LEVEL = {
    "kind": "level",
    "measured": "stock",
    "baseline_period": "2020",
    "baseline_value": 100.0,
    "deadline": date(2025, 12, 31),
    "target_value": 200.0,
    "target_high": None,
}
END_2020 = date(2020, 12, 31)


def sheet_of(frames, out):
    write_target(frames, "S01", out, AS_OF, "en")
    return openpyxl.load_workbook(out, data_only=True)["robot-density-492"]


def labelled(sheet) -> dict:
    """The inputs of the verdict by their label."""
    return {row[0].value: row[1].value for row in sheet.iter_rows(max_row=26) if row[0].value}


def test_the_inputs_of_the_verdict_stand_beside_their_labels(frames, tmp_path):
    found = labelled(sheet_of(frames, tmp_path / "t.xlsx"))
    assert (found["Status"], found["Baseline"], found["Latest figure"]) == ("▲ On track", 246, 470)
    assert found["Distance closed"] == pytest.approx(224 / 246)


def test_growth_is_told_in_per_cent_a_year_whatever_the_unit_of_the_figures(make_frames, tmp_path):
    growth = {"kind": "growth_per_year", "actual_per_year": 22.4, "required_per_year": 20.0, "unit": "CNY 100 million"}
    sheet = sheet_of(make_frames([growth]), tmp_path / "t.xlsx")
    remarks = {row[0].value: row[2].value for row in sheet.iter_rows(max_row=26) if row[0].value}
    assert remarks["Change per year so far"] == remarks["Needed per year from now"] == "% a year"
    assert remarks["Target value"] is None


def test_absent_inputs_are_left_out(make_frames, tmp_path):
    found = labelled(sheet_of(make_frames([{"ratio": None, "detail": None}]), tmp_path / "t.xlsx"))
    assert "Ratio" not in found
    assert "Last class" not in found


def test_the_figures_are_a_table_by_period_with_those_that_never_decide_last(make_frames, frames, tmp_path):
    figures = frames.observations.to_dict("records")
    part = figures[0] | {"period": "2020-06", "period_end": date(2020, 6, 30), "decides": False}
    sheet = sheet_of(make_frames([{}], [part, *figures]), tmp_path / "t.xlsx")
    top = openpyxl.utils.range_boundaries(sheet.tables["figures_S01"].ref)[1]
    periods = [sheet.cell(row, 1).value for row in range(top + 1, sheet.max_row + 1)]
    assert periods == ["2020", "2021", "2022", "2023", "2020-06"]
    assert any("not drawn" in str(sheet.cell(row, 5).value) for row in range(1, top))


def test_the_forecast_is_a_table_and_lines_that_the_chart_reads(make_frames, tmp_path):
    days = [date(2023, 12, 31), date(2024, 12, 31), date(2025, 12, 31)]
    bands = {80: ([470, 480, 490], [470, 550, 620]), 95: ([470, 450, 430], [470, 700, 9e6])}
    frames = make_frames([{}], aheads={"S01": Ahead(days, [470, 520, 560.4], bands, 12)})
    sheet = sheet_of(frames, tmp_path / "t.xlsx")
    (top,) = [row[0].row for row in sheet.iter_rows() if row[0].value == "Forecast"]
    assert [cell.value for cell in sheet[top + 4]][1:6] == [560, 490, 620, 430, 9e6]
    (chart,) = sheet._charts
    middle, low, high = chart.series[-4:-1]
    assert [one.yVal.numRef.f.split("!")[1] for one in (middle, low, high)] == [
        f"${column}${top + 3 - 1}:${column}${top + 4}" for column in "BCD"
    ]
    found = labelled(sheet)
    assert (found["Chance of meeting it"], found["Expected at the deadline"]) == (0.94, 517)


def test_every_method_is_told_below_with_what_stands_against_it(make_frames, tmp_path):
    none = {"method": "sdsn-trend", "method_class": None, "ratio": None, "obstacle": "no_earlier_figure"}
    panel = [{"method": "linear-pace", "method_class": "on_track", "ratio": 1.52, "obstacle": None}, none]
    sheet = sheet_of(make_frames([{}], panel={"S01": panel}), tmp_path / "t.xlsx")
    (top,) = [row[0].row for row in sheet.iter_rows() if row[0].value == "By every method"]
    told = [[cell.value for cell in sheet[top + n]][:4] for n in (2, 3)]
    assert told[0][:3] == ["Linear pace", "On track", 1.52]
    assert told[0][3].startswith("With 470 robots")
    assert told[1][1:] == ["–", None, "it needs a figure up to five years older"]


@pytest.mark.parametrize(
    ("share", "shown"), [(0.004, '"< 5%"'), (0.05, "0%"), (0.5, "0%"), (0.95, "0%"), (0.996, '"> 95%"')]
)
def test_a_chance_is_shown_in_whole_per_cent_and_never_as_certain(share, shown):
    assert NUMBERS["chance"](share) == shown


def test_figures_on_two_bases_are_two_lines_the_targets_own_first(make_frames, frames, tmp_path):
    figures = frames.observations.to_dict("records")
    other = figures[3] | {"basis": "nbs", "value": 166.0, "period": "2024", "period_end": date(2024, 12, 31)}
    changed = {"status": "basis_changed", "basis": "nbs", "value": 166.0, "second_basis": "ifr", "second_value": 470.0}
    sheet = sheet_of(make_frames([changed], [other, *figures]), tmp_path / "t.xlsx")
    (chart,) = sheet._charts
    assert len(chart.series) == 4
    names = [series.tx.v or series.tx.strRef.f for series in chart.series]
    assert names[:2] == ["Observed: IFR employment to 2025", "Observed: nbs"]


def test_hollow_markers_are_a_series_of_their_own_and_empty_cells_are_no_noughts(make_frames, frames, tmp_path):
    *plain, last = frames.observations.to_dict("records")
    sheet = sheet_of(make_frames([{}], [*plain, last | {"qualifier": "more_than"}]), tmp_path / "t.xlsx")
    (chart,) = sheet._charts
    observed, filled, hollow, *_ = chart.series
    assert [series.marker.symbol for series in (observed, filled, hollow)] == [None, "circle", "circle"]
    points = [[(pt.idx, float(pt.v)) for pt in series.yVal.numRef.numCache.pt] for series in (filled, hollow)]
    assert points == [[(0, 246), (1, 322), (2, 392)], [(3, 470)]]
    first = hollow.yVal.numRef.f.split("!")[1].split(":")[0].replace("$", "")
    assert sheet[first].value is None
    assert sheet[first].offset(3).value == 470


def test_the_sheet_says_as_of_when_and_whose_figures_it_shows(frames, tmp_path):
    cells = [str(cell.value) for row in sheet_of(frames, tmp_path / "t.xlsx").iter_rows() for cell in row]
    assert "As known on 1 December 2024 · Method: Linear pace" in cells
    assert "Source: IFR · as known on 1 December 2024" in cells


def test_a_target_without_figures_has_no_chart_and_says_so(make_frames, tmp_path):
    sheet = sheet_of(make_frames([{}], []), tmp_path / "t.xlsx")
    assert not sheet._charts
    assert any("nothing to draw" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_a_level_needs_the_straight_path_through_its_milestones():
    path = required_path(LEVEL, [(date(2023, 12, 31), 120.0), (date(2030, 12, 31), 999.0)])
    assert path == ((END_2020, 100.0), (date(2023, 12, 31), 120.0), (date(2025, 12, 31), 200.0))


def test_growth_per_year_compounds_from_the_baseline():
    path = required_path(LEVEL | {"kind": "growth_per_year", "target_value": 10.0}, [])
    assert path[0] == (END_2020, 100.0)
    assert path[-1] == (date(2025, 12, 31), pytest.approx(100 * 1.1**5))
    assert len(path) == 6


def test_on_yearly_rates_growth_is_held_and_a_change_has_no_path():
    rates = LEVEL | {"measured": "growth", "kind": "growth_per_year", "target_value": 7.0, "baseline_value": None}
    assert [value for _, value in required_path(rates, [])] == [7.0, 7.0]
    assert required_path(rates | {"kind": "change"}, []) == ()
    assert target_points(rates | {"kind": "change"}) == ()


@pytest.mark.parametrize("absent", ["baseline_period", "baseline_value", "deadline", "target_value"])
def test_there_is_no_path_without_both_ends(absent):
    assert required_path(LEVEL | {absent: None}, []) == ()


def test_a_range_has_two_target_points():
    assert target_points(LEVEL | {"target_high": 250.0}) == (
        (date(2025, 12, 31), 200.0),
        (date(2025, 12, 31), 250.0),
    )


def test_bounds_and_provisional_figures_are_drawn_hollow():
    assert not is_hollow({"flag": None, "qualifier": "exact"})
    assert not is_hollow({"flag": "derived", "qualifier": "exact"})
    assert is_hollow({"flag": "provisional", "qualifier": "exact"})
    assert is_hollow({"flag": None, "qualifier": "more_than"})


def test_shares_start_at_zero_and_a_narrow_band_far_from_it_does_not():
    assert axis_start([60.0, 62.0], "%") == 0
    assert axis_start([60.0, 62.0], "years") == 59
    assert axis_start([10.0, 62.0], "years") == 0
    assert axis_start([-3.0, 2.0], "%") is None
    assert axis_start([5.0, 5.0], "years") == 0
