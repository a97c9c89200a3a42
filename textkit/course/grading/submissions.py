"""What students handed in, as a learning platform gives it, and a look at each notebook before it runs."""

import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from textkit.course.chapters import given_cells
from textkit.course.grading.values import clean_text
from textkit.course.notebooks import SOLUTIONS
from textkit.course.series import CHECK, chapter_names, find_chapter

LARGEST = 20_000_000  # bytes of a notebook: pictures in outputs make them grow
LARGEST_TEXT = 1_000_000  # of a text that is handed in with one
MOST_FILES = 20_000
MOST_CELLS = 1_000
MOST_TEXTS = 20
_GENERIC = {
    "my_textkit",
    "textkit",
    "notebooks",
    "submissions",
    "submitted",
    "submission",
    "downloads",
    "class",
}
_PLATFORMS = (  # how they name what they give: the student, and the rest
    re.compile(r"(?P<student>.+?)_\d+_assignsubmission_(?:file|onlinetext)_?(?P<rest>.*)"),  # Moodle
    re.compile(r".+?_(?P<student>[^_]+)_attempt_(?P<rest>\d{4}-\d\d-\d\d.*)"),  # Blackboard
    re.compile(r"(?P<student>[^\W_]+?)(?:_LATE)?_\d+_\d+_(?P<rest>.+)"),  # Canvas
)
_BEGIN = re.compile(r"""\bbegin\(\s*["'](\w+)["']""")


class UnusableError(ValueError):
    """A submission cannot be graded: the message is a sentence on why."""


@dataclass(frozen=True)
class Notebook:
    """A notebook that can be run.

    Attributes:
        chapter: the chapter's name.
        cells: kind ("code", "markdown" or "raw"), id and source of each cell.
        remarks: sentences on what is odd about it.
    """

    chapter: str
    cells: tuple[tuple[str, str, str], ...]
    remarks: tuple[str, ...] = ()

    @property
    def code(self) -> list[str]:
        """The sources of its code cells."""
        return [source for kind, _, source in self.cells if kind == "code"]

    def cell_of(self, exercise: str) -> str:
        """Return the code of an exercise's cell, the last if there are several; "" if there is none."""
        return next((source for source in reversed(self.code) if exercise in CHECK.findall(source)), "")


@dataclass(frozen=True)
class Submission:
    """What a student handed in for a chapter.

    Attributes:
        student: the name.
        file: the notebook's file, as the platform names it.
        notebook: None if it cannot be graded.
        texts: the text files that came with it, by name: a chapter may work on the student's own.
        remarks: sentences for the results.
    """

    student: str
    file: str
    notebook: Notebook | None
    texts: dict[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def chapter(self) -> str:
        """The chapter's name, as far as it can be told."""
        return self.notebook.chapter if self.notebook else _chapter_in_name(PurePosixPath(self.file).stem)


@dataclass(frozen=True)
class _File:
    """A file in what was handed in; it is read only when somebody asks."""

    path: PurePosixPath
    time: float
    read: Callable[[int], bytes]


def find_submissions(source: str | os.PathLike[str], chapter: str | None = None) -> list[Submission]:
    """Find what was handed in: the last attempt of each student at each chapter.

    Args:
        source: a folder, with folders in it as deep as you like; a zip; or one notebook. Nothing is unpacked.
        chapter: the only chapter to grade, by name or number; all if it is None.

    Returns:
        The submissions, by student and chapter.

    Raises:
        FileNotFoundError: there is no such file or folder, or no notebook in it.
        ValueError: there is no such chapter, or it is no zip.

    >>> find_submissions("seeds")
    Traceback (most recent call last):
    FileNotFoundError: There is no notebook (.ipynb) in 'seeds'.
    """
    wanted = find_chapter(chapter) if chapter else None
    place = Path(source)
    if not place.exists():
        raise FileNotFoundError(f"There is no file or folder {str(place)!r}.")
    files = sorted(_files(place), key=lambda file: (file.time, _natural(str(file.path))))
    notebooks = [file for file in files if file.path.suffix.lower() == ".ipynb"]
    if not notebooks:
        raise FileNotFoundError(f"There is no notebook (.ipynb) in {str(place)!r}.")
    found: dict[tuple[str, str], list[Submission]] = {}
    for file in notebooks:
        one = _submission(file, files, wanted)
        found.setdefault((one.student, one.chapter), []).append(one)
    last = [_last(attempts) for attempts in found.values()] + list(_without_notebook(files, notebooks))
    return sorted(last, key=lambda one: (one.student.casefold(), one.student, one.chapter))


def _without_notebook(files: list[_File], notebooks: list[_File]) -> Iterator[Submission]:
    """Yield those who handed in something else, by the outermost folders that have no notebook in them."""
    with_one = {folder for file in notebooks for folder in file.path.parents}
    students = {student_of(file.path) for file in notebooks}
    others: dict[PurePosixPath, _File] = {}
    for file in files:
        folders = list(file.path.parents)[-2::-1]
        without = [folder for folder in folders if folder not in with_one]
        if without and students.isdisjoint(student_of(folder / file.path.name) for folder in folders):
            others.setdefault(without[0], file)
    for file in others.values():
        said = f"No notebook was handed in, only {clean_text(file.path.name)}."
        yield Submission(student_of(file.path), clean_text(str(file.path)), None, remarks=(said,))


def _last(attempts: list[Submission]) -> Submission:
    """Return the last attempt, with a word on the others."""
    last = attempts[-1]
    if len(attempts) == 1:
        return last
    others = ", ".join(one.file for one in attempts[:-1])
    return replace(
        last,
        remarks=(f"{len(attempts)} attempts: {last.file} is the last. Not graded: {others}.", *last.remarks),
    )


def _submission(file: _File, files: list[_File], wanted: str | None) -> Submission:
    name = clean_text(str(file.path))
    texts: dict[str, str] = {}
    for other in files:
        beside = other.path.parent == file.path.parent and other.path.suffix.lower() == ".txt"
        if beside and file.path.parent.name and len(texts) < MOST_TEXTS:
            data = other.read(LARGEST_TEXT)
            if len(data) <= LARGEST_TEXT:
                texts[clean_text(other.path.name)] = data.decode("utf-8", "replace")
    try:
        notebook = inspect(file.read(LARGEST), name)
        if wanted and notebook.chapter != wanted:
            raise UnusableError(f"It is the chapter {notebook.chapter}; {wanted} was asked for.")
    except UnusableError as error:
        return Submission(student_of(file.path), name, None, remarks=(str(error),))
    return Submission(student_of(file.path), name, notebook, texts, notebook.remarks)


def _files(place: Path) -> Iterator[_File]:
    if place.is_dir():
        for folder, inside, names in os.walk(place):  # which follows no links to folders
            inside[:] = sorted(name for name in inside if not _is_hidden(name))
            for name in sorted(names):
                file = Path(folder) / name
                if _is_hidden(name) or file.is_symlink() or not file.is_file():
                    continue
                path = PurePosixPath(file.relative_to(place).as_posix())
                if file.suffix.lower() == ".zip":
                    yield from _in_zip(file, path.with_suffix(""))
                else:
                    yield _File(path, file.stat().st_mtime, _reader(file))
    elif place.suffix.lower() == ".ipynb":
        yield _File(PurePosixPath(place.name), place.stat().st_mtime, _reader(place))
    else:
        yield from _in_zip(place, PurePosixPath())


def _reader(file: Path) -> Callable[[int], bytes]:
    def read(most: int) -> bytes:
        try:
            with open(file, "rb") as opened:
                return opened.read(most + 1)
        except OSError as error:
            raise UnusableError(f"It cannot be read: {error.strerror}.") from error

    return read


def _in_zip(file: Path | BytesIO, under: PurePosixPath) -> Iterator[_File]:
    """List the files in a zip, and those of a zip in it; what lies elsewhere by its name lies here."""
    try:
        with zipfile.ZipFile(file) as opened:
            inside = opened.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        if under.name:  # one student's
            yield _File(
                under.with_name(f"{under.name}.ipynb"), 0, _refusing("It is a zip that cannot be read.")
            )
            return
        raise ValueError(f"{str(file)!r} is not a folder, a notebook or a zip that can be read.") from error
    for entry in inside[:MOST_FILES]:
        parts = [part for part in re.split(r"[/\\]", entry.filename) if part not in ("", ".", "..")]
        if entry.is_dir() or not parts or any(map(_is_hidden, parts)):
            continue
        path = under.joinpath(*parts)
        try:
            time = datetime(*entry.date_time).timestamp()
        except (ValueError, OverflowError, OSError):
            time = 0
        read = _zip_reader(file, entry)
        if path.suffix.lower() == ".zip" and isinstance(file, Path):  # no deeper than that
            try:
                yield from _in_zip(BytesIO(read(LARGEST)), path.with_suffix(""))
            except UnusableError as error:
                yield _File(path.with_suffix(".ipynb"), time, _refusing(str(error)))
        else:
            yield _File(path, time, read)


def _zip_reader(file: Path | BytesIO, entry: zipfile.ZipInfo) -> Callable[[int], bytes]:
    def read(most: int) -> bytes:
        try:
            with zipfile.ZipFile(file) as opened, opened.open(entry) as inside:
                return inside.read(most + 1)  # a bomb goes off no further than that
        except Exception as error:  # zipfile and the packers below it raise many kinds
            raise UnusableError(f"It cannot be taken out of the zip ({type(error).__name__}).") from error

    return read


def _refusing(sentence: str) -> Callable[[int], bytes]:
    def read(most: int) -> bytes:
        raise UnusableError(sentence)

    return read


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name in ("__MACOSX", "__pycache__")


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdecimal() else -1, part) for part in re.split(r"(\d+)", name[:500])]


def student_of(path: PurePosixPath) -> str:
    """Return the name of the student whose file it is, as the platform puts it into folder or file.

    >>> student_of(PurePosixPath("Ada King_381_assignsubmission_file_/03_frequency.ipynb"))
    'Ada King'
    >>> student_of(PurePosixPath("submitted/ada/03_frequency/03_frequency.ipynb"))
    'ada'
    >>> student_of(PurePosixPath("kingada_LATE_1234_5678_03_frequency-1.ipynb"))
    'kingada'
    >>> student_of(PurePosixPath("03_frequency Ada King (2).ipynb"))
    'Ada King'
    """
    for part in reversed(path.parts):
        for platform in _PLATFORMS:
            if found := platform.fullmatch(part):
                return _name(found["student"])
    for folder in reversed(path.parts[:-1]):
        if folder.lower() not in _GENERIC and not _chapter_in_name(folder):
            return _name(folder)
    stem = path.stem
    for chapter in chapter_names():
        stem = re.sub(rf"(\d\d[_ -]?)?{chapter}(_fresh\d*)?", " ", stem, flags=re.I)
    stem = re.sub(r"\(\d+\)|\bcopy\d*\b", " ", stem, flags=re.I)
    return _name(stem.replace("_", " ").strip(" -")) or _name(path.stem)


def _name(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in clean_text(text)).split())[:80]


def _chapter_in_name(name: str) -> str:
    """Return the chapter that a file or folder is named after, or ""."""
    named = [chapter for chapter in chapter_names() if chapter in name.lower().replace(" ", "_")]
    return max(named, key=len, default="")


def inspect(data: bytes, name: str) -> Notebook:
    """Look at a notebook before anything in it runs.

    Args:
        data: the bytes of the file.
        name: of the file.

    Returns:
        The Notebook.

    Raises:
        UnusableError: it cannot be graded.
    """
    if len(data) > LARGEST:
        raise UnusableError(
            f"It is larger than {LARGEST // 1_000_000} MB. Clear its outputs, and hand it in again."
        )
    try:
        read = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnusableError("It is not a notebook: the file holds no JSON.") from None
    if not isinstance(read, dict) or not isinstance(read.get("cells"), list):
        raise UnusableError(
            "It is a notebook in an old form, or none at all: open it in JupyterLab and save it again."
        )
    metadata = read["metadata"] if isinstance(read.get("metadata"), dict) else {}
    language = _language(metadata)
    if language not in ("", "python"):
        raise UnusableError(f"Its kernel is for {language!r}, not for Python.")
    cells = tuple(_cell(cell) for cell in read["cells"][: MOST_CELLS + 1])
    if len(cells) > MOST_CELLS:
        raise UnusableError(f"It has more than {MOST_CELLS} cells.")
    chapter = _chapter(cells, name)
    return Notebook(chapter, cells, tuple(_remarks(chapter, cells, metadata)))


def _language(metadata: dict[str, Any]) -> str:
    for key, name in (("kernelspec", "language"), ("language_info", "name")):
        part = metadata.get(key)
        if isinstance(part, dict) and isinstance(part.get(name), str):
            return clean_text(part[name].lower()[:40])
    return ""


def _cell(cell: Any) -> tuple[str, str, str]:
    if not isinstance(cell, dict):
        raise UnusableError("One of its cells cannot be read.")
    source = cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str) or not isinstance(cell.get("cell_type"), str):
        raise UnusableError("One of its cells cannot be read.")
    return cell["cell_type"], clean_text(str(cell.get("id", ""))), clean_text(source)


def _chapter(cells: tuple[tuple[str, str, str], ...], name: str) -> str:
    """Return the chapter that a notebook is of: what it says to `begin`, or what its cells check."""
    code = "\n".join(source for kind, _, source in cells if kind == "code")
    known = [called for called in _BEGIN.findall(code) if called in chapter_names()]
    if known:
        return str(known[0])
    checked = set(CHECK.findall(code))
    for chapter in chapter_names():
        if checked & set(given_cells(chapter)):
            return chapter
    if _chapter_in_name(PurePosixPath(name).stem):
        return _chapter_in_name(PurePosixPath(name).stem)
    raise UnusableError("It belongs to no chapter: it begins none, and has no chapter's exercises.")


def _remarks(
    chapter: str, cells: tuple[tuple[str, str, str], ...], metadata: dict[str, Any]
) -> Iterator[str]:
    """Say what is odd about the cells."""
    checked = [name for kind, _, source in cells if kind == "code" for name in CHECK.findall(source)]
    given = list(given_cells(chapter))
    if missing := [name for name in given if name not in checked]:
        yield f"Cells are missing, or their last line is: {', '.join(missing)}."
    if twice := [name for name in given if checked.count(name) > 1]:
        yield f"Cells are there more than once; the last one that ran counts: {', '.join(twice)}."
    if other := sorted({name for name in checked if name not in given})[:5]:
        yield f"It checks exercises that this chapter does not have: {', '.join(other)}."
    built = metadata.get("textkit")
    if isinstance(built, dict) and built.get("form") == SOLUTIONS:
        yield "It was made from the notebook with solutions."
