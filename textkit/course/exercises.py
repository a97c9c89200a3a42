"""An exercise: its name, its title, its hints, and the function that checks its answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from textkit.article import Article
from textkit.course.verdicts import Verdict

KINDS = ("recall", "predict", "complete", "parsons", "bug", "compute", "explain")


@dataclass(frozen=True)
class Exercise:
    """One exercise: its name, its title, the variables of its answer, its hints, its check, its quotes."""

    name: str
    title: str
    kind: str
    answers: tuple[str, ...]
    uses: tuple[str, ...]
    earlier: tuple[str, ...]
    hints: tuple[str, ...]
    judge: Callable[..., Verdict]
    rests_on: tuple[str, ...] = ()


class Work(SimpleNamespace):
    """What a check may look at besides the answer.

    Attributes:
        article: the article that the student works on.
        earlier: the student's own earlier names that the exercise asks for; one that is not there is `...`.

    Besides, it has what the chapter's own cells make of the article: what `state(article)` returns, by name.
    """

    article: Article
    earlier: Mapping[str, Any]


def exercise(
    name: str,
    title: str,
    *,
    kind: str,
    answers: Sequence[str],
    hints: Sequence[str],
    uses: Sequence[str] = (),
    earlier: Sequence[str] = (),
    rests_on: Sequence[str] = (),
) -> Callable[[Callable[..., Verdict]], Exercise]:
    """Turn a function into the check of an exercise.

    The function gets the value of each answer, in order, and then `work`: the article
    (`work.article`), what the chapter's own cells make of it (`work.tokens`, …, from the
    module's function `state(article)`), and what the student has made earlier (`work.earlier`).
    It looks at nothing else, so that it can judge in another process than the student's.

    Args:
        name: what stands in the notebook's `check("…")`; no other exercise of the series has it.
        title: a few words for the table of progress.
        kind: one of `KINDS`.
        answers: the names of the variables that the student fills.
        hints: from a nudge to nearly the answer.
        uses: names the notebook has made earlier and the exercise builds on; the check first
            makes sure that they are there and belong to the article.
        earlier: names of the student's own that the check looks at, such as the answer of an exercise before.
        rests_on: tables of quotes, by the names that `state` gives them, whose speakers decide the answer.

    Returns:
        What turns the function below it into an Exercise.

    Raises:
        ValueError: when the kind is unknown or the answers or hints are missing.

    >>> @exercise("count", "How many?", kind="compute", answers=["n"], hints=["Use len()."])
    ... def count(n, work):
    ...     return right("Yes.") if n == 3 else question("Did you count all of them?")
    >>> count.name, count.hints
    ('count', ('Use len().',))
    """
    if kind not in KINDS:
        raise ValueError(f"Exercise {name}: the kind {kind!r} is none of {', '.join(KINDS)}.")
    for field, given in {"answers": answers, "hints": hints}.items():
        if isinstance(given, str) or not given:
            raise ValueError(f"Exercise {name}: {field} must be a list with at least one entry.")

    def mark(judge: Callable[..., Verdict]) -> Exercise:
        return Exercise(
            name,
            title,
            kind,
            tuple(answers),
            tuple(uses),
            tuple(earlier),
            tuple(hints),
            judge,
            tuple(rests_on),
        )

    return mark
