"""The report as a whole: which sheets it has, in which order, from which rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from etl.errors import CallError
from etl.report.book import Book, Field, sheet_names
from etl.report.cover import LISTED, CoverPart, write_cover
from etl.report.frames import ReportFrames, chosen_rows, leads, named, policy_row
from etl.report.movements import change_fields, change_rows, revision_fields, revision_rows
from etl.report.notices import (
    decision_fields,
    decision_rows,
    docket_fields,
    docket_rows,
    finding_fields,
    finding_rows,
    rival_fields,
    rival_rows,
)
from etl.report.registers import write_methods, write_observations, write_sources, write_targets
from etl.report.scoreboard import colour_marks, write_scoreboard
from etl.report.target import TargetPart, write_target_sheet
from etl.report.text import Text
from etl.store.query import plain_rows

NOTICES: dict[str, Callable[[Text, Mapping[str, str]], list[Field]]] = {
    "docket": docket_fields,
    "changes": change_fields,
    "findings": finding_fields,
    "rivals": rival_fields,
    "revisions": revision_fields,
    "decisions": decision_fields,
}
MARKED = {"docket": "status", "changes": "after"}  # sheets with a symbol, and the column that gives its colour
NAMED = {"docket": 4, "changes": 2, "findings": 2, "revisions": 2, "decisions": 2}
"""First columns that tell what a row is about, where that is more than the first."""
FIXED = ("cover", *LISTED)


def write_report(
    frames: ReportFrames,
    out: Path,
    as_of: date,
    lang: str,
    policy: str | None = None,
    *,
    target_ids: Sequence[str] | None = None,
    words: Sequence[str] = (),
) -> None:
    """Writes the workbook of all targets, of one policy's, or of those given, as known on `as_of`, in `lang` ("en" or
    "zh").

    The cover bears the policy's name where one is given, and the `words` by which targets were chosen.
    Sheets: the cover, those that it lists, and one for each target that has figures. A list of notices that is empty
    has no sheet. A promise told twice stands once on the scoreboard. The same inputs give the same file. Raises
    CallError for an unknown policy or a place that cannot be written to.
    """
    rows = chosen_rows(frames, policy, target_ids)
    shown = leads(rows)
    document = None if policy is None else policy_row(frames, policy)
    scope = _scope(None if document is None and target_ids is None else len(shown), words, Text(lang))
    frames = frames if policy is None and target_ids is None else _of_series(frames, rows)
    book = Book(Text(lang), as_of)
    parts = {part.row["target_id"]: part for part in target_parts(frames, shown, lang) if part.observations}
    names = _names_of(parts, book)
    notices = notice_rows(frames, shown, as_of)
    empty = [key for key, found in notices.items() if not found]
    write_cover(book, CoverPart(scope, document, shown, len(rows) - len(shown), len(parts), empty))
    write_scoreboard(book, shown, names)
    for key in ("docket", "changes", "findings", "rivals"):
        write_notices(book, key, notices[key], names)
    write_targets(book, rows)
    write_observations(book, frames)
    for key in ("revisions", "decisions"):
        write_notices(book, key, notices[key], names)
    write_sources(book, rows, plain_rows(frames.observations))
    write_methods(book)
    for target_id, part in parts.items():
        write_target_sheet(book, names[target_id], part)
    book.save(out)


def write_lists(frames: ReportFrames, out: Path, as_of: date, lang: str, lists: Mapping[str, Sequence[str]]) -> None:
    """Writes a workbook of lists, each with the ids of the targets it is about, in their order; their sources; methods.

    A list is one of notices by its key, which has no sheet where it is empty, or "coming": where targets stand whose
    deadline is yet to come. Raises CallError for a place that cannot be written to.
    """
    book, by_id = Book(Text(lang), as_of), {row["target_id"]: row for row in plain_rows(frames.status)}
    for key, target_ids in lists.items():
        rows = [by_id[target_id] for target_id in target_ids]
        if key == "coming":
            write_scoreboard(book, rows, {}, key)
        else:
            write_notices(book, key, notice_rows(frames, rows, as_of, [key])[key], {})
    told = [by_id[target_id] for target_id in dict.fromkeys(chain(*lists.values()))]
    write_sources(book, told, plain_rows(_of_series(frames, told).observations))
    write_methods(book)
    book.save(out)


def write_target(frames: ReportFrames, target_id: str, out: Path, as_of: date, lang: str) -> None:
    """Writes one target's workbook: its sheet, its sources and the methods. Raises CallError for an unknown target."""
    rows = [row for row in plain_rows(frames.status) if row["target_id"] == target_id]
    if not rows:
        raise CallError(f"There is no target {target_id!r} on this day.")
    book = Book(Text(lang), as_of)
    part = target_parts(frames, rows, lang)[0]
    write_target_sheet(book, _names_of({target_id: part}, book)[target_id], part, back=False)
    write_sources(book, rows, part.observations)
    write_methods(book)
    book.save(out)


def notice_rows(
    frames: ReportFrames, rows: Sequence[dict], as_of: date, keys: Iterable[str] = NOTICES
) -> dict[str, list[dict]]:
    """Rows of lists of notices about the targets of these status rows, by the keys of their sheets."""
    notices, targets = frames.notices, {row["target_id"]: row for row in rows}
    series = {row["series_id"]: row for row in plain_rows(frames.series)}
    policies = {row["policy_id"]: row for row in plain_rows(frames.policies)}
    made: dict[str, Callable[[], list[dict]]] = {
        "docket": lambda: docket_rows(rows, notices.decisions, as_of),
        "changes": lambda: change_rows(notices.moves, targets),
        "findings": lambda: finding_rows(notices.findings, targets, policies),
        "rivals": lambda: rival_rows(notices.rivals, notices.roles, targets, series),
        "revisions": lambda: revision_rows(plain_rows(frames.vintages), series),
        "decisions": lambda: decision_rows(notices.decisions, targets, series, as_of),
    }
    return {key: made[key]() for key in keys}


def write_notices(book: Book, key: str, rows: Sequence[dict], sheets: Mapping[str, str]) -> None:
    """Writes the sheet of a list of notices, if it has any. `sheets` names the sheet of each target that has one."""
    if not rows:
        return
    columns = NOTICES[key](book.text, sheets)
    sheet = book.table_sheet(book.text(f"sheet.{key}"), key.title(), columns, rows, NAMED.get(key, 1))
    headers = [column.header for column in columns]
    words = MARKED.get(key)
    if words:
        places = headers.index(book.text("mark")), headers.index(book.text(words))
        colour_marks(book, sheet, len(rows), places)


def target_parts(frames: ReportFrames, rows: Sequence[dict], lang: str) -> list[TargetPart]:
    """What each target's sheet shows, in the order of the rows."""
    figures, steps, bases = defaultdict(list), defaultdict(list), defaultdict(dict)
    for row in plain_rows(frames.observations):
        figures[row["series_id"]].append(row)
    for row in plain_rows(frames.milestones):
        steps[row["target_id"]].append((row["deadline"], row["value"]))
    for row in plain_rows(frames.bases):
        bases[row["series_id"]][row["basis"]] = named(row, "description", lang)
    return [
        TargetPart(
            row,
            figures[row["series_id"]],
            steps[row["target_id"]],
            bases[row["series_id"]],
            frames.aheads.get(row["target_id"]),
            frames.panel.get(row["target_id"], ()),
        )
        for row in rows
    ]


def _scope(count: int | None, words: Sequence[str], text: Text) -> str:
    """How many targets the report is about (None: all there are), and the words by which they were chosen."""
    if count is None:
        return text("all_policies")
    chosen = text("list.separator").join(words)
    return text.counted("chosen_by", count, words=chosen) if chosen else text.counted("targets", count)


def _names_of(parts: dict[str, TargetPart], book: Book) -> dict[str, str]:
    """Sheet names by target: the slugs, made unique."""
    slugs = {target_id: part.row["slug"] for target_id, part in parts.items()}
    names = sheet_names(slugs.values(), (book.text(f"sheet.{key}") for key in FIXED))
    return {target_id: names[slug] for target_id, slug in slugs.items()}


def _of_series(frames: ReportFrames, rows: Sequence[dict]) -> ReportFrames:
    """The frames with the figures of those rows' series only."""
    wanted = {row["series_id"] for row in rows}
    kept = {
        name: getattr(frames, name)[getattr(frames, name).series_id.isin(wanted)]
        for name in ("observations", "vintages")
    }
    return ReportFrames(**(vars(frames) | kept))
