from . import charts as charts
from .article import Article as Article, load_article as load_article
from .concordance import collocations as collocations, kwic as kwic
from .corpus import (
    Document as Document,
    corpus_frequency as corpus_frequency,
    corpus_keyness as corpus_keyness,
    corpus_quotes as corpus_quotes,
    corpus_speakers as corpus_speakers,
    iter_quotes as iter_quotes,
    read_corpus as read_corpus,
)
from .evaluation import evaluate as evaluate, kappa as kappa, match_spans as match_spans
from .frequency import (
    dispersion as dispersion,
    frequency_table as frequency_table,
    keyness as keyness,
    lexical_diversity as lexical_diversity,
    zipf_slope as zipf_slope,
    zipf_table as zipf_table,
)
from .quotes import Quote as Quote, Span as Span, find_quotes as find_quotes
from .speakers import (
    attribute_quotes as attribute_quotes,
    explain_quote as explain_quote,
    quote_table as quote_table,
    speaker_table as speaker_table,
)
from .tokens import (
    STOPWORDS as STOPWORDS,
    content_words as content_words,
    ngrams as ngrams,
    sentence_spans as sentence_spans,
    sentence_table as sentence_table,
    split_sentences as split_sentences,
    tokenize as tokenize,
)
from .views import (
    show_concordance as show_concordance,
    show_quotes as show_quotes,
    show_speaker as show_speaker,
)

__version__: str
