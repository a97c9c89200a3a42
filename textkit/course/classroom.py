"""The class's article: a text that takes the place of the project's own in a folder, until it goes back."""

import os
from itertools import count
from pathlib import Path

import pandas as pd

from textkit.article import CLASS_ARTICLE, class_article, find_file, load_article
from textkit.course.cleaning import clean_page
from textkit.course.key import key_file, settle_key
from textkit.writing import write_file


def use_article(path: str | os.PathLike[str], *, clean: bool = True) -> tuple[str, pd.DataFrame]:
    """Make a file the class's article: what `load_article()` reads in the current folder and those below.

    What the web page around the article has left in it is taken out (see `clean_page`), and the rest is
    written to class_article.txt in the current folder, in UTF-8. The file itself stays as it is. A class
    article that was there before is put aside under another name. Beside it stands its key,
    class_article.key.csv, for the instructor to correct (see `class_key`).

    Args:
        path: the file, as for `load_article`.
        clean: take out what is plainly not the article.

    Returns:
        A sentence or two on what happened, and the table of the lines taken out: line, text, why.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the file holds no text, or nothing but what a web page says around an article.

    >>> use_article("seeds/nato_articel.txt")
    Traceback (most recent call last):
    FileNotFoundError: No file 'seeds/nato_articel.txt'...
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
    file = Path.cwd() / CLASS_ARTICLE
    data = text.encode("utf-8")
    if file.is_file() and file.read_bytes() == data:
        key = settle_key(file, text, is_new=False)
        return f"{article.source} is the class's article already.{key}{_warning()}", taken_out
    before = _put_aside(file)
    write_file(file, data)
    said = f"{article.source} is now the class's article: {CLASS_ARTICLE} in '{file.parent}'."
    key = settle_key(file, text, is_new=True, given=key_file(find_file(article.source, article.source)))
    return f"{said}{before}{key}{_warning()}", taken_out


def use_default() -> str:
    """Go back to the project's own article.

    The class's article is put aside under another name, from which `use_article` brings it back.

    Returns:
        A sentence or two on what happened.

    >>> use_default()  # doctest: +SKIP
    "The project's own article is in use again. The one before is kept as class_article_1.txt."
    """
    file = class_article()
    if file is None:
        return f"The project's own article is in use already.{_warning()}"
    before = _put_aside(file)
    if above := class_article():
        return f"The class's article of a folder above is in use now: '{above}'.{before}{_warning()}"
    return f"The project's own article is in use again.{before}{_warning()}"


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
    return f" The one before is kept as {os.path.relpath(aside)}."


def _warning() -> str:
    named = os.environ.get("TEXTKIT_ARTICLE")
    if not named:
        return ""
    return f" But the environment variable TEXTKIT_ARTICLE names {named!r}, and that goes first: unset it."
