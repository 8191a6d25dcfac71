"""A decision given on the command line, as a file of its own: it is checked, journalled and replayed like any other."""

import csv
from collections.abc import Mapping
from datetime import date
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from etl import pipeline
from etl.sheets import BY_NAME
from etl.store import load, query


def decide(engine: sa.Engine, given: Mapping[str, object], by: str, on: date) -> pipeline.Outcome:
    """Records a decision; `given` has cells of the sheet `decisions` by column, without its code, day and person.

    Raises InputFaults where a cell is missing or wrong; then nothing is recorded.
    """
    with load.writing(engine) as connection, TemporaryDirectory() as folder:
        code = _code(connection, given, on)
        path = Path(folder) / f"decisions-{''.join(letter if letter.isalnum() else '-' for letter in code)}.csv"
        _write(path, {**given, "decision_id": code, "decided_on": on.isoformat(), "decided_by": by})
        return pipeline.load_within(connection, [path], by)


def _code(connection: sa.Connection, given: Mapping[str, object], on: date) -> str:
    """A code of its own for each decision: the second of its kind on a subject and day ends in -2, and so on."""
    subject = given.get("series_id") or given.get("target_id") or "none"
    code = f"{subject}-{given['choice']}-{on.isoformat()}"
    taken = set(query.decisions(connection, query.EVER).decision_id)
    further = (f"{code}-{number}" for number in count(2))
    return next(one for one in chain([code], further) if one not in taken)


def _write(path: Path, cells: Mapping[str, object]) -> None:
    names = BY_NAME["decisions"].names
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerow(["" if cells.get(name) is None else str(cells[name]) for name in names])
