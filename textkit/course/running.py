"""Running what a student wrote: a function on other values, lines of code in another order."""

import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from typing import Any, NoReturn

from textkit.course.asking import expects
from textkit.course.errors import StudentError, last_line, sentence
from textkit.course.kinds import pd
from textkit.course.reading import as_list, materialize, type_in_words


def call(function: Any, *arguments: Any) -> Any:
    """Call a student's function on copies of the arguments and return its value.

    Args:
        function: what the student has made, whatever it is.
        arguments: what to call it with.

    Returns:
        What the function returns; what it yields as a list.

    Raises:
        StudentError: when it is no function, takes other arguments, raises, or ends Python; the
            engine turns it into a question.

    >>> call(len, ["a", "b"])
    2
    """
    expects(function, ...)
    if not callable(function):
        raise StudentError(
            f"That is {type_in_words(function)}, not a function. Does your cell still begin with `def`?",
            "no function",
        )
    copies = [
        copy(item) if isinstance(item, list | dict | set | pd.DataFrame) else item for item in arguments
    ]
    try:
        with _nobody_leaves():
            value = materialize(function(*copies))
    except StudentError:  # the function runs in another process, and this has been said there
        raise
    except (Exception, SystemExit, KeyboardInterrupt) as error:
        code = getattr(function, "__code__", None)
        if error.__traceback__ and not error.__traceback__.tb_next:  # it never got inside: other arguments
            raise StudentError(
                f"The check calls your function as the notebook does, and it stops with {last_line(error)}. "
                "Do the brackets after its name still hold the same names?",
                "other arguments",
            ) from error
        raise StudentError(
            sentence(error, code.co_filename if code else None), type(error).__name__
        ) from error
    if value is None:
        raise StudentError(
            "Your function gives back `None`. Does every way through it `return` a value? (`print` only "
            "shows one.)",
            "no return",
        )
    return value


@contextmanager
def _nobody_leaves() -> Iterator[None]:
    """Make a notebook's quit() and exit() raise SystemExit: by themselves they would end the kernel later."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None

    def refuse() -> NoReturn:
        raise SystemExit

    if shell is None:
        yield
        return
    shell.ask_exit = refuse
    try:
        yield
    finally:
        del shell.ask_exit


def read_order(order: Any, lines: Mapping[str, Any]) -> str:
    """Read an order of lettered lines, however it is written, such as "D → A → C" or ["d", "a", "c"].

    Args:
        order: what the student gives.
        lines: a dict from letter to line of code.

    Returns:
        The letters, as "DAC".

    Raises:
        StudentError: when it is no order, or has letters of no line, or one letter twice.

    >>> read_order("D, a and C", dict.fromkeys("ACD"))
    'DAC'
    """
    order = materialize(order)
    letters_given = [order] if isinstance(order, str) else as_list(order)
    separate = not isinstance(order, list) or all(len(str(one).strip()) < 2 for one in order)
    if (
        letters_given
        and separate
        and not isinstance(order, set)
        and all(isinstance(one, str) for one in letters_given)
    ):
        text = " ".join(letters_given)
    else:
        raise StudentError(
            f'The order is {type_in_words(order)}. Can you write it as one text, such as "CAB"?', "no order"
        )
    letters = re.findall(r"[^\W_]", re.sub(r"(?i)\b(and|then|lines?)\b", " ", text).upper())
    for letter in letters:
        if letter not in lines:
            raise StudentError(
                f"There is no line {letter}. The lines are {', '.join(lines)}.", "no such line"
            )
        if letters.count(letter) > 1:
            raise StudentError(f"Line {letter} is there more than once. Is once enough?", "line twice")
    if not letters:
        raise StudentError(
            'There is no letter in your order. Which line comes first, as in "CAB"?', "no order"
        )
    return "".join(letters)


def run_lines(lines: Any, order: Any, names: Mapping[str, Any], *, makes: str = "") -> dict[str, Any]:
    """Run lettered lines of code in the order a student gives; return the names they make.

    Args:
        lines: a dict from letter to line of code.
        order: the letters, as a text such as "BCA" or a list.
        names: what the lines may use.
        makes: a name that they have to make, "" for none.

    Returns:
        The names that the lines make, with their values.

    Raises:
        StudentError: when the order has unknown or repeated letters, a line raises, or none makes that name.

    >>> run_lines({"A": "y = x + 1", "B": "x = 1"}, "BA", {})
    {'x': 1, 'y': 2}
    """
    expects(order, ...)
    letters = read_order(order, lines)
    made = dict(names)
    code = "\n".join(lines[letter] for letter in letters)
    try:
        exec(compile(code, "<your order>", "exec"), made)
    except SyntaxError as error:
        at = letters[(error.lineno or 1) - 1] if (error.lineno or 1) <= len(letters) else "?"
        raise StudentError(
            f"Python cannot read your order at line {at} ({error.msg}). Does an indented line "
            "come right after the line it belongs to?",
            "indented line alone",
        ) from error
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        at_line = [frame.lineno or 1 for frame in frames if frame.filename == "<your order>"][-1]
        raise StudentError(
            f"At line {letters[at_line - 1]} the program stops: {last_line(error)}. "
            "Which line has to come before it?",
            "line too early",
        ) from error
    if makes and makes not in made:
        raise StudentError(f"Your lines never make `{makes}`. Which line does?", "line missing")
    return {name: value for name, value in made.items() if name not in {*names, "__builtins__"}}
