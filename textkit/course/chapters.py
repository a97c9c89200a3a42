"""A chapter as a notebook sees it: its checks, hints and progress.

A notebook starts with `check, hint, progress = begin("frequency", globals())`. The checks stand in the
chapter's `checks.py`: each is a function marked with `@exercise` that looks at the student's value and
returns a verdict. A check never looks at how the value was made, never raises, and computes what it expects
from the article that is loaded.
"""

import importlib.util
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from textkit.course.casefile import kept
from textkit.course.errors import Coach
from textkit.course.exercises import Exercise
from textkit.course.judging import Record, asked_names, judge, nothing_here
from textkit.course.progress import Note, Progress
from textkit.course.series import (
    CHECK,
    chapter_names,
    chapter_place,
    checks_file,
    exercise_number,
    notebook_file,
    with_numbers,
)
from textkit.course.showing import show_values_well
from textkit.course.verdicts import Verdict, question, show


@dataclass(repr=False)  # progress without its brackets would show all hints
class Chapter:
    """The exercises of a chapter, and how far a student has come with them.

    Attributes:
        place: the chapter's place in the series, from 0.
        exercises: its exercises by name, in its order.
        state: makes of an article what the chapter's own cells make of it, by name.
        names: the student's variables.
        verdicts: what each check said last, by the exercise's name.
        hints_shown: how many hints have been asked for, by the exercise's name.
        coach: knows the notebook's cell that runs, and tells its errors.
    """

    place: int
    exercises: dict[str, Exercise]
    state: Callable[[Any], dict[str, Any]]
    names: dict[str, Any]
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    hints_shown: dict[str, int] = field(default_factory=dict)
    coach: Coach = field(default_factory=Coach)

    def number(self, name: str) -> str:
        """Return the number of one of the chapter's exercises, such as "3.5"."""
        return exercise_number(self.place, list(self.exercises).index(name))

    def judge(self, name: Any) -> Verdict:
        """Return the verdict on an exercise as it stands now."""
        if wrong := self._wrong_name("check", name):
            return wrong
        return judge(
            self.exercises[name], self.record(name), self._article(), self.state, number=self.number(name)
        )

    def nothing_here(self, name: str) -> Verdict | None:
        """Return "not here" if the article has nothing for an exercise, its cell reached or not."""
        article = self._article()
        return nothing_here(self.exercises[name], article, self.state) if article else None

    def _article(self) -> Any:
        article = self.names.get("article")
        return article if isinstance(getattr(article, "text", None), str) else None

    def record(self, name: str) -> Record:
        """Return what the student has made for an exercise."""
        cell = self.coach.cell or ""
        return Record(
            {asked: self.names[asked] for asked in asked_names(self.exercises[name]) if asked in self.names},
            source=cell if name in CHECK.findall(cell) else "",
            given=given_cells(chapter_names()[self.place]).get(name, ""),
        )

    def check(self, name: str) -> None:
        """Show the verdict on an exercise."""
        verdict = self.judge(name)
        if isinstance(name, str) and name in self.exercises:
            self.verdicts[name] = verdict
        show(verdict)

    def hint(self, name: str) -> None:
        """Show the next hint of an exercise, from a nudge to nearly the answer."""
        if wrong := self._wrong_name("hint", name):
            show(wrong)
            return
        task = self.exercises[name]
        shown = min(self.hints_shown.get(name, 0) + 1, len(task.hints))
        self.hints_shown[name] = shown
        last = ", the last," if shown == len(task.hints) else ""
        of = f"exercise {self.number(name)} “{task.title}”"
        said = with_numbers(task.hints[shown - 1])
        show(Note(f"Hint {shown} of {len(task.hints)}{last} for {of}: {said}"))

    def progress(self) -> None:
        """Show a table of the exercises with their last verdicts."""
        show(
            Progress(
                (
                    self.number(name),
                    task.title,
                    self.verdicts[name].state if name in self.verdicts else "not tried",
                )
                for name, task in self.exercises.items()
            )
        )

    def explain_exceptions(self) -> None:
        """Let a cell with a check end in a question, also when its code stops with an exception."""

        def tell(name: str, verdict: Verdict) -> None:
            self.verdicts[name] = verdict
            show(verdict)

        self.coach.watch(self.exercises, tell)

    def _wrong_name(self, asked: str, name: Any) -> Verdict | None:
        """Say what is wrong with the name of an exercise, or return None."""
        if isinstance(name, str) and name in self.exercises:
            return None
        for right_name in self.exercises:
            if str(name) == self.number(right_name):
                return question(f'Exercise {name} is called by its name: `{asked}("{right_name}")`.')
        listed = ", ".join(f'"{right_name}"' for right_name in self.exercises)
        if not isinstance(name, str):
            return question(
                f"Put the exercise's name in quotation marks, as its cell does. Here they are: {listed}."
            )
        return question(f'There is no exercise "{name}" in this chapter. Here are its names: {listed}.')


def begin(
    chapter: str, names: dict[str, Any]
) -> tuple[Callable[[str], None], Callable[[str], None], Callable[[], None]]:
    """Open a chapter's exercises and return its `check`, `hint` and `progress`.

    Args:
        chapter: its name, such as "frequency".
        names: the notebook's variables: `globals()`.

    Returns:
        Three functions: `check(name)`, `hint(name)` and `progress()`.

    Raises:
        ValueError: there is no such chapter.
        FileNotFoundError: its checks are missing from this copy of textkit.

    >>> check, hint, progress = begin("start_here", {})
    >>> check("restart")
    not yet     There is no `answer` yet: run the cell of exercise 0.6 again.
    """
    opened = open_chapter(chapter, names)
    opened.explain_exceptions()
    show_values_well()
    _opened.update(dict.fromkeys(opened.exercises, opened))
    _latest.append(chapter)
    return opened.check, opened.hint, opened.progress


# The chapter that each exercise belongs to, of those that this notebook has opened: for `points`.
_opened: dict[str, Chapter] = {}
_latest: list[str] = []  # the chapters that it has opened, by name, the last one last: for `keep`


def keep(words: str) -> None:
    """Add a line to the case file, `case_file.md` in the notebook's folder, for the chapter that is open.

    The file only ever grows: other words add a line, the same words again add nothing.

    Args:
        words: what you claim, with its evidence, in a sentence or two.

    Returns:
        Nothing: a sentence on what happened is shown below the cell.

    >>> keep("…")
    Write your sentence in place of the three dots, then run the cell again.
    """
    show(kept(words, _latest[-1] if _latest else chapter_names()[0]))


def points(name: str, most: float = 1) -> float | None:
    """Give the points of an exercise to nbgrader, for what the `check` in its cell has said.

    This stands in locked cells below the exercises of an assignment. In class it says nothing. While
    nbgrader grades or validates (it sets NBGRADER_EXECUTION then), it returns the points; a part of them
    for a list of answers that is right in part, which is nbgrader's partial credit.

    Args:
        name: of the exercise, such as "rate".
        most: the points for a right answer.

    Returns:
        The points, or None where nobody grades.

    Raises:
        AssertionError: nothing of the answer is right; nbgrader gives no point.

    >>> points("rate") is None
    True
    """
    if not os.environ.get("NBGRADER_EXECUTION"):
        return None
    chapter = _opened.get(name)
    verdict = chapter.verdicts.get(name) if chapter else None
    if chapter and not (verdict and verdict.credit):
        verdict = chapter.nothing_here(name) or verdict  # which costs nobody a point
    assert verdict, f'check("{name}") was not reached. Does its cell run to the end, within the time?'
    assert verdict.credit, f"{name}: {verdict.message}"
    return round(most * verdict.credit, 2)


def open_chapter(chapter: str, names: dict[str, Any]) -> Chapter:
    """Load the checks of a chapter.

    Args:
        chapter: its name, such as "frequency".
        names: the variables that hold the answers.

    Returns:
        The Chapter, with nothing checked yet.

    Raises:
        ValueError: there is no such chapter.
        FileNotFoundError: its checks are missing from this copy of textkit.

    >>> open_chapter("frequency", {}).number("rate")
    '4.5'
    """
    module = _load(checks_file(chapter), chapter)
    tasks = [value for value in vars(module).values() if isinstance(value, Exercise)]
    state: Callable[[Any], dict[str, Any]] = getattr(module, "state", lambda article: {})
    return Chapter(chapter_place(chapter), {task.name: task for task in tasks}, state, names)


@cache
def given_cells(chapter: str) -> dict[str, str]:
    """Return the cells of a chapter's exercises as the notebook gives them, by the exercise's name.

    >>> next(iter(given_cells("frequency")))
    'lower'
    """
    file = notebook_file(chapter)
    if not file.is_file():
        return {}
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return {name: source for source in sources for name in CHECK.findall(source)}


def _load(file: Path, chapter: str) -> ModuleType:
    if not file.is_file():
        raise FileNotFoundError(f"The checks of chapter {chapter!r} are missing: there is no file '{file}'.")
    spec = importlib.util.spec_from_file_location(f"checks_{chapter}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
