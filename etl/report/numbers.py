"""How numbers are shown: by the cell's format, so that the number itself stays what it is."""

from collections.abc import Callable
from dataclasses import dataclass

from etl.judge.odds import LEAST, MOST


@dataclass(frozen=True)
class Bounded:
    """A number with what stands before and after it (">", "~"): shown by the cell's format, not in its value."""

    value: float
    before: str = ""
    after: str = ""


def display(value: Bounded) -> str:
    """A bounded number as a reader sees it: "≥ 492", "3–5"."""
    return f"{value.before}{plain_number(value.value)}{value.after}"


def plain_number(value: float) -> str:
    """A number with thousands separated and at most four decimals."""
    number = f"{value:,.4f}"
    return number.rstrip("0").rstrip(".")


def number_format(value: float, before: str = "", after: str = "") -> str:
    """Excel's format for a number with as many decimals as it has (four at most), between two fixed texts."""
    digits = f"{abs(value):.4f}".rstrip("0").partition(".")[2]
    number = "#,##0." + "0" * len(digits) if digits else "#,##0"
    before, after = (f'"{text}"' if text else "" for text in (before, after))
    # With a text before it, a negative number needs its own form: else Excel puts the minus before the text.
    return f"{before}{number}{after}" + (f";{before}-{number}{after}" if before else "")


def worked_format(value: float) -> str:
    """Excel's format for a number that was worked out: no more decimals than its size can bear."""
    return number_format(_bearable(value))


def shown(value: object, shape: str) -> str:
    """A cell's value as a reader sees it; `shape` as in `book.Field`."""
    if isinstance(value, Bounded):
        return display(value)
    if isinstance(value, int | float):
        if shape in SHARES:
            return SHARES[shape].format(value)
        return plain_number(_bearable(value) if shape == "worked" else value)
    return str(value)


def _bearable(value: float) -> float:
    size = abs(value)
    return round(value, 0 if size >= 1000 else 1 if size >= 100 else 2 if size >= 1 else 4)


def chance_format(value: float) -> str:
    """Excel's format for a chance: whole per cent, and at the ends only that it lies there."""
    number = round(value * 100)
    return f'"< {LEAST}%"' if number < LEAST else f'"> {MOST}%"' if number > MOST else "0%"


SHARES = {"chance": "{:.0%}", "share": "{:,.0%}", "change": "{:+,.1%}"}
NUMBERS: dict[str, Callable[[float], str]] = {
    "chance": chance_format,
    "share": lambda _: "#,##0%",
    "change": lambda _: "+#,##0.0%;-#,##0.0%;0.0%",
    "worked": worked_format,
}
