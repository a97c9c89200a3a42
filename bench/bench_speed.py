"""How fast the helpers are beside their peers, on the same text in one run: `make bench`.

Look at the ratios in parentheses, not at the seconds: they depend on the machine. A peer that is not
installed is skipped. Texts of your own: TEXTKIT_BENCH=FOLDER make bench
"""

import os
import random
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


def cold_tokenize(text):
    """Tokenize as if for the first time: tokenize remembers the words it has seen."""
    _memory.cache_clear()
    return tokenize(text, punctuation=True)


@pytest.mark.benchmark(group="words: half a megabyte to tokens")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(lambda text: tokenize(text, punctuation=True), id="textkit"),
        pytest.param(cold_tokenize, id="textkit, first time"),
        peer("nltk", nltk_words),
        peer("spacy blank", spacy_words),
        peer("fastnltk", fastnltk_words),
        peer("blingfire", blingfire_words),
    ],
)
def test_words(benchmark, words):
    assert len(benchmark(words, TEXT)) > 1000


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


@pytest.mark.benchmark(group="counts: half a megabyte to a frequency table")
@pytest.mark.parametrize(
    "count",
    [
        pytest.param(lambda text: frequency_table(tokenize(text, lower=True)), id="textkit"),
        pytest.param(lambda text: Counter(text.lower().split()), id="Counter of str.split"),
        peer("nltk", nltk_counts),
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
