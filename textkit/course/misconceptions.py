"""The vocabulary of misconceptions: what goes wrong with a share, a count, a list, each with its question.

Each misconception computes a value, so that a check can tell whether it gives the very answer of a student.
Its `cause` is a name that stays, since the overview of a class counts them.

How a check is written. It says what the exercise asks for, as one expression over the names that the
chapter's `state` makes, and has only what is special besides:

    def per_thousand(rate, work):
        return expect(
            rate,
            "tokens.count(keyword) / len(tokens) * 1000",
            work,
            praise="…",
            ask="Which number do you divide by which, and what do you multiply with?",
        )

From the expression come its mistakes (`expressions.py`): each name of the notebook in the place of
another, each part alone, a ratio upside down or not divided, in percent, another comparison, a condition
turned round or left out, each counted once, another column, the smallest for the largest; also two of these
at a time. So give `state` every name that a student may take by mistake. `wrong` has only what no change of
the expression makes; `about` says what a value is that does not belong into a list. Nobody types what the
engine knows of any exercise: what is off with the kind of a value (`odd_kind`), with any number or list
(`general` below), what else of the notebook a value is, what is missing or too much (`second_look.py`).
Functions are judged by `behaves`, whose mistakes are mutants of the solution, options by `choose`.
"""

import math
import numbers
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from textkit.course.kinds import np, pd
from textkit.course.rounding import ENOUGH_DIGITS, NOISE, digits_and_decimals

COINCIDENCE = 30  # numbers below are often the same by chance


class Misconception(NamedTuple):
    """A way to go wrong: its name, what it gives, the question it deserves, and what that value is.

    >>> Misconception("types", 5, "That is the number of types. How many tokens?").cause
    'types'
    """

    cause: str
    value: Any
    question: str
    what: str = ""


@cache
def listed_causes() -> Mapping[str, str]:
    """Return what each cause that a check can claim means, by its name; "…" in a name stands for anything.

    >>> listed_causes()["upside down"]
    "the two numbers of a ratio in each other's place"
    """
    lines = Path(__file__).with_name("causes.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def instead(ask: str, values: Mapping[str, Any]) -> list[Misconception]:
    """Return one misconception for each number that may be given in place of the one asked for.

    Args:
        ask: the question that leads from any of them to the right one.
        values: from what a number is, such as "the number of types", to the number.

    Returns:
        The misconceptions, each with what it is of as its cause.

    >>> instead("How many tokens?", {"the number of types": 5})[0].question
    'That is the number of types. How many tokens?'
    """
    return [
        Misconception(what.removeprefix("the "), value, f"That is {what}. {ask}", what)
        for what, value in values.items()
    ]


def is_telling(value: Any) -> bool:
    """Tell whether two ways to the same value are hardly a coincidence: no small number, no simple ratio.

    >>> is_telling(691), is_telling(12), is_telling(0.5), is_telling(0.4268)
    (True, False, False, True)
    """
    if not isinstance(value, numbers.Real):
        return not hasattr(value, "__len__") or len(value) > 1
    number = float(value)
    if not math.isfinite(number) or number == round(number):
        return abs(number) >= COINCIDENCE
    simple = Fraction(number).limit_denominator(COINCIDENCE)
    return abs(simple.numerator) > COINCIDENCE or abs(number - float(simple)) > NOISE


_TIMES = (  # not of small numbers: one is soon twice another
    (100, "in percent", "a hundred times the number asked for. Is it in percent?"),
    (1 / 100, "a hundredth", "a hundredth of the number asked for. Where does the 100 belong?"),
    (1000, "a thousand times", "a thousand times the number asked for. For how many is it?"),
    (1 / 1000, "a thousandth", "a thousandth of the number asked for. For how many is it?"),
    (10, "ten times", "ten times the number asked for. Is its point in the right place?"),
    (1 / 10, "a tenth", "a tenth of the number asked for. Is its point in the right place?"),
    (2, "twice", "twice the number asked for. Is something counted two times?"),
    (1 / 2, "half", "half the number asked for. Is something left out, or divided by 2?"),
)


def general(answer: Any, expected: Any, order: bool) -> Iterator[Misconception]:
    """Yield what can go wrong with any value of a kind; a check asks this when nothing special explains it.

    Args:
        answer: the student's value, for the digits of a number.
        expected: the right value.
        order: whether the order of a list matters.

    Yields:
        The misconceptions, the most telling first.

    >>> next(general([3, 3], [1, 2], True)).cause
    'how many for which'
    >>> [wrong.cause for wrong in general(9, 8, True) if wrong.value == 9]
    ['one too many']
    """
    if isinstance(expected, bool | np.bool_):
        if isinstance(answer, bool | np.bool_):
            yield Misconception("the opposite", not expected, "You say the opposite. What does Python say?")
    elif isinstance(expected, numbers.Real):
        yield from _of_number(answer, expected)
    elif isinstance(expected, str):
        yield from _of_text(answer, expected)
    elif isinstance(expected, Mapping):
        yield from _of_mapping(expected)
    elif isinstance(expected, list | tuple):
        yield from _of_list(list(expected), order)


def _of_number(answer: Any, expected: Any) -> Iterator[Misconception]:
    true = float(expected)
    if not math.isfinite(true) or isinstance(answer, bool) or not isinstance(answer, numbers.Real):
        return
    given = float(answer)
    if math.isinf(given):
        yield Misconception(
            "no finite number",
            answer,
            f"Your answer is {answer}: no number to count with. Which number is asked for?",
        )
        return
    digits, decimals = digits_and_decimals(answer)
    step = 10.0**-decimals
    if not isinstance(expected, numbers.Integral):
        if digits < ENOUGH_DIGITS and abs(given - true) <= step / 2 * (1 + NOISE):
            yield Misconception(
                "too few digits", answer, "Rounded that far, it says little. Can you keep two digits or more?"
            )
        elif digits >= ENOUGH_DIGITS and math.trunc(true / step) == round(given / step):
            yield Misconception(
                "cut off",
                answer,
                "That is nearly it, but cut off, not rounded. Can you round it, or keep all its digits?",
            )
        elif given == math.trunc(true):
            yield Misconception(
                "whole division", answer, "It is cut off to a whole number. Is there a // or an int(…) in it?"
            )
    if true == 0:
        return
    yield Misconception(
        "other sign", -true, "Its size is right, its sign is not. Which of the two comes first?"
    )
    if not isinstance(expected, numbers.Integral) or abs(true) >= COINCIDENCE:
        for times, cause, what in _TIMES:
            yield Misconception(cause, true * times, f"That is {what}")
    if not isinstance(expected, numbers.Integral):
        yield Misconception("upside down", 1 / true, "That is upside down. Which number goes on top?")
        for more, cause in ((1, "one too many"), (-1, "one too few")):
            yield Misconception(cause, true + more, f"That is {cause}. Is a 1 added or taken away somewhere?")
        if 0 < true < 1:
            yield Misconception("complement", 1 - true, "That is what is left to 1. Which part is asked for?")
    else:
        yield Misconception(
            "one too many", true + 1, "That is one too many. What is counted that should not be?"
        )
        yield Misconception(
            "one too few", true - 1, "That is one too few. What is left out, or does it begin at 0?"
        )


def _of_text(answer: Any, expected: str) -> Iterator[Misconception]:
    if isinstance(answer, str):
        if answer.split() and answer.casefold().split() == expected.casefold().split():
            yield Misconception("capitals", answer, "The letters are right. What about capitals?")
        if answer.strip(" .,;:!?\"'“”‘’") == expected:
            yield Misconception(
                "marks at the end",
                answer,
                "The words are right. Which marks around them do not belong there?",
            )
        if not answer.strip():
            yield Misconception("empty text", answer, "Your text is empty. What should be in it?")


def _of_mapping(expected: Mapping[Any, Any]) -> Iterator[Misconception]:
    yield Misconception("keys alone", list(expected), "You have the keys. Which value belongs to each?")
    yield Misconception(
        "values alone", list(expected.values()), "You have the values. Which key does each belong to?"
    )
    yield Misconception(
        "how many for which", len(expected), "That is how many there are. Which ones are they?"
    )
    yield Misconception("empty", {}, "It is empty. What should be counted in it?")
    if expected and all(isinstance(value, numbers.Real) for value in expected.values()):
        total = sum(expected.values())
        yield Misconception("total", total, "That is the total. How many are there of each?")
        yield Misconception(
            "one of each",
            dict.fromkeys(expected, 1),
            "Each is counted once. Does every round add to the count?",
        )
        if total:
            yield Misconception(
                "shares for counts",
                {key: value / total for key, value in expected.items()},
                "You have shares: they add up to 1. What are the counts?",
            )
    if all(isinstance(key, str) for key in expected) and len({key.lower() for key in expected}) == len(
        expected
    ):
        for change in (str.lower, str.upper):
            yield Misconception(
                "capitals",
                {change(key): value for key, value in expected.items()},
                "The counts are right. What about capitals in the keys?",
            )


def _of_list(expected: list[Any], order: bool) -> Iterator[Misconception]:
    yield Misconception(
        "how many for which", len(expected), "That is how many there are. Which ones are they?"
    )
    yield Misconception("empty", [], "It is empty. What should get into it, and when is it made?")
    if not expected:
        return
    first, last = expected[0], expected[-1]
    texts = all(isinstance(value, str) for value in expected)
    yield Misconception("the first alone", first, "That is the first one alone. How do you get all of them?")
    yield Misconception("the last alone", last, "That is the last one alone. What keeps all of them?")
    once = [value for place, value in enumerate(expected) if value not in expected[:place]]
    if len(once) < len(expected):
        for value in (once, sorted(once, key=repr)):
            yield Misconception(
                "one of each", value, "Each is listed once. Should one that comes up twice be listed twice?"
            )
    if len(expected) > 1:
        yield Misconception(
            "the first alone", [first], "Only the first one is there. Does something stop too early?"
        )
        yield Misconception(
            "the last alone", [last], "Only the last one is left. Is a new list made in every round?"
        )
        yield Misconception("the last missing", expected[:-1], "The last one is missing. Where does it stop?")
        yield Misconception(
            "the first missing", expected[1:], "The first one is missing. Where does it begin?"
        )
    if order and len(expected) > 1:
        yield Misconception(
            "backwards", expected[::-1], "You have the right ones, but backwards. Which one comes first?"
        )
        yield Misconception(
            "sorted", _sorted(expected), "You have the right ones, but sorted. What order were they in?"
        )
    yield Misconception(
        "list in a list", [expected], "It is a list within a list. Is one pair of brackets enough?"
    )
    if texts:
        for glue in ("", " ", ", "):
            yield Misconception(
                "one text", glue.join(expected), "That is one text. What would a list of them look like?"
            )
        yield Misconception(
            "single letters",
            list("".join(expected)),
            "Your values are single characters. Is a text used where a list is needed?",
        )
        for change in (str.lower, str.upper, str.capitalize):
            yield Misconception(
                "capitals",
                [change(value) for value in expected],
                "The words are right. What about their capitals?",
            )
        yield Misconception(
            "marks",
            [value.strip(".,;:!?\"'“”‘’()") for value in expected],
            "The words are right. Should their punctuation marks be gone?",
        )
        yield Misconception(
            "lengths",
            [len(value) for value in expected],
            "You have the lengths. What are they the lengths of?",
        )
    elif all(isinstance(value, list | tuple) and len(value) == 2 for value in expected):
        yield Misconception(
            "first of each pair",
            [value[0] for value in expected],
            "Only the first of each pair is left. Where is the second?",
        )
        yield Misconception(
            "second of each pair",
            [value[1] for value in expected],
            "Only the second of each pair is left. Where is the first?",
        )
        yield Misconception(
            "pairs turned round",
            [value[::-1] for value in expected],
            "Each pair is turned round. Which comes first?",
        )
        if all(isinstance(part, str) for value in expected for part in value):
            yield Misconception(
                "one text",
                [" ".join(value) for value in expected],
                "Each pair is one text now. How do the two stay apart?",
            )
    elif all(isinstance(value, numbers.Real) and not isinstance(value, bool) for value in expected):
        yield Misconception("sum", sum(expected), "That is their sum. Which numbers are they, one by one?")
        yield Misconception(
            "in percent", [value * 100 for value in expected], "Each is a hundred times too large."
        )
        for more, cause in ((1, "one too many"), (-1, "one too few")):
            yield Misconception(
                cause,
                [value + more for value in expected],
                f"Each is {cause}. Where does the counting begin?",
            )


def _sorted(values: list[Any]) -> list[Any]:
    try:
        return sorted(values)
    except TypeError:
        return sorted(values, key=repr)


def two_values(
    expected: tuple[Any, Any], named: tuple[str, str], *wrong: tuple[str, Any, Any, str]
) -> list[Misconception]:
    """Return what goes wrong with two values that are asked for together: with both of them, or with one.

    Args:
        expected: the right values.
        named: what each of them is, such as "the number of bigrams".
        wrong: for each mistake its name, what it makes of either value (None: nothing), and its question.

    Returns:
        The misconceptions.

    >>> made = two_values((5, 4), ("the first", "the second"), ("as many as tokens", 6, 6, "Are there?"))
    >>> [m.value for m in made], made[1].question
    ([[6, 6], [6, 4], [5, 6]], 'The second is right. Are there?')
    """
    found: list[Misconception] = []
    for cause, first, second, ask in wrong:
        if first is not None and second is not None:
            found.append(Misconception(cause, [first, second], ask))
        for value, right in (([first, expected[1]], named[1]), ([expected[0], second], named[0])):
            if None not in value:
                found.append(Misconception(cause, value, f"{right[0].upper()}{right[1:]} is right. {ask}"))
    return [m for m in found if m.value != list(expected)]


def picked(table: "pd.DataFrame", names: str, by: str, *, most: bool = True) -> list[Misconception]:
    """Return what goes wrong with picking the row of a table that has the most, or the least, of something.

    Args:
        table: the table.
        names: the column of what is picked.
        by: the column that decides.
        most: whether the highest value is asked for, or the lowest.

    Returns:
        A misconception for every other row: the end that it stands at, if it is the end of one thing alone.

    >>> table = pd.DataFrame({"word": ["a", "b", "c", "d"], "dp": [2, 1, 3, 2], "count": [1, 2, 3, 2]})
    >>> [(m.value, m.cause) for m in picked(table, "word", "dp")]
    [('a', 'lowest count'), ('b', 'lowest for highest'), ('d', 'last row')]
    """
    values, (asked, other) = table[by], ("highest", "lowest") if most else ("lowest", "highest")
    best, worst = (values.max(), values.min()) if most else (values.min(), values.max())
    ends = {f"{other} for {asked}": (values == worst, f"has the {other} `{by}`")}
    for column in table.select_dtypes("number").columns.drop(by):
        for end, extreme in (("highest", table[column].max()), ("lowest", table[column].min())):
            ends[f"{end} {column}"] = table[column] == extreme, f"has the {end} `{column}`"
    places = pd.Series(range(len(table)), table.index)
    rows_at = {
        "first row": (places == 0, "is in the first row"),
        "last row": (places == len(table) - 1, "is in the last row"),
    }
    found: list[Misconception] = []
    for row, name in table[names][values != best].items():
        at = [
            [(cause, what) for cause, (holds, what) in some.items() if holds[row]] for some in (ends, rows_at)
        ]
        told = at[0] or at[1]
        cause, what = told[0] if len(told) == 1 else ("another row", f"has a `{by}` of {values[row]:.4g}")
        found.append(Misconception(cause, name, f"“{name}” {what}. Which one has the {asked} `{by}`?"))
    return found
