"""Build the notebooks from their chapters: the form for students, the one with solutions, glossary, tables.

    python notebooks/build.py            writes notebooks/*.ipynb and notebooks/solutions/*.ipynb
    python notebooks/build.py --check    writes nothing; fails when something is not up to date

A chapter is a folder in `chapters/`, and its number is its place in `chapters/series.txt`. Its `chapter.py`
is in jupytext's percent format. The lines between `### BEGIN SOLUTION` and `### END SOLUTION` (nbgrader's
marks) are left out of the student's form. The form with solutions is also what nbgrader makes assignments of:
below every exercise it has a locked cell that gives the points. The same chapter gives the same bytes every
time: nothing has been run.

Nobody types a number. Chapters and exercises have names; prose that speaks of one has its name in double
brackets ("as in chapter [[tokens]]"), and the number is put in here. The card on top of each chapter gives
its title, its time, what it needs and its new words: to the glossary, to the README and to the instructor's
guide.
"""

import argparse
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import jupytext
import nbformat

from textkit.course.notebooks import SOLUTIONS, fingerprint, is_worked_in
from textkit.course.series import CHECK, NAMED, exercise_number, short_title, two_digits

HERE = Path(__file__).resolve().parent
CHAPTERS = HERE / "chapters"
ROW = re.compile(r"^\| \*\*(.+?)\*\* \| (.+) \|$", re.M)
EXERCISE = re.compile(r"^### Exercise (?=\S)", re.M)
YOUR_WORDS = re.compile(r"\*Your [^*]+:\*(\n\n### BEGIN SOLUTION\n.+\n### END SOLUTION)?", re.DOTALL)
CARD = ("You will be able to", "Time", "You need first")  # the rows that each has; "New words" may be missing
MARKS = re.compile(r"^### (?:BEGIN|END) SOLUTION\n?", re.M)
BY_HAND = 2  # points of a written answer
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


@dataclass(frozen=True)
class Chapter:
    """A chapter as it is written: its place in the series, its name, its cells."""

    place: int
    name: str

    @cached_property
    def cells(self) -> list[nbformat.NotebookNode]:
        """The cells of the chapter, as they are written."""
        text = (CHAPTERS / self.name / "chapter.py").read_text(encoding="utf-8")
        cells: list[nbformat.NotebookNode] = jupytext.reads(text, fmt="py:percent").cells
        return cells

    @cached_property
    def card(self) -> dict[str, str]:
        """The rows of the card in the first cell."""
        return dict(ROW.findall(self.cells[0].source))

    @cached_property
    def title(self) -> str:
        """The title for a list, with its number: "04 Zipf"."""
        return f"{two_digits(self.place)} {short_title(self.cells[0].source.splitlines()[0])}"

    @cached_property
    def exercises(self) -> list[str]:
        """The names of the exercises."""
        return [
            name for cell in self.cells if cell.cell_type == "code" for name in CHECK.findall(cell.source)
        ]

    @cached_property
    def written_answers(self) -> int:
        """How many cells are for an answer in words."""
        return sum(is_for_words(cell) for cell in self.cells)

    @property
    def file(self) -> str:
        """The file of its notebooks."""
        return f"{two_digits(self.place)}_{self.name}.ipynb"

    @property
    def minutes(self) -> str:
        """How many minutes it takes."""
        return self.card["Time"].split()[0]


def series() -> list[Chapter]:
    """Return the chapters in their order.

    Raises:
        ValueError: names and folders disagree, or a chapter lacks its checks or a row of its card.
    """
    names = (CHAPTERS / "series.txt").read_text(encoding="utf-8").split()
    folders = sorted(file.parent.name for file in CHAPTERS.glob("*/chapter.py"))
    if sorted(names) != folders:
        odd = sorted(set(names) ^ set(folders)) or sorted({name for name in names if names.count(name) > 1})
        raise ValueError(
            f"series.txt and the folders of chapters disagree: {', '.join(odd)}. Each folder with a "
            "chapter.py stands in series.txt once."
        )
    chapters = [Chapter(place, name) for place, name in enumerate(names)]
    for chapter in chapters:
        if not (CHAPTERS / chapter.name / "checks.py").is_file():
            raise ValueError(f"The chapter {chapter.name} has no checks.py beside its chapter.py.")
        if missing := [row for row in CARD if row not in chapter.card]:
            raise ValueError(f"The card of {chapter.name} lacks {', '.join(missing)}.")
    return chapters


def numbers(chapters: list[Chapter]) -> dict[str, str]:
    """Return the number of each chapter ("03") and of each exercise ("3.5"), by name.

    Raises:
        ValueError: a name is there twice.
    """
    found: dict[str, str] = {}
    named = [(chapter.name, two_digits(chapter.place)) for chapter in chapters]
    for chapter in chapters:
        named += [(name, exercise_number(chapter.place, i)) for i, name in enumerate(chapter.exercises)]
    for name, number in named:
        if name in found:
            raise ValueError(f"The name {name!r} is there twice, for {found[name]} and for {number}.")
        found[name] = number
    return found


def build(chapter: Chapter, chapters: list[Chapter], *, solutions: bool) -> str:
    """Return the text of the notebook that a chapter makes.

    Raises:
        ValueError: the headings are not one an exercise, or a name in double brackets is unknown.
    """
    number = numbers(chapters)
    titles = {other.name: other.title for other in chapters}
    headings = iter(chapter.exercises)
    cells = []
    for index, cell in enumerate(chapter.cells):
        text = cell.source
        for_words = is_for_words(cell)
        if not solutions:
            text = without_solutions(text).rstrip()
        elif for_words:  # in prose the marks would be headings
            text = MARKS.sub("", text)
        if cell.cell_type == "markdown":
            if index == 0:
                text = with_head(text, chapter, titles)
            try:
                text = EXERCISE.sub(lambda found: f"{found[0]}{number[next(headings)]} ", text)
                text = NAMED.sub(lambda found: number[found[1]], text)
            except StopIteration:
                raise ValueError(f"{chapter.name} has more headings of exercises than checks.") from None
            except KeyError as error:
                raise ValueError(
                    f"{chapter.name} speaks of {error}: there is nothing of that name."
                ) from None
        make: Callable[..., nbformat.NotebookNode] = (
            nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
        )
        cells.append(make(text, id=f"{chapter.name}-{index + 1:03d}"))
        if solutions:
            cells += for_grading(cells[-1], for_words=for_words)
    if left := list(headings):
        raise ValueError(f"{chapter.name} has no heading for {', '.join(left)}.")
    return written(cells, solutions=solutions)


def with_head(text: str, chapter: Chapter, titles: dict[str, str]) -> str:
    """Give the first cell its number, and the titles of the chapters that are needed first.

    Raises:
        ValueError: the card names no such chapter.
    """
    text = text.replace("# ", f"# {two_digits(chapter.place)} ", 1)
    needs = chapter.card["You need first"]
    if needs == "nothing":
        return text
    unknown = [name for name in needs.split(", ") if name not in titles]
    if unknown:
        raise ValueError(f"The card of {chapter.name} needs {', '.join(unknown)}, which is no chapter.")
    listed = ", ".join(titles[name] for name in needs.split(", "))
    return text.replace(f"| {needs} |", f"| {listed} |", 1)


def without_solutions(code: str) -> str:
    """Leave out what stands between the marks of a solution.

    Raises:
        ValueError: a solution is not closed.
    """
    kept, inside = [], False
    for line in code.splitlines():
        if "### BEGIN SOLUTION" in line:
            inside = True
        elif "### END SOLUTION" in line:
            inside = False
        elif not inside:
            kept.append(line)
    if inside:
        raise ValueError(f"A solution is not closed by ### END SOLUTION:\n{code}")
    return "\n".join(kept)


def is_for_words(cell: nbformat.NotebookNode) -> bool:
    """Tell whether students write an answer in words into a cell."""
    return cell.cell_type == "markdown" and bool(YOUR_WORDS.fullmatch(cell.source))


def for_grading(cell: nbformat.NotebookNode, *, for_words: bool) -> list[nbformat.NotebookNode]:
    """Mark a cell for nbgrader if a student answers in it; return the cell that gives its points, if any."""
    checks = CHECK.search(cell.source) if cell.cell_type == "code" else None
    if checks or for_words or "### BEGIN SOLUTION" in cell.source:
        by_hand = {"grade": True, "points": BY_HAND} if for_words else {"grade": False}
        cell.metadata["nbgrader"] = nbgrader_marks(
            f"answer-{cell.id}", solution=True, locked=False, **by_hand
        )
    if not checks:
        return []
    source = "from textkit.course import points  # for nbgrader; in class it says nothing\n\n"
    source += f'points("{checks[1]}")'
    gives = nbformat.v4.new_code_cell(source, id=f"{cell.id}-points")
    marks = nbgrader_marks(f"points-{cell.id}", solution=False, locked=True, grade=True, points=1)
    gives.metadata = {"nbgrader": marks, "jupyter": {"source_hidden": True}}
    return [gives]


def nbgrader_marks(name: str, **marks: bool | int) -> dict[str, str | bool | int]:
    """Return the metadata by which nbgrader knows a cell, in the version that it writes itself."""
    return {"schema_version": 3, "grade_id": name, "task": False, **marks}


def written(cells: list[nbformat.NotebookNode], *, solutions: bool = False) -> str:
    """Return the text of a notebook with these cells."""
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=METADATA)
    notebook.metadata["textkit"] = {"built": fingerprint(notebook.cells)}
    if solutions:
        notebook.metadata["textkit"]["form"] = SOLUTIONS
    nbformat.validate(notebook)
    return f"{nbformat.writes(notebook, version=4)}\n"


def meanings() -> dict[str, str]:
    """Return what each word means."""
    lines = (CHAPTERS / "glossary.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def glossary(chapters: list[Chapter]) -> str:
    """Return the text of the glossary: each new word, what it means, and the chapter that introduces it.

    Raises:
        ValueError: a word has no meaning or no card, or stands on two cards.
    """
    means, rows, problems = meanings(), {}, []
    for chapter in chapters:
        heading = with_head(chapter.cells[0].source, chapter, {c.name: c.title for c in chapters})
        title = heading.splitlines()[0].removeprefix("# ")
        for word in chapter.card["New words"].split(", ") if "New words" in chapter.card else []:
            if word in rows:
                problems.append(f"“{word}” is new in two chapters, the second time in {chapter.name}")
            if word not in means:
                problems.append(f"“{word}” is new in {chapter.name} and has no meaning yet")
            rows[word] = f"| **{word}** | {means.get(word)} | [{title}]({chapter.file}) |"
    problems += [f"“{word}” is on no card" for word in means if word not in rows]
    if problems:
        raise ValueError(f"The cards and glossary.txt disagree: {'; '.join(problems)}.")
    text = [
        "# Glossary",
        "",
        "The new words of all chapters, from A to Z, each with the chapter that introduces it.",
        "",
        "| Word | What it means | New in |",
        "|---|---|---|",
        *(rows[word] for word in sorted(rows, key=str.casefold)),
    ]
    number = numbers(chapters)
    said = NAMED.sub(lambda found: number[found[1]], "\n".join(text))
    return written([nbformat.v4.new_markdown_cell(said, id="glossary")])


def readme_table(chapters: list[Chapter]) -> str:
    """Return the README's table of chapters: of what one learns, the first."""
    learned = {chapter.title: chapter.card["You will be able to"].split(",")[0] for chapter in chapters}
    rows = [f"| {title} | {able_to} |" for title, able_to in learned.items()]
    return "\n".join(["| | you will be able to |", "|---|---|", *rows])


def guide_table(chapters: list[Chapter]) -> str:
    """Return the guide's table of chapters: their pages, times, needs and points."""
    place = {chapter.name: two_digits(chapter.place) for chapter in chapters}
    rows = []
    for chapter in chapters:
        needs = ", ".join(place.get(name, "") for name in chapter.card["You need first"].split(", "))
        rows.append(
            f"| [{chapter.title}](../../notebooks/chapters/{chapter.name}/teaching.md) "
            f"| {chapter.minutes} | {needs} | {len(chapter.exercises)} | {BY_HAND * chapter.written_answers} "
            f"| [solutions](../../notebooks/solutions/{chapter.file}) |"
        )
    head = "| how to teach it | minutes | needs | points for checks | points by hand | |"
    return "\n".join([head, "|---|---|---|---|---|---|", *rows])


def with_table(file: Path, table: str) -> str:
    """Return the text of a file with a table in the place that is marked for it.

    Raises:
        ValueError: the marks are not there.
    """
    begin, end = "<!-- chapters: written by notebooks/build.py -->", "<!-- end of chapters -->"
    text = file.read_text(encoding="utf-8")
    if text.count(begin) != 1 or text.count(end) != 1:
        raise ValueError(f"{file.name} has no place for the table of chapters, from {begin} to {end}.")
    before, rest = text.split(begin)
    return f"{before}{begin}\n\n{table}\n\n{end}{rest.split(end)[1]}"


def everything() -> dict[Path, str]:
    """Return the text of each file that is made here.

    Raises:
        ValueError: the chapters, the glossary or a marked place disagree with each other.
    """
    chapters = series()
    made = {HERE / chapter.file: build(chapter, chapters, solutions=False) for chapter in chapters}
    made |= {
        HERE / "solutions" / chapter.file: build(chapter, chapters, solutions=True) for chapter in chapters
    }
    made[HERE / "glossary.ipynb"] = glossary(chapters)
    titles = "".join(f"{chapter.name}: {chapter.title[3:]}\n" for chapter in chapters)
    made[CHAPTERS / "titles.txt"] = titles  # for whoever has no chapter.py, as an installed textkit
    readme, guide = HERE.parent / "README.md", HERE.parent / "docs" / "instructor" / "README.md"
    made[readme] = with_table(readme, readme_table(chapters))
    made[guide] = with_table(guide, guide_table(chapters))
    return made


def leftovers(made: dict[Path, str]) -> list[Path]:
    """Return the notebooks that chapters had under an earlier number."""
    found = []
    for target in made:
        if target.suffix == ".ipynb" and target.name[:2].isdecimal():
            found += sorted(target.parent.glob(f"[0-9][0-9]{target.name[2:]}"))
    return [file for file in found if file not in made]


def main() -> int:
    """Build all, or check all."""
    parser = argparse.ArgumentParser(description="Build the notebooks from notebooks/chapters.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    check = parser.parse_args().check
    try:
        made = everything()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    problems = []
    for target, text in made.items():
        if target.exists() and target.read_bytes() == text.encode():
            continue
        name = target.relative_to(HERE.parent)
        if check:
            problems.append(f"{name} is not what the chapters make: run `make notebooks`.")
        elif target.suffix == ".ipynb" and target.exists() and is_worked_in(target):
            problems.append(
                f"{name} has been changed by hand and is left as it is. Move it away to build it anew."
            )
        else:
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(text.encode())
            print(f"built {name}")
    for file in leftovers(made):
        name = file.relative_to(HERE.parent)
        if check or is_worked_in(file):
            problems.append(f"{name} has an earlier number of its chapter. Move it away, or delete it.")
        else:
            file.unlink()
            print(f"deleted {name}: its chapter has another number now")
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
