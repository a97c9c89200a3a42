"""A student's folder: what is in it, and that nothing is ever lost from it."""

import importlib.util
import json
import sys

import nbformat
import pytest
from click.testing import CliRunner
from course import CHAPTERS, ROOT

from textkit.cli import main
from textkit.course import folder as room, fresh_chapter, write_folder
from textkit.course.lab import lab_command, lab_environment, open_lab
from textkit.course.notebooks import fingerprint, is_worked_in
from textkit.course.series import notebook_file, notebooks_folder

FIRST = "00_start_here.ipynb"


@pytest.fixture
def mine(tmp_path):
    """A student's folder, just written."""
    folder = tmp_path / "my folder"
    write_folder(folder)
    return folder


def answer_first(file):
    """Answer the first exercise, as a student does; return the bytes of the file."""
    read = nbformat.read(file, as_version=4)
    cell = next(cell for cell in read.cells if "seconds = ..." in cell.source)
    cell.source = cell.source.replace("...", "50 * 60")
    nbformat.write(read, file)
    return file.read_bytes()


@pytest.fixture
def newer(tmp_path, monkeypatch):
    """A newer course: its first chapter says something else."""
    source = tmp_path / "newer" / FIRST
    source.parent.mkdir()
    read = nbformat.read(notebooks_folder() / FIRST, as_version=4)
    read.cells[1].source += "\n\nGood evening!"
    read.metadata["textkit"]["built"] = fingerprint(read.cells)
    nbformat.write(read, source)
    find = notebook_file
    monkeypatch.setattr(room, "notebook_file", lambda name: source if name == "start_here" else find(name))
    return source


def test_it_holds_the_chapters_the_glossary_and_the_article_with_its_note_and_nothing_else(mine):
    names = {notebook_file(chapter).name for chapter in CHAPTERS}
    names |= {"glossary.ipynb", "nato_article.txt", "nato_article.key.csv", "about_the_article.md"}
    assert {str(file.relative_to(mine)) for file in mine.rglob("*")} == names


def test_no_solution_is_in_it(mine):
    for file in mine.iterdir():
        assert b"SOLUTION" not in file.read_bytes()


def test_what_is_made_is_said_in_a_sentence(tmp_path):
    count = len(CHAPTERS) + 4  # the glossary, the article, its key and a note
    said = write_folder(tmp_path / "x")
    assert said == [f"The folder '{tmp_path / 'x'}' has {count} new files, from {FIRST} on."]
    assert write_folder(tmp_path / "x") == []


def test_a_second_time_it_adds_what_is_missing_and_leaves_alone_what_has_been_worked_in(mine):
    work = answer_first(mine / FIRST)
    (mine / "glossary.ipynb").unlink()
    said = write_folder(mine)
    assert said == [f"glossary.ipynb is new in '{mine}'.", f"{FIRST} has work in it, and stays as it is."]
    assert (mine / FIRST).read_bytes() == work


def test_a_notebook_that_was_only_run_stays_with_its_outputs(mine):
    read = nbformat.read(mine / FIRST, as_version=4)
    for cell in read.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [nbformat.v4.new_output("stream", text="Good morning!")], 1
    nbformat.write(read, mine / FIRST)
    run = (mine / FIRST).read_bytes()
    assert write_folder(mine) == []
    assert (mine / FIRST).read_bytes() == run


@pytest.mark.usefixtures("newer")
def test_a_newer_chapter_takes_the_place_of_one_that_nobody_has_touched(mine, newer):
    (mine / FIRST).write_bytes((notebooks_folder() / FIRST).read_bytes())
    assert write_folder(mine) == [f"{FIRST} was untouched, and is up to date now."]
    assert (mine / FIRST).read_bytes() == newer.read_bytes()


def test_a_newer_chapter_leaves_work_alone_and_says_how_to_have_both(mine, newer):
    (mine / FIRST).write_bytes((notebooks_folder() / FIRST).read_bytes())
    work = answer_first(mine / FIRST)
    (said,) = write_folder(mine)
    assert f"stays as it is. There is a newer version: `textkit lab --fresh 00 '{mine}'` puts it" in said
    assert (mine / FIRST).read_bytes() == work
    assert fresh_chapter("start_here", mine).read_bytes() == newer.read_bytes()


@pytest.mark.parametrize(
    "content", ["half a save {", "", "[]", '{"cells": 3, "metadata": {"textkit": {"built": "x"}}}']
)
def test_a_file_that_is_no_notebook_any_more_stays(mine, content):
    (mine / FIRST).write_text(content)
    (said,) = write_folder(mine)
    assert said.startswith(f"{FIRST} ")
    assert "and stays as it is." in said
    assert (mine / FIRST).read_text() == content


def test_an_article_that_somebody_has_changed_stays(mine):
    (mine / "nato_article.txt").write_text("Mine.")
    assert write_folder(mine) == []
    assert (mine / "nato_article.txt").read_text() == "Mine."


def test_a_solution_brought_by_hand_stays(mine):
    solution = (ROOT / "notebooks" / "solutions" / FIRST).read_bytes()
    (mine / FIRST).write_bytes(solution)
    assert write_folder(mine) == [f"{FIRST} has solutions in it, and stays as it is."]
    assert (mine / FIRST).read_bytes() == solution


def test_a_chapter_run_to_its_end_with_an_empty_cell_below_counts_as_untouched(mine):
    read = nbformat.read(mine / FIRST, as_version=4)
    read.cells.append(nbformat.v4.new_code_cell(""))
    nbformat.write(read, mine / FIRST)
    assert not is_worked_in(mine / FIRST)


def test_a_chapter_that_has_moved_takes_its_untouched_notebook_along_and_leaves_work_where_it_is(mine):
    (mine / "04_frequency.ipynb").rename(mine / "07_frequency.ipynb")
    (mine / FIRST).rename(mine / "05_start_here.ipynb")
    work = answer_first(mine / "05_start_here.ipynb")
    said = write_folder(mine)
    assert said[0].endswith(f"has 2 new files, from {FIRST} on.")
    assert said[1:] == [
        f"05_start_here.ipynb has work in it, and stays as it is. The chapter is {FIRST} now.",
        "07_frequency.ipynb was untouched, and is 04_frequency.ipynb now.",
    ]
    assert (mine / "05_start_here.ipynb").read_bytes() == work
    assert not (mine / "07_frequency.ipynb").exists()
    assert (mine / "04_frequency.ipynb").exists()


def test_the_projects_own_notebooks_are_left_alone():
    before = {file: file.stat().st_mtime_ns for file in notebooks_folder().iterdir()}
    assert write_folder(ROOT / "notebooks") == []
    assert {file: file.stat().st_mtime_ns for file in notebooks_folder().iterdir()} == before


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "x").write_text("not a folder")
    with pytest.raises(NotADirectoryError, match=r"x' is a file\. Name a folder, or a new name\."):
        write_folder(tmp_path / "x")


# The command


def lab(*arguments):
    """Run `textkit lab` without starting JupyterLab."""
    return CliRunner().invoke(main, ["lab", *map(str, arguments)])


def test_the_command_takes_the_folder_that_is_named_or_the_one_it_is_in_or_my_textkit(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert lab("--write-only").exit_code == 0
    assert lab("--write-only", "~/at home").exit_code == 0
    assert {file.name for file in tmp_path.iterdir()} == {"my_textkit", "at home"}
    monkeypatch.chdir(tmp_path / "my_textkit")
    (tmp_path / "my_textkit" / FIRST).write_bytes(b"half a save {")
    assert "is no notebook that can be read" in lab("--write-only").stdout
    assert "00_start_here_fresh.ipynb" in lab("--fresh", "0").stdout
    assert not (tmp_path / "my_textkit" / "my_textkit").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--fresh", "77"], "There is no chapter '77'"),
        (["--fresh", ""], "There is no chapter ''"),
        (["--fresh", "03", "nowhere"], "There is no folder 'nowhere'"),
        (["--write-only", "a_file"], "'a_file' is a file"),
    ],
)
def test_what_the_command_cannot_do_is_one_sentence(arguments, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a_file").write_text("not a folder")
    done = lab(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert {file.name for file in tmp_path.iterdir()} == {"a_file"}


# A fresh chapter


def test_a_fresh_chapter_stands_beside_the_old_one_and_never_replaces_an_earlier_one(mine):
    work = answer_first(mine / FIRST)
    assert fresh_chapter("00", mine).name == "00_start_here_fresh.ipynb"
    first = answer_first(mine / "00_start_here_fresh.ipynb")
    second = fresh_chapter("start_here", mine)
    assert second.name == "00_start_here_fresh2.ipynb"
    assert (mine / FIRST).read_bytes() == work
    assert (mine / "00_start_here_fresh.ipynb").read_bytes() == first
    assert second.read_bytes() == (notebooks_folder() / FIRST).read_bytes()


def test_a_fresh_chapter_that_does_not_exist_is_named_and_nothing_is_written(mine):
    before = sorted(mine.iterdir())
    with pytest.raises(ValueError, match="no chapter '77'"):
        fresh_chapter("77", mine)
    assert sorted(mine.iterdir()) == before


def test_a_fresh_chapter_needs_a_folder_that_is_there(tmp_path):
    with pytest.raises(FileNotFoundError, match="no folder"):
        fresh_chapter("00", tmp_path / "nowhere")


# JupyterLab on the folder


def test_an_article_named_from_here_is_found_from_the_folder_of_the_notebooks(tmp_path, monkeypatch):
    (tmp_path / "rain.txt").write_text("Rain fell.")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TEXTKIT_ARTICLE", "rain.txt")
    assert lab_environment()["TEXTKIT_ARTICLE"] == str(tmp_path / "rain.txt")
    monkeypatch.setenv("TEXTKIT_ARTICLE", "seeds/nato_article.txt")
    assert lab_environment()["TEXTKIT_ARTICLE"] == "seeds/nato_article.txt"  # the project's, from anywhere
    monkeypatch.delenv("TEXTKIT_ARTICLE")
    assert "TEXTKIT_ARTICLE" not in lab_environment()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a screen is taken for granted")
@pytest.mark.parametrize(
    ("screen", "browser", "opens"), [("", True, False), (":0", True, True), (":0", False, False)]
)
def test_no_browser_is_opened_without_a_screen_or_when_none_is_wanted(screen, browser, opens, monkeypatch):
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert ("--no-browser" not in lab_command("x", browser=browser)) == opens


def test_without_jupyterlab_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ImportError, match="`pip install jupyterlab ipywidgets` brings both"):
        open_lab("x")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_built_notebook_counts_as_untouched_until_a_cell_changes(chapter, tmp_path):
    file = tmp_path / "chapter.ipynb"
    file.write_bytes(notebook_file(chapter).read_bytes())
    assert not is_worked_in(file)
    read = json.loads(file.read_text(encoding="utf-8"))
    read["cells"][-1]["source"] = [*read["cells"][-1]["source"], "\n# mine"]
    file.write_text(json.dumps(read), encoding="utf-8")
    assert is_worked_in(file)
