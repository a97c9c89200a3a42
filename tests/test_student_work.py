"""Nothing that a student has written is lost: not by building, not by asking for a fresh copy."""

import json
import shutil
import subprocess
import sys

import nbformat
import pytest
from course import ROOT, SOURCES

NAME = "00_start_here"
NAMES = [source.stem for source in SOURCES]


@pytest.fixture
def notebooks(tmp_path):
    """A folder of notebooks like a student's own."""
    return shutil.copytree(ROOT / "notebooks", tmp_path / "a class" / "notebooks")


def build(notebooks, *options):
    """Run build.py there; return what it prints."""
    command = [sys.executable, str(notebooks / "build.py"), *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    return done.stdout + done.stderr


def work_in(file):
    """Answer the first exercise, as a student does."""
    read = nbformat.read(file, as_version=4)
    cell = next(cell for cell in read.cells if "seconds = ..." in cell.source)
    cell.source = cell.source.replace("...", "50 * 60")
    nbformat.write(read, file)
    return file.read_bytes()


def test_building_leaves_a_notebook_alone_that_somebody_has_worked_in(notebooks):
    mine = work_in(notebooks / f"{NAME}.ipynb")
    said = build(notebooks)
    assert (notebooks / f"{NAME}.ipynb").read_bytes() == mine
    assert f"{NAME}.ipynb has been changed by hand and is left as it is" in said


def test_building_after_an_update_renews_what_nobody_has_touched_and_only_that(notebooks):
    source = notebooks / "source" / f"{NAME}.py"
    source.write_text(source.read_text().replace("Good morning!", "Good evening!"))
    mine = work_in(notebooks / f"{NAME}.ipynb")
    build(notebooks)
    assert (notebooks / f"{NAME}.ipynb").read_bytes() == mine
    assert "Good evening!" in (notebooks / "solutions" / f"{NAME}.ipynb").read_text(encoding="utf-8")


def test_a_file_that_is_no_notebook_any_more_is_not_overwritten(notebooks):
    file = notebooks / f"{NAME}.ipynb"
    file.write_text("half a save {")
    build(notebooks)
    assert file.read_text() == "half a save {"


def test_a_fresh_copy_stands_beside_the_old_one_and_never_replaces_an_earlier_copy(notebooks):
    mine = work_in(notebooks / f"{NAME}.ipynb")
    assert f"{NAME}_fresh.ipynb" in build(notebooks, "--fresh", "00")
    first = work_in(notebooks / f"{NAME}_fresh.ipynb")
    assert f"{NAME}_fresh2.ipynb" in build(notebooks, "--fresh", "0")
    assert (notebooks / f"{NAME}.ipynb").read_bytes() == mine
    assert (notebooks / f"{NAME}_fresh.ipynb").read_bytes() == first
    untouched = ROOT / "notebooks" / f"{NAME}.ipynb"
    assert (notebooks / f"{NAME}_fresh2.ipynb").read_bytes() == untouched.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_fresh_copy_is_byte_for_byte_the_students_form(notebooks, name):
    build(notebooks, "--fresh", name[:2])
    untouched = ROOT / "notebooks" / f"{name}.ipynb"
    assert (notebooks / f"{name}_fresh.ipynb").read_bytes() == untouched.read_bytes()


def test_a_fresh_copy_needs_nothing_that_a_student_has_not_installed(notebooks):
    code = f"""
import runpy, sys
sys.modules["jupytext"] = None  # as if it were not there
sys.argv = ["build.py", "--fresh", "03"]
runpy.run_path({str(notebooks / "build.py")!r}, run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (notebooks / "03_frequency_fresh.ipynb").exists()


@pytest.mark.parametrize("chapter", ["77", "three", "²"])
def test_a_chapter_that_does_not_exist_is_named(notebooks, chapter):
    before = sorted(notebooks.rglob("*"))
    assert f"no chapter '{chapter}'" in build(notebooks, "--fresh", chapter)
    assert sorted(notebooks.rglob("*")) == before


@pytest.mark.parametrize("name", NAMES)
def test_neither_the_cells_nor_the_metadata_of_a_students_notebook_hold_a_solution_or_a_mark(name):
    file = ROOT / "notebooks" / f"{name}.ipynb"
    text = file.read_text(encoding="utf-8")
    assert "nbgrader" not in text
    assert "points(" not in text
    assert "SOLUTION" not in text
    read = json.loads(text)
    assert set(read["metadata"]) == {"kernelspec", "language_info", "textkit"}
    assert all(not cell["metadata"] and not cell.get("outputs") for cell in read["cells"])
