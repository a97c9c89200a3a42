"""Run the notebooks and their exercises inside this process, for the tests."""

import ast
import atexit
import importlib.util
import os
import re
import sys
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import nbformat
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from textkit.course import Chapter, Verdict, open_chapter
from textkit.course.errors import Coach
from textkit.course.misconceptions import listed_causes
from textkit.course.series import CHECK, chapter_names, notebook_file

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "notebooks" / "chapters"
CHAPTERS = chapter_names()
ARTICLES = {
    "nato": ROOT / "seeds" / "nato_article.txt",
    **{file.stem: file for file in sorted((ROOT / "tests" / "articles").glob("*.txt"))},
}
SHAPES = {file.stem: file for file in sorted((ROOT / "tests" / "shapes").glob("*.txt"))}
"""Texts of odd shapes: other kinds than news, other languages, very short, without a paragraph."""
FOR_MUTANTS = ["transcript", "twice"]
"""Those for the tests that make answers by the hundred."""
TELLING = [
    "nato", "no_quotes", "other_script", "unattributed", "interview", "one_word", "story", "transcript",
    "two_words",
]  # fmt: skip
"""Those that every run takes the notebooks through, in two minutes; `--full` takes them through all."""


def module(file: Path):
    """Load a Python file that is not in a package."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@cache
def opened(chapter: str) -> Chapter:
    """Load the checks of a chapter, once for all tests; what they make of an article is kept, too."""
    loaded = open_chapter(chapter, {})
    return replace(loaded, state=cache(loaded.state))


def exercises(chapter: str) -> dict:
    """Return the exercises of a chapter by name."""
    return opened(chapter).exercises


def answers(chapter: str):
    """Return the listed answers to a chapter's exercises."""
    return module(SOURCES / chapter / "answers.py")


@cache
def _known_causes(chapter: str) -> re.Pattern:
    """Match the causes that are listed, and those that stand in a chapter's own checks."""
    known = [re.escape(cause).replace("…", ".+") for cause in listed_causes()]
    for node in ast.walk(ast.parse((SOURCES / chapter / "checks.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            known += [re.escape(node.value), re.escape(node.value.removeprefix("the "))]
        elif isinstance(node, ast.JoinedStr):
            known.append(
                "".join(
                    re.escape(getattr(part, "value", "")) if isinstance(part, ast.Constant) else ".+"
                    for part in node.values
                )
            )
    return re.compile("|".join(known))


def is_known_cause(chapter: str, cause: str) -> bool:
    """Tell whether a cause, or each of two that are claimed together, has its place in a list."""
    known = _known_causes(chapter)
    return bool(known.fullmatch(cause)) or all(known.fullmatch(one) for one in cause.split(" and "))


ALL_EXERCISES = [(chapter, name) for chapter in CHAPTERS for name in exercises(chapter)]


def notebook(chapter: str, *, solutions: bool) -> nbformat.NotebookNode:
    """Read a built notebook."""
    file = notebook_file(chapter)
    return nbformat.read(file.parent / "solutions" / file.name if solutions else file, as_version=4)


@contextmanager
def article_in_use(name: str):
    """Make an article the one that load_article() loads."""
    before = os.environ.get("TEXTKIT_ARTICLE")
    os.environ["TEXTKIT_ARTICLE"] = str((ARTICLES | SHAPES)[name])
    try:
        yield
    finally:
        if before is None:
            del os.environ["TEXTKIT_ARTICLE"]
        else:
            os.environ["TEXTKIT_ARTICLE"] = before


@contextmanager
def shell():
    """Yield an IPython shell, as a kernel has one inside."""
    settings = Config()
    settings.HistoryManager.enabled = False
    main = sys.modules["__main__"]
    InteractiveShell.clear_instance()
    ipython = InteractiveShell.instance(config=settings)
    try:
        yield ipython
    finally:
        atexit.unregister(ipython.atexit_operations)  # which would keep it, and all its variables, to the end
        InteractiveShell.clear_instance()
        sys.modules["__main__"] = main


@cache
def run(chapter: str, article: str, *, solutions: bool) -> dict[str, dict]:
    """Run a notebook on an article; return the variables just before each exercise's cell, and at the end.

    Raises whatever a cell raises.
    """
    snapshots = {}
    with article_in_use(article), shell() as ipython:
        for cell in notebook(chapter, solutions=solutions).cells:
            if cell.cell_type != "code":
                continue
            for name in CHECK.findall(cell.source):
                snapshots[name] = dict(ipython.user_ns)
            with capture_output() as shown:
                result = ipython.run_cell(cell.source, store_history=False)
            result.raise_error()
            del shown
        snapshots["end"] = dict(ipython.user_ns)
    return snapshots


def verdicts(chapter: str, article: str, *, solutions: bool) -> dict[str, Verdict]:
    """Return what the checks of a notebook said when it was run on an article."""
    return run(chapter, article, solutions=solutions)["end"]["check"].__self__.verdicts


def answer(chapter: str, name: str, article: str, code: str) -> tuple[Verdict, dict]:
    """Give an answer in place of the solution; return the verdict and the variables.

    All that comes before the exercise has been solved.
    """
    names = dict(run(chapter, article, solutions=True)[name])
    with article_in_use(article):
        exec(compile(code, "<answer>", "exec"), names)
        coach = Coach()
        coach.cell = f'{code.rstrip()}\ncheck("{name}")'
        return replace(opened(chapter), names=names, coach=coach).judge(name), names


def cell_of(chapter: str, name: str, *, solutions: bool) -> str:
    """Return the code of an exercise's cell without its check."""
    for cell in notebook(chapter, solutions=solutions).cells:
        if cell.cell_type == "code" and name in CHECK.findall(cell.source):
            return CHECK.sub("", cell.source)
    raise LookupError(f"no cell with check({name!r})")
