"""Reading an answer: what it is the same as, and what is odd about it."""

import numbers
from collections.abc import Iterable, Mapping
from typing import Any

from textkit.course.verdicts import QUESTION, Verdict, question, right


def same(answer: Any, expected: Any, *, order: bool = True) -> bool:
    """Tell whether an answer is the expected value, in whatever form it comes.

    Numbers may be rounded to three digits (whole numbers are exact); a list may be a tuple, an
    array or a column; a text may have other spaces; with `order=False` order does not matter.
    A truth value is not a number, and a text is not a list.

    Args:
        answer: the student's value, whatever it is.
        expected: the right value.
        order: whether the order of a list matters.

    Returns:
        True or False.

    >>> same(26.3, 26.3157), same((1, 2), [1, 2]), same([2, 1], [1, 2])
    (True, True, False)
    >>> same([2, 1], [1, 2], order=False), same(True, 1)
    (True, False)
    """
    if isinstance(expected, bool):
        return type(answer).__name__ in ("bool", "bool_") and bool(answer) == expected
    if isinstance(expected, numbers.Number):
        return _same_number(answer, expected)
    if isinstance(expected, str):
        return isinstance(answer, str) and answer.split() == expected.split()
    if isinstance(expected, Mapping):
        return (
            isinstance(answer, Mapping)
            and set(answer) == set(expected)
            and all(same(answer[key], expected[key]) for key in expected)
        )
    if isinstance(expected, set | frozenset):
        return _is_many(answer) and set(answer) == expected and len(answer) == len(expected)
    if _is_many(expected):
        if not _is_many(answer) or len(answer) != len(expected):
            return False
        left, wanted = list(answer), list(expected)
        if not order:
            left, wanted = sorted(left, key=repr), sorted(wanted, key=repr)
        return all(same(a, b) for a, b in zip(left, wanted, strict=True))
    return bool(answer == expected)


def compare(
    answer: Any,
    expected: Any,
    *,
    praise: str,
    wrong: Iterable[tuple[Any, str]],
    otherwise: str,
    order: bool = True,
) -> Verdict:
    """Compare an answer with the expected value and with what misconceptions would give.

    Args:
        answer: the student's value.
        expected: the right value.
        praise: what to say when it is right.
        wrong: pairs of a value that a misconception gives and the question it deserves. The
            first that fits is asked; a value that is right for this article counts as right.
        otherwise: the question for any other value.
        order: whether the order of a list matters.

    Returns:
        The Verdict; a list that is right in part has a part of the credit.

    >>> compare(26, 2.6, praise="Yes.", wrong=[(26, "Per hundred?")], otherwise="Look again.")
    a question  Per hundred?
    """
    if same(answer, expected, order=order):
        return right(praise)
    credit = _share_right(answer, expected, order)
    for value, its_question in wrong:
        if same(answer, value, order=order):
            return Verdict(QUESTION, its_question, credit)
    return Verdict(QUESTION, _wrong_type(answer, expected) or otherwise, credit)


def _share_right(answer: Any, expected: Any, order: bool) -> float:
    """Return which share of a list is right, 0 to 1; what is too much counts as wrong, what is no list as 0.

    >>> _share_right([5, 4], [5, 3], True), _share_right(["b"], ["a", "b"], False)
    (0.5, 0.5)
    """
    if not isinstance(expected, list | tuple) or not _is_many(answer):
        return 0.0
    left, hits = list(answer), 0
    for place, value in enumerate(expected):
        candidates = left[place : place + 1] if order else left
        hit = next((given for given in candidates if same(given, value)), None)
        if hit is not None:
            hits += 1
            if not order:
                left.remove(hit)
    return hits / max(len(answer), len(expected))


def choose(answer: Any, correct: str, reasons: Mapping[str, str]) -> Verdict:
    """Judge the letter of a multiple-choice question; every option has its reason.

    Args:
        answer: the student's letter.
        correct: the right letter.
        reasons: what to say for each letter.

    Returns:
        The Verdict with the reason of the letter; for no letter of these, a question that lists them.

    >>> choose("B", "a", {"a": "Yes.", "b": "That is a type. What is a token?"})
    a question  That is a type. What is a token?
    >>> choose("z", "a", {"a": "Yes.", "b": "No."})
    a question  The options are "a" and "b". Which one do you choose?
    """
    letter = answer.strip().lower() if isinstance(answer, str) else answer
    if not isinstance(letter, str) or letter not in reasons:
        options = [f'"{option}"' for option in reasons]
        listed = f"{', '.join(options[:-1])} and {options[-1]}"
        return question(f"The options are {listed}. Which one do you choose?")
    return right(reasons[letter]) if letter == correct else question(reasons[letter])


def _same_number(answer: Any, expected: Any) -> bool:
    if not isinstance(answer, numbers.Number) or isinstance(answer, bool):
        return False
    if isinstance(expected, numbers.Integral):
        return bool(answer == expected)
    if expected != expected:  # not a number, such as a share of nothing
        return bool(answer != answer)
    return bool(abs(answer - expected) <= 0.005 * abs(expected))


def _is_many(value: Any) -> bool:
    return hasattr(value, "__len__") and hasattr(value, "__iter__") and not isinstance(value, str)


def _wrong_type(answer: Any, expected: Any) -> str | None:
    """Say what is odd about an answer of the wrong kind, or None if its kind is right."""
    if answer is None:
        return (
            "Your answer is `None`: nothing. `print(…)` and `….append(…)` give nothing back. What stands in "
            "their brackets?"
        )
    if callable(answer):
        return "Your answer is a function that has not been called. Are its brackets () missing?"
    if isinstance(expected, numbers.Number) and isinstance(answer, str):
        if len(answer) > 20:
            return "Your answer is a long text. Which number does the exercise ask for?"
        return "Your answer is text. Does a number need quotation marks?"
    if isinstance(expected, numbers.Number) and isinstance(answer, tuple):
        return (
            f"Your answer is {len(answer)} values, because a comma separates them (1,000 is 1 and 0). Which "
            "single number does the exercise ask for?"
        )
    if isinstance(expected, numbers.Number) and _is_many(answer):
        return f"Your answer is {type_in_words(answer)}. Which single number does the exercise ask for?"
    if isinstance(expected, str) and not isinstance(answer, str):
        return f"Your answer is {type_in_words(answer)}. Which text does the exercise ask for?"
    if _is_many(expected) and not _is_many(answer):
        return f"Your answer is {type_in_words(answer)}. The exercise asks for several values: in a list?"
    if isinstance(answer, list) and len(answer) == 1 and isinstance(answer[0], list):
        return "Your answer is a list within a list. Is one pair of square brackets enough?"
    return None


def type_in_words(value: Any) -> str:
    """Name a value's type as in a sentence, in the notebooks' words.

    >>> type_in_words([1]), type_in_words(3), type_in_words("b")
    ('a list', 'an int', 'a text')
    """
    name = type(value).__name__
    name = {"str": "text", "DataFrame": "table", "Series": "column"}.get(name, name)
    return f"{'an' if name[0] in 'aeioAEIO' else 'a'} {name}"
