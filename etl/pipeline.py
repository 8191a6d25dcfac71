"""The straight line: files → text → rows → records → tables → verdicts."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import sqlalchemy as sa

from etl.errors import Fault, InputFaults
from etl.extract import read_file
from etl.judge.generation import changed, verdict_rows
from etl.normalise.checks import check_rows
from etl.normalise.records import records
from etl.normalise.register import Register
from etl.normalise.revisions import Publications
from etl.normalise.rows import Row, read_rows, unread_kinds
from etl.report import read_frames, write_report
from etl.sheets import BY_NAME
from etl.store import load, query
from etl.store.frames import one_state
from etl.store.registered import registered

Track = Callable[[Iterable, str], Iterable]
Read = tuple[dict[Path, tuple[bytes, list[Row], list[Fault]]], list[Fault]]


@dataclass(frozen=True)
class Loaded:
    """What became of one file: its load, or the earlier load of the same bytes, and the rows added by table."""

    file_name: str
    load_id: int
    is_new: bool
    rows: dict[str, int]


@dataclass(frozen=True)
class Outcome:
    """What a call of `load_files` did: each file, what the checks let pass, and how many verdict rows were added."""

    files: list[Loaded]
    remarks: list[Fault]
    verdict_count: int


def plainly(items: Iterable, _description: str) -> Iterable:
    """Items as they come, without a progress bar."""
    return items


def load_files(
    engine: sa.Engine,
    paths: list[Path],
    by: str,
    *,
    at: datetime | None = None,
    dry_run: bool = False,
    track: Track = plainly,
) -> Outcome:
    """Reads, checks and loads the files together, in one transaction; with `dry_run` everything but the last step.

    Raises InputFaults with all faults of all files; then nothing is loaded. A file with the bytes of a live load is
    left as it is. All loads of one call bear the same time: `at` (UTC), else now.
    """
    read, sign = _extract(paths, track), load.signed(by, at)
    with load.writing(engine) as connection:
        outcome = _load(connection, read, sign, track)
        if dry_run:
            connection.rollback()
    return outcome


def load_within(connection: sa.Connection, paths: list[Path], by: str) -> Outcome:
    """As `load_files`, in a transaction for writing that is under way."""
    return _load(connection, _extract(paths, plainly), load.signed(by), plainly)


def _load(connection: sa.Connection, read: Read, sign: load.Signed, track: Track) -> Outcome:
    texts, broken = read
    fresh, known = _sort_out(connection, texts)
    accepted = _accept(connection, fresh, broken, sign.at.date())
    load.append_codes(connection, accepted)
    files = known + [_append(connection, item, sign) for item in track(accepted, "Loading")]
    verdicts = assess(connection, max(item.load_id for item in files if item.is_new)) if accepted else 0
    return Outcome(files, [remark for item in accepted for remark in item.remarks], verdicts)


def withdraw(engine: sa.Engine, load_id: int, reason: str, by: str, *, at: datetime | None = None) -> int:
    """Withdraws a load and works out the verdicts without it; returns the number of verdict rows added."""
    with load.writing(engine) as connection:
        return assess(connection, load.withdraw(connection, load_id, reason, load.signed(by, at)))


def report(engine: sa.Engine, out: Path, as_of: date, *, lang: str, policy: str | None = None) -> None:
    """Writes the Excel report as known on the day, of all targets or of one policy's."""
    with one_state(engine):
        write_report(read_frames(engine, as_of), out, as_of, lang, policy)


def assess(connection: sa.Connection, load_id: int) -> int:
    """Works out all verdicts and appends the histories that have changed; returns the number of rows."""
    rows = changed(verdict_rows(connection), query.history(connection))
    load.append_assessments(connection, load_id, rows)
    return len(rows)


def _extract(paths: list[Path], track: Track) -> Read:
    """Bytes, rows and faults of each file that opens, and the faults of those that do not."""
    texts, broken = {}, []
    for path in track(paths, "Reading"):
        try:
            sheets = read_file(path)
        except InputFaults as error:
            broken += error.faults
            continue
        read = [read_rows(sheet) for sheet in sheets]
        rows = [row for found, _ in read for row in found]
        faults = [fault for _, found in read for fault in found]
        if not rows and not faults:
            faults.append(_no_rows(path))
        texts[path] = (path.read_bytes(), rows, faults)
    return texts, broken


def _no_rows(path: Path) -> Fault:
    mend = "Fill a sheet, or leave the file out."
    return Fault(path.name, "", "", "empty_file", "headers without a row below them", "at least one row", mend)


def _sort_out(connection: sa.Connection, texts: dict) -> tuple[dict, list[Loaded]]:
    """Files that are new to the tables, and those whose bytes a live load has."""
    fresh, known, seen = {}, [], set()
    for path, (content, rows, faults) in texts.items():
        candidate = load.Accepted(path.name, content, {}, [])
        earlier = load.earlier_load(connection, candidate.sha256)
        if earlier is not None:
            known.append(Loaded(path.name, earlier, False, {}))
        elif candidate.sha256 not in seen:
            seen.add(candidate.sha256)
            fresh[path] = (content, rows, faults)
    return fresh, known


def _accept(connection: sa.Connection, fresh: dict, broken: list[Fault], today: date) -> list[load.Accepted]:
    """The files with their records; raises all faults at once, those of files that do not open (`broken`) too."""
    before = registered(connection, today)
    register = deepcopy(before)
    rows = [row for _, found, _ in fresh.values() for row in found]
    register.add_all(rows)
    unread = set(BY_NAME) if broken else unread_kinds(fault for _, _, found in fresh.values() for fault in found)
    faults = broken + check_rows(rows, register, before, unread)
    made = {path: _records(own, register) for path, (_, own, _) in fresh.items()}
    observed = [record for tables, _ in made.values() for record in tables.get("observation", [])]
    publications = Publications(query.plain_rows(query.vintages(connection, query.EVER)), observed, today)
    accepted = []
    for path, (content, _, found) in fresh.items():
        tables, remarks = made[path]
        remarks = [*found, *remarks, *publications.remarks(path.name, tables.get("observation", []))]
        faults += [fault for fault in remarks if not fault.is_warning]
        accepted.append(load.Accepted(path.name, content, tables, [fault for fault in remarks if fault.is_warning]))
    if faults:
        raise InputFaults(sorted(faults))
    return accepted


def _records(rows: list[Row], register: Register) -> tuple[dict[str, list[dict]], list[Fault]]:
    """Records by table of those rows whose cells could be read, and the faults found in making them."""
    tables, faults = defaultdict(list), []
    for row in rows:
        if not row.faults:
            made, found = records(row, register)
            faults += found
            for table, record in made:
                tables[table].append(record)
    return tables, faults


def _append(connection: sa.Connection, accepted: load.Accepted, sign: load.Signed) -> Loaded:
    load_id = load.append(connection, accepted, sign)
    return Loaded(accepted.file_name, load_id, True, {table: len(rows) for table, rows in accepted.records.items()})
