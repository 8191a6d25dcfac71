"""The report read back: what stands on which sheet, and that it says what the frames say."""

import subprocess
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils import get_column_letter
from programs import libreoffice

from etl.errors import CallError
from etl.report import write_report, write_target
from etl.report.marks import FAMILY_MARKS, MARKS
from etl.report.scoreboard import COLUMN
from etl.vocabulary import FAMILY_OF, Badge, Family, Method, Status

# openpyxl does not know the data bars of Excel 2010 and says so whenever it opens a sheet that has them.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported and will be removed:UserWarning")

AS_OF = date(2024, 12, 1)
GROWTHS = '{"actual_growth": 0.21, "required_growth": 0.15}'
LISTS = ("Scoreboard", "Targets", "Observations", "Sources", "Methods")


def read(path: Path, values: bool = True) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path, data_only=values)


def report(frames, out: Path, lang: str = "en", policy: str | None = None) -> openpyxl.Workbook:
    """The report of the frames, written and read back with its cached values."""
    write_report(frames, out, AS_OF, lang, policy)
    return read(out)


def table(sheet) -> list[dict]:
    """Rows of a sheet that is one table, by header."""
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def cell_of(key: str, row: int = 2) -> str:
    """The name of a cell of the scoreboard."""
    return f"{get_column_letter(COLUMN[key] + 1)}{row}"


def cover_of(out: Path) -> list[object]:
    """What stands on the cover, line by line."""
    return [cell for line in read(out).worksheets[0].values for cell in line if cell is not None]


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "report.xlsx"


def test_the_sheets_are_there_and_only_targets_with_figures_have_their_own(frames, out):
    assert report(frames, out).sheetnames == ["Cover", *LISTS, "robot-density-492"]


def test_each_list_is_one_named_table_with_a_frozen_repeated_header_and_a_filter(frames, out):
    workbook = report(frames, out)
    for name in LISTS:
        sheet = workbook[name]
        assert list(sheet.tables) == [name]
        assert sheet.tables[name].autoFilter is not None
        assert sheet.tables[name].ref.startswith("A1:")
        assert sheet.freeze_panes.endswith("2")
        assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_row_of_the_scoreboard_says_where_the_target_stands(frames, out):
    row = table(report(frames, out)["Scoreboard"])[0]
    assert (row["Policy"], row["Mark"], row["Status"]) == ("Robot+ plan, 2023", "▲", "On track")
    assert (row["Baseline"], row["Latest"], row["Target value"]) == (246, 470, 492)
    assert row["Distance closed"] == pytest.approx(224 / 246)
    assert row["Deadline"].date() == date(2025, 12, 31)
    assert (row["Badges"], row["Why"]) == ("derived", "pace against the required path")


def test_a_row_is_as_high_as_its_longest_text_and_short_ones_stand_in_its_middle(make_frames, out):
    badges = {"badges": "implied_baseline recent_pace secondary_source", "short_en": "Plan " * 40}
    report(make_frames([{}, badges | {"target_id": "S02", "slug": "two"}]), out)
    sheet = read(out)["Scoreboard"]
    short, long = (sheet[cell_of("status", row)] for row in (2, 3))
    assert sheet.row_dimensions[3].height > 5 * 13 > 3 * 13 > sheet.row_dimensions[2].height
    assert (short.alignment.vertical, long.alignment.vertical) == ("center", "top")


def test_the_ratio_is_a_formula_with_its_value(frames, out):
    cached = table(report(frames, out)["Scoreboard"])[0]["Ratio"]
    cell = read(out, values=False)["Scoreboard"].cell(2, COLUMN["ratio"] + 1)
    assert cell.value == f"={cell_of('progress_share')}/{cell_of('time_share')}"
    assert cached == pytest.approx(224 / 246 / 0.6)


def test_a_ratio_that_is_no_quotient_of_the_shares_stays_a_value(make_frames, out):
    write_report(make_frames([{"method": "eurostat-cagr", "ratio": 1.4, "workings": GROWTHS}]), out, AS_OF, "en")
    assert read(out, values=False)["Scoreboard"].cell(2, COLUMN["ratio"] + 1).value == 1.4


def test_bounds_and_comparators_show_without_touching_the_number(make_frames, out):
    workbook = report(make_frames([{"qualifier": "more_than", "target_high": 500.0, "comparator": "between"}]), out)
    latest = workbook["Scoreboard"].cell(2, COLUMN["latest"] + 1)
    target = workbook["Scoreboard"].cell(2, COLUMN["target_value"] + 1)
    assert (latest.value, latest.number_format) == (470, '"> "#,##0;"> "-#,##0')
    assert (target.value, target.number_format) == (492, '#,##0"–500"')


def test_a_figure_on_another_basis_is_marked_as_not_comparable(make_frames, out):
    workbook = report(make_frames([{"status": "basis_changed", "value": 166.0, "second_value": 567.0}]), out)
    latest = workbook["Scoreboard"].cell(2, COLUMN["latest"] + 1)
    assert (latest.value, latest.number_format) == (166, '"≠ "#,##0;"≠ "-#,##0')


def test_the_cover_counts_the_families_of_the_scoreboard(make_frames, out):
    targets = [
        {"target_id": f"T{place}", "slug": f"t-{place}", "status": str(status), "family": str(FAMILY_OF[status])}
        for place, status in enumerate(Status)
    ]
    workbook = report(make_frames(targets), out)
    cells = [cell.value for row in workbook["Cover"].iter_rows() for cell in row if cell.value is not None]
    place = cells.index(f"{FAMILY_MARKS[Family.kept].symbol} Kept")
    assert cells[place - 6 : place] == [3, 1, 3, 1, 3, 2]
    formulas = [cell.value for row in read(out, values=False)["Cover"].iter_rows() for cell in row]
    family = get_column_letter(COLUMN["family"] + 1)
    assert f"=COUNTIF('Scoreboard'!${family}$2:${family}${len(Status) + 1},\"Kept\")" in formulas


def test_the_cover_says_how_many_have_no_usable_figure_and_explains_each_badge(frames, out):
    cells = [cell.value for row in report(frames, out)["Cover"].iter_rows() for cell in row]
    assert "1 of 2 targets with a number have no usable figure." in cells
    assert {badge.label("en") for badge in Badge} <= set(cells)
    assert any("As known on 1 December 2024 · Method: Linear pace" in str(cell) for cell in cells)


def test_a_promise_told_twice_counts_once_and_is_listed(make_frames, out):
    frames = make_frames([{}, {"target_id": "X01", "slug": "x-01", "same_as": "S01"}])
    workbook = report(frames, out)
    assert [row["Target id"] for row in table(workbook["Scoreboard"])] == ["S01"]
    assert [row["Same promise as"] for row in table(workbook["Targets"])] == [None, "S01"]


def test_a_policy_narrows_targets_and_figures(make_frames, frames, out):
    other = {"target_id": "T2", "slug": "t-2", "policy_id": "other", "series_id": None, "same_as": "S01"}
    policies = pd.concat([frames.policies, frames.policies.assign(policy_id="other")])
    workbook = report(make_frames([{}, other], policies=policies), out, policy="other")
    assert [row["Target id"] for row in table(workbook["Scoreboard"])] == ["T2"]
    assert table(workbook["Observations"]) == []


def test_chosen_targets_stand_alone_in_their_order(make_frames, out):
    rows = [{"target_id": f"T{n}", "slug": f"t-{n}", "series_id": None} for n in (1, 2, 3)]
    write_report(make_frames([{}, *rows]), out, AS_OF, "en", target_ids=["T3", "T1"])
    workbook = read(out)
    assert [row["Target id"] for row in table(workbook["Scoreboard"])] == ["T3", "T1"]
    assert table(workbook["Observations"]) == []
    assert "As known on 1 December 2024 · Method: Linear pace · 2 targets" in cover_of(out)
    write_report(make_frames([{}, *rows]), out, AS_OF, "en", target_ids=["T3"], words=["Robots", "“density”"])
    assert "As known on 1 December 2024 · Method: Linear pace · 1 target, chosen by: Robots; “density”" in cover_of(out)


def test_the_cover_of_a_documents_report_bears_its_names_its_issuers_and_its_day(frames, out):
    write_report(frames, out, AS_OF, "en", "robot-plus", target_ids=["S01"])
    assert cover_of(out)[:5] == [
        "Robot+ plan, 2023",
        "Implementation Plan for the Robot+ Application Action",
        "Issued on 18 January 2023 by Ministry of Industry; Ministry of Education",
        "As known on 1 December 2024 · Method: Linear pace · 1 target",
        "0 of 1 targets with a number have no usable figure.",
    ]


def test_an_unknown_policy_or_target_is_a_user_error(frames, out):
    with pytest.raises(CallError, match="robot-plus"):
        write_report(frames, out, AS_OF, "en", policy="nonsense")
    with pytest.raises(CallError, match="S99"):
        write_target(frames, "S99", out, AS_OF, "en")


def test_every_publication_is_listed_and_says_whether_it_is_in_force(make_frames, frames, out):
    first = frames.vintages.iloc[[3]].assign(value=468.0, known_on=date(2024, 9, 1), published_on=date(2024, 9, 1))
    workbook = report(make_frames(vintages=pd.concat([first, frames.vintages])), out)
    rows = table(workbook["Observations"])
    assert [(row["Value"], row["In force"]) for row in rows[:2]] == [(468, "no"), (246, "yes")]
    assert (rows[1]["File"], rows[1]["Sheet"], rows[1]["Cell"]) == ("robots.xlsx", "by year", "E14")


def test_each_source_stands_once_with_what_it_is_used_for(frames, out):
    rows = {row["Title read"]: row for row in table(report(frames, out)["Sources"])}
    assert rows["World Robotics 2021"]["Figures"] == 4
    assert rows["The plan's text"]["Used for"] == "S01, S02"
    assert len(rows) == 2


def test_methods_explain_every_status(frames, out):
    items = [row["Item"] for row in table(report(frames, out)["Methods"])]
    assert {f"{mark.symbol} {status.label('en')}" for status, mark in MARKS.items()} <= set(items)
    assert {method.label("en") for method in Method} <= set(items)


def test_the_scoreboard_links_to_the_targets_sheet_and_back(frames, out):
    workbook = report(frames, out)
    link = workbook["Scoreboard"].cell(2, COLUMN["target"] + 1).hyperlink
    assert link.location == "'robot-density-492'!A1"
    assert workbook["robot-density-492"]["A2"].hyperlink.location == "'Scoreboard'!A1"


def test_status_cells_have_a_colour_rule_each_and_shares_a_bar(frames, out):
    rules = [rule for found in report(frames, out)["Scoreboard"].conditional_formatting for rule in found.rules]
    assert sum(rule.type == "dataBar" for rule in rules) == 1
    formulas = {rule.formula[0] for rule in rules if rule.formula}
    assert {f'$C2="{status.label("en")}"' for status in Status} <= formulas


def test_both_languages_have_the_same_cells_in_their_own_words(frames, tmp_path):
    english, chinese = (report(frames, tmp_path / f"{lang}.xlsx", lang) for lang in ("en", "zh"))
    assert chinese.sheetnames == ["封面", "总览", "目标", "观测值", "来源", "方法", "robot-density-492"]
    for one, other in zip(english, chinese, strict=True):
        assert (one.max_row, one.max_column) == (other.max_row, other.max_column)
    row = table(chinese["总览"])[0]
    assert (row["状态"], row["目标"], row["单位"]) == ("进展符合", "工业机器人密度", "台/万人")


def test_the_same_frames_give_the_same_bytes(frames, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_report(frames, tmp_path / name, AS_OF, "en")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_database_without_targets_gives_a_report_too(make_frames, out):
    workbook = report(make_frames([], []), out)
    assert workbook.sheetnames == ["Cover", *LISTS]


def test_one_targets_workbook_has_its_sheet_its_sources_and_the_methods(frames, out):
    write_target(frames, "S01", out, AS_OF, "en")
    assert read(out).sheetnames == ["robot-density-492", "Sources", "Methods"]
    write_target(frames, "S02", out, AS_OF, "en")
    assert read(out).sheetnames == ["robot-kinds-100", "Sources", "Methods"]


def test_no_two_table_headers_of_a_sheet_are_alike(frames, tmp_path):
    for lang in ("en", "zh"):
        for sheet in report(frames, tmp_path / "r.xlsx", lang):
            for found in sheet.tables.values():
                assert len(set(found.column_names)) == len(found.column_names)


def test_libreoffice_opens_it_and_calculates_the_same_values(frames, out, tmp_path):
    written = report(frames, out)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [libreoffice(), home, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "lo"), str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = read(tmp_path / "lo" / out.name)
    for sheet in written:
        for row in sheet.iter_rows():
            for cell in row:
                again = saved[sheet.title][cell.coordinate].value
                assert again == (pytest.approx(cell.value) if isinstance(cell.value, float) else cell.value)


def test_charts_are_straight_lines_over_days_with_titles_axes_and_a_legend(frames, out):
    write_report(frames, out, AS_OF, "en")
    xml = zipfile.ZipFile(out).read("xl/charts/chart1.xml").decode()
    assert xml.count("<c:ser>") == 3
    assert '<c:smooth val="1"/>' not in xml
    assert "<c:scatterChart>" in xml
    assert '<c:legendPos val="b"/>' in xml
    for words in ("Industrial robot density", "robots per 10,000 workers", "Observed", "Required path", "≥ 492"):
        assert words in xml
