"""Writes the reference pages of docs/ from the code; with `--check` it only says which have drifted, and exits 1."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import typer

from app.cli import app as command_line
from docs import forecast, markdown
from etl import changes, status
from etl.judge.methods import METHODS, Classed
from etl.report.guide import explained
from etl.sheets import SHEETS, Column
from etl.store.schema import metadata
from etl.vocabulary import FAMILY_OF, Badge, Cause, Choice, Coded, Finding, Obstacle, Reason, Status

FOLDER = Path(__file__).parent
MADE = "<!-- Written by `make docs` from the code; edit the code instead. -->"


def pages() -> dict[str, str]:
    """Text of each generated page, by file name."""
    return {
        "sheets.md": _page("Sheets of a workbook", _SHEETS, _sheets()),
        "tables.md": _page("Tables", _TABLES, _tables()),
        "command-line.md": _page("Command line", _COMMANDS, [*_commands(), *_status_keys(), *_change_keys()]),
        "method.md": _page("Method", _METHOD, [*_methods(), *_codes()]),
        "forecast.md": _page("Forecast", forecast.INTRO, forecast.parts()),
        "notices.md": _page("Notices", _NOTICES, _notices()),
    }


_SHEETS = (
    "A workbook holds any of these sheets, in any order. A sheet's name is one of the names below, alone or followed "
    "by a blank and anything: `observations`, `observations vehicles`, `by year robots`. Sheets and columns whose name "
    "begins with `_` and rows that begin with `#` are left out, and so are rows above the header. A CSV file is one "
    "sheet, named like the file. `milepost template OUT.xlsx` writes an empty workbook."
)
_TABLES = (
    "SQLite and PostgreSQL hold the same tables. Rows are appended and never changed; each knows its load, sheet and "
    "row. Read them with `etl.store.query`, where every reader takes an as-of day."
)
_COMMANDS = (
    "`--db` or the environment variable `MILEPOST_DB` names the database, any SQLAlchemy URL; the default is a SQLite "
    "file under `data/`. Exit codes: 0 done · 2 wrong call · 3 the input has faults, nothing was loaded · 4 the "
    "database cannot be reached · 130 stopped by Ctrl-C."
)
_METHOD = (
    "How a target is judged. Times are decimal years at the end of a period; comparisons with a cut-off use a "
    "tolerance of 1e-9. Symbols: b the baseline's value at t0; y the latest value at t; T the target at the deadline "
    "tD; d = 1 where an increase is wanted, else −1. Each method has classes of its own, best first, and "
    "where it knows a target they are read on Milepost's scale. The first of the reasons below that holds decides, in "
    "the order of the list."
)

_NOTICES = (
    "What Milepost says beside the verdicts: why one moved, what does not add up, what is late, which revisions stand "
    "out, and what analysts decided. Everything is as known on the day that is asked for. `milepost changes` prints "
    "the verdicts that moved; the report has a sheet for each kind of notice."
)
_DECISIONS = """## Decisions

Where the newest figure stands on another basis than its target, the verdict is *basis changed* until somebody \
decides. A decision is a row of the sheet `decisions`, in a workbook or made by `milepost decide`; it has a day, a \
person and a reason and is never deleted. It holds from its day on: on earlier days the verdict is what it was. Of \
one basis of a series the latest decision up to the day holds, so that another one takes its place and `reopen` \
takes it back. Verdicts that rest on one bear the badge *by decision*.

    milepost decide split --series robot_density_cn --basis "NBS employment 2026" \\
        --reason "The publisher gives no way to convert" --by "Li Wei"
"""


def _page(title: str, intro: str, parts: Iterable[str]) -> str:
    return "\n\n".join([f"# {title}", MADE, intro, *parts]) + "\n"


def _sheets() -> Iterable[str]:
    for sheet in SHEETS:
        across = "\n\nFurther columns are periods: `2023`, `2024`, `2025-Q1` …" if sheet.has_period_columns else ""
        rows = [(f"`{c.name}`", "yes" if c.required else "", _reads(c), c.note) for c in sheet.columns]
        yield f"## {sheet.name}\n\n{sheet.note}. Not twice in a file: {', '.join(sheet.key)}.{across}"
        yield markdown.table(("Column", "Required", "Reads", "What it holds"), rows)


def _reads(column: Column) -> str:
    if column.choice:
        return ", ".join(f"`{code}`" for code in column.choice)
    return f"{column.reads.value}, of sheet {column.refers}" if column.refers else column.reads.value


def _tables() -> Iterable[str]:
    for table in metadata.sorted_tables:
        rows = [(f"`{c.name}`", str(c.type).lower(), _key(c), c.comment) for c in table.columns]
        yield f"## {table.name}\n\n{table.comment}."
        yield markdown.table(("Column", "Type", "", "What it holds"), rows)


def _key(column) -> str:
    return "key" if column.primary_key else "" if column.nullable else "not null"


def _commands() -> Iterable[str]:
    group = typer.main.get_command(command_line)
    for name, command in group.commands.items():
        rows = [(f"`{_parameter(p)}`", getattr(p, "help", "") or "") for p in command.params if p.name != "help"]
        yield f"## milepost {name}\n\n{command.help}"
        yield markdown.table(("Argument or option", "What it does"), rows)


def _parameter(parameter) -> str:
    if parameter.param_type_name == "argument":
        return parameter.metavar or parameter.name.upper()
    if parameter.is_flag:
        return parameter.opts[0]
    codes = parameter.type_descriptor.annotation
    return f"{parameter.opts[0]} {'|'.join(codes) if issubclass(codes, StrEnum) else '…'}"


def _status_keys() -> Iterable[str]:
    yield (
        "## Rows of status\n\n`milepost status --format json` prints one object a target with exactly these keys. "
        "Dates are ISO; per cent is 47.9 and not 0.479; shares are 0 to 1; what is absent is null."
    )
    yield markdown.table(("Key", "What it holds"), ((f"`{key}`", note) for key, note in status.KEYS.items()))


def _change_keys() -> Iterable[str]:
    yield (
        "## Rows of changes\n\n`milepost changes --format json` prints one object a verdict that moved, the latest "
        "first, with exactly these keys. A verdict moves when its status does. A promise that several documents state "
        "moves in each of them; `same_as` tells which."
    )
    yield markdown.table(("Key", "What it holds"), ((f"`{key}`", note) for key, note in changes.KEYS.items()))


def _methods() -> Iterable[str]:
    for method in METHODS.values():
        yield f"## {method.id.label('en')} (`{method.id}`, {method.id.label('zh')})\n\n{method.rule('en')}"
        yield _classed(method.measure("en"), method.classes)
        if method.beside is not None:
            yield _classed(method.beside.name.label("en"), method.beside.classes)
        yield f"Needs: {method.needs('en')}"
        yield f"Source: {method.source}. {method.reading('en')}"


def _classed(measure: str, classes: tuple[Classed, ...]) -> str:
    """Classes, best first; the last column only where the method says something of a target."""
    by = f"By {measure}"
    if classes[0].status is None:
        rows = ((one.cut_off("en"), one.name.label("en"), one.name.label("zh")) for one in classes)
        return markdown.table((by, "Class", "Chinese"), rows)
    rows = ((one.cut_off("en"), one.name.label("en"), one.name.label("zh"), one.status.label("en")) for one in classes)
    return markdown.table((by, "Class", "Chinese", "On Milepost's scale"), rows)


def _codes() -> Iterable[str]:
    yield "## Statuses"
    yield markdown.table(
        ("Code", "English", "Chinese", "Family"),
        ((f"`{s}`", s.label("en"), s.label("zh"), FAMILY_OF[s].label("en")) for s in Status),
    )
    yield "## Reasons"
    yield markdown.table(("Code", "English", "Chinese"), ((f"`{r}`", r.label("en"), r.label("zh")) for r in Reason))
    yield "## What stands against a method"
    yield markdown.table(("Code", "English", "Chinese"), ((f"`{o}`", o.label("en"), o.label("zh")) for o in Obstacle))
    yield "## Badges"
    yield markdown.table(("Code", "English", "Chinese"), ((f"`{b}`", b.label("en"), b.label("zh")) for b in Badge))


def _notices() -> Iterable[str]:
    yield "## Causes\n\nA verdict moves when its status does. The first of these that holds is the cause."
    yield _ruled(Cause, "causes", "When")
    yield "## Findings\n\nThey are remarks on promises and figures; no verdict rests on them."
    yield _ruled(Finding, "findings", "When")
    yield f"## Revisions\n\n{explained('shared', 'en')['revisions']}"
    yield _DECISIONS.rstrip()
    yield _ruled(Choice, "choices", "What it does")


def _ruled(codes: type[Coded], part: str, header: str) -> str:
    """Every code of a vocabulary with its words and its rule, in the order of the rules."""
    told = explained(part, "en").items()
    rows = ((f"`{code}`", codes(code).label("en"), codes(code).label("zh"), rule) for code, rule in told)
    return markdown.table(("Code", "English", "Chinese", header), rows)


def main() -> None:
    """Writes the pages, or checks them."""
    if "--check" not in sys.argv:
        for name, text in pages().items():
            (FOLDER / name).write_text(text, encoding="utf-8")
        return
    drifted = [name for name, text in pages().items() if (FOLDER / name).read_text(encoding="utf-8") != text]
    if drifted:
        sys.exit(f"Drifted from the code: {', '.join(drifted)}. Write them anew with: make docs")


if __name__ == "__main__":
    main()
