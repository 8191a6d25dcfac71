"""The report of the shipped data: it opens, it is complete, and nothing leaks from the frames into its words."""

from datetime import date

import openpyxl
import pytest
from openpyxl.utils import get_column_letter, range_boundaries

from etl.report import ReportFrames, read_frames, read_target_frames, write_report, write_target
from etl.report.frames import is_judged, leads
from etl.store.query import plain_rows

# openpyxl does not know the data bars of Excel 2010 and says so whenever it opens a sheet that has them.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported and will be removed:UserWarning")

SMALLEST_PRINT = 240
"""Characters on a line of a landscape A4 page that leave letters of more than six points."""

EARLY, LATE = date(2024, 12, 1), date(2026, 11, 24)


@pytest.fixture(scope="module", params=[(EARLY, "en"), (LATE, "zh")], ids=str)
def report(request, shipped, tmp_path_factory) -> tuple[ReportFrames, openpyxl.Workbook]:
    """The frames of a day and the report made of them, read back with its cached values."""
    as_of, lang = request.param
    frames, out = read_frames(shipped, as_of), tmp_path_factory.mktemp("report") / "all.xlsx"
    write_report(frames, out, as_of, lang)
    return frames, openpyxl.load_workbook(out, data_only=True)


def test_every_promise_stands_once_and_every_publication_is_listed(report):
    frames, workbook = report
    sheets = {name: sheet for sheet in workbook for name in sheet.tables}
    assert sheets["Scoreboard"].max_row == len(leads(plain_rows(frames.status))) + 1
    assert sheets["Targets"].max_row == len(frames.status) + 1
    assert sheets["Observations"].max_row == len(frames.vintages) + 1


def test_each_kind_of_notice_that_the_day_has_is_told(report):
    _, workbook = report
    told = {name for sheet in workbook for name in sheet.tables}
    assert {"Docket", "Changes", "Findings", "Rivals", "Revisions"} <= told


def test_each_list_can_be_read_when_printed(report):
    _, workbook = report
    for sheet in (sheet for sheet in workbook.worksheets[1:] if sheet.print_title_rows == "$1:$1"):
        last = range_boundaries(sheet.print_area.rpartition("!")[2])[2] if sheet.print_area else sheet.max_column
        widths = [sheet.column_dimensions[get_column_letter(column)].width for column in range(1, last + 1)]
        named = range_boundaries(sheet.print_title_cols)[2] if sheet.print_title_cols else 0
        pages = int(sheet.page_setup.fitToWidth or 1)
        assert (sum(widths) + (pages - 1) * sum(widths[:named])) / pages < SMALLEST_PRINT, sheet.title


def test_no_cell_holds_an_absent_value_as_a_word(report):
    _, workbook = report
    values = {cell.value for sheet in workbook for row in sheet.iter_rows() for cell in row}
    assert values.isdisjoint({"nan", "NaN", "None", "NaT", "<NA>"})


def test_the_counts_of_the_cover_add_up_to_the_judged_targets(report):
    frames, workbook = report
    counts = [cell.value for cell in workbook.worksheets[0][7][1:7]]
    assert sum(counts) == sum(map(is_judged, leads(plain_rows(frames.status))))


def test_each_target_can_be_downloaded_alone(shipped, tmp_path):
    frames = read_target_frames(shipped, LATE)
    for target_id in frames.status.target_id:
        write_target(frames, target_id, tmp_path / f"{target_id}.xlsx", LATE, "zh")
    assert len(list(tmp_path.iterdir())) == len(frames.status)


def test_a_policy_makes_a_report_of_its_own(shipped, tmp_path):
    frames = read_frames(shipped, LATE)
    policy = frames.status.policy_id.iloc[0]
    write_report(frames, tmp_path / "one.xlsx", LATE, "en", policy=policy)
    workbook = openpyxl.load_workbook(tmp_path / "one.xlsx", data_only=True)
    assert workbook["Targets"].max_row == (frames.status.policy_id == policy).sum() + 1
