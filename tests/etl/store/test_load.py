import subprocess
import sys
from datetime import date

import pytest
import sqlalchemy as sa
from tables import FIGURES, REGISTER, workbook

from etl import pipeline
from etl.errors import CallError, InputFaults
from etl.store import query, schema
from etl.store.database import open_database

TODAY = date(2026, 5, 1)


@pytest.fixture
def register(tmp_path):
    return workbook(tmp_path / "register.xlsx", REGISTER)


@pytest.fixture
def figures(tmp_path):
    return workbook(tmp_path / "figures.xlsx", FIGURES)


def everything(engine) -> dict[str, list[tuple]]:
    """All rows of all tables, sorted; the moment of loading left out."""
    with engine.connect() as connection:
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(sa.select(*[c for c in table.c if c.name != "loaded_at"]))),
                key=repr,
            )
            for table in schema.metadata.sorted_tables
        }


def statuses(engine, as_of=TODAY) -> dict[str, str]:
    frame = query.status(engine, as_of)
    return dict(zip(frame.target_id, frame.status, strict=True))


def test_files_that_refer_to_each_other_load_together_in_any_order(engine, register, figures):
    outcome = pipeline.load_files(engine, [figures, register], by="ann")
    assert [item.is_new for item in outcome.files] == [True, True]
    assert statuses(engine) == {"T1": "basis_changed", "T2": "awaiting_data"}


def test_both_databases_hold_the_same_rows(tmp_path, register, figures, postgres_url):
    engines = [open_database(url, create=True) for url in (f"sqlite:///{tmp_path}/a.db", postgres_url)]
    for engine in engines:
        pipeline.load_files(engine, [register, figures], by="ann")
    first, second = map(everything, engines)
    assert first == second
    assert len(first["observation"]) == 7
    for engine in engines:
        engine.dispose()


def test_the_same_file_again_changes_nothing(engine, register, figures):
    pipeline.load_files(engine, [register, figures], by="ann")
    before = everything(engine)
    outcome = pipeline.load_files(engine, [figures, register], by="bob")
    assert [item.is_new for item in outcome.files] == [False, False]
    assert everything(engine) == before


def test_the_same_bytes_twice_in_one_call_load_once(engine, register, tmp_path):
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(register.read_bytes())
    pipeline.load_files(engine, [register, copy], by="ann")
    assert len(query.loads(engine)) == 1


def test_a_dry_run_checks_everything_and_leaves_nothing(engine, register, figures):
    outcome = pipeline.load_files(engine, [register, figures], by="ann", dry_run=True)
    assert outcome.verdict_count > 0
    assert all(rows == [] for rows in everything(engine).values())


def test_a_fault_in_one_file_keeps_the_others_out(engine, register, tmp_path):
    bad = workbook(
        tmp_path / "bad.xlsx", "sheet observations\nseries_id | period | value\nrobot_density_cn | 2020 | many"
    )
    with pytest.raises(InputFaults):
        pipeline.load_files(engine, [register, bad], by="ann")
    assert all(rows == [] for rows in everything(engine).values())


def test_a_later_load_of_the_same_key_is_a_correction(engine, register, figures, tmp_path):
    pipeline.load_files(engine, [register, figures], by="ann")
    corrected = workbook(tmp_path / "corrected.xlsx", FIGURES.replace("| 470 ", "| 471 "))
    pipeline.load_files(engine, [corrected], by="ann")
    known = query.observations(engine, TODAY, ["robot_density_cn"])
    assert list(known[known.period == "2023"].value) == [471]
    assert len(everything(engine)["observation"]) == 14


def test_a_withdrawn_load_leaves_every_view_and_stays_in_the_history(engine, register, figures):
    pipeline.load_files(engine, [register], by="ann")
    pipeline.load_files(engine, [figures], by="ann")
    pipeline.withdraw(engine, 2, "typed from the wrong page", by="bob")
    assert statuses(engine) == {"T1": "no_data", "T2": "no_data"}
    assert query.observations(engine, TODAY).empty
    assert len(everything(engine)["observation"]) == 7
    journal = query.loads(engine)
    assert list(journal.is_withdrawn) == [False, True, False]
    assert journal.reason.iloc[2] == "typed from the wrong page"


def test_a_withdrawn_file_can_be_loaded_again(engine, register, figures):
    pipeline.load_files(engine, [register], by="ann")
    pipeline.load_files(engine, [figures], by="ann")
    before = statuses(engine)
    pipeline.withdraw(engine, 2, "a mistake", by="ann")
    pipeline.load_files(engine, [figures], by="ann")
    assert statuses(engine) == before


def test_what_other_loads_stand_on_cannot_be_withdrawn(engine, register, figures):
    pipeline.load_files(engine, [register], by="ann")
    pipeline.load_files(engine, [figures], by="ann")
    with pytest.raises(CallError, match="series robot_density_cn"):
        pipeline.withdraw(engine, 1, "wrong", by="ann")


CODES, BASES = REGISTER.split("sheet bases")[0], "sheet bases" + REGISTER.split("sheet bases")[1].split("sheet t")[0]
UNBASED = """
sheet observations
series_id        | period | value | published
robot_revenue_cn | 2020   | 1061  | 2021-06-30
"""
DECIDED = """
sheet decisions
decision_id | choice | series_id        | basis | to_basis | decided_on | decided_by | reason
d1          | keep   | robot_density_cn | {}    | {}       | 2026-05-01 | ann        | why
"""
BOUND = """
sheet targets
target_id | slug    | policy_id  | name_en | statement_en | indicator_id  | stated             | deadline | basis
T3        | density | robot-plan | Density | Double it    | robot_density | double versus 2020 | 2025     | old
"""
OTHER = """
sheet bases
series_id        | basis | description_en
robot_revenue_cn | {0}   | A name that the other series has too
robot_density_cn | {1}   | The other one
"""


@pytest.fixture
def with_bases(engine, tmp_path):
    """Loads the register, then its bases as load 2, then the drawings; each a file of its own."""

    def load(*drawings: str) -> None:
        for number, drawing in enumerate((CODES, BASES, *drawings)):
            pipeline.load_files(engine, [workbook(tmp_path / f"{number}.xlsx", drawing)], by="ann")

    return load


@pytest.mark.parametrize(
    ("drawings", "used"),
    [
        ([FIGURES], "basis new .used in observation.; basis old .used in observation."),
        ([OTHER.format("old", "new"), DECIDED.format("old", "new")], "registers: basis old .used in decision.[.]"),
        ([OTHER.format("old", "new"), DECIDED.format("new", "old")], "registers: basis old .used in decision.[.]"),
        ([BOUND], "basis old .used in target."),
    ],
)
def test_bases_that_other_loads_stand_on_cannot_be_withdrawn(engine, with_bases, drawings, used):
    with_bases(*drawings)
    with pytest.raises(CallError, match=used):
        pipeline.withdraw(engine, 2, "wrong", by="ann")
    assert not query.loads(engine).is_withdrawn.any()


TOLD_AGAIN = BASES.replace("as counted", "counted")


@pytest.mark.parametrize("drawings", [[], [UNBASED], [TOLD_AGAIN, FIGURES], [OTHER.format("old", "new"), BOUND]])
def test_bases_that_nothing_needs_or_another_load_registers_too_can_be_withdrawn(engine, with_bases, drawings):
    with_bases(*drawings)
    pipeline.withdraw(engine, 2, "wrong", by="ann")
    assert query.loads(engine).is_withdrawn.sum() == 1


@pytest.mark.parametrize(("load_id", "reason", "said"), [(7, "x", "no load 7"), (1, "  ", "needs a reason")])
def test_a_withdrawal_needs_a_live_load_and_a_reason(engine, register, load_id, reason, said):
    pipeline.load_files(engine, [register], by="ann")
    with pytest.raises(CallError, match=said):
        pipeline.withdraw(engine, load_id, reason, by="ann")


def test_a_register_without_targets_loads_and_can_be_withdrawn(engine, tmp_path):
    outcome = pipeline.load_files(engine, [workbook(tmp_path / "r.xlsx", REGISTER.split("sheet targets")[0])], by="ann")
    assert outcome.verdict_count == 0
    assert pipeline.withdraw(engine, 1, "too early", by="ann") == 0
    assert statuses(engine) == {}


def test_a_row_that_a_later_file_leaves_out_stays(engine, register, figures, tmp_path):
    pipeline.load_files(engine, [register, figures], by="ann")
    shorter = workbook(tmp_path / "shorter.xlsx", "\n".join(FIGURES.strip().splitlines()[:3]))
    pipeline.load_files(engine, [shorter], by="ann")
    assert len(query.observations(engine, TODAY, ["robot_density_cn"])) == 5


def test_an_undated_figure_is_known_from_the_day_it_was_loaded(engine, register, tmp_path):
    undated = workbook(
        tmp_path / "undated.xlsx", "sheet observations\nseries_id | period | value\nrobot_revenue_cn | 2024 | 2379"
    )
    pipeline.load_files(engine, [register, undated], by="ann")
    assert query.observations(engine, date(2025, 12, 31)).empty
    assert list(query.observations(engine, date.max).published_on.isna()) == [True]


def test_a_figure_stays_tied_to_its_cell(engine, register, figures):
    pipeline.load_files(engine, [register, figures], by="ann")
    row = query.observations(engine, date(2024, 12, 1), ["robot_density_cn"]).iloc[-1]
    assert (row.file_name, row.sheet, row.cell, row.value_as_written) == ("figures.xlsx", "observations", "C4", "470")


KILLED = """
import os, signal, sys
from pathlib import Path
from etl import pipeline
from etl.store import load
from etl.store.database import open_database

def die(*args, **named):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(load, sys.argv[2], die)
pipeline.load_files(open_database(sys.argv[1], create=True), [Path(name) for name in sys.argv[3:]], by="killed")
"""


@pytest.mark.parametrize("step", ["append", "_append_flags", "append_assessments"])
def test_a_load_killed_at_any_step_leaves_the_tables_as_they_were(database, register, figures, step):
    engine = open_database(database, create=True)
    pipeline.load_files(engine, [register], by="ann")
    before = everything(engine)
    killed = subprocess.run([sys.executable, "-c", KILLED, database, step, str(figures)], check=False)
    assert killed.returncode == -9
    assert everything(engine) == before
    pipeline.load_files(engine, [figures], by="ann")
    assert statuses(engine)["T1"] == "basis_changed"
    engine.dispose()


def test_a_second_writer_waits_for_the_first(engine, register, figures):
    pipeline.load_files(engine, [register], by="ann")
    script = (
        "import sys; from pathlib import Path; from etl import pipeline; from etl.store.database import open_database\n"
    )
    script += "pipeline.load_files(open_database(sys.argv[1]), [Path(sys.argv[2])], by='second')"
    url = engine.url.render_as_string(hide_password=False)
    both = [subprocess.Popen([sys.executable, "-c", script, url, str(figures)]) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert len(query.loads(engine)) == 2
