"""Each fault an analyst can make, by what she sees: place, found, wanted, mend; exit code 3; nothing loaded."""

import sys

import pytest
import sqlalchemy as sa
from tables import FIGURES, REGISTER, workbook
from typer.testing import CliRunner

from etl import pipeline
from etl.cli import app, run
from etl.store.database import open_database


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
    "publication to come": ("2026-04-08", "2126-04-08", ["E6", "'2126-04-08'", "a day up to 2", "not known yet is not loaded"]),
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
    "a document that succeeds itself": (
        "issued     | bodies\nrobot-plan | Plan for robots  | 规划    | Robots   | 2021-12-28 | MIIT",
        "issued     | bodies | succeeds\nrobot-plan | Plan for robots  | 规划    | Robots   | 2021-12-28 | MIIT | robot-plan",
        ["G2", "another one than robot-plan"],
    ),
    "unknown body": ("| MIIT\n", "| MIITT\n", ["Did you mean MIIT?"]),
}  # fmt: skip


@pytest.mark.parametrize("case", REGISTER_CASES)
def test_a_fault_in_the_register_names_its_cell_and_its_mend(case, tmp_path, capsys):
    before, after, said = REGISTER_CASES[case]
    assert before in REGISTER
    message = load(tmp_path, capsys, workbook(tmp_path / "r.xlsx", REGISTER.replace(before, after)))
    for words in said:
        assert words in message


DECIDED = """
sheet decisions
decision_id | choice | series_id        | basis | to_basis | factor | overlap | target_id | decided_on | decided_by | reason
D1          | rebase | robot_density_cn | new   | old      |        | 2024    |           | 2026-05-01 | ann        | Both counts are known
D2          | drop   |                  |       |          |        |         | T2        | 2026-05-01 | ann        | Left out of the plan
"""

DECISION_CASES = {
    "no reason": ("Both counts are known", "", ["K2", "found nothing", "a value for reason"]),
    "nobody who decided": ("| ann        | Both", "|  | Both", ["J2", "a value for decided_by"]),
    "a day to come": ("2026-05-01 | ann        | Both", "2126-05-01 | ann | Both", ["I2", "a day up to 2"]),
    "no basis": ("| new   | old", "|       | old", ["D2", "a basis for the choice rebase"]),
    "unknown basis": ("| new   | old", "| new   | odl", ["E2", "'odl'", "Did you mean old?"]),
    "the same basis twice": ("| new   | old", "| new   | new", ["E2", "another basis than the one decided on"]),
    "neither factor nor overlap": ("| 2024    |", "|         |", ["F2", "either a factor or an overlap"]),
    "both factor and overlap": ("|        | 2024 ", "| 2 | 2024 ", ["F2", "either a factor or an overlap"]),
    "a factor of zero": ("|        | 2024 ", "| 0 |  ", ["F2", "a factor above 0"]),
    "a factor that the choice leaves out": ("D1          | rebase", "D1 | keep", ["G2", "no overlap for the choice keep", "choose rebase"]),
    "another basis for a drop": ("| drop   |                  |       |          |", "| drop | | | old |", ["E3", "no to_basis for the choice drop"]),
    "no target": ("| T2 ", "|    ", ["H3", "a target_id for the choice drop"]),
    "unknown choice": ("| rebase |", "| rebasse |", ["B2", "Write rebase"]),
}  # fmt: skip


@pytest.mark.parametrize("case", DECISION_CASES)
def test_a_fault_in_a_decision_names_its_cell_and_its_mend(case, tmp_path, capsys):
    before, after, said = DECISION_CASES[case]
    assert before in DECIDED
    files = workbook(tmp_path / "r.xlsx", REGISTER), workbook(tmp_path / "d.xlsx", DECIDED.replace(before, after))
    message = load(tmp_path, capsys, *files)
    for words in said:
        assert words in message


LINKS = """
sheet target_links
target_id | link           | other_id
T1        | contributes_to | T2
"""


def test_links_that_make_a_circle_are_named_also_across_loads(tmp_path, capsys):
    circle = LINKS + "T2 | contributes_to | T1"
    message = load(tmp_path, capsys, workbook(tmp_path / "r.xlsx", REGISTER, circle))
    assert "C2" in message
    assert "do not come back to T1" in message
    database = f"sqlite:///{tmp_path}/u.db"
    first = workbook(tmp_path / "first.xlsx", REGISTER, LINKS)
    assert CliRunner().invoke(app, ["load", str(first), "--db", database]).exit_code == 0
    back = workbook(
        tmp_path / "back.xlsx", LINKS.replace("T1        | contributes_to | T2", "T2 | contributes_to | T1")
    )
    sys.argv = ["milepost", "load", str(back), "--db", database]
    with pytest.raises(SystemExit):
        run(app)
    assert "do not come back to T2" in capsys.readouterr().err


@pytest.mark.parametrize("link", ["rival_reading", "same_as"])
def test_a_target_linked_with_itself_is_named_once(link, tmp_path, capsys):
    own = LINKS.replace("contributes_to", link).replace("| T2", "| T1")
    message = load(tmp_path, capsys, workbook(tmp_path / "r.xlsx", REGISTER, own))
    assert message.count("C2") == 1
    assert "another one than T1" in message


def test_links_of_different_kinds_and_a_link_turned_round_are_no_circle(tmp_path):
    register = workbook(tmp_path / "r.xlsx", REGISTER, LINKS + "T2 | supersedes | T1")
    database = f"sqlite:///{tmp_path}/u.db"
    assert CliRunner().invoke(app, ["load", str(register), "--db", database]).exit_code == 0


REMARKS = {
    "a revision beyond the limit": ("robot_density_cn | 2022 | 520 | old | 2024-11-20 |", "large_revision", "'520' in place of 392"),
    "a change of sign": ("robot_density_cn | 2022 | -392 | old | 2024-11-20 |", "large_revision", "'-392' in place of 392"),
    "two bases in one publication": ("robot_density_cn | 2023 | 150 | new | 2024-11-20 |", "two_bases", "one publication on the bases new, old"),
    "a revision within the limit": ("robot_density_cn | 2022 | 402 | old | 2024-11-20 |", None, None),
    "a bound in place of a figure": ("robot_density_cn | 2022 | >520 | old | 2024-11-20 |", None, None),
    "another basis": ("robot_density_cn | 2022 | 120 | new | 2026-04-08 |", None, None),
}  # fmt: skip


@pytest.mark.parametrize("case", REMARKS)
def test_what_a_figure_does_to_earlier_ones_is_said_and_kept_as_a_flag(case, tmp_path):
    line, code, found = REMARKS[case]
    engine = open_database(f"sqlite:///{tmp_path}/u.db", create=True)
    outcome = pipeline.load_files(engine, [workbook(tmp_path / "r.xlsx", REGISTER)], "ann")
    outcome = pipeline.load_files(engine, [workbook(tmp_path / "f.xlsx", FIGURES + line)], "ann")
    said = [(remark.code, remark.found) for remark in outcome.remarks]
    assert (code, found) in said if code else said == []
    with engine.connect() as connection:
        assert [row.code for row in connection.execute(sa.text("SELECT code FROM flag"))] == [one for one, _ in said]
    engine.dispose()


def test_a_revision_is_said_in_whatever_order_the_files_of_one_load_come(tmp_path):
    figures = "sheet observations\nseries_id | period | value | basis | published\n"
    first = workbook(tmp_path / "first.xlsx", figures + "robot_density_cn | 2022 | 392 | old | 2024-01-10")
    later = workbook(tmp_path / "later.xlsx", figures + "robot_density_cn | 2022 | 520 | old | 2024-11-20")
    engine = open_database(f"sqlite:///{tmp_path}/u.db", create=True)
    pipeline.load_files(engine, [workbook(tmp_path / "r.xlsx", REGISTER)], "ann")
    remarks = pipeline.load_files(engine, [later, first], "ann").remarks
    engine.dispose()
    assert [(remark.file, remark.code) for remark in remarks] == [("later.xlsx", "large_revision")]


def test_a_figure_from_before_the_first_one_held_is_said(tmp_path):
    engine = open_database(f"sqlite:///{tmp_path}/u.db", create=True)
    files = [workbook(tmp_path / "r.xlsx", REGISTER), workbook(tmp_path / "f.xlsx", FIGURES)]
    assert pipeline.load_files(engine, files, "ann").remarks == []
    earlier = "sheet observations\nseries_id | period | value | basis | published\n"
    earlier += "robot_density_cn | 2022 | 380 | old | 2023-11-20"
    remarks = pipeline.load_files(engine, [workbook(tmp_path / "e.xlsx", earlier)], "ann").remarks
    engine.dispose()
    assert [(remark.code, remark.cell) for remark in remarks] == [("backdated", "C2")]
    assert "2024-01-10" in remarks[0].found


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
