"""Writing a file: whole or not at all, never over what has been read, and with no formula in a cell."""

import errno
import os
import re
import secrets
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

CSV_ENCODING = "utf-8-sig"
"""A spreadsheet takes a CSV file for UTF-8 only if it begins with a byte-order mark."""

_FORMULA = "=+-−@"  # how a spreadsheet knows a formula, in any width or size
# Where a spreadsheet may end what is one cell here.
_CELL_END = re.compile(r"([;\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+)")
_UNSEEN = '"\u115f\u1160\u2800'  # letters that show nothing; a quotation mark may be taken off


def write_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that it is there whole or not at all.

    The bytes go to a new file beside it, which takes its name when it is complete. Whatever comes between, a
    full disk or the end of the program, the file is as it was before. Through a link, the file that it names
    is written; a file keeps its permissions, and a new one gets the usual ones.

    Args:
        path: the file. Its folder has to be there.
        data: all that it is to hold.

    Raises:
        FileNotFoundError: it is a link to a file that is not there.
        OSError: the system refuses; the error's `filename` is `path`.

    >>> write_file("no_such_folder/words.csv", b"rain,3")
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: 'no_such_folder/words.csv'
    """
    require_place(path)
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe, such as /dev/stdout
            Path(path).write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:  # which speaks of the new file, if of any
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def require_place(path: str | os.PathLike[str], inputs: Iterable[str | os.PathLike[str] | int] = ()) -> None:
    """Make sure that a file may be written, before the work that makes what it is to hold.

    Args:
        path: the file to write.
        inputs: the files that are read for it. They are compared as files, whatever their
            names; a number is a file that is open already, as the system counts them.

    Raises:
        FileNotFoundError: it is a link to a file that is not there.
        FileExistsError: it is one of the inputs.

    >>> require_place("seeds/nato_article.txt", ["./seeds/nato_article.txt"])
    Traceback (most recent call last):
    FileExistsError: 'seeds/nato_article.txt' is being read, and stays as it is. Name another file to write.
    """
    name = os.fspath(path)
    if os.path.islink(path) and not os.path.exists(path):
        raise FileNotFoundError(
            f"{name!r} is a link to {os.readlink(path)!r}, which is not there. "
            "Remove the link, or name another file."
        )
    if os.path.isfile(path) and any(os.path.exists(file) and os.path.samefile(path, file) for file in inputs):
        raise FileExistsError(f"{name!r} is being read, and stays as it is. Name another file to write.")


def _replace(file: Path, data: bytes) -> None:
    """Write the data to a new file beside a file, and let it take its place."""
    before = file.stat().st_mode if file.exists() else None
    if before is not None and not os.access(file, os.W_OK):  # to take its place would need no such right
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    new = file.with_name(f".{secrets.token_hex(8)}.part")  # hidden, so that no corpus reads it
    try:
        with new.open("xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())  # or a power cut could leave the name with nothing behind it
        if before is not None:
            new.chmod(stat.S_IMODE(before))
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def no_formula(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula, however it splits the cells.

    >>> no_formula("=1+1; -2; 3"), no_formula("1 = 1")
    ("'=1+1;' -2; 3", '1 = 1')
    """
    return "".join(f"'{part}" if _is_formula(part) else part for part in _CELL_END.split(cell))


def as_it_was(cell: str) -> str:
    """Take the apostrophes off again that `no_formula` put into a cell.

    >>> as_it_was("'=1+1;' -2; 3"), as_it_was("'tis 1 = 1")
    ('=1+1; -2; 3', "'tis 1 = 1")
    """
    parts = _CELL_END.split(cell)
    return "".join(part[1:] if part[:1] == "'" and _is_formula(part[1:]) else part for part in parts)


def _is_formula(cell: str) -> bool:
    """Tell whether the first character that can be seen begins a formula."""
    for character in cell:
        plain = unicodedata.normalize("NFKC", character)[0]  # of a small or full-width sign
        if plain not in _UNSEEN and unicodedata.category(plain)[0] not in "CMZ":
            return plain in _FORMULA
    return False
