"""The series: which chapters there are, in which order, and where their files stand.

A chapter's number is its place in `series.txt`, an exercise's its place in the chapter. Nobody types them: a
text that speaks of a chapter or an exercise has its name in double brackets, and the number is put in.
"""

import re
from functools import cache
from pathlib import Path

from textkit.article import project_folder

CHECK = re.compile(r'^check\("(\w+)"\)$', re.M)
"""The line of an exercise's cell that checks it."""

EXERCISE = re.compile(r'^(?:@exercise|\w+ = (?:multiple_choice|better_of_two))\(\s*"(\w+)"', re.M)
"""Where checks name their exercise."""
NAMED = re.compile(r"\[\[([a-z]\w*)\]\]")
"""The name of a chapter or an exercise, which stands for its number."""


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
    bare = re.sub(r"^\d\d_", "", bare)  # the number in a file's name may be an older one
    for place, name in enumerate(chapter_names()):
        if bare in (name, str(place), two_digits(place)):
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


def short_title(heading: str) -> str:
    """Return a chapter's title for a list: without its number, and without what follows a colon.

    >>> short_title("# 04 Zipf: a few words do most of the work")
    'Zipf'
    """
    return re.sub(r"^[# ]*(?:\d\d )?", "", heading).split(":")[0]


@cache
def _titles() -> dict[str, str]:
    """Return the titles of the chapters by name, as the build has written them down."""
    lines = (notebooks_folder() / "chapters" / "titles.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def chapter_title(chapter: str) -> str:
    """Return the title of a chapter, for a list.

    >>> chapter_title("start_here")
    'Start here'
    """
    return _titles()[chapter]


@cache
def numbers() -> dict[str, str]:
    """Return the number of each chapter ("03") and of each exercise ("3.5") of the series, by name.

    >>> numbers()["start_here"]
    '00'
    """
    found = {name: two_digits(place) for place, name in enumerate(chapter_names())}
    for place, chapter in enumerate(chapter_names()):
        exercises = EXERCISE.findall(checks_file(chapter).read_text(encoding="utf-8"))
        found |= {name: exercise_number(place, index) for index, name in enumerate(exercises)}
    return found


def exercise_number(place: int, index: int) -> str:
    """Return the number of an exercise from its chapter's place and its index there, both from 0.

    >>> exercise_number(3, 4)
    '3.5'
    """
    return f"{place}.{index + 1}"


def with_numbers(text: str) -> str:
    """Put the numbers of chapters and exercises in the place of their names in double brackets.

    What is no such name stays as it is: `table[[column]]` is Python.

    >>> with_numbers("as in chapter [[start_here]]: table[[column]]")
    'as in chapter 00: table[[column]]'
    """
    if "[[" not in text:
        return text
    return NAMED.sub(lambda found: numbers().get(found[1], found[0]), text)
