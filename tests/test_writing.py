"""The safe writer: a file is there whole or as it was before, and never through a link that leads nowhere."""

import errno
import os
import re
import signal
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from textkit.writing import as_it_was, no_formula, require_place, write_file

ROOT = Path(__file__).parents[1]
UNIX = pytest.mark.skipif(os.name == "nt", reason="it is about what only Unix has")
NOBODY = 65534


def run(code, folder):
    """Run a few lines in a Python of their own, in a folder."""
    begin = "import os, resource, signal\nfrom textkit.writing import write_file\n"
    begin += (
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # where the tests run in the background
    )
    code = begin + code
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True
    )


def contents(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_file_is_written_and_nothing_else_is_left(tmp_path):
    write_file(tmp_path / "a.txt", b"rain")
    write_file(tmp_path / "a.txt", b"snow")
    assert contents(tmp_path) == {"a.txt": b"snow"}


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path):
    write_file(tmp_path / ("a" * 255), b"rain")
    assert len(contents(tmp_path)) == 1


@UNIX
def test_a_new_file_has_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path):
    (tmp_path / "usual").write_bytes(b"")
    write_file(tmp_path / "new", b"rain")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    (tmp_path / "new").chmod(0o640)
    write_file(tmp_path / "new", b"snow")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@UNIX
@pytest.mark.parametrize("before", [None, b"whole"])
def test_a_disk_that_is_full_is_told_by_the_name_of_the_file_and_leaves_nothing_behind(tmp_path, before):
    if before:
        (tmp_path / "a.txt").write_bytes(before)
    limit = "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9))"
    done = run(f"{limit}\nwrite_file('a.txt', b'x' * 99)", tmp_path)
    assert done.stderr.endswith(f"[Errno {errno.EFBIG}] File too large: 'a.txt'\n")
    assert contents(tmp_path) == ({"a.txt": before} if before else {})


@UNIX
@pytest.mark.parametrize("end", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_a_program_that_is_ended_in_mid_write_leaves_the_old_file_whole(tmp_path, end):
    (tmp_path / "a.txt").write_bytes(b"whole")
    # Half is written, and the rest never comes.
    code = f"os.fsync = lambda _: os.kill(os.getpid(), signal.{end})\nwrite_file('a.txt', b'half')"
    assert run(code, tmp_path).returncode == -getattr(signal, end)
    assert contents(tmp_path).pop("a.txt") == b"whole"
    if end == "SIGINT":  # Python still has a word to say
        assert contents(tmp_path) == {"a.txt": b"whole"}


@UNIX
@pytest.mark.parametrize("readonly", ["folder", "file"])
def test_what_may_not_be_written_is_told_by_its_name(tmp_path, readonly):
    (tmp_path / "a.txt").write_bytes(b"whole")
    tmp_path.chmod(0o555 if readonly == "folder" else 0o777)
    (tmp_path / "a.txt").chmod(0o666 if readonly == "folder" else 0o444)
    for folder in [tmp_path, *tmp_path.parents][:3]:  # pytest keeps them to whoever runs it
        folder.chmod(folder.stat().st_mode | 0o055)
    code = (
        f"if os.geteuid() == 0: os.setuid({NOBODY})\n"
        "try: write_file('a.txt', b'new')\n"
        "except PermissionError as error: print(error.strerror, error.filename)"
    )
    assert run(code, tmp_path).stdout == "Permission denied a.txt\n"
    assert contents(tmp_path) == {"a.txt": b"whole"}


def test_a_link_to_a_file_stays_a_link(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.txt").write_bytes(b"rain")
    (tmp_path / "link").symlink_to("there/a.txt")
    write_file(tmp_path / "link", b"snow")
    assert (tmp_path / "link").is_symlink()
    assert contents(tmp_path / "there") == {"a.txt": b"snow"}


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path):
    (tmp_path / "link").symlink_to("gone.txt")
    with pytest.raises(FileNotFoundError, match=r"link' is a link to 'gone\.txt', which is not there"):
        write_file(tmp_path / "link", b"rain")
    assert not (tmp_path / "gone.txt").exists()


@UNIX
def test_a_device_is_written_to_and_not_replaced(tmp_path):
    assert run("write_file('/dev/stdout', b'rain')", tmp_path).stdout == "rain"
    write_file("/dev/null", b"rain")
    assert not Path("/dev/null").is_file()


def test_a_folder_and_a_missing_folder_are_named(tmp_path):
    with pytest.raises(OSError, match=f"{tmp_path.name}'"):
        write_file(tmp_path, b"rain")
    with pytest.raises(FileNotFoundError, match=r"a\.txt'"):
        write_file(tmp_path / "none" / "a.txt", b"rain")


def test_an_input_is_known_under_every_name(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"rain")
    (tmp_path / "hard").hardlink_to(file)
    (tmp_path / "soft").symlink_to(file)
    for name in (file, tmp_path / "hard", tmp_path / "soft", f"{tmp_path}/../{tmp_path.name}/./a.txt"):
        with pytest.raises(FileExistsError, match="is being read, and stays as it is"):
            require_place(name, [tmp_path / "not there", file])
    (tmp_path / "copy").write_bytes(b"rain")
    require_place(tmp_path / "copy", [file])


# Every character that any program takes for one of the signs, small, full-width, raised or lowered.
SIGNS = [
    chr(code)
    for code in range(sys.maxunicode)
    if unicodedata.normalize("NFKC", chr(code))[0] in "=+-−@" and not 0xD800 <= code < 0xE000
]
UNSEEN = ["", " ", "\u00a0", "\u200b", "\ufeff", "\u2060", "\u00ad", "\u3164", "\ufe0f", '"', "\x00", "\x1f"]


def test_no_formula_stands_at_the_beginning_of_a_cell_however_it_is_split():
    assert len(SIGNS) > 15
    for sign in SIGNS:
        for hidden in UNSEEN:
            for before in ("", "so; ", "so;", "so\t", "so\n", "so\r\n", "so\u2028"):
                plain = f"{before}{hidden}{sign}1+1"
                cell = no_formula(plain)
                assert cell.replace("'", "", 1) == plain
                assert all("'" in part for part in re.split("[;\t\r\n\u2028]", cell) if sign in part)
                assert as_it_was(cell) == plain
    for harmless in ("tea", "a=1", "2 + 2", "a; b = 1", "", "“=1”", "’tis", "'tis; 'so"):
        assert no_formula(harmless) == as_it_was(harmless) == harmless
