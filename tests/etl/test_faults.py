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


def test_all_faults_of_all_files_are_said_at_once(tmp_path, capsys):
    register = workbook(tmp_path / "r.xlsx", REGISTER.replace("| stock", "| stok"))
    figures = workbook(tmp_path / "f.xlsx", FIGURES.replace("| 392 ", "| many ").replace("2024-11-20", "2024-11-31"))
    (tmp_path / "broken.xlsx").write_text("no workbook")
    message = load(tmp_path, capsys, register, figures, tmp_path / "broken.xlsx")
    for words in ("'stok'", "'many'", "'2024-11-31'", "broken.xlsx"):
        assert words in message
