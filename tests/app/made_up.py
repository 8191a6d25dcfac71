"""Made-up promises with figures, texts and verdicts, and readers that give them in place of the database's."""

from datetime import date, datetime

import pandas as pd

from etl.changes import KEYS as KEYS_OF_CHANGES
from etl.changes import SIDES
from etl.citation import Stood
from etl.judge.ahead import Ahead
from etl.judge.arithmetic import Found
from etl.judge.grading import Call
from etl.judge.promise import Decision, Verdict
from etl.judge.what_if import Prospect
from etl.vocabulary import FAMILY_OF, Choice, Finding, Method, Reason, Status

POLICIES = (
    ("robot-plus", "Robot+ plan", "“机器人+”行动", "Implementation Plan for “Robot+” Application Actions",
     "“机器人+”应用行动实施方案", date(2023, 1, 19)),
    ("standards", "Standards outline", "标准化纲要", "National Standardization Development Outline",
     "国家标准化发展纲要", date(2021, 10, 10)),
    ("nev", "New-energy vehicle plan", "新能源汽车规划", "New Energy Vehicle Industry Development Plan 2021–2035",
     "新能源汽车产业发展规划（2021—2035年）", date(2020, 11, 2)),
    ("software", "Software plan", "软件规划", "14th Five-Year Plan for Software and Information Technology Services",
     "“十四五”软件和信息技术服务业发展规划", date(2021, 11, 30)),
    ("outline-15", "15th plan outline", "“十五五”纲要", "Outline of the 15th Five-Year Plan",
     "“十五五”规划纲要", date(2026, 3, 13)),
)  # fmt: skip

BODIES = (
    ("MIIT", "Ministry of Industry and Information Technology", "工业和信息化部"),
    ("NDRC", "National Development and Reform Commission", "国家发展和改革委员会"),
    ("MOF", "Ministry of Finance", "财政部"),
    ("MEE", "Ministry of Ecology and Environment", "生态环境部"),
    ("SAC", "Standardization Administration", "国家标准化管理委员会"),
    ("IFR", "International Federation of Robotics", "国际机器人联合会"),
)

# name, unit, status, baseline → latest → target, comparator, progress, time, badges
SHAPES = (
    ("Industrial robot density", "工业机器人密度", "robots per 10,000 employees", "台/万人", "on_track", 246, 470, 492,
     "at_least", 0.91, 0.6, "derived"),
    ("Share of new-energy vehicles in new car sales", "新能源汽车新车销量占比", "%", "%", "achieved", 4.7, 31.6, 20,
     "about", 1.76, 0.8, ""),
    ("Technical standard innovation bases", "国家技术标准创新基地", "bases", "个", "far_behind", 22, 34, 100,
     "more_than", 0.154, 0.62, "implied_baseline secondary_source"),
    ("Numerical control of key processes", "关键工序数控化率", "%", "%", "behind", 55.3, 62.9, 68,
     "at_least", 0.6, 0.75, "contested"),
    ("Market satisfaction rate of industrial software that is developed and maintained within the country",
     "国产工业软件市场满足率", "%", "%", "no_data", None, None, 50, "more_than", None, None, ""),
    ("Application scenarios", "应用场景", "scenarios", "个", "no_data", None, None, 200,
     "more_than", None, None, "draft"),
    ("Electricity use per 100 km", "百公里电耗", "kWh", "千瓦时", "wrong_direction", 15, 16.2, 12,
     "at_most", -0.4, 0.7, ""),
    ("Vehicles sold a year", "年销量", "vehicles", "辆", "awaiting_data", 1_367_000, 12_866_000, 15_000_000,
     "at_least", 0.84, 0.8, "provisional"),
    ("Open-source communities", "开源社区", "communities", "个", "pace_unknown", None, 2, 3, "between", None, None, ""),
    ("Training of engineers", "工程师培养", "", "", "no_numeric_target", None, None, None, None, None, None, ""),
    ("Pilot cities", "试点城市", "cities", "个", "listed", None, None, 16, "exactly", None, None, ""),
    ("R&D expenditure growth", "研发经费增速", "% per year", "%/年", "missed", 10.3, 6.4, 7,
     "at_least", 0.5, 1.0, "proxy"),
    ("Robot density of all industry", "全行业机器人密度", "robots per 10,000 employees", "台/万人", "basis_changed",
     246, 166, 492, "at_least", None, None, "disputed_source"),
)  # fmt: skip

KEYS = [
    "reason",
    "detail",
    "high",
    "target_high",
    "second_period",
    "second_value",
    "second_basis",
    "ratio",
    "required_value",
    "series_id",
    "series_role",
    "actual_per_year",
    "required_per_year",
    "distance",
    "baseline_published_on",
    "scope_en",
    "scope_zh",
    "policy_number",
    "policy_url",
    "source_load_id",
    "source_sheet",
    "source_cell",
    "method_class",
    "obstacle",
    "workings",
    "chance",
    "expected",
    "no_chance",
    "bodies",
    "body_names_en",
    "body_names_zh",
    "area_id",
    "area_en",
    "area_zh",
    "stated",
    "stated_value",
    "stated_basis",
    "expression",
    "unit_as_written",
    "deadline_as_written",
    "via",
    "source",
    "url",
    "grade",
    "note",
    "note_zh",
]


def promise(number: int) -> dict:
    """The status row of the promise of this number, as `etl.store.query.status` gives it."""
    shape, policy = SHAPES[number % len(SHAPES)], POLICIES[number % len(POLICIES)]
    name_en, name_zh, unit, unit_zh, status, baseline, value, target, comparator, progress, time, badges = shape
    row = dict.fromkeys(KEYS) | {
        "target_id": f"T{number:03d}",
        "slug": f"target-{number:03d}",
        "name_en": f"{name_en} {number // len(SHAPES) or ''}".strip(),
        "name_zh": f"{name_zh}{number // len(SHAPES) or ''}",
        "statement_en": f"{name_en}, as the document has it",
        "statement_zh": None,
        "indicator_id": f"indicator_{number % len(SHAPES)}",
        "unit": unit,
        "unit_zh": unit_zh,
        "status": status,
        "family": FAMILY_OF[Status(status)].value,
        "detail": "behind" if status == "awaiting_data" else None,
        "kind": "listed" if status == "listed" else "level",
        "baseline_value": baseline,
        "baseline_period": "2020" if baseline else None,
        "value": value,
        "high": None,
        "qualifier": "more_than" if value == 34 else "exact",
        "period": None if value is None else "2024",
        "published_on": None if value is None else date(2025, 1 + number % 12, 20),
        "target_value": target,
        "target_high": 5 if comparator == "between" else None,
        "comparator": comparator,
        "target_is_derived": "derived" in badges,
        "deadline": None if number % 29 == 28 else date(2025 + 5 * (number % 2), 12, 31),
        "progress_share": progress,
        "time_share": time,
        "badges": badges,
        "same_as": f"T{number - len(SHAPES):03d}" if number in (13, 26) else None,
        "chance": {"on_track": 0.81, "behind": 0.36, "achieved": 0.93}.get(status),
        "expected": value and {"on_track": value * 1.1, "behind": value * 1.1}.get(status),
        "rules_version": 1,
        "no_chance": {"no_data": "no_figure", "missed": "settled", "basis_changed": "basis_differs"}.get(status),
        "firmness": "expected",
        "text_status": "final",
    }
    row |= made_up_series(number, row) | {"load_id": 1, "sheet": "targets", "row": number + 2, "stated_on": policy[-1]}
    row |= dict(zip(("sector_id", "sector_en", "sector_zh"), SECTORS[policy[0] == "standards"], strict=True))
    row["bodies"] = bodies_of(policy[0])
    names = ("policy_id", "short_en", "short_zh", "policy_name_en", "policy_name_zh", "issued")
    return row | dict(zip(names, policy, strict=True))


SECTORS = (("industry", "Industry", "工业"), ("standards", "Standards and quality", "标准与质量"))


def bodies_of(policy_id: str) -> str:
    """The codes of the bodies that issued a made-up document."""
    return "SAC" if policy_id == "standards" else "MIIT; NDRC; MOF; MEE"


ROBOTS = {
    2012: 23, 2013: 25, 2014: 36, 2015: 49, 2016: 68, 2017: 97, 2019: 187, 2020: 246, 2021: 322, 2022: 402, 2023: 470,
}  # fmt: skip


REASONS = {
    "no_data": "only_proxies", "no_numeric_target": "no_number", "listed": "listed", "achieved": "reached",
    "missed": "deadline_observation", "basis_changed": "basis_differs", "awaiting_data": "deadline_passed",
    "pace_unknown": "no_second_point",
}  # fmt: skip


def made_up_series(number: int, row: dict) -> dict:
    """What a status row says beside its verdict: its series, and how the document puts it."""
    said = {
        "stated": f"{row['target_value']}", "stated_value": row["target_value"], "unit_as_written": "",
        "deadline_as_written": "2025", "grade": "primary", "source": "Text of the plan",
        "reason": REASONS.get(row["status"], "pace"),
        "url": "https://example.org/plan", "body_names_en": "MIIT; NDRC; MOF; MEE",
        "body_names_zh": "工信部; 国家发改委; 财政部; 生态环境部", "scope_en": "manufacturing, nationwide",
    }  # fmt: skip
    if row["value"] is None:
        return said
    said |= {"area_id": "CN", "area_en": "China", "area_zh": "中国"}
    if number % 11 == 10:
        said |= {"area_id": "KR", "area_en": "South Korea", "area_zh": "韩国"}
    said |= {"series_id": f"series-{number:03d}", "series_role": "headline", "basis": "old"}
    said |= {"source_load_id": 1, "source_sheet": "observations", "source_cell": "E24"}
    if row["status"] == "basis_changed":
        said |= {"basis": "new", "second_basis": "old", "second_period": "2023", "second_value": 470.0}
    return said


def observed(series_id: str, row: dict) -> list[dict]:
    """The observations of a made-up series: the robots', or five points between baseline and latest value."""
    if row["unit"] == "robots per 10,000 employees":
        values = ROBOTS | ({2024: row["value"]} if row["status"] == "basis_changed" else {})
    else:
        start, end = row["baseline_value"] or 1, row["value"] or 80
        values = {2020 + step: round(start + (end - start) * step / 4, 1) for step in range(5)}
    return [_observation(series_id, row, year, value) for year, value in values.items()]


def _observation(series_id: str, row: dict, year: int, value: float) -> dict:
    is_new = row["status"] == "basis_changed" and year == 2024
    return {
        "series_id": series_id, "period": str(year), "period_start": date(year, 1, 1), "period_end": date(year, 12, 31),
        "frequency": "year", "decides": True, "value": float(value), "high": None, "qualifier": "exact",
        "unit": row["unit"], "unit_zh": row["unit_zh"], "basis": "new" if is_new else "old",
        "published_on": date(year + 1, 4, 20), "known_on": date(year + 1, 4, 20),
        "published_as_written": f"{year + 1}-04-20", "publisher_id": "IFR",
        "publisher_en": "International Federation of Robotics", "publisher_zh": "国际机器人联合会", "via": "Xinhua",
        "source": "World Robotics", "url": "https://example.org/robots", "grade": "primary", "flag": None,
        "note": "=1+1", "note_zh": "=1+1", "value_as_written": f"{value}", "load_id": 1, "file_name": "robots.xlsx",
        "sheet": "observations", "cell": f"E{year - 2000}",
    }  # fmt: skip


def changed(number: int, day: date, cause: str, before: str | None, value: float | None, lang: str) -> dict:
    """A verdict that moved on a day to where the promise of this number stands, with the keys of `etl.changes`."""
    row = promise(number) | {"cause": cause, "status_before": before, "value_before": value, "day": day}
    row |= {"sentence": "In one sentence.", "name": row[f"name_{lang}"], "period_before": value and "2023"}
    row |= {f"{name}_after": row.get(name) for name in SIDES} | {"published_on_before": value and date(2024, 11, 20)}
    return {key: row.get(key) for key in KEYS_OF_CHANGES}


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
        return pd.DataFrame(known, columns=list(_observation("", promise(0), 2020, 0)), dtype=object)

    def comparable(self, _bind: None, as_of: date, series_ids: tuple[str, ...]) -> pd.DataFrame:
        frame = self.observations(None, as_of, series_ids)
        return frame.assign(published_value=frame["value"], published_basis=frame["basis"], is_split=False)

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
            ("T002", "contributes_to", "T000", None, None),
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
        return sorted(policy[-1] for policy in POLICIES if policy[-1] <= as_of and self.count)

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
        frame = self.target_series(None, date.max)[["target_id", "series_id", "name_en", "name_zh", "publisher_en",
                                                    "publisher_zh", "scope_en", "scope_zh"]]  # fmt: skip
        codes = [f"indicator_{int(code[1:]) % len(SHAPES)}" for code in frame.target_id]
        place = {"area_id": "CN", "area_en": "China", "area_zh": "中国"}
        return frame.assign(indicator_id=codes, **place).drop(columns="target_id")

    def rivals(self, _bind: None, _as_of: date, _method: str | None) -> pd.DataFrame:
        return pd.DataFrame(columns=["target_id", "series_id"], dtype=object)

    def decisions(self, _bind: None, _as_of: date) -> pd.DataFrame:
        return pd.DataFrame(columns=["decision_id", "choice", "series_id", "basis", "target_id"], dtype=object)

    def findings(self, _bind: None, _as_of: date) -> list:
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
