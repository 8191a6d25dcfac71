"""The sheets that list: targets as stated, observations as known, sources, methods."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from xlsxwriter.worksheet import Worksheet

from etl.report.book import Book, Field
from etl.report.fields import badge_words, fields, word, yes_no
from etl.report.frames import ReportFrames, named, unit_of
from etl.report.marks import MARKS
from etl.report.methods import method_rows
from etl.report.text import Text
from etl.store.query import plain_rows
from etl.vocabulary import Comparator, Firmness, Flag, Grade, Kind, Qualifier, Status, TextStatus


def write_targets(book: Book, rows: Sequence[dict]) -> Worksheet:
    """Every target as its document states it, also those told twice; without the verdict's figures."""
    text, lang = book.text, book.text.lang
    columns = fields(
        text,
        ("target_id", 9, "text", "target_id"),
        ("name", 32, "wrap", lambda row: named(row, "name", lang)),
        ("statement", 60, "wrap", lambda row: named(row, "statement", lang)),
        ("stated", 18, "wrap", "stated"),
        ("kind", 20, "wrap", lambda row: word(Kind, row["kind"], text)),
        ("comparator", 11, "text", lambda row: word(Comparator, row["comparator"], text)),
        ("target_value", 12, "number", "target_value"),
        ("target_high", 10, "number", "target_high"),
        ("unit", 26, "wrap", lambda row: unit_of(row, lang)),
        ("derived", 16, "text", lambda row: yes_no(row["target_is_derived"], text)),
        ("expression", 16, "wrap", "expression"),
        ("baseline", 12, "number", "baseline_value"),
        ("baseline_period", 10, "text", "baseline_period"),
        ("deadline", 11, "text", "deadline"),
        ("scope", 28, "wrap", lambda row: named(row, "scope", lang)),
        ("firmness", 13, "text", lambda row: word(Firmness, row["firmness"], text)),
        ("text_status", 12, "text", lambda row: word(TextStatus, row["text_status"], text)),
        ("badges_column", 22, "wrap", lambda row: badge_words(row, text)),
        ("sector", 26, "wrap", lambda row: named(row, "sector", lang)),
        ("document", 40, "wrap", lambda row: named(row, "policy_name", lang)),
        ("bodies", 60, "wrap", lambda row: _bodies(row, text)),
        ("issued", 11, "text", "issued"),
        ("source", 30, "wrap", "source"),
        ("via", 20, "wrap", "via"),
        ("url", 50, "url", "url"),
        ("grade", 14, "text", lambda row: word(Grade, row["grade"], text)),
        ("note", 30, "wrap", lambda row: _note(row, text)),
        ("same_as", 10, "text", "same_as"),
        ("slug", 24, "text", "slug"),
    )
    return book.table_sheet(text("sheet.targets"), "Targets", columns, rows, named=2)


def observation_fields(text: Text) -> list[Field]:
    """Columns of a figure: period, value and how it was written, where it was read, and the cell it came from."""
    lang = text.lang
    return fields(
        text,
        ("period", 11, "text", "period"),
        ("period_end", 11, "text", "period_end"),
        ("value", 14, "number", "value"),
        ("high", 11, "number", "high"),
        ("qualifier", 11, "text", lambda row: word(Qualifier, row["qualifier"], text)),
        ("unit", 26, "wrap", lambda row: unit_of(row, lang)),
        ("written", 16, "text", "value_as_written"),
        ("basis", 20, "wrap", "basis"),
        ("decides", 9, "text", lambda row: yes_no(row["decides"], text)),
        ("published", 11, "text", "published_on"),
        ("publisher", 28, "wrap", lambda row: named(row, "publisher", lang)),
        ("via", 20, "wrap", "via"),
        ("source", 44, "wrap", "source"),
        ("url", 50, "url", "url"),
        ("grade", 14, "text", lambda row: word(Grade, row["grade"], text)),
        ("flag", 12, "text", lambda row: word(Flag, row["flag"], text)),
        ("note", 30, "wrap", lambda row: _note(row, text)),
        ("load", 7, "number", "load_id"),
        ("file", 20, "wrap", "file_name"),
        ("sheet", 14, "text", "sheet"),
        ("cell", 7, "text", "cell"),
    )


def write_observations(book: Book, frames: ReportFrames) -> Worksheet:
    """Every publication known on the day, a row each; those that a later one replaced say so."""
    text = book.text
    about = {row["series_id"]: row for row in plain_rows(frames.series)}
    current = {_vintage(row) for row in plain_rows(frames.observations)}
    before = fields(
        text,
        ("series_id", 18, "text", "series_id"),
        ("series", 34, "wrap", lambda row: named(about[row["series_id"]], "name", text.lang)),
        ("area", 12, "text", lambda row: named(about[row["series_id"]], "area", text.lang)),
    )
    after = fields(text, ("in_force", 9, "text", lambda row: yes_no(_vintage(row) in current, text)))
    columns = [*before, *observation_fields(text), *after]
    return book.table_sheet(text("sheet.observations"), "Observations", columns, plain_rows(frames.vintages))


def _vintage(row: dict) -> tuple:
    return row["series_id"], row["period"], row["basis"], row["known_on"]


def write_sources(book: Book, targets: Iterable[dict], observations: Iterable[dict]) -> Worksheet:
    """Each publication once: its title and address, what it is used for, and how many figures it gives."""
    text = book.text
    columns = fields(
        text,
        ("publisher", 30, "wrap", "publisher"),
        ("via", 17, "wrap", "via"),
        ("source", 44, "wrap", "source"),
        ("url", 44, "url", "url"),
        ("grade", 14, "text", lambda row: word(Grade, row["grade"], text)),
        ("published_last", 12, "text", "last"),
        ("figures", 9, "number", "figures"),
        ("used_for", 30, "wrap", "used_for"),
    )
    return book.table_sheet(text("sheet.sources"), "Sources", columns, source_rows(targets, observations, text.lang))


def source_rows(targets: Iterable[dict], observations: Iterable[dict], lang: str) -> list[dict]:
    """One row a publication (title, address, outlet, publisher), sorted by them, with the codes it is used for."""
    uses: dict[tuple, list[dict]] = defaultdict(list)
    for row in targets:
        use = {"code": row["target_id"], "on": row["issued"], "figures": 0}
        uses[_source(row, _bodies(row, Text(lang)))].append(use)
    for row in observations:
        use = {"code": row["series_id"], "on": row["published_on"], "figures": 1}
        uses[_source(row, named(row, "publisher", lang))].append(use)
    return [_source_row(key, uses[key]) for key in sorted(uses) if key[2] or key[3]]


def _note(row: dict, text: Text) -> str | None:
    return (row["note_zh"] if text.lang == "zh" else None) or row["note"]


def _bodies(row: dict, text: Text) -> str:
    return named(row, "body_names", text.lang).replace("; ", text("list.separator"))


def _source(row: dict, publisher: str) -> tuple[str, str, str, str, str]:
    return publisher, row["via"] or "", row["source"] or "", row["url"] or "", row["grade"] or ""


def _source_row(key: tuple, used: list[dict]) -> dict:
    days = [row["on"] for row in used if row["on"] is not None]
    return dict(zip(("publisher", "via", "source", "url", "grade"), key, strict=True)) | {
        "last": max(days, default=None),
        "figures": sum(row["figures"] for row in used),
        "used_for": ", ".join(sorted({row["code"] for row in used})),
    }


def write_methods(book: Book) -> Worksheet:
    """Every method in words, with formulas and cut-offs; what statuses, causes, findings and decisions mean."""
    text = book.text
    rows = [
        {"topic": text("sheet.methods"), "item": text.topic(item), "text": words}
        for item, words in text.guide("shared").items()
    ]
    rows += method_rows(text)
    for code, words in text.guide("statuses").items():
        item = f"{MARKS[Status(code)].symbol} {Status(code).label(text.lang)}"
        rows.append({"topic": text("status"), "item": item, "text": words})
    for topic, part in (("cause", "causes"), ("finding", "findings"), ("decision", "choices")):
        rows += [
            {"topic": text(topic), "item": code.label(text.lang), "text": words}
            for code, words in text.guide(part).items()
        ]
    columns = fields(text, ("topic", 14, "text", "topic"), ("item", 32, "wrap", "item"), ("text", 110, "wrap", "text"))
    return book.table_sheet(text("sheet.methods"), "Methods", columns, rows)
