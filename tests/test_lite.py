"""The course in a browser alone: what `make lite` makes, in Chromium, with nothing to be had outside.

The folder is served as it is, by a server of plain files. All other addresses go to a proxy that counts them
and lets none through. The build gets no compiled package (NumPy, pandas, matplotlib …), as where its network
reaches a package registry and nothing else; whoever has a network runs these tests with --full as well.
"""

import ast
import csv
import functools
import hashlib
import http.server
import json
import os
import re
import shutil
import sys
import threading
import tomllib
import zipfile
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from chromium import CHROMIUM, FLAGS, NO_CHROMIUM
from course import CHAPTERS, ROOT, answers, cell_of, module, notebook, verdicts
from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION
from packaging.requirements import Requirement

from textkit.course.series import CHECK, notebook_file

make_lite = module(ROOT / "docs" / "make_lite.py")
PATIENCE = 120_000  # milliseconds: a busy machine is no reason to fail
CHROMIUMS_OWN = re.compile(r"^(http://)?[\w.-]+\.(google|googleapis|gvt1)\.com(:443$|/)")
"""Where Chromium itself asks for news of itself, whatever page is open."""
FIRST = notebook_file("start_here").name


def made(folder, *, vendor=True, fetch=None):
    """Make the folder; skip where what it is made of cannot be fetched, but not in CI."""
    with pytest.MonkeyPatch.context() as patch:
        if fetch:
            patch.setattr(make_lite, "fetch", fetch)
        try:
            return make_lite.make(folder, vendor=vendor)
        except (OSError, RuntimeError) as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"the folder cannot be made here: {error}")


def unreachable(address):
    raise OSError(f"{address} cannot be reached")


@pytest.fixture(scope="module")
def lite(tmp_path_factory):
    """The folder for a room without a network, made without one; and what it lacks."""
    folder = tmp_path_factory.mktemp("made") / "lite"
    return SimpleNamespace(folder=folder, missing=made(folder, fetch=unreachable))


@contextmanager
def serving(handler):
    """Serve on this machine alone; yield the address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Files(http.server.SimpleHTTPRequestHandler):
    """A server of plain files."""

    def log_message(self, *_):
        pass


@contextmanager
def served(folder):
    """Serve a folder to a Chromium that reaches nothing else; yield both, and what it asked outside."""
    from playwright.sync_api import sync_playwright

    outside = []

    class Refusal(Files):
        def do_GET(self):
            if not CHROMIUMS_OWN.search(self.path):
                outside.append(self.path)
            self.send_error(403)

        do_CONNECT = do_POST = do_GET  # noqa: N815

    files = functools.partial(Files, directory=folder)
    with serving(files) as address, serving(Refusal) as proxy, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=FLAGS, proxy={"server": proxy, "bypass": "127.0.0.1"}
        )
        yield SimpleNamespace(browser=chromium, address=address, outside=outside)
        chromium.close()


@pytest.fixture(scope="module")
def chromium(lite):
    """Chromium, the folder's address, and all addresses outside that were asked for."""
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    with served(lite.folder) as all_of_it:
        yield all_of_it


class Student:
    """Somebody with a browser of their own: what they do in the open notebook, and what comes of it."""

    def __init__(self, chromium):
        self.context = chromium.browser.new_context(accept_downloads=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.address = chromium.address

    def open(self, name):
        """Follow the link to a chapter, and wait until its kernel is there."""
        self.page.goto(f"{self.address}/lab/index.html?path={name}")
        self.wait_for_kernel()
        return self

    def wait_for_kernel(self):
        self.page.wait_for_function("""() =>
            window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'""")

    def do(self, script, *arguments):
        """Run a script in the page, which has the open notebook as `panel` and the arguments as `given`."""
        return self.page.evaluate(
            "async given => { const app = window.jupyterapp, panel = app.shell.currentWidget;" + script + "}",
            arguments,
        )

    def cells(self):
        """The code of the notebook's code cells, in order."""
        return self.do("""return panel.content.widgets.filter(cell => cell.model.type === 'code')
            .map(cell => cell.model.sharedModel.source)""")

    def run(self, place, code=None):
        """Run a code cell, with other code in it if it is given; return what stands below it."""
        return self.do("""
            const cell = panel.content.widgets.filter(cell => cell.model.type === 'code')[given[0]];
            if (given[1] !== null) cell.model.sharedModel.setSource(given[1]);
            panel.content.activeCellIndex = panel.content.widgets.indexOf(cell);
            await app.commands.execute('notebook:run-cell');
            const shown = cell.model.outputs.toJSON().map(output =>
                output.text ?? output.data?.['text/plain'] ?? `${output.ename}: ${output.evalue}`);
            return shown.map(part => [part].flat().join('')).join('\\n');""", place, code)  # fmt: skip

    def ask(self, code):
        """Run code in the kernel, not in the notebook; return what it shows, and its exception."""
        return self.do("""
            const shown = [];
            const request = panel.sessionContext.session.kernel.requestExecute({code: given[0]});
            request.onIOPub = ({content}) => shown.push(content.text ?? content.data?.['text/plain'] ?? '');
            const answer = (await request.done).content;
            return [shown.join(''), answer.ename ?? null, answer.evalue ?? null];""", code)  # fmt: skip

    def status(self):
        """Wait for what the controls below the first cell say."""
        line = self.page.locator(".jp-OutputArea-output [role=status]").first
        self.page.wait_for_function("line => line.textContent.length > 1", arg=line.element_handle())
        return line.text_content()

    def files(self):
        """The files that the browser has, by name."""
        return self.do(
            """return (await app.serviceManager.contents.get('')).content.map(item => item.name)"""
        )


@pytest.fixture(scope="module")
def student(chromium):
    """A student in the first chapter, whose first cells have been run."""
    student = Student(chromium).open(FIRST)
    student.run(0)
    student.run(1)
    return student


def place_of(cells, name):
    """The place of an exercise's cell."""
    return next(place for place, source in enumerate(cells) if name in CHECK.findall(source))


# The folder


def test_without_a_network_the_build_says_what_is_missing_and_still_builds(lite):
    compiled = {"contourpy", "kiwisolver", "matplotlib", "numpy", "pandas", "pillow", "regex", "wordcloud"}
    assert set(lite.missing) == compiled
    lock = json.loads((lite.folder / "static" / "pyodide" / "pyodide-lock.json").read_text("utf-8"))
    for name, package in lock["packages"].items():
        file = lite.folder / "static" / "pyodide" / package["file_name"]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == package["sha256"], name
        assert set(map(make_lite.name_of, package["depends"])) <= set(lock["packages"]), name


def test_the_folder_has_no_solution(lite):
    texts = [file for file in lite.folder.rglob("*") if file.suffix in {".ipynb", ".py", ".json", ".md"}]
    assert {file.name for file in texts} >= {notebook_file(chapter).name for chapter in CHAPTERS}
    assert not [file for file in texts if "BEGIN SOLUTION" in file.read_text("utf-8", errors="replace")]
    (wheel,) = (lite.folder / "static" / "pyodide").glob("textkit_course-*.whl")
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
    assert not [name for name in names if re.search(r"solution|(^|/)answers\.py$", name)]


def imported(source):
    """The packages outside of Python itself that a piece of code imports."""
    found = set()
    for node in ast.walk(ast.parse(re.sub(r"^%.*$", "", source, flags=re.M))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"textkit"}


def test_pyodide_has_every_package_that_the_chapters_and_textkit_import(tmp_path):
    """At a version that pyproject.toml allows; what `make lite` declares brings all of them."""
    if not shutil.which("npm") and not os.environ.get("CI"):
        pytest.skip("no npm on this machine: install the package npm")
    make_lite.CACHE.mkdir(exist_ok=True)
    lock = make_lite.pyodide_files(tmp_path)["packages"]
    library = [file for file in (ROOT / "textkit").rglob("*.py") if "grading" not in file.parts]
    code = [file.read_text(encoding="utf-8") for file in library]
    code += [source for chapter in CHAPTERS for source in sources(chapter)]
    code += [file.read_text(encoding="utf-8") for file in ROOT.glob("notebooks/chapters/*/checks.py")]
    modules = set().union(*map(imported, code)) - {"dask", "pyarrow", "jupyterlab"}  # which no chapter needs
    assert {"pandas", "numpy", "matplotlib", "nltk", "wordcloud"} <= modules
    needed = make_lite.needed(lock)
    brought = {module for name in needed if name in lock for module in lock[name]["imports"]} | set(needed)
    assert modules - {"IPython"} <= brought | {"distributed"}, modules - brought
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in map(Requirement, project["dependencies"]):
        version = lock[make_lite.name_of(requirement.name)]["version"]
        assert requirement.specifier.contains(version), requirement
    assert make_lite.PYODIDE == PYODIDE_VERSION
    pinned = re.findall(r"^([\w.-]+)==([^ ]+)", make_lite.WHEELS.read_text(encoding="utf-8"), re.M)
    assert {f"{name}=={version}" for name, version in pinned if name in lock} == {
        line for line in make_lite.wheels_to_pin(lock).split() if "==" in line
    }


# A chapter


def test_the_launcher_opens_and_offers_python(chromium):
    page = chromium.browser.new_page()
    page.goto(chromium.address)
    said = page.locator("main").inner_text()
    assert "Your work lives in this browser" in said
    assert "pandas" in said  # which is missing
    assert page.locator(".chapters a").count() == len(CHAPTERS)
    page.goto(f"{chromium.address}/lab/index.html")
    page.locator(".jp-LauncherCard[title*=Python]").first.wait_for(timeout=PATIENCE)
    page.close()


def test_the_first_chapter_untouched_says_not_yet_to_every_exercise(student):
    for place, source in enumerate(student.cells()):
        said = student.run(place)
        if CHECK.search(source):
            assert said.startswith("not yet"), source
        assert "Traceback" not in said


def test_hints_and_progress_are_shown(student):
    assert student.ask('hint("shout")')[0].startswith("Hint 1 of")
    assert student.ask('hint("shout")')[0].startswith("Hint 2 of")
    assert student.ask("progress()")[0].startswith("0 of 6 exercises are right.")


WRONG = [(name, *one) for name, listed in answers("start_here").WRONG.items() for one in listed]


def test_wrong_answers_get_their_questions_here_too(student):
    cells, told = student.cells(), []
    for name, code, words in WRONG:
        said = student.run(place_of(cells, name), f'{code}\ncheck("{name}")')
        assert "a question" in said, code  # some print something before it
        if "No module named 'regex'" in said:  # to tell a number, the article's sentences are counted
            continue
        assert words in said
        told.append(name)
    assert len(told) > 0.9 * len(WRONG)


def test_broken_code_gets_a_sentence(student):
    place = place_of(student.cells(), "class_length")
    assert student.run(place, 'seconds = 50 x 60\ncheck("class_length")').startswith("a question")
    assert student.run(place, 'seconds = (50 * 60\ncheck("class_length")').startswith("a question")
    assert "minutes" in student.run(place, 'seconds = 60 * minutes\ncheck("class_length")')


def test_right_answers_are_right_with_the_same_words_as_anywhere(student):
    expected = verdicts("start_here", "nato", solutions=True)
    cells = student.cells()
    for name, verdict in expected.items():
        code = cell_of("start_here", name, solutions=True)
        said = student.run(place_of(cells, name), f'{code.rstrip()}\ncheck("{name}")')
        assert said == repr(verdict)
    assert student.ask("progress()")[0].startswith("6 of 6 exercises are right.")


def test_the_quotes_of_the_article_are_found_with_their_speakers(student):
    printed = student.ask("""
import json
from textkit import attribute_quotes, find_quotes, load_article
text = load_article().text
found = attribute_quotes(text, find_quotes(text))
print(json.dumps({quote.start - 1: [quote.text, quote.kind, quote.speaker] for quote in found}))""")
    quotes = json.loads(printed[0])
    with (ROOT / "tests" / "gold" / "nato_article_quotes.csv").open(encoding="utf-8") as file:
        gold = [row for row in csv.DictReader(file) if row["is_quote"] == "True"]
    assert len(gold) > 20
    for row in gold:
        assert quotes[row["open_mark"]] == [row["quote"], row["kind"], row["speaker"]]


COMPILED = "matplotlib|nltk|numpy|pandas|regex|wordcloud"


def test_every_chapter_runs_to_the_first_cell_that_needs_what_had_to_be_compiled(student):
    """What cannot be fetched here stops a chapter, and nothing else does."""
    stopped = {}
    for chapter in CHAPTERS:
        student.ask("%reset -f")
        for source in sources(chapter):
            _, error, why = student.ask(source)
            if error and not (chapter == "start_here" and "NameError" in error):  # which is an exercise there
                assert re.search(rf"No module named '({COMPILED})'", why), (chapter, source, why)
                stopped[chapter] = source
                break
    assert CHAPTERS[0] not in stopped  # it runs to its end
    assert "begin(" not in stopped.get("a_little_python", "")


def sources(chapter):
    """The code cells of a chapter with its solutions."""
    return [cell.source for cell in notebook(chapter, solutions=True).cells if cell.cell_type == "code"]


def test_a_script_is_run_by_the_notebooks_own_python_and_says_why(student):
    printed, error, _ = student.ask("""
from textkit.course import run_script
with open("/tmp/words.py", "w") as file:
    file.write("import sys; from textkit import load_article, tokenize\\n"
               "print(len(tokenize(load_article(sys.argv[1]).text)))")
run_script("/tmp/words.py", "seeds/nato_article.txt")""")
    assert error is None
    assert printed.startswith("A browser starts no other program.")
    assert printed.split()[-1] == "691"


# A student's work


@pytest.fixture(scope="module")
def worked(student):
    """A student who has answered an exercise and kept a line, and saved nothing by hand."""
    student.ask("%reset -f")
    cells = student.cells()
    student.run(1)
    student.run(place_of(cells, "class_length"), 'seconds = 47 * 60  # mine\ncheck("class_length")')
    student.ask('from textkit.course import keep; keep("I was here.")')
    return student


@pytest.fixture(scope="module")
def downloaded(worked, tmp_path_factory):
    """What the student has downloaded by the button below the first cell."""
    with worked.page.expect_download() as event:
        worked.page.get_by_role("button", name="Download my work").first.click()
    file = tmp_path_factory.mktemp("downloads") / event.value.suggested_filename
    event.value.save_as(file)
    assert worked.status().startswith(f"In {file.name}, among your downloads: {FIRST}, case_file.md.")
    return file


def test_the_download_holds_what_was_changed_and_nothing_else(downloaded):
    assert re.fullmatch(r"textkit_work_\d{4}-\d\d-\d\d\.zip", downloaded.name)
    with zipfile.ZipFile(downloaded) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [FIRST, "case_file.md"]
        said = json.loads(archive.read(FIRST))["cells"]
        assert any("47 * 60  # mine" in "".join(cell["source"]) for cell in said)
        assert "I was here." in archive.read("case_file.md").decode()


def test_work_survives_a_reload(worked, downloaded):
    worked.page.reload()
    worked.wait_for_kernel()
    assert any("47 * 60  # mine" in source for source in worked.cells())
    worked.run(1)
    assert "I was here." in worked.ask("from textkit.course import case_file; case_file()")[0]


@pytest.fixture(scope="module")
def newcomer(chromium):
    """Another browser, in which nobody has done anything."""
    newcomer = Student(chromium).open(FIRST)
    newcomer.run(1)
    return newcomer


def test_where_nothing_was_changed_there_is_nothing_to_download(newcomer):
    newcomer.page.get_by_role("button", name="Download my work").first.click()
    assert newcomer.status().startswith("There is nothing to download yet")


def test_another_browser_opens_what_was_downloaded_in_its_place(newcomer, downloaded):
    newcomer.page.get_by_label("Open my work").first.set_input_files(downloaded)
    notice = newcomer.page.locator(".Toastify__toast", has_text="is back")
    assert f"{FIRST} is back. case_file.md is back." in notice.inner_text()
    assert any("47 * 60  # mine" in source for source in newcomer.cells())
    assert "I was here." in newcomer.ask("from textkit.course import case_file; case_file()")[0]


def test_what_is_opened_never_takes_the_place_of_other_work(newcomer, downloaded, tmp_path):
    newcomer.ask('from textkit.course import keep; keep("A line of my own.")')
    packed = tmp_path / "packed_anew.zip"  # compressed, in a folder: some systems open every download
    with zipfile.ZipFile(downloaded) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(f"textkit_work/{name}", before.read(name))
        after.writestr("__MACOSX/textkit_work/._case_file.md", b"x")
    newcomer.run(1)
    newcomer.page.get_by_label("Open my work").first.set_input_files(packed)
    assert newcomer.status() == (
        f"{FIRST} is the same already. case_file.md has other work in it here, and stays. "
        "What you have opened is case_file_opened.md."
    )
    assert {"case_file.md", "case_file_opened.md"} <= set(newcomer.files())
    assert "A line of my own." in newcomer.ask("print(open('case_file.md').read())")[0]


def test_what_is_no_archive_is_said_to_be_none(newcomer, tmp_path):
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"no archive")
    newcomer.run(1)
    newcomer.page.get_by_label("Open my work").first.set_input_files(broken)
    assert newcomer.status().startswith("That did not work: it is no zip archive. Nothing has been lost.")


# Nothing from outside


def test_nothing_is_asked_from_outside(chromium, newcomer):
    assert chromium.outside == []
    newcomer.page.evaluate("fetch('http://outside.invalid/').catch(() => null)")
    newcomer.ask("import pyodide.http; await pyodide.http.pyfetch('http://outside.invalid/kernel')")
    assert {"http://outside.invalid/", "http://outside.invalid/kernel"} <= set(chromium.outside)
