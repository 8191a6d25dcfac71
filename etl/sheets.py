"""What each sheet of an analysts' workbook holds: the one description behind check, template and docs."""

from dataclasses import dataclass
from enum import StrEnum

from etl.vocabulary import (
    Choice,
    Coded,
    Comparator,
    Firmness,
    Flag,
    Frequency,
    Grade,
    Kind,
    Link,
    Measured,
    Method,
    Role,
    TextStatus,
)


class Reads(StrEnum):
    """How the text of a column's cells is read."""

    code = "code"  # a short identifier
    codes = "codes"  # several identifiers, separated by semicolons
    text = "text"
    choice = "choice"  # one code of a vocabulary, or its English or Chinese label
    number = "number"  # a plain number, no qualifier
    quantity = "quantity"  # a number as published: "> 300", "~8.6 million", "3–5"
    statement = "statement"  # a target as stated: "more than 100", "double versus 2020"
    period = "period"  # "2024", "2025-Q1", "2026-01..08", "end of 2024"
    day = "day"  # a day, month or year; a month or year counts from its last day
    link = "link"


@dataclass(frozen=True)
class Column:
    """One column: its header, how its cells are read, and what it means."""

    name: str
    reads: Reads
    note: str
    required: bool = False
    choice: type[Coded] | None = None
    refers: str = ""  # the sheet whose key this code must name


@dataclass(frozen=True)
class Sheet:
    """One kind of sheet. `key` names the columns that may not repeat within a file."""

    name: str
    note: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    has_period_columns: bool = False

    def column(self, name: str) -> Column:
        """The column of that name. ValueError if there is none."""
        return self.columns[self.names.index(name)]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in their order."""
        return tuple(column.name for column in self.columns)


def _code(name: str, note: str, refers: str = "", required: bool = True) -> Column:
    return Column(name, Reads.code, note, required, refers=refers)


def _text(name: str, note: str, required: bool = False) -> Column:
    return Column(name, Reads.text, note, required)


def _choice(name: str, note: str, choice: type[Coded], required: bool = False) -> Column:
    return Column(name, Reads.choice, note, required, choice)


_NAMES = (_text("name_en", "English name", True), _text("name_zh", "Chinese name"))
_NOTE = _text("note", "Remarks")
_NOTES = (_NOTE, _text("note_zh", "The remarks in Chinese"))

_SOURCE = (
    _text("via", "Page or outlet on which it was read, where that is not the publisher's own"),
    _text("source", "Title of the page or document read"),
    Column("url", Reads.link, "Address of the page read"),
    _choice("grade", "How it was read: primary, secondary or disputed", Grade),
)

_PUBLICATION = (
    _text("unit", "Unit of the figures as published; empty: the indicator's own"),
    _code("basis", "Definition or denominator the figures stand on; empty: the series has one only", required=False),
    Column("published", Reads.day, "Day the figures were made known; a month or year counts from its last day"),
    _code("publisher", "Body that made it known; empty: the series' publisher", "bodies", required=False),
    *_SOURCE,
    _choice("flag", "Provisional, forecast, estimate or derived", Flag),
    *_NOTES,
)

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "bodies",
        "Public bodies that state targets, and publishers of figures",
        (_code("body_id", "Short code, such as MIIT"), *_NAMES, _NOTE),
        ("body_id",),
    ),
    Sheet(
        "policies",
        "Documents in which public bodies state targets",
        (
            _code("policy_id", "Short code, such as robot-plus-2023"),
            *_NAMES,
            _text("short_en", "Short English name for headings", True),
            _text("short_zh", "Short Chinese name for headings"),
            _text("number", "Official number of the document"),
            Column("issued", Reads.day, "Day of the document; its targets are known from then", True),
            _code(
                "succeeds", "Document of the period before, whose goals it should take up", "policies", required=False
            ),
            Column("bodies", Reads.codes, "Issuing bodies, the leading one first", True, refers="bodies"),
            *_SOURCE,
            *_NOTES,
        ),
        ("policy_id",),
    ),
    Sheet(
        "areas",
        "Countries, regions and the world",
        (_code("area_id", "Short code, such as CN"), *_NAMES, _NOTE),
        ("area_id",),
    ),
    Sheet(
        "sectors",
        "Fields of the economy by which targets are listed",
        (_code("sector_id", "Short code, such as robots"), *_NAMES, _NOTE),
        ("sector_id",),
    ),
    Sheet(
        "indicators",
        "Quantities with one definition and unit",
        (
            _code("indicator_id", "Short code, such as robot_density"),
            *_NAMES,
            _text("unit", "Unit of the indicator's values", True),
            _text("unit_zh", "The unit in Chinese"),
            _choice("measured", "stock: at a date; flow: over a whole period; growth: a yearly rate", Measured, True),
            Column("lower", Reads.number, "Smallest possible value, where there is one"),
            Column("upper", Reads.number, "Largest possible value, where there is one"),
            _text("definition", "What is counted, over what"),
        ),
        ("indicator_id",),
    ),
    Sheet(
        "series",
        "An indicator for one area by one originating publisher",
        (
            _code("series_id", "Short code, such as robot_density_cn"),
            _code("indicator_id", "Indicator of the series", "indicators"),
            _code("area_id", "Area of the series", "areas"),
            _code("publisher", "Body from which the figures come", "bodies"),
            *_NAMES,
            _choice("frequency", "Length of the periods that decide", Frequency, True),
            _text("scope_en", "What the figures cover, in English"),
            _text("scope_zh", "The same in Chinese"),
            Column("lag_days", Reads.number, "Days from a period's end to its figure, as announced; empty: by habit"),
            Column("discontinued", Reads.day, "Last day of a series that was ended"),
            _NOTE,
        ),
        ("series_id",),
    ),
    Sheet(
        "bases",
        "Definitions or denominators of a series between which values are not compared",
        (
            _code("series_id", "Series of the basis", "series"),
            _code("basis", "Short code, unique within the series"),
            _text("description_en", "What the basis is, in English", True),
            _text("description_zh", "The same in Chinese"),
        ),
        ("series_id", "basis"),
    ),
    Sheet(
        "targets",
        "Stated targets, one row a version of one target",
        (
            _code("target_id", "Short code, such as S01"),
            _code("slug", "Readable name for addresses, such as robot-density-492"),
            _code("policy_id", "Document that states it", "policies"),
            *_NAMES,
            _text("statement_en", "The claim in own words, in English", True),
            _text("statement_zh", "The same in Chinese"),
            _code("indicator_id", "Quantity the target is about; empty: no number", "indicators", required=False),
            _code("sector_id", "Sector under which it is listed; empty: none", "sectors", required=False),
            _choice("kind", "What is promised; empty: read from the statement", Kind),
            Column("stated", Reads.statement, 'The number as stated: "more than 100", "double versus 2020"'),
            _text("unit", "Unit of the stated number; empty: the indicator's own"),
            _choice("comparator", "How the number is meant; empty: read from the statement", Comparator),
            _text("expression", "The figure the document gives beside a relative target, as written"),
            Column("baseline", Reads.quantity, "Baseline value as stated"),
            Column("baseline_period", Reads.period, "Period of the baseline; for growth, the period before the span"),
            Column("deadline", Reads.period, "Period at whose end the target is due; empty: none set"),
            Column("tolerance", Reads.number, "For exact targets: allowed distance, in the unit"),
            _code("basis", "Basis the target is bound to; empty: that of its baseline", required=False),
            _text("scope_en", "Whom and what it covers, in English"),
            _text("scope_zh", "The same in Chinese"),
            _choice("firmness", "binding, expected, strives_for or unstated", Firmness),
            _choice("text_status", "final or draft", TextStatus),
            _choice("method", "Method that judges it unless the reader picks another; empty: linear-pace", Method),
            Column("stated_on", Reads.day, "Day of this version; empty: the day of the document"),
            *_SOURCE,
            *_NOTES,
        ),
        ("target_id", "stated_on"),
    ),
    Sheet(
        "target_series",
        "Which series measure a target; at most one of them is its headline",
        (
            _code("target_id", "Target", "targets"),
            _code("series_id", "Series", "series"),
            _choice(
                "role", "headline decides; a rival is another publisher's; a proxy measures something near", Role, True
            ),
            _text("note_en", "How the scopes compare, in English"),
            _text("note_zh", "The same in Chinese"),
        ),
        ("target_id", "series_id"),
    ),
    Sheet(
        "target_links",
        "How targets stand to each other",
        (
            _code("target_id", "Target", "targets"),
            _choice("link", "same_as, rival_reading, contributes_to, part_of or supersedes", Link, True),
            _code("other_id", "The other target; for same_as the one that leads", "targets"),
            _text("note_en", "Why, in English"),
            _text("note_zh", "The same in Chinese"),
        ),
        ("target_id", "link", "other_id"),
    ),
    Sheet(
        "milestones",
        "Values to be passed on the way to a target",
        (
            _code("target_id", "Target", "targets"),
            Column("deadline", Reads.period, "Period at whose end it is due", True),
            Column("stated", Reads.quantity, "Value in the target's unit", True),
            _NOTE,
        ),
        ("target_id", "deadline"),
    ),
    Sheet(
        "list_items",
        "Things a document lists by name",
        (
            _code("list_id", "Short code of the list, such as cic-2022"),
            Column("number", Reads.number, "Place in the list", True),
            _code("policy_id", "Document that lists it", "policies"),
            *_NAMES,
            _text("lead", "Leading firm or body"),
            _text("partners", "Others named"),
            _text("lead_zh", "The leading firm or body in Chinese"),
            _text("partners_zh", "The others in Chinese"),
            *_NOTES,
        ),
        ("list_id", "number"),
    ),
    Sheet(
        "events",
        "What happened: policy and company news",
        (
            _code("event_id", "Short code"),
            Column("day", Reads.day, "Day of the event", True),
            _text("kind", "policy or corporate", True),
            _text("headline_en", "What happened, in English", True),
            _text("headline_zh", "The same in Chinese"),
            _code("policy_id", "Document it belongs to", "policies", required=False),
            *_SOURCE,
            _NOTE,
        ),
        ("event_id",),
    ),
    Sheet(
        "decisions",
        "What analysts decided, one row a decision; of one basis the latest up to a day holds",
        (
            _code("decision_id", "Short code"),
            _choice("choice", "keep, rebase, split or reopen a basis; drop a target, or a note on it", Choice, True),
            _code("series_id", "Series whose basis changed", "series", required=False),
            _code("basis", "The basis decided on", required=False),
            _code("to_basis", "For keep and rebase: the basis it is compared with", required=False),
            Column("factor", Reads.number, "For rebase: what its values are multiplied by"),
            Column("overlap", Reads.period, "For rebase: a period known on both bases, in place of a factor"),
            _code("target_id", "For drop and note: the target", "targets", required=False),
            Column("decided_on", Reads.day, "Day of the decision; it holds from then", True),
            _text("decided_by", "Who decided", True),
            _text("reason", "Why; it stays on record", True),
            _text("reason_zh", "The same in Chinese"),
            Column("url", Reads.link, "Address of the evidence"),
        ),
        ("decision_id",),
    ),
    Sheet(
        "observations",
        "Figures as published, one a row",
        (
            _code("series_id", "Series", "series"),
            Column("period", Reads.period, "Period the figure is for", True),
            Column("value", Reads.quantity, 'The figure as published: "392", "> 300", "~30 (nearly 30)"', True),
            *_PUBLICATION,
        ),
        ("series_id", "period", "basis", "published"),
    ),
    Sheet(
        "by year",
        "Figures as published, one row a series, publication and basis; the periods stand across",
        (_code("series_id", "Series", "series"), *_PUBLICATION),
        ("series_id", "basis", "published"),
        has_period_columns=True,
    ),
)

BY_NAME = {sheet.name: sheet for sheet in SHEETS}
