"""What is in the tables as known on a day, counted: for the page about the data. Knows no screen and no database."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app import promises
from etl.vocabulary import STRIP, Family, Grade, Reason, Status

AGES = (365, 730, 1096)
"""Upper ends, in days, of the classes of age; older ones are the last class."""

MISSING = (Reason.not_measured, Reason.only_proxies, Reason.none_yet)

Rows = Sequence[Mapping]


@dataclass(frozen=True)
class Inventory:
    """Counts of all that was known on a day, and its first and last publication day (None: nothing was published).

    `figures` are periods of series with a value in force; `publications` every value ever given for them; `areas` and
    `publishers` those of series with a figure; `graded` is by how a figure or a statement was read.
    """

    documents: int
    targets: int
    indicators: int
    series: int
    areas: int
    publishers: int
    figures: int
    publications: int
    first: date | None
    last: date | None
    graded: Mapping[str, Mapping[Grade, int]]
    ages: Sequence[int]
    undated: int
    missing: Mapping[Reason, Sequence[Mapping]]


def inventory(statuses: Rows, policies: Rows, series: Rows, published: Rows, as_of: date) -> Inventory:
    """The counts of rows of `Data.rows`, `policies`, `series` and `published` (by series, period, basis and day).

    By age and among what is missing a promise counts once.
    """
    in_force = list({(one["series_id"], one["period"], one["basis"]): one for one in published}.values())
    measured = {one["series_id"] for one in published}
    own = [one for one in series if one["series_id"] in measured]
    days = [one["published_on"] for one in published if one["published_on"]]
    promised = promises.fold(statuses)
    dated, undated = ages(promised, as_of)
    return Inventory(
        documents=len(policies),
        targets=len(statuses),
        indicators=len({one["indicator_id"] for one in own}),
        series=len(own),
        areas=len({one["area_id"] for one in own}),
        publishers=len({one["publisher_id"] for one in published}),
        figures=len(in_force),
        publications=len(published),
        first=min(days, default=None),
        last=max(days, default=None),
        graded={"figures": _grades(in_force), "targets": _grades(statuses)},
        ages=dated,
        undated=undated,
        missing=missing(promised),
    )


def _grades(rows: Rows) -> dict[Grade, int]:
    counts = Counter(one["grade"] for one in rows)
    return {grade: counts[grade] for grade in Grade}


def ages(statuses: Rows, as_of: date) -> tuple[list[int], int]:
    """How many judged targets have a latest figure published so long ago, by class of age; and how many an undated
    one."""
    rows = [one for one in statuses if one["family"] in STRIP and one["value"] is not None]
    days = [(as_of - one["published_on"]).days for one in rows if one["published_on"]]
    classes = Counter(sum(day > end for end in AGES) for day in days)
    return [classes[place] for place in range(len(AGES) + 1)], len(rows) - len(days)


def missing(statuses: Rows) -> dict[Reason, list[Mapping]]:
    """The targets with a number that have no figure, by why."""
    rows = [one for one in statuses if one["status"] == Status.no_data and one["family"] == Family.cannot_be_judged]
    return {reason: [one for one in rows if one["reason"] == reason] for reason in MISSING}
