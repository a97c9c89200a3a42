"""How a notebook shows values: a list in lines, a row or a column as a table, numbers with few decimals.

Only what is shown below a cell changes. The values stay as they are, and so does what `print` gives.
"""

import math
import sys
from collections.abc import Callable
from typing import Any

from textkit.course.kinds import np, pd

_DECIMALS = 4  # of a number by itself
_FIGURES = 3  # of the largest number of a column
_RATE = "per_thousand"  # a column whose name ends so has one decimal
_NUMBERS = ("float64", "int64", "bool", "bool_")  # NumPy would write np.int64(3); bool_ is NumPy 1's


def show_values_well() -> None:
    """Show lists, tables and numbers so in the notebook that runs; elsewhere, do nothing.

    Kinds of NumPy and pandas are told by name, so that neither is loaded before there is a table.
    """
    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython else None
    if shell is None:
        return
    text, html = (shell.display_formatter.formatters[form] for form in ("text/plain", "text/html"))
    text.for_type(list, _in_lines)
    text.for_type(float, _number)
    for kind in _NUMBERS:
        _register(text, "numpy", kind, _number)
    for modules, kind, as_html in _TABLES:
        for module in modules:
            _register(html, module, kind, as_html)


def _register(formatter: Any, module: str, kind: str, show: Callable[..., Any]) -> None:
    """Have a kind of values shown so: at once if its module is loaded, else from then on."""
    if hasattr(sys.modules.get(module), kind):
        formatter.for_type(getattr(sys.modules[module], kind), show)
    else:
        formatter.for_type_by_name(module, kind, show)


def _number(value: Any, printer: Any, cycle: bool) -> None:
    """Print a number for IPython."""
    printer.text(_written(value))


def _in_lines(values: list[Any], printer: Any, cycle: bool) -> None:
    """Print a list for IPython, which would give each value a line of its own."""
    shown = values[: printer.max_seq_length]
    pieces = [_written(value) for value in shown]
    if len(values) > len(shown):
        pieces.append("...")
    printer.text("[...]" if cycle else f"[{filled(pieces, printer.max_width - 2)}]")


def _written(value: Any) -> str:
    value = value.item() if isinstance(value, np.generic) else value
    return short_number(value) if isinstance(value, float) else repr(value)


def filled(pieces: list[str], width: int) -> str:
    r"""Put pieces on lines of a width, with commas between; a piece is never broken.

    >>> filled(["'rain'", "'fell'", "'all'"], 16)
    "'rain', 'fell',\n 'all'"
    """
    lines = [""]
    for number, piece in enumerate(pieces):
        piece += "," if number < len(pieces) - 1 else ""
        if lines[-1] and len(lines[-1]) + 1 + len(piece) > width:
            lines.append("")
        lines[-1] += f" {piece}" if lines[-1] else piece
    return "\n ".join(lines)


def short_number(number: float) -> str:
    """Return a number as a notebook shows it, with four decimals at most.

    >>> short_number(26.315789), short_number(375.0), short_number(0.000012345)
    ('26.3158', '375.0', '1.234e-05')
    """
    number = float(number)
    if number and abs(number) < 10.0**-_DECIMALS:
        return f"{number:.{_DECIMALS}g}"
    return repr(round(number, _DECIMALS))


def as_table(series: "pd.Series") -> "pd.DataFrame":
    """Return a row of a table as a table of one row, anything else as a table of one column.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"token": ["nato", "rain"], "count": [14, 2]})
    >>> as_table(table.iloc[0]).shape, as_table(table["count"]).shape
    ((1, 2), (2, 1))
    """
    kinds = {type(value) for value in series}
    named = all(isinstance(name, str) for name in series.index)
    if named and series.index.is_unique and series.dtype == object and len(kinds) > 1:
        return series.to_frame().T.infer_objects()
    return series.to_frame("value" if series.name is None else series.name)


def table_as_html(table: "pd.DataFrame") -> str:
    """Return a table as HTML: as pandas gives it, with no more decimals than tell something.

    >>> import pandas as pd
    >>> "26.3<" in table_as_html(pd.DataFrame({"per_thousand": [26.315789]}))
    True
    """
    most = pd.get_option("display.max_rows")
    long = most is not None and len(table) > most
    columns = [table.iloc[:, place] for place in range(table.shape[1])]
    formatters: list[Any] = [_writer(column) for column in columns]
    shown: str = table.to_html(
        formatters=formatters,
        max_rows=pd.get_option("display.min_rows") if long else None,
        max_cols=pd.get_option("display.max_columns"),
        show_dimensions=long,
        notebook=True,
    )
    return shown


def _column_as_html(series: "pd.Series") -> str:
    return table_as_html(as_table(series))


def _writer(column: "pd.Series") -> Callable[[Any], str] | None:
    """Return what writes a column's numbers, None for other values."""
    if not pd.api.types.is_float_dtype(column):
        return None
    largest = max((abs(number) for number in column if math.isfinite(number)), default=0)
    decimals = max(1, _FIGURES - 1 - math.floor(math.log10(largest))) if largest else 1
    decimals = 1 if str(column.name).endswith(_RATE) or all(column.dropna() % 1 == 0) else decimals
    return lambda number: f"{number:.{decimals}f}"


_TABLES = (  # pandas 2 names the files where its kinds are made, pandas 3 names itself
    (("pandas", "pandas.core.frame"), "DataFrame", table_as_html),
    (("pandas", "pandas.core.series"), "Series", _column_as_html),
)
