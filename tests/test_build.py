"""The notebooks are made from the chapters, and nothing that somebody has written is lost by it."""

import json
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from course import CHAPTERS, ROOT, SOURCES, notebook

from textkit.course.series import notebook_file

NAME = "00_start_here"


@pytest.fixture
def project(tmp_path):
    """A copy of what the build reads and writes."""
    folder = tmp_path / "a class"
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    (folder / "docs" / "instructor").mkdir(parents=True)
    for name in ("README.md", "docs/instructor/README.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def build(project, *options):
    """Run build.py there; return what it prints."""
    command = [sys.executable, str(project / "notebooks" / "build.py"), *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    return done.stdout + done.stderr


def series(project, change):
    """Change the list of chapters."""
    file = project / "notebooks" / "chapters" / "series.txt"
    names = file.read_text(encoding="utf-8").split()
    change(names)
    file.write_text("\n".join(names) + "\n", encoding="utf-8")


def heading(project, name):
    """The title of a built notebook."""
    return nbformat.read(project / "notebooks" / f"{name}.ipynb", as_version=4).cells[0].source.split("\n")[0]


def work_in(file):
    """Answer the first exercise, as a student does."""
    read = nbformat.read(file, as_version=4)
    cell = next(cell for cell in read.cells if "seconds = ..." in cell.source)
    cell.source = cell.source.replace("...", "50 * 60")
    nbformat.write(read, file)
    return file.read_bytes()


# What somebody has written


def test_building_leaves_a_notebook_alone_that_somebody_has_worked_in(project):
    mine = work_in(project / "notebooks" / f"{NAME}.ipynb")
    said = build(project)
    assert (project / "notebooks" / f"{NAME}.ipynb").read_bytes() == mine
    assert f"{NAME}.ipynb has been changed by hand and is left as it is" in said


def test_building_after_an_update_renews_what_nobody_has_touched_and_only_that(project):
    source = project / "notebooks" / "chapters" / "start_here" / "chapter.py"
    source.write_text(source.read_text("utf-8").replace("Good morning!", "Good evening!"), encoding="utf-8")
    mine = work_in(project / "notebooks" / f"{NAME}.ipynb")
    build(project)
    assert (project / "notebooks" / f"{NAME}.ipynb").read_bytes() == mine
    assert "Good evening!" in (project / "notebooks" / "solutions" / f"{NAME}.ipynb").read_text("utf-8")


def test_a_file_that_is_no_notebook_any_more_is_not_overwritten(project):
    file = project / "notebooks" / f"{NAME}.ipynb"
    file.write_text("half a save {")
    build(project)
    assert file.read_text() == "half a save {"


# A chapter is a folder and a line


def test_a_new_chapter_is_a_folder_and_a_line_and_those_after_it_move_on(project):
    new = project / "notebooks" / "chapters" / "letters"
    new.mkdir()
    (new / "chapter.py").write_text(
        "# %% [markdown]\n# # Letters\n#\n# | | |\n# |---|---|\n"
        "# | **You will be able to** | count letters |\n"
        "# | **Time** | 10 minutes |\n# | **You need first** | zipf |\n#\n# As in chapter [[zipf]].\n"
        "# %% [markdown]\n# ### Exercise How many letters?\n\n# %%\nn_letters = ...\n"
        '### BEGIN SOLUTION\nn_letters = 26\n### END SOLUTION\ncheck("n_letters")\n',
        encoding="utf-8",
    )
    (new / "checks.py").write_text("")
    series(project, lambda names: names.insert(4, "letters"))
    said = build(project)
    assert "built notebooks/04_letters.ipynb" in said
    assert "deleted notebooks/04_frequency.ipynb: its chapter has another number now" in said
    assert heading(project, "04_letters") == "# 04 Letters"
    assert heading(project, "06_zipf") == "# 06 Zipf: a few words do most of the work"
    text = (project / "notebooks" / "04_letters.ipynb").read_text(encoding="utf-8")
    assert "| **You need first** | 06 Zipf |" in text
    assert "As in chapter 06." in text
    assert "### Exercise 4.1 How many letters?" in text
    assert "26" not in text
    assert "| 04 Letters | count letters |" in (project / "README.md").read_text(encoding="utf-8")
    assert "| 10 | 06 | 1 | 0 |" in (project / "docs" / "instructor" / "README.md").read_text(
        encoding="utf-8"
    )
    assert build(project, "--check") == ""


def test_a_moved_chapter_leaves_work_done_in_its_old_notebook_alone(project):
    mine = work_in(project / "notebooks" / f"{NAME}.ipynb")
    series(project, lambda names: names.insert(1, names.pop(0)))
    said = build(project)
    assert heading(project, "01_start_here") == "# 01 Start here"
    assert (project / "notebooks" / f"{NAME}.ipynb").read_bytes() == mine
    assert f"{NAME}.ipynb has an earlier number of its chapter" in said


def test_building_leaves_alone_what_is_beside_the_chapters(project):
    copies = ["00_start_here_fresh2.ipynb", "00_start_here-Copy1.ipynb", "99_my_own.ipynb"]
    for name in copies:
        shutil.copy(project / "notebooks" / f"{NAME}.ipynb", project / "notebooks" / name)
    assert build(project) == build(project, "--check") == ""
    assert all((project / "notebooks" / name).exists() for name in copies)


def test_no_chapter_types_the_number_of_another():
    for file in SOURCES.glob("*/chapter.py"):
        assert not re.findall(rf"\b\d\d_(?:{'|'.join(CHAPTERS)})\b", file.read_text(encoding="utf-8")), file


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda text: text.replace("# ## Read first", "# ## Read [[tokns]] first"),
            "'tokns': there is nothing of that name",
        ),
        (
            lambda text: text.replace("| start_here |", "| strat_here |"),
            "needs strat_here, which is no chapter",
        ),
        (lambda text: text.replace('check("guess_words")', ""), "more headings of exercises than checks"),
        (lambda text: text.replace("### Exercise Guess", "### Guess"), "has no heading for better_claim"),
        (lambda text: text.replace("guess_words", "class_length"), "'class_length' is there twice"),
        (lambda text: text.replace("### END SOLUTION", "", 1), "not closed by ### END SOLUTION"),
        (lambda text: text.replace("**Time**", "**Times**"), "The card of meet_the_article lacks Time"),
    ],
)
def test_a_chapter_that_disagrees_with_itself_or_the_others_is_told_so(project, change, words):
    source = project / "notebooks" / "chapters" / "meet_the_article" / "chapter.py"
    text = source.read_text(encoding="utf-8")
    assert change(text) != text
    source.write_text(change(text), encoding="utf-8")
    assert words in build(project, "--check")


def test_a_folder_that_is_not_in_the_series_is_named(project):
    series(project, lambda names: names.remove("zipf"))
    assert "disagree: zipf" in build(project)


# The students' form


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_neither_the_cells_nor_the_metadata_of_a_students_notebook_hold_a_solution_or_a_mark(chapter):
    text = notebook_file(chapter).read_text(encoding="utf-8")
    assert "nbgrader" not in text
    assert "points(" not in text
    assert "SOLUTION" not in text
    read = json.loads(text)
    assert set(read["metadata"]) == {"kernelspec", "language_info", "textkit"}
    assert all(not cell["metadata"] and not cell.get("outputs") for cell in read["cells"])


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_name_is_left_in_double_brackets(chapter):
    prose = [c.source for c in notebook(chapter, solutions=True).cells if c.cell_type == "markdown"]
    assert not re.findall(r"\[\[[a-z]\w*\]\]", "\n".join(prose))
