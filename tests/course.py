"""Run the notebooks and their exercises inside this process, for the tests."""

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

from textkit.exercises import Chapter, Verdict, open_chapter

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "notebooks" / "source").glob("[0-9][0-9]_*.py"))
CHAPTERS = [source.stem[:2] for source in SOURCES]
ARTICLES = {
    "nato": ROOT / "seeds" / "nato_article.txt",
    **{file.stem: file for file in sorted((ROOT / "tests" / "articles").glob("*.txt"))},
}
CHECK = re.compile(r'^check\("([\d.]+)"\)', re.M)


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
    """Return the exercises of a chapter by number."""
    return opened(chapter).exercises


def answers(chapter: str):
    """Return the listed answers to a chapter's exercises."""
    return module(ROOT / "tests" / "answers" / f"chapter_{chapter}.py")


ALL_EXERCISES = [(chapter, number) for chapter in CHAPTERS for number in exercises(chapter)]


def notebook(chapter: str, *, solutions: bool) -> nbformat.NotebookNode:
    """Read a built notebook."""
    folder = ROOT / "notebooks" / ("solutions" if solutions else "")
    name = SOURCES[CHAPTERS.index(chapter)].stem
    return nbformat.read(folder / f"{name}.ipynb", as_version=4)


@contextmanager
def article_in_use(name: str):
    """Make an article the one that load_article() loads."""
    before = os.environ.get("TEXTKIT_ARTICLE")
    os.environ["TEXTKIT_ARTICLE"] = str(ARTICLES[name])
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
    try:
        yield InteractiveShell.instance(config=settings)
    finally:
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
            for number in CHECK.findall(cell.source):
                snapshots[number] = dict(ipython.user_ns)
            with capture_output() as shown:
                result = ipython.run_cell(cell.source, store_history=False)
            result.raise_error()
            del shown
        snapshots["end"] = dict(ipython.user_ns)
    return snapshots


def verdicts(chapter: str, article: str, *, solutions: bool) -> dict[str, Verdict]:
    """Return what the checks of a notebook said when it was run on an article."""
    return run(chapter, article, solutions=solutions)["end"]["check"].__self__.verdicts


def answer(chapter: str, number: str, article: str, code: str) -> tuple[Verdict, dict]:
    """Give an answer in place of the solution; return the verdict and the variables.

    All that comes before the exercise has been solved.
    """
    names = dict(run(chapter, article, solutions=True)[number])
    with article_in_use(article):
        exec(compile(code, "<answer>", "exec"), names)
        return replace(opened(chapter), names=names).judge(number), names


def cell_of(chapter: str, number: str, *, solutions: bool) -> str:
    """Return the code of an exercise's cell without its check."""
    for cell in notebook(chapter, solutions=solutions).cells:
        if cell.cell_type == "code" and number in CHECK.findall(cell.source):
            return CHECK.sub("", cell.source)
    raise LookupError(f"no cell with check({number!r})")
