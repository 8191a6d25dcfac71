"""The sheets on what moved, what does not add up and what was decided, read back from the report."""

from datetime import date

import openpyxl
import pandas as pd
import pytest

from etl.judge.arithmetic import Found
from etl.judge.changes import Move
from etl.report import write_report
from etl.report.frames import Notices
from etl.report.movements import revision_rows
from etl.vocabulary import Cause, Finding

# openpyxl does not know the data bars of Excel 2010 and says so whenever it opens a sheet that has them.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported and will be removed:UserWarning")

LATER = date(2026, 6, 30)
SHEETS = ["Docket", "Changes", "Findings", "Rivals", "Revisions", "Decisions"]
REASONED = {"reason_zh": None, "url": None, "load_id": 2, "sheet": "decisions", "row": 2, "decided_by": "Ann"}


def decision(code: str, on: date, **changes) -> dict:
    """A row of `query.decisions`."""
    absent = dict.fromkeys(("series_id", "basis", "to_basis", "factor", "overlap", "target_id"))
    return absent | REASONED | {"decision_id": code, "decided_on": on, "reason": f"Reason of {code}"} | changes


def of_basis(code: str, choice: str, on: date) -> dict:
    """A decision on the later basis of the robot density."""
    return decision(code, on, choice=choice, series_id="density_cn", basis="nbs", to_basis="ifr")


def verdict(status: str, **changes) -> dict:
    """A row of the verdict history."""
    row = {"status": status, "reason": "pace", "value": None, "high": None, "qualifier": None, "period": None}
    return row | {"basis": None, "published_on": None, "target_id": "S01"} | changes


NOTICES = Notices(
    moves=[
        Move("S01", date(2024, 11, 20), verdict("behind"), verdict("on_track", value=470.0), Cause.figure),
        Move("S01", date(2023, 1, 19), None, verdict("behind"), Cause.stated),
        Move("elsewhere", date(2023, 1, 19), None, verdict("behind"), Cause.stated),
    ],
    findings=[Found(Finding.announced_short, "S02", ("S11", "S13"), 34.0, 54.0, 100.0, "2023")],
    rivals=[verdict("achieved", value=500.0, period="2023", series_id="density_miit", name_en="Density (MIIT)")],
    roles=[{"target_id": "S01", "series_id": "density_miit", "role": "rival", "note_en": "counts all employees"}],
    decisions=[
        of_basis("first", "keep", date(2026, 5, 1)),
        of_basis("second", "split", date(2026, 6, 1)),
        decision("given-up", date(2026, 6, 2), choice="drop", target_id="S02", reason="=Not heard of again"),
        decision("given-up-2", date(2026, 6, 3), choice="drop", target_id="S02"),
    ],
)


@pytest.fixture
def told(make_frames, frames, tmp_path):
    """The report with notices of each kind, of a day after the deadline; the figure for 2022 was revised by a third."""
    revised = frames.vintages.iloc[[2]].assign(value=530.0, known_on=LATER, value_as_written="530", cell="J14")
    vintages = pd.concat([frames.vintages.iloc[:3], revised, frames.vintages.iloc[3:]])

    def write(lang: str = "en", policy: str | None = None) -> openpyxl.Workbook:
        out = tmp_path / f"{lang}.xlsx"
        write_report(make_frames(vintages=vintages, notices=NOTICES), out, LATER, lang, policy)
        return openpyxl.load_workbook(out, data_only=True)

    return write


def table(sheet) -> list[dict]:
    """Rows of a sheet that is one table, by header."""
    header, *rows = sheet.iter_rows(values_only=True)
    assert len(set(header)) == len(header)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_each_notice_has_a_sheet_that_is_one_frozen_table_and_the_cover_links_to_it(told):
    workbook = told()
    links = {cell.value: cell.hyperlink.location for cell in workbook["Cover"]["B"] if cell.hyperlink}
    for name in SHEETS:
        assert list(workbook[name].tables) == [name]
        assert workbook[name].freeze_panes == "A2"
        assert links[name] == f"'{name}'!A1"


def test_notices_that_there_are_none_of_have_no_sheet_and_the_cover_says_so(frames, tmp_path):
    write_report(frames, tmp_path / "r.xlsx", date(2024, 12, 1), "en")
    workbook = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert set(SHEETS).isdisjoint(workbook.sheetnames)
    said = {row[1].value: row[2] for row in workbook["Cover"].iter_rows()}
    assert {said[name].value for name in SHEETS} == {"None on this day; there is no sheet"}


def test_a_revision_stands_beside_the_figure_that_it_replaced_with_its_change(told):
    first, second = table(told()["Revisions"])
    assert (first["Value"], first["Change to the one before"], first["In force"]) == (392, None, "no")
    assert (second["As written"], second["Change to the one before"]) == ("530", 138)
    assert second["Change in %"] == pytest.approx(138 / 392)
    assert (second["Beyond the limit"], second["In force"], second["Cell"]) == ("yes", "yes", "J14")


def test_neither_two_bases_nor_bounds_are_subtracted():
    figure = {"series_id": "s", "period": "2024", "qualifier": "exact"}
    rows = [
        figure | {"basis": "old", "value": 567.0},
        figure | {"basis": "new", "value": 166.0},
        figure | {"basis": "old", "value": 600.0, "qualifier": "more_than"},
        figure | {"basis": "new", "value": 0.0},
        figure | {"basis": "new", "value": 5.0},
        figure | {"period": "2025", "basis": "new", "value": 9.0},
    ]
    found = revision_rows(rows, {"s": {}})
    assert [(row["change"], row["change_share"]) for row in found] == [
        (None, None), (None, None), (None, None), (-166, -1), (5, None),
    ]  # fmt: skip
    assert [row["is_in_force"] for row in found] == [False, False, True, False, True]


def test_a_move_says_from_what_to_what_and_why(told):
    rows = table(told()["Changes"])
    assert [(row["Before"], row["After"], row["Cause"], row["Latest then"]) for row in rows] == [
        ("Behind", "On track", "new figure", 470),
        (None, "Behind", "target stated", None),
    ]


def test_a_finding_has_its_numbers_in_columns_and_in_words(told):
    (row,) = table(told()["Findings"])
    numbers = (row["Counted or aimed at"], row["With all announced"], row["Against"], row["Unit"])
    assert numbers == (34, 54, 100, "kinds")
    assert row["Linked targets"] == "S11, S13"
    assert "between 34 and 54 of more than 100 kinds" in row["In words"]


def test_a_rivals_verdict_stands_beside_the_headlines(told):
    (row,) = table(told()["Rivals"])
    assert (row["Verdict by it"], row["Its latest"]) == ("On track", 470)
    assert (row["Verdict by the rival"], row["Rival's latest"], row["Same verdict"]) == ("Achieved", 500, "no")
    assert row["How the two differ"] == "counts all employees"


def test_it_is_told_which_decisions_are_in_force_and_none_is_taken_for_a_formula(told):
    again, *rows = table(told()["Decisions"])
    assert (again["Decision"], again["In force"]) == ("target given up", None)
    assert [(row["Decision"], row["In force"]) for row in rows] == [
        ("target given up", "yes"), ("a series of its own", "yes"), ("compare as before", "no"),
    ]  # fmt: skip
    assert rows[0]["Reason given"] == "=Not heard of again"


def test_the_docket_has_deadlines_passed_with_the_analysts_signed_note(told):
    first, second = table(told()["Docket"])
    assert (first["Target"], first["Figure it rests on"], first["Analyst's note"]) == (
        "Industrial robot density", 470, None,
    )  # fmt: skip
    assert second["Analyst's note"].splitlines() == [
        "target given up: =Not heard of again (Ann, 2 June 2026)",
        "target given up: Reason of given-up-2 (Ann, 3 June 2026)",
    ]


def test_both_languages_tell_the_same_notices(told):
    english, chinese = told("en"), told("zh")
    names = ["到期清单", "变动", "核查发现", "并列指标", "修订", "人工决定"]
    for name, other in zip(SHEETS, names, strict=True):
        assert len(table(english[name])) == len(table(chinese[other]))
        assert english[name].max_column == chinese[other].max_column
    assert table(chinese["变动"])[0]["原因"] == "新数据"
