"""Targets as stated: "more than 100", "double versus 2020", "17 % below 2005", "年均增长20%以上".

    statement = quantity                                    a number that is relative to nothing
              | [verb] quantity "%" "a year"                growth per year
              | [qualifier] ("double" | n "times") [base]   a multiple of the base
              | verb quantity "%" [base]                    a change: "reduce by 18 %"
              | quantity "%" ("above" | "lower than") base  a change from the base
              | sign quantity "%" "versus" base             a change from the base
    base      = "versus" year | "from the 2020 level" | "比2020年" | "(2020)" | "peak"

A change is signed and in per cent of its base: double is +100, a fall by 18 % is −18. Signed, a fall of at least 17 %
is a change of at most −17. Where the words of a change name no bound, going further in its direction keeps it too.
"""

import re
from dataclasses import dataclass, replace

from etl.normalise.characters import DASH, plain
from etl.normalise.numbers import NotANumber, Quantity, read_quantity
from etl.normalise.periods import NotAPeriod, Period, read_period
from etl.vocabulary import Comparator, Kind, Qualifier


@dataclass(frozen=True)
class Statement:
    """A target as stated. `kind` is None for a plain quantity, `comparator` None where the words name none.

    For change and growth_per_year `value` is in per cent (signed), and `unit` is "%". `high`: upper end of a range.
    """

    kind: Kind | None
    comparator: Comparator | None
    value: float | None
    high: float | None
    unit: str
    base_period: Period | None


def read_statement(text: str) -> Statement:
    """What a stated target says. NotANumber, with the reason, where it cannot be read or could be read in two ways."""
    written = plain(text)
    try:
        return _yearly(written) or _relative(written) or _plain(written)
    except NotANumber as error:
        raise NotANumber(error.reason, text) from None
    except NotAPeriod as error:
        raise NotANumber(str(error)) from None


_COMPARATORS = {
    Qualifier.exact: None,
    Qualifier.about: Comparator.about,
    Qualifier.nearly: Comparator.about,
    Qualifier.just_over: Comparator.more_than,
    Qualifier.more_than: Comparator.more_than,
    Qualifier.at_least: Comparator.at_least,
    Qualifier.less_than: Comparator.at_most,
    Qualifier.at_most: Comparator.at_most,
    Qualifier.between: Comparator.between,
}
_MIRRORED = {
    None: Comparator.at_most,
    Comparator.at_least: Comparator.at_most,
    Comparator.more_than: Comparator.at_most,
    Comparator.at_most: Comparator.at_least,
}
_UP_TO = re.compile(r"(?:up to|至多|最多)", re.I)
_EXACTLY = re.compile(r"(?:exactly|precisely|=|恰好)", re.I)

_RISE = (
    *("grow", "grows", "growing", "growth", "increase", "increases", "increasing", "rise", "rises", "rising", "up"),
    *("增长", "增加", "提高", "提升", "上升"),
)
_FALL = (
    *("reduce", "reduces", "reducing", "reduction", "fall", "falls", "falling", "decrease", "decreases", "decline"),
    *("declines", "cut", "lower", "drop", "drops", "down", "下降", "降低", "减少", "降"),
)


def _verbs(words: tuple[str, ...]) -> str:
    """Pattern of a verb before its amount; "rise to" and 提高到 state a level and are left out."""
    english = "|".join(word for word in words if word.isascii())
    chinese = "|".join(word for word in words if not word.isascii())
    return rf"(?:to )?(?:{english})(?: by| of)? (?!to\b)|(?:{chinese})(?![到至达])"


_VERB = re.compile(rf"(?:(?P<rise>{_verbs(_RISE)})|(?P<fall>{_verbs(_FALL)}))(?P<rest>.*)", re.I)
_COMPARED = re.compile(r"(?P<rest>.*(?:%|per ?cent)) (?:(?P<rise>above|higher|more)|(?P<fall>below|lower|less))", re.I)
_REACH = re.compile(r"(?:to )?(?:reach(?:es)?|(?:rise|grow|increase|fall|decrease|cut|reduce)s? to) (?P<rest>.*)", re.I)
_REACH_CHINESE = re.compile(r"(?:[^\W\d_]{2})?(?:达到|达|到|至)(?P<rest>[0-9约近不超].*)")

_YEARLY = re.compile(
    r"(?P<rest>.*?)\s*\b(?:(?:a|per|each|every) (?:year|annum)|annually|yearly|p\.a\.)(?P<after> or more| or less|)",
    re.I,
)
_YEARLY_BEFORE = re.compile(r"(?:(?:annual|yearly) (?=growth )|年均(?:增速|增长率)?|每年)(?P<rest>.*)", re.I)
_ON_AVERAGE = re.compile(r"\s*\b(?:on average|average)\b\s*", re.I)

_YEAR = r"[0-9]{4}(?:-?[QH][1-4]|-[0-9]{2}(?![0-9]))?"
_VERSUS = r"versus|vs\.?|compared (?:with|to)|relative to|from|over|on|than(?: in)?"
_BASE = re.compile(
    rf"(?P<rest>.*?)(?: (?P<tie>above|below|of|{_VERSUS}))? (?:the |their |its )?"
    rf"(?:(?P<year>{_YEAR})(?: levels?| values?)?|peak(?: level)?)",
    re.I,
)
_BASE_REMARK = re.compile(rf"(?P<rest>.*?)\s*\((?:(?:{_VERSUS}) |比|较)?(?P<year>{_YEAR})年?\)", re.I)
_BASE_CHINESE = re.compile(rf"(?:[比较]|在|以|是|达到)?(?P<year>{_YEAR})年(?:水平|的?基础上|的)?\s*(?P<rest>.+)")

_DOUBLES = {
    **{"double": 100, "doubles": 100, "doubled": 100, "doubling": 100, "翻番": 100, "翻一番": 100, "增长一倍": 100},
    **{"triple": 200, "triples": 200, "tripled": 200, "tripling": 200, "翻两番": 300},
    **{"quadruple": 300, "quadruples": 300, "quadrupled": 300, "quadrupling": 300},
}
_DOUBLE = re.compile("|".join(rf"(?<![a-z]){word}(?![a-z])" for word in sorted(_DOUBLES, key=len, reverse=True)), re.I)
_ONE_TO_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT_WORD = re.compile(rf"\b(?:{'|'.join(_ONE_TO_TEN)})(?= |-?fold)", re.I)
_TIMES = re.compile(r"(?P<rest>.*[0-9])(?: times|\s?[x×]|-?fold|倍)(?P<after>及?以上|左右|)", re.I)
_CROSS = re.compile(r"(?P<rest>[^0-9]*)[x×] ?(?P<after>[0-9.]+)", re.I)
_PER_CENT = ("%", "per cent", "percent")


def _plain(text: str) -> Statement:
    """A number that is relative to nothing."""
    if match := _REACH.fullmatch(text) or _REACH_CHINESE.fullmatch(text):
        text = match["rest"]
    quantity = read_quantity(text)
    return Statement(None, _comparator(text, quantity), quantity.value, quantity.high, quantity.unit, None)


def _comparator(text: str, quantity: Quantity) -> Comparator | None:
    if _UP_TO.match(text):
        return Comparator.up_to
    if quantity.qualifier is Qualifier.exact and _EXACTLY.match(text):
        return Comparator.exactly
    return _COMPARATORS[quantity.qualifier]


def _yearly(text: str) -> Statement | None:
    """Growth per year, if the text states per cent a year."""
    short = _ON_AVERAGE.sub(" ", text).strip()
    if match := _YEARLY.fullmatch(short):
        rest = match["rest"] + match["after"]
    elif match := _YEARLY_BEFORE.fullmatch(short):
        rest = match["rest"]
    else:
        return None
    is_fall, rest = _verb(rest)
    if not _has_per_cent(rest):
        return None
    return _signed(Kind.growth_per_year, rest, is_fall)


def _has_per_cent(text: str) -> bool:
    return any(word in text.lower() for word in _PER_CENT)


def _verb(text: str) -> tuple[bool | None, str]:
    """Whether the text's verb says a fall (None: it has none), and the amount beside it."""
    match = _VERB.fullmatch(text) or _COMPARED.fullmatch(text)
    return (match["fall"] is not None, match["rest"]) if match else (None, text)


def _signed(kind: Kind, text: str, is_fall: bool | None) -> Statement:
    """The change or growth of the per cent that `text` states, turned round for a fall."""
    quantity = read_quantity(text)
    if quantity.unit.lower() not in _PER_CENT:
        raise NotANumber("a change is stated in per cent of its base; else state the level to be reached")
    if is_fall is not None and quantity.value < 0:
        raise NotANumber("the number has both a sign and a word of direction; leave out the sign")
    comparator, value, high = _comparator(text, quantity), quantity.value, quantity.high
    if is_fall:
        value, high = (-value, None) if high is None else (-high, -value)
        comparator = _MIRRORED.get(comparator, comparator)
    elif comparator is None:
        comparator = Comparator.at_most if value < 0 else Comparator.at_least
    return Statement(kind, comparator, value, high, "%", None)


def _relative(text: str) -> Statement | None:
    """A change from a base, if the text states one."""
    rest, tie, year = _split_base(text)
    change = _doubled(rest) or _multiple(rest) or _compared(rest, tie)
    return replace(change, base_period=read_period(year)) if change and year else change


def _split_base(text: str) -> tuple[str, str | None, str]:
    """The text without its base, the word that ties it ('' for none, None where there is no base), and the base."""
    if match := _BASE_REMARK.fullmatch(text) or _BASE_CHINESE.fullmatch(text):
        return match["rest"], "", match["year"]
    if match := _BASE.fullmatch(text):
        return match["rest"], (match["tie"] or "").lower(), match["year"] or ""
    return text, None, ""


def _doubled(text: str) -> Statement | None:
    """A change stated by one word: "more than double", 翻一番."""
    match = _DOUBLE.search(text)
    if not match:
        return None
    amount = f"{text[: match.start()]}{_DOUBLES[match[0].lower()]} %{text[match.end() :]}"
    return _signed(Kind.change, amount, is_fall=False)


def _compared(text: str, tie: str | None) -> Statement | None:
    """A change in per cent, by a verb, a word of comparison or a sign before its base."""
    is_fall, amount = _verb(f"{text} {tie}" if tie in ("above", "below") else text)
    if is_fall is not None:
        return _signed(Kind.change, amount, is_fall)
    if tie is None or not _has_per_cent(text):
        return None  # "more than 2000" and "between 1500 and 2000" end like a base year and are numbers
    if text[:1] in ("+", "-", DASH):
        return _signed(Kind.change, text, None)
    raise NotANumber("say how the number stands to its base, as in '25 % above 2023' or 'reduce by 18 % from 2020'")


def _multiple(text: str) -> Statement | None:
    """A change stated as a multiple: "six times", "×2", "2.5倍". 增长2倍 adds twice the base, 达到2倍 reaches it."""
    counted = _COUNT_WORD.sub(lambda word: str(_ONE_TO_TEN.index(word[0].lower()) + 1), re.sub(" the$", "", text))
    match = _TIMES.fullmatch(counted) or _CROSS.fullmatch(counted)
    if not match:
        return None
    is_fall, amount = _verb(match["rest"] + match["after"])
    if is_fall or (is_fall is False and "倍" not in text):
        raise NotANumber("this may be meant in two ways; state the change in per cent")
    if reached := _REACH_CHINESE.fullmatch(amount):
        amount = reached["rest"]
    quantity = read_quantity(amount)
    if quantity.unit:
        raise NotANumber(f"'{quantity.unit}' beside a multiple is not understood")
    low, high = (_as_change(value, is_fall is False) for value in (quantity.value, quantity.high))
    return Statement(Kind.change, _comparator(amount, quantity) or Comparator.at_least, low, high, "%", None)


def _as_change(multiple: float | None, is_added: bool) -> float | None:
    """Per cent of change that a multiple of the base means; 12 digits, so that 1.1 times is 10."""
    return None if multiple is None else float(f"{100 * (multiple if is_added else multiple - 1):.12g}")
