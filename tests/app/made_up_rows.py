"""The rows of made-up promises: documents, bodies, targets, figures, and verdicts that moved."""

from datetime import date

from etl.changes import KEYS as KEYS_OF_CHANGES
from etl.changes import SIDES
from etl.vocabulary import FAMILY_OF, Status

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

IFR = {
    "publisher_id": "IFR", "publisher_en": "International Federation of Robotics", "publisher_zh": "国际机器人联合会",
}  # fmt: skip

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
        **(IFR if value is not None else dict.fromkeys(IFR)),
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
    return [observation(series_id, row, year, value) for year, value in values.items()]


def observation(series_id: str, row: dict, year: int, value: float) -> dict:
    """One figure of a made-up series."""
    is_new = row["status"] == "basis_changed" and year == 2024
    return {
        "series_id": series_id, "period": str(year), "period_start": date(year, 1, 1), "period_end": date(year, 12, 31),
        "frequency": "year", "decides": True, "value": float(value), "high": None, "qualifier": "exact",
        "unit": row["unit"], "unit_zh": row["unit_zh"], "basis": "new" if is_new else "old",
        "published_on": date(year + 1, 4, 20), "known_on": date(year + 1, 4, 20),
        "published_as_written": f"{year + 1}-04-20", **IFR, "via": "Xinhua",
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
