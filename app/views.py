"""The view of an address as far as the register goes: a code that it holds on no day filters nothing, and is said."""

from datetime import date

from app import address
from app.address import View
from app.data import Data


def read(data: Data, pathname: object, query: object, today: date, system_theme: object = None) -> View:
    """The view that an address stands for, as of `address.read`, without filters by codes that no register has."""
    view = address.read(pathname, query, today, system_theme)
    codes = data.codes(today)
    return address.leave_out(view, [name for name in codes if getattr(view, name) not in ("", *codes[name])])
