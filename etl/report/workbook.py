"""The report as a whole: which sheets it has, in which order, from which rows."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from etl.errors import CallError
from etl.report.book import Book, sheet_names
from etl.report.cover import CoverPart, write_cover
from etl.report.frames import ReportFrames, chosen_rows, leads, named
from etl.report.registers import write_methods, write_observations, write_sources, write_targets
from etl.report.scoreboard import write_scoreboard
from etl.report.target import TargetPart, write_target_sheet
from etl.report.text import Text
from etl.store.query import plain_rows

FIXED = ("cover", "scoreboard", "targets", "observations", "sources", "methods")


def write_report(frames: ReportFrames, out: Path, as_of: date, lang: str, policy: str | None = None) -> None:
    """Writes the workbook of all targets, or of one policy's, as known on `as_of`, in `lang` ("en" or "zh").

    Sheets: cover, scoreboard, targets, observations, sources, methods, and one for each target that has figures. A
    promise told twice stands once on the scoreboard. The same inputs give the same file. Raises CallError for an
    unknown policy or a place that cannot be written to.
    """
    rows = chosen_rows(frames, policy)
    shown = leads(rows)
    frames = frames if policy is None else _of_series(frames, rows)
    book = Book(Text(lang), as_of)
    parts = {part.row["target_id"]: part for part in target_parts(frames, shown, lang) if part.observations}
    names = _names_of(parts, book)
    scope = _scope(frames, policy, book.text)
    write_cover(book, CoverPart(frames.method, scope, shown, len(rows) - len(shown), len(parts)))
    write_scoreboard(book, shown, names)
    write_targets(book, rows)
    write_observations(book, frames)
    write_sources(book, rows, plain_rows(frames.observations))
    write_methods(book)
    for target_id, part in parts.items():
        write_target_sheet(book, names[target_id], part)
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
        TargetPart(row, figures[row["series_id"]], steps[row["target_id"]], bases[row["series_id"]]) for row in rows
    ]


def _scope(frames: ReportFrames, policy: str | None, text: Text) -> str:
    if policy is None:
        return text("all_policies")
    (row,) = plain_rows(frames.policies[frames.policies.policy_id == policy])
    return named(row, "short", text.lang)


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
