"""Findings in plain words with their numbers."""

from collections.abc import Mapping

from etl import catalogue
from etl.judge.arithmetic import Found
from etl.judge.wording import Words, day_in_words
from etl.vocabulary import Comparator, Finding, Qualifier

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
        "day": day_in_words(found.day, lang) if found.day else "",
    }
    said = catalogue.of("findings", lang)(found.code, **parts)
    return said[:1].upper() + said[1:]


def _bare(number: str, row: Mapping[str, object], lang: str) -> str:
    """A number without its unit, which another number of the sentence bears."""
    unit = (row.get("unit_zh") if lang == "zh" else None) or row.get("unit") or ""
    return number.removesuffix(str(unit)).strip()
