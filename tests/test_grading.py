"""A class that tries everything, graded: the points are as they should be, and nothing has been reached."""

import csv
import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest
from chromium import CHROMIUM, FLAGS, NO_CHROMIUM
from click.testing import CliRunner
from course import CHAPTERS, CHECK, ROOT, exercises, notebook
from playwright.sync_api import sync_playwright

from textkit import load_article
from textkit.cli import main
from textkit.course import RIGHT, open_chapter
from textkit.course.grading import box, grade
from textkit.course.grading.class_page import class_page
from textkit.course.grading.judge import Graded, Judge
from textkit.course.grading.submissions import UnusableError, find_submissions, inspect
from textkit.course.grading.values import MOST_ITEMS, Reader, UnreadableError, Writer
from textkit.course.grading.written import Question, Written, read_sheet, sheet_rows, with_points
from textkit.course.key import key_data
from textkit.course.verdicts import question

CHAPTER, FILE = "frequency", "04_frequency.ipynb"
NAMES = list(exercises(CHAPTER))
MOST = len(NAMES)
NO_BOX = box.why_no_box()
SECRET = "a secret of another student"


def solutions():
    """The cells of the solutions, without their checks."""
    cells = [cell.source for cell in notebook(CHAPTER, solutions=True).cells if cell.cell_type == "code"]
    return {name: CHECK.sub("", source) for source in cells for name in CHECK.findall(source)}


SOLVED = solutions()


def handed_in(answers, *, first="", written="", last=""):
    """A notebook with answers in place of blanks, code at its beginning and end, and words."""
    made = notebook(CHAPTER, solutions=False)
    for cell in made.cells:
        if cell.cell_type == "markdown" and written and cell.source.startswith("*Your "):
            cell.source += f"\n\n{written}"
        for name in CHECK.findall(cell.source) if cell.cell_type == "code" else []:
            if name in answers:
                cell.source = f'{answers[name]}\ncheck("{name}")'
    place = next(i for i, cell in enumerate(made.cells) if "begin(" in cell.source)
    if first:
        made.cells.insert(place + 1, nbformat.v4.new_code_cell(first))
    if last:
        made.cells.append(nbformat.v4.new_code_cell(last))
    return made


def put(folder, student, made):
    """Write a submission as a platform gives it: a folder of the student's own."""
    target = folder / student / FILE
    target.parent.mkdir(parents=True)
    target.write_text(made if isinstance(made, str) else json.dumps(made), encoding="utf-8")
    return target


PATCHES = """
import sys, gc, textkit.course, textkit.course.verdicts, textkit.course.judging, textkit.course.running
from textkit.course.verdicts import right
textkit.course.judging.judge = lambda *a, **k: right("Patched.")
textkit.course.running.call = lambda *a, **k: right("Patched.")
textkit.course.verdicts.Verdict.credit = 1.0
import textkit.course.grading.recorder as recorder, textkit.course.grading.values as values
values.Writer.write = lambda self, value: {"kind": "right", "credit": 1.0, "state": "right"}
for thing in gc.get_objects():
    if type(thing).__name__ == "Recorder":
        for name in thing.asked:
            thing.say(check=name, values={}, state="right", credit=1.0, points=7, verdict="right")
"""
OWN_LIBRARY = """
import os, pathlib
pathlib.Path("textkit/course").mkdir(parents=True)
pathlib.Path("textkit/__init__.py").write_text("")
pathlib.Path("textkit/course/__init__.py").write_text("points = begin = check = lambda *a: 1")
os.chdir("textkit")
"""
IGNORING = """
while True:
    try:
        while True:
            n = 1
    except BaseException:
        n = 2
"""
OWN_CHECKS = """
def check(name):
    print("right", name)
def points(name, most=1):
    return most
progress = check
"""
BACKGROUND = '''
import os, subprocess, sys
code = """
import pathlib, time
time.sleep(3)
mark = pathlib.Path(MARK)
for file in (mark, *mark.parent.glob("**/grades.csv")):
    file.write_text("forged")
"""
subprocess.Popen([sys.executable, "-c", code.replace("MARK", repr({mark!r}))], start_new_session=True)
if os.fork() == 0:
    os.setsid()
    import time
    for fd in range(3, 20):
        try:
            os.write(fd, b'{{"end": true, "points": 7}}\\n')
        except OSError:
            pass
    time.sleep(600)
'''
# What a curious notebook looks for; each thing that it finds is handed in as an answer, and so seen outside.
THIEF = """
import glob, os, pathlib, socket
found = []
for place in {places!r}:
    if os.path.exists(place) and (not os.path.isdir(place) or os.listdir(place)):
        found.append(place)
for folder in ("/", "/tmp", "/home", "/root", "/opt", "/srv", "/etc", "/var"):
    for path in glob.glob(folder + "/**/*", recursive=True):
        if path.endswith((".ipynb", "checks.py", "answers.py", "grades.csv", "shadow", "passwd")):
            found.append(path)
for address in (("127.0.0.1", {port}), ("1.1.1.1", 53)):
    try:
        socket.create_connection(address, timeout=2)
        found.append(str(address))
    except OSError:
        pass
for process in glob.glob("/proc/[0-9]*/cmdline"):
    said = open(process, "rb").read()
    if b"textkit grade" in said or b"pytest" in said:
        found.append("a process outside")
try:
    open("/textkit/textkit/new.py", "w")
    found.append("wrote into the library")
except OSError:
    pass
found += [name for name in os.environ if "TOKEN" in name or "KEY" in name]
open("/tmp/left_behind", "w").write("from one box to the next")
"""
SCRIPT = "<script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"
EVE = "<i>Eve <script>"
FORGED = f"\n  13 of 14  Eve  frequency  7 of 7  0.1 s\r{SCRIPT}"


@pytest.fixture(scope="module")
def class_(tmp_path_factory):
    """The class after it was graded: the folder, what the command said, and the rows of grades.csv."""
    if NO_BOX:
        pytest.skip(NO_BOX)
    folder = tmp_path_factory.mktemp("a class")
    here, results = folder / "submissions", folder / "results"
    one, two, *_, other = NAMES
    copied = handed_in(SOLVED)
    cells = [cell for cell in copied.cells if one in CHECK.findall(cell.source)]
    copied.cells += [*map(nbformat.from_dict, cells), nbformat.v4.new_code_cell('check("no_such_exercise")')]
    copied.cells = [cell for cell in copied.cells if two not in CHECK.findall(cell.source)]
    mark = folder / "was_here"
    put(here, "right", handed_in(SOLVED))
    put(here, "untouched", handed_in({}))
    put(
        here,
        "wrong",
        handed_in({name: f"{task.answers[0]} = -1" for name, task in exercises(CHAPTER).items()}),
    )
    put(here, "partly", handed_in({**SOLVED, "tie": f"{SOLVED['tie']}\ntied = tied[:2]"}))  # of three
    put(here, "raising", handed_in({**SOLVED, one: "answer = 1 / 0"}))
    put(here, "endless", handed_in({**SOLVED, other: "while True:\n    pass"}))
    put(here, "ending", handed_in({**SOLVED, two: "import os\nos._exit(0)"}))
    put(here, "ignoring", handed_in({**SOLVED, other: IGNORING}))
    put(
        here,
        "loud",
        handed_in(
            SOLVED, first="import os\nfor i in range(50):\n    print('x' * 10**6)\nos.write(2, b'y' * 10**6)"
        ),
    )
    put(here, "patching", handed_in({}, first=PATCHES))
    put(here, "own library", handed_in({}, first=OWN_LIBRARY))
    shutil.copytree(ROOT / "textkit" / "course", here / "own library" / "textkit" / "course")
    put(here, "own checks", handed_in({}, first=OWN_CHECKS))
    put(here, "copied", copied)
    put(here, "background", handed_in({}, first=BACKGROUND.format(mark=str(mark))))
    server = __import__("socket").create_server(("127.0.0.1", 0))
    places = [
        str(ROOT / "notebooks"),
        str(ROOT / "tests"),
        str(here),
        str(results),
        "/tmp/left_behind",
        "/etc/shadow",
    ]
    curious = THIEF.format(places=places, port=server.getsockname()[1])
    honest = "assert not found, found\nn_types = len(set(tokens))"  # a point for whoever has found nothing
    put(here, "thief", handed_in({two: honest}, first=curious))
    put(here, "thief again", handed_in({two: honest}, first=curious))
    put(here, EVE, handed_in(
        {one: f"answer = {SCRIPT + FORGED!r}", two: f"raise ValueError({SCRIPT + FORGED!r})",
         "rate": f"rate = type({SCRIPT!r}, (), {{}})()"}, written=SCRIPT))  # fmt: skip
    put(here, "forking", handed_in({**SOLVED, other: "import os\nwhile True:\n    os.fork()"}))
    filling = "for i in range(99):\n    open(f'/tmp/{i}', 'wb').write(b'x' * 10**7)"
    put(here, "filling", handed_in({**SOLVED, other: filling}))
    put(here, "no notebook", "This is not JSON.")
    put(here, "another kernel", json.dumps({"cells": [], "metadata": {"kernelspec": {"language": "R"}}}))
    patch = pytest.MonkeyPatch()
    patch.setenv("SECRET_TOKEN", SECRET)
    begun = time.monotonic()
    patch.setenv("TEXTKIT_ARTICLE", str(ROOT / "seeds" / "nato_article.txt"))
    done = subprocess.run(
        [sys.executable, "-m", "textkit", "grade", str(here), "--output", str(results), "--seconds", "6"],
        capture_output=True, text=True, cwd=folder, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    seconds = time.monotonic() - begun
    patch.undo()
    server.close()
    assert done.returncode == 0, done.stderr[-3000:]
    with open(results / "grades.csv", encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    return {
        "folder": folder,
        "results": results,
        "said": done.stdout,
        "rows": rows,
        "mark": mark,
        "seconds": seconds,
    }


def test_the_points_are_as_they_should_be_and_all_others_are_graded(class_):
    expected = {
        "right": MOST, "untouched": 0, "wrong": 0, "partly": MOST - 1 + 0.67, "raising": MOST - 1,
        "endless": MOST - 1, "ending": MOST - 1, "ignoring": MOST - 1, "loud": MOST, "patching": 0,
        "own library": 0, "own checks": 0, "copied": MOST - 1, "background": 0, "thief": 1, "thief again": 1,
        "forking": MOST - 1, "filling": MOST - 1, EVE: 0, "no notebook": 0, "another kernel": 0,
    }  # fmt: skip
    assert {name: float(row["points"]) for name, row in class_["rows"].items()} == expected


def test_what_is_odd_is_said(class_):
    remarks = {name: row["remarks"] for name, row in class_["rows"].items()}
    assert "no JSON" in remarks["no notebook"]
    assert "'r', not for Python" in remarks["another kernel"]
    assert "missing" in remarks["copied"]
    assert "more than once" in remarks["copied"]
    assert "ended Python itself" in remarks["ending"]
    assert "ran too long" in remarks["ignoring"]


def test_nothing_was_read(class_):
    for thief in ("thief", "thief_again"):
        page = (class_["results"] / "feedback" / f"{thief}.html").read_text(encoding="utf-8")
        said = page.split("<code>types</code>")[1].split("</section>")[0]
        assert "AssertionError" not in said, said
        assert SECRET not in page


def test_nothing_is_left_behind(class_):
    time.sleep(4)  # the background process would have written by now
    assert not class_["mark"].exists()
    assert not Path("/tmp/left_behind").exists()
    written = {path.name for path in class_["results"].iterdir()}
    assert written == {"grades.csv", "class.html", "written.csv", "written.html", "feedback"}
    if os.path.isdir("/proc"):
        running = [p.read_bytes() for p in Path("/proc").glob("[0-9]*/cmdline") if p.exists()]
        assert not [one for one in running if b"grading.recorder" in one]


def test_no_line_of_the_log_is_forged(class_):
    lines = [line for line in class_["said"].splitlines() if " of " in line[:12]]
    assert len(lines) == len(class_["rows"])
    assert sum("Eve" in line for line in lines) == 1
    assert "\r" not in class_["said"]


def test_no_cell_is_a_formula_and_every_row_is_whole(class_):
    text = (class_["results"] / "grades.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@")]


def test_no_script_runs_on_any_page(class_):
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(offline=True).new_page()
        asked, dialogs = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        for file in sorted(class_["results"].rglob("*.html")):
            asked.clear()
            page.goto(file.as_uri())
            assert page.title() != "pwned", file
            assert asked == [file.as_uri()]
            assert page.locator("script, img").count() == 0
        page.goto((class_["results"] / "class.html").as_uri())
        shown = page.inner_text("body")
        browser.close()
    assert dialogs == []
    assert EVE in shown  # it is there, as text


def test_the_class_page_says_what_came_up_most_frequent_first(class_):
    page = (class_["results"] / "class.html").read_text(encoding="utf-8")
    assert page.index("To talk about:") < page.index("<table>")
    assert "✓&nbsp;right" in page
    assert "?&nbsp;question" in page
    assert "·&nbsp;not&nbsp;yet" in page
    assert "The instructor&#x27;s page" in page or "The instructor's page" in page


def test_the_class_takes_no_longer_than_it_may(class_):
    assert class_["seconds"] < 240  # about 60 on two free cores


# Values on their way out of the box


@pytest.mark.parametrize(
    "value",
    [
        None, True, 3, -2.5, "ä\u2028b", ..., [1, [2, (3, "a")]], {"a": [1], 2: None}, {1, 2}, frozenset("a"),
        np.float64(0.5), np.int64(3), np.bool_(True), range(3),
    ],
)  # fmt: skip
def test_a_value_comes_out_as_it_was(value):
    read = Reader(None).read(json.loads(json.dumps(Writer().write(value))))
    assert read == (list(value) if isinstance(value, range) else value)
    assert type(read) is (list if isinstance(value, range) else type(value))


@pytest.mark.parametrize(
    "table",
    [
        pd.DataFrame(
            {"token": ["a", "b"], "count": [2, 1], "share": [0.5, float("nan")], "yes": [True, False]}
        ),
        pd.DataFrame({"token": []}),
        pd.DataFrame({"a": [1, 2]}, index=[5, 9]),
        pd.Series([1, 2], index=["a", "b"], name="count"),
        pd.Series({"token": "a", "count": 3}),
    ],
)
def test_a_table_comes_out_as_it_was(table):
    read = Reader(None).read(json.loads(json.dumps(Writer().write(table))))
    assert type(read) is type(table)
    assert table.equals(read)
    assert read.equals(table)


def test_an_array_and_an_object_of_the_students_own_come_out():
    read = Reader(None).read(json.loads(json.dumps(Writer().write(np.array([[1, 2], [3, 4]])))))
    assert read.tolist() == [[1, 2], [3, 4]]
    dog = type("Dog", (), {})()
    assert type(Reader(None).read(Writer().write(dog))).__name__ == "Dog"


@pytest.mark.parametrize(
    "written",
    [
        '{"kind": "list"}',
        '{"kind": "list", "items": {"a": 1}}',
        '{"kind": 3}',
        "{}",
        "[1, 2]",
        '{"kind": "dict", "pairs": [[{"kind": "list", "items": []}, 1]]}',
        '{"kind": "dict", "pairs": 3}',
        '{"kind": "set", "items": [{"kind": "list", "items": []}]}',
        '{"kind": "number", "type": "object", "value": 1}',
        '{"kind": "number", "type": "int8", "value": 1e300}',
        '{"kind": "array", "type": "int64", "shape": [-1], "items": [1]}',
        '{"kind": "array", "type": "int64", "shape": [10000000000], "items": []}',
        '{"kind": "array", "type": "int64", "shape": [1], "items": ["a"]}',
        '{"kind": "fraction", "of": [1, 0]}',
        '{"kind": "decimal", "text": "1e999999"}',
        '{"kind": "decimal", "text": "ham"}',
        '{"kind": "table", "names": ["a"], "columns": [], "index": {"type": "int64", "items": []}}',
        '{"kind": "column", "name": 1, "type": "bool", "items": [1], "index": {"type": "bool", "items": []}}',
        '{"kind": "article", "parts": [1, 2, 3, 4]}',
        '{"kind": "function", "name": "f", "number": "x"}',
        '{"kind": "list", "items": [' * 60 + "]}" * 60,
        json.dumps({"kind": "list", "items": [1] * (2 * MOST_ITEMS + 1)}),
    ],
)  # fmt: skip
def test_what_is_no_value_is_a_sentence(written):
    with pytest.raises(UnreadableError, match=r"^It .*\.$"):
        Reader(lambda number, name: None).read(json.loads(written))


def test_half_a_character_and_a_name_twice_are_read():
    assert Reader(None).read(json.loads('"a\\ud800"')) == "a\ufffd"
    assert Reader(None).read(json.loads('{"kind": "blank", "kind": "list", "items": []}')) == []
    assert Reader(None).read(json.loads('{"kind": "dict", "pairs": [[1, 2], [1, 3]]}')) == {1: 3}


def test_what_is_too_large_leaves_no_more_than_its_type():
    for value in ([0] * (MOST_ITEMS + 1), "a" * 10**7, 10**10_000):
        assert Writer().write(value)["kind"] == "something"
    deep: list = []
    for _ in range(1000):
        deep = [deep]
    assert Writer().write(deep)["kind"] == "something"


# What a platform gives


def test_a_zip_as_moodle_gives_it_is_read_and_nothing_is_unpacked(tmp_path):
    file = tmp_path / "class.zip"
    blank = nbformat.writes(handed_in({}))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(f"Ada King_381_assignsubmission_file_/{FILE}", blank)
        out.writestr(f"__MACOSX/Ada King_381_assignsubmission_file_/._{FILE}", "resource fork")
        out.writestr(f"Ben_382_assignsubmission_file_/../../../{FILE}", blank)
        out.writestr(f"Çağla Öz_383_assignsubmission_file_/.ipynb_checkpoints/{FILE}", "{}")
        out.writestr("Çağla Öz_383_assignsubmission_file_/My Work.ipynb", blank)
        out.writestr("Dan_384_assignsubmission_file_/bomb.ipynb", b"0" * 50_000_000)
        inner = tmp_path / "inner.zip"
        with zipfile.ZipFile(inner, "w") as own:
            own.writestr(f"work/{FILE}", blank)
        out.write(inner, "Eve_385_assignsubmission_file_/work.zip")
        out.writestr("Fay_386_assignsubmission_file_/broken.zip", "PK no zip")
        out.writestr("Gus_387_assignsubmission_file_/essay.docx", "an essay")
    found = {one.student: one for one in find_submissions(file)}
    assert set(found) == {"Ada King", "Ben", "Çağla Öz", "Dan", "Eve", "Fay", "Gus"}
    assert {name for name, one in found.items() if one.notebook} == {"Ada King", "Ben", "Çağla Öz", "Eve"}
    assert "larger than 20 MB" in found["Dan"].remarks[0]
    assert "zip that cannot be read" in found["Fay"].remarks[0]
    assert found["Gus"].remarks == ("No notebook was handed in, only essay.docx.",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["class.zip", "inner.zip"]


def test_who_handed_in_something_else_is_named_however_deep_the_folders(tmp_path):
    put(tmp_path, "Course/Ada King_381_assignsubmission_file_", handed_in({}))
    put(tmp_path, "Course/Lab/pc1/my_textkit", handed_in({}))
    for file in (
        "Ada King_381_assignsubmission_file_/data/a.txt",
        "Nora Lind_382_assignsubmission_file_/essay.docx",
        "Lab/pc1/notes/mine.txt",
        "readme.txt",
    ):
        (tmp_path / "Course" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "Course" / file).write_text("Words.")
    found = {one.student: one.remarks for one in find_submissions(tmp_path)}
    assert set(found) == {"Ada King", "pc1", "Nora Lind"}
    assert found["Nora Lind"] == ("No notebook was handed in, only essay.docx.",)


def test_of_several_attempts_the_last_counts_and_the_others_are_named(tmp_path):
    first = put(tmp_path, "Ada/attempt 1", handed_in({}))
    last = put(tmp_path, "Ada/attempt 2", handed_in(SOLVED))
    for place, file in enumerate((first, last)):
        os.utime(file, (10**9 + place, 10**9 + place))
        file.rename(file.parents[1] / f"{place + 1}_{FILE}")
    (one,) = find_submissions(tmp_path)
    assert one.student == "Ada"
    assert one.file.startswith("Ada/2_")
    assert f"Not graded: Ada/1_{FILE}" in one.remarks[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no JSON"), (b"\xff\xfe", "no JSON"), (b"[" * 100_000, "no JSON"), (b"[]", "in an old form"),
        (b'{"worksheets": []}', "in an old form"), (b'{"cells": [3]}', "cells cannot be read"),
        (b'{"cells": [{"cell_type": "code", "source": [1]}]}', "cells cannot be read"),
        (b'{"cells": []}', "belongs to no chapter"),
        (b" " * 20_000_001, "larger than"),
        (json.dumps({"cells": [{"cell_type": "code", "source": ""}] * 1001}).encode(), "more than 1000"),
    ],
)  # fmt: skip
def test_what_is_no_notebook_is_told_in_a_sentence(data, says):
    with pytest.raises(UnusableError, match=says):
        inspect(data, "mine.ipynb")


def test_another_chapter_than_asked_for_is_told(tmp_path):
    put(tmp_path, "Ada", handed_in({}))
    (one,) = find_submissions(tmp_path, "02")
    assert one.notebook is None
    assert "a_little_python was asked for" in one.remarks[0]


# The command, and written answers


def graded(folder, *options):
    return CliRunner().invoke(main, ["grade", str(folder / "in"), "--output", str(folder / "out"), *options])


def test_without_a_box_it_refuses_and_says_what_to_do(tmp_path, monkeypatch):
    put(tmp_path / "in", "Ada", handed_in({}))
    monkeypatch.setattr(grade, "why_no_box", lambda: "There is no bubblewrap.")
    done = graded(tmp_path)
    assert done.exit_code == 2
    assert "no bubblewrap" in done.output
    assert "--trust" in done.output
    assert not (tmp_path / "out").exists()


def test_points_for_written_answers_come_back_by_the_sheet_and_never_go_to_another_answer(tmp_path):
    put(tmp_path / "in", "Ada", handed_in(SOLVED, written="=1+1 is my claim."))
    done = graded(tmp_path, "--trust", "--at-once", "1")
    assert done.exit_code == 0, done.output
    assert "with your rights" in done.output
    sheet = tmp_path / "out" / "written.csv"
    with open(sheet, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["answer"] for row in rows] == ["'=1+1 is my claim."]
    assert "a claim about the article" in rows[0]["rubric"]

    def teacher_writes(points):
        with open(sheet, "w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, rows[0], delimiter=";")
            out.writeheader()
            out.writerow({**rows[0], "points": points})
        return graded(tmp_path, "--trust", "--at-once", "1", "--anonymous")

    assert "'seven' is not a number from 0 to 2" in teacher_writes("seven").output
    assert teacher_writes("1,5").exit_code == 0
    with open(tmp_path / "out" / "grades.csv", encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["points"], row["written"]) == (str(MOST), "1.5")
    assert "Ada" not in (tmp_path / "out" / "class.html").read_text(encoding="utf-8")
    shutil.rmtree(tmp_path / "in")
    put(tmp_path / "in", "Ada", handed_in(SOLVED, written="Another claim."))
    done = graded(tmp_path, "--trust", "--at-once", "1")
    assert "1.5 points for an answer that is no longer there" in done.output
    assert "1.5" in (tmp_path / "out" / "earlier_written.csv").read_text(encoding="utf-8-sig")


TALK = "Ann Lee, the mayor, met Bo Fox. “It will rain for a week,” she said on the bridge in the evening."


def reading(name):
    """A notebook of the chapter on speakers, with an answer to whom the pronoun means."""
    made = notebook("who_said_it", solutions=False)
    last = next(i for i, cell in enumerate(made.cells) if "pronoun" in CHECK.findall(cell.source))
    made.cells = made.cells[: last + 1]
    made.cells[last].source = f'name = "{name}"\ncheck("pronoun")'
    return made


def test_a_reading_that_is_right_by_the_key_gets_its_point(tmp_path):
    (tmp_path / "rain.txt").write_text(TALK, encoding="utf-8")
    by_tool = key_data(TALK)
    assert b",Ann Lee," in by_tool
    (tmp_path / "mine.csv").write_bytes(by_tool.replace(b",Ann Lee,", b",Bo Fox,"))
    for name in ("Ann Lee", "Bo Fox"):
        put(tmp_path / "in", name, reading(name))

    def points(*options):
        done = graded(
            tmp_path, "--article", str(tmp_path / "rain.txt"), "--trust", "--at-once", "2", *options
        )
        assert done.exit_code == 0, done.output
        with open(tmp_path / "out" / "grades.csv", encoding="utf-8-sig", newline="") as file:
            return {row["student"]: row["pronoun"] for row in csv.DictReader(file)}

    assert points() == {"Ann Lee": "1", "Bo Fox": "0"}
    assert points("--key", str(tmp_path / "mine.csv")) == {"Ann Lee": "0", "Bo Fox": "1"}
    (tmp_path / "mine.csv").write_bytes(by_tool.replace(b"full", b"shouted"))
    done = graded(
        tmp_path, "--article", str(tmp_path / "rain.txt"), "--trust", "--key", str(tmp_path / "mine.csv")
    )
    assert done.exit_code == 2
    assert "Row 2: The kind is 'shouted'." in done.output


MANY = """
import os, time
for child in range(12):
    if os.fork() == 0:
        held = bytearray(os.urandom(1)) * 80_000_000
        time.sleep(60)
"""


def test_many_small_processes_do_not_add_up_to_more_memory_than_a_box_may_have(tmp_path, monkeypatch):
    if NO_BOX:
        pytest.skip(NO_BOX)
    monkeypatch.setattr(box, "MEMORY", 900 * box.MB)  # a process has 3,000, and these have 80 each
    solved, other = NAMES[0], NAMES[-1]
    ended_first = 'assert open("/proc/self/oom_score_adj").read() == "1000\\n"'
    answers = {solved: f"{ended_first}\n{SOLVED[solved]}", other: f"{MANY}\ntime.sleep(20)"}
    put(tmp_path, "many", handed_in(answers))
    article = load_article(ROOT / "seeds" / "nato_article.txt")
    (one,) = find_submissions(tmp_path)
    with box.kit(article.text, [tmp_path]) as made:
        done = Judge(one, article, made).grade()
    assert any("took more memory" in remark for remark in done.remarks), done.remarks
    assert done.verdicts[solved].state == RIGHT
    assert done.seconds < 15


def answer(student, points=None):
    asked = Question("frequency", 1, "cell", "*Your claim:*", "Make a claim.", "2: a claim", "A model.")
    return Written(student, asked, f"Naïve, says {student}; “yes”, I do.", points)


def saved(tmp_path, rows, *, between=",", encoding="utf-8-sig"):
    file = tmp_path / "written.csv"
    with open(file, "w", encoding=encoding, newline="") as out:
        csv.writer(out, delimiter=between).writerows(rows)
    return file


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_points_come_back_from_a_sheet_in_whatever_form_it_was_saved(tmp_path, between, encoding):
    rows = sheet_rows([answer("Zoë", 1.5)])
    file = saved(tmp_path, rows, between=between, encoding=encoding)
    (one,), said = with_points([answer("Zoë")], read_sheet(file))
    assert (one.points, said) == (1.5, [])


def test_what_is_wrong_on_the_sheet_is_told_by_row(tmp_path):
    students = ["Ada", "Ben", "Cem", "Dov", "Eva", "Fay"]
    head, *rows = sheet_rows([answer(student) for student in students])
    at = head.index("points")
    for row, points in zip(rows, ["2", "3", "two", "", "-1", "nan"], strict=True):
        row[at] = points
    twice = [*rows[0][:at], "1", *rows[0][at + 1 :]]
    del rows[3]
    file = saved(tmp_path, [head, *rows, twice])
    found, said = with_points([answer(student) for student in students], read_sheet(file))
    assert [one.points for one in found] == [2, None, None, None, None, None]
    assert said == [
        "written.csv, row 3 (Ben, frequency, question 1): '3' is not a number from 0 to 2.",
        "written.csv, row 4 (Cem, frequency, question 1): 'two' is not a number from 0 to 2.",
        "written.csv, row 5 (Eva, frequency, question 1): '-1' is not a number from 0 to 2.",
        "written.csv, row 6 (Fay, frequency, question 1): 'nan' is not a number from 0 to 2.",
        "written.csv, row 7 (Ada, frequency, question 1): this answer has a row above already, which counts.",
        "written.csv: Dov, frequency, question 1 has no row there. The new sheet has it, without points.",
    ]


def test_a_sheet_that_has_lost_a_column_is_refused_before_anything_runs(tmp_path):
    put(tmp_path / "in", "Ada", handed_in({}))
    (tmp_path / "out").mkdir()
    saved(tmp_path / "out", [["student", "chapter", "question", "points"], ["Ada", "frequency", "1", "2"]])
    done = graded(tmp_path, "--trust")
    assert done.exit_code == 2
    assert "has no column code in its first row" in done.output


def test_the_instructors_page_has_something_on_every_exercise(tmp_path):
    put(tmp_path, "Ada", handed_in({}))
    (one,) = find_submissions(tmp_path)
    for chapter in CHAPTERS:
        names = list(open_chapter(chapter, {}).exercises)
        submission = replace(one, notebook=replace(one.notebook, chapter=chapter))
        made = class_page([Graded(submission, {name: question("Is it?") for name in names})], anonymous=True)
        assert made.count("<aside>") == len(names)


def test_an_anonymous_page_has_no_name_anywhere(tmp_path):
    first = NAMES[0]
    put(tmp_path, "Ada O'Neill", handed_in({first: "# by ada, that is Ada O'Neill\nanswer = 'a code'"}))
    put(tmp_path, "Code Strong", handed_in({}))
    (tmp_path / "Cem Öz").mkdir()
    (tmp_path / "Cem Öz" / "Cem Öz, essay.docx").write_text("no notebook")
    class_ = [
        Graded(one, {name: question("Is it Ada's?", "a cause") for name in NAMES} if one.notebook else {})
        for one in find_submissions(tmp_path)
    ]
    named, page = class_page(class_, anonymous=False), class_page(class_, anonymous=True)
    for name in ("Ada", "Neill", "Cem"):
        assert name in named
        assert name.lower() not in page.lower()
    assert "<pre><code>" in page


def test_every_solution_is_right_by_its_values_alone():
    """The first and the last chapter, for speed; the notebooks' own tests have all of them."""
    article = load_article()
    with box.kit(article.text, [], trust=bool(NO_BOX)) as made:
        for file in ("03_tokens", "15_from_one_to_thousands"):
            (one,) = find_submissions(ROOT / "notebooks" / "solutions" / f"{file}.ipynb")
            done = Judge(one, article, made).grade()
            assert done.points == len(done.verdicts), done.verdicts
