"""Search over everything, in both languages at once: which records hold all words, and the best of them first.

Case, width, quotation marks, hyphens and spaces make no difference: "New-Energy", "new energy" and "newenergy" are the
same, as are "５Ｇ" and "5g". A word may stand anywhere; one written together may also be found where the text sets it
apart, from the beginning of a word on.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

KINDS = ("target", "policy", "body", "indicator", "series")

FIELDS: Mapping[str, tuple[Sequence[str], Sequence[str], Sequence[str]]] = {
    "target": (
        ("name_en", "name_zh"),
        ("statement_en", "statement_zh"),
        (
            "target_id", "slug", "policy_name_en", "policy_name_zh", "short_en", "short_zh", "indicator_id", "bodies",
            "body_names_en", "body_names_zh", "scope_en", "scope_zh", "sector_en", "sector_zh",
        ),
    ),
    "policy": (
        ("name_en", "name_zh", "short_en", "short_zh"),
        ("number",),
        ("policy_id", "bodies", "body_names_en", "body_names_zh"),
    ),
    "event": (("headline_en", "headline_zh"), (), ("via", "source")),
    "body": (("name_en", "name_zh", "body_id"), (), ("note",)),
    "indicator": (("name_en", "name_zh"), ("definition",), ("indicator_id", "unit", "unit_zh")),
    "series": (
        ("name_en", "name_zh"),
        ("scope_en", "scope_zh"),
        ("series_id", "publisher_en", "publisher_zh", "area_en", "area_zh"),
    ),
}  # fmt: skip
"""Columns of a record that are searched: its names, its statement, the rest; in this order a hit counts."""

_QUOTES = re.compile("[\"'`´‘’“”„«»‹›「」『』《》〈〉]")
_APART = re.compile(r"[^\w+&%.]|_|\.(?!\d)")
_IDEOGRAPH = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_BESIDE_IDEOGRAPH = re.compile(rf"(?<=[{_IDEOGRAPH}])\s+|\s+(?=[{_IDEOGRAPH}])")
_END = "\n"

REMEMBERED = 50_000
"""Texts whose words are remembered: those of 5,000 targets and their series, which are the same on most days."""


@dataclass(frozen=True, slots=True)
class Searched:
    """Texts without spaces, and where their words start: a hit inside a word may not run on into the next."""

    letters: str
    starts: tuple[int, ...]

    def has(self, word: str) -> bool:
        """Whether the word (as of `words_of`) stands here."""
        place = self.letters.find(word)
        while place >= 0:
            following = bisect_left(self.starts, place)
            is_start = following < len(self.starts) and self.starts[following] == place
            if is_start or following == len(self.starts) or self.starts[following] >= place + len(word):
                return True
            place = self.letters.find(word, place + 1)
        return False


@dataclass(frozen=True)
class Entry:
    """Something that can be found: its kind, its record, and what is searched of it (names, statement, the rest)."""

    kind: str
    record: Mapping
    fields: tuple[Searched, ...]


def parts_of(text: str) -> list[str]:
    """The words of a text, in the letters in which they are compared."""
    plain = _QUOTES.sub("", unicodedata.normalize("NFKC", text).casefold())
    return _BESIDE_IDEOGRAPH.sub("", _APART.sub(" ", plain)).split()


def words_of(query: str) -> list[str]:
    """The words that are looked for; what is set together by a hyphen is one."""
    words = ("".join(parts_of(word)) for word in unicodedata.normalize("NFKC", query).split())
    return [word for word in words if word]


@lru_cache(maxsize=REMEMBERED)
def searched(texts: tuple[str | None, ...]) -> Searched:
    """Texts as they are searched; none of them runs on into the next."""
    parts = [part for text in texts if text for part in (*parts_of(text), _END)]
    return Searched("".join(parts), tuple(accumulate(map(len, parts[:-1]), initial=0)))


def fields_of(kind: str, record: Mapping) -> tuple[Searched, ...]:
    """What is searched of a record, in the order of FIELDS."""
    return tuple(searched(tuple([record.get(column) for column in columns])) for columns in FIELDS[kind])


def entries(kind: str, records: Iterable[Mapping]) -> list[Entry]:
    """Records of one kind, ready to be searched."""
    return [Entry(kind, record, fields_of(kind, record)) for record in records]


def fits(fields: Sequence[Searched], words: Sequence[str]) -> bool:
    """Whether every word stands somewhere in the fields."""
    return all(any(field.has(word) for field in fields) for word in words)


def find(known: Iterable[Entry], query: str) -> list[Entry]:
    """The entries that hold all words of a query, the best first; none for a query without words.

    An entry whose names hold every word stands before one where its statement is needed, and that before one where
    anything else is; among them a name that is, or begins with, the whole query comes first.
    """
    words = words_of(query)
    if not words:
        return []
    whole = "".join(words)
    placed = [(place, entry) for entry in known if (place := _place(entry, words, whole)) is not None]
    return [entry for _place_, entry in sorted(placed, key=lambda one: one[0])]


def _place(entry: Entry, words: Sequence[str], whole: str) -> tuple | None:
    """What an entry is ordered by; None where a word is missing."""
    found = [_first_field(entry.fields, word) for word in words]
    if None in found:
        return None
    names = entry.fields[0].letters.split(_END)
    return max(found), sum(found), whole not in names, not any(name.startswith(whole) for name in names)


def _first_field(fields: Sequence[Searched], word: str) -> int | None:
    return next((place for place, field in enumerate(fields) if field.has(word)), None)


def by_kind(found: Iterable[Entry]) -> dict[str, list[Entry]]:
    """What was found by kind, in the order of KINDS; kinds without any are left out."""
    kinds: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
    for entry in found:
        kinds[entry.kind].append(entry)
    return {kind: own for kind, own in kinds.items() if own}
