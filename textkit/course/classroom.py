"""The class's article: a text that takes the place of the project's own, for good or until it goes back."""

import os
from itertools import count
from pathlib import Path

import pandas as pd

from textkit.article import CLASS_ARTICLE, load_article, project_folder
from textkit.cleaning import clean_page


def use_article(path: str | os.PathLike[str], *, clean: bool = True) -> tuple[str, pd.DataFrame]:
    """Make a file the class's article: the one that `load_article()` reads.

    What the web page around the article has left in it is taken out (see `clean_page`), and the
    rest is written to the project's seeds/class_article.txt, in UTF-8. The file itself stays as it is.
    A class article that was there before is put aside under another name.

    Args:
        path: the file, as for `load_article`.
        clean: take out what is plainly not the article.

    Returns:
        A sentence or two on what happened, and the table of the lines taken out: line, text, why.

    Raises:
        FileNotFoundError: there is no such file, or no project folder to keep the article in.
        ValueError: the file holds no text, or nothing but what a web page says around an article.

    >>> use_article("seeds/class_articel.txt")
    Traceback (most recent call last):
    FileNotFoundError: No file 'seeds/class_articel.txt'...
    """
    article = load_article(path)
    text, taken_out = clean_page(article.text)
    if not clean:
        text, taken_out = article.text, taken_out[:0]
    if not any(map(str.isalnum, text)):
        raise ValueError(
            f"Nothing is left of {article.source!r} when the web page is taken out. "
            "Is it the right file? clean=False takes it as it is."
        )
    file = _class_article()
    data = text.encode("utf-8")
    if file.is_file() and file.read_bytes() == data:
        return f"{article.source} is the class's article already.{_warning()}", taken_out
    before = _put_aside(file)
    file.write_bytes(data)
    return f"{article.source} is now the class's article: {CLASS_ARTICLE}.{before}{_warning()}", taken_out


def use_default() -> str:
    """Go back to the project's own article.

    The class's article is put aside under another name, from which `use_article` brings it back.

    Returns:
        A sentence or two on what happened.

    Raises:
        FileNotFoundError: there is no project folder.

    >>> use_default()  # doctest: +SKIP
    "The project's own article is in use again. The one before is kept as seeds/class_article_1.txt."
    """
    file = _class_article()
    if not file.is_file():
        return f"The project's own article is in use already.{_warning()}"
    return f"The project's own article is in use again.{_put_aside(file)}{_warning()}"


def _class_article() -> Path:
    project = project_folder()
    if project is None:
        raise FileNotFoundError(
            "There is no project folder, the one with seeds/nato_article.txt, beside the package or in "
            f"'{Path.cwd()}' or above it, so there is nowhere to keep the class's article. Start from a copy "
            "of the project, or name the file in the environment variable TEXTKIT_ARTICLE instead."
        )
    return project / CLASS_ARTICLE


def _put_aside(file: Path) -> str:
    """Move the class's article to a free name, and say so; a file is never written over."""
    if not file.is_file():
        return ""
    for number in count(1):
        aside = file.with_name(f"{file.stem}_{number}.txt")
        if aside.exists() and aside.read_bytes() == file.read_bytes():
            file.unlink()  # put aside earlier, and the same
            break
        if not aside.exists():
            file.rename(aside)
            break
    return f" The one before is kept as seeds/{aside.name}."


def _warning() -> str:
    named = os.environ.get("TEXTKIT_ARTICLE")
    if not named:
        return ""
    return f" But the environment variable TEXTKIT_ARTICLE names {named!r}, and that goes first: unset it."
