"""What the wheel carries besides the package: the course without solutions, and the README.

The files are named one by one. A folder that is taken whole would bring the solutions and `answers.py` along.
"""

import re
import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

MATERIAL = "textkit/material"
"""Where the package keeps its copy of the project's texts and notebooks."""
TOWN_NEWS = (
    "01_bridge_closes", "02_river_rises", "03_flood_mill_lane", "04_school_shelter", "05_who_pays",
    "06_school_roof", "07_otters_return", "08_market_returns", "09_festival_plans", "10_night_bus",
    "11_library_hours", "12_bridge_opens",
)  # fmt: skip


def course_files(root: Path) -> list[Path]:
    """Return the files of the course that the wheel carries.

    Raises:
        ValueError: a notebook is not as it was built: somebody has worked in it, or run it.
    """
    seeds, notebooks = root / "seeds", root / "notebooks"
    chapters = (notebooks / "chapters" / "series.txt").read_text(encoding="utf-8").split()
    students = [notebooks / f"{place:02d}_{chapter}.ipynb" for place, chapter in enumerate(chapters)]
    students.append(notebooks / "glossary.ipynb")
    tell = runpy.run_path(str(root / "textkit" / "course" / "notebooks.py"))
    if changed := [file.name for file in students if tell["is_worked_in"](file) or tell["was_run"](file)]:
        raise ValueError(f"Somebody has worked in {', '.join(changed)}. Build the wheel from a fresh clone.")
    return [
        *students,
        notebooks / "LICENSE",
        notebooks / "chapters" / "series.txt",
        notebooks / "chapters" / "titles.txt",
        *(notebooks / "chapters" / chapter / "checks.py" for chapter in chapters),
        seeds / "nato_article.txt",
        seeds / "nato_article.key.csv",
        seeds / "about_the_article.md",
        seeds / "tarrowmere_debate.txt",
        *(seeds / f"{text}_second_reader.csv" for text in ("nato_article", "tarrowmere_debate")),
        *(seeds / "town_news" / f"{name}.txt" for name in TOWN_NEWS),
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


def readme_elsewhere(readme: str) -> str:
    """Return the README as it reads where the project's files are not beside it, as in a package index.

    A picture goes, with the table that it stands in; a link to a file becomes the name of the file.

    >>> readme_elsewhere("See [the guide](docs/guide.md) and [Python](https://python.org).")
    'See the guide (docs/guide.md) and [Python](https://python.org).'
    """
    paragraphs = [part for part in readme.split("\n\n") if "](docs/pictures/" not in part]
    return re.sub(r"\[([^]]+)\]\((?!https?:)([^)]+)\)", r"\1 (\2)", "\n\n".join(paragraphs))


class ReadmeHook(MetadataHookInterface):
    """Give the package the README without links that would lead nowhere."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the field `readme`."""
        readme = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": readme_elsewhere(readme)}
