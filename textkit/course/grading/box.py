"""The box: a process that sees a read-only system, the library, the article, and nothing of yours.

Bubblewrap makes it, from namespaces of the Linux kernel: no network, a home and a /tmp of its own that
vanish, no process outside. What runs in it ends with it. Limits hold on time, memory, processes, files and
output.
"""

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textkit.article import project_folder
from textkit.course.grading.recorder import FONTS

MB = 2**20
LIBRARY = "/textkit"  # where the box has the library
HOME = "/home/student"
ARTICLE = "the_article.txt"
SECONDS_OF_CELL = 60.0
SECONDS_OF_CALL = 5.0  # of a student's function
SECONDS_ALL = 300.0  # for a notebook
GRACE = 5.0  # seconds that a cell has to stop after it was told to
LIMITS = {  # of a process, but NPROC, which is for all of them together: threads count, too
    "AS": 3000 * MB, "FSIZE": 20 * MB, "NPROC": 100, "CORE": 0, "NOFILE": 256,
}  # fmt: skip
MEMORY = 3000 * MB  # of all processes of a box
FILES = 100 * MB  # what its home, and its /tmp, can hold
LONGEST_LINE = 16 * MB  # of what it hands out
MOST_OUTPUT = 100 * MB
_FIRST_USER = 214_700  # users that no system gives out: root's boxes run as these, each as one of its own
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_OF_ETC = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "fonts", "localtime", "mime.types")
_COPIED = ("__init__.py", "recorder.py", "values.py")  # of this folder
_POLL = 0.2  # seconds between two looks at its memory


class BoxError(Exception):
    """The box came to an end of its own, or was ended: the message is a sentence about the notebook."""


@dataclass(frozen=True)
class Kit:
    """What all boxes of a class have in common.

    Attributes:
        library: the folder that is /textkit in the box: the library, its texts, the article.
        hidden: folders and files that no box may see, wherever the system has them.
        trust: run without a box.
        seconds: how long a cell may run.
    """

    library: Path
    hidden: tuple[Path, ...]
    trust: bool = False
    seconds: float = SECONDS_OF_CELL


@contextmanager
def kit(
    article: str, hidden: list[Path], *, trust: bool = False, seconds: float = SECONDS_OF_CELL
) -> Iterator[Kit]:
    """Put together what the boxes of a class get, and take it away afterwards.

    Args:
        article: the text that the class works on.
        hidden: what no box may see, such as the submissions.
        trust: run without a box.
        seconds: how long a cell may run.

    Yields:
        The Kit.
    """
    with tempfile.TemporaryDirectory(prefix="textkit-") as folder:
        library = Path(folder) / "library"
        project, package = project_folder(), Path(__file__).resolve().parents[2]
        shutil.copytree(package, library / "textkit", ignore=_not_for_the_box)
        for name in _COPIED:
            file = library / "textkit" / "course" / "grading" / name
            file.parent.mkdir(exist_ok=True)
            shutil.copy(Path(__file__).with_name(name), file)
        for text in sorted((project / "seeds").rglob("*.txt")):
            target = library / text.relative_to(project)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(text, target)
        names = library / "notebooks" / "chapters"
        names.mkdir(parents=True)
        for name in ("series.txt", "titles.txt"):
            shutil.copy(project / "notebooks" / "chapters" / name, names)
        (library / ARTICLE).write_text(article, encoding="utf-8", newline="")
        _warm_up(library)
        Path(folder).chmod(0o755)  # root's boxes run as somebody else
        yield Kit(
            library, (*hidden, project / "notebooks", project / "tests", project / ".git"), trust, seconds
        )


def _not_for_the_box(folder: str, names: list[str]) -> set[str]:
    return {"material", "__pycache__", "grading"} & set(names)


def _warm_up(library: Path) -> None:
    """Make once what each box would have to make again: compiled code, and the list of fonts."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(library / "textkit")], check=False)
    environment = os.environ | {"MPLCONFIGDIR": str(library / FONTS), "MPLBACKEND": "agg"}
    code = "import matplotlib.font_manager"
    subprocess.run([sys.executable, "-c", code], env=environment, check=False, capture_output=True)


def why_no_box() -> str | None:
    """Say why there can be no box on this machine; None if there can."""
    if not shutil.which("bwrap"):
        return "There is no bubblewrap on this machine (on Debian and Ubuntu: apt-get install bubblewrap)."
    tried = subprocess.run([*_walls(), *_system(), "--", "/usr/bin/true"], capture_output=True, text=True)
    if tried.returncode:
        said = (tried.stderr.strip().splitlines() or ["no reason given"])[-1]
        return f"Bubblewrap is here, but the system does not let it make a box: {said}"
    return None


def _walls() -> list[str]:
    """Return the command that makes the walls; root needs no user namespace, and its box gives root up."""
    unshared = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    if not _is_root():
        unshared += ["--unshare-user", "--uid", "1000", "--gid", "1000"]
    return ["bwrap", *unshared, "--die-with-parent", "--new-session", "--hostname", "box", "--clearenv"]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _system() -> list[str]:
    """Return the options that show the system, read-only, and little of /etc."""
    options: list[str] = []
    for folder in map(Path, _SYSTEM):
        if folder.is_symlink():
            options += ["--symlink", os.readlink(folder), str(folder)]
        elif folder.is_dir():
            options += ["--ro-bind", str(folder), str(folder)]
    options += _open_folder(Path("/etc"))
    for name in _OF_ETC:
        options += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    options += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777"]
    options += ["--size", str(FILES), "--tmpfs", "/dev/shm", "--remount-ro", "/dev"]
    for folder in map(Path, ("/tmp", HOME)):
        options += ["--perms", "1777", "--size", str(FILES), "--tmpfs", str(folder)]
    return options


def _open_folder(folder: Path) -> list[str]:
    """Return the options that make an empty folder that all may look into, for what will lie in it."""
    return ["--perms", "0755", "--dir", str(folder)]


def _python() -> list[Path]:
    """Return the folders that this Python is in."""
    folders = {Path(sys.prefix), Path(sys.base_prefix), Path(os.path.realpath(sys.executable)).parents[1]}
    folders |= {Path(place) for place in sys.path if place.endswith(("site-packages", "dist-packages"))}
    return sorted(folder for folder in folders if folder.is_dir() and folder != Path("/"))


def command(kit: Kit) -> list[str]:
    """Return the command that runs the recorder in a box."""
    options = _system()
    shown = [Path(folder) for folder in _SYSTEM]
    for folder in _python():
        if not any(folder.is_relative_to(other) for other in shown):
            for parent in list(folder.parents)[-2::-1]:
                options += _open_folder(parent)
            options += ["--ro-bind", str(folder), str(folder)]
            shown.append(folder)
    options += ["--ro-bind", str(kit.library), LIBRARY]
    own = [
        Path(place) / "textkit" for place in sys.path if place.endswith(("site-packages", "dist-packages"))
    ]
    for path in (*kit.hidden, *own):
        if any(path.is_relative_to(folder) for folder in shown):
            options += ["--tmpfs", str(path)] if path.is_dir() else []
            options += ["--ro-bind", os.devnull, str(path)] if path.is_file() else []
    options += ["--remount-ro", "/", "--chdir", HOME]
    for name, value in environment(LIBRARY, HOME).items():
        options += ["--setenv", name, value]
    return [*_walls(), *options, "--", *_recorder()]


def environment(library: str, home: str) -> dict[str, str]:
    """Return the variables that the recorder starts with, and no others."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": home,
        "TMPDIR": "/tmp" if library == LIBRARY else home,
        "USER": "student",
        "LANG": "C.UTF-8",
        "PYTHONPATH": library,
        "PYTHONDONTWRITEBYTECODE": "1",
        "TEXTKIT_ARTICLE": f"{library}/{ARTICLE}",
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": f"{home}/.matplotlib",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }


def _recorder() -> list[str]:
    # -P: a folder `textkit` where the student works is not taken for the library.
    return [sys.executable, "-P", "-s", "-m", "textkit.course.grading.recorder"]


class Box:
    """A running box: lines of JSON go in and come out."""

    def __init__(self, kit: Kit, place: int, task: dict[str, Any]) -> None:
        """Start it.

        Args:
            kit: what all boxes have in common.
            place: which of the boxes that run at once this is, from 0.
            task: what the recorder is told.
        """
        self._home = None
        options: dict[str, Any] = {
            "stdin": subprocess.PIPE,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.DEVNULL,
        }
        limits = dict(LIMITS)
        if kit.trust:
            self._home = tempfile.TemporaryDirectory(prefix="textkit-", ignore_cleanup_errors=True)
            own = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
            options |= {"env": environment(str(kit.library), self._home.name) | own, "cwd": self._home.name}
            options["start_new_session"] = os.name != "nt"
            arguments, limits = _recorder(), {}
        else:
            arguments = command(kit)
            if _is_root():
                limits["user"] = _FIRST_USER + place
        self._process = subprocess.Popen(arguments, **options)
        self._trust, self._output = kit.trust, 0
        self._lines: queue.Queue[bytes] = queue.Queue(maxsize=4)
        self._over = threading.Event()
        self._too_large = False
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._watch, daemon=True).start()
        self.send(task | {"limits": limits, "seconds": {"cell": kit.seconds, "call": SECONDS_OF_CALL}})

    def _read(self) -> None:
        assert self._process.stdout
        while line := self._process.stdout.readline(LONGEST_LINE):
            self._output += len(line)
            whole = line.endswith(b"\n") and self._output <= MOST_OUTPUT
            while not self._over.is_set():
                try:
                    self._lines.put(line if whole else b"", timeout=1)
                    break
                except queue.Full:
                    continue
            if not whole or self._over.is_set():
                break
        if not self._over.is_set():
            self._lines.put(b"")

    def _watch(self) -> None:
        """End it when its processes together hold too much: limits of the system hold for each alone."""
        while not self._over.wait(_POLL):
            if memory_below(self._process.pid) > MEMORY:
                self._too_large = True
                self._kill()
                return

    def send(self, message: dict[str, Any]) -> None:
        """Send a line into the box; that it has ended shows when it is read next."""
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            pass

    def receive(self, seconds: float) -> dict[str, Any]:
        """Return the next message from the box.

        Raises:
            BoxError: it has ended, it takes too long, too much memory, or what it says cannot be read.
        """
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            raise BoxError("It ran too long, and did not stop when it was told to.") from None
        if self._too_large:
            raise BoxError("Its processes took more memory than a notebook may.")
        if not line:
            raise BoxError("It ended Python itself, or used more than a notebook may.")
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            raise BoxError("It wrote into the line that is for the answers alone.") from None
        if not isinstance(message, dict):
            raise BoxError("It wrote into the line that is for the answers alone.")
        return message

    def close(self) -> None:
        """End it, with all that it has started."""
        self._over.set()
        self._kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        if self._home:
            self._home.cleanup()

    def _kill(self) -> None:
        with suppress(OSError):
            if self._trust and os.name != "nt":
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()


def memory_below(process: int) -> int:
    """Return the bytes of memory that a process and those below it hold; 0 where /proc does not tell.

    >>> memory_below(os.getpid()) > 0 or not os.path.isdir("/proc/self")
    True
    """
    pages, waiting = 0, [process]
    while waiting:
        one = waiting.pop()
        try:
            pages += int(Path(f"/proc/{one}/statm").read_text().split()[1])
            for thread in Path(f"/proc/{one}/task").iterdir():
                waiting += map(int, (thread / "children").read_text().split())
        except (OSError, ValueError):
            continue
    return pages * (os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0)
