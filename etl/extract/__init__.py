"""Files in, text sheets out: workbooks and delimited text, read with limits."""

from etl.extract.frame import TextSheet
from etl.extract.limits import DEFAULT, Limits
from etl.extract.read import read_file

__all__ = ["DEFAULT", "Limits", "TextSheet", "read_file"]
