"""The chance that a target is met, in numbers and words: one wording for all that is seen.

Never more precise than whole per cent; below 5 and above 95 per cent only that it lies there. The widest band that is
checked against outcomes leaves 2.5 per cent on either side: numbers so far out would rest on its tails.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from etl import catalogue
from etl.catalogue import Catalogue
from etl.judge.wording import Words
from etl.vocabulary import Badge, NoChance, Status

LEAST, MOST = 5, 95
"""Per cent below and above which no number is given."""

BAND = 80
"""The band that is told in words, in per cent of outcomes."""

FRACTIONS = tuple(
    Fraction(part, whole)
    for part, whole in (
        *((1, 20), (1, 10), (1, 7), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2)),
        *((3, 5), (2, 3), (3, 4), (4, 5), (6, 7), (9, 10), (19, 20)),
    )
)
"""The fractions that have words."""

SILENT = (NoChance.settled, NoChance.ended)
"""Reasons that need no words: the outcome is known, or nobody is held to it any longer."""

FEW = (3, 4)
"""Numbers of figures that make a chance weak by themselves."""

Band = tuple[float, float]


def percent(share: float, lang: str) -> str:
    """A chance (0 to 1) in whole per cent: "61 %", "under 5 %", "over 95 %"; "61%", "低于5%", "高于95%"."""
    number = round(share * 100)
    key = "percent_under" if number < LEAST else "percent_over" if number > MOST else "percent"
    return _texts(lang)(key, number=min(max(number, LEAST), MOST))


def in_words(share: float, lang: str) -> str:
    """A chance (0 to 1) as a reader says it: "about three in five", "less than one in twenty"; "约五分之三"."""
    number = round(share * 100)
    nearest = min(FRACTIONS, key=lambda fraction: abs(float(fraction) - share))
    key = "less_than" if number < LEAST else "more_than" if number > MOST else "about"
    return _texts(lang)(key, fraction=_texts(lang)(f"fraction.{nearest}"))


def _texts(lang: str) -> Catalogue:
    return catalogue.of("chances", lang)


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
    key = "unknown" if figures is None else figures if figures in FEW else "far_apart"
    return _texts(lang)(f"weak.{key}")


def chance_sentence(row: Mapping[str, object], lang: str, band: Band | None = None, figures: int | None = None) -> str:
    """The chance of a status row in a sentence of `lang`, or why there is none; "" where none is asked for.

    `band` is the low and the high end of `BAND` per cent of the outcomes at the deadline, in the unit; `figures` counts
    those that the forecast rests on.
    """
    texts = _texts(lang)
    if row["chance"] is None:
        why = why_none(row, lang)
        return texts("none", why=why) if why else ""
    words = Words(row, lang)
    chance = texts(
        _event(words),
        deadline=words.deadline(),
        number=percent(row["chance"], lang),
        fraction=in_words(row["chance"], lang),
        forecast=_forecast(words, band),
    )
    return catalogue.flow((chance, reservation(figures, lang)), lang) if is_weak(row) else chance


def _event(words: Words) -> str:
    """What the chance is of: to be met, to be still met, to have been met before its figure is known."""
    status = words.get("status")
    return status if status in (Status.awaiting_data, Status.achieved) else "ahead"


def _forecast(words: Words, band: Sequence[float] | None) -> str:
    if words.get("expected") is None:
        return ""
    if band is None:
        return _texts(words.lang)("forecast", expected=words.expected())
    return _texts(words.lang)("forecast_band", expected=words.expected(), band=BAND, spread=words.spread(*band))
