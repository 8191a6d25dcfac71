"""Documents with what they promise: commitments and verdicts, what they list, their news, what came before and after.

Pure: records in, records out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app import promises, search
from app.address import View
from app.filters import codes
from etl.vocabulary import STRIP, Family


@dataclass(frozen=True)
class Document:
    """A document: its record, its commitments with a number (best status first) and without, counted by family."""

    record: Mapping
    judged: Sequence[dict]
    others: Sequence[dict]

    @property
    def counts(self) -> dict[Family, int]:
        """How many commitments with a number there are of each family that has any."""
        counts = Counter(row["family"] for row in self.judged)
        return {family: counts[family] for family in STRIP if counts[family]}

    @property
    def size(self) -> int:
        """How many commitments there are."""
        return len(self.judged) + len(self.others)


def documents(policies: Iterable[Mapping], rows: Sequence[dict]) -> dict[str, Document]:
    """The documents by code. `rows` are those of `promises.tell`: each counts in every document that states it."""
    own: dict[str, list[dict]] = {}
    for row in promises.by_policy(list(rows)):
        own.setdefault(row["policy_id"], []).append(row)
    return {one["policy_id"]: _document(one, own.get(one["policy_id"], [])) for one in policies}


def _document(record: Mapping, rows: Sequence[dict]) -> Document:
    judged = [row for row in rows if row["family"] in STRIP]
    return Document(record, judged, [row for row in rows if row["family"] not in STRIP])


def chosen(known: Iterable[Document], view: View) -> list[Document]:
    """The documents that hold a view's words and were issued by its body, in its order."""
    words = search.words_of(view.q)
    found = [
        one
        for one in known
        if (not view.body or view.body in codes(one.record["bodies"]))
        and search.fits(search.fields_of("policy", one.record), words)
    ]
    return ordered(found, view.order, view.lang)


def ordered(found: Iterable[Document], order: str, lang: str) -> list[Document]:
    """Documents newest or oldest first, by name, or those with most commitments first."""
    newest = sorted(found, key=lambda one: (-one.record["issued"].toordinal(), one.record["policy_id"]))
    if order == "oldest":
        return sorted(newest, key=lambda one: one.record["issued"])
    if order == "name":
        return sorted(newest, key=lambda one: search.parts_of(worded(one.record, "short", lang)))
    return sorted(newest, key=lambda one: -one.size) if order == "most" else newest


def row_of(one: Document, names: Mapping[str, str], lang: str) -> dict:
    """A document as a row of a list, with the keys of `etl.report.documents`; `names` are those of bodies by code."""
    record = one.record
    told = {key: record[key] for key in ("policy_id", "number", "issued", "source", "via", "url", "grade")}
    words = {stem: worded(record, stem, lang) for stem in ("short", "name")}
    issuers = "; ".join(names[code] for code in codes(record["bodies"]))
    counts = {family: one.counts.get(family, 0) for family in STRIP}
    return told | words | counts | {"bodies": issuers, "commitments": len(one.judged), "others": len(one.others)}


def worded(record: Mapping, stem: str, lang: str) -> str:
    """The text `<stem>_<lang>` of a record; the other language's where there is none."""
    other = "zh" if lang == "en" else "en"
    return record[f"{stem}_{lang}"] or record[f"{stem}_{other}"] or ""


def successors(policy_id: str, policies: Iterable[Mapping]) -> list[Mapping]:
    """The documents that take over from one."""
    return [one for one in policies if one["succeeds_id"] == policy_id]


def news(events: Iterable[Mapping], policy_id: str | None) -> list[Mapping]:
    """The events that belong to a document, or to none, the latest first."""
    return sorted(
        (one for one in events if one["policy_id"] == policy_id), key=lambda one: one["day"] or date.min, reverse=True
    )


def other_news(events: Iterable[Mapping], view: View) -> list[Mapping]:
    """The events that belong to no document and hold a view's words; none where it asks for documents of a body."""
    words = search.words_of(view.q)
    found = [] if view.body else news(events, None)
    return [one for one in found if search.fits(search.fields_of("event", one), words)]


def lists(items: Iterable[Mapping], policy_id: str) -> list[list[Mapping]]:
    """What a document lists by name: the items of each of its lists, in their order."""
    found: dict[str, list[Mapping]] = {}
    for item in items:
        if item["policy_id"] == policy_id:
            found.setdefault(item["list_id"], []).append(item)
    return list(found.values())


def initials(name: str, code: str | None) -> str:
    """The code of a body where it is made of three or more capital letters of its name: IFR, MIIT; else ""."""
    return code if code and len(code) > 2 and code == "".join(filter(str.isupper, name)) else ""
