"""Words, numbers and dates in a reader's language: one folder a language, one catalogue a page of the same keys."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from babel import Locale
from babel import dates as babel_dates
from babel import numbers as babel_numbers

from etl import catalogue
from etl.judge.wording import day_in_words, qualified
from etl.vocabulary import LANGUAGES, Coded, Comparator, Method, Qualifier

FOLDER = Path(__file__).parent
HTML_LANGUAGES = {"en": "en", "zh": "zh-Hans"}

LARGE = 1_000_000
"""From here on a table writes "12.87 million" instead of all digits."""

REMEMBERED = 50_000
"""Numbers and days whose texts are remembered: those of all figures, which most pages tell again."""

_COMPACT = {"en": ("long", 2), "zh": ("short", 1)}
_SIGNS = {
    Comparator.at_least: "≥\u202f", Comparator.more_than: ">\u202f", Comparator.at_most: "≤\u202f",
    Comparator.up_to: "≤\u202f", Comparator.exactly: "", Comparator.about: "~", Comparator.between: "",
    Qualifier.exact: "", Qualifier.about: "~", Qualifier.more_than: ">\u202f", Qualifier.at_least: "≥\u202f",
    Qualifier.less_than: "<\u202f", Qualifier.at_most: "≤\u202f", Qualifier.between: "",
}  # fmt: skip


@dataclass(frozen=True)
class Text:
    """The interface's words and formats in one language."""

    lang: str

    def __call__(self, key: str, **fields: object) -> str:
        """The text of `key` with its fields filled in."""
        return self.catalogue(key, **fields)

    @cached_property
    def catalogue(self) -> catalogue.Catalogue:
        """The texts themselves."""
        return catalogue.read(*sorted((FOLDER / self.lang).glob("*.po")))

    def counted(self, key: str, count: int, **fields: object) -> str:
        """The form of `key` that goes with a count; its field `n` is the count."""
        return self.catalogue.counted(key, count, n=self.number(count), **fields)

    def flow(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other, as the language sets them."""
        return catalogue.flow(sentences, self.lang)

    @property
    def locale(self) -> Locale:
        """The locale of numbers and dates."""
        return catalogue.LOCALES[self.lang]

    @property
    def html_lang(self) -> str:
        """The language tag of the page."""
        return HTML_LANGUAGES[self.lang]

    def label(self, code: Coded) -> str:
        """A code's word."""
        return code.label(self.lang)

    def method(self, method: Method | None) -> str:
        """A method's name; of None: that each target is judged by its own."""
        return self.label(method) if method else self("method.own")

    def number(self, value: float) -> str:
        """All digits of a number, grouped: "12,866,000", "−47.9"."""
        return _grouped(_plain(value), self.lang)

    def figure(self, value: float) -> str:
        """A number short enough for a table, and still exact to four digits: "12.87 million", "1287万"."""
        if abs(value) < LARGE:
            return self.number(round(value, 4))
        return _compact(value, self.lang)

    def share(self, value: float) -> str:
        """A share of 1 as per cent without digits, set as other figures in per cent: 0.912 → "91 %", −0.4 → "−40%"."""
        return self.with_unit(self.number(round(100 * value)), "%")

    def multiple(self, factor: float) -> str:
        """The word of a large number: 1e6 → "million", 1e8 → "亿"; "" for 1."""
        form, _digits = _COMPACT[self.lang]
        return babel_numbers.format_compact_decimal(factor, format_type=form, locale=self.locale)[1:].strip()

    def change(self, value: float) -> str:
        """A number with its sign: "+75", "−3.2"."""
        return ("+" if value > 0 else "") + self.number(value)

    def quantity(self, value: float, high: float | None, qualifier: Qualifier | str) -> str:
        """A publisher's number with what stood before it: "> 300", "~20", "3–5", "nearly 50"."""
        qualifier = Qualifier(qualifier)
        sign = _SIGNS.get(qualifier)
        if sign is None:
            return qualified(self.label(qualifier), self._range(value, high), self.lang)
        return sign + self._range(value, high)

    def bound(self, value: float, high: float | None, comparator: Comparator | str) -> str:
        """A target as it is meant: "≥ 492", "~20", "3–5"."""
        return _SIGNS[Comparator(comparator)] + self._range(value, high)

    def _range(self, value: float, high: float | None) -> str:
        return self.figure(value) if high is None else f"{self.figure(value)}–{self.figure(high)}"

    def unit(self, unit: str, unit_zh: str = "") -> str:
        """A unit in this language, as far as the register has it."""
        return (unit_zh or unit) if self.lang == "zh" else unit

    def told(self, record: Mapping, stem: str) -> str | None:
        """A text of a record; in Chinese the one that stands beside it as `<stem>_zh`, as far as there is one."""
        return (record[f"{stem}_zh"] if self.lang == "zh" else None) or record[stem]

    def with_unit(self, text: str, unit: str) -> str:
        """A number with its unit; the per cent sign is set close in Chinese and apart by a thin space in English."""
        if not unit:
            return text
        return self("value.in_per_cent" if unit.startswith("%") else "value.with_unit", number=text, unit=unit)

    def day(self, day: date) -> str:
        """A day in full: "20 November 2024", "2024年11月20日"."""
        return day_in_words(day, self.lang)

    def day_short(self, day: date) -> str:
        """A day for tables: "20 Nov 2024", "2024年11月20日"."""
        return _of_skeleton("yMMMd", day, self.lang)

    def month(self, day: date) -> str:
        """A month: "Dec 2025", "2025年12月"."""
        return _of_skeleton("yMMM", day, self.lang)

    def age(self, start: date, end: date) -> str:
        """The time between two days in the unit a reader would say: "11 days", "8 months", "3 years"."""
        days = (end - start).days
        unit = "day" if days < 60 else "month" if days < 730 else "year"
        number = {"day": days, "month": round(days / 30.44), "year": round(days / 365.25)}[unit]
        return self._amount(number, unit)

    def span(self, days: int) -> str:
        """A number of days: "395 days"."""
        return self._amount(days, "day")

    def _amount(self, number: int, unit: str) -> str:
        return self.counted(f"amount.{unit}", number)


@lru_cache(maxsize=REMEMBERED)
def _grouped(value: float, lang: str) -> str:
    locale = catalogue.LOCALES[lang]
    return _signed(babel_numbers.format_decimal(value, format="#,##0.########", locale=locale))


@lru_cache(maxsize=REMEMBERED)
def _compact(value: float, lang: str) -> str:
    (form, digits), locale = _COMPACT[lang], catalogue.LOCALES[lang]
    return _signed(babel_numbers.format_compact_decimal(value, format_type=form, locale=locale, fraction_digits=digits))


@lru_cache(maxsize=REMEMBERED)
def _of_skeleton(skeleton: str, day: date, lang: str) -> str:
    return babel_dates.format_skeleton(skeleton, day, locale=catalogue.LOCALES[lang])


def _signed(number: str) -> str:
    """A number's text with a true minus."""
    return number.replace("-", "−")


def _plain(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


@lru_cache(maxsize=len(LANGUAGES))
def of(lang: str) -> Text:
    """The words of a language ("en" or "zh")."""
    return Text(lang)
