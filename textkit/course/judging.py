"""Judging an answer, apart from where the student's code has run.

What is judged is a record: the values of the names that an exercise asks for, and the cell that made them.
A notebook takes it from its own variables; grading takes it from another process. Nothing here runs what a
student wrote, but the functions that the student hands in, and these are whatever the record holds: the
function itself, or something that calls it elsewhere.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from textkit.article import Article
from textkit.course.errors import StudentError, last_line
from textkit.course.exercises import Exercise, Work
from textkit.course.reading import materialize, second_look, type_in_words
from textkit.course.running import read_order
from textkit.course.series import CHECK, with_numbers
from textkit.course.verdicts import AS_IT_WAS, NOT_HERE, NOT_YET, QUESTION, Verdict, not_yet, question


@dataclass(frozen=True)
class Record:
    """What a student has made for an exercise.

    Attributes:
        values: the values by name, of those names in `asked_names` that are there.
        source: the code of the exercise's cell, "" if it is not known.
        given: the code that the notebook gives for that cell, "" if it is not known.
    """

    values: Mapping[str, Any]
    source: str = ""
    given: str = field(default="", repr=False)

    @property
    def is_touched(self) -> bool:
        """Tell whether the cell has been changed; where it is not known, it has not."""
        code = CHECK.sub("", self.source)
        return bool(self.given and code.strip()) and self.source.split() != self.given.split()


def asked_names(task: Exercise) -> tuple[str, ...]:
    """Return the names whose values a check looks at.

    >>> task = Exercise("rate", "A rate", "compute", ("rate",), ("tokens",), ("word",), ("Divide.",), print)
    >>> asked_names(task)
    ('rate', 'tokens', 'word')
    """
    return (*task.answers, *task.uses, *task.earlier)


def judge(
    task: Exercise,
    record: Record,
    article: Article | None,
    state: Callable[[Article], Mapping[str, Any]],
    *,
    number: str,
) -> Verdict:
    """Judge what a student has made for an exercise.

    Is there anything for it in this article? Has the student done anything? Only then is the answer read.

    Args:
        task: the exercise.
        record: what the student has made.
        article: the article that it belongs to, None if none is loaded.
        state: makes of an article what the chapter's own cells make of it, by name.
        number: of the exercise, such as "3.5".

    Returns:
        The Verdict. It never raises, whatever the values are.
    """
    verdict = _verdict(task, record, article, state, number)
    return replace(verdict, message=with_numbers(verdict.message))


def _verdict(
    task: Exercise,
    record: Record,
    article: Article | None,
    state: Callable[[Article], Mapping[str, Any]],
    number: str,
) -> Verdict:
    if article and (nothing_here := _not_here(task, record, article, state)):
        return nothing_here
    values = record.values
    for name in task.answers:
        if name not in values:
            return not_yet(f"There is no `{name}` yet: run the cell of exercise {number} again.")
        if _is_blank(values[name]):
            still = "is still `...`" if values[name] is ... else "still has a `...` in it"
            if record.is_touched:
                return question(f"`{name}` {still}. What belongs in its place?", "still blank")
            return not_yet(f'`{name}` {still}. Want a nudge? `hint("{task.name}")`')
    if article is None:
        return not_yet("`article` is not there: run the cell at the top that loads it.")
    made = state(article)
    for name in task.uses:
        if name not in values:
            return not_yet(f"There is no `{name}` yet: run the cells above, from the top.")
        if not _equal(values[name], made[name]):
            return not_yet(
                f"`{name}` was made from another text, or changed since. Run the cell that "
                "makes it again, then this one."
            )
    return _of_the_answer(task, record, article, made)


def _of_the_answer(task: Exercise, record: Record, article: Article, made: Mapping[str, Any]) -> Verdict:
    """Return what the check says of an answer that is there."""
    try:
        answers = [materialize(record.values[name]) for name in task.answers]
        if task.kind == "parsons" and isinstance(answers[-1], dict):
            if answers[-1] != _given_lines(record.given, task.answers[-1], answers[-1]):
                return question(
                    "The lines themselves were changed. Which order do they need?", "lines changed"
                )
            answers[0] = read_order(answers[0], answers[-1])
        verdict = task.judge(*answers, _work(task, record, article, made))
    except StudentError as error:
        return question(str(error), error.cause)
    except Exception as error:  # a surprising value must not end in a red wall
        return question(
            f"The check cannot read your answer: it is {type_in_words(record.values[task.answers[0]])} "
            f"({last_line(error)}). Is it the kind of value that the exercise asks for?",
            "other kind",
        )
    if verdict.state == QUESTION and verdict.cause is None:
        about = answers[0] if verdict.about is None and len(answers) == 1 else verdict.about
        verdict = second_look(about, verdict, article, made)
    if verdict.state == NOT_YET and verdict.cause == AS_IT_WAS and record.is_touched:
        still = verdict.message.partition(" Want a nudge?")[0]
        verdict = question(f"{still} So it did before. What does your change do to it?", AS_IT_WAS)
    return verdict


def _not_here(
    task: Exercise, record: Record, article: Article, state: Callable[[Article], Mapping[str, Any]]
) -> Verdict | None:
    """Return what the check says without an answer if the article has nothing for the exercise."""
    if not any(_is_blank(record.values.get(name, ...)) for name in task.answers):
        return None  # the check itself says so, before it looks at the answer
    try:
        verdict = task.judge(*(... for _ in task.answers), _work(task, record, article, state(article)))
    except Exception:  # it has gone on to the answer, which is blank
        return None
    return verdict if verdict.state == NOT_HERE else None


def _work(task: Exercise, record: Record, article: Article, made: Mapping[str, Any]) -> Work:
    earlier = {name: materialize(record.values.get(name, ...)) for name in task.earlier}
    return Work(article=article, earlier=earlier, **made)


def _given_lines(given: str, name: str, lines: Any) -> Any:
    """Return the lines of a puzzle as the notebook gives them; where that is not known, these."""
    for statement in ast.parse(given).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
            return ast.literal_eval(statement.value)
    return lines


def _is_blank(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(item is ... for item in value)
    return value is ...


def _equal(left: Any, right: Any) -> bool:
    if type(left) is not type(right):
        return False
    return bool(right.equals(left) if hasattr(right, "equals") else left == right)  # equals: a table
