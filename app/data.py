"""The one door from the pages to the tables: readers of `etl.store.query`, remembered until a load changes them.

Frames that come out of here are shared between readers: nobody modifies them.
"""

from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import pandas as pd
import sqlalchemy as sa

from app import promises, search
from app.figures_csv import figures_csv
from app.filters import codes
from app.inventory import Inventory, inventory
from app.readers import READERS
from etl import changes
from etl.citation import Traced, trace
from etl.extract import TextSheet
from etl.judge.ahead import Ahead
from etl.judge.arithmetic import Found
from etl.judge.generation import verdict_row
from etl.judge.grading import Call
from etl.judge.sentences import sentence
from etl.origin import Origin, origin
from etl.report import (
    read_frames,
    read_target_frames,
    write_comparison,
    write_documents,
    write_lists,
    write_report,
    write_target,
)
from etl.report.documents import KEYS as DOCUMENT_KEYS
from etl.status import as_csv, plain, status_row
from etl.store import frames, query
from etl.vocabulary import Badge, Family, Method, Status

Today = Callable[[], date]
"""The clock that an app is given: tests hand it another day."""

KEPT = 256
"""What is remembered at a time: what some targets' pages read, not the whole history."""

LARGE, KEPT_LARGE = ("rows", "findable", "published"), 8
"""Of these so many may be about all targets or all figures."""


class Data:
    """What is stored, as frames as known on a day. `reader` has the functions of `app.readers`."""

    def __init__(self, engine: sa.Engine | None, reader: object = READERS):
        self._engine = engine
        self._reader = reader
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._generation: object = None
        self._lock = Lock()

    def rows(self, as_of: date, method: Method | None, lang: str) -> list[dict]:
        """One record a target known on `as_of`, `worded` in `lang` and with its promise told: nobody modifies them."""
        known = ("rows", as_of, method, lang)
        return self._remember(known, lambda: promises.tell(self._worded(as_of, method, lang)))

    def rows_of(self, as_of: date, method: Method | None, lang: str, target_ids: Iterable[str]) -> list[dict]:
        """The records of some targets, as `worded` has them: what promise each tells shows among all only."""
        wanted = frozenset(target_ids)
        known = ("rows of", as_of, method, lang, wanted)
        return self._remember(known, lambda: self._worded(as_of, method, lang, wanted))

    def _worded(self, as_of: date, method: Method | None, lang: str, *wanted: Collection[str]) -> list[dict]:
        return promises.worded(self._reader.standing(self._engine, as_of, method, *wanted), lang)

    def families(self, as_of: date, method: Method | None) -> Counter[Family]:
        """How many promises known on `as_of` stand where."""
        rows = self._reader.stances(self._engine, as_of, method, columns=("target_id", "family"))
        return promises.families(promises.tell(rows))

    def target(self, as_of: date, method: Method | None, lang: str, slug: str) -> dict | None:
        """The record of one target with its `sentence`, or None where it is not known on `as_of`."""
        versions = self._read("target_versions")
        found = self.rows_of(as_of, method, lang, versions["target_id"][versions["slug"] == slug])
        row = next((row for row in found if row["slug"] == slug), None)
        return row and row | {"sentence": sentence(row, lang)}

    def policies(self, as_of: date) -> pd.DataFrame:
        """One row a policy known on `as_of`."""
        return self._read("policies", as_of)

    def events(self, as_of: date) -> pd.DataFrame:
        """What happened up to `as_of`, oldest first: policy and company news."""
        return self._read("events", as_of)

    def bodies(self) -> pd.DataFrame:
        """Bodies and publishers."""
        return self._read("bodies")

    def findable(self, as_of: date, method: Method | None, lang: str) -> list[search.Entry]:
        """All that can be found: promises as each policy tells them, those with a figure first; documents, the
        bodies that issued these, indicators and series."""
        known = ("findable", as_of, method, lang)
        return self._remember(known, lambda: self._findable(as_of, method, lang))

    def _findable(self, as_of: date, method: Method | None, lang: str) -> list[search.Entry]:
        policies = records(self.policies(as_of))
        issuers = {code for row in policies for code in codes(row["bodies"])}
        told = sorted(self.rows(as_of, method, lang), key=lambda row: row["value"] is None)
        return [
            *search.entries("target", told),
            *search.entries("policy", policies),
            *search.entries("body", [row for row in records(self.bodies()) if row["body_id"] in issuers]),
            *search.entries("indicator", records(self._read("indicators"))),
            *search.entries("series", records(self._read("series"))),
        ]

    def codes(self, today: date) -> Mapping[str, frozenset[str]]:
        """The codes of the register up to today, by what they are: policy, body, sector, area."""
        return self._remember(("codes", today), lambda: self._codes(today))

    def _codes(self, today: date) -> Mapping[str, frozenset[str]]:
        found = {"policy": self.policies(today), "body": self.bodies()}
        found |= {"sector": self._read("sectors"), "area": self._read("areas")}
        return {name: frozenset(frame[f"{name}_id"]) for name, frame in found.items()}

    def target_series(self, as_of: date) -> pd.DataFrame:
        """Which series stand to which target, in which role."""
        return self._read("target_series", as_of)

    def target_links(self, as_of: date) -> pd.DataFrame:
        """How targets stand to each other."""
        return self._read("target_links", as_of)

    def milestones(self, as_of: date) -> pd.DataFrame:
        """Values that a target names for days before its deadline."""
        return self._read("milestones", as_of)

    def bases(self) -> pd.DataFrame:
        """What the bases of series are, in both languages."""
        return self._read("bases")

    def list_items(self, as_of: date) -> pd.DataFrame:
        """Things that documents list by name."""
        return self._read("list_items", as_of)

    def observations(self, as_of: date, series_ids: Sequence[str]) -> pd.DataFrame:
        """The newest value a period of the given series, as known on `as_of`."""
        return self._read("observations", as_of, tuple(series_ids))

    def comparable(self, as_of: date, series_ids: Sequence[str]) -> pd.DataFrame:
        """The observations on the bases on which they are compared, as decided up to `as_of`."""
        return self._read("comparable", as_of, tuple(series_ids))

    def vintages(self, as_of: date, series_ids: Sequence[str]) -> pd.DataFrame:
        """All values ever given for the periods of the given series, as known on `as_of`."""
        return self._read("vintages", as_of, tuple(series_ids))

    def published(self, as_of: date) -> pd.DataFrame:
        """All values ever given for any period of any series, as known on `as_of`."""
        return self._remember(("published", as_of), lambda: self._reader.vintages(self._engine, as_of))

    def deciding(self, as_of: date) -> Counter[str]:
        """Of how many periods and bases each series has figures that can decide, as known on `as_of`."""
        return self._read("deciding", as_of)

    def series(self) -> pd.DataFrame:
        """All series, with their indicator's unit and the names of their publishers and areas."""
        return self._read("series")

    def indicators(self) -> pd.DataFrame:
        """All indicators, with their units."""
        return self._read("indicators")

    def decisions(self, as_of: date) -> pd.DataFrame:
        """What analysts decided up to `as_of`, oldest first."""
        return self._read("decisions", as_of)

    def rivals(self, as_of: date, method: Method | None, target_id: str) -> pd.DataFrame:
        """The verdict on each rival series of a target, one row a rival."""
        return self._read("rivals", as_of, method, (target_id,))

    def findings(self, as_of: date, target_ids: Iterable[str] | None = None) -> list[Found]:
        """What does not add up and what has fallen silent, as known on `as_of`: of all targets, or of some with all
        that are linked with these."""
        return self._read("findings", as_of, *(() if target_ids is None else [frozenset(target_ids)]))

    def graded(self, as_of: date) -> list[Call]:
        """The chances given in the past on targets whose outcome was known on `as_of`, graded."""
        return self._read("graded", as_of)

    def changes(self, since: date, as_of: date, method: Method | None, lang: str) -> list[dict]:
        """Verdicts that moved after `since` up to `as_of`, the latest first, with the keys of `etl.changes`."""
        return self._read("change_rows", since, as_of, method, lang)

    def changes_csv(self, rows: Sequence[dict]) -> bytes:
        """Rows of `changes` as CSV for spreadsheets."""
        return as_csv(list(rows), changes.KEYS).encode("utf-8")

    def inventory(self, as_of: date, method: Method | None, lang: str) -> Inventory:
        """All that was known on `as_of`, counted."""
        return self._remember(("inventory", as_of, method, lang), lambda: self._inventory(as_of, method, lang))

    def _inventory(self, as_of: date, method: Method | None, lang: str) -> Inventory:
        rows, documents = self.rows(as_of, method, lang), records(self.policies(as_of))
        series = records(self.series()[["series_id", "indicator_id", "area_id"]])
        return inventory(rows, documents, series, self._reader.publications(self._engine, as_of), as_of)

    def origin(self, load_id: int, sheet: str, cell: str) -> Origin | None:
        """The part of a loaded file around a cell, as typed; None where there is no such file, sheet or cell."""
        found = self._sheets(load_id).get(sheet)
        try:
            return origin(found, cell) if found else None
        except ValueError:
            return None

    def figure_at(self, load_id: int, sheet: str, cell: str) -> dict | None:
        """The observation that was read from a cell, also where its load is withdrawn; None where there is none."""
        return next(iter(records(self._read("figure_at", load_id, sheet, cell))), None)

    def sheets(self, load_id: int) -> list[str]:
        """The names of the sheets of a loaded file; none where there is no such file."""
        return list(self._sheets(load_id))

    def load(self, number: str | int) -> dict | None:
        """The journal's entry of that number, also of a withdrawn load or a withdrawal; None where there is none."""
        return next((one for one in records(self.loads()) if str(one["load_id"]) == str(number)), None)

    def _sheets(self, load_id: int) -> Mapping[str, TextSheet]:
        load = self.load(load_id)
        return self._read("sheets_of", load_id, load["file_name"]) if load and load["file_name"] else {}

    def content(self, load_id: int) -> bytes | None:
        """The bytes of a load's file; None where there is none."""
        return self._reader.content(self._engine, load_id)

    def panel(self, as_of: date, lang: str, slug: str) -> dict[Method, dict]:
        """What each method said of a target on the day: its verdict's row, with its `sentence`."""
        given = self.target(as_of, None, lang, slug)
        rows = records(self._read("panel", given["target_id"], as_of)) if given else []
        told = {Method(row["method"]): given | row for row in rows}
        return {method: row | {"sentence": sentence(row, lang)} for method, row in told.items()}

    def ahead(self, as_of: date, target_id: str) -> Ahead | None:
        """The forecast of a target's headline series up to its deadline; None where there is none."""
        return self._read("ahead", target_id, as_of)

    def traced(self, as_of: date, method: Method, slug: str, digits: str, rules_version: int) -> Traced:
        """What has become of the statement on a target that had this hash, as known on the day by the method."""
        return trace(self._read("stood", slug, as_of, method), digits, rules_version)

    def what_if(self, as_of: date, method: Method | None, lang: str, target_id: str) -> list[dict]:
        """The verdict that each decision on a changed basis would bring, with its `decision` and `sentence`.

        It goes without saying there that it rests on a decision.
        """
        (row,) = self.rows_of(as_of, method, lang, [target_id])
        if row["status"] != Status.basis_changed:
            return []
        found = self._read("what_if", target_id, as_of, Method(row["method"]))
        would = [row | verdict_row(one.verdict) | {"badges": _undecided(one.verdict.badges)} for one in found]
        return [
            would_be | {"decision": one.decision, "sentence": sentence(would_be, lang)}
            for one, would_be in zip(found, would, strict=True)
        ]

    def target_versions(self) -> pd.DataFrame:
        """All versions of all targets, oldest first."""
        return self._read("target_versions")

    def loads(self) -> pd.DataFrame:
        """The files taken in."""
        return self._read("loads")

    def change_days(self, as_of: date) -> list[date]:
        """The days up to `as_of` on which some verdict changed."""
        return self._read("change_days", as_of)

    def known_days(self, as_of: date) -> list[date]:
        """The days up to `as_of` on which something became known."""
        return self._read("known_days", as_of)

    def first_day(self, as_of: date) -> date | None:
        """The first day up to `as_of` on which any target was known; None where none was."""
        return next(iter(self.change_days(as_of)), None)

    def stated_on(self, as_of: date, slug: str) -> date | None:
        """The day on which a target was first stated, up to `as_of`; None where there is none of that name."""
        versions = self._read("target_versions")
        days = versions[(versions["slug"] == slug) & (versions["stated_on"] <= as_of)]["stated_on"]
        return min(days, default=None)

    def verdicts(self, target_id: str, as_of: date, method: Method | None) -> pd.DataFrame:
        """The verdicts on a target by a method up to `as_of`, oldest first."""
        return self._read("verdicts", target_id, as_of, method)

    def report(
        self,
        as_of: date,
        method: Method | None,
        lang: str,
        target_ids: Sequence[str] | None = None,
        *,
        policy: str | None = None,
        words: Sequence[str] = (),
    ) -> bytes:
        """The Excel report of all targets, or of those given in their order: of one policy, or chosen by `words`."""
        frames, about = read_frames(self._engine, as_of, method), {"target_ids": target_ids, "words": words}
        return _written(lambda file: write_report(frames, file, as_of, lang, policy, **about))

    def lists_report(
        self, as_of: date, method: Method | None, lang: str, lists: Mapping[str, Sequence[str]], since: date = date.min
    ) -> bytes:
        """The Excel workbook of lists by their keys (those of `write_lists`), each about the given targets."""
        frames = read_frames(self._engine, as_of, method, since)
        return _written(lambda file: write_lists(frames, file, as_of, lang, lists))

    def target_report(self, as_of: date, method: Method | None, lang: str, target_id: str) -> bytes:
        """The Excel workbook of one target. Raises CallError for an unknown one."""
        frames = read_target_frames(self._engine, as_of, method)
        return _written(lambda file: write_target(frames, target_id, file, as_of, lang))

    def comparison_report(self, as_of: date, lang: str, names: tuple[str, str], rows: Sequence[Mapping]) -> bytes:
        """The Excel workbook of a comparison: its title and unit, and its figures."""
        return _written(lambda file: write_comparison(names, rows, file, as_of, lang))

    def documents_report(self, as_of: date, lang: str, rows: Sequence[Mapping]) -> bytes:
        """The Excel workbook of documents, rows with the keys of `etl.report.documents`."""
        return _written(lambda file: write_documents(rows, file, as_of, lang))

    def documents_csv(self, rows: Sequence[Mapping]) -> bytes:
        """The same rows as CSV for spreadsheets."""
        return as_csv([{key: plain(row[key]) for key in DOCUMENT_KEYS} for row in rows], DOCUMENT_KEYS).encode("utf-8")

    def status_csv(self, as_of: date, method: Method | None, lang: str, target_ids: Sequence[str]) -> bytes:
        """The status rows of the given targets, in their order, as CSV for spreadsheets."""
        rows = {row["target_id"]: row for row in self._reader.standing(self._engine, as_of, method)}
        return as_csv([status_row(rows[target_id], lang) for target_id in target_ids]).encode("utf-8")

    def figures_csv(self, as_of: date, lang: str) -> bytes:
        """Every value ever given for any period of any series, as known on `as_of`, as CSV for spreadsheets."""
        return figures_csv(records(self.published(as_of)), records(self.series()), lang).encode("utf-8")

    def one_state(self) -> AbstractContextManager[None]:
        """Within it all is read from one state of the tables, whatever is loaded meanwhile."""
        return frames.one_state(self._engine) if self._engine else nullcontext()

    def close(self) -> None:
        """Lets go of the database: the last who does so leaves it as one file."""
        if self._engine:
            self._engine.dispose()

    def _read(self, name: str, *given: Hashable):
        return self._remember((name, *given), lambda: getattr(self._reader, name)(self._engine, *given))

    def _remember(self, key: Hashable, make: Callable[[], object]):
        generation = self._reader.generation(self._engine)
        with self._lock:
            if generation != self._generation:
                self._kept.clear()
                self._generation = generation
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            if generation == self._generation:
                self._kept[key] = made
                self._forget()
        return made

    def _forget(self) -> None:
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        large = [key for key in self._kept if key[0] in LARGE]
        for key in large[:-KEPT_LARGE]:
            del self._kept[key]


def _undecided(badges: Sequence[Badge]) -> list[Badge]:
    return [badge for badge in badges if badge is not Badge.decided]


def _written(write: Callable[[Path], None]) -> bytes:
    """The bytes of a file that is written by its path."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.xlsx"
        write(file)
        return file.read_bytes()


def records(frame: pd.DataFrame) -> list[dict]:
    """The rows of a frame as dicts of Python's own values, None where one is missing; badges as lists."""
    rows = query.plain_rows(frame)
    return [row | {"badges": row["badges"].split()} for row in rows] if "badges" in frame.columns else rows
