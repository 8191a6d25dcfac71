import csv
import io
import json
import os
import signal
import subprocess
import sys

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook
from tables import FIGURES, REGISTER, workbook
from typer.testing import CliRunner

from etl import pipeline
from etl.cli import app, run
from etl.status import KEYS
from etl.store import load
from etl.store.database import open_database


@pytest.fixture
def milepost(loaded_database):
    """Runs a command on the shipped data."""

    def call(*words: str):
        return CliRunner().invoke(app, [*words, "--db", loaded_database])

    return call


def ended(monkeypatch, capsys, *words: str) -> tuple[int, str]:
    """Exit code and what was said on the error stream, as a user's shell gets them."""
    monkeypatch.setattr(sys, "argv", ["milepost", *words])
    with pytest.raises(SystemExit) as code:
        run(app)
    return code.value.code, capsys.readouterr().err


def test_status_prints_one_object_a_target_with_exactly_the_contracts_keys(milepost):
    rows = json.loads(milepost("status", "--format", "json", "--as-of", "2026-11-24").stdout)
    assert len(rows) == 149
    assert all(list(row) == list(KEYS) for row in rows)
    robots = next(row for row in rows if row["target_id"] == "S01")
    assert (robots["slug"], robots["status"], robots["as_of"]) == ("robot-density-492", "basis_changed", "2026-11-24")
    assert robots["progress_share"] is None
    assert robots["deadline"] == "2025-12-31"
    vehicles = next(row for row in rows if row["target_id"] == "X17")
    assert (vehicles["value"], vehicles["unit"]) == (47.9, "%")


def test_every_sentence_is_words_in_both_languages(milepost):
    for lang in ("en", "zh"):
        rows = json.loads(milepost("status", "--format", "json", "--lang", lang, "--as-of", "2026-11-24").stdout)
        for row in rows:
            assert row["sentence"], row["target_id"]
            assert not {"None", "nan", "NaT"} & set(row["sentence"].replace(".", " ").split())


def test_status_takes_codes_and_slugs_and_an_earlier_day(milepost):
    printed = milepost("status", "robot-density-492", "X28", "--as-of", "2024-12-01", "--format", "json").stdout
    rows = {row["target_id"]: row for row in json.loads(printed)}
    assert set(rows) == {"S01", "X28"}
    assert (rows["S01"]["value"], rows["S01"]["status"]) == (470, "on_track")


def test_status_before_anything_was_known_is_empty_and_says_from_when(milepost):
    done = milepost("status", "--as-of", "1990-01-01", "--format", "json")
    assert (done.exit_code, json.loads(done.stdout)) == (0, [])
    assert done.stderr == "Nothing was known on 1990-01-01. The first target was stated on 2015-05-08.\n"


def test_status_prints_csv_that_a_spreadsheet_reads(milepost):
    printed = milepost("status", "--format", "csv").stdout
    assert printed.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))
    assert list(rows[0]) == list(KEYS)
    assert not any(str(cell).startswith(("=", "@")) for row in rows for cell in row.values())


def test_status_prints_a_table_in_chinese(milepost):
    printed = milepost("status", "S01", "--lang", "zh", "--as-of", "2026-11-24").stdout
    assert "口径变更" in printed


@pytest.fixture
def register(tmp_path) -> str:
    return str(workbook(tmp_path / "register.xlsx", REGISTER))


@pytest.fixture
def early(tmp_path) -> str:
    """A workbook with seven figures that were made known before their period ended."""
    lines = [f"robot_density_cn | {year} | 9{year} | old | {year}-06-30 |" for year in range(2010, 2017)]
    return str(workbook(tmp_path / "early.xlsx", FIGURES + "\n".join(lines)))


def test_what_the_checks_let_pass_is_said_in_part_and_kept_in_full(tmp_path, register, early):
    database = ("--db", f"sqlite:///{tmp_path}/t.db")
    said = CliRunner().invoke(app, ["load", register, early, *database]).output
    assert said.count("early.xlsx › observations › C") == 5
    assert "… and 2 more of the kind 'early'.\nTo see all: milepost loads 2\n" in said
    kept = CliRunner().invoke(app, ["loads", "1", "2", *database]).stdout.splitlines()
    assert len(kept) == 7
    assert kept[0] == (
        "early.xlsx › observations › C9: found '92010'; "
        "wanted a publication after 2010-12-31, the end of 2010, not on 2010-06-30."
    )


def test_a_withdrawal_stands_in_the_journal_with_its_reason(tmp_path, register):
    database = ("--db", f"sqlite:///{tmp_path}/t.db")
    CliRunner().invoke(app, ["load", register, *database])
    CliRunner().invoke(app, ["withdraw", "1", "--reason", "typed [wrongly]", *database])
    first, second = CliRunner().invoke(app, ["loads", *database]).stdout.splitlines()[1:]
    assert first.rstrip().endswith("withdrawn")
    assert second.rstrip().endswith("withdraws 1: typed [wrongly]")


def test_a_month_that_a_spreadsheet_made_a_day_of_is_worth_a_look(tmp_path, register):
    figures = "sheet observations\nseries_id | period | value | published\n"
    figures += "robot_revenue_cn | 2024-03-01 | 3 | 2024-05-01\nrobot_revenue_cn | 2024-03-31 | 4 | 2024-05-01"
    files = register, str(workbook(tmp_path / "days.xlsx", figures))
    said = CliRunner().invoke(app, ["load", *files, "--dry-run", "--db", f"sqlite:///{tmp_path}/t.db"]).output
    assert "Let pass, worth a look (1)" in said
    assert "If the month is meant, write 2024-03 into a cell of text." in said


def test_a_table_in_a_file_keeps_a_row_in_a_line(milepost):
    lines = milepost("status", "--as-of", "2026-11-24").stdout.splitlines()
    assert len(lines) == 1 + 149


@pytest.mark.parametrize(("module", "step"), [(pipeline, "read_file"), (load, "append"), (load, "append_assessments")])
def test_an_interrupted_load_leaves_nothing_and_says_so_in_one_line(
    monkeypatch, capsys, tmp_path, register, module, step
):
    database = ("--db", f"sqlite:///{tmp_path}/t.db")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores it for what runs in the background
    monkeypatch.setattr(module, step, lambda *_: signal.raise_signal(signal.SIGINT))
    code, message = ended(monkeypatch, capsys, "load", register, *database)
    assert (code, message) == (130, "Stopped. Nothing half done stays in the database.\n")
    assert "register.xlsx" not in CliRunner().invoke(app, ["loads", *database]).stdout


def test_a_dry_run_needs_no_database_and_makes_none(tmp_path, register):
    result = CliRunner().invoke(app, ["load", register, "--dry-run", "--db", f"sqlite:///{tmp_path}/none.db"])
    assert result.exit_code == 0
    assert "register.xlsx would be loaded: 2 body" in result.stdout
    assert not (tmp_path / "none.db").exists()


def test_a_dry_run_against_what_is_no_database_says_so(monkeypatch, capsys, tmp_path, register):
    (tmp_path / "notes.db").write_text("my notes, which are long enough to be no header of a database")
    code, message = ended(monkeypatch, capsys, "load", register, "--dry-run", "--db", f"sqlite:///{tmp_path}/notes.db")
    assert code == 4
    assert "not a database" in message


def test_a_user_without_a_name_is_asked_for_it(monkeypatch, capsys, tmp_path, register):
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    code, message = ended(monkeypatch, capsys, "load", register, "--db", f"sqlite:///{tmp_path}/t.db")
    assert code == 2
    assert "--by NAME" in message


def test_a_database_that_is_no_url_is_told_how_to_write_one(monkeypatch, capsys):
    code, message = ended(monkeypatch, capsys, "loads", "--db", "data/m.db")
    assert code == 4
    assert "sqlite:///folder/file.db" in message


def test_the_journal_names_every_file(milepost):
    printed = milepost("loads").stdout
    assert "policies-brief" in printed
    assert "in force" in printed


@pytest.mark.filterwarnings("ignore:.*extension is not supported and will be removed:UserWarning")
def test_report_writes_a_workbook(milepost, tmp_path):
    result = milepost("report", str(tmp_path / "out.xlsx"), "--as-of", "2024-12-01", "--lang", "zh")
    assert result.exit_code == 0, result.output
    assert len(load_workbook(tmp_path / "out.xlsx").sheetnames) > 10


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("status", "no-such-target"), "No target no-such-target"),
        (("status", "--as-of", "yesterday"), "--as-of wants a day"),
        (("changes", "--since", "yesterday"), "--since wants a day such as"),
        (("changes", "--since", "2024-12-01", "--as-of", "2024-12-01"), "--since wants a day before 2024-12-01"),
        (("report", "out.pdf"), "must end in .xlsx"),
        (("report", "/no/such/folder/out.xlsx"), "does not exist"),
        (("report", "out.xlsx", "--policy", "none"), "no policy"),
        (("template", "out.doc"), "must end in .xlsx"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_is_wanted(monkeypatch, capsys, loaded_database, words, said):
    database = () if words[0] == "template" else ("--db", loaded_database)
    code, message = ended(monkeypatch, capsys, *words, *database)
    assert code == 2
    assert said in message


def test_a_database_that_may_not_be_written_to_ends_with_4(postgres_url, register):
    open_database(postgres_url, create=True).dispose()
    forbidden = sa.make_url(postgres_url).update_query_dict({"options": "-c default_transaction_read_only=on"})
    url = forbidden.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "app.cli", "load", register, "--db", url]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 4
    assert done.stderr.splitlines()[-1].startswith("Error: the database cannot be used: cannot execute")


@pytest.mark.parametrize("words", [("status", "--format", "xml"), ("nonsense",), ("withdraw", "1")])
def test_an_unknown_word_ends_with_2(monkeypatch, capsys, words):
    assert ended(monkeypatch, capsys, *words)[0] == 2


def test_a_missing_database_ends_with_4(monkeypatch, capsys, tmp_path):
    code, message = ended(monkeypatch, capsys, "status", "--db", f"sqlite:///{tmp_path}/none.db")
    assert code == 4
    assert "milepost load" in message


def test_the_database_is_named_by_the_environment(monkeypatch, loaded_database):
    monkeypatch.setenv("MILEPOST_DB", loaded_database)
    assert CliRunner().invoke(app, ["loads"]).exit_code == 0
