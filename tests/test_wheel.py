"""The wheel: all that a student needs, no solution, and a course that works where no clone is."""

import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from course import CHAPTERS, ROOT, SOURCES, module, notebook

from textkit.course.series import EXERCISE, notebook_file


def run(*command, cwd):
    """Run a command; return what it prints. No variable names another article."""
    environment = {name: value for name, value in os.environ.items() if name != "TEXTKIT_ARTICLE"}
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    """A folder with the wheel and the sdist, built of the project as it is."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(dist):
    """The wheel, open."""
    (file,) = dist.glob("*.whl")
    with zipfile.ZipFile(file) as opened:
        yield opened


def metadata(wheel):
    """What the wheel says of itself."""
    (name,) = [name for name in wheel.namelist() if name.endswith("METADATA")]
    return wheel.read(name).decode()


def test_the_wheel_carries_the_course_and_nothing_that_gives_an_answer_away(wheel):
    material = "textkit/material/"
    carried = {name.removeprefix(material) for name in wheel.namelist() if name.startswith(material)}
    expected = {f"notebooks/{notebook_file(chapter).name}" for chapter in CHAPTERS}
    expected |= {f"notebooks/chapters/{chapter}/checks.py" for chapter in CHAPTERS}
    expected |= {
        f"notebooks/{n}" for n in ("glossary.ipynb", "LICENSE", "chapters/series.txt", "chapters/titles.txt")
    }
    expected |= {
        f"seeds/{name}"
        for name in (
            "nato_article.txt", "nato_article.key.csv", "about_the_article.md", "tarrowmere_debate.txt",
        )
    }  # fmt: skip
    expected |= {f"seeds/{name}_second_reader.csv" for name in ("nato_article", "tarrowmere_debate")}
    expected |= {f"seeds/town_news/{file.name}" for file in ROOT.glob("seeds/town_news/*.txt")}
    assert carried == expected
    assert not [name for name in wheel.namelist() if re.search(r"solution|(^|/)answers\.py$", name)]
    assert not [name for name in carried if b"BEGIN SOLUTION" in wheel.read(material + name)]


def test_the_wheel_holds_every_file_of_the_package(wheel):
    package = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "textkit").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert package <= set(wheel.namelist())
    assert {"textkit/py.typed", "textkit/__init__.pyi", "textkit/course/__init__.pyi"} <= package


def test_the_package_needs_no_jupyterlab_and_its_extra_course_does(wheel):
    needs = re.findall(r"^Requires-Dist: (.+)$", metadata(wheel), re.M)
    base = [need for need in needs if "extra ==" not in need]
    assert not [need for need in base if need.startswith(("jupyterlab", "ipywidgets", "ipython"))]
    assert [need for need in needs if need.startswith("jupyterlab>=") and "extra == 'course'" in need]


def test_the_readme_of_the_wheel_has_no_link_that_leads_nowhere(wheel):
    text = metadata(wheel)
    assert "make lab" in text
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert links
    assert all(link.startswith("https://") for link in links)


@pytest.mark.parametrize(
    "change",
    [("seconds = ...", "seconds = 3000"), ('"outputs": []', '"outputs": [{"output_type": "stream"}]')],
    ids=["worked in", "run"],
)
def test_a_notebook_that_somebody_has_worked_in_or_run_stops_the_build(change, tmp_path):
    course_files = module(ROOT / "hatch_build.py").course_files
    assert len(course_files(ROOT)) > 2 * len(CHAPTERS)
    for file in course_files(ROOT):
        copy = tmp_path / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (tmp_path / "textkit" / "course").mkdir(parents=True)
    (tmp_path / "textkit" / "course" / "notebooks.py").write_bytes(
        (ROOT / "textkit" / "course" / "notebooks.py").read_bytes()
    )
    mine = tmp_path / "notebooks" / "00_start_here.ipynb"
    mine.write_text(mine.read_text("utf-8").replace(*change, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"worked in 00_start_here\.ipynb\. Build the wheel from"):
        course_files(tmp_path)


def test_an_editable_install_gets_no_copies():
    hook = module(ROOT / "hatch_build.py").CourseHook(str(ROOT), {}, None, None, "", "wheel")
    for version, copies in {"editable": False, "standard": True}.items():
        build_data = {"force_include": {}}
        hook.initialize(version, build_data)
        assert bool(build_data["force_include"]) == copies


def test_the_sdist_holds_what_the_readme_speaks_of(dist):
    (file,) = dist.glob("*.tar.gz")
    with tarfile.open(file) as opened:
        names = {name.split("/", 1)[1] for name in opened.getnames() if "/" in name}
    tracked = {
        path.relative_to(ROOT).as_posix()
        for folder in ("textkit", "notebooks", "seeds", "tests", "docs", "examples", "bench")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in {".py", ".pyi", ".ipynb", ".txt", ".md", ".csv", ".json", ".sh"}
        if not {"__pycache__", ".ipynb_checkpoints"} & set(path.parts)
        and not path.name.startswith("class_article")
    }
    tops = {"Makefile", "README.md", "LICENSE", "pyproject.toml", "hatch_build.py", "environment.yml"}
    tops |= {
        "requirements.lock",
        "requirements-dev.lock",
        "requirements-lowest.lock",
        ".ci/run",
        "CITATION.cff",
    }
    tops |= {
        ".github/workflows/test.yml",
        ".pre-commit-config.yaml",
        "docs/site/style.css",
        "docs/pictures/check.png",
    }
    assert tracked | tops <= names


# Where no clone is


@pytest.fixture(scope="module")
def elsewhere(dist, tmp_path_factory):
    """An empty folder, and a Python with the wheel and no clone; what textkit needs it takes from ours."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    bin_folder = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    python = bin_folder / "python"
    (file,) = dist.glob("*.whl")
    ours = [path for path in sys.path if path.endswith("site-packages")]
    purelib = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    with zipfile.ZipFile(file) as opened:
        opened.extractall(purelib)
    # Not a .pth file: that would run those of our environment too, and one of them leads to the clone.
    (Path(purelib) / "sitecustomize.py").write_text(f"import sys\nsys.path += {ours!r}\n", encoding="utf-8")
    return folder, python


def test_textkit_is_that_of_the_wheel(elsewhere):
    folder, python = elsewhere
    place = run(python, "-c", "import textkit; print(textkit.__file__)", cwd=folder).strip()
    assert Path(place).is_relative_to(folder)


def test_the_article_and_the_checks_are_found_anywhere(elsewhere):
    folder, python = elsewhere
    code = (
        "from textkit import load_article; from textkit.course import begin; "
        "check, hint, progress = begin('frequency', globals()); article = load_article(); "
        "print(article.source, len(article.paragraphs)); check('rate')"
    )
    said = run(python, "-c", code, cwd=folder)
    assert said.startswith("seeds/nato_article.txt 21\nnot yet ")


def test_the_command_writes_a_students_folder_without_solutions(elsewhere):
    folder, python = elsewhere
    run(python, "-m", "textkit", "lab", "--write-only", "x", cwd=folder)
    written = {file.name: file.read_bytes() for file in (folder / "x").iterdir()}
    chapters = {notebook_file(chapter).name for chapter in CHAPTERS}
    assert set(written) == chapters | {
        "glossary.ipynb",
        "nato_article.txt",
        "nato_article.key.csv",
        "about_the_article.md",
    }
    for name in chapters:
        assert written[name] == (ROOT / "notebooks" / name).read_bytes()


def test_another_article_becomes_the_one_of_the_class_in_that_folder(elsewhere):
    folder, python = elsewhere
    class_folder = folder / "class"
    class_folder.mkdir()
    (class_folder / "rain.txt").write_text("It rained all day, and all night.", encoding="utf-8")
    assert "rain.txt is now the class's article" in run(
        python, "-m", "textkit", "use", "rain.txt", cwd=class_folder
    )
    code = "from textkit import load_article; print(load_article())"
    said = run(python, "-c", code, cwd=class_folder)
    assert said.startswith("<Article class_article.txt: 1 paragraph")
    assert "1 paragraph" in run(python, "-m", "textkit", "preflight", cwd=class_folder)


def test_tables_charts_and_the_command_need_no_jupyterlab(elsewhere):
    folder, python = elsewhere
    (folder / "rain.txt").write_text(
        "Rain fell, and rain fell again. “Rain,” said Ann Lee.", encoding="utf-8"
    )
    code = (
        "import sys\n"
        "sys.modules |= dict.fromkeys(['jupyterlab', 'ipywidgets', 'IPython', 'nbformat'])\n"
        "import textkit; from textkit.cli import main\n"
        "text = textkit.load_article('rain.txt').text\n"
        "table = textkit.frequency_table(textkit.tokenize(text, lower=True))\n"
        "textkit.charts.plot_frequency(table).save('rain.png')\n"
        "print(table['token'][0], textkit.speaker_table(text)['speaker'][0])\n"
        "main(['frequency', 'rain.txt', '--top', '1', '--format', 'csv'], standalone_mode=False)"
    )
    assert run(python, "-c", code, cwd=folder).splitlines()[0] == "rain Ann Lee"
    assert (folder / "rain.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("chapter", ["start_here", "from_one_to_thousands"])
def test_a_solution_brought_by_hand_is_right_in_the_students_folder(elsewhere, chapter):
    folder, python = elsewhere
    place = folder / "solved"
    run(python, "-m", "textkit", "lab", "--write-only", place, cwd=folder)
    cells = [c.source for c in notebook(chapter, solutions=True).cells if c.cell_type == "code"]
    script = "\n".join(["from IPython.core.interactiveshell import InteractiveShell",
                        "shell = InteractiveShell.instance()",
                        *(f"shell.run_cell({cell!r}, store_history=False).raise_error()" for cell in cells),
                        "verdicts = shell.user_ns['check'].__self__.verdicts",
                        "print({v.state for v in verdicts.values()}, len(verdicts))"])  # fmt: skip
    (place / "solve.py").write_text(script, encoding="utf-8")
    n_exercises = len(EXERCISE.findall((SOURCES / chapter / "checks.py").read_text("utf-8")))
    assert run(python, "solve.py", cwd=place).splitlines()[-1] == f"{{'right'}} {n_exercises}"
