"""Grading a class, from what was handed in to the pages: the one function that the command calls."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from textkit.article import Article
from textkit.course.grading.box import SECONDS_OF_CELL, kit, why_no_box
from textkit.course.grading.class_page import class_page
from textkit.course.grading.judge import Graded
from textkit.course.grading.pool import grade_all
from textkit.course.grading.results import as_csv, feedback, file_names, grade_rows, page
from textkit.course.grading.submissions import find_submissions
from textkit.course.grading.written import SHEET, answers_in, as_page, read_sheet, sheet_rows, with_points
from textkit.course.key import key_beside, key_file, read_key
from textkit.writing import write_file


class NoBoxError(RuntimeError):
    """There can be no box on this machine: the message says why."""


@dataclass(frozen=True)
class Results:
    """What came of a class: each submission, and sentences on what the instructor should know."""

    graded: tuple[Graded, ...]
    remarks: tuple[str, ...]


def grade_class(
    submissions: str | os.PathLike[str],
    output: str | os.PathLike[str],
    article: Article,
    *,
    key: str | os.PathLike[str] | None = None,
    chapter: str | None = None,
    trust: bool = False,
    anonymous: bool = False,
    at_once: int | None = None,
    seconds: float = SECONDS_OF_CELL,
    tell: Callable[[int, int, Graded], None] = lambda done, of, graded: None,
) -> Results:
    """Grade what a class handed in, and write grades.csv, feedback/, class.html and the written answers.

    Args:
        submissions: a folder, a zip, or a notebook.
        output: the folder for the results. Points for written answers that stand on its sheet are kept.
        article: the class's.
        key: the key to its quotes; the one beside the article, if there is one, if it is None.
        chapter: the only chapter to grade; all if it is None.
        trust: run without a box.
        anonymous: show no names on the page of the class.
        at_once: how many notebooks run at the same time; as many as there are cores if it is None.
        seconds: how long a cell may run.
        tell: gets how many are done, of how many, and the one that has just been done.

    Returns:
        The Results.

    Raises:
        NoBoxError: there can be no box, and `trust` is False.
        OSError: what is there cannot be read or written.
        ValueError: what is there is no submission, the chapter is unknown, the key does not fit the
            article, or the sheet has lost a column.
    """
    if not trust and (sentence := why_no_box()):
        raise NoBoxError(sentence)
    if read := key or key_beside(article):  # a key that does not fit is told before anything runs
        read_key(read, article.text)
    found = find_submissions(submissions, chapter)
    target = Path(output)
    sheet = read_sheet(target / SHEET)
    (target / "feedback").mkdir(parents=True, exist_ok=True)
    done = 0

    def told(graded: Graded) -> None:
        nonlocal done
        done += 1
        tell(done, len(found), graded)

    with _with_key(article, key) as judged_on:
        keys = [place for place in (key, key_beside(article), key_beside(judged_on)) if place]
        hidden = [Path(place).resolve() for place in (submissions, target, *keys)]
        with kit(article.text, hidden, trust=trust, seconds=seconds) as made:
            graded = grade_all(found, judged_on, made, at_once or os.cpu_count() or 1, told)
    answers = [answer for one in found if one.notebook for answer in answers_in(one.student, one.notebook)]
    written, said = with_points(answers, sheet)
    if said:  # what cannot be used is kept beside the new sheet
        write_file(target / f"earlier_{SHEET}", (target / SHEET).read_bytes())
        said.append(f"The earlier sheet is kept as earlier_{SHEET}.")
    write_file(target / SHEET, as_csv(sheet_rows(written)))
    write_file(target / "written.html", page("Written answers", as_page(written)).encode())
    write_file(target / "grades.csv", as_csv(grade_rows(graded, written)))
    for student, name in file_names(dict.fromkeys(one.student for one in found)).items():
        mine = [one for one in graded if one.submission.student == student]
        write_file(target / "feedback" / f"{name}.html", feedback(student, mine, written).encode())
    write_file(target / "class.html", class_page(graded, anonymous=anonymous).encode())
    return Results(tuple(graded), tuple(said))


@contextmanager
def _with_key(article: Article, key: str | os.PathLike[str] | None) -> Iterator[Article]:
    """Yield the article with the key beside it that was named, which is where the checks look for one."""
    if key is None:
        yield article
        return
    with tempfile.TemporaryDirectory(prefix="textkit-") as folder:
        file = Path(folder) / Path(article.source).name
        file.write_text(article.text, encoding="utf-8", newline="")
        key_file(file).write_bytes(Path(key).read_bytes())
        yield replace(article, source=str(file))
