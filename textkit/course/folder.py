"""A student's folder: the chapters to work in, the glossary, the article, and no solution."""

import os
import shlex
from itertools import count
from pathlib import Path

from textkit.article import OWN_ARTICLE, project_folder
from textkit.course.notebooks import built_as, has_solutions, is_worked_in
from textkit.course.series import chapter_names, find_chapter, notebook_file, notebooks_folder
from textkit.writing import write_file

KEY = "seeds/nato_article.key.csv"
"""The key to its quotes, read by hand."""
NOTE = "seeds/about_the_article.md"
"""What is to be known about the rights to the project's own article: it goes where the article goes."""


def write_folder(folder: str | os.PathLike[str]) -> list[str]:
    """Write a student's folder: all chapters, the glossary and the article, without any solution.

    Nothing is lost that was there before. A notebook that nobody has changed is brought up to date; one that
    somebody has worked in stays, and so does any other file.

    Args:
        folder: its name; it is made if it is not there. The project's own folder of notebooks is left alone.

    Returns:
        A sentence for each thing that was done, or left as it was for a reason.

    Raises:
        NotADirectoryError: there is a file of that name.
        FileNotFoundError: this copy of textkit has no chapters.

    >>> write_folder(notebooks_folder())
    []
    """
    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(f"{str(target)!r} is a file. Name a folder, or a new name.")
    if target.resolve() == notebooks_folder().resolve():
        return []
    target.mkdir(parents=True, exist_ok=True)
    said = [sentence for chapter in chapter_names() for sentence in _moved(target, notebook_file(chapter))]
    notebooks = [notebook_file(chapter) for chapter in chapter_names()] + [
        notebooks_folder() / "glossary.ipynb"
    ]
    texts = [project_folder() / name for name in (OWN_ARTICLE, KEY, NOTE)]
    new = []
    for source in [*notebooks, *(text for text in texts if text.is_file())]:
        file = target / source.name
        if not file.exists():
            new.append(source.name)
            write_file(file, source.read_bytes())
        elif source.suffix == ".ipynb" and file.read_bytes() != source.read_bytes():
            said += _renewed(file, source)
    if len(new) > 1:
        said.insert(0, f"The folder '{target}' has {len(new)} new files, from {new[0]} on.")
    elif new:
        said.insert(0, f"{new[0]} is new in '{target}'.")
    return said


def _moved(target: Path, source: Path) -> list[str]:
    """Take away a chapter's notebook under an earlier number, unless it has work in it; say what was done."""
    said = []
    for file in sorted(target.glob(f"[0-9][0-9]{source.name[2:]}")):
        if file.name == source.name:
            continue
        if is_worked_in(file) or has_solutions(file):
            said.append(f"{file.name} has work in it, and stays as it is. The chapter is {source.name} now.")
        else:
            file.unlink()
            said.append(f"{file.name} was untouched, and is {source.name} now.")
    return said


def _renewed(file: Path, source: Path) -> list[str]:
    """Bring a notebook up to date that nobody has changed; say what was done, if there is anything to say."""
    fresh = f"`textkit lab --fresh {file.stem[:2]} {shlex.quote(str(file.parent))}`"
    is_newest = built_as(file) == built_as(source)
    if built_as(file) is None:
        return [f"{file.name} is no notebook that can be read, and stays as it is. {fresh} writes another."]
    if has_solutions(file):
        return [f"{file.name} has solutions in it, and stays as it is."]
    if is_worked_in(file):
        said = f"{file.name} has work in it, and stays as it is."
        return [said if is_newest else f"{said} There is a newer version: {fresh} puts it beside this one."]
    if is_newest:
        return []  # it has been run, and no more
    write_file(file, source.read_bytes())
    return [f"{file.name} was untouched, and is up to date now."]


def fresh_chapter(chapter: str, folder: str | os.PathLike[str]) -> Path:
    """Write an untouched chapter beside the one that somebody has worked in.

    Args:
        chapter: its name ("frequency"), its number ("03") or its file.
        folder: the student's folder.

    Returns:
        The new file: 03_frequency_fresh.ipynb, or the next free name.

    Raises:
        ValueError: there is no such chapter.
        FileNotFoundError: there is no such folder.

    >>> fresh_chapter("coffee", ".")
    Traceback (most recent call last):
    ValueError: There is no chapter 'coffee'. There are 00 start_here, ...
    """
    source = notebook_file(find_chapter(chapter))
    target = Path(folder)
    if not target.is_dir():
        raise FileNotFoundError(f"There is no folder '{target}'. Name the folder with your notebooks.")
    names = (f"{source.stem}_fresh{number if number > 1 else ''}.ipynb" for number in count(1))
    file = next(target / name for name in names if not (target / name).exists())
    write_file(file, source.read_bytes())
    return file
