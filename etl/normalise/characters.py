"""One way of writing for characters that mean the same: full-width forms, kinds of blanks, minus signs and dashes."""

DASH = "–"  # what a dash between two numbers becomes; a hyphen or minus sign becomes "-"

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys(map(ord, "\t\r\n\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"), " ")
_SIGNS = dict.fromkeys(map(ord, "\u2010\u2011\u2212\ufe63\uff0d"), "-")
_DASHES = dict.fromkeys(map(ord, "\u2012\u2013\u2014\u2015"), DASH)
_OTHERS = {ord("\u301c"): "~", ord("\uffe5"): "¥", ord("\u2265"): ">=", ord("\u2264"): "<=", ord("\ufeff"): ""}
_OTHERS |= {ord("\u2a7e"): ">=", ord("\u2a7d"): "<=", ord("\u2248"): "~", ord("\u200b"): ""}
_TABLE = _FULL_WIDTH | _BLANKS | _SIGNS | _DASHES | _OTHERS


def plain(text: str) -> str:
    """The text with one form of each character, single blanks, and none at its ends.

    Full-width digits and signs become ASCII, "≥" becomes ">=", "≈" and "～" become "~". Superscripts and fractions
    stay: a general normalisation would turn 10² into 102.
    """
    return " ".join(text.translate(_TABLE).split())
