"""What new figures do to those already known: revisions beyond a limit, figures from before the first, two bases."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from etl.errors import Fault
from etl.vocabulary import Qualifier

LIMIT = 0.25  # share of the earlier value beyond which a revision asks for a basis
COMPARED = (Qualifier.exact, Qualifier.about)

Key = tuple[str, str, str]  # series, period, basis


class Publications:
    """All publications of figures, those in the tables and those about to be loaded. `today`: day of undated ones."""

    def __init__(self, stored: Iterable[dict], fresh: Iterable[dict], today: date):
        self._today = today
        self._by_key: dict[Key, list[dict]] = defaultdict(list)
        self._bases: dict[tuple, set[str]] = defaultdict(set)
        self._add(stored)
        self._first = {key: min(map(self._day, records)) for key, records in self._by_key.items()}
        self._add(fresh)

    def remarks(self, file: str, records: list[dict]) -> list[Fault]:
        """What the records of a file do to those known before, in the tables or in files loaded with it: warnings."""
        return [remark for record in records for remark in self._of(file, record)]

    def _add(self, records: Iterable[dict]) -> None:
        for record in records:
            self._by_key[_key(record)].append(record)
            if record["published_on"]:
                self._bases[_publication(record)].add(record["basis"])

    def _of(self, file: str, record: dict) -> Iterator[Fault]:
        first = self._first.get(_key(record))
        if first and self._day(record) < first:
            found = f"'{record['value_as_written']}', published before the first figure held ({first.isoformat()})"
            mend = "It now counts as the first; check the day."
            yield _remark(file, record, "backdated", found, "a publication after it", mend)
        earlier = self._before(record)
        if earlier and is_beyond_limit(earlier, record):
            found = f"'{record['value_as_written']}' in place of {earlier['value']:g}"
            wanted = f"a revision within {LIMIT:.0%}, or a basis of its own"
            mend = "Check the figure; if it counts something else, register a basis for it on a sheet bases."
            yield _remark(file, record, "large_revision", found, wanted, mend)
        if record["published_on"] and len(bases := self._bases[_publication(record)]) > 1:
            found = f"one publication on the bases {', '.join(sorted(bases))}"
            mend = "If it gave both, this is an overlap by which one can be converted; else correct the basis."
            yield _remark(file, record, "two_bases", found, "one basis", mend)

    def _before(self, record: dict) -> dict | None:
        """The publication for the same period and basis that this one follows."""
        earlier = [one for one in self._by_key[_key(record)] if self._day(one) < self._day(record)]
        return max(earlier, key=self._day, default=None)

    def _day(self, record: dict) -> date:
        return record["published_on"] or record.get("known_on") or self._today


def _key(record: dict) -> Key:
    return record["series_id"], record["period"], record["basis"]


def _publication(record: dict) -> tuple:
    return record["series_id"], record["period"], record["published_on"]


def is_compared(earlier: dict, record: dict) -> bool:
    """Whether two publications for a period can be compared: neither is a bound."""
    return {earlier["qualifier"], record["qualifier"]} <= set(COMPARED)


def is_beyond_limit(earlier: dict, record: dict) -> bool:
    """Whether the value moves beyond the limit or changes its sign; bounds are not compared."""
    if not is_compared(earlier, record):
        return False
    old, new = earlier["value"], record["value"]
    return abs(new - old) > LIMIT * abs(old) or old * new < 0


def _remark(file: str, record: dict, code: str, found: str, wanted: str, mend: str) -> Fault:
    return Fault(file, record["sheet"], record["cell"], code, found, wanted, mend, is_warning=True)
