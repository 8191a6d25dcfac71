"""A decision given on the command line, as a file of its own: it is checked, journalled and replayed like any other."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from etl import pipeline
from etl.sheets import BY_NAME


def decide(engine: sa.Engine, given: Mapping[str, object], by: str, on: date) -> pipeline.Outcome:
    """Records a decision; `given` has cells of the sheet `decisions` by column, without its code, day and person.

    Raises InputFaults where a cell is missing or wrong; then nothing is recorded.
    """
    subject = given.get("series_id") or given.get("target_id") or "none"
    code = f"{subject}-{given['choice']}-{on.isoformat()}"
    cells = {**given, "decision_id": code, "decided_on": on.isoformat(), "decided_by": by}
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"decisions-{''.join(letter if letter.isalnum() else '-' for letter in code)}.csv"
        _write(path, cells)
        return pipeline.load_files(engine, [path], by)


def _write(path: Path, cells: Mapping[str, object]) -> None:
    names = BY_NAME["decisions"].names
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerow(["" if cells.get(name) is None else str(cells[name]) for name in names])
