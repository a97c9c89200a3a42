"""The class's article: a text that takes the place of the project's own in a folder, until it goes back."""

import os
import re
from itertools import count
from pathlib import Path

import pandas as pd

from textkit.article import CLASS_ARTICLE, Article, class_article, find_file, make_article
from textkit.course.cleaning import clean_page
from textkit.course.documents import read_document
from textkit.course.key import key_file, settle_key
from textkit.writing import write_file


def article_for_class(path: str | os.PathLike[str], *, clean: bool = True) -> tuple[Article, pd.DataFrame]:
    """Read an article from what people have: plain text, a saved web page (.html), a Word file (.docx).

    Args:
        path: the file, as for `load_article`; "-" is what is piped in.
        clean: take out what is plainly not the article (see `clean_page`).

    Returns:
        The article, and the table of the lines taken out: line, text, why.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the file holds no text, or nothing but what a web page says around an article.

    >>> article_for_class("seeds/nato_article.txt")[0].source
    'seeds/nato_article.txt'
    """
    document = read_document(path)
    text, taken_out = clean_page(document.text, around=document.around)
    if document.around is not None:  # its paragraphs stand between blank lines, also where one went
        text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    if not clean:
        text, taken_out = document.text, taken_out[:0]
    if not any(map(str.isalnum, text)):
        raise ValueError(
            f"Nothing is left of {document.source!r} when the web page is taken out. "
            "Is it the right file? clean=False takes it as it is."
        )
    return make_article(text, document.source), taken_out


def use_article(path: str | os.PathLike[str], *, clean: bool = True) -> tuple[str, pd.DataFrame]:
    """Make a file the class's article: what `load_article()` reads in the current folder and those below.

    It may be plain text, a saved web page (.html) or a Word file (.docx). What the web page around the
    article has left in it is taken out (see `clean_page`), and the rest is written to class_article.txt in
    the current folder, in UTF-8. The file itself stays as it is. A class article that was there before is
    put aside under another name, and so is its key. Beside the article stands its key,
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
    article, taken_out = article_for_class(path, clean=clean)
    file = Path.cwd() / CLASS_ARTICLE
    data = article.text.encode("utf-8")
    if file.is_file() and file.read_bytes() == data:
        key = settle_key(file, article.text, is_new=False)
        return f"{article.source} is the class's article already.{key}{_warning()}", taken_out
    before = _put_aside(file)
    if file.is_symlink() and file.exists():
        file.unlink()  # the file that it names is somebody's own
    write_file(file, data)
    said = f"{article.source} is now the class's article: {CLASS_ARTICLE} in '{file.parent}'."
    given = None if path == "-" else key_file(find_file(article.source, article.source))
    key = settle_key(file, article.text, is_new=True, given=given)
    return f"{said}{before}{key}{_warning()}", taken_out


def use_default() -> str:
    """Go back to the project's own article, in the current folder.

    The class's article of that folder and its key are put aside under other names, from which `use_article`
    brings them back. One of a folder above stays.

    Returns:
        A sentence or two on what happened.

    >>> use_default()  # doctest: +SKIP
    "The project's own article is in use again. The one before is kept as class_article_1.txt and ..."
    """
    file = class_article()
    if file is None:
        return f"The project's own article is in use already.{_warning()}"
    if file.parent != Path.cwd():
        return (
            f"The class's article is that of a folder above, '{file}', and stays: others may use it. "
            f"Go to that folder to put it aside.{_warning()}"
        )
    before = _put_aside(file)
    file.unlink()
    key_file(file).unlink(missing_ok=True)
    if above := class_article():
        return f"The class's article of a folder above is in use now: '{above}'.{before}{_warning()}"
    return f"The project's own article is in use again.{before}{_warning()}"


def _put_aside(file: Path) -> str:
    """Copy the class's article and its key to names of one number, and say so; the same pair is kept once."""
    if not file.is_file() and not key_file(file).is_file():
        return ""
    for number in count(1):
        aside = file.with_name(f"{file.stem}_{number}.txt")
        pairs = ((file, aside), (key_file(file), key_file(aside)))
        copies = {source: copy for source, copy in pairs if source.is_file()}
        if all(not os.path.lexists(copy) or _is_same(source, copy) for source, copy in copies.items()):
            break
    for source, copy in copies.items():
        if not copy.exists():
            write_file(copy, source.read_bytes())
    return f" The one before is kept as {' and '.join(copy.name for copy in copies.values())}."


def _is_same(file: Path, other: Path) -> bool:
    return other.is_file() and other.read_bytes() == file.read_bytes()


def _warning() -> str:
    named = os.environ.get("TEXTKIT_ARTICLE")
    if not named:
        return ""
    return f" But the environment variable TEXTKIT_ARTICLE names {named!r}, and that goes first: unset it."
