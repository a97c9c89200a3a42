"""What is different where Python itself runs in a browser: one program, and files that the browser keeps.

There (JupyterLite, with Pyodide) nothing is installed and no server runs. A student's files stay in the
browser until somebody clears its data: so a chapter offers to download them, and to open them again.
"""

import runpy
import subprocess
import sys
from importlib.resources import files

from textkit.course.verdicts import show

ALONE = sys.platform == "emscripten"
"""Whether this is a Python in a browser."""


class Work:
    """Two controls that download all that a student has changed, and open what was downloaded.

    The script `work.js` makes them, of what JupyterLab knows of the files, and needs no kernel. Where it may
    not run, as in a notebook that has just been opened again, a sentence stands in their place.
    """

    def __repr__(self) -> str:
        return "Run this cell again to download your work, or to open what you have downloaded."

    def _repr_javascript_(self) -> str:
        return (files("textkit.course") / "work.js").read_text(encoding="utf-8")


def offer_work() -> None:
    """Show the controls for a student's work where its files are the browser's; elsewhere nothing."""
    if ALONE:
        show(Work())


def run_script(script: str, *arguments: str) -> None:
    """Run a script as the command line does, `python script arguments`, and show what it prints.

    Its complaints are shown, too, if it has any. A browser has no command line and starts no other program:
    there the Python that runs the notebook runs the script itself, and says so.

    Args:
        script: the name of its file.
        arguments: what stands behind the name. The script finds it in `sys.argv[1:]`.

    Returns:
        Nothing: what the script prints stands below the cell.

    >>> run_script("examples/most_quoted.py", "seeds/nato_article.txt")  # doctest: +ELLIPSIS
    Mark Rutte: 14 quotes, 262 words, in 1 texts
    ...
    """
    if not ALONE:
        done = subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True)
        print(done.stdout, done.stderr)
        return
    print(
        "A browser starts no other program. This is what the script prints, run by this notebook's Python:\n"
    )
    before = sys.argv
    sys.argv = [script, *arguments]
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        if end.code:
            print(end.code)
    finally:
        sys.argv = before
