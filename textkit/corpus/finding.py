"""Finding the files of a corpus, in folders and by globs, and telling what else is there."""

import os
from collections import Counter
from fnmatch import fnmatch
from glob import glob, has_magic
from pathlib import Path, PurePath
from typing import NamedTuple

from textkit.article import find_file, starting_folders

SUFFIXES = (".txt", ".jsonl", ".ndjson", ".parquet")  # what is read in a folder

READ, PASSED_OVER, OTHER_KIND, LEFT_OUT = "read", "passed over", "another kind", "left out"


class Entry(NamedTuple):
    """A line of a corpus's account: what became of a file, a folder, a line or a row.

    Attributes:
        name: its name; of the files of one kind in a folder, a glob such as "news/*.pdf".
        state: "read"; "passed over", if it cannot be read; "another kind", for files that are not
            read in a folder; or "left out": hidden, a folder among files, the same file again, or
            a table that the command wrote.
        number: how many documents were read, or how many things were not.
        reason: why not, as a sentence.

    >>> Entry("news/rain.txt", "read", 1, "").state
    'read'
    """

    name: str
    state: str
    number: int
    reason: str


def find_files(source: str | os.PathLike[str]) -> list[str | Entry]:
    """Return the files that a folder, a glob or a path stands for, by name, after what is not read.

    >>> find_files("seeds/nato_*.txt")
    ['seeds/nato_article.txt']
    >>> find_files("seeds")[0]
    Entry(name='seeds/*.csv', state='another kind', number=3, reason="'seeds' has 3 .csv files.")
    """
    if not str(source).strip():
        raise ValueError("The name of the corpus is empty: name a folder, a glob or a file.")
    name = os.path.expanduser(source)
    for start in starting_folders():
        if os.path.isdir(start / name):
            return _in_folder(start, name)
        if os.path.exists(start / name):
            return [name]
        if found := _by_glob(start, name):
            return found
    return [str(find_file(name, repr(name)))]  # which is not there: the error says what is near


def corpus_files(source: str | os.PathLike[str]) -> list[Path]:
    """Return the files that a folder, a glob or a path stands for, each where it was found.

    >>> [file.name for file in corpus_files("seeds/nato_*.txt")]
    ['nato_article.txt']
    """
    names = [found for found in find_files(source) if isinstance(found, str)]
    places = ([start / name for start in starting_folders()] for name in names)
    # A link that leads nowhere is nowhere: reading says so.
    return [file for files in places if (file := next(filter(os.path.exists, files), None))]


def would_be_read(file: Path, source: str | os.PathLike[str]) -> bool:
    """Tell whether a new file would be among those that a folder or a glob stands for the next time.

    >>> would_be_read(Path("seeds/words.txt"), "seeds"), would_be_read(Path("seeds/words.csv"), "seeds")
    (True, False)
    >>> would_be_read(Path("seeds/words.txt"), "seeds/*.txt"), would_be_read(Path("words.txt"), "seeds/*.txt")
    (True, False)
    """
    pattern = os.path.expanduser(source)
    start = next((start for start in starting_folders() if os.path.exists(start / pattern)), None)
    place = file.resolve()
    if start:
        folder = (start / pattern).resolve()
        inside = place.relative_to(folder).parts if place.is_relative_to(folder) else ()
        hidden = any(part.startswith(".") for part in inside)
        return bool(inside) and not hidden and file.name.lower().endswith(SUFFIXES)
    parent, name = os.path.split(pattern)
    folders = pattern + os.sep if name == "**" else parent or os.curdir
    hidden = file.name.startswith(".") and not name.startswith(".")
    return (
        not hidden
        and fnmatch(file.name, name)
        and any(
            (start / folder).resolve() == place.parent
            for start in starting_folders()
            for folder in glob(folders, root_dir=start, recursive=True)
        )
    )


def _in_folder(start: Path, name: str) -> list[str | Entry]:
    """Find the files in a folder and in those within it."""
    if not os.access(start / name, os.R_OK | os.X_OK):
        raise _closed(name)
    found: list[str] = []
    rest: list[Entry] = []
    kinds: Counter[tuple[str, str]] = Counter()

    def closed(error: OSError) -> None:
        folder = os.path.relpath(error.filename, start)
        rest.append(Entry(folder, PASSED_OVER, 1, str(_closed(folder))))

    for here, folders, files in os.walk(start / name, onerror=closed):
        folder = PurePath(name, os.path.relpath(here, start / name))
        for inside in [*folders, *files]:
            path = (folder / inside).as_posix()
            if inside.startswith("."):
                rest.append(Entry(path, LEFT_OUT, 1, f"{path!r} is hidden."))
            elif inside in folders:
                if os.path.islink(start / path):
                    reason = f"{path!r} is a link to a folder. Links are not followed: name that folder."
                    rest.append(Entry(path, PASSED_OVER, 1, reason))
            elif inside.lower().endswith(SUFFIXES):
                found.append(path)
            else:
                kinds[folder.as_posix(), PurePath(inside).suffix.lower()] += 1
        folders[:] = [inside for inside in folders if not inside.startswith(".")]
    for (where, kind), n in kinds.items():
        reason = f"{where!r} has {n:,} {kind or 'nameless'} file{'' if n == 1 else 's'}."
        rest.append(Entry(f"{where}/*{kind}", OTHER_KIND, n, reason))
    if not found and not any(entry.state == PASSED_OVER for entry in rest):
        raise ValueError(
            f"The folder {name!r} has no {', '.join(SUFFIXES)} file. "
            f"For files of other names give a glob, such as '{name}/*.text'."
        )
    return _each_once(start, found, rest)


def _by_glob(start: Path, pattern: str) -> list[str | Entry]:
    """Find what fits a glob, and the folders that it should have opened and may not."""
    parts = PurePath(pattern).parts
    found: list[str] = []
    rest: list[Entry] = []
    for n in range(next((n for n, part in enumerate(parts) if has_magic(part)), len(parts)), len(parts)):
        needed = os.R_OK | os.X_OK if has_magic(parts[n]) else os.X_OK
        for folder in glob(str(PurePath(*parts[:n])), root_dir=start, recursive=True):
            if os.path.isdir(start / folder) and not os.access(start / folder, needed):
                rest.append(Entry(folder, PASSED_OVER, 1, str(_closed(folder))))
    for match in glob(pattern, root_dir=start, recursive=True):
        if not os.path.isdir(start / match):
            found.append(PurePath(match).as_posix())
        elif parts[-1] != "**":
            rest.append(Entry(match, LEFT_OUT, 1, f"{match!r} is a folder, which this glob does not open."))
    return _each_once(start, found, rest)


def _closed(folder: str) -> PermissionError:
    return PermissionError(
        f"You may not read the folder {folder!r}. Change its permissions, or use a copy of your own."
    )


def _each_once(start: Path, found: list[str], rest: list[Entry]) -> list[str | Entry]:
    """Leave out what is no file, and the second way to the same file: links may go round in circles."""
    files: dict[str, str] = {}
    for name in sorted(found, key=lambda name: (name.count("/"), name)):
        path = os.path.realpath(start / name)
        if os.path.exists(path) and not os.path.isfile(path):
            rest.append(Entry(name, PASSED_OVER, 1, f"{name!r} is no file, but a pipe or a device."))
        elif path in files:
            rest.append(Entry(name, LEFT_OUT, 1, f"{name!r} is the same file as {files[path]!r}."))
        else:
            files[path] = name
    return [*sorted(rest), *sorted(files.values())]
