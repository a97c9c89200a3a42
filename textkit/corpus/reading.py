"""Reading a corpus: from folders, globs, JSON Lines and Parquet to its documents, one at a time."""

import json
import os
import warnings
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from glob import glob
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from textkit.article import find_file, read_text, starting_folders

_SUFFIXES = (".txt", ".jsonl", ".ndjson", ".parquet")  # what is read in a folder
_ROWS = 256  # of a Parquet file at a time


class Document(NamedTuple):
    """One text of a corpus, and where it is from.

    >>> name, text = Document("rain.txt", "It rained all day.")
    >>> name
    'rain.txt'
    """

    name: str
    text: str


Source = str | os.PathLike[str] | Iterable[str | os.PathLike[str] | tuple[str, str]]


def read_corpus(
    source: Source, *, text_column: str = "text", problems: list[str] | None = None
) -> Iterator[Document]:
    """Read the documents of a corpus, one after the other.

    A text file is a document, and is read as `load_article` does. In JSON Lines (.jsonl, .ndjson)
    every line is one, in Parquet every row; both are read piece by piece. What cannot be read (a
    file, a line, a row without text) is passed over with a warning that names it.

    Args:
        source: A folder: all its .txt, .jsonl, .ndjson and .parquet files and those in the folders
            within it, by name. Or a glob ("news/2024-*.txt"), a file, or a list of any of these, in
            its order. A list may also hold documents: pairs of a name and a text. Relative paths
            start from the current folder, and then from the project's.
        text_column: the column (or the key) that holds the text in Parquet and JSON Lines.
        problems: a list that collects what was passed over, instead of warnings.

    Returns:
        An iterator of pairs (name, text). The name is the file's, and in JSON Lines and Parquet
        also the number of the line or row, from 1: "news.jsonl:17".

    Raises:
        FileNotFoundError: there is no such folder or file, and nothing fits the glob.
        ValueError: the folder has no file of these kinds.
        TypeError: source, or something in the list, is neither a path nor a document.
        ImportError: it has a Parquet file, and pyarrow is not installed.

    >>> documents = list(read_corpus("seeds/nato_*.txt"))
    >>> documents[0].name, documents[0].text[:3]
    ('seeds/nato_article.txt', 'The')
    >>> bad = []
    >>> len(list(read_corpus(["seeds/nato_article.txt", "seeds/nato_artikle.txt"], problems=bad)))
    1
    >>> bad[0].split(":")[0]
    "No file 'seeds/nato_artikle.txt'"
    """
    if isinstance(source, str | os.PathLike):
        found = _in_files(_files(source), text_column)
    elif isinstance(source, Iterable):
        found = _in_list(source, text_column)
    else:
        raise TypeError(
            f"A corpus is a folder, a glob, a file or a list of these, not {type(source).__name__}: "
            "put one article into a list, as in [(article.source, article.text)]."
        )
    return _documents(found, problems)


def _documents(found: Iterable[Document | str], problems: list[str] | None) -> Iterator[Document]:
    for document in found:
        if isinstance(document, Document):
            yield document
        elif problems is None:
            warnings.warn(f"Passed over: {document}", stacklevel=1)
        else:
            problems.append(document)


# These yield every document, and for every problem a sentence.


def _in_list(source: Iterable[Any], column: str) -> Iterator[Document | str]:
    for number, item in enumerate(source, 1):
        if isinstance(item, tuple) and len(item) == 2:
            yield _document(*item)
        elif isinstance(item, str | os.PathLike):
            try:
                files = _files(item)
            except (OSError, ValueError) as error:
                yield str(error)
            else:
                yield from _in_files(files, column)
        else:
            raise TypeError(
                f"Number {number} of the corpus is {type(item).__name__}: name a file, or give a document "
                "as a pair (name, text)."
            )


def _in_files(files: Iterable[str], column: str) -> Iterator[Document | str]:
    for file in files:
        reader = _READERS.get(Path(file).suffix.lower(), _text_file)
        try:  # around a single file, so that a bad one takes no other with it
            yield from reader(file, column)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None)  # what the system says, if it was the system
            yield f"{file!r} cannot be read: {reason}." if reason else str(error)


def _files(source: str | os.PathLike[str]) -> list[str]:
    """Return the files that a folder, a glob or a path stands for, always in the same order."""
    if not str(source).strip():
        raise ValueError("The name of the corpus is empty: name a folder, a glob or a file.")
    name = os.path.expanduser(source)
    for start in starting_folders():
        place = start / name
        if place.is_dir():
            inside = [file.relative_to(place).as_posix() for file in place.rglob("*") if _is_file(file)]
            wanted = [
                f"{Path(name).as_posix()}/{file}"
                for file in sorted(inside)
                if file.lower().endswith(_SUFFIXES) and not f"/{file}".count("/.")  # hidden
            ]
            if not wanted:
                raise ValueError(
                    f"The folder {name!r} has no {', '.join(_SUFFIXES)} file. "
                    f"For files of other names give a glob, such as '{name}/*.text'."
                )
            return wanted
        if place.exists():
            return [name]
        matches = [Path(match) for match in glob(name, root_dir=start, recursive=True)]
        if files := sorted(match.as_posix() for match in matches if _is_file(start / match)):
            return files
    return [str(find_file(name, repr(name)))]  # which is not there: the error says what is near


def corpus_files(source: str | os.PathLike[str]) -> list[Path]:
    """Return the files that a folder, a glob or a path stands for, each where it was found.

    >>> [file.name for file in corpus_files("seeds/nato_*.txt")]
    ['nato_article.txt']
    """
    return [find_file(name, repr(name)) for name in _files(source)]


def would_be_read(file: Path, source: str | os.PathLike[str]) -> bool:
    """Tell whether a new file would be among those that a folder or a glob stands for the next time.

    >>> would_be_read(Path("seeds/words.txt"), "seeds"), would_be_read(Path("seeds/words.csv"), "seeds")
    (True, False)
    >>> would_be_read(Path("seeds/words.txt"), "seeds/*.txt"), would_be_read(Path("words.txt"), "seeds/*.txt")
    (True, False)
    """
    place = Path(source).expanduser()
    if place.is_dir():
        return file.name.lower().endswith(_SUFFIXES) and file.resolve().is_relative_to(place.resolve())
    folders = set() if place.exists() else {found.resolve().parent for found in corpus_files(place)}
    return file.resolve().parent in folders and fnmatch(file.name, place.name)


def _is_file(place: Path) -> bool:
    """Tell a file, or a link to one that is gone: reading says so, and nothing is lost in silence."""
    return place.is_file() or not place.exists()


def _document(name: str, text: Any, column: str = "") -> Document | str:
    if isinstance(text, str) and text.strip():
        return Document(name, text)
    return f"{name} has no text{f' in {column!r}' if column else ''}."


def _text_file(file: str, column: str) -> Iterator[Document | str]:
    yield Document(file, read_text(file, repr(file)))


def _json_lines(file: str, column: str) -> Iterator[Document | str]:
    with find_file(file, repr(file)).open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line) if line.strip() else None
            except (ValueError, RecursionError) as error:
                yield f"{file}, line {number} is not JSON: {error}."
                continue
            if line.strip():
                text = record.get(column) if isinstance(record, dict) else None
                yield _document(f"{file}:{number}", text, column)


def _parquet(file: str, column: str) -> Iterator[Document | str]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise ImportError(f"To read {file!r} install pyarrow.") from error
    place = find_file(file, repr(file))
    number = 0
    try:
        with ParquetFile(place) as table:
            columns = table.schema_arrow.names
            if column not in columns:
                yield f"{file!r} has no column {column!r}. Name one with text_column: {', '.join(columns)}."
                return
            batches = table.iter_batches(_ROWS, columns=[column])
            texts = chain.from_iterable(batch.column(0).to_pylist() for batch in batches)
            for number, text in enumerate(texts, 1):
                yield _document(f"{file}:{number}", text, column)
    except (ArrowException, OSError, ValueError) as error:
        so_far = f" after row {number}" if number else ""
        yield f"{file!r} cannot be read{so_far}: {' '.join(str(error).split()).rstrip('.')}."


_READERS = {".jsonl": _json_lines, ".ndjson": _json_lines, ".parquet": _parquet}
