"""What stopped a student's code, in a sentence that points to the line and the place."""

import builtins
import difflib
import keyword
import re
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import Any

from textkit.course.kinds import pd
from textkit.course.verdicts import Verdict, question


class StudentError(Exception):
    """The student's code cannot be judged as it is: the message is a sentence, `cause` names the reason."""

    def __init__(self, message: str, cause: str | None = None) -> None:
        super().__init__(message)
        self.cause = cause


_WHY = {
    "NameError": "Is it spelled the way it was where you made it, and has that cell run? Or is it text that "
    "needs quotation marks?",
    "UnboundLocalError": "Is that name made inside the function before this line uses it?",
    "TypeError": "What kind of value does each name in that line hold? type(…) tells you.",
    "AttributeError": "What kind of value comes before the dot?",
    "KeyError": "Is that key, or column, really there? Print the keys and compare.",
    "IndexError": "How long is the list, and where does counting start?",
    "ValueError": "Which value does that line get, and which could it work with?",
    "ZeroDivisionError": "What are you dividing by?",
    "RecursionError": "The function calls itself again and again. Which name did you mean there?",
    "KeyboardInterrupt": "It was stopped from outside. Is there a loop that never ends?",
    "SystemExit": "`quit`, `exit` and SystemExit end Python itself. Did you mean `return`?",
}
_OTHER_LANGUAGES = {"true": "True", "false": "False", "none": "None", "null": "None", "nil": "None"}
_CURLY = "“”„‘’‚«»"
_SIGNS = {"×": "*", "·": "*", "÷": "/", "–": "-", "—": "-", "−": "-", "≥": ">=", "≤": "<=", "≠": "!="}
_LONGEST_LINE = 60

# What Python says of code that it cannot read → (the cause's name, what to look at). The first that fits.
_UNREADABLE = [
    (
        r"was never closed",
        "missing bracket",
        "A bracket is opened there and never closed. Where should its partner go?",
    ),
    (r"unmatched", "bracket too many", "A bracket closes there that nothing has opened. Is it one too many?"),
    (
        r"closing parenthesis .* does not match",
        "mixed brackets",
        "A bracket is closed there by one of another shape. Which one was opened?",
    ),
    (
        r"unterminated.* string",
        "missing quotation mark",
        "A text begins there and never ends. Where should its second quotation mark go?",
    ),
    (
        r"expected ':'",
        "missing colon",
        "A line with def, for, if or else ends with a colon. Is it there?",
    ),
    (
        r"Missing parentheses in call to",
        "print without brackets",
        "What you print goes in brackets: print(…). Are they there?",
    ),
    (
        r"meant '==' or ':='|Maybe you meant '=='|cannot assign to|expression cannot contain assignment",
        "= for ==",
        "A single = gives a value a name; two of them, ==, compare. Which of the two do you mean, and is "
        "the name on the left?",
    ),
    (
        r"expected an indented block",
        "missing indentation",
        "After a line that ends with a colon, the next one is indented by four spaces. Is it?",
    ),
    (
        r"unexpected indent",
        "too much indentation",
        "That line is indented further than the line above asks for. Where should it begin?",
    ),
    (
        r"unindent does not match|inconsistent use of tabs",
        "uneven indentation",
        "No line above begins at the place where that one does. How many spaces do they have?",
    ),
    (
        r"'return' outside function|'yield' outside function",
        "return outside the function",
        "`return` belongs inside a function. Is that line indented like the rest of the function?",
    ),
    (
        r"Perhaps you forgot a comma",
        "missing comma",
        "Two things are side by side there. Is a comma missing between them, or a sign, a dot, a bracket?",
    ),
    (
        r"invalid decimal literal|leading zeros|invalid digit",
        "number misread",
        "A number and letters are side by side there. Is a sign missing between them, or quotation marks?",
    ),
    (
        r"f-string",
        "f-string",
        "It is inside the f-text. Does every { have its }, and do the marks inside differ from those around?",
    ),
]


def unreadable(error: SyntaxError, source: str) -> Verdict:
    """Say where Python could not read a cell, and what may be missing there.

    Args:
        error: what Python raised.
        source: the cell.

    Returns:
        A question with the line, the place and the cause.

    >>> try:
    ...     compile("seconds = 50 x 60", "cell", "exec")
    ... except SyntaxError as error:
    ...     unreadable(error, "seconds = 50 x 60")  # doctest: +ELLIPSIS
    a question  Python cannot read line 1, `seconds = 50 x 60`, at `x`. The sign that multiplies is *. ...
    """
    error = _where_it_was_opened(error, source)
    lines = source.splitlines()
    number = error.lineno or 1
    line = lines[number - 1] if number <= len(lines) else (error.text or "")
    place = max(0, (error.offset or 1) - 1)
    cause, why = _what_may_be_wrong(error.msg or "", line, place)
    token = re.match(r"\w+|\S", line[place:].lstrip())
    if cause == "x for *" and (x := re.search(r"(?<=[\w)\]])\s*([x×])\s*(?=[\w(])", line)):
        token = re.match(r".", x.group(1))
    at = f", at `{token.group()}`" if token and "`" not in token.group() else ""
    if "ndent" in cause:
        at = ""
    return question(f"Python cannot read line {number}, `{_cut(line)}`{at}. {why}", cause)


def _where_it_was_opened(error: SyntaxError, source: str) -> SyntaxError:
    """Return Python's own error for a bracket left open: IPython may only say that the cell is incomplete."""
    if "incomplete input" in (error.msg or ""):
        try:
            compile(source, "cell", "exec")
        except SyntaxError as plain:
            if "was never closed" in plain.msg:
                return plain
    return error


def _what_may_be_wrong(message: str, line: str, place: int) -> tuple[str, str]:
    """Return the cause of code that cannot be read, and a question that leads to it."""
    if any(mark in message for mark in _CURLY) or (
        "invalid character" in message and any(mark in line for mark in _CURLY)
    ):
        return (
            "curly quotation marks",
            "Quotation marks in code are straight, \" or '. Are yours curly, as in a printed text?",
        )
    for sign, python in _SIGNS.items():
        if sign in message:
            return "printed sign", f"Python's sign for {sign} is {python}. Can you type that one?"
    if re.search(r"\w+\s+x\s+\w+|\d\s*x\s*\d", line) and re.search("invalid|comma", message):
        return "x for *", "The sign that multiplies is *. Is it there?"
    if re.match(r"\s*\[[^\]]*;", line.partition("=")[2]):
        return "semicolon for comma", "The values of a list are separated by commas. Is there another mark?"
    if re.match(r"\s*print\s+[^(\s]", line):
        return (
            "print without brackets",
            "What you print goes in brackets: print(…). Are they there?",
        )
    for pattern, cause, why in _UNREADABLE:
        if re.search(pattern, message):
            return cause, why
    before = re.search(r"(\w+)\s*$", line[:place])
    here = re.match(r"(\w+)", line[place:])
    named = re.match(r"\s*(\w+)\s*=[^=]", line)
    if named and keyword.iskeyword(named.group(1)):
        return "keyword as a name", f"`{named.group(1)}` belongs to Python. Which other name could it be?"
    if before and here:
        return (
            "words side by side",
            "Two words are side by side there. Is it text that needs quotation marks, or is a sign, a dot "
            "or a comma missing?",
        )
    return (
        "cannot be read",
        "What comes right before that place: is a bracket, a quotation mark, a sign or a comma missing, "
        "or one too many?",
    )


def stopped(error: BaseException, source: str, filename: str | None) -> Verdict:
    """Say which line of the student's code raised, and what to look at.

    Args:
        error: what was raised.
        source: the cell, if it is known, for errors without a line of their own.
        filename: the file name under which Python knows the student's code.

    Returns:
        A question with the line and the cause.
    """
    if isinstance(error, SyntaxError) and (filename is None or error.filename == filename or source):
        return unreadable(error, source)
    return question(sentence(error, filename), type(error).__name__)


def sentence(error: BaseException, filename: str | None) -> str:
    """Say which line of the student's code raised, and what to look at."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == filename] or frames[-1:]
    where = f"Line {own[-1].lineno}, `{_cut(own[-1].line or '')}`, stops" if own else "Your code stops"
    why = _WHY.get(type(error).__name__, "What does that line do, step by step?")
    if isinstance(error, NameError) and not isinstance(error, UnboundLocalError) and error.name:
        why = _unknown_name(error.name, (own[-1].line or "") if own else "", _names_seen_by(error))
    return f"{where} with {last_line(error)}. {why}".replace("?. ", "? ")


def _names_seen_by(error: BaseException) -> list[str]:
    """List the names that the code could use where it stopped."""
    tb = error.__traceback__
    while tb and tb.tb_next:
        tb = tb.tb_next
    seen = {**tb.tb_frame.f_globals, **tb.tb_frame.f_locals} if tb else {}
    return [name for name in seen if not name.startswith("_")] + [
        name for name in dir(builtins) if name.islower() and not name.startswith("_")
    ]


def _unknown_name(name: str, line: str, seen: list[str]) -> str:
    """Return the question for a name that Python does not know."""
    if name.lower() in _OTHER_LANGUAGES:
        return f"Python writes `{_OTHER_LANGUAGES[name.lower()]}`, with a capital letter. Is it that?"
    if re.search(rf"\b{re.escape(name)}\s*\(", line) and any(
        hasattr(kind, name) for kind in (str, list, dict, pd.DataFrame)
    ):
        return f"`{name}` is a method: it comes after a value and a dot. Which value should it work on?"
    if not hasattr(builtins, name) and hasattr(builtins, name.lower()):
        return f"Python writes `{name.lower()}`, in small letters. Is it that?"
    if close := difflib.get_close_matches(name, seen, n=1, cutoff=0.8):
        return f"Did you mean `{close[0]}`?"
    return _WHY["NameError"]


def last_line(error: BaseException) -> str:
    """Return the kind of an exception and its message on one line, without the stop at its end.

    >>> last_line(ValueError("No rain."))
    'ValueError: No rain'
    """
    lines = traceback.format_exception_only(error)
    said = " ".join("".join(lines).split()).partition(" Did you mean")[0]  # the newer Pythons' guess
    return _cut(said.rstrip("."), 120)


def _cut(text: str, most: int = _LONGEST_LINE) -> str:
    text = text.strip()
    return text if len(text) <= most else text[: most - 1] + "…"


_CALL = re.compile(r"""\b(?:check|hint)\(\s*["']?([\w.]+)["']?\s*\)""")


class Coach:
    """Watches the cells of a notebook: knows the one that runs, and tells its errors in a sentence.

    Attributes:
        cell: the source of the cell that runs or has run last; None outside a notebook.
    """

    def __init__(self) -> None:
        self.cell: str | None = None

    def watch(self, exercises: Iterable[str], tell: Callable[[str, Verdict], None]) -> None:
        """In a cell that calls check(), say in a sentence what an exception was, and where.

        Args:
            exercises: the names of the exercises whose cells are watched.
            tell: gets the name of the exercise and the question, in place of the traceback.
        """
        names = set(exercises)
        ipython = sys.modules.get("IPython")
        shell = ipython.get_ipython() if ipython else None
        if shell is None:  # a plain script: Python's own traceback will do
            return
        as_ever = type(shell).showtraceback.__get__(shell)

        def told(error: BaseException, tb: Any) -> bool:
            called = [name for name in _CALL.findall(self.cell or "") if name in names]
            if not called:
                return False
            if isinstance(error, NameError) and error.name in names:
                ask = f'`check("{error.name}")` has quotation marks around the name. Does yours?'
                tell(called[0], question(ask, "name without quotation marks"))
                return True
            filename = tb.tb_next.tb_frame.f_code.co_filename if tb and tb.tb_next else None
            tell(called[0], stopped(error, self.cell or "", filename))
            return True

        def explain(shell: Any, kind: type, error: BaseException, tb: Any, tb_offset: Any = None) -> Any:
            if not told(error, tb):
                as_ever((kind, error, tb), tb_offset=tb_offset)

        def show(exc_tuple: Any = None, *args: Any, **options: Any) -> Any:
            error, tb = (exc_tuple or sys.exc_info())[1:]
            if not (isinstance(error, SyntaxError) and told(error, tb)):
                as_ever(exc_tuple, *args, **options)

        shell.events.register("pre_run_cell", self._remember)
        shell.set_custom_exc((Exception, KeyboardInterrupt), explain)
        # What cannot be compiled, such as a `return` outside a function, passes by the line above.
        shell.showtraceback = show

    def _remember(self, info: Any) -> None:
        self.cell = info.raw_cell
