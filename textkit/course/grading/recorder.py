"""What runs inside the box: a student's notebook, and in the place of its checks a recorder.

It knows which names an exercise asks for, and nothing else of it. At each `check("rate")` it hands out the
values of these names, and waits: the judge outside may have a function called on values that it sends. What
leaves the box are answers; a score is no word of this language. So whoever takes this process over, and a
student's code can, has won no more than the right to hand in other answers.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import textkit.course
from textkit.course.errors import StudentError, stopped
from textkit.course.grading.values import Reader, Writer
from textkit.course.running import call

FONTS = "matplotlib"
"""The folder beside the library with matplotlib's list of fonts, which takes seconds to make."""


class Recorder:
    """Hands out values at each check, and lets functions be called.

    Attributes:
        asked: the names that each exercise asks for.
        seconds: how long a cell may run, and a call of a function.
    """

    def __init__(self, asked: dict[str, list[str]], seconds: dict[str, float], incoming: Any, outgoing: Any):
        self.asked, self.seconds = asked, seconds
        self.incoming, self.outgoing = incoming, outgoing
        self.names: dict[str, Any] = {}

    def say(self, **message: Any) -> None:
        """Send a line to the judge."""
        self.outgoing.write(json.dumps(message).encode() + b"\n")
        self.outgoing.flush()

    def begin(self, chapter: str, names: dict[str, Any]) -> tuple[Any, Any, Any]:
        """Stand in for `textkit.course.begin`."""
        self.names = names
        return self.check, lambda name: None, lambda: None

    def check(self, name: Any) -> None:
        """Hand out the values that an exercise asks for, and answer the judge until it has seen enough."""
        if name not in self.asked:
            return
        with _no_alarm():
            writer = Writer()
            there = [asked for asked in ("article", *self.asked[name]) if asked in self.names]
            self.say(check=name, values={asked: writer.write(self.names[asked]) for asked in there})
            while "call" in (wanted := json.loads(self.incoming.readline())):
                self.say(**self._called(writer, wanted))

    def _called(self, writer: Writer, wanted: dict[str, Any]) -> dict[str, Any]:
        arguments = Reader(None).read(wanted["arguments"])
        try:
            with _alarm(self.seconds["call"]):
                return {"value": writer.write(call(writer.functions[wanted["call"]], *arguments))}
        except StudentError as error:
            return {"error": str(error), "cause": error.cause}
        return {"error": "It was stopped: is there a loop that never ends?", "cause": "KeyboardInterrupt"}

    def run(self, cells: list[str | None]) -> None:
        """Run the cells one after another; None stands for one that is left out."""
        settings = Config()
        settings.HistoryManager.enabled = False
        shell: Any = InteractiveShell.instance(config=settings)
        shell.display_formatter.active_types = ["text/plain"]  # nobody looks at it
        textkit.course.begin = self.begin
        textkit.course.points = lambda *arguments: None
        for number, cell in enumerate(cells):
            if cell is None:
                continue
            self.say(cell=number)
            with _alarm(self.seconds["cell"]):
                result = shell.run_cell(cell, store_history=True)
            if error := result.error_before_exec or result.error_in_exec:
                frames = error.__traceback__ and error.__traceback__.tb_next
                verdict = stopped(error, cell, frames.tb_frame.f_code.co_filename if frames else None)
                self.say(stopped=number, message=verdict.message, cause=verdict.cause)
        self.say(end=True)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer, as a click on the button with the square does."""
    if not hasattr(signal, "setitimer"):  # Windows: the box itself is ended then
        yield
        return

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except KeyboardInterrupt:  # it came between two lines of ours
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def _no_alarm() -> Iterator[None]:
    """Stop the clock of the cell while the judge is at work."""
    left = signal.setitimer(signal.ITIMER_REAL, 0)[0] if hasattr(signal, "setitimer") else 0
    try:
        yield
    finally:
        if left:
            signal.setitimer(signal.ITIMER_REAL, left)


def _limit(limits: dict[str, int]) -> None:
    """Take rights away from this process for good: memory, files, processes, and being root."""
    if limits:  # should the machine run out of memory all the same, the system ends this first
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("1000")
    if "user" in limits:
        os.setgroups([])
        os.setgid(limits["user"])
        os.setuid(limits["user"])
    if limits:
        import resource  # not on Windows, where there are no limits

        for name in ("AS", "FSIZE", "NPROC", "CORE", "NOFILE"):
            kind = getattr(resource, f"RLIMIT_{name}")
            most, hard = limits[name], resource.getrlimit(kind)[1]
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (most, most))


def main() -> None:
    """Run the notebook that comes in, and hand out what its checks ask for."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # what a student prints goes nowhere
        os.dup2(nowhere, stream)
    task = json.loads(incoming.readline())
    _limit(task["limits"])
    for name, text in task["files"].items():
        Path(name).write_text(text, encoding="utf-8")
    fonts = Path(textkit.__file__).parents[1] / FONTS
    if fonts.is_dir():
        shutil.copytree(fonts, os.environ["MPLCONFIGDIR"], dirs_exist_ok=True)
    sys.argv = [""]
    Recorder(task["asked"], task["seconds"], incoming, outgoing).run(task["cells"])


if __name__ == "__main__":
    main()
