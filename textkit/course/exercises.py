"""The engine behind the notebooks' exercises: verdicts, hints and progress.

A notebook starts with `check, hint, progress = begin("03", globals())`. The checks themselves stand
beside the notebooks, in `checks/chapter_03.py`: each is a function marked with `@exercise`
that looks at the student's value and returns a verdict. A check never looks at how the value
was made, never raises, and computes what it expects from the article that is loaded.
"""

import html
import importlib.util
import linecache
import numbers
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

NOT_YET, QUESTION, RIGHT, NOT_HERE = "not yet", "a question", "right", "not here"
KINDS = ("recall", "predict", "complete", "parsons", "bug", "compute", "explain")

# A border in a color of its own; the text keeps the color of the reader's theme.
_BORDER = {NOT_YET: "#888888", QUESTION: "#E69F00", RIGHT: "#009E73", NOT_HERE: "#56B4E9"}


@dataclass(frozen=True)
class Verdict:
    """What a check says: its state in words, a sentence, and how much of the answer is right, 0 to 1.

    >>> right("26.3 in every 1,000.")
    right       26.3 in every 1,000.
    """

    state: str
    message: str
    credit: float = 0.0

    def __repr__(self) -> str:
        return f"{self.state:<11} {self.message}"

    def _repr_html_(self) -> str:
        return (
            f'<div role="status" style="border-left: 5px solid {_BORDER[self.state]}; '
            f'padding: 0.4em 0.8em; margin: 0.3em 0; font-size: 1.1em">'
            f"<strong>{self.state.capitalize()}.</strong> {_as_html(self.message)}</div>"
        )


def right(message: str) -> Verdict:
    """Return the verdict for a right answer.

    >>> right("Yes.").state
    'right'
    """
    return Verdict(RIGHT, message, 1.0)


def question(message: str) -> Verdict:
    """Return the verdict for an answer that is not right: a question that shows where to look.

    >>> question("Did you count punctuation marks as words?").state
    'a question'
    """
    return Verdict(QUESTION, message)


def not_yet(message: str) -> Verdict:
    """Return the verdict for an exercise that nobody has started.

    >>> not_yet("`rate` is still `...`.").state
    'not yet'
    """
    return Verdict(NOT_YET, message)


def not_here(message: str) -> Verdict:
    """Return the verdict for an article that has nothing for this exercise.

    >>> not_here("No headings here: try another article.").state
    'not here'
    """
    return Verdict(NOT_HERE, message, 1.0)  # what an article does not have costs nobody a point


@dataclass(frozen=True)
class Exercise:
    """One exercise: its number and title, the names its answer has, its hints, and its check."""

    number: str
    title: str
    kind: str
    answers: tuple[str, ...]
    uses: tuple[str, ...]
    hints: tuple[str, ...]
    judge: Callable[..., Verdict]


def exercise(
    number: str,
    title: str,
    *,
    kind: str,
    answers: Sequence[str],
    hints: Sequence[str],
    uses: Sequence[str] = (),
) -> Callable[[Callable[..., Verdict]], Exercise]:
    """Turn a function into the check of an exercise.

    The function gets the value of each answer, in order, and then `work`: the article
    (`work.article`), what the chapter's own cells make of it (`work.tokens`, …, from the
    module's function `state(article)`), and the student's variables (`work.student`).

    Args:
        number: as the notebook writes it, such as "3.4".
        title: a few words for the table of progress.
        kind: one of `KINDS`.
        answers: the names of the variables that the student fills.
        hints: from a nudge to nearly the answer.
        uses: names the notebook has made earlier and the exercise builds on; the check first
            makes sure that they are there and belong to the article.

    Raises:
        ValueError: when the kind is unknown or the answers or hints are missing.

    >>> @exercise("9.1", "Count", kind="compute", answers=["n"], hints=["Use len()."])
    ... def count(n, work):
    ...     return right("Yes.") if n == 3 else question("Did you count all of them?")
    >>> count.number
    '9.1'
    """
    if kind not in KINDS:
        raise ValueError(f"exercise {number}: kind {kind!r} is none of {', '.join(KINDS)}")
    for name, given in {"answers": answers, "hints": hints}.items():
        if isinstance(given, str) or not given:
            raise ValueError(f"exercise {number}: {name} must be a list with at least one entry")

    def mark(judge: Callable[..., Verdict]) -> Exercise:
        return Exercise(number, title, kind, tuple(answers), tuple(uses), tuple(hints), judge)

    return mark


# What a check is made of


def same(answer: Any, expected: Any, *, order: bool = True) -> bool:
    """Tell whether an answer is the expected value, in whatever form it comes.

    Numbers may be rounded to three digits (whole numbers are exact); a list may be a tuple, an
    array or a column; a text may have other spaces; with `order=False` order does not matter.
    A truth value is not a number, and a text is not a list.

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


class StudentError(Exception):
    """The student's code raised: the message is a sentence with the line that did."""


def call(function: Any, *arguments: Any) -> Any:
    """Call a student's function on copies of the arguments and return its value.

    Raises:
        StudentError: when it is no function, takes other arguments, or raises; the engine
            turns it into a question.

    >>> call(len, ["a", "b"])
    2
    """
    if not callable(function):
        raise StudentError(f"That is {_a(function)}, not a function. Does your cell still begin with `def`?")
    copies = [list(item) if isinstance(item, list) else item for item in arguments]
    try:
        value = function(*copies)
    except Exception as error:
        code = getattr(function, "__code__", None)
        if error.__traceback__ and not error.__traceback__.tb_next:  # it never got inside: other arguments
            raise StudentError(
                f"The check calls your function as the notebook does, and it stops with {_last_line(error)}. "
                "Do the brackets after its name still hold the same names?"
            ) from error
        raise StudentError(_sentence(error, code.co_filename if code else None)) from error
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

    Raises:
        StudentError: when the order has unknown or repeated letters, or a line raises.

    >>> run_lines({"A": "y = x + 1", "B": "x = 1"}, "BA", {})
    {'x': 1, 'y': 2}
    """
    if not isinstance(order, str | list | tuple) or not all(isinstance(letter, str) for letter in order):
        raise StudentError(f'The order is {_a(order)}. Can you write it as a text, such as "CAB"?')
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
            f"At line {letters[at_line - 1]} the program stops: {_last_line(error)}. "
            "Which line has to come before it?"
        ) from error
    return {name: value for name, value in made.items() if name not in {*names, "__builtins__"}}


# The chapter, as a notebook sees it


@dataclass(repr=False)  # progress without its brackets would show all hints
class Chapter:
    """The exercises of a chapter, and how far a student has come with them."""

    exercises: dict[str, Exercise]
    state: Callable[[Any], dict[str, Any]]
    names: dict[str, Any]
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    hints_shown: dict[str, int] = field(default_factory=dict)

    def judge(self, number: Any) -> Verdict:
        """Return the verdict on an exercise as it stands now."""
        if not isinstance(number, str):
            return question(f'Put the number into quotation marks: check("{number}").')
        if number not in self.exercises:
            return question(f"There is no exercise {number} here. {self._numbers()}")
        task = self.exercises[number]
        for name in task.answers:
            if name not in self.names:
                return not_yet(f"There is no `{name}` yet: run the cell of exercise {number} again.")
            if _is_blank(self.names[name]):
                return not_yet(f'`{name}` is still `...`. Want a nudge? `hint("{number}")`')
        article = self.names.get("article")
        if not isinstance(getattr(article, "text", None), str):
            return not_yet("`article` is not there: run the cell at the top that loads it.")
        expected = self.state(article)
        for name in task.uses:
            if name not in self.names:
                return not_yet(f"There is no `{name}` yet: run the cells above, from the top.")
            if not _equal(self.names[name], expected[name]):
                return not_yet(
                    f"`{name}` was made from another text, or changed since. Run the cell that "
                    "makes it again, then this one."
                )
        work = SimpleNamespace(article=article, student=self.names, **expected)
        try:
            return task.judge(*(self.names[name] for name in task.answers), work)
        except StudentError as error:
            return question(str(error))
        except Exception as error:  # a surprising value must not end in a red wall
            return question(
                f"The check cannot read your answer: it is {_a(self.names[task.answers[0]])} "
                f"({_last_line(error)}). Is it the kind of value that the exercise asks for?"
            )

    def check(self, number: str) -> None:
        """Show the verdict on an exercise."""
        verdict = self.judge(number)
        if isinstance(number, str) and number in self.exercises:
            self.verdicts[number] = verdict
        _show(verdict)

    def hint(self, number: str) -> None:
        """Show the next hint of an exercise, from a nudge to nearly the answer."""
        if not isinstance(number, str):
            _show(question(f'Put the number into quotation marks: hint("{number}").'))
            return
        if number not in self.exercises:
            _show(question(f'There is no exercise {number!r} here. {self._numbers()} Try hint("…").'))
            return
        hints = self.exercises[number].hints
        shown = min(self.hints_shown.get(number, 0) + 1, len(hints))
        self.hints_shown[number] = shown
        last = " That was the last hint." if shown == len(hints) else ""
        _show(_Note(f"Hint {shown} of {len(hints)} for {number}: {hints[shown - 1]}{last}"))

    def progress(self) -> None:
        """Show a table of the exercises with their last verdicts."""
        _show(_Progress(self.exercises, self.verdicts))

    def _numbers(self) -> str:
        return f"This chapter has {', '.join(self.exercises)}."


def begin(
    chapter: str, names: dict[str, Any]
) -> tuple[Callable[[str], None], Callable[[str], None], Callable[[], None]]:
    """Open a chapter's exercises and return its `check`, `hint` and `progress`.

    Args:
        chapter: its two digits, such as "03".
        names: the notebook's variables: `globals()`.

    Raises:
        FileNotFoundError: when the chapter's checks are not found.
    """
    opened = open_chapter(chapter, names)
    _explain_exceptions(opened)
    _opened.update(dict.fromkeys(opened.exercises, opened))
    return opened.check, opened.hint, opened.progress


# The chapter that each exercise belongs to, of those that this notebook has opened: for `points`.
_opened: dict[str, Chapter] = {}


def points(number: str, most: float = 1) -> float | None:
    """Give the points of an exercise to nbgrader, for what the `check` in its cell has said.

    This stands in locked cells below the exercises of an assignment. In class it says nothing. While
    nbgrader grades or validates (it sets NBGRADER_EXECUTION then), it returns the points; a part of them
    for a list of answers that is right in part, which is nbgrader's partial credit.

    Args:
        number: of the exercise, such as "3.4".
        most: the points for a right answer.

    Raises:
        AssertionError: nothing of the answer is right; nbgrader gives no point.

    >>> points("3.4") is None
    True
    """
    if not os.environ.get("NBGRADER_EXECUTION"):
        return None
    chapter = _opened.get(number)
    verdict = chapter.verdicts.get(number) if chapter else None
    assert verdict, f'check("{number}") was not reached. Does its cell run to the end, within the time?'
    assert verdict.credit, f"{number}: {verdict.message}"
    return round(most * verdict.credit, 2)


def open_chapter(chapter: str, names: dict[str, Any]) -> Chapter:
    """Load a chapter's checks from `checks/` and return its `Chapter`.

    They are looked for from the current folder upward and then beside the package, so that a
    notebook can start anywhere.

    Raises:
        FileNotFoundError: when the chapter's checks are not found.
    """
    module = _load(_find_checks(chapter))
    tasks = [value for value in vars(module).values() if isinstance(value, Exercise)]
    state: Callable[[Any], dict[str, Any]] = getattr(module, "state", lambda article: {})
    return Chapter({task.number: task for task in tasks}, state, names)


def _find_checks(chapter: str) -> Path:
    here = Path.cwd()
    places = [here, *here.parents, Path(__file__).resolve().parents[1]]
    for place in places:
        for folder in (place / "checks", place / "notebooks" / "checks"):
            file = folder / f"chapter_{chapter}.py"
            if file.is_file():
                return file
    raise FileNotFoundError(
        f"The checks of chapter {chapter!r} (checks/chapter_{chapter}.py) are neither in this "
        f"folder ({here}) nor above it. Keep the notebook inside the textkit project, or copy the "
        "folder notebooks/checks beside it."
    )


def _load(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"checks_{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _explain_exceptions(chapter: Chapter) -> None:
    """In a cell that calls check(), say in a sentence what an exception was, and where."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is None:  # a plain script: Python's own traceback will do
        return

    def explain(shell: Any, kind: type, error: BaseException, tb: Any, tb_offset: Any = None) -> Any:
        cell = tb.tb_next.tb_frame.f_code.co_filename if tb.tb_next else None
        source = "".join(linecache.getlines(cell)) if cell else ""
        numbers_called = [n for n in chapter.exercises if f'check("{n}")' in source]
        if not numbers_called:
            return shell.showtraceback((kind, error, tb), tb_offset=tb_offset)
        verdict = question(_sentence(error, cell))
        chapter.verdicts[numbers_called[0]] = verdict
        _show(verdict)
        return None

    shell.set_custom_exc((Exception,), explain)


# Small things


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


def _sentence(error: BaseException, filename: str | None) -> str:
    """Say which line of the student's code raised, and what to look at."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == filename] or frames[-1:]
    where = f"Line {own[-1].lineno}, `{own[-1].line}`, stops" if own else "Your code stops"
    why = _WHY.get(type(error).__name__, "What does that line do, step by step?")
    return f"{where} with {_last_line(error)}. {why}"


def _last_line(error: BaseException) -> str:
    lines = traceback.TracebackException.from_exception(error).format_exception_only()
    return " ".join("".join(lines).split()).rstrip(".")


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


def _is_blank(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(item is ... for item in value)
    return value is ...


def _equal(left: Any, right: Any) -> bool:
    if type(left) is not type(right):
        return False
    return bool(right.equals(left) if hasattr(right, "equals") else left == right)  # equals: a table


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
        return f"Your answer is {_a(answer)}. Which single number does the exercise ask for?"
    if isinstance(expected, str) and not isinstance(answer, str):
        return f"Your answer is {_a(answer)}. Which text does the exercise ask for?"
    if _is_many(expected) and not _is_many(answer):
        return f"Your answer is {_a(answer)}. The exercise asks for several values: in a list?"
    if isinstance(answer, list) and len(answer) == 1 and isinstance(answer[0], list):
        return "Your answer is a list within a list. Is one pair of square brackets enough?"
    return None


def _a(value: Any) -> str:
    """Name a value's type as in a sentence, in the notebooks' words.

    >>> _a([1]), _a(3), _a("b")
    ('a list', 'an int', 'a text')
    """
    name = type(value).__name__
    name = {"str": "text", "DataFrame": "table", "Series": "column"}.get(name, name)
    return f"{'an' if name[0] in 'aeioAEIO' else 'a'} {name}"


def _as_html(message: str) -> str:
    """Escape a message; what stands between backticks becomes code."""
    pieces = html.escape(message).split("`")
    return "".join(f"<code>{p}</code>" if i % 2 else p for i, p in enumerate(pieces))


def _show(thing: Any) -> None:
    from IPython.display import display  # outside a notebook it prints the plain form

    display(thing)  # type: ignore[no-untyped-call]


class _Note:
    def __init__(self, message: str):
        self.message = message

    def __repr__(self) -> str:
        return self.message

    def _repr_html_(self) -> str:
        return (
            f'<div role="note" style="padding: 0.4em 0.8em; font-size: 1.1em">{_as_html(self.message)}</div>'
        )


class _Progress:
    def __init__(self, exercises: dict[str, Exercise], verdicts: dict[str, Verdict]):
        self.rows = [
            (number, task.title, verdicts[number].state if number in verdicts else "not tried")
            for number, task in exercises.items()
        ]
        done = sum(state == RIGHT for *_, state in self.rows)
        self.summary = f"{done} of {len(self.rows)} exercises are right."

    def __repr__(self) -> str:
        return "\n".join([self.summary, *(f"{n:<6}{state:<12}{t}" for n, t, state in self.rows)])

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><th scope="row">{number}</th><td style="text-align: left">{html.escape(title)}</td>'
            f"<td>{state}</td></tr>"
            for number, title, state in self.rows
        )
        head = (
            '<tr><th scope="col">Exercise</th><th scope="col" style="text-align: left">Title</th>'
            '<th scope="col">State</th></tr>'
        )
        return (
            f'<table style="font-size: 1.1em"><caption>{self.summary}</caption>'
            f"<thead>{head}</thead><tbody>{rows}</tbody></table>"
        )
