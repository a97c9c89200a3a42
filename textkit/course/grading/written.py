"""Written answers: on one sheet, with task, rubric and model answer beside each; points come back by it."""

import csv
import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from textkit.article import project_folder
from textkit.course.grading.judge import Graded
from textkit.course.grading.submissions import Notebook
from textkit.course.series import chapter_place, chapter_title, notebook_file, notebooks_folder, two_digits
from textkit.writing import CSV_ENCODING, no_formula

MOST = 2.0  # points of a written answer
SHEET = "written.csv"
_YOUR_WORDS = re.compile(r"\*Your [^*]+:\*")
_RUBRIC = re.compile(r"^## Grading [^\n]*\n(.*?)(?=^## |\Z)", re.M | re.S)
_EXIT = re.compile(r"^\| points \| [^\n]*Exit[^\n]*\n(?:\|.*\n)+", re.M)
_LONGEST = 20_000  # characters of an answer on the sheet: a cell of a spreadsheet holds no more than 32,767
_COLUMNS = ("student", "chapter", "question", "task", "answer", "rubric", "model", "points", "code")


@dataclass(frozen=True)
class Question:
    """A question that is answered in words.

    Attributes:
        chapter: the chapter's name.
        number: its place among the chapter's, from 1.
        cell: the id of the cell for the answer.
        prompt: the cell's text before anybody has written into it.
        task: what stands above it.
        rubric: how many points for what, as far as the instructor's page has it.
        model: a model answer, as far as the solutions have one.
    """

    chapter: str
    number: int
    cell: str
    prompt: str
    task: str
    rubric: str = ""
    model: str = ""


@dataclass(frozen=True)
class Written:
    """A written answer, with its points as far as somebody has given them."""

    student: str
    question: Question
    answer: str
    points: float | None = None

    @property
    def code(self) -> str:
        """A few letters that belong to this answer alone, so that points never go to another."""
        said = "\0".join((self.student, self.question.chapter, str(self.question.number), self.answer))
        return hashlib.sha256(said.encode()).hexdigest()[:12]


@cache
def questions(chapter: str) -> tuple[Question, ...]:
    """Return the questions of a chapter that are answered in words.

    >>> [question.number for question in questions("frequency")]
    [1]
    """
    cells = _cells(notebook_file(chapter))
    solved = dict(_cells(notebooks_folder() / "solutions" / notebook_file(chapter).name))
    page = notebooks_folder() / "chapters" / chapter / "teaching.md"
    rubric = _RUBRIC.search(page.read_text(encoding="utf-8")) if page.is_file() else None
    last = [source for _, source in cells if _YOUR_WORDS.fullmatch(source)][-1:]
    found: list[Question] = []
    for place, (cell, source) in enumerate(cells):
        if _YOUR_WORDS.fullmatch(source):
            number = len(found) + 1
            how = _exit_rubric() if [source] == last else rubric[1].strip() if rubric else ""
            model = _without(solved.get(cell, ""), source)
            found.append(Question(chapter, number, cell, source, cells[place - 1][1], how, model))
    return tuple(found)


def _exit_rubric() -> str:
    """Return how the last answer of each chapter is graded, as the guide has it, if it is at hand."""
    guide = project_folder() / "docs" / "instructor" / "README.md"
    found = _EXIT.search(guide.read_text(encoding="utf-8")) if guide.is_file() else None
    return found[0].strip() if found else ""


def _cells(file: Path) -> list[tuple[str, str]]:
    if not file.is_file():
        return []
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return [(cell["id"], "".join(cell["source"])) for cell in cells if cell["cell_type"] == "markdown"]


def _without(text: str, prompt: str) -> str:
    return text.replace(prompt, "", 1).strip()


def answers_in(student: str, notebook: Notebook) -> Iterator[Written]:
    """Yield a student's written answers, the empty ones too.

    The cell is known by its id, and where a program has changed these, by what it said before.
    """
    words = [(cell, source) for kind, cell, source in notebook.cells if kind == "markdown"]
    prompted = [source for _, source in words if _YOUR_WORDS.match(source)]
    for question in questions(notebook.chapter):
        same = [source for cell, source in words if cell == question.cell]
        if not same and question.number <= len(prompted):
            same = [prompted[question.number - 1]]
        yield Written(student, question, _without(same[-1] if same else "", question.prompt)[:_LONGEST])


def with_points(written: Iterable[Written], sheet: Path) -> tuple[list[Written], list[str]]:
    """Give written answers the points that stand on an earlier sheet.

    Args:
        written: the answers.
        sheet: the CSV file of an earlier run; it need not be there.

    Returns:
        The answers with their points, and a sentence for each row that could not be used.
    """
    answers = {one.code: one for one in written}
    said = []
    for row in _rows(sheet):
        points, code = (row.get("points") or "").strip().replace(",", "."), row.get("code") or ""
        if not points:
            continue
        whose = f"{row.get('student')}, {row.get('chapter')}, question {row.get('question')}"
        if code not in answers:
            said.append(f"{SHEET}: {whose} has {points} points for an answer that is no longer there.")
            continue
        try:
            number = float(points)
        except ValueError:
            number = -1
        if not 0 <= number <= MOST:
            said.append(f"{SHEET}: {whose}: {points!r} is no number from 0 to {MOST:g}.")
        else:
            answers[code] = replace(answers[code], points=number)
    return list(answers.values()), said


def _rows(sheet: Path) -> list[dict[str, str]]:
    if not sheet.is_file():
        return []
    with open(sheet, encoding=CSV_ENCODING, newline="") as file:
        first = file.readline()
        file.seek(0)
        separator = (
            ";" if first.count(";") > first.count(",") else ","
        )  # as some countries' spreadsheets write
        return list(csv.DictReader(file, delimiter=separator))


def sheet_rows(written: Iterable[Written]) -> list[list[str]]:
    """Return the rows of the sheet, the heading first."""
    rows = [list(_COLUMNS)]
    for one in written:
        asked = one.question
        points = "" if one.points is None else f"{one.points:g}"
        cells = (
            one.student,
            asked.chapter,
            str(asked.number),
            asked.task,
            one.answer,
            asked.rubric,
            asked.model,
        )
        rows.append([*(no_formula(cell) for cell in cells), points, one.code])
    return rows


def as_page(written: Iterable[Written]) -> str:
    """Return the body of a page to read: question by question, with all answers to it."""
    parts = [
        "<h1>Written answers</h1>",
        f"<p>Points, 0 to {MOST:g}, go into the column “points” of {SHEET}.</p>",
    ]
    by_question: dict[Question, list[Written]] = {}
    for one in written:
        by_question.setdefault(one.question, []).append(one)
    for asked, answers in by_question.items():
        title = f"{two_digits(chapter_place(asked.chapter))} {chapter_title(asked.chapter)}"
        parts.append(f"<h2>{html.escape(title)}, question {asked.number}</h2>")
        parts += [f"<h3>The task</h3>{_as_text(asked.task)}", f"<h3>Rubric</h3>{_as_text(asked.rubric)}"]
        parts += [f"<h3>A model answer</h3>{_as_text(asked.model)}", "<h3>Answers</h3>"]
        for one in answers:
            points = "" if one.points is None else f" ({one.points:g} points)"
            parts.append(f"<h4>{html.escape(one.student)}{points}</h4>{_as_text(one.answer)}")
    return "\n".join(parts)


def _as_text(text: str) -> str:
    return f"<pre>{html.escape(text)}</pre>" if text else "<p>—</p>"


def written_points(graded: Graded, written: Iterable[Written]) -> float:
    """Return the points for the written answers of a submission."""
    mine = [one for one in written if one.student == graded.submission.student]
    return sum(one.points or 0 for one in mine if one.question.chapter == graded.submission.chapter)
