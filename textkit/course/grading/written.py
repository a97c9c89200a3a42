"""Written answers: on one sheet, with task, rubric and model answer beside each; points come back by it."""

import csv
import hashlib
import html
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from textkit.article import decode, project_folder
from textkit.course.grading.judge import Graded
from textkit.course.grading.submissions import Notebook
from textkit.course.series import chapter_place, chapter_title, notebook_file, notebooks_folder, two_digits
from textkit.writing import no_formula

MOST = 2.0  # points of a written answer
SHEET = "written.csv"
_YOUR_WORDS = re.compile(r"\*Your [^*]+:\*")
_RUBRIC = re.compile(r"^## Grading [^\n]*\n(.*?)(?=^## |\Z)", re.M | re.S)
_EXIT = re.compile(r"^\| points \| [^\n]*Exit[^\n]*\n(?:\|.*\n)+", re.M)
Rows = list[tuple[int, dict[str, str]]]
_LONGEST = 20_000  # characters of an answer on the sheet: a cell of a spreadsheet holds no more than 32,767
_NEEDED = ("student", "chapter", "question", "points", "code")  # for points to come back
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
        return "w" + hashlib.sha256(said.encode()).hexdigest()[:12]  # a letter first: else 12e8 is a number


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


def with_points(written: Iterable[Written], rows: Rows) -> tuple[list[Written], list[str]]:
    """Give written answers the points that stand on an earlier sheet.

    Args:
        written: the answers.
        rows: what `read_sheet` has found.

    Returns:
        The answers with their points, and a sentence for each row that could not be used, or is missing.
    """
    answers = {one.code: one for one in written}
    said, seen = [], set()
    for number, row in rows:
        points, code = row["points"].strip().replace(",", "."), row["code"].strip()
        whose = f"{SHEET}, row {number} ({row['student']}, {row['chapter']}, question {row['question']})"
        if code in seen:
            said.append(f"{whose}: this answer has a row above already, which counts.")
        elif code not in answers:
            if points:
                said.append(f"{whose}: {points} points for an answer that is no longer there.")
        elif points:
            given = _number(points)
            if given is None:
                said.append(f"{whose}: {points!r} is not a number from 0 to {MOST:g}.")
            else:
                answers[code] = replace(answers[code], points=given)
        seen.add(code)
    known = {(row["student"], row["chapter"], row["question"]) for _, row in rows}
    chapters = {row["chapter"] for _, row in rows}  # others were not graded with it
    for code, one in answers.items():
        asked = one.question
        if asked.chapter not in chapters or code in seen:
            continue
        if (no_formula(one.student), asked.chapter, str(asked.number)) not in known:
            said.append(
                f"{SHEET}: {one.student}, {asked.chapter}, question {asked.number} has no row there. The new "
                "sheet has it, without points."
            )
    return list(answers.values()), said


def _number(points: str) -> float | None:
    """Read points; None if they are no number, or more or fewer than there are."""
    try:
        number = float(points)
    except ValueError:
        return None
    return number if 0 <= number <= MOST else None


def read_sheet(sheet: Path) -> Rows:
    """Read the sheet of an earlier run, in whatever form a spreadsheet has saved it.

    Args:
        sheet: a CSV file; it need not be there.

    Returns:
        Each row with its number in the spreadsheet.

    Raises:
        ValueError: columns are missing.
    """
    if not sheet.is_file():
        return []
    lines = decode(sheet.read_bytes(), SHEET).removeprefix("sep=;\n")
    between = max(",;\t", key=lines.partition("\n")[0].count)
    table = csv.DictReader(io.StringIO(lines, newline=""), delimiter=between, restval="")
    named = [name.strip().lower() for name in table.fieldnames or ()]
    if missing := [name for name in _NEEDED if name not in named]:
        raise ValueError(
            f"{sheet} has no column {', '.join(missing)} in its first row. Put it back as it was, or move "
            "the file away: a new sheet is written then, without points."
        )
    table.fieldnames = named
    return [(number, row) for number, row in enumerate(table, 2)]


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
