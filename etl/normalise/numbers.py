"""Numbers as publishers write them: "1,234", "~30 (nearly 30)", "> 300", "3–5", "CNY 30 billion", "1.2亿台", "70%以上".

    text     = [qualifier] range [suffix] ["(" remark ")"]
    range    = amount [("–" | "to" | "至" …) amount]
    amount   = [currency] [sign] digits ["+" | "余"] [multiplier] [unit]
    remark   = a qualifier, alone or before the same number again

What can be read in two ways is refused with the reason; nothing is guessed.
"""

import math
import re
from dataclasses import dataclass, replace

from etl.normalise.characters import DASH, plain
from etl.normalise.units import CURRENCY, MULTIPLIER, MULTIPLIERS, is_known_unit, read_unit
from etl.vocabulary import Qualifier


class NotANumber(ValueError):
    """A text that is no number, or could be more than one: `reason` says which, the message also what was found."""

    def __init__(self, reason: str, found: str | None = None):
        self.reason = reason
        super().__init__(reason if found is None else f"found '{_shortened(found)}': {reason}")


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


@dataclass(frozen=True)
class Quantity:
    """A number as published: multiplied out, with what was said before it. `unit` is '' where none was written.

    `high` is the upper end where the qualifier is `between`, else None.
    """

    value: float
    high: float | None
    qualifier: Qualifier
    unit: str


BEFORE = {
    Qualifier.exact: "exactly|precisely|=|恰好|达到|达",
    Qualifier.about: "about|around|approximately|approx.|approx|roughly|circa|ca.|~|大约|大概|约",
    Qualifier.nearly: "nearly|almost|nearing|close to|just under|just below|接近|将近|近",
    Qualifier.just_over: "just over|just above|slightly over|slightly above|slightly more than|略高于|略超过|略超",
    Qualifier.more_than: "more than|over|above|exceeding|greater than|higher than|in excess of|>"
    "|超过|多于|大于|高于|突破|超",
    Qualifier.at_least: "at least|not less than|no less than|not fewer than|no fewer than|minimum|>="
    "|不低于|不少于|不小于|至少",
    Qualifier.less_than: "less than|fewer than|lower than|below|under|<|低于|少于|小于|不足|不到",
    Qualifier.at_most: "at most|not more than|no more than|up to|within|maximum|<="
    "|不超过|不高于|不多于|不大于|至多|最多",
    Qualifier.between: "between|from|介于",
}
"""Words before a number, separated by bars."""

AFTER = {
    Qualifier.about: "or so|左右",
    Qualifier.at_least: "+|or more|or above|and above|and more|及以上|以上",
    Qualifier.at_most: "or less|or fewer|or below|and below|及以下|以下|以内|之内",
    Qualifier.between: "之间",
}
"""Words after a number and its unit. In Chinese official texts 以上 and 以下 include the number itself."""


def _words(table: dict[Qualifier, str]) -> tuple[dict[str, Qualifier], str]:
    """Qualifier of each word, and the pattern of all words, longest first."""
    words = {word: qualifier for qualifier, own in table.items() for word in own.split("|")}
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return words, pattern


_BEFORE, _BEFORE_PATTERN = _words(BEFORE)
_AFTER, _AFTER_PATTERN = _words(AFTER)

_PREFIX = re.compile(rf"(?P<word>{_BEFORE_PATTERN})(?P<rest>.*)", re.I)
_SUFFIX = re.compile(rf"(?P<rest>.*?)\s*(?P<word>{_AFTER_PATTERN})", re.I)
_REMARK = re.compile(r"(?P<rest>[^()]*[^()\s])\s*\((?P<remark>[^()]*)\)")
_ACCOUNTING = re.compile(r"\((?P<inner>[0-9][0-9., ]*%?)\)(?P<rest>[^()]*)")
_AMOUNT = re.compile(
    rf"""\s*(?P<money>{CURRENCY})?\s*
    (?P<sign>[-+{DASH}])?\s*
    (?P<digits>[0-9](?:[0-9.,]|\s(?=[0-9]))*|\.[0-9]+)(?P<exponent>e[-+]?[0-9]+(?![0-9a-z]))?
    (?P<thousands>k(?![a-z]))?
    (?P<open>\+|余|多)?
    (?:\s*(?P<multiplier>{MULTIPLIER})(?P<open_too>\+|余|多)?)?""",
    re.I | re.X,
)
_NEXT_AMOUNT = rf"(?=[-+{DASH}]?\.?[0-9]|{CURRENCY})"
_TO = re.compile(rf"\s*(?:[-{DASH}~至到]|to)\s*{_NEXT_AMOUNT}", re.I)
_AND = re.compile(rf"\s*(?:[-{DASH}~至到和与]|to|and)\s*{_NEXT_AMOUNT}", re.I)  # after "between"
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)(?:\.[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_YEAR_PATTERN = "(?:19|2[01])[0-9]{2}"
_YEAR = re.compile(_YEAR_PATTERN)
_DATE = re.compile(rf"{_YEAR_PATTERN}(?:\s?[-{DASH}/]?\s?[QH][1-4]|[-{DASH}/][0-9]{{1,2}}(?![0-9.,%])|年).*", re.I)
_NO_UNIT = re.compile(
    r"^(?:of|by|to|from|in|on|at|than|and|or|versus|vs|more|less)\b|\b(?:above|below|higher|lower|more|less)$", re.I
)
_UNIT_NUMBERS = re.compile(
    rf"(?:per|/)\s*[0-9][0-9,]*|(?:below|above|versus|vs\.?|of)\s(?:the\s)?{_YEAR_PATTERN}", re.I
)


@dataclass(frozen=True)
class _Amount:
    """One number of the text, its own multiplier (0: none), whether "+" followed it, and what came after."""

    value: float
    multiplier: float
    is_open: bool
    money: str
    digits: str
    rest: str


def read_number(text: str) -> float:
    """A plain number without qualifier, range or unit. NotANumber, with the reason, for anything else."""
    quantity = read_quantity(text)
    if quantity.unit:
        raise NotANumber(f"write the number alone, without '{quantity.unit}'", text)
    if quantity.qualifier is not Qualifier.exact:
        raise NotANumber("write one plain number, without a bound, range or approximation", text)
    return quantity.value


def read_quantity(text: str) -> Quantity:
    """The number in a text as published, with its qualifier and unit. NotANumber, with the reason, if there is none."""
    written = plain(text)
    try:
        return _read(written)
    except NotANumber as error:
        raise NotANumber(error.reason, text) from None


def _read(text: str) -> Quantity:
    if _DATE.fullmatch(text):
        raise NotANumber("this is a date or period, not a number")
    if match := _ACCOUNTING.fullmatch(text):
        text = f"-{match['inner']}{match['rest']}"
    elif match := _REMARK.fullmatch(text):
        return _with_remark(_read(match["rest"]), match["remark"].strip())
    said: list[Qualifier] = []
    core = _strip_words(text, said)
    quantity, is_open = _read_range(core, _AND if Qualifier.between in said else _TO)
    if is_open:
        said.append(Qualifier.at_least if "+" in core else Qualifier.more_than)
    if not said and quantity.high is None and _is_only_a_unit(core):
        raise NotANumber(f"this is a unit; write the number before it, as in '1 {core}'")
    return _qualified(quantity, said)


def _is_only_a_unit(text: str) -> bool:
    """Money counted by the hundred million, as statistics do: "CNY 100 million" is how many, not how much."""
    return re.fullmatch(rf"{CURRENCY}\s*(?:100 million|10,?000)", text, re.I) is not None


def _strip_words(text: str, said: list[Qualifier]) -> str:
    """The text without the qualifiers at its ends, which are added to `said`."""
    if match := _PREFIX.fullmatch(text):
        said.append(_BEFORE[match["word"].lower()])
        text = match["rest"].strip()
    if (match := _SUFFIX.fullmatch(text)) and match["rest"]:
        said.append(_AFTER[match["word"].lower()])
        text = match["rest"]
    return text


def _qualified(quantity: Quantity, said: list[Qualifier]) -> Quantity:
    """The quantity with the one qualifier that all words agree on; "about" gives way to a more definite one."""
    if quantity.high is not None:
        said = [*said, Qualifier.between]
    definite = set(said) - {Qualifier.exact, Qualifier.about}
    if len(definite) > 1:
        raise NotANumber(f"its words say different things ({' and '.join(sorted(definite))}); keep one of them")
    if Qualifier.between in definite and quantity.high is None:
        raise NotANumber("a range needs two numbers, as in '3 to 5'")
    if definite:
        return replace(quantity, qualifier=definite.pop())
    return replace(quantity, qualifier=Qualifier.about if Qualifier.about in said else Qualifier.exact)


def _with_remark(quantity: Quantity, remark: str) -> Quantity:
    """The quantity with the qualifier that a remark in brackets carries: "~30 (nearly 30)"."""
    word = remark.lower()
    if word in _BEFORE or word in _AFTER:
        return _qualified(quantity, [quantity.qualifier, _BEFORE.get(word) or _AFTER[word]])
    try:
        again = _read(remark)
    except NotANumber:
        raise NotANumber(f"the remark '({remark})' belongs into the column note") from None
    if (again.value, again.high) != (quantity.value, quantity.high) or again.unit not in ("", quantity.unit):
        raise NotANumber("the number in brackets is another one; keep one of them")
    return _qualified(quantity, [quantity.qualifier, again.qualifier])


def _read_range(text: str, to: re.Pattern[str]) -> tuple[Quantity, bool]:
    """One amount or two, not yet qualified; and whether "+" stood after it."""
    low = _read_amount(text)
    unit_between = re.match(r"\s*(?:%|‰)?", low.rest)[0]
    separator = to.match(low.rest, len(unit_between))
    if not separator:
        unit = _unit(low)
        return Quantity(_multiplied(low.value, low.multiplier or 1.0), None, Qualifier.exact, unit), low.is_open
    high = _read_amount(low.rest[separator.end() :])
    _check_range(low, high, unit_between.strip())
    value = _multiplied(low.value, low.multiplier or high.multiplier or 1.0)
    upper = _multiplied(high.value, high.multiplier or 1.0)
    if value >= upper:
        raise NotANumber("a range runs from the smaller number to the larger")
    return Quantity(value, upper, Qualifier.between, _unit(replace(high, money=low.money or high.money))), False


def _check_range(low: _Amount, high: _Amount, unit_between: str) -> None:
    if low.is_open or high.is_open:
        raise NotANumber("a range has two ends; leave out the sign after the number")
    if low.money and high.money and low.money != high.money:
        raise NotANumber("both ends of a range need the same currency")
    if unit_between and not high.rest.strip().startswith(unit_between):
        raise NotANumber("both ends of a range need the same unit")
    is_bare = not (low.money or high.money or high.rest.strip() or low.multiplier or high.multiplier)
    if is_bare and _YEAR.fullmatch(low.digits) and _YEAR.fullmatch(high.digits):
        raise NotANumber("this is a span of years, not a number")


def _read_amount(text: str) -> _Amount:
    match = _AMOUNT.match(text)
    if not match:
        raise NotANumber("there is no number where one is expected")
    money = match["money"] or ""
    multiplier = MULTIPLIERS[match["multiplier"].lower()] if match["multiplier"] else 0.0
    if match["thousands"]:
        multiplier = 1e3 * (multiplier or 1.0)
    sign = -1.0 if (match["sign"] or "+") != "+" else 1.0
    value = sign * float(_digits(match["digits"]) + (match["exponent"] or ""))
    is_open = bool(match["open"] or match["open_too"])
    return _Amount(value, multiplier, is_open, money, match["digits"], text[match.end() :])


def _digits(text: str) -> str:
    """Digits without their group separators. NotANumber where a separator could mean something else."""
    if _PLAIN.fullmatch(text):
        return text
    if _GROUPED.fullmatch(text):
        return text.replace(",", "").replace(" ", "")
    if " " in text:
        raise NotANumber("there is more than one number, or a blank that does not separate groups of three digits")
    if "," in text:
        raise NotANumber("a comma must separate groups of three digits; the decimal sign is a point")
    raise NotANumber("a number has at most one decimal point, with digits after it")


def _multiplied(value: float, multiplier: float) -> float:
    """The product as one would write it: 1.1 million is 1100000, not 1100000.0000000002."""
    product = value if multiplier == 1.0 else float(f"{value * multiplier:.15g}")
    if not math.isfinite(product):
        raise NotANumber("the number is too large")
    return product


def _unit(amount: _Amount) -> str:
    """The unit after a number, with the currency before it. NotANumber if what is left is no unit."""
    unit = amount.rest.strip()
    if not unit:
        return amount.money
    if not (unit[0].isalpha() or unit[0] in "%‰$¥€°") or _NO_UNIT.search(unit):
        raise NotANumber(f"'{unit}' after the number is not understood")
    if not is_known_unit(unit):
        if re.search("[0-9]", _UNIT_NUMBERS.sub("", unit)):
            raise NotANumber("there is more than one number")
        if unit[0].isascii() and amount.rest[0] == unit[0]:
            raise NotANumber(f"'{unit}' is no known unit; separate number and unit by a blank")
    if not amount.money:
        return unit
    if re.fullmatch(rf"(?:{MULTIPLIER})?{CURRENCY}", unit, re.I):
        if read_unit(unit).base != read_unit(amount.money).base:
            raise NotANumber("two currencies are named; keep one of them")
        return unit
    return f"{amount.money} {unit}"
