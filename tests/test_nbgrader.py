"""A class, played for real with nbgrader: handed out, five submissions, graded, exported, fed back."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from course import CHECK, ROOT, exercises, module, notebook

pytest.importorskip("nbgrader", reason="nbgrader is an extra: make test installs it")

CHAPTER, NAME = "frequency", "04_frequency"
SECONDS = 25  # an endless loop costs the class this long; a busy machine needs some to import pandas
set_up = module(ROOT / "notebooks" / "course.py").set_up


def run(folder, *command, **variables):
    """Run a command in the course folder, with nbgrader on the PATH; return what it complains about."""
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # nbgrader calls alembic
    environment = {**os.environ, "PATH": tools, "JUPYTER_CONFIG_DIR": str(folder / ".jupyter"), **variables}
    environment.pop("TEXTKIT_ARTICLE", None)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stderr


def nbgrader(folder, *arguments):
    """Run nbgrader as an instructor does."""
    return run(folder, sys.executable, "-m", "nbgrader", *arguments)


def scores(folder):
    """Export the grades; return the score of each student."""
    nbgrader(folder, "export")
    with open(folder / "grades.csv", encoding="utf-8") as file:
        return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}


def hand_in(folder, student, answers):
    """Put a submission where nbgrader looks for it: what was released, with answers in place of blanks."""
    target = folder / "submitted" / student / NAME
    shutil.copytree(folder / "release" / NAME, target)
    file = target / f"{NAME}.ipynb"
    read = nbformat.read(file, as_version=4)
    for cell in read.cells:
        for name in CHECK.findall(cell.source) if cell.cell_type == "code" else []:
            if name in answers:
                cell.source = f'{answers[name]}\ncheck("{name}")'
    nbformat.write(read, file)


def solutions():
    """The cells of the solutions, without their checks."""
    cells = [cell.source for cell in notebook(CHAPTER, solutions=True).cells if cell.cell_type == "code"]
    return {name: CHECK.sub("", source) for source in cells for name in CHECK.findall(source)}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The course after a whole round; the grades, and what nbgrader said while it graded."""
    folder = tmp_path_factory.mktemp("a course")
    assert set_up(folder, [CHAPTER]) == []
    config = folder / "nbgrader_config.py"
    config.write_text(config.read_text().replace("timeout = 60", f"timeout = {SECONDS}"))
    nbgrader(folder, "generate_assignment", NAME)
    solved = solutions()
    one, *_, other = solved
    hand_in(folder, "right", solved)
    hand_in(folder, "untouched", {})
    hand_in(folder, "wrong", {name: f"{task.answers[0]} = -1" for name, task in exercises(CHAPTER).items()})
    hand_in(folder, "raising", {**solved, one: "answer = 1 / 0"})
    hand_in(folder, "partly", {**solved, "tie": f"{solved['tie']}\ntied = tied[:2]"})  # of three
    hand_in(folder, "endless", {**solved, other: "while True:\n    pass"})
    handed_in = {file: file.read_bytes() for file in (folder / "submitted").rglob("*") if file.is_file()}
    nbgrader(folder, "autograde", NAME)
    nbgrader(folder, "generate_feedback", NAME, "--student", "wrong")
    scores(folder)
    with open(folder / "grades.csv", encoding="utf-8") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert {f: f.read_bytes() for f in (folder / "submitted").rglob("*") if f.is_file()} == handed_in
    return folder, rows


def test_the_grades_are_a_point_for_each_right_exercise_and_a_part_for_a_part(course):
    most = len(exercises(CHAPTER))
    expected = {"right": most, "untouched": 0, "wrong": 0, "raising": most - 1, "endless": most - 1}
    expected["partly"] = most - 1 + 0.67
    assert {student: float(row["score"]) for student, row in course[1].items()} == expected


def test_the_written_answers_are_worth_points_too(course):
    written = sum("Your" in c.source[:6] for c in notebook(CHAPTER, solutions=True).cells)
    assert float(course[1]["right"]["max_score"]) == len(exercises(CHAPTER)) + 2 * written
    assert written >= 1


def test_the_feedback_says_what_the_checks_said(course):
    page = (course[0] / "feedback" / "wrong" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    said = re.sub(r"<[^>]+>|\s+", " ", page)
    assert "A question" in said


def test_the_release_holds_no_solution_and_every_blank(course):
    released = nbformat.read(course[0] / "release" / NAME / f"{NAME}.ipynb", as_version=4)
    said = "\n".join(cell.source for cell in released.cells)
    assert "SOLUTION" not in said
    assert "NotImplementedError" not in said
    student = {c.id: c.source for c in notebook(CHAPTER, solutions=False).cells}
    for cell in released.cells:
        if cell.id in student and cell.cell_type == "code":
            assert [line for line in cell.source.splitlines() if line.strip()] == [
                line for line in student[cell.id].splitlines() if line.strip()
            ]


def test_a_student_who_runs_the_assignment_in_class_sees_no_points_and_no_error(course):
    released = nbformat.read(course[0] / "release" / NAME / f"{NAME}.ipynb", as_version=4)
    assert sum("points(" in cell.source for cell in released.cells) == len(exercises(CHAPTER))
    import nbclient

    folder = str(course[0] / "release" / NAME)
    nbclient.NotebookClient(released, timeout=60, resources={"metadata": {"path": folder}}).execute()
    assert all(not cell.outputs for cell in released.cells if "points(" in cell.source)


def test_setting_up_again_leaves_alone_what_was_changed_and_names_it(course):
    folder = course[0]
    changed = folder / "source" / NAME / f"{NAME}.ipynb"
    before = changed.read_bytes()
    changed.write_bytes(before + b"\n")
    submitted = {file: file.read_bytes() for file in (folder / "submitted").rglob("*.ipynb")}
    kept = set_up(folder, [CHAPTER])
    assert changed in kept
    assert changed.read_bytes() == before + b"\n"
    assert {file: file.read_bytes() for file in (folder / "submitted").rglob("*.ipynb")} == submitted
    changed.write_bytes(before)


def test_an_unknown_chapter_is_named(tmp_path):
    with pytest.raises(ValueError, match="no chapter '77'"):
        set_up(tmp_path / "course", ["77"])


def test_every_exercise_has_a_locked_cell_that_gives_its_point():
    cells = notebook(CHAPTER, solutions=True).cells
    for name in exercises(CHAPTER):
        (gives,) = [cell for cell in cells if f'points("{name}")' in cell.source]
        marks = gives.metadata["nbgrader"]
        assert marks["grade"]
        assert marks["locked"]
        assert marks["points"] == 1
    names = [cell.metadata["nbgrader"]["grade_id"] for cell in cells if "nbgrader" in cell.metadata]
    assert len(set(names)) == len(names)


def test_the_students_form_has_no_marks_of_nbgrader():
    assert "nbgrader" not in json.dumps(notebook(CHAPTER, solutions=False))
