"""How many small breaks of the library its tests notice: `make mutants`, or for some rooms only

    python bench/mutants.py --sample 60 frequency concordance

Each break changes one comparison, and/or, operator, number or truth value of a copy of the project
(cosmic-ray does it); the tests of that room run, and should fail. A random sample of each room is
tried, the same for the same --seed. Those that nobody notices are printed: some change nothing
that can be seen.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from cosmic_ray.tools.survival_rate import survival_rate
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import TestOutcome

ROOT = Path(__file__).parents[1]
ROOMS = {  # the files of a room; its tests are tests/test_<room>.py and its doctests
    "frequency": ["frequency.py"],
    "concordance": ["concordance.py"],
    "evaluation": ["evaluation.py"],
    "tokens": ["tokens.py"],
    "article": ["article.py"],
    "charts": ["charts.py"],
    "views": ["views.py"],
    "corpus": ["corpus/__init__.py", "corpus/finding.py", "corpus/reading.py", "corpus/spreading.py"],
    "cli": ["cli.py"],
}
SECONDS = 120  # for the tests of a room; a break may go round for ever
CONFIG = """\
[cosmic-ray]
module-path = {files}
timeout = {seconds}
excluded-modules = []
test-command = "{python} -m pytest -q -x -p no:cacheprovider tests/test_{room}.py {places}"
[cosmic-ray.distributor]
name = "local"
"""


def try_room(room: str, project: Path, sample: int, seed: int) -> None:
    """Break a room here and there, and print how many of the breaks its tests notice."""
    files = [f"textkit/{file}" for file in ROOMS[room]]
    config, session = project / f"{room}.toml", project / f"{room}.sqlite"
    config.write_text(
        CONFIG.format(files=files, seconds=SECONDS, python=sys.executable, room=room, places=" ".join(files))
    )

    def cosmic_ray(*arguments: str | Path) -> None:
        command = [sys.executable, "-m", "cosmic_ray.cli", *map(str, arguments)]
        # What the tests start as a command of its own is the broken copy, too.
        broken = os.environ | {"PYTHONPATH": str(project)}
        subprocess.run(command, cwd=project, env=broken, check=True, capture_output=True)

    cosmic_ray("baseline", config)  # unbroken, the tests pass
    cosmic_ray("init", config, session)
    with use_db(str(session), WorkDB.Mode.open) as work:
        items = sorted(work.work_items, key=lambda item: item.job_id)
        items.sort(key=lambda item: [(m.module_path, m.start_pos, m.operator_name, m.occurrence)
                                     for m in item.mutations])  # fmt: skip
        # "int | None" in a signature is no operator.
        items = [item for item in items if "BitOr" not in item.mutations[0].operator_name]
        chosen = random.Random(seed).sample(items, min(sample, len(items)))
        work.clear()
        work.add_work_items(chosen)
    cosmic_ray("exec", config, session)
    with use_db(str(session), WorkDB.Mode.open) as work:
        noticed = 100 - survival_rate(work)
        print(f"{room:<12}{len(chosen):>5} of {len(items):<6}{noticed:>6.0f} % noticed", flush=True)
        for _, result in work.completed_work_items:
            if result.test_outcome == TestOutcome.SURVIVED:
                changed = [line for line in (result.diff or "").splitlines() if line[:1] in "+-@"]
                print(*changed, sep="\n    ", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=", ".join(ROOMS))
    parser.add_argument("--sample", type=int, default=60, help="breaks tried in each room")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # some tests run the library as another user
        # Only what git knows, as it stands: the copy is broken, never the project.
        files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        subprocess.run(
            ["cp", "--parents", "-t", folder, *files.decode().rstrip("\0").split("\0")], cwd=ROOT, check=True
        )
        for room in options.rooms or ROOMS:
            try_room(room, Path(folder), options.sample, options.seed)


if __name__ == "__main__":
    main()
