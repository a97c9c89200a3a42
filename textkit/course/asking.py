"""Asking a check what it expects, before anybody has answered.

The preflight judges a text by the checks themselves, for the wheel has no solutions. It hands each check an
`Asked` in the place of every answer. `compare`, `choose`, `behaves`, `call` and `run_lines` meet it where
they would meet the student's answer, and tell what they expect; a check that looks at an answer by itself
says so first, with `expects`.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from numbers import Number
from typing import Any

from textkit.article import Article
from textkit.course.exercises import Exercise, Work
from textkit.course.kinds import np
from textkit.course.verdicts import NOT_HERE, NOT_YET, RIGHT, Verdict, right


class Asked:
    """Stands where an answer would stand, and takes down what the check expects of it."""

    value: Any = ...  # what is expected; `...`: the check has not said so

    def __repr__(self) -> str:
        return "…"

    def __iter__(self) -> Iterator[Any]:
        return iter(())  # an order has no lines yet


class ToldError(Exception):
    """A check has told what it expects, and need not go on."""

    def __init__(self, *, own: bool, trivial: bool) -> None:
        super().__init__()
        self.own, self.trivial = own, trivial


@dataclass(frozen=True)
class Told:
    """What a check has told about its exercise on an article.

    Attributes:
        verdict: of the check: "right" if the exercise can be done here, "not here" if it cannot.
        values: the answer by the names of its variables, as far as there is a single right one.
        own: whether the answer is the student's own, so that `values` are an example.
        trivial: whether the check says that every attempt comes out the same.
    """

    verdict: Verdict
    values: Mapping[str, Any] = field(default_factory=dict)
    own: bool = False
    trivial: bool = False

    @property
    def is_here(self) -> bool:
        """Tell whether the article has something for the exercise."""
        return self.verdict.state != NOT_HERE

    @property
    def is_trivial(self) -> bool:
        """Tell whether there is nothing to find out: an answer is 0 or empty, or all come out the same."""
        nothing = not self.own and any(_is_nothing(value) for value in self.values.values())
        return self.is_here and (self.trivial or nothing)


def is_asked(answer: Any) -> bool:
    """Tell whether an answer is only asked for, alone or within a list.

    >>> is_asked(Asked()), is_asked([Asked(), 3]), is_asked([3])
    (True, True, False)
    """
    if isinstance(answer, list | tuple):
        return any(isinstance(one, Asked) for one in answer)
    return isinstance(answer, Asked)


def tell(answer: Any, expected: Any, praise: str = "") -> Verdict:
    """Take down what is expected of an answer that is asked for, and go on as if it had been given.

    Args:
        answer: an Asked, or a list with one for each value.
        expected: the right value, or one for each.
        praise: what the student is to read.

    Returns:
        The Verdict for the right answer.

    >>> asked = Asked()
    >>> tell(asked, 3).state, asked.value
    ('right', 3)
    """
    pairs = [(answer, expected)] if isinstance(answer, Asked) else zip(answer, expected, strict=False)
    for one, value in pairs:
        if isinstance(one, Asked):
            one.value = value
    return right(praise)


def expects(answer: Any, expected: Any, *, own: bool = False, trivial: bool = False) -> None:
    """Say what a check expects, where it looks at the answer by itself; for a student's answer, do nothing.

    It stands behind what the check says of an article that has nothing for the exercise.

    Args:
        answer: the answer as the check has got it.
        expected: the right value, `...` if there is no single one; of several answers, a list of these.
        own: the answer is the student's own, and `expected` is an example that would be accepted.
        trivial: on this article every attempt comes out the same.

    Returns:
        Nothing.

    Raises:
        ToldError: the answer is asked for; who asks knows it all now.

    >>> expects(["Ann Lee"], "Bo Fox")
    """
    if is_asked(answer):
        tell(answer, expected)
        raise ToldError(own=own, trivial=trivial)


def ask(task: Exercise, article: Article, made: Mapping[str, Any], earlier: Mapping[str, Any]) -> Told:
    """Ask a check what it expects on an article.

    Args:
        task: the exercise.
        article: the article.
        made: what the chapter's own cells make of it, by name.
        earlier: values for the earlier names of the student's that the check looks at.

    Returns:
        What it has told.

    Raises:
        LookupError: the check does not say what it expects: it looks at the answer before `expects`.

    >>> task = Exercise("rain", "Rain", "compute", ("n",), (), (), ("Count.",), lambda n, work: tell(n, 3))
    >>> ask(task, Article("Rain.", ("Rain.",), (), "rain.txt"), {}, {}).values
    {'n': 3}
    """
    asked = {name: Asked() for name in task.answers}
    given = {name: earlier.get(name, ...) for name in task.earlier}
    own = trivial = False
    try:
        verdict = task.judge(*asked.values(), Work(article=article, earlier=given, **made))
    except ToldError as told:
        verdict = right("")
        own, trivial = told.own, told.trivial
    if verdict.state not in (RIGHT, NOT_HERE):
        reason = "An earlier answer is missing." if verdict.state == NOT_YET else verdict.message
        raise LookupError(
            f"The check {task.name!r} does not say what it expects: {reason} Write `expects` first."
        )
    values = {name: one.value for name, one in asked.items() if one.value is not ...}
    return Told(verdict, {} if verdict.state == NOT_HERE else values, own, trivial)


def _is_nothing(value: Any) -> bool:
    """Tell whether an answer is 0, no number, or empty; a truth value is something."""
    if isinstance(value, bool | np.bool_) or value is None:
        return False
    if isinstance(value, Number):
        return not value or (isinstance(value, float) and math.isnan(value))
    if isinstance(value, list | tuple) and value:
        return all(_is_nothing(one) for one in value)
    return hasattr(value, "__len__") and len(value) == 0
