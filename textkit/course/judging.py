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
from textkit.course.reading import Unexplained, materialize, type_in_words
from textkit.course.running import read_order
from textkit.course.second_look import second_look
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
) -> Verdict:
    """Judge what a student has made for an exercise.

    Is there anything for it in this article? Has the student done anything? Only then is the answer read.

    Args:
        task: the exercise.
        record: what the student has made.
        article: the article that it belongs to, None if none is loaded.
        state: makes of an article what the chapter's own cells make of it, by name.

    Returns:
        The Verdict. It never raises, whatever the values are.
    """
    if article is None:
        where = "run the cell at the top that loads it"
        verdict = _blank(task, record) or _stale(task, record) or not_yet(f"`article` is not there: {where}.")
    elif lacking := nothing_here(task, article, state):
        return lacking
    else:
        verdict = (
            _blank(task, record)
            or _stale(task, record)
            or _of_the_answer(task, record, article, state(article))
        )
    return replace(verdict, message=with_numbers(verdict.message))


def _blank(task: Exercise, record: Record) -> Verdict | None:
    """Ask for an answer that is not there."""
    for name in task.answers:
        if name not in record.values:
            return not_yet(f"There is no `{name}` yet: run the cell of exercise [[{task.name}]] again.")
        if _is_blank(record.values[name]):
            still = "is still `...`" if record.values[name] is ... else "still has a `...` in it"
            if record.is_touched:
                return question(f"`{name}` {still}. What belongs in its place?", "still blank")
            return not_yet(f'`{name}` {still}. Want a nudge? `hint("{task.name}")`')
    return None


def _outdated(task: Exercise, record: Record, made: Mapping[str, Any]) -> Verdict | None:
    """Ask for the notebook's own names that the exercise builds on, where they are not as it makes them."""
    for name in task.uses:
        if name not in record.values:
            return not_yet(f"There is no `{name}` yet: run the cells above, from the top.")
        if _equal(record.values[name], made[name]):
            continue
        if name in _names_made(record.source):
            return question(
                f"Your cell makes a new `{name}`, and the exercise builds on the old one. Can yours have "
                "another name? (Then run the cell above that makes the old one again.)",
                "name of the notebook's changed",
            )
        return not_yet(
            f"`{name}` was made from another text, or has changed since. Run the cell that makes it, then "
            "this one."
        )
    return None


def _of_the_answer(task: Exercise, record: Record, article: Article, made: Mapping[str, Any]) -> Verdict:
    """Return what the check says of an answer that is there."""
    if outdated := _outdated(task, record, made):
        return outdated
    try:
        answers = [materialize(record.values[name]) for name in task.answers]
        if task.kind == "parsons":
            lines = _given_lines(record.given, task.answers[-1])
            if not isinstance(answers[-1], dict) or answers[-1] != lines:
                return question(
                    "The lines themselves were changed. Which order do they need?", "lines changed"
                )
            answers[-1] = lines  # the check runs these, and never a student's
            answers[0] = read_order(answers[0], lines)
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
        if verdict.about is None and len(answers) == 1:
            verdict = replace(verdict, about=Unexplained(answers[0]))
        verdict = second_look(verdict, article, made) if verdict.about else verdict
    if verdict.state == NOT_YET and verdict.cause == AS_IT_WAS and record.is_touched:
        still = verdict.message.partition(" Want a nudge?")[0]
        verdict = question(
            f"{still} It was like that before your change. What does the change do?", AS_IT_WAS
        )
    return verdict


def _stale(task: Exercise, record: Record) -> Verdict | None:
    """Ask for the answer if the cell makes other names and leaves the answer as it was."""
    made = _names_made(record.source)
    if not record.is_touched or not made or _names_in(record.source) & set(task.answers):
        return None
    asked = " and ".join(f"`{name}`" for name in task.answers)
    return question(
        f"Your cell makes `{sorted(made)[0]}`, and {asked} is still what it was before. Which name does the "
        "exercise ask for?",
        "another name made",
    )


def _names_in(source: str) -> set[str]:
    """List the names in a cell, those of its functions included."""
    nodes = list(ast.walk(_read(source)))
    return {node.id for node in nodes if isinstance(node, ast.Name)} | {
        node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }


def _names_made(source: str) -> set[str]:
    """List the names that the lines of a cell make, outside of its functions."""
    nodes = [node for line in _read(source).body for node in [line, *ast.walk(line)]]
    made = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    own = {id(node) for inner in nodes if isinstance(inner, _OWN_NAMES) for node in ast.walk(inner)}
    return made | {
        node.id
        for node in nodes
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in own
    }


_OWN_NAMES = ast.FunctionDef | ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def _read(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except SyntaxError:  # such as a line of IPython's own
        return ast.Module([], [])


def nothing_here(
    task: Exercise, article: Article, state: Callable[[Article], Mapping[str, Any]]
) -> Verdict | None:
    """Return "not here" if the article has nothing for an exercise, whatever a student has made of it.

    Args:
        task: the exercise.
        article: the article.
        state: makes of an article what the chapter's own cells make of it, by name.

    Returns:
        What the check says of a blank, if that is "not here"; else None.
    """
    try:
        verdict = task.judge(*(... for _ in task.answers), _work(task, Record({}), article, state(article)))
    except Exception:  # it has gone on to the answer, which is blank
        return None
    return replace(verdict, message=with_numbers(verdict.message)) if verdict.state == NOT_HERE else None


def _work(task: Exercise, record: Record, article: Article, made: Mapping[str, Any]) -> Work:
    earlier = {name: materialize(record.values.get(name, ...)) for name in task.earlier}
    return Work(article=article, earlier=earlier, **made)


def _given_lines(given: str, name: str) -> Any:
    """Return the lines of a puzzle as the notebook gives them, None where it gives none."""
    for statement in ast.parse(given).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
            return ast.literal_eval(statement.value)
    return None


def _is_blank(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(item is ... for item in value)
    return value is ...


def _equal(left: Any, right: Any) -> bool:
    if type(left) is not type(right):
        return False
    return bool(right.equals(left) if hasattr(right, "equals") else left == right)  # equals: a table
