"""What the wheel carries besides the package: the course as students get it, without solutions.

The files are named one by one. A folder that is taken whole would bring the solutions and `answers.py` along.
"""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MATERIAL = "textkit/material"
"""Where the package keeps its copy of the project's texts and notebooks."""


def course_files(root: Path) -> list[Path]:
    """Return the files of the course that the wheel carries.

    Raises:
        ValueError: a notebook is not as it was built: somebody has worked in it.
    """
    seeds, notebooks = root / "seeds", root / "notebooks"
    chapters = (notebooks / "chapters" / "series.txt").read_text(encoding="utf-8").split()
    students = [notebooks / f"{place:02d}_{chapter}.ipynb" for place, chapter in enumerate(chapters)]
    students.append(notebooks / "glossary.ipynb")
    is_worked_in = runpy.run_path(str(root / "textkit" / "course" / "notebooks.py"))["is_worked_in"]
    if changed := [file.name for file in students if is_worked_in(file)]:
        raise ValueError(f"Somebody has worked in {', '.join(changed)}. Build the wheel from a fresh clone.")
    return [
        *students,
        notebooks / "LICENSE",
        notebooks / "chapters" / "series.txt",
        *(notebooks / "chapters" / chapter / "checks.py" for chapter in chapters),
        seeds / "nato_article.txt",
        seeds / "about_the_article.md",
        *sorted((seeds / "town_news").glob("*.txt")),
    ]


class CourseHook(BuildHookInterface):
    """Put the course into the wheel; an editable install reads the clone, and gets no copies."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files before the wheel is built."""
        if version == "editable":
            return
        root = Path(self.root)
        for file in course_files(root):
            build_data["force_include"][str(file)] = f"{MATERIAL}/{file.relative_to(root).as_posix()}"
