"""The chance that a target is met, in numbers and words, English and Chinese: one wording for all that is seen.

Never more precise than whole per cent; below 5 and above 95 per cent only that it lies there. The widest band that is
checked against outcomes leaves 2.5 per cent on either side: numbers so far out would rest on its tails.
"""

from collections.abc import Mapping, Sequence

from etl.judge.wording import Words
from etl.vocabulary import Badge, NoChance, Status

LEAST, MOST = 5, 95
"""Per cent below and above which no number is given."""

BAND = 80
"""The band that is told in words, in per cent of outcomes."""

FRACTIONS = (
    (1 / 20, "one in twenty", "二十分之一"), (1 / 10, "one in ten", "十分之一"), (1 / 7, "one in seven", "七分之一"),
    (1 / 5, "one in five", "五分之一"), (1 / 4, "one in four", "四分之一"), (1 / 3, "one in three", "三分之一"),
    (2 / 5, "two in five", "五分之二"), (1 / 2, "one in two", "二分之一"), (3 / 5, "three in five", "五分之三"),
    (2 / 3, "two in three", "三分之二"), (3 / 4, "three in four", "四分之三"), (4 / 5, "four in five", "五分之四"),
    (6 / 7, "six in seven", "七分之六"), (9 / 10, "nine in ten", "十分之九"),
    (19 / 20, "nineteen in twenty", "二十分之十九"),
)  # fmt: skip

SILENT = (NoChance.settled, NoChance.ended)
"""Reasons that need no words: the outcome is known, or nobody is held to it any longer."""

FEW = {3: ("three figures", "三个数据"), 4: ("four figures", "四个数据")}
FAR_APART = ("figures with a long gap", "间隔较长的数据")
FEW_OR_FAR = ("few figures or ones with a long gap", "少数数据或间隔较长的数据")

Band = tuple[float, float]


def percent(share: float, lang: str) -> str:
    """A chance (0 to 1) in whole per cent: "61 %", "under 5 %", "over 95 %"; "61%", "低于5%", "高于95%"."""
    number = round(share * 100)
    sign = "\u202f%" if lang == "en" else "%"
    if number < LEAST:
        return f"{'under ' if lang == 'en' else '低于'}{LEAST}{sign}"
    if number > MOST:
        return f"{'over ' if lang == 'en' else '高于'}{MOST}{sign}"
    return f"{number}{sign}"


def in_words(share: float, lang: str) -> str:
    """A chance (0 to 1) as a reader says it: "about three in five", "less than one in twenty"; "约五分之三"."""
    number = round(share * 100)
    english, chinese = min(FRACTIONS, key=lambda one: abs(one[0] - share))[1:]
    before = ("less than ", "不到") if number < LEAST else ("more than ", "超过") if number > MOST else ("about ", "约")
    return before[0] + english if lang == "en" else before[1] + chinese


def is_weak(row: Mapping[str, object]) -> bool:
    """Whether the chance of a status row is of low confidence; its badges are a list or a text with spaces."""
    badges = row["badges"] or ()
    return Badge.low_confidence in (badges.split() if isinstance(badges, str) else badges)


def why_none(row: Mapping[str, object], lang: str) -> str:
    """Why a status row has no chance; "" where it has one, and where none is asked for."""
    reason = row["no_chance"]
    return NoChance(reason).label(lang) if reason and reason not in SILENT else ""


def reservation(figures: int | None, lang: str) -> str:
    """Why a chance is of low confidence; `figures` counts those it rests on, None where that is not known."""
    english, chinese = FEW_OR_FAR if figures is None else FEW.get(figures, FAR_APART)
    return f"Low confidence: it rests on {english}." if lang == "en" else f"可信度低：仅依据{chinese}。"


def chance_sentence(row: Mapping[str, object], lang: str, band: Band | None = None, figures: int | None = None) -> str:
    """The chance of a status row in a sentence of `lang`, or why there is none; "" where none is asked for.

    `band` is the low and the high end of `BAND` per cent of the outcomes at the deadline, in the unit; `figures` counts
    those that the forecast rests on.
    """
    if row["chance"] is None:
        why = why_none(row, lang)
        return (f"No chance is given: {why}." if lang == "en" else f"不给出概率：{why}。") if why else ""
    words = Words(row, lang)
    said = words.choose(": {number}, {fraction}", "：{number}，{fraction}").format(
        number=percent(row["chance"], lang), fraction=in_words(row["chance"], lang)
    )
    said = _event(words) + said + _forecast(words, band) + words.choose(".", "。")
    weak = reservation(figures, lang) if is_weak(row) else ""
    return words.choose(" ", "").join(part for part in (said, weak) if part)


def _event(words: Words) -> str:
    """What the chance is of: to be met, to be still met, to have been met before its figure is known."""
    day, status = words.deadline(), words.get("status")
    if status == Status.awaiting_data:
        english, chinese = (
            f"Chance that it was met by {day}, as far as the figures tell",
            f"据现有数据，{day}前已达标的概率",
        )
        return words.choose(english, chinese)
    if status == Status.achieved:
        return words.choose(f"Chance that it is still met on {day}", f"到{day}仍达标的概率")
    return words.choose(f"Chance of meeting it by {day}", f"到{day}达标的概率")


def _forecast(words: Words, band: Sequence[float] | None) -> str:
    if words.get("expected") is None:
        return ""
    said = words.choose(f"forecast for then {words.expected()}", f"届时预测值{words.expected()}")
    if band:
        spread = words.spread(*band)
        said += words.choose(f"; {BAND} % of outcomes {spread}", f"；{BAND}%的结果在{spread}之间")
    return words.choose(f" ({said})", f"（{said}）")
