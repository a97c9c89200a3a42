"""Values on their way between the box and the judge: written by kind, as JSON, and read with suspicion.

Numbers, texts, truth values and None are themselves; all else is a dict with its kind. Nothing that is read
here can run: a function stays in the box and has a number, and an object of a student's own class becomes
`Something`, which has its class's name and nothing else.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from textkit.article import Article
from textkit.course.reading import materialize

DEEPEST = 20  # levels of lists in lists
MOST_ITEMS = 300_000  # numbers, texts and the like in one answer
LONGEST = 3_000_000  # characters of all its texts
LARGEST = 10_000  # bits of a whole number
_LONGEST_NAME = 40
_KINDS_OF_NUMBERS = (
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64",
)  # fmt: skip
_SEQUENCES: dict[str, Callable[[Iterable[Any]], Any]] = {
    "list": list,
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
}


class UnreadableError(ValueError):
    """What came out of the box is no value: the message is a sentence."""


class Something:
    """What is neither number nor text nor table: all that is known of it is the name of its type."""


def something(name: str) -> Something:
    """Return a Something whose type has a name, as in "a Dog".

    >>> type(something("Dog")).__name__
    'Dog'
    """
    clean = "".join(sign for sign in name[:_LONGEST_NAME] if sign.isalnum() or sign in "_ ") or "thing"
    made: Something = type(clean, (Something,), {})()
    return made


class Writer:
    """Writes values for JSON; keeps the functions among them, which the other side calls by number.

    >>> Writer().write([1, (2.5, "a"), ...])
    {'kind': 'list', 'items': [1, {'kind': 'tuple', 'items': [2.5, 'a']}, {'kind': 'blank'}]}
    """

    def __init__(self) -> None:
        self.functions: list[Any] = []

    def write(self, value: Any) -> Any:
        """Return a value as JSON can hold it; one that is too large or too deep as no more than its type."""
        self._items, self._characters = 0, 0
        try:
            return self._write(value, 0)
        except (_TooLargeError, RecursionError):
            return {"kind": "something", "name": f"{type(value).__name__} too large to be an answer"}

    def _write(self, value: Any, depth: int) -> Any:
        self._items += 1
        if self._items > MOST_ITEMS or depth > DEEPEST:
            raise _TooLargeError
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            self._characters += len(value)
            if self._characters > LONGEST:
                raise _TooLargeError
            return str(value)
        if isinstance(value, int):
            if int(value).bit_length() > LARGEST:
                raise _TooLargeError
            return int(value)
        if isinstance(value, float) and not isinstance(value, np.generic):
            return float(value)
        return self._of_kind(value, depth)

    def _of_kind(self, value: Any, depth: int) -> dict[str, Any]:
        if value is ...:
            return {"kind": "blank"}
        value = materialize(value)
        for name, kind in (("list", list), ("tuple", tuple), ("set", set), ("frozenset", frozenset)):
            if isinstance(value, kind):
                return {"kind": name, "items": self._all(value, depth)}
        if isinstance(value, Mapping):
            pairs = [[self._write(key, depth + 1), self._write(value[key], depth + 1)] for key in value]
            return {"kind": "Counter" if isinstance(value, Counter) else "dict", "pairs": pairs}
        if isinstance(value, np.generic) and value.dtype.name in _KINDS_OF_NUMBERS:
            return {"kind": "number", "type": value.dtype.name, "value": value.item()}
        if isinstance(value, np.generic | np.ndarray):
            items = self._all(np.asarray(value).ravel().tolist(), depth)
            shape = list(np.shape(value))
            return {"kind": "array", "type": value.dtype.name, "shape": shape, "items": items}
        if isinstance(value, pd.DataFrame):
            columns = [self._column(value.iloc[:, place], depth) for place in range(value.shape[1])]
            names = self._all(value.columns.tolist(), depth)
            return {
                "kind": "table",
                "names": names,
                "columns": columns,
                "index": self._column(value.index, depth),
            }
        if isinstance(value, pd.Series):
            name = self._write(value.name, depth + 1)
            index = self._column(value.index, depth)
            return {"kind": "column", "name": name, "index": index, **self._column(value, depth)}
        if isinstance(value, pd.Index):
            return {"kind": "index", **self._column(value, depth)}
        if isinstance(value, Decimal):
            return {"kind": "decimal", "text": str(value)}
        if isinstance(value, Fraction):
            return {"kind": "fraction", "of": self._all([value.numerator, value.denominator], depth)}
        if isinstance(value, Article):
            parts = (value.text, list(value.paragraphs), list(value.headings), value.source)
            return {"kind": "article", "parts": self._all(parts, depth)}
        if callable(value):
            self.functions.append(value)
            name = str(getattr(value, "__name__", "It"))[:_LONGEST_NAME]
            return {"kind": "function", "number": len(self.functions) - 1, "name": name}
        return {"kind": "something", "name": type(value).__name__}

    def _all(self, values: Iterable[Any], depth: int) -> list[Any]:
        return [self._write(value, depth + 1) for value in values]

    def _column(self, values: Any, depth: int) -> dict[str, Any]:
        items = [None if value is pd.NA else value for value in values.tolist()]
        return {"type": str(values.dtype), "items": self._all(items, depth)}


class _TooLargeError(Exception):
    """A value goes beyond what an answer can be."""


class Reader:
    """Reads values that came out of the box.

    >>> Reader(None).read({"kind": "tuple", "items": [1, 2.5, "a", {"kind": "blank"}]})
    (1, 2.5, 'a', Ellipsis)
    """

    def __init__(self, function: Callable[[int, str], Any] | None) -> None:
        """Take what makes a function of its number and its name; None where there are none."""
        self.function = function

    def read(self, written: Any) -> Any:
        """Return the value.

        Raises:
            UnreadableError: it is nothing that `Writer` writes, or too large.
        """
        self._items = 0
        try:
            return self._read(written, 0)
        except UnreadableError:
            raise
        except Exception as error:
            raise UnreadableError(f"It is not written as a value is ({type(error).__name__}).") from error

    def _read(self, written: Any, depth: int) -> Any:
        self._items += 1
        if self._items > 2 * MOST_ITEMS or depth > 2 * DEEPEST:
            raise UnreadableError("It is larger or deeper than an answer can be.")
        if written is None or isinstance(written, bool | float):
            return written
        if isinstance(written, str):
            return clean_text(written)
        if isinstance(written, int):
            if written.bit_length() > LARGEST:
                raise UnreadableError("It holds a number that is too large.")
            return written
        if not isinstance(written, dict):
            raise UnreadableError("It is not written as a value is.")
        return self._of_kind(written, depth)

    def _of_kind(self, written: dict[str, Any], depth: int) -> Any:
        kind = written["kind"]
        if kind == "blank":
            return ...
        if kind in _SEQUENCES:
            return _SEQUENCES[kind](self._all(written["items"], depth))
        if kind in ("dict", "Counter"):
            made: dict[Any, Any] = Counter() if kind == "Counter" else {}
            for key, value in written["pairs"]:
                made[self._read(key, depth + 1)] = self._read(value, depth + 1)
            return made
        if kind == "number":
            return np.dtype(_known(written["type"])).type(self._read(written["value"], depth + 1))
        if kind == "array":
            return self._array(written, depth)
        if kind == "table":
            return self._table(written, depth)
        if kind == "column":
            index = self._index(written["index"], depth)
            return self._column(written, depth, index, self._read(written["name"], depth + 1))
        if kind == "index":
            return self._index(written, depth)
        if kind == "decimal":
            number = Decimal(written["text"][:400])
            if number.is_finite() and abs(number.adjusted()) > 400:
                raise UnreadableError("It holds a number that is too large.")
            return number
        if kind == "fraction":
            over, under = self._all(written["of"], depth)
            return Fraction(over, under)
        if kind == "article":
            text, paragraphs, headings, source = self._all(written["parts"], depth)
            texts = [text, source, *paragraphs, *headings]
            if not all(isinstance(one, str) for one in texts):
                raise UnreadableError("It is no article.")
            return Article(text, tuple(paragraphs), tuple(headings), source)
        if kind == "function" and self.function:
            return self.function(int(written["number"]), something(str(written["name"])).__class__.__name__)
        return something(str(written["name"]))

    def _all(self, items: Any, depth: int) -> list[Any]:
        if not isinstance(items, list):
            raise UnreadableError("It is not written as a list is.")
        return [self._read(item, depth + 1) for item in items]

    def _array(self, written: dict[str, Any], depth: int) -> Any:
        items, shape = self._all(written["items"], depth), written["shape"]
        if len(shape) > DEEPEST or math.prod(shape) != len(items) or any(size < 0 for size in shape):
            raise UnreadableError("It is an array of another size than it says.")
        type_ = written["type"]
        flat = np.array(
            items, dtype=type_ if type_ in _KINDS_OF_NUMBERS else None if "str" in type_ else object
        )
        return flat.reshape(shape) if flat.ndim == 1 else flat

    def _table(self, written: dict[str, Any], depth: int) -> pd.DataFrame:
        index, names = self._index(written["index"], depth), self._all(written["names"], depth)
        columns = [self._column(column, depth, index) for column in written["columns"]]
        if len(columns) != len(names):
            raise UnreadableError("It is a table with more names than columns, or fewer.")
        table = pd.DataFrame(dict(enumerate(columns)), index=index)
        table.columns = pd.Index(names)
        return table

    def _column(self, written: dict[str, Any], depth: int, index: Any, name: Any = None) -> Any:
        items = self._all(written["items"], depth)
        if len(items) != len(index):
            raise UnreadableError("It is a table whose columns differ in length.")
        return pd.Series(items, index=index, name=name, dtype=_column_type(written["type"]))

    def _index(self, written: dict[str, Any], depth: int) -> Any:
        items = self._all(written["items"], depth)
        return pd.Index(items, dtype=_column_type(written["type"]), tupleize_cols=False)


def clean_text(text: str) -> str:
    r"""Return a text that can be written to a file: half a character, as JSON can hold it, becomes "�".

    >>> clean_text("a\ud800b")
    'a\ufffdb'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _known(type_: Any) -> str:
    if type_ not in _KINDS_OF_NUMBERS:
        raise UnreadableError("It is a number of no known kind.")
    return str(type_)


def _column_type(type_: Any) -> str:
    return str(type_) if type_ in (*_KINDS_OF_NUMBERS, "str", "string") else "object"
