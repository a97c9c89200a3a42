"""The series: which chapters there are, in which order, and where their files stand.

A chapter's number is its place in `series.txt`, an exercise's its place in the chapter. Nobody types them: a
text that speaks of a chapter or an exercise has its name in double brackets, and the number is put in.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from textkit.article import project_folder

CHECK = re.compile(r'^check\("(\w+)"\)$', re.M)
"""The line of an exercise's cell that checks it."""

_NAME = re.compile(r"\[\[([a-z]\w*)\]\]")


def notebooks_folder() -> Path:
    """Return the folder with the notebooks and their chapters: a clone's, or the one in the package.

    >>> (notebooks_folder() / "chapters" / "series.txt").is_file()
    True
    """
    return project_folder() / "notebooks"


@cache
def chapter_names() -> tuple[str, ...]:
    """Return the names of the chapters, in the order of the series.

    >>> chapter_names()[0]
    'start_here'
    """
    return tuple((notebooks_folder() / "chapters" / "series.txt").read_text(encoding="utf-8").split())


def two_digits(place: int) -> str:
    """Return a chapter's place in the series as its file and its title have it.

    >>> two_digits(3)
    '03'
    """
    return f"{place:02d}"


def chapter_place(name: str) -> int:
    """Return a chapter's place in the series, from 0.

    Raises:
        ValueError: there is no such chapter.

    >>> chapter_place("start_here")
    0
    """
    if name not in chapter_names():
        raise ValueError(f"There is no chapter {name!r}. There are {', '.join(chapter_names())}.")
    return chapter_names().index(name)


def find_chapter(called: str) -> str:
    """Return the name of a chapter that somebody calls by its name, its number or its file.

    Raises:
        ValueError: there is no such chapter.

    >>> find_chapter("0"), find_chapter("00_start_here.ipynb"), find_chapter("start_here")
    ('start_here', 'start_here', 'start_here')
    """
    bare = called.strip().removesuffix(".ipynb")
    for place, name in enumerate(chapter_names()):
        if bare in (name, str(place), two_digits(place), f"{two_digits(place)}_{name}"):
            return name
    listed = ", ".join(f"{two_digits(place)} {name}" for place, name in enumerate(chapter_names()))
    raise ValueError(f"There is no chapter {called!r}. There are {listed}.")


def notebook_file(chapter: str) -> Path:
    """Return the file of a chapter's notebook, as it was built.

    >>> notebook_file("start_here").name
    '00_start_here.ipynb'
    """
    return notebooks_folder() / f"{two_digits(chapter_place(chapter))}_{chapter}.ipynb"


def checks_file(chapter: str) -> Path:
    """Return the file of a chapter's checks.

    >>> checks_file("start_here").name
    'checks.py'
    """
    chapter_place(chapter)  # an error that lists the chapters is better than one about a file
    return notebooks_folder() / "chapters" / chapter / "checks.py"


@cache
def _cells(chapter: str) -> tuple[str, ...]:
    """Return the text of each cell of a chapter's notebook."""
    notebook: dict[str, Any] = json.loads(notebook_file(chapter).read_text(encoding="utf-8"))
    return tuple("".join(cell["source"]) for cell in notebook["cells"])


def short_title(heading: str) -> str:
    """Return a chapter's title for a list: without its number, and without what follows a colon.

    >>> short_title("# 04 Zipf: a few words do most of the work")
    'Zipf'
    """
    return re.sub(r"^[# ]*(?:\d\d )?", "", heading).split(":")[0]


def chapter_title(chapter: str) -> str:
    """Return the title of a chapter, for a list.

    >>> chapter_title("start_here")
    'Start here'
    """
    return short_title(_cells(chapter)[0].splitlines()[0])


def _number(name: str) -> str:
    """Return the number of a chapter ("03") or of an exercise ("3.5") of the series."""
    if name in chapter_names():
        return two_digits(chapter_place(name))
    for place, chapter in enumerate(chapter_names()):
        exercises = [found for cell in _cells(chapter) for found in CHECK.findall(cell)]
        if name in exercises:
            return exercise_number(place, exercises.index(name))
    raise ValueError(f"There is no chapter and no exercise {name!r}, which a text has in double brackets.")


def exercise_number(place: int, index: int) -> str:
    """Return the number of an exercise from its chapter's place and its index there, both from 0.

    >>> exercise_number(3, 4)
    '3.5'
    """
    return f"{place}.{index + 1}"


def with_numbers(text: str, number: Callable[[str], str] = _number) -> str:
    """Put the numbers of chapters and exercises in the place of their names in double brackets.

    Args:
        text: what may have such names.
        number: gives the number for a name; as the built notebooks have it unless said otherwise.

    Raises:
        ValueError: there is no such chapter or exercise.

    >>> with_numbers("as in chapter [[start_here]]")
    'as in chapter 00'
    """
    return _NAME.sub(lambda found: number(found[1]), text)
