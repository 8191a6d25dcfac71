"""Each fault an analyst can make, by what she sees: place, found, wanted, mend; exit code 3; nothing loaded."""

import sys

import pytest
from tables import FIGURES, REGISTER, workbook
from typer.testing import CliRunner

from etl.cli import app, run


def load(tmp_path, capsys, *files) -> str:
    """What the command says on loading files that have faults."""
    sys.argv = ["milepost", "load", *map(str, files), "--db", f"sqlite:///{tmp_path}/t.db"]
    with pytest.raises(SystemExit) as ended:
        run(app)
    said = capsys.readouterr()
    assert ended.value.code == 3, said
    assert "Traceback" not in said.err
    assert CliRunner().invoke(app, ["loads", "--db", f"sqlite:///{tmp_path}/t.db"]).output.count("xlsx") == 0
    return said.err


CASES = {
    "misspelt column": ("series_id        | period | value", "series_id | perriod | value", ["A1", "no column period", "'perriod'", "Rename"]),
    "misspelt optional column": ("| basis | published", "| bassis | published", ["D1", "a column 'bassis'", "Rename it to basis"]),
    "sheet named by nobody": ("sheet observations", "sheet Sheet1", ["Sheet1", "a sheet named observations", "Rename the sheet"]),
    "misspelt sheet": ("sheet observations", "sheet obsrvations", ["obsrvations", "a sheet named observations"]),
    "unknown series": ("robot_density_cn | 2020 ", "robot_densty_cn | 2020 ", ["A2", "'robot_densty_cn'", "Did you mean robot_density_cn?"]),
    "unknown basis": ("| 246   | old ", "| 246   | odl ", ["D2", "'odl'", "Did you mean old?"]),
    "text in a number column": ("| 392   |", "| many  |", ["C3", "'many'", "a number"]),
    "ambiguous number": ("| 392   |", "| 3,92  |", ["C3", "'3,92'"]),
    "impossible date": ("2024-01-10", "2024-02-30", ["E3", "'2024-02-30'"]),
    "impossible period": ("| 2023   |", "| 2023-13 |", ["B4", "'2023-13'"]),
    "duplicate key": ("robot_density_cn | 2022   | 392   | old   | 2024-01-10 |", "robot_density_cn | 2020 | 300 | old | 2021-10-28 |", ["C3", "once; the first is observations C2", "Remove one"]),
    "unit of another quantity": ("2021-06-30 | CNY 100 million", "2021-06-30 | GW", ["F7", "'GW'", "a unit of CNY 100 million"]),
    "missing value": ("| 470   |", "|       |", ["C4", "found nothing", "Fill the cell"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_fault_in_figures_names_its_cell_and_its_mend(case, tmp_path, capsys):
    before, after, said = CASES[case]
    assert before in FIGURES
    files = workbook(tmp_path / "r.xlsx", REGISTER), workbook(tmp_path / "f.xlsx", FIGURES.replace(before, after))
    message = load(tmp_path, capsys, *files)
    assert "f.xlsx" in message
    for words in said:
        assert words in message


REGISTER_CASES = {
    "deadline before baseline": ("|          | 2025\nT2", "|          | 2019\nT2", ["2019", "Correct one of the two"]),
    "two headline series": ("T2        | robot_revenue_cn | headline", "T1 | robot_revenue_cn | headline", ["one headline series for T1", "rival or proxy"]),
    "unknown choice": ("| stock", "| stok", ["'stok'", "one of stock, flow", "Write stock"]),
    "shared slug": ("| revenue    | robot-plan", "| density | robot-plan", ["a slug of its own; T1 has this one"]),
    "no comparator": ("more than 2,000    |", "2,000 |", ["how the number is meant", "at least 40"]),
    "duplicate code": ("T2        | revenue ", "T1 | revenue ", ["target_id, stated_on once"]),
    "unknown document": ("density    | robot-plan", "density | robot-plam", ["Did you mean robot-plan?"]),
    "unknown body": ("| MIIT\n", "| MIITT\n", ["Did you mean MIIT?"]),
}  # fmt: skip


@pytest.mark.parametrize("case", REGISTER_CASES)
def test_a_fault_in_the_register_names_its_cell_and_its_mend(case, tmp_path, capsys):
    before, after, said = REGISTER_CASES[case]
    assert before in REGISTER
    message = load(tmp_path, capsys, workbook(tmp_path / "r.xlsx", REGISTER.replace(before, after)))
    for words in said:
        assert words in message


def test_a_sheet_that_cannot_be_read_does_not_make_its_codes_unknown(tmp_path, capsys):
    misspelt = workbook(tmp_path / "r.xlsx", REGISTER.replace("| frequency\n", "| freqency\n"))
    message = load(tmp_path, capsys, misspelt, workbook(tmp_path / "f.xlsx", FIGURES))
    assert "1 fault." in message
    assert "Rename 'freqency' to frequency." in message


def test_faults_stand_in_the_order_of_their_rows(tmp_path, capsys):
    lines = [f"robot_density_cn | {year} | many |  | 2024-01-10 |" for year in range(2010, 2019)]
    figures = workbook(tmp_path / "f.xlsx", FIGURES + "\n".join(lines))
    message = load(tmp_path, capsys, workbook(tmp_path / "r.xlsx", REGISTER), figures)
    assert message.index("C9") < message.index("C10") < message.index("C11")


def test_a_text_file_named_like_no_sheet_is_told_its_name(tmp_path, capsys):
    (tmp_path / "energy.csv").write_text("series_id,period,value\nrobot_density_cn,2020,1\n")
    assert "Rename the file, such as observations-energy.csv." in load(tmp_path, capsys, tmp_path / "energy.csv")


def test_a_file_of_headers_alone_has_nothing_to_load(tmp_path, capsys):
    message = load(tmp_path, capsys, workbook(tmp_path / "h.xlsx", "sheet by year\nseries_id | note"))
    assert "headers without a row below them" in message


def test_five_faults_of_a_kind_are_said_and_all_of_them_on_demand(tmp_path, capsys):
    figures = FIGURES + "\n".join(f"robot_density_cn | {year} | many |  | 2024-01-10 |" for year in range(2010, 2019))
    files = workbook(tmp_path / "r.xlsx", REGISTER), workbook(tmp_path / "f.xlsx", figures)
    message = load(tmp_path, capsys, *files)
    assert message.count("'many'") == 5
    assert "… and 4 more of the kind 'not a number'.\nTo see all: add --all" in message
    assert load(tmp_path, capsys, *files, "--all").count("'many'") == 9


def test_all_faults_of_all_files_are_said_at_once(tmp_path, capsys):
    register = workbook(tmp_path / "r.xlsx", REGISTER.replace("| stock", "| stok"))
    changed = FIGURES.replace("| 392 ", "| many ").replace("2024-11-20", "2024-11-31")
    twice = "robot_density_cn | 2024 | 99 | new | 2026-04-08 |"
    figures = workbook(tmp_path / "f.xlsx", changed + twice)
    (tmp_path / "broken.xlsx").write_text("no workbook")
    message = load(tmp_path, capsys, register, figures, tmp_path / "broken.xlsx")
    for words in ("'stok'", "'many'", "'2024-11-31'", "the first is observations C6", "broken.xlsx"):
        assert words in message
