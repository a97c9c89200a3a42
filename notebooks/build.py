"""Build the notebooks from their sources: the student's form, the one with solutions, the glossary.

    python notebooks/build.py            writes notebooks/*.ipynb and notebooks/solutions/*.ipynb
    python notebooks/build.py --check    writes nothing; fails when one of them is not up to date
    python notebooks/build.py --fresh 03 writes notebooks/03_frequency_fresh.ipynb, beside a student's own

A source is a script in jupytext's percent format. Its lines between `### BEGIN SOLUTION` and
`### END SOLUTION` (nbgrader's marks) are left out of the student's form. The form with solutions is also
what nbgrader makes assignments of: below every exercise it has a locked cell that gives the points. The same
source gives the same bytes every time: cells are numbered, nothing has been run.

The glossary lists the "New words" of every chapter's card, and takes what they mean from source/glossary.txt.
"""

import argparse
import hashlib
import re
import sys
from pathlib import Path

import nbformat

HERE = Path(__file__).resolve().parent
SOURCES = sorted((HERE / "source").glob("[0-9][0-9]_*.py"))
TITLE = re.compile(r"^# # (.+)$", re.M)
NEW_WORDS = re.compile(r"^# \| \*\*New words\*\* \| (.+) \|$", re.M)
CHECK = re.compile(r'^check\("([\d.]+)"\)$', re.M)
YOUR_WORDS = re.compile(r"\*Your [^*]+:\*")
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def without_solutions(code: str) -> str:
    """Leave out what stands between the marks of a solution."""
    kept, inside = [], False
    for line in code.splitlines():
        if "### BEGIN SOLUTION" in line:
            inside = True
        elif "### END SOLUTION" in line:
            inside = False
        elif not inside:
            kept.append(line)
    if inside:
        raise ValueError(f"a solution is not closed by ### END SOLUTION:\n{code}")
    return "\n".join(kept)


def fingerprint(notebook: nbformat.NotebookNode) -> str:
    """Return a short hash of what the cells say, whether they have been run or not."""
    said = "\0".join(cell.cell_type + cell.source for cell in notebook.cells)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def build(source: Path, *, solutions: bool) -> str:
    """Return the text of the notebook that a source makes."""
    import jupytext  # here, since a student, who may want a fresh copy, has not installed it

    read = jupytext.reads(source.read_text(encoding="utf-8"), fmt="py:percent")
    cells = []
    for number, cell in enumerate(read.cells, start=1):
        text = cell.source
        if cell.cell_type == "code" and not solutions:
            text = without_solutions(text)
        make = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
        cells.append(make(text, id=f"{source.stem[:2]}-{number:03d}"))
        if solutions:
            cells += for_grading(cells[-1])
    return written(cells)


def for_grading(cell: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """Mark a cell for nbgrader if a student answers in it; return the cell that gives its points, if any."""
    checks = CHECK.search(cell.source) if cell.cell_type == "code" else None
    written_answer = cell.cell_type == "markdown" and YOUR_WORDS.fullmatch(cell.source)
    if checks or written_answer or "### BEGIN SOLUTION" in cell.source:
        by_hand = {"grade": True, "points": 2} if written_answer else {"grade": False}
        cell.metadata["nbgrader"] = nbgrader_marks(
            f"answer-{cell.id}", solution=True, locked=False, **by_hand
        )
    if not checks:
        return []
    source = "from textkit.exercises import points  # for nbgrader; in class it says nothing\n\n"
    source += f'points("{checks[1]}")'
    gives = nbformat.v4.new_code_cell(source, id=f"{cell.id}-points")
    marks = nbgrader_marks(f"points-{cell.id}", solution=False, locked=True, grade=True, points=1)
    gives.metadata = {"nbgrader": marks, "jupyter": {"source_hidden": True}}
    return [gives]


def nbgrader_marks(name: str, **marks: bool | int) -> dict[str, str | bool | int]:
    """Return the metadata by which nbgrader knows a cell, in the version that it writes itself."""
    return {"schema_version": 3, "grade_id": name, "task": False, **marks}


def written(cells: list[nbformat.NotebookNode]) -> str:
    """Return the text of a notebook with these cells."""
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=METADATA)
    notebook.metadata["textkit"] = {"built": fingerprint(notebook)}
    nbformat.validate(notebook)
    return nbformat.writes(notebook, version=4) + "\n"


def new_words(source: Path) -> list[str]:
    """Return the new words that a chapter's card names."""
    words = NEW_WORDS.search(source.read_text(encoding="utf-8"))
    return words[1].split(", ") if words else []


def meanings() -> dict[str, str]:
    """Return what each word means."""
    lines = (HERE / "source" / "glossary.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def glossary() -> str:
    """Return the text of the glossary: each new word, what it means, and the chapter that introduces it.

    Raises:
        ValueError: a word has no meaning or no card, or stands on two cards.
    """
    means, rows, problems = meanings(), {}, []
    for source in SOURCES:
        title = TITLE.search(source.read_text(encoding="utf-8"))[1]
        for word in new_words(source):
            if word in rows:
                problems.append(f"“{word}” is new in two chapters, the second time in {source.name}")
            if word not in means:
                problems.append(f"“{word}” is new in {source.name} and has no meaning yet")
            rows[word] = f"| **{word}** | {means.get(word)} | [{title}]({source.stem}.ipynb) |"
    problems += [f"“{word}” is on no card" for word in means if word not in rows]
    if problems:
        raise ValueError(f"the cards and source/glossary.txt disagree: {'; '.join(problems)}.")
    text = [
        "# Glossary",
        "",
        "The new words of all chapters, from A to Z, each with the chapter that introduces it.",
        "",
        "| Word | What it means | New in |",
        "|---|---|---|",
        *(rows[word] for word in sorted(rows, key=str.casefold)),
    ]
    return written([nbformat.v4.new_markdown_cell("\n".join(text), id="glossary")])


def fresh(chapter: str) -> Path:
    """Write an untouched copy of a chapter beside the student's own; return the new file.

    Raises:
        ValueError: there is no such chapter.
    """
    solutions = (
        sorted((HERE / "solutions").glob(f"{int(chapter):02d}_*.ipynb")) if chapter.isdecimal() else []
    )
    if not solutions:
        raise ValueError(f"There is no chapter {chapter!r} in {HERE / 'solutions'}.")
    cells = []
    for cell in nbformat.read(solutions[0], as_version=4).cells:
        if cell.cell_type == "markdown":
            cells.append(nbformat.v4.new_markdown_cell(cell.source, id=cell.id))
        elif not cell.id.endswith("-points"):
            cells.append(nbformat.v4.new_code_cell(without_solutions(cell.source), id=cell.id))
    names = (f"{solutions[0].stem}_fresh{n}.ipynb" for n in ["", *range(2, 100)])
    target = next(HERE / name for name in names if not (HERE / name).exists())
    target.write_bytes(written(cells).encode())
    return target


def edited(target: Path) -> bool:
    """Tell whether somebody has worked in a notebook since it was built."""
    try:
        notebook = nbformat.read(target, as_version=4)
    except Exception:
        return True  # unreadable is no reason to overwrite it
    return fingerprint(notebook) != notebook.metadata.get("textkit", {}).get("built")


def main() -> int:
    """Build all, or check all."""
    parser = argparse.ArgumentParser(description="Build the notebooks from notebooks/source.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    parser.add_argument("--fresh", metavar="CHAPTER", help="write an untouched copy of one chapter")
    asked = parser.parse_args()
    if asked.fresh:
        try:
            print(f"Your notebook is as it was. The untouched copy is {fresh(asked.fresh)}")
        except ValueError as error:
            print(error, file=sys.stderr)
            return 2
        return 0
    check = asked.check
    built = {HERE / f"{source.stem}.ipynb": build(source, solutions=False) for source in SOURCES}
    built |= {HERE / "solutions" / f"{s.stem}.ipynb": build(s, solutions=True) for s in SOURCES}
    problems = []
    try:
        built[HERE / "glossary.ipynb"] = glossary()
    except ValueError as error:
        problems.append(str(error))
    for target, text in built.items():
        if target.exists() and target.read_bytes() == text.encode():
            continue
        name = target.relative_to(HERE.parent)
        if check:
            problems.append(f"{name} is not what its source makes: run `make notebooks`.")
        elif target.exists() and edited(target):
            problems.append(
                f"{name} has been changed by hand and is left as it is. Move it away to build it anew."
            )
        else:
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(text.encode())
            print(f"built {name}")
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
