"""Every notebook runs for real, in both forms: in a kernel on the article, in a shell on the others."""

import itertools
import re
import subprocess
import sys

import nbclient
import pytest
from course import (
    ARTICLES,
    CHAPTERS,
    CHECK,
    ROOT,
    SHAPES,
    TELLING,
    exercises,
    notebook,
    opened,
    run,
    verdicts,
)

from textkit.course import NOT_HERE, NOT_YET, RIGHT

FORMS = pytest.mark.parametrize("solutions", [False, True], ids=["student", "solution"])
EVERY_CHAPTER = pytest.mark.parametrize("chapter", CHAPTERS)


@FORMS
@EVERY_CHAPTER
def test_a_notebook_runs_to_its_end_in_a_kernel(chapter, solutions):
    # a notebook may be started from its own folder or, as VS Code does, from the project's
    start = ROOT / "notebooks" if solutions else ROOT
    read = notebook(chapter, solutions=solutions)
    nbclient.NotebookClient(
        read, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(start)}}
    ).execute()
    state = RIGHT if solutions else NOT_YET
    for cell in read.cells:
        for name in CHECK.findall(cell.get("source", "")) if cell.cell_type == "code" else []:
            (shown,) = [o.data["text/plain"] for o in cell.outputs if "data" in o]
            assert shown.startswith(state), (name, shown)
        for output in cell.get("outputs", []):
            assert output.output_type != "stream" or output.name == "stdout", output


@pytest.mark.parametrize(
    "article",
    [pytest.param(name, marks=[] if name in TELLING else pytest.mark.full) for name in ARTICLES | SHAPES],
)
@EVERY_CHAPTER
def test_a_notebook_runs_to_its_end_on_every_article(chapter, article, record_property):
    record_property("notebook", chapter)
    record_property("article", article)
    record_property("live", "none")  # for the table at the end, see conftest.py
    untouched = verdicts(chapter, article, solutions=False)
    solved = verdicts(chapter, article, solutions=True)
    assert set(untouched) == set(solved) == set(exercises(chapter))
    assert {verdict.state for verdict in untouched.values()} <= {NOT_YET, NOT_HERE}
    assert {verdict.state for verdict in solved.values()} <= {RIGHT, NOT_HERE}
    live = [verdict.state for verdict in solved.values()].count(RIGHT)
    record_property("live", f"{live}/{len(solved)}")
    run.cache_clear()  # no other test here asks for them, and all together they fill the memory


def test_the_built_notebooks_are_what_their_sources_make():
    done = subprocess.run(
        [sys.executable, str(ROOT / "notebooks" / "build.py"), "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@EVERY_CHAPTER
def test_no_solution_is_in_the_student_form(chapter):
    student = notebook(chapter, solutions=False)
    assert "SOLUTION" not in str(student)
    for cell in notebook(chapter, solutions=True).cells:
        for solution in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", cell.source, re.S):
            assert not any(solution.strip() in other.source for other in student.cells), solution


@EVERY_CHAPTER
def test_every_exercise_has_one_cell_and_a_heading_of_its_own(chapter):
    cells = notebook(chapter, solutions=True).cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    tasks = exercises(chapter)
    assert CHECK.findall(code) == list(tasks)
    titles = re.findall(r"^### Exercise ([\d.]+) (.+)$", prose, re.M)
    assert titles == [(opened(chapter).number(name), task.title) for name, task in tasks.items()]


@EVERY_CHAPTER
def test_headings_go_down_one_level_at_a_time(chapter):
    prose = [c.source for c in notebook(chapter, solutions=True).cells if c.cell_type == "markdown"]
    levels = [len(marks) for text in prose for marks in re.findall(r"^(#+) ", text, re.M)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
