"""Everything about an article on one page: numbers, charts, tables and the text itself."""

import html

import pandas as pd

from textkit import charts
from textkit.article import Article
from textkit.concordance import collocations
from textkit.frequency import dispersion, frequency_table, lexical_diversity, zipf_table
from textkit.speakers import UNKNOWN, quote_table, speaker_table
from textkit.tokens import content_words, sentence_table, tokenize
from textkit.views import show_quotes

STYLE = """
:root {color-scheme: light dark}
body {font: 1.05em/1.6 system-ui, sans-serif; max-width: 62em; margin: 0 auto; padding: 0 1em 3em}
h1 {overflow-wrap: anywhere}
table {border-collapse: collapse; margin: 0.5em 0}
th, td {padding: 0.25em 0.8em; text-align: left; border-bottom: 1px solid #8888; vertical-align: top}
td.number {text-align: right; font-variant-numeric: tabular-nums}
caption {text-align: left; font-weight: bold; padding: 0.3em 0}
.wide {overflow-x: auto}
dl {display: grid; grid-template-columns: max-content auto; gap: 0 1em} dd {margin: 0; font-weight: bold}
@media print {details > * {display: block}}
"""
"""How a page looks that needs no other file, in light and dark and on paper."""


def report(article: Article) -> str:
    """Return a page in HTML with all that textkit finds in an article.

    The page needs no other file and no network: the charts are inside it, each with its
    description in words. Stopwords are left out of the charts of words.

    Args:
        article: what `load_article` returns.

    Returns:
        The page, to be written to a file in UTF-8.

    Raises:
        TypeError: `article` is not an Article.

    >>> page = report(Article("“Rain & wind,” said Ann Lee.", (), (), "rain.txt"))
    >>> "<title>rain.txt: a report</title>" in page, "Rain &amp; wind" in page
    (True, True)
    """
    if not isinstance(article, Article):
        raise TypeError(f"report takes an Article, as load_article returns it, not {type(article).__name__}.")
    text = article.text
    tokens = tokenize(text, lower=True)
    content = content_words(token for token in tokens if token.isalpha())
    counted, sentences = frequency_table(content), sentence_table(text)
    speakers, quotes = speaker_table(text), quote_table(text)
    names = speakers.loc[speakers["speaker"] != UNKNOWN, "speaker"]
    named = sum(not name[0].islower() for name in names)  # "a spokesman" is a description
    glance = {
        "tokens": len(tokens),
        "types": len(set(tokens)),
        "sentences": len(sentences),
        "paragraphs": len(article.paragraphs),
        "headings": len(article.headings),
        "quotes": len(quotes),
        "speakers with a name": named,
    }
    numbers = "".join(f"<dt>{name}</dt><dd>{number:,}</dd>" for name, number in glance.items())
    words = counted["token"].head(5).tolist()
    pairs = collocations([token for token in tokens if token.isalpha()])
    pairs = pairs[pairs["word_1"].isin(content) & pairs["word_2"].isin(content)]
    parts = {
        "At a glance": f"<dl>{numbers}</dl>" + _table(lexical_diversity(tokens), "Lexical diversity"),
        "Words": _chart(charts.plot_frequency(counted, title="The most frequent words, without stopwords"))
        + _chart(charts.plot_zipf(zipf_table(tokens)))
        + _chart(charts.plot_dispersion(dispersion(tokens, words), n_tokens=len(tokens))),
        "Words in company": _table(
            pairs[["word_1", "word_2", "count", "log_likelihood"]].head(15),
            "Pairs of neighbors, strongest first",
        ),
        "Sentences": _chart(charts.plot_sentence_lengths(sentences)),
        "Quotes and speakers": _quotes(text, speakers, quotes),
        "The text": show_quotes(text)._repr_html_(),
    }
    title = f"{html.escape(article.source)}: a report"
    sections = "".join(f"<h2>{heading}</h2>{part}" for heading, part in parts.items())
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{title}</h1>{sections}</main></body></html>\n"
    )


def _quotes(text: str, speakers: pd.DataFrame, quotes: pd.DataFrame) -> str:
    """Return the charts and tables of the quotes, or a sentence where there is nothing to draw."""
    all_quotes = quote_table(text, all_kinds=True)
    if all_quotes.empty:
        return "<p>No quotation marks here, so there are no quotes, and no speakers, to show.</p>"
    where = _chart(charts.plot_quotes(all_quotes, n_characters=len(text)))
    if quotes.empty:
        return f"{where}<p>Nothing in quotation marks here is speech, so there are no speakers to show.</p>"
    return (
        where
        + _chart(charts.plot_speakers(speakers))
        + _table(speakers, "Speakers")
        + _table(quotes[["quote", "speaker", "kind", "words", "text"]], "Quotes")
    )


def _chart(chart: charts.Chart) -> str:
    return chart._repr_html_()


def _table(table: pd.DataFrame, caption: str) -> str:
    """Return a table in HTML with a caption; its columns and numbers as a reader expects them."""
    if table.empty:
        return f"<p>{caption}: none here.</p>"
    head = "".join(f'<th scope="col">{html.escape(name.replace("_", " "))}</th>' for name in table.columns)
    rows = "".join(
        "<tr>" + "".join(_cell(value) for value in row) + "</tr>" for row in table.itertuples(index=False)
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{caption}"><table>'
        f"<caption>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(value: object) -> str:
    if isinstance(value, bool | str) or value is None:
        return f"<td>{html.escape('' if value is None else str(value))}</td>"
    return (
        f'<td class="number">{value:,.2f}</td>'
        if isinstance(value, float)
        else f'<td class="number">{value:,}</td>'
    )
