"""Notebooks run against the shipped data, are kept without outputs, and state no figures of their own."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="module")
def executed(loaded_database, tmp_path_factory) -> dict[str, nbformat.NotebookNode]:
    """Each notebook after a run in a fresh kernel of this interpreter, by its name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MILEPOST_DB", loaded_database)
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        return {path.stem: _run(read(path)) for path in NOTEBOOKS}


def _run(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    resources = {"metadata": {"path": str(ROOT)}}
    return NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()


def texts(notebook: nbformat.NotebookNode) -> list[str]:
    """The outputs of a notebook as text; Markdown where there is some."""
    data = [output.data for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return [found.get("text/markdown", found.get("text/plain", "")) for found in data]


def test_there_are_notebooks():
    assert NOTEBOOKS


@each
def test_a_notebook_is_kept_without_outputs(path):
    code = [cell for cell in read(path).cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)


@each
def test_the_prose_states_no_figures_but_years(path):
    prose = " ".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")
    assert re.findall(r"\b(?!(?:19|20)\d\d\b)\d+", prose) == []


@each
def test_a_notebook_reads_through_the_query_module_only(path):
    code = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "code")
    assert not re.search(r"sqlalchemy|read_sql|sqlite3|schema", code)


@each
def test_a_notebook_runs_and_every_code_cell_after_the_first_shows_something(path, executed):
    code = [cell for cell in executed[path.stem].cells if cell.cell_type == "code"]
    assert all(cell.outputs for cell in code[1:])
    assert all(output.output_type != "stream" for cell in code for output in cell.outputs)


def test_the_density_is_told_in_four_ways(executed):
    told = next(text for text in texts(executed["did-the-targets-come-true"]) if text.startswith("The status ran"))
    statuses = re.search(r"\*\*(.+?)\*\*", told).group(1).split(" → ")
    assert len(statuses) == 4
    assert "Wrong direction" not in statuses


def test_the_conclusion_counts_what_the_tables_hold(executed):
    last = texts(executed["did-the-targets-come-true"])[-1]
    judged, kept, missed, due, settled, unmeasured, waiting = map(int, re.findall(r"\*\*(\d+)\*\*", last))
    assert kept + missed + unmeasured + waiting <= judged
    assert settled <= due <= judged


def test_the_forecast_beats_what_is_usual_and_its_band_holds_what_it_says(executed):
    told = next(text for text in texts(executed["how-good-is-the-chance"]) if text.startswith("Over"))
    _, _, brier, usual, covered = re.findall(r"\*\*([\d.,]+)%?\*\*", told)
    assert float(brier) < 0.147 < float(usual)
    assert 77 < float(covered) < 83
