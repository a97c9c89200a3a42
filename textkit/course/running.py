"""Running what a student wrote: a function on other values, lines of code in another order."""

import traceback
from collections.abc import Mapping
from typing import Any

from textkit.course.errors import StudentError, last_line, sentence
from textkit.course.reading import type_in_words


def call(function: Any, *arguments: Any) -> Any:
    """Call a student's function on copies of the arguments and return its value.

    Args:
        function: what the student has made, whatever it is.
        arguments: what to call it with.

    Returns:
        What the function returns.

    Raises:
        StudentError: when it is no function, takes other arguments, or raises; the engine
            turns it into a question.

    >>> call(len, ["a", "b"])
    2
    """
    if not callable(function):
        raise StudentError(
            f"That is {type_in_words(function)}, not a function. Does your cell still begin with `def`?"
        )
    copies = [list(item) if isinstance(item, list) else item for item in arguments]
    try:
        value = function(*copies)
    except Exception as error:
        code = getattr(function, "__code__", None)
        if error.__traceback__ and not error.__traceback__.tb_next:  # it never got inside: other arguments
            raise StudentError(
                f"The check calls your function as the notebook does, and it stops with {last_line(error)}. "
                "Do the brackets after its name still hold the same names?"
            ) from error
        raise StudentError(sentence(error, code.co_filename if code else None)) from error
    if value is None:
        raise StudentError(
            "Your function gives back `None`. Does every way through it `return` a value? (`print` only "
            "shows one.)"
        )
    return value


def run_lines(lines: Any, order: Any, names: Mapping[str, Any]) -> dict[str, Any]:
    """Run lettered lines of code in the order a student gives; return the names they make.

    Args:
        lines: a dict from letter to line of code.
        order: the letters, as a text such as "BCA" or a list.
        names: what the lines may use.

    Returns:
        The names that the lines make, with their values.

    Raises:
        StudentError: when the order has unknown or repeated letters, or a line raises.

    >>> run_lines({"A": "y = x + 1", "B": "x = 1"}, "BA", {})
    {'x': 1, 'y': 2}
    """
    if not isinstance(order, str | list | tuple) or not all(isinstance(letter, str) for letter in order):
        raise StudentError(f'The order is {type_in_words(order)}. Can you write it as a text, such as "CAB"?')
    letters = [letter.upper() for letter in order if letter.strip(" ,.-")]
    for letter in letters:
        if letter not in lines:
            raise StudentError(f"There is no line {letter}. The lines are {', '.join(lines)}.")
        if letters.count(letter) > 1:
            raise StudentError(f"Line {letter} is there more than once. Is one time enough?")
    made = dict(names)
    code = "\n".join(lines[letter] for letter in letters)
    try:
        exec(compile(code, "<your order>", "exec"), made)
    except SyntaxError as error:
        at = letters[(error.lineno or 1) - 1] if (error.lineno or 1) <= len(letters) else "?"
        raise StudentError(
            f"Python cannot read your order at line {at} ({error.msg}). Does an indented line "
            "come right after the line it belongs to?"
        ) from error
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        at_line = [frame.lineno or 1 for frame in frames if frame.filename == "<your order>"][-1]
        raise StudentError(
            f"At line {letters[at_line - 1]} the program stops: {last_line(error)}. "
            "Which line has to come before it?"
        ) from error
    return {name: value for name, value in made.items() if name not in {*names, "__builtins__"}}
