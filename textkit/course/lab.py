"""JupyterLab on a student's folder, open at the first chapter.

The folder `jupyter` beside this file has the settings that it starts with: no pop-up about news and no
look-up on the network, no menus of tools for instructors, and a list of files with room for names.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from textkit.course.series import chapter_names, notebook_file

SETTINGS = Path(__file__).resolve().parent / "jupyter"


def open_lab(folder: str | os.PathLike[str], *, browser: bool = True) -> int:
    """Start JupyterLab on a folder, and wait until it is stopped.

    Args:
        folder: the student's folder.
        browser: False prints the address and opens no browser, as where there is no screen.

    Returns:
        The exit code of JupyterLab. On Linux and macOS it takes this process's place, and does not return.

    Raises:
        ImportError: JupyterLab is not installed.
    """
    require_lab()
    command, environment = lab_command(folder, browser=browser), lab_environment()
    if os.name != "nt":
        os.execve(command[0], command, environment)
    process = subprocess.Popen(command, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # JupyterLab has got the same Ctrl + C, and ends in its own time
            continue


def require_lab() -> None:
    """Make sure that JupyterLab is there.

    Raises:
        ImportError: it is not installed.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise ImportError(
            "JupyterLab is not installed in this environment. The notebooks need it and ipywidgets: "
            "`pip install jupyterlab ipywidgets` brings both."
        )


def lab_environment() -> dict[str, str]:
    """Return the environment that JupyterLab starts with: this one, and our settings before others.

    >>> lab_environment()["JUPYTER_CONFIG_PATH"].startswith(str(SETTINGS))
    True
    """
    settings = [str(SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH")]
    environment = os.environ | {"JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, settings))}
    article = os.environ.get("TEXTKIT_ARTICLE", "")
    if os.path.exists(article):  # named from here, and read from the folder of the notebooks
        environment["TEXTKIT_ARTICLE"] = os.path.abspath(article)
    return environment


def lab_command(folder: str | os.PathLike[str], *, browser: bool = True) -> list[str]:
    """Return the command that starts JupyterLab on a folder, open at the first chapter.

    Each folder has a workspace of its own, so that what was open in another one does not come back here.

    >>> lab_command("my_textkit", browser=False)[-1].endswith("/tree/00_start_here.ipynb")
    True
    """
    place = os.path.abspath(folder)
    workspace = f"textkit-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={place}", "--log-level=WARN"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # which JupyterLab refuses unless told
    if not browser or not _has_screen():
        command.append("--no-browser")  # without a screen it may start a text browser
    first = notebook_file(chapter_names()[0]).name
    return [*command, f"--LabApp.default_url=/lab/workspaces/{workspace}/tree/{first}"]


def _has_screen() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
