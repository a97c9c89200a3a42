"""How fast the helpers are beside their peers, on the same text in one run: `make bench`.

Look at the ratios in parentheses, not at the seconds: they depend on the machine. A peer that is not
installed is skipped; bench/peers.txt says how to install them.
Texts of your own: TEXTKIT_BENCH=FOLDER make bench
"""

import os
import random
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from textkit import corpus_frequency, find_quotes, frequency_table, quote_table, split_sentences, tokenize
from textkit.tokens import _memory

ROOT = Path(__file__).resolve().parents[1]
FOLDER = os.environ.get("TEXTKIT_BENCH")
FILES = sorted(Path(FOLDER).rglob("*.txt")) if FOLDER else sorted((ROOT / "seeds").rglob("*.txt"))
TEXTS = [file.read_text(encoding="utf-8") for file in FILES]


def words_like_these(megabytes: float) -> str:
    """Return text of a size, from the sentences of the texts in random order, with some new words."""
    rng = random.Random(1)
    sentences = [sentence for text in TEXTS for sentence in split_sentences(text)]
    parts, size = [], 0
    while size < megabytes * 1e6:
        sentence = rng.choice(sentences)
        if rng.random() < 0.3:  # no text repeats its words for ever: names and numbers are always new
            sentence += f" {rng.randrange(10**6):x}ville counted {rng.randrange(10**6):,} more."
        parts.append(sentence)
        size += len(sentence)
    return "\n".join(parts)


TEXT = words_like_these(0.5)


def peer(package: str, make):
    """Return a parameter: the peer's function, or a skip that names what is missing."""
    try:
        return pytest.param(make(), id=package)
    except Exception as error:
        reason = f"{package} is not there: {type(error).__name__}"
        return pytest.param(None, id=package, marks=pytest.mark.skip(reason=reason))


def nltk_words():
    from nltk.tokenize import NLTKWordTokenizer

    return NLTKWordTokenizer().tokenize


def spacy_words():
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 10**8
    return lambda text: [token.text for token in nlp(text)]


def fastnltk_words():
    import fastnltk

    return fastnltk.word_tokenize


def blingfire_words():
    import blingfire

    return lambda text: blingfire.text_to_words(text).split(" ")


def sklearn_words():
    from sklearn.feature_extraction.text import CountVectorizer

    return CountVectorizer().build_analyzer()


R_WORDS = "tokenizers::tokenize_words(text)[[1]]"
R_COUNTS = "dplyr::count(tidytext::unnest_tokens(data.frame(text = text), word, text), word)"


def r_seconds(command):
    """Return a function that lets R do it, and the seconds that R itself says it took, without its start."""
    subprocess.run(
        ["Rscript", "-e", "stopifnot(requireNamespace('tidytext'))"], check=True, capture_output=True
    )
    code = (
        "text <- paste(readLines(file('stdin'), encoding = 'UTF-8'), collapse = '\n'); "
        f"f <- function() {command}; f(); cat(median(replicate(5, system.time(f())[['elapsed']])))"
    )

    def run(text):
        done = subprocess.run(["Rscript", "-e", code], input=text, capture_output=True, text=True, check=True)
        return float(done.stdout)

    return run


def cold(function):
    """Return a function that meets every word for the first time: tokenize remembers what it has seen."""

    def run(text):
        _memory.cache_clear()
        return function(text)

    return run


def words_of(text):
    return tokenize(text, punctuation=True)


@pytest.mark.benchmark(group="words: half a megabyte to tokens")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(words_of, id="textkit"),
        pytest.param(cold(words_of), id="textkit, first time"),
        pytest.param(re.compile(r"\w+").findall, id=r"re.findall of \w+"),
        peer("nltk", nltk_words),
        peer("spacy blank", spacy_words),
        peer("fastnltk", fastnltk_words),
        peer("blingfire", blingfire_words),
        peer("scikit-learn", sklearn_words),
    ],
)
def test_words(benchmark, words):
    assert len(benchmark(words, TEXT)) > 1000


@pytest.mark.parametrize("command", [R_WORDS, R_COUNTS], ids=["words", "counts"])
def test_r(command, capsys):
    """R times itself: its start, a second or two, is not in the figure."""
    try:
        took = r_seconds(command)(TEXT)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"R with tidytext is not there: {type(error).__name__}")
    with capsys.disabled():
        print(f"\nR, {command}: {took * 1000:.1f} ms")
    assert took > 0


def textacy_quotes():
    import spacy
    import textacy.extract

    nlp = spacy.load("en_core_web_sm")
    return lambda text: list(textacy.extract.direct_quotations(nlp(text)))


@pytest.mark.benchmark(group="quotes: the texts one by one, with who said it")
@pytest.mark.parametrize(
    "quotes",
    [
        pytest.param(quote_table, id="textkit"),
        pytest.param(find_quotes, id="textkit, without speakers"),
        peer("textacy", textacy_quotes),
    ],
)
def test_quotes(benchmark, quotes):
    assert len(benchmark(lambda: [quotes(text) for text in TEXTS])) == len(TEXTS)


def nltk_counts():
    from nltk import FreqDist

    words = nltk_words()
    return lambda text: FreqDist(words(text.lower()))


def sklearn_counts():
    from sklearn.feature_extraction.text import CountVectorizer

    def count(text):
        vectorizer = CountVectorizer()
        counts = vectorizer.fit_transform([text]).toarray()[0]
        return dict(zip(vectorizer.get_feature_names_out(), counts, strict=True))

    return count


def polars_counts():
    import polars

    def count(text):
        lines = polars.Series("word", text.split("\n"))
        words = lines.str.to_lowercase().str.extract_all(r"\w+").explode()
        return words.value_counts(sort=True)

    return count


def duckdb_counts():
    import duckdb

    query = (
        r"select word, count(*) n from (select unnest(regexp_extract_all(lower($1), '\w+')) word) "
        "group by word order by n desc"
    )
    return lambda text: duckdb.execute(query, [text]).fetchall()


def table_of(text):
    return frequency_table(tokenize(text, lower=True))


def corpus_table(text):
    return corpus_frequency([("a", text)], lower=True, workers=1, progress=False)


@pytest.mark.benchmark(group="counts: half a megabyte to a frequency table")
@pytest.mark.parametrize(
    "count",
    [
        pytest.param(table_of, id="textkit"),
        pytest.param(cold(table_of), id="textkit, first time"),
        pytest.param(corpus_table, id="textkit, corpus_frequency"),
        pytest.param(cold(corpus_table), id="textkit, corpus_frequency, first time"),
        pytest.param(lambda text: Counter(text.lower().split()), id="Counter of str.split"),
        peer("nltk", nltk_counts),
        peer("scikit-learn", sklearn_counts),
        peer("polars", polars_counts),
        peer("duckdb", duckdb_counts),
    ],
)
def test_counts(benchmark, count):
    assert len(benchmark(count, TEXT)) > 100


@pytest.mark.benchmark(group="a corpus of 200 documents")
@pytest.mark.parametrize("workers", [1, os.cpu_count()], ids=["one process", "all cores"])
def test_corpus(benchmark, workers):
    documents = [(str(number), words_like_these(0.02)) for number in range(200)]
    table = benchmark.pedantic(
        corpus_frequency, (documents,), {"workers": workers, "progress": False}, rounds=3, warmup_rounds=1
    )
    assert table["documents"].max() == 200
