"""Units as written: a factor and the base they count, so that figures of one quantity can be compared.

    unit    = [number] [multiplier] noun | money [number] [multiplier] | unit "per" unit | "%" words
    number  = "10,000" …          multiplier = million, 万, 亿 …          noun = a known measure or any other word

The words after "%" name the denominator, not the quantity; a remark in brackets names nothing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.characters import plain


class UnitMismatch(ValueError):
    """Two units measure different quantities."""


@dataclass(frozen=True)
class Unit:
    """How many of `base` one of this unit is."""

    factor: float
    base: str


MULTIPLIERS: dict[str, float] = {
    **{"thousand": 1e3, "million": 1e6, "mn": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12},
    **{"百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7},
    **{"亿": 1e8, "十亿": 1e9, "百亿": 1e10, "千亿": 1e11, "万亿": 1e12},
}
"""What a word or character multiplies the number before it by."""

_ENGLISH = "|".join(sorted((word for word in MULTIPLIERS if word.isascii()), key=len, reverse=True))
_CHINESE = "|".join(sorted((word for word in MULTIPLIERS if not word.isascii()), key=len, reverse=True))
NOT_MULTIPLIED = "千(?:瓦|克|米)|百分"  # 千瓦 is a unit of its own: 万千瓦 is 万 of 千瓦
MULTIPLIER = rf"(?:(?:{_ENGLISH})(?![a-z])|(?!{NOT_MULTIPLIED})(?:{_CHINESE}))"
"""Pattern of one multiplier; matches without regard to case."""

_MONEY = {
    "CNY": ("cny", "rmb", "yuan", "renminbi", "人民币", "元人民币", "元", "¥"),
    "USD": ("usd", "us$", "us dollar", "dollar", "美元", "$"),
    "EUR": ("eur", "euro", "欧元", "€"),
}
_CURRENCY = {word: code for code, words in _MONEY.items() for word in words}
CURRENCY = "(?:" + "|".join(f"{re.escape(word)}(?![a-z])" for word in _CURRENCY) + ")"
"""Pattern of a currency that stands before its amount; matches without regard to case."""

_MEASURES: dict[str, dict[str, float]] = {
    "W": {"w": 1, "瓦": 1, "kw": 1e3, "千瓦": 1e3, "mw": 1e6, "兆瓦": 1e6, "gw": 1e9, "吉瓦": 1e9, "tw": 1e12},
    "Wh": {"wh": 1, "kwh": 1e3, "千瓦时": 1e3, "mwh": 1e6, "gwh": 1e9, "twh": 1e12},
    # Chinese statistics in English write "tons" for 吨, the metric tonne
    "tonnes": {"t": 1, "tonne": 1, "ton": 1, "metric ton": 1, "吨": 1, "kg": 1e-3, "千克": 1e-3, "kt": 1e3, "mt": 1e6},
    "tce": {
        **{"tce": 1, "tonne of standard coal": 1, "ton of standard coal": 1, "tonne of coal equivalent": 1},
        **{"吨标准煤": 1, "吨标煤": 1, "mtce": 1e6},
    },
    "FLOPS": {"flops": 1, "flop": 1, "pflops": 1e15, "pflop": 1e15, "eflops": 1e18, "eflop": 1e18},
    "km": {"km": 1, "公里": 1, "千米": 1},
    "month": {"month": 1, "个月": 1, "月": 1},
    "year": {"year": 1, "年": 1, "annum": 1},
    "person": dict.fromkeys(
        ("person", "people", "inhabitant", "employee", "worker", "manufacturing worker", "manufacturing employee")
        + ("人", "工人", "员工", "从业人员", "制造业工人"),
        1,
    ),
    "vehicle": {"vehicle": 1, "辆": 1},
    "unit": dict.fromkeys(("unit", "set", "robot", "industrial robot", "台", "套", "台套", "台/套"), 1),
    "%": {"%": 1, "‰": 0.1},
    "percentage point": dict.fromkeys(("percentage point", "% point", "pp", "个百分点", "百分点"), 1),
}
_KNOWN = {word: Unit(float(factor), base) for base, words in _MEASURES.items() for word, factor in words.items()}
_KNOWN |= {word: Unit(1.0, code) for word, code in _CURRENCY.items()}

_REMARK = re.compile(r"\s*\([^()]*\)\s*")
_PER_CENT = re.compile(r"per ?cent(?:age)?\b")
_COUNT = "[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3}|[1-9][0-9]{0,11}"
_LEADING = re.compile(rf"(?P<count>{_COUNT})(?![0-9.,%])\s*|(?P<multiplier>{MULTIPLIER})\s*")
_LEADING_MONEY = re.compile(rf"{CURRENCY}(?=[\s0-9]|{MULTIPLIER}|$)\s*")
_MOST_PARTS = 4  # "CNY 100 million": money, a number and a multiplier
_PER = re.compile(r"\s+(?:per|a|an|each)\s+(?=\S)")


def read_unit(text: str) -> Unit:
    """The unit's factor and base. Any text can be read: an unknown noun is a base of its own, plural and case aside."""
    return _read(text)[0]


def is_known_unit(text: str) -> bool:
    """Whether every word of the unit is a known measure, so that it may stand next to a number without a blank."""
    return _read(text)[1]


def convert(value: float, unit_from: str, unit_to: str) -> float:
    """The value, counted in `unit_from`, counted in `unit_to`. UnitMismatch if they measure different quantities."""
    here, there = read_unit(unit_from), read_unit(unit_to)
    if here.base != there.base:
        raise UnitMismatch(f"'{unit_from}' cannot be converted to '{unit_to}'")
    # dividing by the quotient above one keeps powers of ten exact
    if here.factor >= there.factor:
        return value * (here.factor / there.factor)
    return value / (there.factor / here.factor)


@lru_cache(maxsize=4096)  # the same few units stand in all rows of a file
def _read(text: str) -> tuple[Unit, bool]:
    """The unit, and whether all of it is known."""
    written = plain(text).casefold()
    folded = _PER_CENT.sub("%", _REMARK.sub(" ", written).strip() or written)
    if folded.startswith("%") and _singular(folded) not in _KNOWN:
        return _KNOWN["%"], True
    if folded in _KNOWN:
        return _KNOWN[folded], True
    numerator, denominator = _split_ratio(folded)
    if not denominator:
        return _read_simple(folded)
    above, above_known = _read_simple(numerator)
    below, below_known = _read_simple(denominator)
    # a bare "per 10,000" counts people, as in "robots per 10,000"
    base = below.base or "person"
    return Unit(above.factor / below.factor, f"{above.base} per {base}"), above_known and below_known


def _split_ratio(text: str) -> tuple[str, str]:
    """Numerator and denominator; the latter is empty where there is none. A slash may also stand between two nouns."""
    parts = _PER.split(text, maxsplit=1)
    if len(parts) == 2:
        return parts[0], parts[1]
    numerator, _, denominator = text.partition("/")
    if numerator.strip() and denominator.strip() and _read_simple(denominator.strip())[1]:
        return numerator.strip(), denominator.strip()
    return text, ""


def _read_simple(text: str) -> tuple[Unit, bool]:
    """A unit without "per": multipliers and money before or after each other, then a noun."""
    factor, money, rest = 1.0, "", text
    for _ in range(_MOST_PARTS):
        if match := _LEADING.match(rest):
            factor *= (
                MULTIPLIERS[match["multiplier"]] if match["multiplier"] else float(match["count"].replace(",", ""))
            )
        elif not money and (match := _LEADING_MONEY.match(rest)):
            money = _CURRENCY[match[0].strip()]
        else:
            break
        rest = rest[match.end() :]
    return _name(factor, money, _singular(rest))


def _name(factor: float, money: str, noun: str) -> tuple[Unit, bool]:
    known = _KNOWN.get(noun)
    if money and (not noun or (known and known.base == money)):
        return Unit(factor, money), True
    if known and not money:
        return Unit(factor * known.factor, known.base), True
    return Unit(factor, f"{money} {noun}".strip()), not noun


def _singular(text: str) -> str:
    return " ".join(_singular_word(word) for word in text.split())


def _singular_word(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "ops")):
        return word[:-1]
    return word
