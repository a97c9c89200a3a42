"""What is written down of a graded class: grades.csv, and a page of feedback for each student."""

import csv
import html
import io
import re
from collections.abc import Iterable, Sequence

from textkit.course.grading.judge import Graded
from textkit.course.grading.written import Written, written_points
from textkit.course.series import CHECK, chapter_names, chapter_title, numbers, two_digits
from textkit.course.verdicts import NOT_HERE, NOT_YET, QUESTION, RIGHT, as_html
from textkit.writing import CSV_ENCODING, no_formula

SIGNS = {RIGHT: "✓", QUESTION: "?", NOT_YET: "·", NOT_HERE: "–"}
_LONGEST_CODE = 4_000  # characters of a cell that are shown
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem;
  color: #222; background: #fff; }
table { border-collapse: collapse; }
th, td { border: 1px solid #999; padding: .2rem .5rem; text-align: left; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: .5rem;
  margin: .3rem 0; }
section { break-inside: avoid; } .wide { overflow-x: auto; }
.right { background: #d8f0e6; } .a-question { background: #fbe6bf; } .not-here { background: #dcecf8; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 0 2rem; }
@media print { body { margin: 0; max-width: none; font-size: .8rem; } a { color: inherit; } }
"""


def page(title: str, body: str) -> str:
    """Return a page that runs no script and asks for nothing outside, whatever a student wrote into it."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head>\n<body><main>\n{body}\n"
        "</main></body></html>\n"
    )


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a CSV file that a spreadsheet reads as UTF-8, and runs nothing of."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(CSV_ENCODING)


def grade_rows(class_: Sequence[Graded], written: Sequence[Written]) -> list[list[str]]:
    """Return the rows of grades.csv: one for each student and chapter, with the points of each exercise."""
    names = [name for chapter in chapter_names() for name in _exercises(class_, chapter)]
    rows = [["student", "chapter", "points", "of", "written", *names, "remarks", "file"]]
    for graded in class_:
        verdicts = graded.verdicts
        row = [
            graded.submission.student, graded.submission.chapter, f"{graded.points:g}", str(len(verdicts)),
            f"{written_points(graded, written):g}",
            *(f"{round(verdicts[name].credit, 2):g}" if name in verdicts else "" for name in names),
            " ".join(remarks(graded)), graded.submission.file,
        ]  # fmt: skip
        rows.append([no_formula(cell) for cell in row])
    return rows


def _exercises(class_: Sequence[Graded], chapter: str) -> list[str]:
    return next(
        (list(one.verdicts) for one in class_ if one.submission.chapter == chapter and one.verdicts), []
    )


def remarks(graded: Graded) -> list[str]:
    """Return the sentences on a submission: what was odd before it ran, and then."""
    return [*graded.submission.remarks, *graded.remarks]


def feedback(student: str, class_: Iterable[Graded], written: Iterable[Written]) -> str:
    """Return the page for a student: what the checks said, beside the student's own code, as text."""
    parts = [f"<h1>{html.escape(student)}</h1>"]
    for graded in class_:
        chapter = graded.submission.chapter
        title = (
            f"{two_digits(chapter_names().index(chapter))} {chapter_title(chapter)}"
            if chapter
            else "No chapter"
        )
        parts.append(f"<h2>{html.escape(title)}: {graded.points:g} of {len(graded.verdicts)} points</h2>")
        parts += [f"<p>{html.escape(sentence)}</p>" for sentence in remarks(graded)]
        for name, verdict in graded.verdicts.items():
            points = f"{round(verdict.credit, 2):g} of 1"
            parts.append(
                f"<section><h3>{numbers()[name]} <code>{name}</code>: {points}</h3>{code_of(graded, name)}"
                f'<p><strong class="{css(verdict.state)}">{SIGNS[verdict.state]} {verdict.state}.</strong> '
                f"{as_html(verdict.message)}</p></section>"
            )
        mine = [one for one in written if one.student == student and one.question.chapter == chapter]
        for one in mine:
            points = "not graded yet" if one.points is None else f"{one.points:g} points"
            said = (
                f"<pre>{html.escape(one.answer)}</pre>" if one.answer else "<p>Nothing is written here.</p>"
            )
            parts.append(f"<section><h3>Written answer {one.question.number}: {points}</h3>{said}</section>")
    return page(f"Feedback for {student}", "\n".join(parts))


def code_of(graded: Graded, name: str, longest: int = _LONGEST_CODE) -> str:
    """Return a student's code for an exercise as HTML, without the line that checks it."""
    notebook = graded.submission.notebook
    code = CHECK.sub("", notebook.cell_of(name)).strip() if notebook else ""
    cut = code if len(code) <= longest else f"{code[:longest]}…"
    return f"<pre><code>{html.escape(cut)}</code></pre>" if cut else ""


def css(state: str) -> str:
    """Return a state as the name of a class in the style."""
    return state.replace(" ", "-")


def file_names(students: Iterable[str]) -> dict[str, str]:
    """Return a file name for each student that every system accepts, each another.

    >>> file_names(["Ada King", "ada/king", "../..", "CON"])
    {'Ada King': 'Ada_King', 'ada/king': 'ada_king_2', '../..': 'student', 'CON': 'CON_'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for student in students:
        plain = re.sub(r"[^\w-]+", "_", student).strip("_")[:60] or "student"
        if re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", plain):
            plain += "_"  # Windows keeps these names to itself
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain}_{number}"
        taken.add(name.casefold())
        found[student] = name
    return found
