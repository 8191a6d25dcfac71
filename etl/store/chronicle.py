"""Where targets stood on a day, of all that the tables say of all days.

The versions of targets and the verdicts on them are read once for each state of the tables and held in the order of
their days: another day is another place in the same lists.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from operator import itemgetter

import pandas as pd
import sqlalchemy as sa

from etl.store import schema
from etl.store.frames import Bind, by_code, frame_of_rows, kept, kept_of, plain_rows, rows_of
from etl.store.registers import (
    bases,
    bodies,
    first_stated,
    indicators,
    policies,
    sectors,
    series,
    target_links,
    target_versions,
)
from etl.store.verdicts import generation_rows
from etl.vocabulary import FAMILY_OF, Link, Method, Role

EVER = date.max

STATED = {"basis": "stated_basis", "value": "stated_value", "high": "stated_high"}
"""Columns of a target whose bare names are the verdict's own."""

NOT_TOLD = ("baseline_value", "baseline_period", "method")
UNIT = ("unit", "unit_zh", "measured")
SECTOR = ("sector_en", "sector_zh")
POLICY = {
    **{name: name for name in ("short_en", "short_zh", "issued", "bodies", "body_names_en", "body_names_zh")},
    "name_en": "policy_name_en", "name_zh": "policy_name_zh", "number": "policy_number", "url": "policy_url",
}  # fmt: skip
"""Columns of a document, and their names beside a target."""

NO_POLICY = dict.fromkeys(POLICY.values())
VERDICT = tuple(column.name for column in schema.assessment.c if column.name not in ("load_id", "role"))
PLACE = ("discontinued", "area_id", "area_en", "area_zh")
PUBLISHER = ("publisher_id", "publisher_en", "publisher_zh")
"""Who made the figure of a verdict known."""

NO_PUBLISHER = dict.fromkeys(PUBLISHER)

SOURCE = ("source_load_id", "source_sheet", "source_cell")
_order = itemgetter("target_id", "role", "series_id", "valid_from")
JUDGED = (*VERDICT, "series_role", "family", *PLACE, *PUBLISHER, "basis_en", "basis_zh")
SERIES = ("name_en", "name_zh", "publisher_en", "publisher_zh", "unit", "unit_zh")


@dataclass(frozen=True, slots=True)
class Version:
    """A target as it was stated from a day on, up to the day before `until` (None: for ever).

    `row` has what a status row says of it on any of these days.
    """

    stated_on: date
    until: date | None
    method: str
    row: dict


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts on a target by one method on one series, in the order of the days on which each took over."""

    days: Sequence[date]
    rows: Sequence[tuple]

    def on(self, day: date) -> tuple | None:
        """The verdict in force on a day, its values by JUDGED; None before the first."""
        place = bisect_right(self.days, day)
        return self.rows[place - 1] if place else None


Judged = Mapping[tuple[str, str], Sequence[Verdicts]]  # by target and role, each target's series in their order


def standing(
    bind: Bind, as_of: date, method: str | None = None, target_ids: Collection[str] | None = None
) -> list[dict]:
    """The rows of `status` as dicts of the caller's own, of all targets known on the day or of those given."""
    known, leads = _known(bind, as_of, target_ids), _leads(bind, as_of)
    rows = []
    for one, verdicts in _headlines(bind, known, method, target_ids):
        said = dict(zip(JUDGED, verdicts.on(as_of), strict=True))
        rows.append({**one.row, **said, "as_of": as_of, "same_as": leads.get(one.row["target_id"])})
    if any(row["issued"] and row["issued"] > as_of for row in rows):
        return _without_later_documents(rows, as_of)
    return rows


def stances(
    bind: Bind,
    as_of: date,
    method: str | None = None,
    target_ids: Collection[str] | None = None,
    *,
    columns: Iterable[str],
) -> list[dict]:
    """The rows of `standing` in some order, with a few of their columns: those of the target and its verdict."""
    places = {name: JUDGED.index(name) for name in columns if name in JUDGED}
    stated = [name for name in columns if name not in places and name != "same_as"]
    known, leads = _known(bind, as_of, target_ids), _leads(bind, as_of)
    rows = []
    for one, verdicts in _headlines(bind, known, method, target_ids):
        target, said = one.row, verdicts.on(as_of)
        row = {name: target[name] for name in stated} | {name: said[place] for name, place in places.items()}
        rows.append(row | {"same_as": leads.get(target["target_id"])})
    return rows


def status(bind: Bind, as_of: date, method: str | None = None) -> pd.DataFrame:
    """Where every target known on the day stood: one row a target, the newest documents' first.

    `method` is that of all verdicts; None: each target's own, as the register says.

    Columns: the keys of the command line's contract (without the sentence), the names and units in both languages,
    the statement, the document and the other inputs of the verdict. Shares are 0 to 1, per cents 47.9.
    """
    stated = [STATED.get(one.name, one.name) for one in schema.target.c if one.name not in NOT_TOLD]
    columns = dict.fromkeys([*stated, *UNIT, *SECTOR, *NO_POLICY, *JUDGED, "as_of", "same_as"])
    return frame_of_rows(standing(bind, as_of, method), columns)


def rivals(
    bind: Bind, as_of: date, method: str | None = None, target_ids: Collection[str] | None = None
) -> pd.DataFrame:
    """The verdict on each rival series, as `status` has it on the headline: one row a target and rival."""
    known = sorted(_known(bind, as_of, target_ids), key=lambda one: one.row["target_id"])
    judged = _judged_by(bind, known, method, target_ids)
    names = kept(bind, "names of series", lambda: by_code(series(bind), "series_id", SERIES))
    rows = []
    for one in known:
        for verdicts in judged[method or one.method].get((one.row["target_id"], Role.rival), ()):
            if said := verdicts.on(as_of):
                row = dict(zip(VERDICT, said, strict=False))
                rows.append(row | names[row["series_id"]])
    return frame_of_rows(rows, [*VERDICT, *SERIES])


def courses(
    bind: Bind,
    as_of: date,
    method: str | None = None,
    target_ids: Collection[str] | None = None,
    *,
    since: date = date.min,
) -> list[list[dict]]:
    """The verdicts on each known target's headline up to the day, the oldest first; `method` as for `status`.

    Of a later `since` only from the one in force on that day, of targets with one that took over after it.
    """
    known = sorted(_known(bind, as_of, target_ids), key=lambda one: one.row["target_id"])
    found = []
    for _, verdicts in _headlines(bind, known, method, target_ids):
        first, end = (bisect_right(verdicts.days, day) for day in (since, as_of))
        if first < end:
            found.append([dict(zip(VERDICT, row, strict=False)) for row in verdicts.rows[max(first - 1, 0) : end]])
    return found


def stated(bind: Bind, as_of: date) -> list[dict]:
    """What each target known on the day states: the rows of `standing` without the verdict, which nobody modifies."""
    return [one.row for one in _known(bind, as_of, None)]


def _known(bind: Bind, as_of: date, target_ids: Collection[str] | None) -> list[Version]:
    """The versions in force on the day, those of the newest documents first."""
    every, by_target = kept(bind, "chronicle", lambda: _versions(bind))
    if target_ids is not None:
        every = sorted((one for code in target_ids for one in by_target.get(code, ())), key=lambda one: _place(one.row))
    return [one for one in every if one.stated_on <= as_of and (one.until is None or as_of < one.until)]


def _versions(bind: Bind) -> tuple[list[Version], dict[str, list[Version]]]:
    """All versions, those of the newest documents first, within a document by target; and those of each target."""
    units = by_code(indicators(bind), "indicator_id", UNIT)
    sections = by_code(sectors(bind), "sector_id", ("name_en", "name_zh"))
    documents = {row["policy_id"]: row for row in plain_rows(policies(bind, EVER))}
    found = {}
    for code, own in groupby(plain_rows(target_versions(bind)), key=lambda row: row["target_id"]):
        own, found[code] = list(own), []
        for row, until in zip(own, [*(one["stated_on"] for one in own[1:]), None], strict=True):
            method = row["method"] or str(Method.linear_pace)
            found[code].append(Version(row["stated_on"], until, method, _stated(row, units, sections, documents)))
    return sorted(chain.from_iterable(found.values()), key=lambda one: _place(one.row)), found


def _place(row: dict) -> tuple:
    """The newest document first, targets without a known document last."""
    return -row["issued"].toordinal() if row["issued"] else 0, row["policy_id"], row["target_id"]


def _stated(row: dict, units: Mapping[str, dict], named: Mapping[str, dict], documents: Mapping[str, dict]) -> dict:
    """A version with its unit, its sector's names and its document."""
    own = {STATED.get(name, name): value for name, value in row.items() if name not in NOT_TOLD}
    unit = units.get(row["indicator_id"]) or dict.fromkeys(UNIT)
    sector = named.get(row["sector_id"], {})
    names = {"sector_en": sector.get("name_en"), "sector_zh": sector.get("name_zh") or sector.get("name_en")}
    policy = documents.get(row["policy_id"])
    document = {beside: policy[name] for name, beside in POLICY.items()} if policy else NO_POLICY
    return {**own, **unit, **names, **document}


def _without_later_documents(rows: list[dict], as_of: date) -> list[dict]:
    """The rows, without what is said of documents that were issued only after the day; these rows come last."""
    rows = [row | NO_POLICY if row["issued"] and row["issued"] > as_of else row for row in rows]
    return sorted(rows, key=_place)


def _judged_by(
    bind: Bind, known: Iterable[Version], method: str | None, target_ids: Collection[str] | None
) -> dict[str, Judged]:
    """The verdicts by the method, or by the methods that the versions have of their own: of all targets, or of those
    given where the others' have not been read yet."""
    methods = {str(method)} if method else {one.method for one in known}
    return {
        name: kept_of(bind, ("verdicts", name), lambda some, name=name: _judged(bind, name, some), target_ids)
        for name in methods
    }


def _headlines(
    bind: Bind, known: Sequence[Version], method: str | None, target_ids: Collection[str] | None
) -> Iterator[tuple[Version, Verdicts]]:
    """The versions, each with the verdicts on its target's headline."""
    judged, headline = _judged_by(bind, known, method, target_ids), str(Role.headline)
    for one in known:
        (verdicts,) = judged[method or one.method][one.row["target_id"], headline]
        yield one, verdicts


def _judged(bind: Bind, method: str, target_ids: Collection[str] | None) -> Judged:
    chosen = sa.select(rows := generation_rows([method]))
    if target_ids is not None:
        chosen = chosen.where(rows.c.target_id.in_(list(target_ids)))
    places = kept(bind, "places", lambda: by_code(series(bind), "series_id", PLACE))
    words = kept(bind, "words", lambda: {(row["series_id"], row["basis"]): row for row in plain_rows(bases(bind))})
    publishers, cell_of = kept(bind, "publishers of cells", lambda: _publishers(bind)), itemgetter(*SOURCE)
    found, key, values = defaultdict(list), itemgetter("target_id", "role", "series_id"), itemgetter(*JUDGED)
    for (target_id, role, _), own in groupby(sorted(rows_of(bind, chosen), key=_order), key=key):
        own = list(own)
        days = [row["valid_from"] for row in own]
        told = (row | _beside(row, places, words) | publishers.get(cell_of(row), NO_PUBLISHER) for row in own)
        found[target_id, role].append(Verdicts(days, [values(row) for row in told]))
    return dict(found)


def _publishers(bind: Bind) -> dict[tuple, dict]:
    """Who made known what stands in a cell, by load, sheet and cell."""
    table, names = schema.observation, by_code(bodies(bind), "body_id", ("name_en", "name_zh"))
    chosen = sa.select(table.c.load_id, table.c.sheet, table.c.cell, table.c.publisher_id)
    told = {code: dict(zip(PUBLISHER, (code, *name.values()), strict=True)) for code, name in names.items()}
    return {tuple(row.values())[:3]: told[row["publisher_id"]] for row in rows_of(bind, chosen) if row["publisher_id"]}


def _beside(row: dict, places: Mapping[str, dict], words: Mapping[tuple, dict]) -> dict:
    """What a status row says of a verdict's series, basis and status."""
    code = row["series_id"] or None
    basis = words.get((code, row["basis"]), {})
    return {
        **(places.get(code) or dict.fromkeys(PLACE)),
        "series_id": code,
        "series_role": str(Role.headline) if code else None,
        "family": FAMILY_OF[row["status"]].value,
        "basis_en": basis.get("description_en"),
        "basis_zh": basis.get("description_zh"),
    }


def _leads(bind: Bind, as_of: date) -> dict[str, str]:
    """The target that leads the same promise, of all others that tell it; both are known on the day."""
    first, pairs = first_stated(bind), kept(bind, "same", lambda: _same(bind))
    return {code: other for code, other in pairs if max(first[code], first[other]) <= as_of}


def _same(bind: Bind) -> list[tuple[str, str]]:
    """All pairs of targets that are the same promise."""
    links = target_links(bind, EVER)
    links = links[links.link == Link.same_as]
    return list(zip(links.target_id, links.other_id, strict=True))
