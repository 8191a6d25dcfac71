"""What is on record about one target beside its verdict: how it was stated, by whom it was decided on, what does not
add up. Read once, for `app.pages.target_dossier`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app import text
from app.address import View
from app.data import Data, records
from etl.judge.arithmetic import Found
from etl.judge.decisions import Standing, standings
from etl.vocabulary import Link

Rows = Mapping[str, dict]  # status rows by target


@dataclass(frozen=True)
class Stated:
    """One statement of a promise: its day, how it stands to the target at hand (a key of the texts), its row, and the
    code of who publishes the figure it is worked out from."""

    day: date
    relation: str
    row: dict
    publisher: str


@dataclass(frozen=True)
class Remark:
    """A finding with the row of its target and those of the targets that were added up with it; `policy` is the row of
    a document that bears on it."""

    found: Found
    row: dict
    others: Sequence[dict]
    policy: dict | None


@dataclass(frozen=True)
class Decided:
    """A decision on record, and whether it holds."""

    row: dict
    state: Standing


def lineage(data: Data, view: View, row: dict, rows: Rows, same: Iterable[dict]) -> list[Stated]:
    """All statements of the target's promise known on the day, oldest first: its versions, the same promise in other
    documents, those that it takes the place of and those that take its place."""
    code = row["target_id"]
    pairs = [(one["target_id"], one["other_id"]) for one in _supersessions(data, view)]
    found = [("version", one) for one in _versions(data, view, row)]
    found += [("this", row), *(("same", one) for one in same)]
    found += [("earlier", rows[one]) for one in _reached(code, pairs) if one in rows]
    found += [("later", rows[one]) for one in _reached(code, [pair[::-1] for pair in pairs]) if one in rows]
    series = data.target_series(view.as_of)
    series = series[series["series_id"].isin({one["series_id"] for _, one in found})]
    publishers = dict(zip(series["series_id"], series["publisher_id"], strict=True))
    stated = [Stated(one["stated_on"], how, one, publishers.get(one["series_id"]) or "") for how, one in found]
    return sorted(stated, key=lambda one: one.day)


def _supersessions(data: Data, view: View) -> list[dict]:
    links = data.target_links(view.as_of)
    return records(links[links["link"] == Link.supersedes])


def _reached(code: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """All codes that a chain of pairs leads to."""
    found, left = [], [code]
    while left:
        start = left.pop()
        new = [end for begin, end in pairs if begin == start and end != code and end not in found]
        found += new
        left += new
    return found


def _versions(data: Data, view: View, row: dict) -> list[dict]:
    """Earlier versions of the target, as its row with what they stated; their level is not worked out again."""
    frame = data.target_versions()
    own = records(frame[(frame["target_id"] == row["target_id"]) & (frame["stated_on"] < row["stated_on"])])
    documents = {one["policy_id"]: one for one in records(data.policies(view.as_of))}
    return [row | one | _document(documents.get(one["policy_id"]), view) | {"target_value": None} for one in own]


def _document(policy: dict | None, view: View) -> dict:
    return {} if policy is None else {"policy_short": short_name(policy, view), "policy_url": policy["url"]}


def short_name(policy: dict, view: View) -> str:
    """A document's short name in the reader's language, in English where it has no other."""
    return policy[f"short_{view.lang}"] or policy["short_en"]


def remarks(data: Data, view: View, findings: Iterable[Found], code: str, rows: Rows) -> list[Remark]:
    """Those of the findings that are about the target, and those about others that it was added up for."""
    documents = {one["policy_id"]: one for one in records(data.policies(view.as_of))}
    own = [one for one in findings if code == one.target_id or code in one.others]
    own.sort(key=lambda one: one.target_id != code)
    return [
        Remark(one, rows[one.target_id], [rows[other] for other in one.others], documents.get(one.policy_id))
        for one in own
    ]


def events(data: Data, view: View, stated: Sequence[Stated], rows: Iterable[Mapping]) -> list[dict]:
    """What happened to the documents of the target's statements and of `rows`, oldest first: a `day`, `words`, `url`.

    A statement is told where no event of that day tells of its document.
    """
    documents = {one["policy_id"] for one in (*(each.row for each in stated), *rows)}
    frame = data.events(view.as_of)
    found = [
        {"day": one["day"], "words": one[f"headline_{view.lang}"] or one["headline_en"], "url": one["url"]}
        for one in records(frame[frame["policy_id"].isin(documents)])
    ]
    told = {(one["day"], one["policy_id"]) for one in records(frame)}
    for each in stated:
        if (each.day, each.row["policy_id"]) not in told:
            told.add((each.day, each.row["policy_id"]))
            words = text.of(view.lang)("chart.stated", document=each.row["policy_short"])
            found.append({"day": each.day, "words": words, "url": each.row["policy_url"]})
    return sorted(found, key=lambda one: one["day"])


def decisions(data: Data, view: View, code: str, series_ids: Sequence[str]) -> list[Decided]:
    """Decisions on the target and on its series, oldest first."""
    found = [
        one
        for one in records(data.decisions(view.as_of))
        if one["target_id"] == code or (one["series_id"] and one["series_id"] in series_ids)
    ]
    standing = standings(found, view.as_of)
    return [Decided(one, standing[one["decision_id"]]) for one in found]
