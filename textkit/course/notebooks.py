"""Telling a notebook that somebody has worked in from one that is as it was built."""

import hashlib
import json
from pathlib import Path
from typing import Any

SOLUTIONS = "solutions"
"""How a notebook with solutions is marked."""


def fingerprint(cells: list[dict[str, Any]]) -> str:
    """Return a short hash of what the cells of a notebook say, whether they have been run or not.

    An empty cell says nothing: JupyterLab adds one when the last cell is run.

    >>> fingerprint([{"cell_type": "code", "source": ["n = ", "3"], "outputs": []}])
    'cfeff6b49c5a1c19'
    """
    sources = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    said = "\0".join(kind + source for kind, source in sources if source.strip())
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _built(file: Path) -> dict[str, str]:
    """Return what the build has noted in a notebook; nothing where there is no such note."""
    try:
        return dict(json.loads(file.read_bytes())["metadata"]["textkit"])
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def built_as(file: Path) -> str | None:
    """Return the fingerprint that a notebook was built with, or None where it has none.

    >>> built_as(Path("README.md")) is None
    True
    """
    return _built(file).get("built")


def was_run(file: Path) -> bool:
    """Tell whether a notebook has been run: it shows what its cells gave.

    >>> was_run(Path("notebooks/glossary.ipynb"))
    False
    """
    return any(cell.get("outputs") for cell in json.loads(file.read_bytes())["cells"])


def has_solutions(file: Path) -> bool:
    """Tell whether a notebook is one with solutions, as it was built.

    >>> has_solutions(Path("notebooks/glossary.ipynb"))
    False
    """
    return _built(file).get("form") == SOLUTIONS


def is_worked_in(file: Path) -> bool:
    """Tell whether somebody has changed a notebook since it was built; if it cannot be read, say yes.

    >>> is_worked_in(Path("notebooks/glossary.ipynb"))
    False
    """
    try:
        return fingerprint(json.loads(file.read_bytes())["cells"]) != built_as(file)
    except (OSError, ValueError, LookupError, TypeError):
        return True  # unreadable is no reason to write over it
