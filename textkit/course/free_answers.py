"""Free answers: a student's own labels, names and claims. There is no key, but what they say must be true."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textkit import tokenize
from textkit.course.errors import StudentError
from textkit.course.kinds import pd
from textkit.course.reading import as_list, same, type_in_words

_MOST = r"\b(longest|largest|highest|biggest|tallest|most (often|frequent)|first|top)\b"
_LEAST = r"\b(shortest|smallest|lowest|fewest|least|rarest|last)\b"
_NUMBER = r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\d.,])\d+(?![.,]?\d)"
_NEAR = 3  # words between a name and its number


def read_labels(
    answer: Any,
    odd: Callable[[Any], tuple[str, str] | None],
    *,
    such_as: str,
    of: str,
    wanted: int | None = None,
) -> list[Any]:
    """Read a list that a student has filled by choice: labels, names, numbers of quotes.

    Args:
        answer: the student's value.
        odd: says what is odd about one of its values, as cause and question, or None.
        such_as: a list as it might be, for a question.
        of: what there is a label for, such as "quotes".
        wanted: how many values it must have, one for each; None if they are a choice, in any order.

    Returns:
        The values.

    Raises:
        StudentError: it is no such list; its cause names the mistake.

    >>> read_labels((True, False), lambda label: None, such_as="[True]", of="quotes", wanted=2)
    [True, False]
    """
    values = as_list(answer)
    if isinstance(answer, pd.DataFrame) and answer.shape[1] > 1:
        raise StudentError(
            f"That is a table. Which values make a list, such as {such_as}?",
            "table for a list",
        )
    if wanted and isinstance(answer, Mapping | set):
        ask = "Can you make it a list, in the order of the text, with square brackets?"
        raise StudentError(f"Your answer is {type_in_words(answer)}. {ask}", "no order")
    if values is None:
        raise StudentError(
            f"Your answer is {type_in_words(answer)}. The exercise asks for a list, such as {such_as}. "
            "Where are its brackets?",
            "no list",
        )
    for value in values:
        if isinstance(value, list | tuple):
            raise StudentError(
                "That is a list within a list. Is one pair of square brackets enough?", "list in a list"
            )
        if said := odd(value):
            cause, sentence = said
            raise StudentError(sentence, cause)
    if wanted is None and len({str(value) for value in values}) < len(values):
        raise StudentError("One of them appears twice. Which other one did you mean?", "twice the same")
    if wanted is not None and len(values) != wanted:
        cause, done = ("too few", "left out") if len(values) < wanted else ("too many", "added")
        raise StudentError(f"Your list has {len(values)} for {wanted} {of}. What have you {done}?", cause)
    return values


def read_numbers(answer: Any, possible: Sequence[int], *, of: str) -> list[int]:
    """Read a choice of numbers, such as the numbers of quotes or of lines.

    Args:
        answer: the student's list.
        possible: the numbers that there are, without a gap.
        of: what they number, such as "quote".

    Returns:
        The numbers.

    Raises:
        StudentError: it is no list of such numbers.

    >>> read_numbers([3, 1], range(1, 4), of="quote")
    [3, 1]
    """

    def odd(number: Any) -> tuple[str, str] | None:
        if isinstance(number, str):
            return (
                "text for a number",
                f"“{cut(number)}” is text. What is the number of that {of}, without quotation marks?",
            )
        if not any(same(number, n) for n in possible):
            span = f"they go from {possible[0]} to {possible[-1]}"
            return f"no such {of}", f"There is no {of} {cut(number)}: {span}. Which do you mean?"
        return None

    return [int(number) for number in read_labels(answer, odd, such_as="[3, 7]", of=f"{of}s")]


def numbers_said(text: str) -> list[int]:
    """List the whole numbers that a text gives in digits, with or without commas.

    >>> numbers_said("In 3 of 1,200 lines, 4.5 of them")
    [3, 1200]
    """
    return [int(number.replace(",", "")) for number in re.findall(_NUMBER, text)]


def says_otherwise(text: str, counts: Mapping[str, int]) -> tuple[str, str] | None:
    """Find what a text about a bar chart says that is not so: another maximum, another number.

    Args:
        text: the student's.
        counts: the number that each bar stands for, by its label in small letters.

    Returns:
        Cause and question, or None if nothing is found.

    >>> says_otherwise("The longest is sun.", {"rain": 3, "sun": 2})
    ('other word', 'Your text calls “sun” the longest. Which bar is longer still?')
    >>> says_otherwise("Bars: rain with 3, sun with 3", {"rain": 3, "sun": 2})
    ('other number', 'Your text gives “sun” 3. Which number does its bar stand for?')
    """
    most = max(counts.values())
    longest = {word for word, count in counts.items() if count == most}
    for clause in re.split(r"[,;.:]\s|\band\b|\bbut\b|\bwhile\b", text.lower()):
        here = [word for word in counts if word in tokenize(clause, lower=True)]
        says_most, says_least = re.search(_MOST, clause), re.search(_LEAST, clause)
        if says_least and not says_most and (wrong := longest & set(here)) and longest != set(counts):
            return "shortest for longest", (
                f"Your text calls {quoted(wrong)} the shortest. Which end of the chart is it at?"
            )
        if says_most and not says_least and here and not longest & set(here):
            return "other word", (f"Your text calls “{here[0]}” the longest. Which bar is longer still?")
    said = tokenize(text, lower=True)
    for place, word in enumerate(said):
        if word in counts:
            for other in said[place + 1 : place + 1 + _NEAR]:
                if other in counts:
                    break
                if numbers := numbers_said(other):
                    if numbers[0] != counts[word]:
                        return "other number", (
                            f"Your text gives “{word}” {numbers[0]:,}. Which number does its bar stand for?"
                        )
                    break
    return None


def quoted(words: set[str]) -> str:
    """Name one or two of some words.

    >>> quoted({"sun", "rain"})
    '“rain” or “sun”'
    """
    return " or ".join(f"“{word}”" for word in sorted(words)[:2])


def cut(value: Any, most: int = 60) -> str:
    """Show a value as text on one line, cut off where it grows long.

    >>> cut("a  b")
    'a b'
    """
    text = " ".join(str(value).split())
    return text if len(text) <= most else text[: most - 1] + "…"
