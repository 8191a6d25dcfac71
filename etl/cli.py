"""The command line: load and withdraw files, read verdicts, write reports."""

import getpass
import json
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import sqlalchemy as sa
import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from etl import pipeline, status
from etl.changes import KEYS, change_rows
from etl.decide import decide
from etl.errors import CallError, DatabaseError, Fault, InputFaults, MilepostError, NoDatabase
from etl.store import query
from etl.store.database import DEFAULT_URL, ENVIRONMENT, open_database
from etl.store.frames import one_state
from etl.template import write_template
from etl.verify import verify
from etl.vocabulary import Cause, Choice, Method, Status

app = typer.Typer(
    name="milepost",
    help="Stated targets against observed fact: what a policy promised, by when, and how the numbers stand.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
FIRST = 5  # faults or remarks of a kind that are printed, unless all are asked for
UNFOLDED = 1000  # columns of a line that no terminal shows: in a file or pipe a table's row is one line
INTERRUPTED = 130
FORBIDDEN = ("42501", "25006")  # PostgreSQL's codes for a right that is missing and a database that is read only
out = Console(width=None if sys.stdout.isatty() else UNFOLDED)
err = Console(stderr=True, soft_wrap=True)


class Lang(StrEnum):
    """Languages of texts."""

    en = "en"
    zh = "zh"


class Form(StrEnum):
    """Forms in which rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


Db = Annotated[str | None, typer.Option("--db", help=f"Database URL. Default: ${ENVIRONMENT}, else {DEFAULT_URL}.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Day whose knowledge is used (2024-12-01). Default: today.")]
ByMethod = Annotated[
    Method | None, typer.Option("--method", help="Method of the verdicts; left out: each target's own.")
]
Printed = Annotated[Form, typer.Option("--format", help="How to print.")]
Language = Annotated[Lang, typer.Option("--lang", help="Language of names and sentences.")]
By = Annotated[str | None, typer.Option("--by", help="Who does it. Default: your user name.")]


def run(command: typer.Typer) -> None:
    """Runs a command line; a user's error is printed without a traceback and ends with its class's exit code."""
    try:
        command()
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            err.print("Stopped. Nothing half done stays in the database.")
        raise
    except MilepostError as error:
        err.print(f"[bold red]Error:[/] {_escaped(str(error))}", highlight=False)
        raise SystemExit(error.exit_code) from None
    except sa.exc.DatabaseError as error:
        is_forbidden = getattr(error.orig, "sqlstate", None) in FORBIDDEN
        if not (is_forbidden or isinstance(error, sa.exc.OperationalError)):
            raise
        reason = str(error.orig).strip().splitlines()[0]
        err.print(f"[bold red]Error:[/] the database cannot be used: {_escaped(reason)}.", highlight=False)
        raise SystemExit(DatabaseError.exit_code) from None


@app.command()
def load(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Workbooks (.xlsx, .xlsm, .ods) or .csv files.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, load nothing.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Print all faults and remarks, not only the first five of a kind.")
    ] = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Check files and load them together; nothing is loaded if one of them has a fault."""
    engine = _engine_for_load(db, dry_run)
    first = None if everything else FIRST
    try:
        outcome = pipeline.load_files(engine, files, _who(by), dry_run=dry_run, track=_track)
    except InputFaults as error:
        count = len(error.faults)
        err.print(f"[bold red]Nothing was loaded:[/] {count} {'fault' if count == 1 else 'faults'}.")
        _print_list(error.faults, first, "add --all")
        raise typer.Exit(error.exit_code) from None
    _print_loaded(outcome.files, dry_run)
    if outcome.remarks:
        err.print(f"\nLet pass, worth a look ({len(outcome.remarks)}):", highlight=False)
        _print_list(outcome.remarks, first, "add --all" if dry_run else f"milepost loads {_remarked(outcome)}")
    if outcome.verdict_count:
        out.print(f"{outcome.verdict_count} verdict rows worked out.", highlight=False)


def _print_loaded(files: list[pipeline.Loaded], dry_run: bool) -> None:
    for item in files:
        said = f"is loaded already (load {item.load_id}); nothing changed."
        if item.is_new:
            counts = ", ".join(f"{count} {table}" for table, count in item.rows.items())
            said = f"would be loaded: {counts}" if dry_run else f"is load {item.load_id}: {counts}"
        out.print(f"{item.file_name} {said}", highlight=False, markup=False, soft_wrap=True)


def _remarked(outcome: pipeline.Outcome) -> str:
    """Numbers of the loads that have remarks."""
    files = {remark.file for remark in outcome.remarks}
    return " ".join(str(item.load_id) for item in outcome.files if item.is_new and item.file_name in files)


@app.command()
def loads(
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="LOAD…", help="Show instead what the checks let pass in these loads.")
    ] = None,
    db: Db = None,
) -> None:
    """Show the journal: every file loaded or withdrawn, when and by whom."""
    engine = open_database(db)
    if numbers:
        _print_remarks(engine, numbers)
    else:
        _print_journal(engine)


def _print_remarks(engine: sa.Engine, numbers: list[int]) -> None:
    unknown = set(numbers) - set(query.loads(engine).load_id)
    if unknown:
        raise CallError(f"There is no load {min(unknown)}. See: milepost loads")
    fields = ("file_name", "sheet", "cell", "code", "found", "wanted")
    flags = [Fault(*(row[name] for name in fields), mend="") for row in query.plain_rows(query.flags(engine, numbers))]
    for flag in sorted(flags):
        out.print(str(flag).strip(), highlight=False, markup=False, soft_wrap=True)
    if not flags:
        out.print("The checks noticed nothing.")


def _print_journal(engine: sa.Engine) -> None:
    table = Table("Load", "File", "When (UTC)", "By", "Rows", "State", box=None)
    for row in query.plain_rows(query.loads(engine)):
        state = f"withdraws {int(row['withdraws'])}: {row['reason']}" if row["kind"] == "withdrawal" else "in force"
        state = "withdrawn" if row["is_withdrawn"] else state
        when = row["loaded_at"].strftime("%Y-%m-%d %H:%M")
        cells = (row["load_id"], row["file_name"] or "", when, row["loaded_by"], row["row_count"], state)
        table.add_row(*(_escaped(str(cell)) for cell in cells))
    out.print(table)


@app.command()
def withdraw(
    number: Annotated[int, typer.Argument(metavar="LOAD", help="Number of the load; see `milepost loads`.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it stays on record.")],
    by: By = None,
    db: Db = None,
) -> None:
    """Withdraw a load: its rows leave every view and stay in the history."""
    verdicts = pipeline.withdraw(open_database(db), number, reason, _who(by))
    out.print(f"Load {number} is withdrawn; {verdicts} verdict rows worked out.", highlight=False)


@app.command("decide")
def record_decision(
    choice: Annotated[Choice, typer.Argument(metavar="CHOICE", help="keep, rebase, split, reopen, drop or note.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it stays on record.")],
    series: Annotated[str | None, typer.Option("--series", help="Series whose basis changed.")] = None,
    basis: Annotated[str | None, typer.Option("--basis", help="The basis decided on.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="The basis it is compared with (keep, rebase).")] = None,
    factor: Annotated[float | None, typer.Option("--factor", help="What its values are multiplied by.")] = None,
    overlap: Annotated[str | None, typer.Option("--overlap", help="A period known on both, in place of it.")] = None,
    target: Annotated[str | None, typer.Option("--target", help="Target given up or remarked on.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Address of the evidence.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Day of the decision. Default: today.")] = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Record a decision on a changed basis or on a target; a later one on the same subject takes its place."""
    given = {"choice": choice, "reason": reason, "series_id": series, "basis": basis, "to_basis": to}
    given |= {"factor": factor, "overlap": overlap, "target_id": target, "url": url}
    outcome = decide(open_database(db), given, _who(by), _day(on, "--on"))
    out.print(f"Recorded as load {outcome.files[0].load_id}; {outcome.verdict_count} verdict rows worked out.")


@app.command("verify")
def verify_loads(db: Db = None) -> None:
    """Replay every load into an empty database and compare all tables row for row."""
    found = verify(open_database(db), _track)
    table = Table("Table", "Rows", "Replayed", box=None)
    for item in found:
        said = "the same" if item.is_same else f"{item.lacking} lacking, {item.beyond} beyond"
        table.add_row(item.table, f"{item.rows:,}", said)
    out.print(table)
    if not all(item.is_same for item in found):
        raise MilepostError("The tables are not what the loads make: something else has written to the database.")


@app.command("status")
def show_status(
    targets: Annotated[list[str] | None, typer.Argument(metavar="TARGET…", help="Codes or slugs; none: all.")] = None,
    as_of: AsOf = None,
    method: ByMethod = None,
    lang: Language = Lang.en,
    form: Printed = Form.table,
    db: Db = None,
) -> None:
    """Show where targets stand, as known on a day."""
    engine, day = open_database(db), _day(as_of)
    with one_state(engine):
        frame = query.status(engine, day, method)
    rows = status.status_rows(_chosen(frame, targets or []), lang)
    if frame.empty:
        _say_from_when(engine, day)
    if form is Form.json:
        _print_json(rows)
    elif form is Form.csv:
        sys.stdout.write(status.as_csv(rows))
    else:
        _print_status(rows, lang)


def _say_from_when(engine: sa.Engine, day: date) -> None:
    """Says that no target was known on the day, and from which day on one was."""
    versions = query.target_versions(engine)
    first = "No target is loaded." if versions.empty else f"The first target was stated on {versions.stated_on.min()}."
    err.print(f"Nothing was known on {day}. {first}", highlight=False, markup=False)


@app.command("changes")
def show_changes(
    since: Annotated[str, typer.Option("--since", help="Day after which verdicts moved (2024-12-01).")],
    as_of: AsOf = None,
    method: ByMethod = None,
    lang: Language = Lang.en,
    form: Printed = Form.table,
    db: Db = None,
) -> None:
    """Show which verdicts moved between two days, and why."""
    first, last = _day(since, "--since"), _day(as_of)
    if first >= last:
        raise CallError(f"--since wants a day before {last}, not {first}.")
    engine = open_database(db)
    with one_state(engine):
        rows = change_rows(engine, first, last, method, lang)
    if not rows:
        err.print(f"No verdict moved after {first} up to {last}.", highlight=False, markup=False)
    if form is Form.json:
        _print_json([{key: status.plain(value) for key, value in row.items()} for row in rows])
    elif form is Form.csv:
        sys.stdout.write(status.as_csv(rows, KEYS))
    else:
        _print_changes(rows, lang)


@app.command()
def report(
    file: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="Workbook to write.")],
    as_of: AsOf = None,
    policy: Annotated[str | None, typer.Option("--policy", help="Only the targets of this document.")] = None,
    lang: Language = Lang.en,
    db: Db = None,
) -> None:
    """Write the Excel report: scoreboard, notices, targets, figures, a chart for each target with data, sources."""
    pipeline.report(open_database(db), _workbook(file), _day(as_of), lang=lang.value, policy=policy)
    out.print(f"Written: {file}", highlight=False, markup=False)


@app.command()
def template(
    file: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="Workbook to write.")],
    lang: Annotated[Lang, typer.Option("--lang", help="Language of the explanations.")] = Lang.en,
) -> None:
    """Write an empty workbook with headers, notes and drop-downs."""
    write_template(_workbook(file), lang.value)
    out.print(f"Written: {file}", highlight=False, markup=False)


def _engine_for_load(db: str | None, dry_run: bool) -> sa.Engine:
    """The database to load into, made if need be; a dry run makes none and checks against an empty one in memory."""
    try:
        return open_database(db, create=not dry_run)
    except NoDatabase:
        return open_database("sqlite://", create=True)


def _who(by: str | None) -> str:
    """The name given, else the user's. CallError where the system knows none, as in some containers."""
    try:
        return by or getpass.getuser()
    except (KeyError, OSError):
        raise CallError("The system has no name for you. Say who does it: --by NAME.") from None


def _track(items: Iterable, description: str) -> Iterable:
    return track(items, description=description, console=err, transient=True, disable=not err.is_terminal)


def _day(written: str | None, option: str = "--as-of") -> date:
    if written is None:
        return date.today()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise CallError(f"{option} wants a day such as 2024-12-01, not '{written}'.") from None


def _workbook(file: Path) -> Path:
    if file.suffix.lower() != ".xlsx":
        raise CallError(f"The workbook's name must end in .xlsx, not '{file.name}'.")
    if not file.resolve().parent.is_dir():
        raise CallError(f"The folder {file.resolve().parent} does not exist.")
    return file


def _chosen(frame, targets: list[str]):
    """Rows of the targets named by code or slug; CallError for a name that fits none."""
    unknown = [name for name in targets if name not in {*frame.target_id, *frame.slug}]
    if unknown:
        raise CallError(f"No target {', '.join(unknown)} was known on that day. See all with: milepost status")
    return frame[frame.target_id.isin(targets) | frame.slug.isin(targets)] if targets else frame


def _print_status(rows: list[dict], lang: Lang) -> None:
    table = Table("Target", "Name", "Status", "In words", box=None, pad_edge=False)
    for row in rows:
        word = Status(row["status"]).label(lang)
        table.add_row(*(_escaped(text) for text in (row["target_id"], row["name"], word, row["sentence"])))
    out.print(table)


def _print_changes(rows: list[dict], lang: Lang) -> None:
    table = Table("Day", "Target", "Name", "Before", "After", "Cause", "In words", box=None, pad_edge=False)
    for row in rows:
        before = Status(row["status_before"]).label(lang) if row["status_before"] else ""
        words = (before, Status(row["status_after"]).label(lang), Cause(row["cause"]).label(lang))
        cells = (row["day"].isoformat(), row["target_id"], row["name"], *words, row["sentence"])
        table.add_row(*(_escaped(text) for text in cells))
    out.print(table)


def _print_json(rows: list[dict]) -> None:
    sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def _print_list(faults: list[Fault], first: int | None, see_all: str) -> None:
    """Prints the faults, of each kind the first ones, and how the others are seen."""
    seen = Counter()
    for fault in faults:
        seen[fault.code] += 1
        if first is None or seen[fault.code] <= first:
            err.print(fault.place, style="bold", highlight=False, markup=False)
            err.print(f"  found {fault.found}; wanted {fault.wanted}. {fault.mend}", highlight=False, markup=False)
    more = {code: count - first for code, count in seen.items() if first and count > first}
    for code, count in more.items():
        err.print(f"… and {count} more of the kind '{code.replace('_', ' ')}'.", highlight=False, markup=False)
    if more:
        err.print(f"To see all: {see_all}", highlight=False, markup=False)


def _escaped(text: str) -> str:
    return text.replace("[", "\\[")
