"""Telling a notebook that somebody has worked in from one that is as it was built."""

import hashlib
import json
from pathlib import Path
from typing import Any


def fingerprint(cells: list[dict[str, Any]]) -> str:
    """Return a short hash of what the cells of a notebook say, whether they have been run or not.

    >>> fingerprint([{"cell_type": "code", "source": ["n = ", "3"], "outputs": []}])
    'cfeff6b49c5a1c19'
    """
    said = "\0".join(cell["cell_type"] + "".join(cell["source"]) for cell in cells)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def built_as(file: Path) -> str | None:
    """Return the fingerprint that a notebook was built with, or None where it has none.

    >>> built_as(Path("README.md")) is None
    True
    """
    try:
        built: str = json.loads(file.read_bytes())["metadata"]["textkit"]["built"]
        return built
    except (OSError, ValueError, LookupError, TypeError):
        return None


def is_worked_in(file: Path) -> bool:
    """Tell whether somebody has changed a notebook since it was built; if it cannot be read, say yes.

    >>> is_worked_in(Path("notebooks/glossary.ipynb"))
    False
    """
    try:
        return fingerprint(json.loads(file.read_bytes())["cells"]) != built_as(file)
    except (OSError, ValueError, LookupError, TypeError):
        return True  # unreadable is no reason to write over it
