"""Text analytics for the classroom: tokens, frequencies, concordances and quotes of one article."""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textkit.article import Article, load_article
    from textkit.classroom import use_article, use_default
    from textkit.cleaning import clean_page
    from textkit.concordance import collocations, kwic
    from textkit.corpus import (
        Document,
        corpus_frequency,
        corpus_keyness,
        corpus_quotes,
        corpus_speakers,
        iter_quotes,
        read_corpus,
    )
    from textkit.evaluation import evaluate, match_spans
    from textkit.frequency import (
        dispersion,
        frequency_table,
        keyness,
        lexical_diversity,
        zipf_slope,
        zipf_table,
    )
    from textkit.quotes import Quote, Span, find_quotes
    from textkit.speakers import attribute_quotes, quote_table, speaker_table
    from textkit.suitability import preflight, preflight_summary
    from textkit.tokens import (
        STOPWORDS,
        content_words,
        ngrams,
        sentence_spans,
        sentence_table,
        split_sentences,
        tokenize,
    )
    from textkit.views import show_concordance, show_quotes, show_speaker

__version__ = "0.1.0"

# Where each public name lives. A module is loaded when one of its names is first used, so that
# `import textkit` is quick: pandas alone would take longer than everything else together.
_ROOMS = {
    "article": ["Article", "load_article"],
    "tokens": [
        "STOPWORDS",
        "content_words",
        "ngrams",
        "sentence_spans",
        "sentence_table",
        "split_sentences",
        "tokenize",
    ],
    "frequency": [
        "dispersion",
        "frequency_table",
        "keyness",
        "lexical_diversity",
        "zipf_slope",
        "zipf_table",
    ],
    "concordance": ["collocations", "kwic"],
    "quotes": ["Quote", "Span", "find_quotes"],
    "speakers": ["attribute_quotes", "quote_table", "speaker_table"],
    "evaluation": ["evaluate", "match_spans"],
    "corpus": [
        "Document",
        "corpus_frequency",
        "corpus_keyness",
        "corpus_quotes",
        "corpus_speakers",
        "iter_quotes",
        "read_corpus",
    ],
    "views": ["show_concordance", "show_quotes", "show_speaker"],
    "cleaning": ["clean_page"],
    "classroom": ["use_article", "use_default"],
    "suitability": ["preflight", "preflight_summary"],
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "STOPWORDS",
    "Article",
    "Document",
    "Quote",
    "Span",
    "attribute_quotes",
    "clean_page",
    "collocations",
    "content_words",
    "corpus_frequency",
    "corpus_keyness",
    "corpus_quotes",
    "corpus_speakers",
    "dispersion",
    "evaluate",
    "find_quotes",
    "frequency_table",
    "iter_quotes",
    "keyness",
    "kwic",
    "lexical_diversity",
    "load_article",
    "match_spans",
    "ngrams",
    "preflight",
    "preflight_summary",
    "quote_table",
    "read_corpus",
    "sentence_spans",
    "sentence_table",
    "show_concordance",
    "show_quotes",
    "show_speaker",
    "speaker_table",
    "split_sentences",
    "tokenize",
    "use_article",
    "use_default",
    "zipf_slope",
    "zipf_table",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'textkit' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"textkit.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
