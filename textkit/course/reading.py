"""Reading an answer: what it is the same as, what explains it, and what is odd about it."""

from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, Set, ValuesView
from itertools import islice
from numbers import Number
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from textkit.course.asking import is_asked, tell
from textkit.course.misconceptions import Misconception, general
from textkit.course.rounding import EXACT, NOT, ROUNDED, number_agreement
from textkit.course.verdicts import QUESTION, Verdict, question, right

_ENDLESS = 1_000_000  # values that are read of a generator


class Unexplained(NamedTuple):
    """An answer that a check has only a general question for, and what it was compared with.

    Where nothing was compared, `expected` is `...`. `about` says of a value that does not belong what it is.
    """

    answer: Any
    expected: Any = ...
    order: bool = True
    about: Callable[[Any], str] | None = None


def materialize(value: Any) -> Any:
    """Turn what can be read only once, and views, into a list; leave all else as it is.

    >>> materialize(word for word in ["a", "b"])
    ['a', 'b']
    """
    once = isinstance(value, Iterator | KeysView | ValuesView | ItemsView)
    return list(islice(value, _ENDLESS)) if once or isinstance(value, range) else value


def same(answer: Any, expected: Any, *, order: bool = True) -> bool:
    """Tell whether an answer is the expected value, in whatever form it comes.

    A number may be rounded, to two significant digits or more (whole numbers are exact); a list may be a
    tuple, an array, a column or a generator; a text may have other spaces; with `order=False` order does
    not matter. A truth value is not a number, and a text is not a list.

    Args:
        answer: the student's value, whatever it is.
        expected: the right value.
        order: whether the order of a list matters.

    Returns:
        True or False.

    >>> same(26.3, 26.3157), same(26.4, 26.3157), same((1, 2), [1, 2]), same([2, 1], [1, 2])
    (True, False, True, False)
    >>> same([2, 1], [1, 2], order=False), same(True, 1)
    (True, False)
    """
    return agreement(answer, expected, order=order) > NOT


def agreement(answer: Any, expected: Any, *, order: bool = True) -> int:
    """Tell how well an answer agrees with a value: EXACT, ROUNDED (to two digits or more), or NOT.

    >>> agreement(2.5, 2.5) == EXACT, agreement(0.67, 2 / 3) == ROUNDED, agreement(0.7, 2 / 3) == NOT
    (True, True, True)
    """
    if isinstance(expected, bool | np.bool_):
        answer = single(answer)
        return EXACT if isinstance(answer, bool | np.bool_) and bool(answer) == bool(expected) else NOT
    if isinstance(expected, Number):
        return number_agreement(single(answer), expected)
    if isinstance(expected, str):
        answer = single(answer) if not isinstance(answer, list | tuple) else answer
        return EXACT if isinstance(answer, str) and answer.split() == expected.split() else NOT
    if isinstance(expected, Mapping):
        given = as_mapping(answer)
        if given is None or set(given) != set(expected):
            return NOT
        return min((agreement(given[key], expected[key]) for key in expected), default=EXACT)
    if isinstance(expected, Set):
        values = as_list(answer)
        if values is None or len(values) != len(expected):
            return NOT
        return EXACT if all(value in expected for value in values) and set(values) == expected else NOT
    if isinstance(expected, pd.DataFrame):
        return EXACT if isinstance(answer, pd.DataFrame) and expected.equals(answer) else NOT
    wanted = as_list(expected)
    if wanted is not None:
        return _list_agreement(answer, wanted, order)
    try:
        return EXACT if bool(answer == expected) else NOT
    except Exception:  # such as a table, or a value of the student's own kind
        return NOT


def _list_agreement(answer: Any, wanted: list[Any], order: bool) -> int:
    answer = materialize(answer)
    if isinstance(answer, Set) and order and len(wanted) > 1:
        return NOT  # a set has no order
    given = as_list(answer)
    if given is None or len(given) != len(wanted):
        return NOT
    if not order:
        given, wanted = sorted(given, key=repr), sorted(wanted, key=repr)
    return min((agreement(a, b) for a, b in zip(given, wanted, strict=True)), default=EXACT)


def as_list(value: Any) -> list[Any] | None:
    """Read several values, in whatever form they come, as a list; None if they are none.

    A table is one if it has a single row or a single column; a text and a dict are none.

    >>> as_list(("a", "b")), as_list(pd.DataFrame({"token": ["a", "b"]})), as_list("ab")
    (['a', 'b'], ['a', 'b'], None)
    """
    value = materialize(value)
    if isinstance(value, pd.DataFrame):
        if value.shape[1] == 1:
            return list(value.iloc[:, 0])
        return list(value.iloc[0]) if len(value) == 1 else None
    if isinstance(value, np.ndarray):
        if value.ndim == 0:
            return None
        return value.ravel().tolist() if value.ndim == 1 or 1 in value.shape else value.tolist()
    if isinstance(value, list | tuple | Set | pd.Series | pd.Index):
        return list(value)
    if isinstance(value, str | bytes | Mapping) or not hasattr(value, "__len__"):
        return None
    return list(value) if hasattr(value, "__iter__") else None


def as_mapping(value: Any) -> Mapping[Any, Any] | None:
    """Read counts or other pairs, in whatever form they come, as a dict; None if they are none.

    >>> as_mapping([("a", 2), ("b", 1)]), as_mapping(pd.Series({"a": 2}))
    ({'a': 2, 'b': 1}, {'a': 2})
    """
    value = materialize(value)
    if isinstance(value, Mapping):
        return value
    if isinstance(value, pd.Series):
        return dict(zip(value.index, value, strict=True)) if value.index.is_unique else None
    if isinstance(value, pd.DataFrame) and value.shape[1] == 1 and value.index.is_unique:
        return dict(zip(value.index, value.iloc[:, 0], strict=True))
    if isinstance(value, pd.DataFrame) and value.shape[1] == 2:
        value = list(zip(value.iloc[:, 0], value.iloc[:, 1], strict=True))
    if isinstance(value, list | tuple | Set):
        pairs = [tuple(item) for item in value if isinstance(item, list | tuple) and len(item) == 2]
        if len(pairs) == len(value) and _hashable(key for key, _ in pairs):
            return dict(pairs) if len(dict(pairs)) == len(pairs) else None
    return None


def _hashable(keys: Iterable[Any]) -> bool:
    try:
        return all(hash(key) is not None for key in keys)
    except TypeError:
        return False


def single(value: Any) -> Any:
    """Read the one value that an array or a column holds; else give back the value itself."""
    value = materialize(value)
    if isinstance(value, np.ndarray | pd.Series | pd.Index) and value.size == 1:
        return value.item()
    if isinstance(value, np.generic):
        return float(str(value)) if isinstance(value, np.floating) and value.itemsize < 8 else value.item()
    return value


def compare(
    answer: Any,
    expected: Any,
    *,
    praise: str,
    wrong: Iterable[tuple[str, Any, str] | Misconception],
    otherwise: str,
    order: bool = True,
) -> Verdict:
    """Compare an answer with the expected value and with what misconceptions would give.

    The right value and each misconception's value are first compared exactly, then as rounded. A cause
    is claimed only where one misconception alone gives the very answer.

    Args:
        answer: the student's value.
        expected: the right value.
        praise: what to say when it is right.
        wrong: misconceptions: the name of each, the value that it gives, and the question it deserves. A
            value that is right for this article counts as right.
        otherwise: the question for any other value.
        order: whether the order of a list matters.

    Returns:
        The Verdict; a list that is right in part has a part of the credit.

    >>> per_hundred = ("per 100", 26, "Per hundred?")
    >>> compare(26, 2.6, praise="Yes.", wrong=[per_hundred], otherwise="Look again.")
    a question  Per hundred?
    >>> compare(26, 2.6, praise="Yes.", wrong=[per_hundred], otherwise="Look again.").cause
    'per 100'
    """
    if is_asked(answer):
        return tell(answer, expected, praise)
    answer = materialize(answer)
    agrees = agreement(answer, expected, order=order)
    if agrees == EXACT:
        return right(praise)
    credit = _share_right(answer, expected, order)
    known = [Misconception(*given) for given in wrong]
    explained = _explained(answer, known, order, EXACT)
    if explained:
        return claim(answer, explained, otherwise, credit)
    if agrees == ROUNDED:
        return right(praise)
    if explained := _explained(answer, general(single(answer), expected, order), order, EXACT):
        return claim(answer, explained[:1], otherwise, credit)
    if isinstance(expected, list | tuple) and (mixed := _other_order(answer, list(expected), order)):
        return Verdict(QUESTION, mixed.question, credit, mixed.cause)
    if odd := odd_kind(answer, expected):
        return Verdict(QUESTION, odd.question, credit, odd.cause)
    if near := _explained(answer, known, order, ROUNDED):
        about = Unexplained(answer, expected, order)
        return Verdict(QUESTION, beside(answer, near, otherwise), credit, about=about)
    return Verdict(QUESTION, otherwise, credit, about=Unexplained(answer, expected, order))


def _other_order(answer: Any, expected: list[Any], order: bool) -> Misconception | None:
    """Say so if a list is right but for its order, or but for what comes up more than once."""
    given = as_list(answer)
    if given is None or not expected:
        return None
    if order and agreement(given, expected, order=False) == EXACT:
        ask = "They are the right ones. Is their order what it should be?"
        if isinstance(answer, Set):
            ask = "They are the right ones, but a set has no order. Which brackets make a list?"
        return Misconception("other order", answer, ask)
    once = [value for place, value in enumerate(expected) if value not in expected[:place]]
    if len(once) < len(expected) and agreement(given, once, order=False) == EXACT:
        ask = "Each is there once. Should one that comes up twice be there twice?"
        return Misconception("one of each", answer, ask)
    if 1 < len(given) < len(expected) and not isinstance(answer, Set):
        some = f"Those are {len(given)} of the {len(expected)}:"
        if agreement(given, expected[: len(given)]) == EXACT:
            return Misconception(
                "the first ones alone", answer, f"{some} the first ones. Where does it stop?"
            )
        if agreement(given, expected[-len(given) :]) == EXACT:
            return Misconception("the last ones alone", answer, f"{some} the last ones. Where does it begin?")
    return None


def _explained(answer: Any, known: Iterable[Misconception], order: bool, wanted: int) -> list[Misconception]:
    return [m for m in known if agreement(answer, m.value, order=order) >= wanted]


def claim(answer: Any, explained: list[Misconception], otherwise: str, credit: float = 0.0) -> Verdict:
    """Ask the question of the one cause that explains an answer; a neutral one if there are several.

    Args:
        answer: the student's value.
        explained: the misconceptions that give it, one or more.
        otherwise: the general question.
        credit: how much of the answer is right.

    Returns:
        The Verdict; its cause is None if there are several.
    """
    if len({m.cause for m in explained}) == 1:
        return Verdict(QUESTION, explained[0].question, credit, explained[0].cause)
    return Verdict(QUESTION, beside(answer, explained, otherwise), credit)


def beside(answer: Any, explained: list[Misconception], otherwise: str) -> str:
    """Show a number beside what it is of, or is close to, without saying how it came about."""
    if len({m.question for m in explained}) == 1 and all(agreement(answer, m.value) for m in explained):
        return explained[0].question
    of = [
        f"{m.what}{'' if agreement(answer, m.value) == EXACT else f' ({m.value:.6g})'}"
        for m in explained
        if m.what and (agreement(answer, m.value) == EXACT or isinstance(m.value, float))
    ]
    if not of or not isinstance(answer, Number):
        return otherwise
    close = "" if all(agreement(answer, m.value) == EXACT for m in explained) else "close to "
    return f"{answer} is {close}{', and here also '.join(dict.fromkeys(of))}. {otherwise}"


def _share_right(answer: Any, expected: Any, order: bool) -> float:
    """Return which share of a list is right, 0 to 1; what is too much counts as wrong, what is no list as 0.

    >>> _share_right([5, 4], [5, 3], True), _share_right(["b"], ["a", "b"], False)
    (0.5, 0.5)
    """
    left = as_list(answer)
    if not isinstance(expected, list | tuple) or not left:
        return 0.0
    most, hits = max(len(left), len(expected)), 0
    for place, value in enumerate(expected):
        candidates = left[place : place + 1] if order else left
        hit = next((i for i, given in enumerate(candidates) if same(given, value)), None)
        if hit is not None:
            hits += 1
            if not order:
                del left[hit]
    return hits / most


def not_several(answer: Any, number: int, what: str) -> Verdict | None:
    """Say what is odd about a choice of so many different texts, or None.

    Args:
        answer: the student's value.
        number: how many there should be.
        what: what they are, such as "words".

    Returns:
        A question, or None if they are so many different texts.

    >>> not_several(["rain", "sun"], 3, "words")
    a question  There are 2 in your list. For how many different words does the exercise ask?
    """
    if odd := odd_kind(answer, [""] * number):
        return question(odd.question, odd.cause)
    given = as_list(answer) or []
    for value in given:
        if not isinstance(value, str):
            return question(
                f"{short(value)} is no text. Which {what} do you mean, in quotation marks?", "no text"
            )
    if len(set(given)) < len(given):
        return question("One of them is there twice. Can you find another one?", "twice the same")
    if len(given) != number:
        ask = f"There are {len(given)} in your list. For how many different {what} does the exercise ask?"
        return question(ask, "too many" if len(given) > number else "too few")
    return None


def odd_kind(answer: Any, expected: Any) -> Misconception | None:
    """Say what is odd about an answer of the wrong kind, or None if its kind is right."""
    is_number = isinstance(expected, Number) and not isinstance(expected, bool)

    def odd(cause: str, ask: str) -> Misconception:
        return Misconception(cause, answer, ask)

    if answer is None:
        return odd(
            "nothing",
            "Your answer is `None`: nothing. `print(…)` and `….append(…)` give nothing back. What stands in "
            "their brackets?",
        )
    if callable(answer):
        return odd(
            "not called", "Your answer is a function that has not been called. Are its brackets () missing?"
        )
    if is_number and isinstance(answer, str):
        if len(answer) > 20:
            return odd(
                "text for a number", "Your answer is a long text. Which number does the exercise ask for?"
            )
        return odd("text for a number", "Your answer is text. Does a number need quotation marks?")
    if is_number and isinstance(answer, bool | np.bool_):
        return odd(
            "truth value for a number", f"Your answer is `{answer}`. Which number does the exercise ask for?"
        )
    if is_number and isinstance(answer, tuple):
        return odd(
            "comma in a number",
            f"Your answer is {len(answer)} value{'s' * (len(answer) != 1)}, because of a comma: to Python, "
            "1,000 is 1 and 0. Which single number does the exercise ask for?",
        )
    if is_number and _is_many(answer) and single(answer) is answer:
        return odd(
            "several for one",
            f"Your answer is {type_in_words(answer)}. Which single number does the exercise ask for?",
        )
    if isinstance(expected, str) and not isinstance(answer, str):
        return odd(
            "no text", f"Your answer is {type_in_words(answer)}. Which text does the exercise ask for?"
        )
    nested = isinstance(answer, list) and len(answer) == 1 and isinstance(answer[0], list | tuple)
    if nested and isinstance(expected, list | tuple):
        return odd(
            "list in a list", "Your answer is a list within a list. Is one pair of square brackets enough?"
        )
    if _is_many(expected) and not isinstance(expected, str) and not _is_many(answer):
        return odd(
            "one for several",
            f"Your answer is {type_in_words(answer)}. The exercise asks for several values: in a list?",
        )
    if isinstance(expected, list | tuple) and isinstance(answer, Mapping):
        return odd(
            "dict for a list",
            f"Your answer is {type_in_words(answer)}, with a value for each key. Which list is asked for?",
        )
    if isinstance(expected, list | tuple) and isinstance(answer, pd.DataFrame) and as_list(answer) is None:
        return odd("table for a list", "Your answer is a whole table. Which of its columns is asked for?")
    values, wanted = as_list(answer), as_list(expected)
    if values and wanted and not isinstance(expected, Mapping) and (ask := _odd_values(values, wanted)):
        return odd(*ask)
    if isinstance(expected, Mapping) and as_mapping(answer) is None:
        return odd(
            "no pairs",
            f"Your answer is {type_in_words(answer)}. The exercise asks for a dict: keys with a value each.",
        )
    return None


def _odd_values(values: list[Any], wanted: list[Any]) -> tuple[str, str] | None:
    """Say what is odd about the values of a list if all of them are of the wrong kind: cause and question."""

    def all_are(given: list[Any], *kinds: type) -> bool:
        return all(isinstance(value, kinds) for value in given)

    if all_are(values, bool, np.bool_) and not all_are(wanted, bool, np.bool_):
        return (
            "truth values",
            "Those are `True` and `False`. Where does the condition belong that makes them?",
        )
    if all_are(wanted, str) and all_are(values, Number, np.number):
        return "numbers for texts", "Those are numbers. Which texts do they belong to?"
    if all_are(wanted, str) and all_are(values, list, tuple):
        return "several for each", "Each of your values holds several. Which single text belongs there?"
    if all_are(wanted, Number) and all_are(values, str):
        return "text for a number", "Those are texts. Do numbers need quotation marks?"
    if all_are(wanted, Number) and all_are(values, list, tuple):
        return (
            "list in a list",
            "Each of your values is a list itself. Is one pair of square brackets enough?",
        )
    return None


def _is_many(value: Any) -> bool:
    return hasattr(value, "__len__") and hasattr(value, "__iter__") and not isinstance(value, str)


def type_in_words(value: Any) -> str:
    """Name a value's type as in a sentence, in the notebooks' words.

    >>> type_in_words([1]), type_in_words(3), type_in_words("b")
    ('a list', 'an int', 'a text')
    """
    if value is None:
        return "nothing (`None`)"
    name = type(value).__name__
    name = {"str": "text", "DataFrame": "table", "Series": "column", "ndarray": "array"}.get(name, name)
    return f"{'an' if name[0] in 'aeioAEIO' else 'a'} {name}"


def short(value: Any, most: int = 60) -> str:
    """Show a value in a sentence, cut off where it grows long.

    Args:
        value: what to show.
        most: characters, at most.

    Returns:
        It as Python writes it, or the beginning of that and "…".

    >>> short([1, 2]), short("a" * 99, 5)
    ('[1, 2]', "'aaa…")
    """
    if isinstance(value, pd.DataFrame | pd.Series):  # as a student would write it
        value = value.to_dict("list") if isinstance(value, pd.DataFrame) else value.to_dict()
    shown = repr(value)
    return shown if len(shown) <= most else shown[: most - 1] + "…"
