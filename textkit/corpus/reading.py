"""Reading a corpus: from folders, globs, JSON Lines and Parquet to its documents, one at a time."""

import json
import os
import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from textkit.article import MOST_MEGABYTES, find_file, read_text, too_large
from textkit.corpus.finding import LEFT_OUT, OTHER_KIND, PASSED_OVER, READ, Entry, find_files
from textkit.speakers import QUOTE_COLUMNS, SPEAKER_COLUMNS

_ROWS = 256  # of a Parquet file at a time, or fewer if they are long
_NAMED = 1000  # lines or rows of a file that are passed over one by one in the account; then they are counted

# The columns of all that the command `textkit` writes: by these it knows its own results in a corpus.
_RESULTS = {
    ("token", "count", "per_thousand", "rank", "documents", "share_of_documents"),
    ("document", "left", "keyword", "right", "position"),
    ("word_1", "word_2", "count", "count_1", "count_2", "pmi", "log_likelihood", "t_score", "log_dice"),
    ("token", "target_count", "reference_count", "target_per_thousand", "reference_per_thousand",
     "log_likelihood", "log_ratio"),
    ("document", *QUOTE_COLUMNS),
    (*SPEAKER_COLUMNS, "documents"),
    ("name", "state", "number", "reason"),  # the account
}  # fmt: skip
NOTHING_FOUND = "Nothing found.\n"  # an empty table, as the command prints it


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
    source: Source,
    *,
    text_column: str = "text",
    max_megabytes: float = MOST_MEGABYTES,
    strict: bool = False,
    problems: list[str] | None = None,
    account: list[Entry] | None = None,
) -> Iterator[Document]:
    """Read the documents of a corpus, one after the other.

    A text file is a document, and is read as `load_article` does. In JSON Lines (.jsonl, .ndjson)
    every line is one, in Parquet every row; both are read piece by piece. What cannot be read (a
    file, a folder, a line, a row without text) is passed over with a warning that names it. A table
    that the command `textkit` wrote is no document: it is known by its columns, and left out.

    Args:
        source: A folder: all its .txt, .jsonl, .ndjson and .parquet files and those in the folders
            within it, by name. Or a glob ("news/2024-*.txt"), a file, or a list of any of these, in
            its order. A list may also hold documents: pairs of a name and a text. Relative paths
            start from the current folder, and then from the project's.
        text_column: the column (or the key) that holds the text in Parquet and JSON Lines.
        max_megabytes: the most that is read as one document; a larger one is passed over.
        strict: stop at the first thing that would be passed over, or that is of another kind.
        problems: a list that collects what was passed over, instead of warnings.
        account: a list that collects what became of everything, file by file, while the documents
            are read: name, state ("read", "passed over", "another kind", "left out"), number
            and reason. `pandas.DataFrame(account)` makes a table of it.

    Returns:
        An iterator of pairs (name, text). The name is the file's, and in JSON Lines and Parquet
        also the number of the line or row, from 1: "news.jsonl:17".

    Raises:
        FileNotFoundError: there is no such folder or file, and nothing fits the glob.
        PermissionError: you may not read the folder.
        ValueError: the folder has no file of these kinds; or strict, and something cannot be read.
        TypeError: source, or something in the list, is neither a path nor a document.
        ImportError: it has a Parquet file, and pyarrow is not installed.

    >>> account = []
    >>> for name, text in read_corpus(["seeds/nato_*.txt", ("note", "Rain.")], account=account):
    ...     print(name, text[:5])
    seeds/nato_article.txt The h
    note Rain.
    >>> [entry[:3] for entry in account]
    [('seeds/nato_article.txt', 'read', 1), ('note', 'read', 1)]
    """
    limits = _Limits(text_column, int(max_megabytes * 1_000_000))
    if isinstance(source, str | os.PathLike):
        found = _in_files(find_files(source), limits, {})
    elif isinstance(source, Iterable):
        found = _in_list(source, limits)
    else:
        raise TypeError(
            f"A corpus is a folder, a glob, a file or a list of these, not {type(source).__name__}: "
            "put one article into a list, as in [(article.source, article.text)]."
        )
    return _documents(found, strict, problems, account)


def _documents(
    found: Iterable[Document | Entry], strict: bool, problems: list[str] | None, account: list[Entry] | None
) -> Iterator[Document]:
    for item in found:
        if isinstance(item, Document):
            yield item
            continue
        if account is not None:
            account.append(item)
        if strict and item.state in (PASSED_OVER, OTHER_KIND):
            raise ValueError(f"{item.reason} Nothing may be passed over (strict): mend it, or leave it out.")
        if item.state == PASSED_OVER and problems is not None:
            problems.append(item.reason)
        elif item.state == PASSED_OVER and account is None:
            warnings.warn(f"Passed over: {item.reason}", stacklevel=1)


class _Limits(NamedTuple):
    column: str  # that holds the text
    most: int  # bytes of a document


# These yield every document, and an entry for every file and for all that is not read.

_Found = Iterator[Document | Entry]


def _passed_over(name: str, reason: str, count: int = 1) -> Entry:
    return Entry(name, PASSED_OVER, count, reason)


def _in_list(source: Iterable[Any], limits: _Limits) -> _Found:
    before: dict[str, str] = {}
    for number, item in enumerate(source, 1):
        if isinstance(item, tuple) and len(item) == 2:
            document = _document(*item)
            yield document
            if isinstance(document, Document):
                yield Entry(str(document.name), READ, 1, "")
        elif isinstance(item, str | os.PathLike):
            try:
                files = find_files(item)
            except (OSError, ValueError) as error:
                yield _passed_over(str(item), str(error))
            else:
                yield from _in_files(files, limits, before)
        else:
            raise TypeError(
                f"Number {number} of the corpus is {type(item).__name__}: name a file, or give a document "
                "as a pair (name, text)."
            )


def _in_files(files: Iterable[str | Entry], limits: _Limits, before: dict[str, str]) -> _Found:
    """Read each file; `before` remembers which have been read, under which name."""
    for file in files:
        if isinstance(file, Entry):
            yield file
            continue
        reader = _READERS.get(Path(file).suffix.lower(), _text_file)
        read = bad = unnamed = 0
        again = ""
        try:  # around a single file, so that a bad one takes no other with it
            place = find_file(file, repr(file))
            path = os.path.realpath(place)
            again = f"It was read before, as {before[path]!r}." if path in before else ""
            before.setdefault(path, file)
            for item in reader(place, file, limits):
                if isinstance(item, Document):
                    read += 1
                    yield item
                    continue
                bad += 1
                if bad <= _NAMED:
                    yield item
                else:
                    unnamed += item.number
        except (OSError, ValueError) as error:
            system = getattr(error, "strerror", None)  # what the system says, if it was the system
            bad += 1
            yield _passed_over(file, f"{file!r} cannot be read: {system}." if system else str(error))
        if unnamed:
            yield _passed_over(file, f"{file!r} has {unnamed:,} more that cannot be read.", unnamed)
        if read:
            yield Entry(file, READ, read, again)
        elif not bad:
            yield _passed_over(file, f"{file!r} has no documents.")


def _document(name: str, text: Any, limits: _Limits | None = None) -> Document | Entry:
    if not isinstance(text, str) or not text.strip():
        return _passed_over(name, f"{name} has no text{f' in {limits.column!r}' if limits else ''}.")
    if limits and len(text) > limits.most:
        return _passed_over(name, str(too_large(name, limits.most)))
    return Document(name, text)


def _text_file(place: Path, file: str, limits: _Limits) -> _Found:
    text = read_text(place, repr(file), limits.most)
    yield _result(file) if _is_result(text) else Document(file, text)


def _is_result(text: str) -> bool:
    """Tell a table that the command wrote: by its heading, or in JSON by the names in its first row."""
    if text.startswith("[\n {"):
        row, _, _ = text.partition("\n }")
        return tuple(re.findall(r'^  "(\w+)":', row, re.MULTILINE)) in _RESULTS
    heading, _, _ = text.partition("\n")
    return text == NOTHING_FOUND or tuple(re.split(r"[, ]+", heading.strip())) in _RESULTS


def _result(file: str) -> Entry:
    reason = f"{file!r} is a table that textkit wrote. To read it all the same, rename one of its columns."
    return Entry(file, LEFT_OUT, 1, reason)


def _json_lines(place: Path, file: str, limits: _Limits) -> _Found:
    number = 0
    with place.open("rb") as lines:
        while line := lines.readline(limits.most + 1):
            number += 1
            name = f"{file}:{number}"
            if len(line) > limits.most and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = lines.readline(limits.most)
                yield _passed_over(name, str(too_large(name, limits.most)))
            elif line.strip():
                try:
                    record = json.loads(line)
                except (ValueError, RecursionError) as error:
                    yield _passed_over(name, f"{file}, line {number} is not JSON: {error}.")
                else:
                    if number == 1 and isinstance(record, dict) and tuple(record) in _RESULTS:
                        yield _result(file)
                        return
                    text = record.get(limits.column) if isinstance(record, dict) else None
                    yield _document(name, text, limits)


def _parquet(place: Path, file: str, limits: _Limits) -> _Found:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile, read_metadata
    except ImportError as error:
        raise ImportError(f"To read {file!r} install pyarrow.") from error

    def cannot(error: Exception, what: str = "", rows: int = 1) -> Entry:
        reason = " ".join(str(error).split()).rstrip(".")
        return _passed_over(file, f"{file!r}{what} cannot be read: {reason}.", rows)

    try:
        about = read_metadata(place)
        columns = about.schema.to_arrow_schema().names
    except (ArrowException, OSError, ValueError) as error:
        yield cannot(error)
        return
    if tuple(columns) in _RESULTS:
        yield _result(file)
        return
    if limits.column not in columns:
        names = ", ".join(columns)
        yield _passed_over(
            file, f"{file!r} has no column {limits.column!r}. Name one with text_column: {names}."
        )
        return
    # A text that many rows repeat is in the file once, and with read_dictionary in memory, too.
    how = {"read_dictionary": [limits.column], "page_checksum_verification": True}
    with ParquetFile(place, metadata=about, **how) as table:
        row = 1
        for number in range(about.num_row_groups):  # one by one: what is damaged takes no other with it
            group = about.row_group(number)
            end = row + group.num_rows
            at_a_time = limits.most * group.num_rows // (group.total_byte_size or 1)
            at_a_time = max(1, min(_ROWS, at_a_time))
            try:
                for batch in table.iter_batches(at_a_time, row_groups=[number], columns=[limits.column]):
                    for cell in batch.column(0):
                        yield _row(f"{file}:{row}", cell, limits)
                        row += 1
                if row < end:
                    raise ValueError("Some are missing.")
            except (ArrowException, OSError, ValueError) as error:
                yield cannot(error, f", rows {row:,} to {end - 1:,}", end - row)
            row = end


def _row(name: str, cell: Any, limits: _Limits) -> Document | Entry:
    try:
        return _document(name, cell.as_py(), limits)
    except UnicodeDecodeError as error:
        return _passed_over(name, f"{name} is not UTF-8: {error}.")


_READERS = {".jsonl": _json_lines, ".ndjson": _json_lines, ".parquet": _parquet}
