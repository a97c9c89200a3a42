"""Checks of Neighbors."""

from collections import Counter
from math import comb, perm
from typing import Any

from textkit import STOPWORDS, Article, frequency_table, ngrams, sentence_table, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    better_of_two,
    compare,
    exercise,
    expect,
    multiple_choice,
    not_here,
    question,
    run_lines,
)
from textkit.course.misconceptions import two_values

SIZES = (5, 4, 3, 2)  # of the runs, the longest first


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    bigrams = ngrams(tokens, 2)
    runs = [Counter(ngrams(tokens, size)).most_common() for size in SIZES]
    return {
        "tokens": tokens,
        "bigrams": bigrams,
        "sentences": list(sentence_table(article.text)["text"]),
        "pairs": frequency_table([" ".join(bigram) for bigram in bigrams]),
        "repeated": [gram for counted in runs for gram, times in counted if times >= 2],
    }


hapax = multiple_choice(
    "once_in_a_text",
    "Once in a text",
    "a",
    {
        "a": "A word is a hapax in one text. Watch out for such words: in the next chapter they set a trap.",
        "b": "Could a common word come up only once in a short text?",
        "c": "Is it a count or a rate that makes a hapax? Think of an article of 4,000 tokens.",
    },
    kind="recall",
    hints=[
        "Chapter [[zipf]] counted the hapaxes of the article. What did their rows have in common?",
        "A word is a hapax in one text. Does that say anything about other texts?",
    ],
)


two_stems = multiple_choice(
    "two_stems",
    "One family?",
    "c",
    {
        "a": "Does a stemmer know anything about meanings?",
        "b": "*alli* is where its rule for -ies ends. Must a stem be a word?",
        "c": "It knows endings, not meanings. Whether two words belong together is for a reader to say.",
    },
    kind="recall",
    hints=["What does a stemmer know: the meaning of a word, or its ending?"],
)


@exercise(
    "neighbors",
    "How many neighbors?",
    kind="predict",
    answers=["prediction"],
    hints=[
        "Write the six words in a row. Each bigram has a first token. Which tokens can be that?",
        "Every token but the last begins a bigram. How many can begin a trigram?",
    ],
)
def windows(prediction: Any, work: Work) -> Verdict:
    return compare(
        prediction,
        [5, 4],
        praise="Every token begins a bigram but the last, and a trigram but the last two. "
        "Pairs that come up twice are listed twice.",
        wrong=two_values(
            (5, 4),
            ("the number of bigrams", "the number of trigrams"),
            ("as many as tokens", 6, 6, "What would the window at the last token hold, beside that token?"),
            ("no overlap", 3, 2, "By how many tokens does the window move on?"),
            ("one too many", None, 5, "Are there enough tokens left at the last window?"),
            ("one too few", None, 3, "Where does the last window of three tokens begin?"),
            ("types for tokens", 4, 4, "`to be` is there twice. Is it listed once?"),
            ("every two words", comb(6, 2), comb(6, 3), "Which words stand side by side?"),
            ("every two words", perm(6, 2), perm(6, 3), "Which words stand side by side?"),
            (
                "words for pairs",
                2 * 5,
                3 * 4,
                "This is how many words are in them. How many pairs, and how many threes?",
            ),
        ),
        otherwise="At which of the six tokens can a window of two begin, and at which a window of three?",
    )


@exercise(
    "top_pair",
    "The most frequent pair",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "Which line uses a name that another line has to make first?",
        "Every token but the last begins a pair. At how many places does each of the two loops stop?",
        "The empty list (D), the loop, its indented line, and at the end the count.",
    ],
)
def top_pair(order: Any, lines: Any, work: Work) -> Verdict:
    if {"B", "E"} <= set(order):  # before they run: Python could not read them
        return question(
            "Two of your lines begin a loop over the same places. Which is not needed?", "both lines"
        )
    if {"B", "C"} <= set(order):
        ask = "With line B the loop goes to the last token. What would `tokens[i + 1]` be there?"
        return question(ask, "line too far")
    names = {"Counter": Counter, "tokens": ["a", "b", "c", "a", "b"]}
    made = run_lines(lines, order, names, makes="top_pair")["top_pair"]
    return compare(
        made,
        [("a", "b"), 2],
        praise=f"In the article it is `{work.pairs['token'][0]}`, with a count of {work.pairs['count'][0]}.",
        wrong=[],
        otherwise=f"From the tokens a b c a b your lines make {made}. Is the loop there, and C in it?",
    )


@exercise(
    "sentence_bigrams",
    "Find the bug",
    kind="bug",
    answers=["sentence_bigrams"],
    hints=[
        "Follow it by hand with the two short sentences. What does tokens hold when ngrams gets it?",
        "tokens should start afresh with each sentence, and pairs should grow. Which of the two grows now?",
        "In the loop: tokens = tokenize(sentence, lower=True) and pairs = pairs + ngrams(tokens, 2)",
    ],
)
def inside_sentences(sentence_bigrams: Any, work: Work) -> Verdict:
    def solution(sentences: list[str]) -> list[tuple[str, ...]]:
        pairs: list[tuple[str, ...]] = []
        for sentence in sentences:
            tokens = tokenize(sentence, lower=True)
            pairs = pairs + ngrams(tokens, 2)
        return pairs

    def growing(sentences: list[str]) -> list[tuple[str, ...]]:
        return ngrams([token for sentence in sentences for token in tokenize(sentence, lower=True)], 2)

    def windows_of(size: int) -> Any:
        return lambda sentences: [run for s in sentences for run in ngrams(tokenize(s, lower=True), size)]

    return behaves(
        sentence_bigrams,
        solution,
        [
            (["Nobody spoke up."],),
            (["The rain stopped.", "Boats went out."],),
            (["The rain stopped.", "The rain, no. The rain stopped!", "No."],),
            ([],),
        ],
        praise="Each sentence makes its own pairs, and nothing reaches across its end.",
        bug=growing,
        exercise="sentence_bigrams",
        wrong=[
            (
                "tokens never reset",
                lambda some: [pair for end in range(len(some)) for pair in growing(some[: end + 1])],
                "`pairs` grows now. But what does `tokens` still hold from the round before?",
            ),
            (
                "append for +",
                lambda some: [ngrams(tokenize(sentence, lower=True), 2) for sentence in some],
                "This is a list of lists. What glues two lists together: append or +?",
            ),
            (
                "pairs of sentences",
                lambda some: ngrams(some, 2),
                "You have pairs of whole sentences. What makes tokens of a sentence?",
            ),
            (
                "glued",
                lambda some: [" ".join(pair) for pair in solution(some)],
                "Each pair is one text now. What does `ngrams` give by itself?",
            ),
            ("single tokens", windows_of(1), "These are n-grams of one token. How many does a bigram have?"),
            (
                "single tokens",
                lambda some: [token for s in some for token in tokenize(s, lower=True)],
                "You have single tokens. What makes pairs of them?",
            ),
            ("three for two", windows_of(3), "These are trigrams. How many tokens does a bigram have?"),
            (
                "one of each",
                lambda some: set(solution(some)),
                "Each pair is there once at most, as in a set. Can a pair come up twice?",
            ),
        ],
        ask="Which pair is wrong or missing there?",
    )


@exercise(
    "n_repeated",
    "More than once",
    kind="compute",
    answers=["n_repeated"],
    uses=["pairs"],
    hints=[
        'The counts are in the column pairs["count"]. Which condition picks those of 2 or more?',
        "At least two: which sign includes 2 itself? And what counts the rows?",
        'Write: n_repeated = len(pairs[pairs["count"] >= 2])',
    ],
)
def n_repeated(n_repeated: Any, work: Work) -> Verdict:
    total, number = len(work.pairs), int((work.pairs["count"] >= 2).sum())
    return expect(
        n_repeated,
        'len(pairs[pairs["count"] >= 2])',
        work,
        praise=f"{number:,} of {total:,} pairs: the others met once, which may be chance."
        if number
        else f"None of {total:,}: in a text as short as this, every pair meets only once.",
        wrong=[],
        ask="Which condition picks the pairs with a count of at least 2, and what counts the rows?",
    )


@exercise(
    "edge_phrases",
    "From edge to edge",
    kind="complete",
    answers=["phrases"],
    uses=["repeated"],
    hints=[
        "It is a list comprehension over repeated, with two conditions.",
        "One condition is about gram[0], the other about gram[-1]. Both must hold.",
        "Write: phrases = [gram for gram in repeated if gram[0] not in STOPWORDS and "
        "gram[-1] not in STOPWORDS]",
    ],
)
def edge_phrases(phrases: Any, work: Work) -> Verdict:
    whole = [gram for gram in work.repeated if gram[0] not in STOPWORDS and gram[-1] not in STOPWORDS]
    if not whole:
        return not_here("No run that begins and ends with a content word comes up twice in this article.")
    return expect(
        phrases,
        "[gram for gram in repeated if gram[0] not in STOPWORDS and gram[-1] not in STOPWORDS]",
        work,
        praise=f"{len(whole)} of {len(work.repeated)} runs. On top: “{' '.join(whole[0])}”.",
        wrong=[
            (
                "stopword anywhere",
                [gram for gram in work.repeated if not any(token in STOPWORDS for token in gram)],
                "Yours have no stopword at all. Which two tokens does the exercise ask about?",
            ),
            (
                "stopwords at both ends",
                [gram for gram in work.repeated if gram[0] in STOPWORDS and gram[-1] in STOPWORDS],
                "Yours begin and end with a stopword. Is `not` there, in both conditions?",
            ),
        ],
        ask="Which of the runs begin and end with a content word?",
    )


better_phrase = better_of_two(
    "better_phrase",
    "a",
    {
        "a": "A phrase with its count and its speakers, and it claims no more than that shows.",
        "b": "*And I* is a pair, not a phrase. Who says it, and what would be on top in another text?",
    },
    look="Which answer gives a phrase, and which a pair?",
)
