"""Findings in plain words with their numbers, in English and Chinese."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from etl.judge.arithmetic import Found
from etl.judge.wording import LOCALES, Words
from etl.vocabulary import Comparator, Finding, Qualifier

TEXTS: Mapping[Finding, tuple[str, str]] = {
    Finding.announced_open: (
        "{counted} counted in {period} and up to {added} announced: between {low} and {high} of {against}. That is "
        "enough only if all of it is carried out and none of it is counted already.",
        "{period}已有{counted}，另公布至多{added}：合计在{low}至{high}之间，目标为{against}。仅在全部落实且未重复计入时才足够。",
    ),
    Finding.announced_short: (
        "{counted} counted in {period} and up to {added} announced: between {low} and {high} of {against}. That is "
        "short of the goal even if all of it is carried out.",
        "{period}已有{counted}，另公布至多{added}：合计在{low}至{high}之间，目标为{against}。即使全部落实也不足。",
    ),
    Finding.part_beyond_whole: (
        "A part of it aims at {counted}, beyond the {against} of the whole.",
        "其中一部分的目标为{counted}，超过整体的{against}。",
    ),
    Finding.parts_beyond_whole: (
        "Its parts together aim at {counted}, beyond the {against} of the whole.",
        "各部分目标合计{counted}，超过整体的{against}。",
    ),
    Finding.milestone_beyond: (
        "The milestone for {day} asks for {counted}, beyond the target's own {against}.",
        "{day}的阶段目标为{counted}，超过最终目标{against}。",
    ),
    Finding.milestone_missed: (
        "The milestone of {against} by {day} was missed: {counted} in {period}.",
        "{day}的阶段目标{against}未达成：{period}为{counted}。",
    ),
    Finding.overdue: (
        "No figure for {period} or later is on file; one was to be expected by {day}.",
        "库中尚无{period}及以后的数据，预计最迟于{day}公布。",
    ),
    Finding.discontinued: (
        "The register has the series as ended on {day}; no further figure is expected.",
        "登记册注明该序列已于{day}终止，预计不会再有数据。",
    ),
    Finding.not_taken_up: (
        "No goal for this quantity is on file for the document that takes over.",
        "库中没有接续文件就该指标提出的目标。",
    ),
}

ANNOUNCED = (Finding.announced_open, Finding.announced_short)


def remark(found: Found, row: Mapping[str, object], lang: str) -> str:
    """The finding in one or two sentences of `lang` ("en" or "zh"); `row` is the status row of its target."""

    def number(value: float | None) -> str:
        if value is None:
            return ""
        exact = {"value": value, "high": None, "qualifier": Qualifier.exact}
        return Words({**row, **exact}, lang).latest()

    is_strict = found.code in ANNOUNCED and row["comparator"] == Comparator.more_than
    counted = {"value": found.low, "high": None, "qualifier": found.qualifier or Qualifier.exact}
    parts = {
        "counted": "" if found.low is None else Words({**row, **counted}, lang).latest(),
        "low": _bare(number(found.low), row, lang),
        "high": _bare(number(found.high), row, lang),
        "added": _bare(number(None if found.high is None else found.high - found.low), row, lang),
        "against": Words({**row, "target_value": found.against}, lang).target() if is_strict else number(found.against),
        "period": Words({**row, "period": found.period}, lang).period() if found.period else "",
        "day": _day(found.day, lang) if found.day else "",
    }
    said = TEXTS[found.code][lang == "zh"].format_map(parts)
    return said[:1].upper() + said[1:]


def _bare(number: str, row: Mapping[str, object], lang: str) -> str:
    """A number without its unit, which another number of the sentence bears."""
    unit = (row.get("unit_zh") if lang == "zh" else None) or row.get("unit") or ""
    return number.removesuffix(str(unit)).strip()


def _day(day: date, lang: str) -> str:
    return format_date(day, "d MMMM y" if lang == "en" else "y年M月d日", locale=LOCALES[lang])
