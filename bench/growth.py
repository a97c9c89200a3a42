"""How time and memory grow with the size of a corpus: they should be linear, and flat.

    python bench/growth.py frequency 1 10 100 1000      the sizes, in MB
    python bench/growth.py quotes 1 10 100 1000

Each size is counted in a process of its own, so that its peak of memory is its own.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILE_MB = 1  # a file of the corpus


def write_corpus(folder: Path, megabytes: int) -> None:
    """Write a corpus of files of one megabyte each."""
    from bench_speed import words_like_these

    text = words_like_these(FILE_MB)
    for number in range(megabytes):
        # Rotated, so that no two files are the same.
        cut = number * 997 % len(text)
        (folder / f"{number:04d}.txt").write_text(text[cut:] + text[:cut], encoding="utf-8")


def measure(folder: str, what: str) -> None:
    """Make one table and print its seconds and the peak of memory in MB."""
    from textkit import corpus_frequency, iter_quotes

    start = time.perf_counter()
    if what == "frequency":
        corpus_frequency(folder, lower=True, workers=1, progress=False)
    else:
        for _ in iter_quotes(folder, workers=1, progress=False):
            pass
    seconds = time.perf_counter() - start
    unit = 1e6 if sys.platform == "darwin" else 1e3
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def main(what: str, sizes: list[int]) -> None:
    """Print a row a size."""
    print(f"{what:<12}{'MB':>6}{'seconds':>10}{'s a MB':>10}{'peak MB':>10}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), size)
            done = subprocess.run(
                [sys.executable, __file__, "--measure", folder, what],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
        seconds, peak = map(float, done.stdout.split())
        print(f"{'':<12}{size:>6}{seconds:>10.2f}{seconds / size:>10.3f}{peak:>10.0f}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(*sys.argv[2:])
    else:
        main(sys.argv[1], [int(size) for size in sys.argv[2:]])
