"""What stopped a student's code, in a sentence with the line."""

import linecache
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import Any

from textkit.course.verdicts import Verdict, question


class StudentError(Exception):
    """The student's code raised: the message is a sentence with the line that did."""


_WHY = {
    "NameError": "Is it spelled as where it was made, and has that cell run? Or is it text that needs "
    "quotation marks?",
    "TypeError": "What kind of value does each name in that line hold? type(…) tells you.",
    "AttributeError": "What kind of value stands before the dot?",
    "KeyError": "Is that key, or column, really there? Print the keys and compare.",
    "IndexError": "How long is the list, and where does counting start?",
    "ValueError": "Which value does that line get, and which could it work with?",
    "ZeroDivisionError": "What are you dividing by?",
}


def sentence(error: BaseException, filename: str | None) -> str:
    """Say which line of the student's code raised, and what to look at."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == filename] or frames[-1:]
    where = f"Line {own[-1].lineno}, `{own[-1].line}`, stops" if own else "Your code stops"
    why = _WHY.get(type(error).__name__, "What does that line do, step by step?")
    return f"{where} with {last_line(error)}. {why}"


def last_line(error: BaseException) -> str:
    """Return the kind of an exception and its message on one line, without the stop at its end.

    >>> last_line(ValueError("No rain."))
    'ValueError: No rain'
    """
    lines = traceback.TracebackException.from_exception(error).format_exception_only()
    return " ".join("".join(lines).split()).rstrip(".")


def explain_exceptions(exercises: Iterable[str], tell: Callable[[str, Verdict], None]) -> None:
    """In a cell that calls check(), say in a sentence what an exception was, and where.

    Args:
        exercises: the names of the exercises whose cells are watched.
        tell: gets the name of the exercise and the question, in place of the traceback.
    """
    names = list(exercises)
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is None:  # a plain script: Python's own traceback will do
        return

    def explain(shell: Any, kind: type, error: BaseException, tb: Any, tb_offset: Any = None) -> Any:
        cell = tb.tb_next.tb_frame.f_code.co_filename if tb.tb_next else None
        source = "".join(linecache.getlines(cell)) if cell else ""
        called = [name for name in names if f'check("{name}")' in source]
        if not called:
            return shell.showtraceback((kind, error, tb), tb_offset=tb_offset)
        tell(called[0], question(sentence(error, cell)))
        return None

    shell.set_custom_exc((Exception,), explain)
