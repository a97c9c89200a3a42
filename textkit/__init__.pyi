from . import charts as charts
from .article import Article as Article
from .article import load_article as load_article
from .concordance import collocations as collocations
from .concordance import kwic as kwic
from .corpus import (
    Document as Document,
)
from .corpus import (
    corpus_frequency as corpus_frequency,
)
from .corpus import (
    corpus_keyness as corpus_keyness,
)
from .corpus import (
    corpus_quotes as corpus_quotes,
)
from .corpus import (
    corpus_speakers as corpus_speakers,
)
from .corpus import (
    iter_quotes as iter_quotes,
)
from .corpus import (
    read_corpus as read_corpus,
)
from .evaluation import evaluate as evaluate
from .evaluation import match_spans as match_spans
from .frequency import (
    dispersion as dispersion,
)
from .frequency import (
    frequency_table as frequency_table,
)
from .frequency import (
    keyness as keyness,
)
from .frequency import (
    lexical_diversity as lexical_diversity,
)
from .frequency import (
    zipf_slope as zipf_slope,
)
from .frequency import (
    zipf_table as zipf_table,
)
from .quotes import Quote as Quote
from .quotes import Span as Span
from .quotes import find_quotes as find_quotes
from .speakers import (
    attribute_quotes as attribute_quotes,
)
from .speakers import (
    quote_table as quote_table,
)
from .speakers import (
    speaker_table as speaker_table,
)
from .tokens import (
    STOPWORDS as STOPWORDS,
    content_words as content_words,
)
from .tokens import (
    ngrams as ngrams,
)
from .tokens import (
    sentence_spans as sentence_spans,
)
from .tokens import (
    sentence_table as sentence_table,
)
from .tokens import (
    split_sentences as split_sentences,
)
from .tokens import (
    tokenize as tokenize,
)
from .views import (
    show_concordance as show_concordance,
)
from .views import (
    show_quotes as show_quotes,
)
from .views import (
    show_speaker as show_speaker,
)

__version__: str
