"""How time and memory grow, of every public function and of a corpus: they should be linear, and flat.

    python bench/growth.py                             every function, on texts that hurt: a table
    python bench/growth.py tokenize kwic               only these
    python bench/growth.py frequency 1 10 100 1000     a corpus of so many MB: seconds, peak of memory
    python bench/growth.py quotes 1 10 100 1000

The exponent is the slope of the CPU time over four sizes, both as logarithms: 1 is linear, 2 is
quadratic. It is measured where a run takes long enough to be told from the noise.
Each corpus is counted in a process of its own, so that its peak of memory is its own.
"""

import gc
import math
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

LINES = 45  # of an article of a corpus, some 5 kB: a sentence each
SIZES = (1, 2, 4, 8)
FIRST = 0.008  # seconds that the smallest of the four sizes should take
MOST = 1_000_000  # characters of the largest text
LINEAR = 1.15  # an exponent up to this is one
HIDDEN = 0.5  # up to this, what takes the same time for any text (drawing) hides how the rest grows


# --- every public function -------------------------------------------------------------------

FAMILIES: dict[str, Callable[[int], str]] = {  # texts of n pieces
    "news": lambda n: "“We will rebuild the bridge,” said Ann Lee, the mayor. It had rained. " * n,
    "new names": lambda n: " ".join(f"“Yes,” said {_name(i)} {_name(i * 7)}. She left." for i in range(n)),
    "new words": lambda n: " ".join(f"{_name(i).lower()}ing" for i in range(n)),
    "marks": lambda n: "“?!… ‘—’ " * n,
    "one line": lambda n: "the rain fell and " * n,
    "many lines": lambda n: "a\n" * n,
    "blank lines": lambda n: "# Rain #\n\n" * n,
    "one long token": lambda n: "a" * n,
    "open quotes": lambda n: "“so he said " * n,
    "initials": lambda n: "J. U.S. Mr. " * n,
}


@lru_cache(maxsize=100)
def text_of(family: str, n: int) -> str:
    return FAMILIES[family](n)


def _name(number: int) -> str:
    """Return a new name for each number: Ba, Be, Bi …"""
    letters = "".join("bdfglmnprstv"[number // 5**k % 12] + "aeiou"[number // 7**k % 5] for k in range(4))
    return f"{letters}{number:x}".capitalize().translate(str.maketrans("0123456789", "klmnoprstv"))


def functions() -> dict[str, tuple[Callable[[str], object], Callable[[object], object]]]:
    """Return for every public function what is made of a text beforehand, and what is measured."""
    import matplotlib as mpl

    import textkit
    from textkit import charts
    from textkit.course import preflight
    from textkit.report import report

    mpl.use("agg")

    def itself(text: str) -> str:
        return text

    def article(text: str) -> object:
        return textkit.Article(text, (text,), (), "a.txt")

    def file(text: str) -> str:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf-8") as made:
            made.write(text)
        FILES.append(made.name)
        return made.name

    def documents(text: str) -> list[tuple[str, str]]:
        size = 2_000
        return [(str(i), text[i : i + size]) for i in range(0, len(text), size)]

    def drawn(chart: charts.Chart) -> str:
        return chart._repr_html_()

    def counted(text: str) -> object:
        return textkit.frequency_table(textkit.tokenize(text))

    def all_quotes(text: str) -> object:
        return textkit.quote_table(text, all_kinds=True)

    quiet = {"workers": 1, "progress": False}
    tokens = textkit.tokenize
    return {
        "load_article": (file, textkit.load_article),
        "read_corpus": (file, lambda f: list(textkit.read_corpus(f))),
        "tokenize": (itself, textkit.tokenize),
        "sentence_spans": (itself, textkit.sentence_spans),
        "split_sentences": (itself, textkit.split_sentences),
        "sentence_table": (itself, textkit.sentence_table),
        "ngrams": (tokens, lambda t: textkit.ngrams(t, 3)),
        "content_words": (tokens, textkit.content_words),
        "frequency_table": (tokens, textkit.frequency_table),
        "lexical_diversity": (tokens, textkit.lexical_diversity),
        "zipf_table": (tokens, textkit.zipf_table),
        "zipf_slope": (tokens, textkit.zipf_slope),
        "dispersion": (tokens, lambda t: textkit.dispersion(t, t[:3] or ["a"])),
        "dispersion, every word": (tokens, lambda t: textkit.dispersion(t, t)),
        "keyness": (tokens, lambda t: textkit.keyness(t or ["a"], ["the", "rain"])),
        "kwic": (tokens, lambda t: textkit.kwic(t, (t or ["a"])[0])),
        "collocations": (tokens, lambda t: textkit.collocations(t, min_count=1)),
        "find_quotes": (itself, textkit.find_quotes),
        "attribute_quotes": (itself, lambda x: textkit.attribute_quotes(x, textkit.find_quotes(x))),
        "quote_table": (itself, lambda x: textkit.quote_table(x, all_kinds=True)),
        "speaker_table": (itself, textkit.speaker_table),
        "explain_quote": (itself, lambda x: textkit.explain_quote(x, 1)),
        "match_spans": (all_quotes, lambda q: textkit.match_spans(q, q)),
        "evaluate": (all_quotes, lambda q: textkit.evaluate(q, q)),
        "kappa": (tokens, lambda t: textkit.kappa(t, t[::-1])),
        "corpus_frequency": (documents, lambda d: textkit.corpus_frequency(d, **quiet)),
        "corpus_keyness": (counted, lambda t: textkit.corpus_keyness(t, t.head(3))),
        "corpus_quotes": (documents, lambda d: textkit.corpus_quotes(d, **quiet)),
        "iter_quotes": (documents, lambda d: list(textkit.iter_quotes(d, **quiet))),
        "corpus_speakers": (documents, lambda d: textkit.corpus_speakers(d, **quiet)),
        "plot_frequency": (counted, lambda t: drawn(charts.plot_frequency(t))),
        "plot_bars": (counted, lambda t: drawn(charts.plot_bars(t.head(100), label="token", value="count"))),
        "plot_null": (tokens, lambda t: drawn(charts.plot_null(map(len, t), real=3))),
        "plot_cloud": (counted, lambda t: drawn(charts.plot_cloud(t))),
        "plot_zipf": (lambda x: textkit.zipf_table(tokens(x)), lambda t: drawn(charts.plot_zipf(t))),
        "plot_dispersion": (
            lambda x: (textkit.dispersion(tokens(x), (tokens(x) or ["a"])[:3]), len(tokens(x)) or 1),
            lambda t: drawn(charts.plot_dispersion(t[0], n_tokens=t[1])),
        ),
        "plot_sentence_lengths": (textkit.sentence_table, lambda t: drawn(charts.plot_sentence_lengths(t))),
        "plot_quotes": (
            lambda x: (textkit.quote_table(x, all_kinds=True), len(x)),
            lambda t: drawn(charts.plot_quotes(t[0], n_characters=t[1])),
        ),
        "plot_speakers": (textkit.speaker_table, lambda t: drawn(charts.plot_speakers(t))),
        "show_concordance": (tokens, lambda t: textkit.show_concordance(t, (t or ["a"])[0])),
        "show_quotes": (itself, textkit.show_quotes),
        "show_speaker": (itself, lambda x: textkit.show_speaker(x, "unknown")),
        "report": (article, report),
        "preflight": (article, preflight),
    }  # fmt: skip


FILES: list[str] = []


def user_time() -> float:
    """Return the CPU time without what the system spends on handing out memory, which comes in leaps."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def seconds(function: Callable[[object], object], given: object, runs: int = 2) -> float:
    """Return the least CPU time of a few runs, as if the function met the text for the first time."""
    from textkit import speakers, tokens

    taken = []
    for _ in range(runs):
        for module in (tokens, speakers):
            for remembered in vars(module).values():
                getattr(remembered, "cache_clear", lambda: None)()
        gc.collect()
        start = user_time()
        function(given)
        taken.append(user_time() - start)
    return min(taken)


def exponent(
    make: Callable[[str], object], function: Callable[[object], object], family: str
) -> float | None:
    """Return how the time grows with the text, or None if even the largest text takes hardly any."""

    def text(n: int) -> str:
        return text_of(family, n)

    length, start = len(text(100)) / 100, 100
    smallest = int(MOST / length / SIZES[-1])
    while (took := seconds(function, make(text(start)), 1)) < FIRST and start * 2 <= smallest:
        start *= 2 if took > FIRST / 4 else 4
    start = min(start, smallest)
    while True:
        times = [seconds(function, make(text(start * size))) for size in SIZES]
        if times[-1] < FIRST:
            return None
        slope = statistics.linear_regression(list(map(math.log, SIZES)), list(map(math.log, times))).slope
        if slope > HIDDEN or start == smallest:
            return slope
        start = min(4 * start, smallest)


def table_of_functions(names: list[str]) -> bool:
    """Print the exponents as a table, a row a function; tell whether all are linear."""
    warnings.simplefilter("ignore")
    print("| function |", " | ".join(FAMILIES), "|\n|---|" + "---|" * len(FAMILIES))
    linear = True
    for name, (make, function) in functions().items():
        if names and name not in names:
            continue
        cells = []
        for family in FAMILIES:
            try:
                slope = exponent(make, function, family)
            except ValueError:  # a text of marks alone is no article, and has nothing to compare
                cells.append("–")
                continue
            finally:
                while FILES:
                    Path(FILES.pop()).unlink()
            cells.append("0" if slope is None else f"{slope:.2f}" if slope <= LINEAR else f"**{slope:.2f}**")
            linear &= slope is None or slope <= LINEAR
        print(f"| `{name}` |", " | ".join(cells), "|", flush=True)
    return linear


# --- a corpus --------------------------------------------------------------------------------


def write_corpus(folder: Path, megabytes: int) -> None:
    """Write a corpus of articles."""
    from bench_speed import words_like_these

    lines = words_like_these(1).splitlines()
    number = size = 0
    while size < megabytes * 1e6:
        start = number * 37 % len(lines)  # no two articles are the same
        article = "\n".join(lines[start : start + LINES])
        (folder / f"{number:06d}.txt").write_text(article, encoding="utf-8")
        number, size = number + 1, size + len(article)


def measure(folder: str, what: str, workers: str) -> None:
    """Make one table and print its seconds and the peak of memory in MB."""
    from textkit import corpus_frequency, iter_quotes

    start = time.perf_counter()
    if what == "frequency":
        corpus_frequency(folder, lower=True, workers=int(workers), progress=False)
    else:
        for _ in iter_quotes(folder, workers=int(workers), progress=False):
            pass
    seconds = time.perf_counter() - start
    unit = 1e6 if sys.platform == "darwin" else 1e3
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def corpora(what: str, sizes: list[int]) -> None:
    """Print a row a size: in one process, and in two."""
    print(f"{what:<12}{'MB':>6}{'seconds':>10}{'s a MB':>10}{'peak MB':>10}{'two processes':>15}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), size)

            def run(workers: str, folder: str = folder) -> tuple[float, float]:
                done = subprocess.run(
                    [sys.executable, __file__, "--measure", folder, what, workers],
                    capture_output=True, text=True, check=True,
                )  # fmt: skip
                seconds, peak = map(float, done.stdout.split())
                return seconds, peak

            (one, peak), (two, _) = run("1"), run("2")
        print(f"{'':<12}{size:>6}{one:>10.2f}{one / size:>10.3f}{peak:>10.0f}{two / one:>14.2f}x", flush=True)


if __name__ == "__main__":
    random.seed(1)
    if sys.argv[1:2] == ["--measure"]:
        measure(*sys.argv[2:])
    elif sys.argv[1:2] in (["frequency"], ["quotes"]):
        corpora(sys.argv[1], [int(size) for size in sys.argv[2:]])
    else:
        sys.exit(not table_of_functions(sys.argv[1:]))
