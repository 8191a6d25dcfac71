"""Readers that give made-up promises with figures, texts and verdicts in place of the database's."""

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime

import pandas as pd

from etl.citation import Stood
from etl.judge.ahead import Ahead
from etl.judge.arithmetic import Found
from etl.judge.grading import Call
from etl.judge.promise import Decision, Verdict
from etl.judge.what_if import Prospect
from etl.store.query import plain_rows
from etl.vocabulary import Choice, Finding, Method, Reason, Status
from tests.app.made_up_rows import BODIES, POLICIES, SECTORS, SHAPES, bodies_of, changed, observation, observed, promise


class MadeUp:
    """Readers with the names and arguments of `etl.store.query`, over 150 made-up promises."""

    def __init__(self, count: int = 150):
        self.count = count
        self.calls = 0

    def generation(self, _bind: None) -> int:
        return self.count

    def status(self, _bind: None, as_of: date, method: str | None) -> pd.DataFrame:
        self.calls += 1
        rows = [promise(number) for number in range(self.count)]
        frame = pd.DataFrame(rows, columns=list(promise(0)), dtype=object).assign(as_of=as_of)
        frame["method"] = str(method or Method.linear_pace)
        later = [day is not None and day > as_of for day in frame.published_on]
        frame.loc[later, ["value", "period", "published_on", "progress_share", "time_share"]] = None
        frame.loc[later, ["status", "family", "reason"]] = ["no_data", "cannot_be_judged", "none_yet"]
        return frame[frame.issued <= as_of].reset_index(drop=True)

    def standing(
        self, _bind: None, as_of: date, method: str | None, target_ids: Collection[str] | None = None
    ) -> list[dict]:
        rows = plain_rows(self.status(None, as_of, method))
        return [row for row in rows if target_ids is None or row["target_id"] in target_ids]

    def stances(self, _bind: None, as_of: date, method: str | None, *, columns: Collection[str]) -> list[dict]:
        rows = self.standing(None, as_of, method)
        return [{name: row[name] for name in (*columns, "same_as")} for row in rows]

    def areas(self, _bind: None) -> pd.DataFrame:
        return pd.DataFrame({"area_id": ["CN", "KR"]})

    def sectors(self, _bind: None) -> pd.DataFrame:
        return pd.DataFrame({"sector_id": [code for code, *_names in SECTORS]})

    def target_series(self, _bind: None, _as_of: date) -> pd.DataFrame:
        columns = ("target_id", "series_id", "role", "note_en", "note_zh", "name_en", "name_zh", "publisher_id",
                   "publisher_en", "publisher_zh", "scope_en", "scope_zh", "area_en", "area_zh")  # fmt: skip
        rows = [self._series(number) for number in range(self.count)]
        return pd.DataFrame([row for row in rows if row], columns=columns, dtype=object)

    def _series(self, number: int) -> tuple | None:
        row = promise(number)
        if row["target_value"] is None or row["kind"] == "listed":
            return None
        role = "headline" if row["series_id"] else "proxy"
        note = None if row["series_id"] else "A part of the whole"
        names = (f"{row['name_en']}, China", f"中国{row['name_zh']}", "IFR",
                 "International Federation of Robotics", "国际机器人联合会")  # fmt: skip
        places = ("manufacturing", "制造业", "China", "中国")
        return (row["target_id"], f"series-{number:03d}", role, note, None, *names, *places)

    def observations(self, _bind: None, as_of: date, series_ids: tuple[str, ...]) -> pd.DataFrame:
        rows = [one for code in series_ids for one in observed(code, promise(int(code[-3:])))]
        known = [one for one in rows if one["known_on"] <= as_of]
        return pd.DataFrame(known, columns=list(observation("", promise(0), 2020, 0)), dtype=object)

    def comparable(self, _bind: None, as_of: date, series_ids: tuple[str, ...]) -> pd.DataFrame:
        frame = self.observations(None, as_of, series_ids)
        return frame.assign(published_value=frame["value"], published_basis=frame["basis"], is_split=False)

    def publications(self, _bind: None, as_of: date) -> list[dict]:
        return plain_rows(self.vintages(None, as_of))

    def deciding(self, _bind: None, as_of: date) -> Counter[str]:
        return Counter(self.vintages(None, as_of).drop_duplicates(["series_id", "period", "basis"])["series_id"])

    def vintages(self, _bind: None, as_of: date, series_ids: tuple[str, ...] | None = None) -> pd.DataFrame:
        """The observations, and before the robots' 402 for 2022 another figure; None: of all series."""
        if series_ids is None:
            made = (self._series(number) for number in range(self.count))
            series_ids = tuple(one[1] for one in made if one)
        frame = self.observations(None, as_of, series_ids)
        known_on = date(2023, 2, 1)
        first = frame[(frame["period"] == "2022") & (frame["value"] == 402)]
        first = first.assign(value=392.0, known_on=known_on, published_on=known_on, published_as_written="2023-02")
        return pd.concat([frame, first[first["known_on"] <= as_of]]).sort_values(
            ["series_id", "period_end", "period", "known_on"], ignore_index=True
        )

    def verdicts(self, _bind: None, target_id: str, as_of: date, _method: str | None) -> pd.DataFrame:
        row = promise(int(target_id[1:]))
        days = [day for day in (row["issued"], date(2025, 6, 1)) if day <= as_of]
        return pd.DataFrame([row | {"valid_from": day} for day in days], columns=[*row, "valid_from"], dtype=object)

    def panel(self, _bind: None, target_id: str, _as_of: date) -> pd.DataFrame:
        """The verdict by every method; of a pace the second is far behind, and the others do not apply."""
        row = promise(int(target_id[1:]))
        rows = [row | {"method": str(method)} for method in Method]
        if row["reason"] == "pace":
            first = {"ratio": 1.51, "method_class": row["status"], "workings": '{"progress_share": 0.91}'}
            own = {"ratio": 0.4, "method_class": "insufficient_progress", "status": "far_behind"}
            own |= {"workings": '{"actual_growth": 0.031, "required_growth": 0.0775}'}
            none = {"status": "pace_unknown", "reason": "method_not_applicable", "obstacle": "no_earlier_figure"}
            rows = [rows[0] | first, rows[1] | own, *(row | none for row in rows[2:])]
        return pd.DataFrame(rows, columns=[*row, "method"], dtype=object)

    def stood(self, _bind: None, slug: str, as_of: date, method: str) -> list[Stood]:
        """Two statements on a target: load 1 gave one more than what holds since load 2."""
        frame = self.status(None, as_of, method)
        rows = frame[frame["slug"] == slug].to_dict("records")
        return [Stood(1, row | {"value": (row["value"] or 0) + 1}) for row in rows] + [Stood(2, row) for row in rows]

    def ahead(self, _bind: None, target_id: str, as_of: date) -> Ahead | None:
        """A forecast from the latest figure to the deadline, where there is a chance to be told."""
        row = promise(int(target_id[1:]))
        if row["chance"] is None or row["deadline"] is None or row["value"] is None:
            return None
        value, days = row["value"], [date(2024, 12, 31), row["deadline"]]
        lines = {80: ([value, value * 0.9], [value, value * 1.4]), 95: ([value, value * 0.6], [value, value * 2.2])}
        return Ahead(days, [value, value * 1.1], lines, figures=11)

    def target_links(self, _bind: None, _as_of: date) -> pd.DataFrame:
        columns = ["target_id", "link", "other_id", "note_en", "note_zh"]
        rows = [
            ("T000", "rival_reading", "T012", "Another denominator", None),
            *((f"T{n:03d}", "same_as", promise(n)["same_as"], None, None) for n in (13, 26)),
            ("T002", "contributes_to", "T000", None, None),
            ("T005", "contributes_to", "T002", None, None),
        ]
        return pd.DataFrame(rows, columns=columns, dtype=object)

    def milestones(self, _bind: None, _as_of: date) -> pd.DataFrame:
        return pd.DataFrame(columns=["target_id", "deadline", "value", "stated", "note"], dtype=object)

    def list_items(self, _bind: None, _as_of: date) -> pd.DataFrame:
        columns = ["list_id", "number", "policy_id", "name_en", "name_zh", "lead", "lead_zh"]
        columns += ["partners", "partners_zh", "note", "note_zh"]
        cities = [(n, code) for n in range(1, 17) for code, *_ in POLICIES]
        rows = [("cities", n, code, f"City {n}", f"城市{n}", "Mayor", "市长", *[None] * 4) for n, code in cities]
        return pd.DataFrame(rows, columns=columns, dtype=object)

    def bases(self, _bind: None) -> pd.DataFrame:
        words = {
            "old": ("Employment as the federation had it", "联合会就业口径"),
            "new": ("Employment figures of 2026", "2026年就业口径"),
        }
        rows = [(f"series-{n:03d}", code, *words[code]) for n in range(self.count) for code in words]
        return pd.DataFrame(rows, columns=["series_id", "basis", "description_en", "description_zh"], dtype=object)

    def loads(self, _bind: None) -> pd.DataFrame:
        load = {
            "load_id": 1, "kind": "file", "file_name": "robots.xlsx", "loaded_at": datetime(2026, 5, 4, 9, 30),
            "loaded_by": "wang", "row_count": 1200, "withdraws": None, "reason": None, "is_withdrawn": False,
        }  # fmt: skip
        return pd.DataFrame([load] if self.count else [], columns=list(load), dtype=object)

    def change_days(self, _bind: None, as_of: date) -> list[date]:
        days = {
            *(policy[-1] for policy in POLICIES),
            *(row["day"] for row in self.change_rows(None, date.min, as_of, None, "en")),
        }
        return sorted(day for day in days if day <= as_of and self.count)

    def known_days(self, _bind: None, as_of: date) -> list[date]:
        return self.change_days(None, as_of)

    def target_versions(self, _bind: None) -> pd.DataFrame:
        rows = [(one["target_id"], one["slug"], one["issued"]) for one in map(promise, range(self.count))]
        return pd.DataFrame(rows, columns=["target_id", "slug", "stated_on"], dtype=object)

    def change_rows(self, _bind: None, since: date, as_of: date, method: str | None, lang: str) -> list[dict]:
        """A new basis for the robots, in each of the three plans that tell of them; and a target newly stated."""
        basis = [changed(number, date(2026, 4, 20), "basis", "on_track", 470.0, lang) for number in (0, 13, 26)]
        rows = [*basis, changed(4, date(2026, 3, 13), "stated", None, None, lang)]
        by = {"method": str(method or Method.linear_pace)}
        known = [row | by for row in rows if int(row["target_id"][1:]) < self.count]
        return [row for row in known if since < row["day"] <= as_of]

    def policies(self, _bind: None, as_of: date) -> pd.DataFrame:
        """The documents; the one on software takes over from that on vehicles, and the robots' has no number."""
        rows = [self._policy(*policy) for policy in POLICIES if policy[-1] <= as_of and self.count]
        return pd.DataFrame(rows, columns=list(self._policy(*POLICIES[0])), dtype=object)

    def _policy(self, code: str, *said) -> dict:
        short_en, short_zh, name_en, name_zh, issued = said
        names = {"name_en": name_en, "name_zh": name_zh, "short_en": short_en, "short_zh": short_zh}
        bodies = {one: names for one, *names in BODIES}
        codes = bodies_of(code).split("; ")
        return {"policy_id": code, "issued": issued, "issued_as_written": f"{issued}"} | names | {
            "number": None if code == "robot-plus" else "国发〔2021〕11号", "grade": "primary", "via": None,
            "succeeds_id": "nev" if code == "software" else None, "source": "Text of the plan", "note": None,
            "note_zh": None,
            "url": "https://example.org/plan", "bodies": bodies_of(code), "load_id": 1, "sheet": "policies", "row": 2,
            "body_names_en": "; ".join(bodies[one][0] for one in codes),
            "body_names_zh": "; ".join(bodies[one][1] for one in codes),
        }  # fmt: skip

    def bodies(self, _bind: None) -> pd.DataFrame:
        rows = [(*body, None) for body in BODIES]
        return pd.DataFrame(rows, columns=["body_id", "name_en", "name_zh", "note"], dtype=object)

    def events(self, _bind: None, as_of: date) -> pd.DataFrame:
        """News of a document, of a firm, and of what is only known later."""
        rows = [
            ("e1", date(2023, 1, 19), "policy", "Robot plan published <b>", None, "robot-plus"),
            ("e2", date(2023, 2, 9), "corporate", "A maker of sensors goes public", "传感器企业上市", None),
            ("e3", date(2026, 3, 13), "policy", "Outline adopted", "纲要通过", "outline-15"),
        ]
        known = [(*row, "MERICS", "Top 5", "https://example.org/news") for row in rows if row[1] <= as_of]
        names = ["event_id", "day", "kind", "headline_en", "headline_zh", "policy_id", "via", "source", "url"]
        return pd.DataFrame(known, columns=names, dtype=object)

    def indicators(self, _bind: None) -> pd.DataFrame:
        rows = [(f"indicator_{n}", name, name_zh, unit, unit_zh) for n, (name, name_zh, unit, unit_zh, *_)
                in enumerate(SHAPES)]  # fmt: skip
        columns = ["indicator_id", "name_en", "name_zh", "unit", "unit_zh"]
        return pd.DataFrame(rows, columns=columns, dtype=object).assign(definition="What is counted / 统计内容")

    def series(self, _bind: None) -> pd.DataFrame:
        columns = ["target_id", "series_id", "name_en", "name_zh", "publisher_id", "publisher_en", "publisher_zh",
                   "scope_en", "scope_zh"]  # fmt: skip
        frame = self.target_series(None, date.max)[columns]
        codes = [f"indicator_{int(code[1:]) % len(SHAPES)}" for code in frame.target_id]
        place = {"area_id": "CN", "area_en": "China", "area_zh": "中国"}
        return frame.assign(indicator_id=codes, **place).drop(columns="target_id")

    def rivals(self, _bind: None, _as_of: date, _method: str | None, _target_ids: Collection[str]) -> pd.DataFrame:
        return pd.DataFrame(columns=["target_id", "series_id"], dtype=object)

    def decisions(self, _bind: None, _as_of: date) -> pd.DataFrame:
        return pd.DataFrame(columns=["decision_id", "choice", "series_id", "basis", "target_id"], dtype=object)

    def findings(self, _bind: None, _as_of: date, _target_ids: Collection[str] | None = None) -> list:
        return [Found(Finding.announced_short, "T002", ("T005",), 34, 54, 100, "2024")] if self.count > 5 else []

    def graded(self, _bind: None, as_of: date) -> list[Call]:
        calls = [
            Call("T000", date(2023, 4, 20), 0.4, Status.behind, "2022", True, date(2025, 9, 1)),
            Call("T000", date(2024, 4, 20), 0.9, Status.on_track, "2023", True, date(2025, 9, 1)),
            Call("T005", date(2024, 4, 20), 0.7, Status.on_track, "2023", False, date(2025, 9, 1)),
        ]
        return [call for call in calls if call.settled_on <= as_of and self.count > 5]

    def what_if(self, _bind: None, _target_id: str, as_of: date, _method: str | None) -> list[Prospect]:
        made = Decision(Choice.split, "new", None, None, None, as_of)
        verdict = Verdict(Status.achieved, Reason.reached, value=470.0, period="2023", basis="old", target_value=492.0)
        return [Prospect("series-012", made, verdict)]
