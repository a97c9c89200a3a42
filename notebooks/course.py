"""Set up a folder for nbgrader, with the chapters as assignments.

    python notebooks/course.py FOLDER            all chapters
    python notebooks/course.py FOLDER 03 quotes  some of them, by number or name

Running it again adds what is missing. A file that is there with other contents stays as it is, and is named:
somebody may have changed it. Students' work is in folders of its own, which this never touches.
"""

import argparse
import importlib.util
import shutil
import sys
from pathlib import Path

from textkit import load_article
from textkit.course.series import chapter_names, find_chapter, notebook_file
from textkit.writing import write_file

HERE = Path(__file__).resolve().parent
CONFIG = """\
# Written by textkit's notebooks/course.py. Every option: nbgrader --help-all
import os
from pathlib import Path

c = get_config()
here = Path(__file__).resolve().parent

c.CourseDirectory.course_id = "textkit"
c.CourseDirectory.root = str(here)

# All students are graded on the same article.
os.environ["TEXTKIT_ARTICLE"] = str(here / "article.txt")

# A blank stays a blank: an exercise that nobody has touched says "not yet" and stops nothing.
c.ClearSolutions.code_stub = {"python": ""}
c.ClearSolutions.text_stub = "*Your answer:*"

# A cell that runs longer than this is stopped, and the rest is graded.
c.Execute.timeout = 60
c.Execute.interrupt_on_timeout = True
"""
GUIDE = """\
In this folder (nbgrader must be on the PATH: activate textkit's .venv first)

    nbgrader generate_assignment 03_frequency     makes release/03_frequency, without solutions
    (hand it out, and put what comes back into submitted/STUDENT/03_frequency/)
    nbgrader autograde 03_frequency               runs and grades; for each of its exercises a point
    sh grade_apart.sh 03_frequency                does the same where students' code can do no harm
    jupyter lab                                   Nbgrader, Formgrader: grades the written answers by hand
    nbgrader generate_feedback 03_frequency       makes feedback/STUDENT/03_frequency/
    nbgrader export                               writes grades.csv

Students need textkit, as in class: the checks come with it.

nbgrader autograde runs the students' code with your rights: it can read the solutions and write the
gradebook. What grade_apart.sh needs, and all the rest, is in docs/instructor/README.md of textkit.
"""


def put(target: Path, data: bytes, kept: list[Path]) -> None:
    """Write a file; one that is there already with other contents is kept, and listed."""
    if target.exists() and target.read_bytes() != data:
        kept.append(target)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    write_file(target, data)


def set_up(folder: Path, chapters: list[str]) -> list[Path]:
    """Write the course; return the files that were there already with other contents, and were kept.

    Raises:
        ValueError: there is no such chapter.
    """
    wanted = [find_chapter(chapter) for chapter in chapters] or chapter_names()
    kept: list[Path] = []
    put(folder / "nbgrader_config.py", CONFIG.encode(), kept)
    put(folder / "README.txt", GUIDE.encode(), kept)
    put(folder / "grade_apart.sh", (HERE / "grade_apart.sh").read_bytes(), kept)
    put(folder / "article.txt", load_article().text.encode(), kept)
    for chapter in wanted:
        source = HERE / "solutions" / notebook_file(chapter).name
        put(folder / "source" / source.stem / source.name, source.read_bytes(), kept)
    return kept


def main() -> int:
    """Set up the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="a new or an earlier course folder")
    parser.add_argument("chapters", nargs="*", help="such as 03 or frequency; all if none is named")
    asked = parser.parse_args()
    try:
        kept = set_up(asked.folder, asked.chapters)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    for file in kept:
        print(
            f"{file} has been changed, and is left as it is. Move it away to have the new one.",
            file=sys.stderr,
        )
    print(f"The course is in {asked.folder}. Its README.txt says how to go on.")
    print(f"Everybody is graded on its article.txt, which is {load_article().source}.")
    if not importlib.util.find_spec("nbgrader"):
        print("nbgrader is not installed in this environment. `make course` installs it.")
    elif not shutil.which("nbgrader"):
        print("nbgrader is installed. Activate its environment first: source .venv/bin/activate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
