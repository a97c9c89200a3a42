"""Writing a file: whole or not at all, and never over what has been read."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path


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
